"""A text of several lines that nothing above or below it may cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class WrappedLabel(QLabel):
    """Wraps its text and is at least as high as that takes at its width.

    In a splitter a label that wraps has the height of one line alone for its least.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()

    def _make_room(self) -> None:
        before = self.minimumHeight()
        self.setMinimumHeight(0)  # what a label takes at a width is never less than its minimum
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0))
        if self.minimumHeight() != before:
            self.updateGeometry()
