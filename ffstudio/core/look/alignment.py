"""How far each Forward-Forward layer's own gradient points where backprop's would.

The cosine between the gradient of a layer's own loss and two others: the true gradient of all
layers' losses together, which also goes back through the layers above, and the gradient of the
twin's loss in its layer of the same place.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layer_kinds.kind import shortcut_name
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.backpropagation import mean_gradients
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.layer_gradients import (
    LayerLosses,
    count_activities,
    count_work,
    first_planes,
    follow_layers,
    why_no_layer_gradients,
)
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import random_wrong_labels
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]

# Images of the sample that are followed at most, and at least where a net is large.
MOST_FOLLOWED, LEAST_FOLLOWED = 200, 10
# Multiply-adds of a pass upward of all of them; and numbers that are followed at once: 32 MB.
_MOST_WORK = 6e8
MOST_NUMBERS, _LEAST_AT_ONCE = 1 << 22, 2
_SEED = 20221213


@dataclass(frozen=True)
class Alignment:
    """The cosines of one moment, by layer; NaN where there is nothing to compare with.

    Attributes:
        with_sum: Own gradient and the true one of all layers' losses; the last layer's is 1.
        with_twin: Own gradient, label weights left out, and that of the twin's loss.
        loss: Each layer's own loss.
    """

    with_sum: tuple[float, ...]
    with_twin: tuple[float, ...]
    loss: tuple[float, ...]


def why_no_alignment(snapshot: ModelSnapshot, spec: ExperimentSpec | None) -> str:
    """Why nothing can be compared, one sentence; empty when it can."""
    if snapshot.ff is None:
        return tr("There is no Forward-Forward net, so no layer learns by itself.")
    if spec is None:
        return tr("The experiment that says how these layers learn is not there.")
    return why_no_layer_gradients(snapshot.ff, LayerLosses.of(spec))


def align(snapshot: ModelSnapshot, sample: FixedSample, spec: ExperimentSpec) -> Alignment | None:
    """Compares the gradients on some images of a sample, always with the same wrong labels.

    How many these are, :func:`count_followed` says.

    Returns:
        None where nothing can be compared.
    """
    if why_no_alignment(snapshot, spec) or snapshot.ff is None or not len(sample):
        return None
    count = count_followed(snapshot.ff, len(sample))
    rows = np.linspace(0, len(sample) - 1, count).astype(np.int64)  # from all over the sample
    x, labels = sample.x[rows], sample.y[rows]
    rng = np.random.default_rng(_SEED)
    wrong = random_wrong_labels(labels, snapshot.ff.num_classes, rng.random((len(labels), 1)))
    with np.errstate(all="ignore"):  # diverged weights are told by what is no number
        own, true, losses = _follow(snapshot.ff, x, labels, wrong, LayerLosses.of(spec))
        twin = _twin_gradients(snapshot.bp, x, labels, spec.bp.label_smoothing)
        with_twin = [
            _compare_with_twin(snapshot.ff, gradient, twin, i) for i, gradient in enumerate(own)
        ]
        with_sum = [measure_cosine(a, b) for a, b in zip(own, true, strict=True)]
    return Alignment(tuple(with_sum), tuple(with_twin), tuple(losses))


def count_followed(net: FFSnapshot, available: int) -> int:
    """How many images are followed: as many as are there, up to 200, fewer through large nets.

    The cosine of a mean gradient needs no more, and a view has no more time.
    """
    affordable = int(_MOST_WORK / max(count_work(net), 1))
    return min(available, MOST_FOLLOWED, max(affordable, LEAST_FOLLOWED))


def _follow(
    net: FFSnapshot,
    x: npt.NDArray[np.float32],
    labels: npt.NDArray[np.integer],
    wrong: npt.NDArray[np.integer],
    losses: LayerLosses,
) -> tuple[list[Values], list[Values], list[float]]:
    """Per layer the own and the true mean gradient and the loss; some images at a time."""
    at_once = max(MOST_NUMBERS // max(count_activities(net), 1), _LEAST_AT_ONCE)
    own: list[Values] = []
    true: list[Values] = []
    means: list[float] = []
    # Parts of about the same size: a hybrid is of two images of a part.
    num_parts = -(-len(x) // at_once)
    for rows in np.array_split(np.arange(len(x)), num_parts):
        made = follow_layers(net, x[rows], labels[rows], wrong[rows], losses)
        share = len(rows) / len(x)
        each = [
            (m.kernel_gradient * share, m.through_gradient * share, m.loss * share) for m in made
        ]
        if not own:
            own, true, means = ([parts[k] for parts in each] for k in range(3))  # type: ignore[assignment]
            continue
        for i, (a, b, loss) in enumerate(each):
            own[i], true[i], means[i] = own[i] + a, true[i] + b, means[i] + loss
    return own, true, means


def measure_cosine(one: Values, other: Values) -> float:
    """Σab / √(Σa² Σb²); NaN where one of them is 0 or no number."""
    length = math.sqrt(float(np.sum(one * one)) * float(np.sum(other * other)))
    if not math.isfinite(length) or length == 0:
        return math.nan
    return float(np.sum(one * other)) / length


def _twin_gradients(
    net: NetworkSnapshot | None, x: npt.ArrayLike, labels: npt.NDArray[np.integer], smoothing: float
) -> list[Values]:
    if net is None:
        return []
    try:
        gradients = mean_gradients(net, x, labels, smoothing)
    except ModelFileError:
        return []
    layers = net.network.architecture.layers
    bypasses = {shortcut_name(layer.name) for layer in layers}
    names = [layer.name for layer in layers if layer.name not in bypasses]
    return [gradients[name] for name in names if name in gradients]


def _compare_with_twin(net: FFSnapshot, own: Values, twin: list[Values], index: int) -> float:
    """The cosine where both nets have a layer of the same shape."""
    if index >= len(twin) - 1:  # the twin's output has no layer beside it
        return math.nan
    theirs = twin[index]
    if index == 0 and own.ndim == 2:
        pixels = slice(net.label_pixels, net.num_inputs)
        own, theirs = own[pixels], theirs[pixels]
    elif index == 0:
        own = own[:, :, : first_planes(net)]  # planes of the label are left out
    return measure_cosine(own, theirs) if own.shape == theirs.shape else math.nan
