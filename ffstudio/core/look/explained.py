"""One image in the nets of one moment, seen from all sides that the pages *Explain* speak of.

Nothing is computed here that is computed elsewhere: each number comes from the module that the
view of its own takes it from.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.look.backpropagation import Trace, trace, why_not_traced
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.label_looks import LabelLooks, look_at_labels, why_no_label_looks
from ffstudio.core.look.local_gradients import (
    LocalGradient,
    local_gradients,
    why_no_local_gradients,
)
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.unit_activity import unit_activities
from ffstudio.core.mathematics import GOODNESS
from ffstudio.core.mathematics.slopes import LOSS_SLOPES
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]
Values = npt.NDArray[np.float64]

# Units whose shares are told apart: the table that they are made from grows with its square.
_MOST_UNITS = 4000


@dataclass(frozen=True)
class Push:
    """What one layer's local loss wants of the two goodness values of a pair.

    Attributes:
        positive, negative: −∂ℓ/∂g: above 0 the loss pushes that goodness up.
    """

    positive: float
    negative: float


@dataclass(frozen=True)
class Norms:
    """Lengths of one layer's gradients by its weights: of its own loss, and of all layers'."""

    own: float
    through: float


@dataclass(frozen=True, eq=False)
class Explained:
    """One image, its label and a wrong one.

    Attributes:
        x: (pixels,).
        label: The image's own; of a drawing the net's answer.
        is_known: True where it is the image's own.
        wrong: The label, other than that, with the most goodness: the negative data's.
        looks: The image under every label; None where no label enters the net.
        activities: Per layer (units,) under ``label``; of a convolution channels.
        shares: Per layer what each unit adds to goodness (units,); None where goodness is no sum
            over units.
        scores: Goodness of every label (layers, labels); see ``FFSnapshot.label_goodness``.
        goodness: Of the image under ``label`` in each layer (layers,).
        pictures: As the first layer is handed it under every label (labels, pixels), before its
            length is divided out; None where no label is in the input.
        label_units: Beside the pixels (labels, units); no columns without them.
        losses: Names of the layers' local losses; empty where the experiment is not there.
        local: Each layer's gradients for the pair of right and wrong label; empty with
            ``why_no_local``.
        pushes: What the losses want of this pair, a layer each; as many as ``local``.
        norms: Lengths of the gradients in ``local``.
        trace: The image through the backprop net and back; None with ``why_no_trace``.
        trace_norms: Lengths of ∂J/∂Θ of its layers.
        epochs: How long the net has learnt, 0 while its weights are those a run begins with; None
            where nobody knows.
    """

    snapshot: ModelSnapshot
    x: Floats
    label: int
    is_known: bool
    wrong: int
    looks: LabelLooks | None
    activities: tuple[Floats, ...]
    shares: tuple[Floats | None, ...]
    scores: Values
    goodness: Values
    pictures: Floats | None
    label_units: Floats | None
    losses: tuple[str, ...]
    local: tuple[LocalGradient, ...]
    why_no_local: str
    pushes: tuple[Push, ...]
    norms: tuple[Norms, ...]
    trace: Trace | None
    trace_norms: tuple[float, ...]
    why_no_trace: str
    epochs: float | None

    @property
    def net(self) -> FFSnapshot:
        """The Forward-Forward net."""
        assert self.snapshot.ff is not None  # noqa: S101 - explained with such a net only
        return self.snapshot.ff

    @property
    def num_layers(self) -> int:
        return len(self.net.layers)

    @property
    def summed(self) -> Values:
        """Every label's goodness summed over the layers that vote (labels,)."""
        return np.asarray(count_votes(self.scores[None], self.net.net.shown_votes)[0])

    @property
    def answer(self) -> int:
        """The label with the most of it."""
        return int(np.argmax(np.nan_to_num(self.summed, nan=-np.inf)))


