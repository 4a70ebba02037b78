"""Forward rules of layers that slide over places: convolutions, pooling, resizing."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.forward.activation_rules import activate
from ffstudio.core.forward.rule import Rule, Use
from ffstudio.core.mathematics.convolution import correlate, margins, pad

Array = npt.NDArray[Any]


def _last(rule: Callable[[Use, Array], Array]) -> Rule:
    """Lets a rule for channels last serve channels first too."""

    def either(use: Use) -> Array:
        if use.settings.get("data_format") != "channels_first":
            return rule(use, use.x)
        output = rule(use, np.moveaxis(use.x, 1, -1))
        return np.moveaxis(output, -1, 1)

    return either


def _finish(use: Use, z: Array, weights: Sequence[Array]) -> Array:
    """Bias and activation, in place where that can be."""
    if use.settings["use_bias"]:
        z += weights[-1]
    return activate(z, use.settings["activation"], fresh=True)


# --- convolutions -----------------------------------------------------------------------


def _conv(use: Use, x: Array) -> Array:
    s, weights = use.settings, use.weights
    z = correlate(x, weights[0], s["strides"], s["padding"], s["dilation_rate"])
    return _finish(use, z, weights)


def _depthwise(use: Use, x: Array, kernel: Array) -> Array:
    """Each channel with its own filters: (*sizes, channels, times) → channels · times."""
    s = use.settings
    *sizes, channels, times = kernel.shape
    around = [
        margins(n, k, t, s["padding"], d)
        for n, k, t, d in zip(x.shape[1:-1], sizes, s["strides"], s["dilation_rate"], strict=True)
    ]
    x = pad(x, around)
    total: Array | None = None
    for at in product(*map(range, sizes)):
        # All that this place of the kernel is laid on.
        part = x[_under(at, x.shape[1:-1], sizes, s["strides"], s["dilation_rate"])]
        term = part[..., None] * kernel[at]
        total = term if total is None else np.add(total, term, out=total)
    assert total is not None  # noqa: S101 - a kernel has one place at least
    return total.reshape(*total.shape[:-2], channels * times)


def _under(
    at: Sequence[int],
    places: Sequence[int],
    sizes: Sequence[int],
    strides: Sequence[int],
    dilations: Sequence[int],
) -> tuple[slice, ...]:
    slices = [slice(None)]
    for i, n, k, s, d in zip(at, places, sizes, strides, dilations, strict=True):
        count = (n - (k - 1) * d - 1) // s + 1
        if count < 1:
            raise ValueError("nothing is left")
        slices.append(slice(i * d, i * d + (count - 1) * s + 1, s))
    return tuple(slices)


def _depthwise_conv(use: Use, x: Array) -> Array:
    weights = use.weights
    return _finish(use, _depthwise(use, x, weights[0]), weights)


def _separable(use: Use, x: Array) -> Array:
    weights = use.weights
    between = _depthwise(use, x, weights[0])
    pointwise = weights[1].reshape(weights[1].shape[-2:])
    flat = between.reshape(-1, between.shape[-1]) @ pointwise
    return _finish(use, flat.reshape(*between.shape[:-1], -1), weights)


def _conv_transpose(use: Use, x: Array) -> Array:
    """The gradient of a convolution: every value lays a scaled kernel on the output."""
    s, weights = use.settings, use.weights
    kernel = weights[0]
    *sizes, filters, _ = kernel.shape
    strides, dilations = s["strides"], s["dilation_rate"]
    places = x.shape[1:-1]
    whole, before, after = [], [], []
    for i, (n, k, t, d) in enumerate(zip(places, sizes, strides, dilations, strict=True)):
        reach = (k - 1) * d + 1
        extra = None if s["output_padding"] is None else s["output_padding"][i]
        same = s["padding"] == "same"
        if extra is None:
            out = n * t if same else (n - 1) * t + max(reach, t)
        else:
            out = (n - 1) * t + (reach % 2 if same else reach) + extra
        # What the convolution that this is the gradient of would have put before.
        left = max((n - 1) * t + reach - out, 0) // 2 if same else 0
        whole.append(max((n - 1) * t + reach, left + out))
        before.append(left)
        after.append(left + out)
    canvas = np.zeros((len(x), *whole, filters), x.dtype)
    for at in product(*map(range, sizes)):
        laid = tuple(
            slice(i * d, i * d + (n - 1) * t + 1, t)
            for i, n, t, d in zip(at, places, strides, dilations, strict=True)
        )
        canvas[(slice(None), *laid)] += x @ kernel[at].T
    kept = tuple(slice(a, b) for a, b in zip(before, after, strict=True))
    return _finish(use, np.ascontiguousarray(canvas[(slice(None), *kept)]), weights)


def _local(use: Use, x: Array) -> Array:
    """A kernel of its own for every place: (places, patch, filters)."""
    s, weights = use.settings, use.weights
    sizes, still = s["kernel_size"], [1] * len(s["kernel_size"])
    patches = np.stack(
        [
            x[_under(at, x.shape[1:-1], sizes, s["strides"], still)]
            for at in product(*map(range, sizes))
        ],
        axis=-2,
    )
    places = patches.shape[1:-2]
    # One product of matrices for each place.
    rows = patches.reshape(len(x), math.prod(places), -1).transpose(1, 0, 2)
    z = (rows @ weights[0]).transpose(1, 0, 2).reshape(len(x), *places, -1)
    return _finish(use, z, weights)


# --- pooling ----------------------------------------------------------------------------


def _pool(largest: bool) -> Callable[[Use, Array], Array]:
    def rule(use: Use, x: Array) -> Array:
        s = use.settings
        sizes, strides = s["pool_size"], s["strides"] or s["pool_size"]
        ones = [1] * len(sizes)
        places = x.shape[1:-1]
        around = [
            margins(n, k, t, s["padding"]) for n, k, t in zip(places, sizes, strides, strict=True)
        ]
        whole = pad(x, around, -math.inf if largest else 0.0)
        put = np.maximum if largest else np.add
        pooled: Array | None = None
        for at in product(*map(range, sizes)):
            part = whole[_under(at, whole.shape[1:-1], sizes, strides, ones)]
            pooled = part.copy() if pooled is None else put(pooled, part, out=pooled)
        assert pooled is not None  # noqa: S101 - a window has one place at least
        if not largest:
            # The mean of the places that are there: padding does not count.
            for axis, (n, k, t, pads) in enumerate(
                zip(places, sizes, strides, around, strict=True), start=1
            ):
                starts = np.arange(pooled.shape[axis]) * t - pads[0]
                there = np.minimum(starts + k, n) - np.maximum(starts, 0)
                pooled /= there.astype(x.dtype).reshape(-1, *[1] * (x.ndim - 1 - axis))
        return pooled

    return rule


def _pool_to_one(largest: bool) -> Callable[[Use, Array], Array]:
    def rule(use: Use, x: Array) -> Array:
        axes = tuple(range(1, x.ndim - 1))
        keep = use.settings["keepdims"]
        if largest:
            return x.max(axis=axes, keepdims=keep)
        if use.mask is not None and x.ndim == 3:
            # Only the steps that count; without any it is 0/0, as in Keras.
            counted = use.mask[..., None].astype(x.dtype)
            total = np.where(use.mask[..., None], x, 0).sum(axis=1, keepdims=keep)
            return total / counted.sum(axis=1, keepdims=keep)
        return x.mean(axis=axes, keepdims=keep)

    return rule


# --- sizes ------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _resampling(n: int, out: int, method: str) -> Array:
    """(out, n): what each new place takes of the old ones, as ``tf.image.resize`` does."""
    matrix = np.zeros((out, n))
    scale = n / out
    if method == "area":
        for i in range(out):
            for j in range(math.floor(i * scale), min(math.ceil((i + 1) * scale), n)):
                matrix[i, j] = (min(j + 1, (i + 1) * scale) - max(j, i * scale)) / scale
        return matrix
    if method == "nearest":
        for i in range(out):
            # In single precision, which decides between two neighbours.
            at = np.floor((np.float32(i) + np.float32(0.5)) * np.float32(scale))
            matrix[i, min(int(at), n - 1)] = 1.0
        return matrix
    for i in range(out):
        at = (i + 0.5) * scale - 0.5
        low = math.floor(at)
        delta = at - low
        if method == "bilinear":
            matrix[i, max(low, 0)] += 1 - delta
            matrix[i, min(low + 1, n - 1)] += delta
        else:
            # Keys' cubic with a = −1/2, from TensorFlow's table of 1,024 places; what
            # lies outside does not count.
            place = round(delta * 1024) / 1024
            for j, distance in ((-1, 1 + place), (0, place), (1, 1 - place), (2, 2 - place)):
                if 0 <= low + j < n:
                    matrix[i, low + j] = _keys(distance)
            matrix[i] /= matrix[i].sum()
    return matrix


def _keys(x: float) -> float:
    """Keys 1981, "Cubic Convolution Interpolation", equation 15."""
    if x <= 1:
        return (1.5 * x - 2.5) * x * x + 1
    return ((-0.5 * x + 2.5) * x - 4) * x + 2


def _resize(x: Array, height: int, width: int, method: str) -> Array:
    batch, rows, columns, channels = x.shape
    down = _resampling(rows, height, method).astype(x.dtype)
    across = _resampling(columns, width, method).astype(x.dtype)
    lower = (down @ x.reshape(batch, rows, -1)).reshape(batch, height, columns, channels)
    return across @ lower


def _largest_middle(x: Array, height: int, width: int) -> Array:
    """The largest window in the middle that has these proportions, as Keras cuts it."""
    rows, columns = x.shape[1:3]
    tall = max(min(rows, int(columns * height / width)), 1)
    broad = max(min(columns, int(rows * width / height)), 1)
    top, left = int((rows - tall) / 2), int((columns - broad) / 2)
    return x[:, top : top + tall, left : left + broad]


def _resizing(use: Use, x: Array) -> Array:
    s = use.settings
    if s["crop_to_aspect_ratio"]:
        x = _largest_middle(x, s["height"], s["width"])
    return _resize(x, s["height"], s["width"], s["interpolation"])


def _center_crop(use: Use, x: Array) -> Array:
    height, width = use.settings["height"], use.settings["width"]
    rows, columns = x.shape[1:3]
    if rows < height or columns < width:  # too small to be cut: Keras brings it to the size
        return _resize(_largest_middle(x, height, width), height, width, "bilinear")
    top, left = (rows - height) // 2, (columns - width) // 2
    return x[:, top : top + height, left : left + width]


def _up_sample(use: Use, x: Array) -> Array:
    s = use.settings
    # In one and three directions Keras knows repeating only.
    if s["interpolation"] != "nearest" and x.ndim == 4:
        high, wide = (n * k for n, k in zip(x.shape[1:3], s["size"], strict=True))
        return _resize(x, high, wide, s["interpolation"])
    for axis, times in enumerate(s["size"], start=1):
        x = np.repeat(x, times, axis=axis)
    return x


def _zero_pad(use: Use, x: Array) -> Array:
    return pad(x, [(a, b) for a, b in use.settings["padding"]])


def _crop(use: Use, x: Array) -> Array:
    kept = [
        slice(a, n - b) for n, (a, b) in zip(x.shape[1:-1], use.settings["cropping"], strict=True)
    ]
    return x[(slice(None), *kept)]


RULES: dict[str, Rule] = {"Resizing": _last(_resizing), "CenterCrop": _last(_center_crop)}
for _n in (1, 2, 3):
    _d = f"{_n}D"
    RULES[f"Conv{_d}"] = _last(_conv)
    RULES[f"Conv{_d}Transpose"] = _last(_conv_transpose)
    if _n < 3:
        RULES[f"DepthwiseConv{_d}"] = _last(_depthwise_conv)
        RULES[f"SeparableConv{_d}"] = _last(_separable)
        RULES[f"LocallyConnected{_d}"] = _last(_local)
    for _name, _largest in (("Max", True), ("Average", False)):
        RULES[f"{_name}Pooling{_d}"] = _last(_pool(_largest))
        RULES[f"Global{_name}Pooling{_d}"] = _last(_pool_to_one(_largest))
    RULES[f"UpSampling{_d}"] = _last(_up_sample)
    RULES[f"ZeroPadding{_d}"] = _last(_zero_pad)
    RULES[f"Cropping{_d}"] = _last(_crop)
