"""The gradients of a Forward-Forward net's layers: each layer's own, and the true one of their sum.

A layer's own gradient takes what comes from below as given; nothing comes back from above. The
true gradient of the summed local losses also goes back through the layers, as backprop would.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.layer_gradients import LayerLosses, follow_layers, why_no_layer_gradients
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]


@dataclass(frozen=True, eq=False)
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
    """Why a net's local gradients cannot be shown unit by unit, one sentence; empty when they can.

    Args:
        losses: A name of ``LOCAL_LOSSES`` per layer.
        negatives: A name of ``NEGATIVES``, where it is known.
    """
    if net.kind is not LabelNet:
        return tr("Local gradients are shown of nets with the label in their input only.")
    if any(layer.kernel.ndim != 2 for layer in net.layers):
        return tr("Local gradients are shown of dense layers only.")
    return why_no_layer_gradients(net, LayerLosses(tuple(losses), 1.0, negatives=negatives))


def local_gradients(
    net: FFSnapshot,
    x: npt.ArrayLike,
    labels: Ints,
    wrong: Ints,
    losses: Sequence[str],
    sharpness: float,
) -> tuple[LocalGradient, ...]:
    """Both gradients of every layer of a dense net with the label in its input.

    Args:
        x: Images (n, pixels).
        labels, wrong: Labels of positive and of negative data (n,).
        losses: A name of ``LOCAL_LOSSES`` per layer.

    Raises:
        ModelFileError: They cannot be shown; says why.
    """
    why = why_no_local_gradients(net, losses)
    if why:
        raise ModelFileError(why)
    made = follow_layers(net, x, labels, wrong, LayerLosses(tuple(losses), sharpness))
    return tuple(
        LocalGradient(m.seen, m.before, m.after, m.goodness, m.loss, m.delta, m.through)
        for m in made
    )
