"""The gradients of a Forward-Forward net's layers: each layer's own, and the true one of their sum.

A layer's own gradient takes what comes from below as given; nothing comes back from above. The
true gradient of the summed local losses also goes back through the layers, as backprop would.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES, NEGATIVES, NORMALISATIONS, centre
from ffstudio.core.mathematics.slopes import (
    ACTIVATION_SLOPES,
    DIVISOR_SLOPES,
    GOODNESS_SLOPES,
    LOSS_SLOPES,
    pull_through_norm,
)
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]


@dataclass(frozen=True)
class LocalGradient:
    """One layer, for n images as positive and negative data: rows of positive data first.

    Attributes:
        below: What the layer sees, normalised (2n, inputs).
        before, after: z and a (2n, units).
        goodness: (2n,).
        loss: The local loss, its mean over the n pairs.
        delta: ∂loss/∂z of the layer's own loss (2n, units).
        through: ∂(all layers' losses)/∂z, what comes back from above included (2n, units).
    """

    below: Values
    before: Values
    after: Values
    goodness: Values
    loss: float
    delta: Values
    through: Values

    @property
    def kernel_gradient(self) -> Values:
        """Of the layer's own loss: (inputs, units)."""
        return self.below.T @ self.delta

    @property
    def through_gradient(self) -> Values:
        """Of all layers' losses: (inputs, units)."""
        return self.below.T @ self.through

    @property
    def positive_goodness(self) -> Values:
        return self.goodness[: len(self.goodness) // 2]

    @property
    def negative_goodness(self) -> Values:
        return self.goodness[len(self.goodness) // 2 :]


def why_no_local_gradients(net: FFSnapshot, losses: Sequence[str], negatives: str = "") -> str:
    """Why a net's local gradients cannot be followed, one sentence; empty when they can.

    Args:
        losses: A name of ``LOCAL_LOSSES`` per layer.
        negatives: A name of ``NEGATIVES``, where it is known.
    """
    if net.kind is not LabelNet:
        return tr("Local gradients are followed in nets with the label in their input only.")
    if any(layer.kernel.ndim != 2 for layer in net.layers):
        return tr("Local gradients are followed through dense layers only.")
    if any(layer.has_batch_norm for layer in net.layers):
        return tr(
            "Layers here are normalised over the mini-batch, so no image has a gradient of its own."
        )
    if any(layer.skip for layer in net.layers):
        return tr("Local gradients are not followed through shortcuts past layers.")
    if negatives and NEGATIVES[negatives].every:
        return tr(
            "Layers here learn from all wrong labels at once; local gradients are followed for one "
            "wrong label."
        )
    known: tuple[tuple[str, Mapping[str, object]], ...] = (
        *((layer.activation, ACTIVATION_SLOPES) for layer in net.layers),
        (net.goodness, GOODNESS_SLOPES),
        (net.normalisation, DIVISOR_SLOPES),
        *((loss, LOSS_SLOPES) for loss in losses),
    )
    for name, table in known:
        if name not in table:
            return tr("The derivative of {name} is not among those that are known.", name=name)
    if len(losses) != len(net.layers):
        return tr("The experiment that says how these layers learn is not there.")
    return ""


def local_gradients(
    net: FFSnapshot,
    x: npt.ArrayLike,
    labels: Ints,
    wrong: Ints,
    losses: Sequence[str],
    sharpness: float,
) -> tuple[LocalGradient, ...]:
    """Both gradients of every layer.

    Peer normalisation, collaboration, dropout and penalties on weights are left out.

    Args:
        x: Images (n, pixels).
        labels, wrong: Labels of positive and of negative data (n,).
        losses: A name of ``LOCAL_LOSSES`` per layer.

    Raises:
        ModelFileError: They cannot be followed; says why.
    """
    why = why_no_local_gradients(net, losses)
    if why:
        raise ModelFileError(why)
    below = np.concatenate([first_inputs(net, x, chosen) for chosen in (labels, wrong)])
    goodness_of = GOODNESS[net.goodness].function
    passed = []
    divisors: list[Values] = []  # of each layer's activities, for the layer above
    for i, weights in enumerate(net.layers):
        kernel, bias = (np.asarray(a, np.float64) for a in (weights.kernel, weights.bias))
        before = below @ kernel + bias
        after = np.asarray(activate(before, weights.activation), np.float64)
        if i + 1 < len(net.layers):
            centred = np.asarray(centre(after, net.normalisation))
            squares = np.sum(centred * centred, axis=-1, keepdims=True)
            divisor = NORMALISATIONS[net.normalisation].function(squares, after.shape[-1])
            divisors.append(divisor)
        passed.append((below, before, after))
        if i + 1 < len(net.layers):
            below = centred / divisors[i]
    made: list[LocalGradient] = []
    pulled: Values | float = 0.0
    half = len(passed[0][0]) // 2
    for i in reversed(range(len(passed))):
        below, before, after = passed[i]
        weights = net.layers[i]
        goodness = np.asarray(goodness_of(after), np.float64)
        positive, negative = goodness[:half], goodness[half:]
        loss = LOCAL_LOSSES[losses[i]].function(positive, negative, weights.threshold, sharpness)
        slopes = LOSS_SLOPES[losses[i]](positive, negative, weights.threshold, sharpness)
        per_goodness = np.concatenate(slopes)[:, None] / max(half, 1)
        own = per_goodness * GOODNESS_SLOPES[net.goodness](after)
        slope = ACTIVATION_SLOPES[weights.activation](before)
        if i + 1 < len(passed):
            kernel_above = np.asarray(net.layers[i + 1].kernel, np.float64)
            seen = made[0].through @ kernel_above.T
            centred = np.asarray(centre(after, net.normalisation))
            pulled = pull_through_norm(centred, seen, divisors[i], net.normalisation)
        made.insert(
            0,
            LocalGradient(
                below, before, after, goodness, float(np.mean(loss)),
                own * slope, (own + pulled) * slope,
            ),
        )  # fmt: skip
    return tuple(made)


def first_inputs(net: FFSnapshot, x: npt.ArrayLike, labels: Ints) -> Values:
    """What the first dense layer sees of labelled images, normalised: (n, inputs)."""
    local = net.net
    assert isinstance(local, LabelNet)  # noqa: S101 - why_no_local_gradients lets no other in
    given = np.asarray(x, np.float64)
    image, weight = local.split_input(given)
    classes, repeats = net.num_classes, net.label_repeats
    pattern = np.tile(np.eye(classes)[np.asarray(labels)], repeats) * weight
    if net.label_embedding == "append":
        if image.shape[1] == net.num_inputs:
            return np.concatenate([image, pattern], axis=1)
        pattern = np.pad(pattern, [(0, 0), (net.num_inputs, 0)])
        return np.asarray(image + pattern)
    filled = np.array(image, np.float64)
    filled[:, : classes * repeats] += pattern
    return filled
