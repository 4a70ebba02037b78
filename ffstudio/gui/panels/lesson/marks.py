"""Painted marks: the bar of steps, and the ring beside a check."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.style.theme import ThemeManager

_BAR_HEIGHT = 10
_RING = 18
_WHOLE = 360 * 16  # Qt counts sixteenths of a degree


class StepBar(QWidget):
    """A piece for every step: done, current, or still to come."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._count, self._current = 0, 0
        self._done: frozenset[int] = frozenset()
        self.setObjectName("lesson_step_bar")
        self.setFixedHeight(_BAR_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_steps(self, count: int, current: int, done: Collection[int]) -> None:
        """How many there are, which is shown (0-based), and which are done."""
        self._count, self._current, self._done = count, current, frozenset(done)
        at = (
            tr("step {current} of {count}", current=current + 1, count=count)
            if current < count
            else tr("past the last step")
        )
        self.setAccessibleName(tr("Progress of the lesson"))
        self.setAccessibleDescription(
            tr("{at}; {done} of {count} done", at=at, done=len(self._done), count=count)
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the pieces."""
        if not self._count:
            return
        painter, theme = QPainter(self), self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        air = 4.0 if self._count <= 20 else 1.0
        width = (self.width() - air * (self._count - 1)) / self._count
        for i in range(self._count):
            is_current = i == self._current
            height = 8.0 if is_current else 5.0
            color = theme.success if i in self._done else theme.accent if is_current else theme.line
            painter.setBrush(QColor(color))
            top = (self.height() - height) / 2
            box = QRectF(i * (width + air), top, max(width, 1.0), height)
            painter.drawRoundedRect(box, height / 2, height / 2)
        painter.end()


class Ring(QWidget):
    """Fills as a check comes nearer to holding; a tick once it holds."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._done, self._share = False, 0.0
        self.setFixedSize(_RING, _RING)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(_RING, _RING)

    def show_state(self, done: bool, share: float | None) -> None:
        """Whether the check holds, and how much of it is reached (0–1)."""
        state = done, share or 0.0
        if state != (self._done, self._share):
            self._done, self._share = state
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints ring, arc and tick."""
        painter, theme = QPainter(self), self._themes.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.success))
            painter.drawEllipse(box)
            pen = QPen(QColor(theme.raised), 2.0)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            at, side = box.topLeft(), box.width()
            points = ((0.28, 0.53), (0.44, 0.69), (0.73, 0.34))
            painter.drawPolyline(QPolygonF([at + QPointF(x * side, y * side) for x, y in points]))
        else:
            painter.setPen(QPen(QColor(theme.line), 2.5))
            painter.drawEllipse(box)
            if self._share > 0:
                painter.setPen(QPen(QColor(theme.accent), 2.5))
                painter.drawArc(box, 90 * 16, -round(self._share * _WHOLE))
        painter.end()
