"""Between arrays of numbers and Qt's images."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from ffstudio.core.image_shape import COLOURS
from ffstudio.gui.style.colormaps import GREY, sequential
from ffstudio.gui.style.theme import Theme


def to_array(image: QImage) -> npt.NDArray[np.uint8]:
    """The bytes of a Grayscale8 or RGB888 image (rows, bytes), copied.

    A view would outlive the image.
    """
    rows, stride = image.height(), image.bytesPerLine()
    view = np.frombuffer(image.constBits(), np.uint8, rows * stride).reshape(rows, stride)
    return view[:, : image.width() * image.depth() // 8].copy()


def plain_image(picture: npt.NDArray[np.floating]) -> QImage:
    """A picture, 0–1 or ±1, as an image that owns its pixels.

    (height, width) in grey, (height, width, 3) in its colours; of other channels their mean.
    """
    if picture.ndim == 3 and picture.shape[2] == COLOURS:
        return _rgb_image(_grey(picture))
    pixels = _grey(picture.mean(axis=2) if picture.ndim == 3 else picture)
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def picture_image(picture: npt.NDArray[np.floating], theme: Theme) -> QImage:
    """As :func:`plain_image`; grey pictures in the colours that are chosen for them."""
    if theme.colors.pictures == GREY or picture.ndim == 3:
        return plain_image(picture)
    return _rgb_image(sequential(theme.colors.pictures)[_grey(picture)])


def _rgb_image(pixels: npt.NDArray[np.uint8]) -> QImage:
    height, width, _ = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _grey(picture: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
    low = -1.0 if picture.size and float(picture.min()) < 0 else 0.0
    grey = np.clip((np.nan_to_num(picture) - low) / (1.0 - low), 0.0, 1.0) * 255
    return np.ascontiguousarray(np.round(grey).astype(np.uint8))
