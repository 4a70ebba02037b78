"""Forward rules of dense layers, norms, merges and layers that only rearrange."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.forward.activation_rules import ACTIVATION_RULES, activate
from ffstudio.core.forward.rule import Rule, Use

Array = npt.NDArray[Any]

_EPSILON = 1e-7  # keras.config.epsilon()


def _through(use: Use) -> Array:
    return use.x


def _dense(use: Use) -> Array:
    kernel, *bias = use.weights
    x = use.x
    z = x.reshape(-1, x.shape[-1]) @ kernel
    if bias:
        z += bias[0]
    return activate(z.reshape(*x.shape[:-1], -1), use.settings["activation"], fresh=True)


def _embedding(use: Use) -> Array:
    (table,) = use.weights
    return table[use.x.astype(np.int32)]


def _encode(use: Use) -> Array:
    """Whole numbers as marks in as many places; numbers beyond the last place leave none."""
    mode, count = use.settings["output_mode"], use.settings["num_tokens"]
    x = use.x[..., None] if use.x.ndim == 1 else use.x
    marks = (x.astype(np.int32)[..., None] == np.arange(count)).astype(np.float32)
    if mode == "count":
        return marks.sum(axis=-2)
    if mode == "multi_hot" or x.shape[-1] == 1:
        return marks.max(axis=-2)
    return marks


def _flatten(use: Use) -> Array:
    x = use.x
    if use.settings["data_format"] == "channels_first" and x.ndim > 2:
        x = np.moveaxis(x, 1, -1)
    return x.reshape(len(x), math.prod(x.shape[1:]))


def _reshape(use: Use) -> Array:
    return use.x.reshape(len(use.x), *use.settings["target_shape"])


def _permute(use: Use) -> Array:
    return use.x.transpose(0, *use.settings["dims"])


def _repeat(use: Use) -> Array:
    return np.repeat(use.x[:, None], use.settings["n"], axis=1)


def _masking(use: Use) -> Array:
    return np.where((use.x != use.settings["mask_value"]).any(axis=-1, keepdims=True), use.x, 0)


# --- norms ------------------------------------------------------------------------------


def _along(value: Array, axes: Sequence[int], rank: int) -> Array:
    """Laid along some axes of ``rank``, the batch counted, so that it broadcasts."""
    shape = [1] * rank
    for axis, n in zip(sorted(a % rank for a in axes), value.shape, strict=True):
        shape[axis] = n
    return value.reshape(shape)


def _axes(value: Any) -> list[int]:
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _batch_norm(use: Use) -> Array:
    """With the moving statistics, as one factor and one term per channel."""
    s, x = use.settings, use.x
    *own, mean, variance = use.weights
    factor = 1 / np.sqrt(variance + s["epsilon"])
    if s["scale"]:
        factor = factor * own[0]
    term = -mean * factor
    if s["center"]:
        term = term + own[-1]
    y = x * _along(factor, [s["axis"]], x.ndim)
    y += _along(term, [s["axis"]], x.ndim)
    return y


def _layer_norm(use: Use) -> Array:
    s, x, own = use.settings, use.x, use.weights
    axes = tuple(a % x.ndim for a in _axes(s["axis"]))
    shape = [n if i in axes else 1 for i, n in enumerate(x.shape)]
    y = x - x.mean(axis=axes, keepdims=True)
    y /= np.sqrt((y * y).mean(axis=axes, keepdims=True) + s["epsilon"])
    if s["scale"]:
        y *= own[0].reshape(shape)
    if s["center"]:
        y += own[-1].reshape(shape)
    return y


def _group_norm(use: Use) -> Array:
    """Within each group of channels of each image."""
    s, x, own = use.settings, use.x, use.weights
    moved = np.moveaxis(x, s["axis"], -1)
    groups = moved.shape[-1] if s["groups"] == -1 else s["groups"]
    parts = moved.reshape(*moved.shape[:-1], groups, -1)
    axes = (*range(1, moved.ndim - 1), parts.ndim - 1)
    parts = parts - parts.mean(axis=axes, keepdims=True)
    parts = parts / np.sqrt((parts * parts).mean(axis=axes, keepdims=True) + s["epsilon"])
    y = parts.reshape(moved.shape)
    if s["scale"]:
        y *= own[0]
    if s["center"]:
        y += own[-1]
    return np.moveaxis(y, -1, s["axis"])


def _unit_length(x: Array, axes: Sequence[int], epsilon: float) -> Array:
    length = np.sqrt((x * x).sum(axis=tuple(axes), keepdims=True))
    return x / np.maximum(length, epsilon)


def _unit_norm(use: Use) -> Array:
    return _unit_length(use.x, _axes(use.settings["axis"]), 1e-12)


def _normalization(use: Use) -> Array:
    """Mean and variance out of the weights, else the settings, else 0 and 1."""
    s, x = use.settings, use.x
    given = use.weights or [
        np.asarray(s[k], x.dtype) for k in ("mean", "variance") if s[k] is not None
    ]
    if not given:
        given = [np.zeros((), x.dtype), np.ones((), x.dtype)]
    axes = sorted(a % x.ndim for a in _axes(s["axis"]))
    mean, variance = (_along(a, axes[len(axes) - a.ndim :], x.ndim) for a in given[:2])
    return (x - mean) / np.maximum(np.sqrt(variance), _EPSILON)


# --- activations ------------------------------------------------------------------------


def _activation(use: Use) -> Array:
    return activate(use.x, use.settings["activation"])


def _active_layer(use: Use) -> Array:
    x = use.x
    if use.layer.kind == "Softmax" and use.mask is not None:
        x = np.where(use.mask, x, np.finfo(x.dtype).min / 2)
    return ACTIVATION_RULES[use.layer.kind](x, **use.settings)


def _prelu(use: Use) -> Array:
    (alpha,) = use.weights
    return np.maximum(use.x, 0) - alpha * np.maximum(-use.x, 0)


def _rescaling(use: Use) -> Array:
    return use.x * use.settings["scale"] + use.settings["offset"]


def _auto_contrast(use: Use) -> Array:
    """Every channel of every image from its own darkest to its own brightest value."""
    low, high = use.settings["value_range"]
    x = use.x
    least, most = (f(x, axis=(1, 2), keepdims=True) for f in (np.min, np.max))
    spread = np.where(most > least, most - least, 1)
    stretched = low + (x - least) / spread * (high - low)
    return np.where(most > least, np.clip(stretched, low, high), x)


# --- merges -----------------------------------------------------------------------------


def _wide(use: Use) -> list[Array]:
    """The inputs with one rank: smaller ones get axes of 1 after the batch."""
    rank = max(a.ndim for a in use.fed)
    return [a.reshape(len(a), *[1] * (rank - a.ndim), *a.shape[1:]) for a in use.fed]


def _wide_masks(use: Use) -> list[Array | None]:
    """Per input which of its values count; smaller ranks have lost their masks."""
    rank = max(a.ndim for a in use.fed)
    return [
        None if m is None or a.ndim < rank else np.broadcast_to(m[..., None], a.shape)
        for a, m in zip(use.fed, use.masks, strict=True)
    ]


def _add(use: Use) -> Array:
    return functools.reduce(np.add, _wide(use))


def _average(use: Use) -> Array:
    return _add(use) / len(use.fed)


def _multiply(use: Use) -> Array:
    """What does not count is a factor of 1; where nothing counts the product is 0."""
    marks = _wide_masks(use)
    parts = [x if m is None else np.where(m, x, 1) for x, m in zip(_wide(use), marks, strict=True)]
    product = functools.reduce(np.multiply, parts)
    known = [m for m in marks if m is not None]
    if len(known) == len(marks):
        product = np.where(functools.reduce(np.logical_or, known), product, 0)
    return product


def _extreme(function: Callable[[Array, Array], Array]) -> Rule:
    """The larger or smaller of the values that count."""

    def rule(use: Use) -> Array:
        (merged, *others), (counts, *marks) = _wide(use), _wide_masks(use)
        for x, mask in zip(others, marks, strict=True):
            if mask is not None:
                x = np.where(mask, x, merged)
            if counts is not None:
                merged = np.where(counts, merged, x)
            counts = None if mask is None or counts is None else counts | mask
            merged = function(merged, x)
        return merged

    return rule


def _subtract(use: Use) -> Array:
    if len(use.fed) != 2:
        raise ValueError("two inputs are needed")
    return functools.reduce(np.subtract, _wide(use))


def _concatenate(use: Use) -> Array:
    return np.concatenate(use.fed, axis=use.settings["axis"])


def _dot(use: Use) -> Array:
    """Sums over one axis of each: (batch, rest of the first, rest of the second)."""
    s = use.settings
    first, second = use.fed
    axes = _axes(s["axes"]) if isinstance(s["axes"], list) else [s["axes"]] * 2
    parts = []
    for x, axis in zip((first, second), axes, strict=True):
        if s["normalize"]:
            x = _unit_length(x, [axis], _EPSILON)
        parts.append(np.moveaxis(x, axis, -1))
    rest = [p.shape[1:-1] for p in parts]
    one, two = (p.reshape(len(p), -1, p.shape[-1]) for p in parts)
    product = one @ two.transpose(0, 2, 1)
    return product.reshape(len(first), *(rest[0] + rest[1] or (1,)))


RULES: dict[str, Rule] = {
    **dict.fromkeys(
        (
            "InputLayer", "Identity", "Dropout", "AlphaDropout", "GaussianDropout",
            "GaussianNoise", "ActivityRegularization", "SpatialDropout1D", "SpatialDropout2D",
            "SpatialDropout3D",
        ),
        _through,
    ),
    "Dense": _dense,
    "Embedding": _embedding,
    "CategoryEncoding": _encode,
    "Flatten": _flatten,
    "Reshape": _reshape,
    "Permute": _permute,
    "RepeatVector": _repeat,
    "ExpandLast": lambda use: use.x[..., None],
    "Masking": _masking,
    "BatchNormalization": _batch_norm,
    "LayerNormalization": _layer_norm,
    "GroupNormalization": _group_norm,
    "UnitNormalization": _unit_norm,
    "Normalization": _normalization,
    "Activation": _activation,
    "ReLU": _active_layer,
    "LeakyReLU": _active_layer,
    "ELU": _active_layer,
    "Softmax": _active_layer,
    "PReLU": _prelu,
    "Rescaling": _rescaling,
    "AutoContrast": _auto_contrast,
    "Add": _add,
    "Subtract": _subtract,
    "Multiply": _multiply,
    "Average": _average,
    "Maximum": _extreme(np.maximum),
    "Minimum": _extreme(np.minimum),
    "Concatenate": _concatenate,
    "Dot": _dot,
}  # fmt: skip
