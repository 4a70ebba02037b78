"""Runs that were cut off when the program ended, offered again when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.experiment.spec import say_title
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.model_files import ModelFiles


@dataclass(frozen=True)
class CutOff:
    """A run that was cut off.

    Attributes:
        epoch: The last whole epoch that is kept.
        epochs: How many were planned.
        begun: When, ISO 8601, UTC.
    """

    folder: Path
    name: str
    data: str
    epoch: int
    epochs: int
    begun: str


class Recovery(QObject):
    """Looks for the newest run that a window of this user was training when it ended.

    Signals:
        offered(CutOff): There is one.
    """

    offered = Signal(object)

    def __init__(self, files: ModelFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._files = files
        self._task = LatestTask(self, name="recovery")
        self._task.done.connect(self._offer)

    def look(self) -> None:
        """Looks in a thread of its own; the answer comes as a signal."""
        self._task.submit(_find)

    def bring_back(self, run: CutOff) -> None:
        """Opens it as it was when it was cut off."""
        self._files.open(run.folder)

    def decline(self, run: CutOff) -> None:
        """It stays among the runs, and is not offered again."""
        self._task.submit(_decline, run.folder)

    @property
    def is_busy(self) -> bool:
        """True while it looks, or writes that an offer was declined."""
        return self._task.is_busy

    def close(self, timeout_s: float) -> bool:
        """Ends the thread; True when it has ended in time."""
        return self._task.close(timeout_s)

    @Slot(object)
    def _offer(self, run: CutOff | None) -> None:
        if run is not None:
            self.offered.emit(run)


def _find() -> CutOff | None:
    from ffstudio.files.runs.library import find_cut_off

    run = find_cut_off("window")
    if run is None or run.card is None:
        return None
    spec = run.folder.read_spec()
    return CutOff(
        run.folder.path,
        say_title(run.name),
        run.card.data,
        run.epochs,
        spec.epochs,
        run.card.created,
    )


def _decline(folder: Path) -> None:
    from ffstudio.files.runs.library import settle_cut_off

    settle_cut_off(folder)
