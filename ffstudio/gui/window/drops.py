"""Files dropped on the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
_MOST_NAMED = 5


class FileDrops(QObject):
    """Opens the first file of a drop that can be opened, or all its curves; others are refused.

    Args:
        tell: Says more than fits into a line: a title and a text.
    """

    def __init__(
        self,
        window: QMainWindow,
        open_path: Callable[[Path], None],
        tell: Callable[[str, str], object],
    ) -> None:
        super().__init__(window)
        self._window, self._open_path, self._tell = window, open_path, tell
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the window's drag and drop events."""
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            if not list_openable(event):
                event.ignore()
                self._window.statusBar().showMessage(_say_refused(event), _REFUSED_MS)
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
        paths = list_openable(event)
        if not paths:
            event.ignore()
            return
        event.acceptProposedAction()
        opened = [path for path in paths if holds_curves(path)] if holds_curves(paths[0]) else []
        opened = opened or paths[:1]
        left = [url.fileName() or url.toString() for url in event.mimeData().urls()]
        left = [name for name in left if name not in {path.name for path in opened}]
        # Not inside the drop: a question would freeze the program the file came from.
        QTimer.singleShot(0, self, lambda: self._open(opened, left))

    def _open(self, paths: Sequence[Path], left: Sequence[str]) -> None:
        if left:
            names = ", ".join(left[:_MOST_NAMED]) + ("…" if len(left) > _MOST_NAMED else "")
            self._tell(
                tr("One of the files is opened: {name}", name=paths[0].name),
                tr("Drop one at a time. Left out: {names}.", names=names),
            )
        for path in paths:
            self._open_path(path)


def _say_refused(event: QDropEvent) -> str:
    urls = event.mimeData().urls()
    if not urls:
        return tr(
            "Only files can be dropped here. What was copied as a code is taken by Edit › Paste "
            "Experiment Code."
        )
    if not urls[0].isLocalFile():
        return tr(
            "{address} is on the net: download it, and drop the file.", address=urls[0].toString()
        )
    return tr(
        "{name} cannot be opened by a drop: models, experiments, data sets, lessons, folders of runs "
        "and curves can.",
        name=Path(urls[0].toLocalFile()).name,
    )


def _is_ours(path: Path) -> bool:
    return can_be_opened(path) or find_run_folder(path) is not None or holds_curves(path)


def list_openable(event: QDropEvent) -> list[Path]:
    """The files of a drop that can be opened, in its order."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in (Path(url.toLocalFile()) for url in urls) if _is_ours(path)]
