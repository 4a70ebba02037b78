"""One layer of a Forward-Forward net up and down: what it computes, and the chain rule through it.

Written out in NumPy (float64) from the derivatives in
:mod:`ffstudio.core.mathematics.slopes`, for views that follow gradients.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.forward_forward import LocalLayer
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.weights import ConvWeights, DenseWeights
from ffstudio.core.mathematics import GOODNESS, NORMALISATIONS, centre, normalise_layer
from ffstudio.core.mathematics.convolution import correlate, pool
from ffstudio.core.mathematics.goodness import by_class
from ffstudio.core.mathematics.slopes import (
    ACTIVATION_SLOPES,
    CLASS_GOODNESS_SLOPES,
    DIVISOR_SLOPES,
    GOODNESS_SLOPES,
    PROJECTED_SLOPES,
    pull_through_class_norm,
    pull_through_convolution,
    pull_through_norm,
    pull_through_patch_means,
    pull_through_pool,
    pull_through_scores,
    pull_to_kernel,
)

Values = npt.NDArray[np.float64]


def find_unknown(net: FFSnapshot) -> str:
    """What of a net's layers has no known derivative: its name; empty when all have one."""
    goodness = GOODNESS[net.goodness]
    slopes = CLASS_GOODNESS_SLOPES if goodness.by_class else GOODNESS_SLOPES
    slopes = PROJECTED_SLOPES if goodness.projection else slopes
    names = [layer.activation for layer in net.layers]
    unknown = [name for name in names if name not in ACTIVATION_SLOPES]
    unknown += [net.goodness] if net.goodness not in slopes else []
    unknown += [net.normalisation] if net.normalisation not in DIVISOR_SLOPES else []
    return unknown[0] if unknown else ""


class SlopedLayer:
    """One layer of a Forward-Forward net in float64, up and down.

    Attributes:
        local: What the net itself computes with.
    """

    def __init__(self, local: LocalLayer, weights: DenseWeights) -> None:
        self.local = local
        self.kernel = np.asarray(weights.kernel, np.float64)
        self.bias = np.asarray(weights.bias, np.float64)
        self.activation = weights.activation
        self.is_convolution = isinstance(weights, ConvWeights)
        self.pooling, self.stride, self.padding, self.groups = "none", 1, "same", 1
        if isinstance(weights, ConvWeights):
            self.pooling, self.stride = weights.pooling, weights.stride
            self.padding, self.groups = weights.padding, weights.groups
        self.skip, self.shortcut_stride = weights.skip, weights.shortcut_stride
        self.shortcut = None
        if weights.shortcut is not None:
            self.shortcut = np.asarray(weights.shortcut, np.float64)

    def see(self, below: Values) -> Values:
        """The normalised input, laid out flat below a dense layer."""
        local = self.local
        direction = normalise_layer(
            below, local.normalisation, local.classes_below, is_image=local.sees_image
        )
        return np.asarray(direction if self.is_convolution else direction.reshape(len(below), -1))

    def pull_see(self, below: Values, pulled: Values) -> Values:
        """∂J/∂below from ∂J/∂direction."""
        local, given = self.local, pulled.reshape(below.shape)
        if local.classes_below > 1:
            return pull_through_class_norm(below, given, local.classes_below)
        by_place = NORMALISATIONS[local.normalisation].by_place and not local.sees_image
        if by_place and below.ndim == 4 and below.shape[-1] > 1:
            places = (-1, below.shape[-1])
            back = pull_through_class_norm(below.reshape(places), given.reshape(places), 1)
            return back.reshape(below.shape)
        flat = np.asarray(centre(below.reshape(len(below), -1), local.normalisation))
        squares = np.sum(flat * flat, axis=-1, keepdims=True)
        divisor = NORMALISATIONS[local.normalisation].function(squares, flat.shape[-1])
        back = pull_through_norm(flat, given.reshape(flat.shape), divisor, local.normalisation)
        return back.reshape(below.shape)

    def weigh(self, direction: Values) -> Values:
        """z."""
        if self.is_convolution:
            return self.slide(direction) + self.bias
        return direction @ self.kernel + self.bias

    def slide(self, planes: Values) -> Values:
        """The kernel's sums over planes, without the bias."""
        return correlate(planes, self.kernel, [self.stride, self.stride], self.padding)

    def pull_weigh(self, pulled: Values, places: tuple[int, ...]) -> Values:
        """∂J/∂direction from ∂J/∂z; the direction has these places, if any."""
        if self.is_convolution:
            high, wide = places
            return pull_through_convolution(
                pulled, self.kernel, (high, wide), self.stride, self.padding, self.groups
            )
        return pulled @ self.kernel.T

    def pull_kernel(self, direction: Values, pulled: Values) -> Values:
        """∂J/∂kernel from ∂J/∂z, of all rows together."""
        if self.is_convolution:
            return pull_to_kernel(
                direction, pulled, self.kernel.shape, self.stride, self.padding, self.groups
            )
        return direction.T @ pulled

    def project(self, direction: Values) -> Values:
        """What a block sees, as it is added to the sums of this layer, its last."""
        if self.shortcut is None:
            return direction
        if not self.is_convolution:
            return direction @ self.shortcut
        return correlate(direction, self.shortcut, [self.shortcut_stride] * 2, "same")

    def pull_project(self, pulled: Values, places: tuple[int, ...]) -> Values:
        """∂J/∂direction, of what the block sees, from ∂J/∂z."""
        if self.shortcut is None:
            return pulled
        if not self.is_convolution:
            return pulled @ self.shortcut.T
        high, wide = places
        return pull_through_convolution(
            pulled, self.shortcut, (high, wide), self.shortcut_stride, "same"
        )

    def finish(self, before: Values) -> tuple[Values, Values]:
        """Activities, and the same pooled."""
        full = np.asarray(activate(before, self.activation), np.float64)
        return full, pool(full, self.pooling)  # type: ignore[arg-type, return-value]

    def pull_finish(self, before: Values, full: Values, pulled: Values) -> Values:
        """∂J/∂z from ∂J/∂(pooled activities)."""
        back = pull_through_pool(full, pulled, self.pooling)
        return back * ACTIVATION_SLOPES[self.activation](before)


