"""A read-only peep-hole for user-interface automation: where a named widget is and what it says.

With the environment variable ``FFSTUDIO_PROBE=NAME`` the running window answers on the
local socket NAME. A client sends an object name per line and gets one JSON object per
line. Nothing can be changed through it: clicks and keys come from the outside, as a
user's do.
"""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, Slot
from PySide6.QtGui import QAction
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QProgressBar,
    QTabBar,
    QWidget,
)

_TEXTS = ("text", "currentText", "title", "windowTitle", "toPlainText")


def describe_widget(widget: QWidget) -> dict[str, Any]:
    """Geometry on the screen (left, top, width, height in logical pixels) and texts."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    answer: dict[str, Any] = {
        "class": type(widget).__name__,
        "visible": widget.isVisible() and not widget.visibleRegion().isEmpty(),
        "enabled": widget.isEnabled(),
        "rect": [corner.x(), corner.y(), widget.width(), widget.height()],
        "accessible_name": widget.accessibleName(),
        "accessible_description": widget.accessibleDescription(),
        "tool_tip": widget.toolTip(),
    }
    for name in _TEXTS:
        read = getattr(widget, name, None)
        if callable(read):
            value = read()
            if isinstance(value, str):
                answer["text"] = value
                break
    if isinstance(widget, (QProgressBar, QAbstractSlider)):
        answer["value"] = widget.value()
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        answer["checked"] = widget.isChecked()
    if isinstance(widget, QTabBar):
        answer["tabs"] = {
            widget.tabText(i): _global(widget, widget.tabRect(i)) for i in range(widget.count())
        }
    return answer


def _global(widget: QWidget, rect: QRect) -> list[int]:
    corner = widget.mapToGlobal(rect.topLeft())
    return [corner.x(), corner.y(), rect.width(), rect.height()]


def look_up(name: str) -> dict[str, Any] | None:
    """The first visible widget with this object name, else any; an action's state; or None."""
    hidden = None
    for widget in QApplication.allWidgets():
        if widget.objectName() == name:
            if widget.isVisible():
                return describe_widget(widget)
            hidden = widget
    if hidden is not None:
        return describe_widget(hidden)
    for window in QApplication.topLevelWidgets():
        action = window.findChild(QAction, name)
        if action is not None:
            return {"class": "QAction", "enabled": action.isEnabled(), "text": action.text()}
    return None


class Probe(QObject):
    """Answers look-ups on a local socket.

    Raises:
        OSError: The socket cannot be opened.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            raise OSError(f"the probe {name} cannot be opened: {self._server.errorString()}")
        self._server.newConnection.connect(self._welcome)

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._answer)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _answer(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        while socket.canReadLine():
            name = bytes(socket.readLine().data()).decode("utf-8", "replace").strip()
            socket.write(json.dumps(look_up(name)).encode() + b"\n")
