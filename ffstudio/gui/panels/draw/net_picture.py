"""The picture the network sees."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ffstudio.core.image_shape import count_marked, size_of
from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.drawing import SIDE
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import DARK, ThemeManager

Floats = npt.NDArray[np.float32]

NET_SIDE = 76
_TIP = "What the network sees: scaled and centred as MNIST's pictures are."


class NetPicture(QWidget):
    """The picture the network sees, pixel by pixel, its label pixels marked."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("net_picture")
        self.setAccessibleName(tr("What the network sees"))
        self.setToolTip(tr(_TIP))
        self.setFixedSize(QSize(NET_SIDE + 2, NET_SIDE + 2))
        self._themes = themes
        self._picture: Floats = np.zeros((SIDE, SIDE), np.float32)
        self._label_pixels = 0
        themes.changed.connect(self.update)

    @property
    def picture(self) -> Floats:
        """(height, width), in colour (height, width, 3), as it goes into the net."""
        return self._picture

    @property
    def label_pixels(self) -> int:
        """How many pixels are framed because they carry the label; 0 for none."""
        return self._label_pixels

    def show_picture(self, picture: Floats, label_pixels: int) -> None:
        """Shows a picture whose first pixels carry the label (0 for none)."""
        if bool(label_pixels) != bool(self._label_pixels):
            more = tr("\nForward-Forward writes the label it tries into the framed pixels.")
            self.setToolTip(tr(_TIP) + more if label_pixels else tr(_TIP))
        self._picture, self._label_pixels = picture, label_pixels
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rows, columns = size_of(self._picture.shape)
        cell = min((self.width() - 2) / columns, (self.height() - 2) / rows)
        area = QRectF(1, 1, cell * columns, cell * rows)
        painter.drawImage(area, picture_image(self._picture, self._themes.theme))
        painter.setPen(QColor(self._themes.theme.line))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))
        if self._label_pixels:
            marked = count_marked(self._label_pixels, self._picture.shape)
            full, rest = divmod(marked, columns)
            wide = columns if full else rest
            # Red on black is seen in both themes, and the frame is dashed.
            painter.setPen(QPen(QColor(DARK.warning), 1, Qt.PenStyle.DotLine))
            tall = cell * (full + bool(rest))
            painter.drawRect(QRectF(area.left(), area.top(), cell * wide, tall))
