"""Curves with no more points than a plot has columns: each stretch keeps its extremes."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Column = npt.NDArray[np.float64]
Indices = npt.NDArray[np.intp]


class Thinning:
    """Which points of a growing curve to draw; only what is new is looked at.

    A curve is cut into blocks of ``stride`` points, of which the lowest and the highest are
    kept. The stride is a power of two, so that a growing curve keeps its blocks: no flicker.

    Args:
        most: About so many points are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._stride = 0
        self._kept = np.empty(0, np.intp)
        self._count = 0  # kept so far
        self._done = 0  # points in whole blocks

    def choose(self, y: Column) -> Indices | None:
        """The points to draw of values that begin as they did in the last call; None for all."""
        if len(y) <= self._most:
            return None
        stride = 1 << math.ceil(math.log2(2 * len(y) / self._most))
        if stride != self._stride or len(y) < self._done:
            self._stride, self._count, self._done = stride, 0, 0
        whole = len(y) // stride * stride
        if whole > self._done:
            self._keep(self._done + _extremes(y[self._done : whole].reshape(-1, stride)))
            self._done = whole
        return np.concatenate([self._kept[: self._count], self._rest(y)])

    def _keep(self, indices: Indices) -> None:
        if self._count + len(indices) > len(self._kept):
            grown = np.empty(max(2 * len(self._kept), self._count + len(indices)), np.intp)
            grown[: self._count] = self._kept[: self._count]
            self._kept = grown
        self._kept[self._count : self._count + len(indices)] = indices
        self._count += len(indices)

    def _rest(self, y: Column) -> Indices:
        """The last, incomplete block: its own extremes and the last point."""
        whole, last = self._done, len(y) - 1
        if whole > last:
            return np.array([last] if self._kept[self._count - 1] != last else [], np.intp)
        tail = y[whole:]
        finite = np.isfinite(tail)
        ends = {whole}
        if finite.any():
            tail = np.where(finite, tail, np.nan)
            ends = {whole + int(np.nanargmin(tail)), whole + int(np.nanargmax(tail))}
        return np.array(sorted({*ends, last}), np.intp)


def _extremes(blocks: Column) -> Indices:
    """The lowest and the highest finite value of each block (rows), in order, as flat indices."""
    finite = np.isfinite(blocks)
    if finite.all():
        low, high = blocks.argmin(axis=1), blocks.argmax(axis=1)
    else:
        low = np.where(finite, blocks, np.inf).argmin(axis=1)
        high = np.where(finite, blocks, -np.inf).argmax(axis=1)
    pairs = np.stack([np.minimum(low, high), np.maximum(low, high)], axis=1)
    flat = (np.arange(len(blocks))[:, None] * blocks.shape[1] + pairs).ravel()
    keep = np.ones(len(flat), bool)
    keep[1:] = flat[1:] != flat[:-1]
    return flat[keep]


def thin(x: Column, y: Column, most: int) -> tuple[Column, Column]:
    """At most about ``most`` points (x, y) that keep each stretch's extremes."""
    chosen = Thinning(most).choose(y)
    return (x.copy(), y.copy()) if chosen is None else (x[chosen], y[chosen])
