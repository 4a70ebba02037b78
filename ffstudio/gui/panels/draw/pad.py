"""The pad to draw on, whatever the theme: white ink on black, as in MNIST, or black on white."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.draw.drawing import (
    BOX,
    PEN_PX,
    SIDE,
    Drawing,
    Stroke,
    curve,
    ink_pen,
    paint_strokes,
)
from ffstudio.gui.plots.pictures import plain_image
from ffstudio.gui.style.theme import ThemeManager

__all__ = ["ERASER_FACTOR", "LEAST_SIDE", "DrawPad"]

# The eraser's diameter, in pens.
ERASER_FACTOR = 2.4
# The pad gives way before the scores below it have no room.
LEAST_SIDE = 150
# Mouse points closer than this (share of the side) say nothing new.
_CLOSE = 0.0015
_PAPER = QColor(Qt.GlobalColor.black)
_INK = QColor(Qt.GlobalColor.white)
_SOFT = QColor.fromRgbF(1.0, 1.0, 1.0, 0.62)
_GRID = QColor.fromRgbF(1.0, 1.0, 1.0, 0.16)
_BOX = QColor.fromRgbF(1.0, 1.0, 1.0, 0.55)

_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class DrawPad(QWidget):
    """Left button draws, right button (or the eraser tool) erases.

    Signals:
        drawing_changed(): After every point, undo, redo and clear.
        tool_changed(): The eraser was chosen or put away.
        pixel_clicked(row, column): In pixel mode (tiny pictures).
    """

    KEYS = say_all(
        (
            ("E", "On the pad: switch between pen and eraser."),
            ("C, Esc", "On the pad: clear it."),
            ("Ctrl+Z, Ctrl+Shift+Z", "On the pad: take the last stroke back, or do it again."),
        )
    )

    drawing_changed = Signal()
    tool_changed = Signal()
    pixel_clicked = Signal(int, int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draw_pad")
        self.setAccessibleName(tr("Drawing pad"))
        self.setToolTip(
            tr(
                "Draw with the left button, erase with the right.\n"
                "Ctrl+Z undoes a stroke, C or Esc clears, E switches the eraser."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self.drawing = Drawing()
        self.pen_px = PEN_PX
        self._erasing = False
        self._is_light = False
        # Of the ink, as Stroke has it.
        self.ink = ""
        self._in_colour = False
        self._show_guides = False
        # The stroke under the pen, and whether the pen down is an eraser.
        self._points: list[tuple[float, float]] = []
        self._rubs = False
        self._last = (0.0, 0.0)
        self._button = Qt.MouseButton.NoButton
        self._pointer: QPointF | None = None
        self._picture: QImage | None = None
        self._pixels: tuple[int, int] | None = None
        self._hint = tr("Draw a digit here")
        self._describe()
        # Finished strokes as pixels: only the stroke under the pen is painted anew.
        self._layer: tuple[object, ...] = ()
        self._layer_pixels = QPixmap()
        themes.changed.connect(self.update)

    # --- what is shown ------------------------------------------------------------------

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """Everything drawn, the stroke under the pen included."""
        if self._points:
            return (*self.drawing.strokes, self._stroke())
        return self.drawing.strokes

    def _stroke(self) -> Stroke:
        """The one under the pen."""
        return Stroke(tuple(self._points), self.pen_px, self.ink if self.in_colour else "")

    @property
    def in_colour(self) -> bool:
        """True while the nets see colours."""
        return self._in_colour

    @in_colour.setter
    def in_colour(self, in_colour: bool) -> None:
        if in_colour != self._in_colour:
            self._in_colour = in_colour
            self.update()

    @property
    def is_empty(self) -> bool:
        return not self._points and self.drawing.is_empty

    @property
    def erasing(self) -> bool:
        """True while the left button erases."""
        return self._erasing

    @erasing.setter
    def erasing(self, erasing: bool) -> None:
        if erasing != self._erasing:
            self._erasing = erasing
            self.update()
            self.tool_changed.emit()

    @property
    def is_drawn_on(self) -> bool:
        """True while a button is down."""
        return self._button != Qt.MouseButton.NoButton

    @property
    def is_light(self) -> bool:
        """True while dark ink is drawn on light paper."""
        return self._is_light

    @is_light.setter
    def is_light(self, is_light: bool) -> None:
        if is_light != self._is_light:
            self._is_light = is_light
            self.update()

    def _shade(self, color: QColor) -> QColor:
        """A colour of dark paper, or its opposite on light paper."""
        if not self._is_light:
            return color
        return QColor.fromRgbF(
            1 - color.redF(), 1 - color.greenF(), 1 - color.blueF(), color.alphaF()
        )

    @property
    def show_guides(self) -> bool:
        """True while the 28×28 grid and the 20-pixel box are shown."""
        return self._show_guides

    @show_guides.setter
    def show_guides(self, shown: bool) -> None:
        self._show_guides = shown
        self.update()

    def show_picture(self, picture: npt.NDArray[np.floating] | None) -> None:
        """Shows a data set's picture in place of the drawing; None goes back to drawing.

        What is shown already changes nothing: a stroke under the pen goes on.
        """
        image = None if picture is None else plain_image(picture)
        if image is None and self._picture is None:
            return
        if image is not None and self._picture is not None and image == self._picture:
            return
        self._lift()
        self._picture = image
        self._describe()
        self.update()

    @property
    def shows_picture(self) -> bool:
        return self._picture is not None

    def set_pixel_mode(self, shape: tuple[int, int] | None) -> None:
        """For pictures of a few pixels: a click switches a pixel instead of drawing."""
        if shape == self._pixels:
            return  # a stroke under the pen goes on
        self._lift()
        self._pixels = shape
        self.update()

    def set_hint(self, text: str) -> None:
        """What an empty pad says."""
        if text != self._hint:
            self._hint = text
            self._describe()
            self.update()

    # --- size ---------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_SIDE, LEAST_SIDE)

    def paper(self) -> QRectF:
        """The square that is drawn on, in widget coordinates."""
        side = min(self.width(), self.height()) - 4
        return QRectF((self.width() - side) // 2, 2, side, side)

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paper, theme = self.paper(), self._themes.theme
        painter.fillRect(paper, self._shade(_PAPER))
        painter.save()
        painter.setClipRect(paper)
        if self._picture is not None:
            painter.drawImage(paper, self._picture)
        elif self._pixels is None:
            painter.drawPixmap(paper.topLeft(), self._paint_finished(paper.width()))
            if self._points:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                own = self._stroke().colour
                ink = QColor(own) if own else self._shade(_INK)
                painter.setPen(ink_pen(self.pen_px * paper.width() / SIDE, ink))
                painter.translate(paper.topLeft())
                larger = QTransform.fromScale(paper.width(), paper.width())
                painter.drawPath(larger.map(curve(self._points)))
                painter.resetTransform()
        painter.restore()
        if self._picture is None and self.is_empty:
            self._paint_hint(painter, paper)
        if self._show_guides or self._pixels is not None:
            self._paint_guides(painter, paper)
        self._paint_eraser(painter, paper)
        focused = self.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(-1, -1, 1, 1))

    def _paint_finished(self, side: float) -> QPixmap:
        """The finished strokes in device pixels."""
        ratio = self.devicePixelRatioF()
        wanted = (self.drawing.strokes, side, ratio, self._is_light, self._in_colour)
        if wanted != self._layer:
            size = max(round(side * ratio), 1)
            pixels = QPixmap(size, size)
            pixels.setDevicePixelRatio(ratio)
            pixels.fill(self._shade(_PAPER))
            painter = QPainter(pixels)
            ink = self._shade(_INK)
            strokes = self.drawing.strokes
            paint_strokes(painter, strokes, side, side / SIDE, ink, self._in_colour)
            painter.end()
            self._layer, self._layer_pixels = wanted, pixels
        return self._layer_pixels

    def _paint_hint(self, painter: QPainter, paper: QRectF) -> None:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.15)
        painter.setFont(font)
        painter.setPen(self._shade(_SOFT))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(paper.adjusted(24, 24, -24, -24), int(flags), self._hint)

    def _paint_guides(self, painter: QPainter, paper: QRectF) -> None:
        rows, columns = self._pixels or (SIDE, SIDE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(self._shade(_BOX if self._pixels is not None else _GRID), 1))
        for i in range(1, columns):
            x = round(paper.left() + paper.width() * i / columns)
            painter.drawLine(QPointF(x, paper.top()), QPointF(x, paper.bottom()))
        for i in range(1, rows):
            y = round(paper.top() + paper.height() * i / rows)
            painter.drawLine(QPointF(paper.left(), y), QPointF(paper.right(), y))
        if self._pixels is None:
            margin = paper.width() * (1 - BOX / SIDE) / 2
            painter.setPen(QPen(self._shade(_BOX), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(paper.adjusted(margin, margin, -margin, -margin))

    def _paint_eraser(self, painter: QPainter, paper: QRectF) -> None:
        if self._pointer is None or self._pixels is not None or self._picture is not None:
            return
        if not (self._rubs or (self._erasing and not self._points)):
            return
        radius = self._eraser_radius() * paper.width()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for width, color in ((3.0, _PAPER), (1.0, _SOFT)):
            painter.setPen(QPen(self._shade(color), width))
            painter.drawEllipse(self._pointer, radius, radius)

    # --- drawing ------------------------------------------------------------------------

    def _eraser_radius(self) -> float:
        return self.pen_px * ERASER_FACTOR / SIDE / 2

    def _share(self, position: QPointF) -> tuple[float, float]:
        paper = self.paper()
        x = (position.x() - paper.left()) / paper.width()
        y = (position.y() - paper.top()) / paper.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        button = event.button()
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            super().mousePressEvent(event)
            return
        if self._button != Qt.MouseButton.NoButton:
            return  # a second button while the first is down changes nothing
        x, y = self._share(event.position())
        self._pointer = event.position()
        if self._pixels is not None:
            rows, columns = self._pixels
            row, column = min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)
            self.pixel_clicked.emit(row, column)
            return
        self._button = button
        if self._picture is not None:
            self._picture = None
            self.drawing.clear()
        self._rubs = self._erasing or button == Qt.MouseButton.RightButton
        if self._rubs:
            self.drawing.begin_erasing()
            self._last = (x, y)
            self.drawing.erase((x, y), (x, y), self._eraser_radius())
        else:
            self._points = [(x, y)]
        self._tell_change()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if self._button == Qt.MouseButton.NoButton:
            if self._erasing:
                self.update()
            return
        point = self._share(event.position())
        if self._rubs:
            touched = self.drawing.erase(self._last, point, self._eraser_radius())
            self._last = point
            if touched:
                self._tell_change()
            else:
                self.update()
            return
        x, y = self._points[-1]
        if abs(point[0] - x) + abs(point[1] - y) >= _CLOSE:
            self._points.append(point)
            self._tell_change()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != self._button or self._button == Qt.MouseButton.NoButton:
            return
        self.mouseMoveEvent(event)
        self._lift()
        self._tell_change()

    def _lift(self) -> None:
        """The pen is up: what it drew or erased becomes one step."""
        self._button = Qt.MouseButton.NoButton
        points, self._points = self._points, []
        if self._rubs:
            self._rubs = False
            self.drawing.end_erasing()
        elif points:
            self.drawing.add(replace(self._stroke(), points=tuple(points)))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer = None
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- keys ---------------------------------------------------------------------------

    def step_back_or_forth(self, event: QKeyEvent) -> bool:
        """Undoes or redoes a stroke if that is what a pressed key, or one about to be, is for."""
        step = _step_of(event)
        if step and event.type() == QEvent.Type.KeyPress:
            getattr(self, step)()
        return bool(step)

    def _command(self, event: QKeyEvent) -> str:
        """What a key does here: ``undo``, ``redo``, ``clear``, ``eraser`` or nothing."""
        step, key = _step_of(event), event.key()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if step:
            return step
        if plain and key in (Qt.Key.Key_C, Qt.Key.Key_Delete):
            return "clear"
        if plain and key == Qt.Key.Key_Escape and (self.strokes or self.shows_picture):
            return "clear"  # an empty pad leaves it to whatever else it ends
        return "eraser" if plain and key == Qt.Key.Key_E else ""

    def event(self, event: QEvent) -> bool:
        # The window's own Ctrl+Z must not take the pad's away.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._command(event)
        ):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command == "eraser":
            self.erasing = not self.erasing
        elif command:
            getattr(self, command)()
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        """Takes the last stroke (or erasing, or clearing) back."""
        self._lift()
        if self._picture is not None:
            self._picture = None  # back to the drawing as it was left
        else:
            self.drawing.undo()
        self._tell_change()

    def redo(self) -> None:
        """Brings back what was undone."""
        self._lift()
        self._picture = None
        self.drawing.redo()
        self._tell_change()

    def clear(self) -> None:
        """Removes all strokes, undoably, or the picture that is shown."""
        self._lift()
        self._picture = None
        self.drawing.clear()
        self._tell_change()

    def _describe(self) -> None:
        count = len(self.strokes)
        told = (
            tr("{count} stroke{s}", count=count, s="s" if count != 1 else "")
            if count
            else self._hint
        )
        self.setAccessibleDescription(told)

    def _tell_change(self) -> None:
        self._describe()
        self.update()
        self.drawing_changed.emit()


def _step_of(event: QKeyEvent) -> str:
    """``undo`` or ``redo``, if a key stands for that."""
    key, modifiers = event.key(), event.modifiers() & (_CONTROL | _SHIFT)
    if key == Qt.Key.Key_Z and modifiers == _CONTROL:
        return "undo"
    if (key == Qt.Key.Key_Z and modifiers == _CONTROL | _SHIFT) or (
        key == Qt.Key.Key_Y and modifiers == _CONTROL
    ):
        return "redo"
    return ""
