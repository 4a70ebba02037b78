"""Paints lanes: when a layer learnt, how far it moved in each epoch, and what that gained."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.run.lanes import Lane, Span
from ffstudio.core.words import spoken, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.timeline.layer_verbs import name_lane
from ffstudio.gui.plots.ticks import nice_ticks
from ffstudio.gui.style.theme import Theme, mix

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


# A lane is so many lines of text high, as there is room.
_LEAST_LINES, _MOST_LINES = 3.4, 5.5


@dataclass
class Lanes:
    """What is painted.

    Attributes:
        chosen: Number of the lane that the buttons are for.
        at: Epoch that the time machine shows; None for now.
        learns: Whether each lane's layer learns from now on.
    """

    lanes: list[Lane] = field(default_factory=list)
    chosen: int = 0
    at: int | None = None
    learns: list[bool] = field(default_factory=list)

    @property
    def last(self) -> float:
        """The end of the axis, in epochs."""
        ends = [span.last for lane in self.lanes for span in lane.spans]
        return max(math.ceil(max(ends, default=0.0) - 1e-9), 1)

    @property
    def chosen_lane(self) -> Lane | None:
        return self.lanes[self.chosen] if self.chosen < len(self.lanes) else None

    @property
    def most_moved(self) -> float:
        """The largest finite move of all lanes."""
        moved = [lane.moved[np.isfinite(lane.moved)] for lane in self.lanes]
        return max((float(m.max()) for m in moved if len(m)), default=0.0)

    def most_gained(self, measured: str) -> float:
        """The largest gain or loss of all lanes that are measured alike."""
        gains = [
            np.abs(lane.gained[np.isfinite(lane.gained)])
            for lane in self.lanes
            if lane.gained_in == measured
        ]
        return max((float(g.max()) for g in gains if len(g)), default=0.0)


def say_move(moved: float) -> str:
    """A move as a share, for a reader."""
    return f"{number_text(100 * moved, digits=2)}%" if math.isfinite(moved) else "–"


def say_gain(lane: Lane, gained: float) -> str:
    """What was gained, for a reader: points of the layer's own accuracy, or less loss."""
    if not math.isfinite(gained):
        return "–"
    if lane.gained_in == "layer_accuracy":
        return tr("{gain} points", gain=write_number(100 * gained, "+.1f"))
    return tr("{gain} less loss", gain=number_text(gained, digits=2))


def say_lane(lane: Lane) -> str:
    """All that a lane says, a sentence for those who do not see it."""
    said = [
        tr(
            "{name}: learnt for {learnt} of {all} epochs",
            name=name_lane(lane),
            learnt=number_text(lane.learnt_epochs, digits=3),
            all=number_text(lane.spans[-1].last if lane.spans else 0.0, digits=3),
        )
    ]
    if len(lane.moved):
        said.append(tr("moved {moved} in the last", moved=say_move(float(lane.moved[-1]))))
    if math.isfinite(lane.total_gain):
        said.append(tr("{gained} in all", gained=say_gain(lane, lane.total_gain)))
    said += [
        tr("begun anew at epoch {epoch}", epoch=number_text(epoch, digits=3))
        for epoch, _ in lane.begun_anew
    ]
    said.append(tr("learns now") if lane.learns else tr("frozen now"))
    return ", ".join(said)


def say_epoch(lane: Lane, epoch: int) -> str:
    """What a layer did in one epoch (from 1), lines for a tip."""
    lines = [tr("{name}, epoch {epoch}", name=name_lane(lane), epoch=epoch)]
    spans = [s for s in lane.spans if s.first < epoch and s.last > epoch - 1]
    share = sum((min(s.last, epoch) - max(s.first, epoch - 1)) * s.share for s in spans)
    lines.append(tr("learnt in {share} of its steps", share=write_percent(share, 0)))
    places = np.flatnonzero(lane.epochs == epoch)
    if len(places):
        at = int(places[0])
        lines.append(tr("weights moved by {moved}", moved=say_move(float(lane.moved[at]))))
        if lane.gained_in and math.isfinite(lane.gained[at]):
            lines.append(tr("gained {gained}", gained=say_gain(lane, float(lane.gained[at]))))
    for begun, seed in lane.begun_anew:
        if epoch - 1 <= begun < epoch:
            lines.append(tr("begun anew with seed {seed}", seed=seed))
    if lane.algorithm == "bp":
        lines.append(tr("backprop's loss is that of the whole net: no layer gains alone"))
    return "\n".join(lines)


