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
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.backpropagation import mean_gradients
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.local_gradients import local_gradients, why_no_local_gradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import random_wrong_labels
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]

# Images of the sample that are followed: the cosine of a mean gradient needs no more.
MOST_FOLLOWED = 200
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
    losses = [layer.loss for layer in spec.layers]
    return why_no_local_gradients(snapshot.ff, losses, spec.ff.negatives)


def align(snapshot: ModelSnapshot, sample: FixedSample, spec: ExperimentSpec) -> Alignment | None:
    """Compares the gradients on up to 200 images of a sample, always with the same wrong labels.

    Returns:
        None where nothing can be compared.
    """
    if why_no_alignment(snapshot, spec) or snapshot.ff is None or not len(sample):
        return None
    x, labels = sample.x[:MOST_FOLLOWED], sample.y[:MOST_FOLLOWED]
    rng = np.random.default_rng(_SEED)
    wrong = random_wrong_labels(labels, snapshot.ff.num_classes, rng.random((len(labels), 1)))
    losses = [layer.loss for layer in spec.layers]
    with np.errstate(all="ignore"):  # diverged weights are told by what is no number
        made = local_gradients(snapshot.ff, x, labels, wrong, losses, spec.ff.sharpness)
        twin = _twin_gradients(snapshot.bp, x, labels, spec.bp.label_smoothing)
        with_twin = [
            _compare_with_twin(snapshot.ff, layer.kernel_gradient, twin, i)
            for i, layer in enumerate(made)
        ]
        with_sum = [measure_cosine(m.kernel_gradient, m.through_gradient) for m in made]
    return Alignment(tuple(with_sum), tuple(with_twin), tuple(m.loss for m in made))


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
    names = [layer.name for layer in net.network.architecture.layers]
    return [gradients[name] for name in names if name in gradients]


def _compare_with_twin(net: FFSnapshot, own: Values, twin: list[Values], index: int) -> float:
    """The cosine where both nets have a layer of the same shape."""
    if index >= len(twin) - 1:  # the twin's output has no layer beside it
        return math.nan
    theirs = twin[index]
    if index == 0:
        pixels = slice(net.label_pixels, net.num_inputs)
        own, theirs = own[pixels], theirs[pixels]
    return measure_cosine(own, theirs) if own.shape == theirs.shape else math.nan
