"""Runs as lines over one axis for each setting, coloured by accuracy."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.style import colormaps
from ffstudio.gui.style.theme import ThemeManager, mix

# Pixels from a line or an axis that still mean it.
_NEAR = 8
_TOP, _BOTTOM, _SIDE = 48, 14, 56


@dataclass(frozen=True)
class ParallelAxis:
    """One axis.

    Attributes:
        name: Over it.
        places: Of each run, 0 at the bottom to 1 at the top; NaN where it has no value.
        ticks: Places with words beside them.
    """

    name: str
    places: npt.NDArray[np.float64]
    ticks: Sequence[tuple[float, str]]


class ParallelView(QWidget):
    """Parallel coordinates.

    Dragging along an axis keeps the runs that cross it there; a click on the axis lets all
    through again. A click on a line chooses its run.

    Signals:
        run_chosen(row): A line was clicked.
        filtered(): Other runs pass than before; see :meth:`passing`.
    """

    run_chosen = Signal(int)
    filtered = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_parallel_view")
        self.setAccessibleName(tr("Runs as lines over their settings"))
        self.setAccessibleDescription(tr("The table below has the same runs, for the keyboard."))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._axes: list[ParallelAxis] = []
        self._colors: npt.NDArray[np.float64] = np.zeros(0)
        self._texts: list[str] = []
        self._ranges: dict[str, tuple[float, float]] = {}
        self._pressed: tuple[int, float] | None = None
        self._hovered: int | None = None
        self._chosen: int | None = None
        themes.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(460, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def show_runs(
        self,
        axes: Sequence[ParallelAxis],
        colors: npt.NDArray[np.float64],
        texts: Sequence[str],
    ) -> None:
        """Shows other runs, or the same ones with more known of them; filters stay.

        Args:
            colors: Of each run, 0–1; NaN for one without accuracy.
            texts: What a pointer on a line is told.
        """
        self._axes, self._colors, self._texts = list(axes), colors, list(texts)
        names = {axis.name for axis in axes}
        self._ranges = {name: r for name, r in self._ranges.items() if name in names}
        self._hovered = None
        self.update()

    def choose(self, row: int | None) -> None:
        """Marks a run."""
        if row != self._chosen:
            self._chosen = row
            self.update()

    def clear_filters(self) -> None:
        """Lets all runs through."""
        self._ranges.clear()
        self._tell_filtered()

    @property
    def is_filtered(self) -> bool:
        """True while an axis keeps runs out."""
        return bool(self._ranges)

    def passing(self) -> npt.NDArray[np.bool_]:
        """The runs that every filter lets through."""
        passing = np.ones(len(self._texts), bool)
        for axis in self._axes:
            if axis.name in self._ranges:
                low, high = self._ranges[axis.name]
                passing &= (axis.places >= low) & (axis.places <= high)  # NaN is neither
        return passing

    def point(self, axis: int, place: float) -> QPointF:
        """Where a place of an axis is, in pixels."""
        return QPointF(self._x(axis), self._y(place))

    # --- painting -------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._axes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._texts) < 2000)
        passing = self.passing()
        marked = {i for i in (self._hovered, self._chosen) if i is not None}
        for row in np.argsort(np.nan_to_num(self._colors, nan=-1.0), kind="stable").tolist():
            if row not in marked:
                self._paint_line(painter, row, bool(passing[row]), 1.4)
        self._paint_axes(painter)
        for row in marked:
            if row < len(self._texts):
                self._paint_line(painter, row, True, 3.2)

    def _paint_line(self, painter: QPainter, row: int, passes: bool, width: float) -> None:
        theme = self._themes.theme
        color = self._color(row)
        if not passes:
            color = mix(color, QColor(theme.raised), 0.12)
        pen = QPen(color, width)
        pen.setCosmetic(True)
        if math.isnan(self._colors[row]):
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(self._points(row)))

    def _points(self, row: int) -> list[QPointF]:
        return [
            self.point(i, float(axis.places[row]))
            for i, axis in enumerate(self._axes)
            if not math.isnan(axis.places[row])
        ]

    def _color(self, row: int) -> QColor:
        value = self._colors[row]
        if math.isnan(value):
            return QColor(self._themes.theme.muted)
        table = colormaps.sequential("viridis")
        # Neither end of the colours: both must stand out from the ground.
        share = 0.3 + 0.7 * value if self._themes.theme.is_dark else 0.85 * value
        red, green, blue = table[round(share * (len(table) - 1))][:3].tolist()
        return QColor(red, green, blue)

    def _paint_axes(self, painter: QPainter) -> None:
        theme, metrics = self._themes.theme, self.fontMetrics()
        room = self._room()
        for i, axis in enumerate(self._axes):
            x = self._x(i)
            painter.setPen(QPen(QColor(theme.muted), 1))
            painter.drawLine(self.point(i, 0), self.point(i, 1))
            if axis.name in self._ranges:
                low, high = (self._y(place) for place in self._ranges[axis.name])
                painter.fillRect(QRectF(x - 4, high, 8, low - high), QColor(theme.accent))
            is_last = i == len(self._axes) - 1
            for place, words in axis.ticks:
                y = self._y(place)
                painter.setPen(QColor(theme.muted))
                painter.drawLine(QPointF(x - 3, y), QPointF(x + 3, y))
                text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _SIDE - 10)
                width = metrics.horizontalAdvance(text)
                left = x + 7 if is_last else x - 7 - width
                ground = QColor(theme.raised)
                ground.setAlpha(190)
                box = QRectF(left - 1, y - metrics.height() / 2, width + 2, metrics.height())
                painter.fillRect(box, ground)
                painter.setPen(QColor(theme.text))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
            head = QRectF(x - room / 2, 0, room - 4, _TOP - 8)
            head.moveLeft(min(max(head.left(), 2), self.width() - room - 2))
            align = Qt.AlignmentFlag.AlignHCenter
            if i == 0:
                align = Qt.AlignmentFlag.AlignLeft
            elif is_last:
                align = Qt.AlignmentFlag.AlignRight
            painter.setPen(QColor(theme.text))
            align |= Qt.AlignmentFlag.AlignBottom
            painter.drawText(head, int(align) | int(Qt.TextFlag.TextWordWrap), axis.name)

    def _room(self) -> float:
        """Pixels from one axis to the next."""
        count = max(len(self._axes) - 1, 1)
        return min((self.width() - 2 * _SIDE) / count, 190.0)

    def _x(self, axis: int) -> float:
        if len(self._axes) == 1:
            return self.width() / 2
        return _SIDE + axis * (self.width() - 2 * _SIDE) / (len(self._axes) - 1)

    def _y(self, place: float) -> float:
        return self.height() - _BOTTOM - place * (self.height() - _TOP - _BOTTOM)

    def _place(self, y: float) -> float:
        return (self.height() - _BOTTOM - y) / max(self.height() - _TOP - _BOTTOM, 1)

    @Slot()
    def _repaint(self, *_: object) -> None:
        self.update()

    # --- the mouse ------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position()
        axis = self._axis_at(at)
        if axis is not None:
            self._pressed = (axis, at.y())
        elif (row := self._row_at(at)) is not None:
            self.choose(row)
            self.run_chosen.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is not None:
            axis, y = self._pressed
            if abs(at.y() - y) > 3:
                ends = sorted((self._place(y), self._place(at.y())))
                self._ranges[self._axes[axis].name] = (ends[0], ends[1])
                self._tell_filtered()
            return
        axis_at = self._axis_at(at)
        row = None if axis_at is not None else self._row_at(at)
        self.setCursor(
            Qt.CursorShape.SplitVCursor if axis_at is not None else Qt.CursorShape.ArrowCursor
        )
        if row != self._hovered:
            self._hovered = row
            self.update()
            text = "" if row is None else self._texts[row]
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        axis, y = self._pressed
        self._pressed = None
        if abs(event.position().y() - y) <= 3:
            self._ranges.pop(self._axes[axis].name, None)
            self._tell_filtered()

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered is not None:
            self._hovered = None
            self.update()

    def _tell_filtered(self) -> None:
        self.update()
        self.filtered.emit()

    def _axis_at(self, at: QPointF) -> int | None:
        near = [i for i in range(len(self._axes)) if abs(self._x(i) - at.x()) <= _NEAR]
        return near[0] if near else None

    def _row_at(self, at: QPointF) -> int | None:
        """The line under the pointer; of those alike the one drawn last."""
        if len(self._axes) < 2:
            return None
        step = (self.width() - 2 * _SIDE) / (len(self._axes) - 1)
        share = (at.x() - _SIDE) / step
        left = math.floor(share)
        if not 0 <= left < len(self._axes) - 1:
            return None
        share -= left
        before, after = self._axes[left].places, self._axes[left + 1].places
        places = before * (1 - share) + after * share
        distances = np.abs(self._y(0) - places * (self._y(0) - self._y(1)) - at.y())
        distances = np.where(self.passing() & ~np.isnan(distances), distances, np.inf)
        if not len(distances) or distances.min() > _NEAR:
            return None
        return int(np.argmin(distances))