class LanePlaces:
    """Where things are in a rectangle, in the font's measure."""

    def __init__(self, rect: QRectF, shown: Lanes, metrics: QFontMetricsF) -> None:
        self.rect, self._shown = rect, shown
        self.line = metrics.height()
        names = [name_lane(lane) for lane in shown.lanes]
        self.name_width = max((metrics.horizontalAdvance(n) for n in names), default=0.0) + 22
        self.words_width = metrics.horizontalAdvance("+100.0 points00") + 12
        self.left = rect.left() + self.name_width
        self.right = max(rect.right() - self.words_width, self.left + 20)
        self.top = rect.top() + self.line * 1.4
        room = rect.bottom() - self.top - self.line * 2.2
        fitting = room / max(len(shown.lanes), 1)
        self.height = min(max(fitting, self.line * _LEAST_LINES), self.line * _MOST_LINES)

    @property
    def bottom(self) -> float:
        return self.top + self.height * len(self._shown.lanes)

    def x(self, epoch: float) -> float:
        """Of an epoch."""
        return self.left + (self.right - self.left) * epoch / self._shown.last

    def lane(self, number: int) -> QRectF:
        """A lane's whole row."""
        top = self.top + number * self.height
        return QRectF(self.rect.left(), top, self.rect.width(), self.height)

    def lane_at(self, y: float) -> int | None:
        """Which lane is at a height."""
        number = int((y - self.top) // self.height) if y >= self.top else -1
        return number if 0 <= number < len(self._shown.lanes) else None

    def epoch_at(self, x: float) -> int | None:
        """The epoch (from 1) at a place; None beside the lanes."""
        if not self.left <= x <= self.right:
            return None
        share = (x - self.left) / (self.right - self.left)
        return min(int(share * self._shown.last) + 1, int(self._shown.last))


def lanes_height(shown: Lanes, metrics: QFontMetricsF) -> float:
    """Of all lanes with their axis."""
    return metrics.height() * (1.4 + _LEAST_LINES * max(len(shown.lanes), 1) + 2.2)


def paint_lanes(
    painter: QPainter, rect: QRectF, theme: Theme, shown: Lanes, *, marks_choice: bool = True
) -> None:
    """All lanes, and the axis of epochs below."""
    if not shown.lanes:
        return
    metrics = QFontMetricsF(painter.font(), painter.device())
    places = LanePlaces(rect, shown, metrics)
    painter.setPen(QColor(theme.muted))
    head = QRectF(places.right + 12, rect.top(), places.words_width, places.line)
    painter.drawText(head, _LEFT | Qt.TextFlag.TextDontClip, tr("moved, gained"))
    most = shown.most_moved
    for number in range(len(shown.lanes)):
        row = places.lane(number)
        if marks_choice and number == shown.chosen and len(shown.lanes) > 1:
            painter.fillRect(row, mix(QColor(theme.accent), QColor(theme.raised), 0.12))
            painter.fillRect(QRectF(row.left(), row.top(), 3, row.height()), QColor(theme.accent))
        _paint_lane(painter, row, theme, shown, number, places, most)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
    _paint_axis(painter, theme, shown, places)


def _paint_lane(
    painter: QPainter,
    row: QRectF,
    theme: Theme,
    shown: Lanes,
    number: int,
    places: LanePlaces,
    most_moved: float,
) -> None:
    lane = shown.lanes[number]
    color = QColor(theme.ff if lane.algorithm == "ff" else theme.bp)
    learns = shown.learns[number] if number < len(shown.learns) else lane.learns
    line = places.line
    painter.setPen(QColor(theme.text))
    name = QRectF(row.left() + 9, row.top() + line * 0.35, places.name_width, line)
    painter.drawText(name, _LEFT | Qt.TextFlag.TextDontClip, name_lane(lane))
    painter.setPen(QColor(theme.muted))
    state = tr("learns") if learns else tr("frozen")
    painter.drawText(name.translated(0, line * 1.15), _LEFT | Qt.TextFlag.TextDontClip, state)
    band = QRectF(places.left, row.top() + line * 0.35, 0, line * 0.62)
    for span in lane.spans:
        _paint_span(painter, band, places, span, color, theme)
    base = row.bottom() - line * 0.35
    room = base - band.bottom() - line * 0.3
    # Bars at the bottom, the line of gains above them.
    bars = room * (0.45 if lane.gained_in else 1.0)
    _paint_moves(painter, lane, places, base, bars, color, theme, most_moved)
    half = (room - bars) / 2 * 0.9
    _paint_gains(painter, lane, places, base - bars - (room - bars) / 2, half, theme, shown)
    for epoch, _ in lane.begun_anew:
        _paint_new_start(painter, QPointF(places.x(epoch), band.top()), band.height(), theme)
    painter.setPen(QColor(theme.text))
    words = QRectF(places.right + 12, row.top() + line * 0.35, places.words_width - 12, line)
    moved = say_move(float(lane.moved[-1])) if len(lane.moved) else "–"
    painter.drawText(words, _LEFT | Qt.TextFlag.TextDontClip, moved)
    if math.isfinite(lane.total_gain):
        gained = say_gain(lane, lane.total_gain)
        below = words.translated(0, line * 1.15)
        painter.drawText(below, _LEFT | Qt.TextFlag.TextDontClip, gained)


def _paint_span(
    painter: QPainter, band: QRectF, places: LanePlaces, span: Span, color: QColor, theme: Theme
) -> None:
    """Solid where it learnt, hatched where it was frozen, lower where it learnt in part."""
    left, right = places.x(span.first), places.x(span.last)
    place = QRectF(left, band.top(), max(right - left, 1.0), band.height())
    if span.share < 1.0:
        hatch = QColor(theme.muted)
        painter.fillRect(place, mix(QColor(theme.line), QColor(theme.raised), 0.45))
        painter.fillRect(place, QBrush(hatch, Qt.BrushStyle.BDiagPattern))
    if span.share > 0.0:
        height = place.height() * span.share
        painter.fillRect(QRectF(left, place.bottom() - height, place.width(), height), color)


def _paint_moves(
    painter: QPainter,
    lane: Lane,
    places: LanePlaces,
    base: float,
    room: float,
    color: QColor,
    theme: Theme,
    most: float,
) -> None:
    """A bar per epoch: how far the weights moved, the furthest of all lanes as high as the room."""
    if most <= 0:
        return
    bar = mix(color, QColor(theme.raised), 0.45)
    width = places.x(1.0) - places.x(0.0)
    gap = min(width * 0.15, 2.0)
    for epoch, moved in zip(lane.epochs, lane.moved, strict=True):
        if math.isfinite(moved) and moved > 0:
            height = max(room * min(moved / most, 1.0), 1.0)
            left = places.x(epoch - 1) + gap
            painter.fillRect(QRectF(left, base - height, max(width - 2 * gap, 1), height), bar)


def _paint_gains(
    painter: QPainter,
    lane: Lane,
    places: LanePlaces,
    middle: float,
    room: float,
    theme: Theme,
    shown: Lanes,
) -> None:
    """A line through the epochs: above the middle where the layer became better."""
    most = shown.most_gained(lane.gained_in)
    known = np.isfinite(lane.gained)
    if not lane.gained_in or most <= 0 or not known.any():
        return
    painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
    painter.drawLine(QPointF(places.left, middle), QPointF(places.right, middle))
    points = [
        QPointF(places.x(epoch - 0.5), middle - room * gained / most)
        for epoch, gained in zip(lane.epochs[known], lane.gained[known], strict=True)
    ]
    painter.setPen(QPen(QColor(theme.text), 1.3))
    painter.drawPolyline(QPolygonF(points))
    if len(points) <= 60:
        painter.setBrush(QColor(theme.text))
        for point in points:
            painter.drawEllipse(point, 1.8, 1.8)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_new_start(painter: QPainter, at: QPointF, height: float, theme: Theme) -> None:
    """A flag where a layer was begun anew."""
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLine(at - QPointF(0, height * 0.45), at + QPointF(0, height))
    flag = QPolygonF(
        [
            at - QPointF(0, height * 0.5),
            at + QPointF(height * 0.7, -height * 0.15),
            at + QPointF(0, height * 0.2),
        ]
    )
    painter.setBrush(QColor(theme.warning))
    painter.drawPolygon(flag)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_axis(painter: QPainter, theme: Theme, shown: Lanes, places: LanePlaces) -> None:
    metrics = QFontMetricsF(painter.font(), painter.device())
    painter.setPen(QColor(theme.muted))
    bottom = places.bottom
    room = max(int((places.right - places.left) / (metrics.horizontalAdvance("0000") * 2)), 2)
    for value in nice_ticks(0.0, shown.last, room):
        if value == int(value):
            x = places.x(value)
            painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4))
            place = QRectF(x - 40, bottom + 5, 80, places.line)
            painter.drawText(place, _CENTRE | Qt.TextFlag.TextDontClip, f"{value:.0f}")
    title = QRectF(places.left, bottom + 5 + places.line, places.right - places.left, places.line)
    painter.drawText(title, _CENTRE | Qt.TextFlag.TextDontClip, tr("Epoch"))
    if shown.at is not None:
        x = places.x(shown.at)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.drawLine(QPointF(x, places.top), QPointF(x, bottom))


