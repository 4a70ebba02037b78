"""Files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from ffstudio.core.words import tr
from ffstudio.gui.dialogs.file_filters import can_be_opened
from ffstudio.jobs.model_files import find_run_folder
from ffstudio.jobs.others import holds_curves

# How long it is said that something is none of these.
_REFUSED_MS = 8000


class FileDrops(QObject):
    """Opens the first file of a drop that can be opened; others are refused."""

    def __init__(self, window: QMainWindow, open_path: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._window, self._open_path = window, open_path
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the window's drag and drop events."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if openable(event) is None:
                event.ignore()
                names = [Path(url.toLocalFile()).name for url in event.mimeData().urls()]
                if names:
                    self._window.statusBar().showMessage(_say_refused(names[0]), _REFUSED_MS)
            else:
                event.acceptProposedAction()
                self._window.statusBar().showMessage(tr("Drop the file to open it."))
            return True
        if kind == QEvent.Type.DragLeave:
            self._window.statusBar().clearMessage()
            return True
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return super().eventFilter(watched, event)

    def _drop(self, event: QDropEvent) -> None:
        self._window.statusBar().clearMessage()
        path = openable(event)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        # Not inside the drop: a question would freeze the program the file came from.
        QTimer.singleShot(0, self, lambda: self._open_path(path))


def _say_refused(name: str) -> str:
    return tr(
        "{name} cannot be opened by a drop: models, experiments, data sets, lessons, folders of runs "
        "and curves can.",
        name=name,
    )


def _is_ours(path: Path) -> bool:
    return can_be_opened(path) or find_run_folder(path) is not None or holds_curves(path)


def openable(event: QDropEvent) -> Path | None:
    """The first file that can be opened, or None."""
    for url in event.mimeData().urls():
        path = Path(url.toLocalFile())
        if url.isLocalFile() and _is_ours(path):
            return path
    return None
