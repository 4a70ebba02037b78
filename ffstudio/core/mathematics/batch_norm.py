"""Batch normalisation of summed inputs (Ioffe and Szegedy 2015, arXiv 1502.03167).

z′ = γ·(z − mean) / √(variance + ε) + β, unit by unit (of a convolution channel by channel), before
the activation function. While a layer learns, mean and variance are those of the batch, positive
and negative data together; everywhere else running means of them.
"""

from __future__ import annotations

from typing import Any

import numpy as np

Array = Any
Namespace = Any

# As Keras' layer has it.
EPSILON = 1e-3
# Share of the newest batch in the running means; Keras' 0.01 would take hundreds of steps.
SHARE = 0.1


def measure_batch(z: Array, xp: Namespace = np) -> tuple[Array, Array]:
    """Mean and variance (units,) of summed inputs (…, units) over all axes but the last."""
    axes = tuple(range(len(z.shape) - 1))
    mean = xp.mean(z, axis=axes)
    return mean, xp.mean(xp.square(z - mean), axis=axes)


def standardise(
    z: Array, mean: Array, variance: Array, gamma: Array, beta: Array, xp: Namespace = np
) -> Array:
    """γ·(z − mean) / √(variance + ε) + β: (…, units), all else (units,)."""
    return (z - mean) * (gamma / xp.sqrt(variance + EPSILON)) + beta


def fold(
    kernel: Array, bias: Array, gamma: Array, beta: Array, mean: Array, variance: Array
) -> tuple[Array, Array]:
    """Kernel and bias that give z′ at once, with the running means.

    z′ = (s·W)·x + s·(b − mean) + β with s = γ / √(variance + ε).

    Args:
        kernel: (…, units); all others (units,).
    """
    scale = gamma / np.sqrt(variance + EPSILON)
    return (
        np.asarray(kernel * scale, np.float32),
        np.asarray((bias - mean) * scale + beta, np.float32),
    )
