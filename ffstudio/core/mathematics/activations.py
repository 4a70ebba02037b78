"""Activation functions on the NumPy side; Keras has its own of the same names."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from ffstudio.core.mathematics._variant import Array
from ffstudio.core.words import say_all

# Of SELU: Klambauer et al. 2017, "Self-Normalizing Neural Networks".
SELU_ALPHA, SELU_SCALE = 1.6732632423543772, 1.0507009873554805

# For float32 linear interpolation in a table is exact enough: its error is below 5e-8.
_ERF_AT = np.linspace(-5, 5, 20_001)
_ERF = np.array([math.erf(x) for x in _ERF_AT])
_exact_erf = np.frompyfunc(math.erf, 1, 1)


def normal_share(x: Array) -> Array:
    """Φ(x), the share of a normal distribution that lies below x, in x's own precision."""
    z = x * math.sqrt(0.5)
    if x.dtype == np.float64:
        return 0.5 * (1 + np.asarray(_exact_erf(z), np.float64))
    return 0.5 * (1 + np.interp(z, _ERF_AT, _ERF).astype(x.dtype))


def gelu(x: Array) -> Array:
    """x·Φ(x) (Hendrycks & Gimpel 2016, "Gaussian Error Linear Units")."""
    return x * normal_share(x)


def selu(x: Array) -> Array:
    """λx where it is positive, λα·(exp(x) − 1) elsewhere (Klambauer et al. 2017)."""
    return SELU_SCALE * np.where(x > 0, x, SELU_ALPHA * np.expm1(np.minimum(x, 0)))


def _elu(x: Array) -> Array:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "relu": lambda x: np.maximum(x, 0),
    "tanh": np.tanh,
    "sigmoid": lambda x: (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "leaky_relu": lambda x: np.where(x > 0, x, np.float32(0.2) * x),
    "elu": _elu,
    "silu": lambda x: x * (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "gelu": gelu,
    "selu": selu,
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
        "gelu": "GELU",
        "selu": "SELU",
        "linear": "Linear",
    }
)


def say_activation(name: str) -> str:
    """An activation function for a reader, its own name where we have no other."""
    return ACTIVATION_LABELS.get(name, name)


def softmax(logits: Array) -> Array:
    """exp(z)/Σexp(z) along the last axis, shifted by the maximum against overflow."""
    z = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    return z / np.sum(z, axis=-1, keepdims=True)