class TimelineFigure:
    """The lanes, for export."""

    figure_name = "timeline"
    figure_of_run = True
    figure_title = spoken("Timeline of local learning")
    figure_min_width = 420.0

    def __init__(self, shown: Lanes) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        count = len(self._shown.lanes)
        return QSizeF(640.0, 17.0 * (1.4 + 4.0 * count + 2.2) + 20) if count else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        inner = rect.adjusted(10, 10, -10, -8)
        paint_lanes(painter, inner, theme, self._shown, marks_choice=False)

    def figure_table(self) -> Table:
        """A row per lane and epoch."""
        header = ["net", "layer", "epoch", "share_learnt", "moved", "gained", "gained_in"]
        rows: list[list[object]] = []
        for lane in self._shown.lanes:
            name: object = "output" if lane.is_output else lane.layer + 1
            for at, epoch in enumerate(lane.epochs):
                share = sum(
                    (min(s.last, epoch) - max(s.first, epoch - 1)) * s.share
                    for s in lane.spans
                    if s.first < epoch and s.last > epoch - 1
                )
                moved, gained = float(lane.moved[at]), float(lane.gained[at])
                rows.append(
                    [
                        lane.algorithm, name, int(epoch), share,
                        moved if math.isfinite(moved) else "",
                        gained if math.isfinite(gained) else "", lane.gained_in,
                    ]
                )  # fmt: skip
        return header, rows
