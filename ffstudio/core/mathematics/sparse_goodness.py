"""Goodness that looks at a few units of a layer: the largest ones, or how far they stand out.

Compared by "Goodness functions for Forward-Forward" (arXiv 2604.13081). Thresholds among the
units are found by halving an interval: sorting thousands of activities costs more than a layer.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from ffstudio.core.mathematics._variant import Array, Namespace

Axis = Any  # an int or a tuple of them

# Share of the units whose squares count in top-k goodness.
TOP_SHARE = 0.1
# Halvings until a float32 threshold is as exact as float32 can tell.
_HALVINGS = 24


def top_count(width: int) -> int:
    """k of top-k goodness for so many units: a tenth of them, at least 1."""
    return max(1, round(TOP_SHARE * width))


def top_k_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = mean of the k largest a_j², k a tenth of the units; (..., units) → (...,)."""
    squares = xp.square(a)
    k = float(top_count(_width(a, axis)))
    seen = _constant(squares, xp)
    low, high = xp.zeros_like(_most(seen, xp, axis)), _most(seen, xp, axis)
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        many = _count(seen > middle, xp, axis) >= k
        low, high = xp.where(many, middle, low), xp.where(many, high, middle)
    # Those that are equal to the k-th, as places of an image often are, share what is left.
    above, tied = seen > high, (seen > low) & (seen <= high)
    left = (k - _count(above, xp, axis)) / xp.maximum(_count(tied, xp, axis), 1.0)
    weight = xp.where(above, 1.0, xp.where(tied, xp.minimum(left, 1.0), 0.0))
    return xp.sum(weight * squares, axis=axis) / k


def entmax_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = Σ_j p_j a_j² with p = 1.5-entmax(|a|); (..., units) → (...,).

    p_j = max(|a_j|/2 − τ, 0)², τ such that they sum to 1 (Peters, Niculae & Martins 2019): units
    far below the largest one have no weight at all.
    """
    squares = xp.square(a)
    half = 0.5 * xp.abs(a)
    seen = _constant(half, xp)
    high = _most(seen, xp, axis)
    low = high - 1.0
    for _ in range(_HALVINGS):
        middle = 0.5 * (low + high)
        total = _add_up(xp.square(xp.maximum(seen - middle, 0.0)), xp, axis)
        low, high = xp.where(total >= 1.0, middle, low), xp.where(total >= 1.0, high, middle)
    # A step of Newton's method from there, which also carries the gradient of τ.
    left = xp.maximum(half - low, 0.0)
    slope = 2.0 * _constant(xp.sum(left, axis=axis, keepdims=True), xp)
    tau = low + (xp.sum(xp.square(left), axis=axis, keepdims=True) - 1.0) / slope
    return xp.sum(xp.square(xp.maximum(half - tau, 0.0)) * squares, axis=axis)


def kurtosis(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = mean_j a_j⁴ / (mean_j a_j²)²: large where few units stand out; (..., units) → (...,).

    Its scale is that of the direction alone, so the next layer can read it whatever the
    normalisation: 1e-8 beside the squared mean keeps silent layers from dividing by 0.
    """
    squares = xp.square(a)
    return xp.mean(xp.square(squares), axis=axis) / (xp.square(xp.mean(squares, axis=axis)) + 1e-8)


def _width(a: Array, axis: Axis) -> int:
    return math.prod(int(a.shape[i]) for i in ((axis,) if isinstance(axis, int) else axis))


def _constant(x: Array, xp: Namespace) -> Array:
    """What no gradient passes; NumPy has none."""
    return x if xp is np else xp.stop_gradient(x)


def _most(x: Array, xp: Namespace, axis: Axis) -> Array:
    return xp.max(x, axis=axis, keepdims=True)


def _count(chosen: Array, xp: Namespace, axis: Axis) -> Array:
    return _add_up(xp.where(chosen, 1.0, 0.0), xp, axis)


def _add_up(x: Array, xp: Namespace, axis: Axis) -> Array:
    """The sum along an axis, which stays as 1.

    A product with ones adds up a row several times as fast as XLA's own sum does.
    """
    if axis != -1:
        return xp.sum(x, axis=axis, keepdims=True)
    return xp.matmul(x, xp.ones((int(x.shape[-1]), 1), x.dtype))