class LayerJudge:
    """What one layer's goodness, or its score of every class, makes of activities; and back."""

    def __init__(self, net: FFSnapshot, layer: int) -> None:
        self._goodness, self._name = GOODNESS[net.goodness], net.goodness
        self._classes = net.num_classes
        matrix = net.layers[layer].projection
        self._matrix = None if matrix is None else np.asarray(matrix, np.float64)

    def measure(self, after: Values) -> Values:
        """Goodness (rows,), or of every class (rows, classes)."""
        goodness = self._goodness
        if goodness.by_class:
            groups = by_class(after, self._classes)
            return np.asarray(goodness.function(groups, np, (1, 3)), np.float64)
        if goodness.projection:
            seen = np.asarray(goodness.function(after), np.float64)
            return np.asarray(goodness.score(seen, self._matrix), np.float64)
        return np.asarray(goodness.function(after.reshape(len(after), -1)), np.float64)

    def pull(self, after: Values, pulled: Values) -> Values:
        """∂J/∂a from ∂J/∂(what :meth:`measure` gives)."""
        goodness = self._goodness
        if goodness.by_class:
            groups = by_class(after, self._classes)
            seed = CLASS_GOODNESS_SLOPES[self._name](groups) * pulled[:, None, :, None]
            return np.asarray(seed.reshape(after.shape))
        if goodness.projection:
            assert self._matrix is not None  # noqa: S101 - such a layer has one
            seen = np.asarray(goodness.function(after), np.float64)
            back = pull_through_scores(seen, self._matrix, pulled, goodness.projection)
            spread = pull_through_patch_means(after.shape, back)
            return np.asarray(spread * PROJECTED_SLOPES[self._name](after))
        flat = after.reshape(len(after), -1)
        seed = GOODNESS_SLOPES[self._name](flat) * pulled.reshape(-1, 1)
        return np.asarray(seed.reshape(after.shape))
