"""The one plot widget: pyqtgraph set up once, in the theme's colours, with our own menu.

Data go in thinned (``core.run.history``) and already logarithmic where the axis is; ranges are
set from outside. So pyqtgraph's own range-finding, clipping and downsampling, which cost
time and surprise, are never in use.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsItem, QMenu, QToolButton, QWidget

from ffstudio.core.words import tr

import pyqtgraph as pg  # isort: skip  (after PySide6, which it then binds to)

from ffstudio.gui.plots.marks import PlotMark, paint_marks
from ffstudio.gui.plots.ticks import log_ticks, nice_ticks, pad_range, tick_texts
from ffstudio.gui.style.theme import Theme, ThemeManager, line_pen, mix

pg.setConfigOptions(imageAxisOrder="row-major", antialias=False, useOpenGL=False)

Column = npt.NDArray[np.float64]
Range = tuple[float, float]


# Characters of a tick's number; the y-axes of stacked plots are all equally wide.
_Y_ROOM, _X_ROOM = 7, 11


class _Axis(pg.AxisItem):
    """Round ticks without SI prefixes; a logarithmic axis takes log10 values."""

    def __init__(self, orientation: str) -> None:
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)
        self.is_log = False
        self.limits: Range | None = None
        self.setStyle(tickLength=-3, autoReduceTextSpace=False, hideOverlappingLabels=False)

    def boundingRect(self) -> QRectF:
        """Wider than the axis, for numbers at its ends."""
        rect = QRectF(super().boundingRect())
        if self.orientation == "bottom":
            return rect.adjusted(-16, 0, 16, 0)
        return rect

    def tickValues(self, low: float, high: float, size: float) -> list[Any]:
        metrics = QFontMetricsF(self.style["tickFont"] or QFont())
        if self.orientation in ("left", "right"):
            count = max(int(size / (metrics.height() * 2.0)), 2)
        else:
            count = max(int(size / (metrics.averageCharWidth() * 12)), 2)
        low, high = min(low, high), max(low, high)
        if self.is_log:
            if low < -300 or high > 300:
                return []
            ticks = [math.log10(t) for t in log_ticks(10.0**low, 10.0**high, count) if t > 0]
            return [(0.0, ticks)]
        ticks = nice_ticks(low, high, count)
        if self.limits is not None:
            ticks = [t for t in ticks if self.limits[0] <= t <= self.limits[1]]
        return [(ticks[1] - ticks[0] if len(ticks) > 1 else 0.0, ticks)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        room = _Y_ROOM if self.orientation in ("left", "right") else _X_ROOM
        if self.is_log:
            return tick_texts([float(f"{10.0**v:.6g}") for v in values], room)
        return tick_texts(values, room)


class _View(pg.ViewBox):
    """Wheel: along x, with Ctrl along y. Drag: move. Double click: back to everything."""

    reset_asked = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self.setMouseMode(pg.ViewBox.PanMode)
        self.disableAutoRange()

    def wheelEvent(self, ev: Any, axis: int | None = None) -> None:
        if axis is None:
            axis = 1 if ev.modifiers() & Qt.KeyboardModifier.ControlModifier else 0
        super().wheelEvent(ev, axis)

    def mouseDragEvent(self, ev: Any, axis: int | None = None) -> None:
        if ev.button() == Qt.MouseButton.RightButton:
            ev.ignore()
            return
        super().mouseDragEvent(ev, axis)

    def mouseDoubleClickEvent(self, ev: Any) -> None:
        if ev.button() == Qt.MouseButton.LeftButton:
            ev.accept()
            self.reset_asked.emit()


class _Marks(pg.GraphicsObject):
    """Vertical lines with text along them, painted in pixels on top of the curves."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(10)
        self.marks: list[PlotMark] = []
        self.font = QFont()
        self.paper = QColor()

    def set_marks(self, marks: list[PlotMark]) -> None:
        if marks != self.marks:
            self.marks = marks
            self.update()

    def viewRangeChanged(self) -> None:
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def paint(self, painter: QPainter, option: Any, widget: QWidget | None = None) -> None:
        view = self.viewRect()
        transform = painter.transform()
        box = transform.mapRect(view)
        y = view.center().y()
        painter.save()
        painter.resetTransform()
        painter.setFont(self.font)
        placed = [replace(m, x=transform.map(QPointF(m.x, y)).x()) for m in self.marks]
        paint_marks(painter, box, placed, self.paper, 1)
        painter.restore()


