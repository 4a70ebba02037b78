"""Training images changed anew in every epoch.

Mirrored, moved, turned, zoomed and bent, partly covered, pixels dropped: in this order.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import ImageShape, pictures_of
from ffstudio.core.images.data_spec import DataSpec

Floats = npt.NDArray[np.float32]

# How far a bend reaches, as a share of the picture's side: 4 of 28 or 29 pixels (Simard et al. 2003).
_REACH = 1 / 7

# Which settings change images, and what leaves them as they are.
_UNCHANGED: dict[str, Any] = {
    "flip": "none",
    "shift": 0,
    "rotation": 0.0,
    "zoom": 0.0,
    "elastic": 0.0,
    "cutout": 0,
    "dropped_pixels": 0.0,
}
_PADS: dict[str, Literal["constant", "edge", "reflect"]] = {
    "zero": "constant",
    "edge": "edge",
    "mirror": "reflect",
}


def changes_images(spec: DataSpec) -> bool:
    """True when training images are not shown as they are."""
    return any(getattr(spec, name) != value for name, value in _UNCHANGED.items())


def moves_images(spec: DataSpec) -> bool:
    """True when something comes in from outside the image."""
    return bool(spec.shift or warps_images(spec))


def warps_images(spec: DataSpec) -> bool:
    """True when pixels come from between pixels."""
    return bool(spec.rotation or spec.zoom or spec.elastic)


def without_changes(spec: DataSpec) -> DataSpec:
    """The same images, shown as they are."""
    return dataclasses.replace(spec, **_UNCHANGED, border=DataSpec.border)


def augment(x: Floats, image_shape: ImageShape, spec: DataSpec, rng: np.random.Generator) -> Floats:
    """Changed copies of flat images (batch, numbers); all colours of a pixel change alike.

    Whole-pixel shifts alone move pixels exactly, which is a random crop of an image with a
    border around it; with rotation, zoom or bending all is one bilinear resampling about the
    centre.
    """
    images = pictures_of(x, image_shape)
    if spec.flip != "none":
        images = _flip(images, spec.flip, rng)
    if warps_images(spec):
        images = _warp(images, spec, rng)
    elif spec.shift:
        images = _shift(images, spec, rng)
    if spec.cutout:
        images = _cut_out(images, spec.cutout, rng)
    flat = images.reshape(len(x), -1)
    if spec.dropped_pixels:
        flat = flat * (rng.random(flat.shape, np.float32) >= spec.dropped_pixels)
    return np.ascontiguousarray(flat, np.float32)


def _flip(images: Floats, flip: str, rng: np.random.Generator) -> Floats:
    """Each way that is wanted happens to every second image on average."""
    for way, axis in (("horizontal", 2), ("vertical", 1)):
        if flip in (way, "both"):
            chosen = rng.random((len(images), 1, 1, 1), np.float32) < 0.5
            images = np.where(chosen, np.flip(images, axis), images)
    return images


def _shift(images: Floats, spec: DataSpec, rng: np.random.Generator) -> Floats:
    count, height, width, _ = images.shape
    most = spec.shift
    padded = np.pad(images, ((0, 0), (most, most), (most, most), (0, 0)), _PADS[spec.border])
    by = rng.integers(0, 2 * most + 1, (2, count))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (height, width), axis=(1, 2))
    shifted: Floats = np.moveaxis(windows[np.arange(count), by[0], by[1]], 1, -1)
    return shifted


def _cut_out(images: Floats, side: int, rng: np.random.Generator) -> Floats:
    """A square of zeros in each image; its centre is any pixel, so part of it may lie outside.

    Source: DeVries and Taylor 2017, arXiv 1708.04552, section 3.2.
    """
    count, height, width, _ = images.shape
    tops = rng.integers(0, height, (count, 1)) - side // 2
    lefts = rng.integers(0, width, (count, 1)) - side // 2
    rows, columns = np.arange(height), np.arange(width)
    high = (rows >= tops) & (rows < tops + side)
    wide = (columns >= lefts) & (columns < lefts + side)
    covered: Floats = np.where(
        (high[:, :, None] & wide[:, None, :])[..., None], np.float32(0), images
    )
    return covered


def _warp(images: Floats, spec: DataSpec, rng: np.random.Generator) -> Floats:
    """Inverse mapping: where each output pixel comes from, then bilinear interpolation."""
    count, height, width, channels = images.shape
    angle = np.deg2rad(rng.uniform(-spec.rotation, spec.rotation, (count, 1))).astype(np.float32)
    zoom = (1.0 + rng.uniform(-spec.zoom, spec.zoom, (count, 1))).astype(np.float32)
    shift = rng.uniform(-spec.shift, spec.shift, (2, count, 1)).astype(np.float32)
    rows, columns = np.indices((height, width), np.float32).reshape(2, 1, -1)
    rows, columns = rows - (height - 1) / 2, columns - (width - 1) / 2
    cos, sin = np.cos(angle) / zoom, np.sin(angle) / zoom
    # One pixel of border on each side is zero.
    y = cos * rows - sin * columns + (height + 1) / 2 + shift[0]
    x = sin * rows + cos * columns + (width + 1) / 2 + shift[1]
    if spec.elastic:
        moved = _bend((2, count, height, width), spec.elastic, rng)
        y, x = y + moved[0], x + moved[1]
    y, x = _bring_inside(y, height, spec.border), _bring_inside(x, width, spec.border)
    padded = np.pad(images, ((0, 0), (1, 2), (1, 2), (0, 0))).reshape(count, -1, channels)
    top, left = y.astype(np.int32), x.astype(np.int32)
    down, right = ((at - low).astype(np.float32)[..., None] for at, low in ((y, top), (x, left)))
    at = (top * (width + 3) + left)[..., None]
    first = np.take_along_axis(padded, at, 1)
    second = np.take_along_axis(padded, at + 1, 1)
    upper = first + right * (second - first)
    first = np.take_along_axis(padded, at + width + 3, 1)
    second = np.take_along_axis(padded, at + width + 4, 1)
    lower = first + right * (second - first)
    warped: Floats = (upper + down * (lower - upper)).reshape(images.shape)
    return warped


def _bend(shape: tuple[int, int, int, int], strength: float, rng: np.random.Generator) -> Floats:
    """How far each pixel is moved: noise, blurred so that neighbours move together.

    Source: Simard, Steinkraus and Platt 2003, section 2 (elastic distortions). Theirs are 1.4
    pixels by their standard deviation.

    Args:
        shape: Ways (2), images, height and width.
        strength: Standard deviation of each pixel's movement, one way, in pixels.

    Returns:
        (ways, images, pixels).
    """
    noise = rng.standard_normal(shape, np.float32)
    field = np.asarray(_blur(shape[2]) @ noise @ _blur(shape[3]).T, np.float32)
    return strength * field.reshape(*shape[:2], -1)


def _blur(size: int) -> Floats:
    """Weights (size, size) of a Gaussian; noise keeps its standard deviation, at the edges too."""
    at = np.arange(size, dtype=np.float32)
    weights = np.exp(-0.5 * ((at[:, None] - at) / max(size * _REACH, 1e-6)) ** 2)
    return np.asarray(weights / np.linalg.norm(weights, axis=1, keepdims=True), np.float32)


def _bring_inside(at: Floats, size: int, border: str) -> Floats:
    """Places along one axis, of which 1…size are pixels, brought to where a value is.

    What falls outside is cut off in the border of zeros (0 and size + 1), or comes from the
    nearest pixel, or from the image mirrored at its outermost pixels.
    """
    if border == "zero":
        return np.clip(at, 0, size + 1)
    if border == "edge" or size == 1:
        return np.clip(at, 1, size)
    period = np.float32(2 * (size - 1))
    folded: Floats = size - np.abs(np.mod(at - 1, period) - np.float32(size - 1))
    return folded
