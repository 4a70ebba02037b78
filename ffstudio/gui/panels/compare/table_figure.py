"""The table of compared runs as a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.compare.rows import Row
from ffstudio.gui.style.theme import Theme, chart_pen

_GAP, _MARGIN, _WIDEST = 14.0, 10.0, 220.0


class TableFigure:
    """Names at the left, a column a run, the best of a line bold.

    Args:
        names: Gives the runs' names.
        rows: Gives the rows.
    """

    figure_name = "compared-runs"

    def __init__(
        self, names: Callable[[], Sequence[str]], rows: Callable[[], Sequence[Row]]
    ) -> None:
        self._names, self._rows = names, rows

    @property
    def figure_title(self) -> str:
        return tr("Compared runs")

    @property
    def figure_source(self) -> str:
        """The runs, which need not be those of the nets that are shown."""
        return ", ".join(self._names())

    def _widths(self, metrics: QFontMetricsF) -> list[float]:
        columns = [[row.name for row in self._rows()]]
        for j, name in enumerate(self._names()):
            columns.append([name, *(row.cells[j] for row in self._rows() if not row.is_head)])
        widest = [max(map(metrics.horizontalAdvance, texts), default=0.0) for texts in columns]
        # Bold is wider.
        return [min(width * 1.12, _WIDEST) + _GAP for width in widest]

    def figure_size(self) -> QSizeF:
        metrics = QFontMetricsF(figure_font())
        width = sum(self._widths(metrics)) + 2 * _MARGIN
        height = (len(self._rows()) + 1) * metrics.height() * 1.35 + 2 * _MARGIN
        return QSizeF(width, height) if self._names() else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the table."""
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setBold(True)
        metrics = QFontMetricsF(plain, painter.device())
        line, widths = metrics.height() * 1.35, self._widths(metrics)
        y = rect.top() + _MARGIN + metrics.ascent()

        def write(column: int, text: str, font: QFont, color: str) -> None:
            x = rect.left() + _MARGIN + sum(widths[:column])
            room = QFontMetricsF(font, painter.device())
            short = room.elidedText(text, Qt.TextElideMode.ElideRight, widths[column] - _GAP / 2)
            painter.setFont(font)
            painter.setPen(QColor(color))
            painter.drawText(QPointF(x, y), short)

        for j, name in enumerate(self._names()):
            write(j + 1, name, bold, theme.text)
        y += line
        for row in self._rows():
            write(0, row.name, bold if row.is_head else plain, theme.text)
            if row.is_head:
                painter.setPen(chart_pen(QColor(theme.line), 0.75))
                top = y - metrics.ascent() - 2
                painter.drawLine(QLineF(rect.left() + _MARGIN, top, rect.right() - _MARGIN, top))
            else:
                for j, text in enumerate(row.cells):
                    write(j + 1, text, bold if j in row.best else plain, theme.text)
            y += line
        painter.setFont(plain)

    def figure_table(self) -> Table:
        """A row a line, headings in the first column; numbers in full, shares from 0 to 1."""
        part = ""
        rows: list[list[object]] = []
        for row in self._rows():
            if row.is_head:
                part = row.name
            else:
                rows += [[part, name, *values] for name, values in row.lines]
        return [tr("part"), tr("what"), *self._names()], rows
