"""Images brought to the size that a net wants."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


def resize(x: Floats, size: tuple[int, int]) -> Floats:
    """Images (n, height, width) by area when they shrink, linearly when they grow."""
    down, across = (_weights(a, b) for a, b in zip(x.shape[1:], size, strict=True))
    images: Floats = np.einsum("ij,njk,lk->nil", down, x, across, optimize=True)
    return images.astype(np.float32)


def _weights(before: int, after: int) -> Floats:
    """(after, before): each new pixel as a mean of old ones."""
    step = before / after
    centres = (np.arange(after) + 0.5) * step - 0.5
    reach = max(step, 1.0)
    near = 1 - np.abs(np.arange(before)[None] - centres[:, None]) / reach
    kept = np.maximum(near, 0)
    # Beyond the edge the last pixel goes on.
    return np.asarray(kept / kept.sum(axis=1, keepdims=True), np.float32)


def fit_to(x: Floats, size: tuple[int, int], fit: str) -> Floats:
    """Images (n, height, width) brought to a size: resized, framed or cut ("pad"), or without their
    margin of a seventh and resized ("crop")."""
    if fit == "pad":
        return _pad(x, size)
    if fit == "crop":
        top, left = (n // 7 for n in x.shape[1:])
        x = x[:, top : x.shape[1] - top, left : x.shape[2] - left]
    return resize(x, size)


def _pad(x: Floats, size: tuple[int, int]) -> Floats:
    padded = np.zeros((len(x), *size), np.float32)
    at, source = [], []
    for before, after in zip(x.shape[1:], size, strict=True):
        gap = abs(after - before) // 2
        length = min(before, after)
        at.append(slice(gap, gap + length) if after > before else slice(0, length))
        source.append(slice(0, length) if after > before else slice(gap, gap + length))
    padded[:, at[0], at[1]] = x[:, source[0], source[1]]
    return padded
