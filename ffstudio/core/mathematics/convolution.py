"""Convolution and pooling in NumPy, in one to three directions, as TensorFlow does them.

Tensors are (batch, *places, channels); kernels (*sizes, channels, filters).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

# Numbers in the patches of one product: 2 MB, which stays near a core's cache.
_MOST_PATCHES = 1 << 19

Floats = npt.NDArray[np.float32]
Array = npt.NDArray[Any]


def margins(n: int, size: int, stride: int, padding: str, dilation: int = 1) -> tuple[int, int]:
    """Zeros before and after ``n`` places, as TensorFlow puts them.

    With ``same``, ⌈n/stride⌉ windows are to fit; an odd zero comes at the end. With
    ``causal`` all come before, so that no window sees what follows it
    (https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2).
    """
    reach = (size - 1) * dilation + 1
    if padding == "valid":
        return 0, 0
    if padding == "causal":
        return reach - 1, 0
    total = max((-(-n // stride) - 1) * stride + reach - n, 0)
    return total // 2, total - total // 2


def count_windows(n: int, size: int, stride: int, padding: str) -> int:
    """How many windows of ``size`` stand on ``n`` places, ``stride`` apart; 0 where none fits.

    Args:
        padding: ``valid`` or ``same``.
    """
    return -(-n // stride) if padding == "same" else max((n - size) // stride + 1, 0)


def conv_places(
    places: Sequence[int], size: int, stride: int = 1, padding: str = "same", pooling: str = "none"
) -> tuple[int, int]:
    """(height, width) of what a convolution and its 2×2 pooling make of an image's (height, width)."""
    by = 1 if pooling == "none" else 2
    high, wide = (count_windows(n, size, stride, padding) // by for n in places)
    return high, wide


def list_seen(n: int, size: int, stride: int, padding: str) -> npt.NDArray[np.bool_]:
    """Which of ``n`` places (n,) stand in a window at all."""
    first = -margins(n, size, stride, padding)[0]
    seen = np.zeros(n, bool)
    for window in range(count_windows(n, size, stride, padding)):
        start = first + window * stride
        seen[max(start, 0) : max(start + size, 0)] = True
    return seen


def pad(x: Array, around: Sequence[tuple[int, int]], value: float = 0.0) -> Array:
    """``x`` with a border along its places; ``x`` itself where there is none."""
    if not any(map(any, around)):
        return x
    return np.pad(x, ((0, 0), *around, (0, 0)), constant_values=value)


def windows(
    x: Array, sizes: Sequence[int], strides: Sequence[int], dilations: Sequence[int]
) -> Array:
    """Every window on the places, without copying.

    Returns:
        (batch, *windows, *sizes, channels), read-only.
    """
    rank = len(sizes)
    axes = tuple(range(1, rank + 1))
    reach = [(k - 1) * d + 1 for k, d in zip(sizes, dilations, strict=True)]
    seen = np.lib.stride_tricks.sliding_window_view(x, reach, axis=axes)
    steps = tuple(slice(None, None, s) for s in strides)
    inside = tuple(slice(None, None, d) for d in dilations)
    seen = seen[(slice(None), *steps, slice(None), *inside)]
    return np.moveaxis(seen, rank + 1, -1)


def correlate(
    x: Array,
    kernel: Array,
    strides: Sequence[int] = (),
    padding: str = "valid",
    dilations: Sequence[int] = (),
) -> Array:
    """Cross-correlation (a kernel slid without mirroring), in one to three directions.

    Args:
        x: (batch, *places, channels).
        kernel: (*sizes, channels / groups, filters): each group of filters sees its own
            group of channels.
        padding: ``valid``, ``same`` or ``causal``.

    Returns:
        (batch, *windows, filters).
    """
    *sizes, channels, filters = kernel.shape
    strides = strides or [1] * len(sizes)
    dilations = dilations or [1] * len(sizes)
    groups = x.shape[-1] // channels
    if groups > 1:
        parts = zip(np.split(x, groups, -1), np.split(kernel, groups, -1), strict=True)
        return np.concatenate(
            [correlate(a, k, strides, padding, dilations) for a, k in parts], axis=-1
        )
    each = zip(x.shape[1:-1], sizes, strides, dilations, strict=True)
    x = pad(x, [margins(n, k, s, padding, d) for n, k, s, d in each])
    seen = windows(x, sizes, strides, dilations)
    places = seen.shape[1 : len(sizes) + 1]
    patch = math.prod(sizes) * channels
    sums = np.empty((len(x), *places, filters), np.result_type(x, kernel))
    matrix = kernel.reshape(patch, filters)
    # The patches repeat every value up to as often as the kernel is large: only so many
    # at once, of several images or of some rows of one.
    row = math.prod(places[1:]) * patch
    for some in _blocks(len(x), places[0], max(row, 1)):
        target = sums[some]
        # One product of patches with filters: (images·windows, patch) @ (patch, filters).
        patches = seen[some].reshape(-1, patch)
        target[...] = (patches @ matrix).reshape(target.shape)
    return sums


def _blocks(images: int, rows: int, row: int) -> Iterator[tuple[slice, slice]]:
    """Which images and which of their rows are computed together."""
    together = max(_MOST_PATCHES // (rows * row), 1)
    high = rows if together > 1 else min(max(_MOST_PATCHES // row, 1), rows)
    for start in range(0, images, together):
        for top in range(0, rows, high):
            yield slice(start, start + together), slice(top, top + high)


def pool(x: Floats, kind: str) -> Floats:
    """2×2 pooling of (batch, height, width, channels); an odd last row or column is left out.

    Args:
        kind: ``none``, ``average``, ``max``, or ``rms``: √(mean of squares + 1e-8).
    """
    if kind == "none":
        return x
    if kind == "rms":
        squares: Floats = np.sqrt(pool(np.square(x), "average") + 1e-8)
        return squares
    batch, height, width, channels = x.shape
    high, wide = height // 2, width // 2
    blocks = x[:, : 2 * high, : 2 * wide].reshape(batch, high, 2, wide, 2, channels)
    pooled: Floats = blocks.mean(axis=(2, 4)) if kind == "average" else blocks.max(axis=(2, 4))
    return pooled
