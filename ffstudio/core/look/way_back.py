"""The chain rule through one layer of a described network, in NumPy: from ∂J/∂z to what feeds it.

What has no rule here is only computed; nothing is followed through it, and views say so.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.mathematics.convolution import correlate, margins, pad
from ffstudio.core.mathematics.slopes import pull_through_convolution, pull_to_kernel

Values = npt.NDArray[np.float64]


class Way(ABC):
    """One kind of layer.

    Attributes:
        has_kernel: True where the first of its arrays is a kernel Θ that meets what comes in.
        is_shown: True where its numbers are worth showing; others only pass on.
    """

    has_kernel = False
    is_shown = True

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        """Whether the rule holds for its settings."""
        return True

    @abstractmethod
    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        """z: what comes out before any activation function."""

    @abstractmethod
    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        """∂J/∂input of each input, from δ = ∂J/∂z."""

    def pull_kernel(
        self, layer: Layer, arrays: Sequence[Values], x: Values, delta: Values
    ) -> Values:
        """∂J/∂Θ, of all images together; only where there is a kernel."""
        raise NotImplementedError


class _Dense(Way):
    has_kernel = True

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return fed[0].ndim == 2

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        z = fed[0] @ arrays[0]
        return z + arrays[1] if len(arrays) > 1 else z

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        return [delta @ arrays[0].T]

    def pull_kernel(
        self, layer: Layer, arrays: Sequence[Values], x: Values, delta: Values
    ) -> Values:
        return x.T @ delta


class _Convolution(Way):
    has_kernel = True

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        s = layer.settings
        steps, spread = s["strides"], s.get("dilation_rate", [1, 1])
        return bool(
            s.get("data_format") != "channels_first"
            and steps[0] == steps[1]
            and list(spread) == [1, 1]
            and s["padding"] in ("same", "valid")
        )

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        s = layer.settings
        z = correlate(fed[0], arrays[0], s["strides"], s["padding"])
        return np.asarray(z + arrays[1] if len(arrays) > 1 else z)

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        s, x, kernel = layer.settings, fed[0], arrays[0]
        places, groups = (x.shape[1], x.shape[2]), x.shape[3] // kernel.shape[2]
        stride, padding = s["strides"][0], s["padding"]
        return [pull_through_convolution(delta, kernel, places, stride, padding, groups)]

    def pull_kernel(
        self, layer: Layer, arrays: Sequence[Values], x: Values, delta: Values
    ) -> Values:
        s, shape = layer.settings, arrays[0].shape
        groups = x.shape[3] // shape[2]
        return pull_to_kernel(x, delta, shape, s["strides"][0], s["padding"], groups)


class _Pooling(Way):
    """Windows that may overlap; of equal largest values the first is meant, as in TensorFlow."""

    def __init__(self, largest: bool) -> None:
        self._largest = largest

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return layer.settings.get("data_format") != "channels_first" and fed[0].ndim == 4

    def _windows(self, layer: Layer, x: Values) -> tuple[list[tuple[int, int]], Values, Any]:
        """Margins, the padded image, and per place of a window the part of it that lies there."""
        s = layer.settings
        sizes, strides = s["pool_size"], s["strides"] or s["pool_size"]
        each = list(zip(x.shape[1:3], sizes, strides, strict=True))
        around = [margins(n, k, t, s["padding"]) for n, k, t in each]
        whole = pad(x, around, -math.inf if self._largest else 0.0)
        counts = [(n + sum(m) - k) // t + 1 for (n, k, t), m in zip(each, around, strict=True)]
        parts = [
            (
                slice(None),
                *(
                    slice(i, i + (c - 1) * t + 1, t)
                    for i, c, t in zip(at, counts, strides, strict=True)
                ),
            )
            for at in product(*map(range, sizes))
        ]
        return around, whole, parts

    def _count_there(self, x: Values, around: Any, parts: Any) -> Values:
        """How many places of each window lie in the image."""
        ones = pad(np.ones((1, *x.shape[1:3], 1)), around)
        return np.sum([ones[part] for part in parts], axis=0)

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        around, whole, parts = self._windows(layer, fed[0])
        every = [whole[part] for part in parts]
        if self._largest:
            return np.asarray(np.max(every, axis=0))
        return np.asarray(np.sum(every, axis=0) / self._count_there(fed[0], around, parts))

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        x = fed[0]
        around, whole, parts = self._windows(layer, x)
        back = np.zeros_like(whole)
        if self._largest:
            first = np.argmax([whole[part] for part in parts], axis=0)
            for k, part in enumerate(parts):
                back[part] += np.where(first == k, delta, 0.0)
        else:
            share = delta / self._count_there(x, around, parts)
            for part in parts:
                back[part] += share
        (top, _), (left, _) = around
        return [back[:, top : top + x.shape[1], left : left + x.shape[2]]]


class _PoolingToOne(Way):
    def __init__(self, largest: bool) -> None:
        self._largest = largest

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return layer.settings.get("data_format") != "channels_first" and fed[0].ndim == 4

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        keep = bool(layer.settings["keepdims"])
        function = np.max if self._largest else np.mean
        return np.asarray(function(fed[0], axis=(1, 2), keepdims=keep))

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        x = fed[0]
        given = delta.reshape(len(x), 1, 1, x.shape[3])
        if not self._largest:
            return [np.broadcast_to(given / (x.shape[1] * x.shape[2]), x.shape)]
        # Equally large ones share it, as TensorFlow's reduce_max has it.
        is_largest = x == x.max(axis=(1, 2), keepdims=True)
        return [is_largest * given / is_largest.sum(axis=(1, 2), keepdims=True)]


class _BatchNorm(Way):
    """With the moving statistics, as the net answers."""

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return layer.settings["axis"] in (-1, fed[0].ndim - 1)

    def _line(self, layer: Layer, arrays: Sequence[Values]) -> tuple[Values, Values]:
        s = layer.settings
        *own, mean, variance = arrays
        factor = 1.0 / np.sqrt(variance + s["epsilon"])
        factor = factor * own[0] if s["scale"] else factor
        return factor, (own[-1] if s["center"] else 0.0) - mean * factor

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        factor, term = self._line(layer, arrays)
        return fed[0] * factor + term

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        return [delta * self._line(layer, arrays)[0]]


class _Add(Way):
    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return len({x.shape for x in fed}) == 1

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        return np.asarray(np.sum(fed, axis=0))

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        return [delta for _ in fed]


class _Same(Way):
    """The same numbers in the same order, of another shape or not."""

    def __init__(self, is_shown: bool = False) -> None:
        self.is_shown = is_shown

    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return layer.settings.get("data_format") != "channels_first" or fed[0].ndim < 3

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        if layer.kind == "Flatten":
            return fed[0].reshape(len(fed[0]), -1)
        if layer.kind == "Reshape":
            return fed[0].reshape(len(fed[0]), *layer.settings["target_shape"])
        return fed[0]

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        return [delta.reshape(fed[0].shape)]


class _Rescaling(_Same):
    def fits(self, layer: Layer, fed: Sequence[Values]) -> bool:
        return isinstance(layer.settings["scale"], (int, float))

    def sum_up(self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values]) -> Values:
        return np.asarray(fed[0] * layer.settings["scale"] + layer.settings["offset"])

    def pull(
        self, layer: Layer, arrays: Sequence[Values], fed: Sequence[Values], delta: Values
    ) -> list[Values]:
        return [delta * layer.settings["scale"]]


# What changes nothing once a net has learnt.
DROPPED = ("Dropout", "SpatialDropout2D", "GaussianDropout", "GaussianNoise", "AlphaDropout")

# By the kind of a layer.
WAYS: Mapping[str, Way] = {
    "Dense": _Dense(),
    "Conv2D": _Convolution(),
    "MaxPooling2D": _Pooling(True),
    "AveragePooling2D": _Pooling(False),
    "GlobalMaxPooling2D": _PoolingToOne(True),
    "GlobalAveragePooling2D": _PoolingToOne(False),
    "BatchNormalization": _BatchNorm(),
    "Add": _Add(),
    "Activation": _Same(is_shown=True),
    "Flatten": _Same(),
    "Reshape": _Same(),
    "Rescaling": _Rescaling(),
    **{kind: _Same() for kind in DROPPED},
}
