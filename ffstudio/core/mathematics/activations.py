"""Activation functions on the NumPy side; Keras has its own of the same names."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ffstudio.core.mathematics._variant import Array
from ffstudio.core.words import say_all


def _elu(x: Array) -> Array:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "relu": lambda x: np.maximum(x, 0),
    "tanh": np.tanh,
    "sigmoid": lambda x: (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "leaky_relu": lambda x: np.where(x > 0, x, np.float32(0.2) * x),
    "elu": _elu,
    "silu": lambda x: x * (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "linear": lambda x: x,
}

ACTIVATION_LABELS: dict[str, str] = say_all(
    {
        "relu": "ReLU",
        "tanh": "tanh",
        "sigmoid": "Sigmoid",
        "leaky_relu": "Leaky ReLU (0.2)",
        "elu": "ELU",
        "silu": "SiLU (swish)",
        "linear": "Linear",
    }
)


def softmax(logits: Array) -> Array:
    """exp(z)/Σexp(z) along the last axis, shifted by the maximum against overflow."""
    z = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    return z / np.sum(z, axis=-1, keepdims=True)
