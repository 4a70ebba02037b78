"""A line that is larger than the text around it, whatever text size and theme come."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget


class Headline(QLabel):
    """Keeps its size over the application's: a new style sheet would take a set font away.

    Args:
        factor: How much larger than the text around it.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None, factor: float = 1.3) -> None:
        super().__init__(text, parent)
        self._factor = factor
        self._set_font()

    def _set_font(self) -> None:
        font = QFont(QApplication.font())
        font.setPointSizeF(self._factor * font.pointSizeF())
        font.setWeight(QFont.Weight.DemiBold)
        if font != self.font():
            self.setFont(font)

    def event(self, event: QEvent) -> bool:
        """Sets its font anew when another one was set for it."""
        taken = super().event(event)
        if event.type() in (
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
            QEvent.Type.Polish,
        ):
            self._set_font()
        return taken
