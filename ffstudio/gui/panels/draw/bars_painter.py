"""Paints every label's scores: goodness stacked by layer, probabilities beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.scores import Scores
from ffstudio.gui.style.theme import Theme, layer_color, mix

Floats = npt.NDArray[np.floating]

GAP = 6.0
MOST_ROW = 26.0


@dataclass(frozen=True)
class BarsLook:
    """What the bars show besides the scores."""

    relative: bool = True
    true_label: int | None = None
    empty: str = "Draw something: every label's scores appear here."


def bar_lengths(scores: Scores, relative: bool) -> Floats:
    """Bar lengths (layers, classes): goodness, or what exceeds the layer's lowest label.

    Either way the order of the voting layers' sums is the same. Where layers vote with weights
    their parts are as long as they count.
    """
    assert scores.goodness is not None  # noqa: S101 - the caller has checked
    counted = np.array([weight or 1.0 for weight in scores.votes], scores.goodness.dtype)
    goodness = scores.goodness * counted[:, None]
    if relative or scores.only_relative:
        return goodness - goodness.min(axis=1, keepdims=True)
    return goodness


def stacking_order(scores: Scores) -> list[int]:
    """Voting layers first; what does not vote is told apart at the end of the bar."""
    assert scores.goodness is not None  # noqa: S101
    votes = scores.votes
    return sorted(range(len(votes)), key=lambda layer: not votes[layer])


def _hatch(painter: QPainter, bar: QRectF, layer: int, color: QColor, width: float) -> None:
    """Lines of our own: pattern brushes do not scale in every format. Layer 1 has none."""
    kind = layer % 5
    if kind == 0:
        return
    painter.save()
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, width))
    height = bar.height()
    if kind in (1, 2, 4):
        x = bar.left() - height
        while x < bar.right():
            if kind in (1, 4):
                painter.drawLine(QLineF(x, bar.bottom(), x + height, bar.top()))
            if kind in (2, 4):
                painter.drawLine(QLineF(x, bar.top(), x + height, bar.bottom()))
            x += 5.0
    else:
        x = bar.left() + 2.0
        while x < bar.right():
            painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
            x += 4.0
    painter.restore()


def _paint_segment(painter: QPainter, bar: QRectF, theme: Theme, layer: int, votes: bool) -> None:
    """A layer's part: flat or hatched in its colour; hollow when it has no vote."""
    if bar.width() <= 0.0:
        return
    color, ground = layer_color(theme, layer), QColor(theme.raised)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if votes:
        painter.fillRect(bar, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if votes:
        _hatch(painter, bar, layer, mix(ground, color, 0.62), 1.0)
    else:
        _hatch(painter, bar, 1, mix(color, ground, 0.45), 0.8)
        painter.setPen(QPen(mix(color, ground, 0.6), 0.8, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)


def count_legend_lines(scores: Scores, metrics: QFontMetricsF, width: float) -> int:
    """How many lines the names of the layers take at most beside so wide a picture."""
    if scores.goodness is None or len(scores.goodness) < 2:
        return 0
    longest = tr("Layer 00 (no vote)") if not all(scores.votes) else tr("Layer 00")
    if any(weight not in (0.0, 1.0) for weight in scores.votes):
        longest = max(longest, tr("Layer 00 × 0.000"), key=len)
    names = max(metrics.horizontalAdvance(name) for name in scores.class_names)
    room = max(width - min(names, width * 0.27) - 30, 1.0)
    in_a_line = max(int(room / (28 + metrics.horizontalAdvance(longest))), 1)
    return math.ceil(len(scores.goodness) / in_a_line)


class BarsPainter:
    """Paints the bars into a rectangle, on the screen and for export."""

    def __init__(
        self, painter: QPainter, rect: QRectF, theme: Theme, scores: Scores, look: BarsLook
    ) -> None:
        self.painter, self.rect, self.theme = painter, rect, theme
        self.scores, self.look = scores, look
        self.font = QFont(painter.font())
        self.bold = QFont(self.font)
        self.bold.setBold(True)
        self.metrics = QFontMetricsF(self.font, painter.device())
        self.strong = QFontMetricsF(self.bold, painter.device())

    def paint(self) -> None:
        scores, rect = self.scores, self.rect
        line = self.metrics.height()
        has_legend = scores.goodness is not None and len(scores.goodness) > 1
        names = max(self.strong.horizontalAdvance(n) for n in scores.class_names)
        mark = self.metrics.horizontalAdvance("✓") + 3 if self.look.true_label is not None else 0.0
        names = min(names, rect.width() * 0.27) + 8 + mark
        legend_room = QRectF(rect.left() + names, rect.top() + line + 3, rect.width() - names, line)
        legend = self._place_legend(legend_room) if has_legend else []
        head = line + 4 + (legend[-1][0].bottom() - legend_room.top() + 3 if legend else 0)
        row = min((rect.height() - head) / len(scores.class_names), MOST_ROW)
        top = rect.top() + head
        wide = rect.width() - names
        # Goodness takes the room that the narrower columns of probabilities leave.
        columns: list[tuple[str, float]] = []
        if scores.goodness is not None:
            columns.append(("goodness", 1.63))
        if scores.read_out is not None:
            columns.append(("read_out", 1.0))
        if scores.probabilities is not None:
            columns.append(("bp", 1.0))
        share = (wide - 14 * (len(columns) - 1)) / sum(weight for _, weight in columns)
        x, places = rect.left() + names, {}
        for name, weight in columns:
            places[name] = QRectF(x, top, weight * share, 0)
            x += weight * share + 14
        self._names(QRectF(rect.left(), top, names - 8, 0), row, mark)
        if scores.goodness is not None:
            left = places["goodness"]
            self._goodness(left, row)
            self._legend(legend)
        few = len(columns) < 3
        if scores.read_out is not None:
            titles = (*((tr("FF read-out"),) if few else ()), tr("Read-out"))
            self._probabilities(places["read_out"], row, scores.read_out, titles, self.theme.ff)
        if scores.probabilities is not None:
            titles = (*((tr("BP probability"),) if few else ()), tr("BP"))
            self._probabilities(places["bp"], row, scores.probabilities, titles, self.theme.bp)

    def _text(
        self, rect: QRectF, text: str, *, strong: bool = False, right: bool = False, color: str = ""
    ) -> None:
        painter, metrics = self.painter, self.strong if strong else self.metrics
        painter.setFont(self.bold if strong else self.font)
        painter.setPen(QColor(color or (self.theme.text if strong else self.theme.muted)))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _names(self, column: QRectF, row: float, mark: float) -> None:
        scores = self.scores
        columns = (scores.totals, scores.read_out, scores.probabilities)
        best = {int(np.argmax(s)) for s in columns if s is not None}
        for k, name in enumerate(self.scores.class_names):
            cell = QRectF(column.left(), column.top() + k * row, column.width(), row)
            if k == self.look.true_label:
                self._text(cell, "✓", color=self.theme.success)
            cell.setLeft(cell.left() + mark)
            self._text(cell, name, strong=k in best, right=True, color=self.theme.text)

    def _head(self, column: QRectF, texts: Sequence[str], color: str) -> None:
        """A column's heading: the longest of several that has room."""
        fitting = (t for t in texts if self.metrics.horizontalAdvance(t) <= column.width())
        text = next(fitting, texts[-1])
        line = self.metrics.height()
        cell = QRectF(column.left(), self.rect.top(), column.width(), line)
        self._text(cell, text, color=color)

    def _place_legend(self, room: QRectF) -> list[tuple[QRectF, str, bool]]:
        """Where each layer's entry stands, its text, and whether the layer votes.

        Entries that have no room in a line begin the next one.
        """
        scores, placed = self.scores, []
        assert scores.goodness is not None  # noqa: S101
        x, y, height = room.left(), room.top(), room.height()
        for layer in range(len(scores.goodness)):
            weight = scores.votes[layer]
            votes = weight > 0.0
            text = tr("Layer {layer}", layer=layer + 1) + ("" if votes else tr(" (no vote)"))
            if weight not in (0.0, 1.0):
                text = tr(
                    "Layer {layer} × {weight}",
                    layer=layer + 1,
                    weight=number_text(weight, digits=3),
                )
            width = 16 + self.metrics.horizontalAdvance(text)
            if x > room.left() and x + width > room.right():
                x, y = room.left(), y + height + 1
            placed.append((QRectF(x, y, width, height), text, votes))
            x += width + 12
        return placed

    def _legend(self, entries: list[tuple[QRectF, str, bool]]) -> None:
        for layer, (place, text, votes) in enumerate(entries):
            box = QRectF(
                place.left(), place.top() + place.height() * 0.22, 12, place.height() * 0.56
            )
            _paint_segment(self.painter, box, self.theme, layer, votes)
            self._text(place.adjusted(16, 0, 2, 0), text)

    def _goodness(self, column: QRectF, row: float) -> None:
        scores, theme = self.scores, self.theme
        totals = scores.totals
        assert scores.goodness is not None  # noqa: S101
        assert totals is not None  # noqa: S101
        lengths = bar_lengths(scores, self.look.relative)
        head = tr("FF logits") if scores.is_logits else tr("FF goodness")
        relative = self.look.relative or scores.only_relative
        whole = tr("{head}, relative", head=head) if relative else head
        self._head(column, (whole, whole.removeprefix("FF "), head, tr("FF")), theme.ff)
        values = [goodness_text(float(v)) for v in totals]
        room = max(self.strong.horizontalAdvance(v) for v in values) + GAP + 2
        longest = max(float(lengths.sum(axis=0).max()), 1e-12)
        scale = max(column.width() - room, 8.0) / longest
        best = int(np.argmax(totals))
        for k, value in enumerate(values):
            x, y = column.left(), column.top() + k * row
            for layer in stacking_order(scores):
                width = float(lengths[layer, k]) * scale
                bar = QRectF(x, y + row * 0.15, width, row * 0.7)
                _paint_segment(self.painter, bar, theme, layer, scores.votes[layer] > 0.0)
                x += width
            self._axis(column, y, row)
            self._text(QRectF(x + GAP, y, room, row), value, strong=k == best)

    def _probabilities(
        self, column: QRectF, row: float, p: Floats, heads: Sequence[str], color: str
    ) -> None:
        self._head(column, heads, color)
        room = self.strong.horizontalAdvance("100%") + GAP + 2
        best = int(np.argmax(p))
        for k, value in enumerate(p.tolist()):
            y = column.top() + k * row
            width = max(column.width() - room, 8.0) * value
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            bar = QRectF(column.left(), y + row * 0.15, width, row * 0.7)
            self.painter.fillRect(bar, QColor(color))
            self._axis(column, y, row)
            cell = QRectF(bar.right() + GAP, y, room, row)
            self._text(cell, write_percent(value, 0), strong=k == best)

    def _axis(self, column: QRectF, y: float, row: float) -> None:
        pen = QPen(mix(QColor(self.theme.muted), QColor(self.theme.raised), 0.6), 1)
        pen.setCosmetic(True)
        self.painter.setPen(pen)
        self.painter.drawLine(QLineF(column.left(), y, column.left(), y + row))


def goodness_text(value: float) -> str:
    """Goodness as short as its size allows."""
    size = abs(value)
    text = (
        write_number(value, ".3f")
        if size < 10
        else write_number(value, ".2f")
        if size < 1000
        else write_number(value, ",.0f")
    )
    if size and (size < 0.01 or size >= 1e5):
        text = number_text(value, digits=3)
    return text.replace("-", "−")
