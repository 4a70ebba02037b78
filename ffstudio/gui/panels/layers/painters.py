"""Paints the layers' accuracy over time and the table of classes, on the screen and for export."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ffstudio.core.look.layer_scores import WITHOUT_FIRST
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.panels.layers.measured import TITLES, ShownLayers
from ffstudio.gui.plots.chart import paint_chart
from ffstudio.gui.plots.fitting import say_what_fits
from ffstudio.gui.style.colormaps import readable_on
from ffstudio.gui.style.theme import Theme, layer_color, mix

CHART_WIDTH, CHART_HEIGHT = 160.0, 200.0
_GAP = 14.0
# A bar that would be shorter makes way for itself: accuracies are left out.
_SHORTEST_BAR = 110.0


def columns_in(width: float, count: int) -> int:
    """How many of ``count`` charts stand side by side."""
    return max(min(int((width + _GAP) // (CHART_WIDTH + _GAP)), count), 1)


def paint_times(painter: QPainter, rect: QRectF, theme: Theme, shown: ShownLayers) -> None:
    """A chart for every sum, in a grid."""
    sums = shown.sums
    columns = columns_in(rect.width(), len(sums))
    rows = math.ceil(len(sums) / columns)
    width = (rect.width() - _GAP * (columns - 1)) / columns
    height = (rect.height() - _GAP * (rows - 1)) / rows
    for at, which in enumerate(sums):
        row, column = divmod(at, columns)
        corner = rect.topLeft() + QPointF(column * (width + _GAP), row * (height + _GAP))
        paint_chart(
            painter, QRectF(corner, QSizeF(width, height)), theme, shown.chart(which, theme)
        )


class ClassTable:
    """Where things are in the table of classes, and its paint.

    Args:
        which: The sum whose accuracies stand in the columns at the right.
    """

    def __init__(
        self, shown: ShownLayers, which: str, rect: QRectF, metrics: QFontMetricsF
    ) -> None:
        self._shown, self._which, self._rect, self._metrics = shown, which, rect, metrics
        self.line = metrics.height() * 1.45
        names = [metrics.horizontalAdvance(name) for name in shown.class_names]
        self._names = min(
            max([*names, metrics.horizontalAdvance(tr("Class"))]) + 12, rect.width() / 3
        )
        self._first = 1 if which == WITHOUT_FIRST else 0
        cell = max(
            metrics.horizontalAdvance("100.0%"),
            metrics.horizontalAdvance(tr("Layer {k}", k=shown.num_layers)),
        )
        self._cell = cell + 12
        self._count = shown.num_layers - self._first
        while self._count and self._bar_width < _SHORTEST_BAR:
            self._count -= 1
            self._first += 1  # the last layers' are told first

    @property
    def _bar_width(self) -> float:
        room = self._rect.width() - self._names - self._count * self._cell
        return room - (10.0 if self._count else 0.0)

    @staticmethod
    def rows(shown: ShownLayers) -> int:
        """Head, heading and classes."""
        return 2 + len(shown.class_names)

    def bar(self, label: int) -> QRectF:
        """The bar of a class."""
        top = self._rect.top() + (2 + label) * self.line
        left = self._rect.left() + self._names
        return QRectF(left, top + 1.5, self._bar_width, self.line - 3.0)

    def row_at(self, at: QPointF) -> int | None:
        """The class at a place."""
        row = int((at.y() - self._rect.top()) // self.line) - 2
        return row if 0 <= row < len(self._shown.class_names) else None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Bars of who decides, and accuracies."""
        measured = self._shown.measured
        if measured is None:
            return
        scores = measured.scores
        shares, table = scores.count_deciders(), 100.0 * scores.class_accuracy(self._which)
        self._paint_heads(painter, theme)
        for label, name in enumerate(self._shown.class_names):
            bar = self.bar(label)
            place = QRectF(self._rect.left(), bar.top(), self._names - 8, bar.height())
            text = self._metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            painter.setPen(QColor(theme.text))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            self._paint_bar(painter, bar, theme, shares[label])
            for k in range(self._count):
                value = table[label, self._first + k]
                self._paint_share(painter, self._share_cell(bar, k), theme, value)

    def _share_cell(self, bar: QRectF, k: int) -> QRectF:
        return QRectF(bar.right() + 10.0 + k * self._cell, bar.top(), self._cell - 3, bar.height())

    def _paint_heads(self, painter: QPainter, theme: Theme) -> None:
        top, line = self._rect.top(), self.line
        plain, bold = painter.font(), QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        left = self._rect.left() + self._names
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        text = QFontMetricsF(bold).elidedText(
            tr("Which layer decides"), Qt.TextElideMode.ElideRight, self._bar_width
        )
        painter.drawText(QRectF(left, top, self._bar_width, line), flags, text)
        if self._count:
            room = QRectF(left + self._bar_width + 10, top, self._count * self._cell, line)
            text = tr("Right (%): {title}", title=TITLES[self._which])
            text = say_what_fits(QFontMetricsF(bold), room.width(), text, tr("Right (%)"))
            painter.drawText(room, flags, text)
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            QRectF(self._rect.left(), top + line, self._names, line), flags, tr("Class")
        )
        head = QRectF(left, top + line, self._bar_width, line)
        note = tr("Share of the class's images (%)")
        painter.drawText(
            head, flags, self._metrics.elidedText(note, Qt.TextElideMode.ElideRight, head.width())
        )
        for k in range(self._count):
            place = self._share_cell(QRectF(head), k)
            painter.drawText(
                place, Qt.AlignmentFlag.AlignCenter, tr("Layer {k}", k=self._first + k + 1)
            )

    def _paint_bar(self, painter: QPainter, bar: QRectF, theme: Theme, shares: object) -> None:
        left = bar.left()
        for k, share in enumerate(shares.tolist()):  # type: ignore[attr-defined]
            if not math.isfinite(share) or share <= 0:
                continue
            piece = QRectF(left, bar.top(), share * bar.width(), bar.height())
            left = piece.right()
            color = mix(layer_color(theme, k), QColor(theme.raised), 0.8)
            painter.fillRect(piece, color)
            painter.setPen(QColor(theme.raised))
            painter.drawLine(piece.topRight(), piece.bottomRight())
            for text in (
                tr("Layer {k}", k=k + 1) + f" {100 * share:.0f}",
                f"{k + 1}: {100 * share:.0f}",
            ):
                if self._metrics.horizontalAdvance(text) + 6 <= piece.width():
                    painter.setPen(readable_on(color))
                    painter.drawText(piece, Qt.AlignmentFlag.AlignCenter, text)
                    break

    def _paint_share(self, painter: QPainter, cell: QRectF, theme: Theme, value: float) -> None:
        if not math.isfinite(value):
            painter.setPen(QColor(theme.muted))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, "–")
            return
        # What is wrong catches the eye: the fewer right, the darker.
        ground = mix(QColor(theme.bp), QColor(theme.raised), min((100.0 - value) / 40.0, 1.0) * 0.6)
        painter.fillRect(cell, ground)
        painter.setPen(readable_on(ground))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, write_number(value, ".1f"))

    def tip(self, label: int) -> str:
        """All that is known of a class."""
        measured = self._shown.measured
        if measured is None:
            return ""
        scores = measured.scores
        count = int((scores.sample.y == label).sum())
        lines = [
            tr(
                "{name}: {count} images",
                name=self._shown.class_names[label],
                count=write_number(count, ","),
            )
        ]
        shares, right = scores.count_deciders()[label], scores.class_accuracy(self._which)[label]
        for k in range(scores.num_layers):
            lines.append(
                tr(
                    "Layer {k}: decides {share}%; {title}, {right}% right",
                    k=k + 1,
                    share=_percent(shares[k]),
                    title=TITLES[self._which].lower(),
                    right=_percent(right[k]),
                )
            )
        return "\n".join(lines)


def _percent(share: float) -> str:
    return number_text(round(100 * share, 1)) if math.isfinite(share) else "–"
