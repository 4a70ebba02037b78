"""How many images of each class there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import Theme, ThemeManager


def _count_texts(counts: list[int], metrics: QFontMetricsF, room: float) -> list[str]:
    """The counts as they have room beside each other: whole, in thousands, or not at all."""
    whole = [write_number(count, ",") for count in counts]
    short = [
        f"{write_number(count / 1000, '.1f')}k" if count >= 1000 else str(count) for count in counts
    ]
    for texts in (whole, short):
        if max(map(metrics.horizontalAdvance, texts)) <= room:
            return texts
    return [""] * len(counts)


class ClassHistogram(QWidget):
    """How many images each class has in the set chosen."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class_histogram")
        self.setAccessibleName(tr("Images per class"))
        self.setAccessibleDescription(tr("No images yet."))
        self._fit_font()
        self._themes = themes
        self._counts: list[tuple[str, int]] = []
        themes.changed.connect(self.update)

    def show_counts(self, counts: list[tuple[str, int]]) -> None:
        self._counts = counts
        self.setAccessibleDescription(", ".join(f"{n}: {c}" for n, c in counts))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self.setFixedHeight(64 + 2 * self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        if not self._counts:
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        line = metrics.height()
        step = rect.width() / len(self._counts)
        most = max(c for _, c in self._counts) or 1
        room = rect.height() - 2 * line - 4
        texts = _count_texts([count for _, count in self._counts], metrics, step - 2)
        for i, (name, count) in enumerate(self._counts):
            height = room * count / most
            x = rect.left() + i * step
            bar = QRectF(x + step * 0.12, rect.bottom() - line - height, step * 0.76, height)
            painter.fillRect(bar, QColor(theme.accent))
            painter.setPen(QColor(theme.text))
            below = QRectF(x, rect.bottom() - line, step, line)
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, step - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, short)
            painter.setPen(QColor(theme.muted))
            above = QRectF(x, bar.top() - line, step, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, texts[i])

    @property
    def figure_name(self) -> str:
        return "images-per-class"

    @property
    def figure_title(self) -> str:
        return tr("Images per class")

    def figure_size(self) -> QSizeF:
        return QSizeF(420, 110) if self._counts else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        return ["class", "images"], [[name, count] for name, count in self._counts]
