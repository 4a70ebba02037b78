"""How large a dialog comes up."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

# Pixels that a window's frame and title take.
_BESIDE, _ABOVE = 16, 48


def open_at(dialog: QWidget, width: int, height: int) -> None:
    """Gives a dialog its first size in pixels, or what the screen has for it."""
    available = dialog.screen().availableSize()
    dialog.resize(min(width, available.width() - _BESIDE), min(height, available.height() - _ABOVE))
