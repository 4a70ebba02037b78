"""Files that macOS hands to a running program: a double-click comes as an event, not as an argument."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class FileEvents(QObject):
    """Opens the files that the system asks the program to open.

    Args:
        open_path: Opens one; files that come earlier than :meth:`begin` wait.
    """

    def __init__(self, open_path: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open_path = open_path
        self._waiting: list[Path] | None = []
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def begin(self) -> None:
        """Opens what has come so far, and from now on whatever comes."""
        waiting, self._waiting = self._waiting or [], None
        for path in waiting:
            self._open_path(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the system's requests."""
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        path = Path(event.file())
        if self._waiting is None:
            self._open_path(path)
        else:
            self._waiting.append(path)
        return True
