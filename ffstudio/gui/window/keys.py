"""Which keys belong to the focused control, and what becomes of those nobody wants."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

_TYPING = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QComboBox)
_PRESSED_BY_SPACE = (*_TYPING, QAbstractButton, QAbstractItemView, QGroupBox)
_MOVED_BY_ARROWS = (*_TYPING, QAbstractSlider, QAbstractItemView, QTabBar)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def control_uses(widget: QWidget | None, event: QKeyEvent) -> bool:
    """True when Space or an arrow means something to the focused ``widget`` itself.

    A panel's own widget says so with the dynamic property ``usesKeys``, which counts for
    the widgets inside it as well.
    """
    if widget is None:
        return False
    modifiers = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return False
    key = event.key()
    if key != Qt.Key.Key_Space and key not in _ARROWS:
        return False
    inside: QWidget | None = widget
    while inside is not None and not inside.isWindow():
        if inside.property("usesKeys"):
            return True
        inside = inside.parentWidget()
    if key == Qt.Key.Key_Space:
        return isinstance(widget, _PRESSED_BY_SPACE)
    return isinstance(widget, _MOVED_BY_ARROWS)


def _press_by_enter(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Enter presses the button that has the focus, as Space does: Qt keeps that to dialogs."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
    if not enter or not isinstance(widget, QPushButton | QToolButton) or not widget.isEnabled():
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    widget.click()
    return True


class Keys(QObject):
    """Decides about the keys of windows: the main window, and docks that float.

    Args:
        take: Runs the command whose shortcut a key is, or says why not; true when there is one.
    """

    def __init__(self, take: Callable[[QKeyEvent], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaves keys to the focused control; takes those that nothing wanted."""
        # A control that does not take a key passes the question, and the key, up to its window.
        if isinstance(event, QKeyEvent):
            used = control_uses(QApplication.focusWidget(), event)
            if event.type() == QEvent.Type.ShortcutOverride and used:
                event.accept()
                return True
            is_free = event.type() == QEvent.Type.KeyPress and not used
            if is_free and (
                _press_by_enter(QApplication.focusWidget(), event) or self._take(event)
            ):
                event.accept()
                return True
        return super().eventFilter(watched, event)
