"""Keras 3's activation functions in NumPy (https://keras.io/api/layers/activations/).

They keep the type of their argument and never change it, unless it is said to be fresh.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.mathematics.activations import gelu, selu
from ffstudio.core.words import tr

Array = npt.NDArray[Any]


def softmax(x: Array, axis: int | Sequence[int] = -1) -> Array:
    """exp(x)/Σexp(x), shifted by the maximum against overflow."""
    over = axis if isinstance(axis, int) else tuple(axis)
    z = x - x.max(axis=over, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(axis=over, keepdims=True)
    return z


def leaky_relu(x: Array, negative_slope: float = 0.2) -> Array:
    """x where it is positive, slope·x elsewhere."""
    return np.where(x > 0, x, negative_slope * x)


def elu(x: Array, alpha: float = 1.0) -> Array:
    """x where it is positive, α·(exp(x) − 1) elsewhere."""
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def relu(
    x: Array, max_value: float | None = None, negative_slope: float = 0.0, threshold: float = 0.0
) -> Array:
    """x above the threshold, at most ``max_value``; slope·(x − threshold) below it."""
    y = np.where(x > threshold, x, 0) if threshold else np.maximum(x, 0)
    if max_value is not None:
        y = np.clip(y, 0, max_value)
    if negative_slope:
        y = y - negative_slope * np.maximum(threshold - x, 0)
    return y


def _sigmoid(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))


def _softplus(x: Array) -> Array:
    return np.logaddexp(x, 0).astype(x.dtype, copy=False)


def _log_softmax(x: Array) -> Array:
    z = x - x.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def _hard_sigmoid(x: Array) -> Array:
    return np.clip(x + 3, 0, 6) / 6


def _gelu_tanh(x: Array) -> Array:
    return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x * x * x)))


def _sparsemax(x: Array) -> Array:
    """The nearest point of the simplex: Martins & Astudillo 2016, algorithm 1."""
    z = -np.sort(-x, axis=-1)
    sums = np.cumsum(z, axis=-1) - 1
    ranks = np.arange(1, x.shape[-1] + 1).astype(x.dtype)
    count = np.count_nonzero(ranks * z > sums, axis=-1, keepdims=True)
    limit = np.take_along_axis(sums, count - 1, axis=-1) / count.astype(x.dtype)
    return np.maximum(x - limit, 0)


def _threshold(x: Array) -> Array:
    raise ModelFileError(
        tr("The activation threshold needs two numbers that the file does not give."),
        tr("Keras cannot compute it either."),
    )


FUNCTIONS: dict[str, Callable[[Array], Array]] = {
    "linear": lambda x: x,
    "relu": lambda x: np.maximum(x, 0),
    "relu6": lambda x: np.clip(x, 0, 6),
    "leaky_relu": leaky_relu,
    "elu": elu,
    "selu": selu,
    "celu": elu,  # with α = 1, the only one that a name can mean
    "gelu": gelu,
    "gelu_tanh": _gelu_tanh,
    "silu": lambda x: x * _sigmoid(x),
    "mish": lambda x: x * np.tanh(_softplus(x)),
    "sigmoid": _sigmoid,
    "hard_sigmoid": _hard_sigmoid,
    "hard_sigmoid_2": lambda x: np.clip(0.2 * x + 0.5, 0, 1),
    "hard_silu": lambda x: x * _hard_sigmoid(x),
    "hard_tanh": lambda x: np.clip(x, -1, 1),
    "tanh": np.tanh,
    "tanh_shrink": lambda x: x - np.tanh(x),
    "soft_shrink": lambda x: x - np.clip(x, -0.5, 0.5),
    "hard_shrink": lambda x: np.where(np.abs(x) > 0.5, x, 0),
    "softmax": softmax,
    "log_softmax": _log_softmax,
    "log_sigmoid": lambda x: -_softplus(-x),
    "softplus": _softplus,
    "softsign": lambda x: x / (1 + np.abs(x)),
    "exponential": np.exp,
    "squareplus": lambda x: (x + np.sqrt(x * x + 4)) / 2,
    "sparse_plus": lambda x: np.where(x < 1, 0.25 * np.maximum(x + 1, 0) ** 2, x),
    "sparsemax": _sparsemax,
    "threshold": _threshold,
}

# Layers that may stand where a function is expected, too.
ACTIVATION_RULES: dict[str, Callable[..., Array]] = {
    "ReLU": relu,
    "LeakyReLU": leaky_relu,
    "ELU": elu,
    "Softmax": softmax,
}


def activate(x: Array, activation: Any, fresh: bool = False) -> Array:
    """A layer's activation, a name or a layer with its settings, applied.

    Args:
        fresh: ``x`` belongs to nobody else: it may be overwritten.
    """
    if activation == "relu" and fresh:
        return np.maximum(x, 0, out=x)
    if isinstance(activation, Mapping):
        return ACTIVATION_RULES[str(activation["kind"])](x, **activation["settings"])
    return FUNCTIONS[activation](x)
