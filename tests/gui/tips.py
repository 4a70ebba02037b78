"""What a widget says where the mouse rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


def tip_at(widget: QWidget, at: QPointF) -> str:
    """The tooltip at a place of a visible widget; it is taken down again."""
    place = at.toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
    QGuiApplication.sendEvent(widget, event)
    text = QToolTip.text()
    QToolTip.hideText()
    return text