def explain(
    snapshot: ModelSnapshot,
    spec: ExperimentSpec | None,
    x: Floats,
    label: int | None,
    *,
    knows_epochs: bool = True,
) -> Explained:
    """Looks at one image (pixels,) from all sides.

    Args:
        snapshot: With a Forward-Forward net.
        spec: The experiment it learns by; without it there are no local losses to speak of.
        label: The image's own, where it is known.
        knows_epochs: Whether the snapshot's epoch is how long the net has learnt; it is not of a
            net out of a file that does not tell, or of weights set by hand.
    """
    net = snapshot.ff
    assert net is not None  # noqa: S101 - see above
    image = np.asarray(x, np.float32)
    looks = None if why_no_label_looks(net) else look_at_labels(net, image)
    with np.errstate(all="ignore"):  # diverged weights are told by what is no number
        scores = np.asarray(net.label_goodness(image[None])[0], np.float64)
    summed = np.asarray(count_votes(scores[None], net.net.shown_votes)[0], np.float64)
    summed = np.nan_to_num(summed, nan=-np.inf)
    is_known = label is not None and 0 <= label < net.num_classes
    own = int(label) if is_known and label is not None else int(np.argmax(summed))
    others = summed.copy()
    others[own] = -np.inf
    wrong = int(np.argmax(others))
    if wrong == own:  # no number is larger than another
        wrong = (own + 1) % net.num_classes
    labels = np.array([own])
    if looks is not None:
        activities = tuple(activity[own] for activity in looks.activities)
        goodness = looks.goodness[:, own]
    else:
        activities = tuple(a[0] for a in unit_activities(net, image[None], labels))
        with np.errstate(all="ignore"):
            goodness = np.asarray(net.layer_goodness(image[None], labels)[:, 0], np.float64)
    pictures, units = _embed(net, image)
    losses = tuple(layer.loss for layer in spec.layers) if spec is not None else ()
    local, why_no_local, pushes = _look_at_losses(net, spec, losses, image, own, wrong)
    made, why_no_trace = None, tr("There is no backprop net beside this one.")
    if snapshot.bp is not None:
        why_no_trace = why_not_traced(snapshot.bp)
        if not why_no_trace:
            smoothing = spec.bp.label_smoothing if spec is not None else 0.0
            made = trace(snapshot.bp, image, own, smoothing).dense_end
            if not made.layers:
                made, why_no_trace = None, tr("The backprop net does not end in dense layers.")
    return Explained(
        snapshot, image, own, is_known, wrong, looks, activities,
        _share_out(net, activities, goodness), scores, np.asarray(goodness), pictures, units,
        losses, local, why_no_local, pushes,
        tuple(Norms(_norm(g.kernel_gradient), _norm(g.through_gradient)) for g in local),
        made,
        tuple(_norm(layer.kernel_gradient) for layer in made.layers) if made is not None else (),
        why_no_trace, snapshot.epoch if knows_epochs else None,
    )  # fmt: skip


def _norm(gradient: Values) -> float:
    return float(np.linalg.norm(gradient))


def _share_out(
    net: FFSnapshot, activities: tuple[Floats, ...], goodness: Values
) -> tuple[Floats | None, ...]:
    """What each unit adds to a layer's goodness, where that is a sum over its units.

    A unit's share is the goodness of the layer if all others were silent.
    """
    made: list[Floats | None] = []
    entry = GOODNESS[net.goodness]
    for activity, whole in zip(activities, goodness, strict=True):
        shares = None
        if not entry.by_class and activity.size <= _MOST_UNITS:
            shares = np.asarray(entry.function(np.diag(activity)), np.float32)
            if not np.isclose(float(shares.sum()), float(whole), rtol=1e-3, atol=1e-6):
                shares = None  # of a convolution, or of several steps
        made.append(shares)
    return tuple(made)


def _embed(net: FFSnapshot, image: Floats) -> tuple[Floats | None, Floats | None]:
    """The picture under every label, and the label units beside it; nothing without labels."""
    if not isinstance(net.net, LabelNet) or not net.has_label_in_input:
        return None, None
    strength = net.label_scale
    if net.label_amplitude == "maximum":
        strength *= float(image.max())
    pattern = np.tile(np.eye(net.num_classes, dtype=np.float32), net.label_repeats) * strength
    pictures = np.repeat(image[None], net.num_classes, axis=0)
    if net.label_embedding == "append":
        return pictures, np.asarray(pattern, np.float32)
    pictures[:, : pattern.shape[1]] = pattern
    return pictures, np.empty((net.num_classes, 0), np.float32)


def _look_at_losses(
    net: FFSnapshot,
    spec: ExperimentSpec | None,
    losses: tuple[str, ...],
    image: Floats,
    label: int,
    wrong: int,
) -> tuple[tuple[LocalGradient, ...], str, tuple[Push, ...]]:
    why = why_no_local_gradients(net, losses, "" if spec is None else spec.ff.negatives)
    if why or spec is None:
        return (), why, ()
    sharpness = spec.ff.sharpness
    local = local_gradients(
        net, image[None], np.array([label]), np.array([wrong]), losses, sharpness
    )
    pushes = []
    for layer, weights, loss in zip(local, net.layers, losses, strict=True):
        up, down = LOSS_SLOPES[loss](
            layer.positive_goodness, layer.negative_goodness, weights.threshold, sharpness
        )
        pushes.append(Push(-float(up[0]), -float(down[0])))
    return local, "", tuple(pushes)
