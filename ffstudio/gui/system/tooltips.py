"""Tooltips that are no wider than a line one reads with ease.

Qt wraps rich text alone: a plain sentence becomes one line as wide as the screen. All of Qt's
tooltips, whoever shows them, are labels of one class, so this is the one place that wraps them.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QCursor, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel

# How wide a line may be, in average letters of its font.
LINE = 76
# How far Qt puts a tooltip from the mouse.
_RIGHT, _BELOW, _BESIDE = 2, 21, 4


class TooltipWrapper(QObject):
    """Wraps tooltips that are wider than a line."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._asked_at: QPoint | None = None
        self._at_work = False
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at tooltips as they get their size, which is before they are seen."""
        kind = event.type()
        if kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._asked_at = event.globalPos()
        elif kind == QEvent.Type.Resize and not self._at_work and watched.inherits("QTipLabel"):
            self._at_work = True
            try:
                if isinstance(watched, QLabel):
                    self._wrap(watched)
            finally:
                self._at_work = False
        return False

    def _wrap(self, tip: QLabel) -> None:
        most = LINE * tip.fontMetrics().averageCharWidth()
        if tip.width() <= most:
            return
        tip.setWordWrap(True)
        high = tip.heightForWidth(most)
        # As narrow as it is without another line: no last line of a single word.
        low, wide = most // 2, most
        while wide - low > 4:
            middle = (low + wide) // 2
            low, wide = (low, middle) if tip.heightForWidth(middle) <= high else (middle, wide)
        tip.resize(wide, high)
        # Its place was chosen for one long line.
        at = self._asked_at or QCursor.pos()
        screen = QGuiApplication.screenAt(at) or tip.screen()
        room = screen.availableGeometry()
        x, y = at.x() + _RIGHT, at.y() + _BELOW
        if x + tip.width() > room.right():
            x = max(at.x() - _BESIDE - tip.width(), room.left())
        if y + tip.height() > room.bottom():
            y = max(at.y() - _BESIDE - tip.height(), room.top())
        tip.move(x, y)
