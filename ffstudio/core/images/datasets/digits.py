"""The bundled handwritten digits, drawn up to MNIST's size and place."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ffstudio.core.assets import resource
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets.known import KnownDataset
from ffstudio.core.images.datasets.npz import hold_out

SIDE, BOX = 28, 20

Floats = npt.NDArray[np.float32]

_CLASSES = tuple("0123456789")
_SOURCE = "bundled with ffstudio (UCI handwritten digits)"


def load() -> Dataset:
    """1,797 digits as 28×28 images: 1,497 to learn from, 300 as test set, always the same."""
    small, labels = _read()
    images = enlarge(small.astype(np.float32) / 16.0)
    return Dataset("digits", "Bundled digits", *hold_out(images, labels), _CLASSES, _SOURCE)


def load_small() -> Dataset:
    """The same digits as they came, 8×8 and 0–255; the same ones are held out."""
    small, labels = _read()
    images = np.round(small.astype(np.float32) * (255 / 16)).astype(np.uint8)
    return Dataset("digits", "Bundled digits 8×8", *hold_out(images, labels), _CLASSES, _SOURCE)


def _read() -> tuple[npt.NDArray[np.generic], npt.NDArray[np.int64]]:
    """Images (1797, 8, 8) of 0–16, and their labels."""
    with np.load(resource("data", "digits.npz"), allow_pickle=False) as archive:
        return archive["images"], archive["labels"].astype(np.int64)


def enlarge(small: Floats) -> npt.NDArray[np.uint8]:
    """Small pictures (n, side, side) in 0–1 → (n, 28, 28) uint8, placed as MNIST's are.

    The box around the ink is scaled so that its longer side is 20 pixels, and its
    centre of mass is moved to pixel index (14, 14).
    """
    return np.stack([_place(picture) for picture in small])


def _place(picture: Floats) -> npt.NDArray[np.uint8]:
    ink = picture > 0.06
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not len(rows):
        return np.zeros((SIDE, SIDE), np.uint8)
    box = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = BOX / max(box.shape)
    height, width = (max(1, round(n * scale)) for n in box.shape)
    large = _weights(box.shape[0], height) @ box @ _weights(box.shape[1], width).T
    # Interpolation blurs the strokes; this contrast brings back MNIST's full black and white.
    large = np.clip((large - 0.12) / 0.66, 0.0, 1.0)
    mass = large.sum()
    top = _offset((large.sum(axis=1) * np.arange(height)).sum() / mass, height)
    left = _offset((large.sum(axis=0) * np.arange(width)).sum() / mass, width)
    placed = np.zeros((SIDE, SIDE), np.uint8)
    placed[top : top + height, left : left + width] = np.round(large * 255)
    return placed


def _offset(centre: float, size: int) -> int:
    """Where the box begins so that its centre of mass falls on index 14."""
    return int(np.clip(np.floor(SIDE / 2 - centre + 0.5), 0, SIDE - size))


def _weights(before: int, after: int) -> Floats:
    """Linear interpolation as a matrix (after, before), pixel centres on pixel centres."""
    at = (np.arange(after) + 0.5) * before / after - 0.5
    distance = np.abs(at[:, None] - np.arange(before)[None, :])
    weights = np.clip(1.0 - distance, 0.0, None)
    weights /= weights.sum(axis=1, keepdims=True)
    return np.asarray(weights, np.float32)


DIGITS = KnownDataset(
    "digits",
    "Bundled digits",
    "1,797 handwritten digits; always there.",
    lambda _: load(),
    DataShape((SIDE, SIDE), _CLASSES, "Bundled digits", Appearance()),
    "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine "
    "Learning Repository; CC BY 4.0; the copy that scikit-learn ships.",
)
