"""Runs as lines over one axis for each setting on screen: hovered, chosen and filtered by mouse."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.panels.sweep.parallel_painter import (
    ParallelPlaces,
    ParallelRuns,
    paint_parallel,
)
from ffstudio.gui.style.theme import ThemeManager

# Pixels from a line or an axis that still mean it.
_NEAR = 8


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
        self._runs = ParallelRuns()
        self._texts: list[str] = []
        self._pressed: tuple[int, float] | None = None
        self._hovered: int | None = None
        self._chosen: int | None = None
        themes.changed.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(460, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 120)

    def show_runs(self, runs: ParallelRuns, texts: Sequence[str]) -> None:
        """Shows other runs, or the same ones with more known of them; filters stay.

        Args:
            texts: What a pointer on a line is told, for each run.
        """
        names = {axis.name for axis in runs.axes}
        ranges = {name: r for name, r in self._runs.ranges.items() if name in names}
        self._runs, self._texts = dataclasses.replace(runs, ranges=ranges), list(texts)
        self._hovered = None
        self.update()

    def choose(self, row: int | None) -> None:
        """Marks a run."""
        if row != self._chosen:
            self._chosen = row
            self.update()

    def clear_filters(self) -> None:
        """Lets all runs through."""
        self._runs.ranges.clear()
        self._tell_filtered()

    @property
    def is_filtered(self) -> bool:
        """True while an axis keeps runs out."""
        return bool(self._runs.ranges)

    def passing(self) -> npt.NDArray[np.bool_]:
        """The runs that every filter lets through."""
        return self._runs.passing()

    def what_is_shown(self) -> ParallelRuns:
        """The runs and the filters as they are now, for a figure."""
        return dataclasses.replace(self._runs, ranges=dict(self._runs.ranges))

    def point(self, axis: int, place: float) -> QPointF:
        """Where a place of an axis is, in pixels."""
        return self._places().point(axis, place)

    def _places(self) -> ParallelPlaces:
        return ParallelPlaces(QRectF(self.rect()), len(self._runs.axes))

    # --- painting -------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._runs.axes:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(self._texts) < 2000)
        marked = {i for i in (self._hovered, self._chosen) if i is not None}
        paint_parallel(painter, QRectF(self.rect()), self._themes.theme, self._runs, marked)

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
                ends = sorted((self._places().place(y), self._places().place(at.y())))
                self._runs.ranges[self._runs.axes[axis].name] = (ends[0], ends[1])
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
            self._runs.ranges.pop(self._runs.axes[axis].name, None)
            self._tell_filtered()

    def leaveEvent(self, event: QEvent) -> None:
        if self._hovered is not None:
            self._hovered = None
            self.update()

    def _tell_filtered(self) -> None:
        self.update()
        self.filtered.emit()

    def _axis_at(self, at: QPointF) -> int | None:
        places = self._places()
        near = [i for i in range(places.count) if abs(places.x(i) - at.x()) <= _NEAR]
        return near[0] if near else None

    def _row_at(self, at: QPointF) -> int | None:
        """The line under the pointer; of those alike the one drawn last."""
        places, axes = self._places(), self._runs.axes
        if len(axes) < 2:
            return None
        share = (at.x() - places.x(0)) / places.step
        left = math.floor(share)
        if not 0 <= left < len(axes) - 1:
            return None
        share -= left
        crossed = axes[left].places * (1 - share) + axes[left + 1].places * share
        distances = np.abs(places.y(0) - crossed * (places.y(0) - places.y(1)) - at.y())
        distances = np.where(self.passing() & ~np.isnan(distances), distances, np.inf)
        if not len(distances) or distances.min() > _NEAR:
            return None
        return int(np.argmin(distances))
