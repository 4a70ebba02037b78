"""A figure on white paper, as large as it fits."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Figure, figure_font
from ffstudio.gui.style.theme import paper


def paint_page(painter: QPainter, rect: QRectF, figure: Figure, most: float = 1.5) -> None:
    """Paints a figure on paper, as large as fits into ``rect`` (at most ``most`` times)."""
    size = figure.figure_size()
    scale = min(rect.width() / size.width(), rect.height() / size.height(), most)
    painter.save()
    painter.translate(
        rect.center().x() - size.width() * scale / 2,
        rect.center().y() - size.height() * scale / 2,
    )
    painter.scale(scale, scale)
    page = QRectF(0, 0, size.width(), size.height())
    painter.setClipRect(page)
    painter.setFont(figure_font())
    painter.setPen(QColor(paper().text))
    figure.paint_figure(painter, page, paper())
    painter.restore()


class FigurePreview(QWidget):
    """What will be exported, on white paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_preview")
        self.setAccessibleName(tr("Preview"))
        self.setMinimumSize(320, 180)
        self._figure: Figure | None = None
        self._note = ""

    def show_figure(self, figure: Figure | None, note: str = "") -> None:
        """Shows a figure, or a sentence where there is none."""
        self._figure, self._note = figure, note
        self.update()

    @property
    def figure(self) -> Figure | None:
        """What is shown, with its caption."""
        return self._figure

    @property
    def said(self) -> str:
        """The sentence in place of a figure; empty while there is one."""
        return self._note if self._figure is None or self._figure.figure_size().isEmpty() else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """White paper with the figure as large as it fits."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QColor(paper().line))
        painter.setBrush(QColor(paper().surface))
        painter.drawRoundedRect(page, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._figure is None or self._figure.figure_size().isEmpty():
            painter.setPen(QColor(paper().muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(page.adjusted(24, 24, -24, -24), int(flags), self._note)
            return
        paint_page(painter, page.adjusted(12, 12, -12, -12), self._figure)