class Plot(pg.PlotWidget):
    """A themed plot.

    Signals:
        moved(x): The user moved or magnified the view along x; the new range (low, high).
        reset_asked(): The user wants to see everything again.
        hovered(x): The pointer is at x (data units), or None when it left.
        menu_filled(QMenu): The context menu is about to be shown; add to it.
    """

    moved = Signal(object)
    reset_asked = Signal()
    hovered = Signal(object)
    menu_filled = Signal(object)

    def __init__(
        self,
        themes: ThemeManager,
        x_label: str = "",
        y_label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.view = _View()
        self._axes = {side: _Axis(side) for side in ("left", "bottom")}
        super().__init__(parent, viewBox=self.view, axisItems=self._axes)
        self._themes = themes
        self._labels = {"bottom": x_label, "left": y_label}
        self._shows_x_axis = True
        self._follows_x = True
        self._follows_y = True
        self._fitted: Range | None = None
        for axis in self._axes.values():
            axis.setZValue(-1000)  # the grid lies behind the curves
        for side in ("right", "top"):  # hidden, they would follow every change of the ranges
            self.plotItem.getAxis(side).unlinkFromView()
        self.plotItem.setMenuEnabled(False)
        self.plotItem.hideButtons()
        self.plotItem.layout.setContentsMargins(0, 2, 18, 0)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMinimumSize(160, 90)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self._marks = _Marks()
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        self._cursor.setVisible(False)
        self._cursor.setZValue(20)
        self._dots = pg.ScatterPlotItem(size=7, pxMode=True)
        self._dots.setZValue(21)
        self._dots.setVisible(False)
        for item in (self._marks, self._cursor, self._dots):
            self.add_item(item)
        self._reset = QToolButton(self)
        self._reset.setObjectName("reset_view_button")
        self._reset.setAccessibleName(tr("Reset View"))
        self._reset.setText(tr("Reset View"))
        self._reset.setToolTip(
            tr("Show everything and follow new values. A double click does too.")
        )
        self._reset.setCursor(Qt.CursorShape.ArrowCursor)
        self._reset.setAutoRaise(False)
        self._reset.clicked.connect(self.reset_asked)
        self._reset.hide()
        self.view.reset_asked.connect(self.reset_asked)
        self.view.sigRangeChangedManually.connect(self._stop_following)
        self.scene().sigMouseMoved.connect(self._tell_pointer)
        self._dress(themes.theme)
        themes.changed.connect(self._dress)

    # --- look -----------------------------------------------------------------------

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        self.setBackground(QColor(theme.raised))
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 6.5))
        metrics = QFontMetricsF(font)
        for side, axis in self._axes.items():
            axis.setTickFont(font)
            axis.setPen(line_pen(theme.muted))
            axis.setTextPen(line_pen(theme.muted))
            axis.setTickPen(line_pen(mix(QColor(theme.line), QColor(theme.raised), 0.75)))
            axis.setStyle(tickAlpha=255)
            axis.setGrid(255)
            axis.label.setFont(font)
            axis.setLabel(self._labels[side], color=theme.muted)
        # Every plot's axis is equally wide, so that stacked plots line up.
        self._axes["left"].setWidth(
            metrics.horizontalAdvance("0.0005") + 10 + metrics.height() * 1.25
        )
        self._set_bottom_height()
        self._marks.font = font
        self._marks.paper = QColor(theme.raised)
        self._marks.update()
        self._cursor.setPen(line_pen(theme.text, Qt.PenStyle.DotLine))
        self._dots.setPen(line_pen(theme.raised))
        self._reset.setFont(font)
        self._reset.setStyleSheet(
            f"QToolButton {{ background: {theme.raised}; color: {theme.text};"
            f" border: 1px solid {theme.line}; border-radius: 5px; padding: 1px 7px; }}"
            f"QToolButton:hover, QToolButton:focus {{ border-color: {theme.accent}; }}"
        )
        self._place_reset()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the application's text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_reset"):
            self._dress(self._themes.theme)

    def _set_bottom_height(self) -> None:
        height = QFontMetricsF(self._axes["bottom"].style["tickFont"]).height()
        axis = self._axes["bottom"]
        axis.setStyle(showValues=self._shows_x_axis)
        axis.showLabel(self._shows_x_axis and bool(self._labels["bottom"]))
        below = height * (2.35 if self._shows_x_axis else 0.35) + 4
        axis.setHeight(below)
        # The title beside it stands whole.
        label = self._axes["left"].label
        title = QFontMetricsF(label.font()).horizontalAdvance(label.toPlainText())
        self.setMinimumHeight(math.ceil(title + below) + 8)

    def set_x_axis_shown(self, shown: bool) -> None:
        """Only the lowest of stacked plots needs numbers on its x-axis."""
        if shown != self._shows_x_axis:
            self._shows_x_axis = shown
            self._set_bottom_height()

    def set_labels(self, *, x: str | None = None, y: str | None = None) -> None:
        for side, text in (("bottom", x), ("left", y)):
            if text is not None and text != self._labels[side]:
                self._labels[side] = text
                self._axes[side].setLabel(text, color=self._themes.theme.muted)
        self._set_bottom_height()

    @property
    def x_label(self) -> str:
        return self._labels["bottom"]

    @property
    def y_label(self) -> str:
        return self._labels["left"]

    @property
    def is_log(self) -> bool:
        return self._axes["left"].is_log

    def set_log(self, log: bool) -> None:
        """Whether y values are given as log10."""
        axis = self._axes["left"]
        if axis.is_log != log:
            axis.is_log = log
            axis.picture = None
            axis.update()

    def set_y_limits(self, limits: Range | None) -> None:
        """What y values can be at most: no number of the axis lies beyond, and no air."""
        self._axes["left"].limits = limits

    def add_item(self, item: QGraphicsItem) -> None:
        """Adds what is drawn in data units. Ranges are set from outside: nobody asks it for its
        bounds.
        """
        self.addItem(item)
        if item in self.view.addedItems:
            self.view.addedItems.remove(item)

    # --- range ----------------------------------------------------------------------

    @property
    def x_range(self) -> Range:
        low, high = self.view.viewRange()[0]
        return float(low), float(high)

    @property
    def y_range(self) -> Range:
        low, high = self.view.viewRange()[1]
        return float(low), float(high)

    @property
    def follows_x(self) -> bool:
        """False after the user moved the view along x."""
        return self._follows_x

    @property
    def follows_y(self) -> bool:
        return self._follows_y

    def follow(self) -> None:
        """Goes back to showing everything."""
        self._follows_x = self._follows_y = True
        self._show_reset()

    def set_x_range(self, low: float, high: float, *, by_user: bool = False) -> None:
        """Shows this stretch; ``by_user`` when another plot's user chose it."""
        if by_user:
            self._follows_x = False
        if (low, high) != self.x_range:
            self.view.setXRange(low, high, padding=0)

    def fit_y(self, low: float, high: float) -> None:
        """Shows this range with some air, unless the user chose another."""
        self._fitted = low, high
        if self._follows_y:
            limits = self._axes["left"].limits
            range_ = pad_range(low, high, share=0.06, limits=limits)
            if limits is not None and range_[1] == limits[1]:
                # The line along it and its number shall be whole.
                room = 0.55 * QFontMetricsF(self._marks.font).height()
                share = room / max(self.view.height() - room, room)
                range_ = range_[0], range_[1] + share * (range_[1] - range_[0])
            if any(m.text for m in self._marks.marks):  # the texts' own room
                text = 2.0 * QFontMetricsF(self._marks.font).height()
                share = text / max(self.view.height() - text, text)
                range_ = range_[0], range_[1] + share * (range_[1] - range_[0])
            if range_ != self.y_range:
                self.view.setYRange(*range_, padding=0)

    def settle(self) -> None:
        """Moves everything to the ranges now; left to the first paint it would ask for a second."""
        self.scene().prepareForPaint()

    @Slot(object)
    def _stop_following(self, mouse_enabled: Sequence[bool]) -> None:
        along_x, along_y = bool(mouse_enabled[0]), bool(mouse_enabled[1])
        if along_y:
            self._follows_y = False
        if along_x:
            self._follows_x = False
            self.moved.emit(self.x_range)
        self._show_reset()

    def _show_reset(self) -> None:
        self._reset.setVisible(not (self._follows_x and self._follows_y))
        self._place_reset()

    def _place_reset(self) -> None:
        self._reset.adjustSize()
        self._reset.move(self.width() - self._reset.width() - 12, 6)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_reset"):
            self._place_reset()
            if self._fitted is not None:  # the room that texts need is a share of the height
                self.fit_y(*self._fitted)

    # --- cursor and marks -----------------------------------------------------------

    def set_marks(self, marks: list[PlotMark]) -> None:
        self._marks.set_marks(marks)

    @property
    def marks(self) -> list[PlotMark]:
        return self._marks.marks

    def set_cursor(self, x: float | None, points: list[tuple[float, float, QColor]]) -> None:
        """A vertical line at ``x`` and a dot on each curve; None hides them."""
        if x is None and not self._cursor.isVisible():
            return
        self._cursor.setVisible(x is not None)
        if x is not None:
            self._cursor.setPos(x)
        good = [p for p in points if math.isfinite(p[1])] if x is not None else []
        self._dots.setVisible(bool(good))
        self._dots.setData(
            x=[p[0] for p in good],
            y=[p[1] for p in good],
            brush=[pg.mkBrush(p[2]) for p in good],
        )

    @property
    def cursor_x(self) -> float | None:
        return float(self._cursor.value()) if self._cursor.isVisible() else None

    @Slot(object)
    def _tell_pointer(self, at: QPointF) -> None:
        if self.view.sceneBoundingRect().contains(at):
            self.hovered.emit(float(self.view.mapSceneToView(at).x()))
        else:
            self.hovered.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    # --- menu and painting ----------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        action = menu.addAction(tr("Reset View"))
        action.triggered.connect(self.reset_asked)
        self.menu_filled.emit(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())
        event.accept()

    def sizeHint(self) -> QSize:
        return QSize(420, 180)
