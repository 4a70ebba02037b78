"""What a layer's projection to the classes sees of its activities, and the classes' scores.

Dense activities are seen one by one; images of activities in square patches, channel by channel.
"""

from __future__ import annotations

import math

from ffstudio.core.mathematics import numpy_ops
from ffstudio.core.mathematics._variant import Array, Namespace

# Patches are no smaller than this allows: a projection of so many numbers to the classes learns
# well and costs little beside a convolution.
MOST_FEATURES = 1500

LEARNT, FIXED = "learnt", "fixed"


def patch_side(height: int, width: int, channels: int) -> int:
    """Side of a patch: the smallest with which no more than ``MOST_FEATURES`` numbers are seen."""
    side = 1
    while side < max(height, width) and _count(height, width, channels, side) > MOST_FEATURES:
        side += 1
    return side


def num_features(shape: tuple[int, ...]) -> int:
    """How many numbers the projection sees of one example's activities.

    Args:
        shape: (units,) or (height, width, channels).
    """
    if len(shape) == 1:
        return shape[0]
    height, width, channels = shape
    return _count(height, width, channels, patch_side(height, width, channels))


def _count(height: int, width: int, channels: int, side: int) -> int:
    return math.ceil(height / side) * math.ceil(width / side) * channels


def patch_means(a: Array, xp: Namespace = numpy_ops) -> Array:
    """Mean activity of each patch: (batch, units) as it is, (batch, h, w, c) → (batch, features).

    Patches at the edges may be smaller.
    """
    if len(a.shape) == 2:
        return a
    height, width, channels = (int(n) for n in a.shape[1:])
    side = patch_side(height, width, channels)
    if side > 1:
        a = xp.average_pool(a, side, side, padding="same")
    return xp.reshape(a, (-1, num_features((height, width, channels))))


def patch_energies(a: Array, xp: Namespace = numpy_ops) -> Array:
    """Mean square of each patch, shaped as by :func:`patch_means` (ASGE, arXiv 2509.12394)."""
    return patch_means(xp.square(a), xp)


def project(features: Array, matrix: Array, xp: Namespace = numpy_ops) -> Array:
    """g = h·Mᵀ, a score of every class (Mono-Forward, arXiv 2501.09238).

    Args:
        features: h (batch, features).
        matrix: Mᵀ (features, classes).
    """
    return xp.matmul(features, matrix)
