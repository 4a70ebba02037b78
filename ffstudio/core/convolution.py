"""Convolution and pooling of images in NumPy, as the engine does them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

# Numbers in the patches of one product: 32 MB.
_MOST_PATCHES = 1 << 23

Floats = npt.NDArray[np.float32]


def convolve(x: Floats, kernel: Floats) -> Floats:
    """Cross-correlation with zero padding to the same size, stride 1.

    Args:
        x: (batch, height, width, channels).
        kernel: (kernel height, kernel width, channels, filters).

    Returns:
        (batch, height, width, filters).
    """
    high, wide, channels, filters = kernel.shape
    pads = [((n - 1) // 2, n // 2) for n in (high, wide)]
    padded = np.pad(x, ((0, 0), *pads, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (high, wide), axis=(1, 2))
    windows = windows.transpose(0, 1, 2, 4, 5, 3)
    found = np.empty((*x.shape[:3], filters), np.result_type(x, kernel))
    # The patches repeat every pixel high·wide times: only so many images' at once.
    patch = high * wide * channels
    step = max(_MOST_PATCHES // max(x.shape[1] * x.shape[2] * patch, 1), 1)
    for start in range(0, len(x), step):
        # One product of patches with filters: (images·places, patch) @ (patch, filters).
        patches = windows[start : start + step].reshape(-1, patch)
        part = patches @ kernel.reshape(-1, filters)
        found[start : start + step] = part.reshape(-1, *x.shape[1:3], filters)
    return found


def pool(x: Floats, kind: str) -> Floats:
    """2×2 pooling of (batch, height, width, channels); an odd last row or column is left out.

    Args:
        kind: ``none``, ``average`` or ``max``.
    """
    if kind == "none":
        return x
    batch, height, width, channels = x.shape
    high, wide = height // 2, width // 2
    blocks = x[:, : 2 * high, : 2 * wide].reshape(batch, high, 2, wide, 2, channels)
    found: Floats = blocks.mean(axis=(2, 4)) if kind == "average" else blocks.max(axis=(2, 4))
    return found
