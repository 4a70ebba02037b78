"""Between arrays of numbers and Qt's images."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from ffstudio.gui.style.colormaps import GREY, sequential
from ffstudio.gui.style.theme import Theme


def to_array(image: QImage) -> npt.NDArray[np.uint8]:
    """The pixels of a Grayscale8 image, copied: a view would outlive the image."""
    rows, stride = image.height(), image.bytesPerLine()
    view = np.frombuffer(image.constBits(), np.uint8, rows * stride).reshape(rows, stride)
    return view[:, : image.width()].copy()


def grey_image(picture: npt.NDArray[np.floating]) -> QImage:
    """A picture (height, width), 0–1 or ±1, as a grey image that owns its pixels."""
    pixels = _grey(picture)
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def picture_image(picture: npt.NDArray[np.floating], theme: Theme) -> QImage:
    """As :func:`grey_image`, in the colours that are chosen for pictures."""
    if theme.colors.pictures == GREY:
        return grey_image(picture)
    pixels = sequential(theme.colors.pictures)[_grey(picture)]
    height, width, _ = pixels.shape
    return QImage(pixels.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _grey(picture: npt.NDArray[np.floating]) -> npt.NDArray[np.uint8]:
    low = -1.0 if picture.size and float(picture.min()) < 0 else 0.0
    grey = np.clip((np.nan_to_num(picture) - low) / (1.0 - low), 0.0, 1.0) * 255
    return np.ascontiguousarray(np.round(grey).astype(np.uint8))
