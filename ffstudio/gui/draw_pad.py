"""The pad to draw on: white ink on black, as in MNIST, whatever the theme."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.gui.drawing import PEN_PX, SIDE, Drawing, Stroke, paint_strokes
from ffstudio.gui.theme import ThemeManager

ERASER_FACTOR = 2.0


def grey_image(picture: npt.NDArray[np.floating]) -> QImage:
    """A picture (height, width), 0–1 (or ±1) as a grey image that owns its pixels."""
    low = -1.0 if float(picture.min()) < 0 else 0.0
    grey = np.clip((picture - low) / (1.0 - low), 0, 1) * 255
    pixels = np.ascontiguousarray(np.round(grey).astype(np.uint8))
    height, width = pixels.shape
    return QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


class DrawPad(QWidget):
    """Left button draws, right button (or the eraser tool) erases.

    Signals:
        drawing_changed(): After every point, undo, redo and clear.
        pixel_clicked(row, column): In pixel mode (tiny pictures).
    """

    drawing_changed = Signal()
    pixel_clicked = Signal(int, int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draw_pad")
        self.setAccessibleName("Drawing pad")
        self.setToolTip(
            "Draw with the left button, erase with the right.\n"
            "Ctrl+Z undoes a stroke, C clears, E switches the eraser."
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._themes = themes
        self.drawing = Drawing()
        self.pen_px = PEN_PX
        self.erasing = False
        self.show_guides = False
        self._stroke: Stroke | None = None
        self._picture: QImage | None = None
        self._pixels: tuple[int, int] | None = None
        self._hint = "Draw a digit here"
        themes.changed.connect(self.update)

    # --- what is shown ------------------------------------------------------------------

    def show_picture(self, picture: npt.NDArray[np.floating] | None) -> None:
        """Shows a data set's picture in place of the drawing; None goes back to drawing."""
        self._picture = None if picture is None else grey_image(picture)
        self.update()

    @property
    def shows_picture(self) -> bool:
        return self._picture is not None

    def set_pixel_mode(self, shape: tuple[int, int] | None) -> None:
        """For pictures of a few pixels: a click switches a pixel instead of drawing."""
        self._pixels = shape
        self.update()

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, 150)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return width

    def paper(self) -> QRectF:
        """The square that is drawn on, in widget coordinates."""
        side = min(self.width(), self.height()) - 2
        return QRectF((self.width() - side) // 2, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paper, theme = self.paper(), self._themes.theme
        painter.fillRect(paper, QColor("black"))
        if self._picture is not None:
            painter.drawImage(paper, self._picture)
        else:
            painter.save()
            painter.setClipRect(paper)
            painter.translate(paper.topLeft())
            paint_strokes(painter, self.drawing.strokes, paper.width(), paper.width() / SIDE)
            painter.restore()
            if self.drawing.is_empty and self._pixels is None:
                font = QFont(self.font())
                font.setPointSizeF(font.pointSizeF() * 1.15)
                painter.setFont(font)
                painter.setPen(QColor("#9aa3ad"))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(paper.adjusted(12, 0, -12, 0), flags, self._hint)
        if self.show_guides or self._pixels is not None:
            self._paint_guides(painter, paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if focused else theme.line), 2 if focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(paper.adjusted(0, 0, -1, -1))

    def _paint_guides(self, painter: QPainter, paper: QRectF) -> None:
        rows, columns = self._pixels or (SIDE, SIDE)
        painter.setPen(QPen(QColor(120, 130, 140, 110), 1))
        for i in range(1, columns):
            x = paper.left() + paper.width() * i / columns
            painter.drawLine(QPointF(x, paper.top()), QPointF(x, paper.bottom()))
        for i in range(1, rows):
            y = paper.top() + paper.height() * i / rows
            painter.drawLine(QPointF(paper.left(), y), QPointF(paper.right(), y))
        if self._pixels is None:
            margin = paper.width() * 4 / SIDE
            painter.setPen(QPen(QColor("#e8b84a"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(paper.adjusted(margin, margin, -margin, -margin))

    # --- drawing ------------------------------------------------------------------------

    def _share(self, position: QPointF) -> tuple[float, float]:
        paper = self.paper()
        x = (position.x() - paper.left()) / paper.width()
        y = (position.y() - paper.top()) / paper.height()
        return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        x, y = self._share(event.position())
        if self._pixels is not None:
            rows, columns = self._pixels
            self.pixel_clicked.emit(
                min(int(y * rows), rows - 1), min(int(x * columns), columns - 1)
            )
            return
        if self._picture is not None:
            self._picture = None
            self.drawing.clear()
        erases = self.erasing or event.button() == Qt.MouseButton.RightButton
        width = self.pen_px * ERASER_FACTOR if erases else self.pen_px
        self._stroke = Stroke(width, erases, [(x, y)])
        self.drawing.begin(self._stroke)
        self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            point = self._share(event.position())
            if point != self._stroke.points[-1]:
                self._stroke.points.append(point)
                self._changed()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._stroke is not None:
            self.mouseMoveEvent(event)
            self._stroke = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if control and key == Qt.Key.Key_Z:
            self.redo() if shift else self.undo()
        elif not control and key in (Qt.Key.Key_C, Qt.Key.Key_Escape, Qt.Key.Key_Delete):
            self.clear()
        elif not control and key == Qt.Key.Key_E:
            self.erasing = not self.erasing
            self.drawing_changed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # A window-wide Ctrl+Z must not take the pad's own away.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QKeyEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_Z
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)

    def undo(self) -> None:
        """Takes the last stroke (or clearing) back."""
        self.drawing.undo()
        self._changed()

    def redo(self) -> None:
        """Brings back what was undone."""
        self.drawing.redo()
        self._changed()

    def clear(self) -> None:
        """Removes all strokes, undoably, or the picture that is shown."""
        self._picture = None
        self.drawing.clear()
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.drawing_changed.emit()
