"""The one file that is being opened: said to be, and called off by a newer one or by hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errand import Errand
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.state import StudioState


class Opening(QObject):
    """Reading a file and taking it up, from the asking until it is shown, refused or called off.

    Signals:
        changed(): A file is being opened, or none any more.
        replaced(before, after): A path's opening was called off, because another was asked for.
    """

    changed = Signal()
    replaced = Signal(object, object)

    def __init__(self, state: StudioState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._path: Path | None = None
        self._activity: Activity | None = None

    @property
    def path(self) -> Path | None:
        """What is being opened."""
        return self._path

    def begin(self, path: Path, title: str = "") -> Errand:
        """A file is about to be opened; one that still is being opened no longer shall be.

        Args:
            title: What goes on, for a reader.
        """
        before = self._call_off()
        self._path = path
        title = title or tr("Opening {path_name}", path_name=path.name)
        self._activity = self._state.activities.begin(title, self.cancel)
        self._state.message.emit(f"{title}…")
        if before is not None and before != path:
            self.replaced.emit(before, path)
        self.changed.emit()
        return self._activity.errand

    def is_wanted(self, errand: Errand) -> bool:
        """False for what was called off: its outcome is to be dropped."""
        return self._activity is not None and self._activity.errand is errand

    def end(self, errand: Errand) -> bool:
        """It has been opened or refused; False when that is not wanted any more."""
        if not self.is_wanted(errand):
            return False
        self.finish()
        return True

    def finish(self) -> None:
        """Whatever was being opened has been opened or refused."""
        if self._call_off() is not None:
            self.changed.emit()

    @Slot()
    def cancel(self) -> None:
        """Nobody wants it any more; all stays as it is."""
        path = self._call_off()
        if path is not None:
            self._state.message.emit(
                tr("{path_name} was not opened; everything is as it was.", path_name=path.name)
            )
            self.changed.emit()

    def _call_off(self) -> Path | None:
        path, activity = self._path, self._activity
        self._path = self._activity = None
        if activity is not None:
            activity.errand.call_off()
            self._state.activities.end(activity)
        return path
