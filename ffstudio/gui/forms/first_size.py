"""How large a dialog comes up."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

# Pixels that a window's frame and title take.
_BESIDE, _ABOVE = 16, 48


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Gives a dialog its first size in pixels, or what the screen has for it."""
    dialog.resize(QSize(width, height).boundedTo(room_for(dialog)))


def room_for(dialog: QWidget) -> QSize:
    """What the screen has for it, in pixels."""
    return dialog.screen().availableSize() - QSize(_BESIDE, _ABOVE)
