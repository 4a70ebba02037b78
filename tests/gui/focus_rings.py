"""Finds what does not show that it has the keyboard."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.spoken_names import focusable

# A colour that differs by less is not seen.
_SEEN = 30


def without_ring(root: QWidget, resting: QWidget, known: set[QWidget]) -> list[str]:
    """What below ``root`` looks the same with the keyboard and without, of what is in sight.

    Args:
        resting: Has the keyboard meanwhile.
        known: What need not be looked at again; what was looked at is added.
    """
    faults = []
    for widget in focusable(root):
        is_seen = widget.isVisible() and widget.isEnabled() and not widget.visibleRegion().isEmpty()
        if widget in known or widget is resting or not is_seen:
            continue
        known.add(widget)
        resting.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        before = _pixels(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = _pixels(widget)
        changed = int((np.abs(after - before).max(axis=-1) > _SEEN).sum())
        # A line below it would do, a blinking cursor would not.
        if changed < 2 * min(widget.width(), widget.height(), 30):
            faults.append(f"{type(widget).__name__} {widget.objectName()}: {changed} pixels")
    return faults


def _pixels(widget: QWidget) -> np.ndarray:
    place = widget.rect().translated(widget.mapTo(widget.window(), widget.rect().topLeft()))
    image = widget.window().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).astype(int)
