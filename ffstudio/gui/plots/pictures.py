"""Between arrays of grey values and Qt's images."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage


def to_array(image: QImage) -> npt.NDArray[np.uint8]:
    """The pixels of a Grayscale8 image, copied: a view would outlive the image."""
    rows, stride = image.height(), image.bytesPerLine()
    view = np.frombuffer(image.constBits(), np.uint8, rows * stride).reshape(rows, stride)
    return view[:, : image.width()].copy()


def grey_image(picture: npt.NDArray[np.floating]) -> QImage:
    """A picture (height, width), 0–1 or ±1, as a grey image that owns its pixels."""
    low = -1.0 if picture.size and float(picture.min()) < 0 else 0.0
    grey = np.clip((np.nan_to_num(picture) - low) / (1.0 - low), 0.0, 1.0) * 255
    pixels = np.ascontiguousarray(np.round(grey).astype(np.uint8))
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()
