"""Marks on plots: vertical lines with a text beside them, on the screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.run.changes import Mark
from ffstudio.gui.style.theme import Theme, chart_pen, mix


@dataclass(frozen=True)
class PlotMark:
    """A vertical dashed line with a text along it.

    Attributes:
        x: In the units of the data.
    """

    x: float
    text: str
    color: QColor
    dash: Qt.PenStyle = Qt.PenStyle.DashLine

    @classmethod
    def of(cls, mark: Mark, x: float, theme: Theme, *, names_net: bool) -> PlotMark:
        """A run's mark as it is drawn.

        Args:
            x: Where it is along the axis.
            names_net: The text begins with the net's name, where the plot shows both.
        """
        color = QColor(theme.ff if mark.algorithm == "ff" else theme.bp)
        name = f"{mark.algorithm.upper()} " if names_net else ""
        return cls(x, name + mark.said, mix(color, QColor(theme.text), 0.55))


def place_labels(
    wanted: list[tuple[float, float]], left: float, right: float, most_rows: int, gap: float = 6.0
) -> list[tuple[float, int] | None]:
    """Places texts beside vertical lines, in rows, so that none covers another.

    Args:
        wanted: (x of the line, width of the text), the most important first.
        left, right: Between these a text must lie.

    Returns:
        (left edge, row) of each text, or None where there is no room.
    """
    rows: list[list[tuple[float, float]]] = [[] for _ in range(most_rows)]
    placed: list[tuple[float, int] | None] = []
    for x, width in wanted:
        best = None
        for start in (x + 3.0, x - 3.0 - width):
            if start < left or start + width > right:
                continue
            for row, taken in enumerate(rows):
                if all(start > b + gap or start + width < a - gap for a, b in taken):
                    best = (start, row)
                    break
            if best is not None:
                break
        if best is not None:
            rows[best[1]].append((best[0], best[0] + width))
        placed.append(best)
    return placed


def paint_marks(
    painter: QPainter,
    box: QRectF,
    marks: Sequence[PlotMark],
    paper: QColor,
    line_width: float,
) -> None:
    """Paints marks across ``box``, their texts at its top; the last mark matters most.

    Args:
        marks: Their ``x`` in the painter's units.
        line_width: In the painter's units; 1 is a pixel whatever they are.
    """
    metrics = QFontMetricsF(painter.font(), painter.device())
    marks = [m for m in reversed(marks) if box.left() - 1 <= m.x <= box.right() + 1]
    for mark in marks:
        pen = chart_pen(mark.color, line_width, mark.dash)
        pen.setCosmetic(line_width == 1)
        painter.setPen(pen)
        painter.drawLine(QLineF(mark.x, box.top(), mark.x, box.bottom()))
    room = box.width() * 0.8
    texts = [metrics.elidedText(m.text, Qt.TextElideMode.ElideMiddle, room) for m in marks]
    widths = [metrics.horizontalAdvance(t) if t else 0.0 for t in texts]
    rows = max(min(int(box.height() / (metrics.height() * 2.5)), 3), 1)
    places = place_labels(
        [(m.x, w) for m, w in zip(marks, widths, strict=True)], box.left(), box.right(), rows
    )
    for mark, text, width, place in zip(marks, texts, widths, places, strict=True):
        if place is None or not text:
            continue
        x, row = place
        top = box.top() + 1.0 + row * (metrics.height() + 1.0)
        painter.fillRect(QRectF(x - 1.5, top, width + 3.0, metrics.height()), paper)
        painter.setPen(mark.color)
        painter.drawText(QPointF(x, top + metrics.ascent()), text)
