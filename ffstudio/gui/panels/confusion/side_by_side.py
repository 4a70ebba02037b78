"""Several matrices as one figure, as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QPainter

from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.style.theme import Theme

_BETWEEN = 18.0


class SideBySide:
    """A figure of one matrix beside the other.

    Args:
        views: Those that are shown, at least one.
    """

    def __init__(self, views: Sequence[ConfusionView]) -> None:
        self._views = tuple(views)

    @property
    def figure_name(self) -> str:
        """Of a file."""
        return "confusion"

    @property
    def figure_title(self) -> str:
        """Names all of them."""
        return tr("Confusion matrices: ") + "; ".join(view.described for view in self._views)

    def figure_size(self) -> QSizeF:
        """As wide as all of them."""
        sizes = [view.figure_size() for view in self._views]
        width = sum(size.width() for size in sizes) + _BETWEEN * (len(sizes) - 1)
        return QSizeF(width, max(size.height() for size in sizes))

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints each in its share of the width."""
        count = len(self._views)
        width = (rect.width() - _BETWEEN * (count - 1)) / count
        for i, view in enumerate(self._views):
            left = rect.left() + i * (width + _BETWEEN)
            view.paint_figure(painter, QRectF(left, rect.top(), width, rect.height()), theme)

    def figure_table(self) -> Table:
        """One below the other, the net in the first column."""
        header: list[str] = []
        rows: list[list[object]] = []
        for view in self._views:
            names, lines = view.figure_table()
            header = ["net", *names]
            rows += [[view.title, *line] for line in lines]
        return header, rows
