"""Training images changed anew in every epoch: moved, turned, zoomed, pixels dropped."""

from __future__ import annotations

import dataclasses

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.data_spec import DataSpec

Floats = npt.NDArray[np.float32]


def changes_images(spec: DataSpec) -> bool:
    """True when training images are not shown as they are."""
    return bool(spec.shift or spec.rotation or spec.zoom or spec.dropped_pixels)


def without_changes(spec: DataSpec) -> DataSpec:
    """The same images, shown as they are."""
    return dataclasses.replace(spec, shift=0, rotation=0.0, zoom=0.0, dropped_pixels=0.0)


def augment(
    x: Floats, image_shape: tuple[int, int], spec: DataSpec, rng: np.random.Generator
) -> Floats:
    """Changed copies of flat images (batch, pixels); what comes in from outside is 0.

    Whole-pixel shifts alone move pixels exactly; with rotation or zoom all is one bilinear
    resampling about the centre.
    """
    images = x.reshape(-1, *image_shape)
    if spec.rotation or spec.zoom:
        images = _warp(images, spec, rng)
    elif spec.shift:
        images = _shift(images, spec.shift, rng)
    flat = images.reshape(len(x), -1)
    if spec.dropped_pixels:
        flat = flat * (rng.random(flat.shape, np.float32) >= spec.dropped_pixels)
    return np.ascontiguousarray(flat, np.float32)


def _shift(images: Floats, most: int, rng: np.random.Generator) -> Floats:
    count, height, width = images.shape
    padded = np.pad(images, ((0, 0), (most, most), (most, most)))
    by = rng.integers(0, 2 * most + 1, (2, count))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (height, width), axis=(1, 2))
    shifted: Floats = windows[np.arange(count), by[0], by[1]]
    return shifted


def _warp(images: Floats, spec: DataSpec, rng: np.random.Generator) -> Floats:
    """Inverse mapping: where each output pixel comes from, then bilinear interpolation."""
    count, height, width = images.shape
    angle = np.deg2rad(rng.uniform(-spec.rotation, spec.rotation, (count, 1))).astype(np.float32)
    zoom = (1.0 + rng.uniform(-spec.zoom, spec.zoom, (count, 1))).astype(np.float32)
    shift = rng.uniform(-spec.shift, spec.shift, (2, count, 1)).astype(np.float32)
    rows, columns = np.indices((height, width), np.float32).reshape(2, 1, -1)
    rows, columns = rows - (height - 1) / 2, columns - (width - 1) / 2
    cos, sin = np.cos(angle) / zoom, np.sin(angle) / zoom
    # One pixel of border on each side is zero: what falls outside is cut off there.
    y = np.clip(cos * rows - sin * columns + (height + 1) / 2 + shift[0], 0, height + 1)
    x = np.clip(sin * rows + cos * columns + (width + 1) / 2 + shift[1], 0, width + 1)
    padded = np.pad(images, ((0, 0), (1, 2), (1, 2))).reshape(count, -1)
    top, left = y.astype(np.int32), x.astype(np.int32)
    down, right = (y - top).astype(np.float32), (x - left).astype(np.float32)
    at = top * (width + 3) + left
    first = np.take_along_axis(padded, at, 1)
    second = np.take_along_axis(padded, at + 1, 1)
    upper = first + right * (second - first)
    first = np.take_along_axis(padded, at + width + 3, 1)
    second = np.take_along_axis(padded, at + width + 4, 1)
    lower = first + right * (second - first)
    warped: Floats = upper + down * (lower - upper)
    return warped
