"""Where the focus rests when a button that has it cannot be pressed any more, or is gone.

Qt hands it on to the next control. After Start was pressed that may be any other button, and
Space, meant to train, presses it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


class RestingFocus(QObject):
    """Has the panel around a button hold the focus until the button can be pressed again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QAbstractButton | None = None
        self._place: QWidget | None = None

    def take_from(self, widget: QWidget | None) -> bool:
        """Called when the focus is to go on to the next control; True when it rests instead.

        Args:
            widget: What has the focus.
        """
        if not isinstance(widget, QAbstractButton) or _may_be_pressed(widget):
            return False
        place = _find_place(widget)
        if place is None:
            return False
        self._forget()
        self._button, self._place = widget, place
        widget.installEventFilter(self)
        widget.destroyed.connect(self._forget_gone)
        place.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Gives the focus back, unless it has gone elsewhere meanwhile."""
        button, place = self._button, self._place
        if button is None or watched is not button:
            return False
        returns = event.type() in (QEvent.Type.EnabledChange, QEvent.Type.Show)
        if returns and _may_be_pressed(button):
            self._forget()
            if place is not None and place.hasFocus():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _forget(self) -> None:
        if self._button is not None:
            self._button.removeEventFilter(self)
            self._button.destroyed.disconnect(self._forget_gone)
        self._button = self._place = None

    def _forget_gone(self) -> None:
        self._button = self._place = None


def _may_be_pressed(button: QWidget) -> bool:
    return button.isEnabled() and button.isVisible()


def _find_place(button: QWidget) -> QWidget | None:
    """The nearest widget around a button that is a panel or a bar: one with a name of its own for
    screen readers.
    """
    place = button.parentWidget()
    while place is not None and not place.isWindow():
        if place.isEnabled() and place.isVisible() and place.accessibleName():
            return place
        place = place.parentWidget()
    return None
