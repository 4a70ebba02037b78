"""What a screen reader says of widgets, and which of them it could not name."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDockWidget, QLineEdit, QWidget


def spoken_name(widget: QWidget) -> str:
    """As Qt tells it to a screen reader: set, or from the widget's text or its label."""
    told = QAccessible.queryAccessibleInterface(widget)
    return told.text(QAccessible.Text.Name).strip() if told is not None else ""


def focusable(root: QWidget) -> list[QWidget]:
    """All that the keyboard can come to, hidden panels and pages included."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        # The list of a box of choices is told with the box.
        and widget.window().metaObject().className() != "QComboBoxPrivateContainer"
        and not widget.objectName().startswith("qt_")
        and not (isinstance(widget, QLineEdit) and widget.parentWidget().focusProxy() is widget)
    ]


def unnamed(root: QWidget) -> list[str]:
    """Focusable widgets without a name."""
    return [
        f"{type(w).__name__} {w.objectName()} in {w.parentWidget().objectName()}"
        for w in focusable(root)
        if not spoken_name(w)
    ]


def ambiguous(root: QWidget) -> list[str]:
    """Names that two controls in sight share within one panel, or one section of it."""
    panels = root.findChildren(QDockWidget) or [root]
    shared = []
    for panel in panels:
        seen = [w for w in focusable(panel) if w.isVisibleTo(panel)]
        told = Counter((type(w), spoken_name(w), _section_of(w, panel)) for w in seen)
        shared += [
            f"{panel.objectName()} {section}: {name} ×{n}"
            for (_, name, section), n in told.items()
            if n > 1
        ]
    return shared


def _section_of(widget: QWidget, panel: QWidget) -> str:
    inside: QWidget | None = widget
    while inside is not None and inside is not panel:
        if inside.objectName().endswith("_section_box"):
            return inside.objectName()
        inside = inside.parentWidget()
    return ""
