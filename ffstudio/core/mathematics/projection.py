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

# Where the matrix of a layer comes from: its loss, chance, or the running means of the classes.
LEARNT, FIXED, RUNNING = "learnt", "fixed", "running"

# Share of the newest batch in the running prototypes, as in other running means.
SHARE = 0.1
# Beside sums of squares, so that a silent layer has a direction that is a number.
_TINY = 1e-8


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


def unit_length(h: Array, xp: Namespace = numpy_ops, axis: int = -1) -> Array:
    """z = h / √(Σ h² + 1e-8) along one axis; the shape stays."""
    return h / xp.sqrt(xp.sum(xp.square(h), axis=axis, keepdims=True) + _TINY)


def near(features: Array, prototypes: Array, xp: Namespace = numpy_ops) -> Array:
    """g_k = −‖z − c_k‖², z being h of length 1: how near each class's prototype is.

    Of prototypes of length 1 it is 2·cos(h, c_k) − 2: from 0, the same direction, to −4.
    Source: prototypes of length 1 in every layer and one pass for all classes are hyperspherical
    Forward-Forward's (HFF, arXiv 2605.00082).

    Args:
        features: h (batch, features).
        prototypes: c as columns (features, classes).

    Returns:
        (batch, classes).
    """
    z = unit_length(features, xp)
    squares = xp.sum(xp.square(z), axis=-1, keepdims=True)
    own = xp.sum(xp.square(prototypes), axis=0, keepdims=True)
    return 2.0 * xp.matmul(z, prototypes) - squares - own


def follow_classes(
    features: Array, members: Array, prototypes: Array, xp: Namespace = numpy_ops
) -> Array:
    """The prototypes after a batch: c_k ← unit(0.9·c_k + 0.1·unit(m_k)); (features, classes).

    m_k is the mean of z over the images of class k, z being h of length 1. A class without images
    in the batch keeps its prototype.

    Args:
        features: h (batch, features).
        members: One-hot classes (batch, classes), times how much each image counts.
        prototypes: c as columns (features, classes), of length 1.
    """
    z = unit_length(features, xp)
    sums = xp.matmul(xp.transpose(z), members)
    moved = (1.0 - SHARE) * prototypes + SHARE * unit_length(sums, xp, 0)
    present = xp.sum(members, axis=0, keepdims=True) > 0
    return xp.where(present, unit_length(moved, xp, 0), prototypes)
