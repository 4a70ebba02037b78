"""Which keys belong to the focused control and are no shortcuts then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
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
