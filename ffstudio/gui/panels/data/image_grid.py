"""Pictures in rows, each with a caption."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import Theme, ThemeManager


class ImageGrid(QWidget):
    """Pictures with a caption each, as many as fit; an exportable figure."""

    def __init__(
        self, name: str, title: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumSize(QSize(200, 120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._title, self._name, self._themes = title, name.replace("_", "-"), themes
        self._together = 2
        self._pictures: list[tuple[npt.NDArray[np.float32], str, str]] = []
        self._label_pixels = 0
        themes.changed.connect(self.update)

    def show_pictures(
        self,
        pictures: list[tuple[npt.NDArray[np.float32], str, str]],
        label_pixels: int = 0,
        together: int = 2,
    ) -> None:
        """Pictures (height, width) with caption and kind: ``positive``, ``negative`` or empty.

        Args:
            label_pixels: How many of the first pixels carry the label.
            together: This many in a row are never parted.
        """
        self._pictures, self._label_pixels = pictures, label_pixels
        self._together = together
        self.update()

    @property
    def pictures(self) -> list[tuple[npt.NDArray[np.float32], str, str]]:
        return self._pictures

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        line = QFontMetricsF(painter.font(), painter.device()).height()
        cell = 58.0
        step_x, step_y = cell + 8, cell + line + 8
        group = self._together
        columns = max(group, int((rect.width() + 8) / step_x) // group * group)
        metrics = QFontMetricsF(painter.font(), painter.device())
        for at, (picture, caption, kind) in enumerate(self._pictures):
            row, column = divmod(at, columns)
            x, y = rect.left() + column * step_x + 1, rect.top() + row * step_y + 1
            if y + step_y > rect.bottom() + 6:
                break
            area = QRectF(x, y, cell, cell)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(area, picture_image(picture, theme))
            if self._label_pixels:
                pixel, width = cell / picture.shape[1], picture.shape[1]
                painter.setPen(QPen(QColor(theme.warning), 1))
                for down in range(-(-self._label_pixels // width)):
                    many = min(self._label_pixels - down * width, width)
                    painter.drawRect(QRectF(x, y + down * pixel, pixel * many, pixel))
            color = {"positive": theme.positive, "negative": theme.negative}.get(kind, theme.line)
            style = Qt.PenStyle.DashLine if kind == "negative" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(color), 1.5 if kind else 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
            painter.setPen(QColor(theme.text))
            text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, cell + 6)
            painter.drawText(
                QRectF(x - 3, y + cell + 1, cell + 6, line), Qt.AlignmentFlag.AlignHCenter, text
            )

    @property
    def figure_name(self) -> str:
        return self._name

    @property
    def figure_title(self) -> str:
        return self._title

    def figure_size(self) -> QSizeF:
        return QSizeF(480, 340) if self._pictures else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        return ["caption", "kind"], [[caption, kind] for _, caption, kind in self._pictures]
