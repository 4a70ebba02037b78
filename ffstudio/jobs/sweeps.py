"""A sweep looked at while processes train it, and the processes that this program starts."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.sweep_plan import SweepPlan
from ffstudio.core.experiment.sweep_rows import SweepRow
from ffstudio.core.words import tr
from ffstudio.jobs.latest import LatestTask

# A second behind.
_EVERY_MS = 1000


@dataclass(frozen=True)
class SweepState:
    """What is known of a sweep."""

    path: Path
    plan: SweepPlan
    rows: tuple[SweepRow, ...]


class SweepWatch(QObject):
    """Reads a sweep's folder about once a second, in a thread of its own.

    Signals:
        changed(state): There is something new in it.
        failed(sentence): It cannot be read, or nothing can be started.
        workers_changed(count): So many processes of this program train it now.
    """

    changed = Signal(object)
    failed = Signal(str)
    workers_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = LatestTask(self, name="sweep")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._path: Path | None = None
        self._sweep: Any = None
        self._state: SweepState | None = None
        self._workers: list[subprocess.Popen[bytes]] = []

    @property
    def state(self) -> SweepState | None:
        """What is known; None before a sweep was opened."""
        return self._state

    @property
    def num_workers(self) -> int:
        """Processes of this program that train it."""
        return sum(worker.poll() is None for worker in self._workers)

    @property
    def task(self) -> LatestTask:
        """The thread that reads."""
        return self._task

    def open(self, path: Path) -> None:
        """Looks at the sweep in a folder from now on."""
        self._path, self._sweep, self._state = Path(path), None, None
        self.look()
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Reads it anew, unless that is under way."""
        if self._path is not None and not self._task.is_busy:
            self._task.submit(self._read, self._path)
        self._count_workers()

    def rest(self) -> None:
        """Nobody sees it: nothing is read until :meth:`look`."""
        self._timer.stop()

    def wake(self) -> None:
        """Somebody sees it again."""
        if self._path is not None:
            self.look()
            self._timer.start()

    def start_workers(self, jobs: int) -> None:
        """Starts processes that train what waits."""
        from ffstudio.files.sweeps.workers import start_workers

        if self._path is None:
            return
        try:
            self._workers += start_workers(self._path, jobs)
        except OSError as error:
            self.failed.emit(
                tr("No process can be started ({error_words}).", error_words=error_words(error))
            )
        self._count_workers()

    def pause(self) -> None:
        """Has this program's processes give back what they train, and end."""
        from ffstudio.files.sweeps.workers import ask_to_end

        for worker in self._workers:
            ask_to_end(worker)

    def close(self) -> None:
        """Ends its thread, and has the processes end; what they train goes on another time."""
        self._timer.stop()
        self.pause()
        self._task.close()

    def _count_workers(self) -> None:
        before = len(self._workers)
        self._workers = [worker for worker in self._workers if worker.poll() is None]
        if self._workers or before:
            self.workers_changed.emit(len(self._workers))

    def _read(self, path: Path) -> SweepState | str:
        """In the thread."""
        from ffstudio.files.sweeps.study import open_sweep

        try:
            if self._sweep is None or self._sweep.path != Path(os.path.abspath(path)):
                self._sweep = open_sweep(path)
            return SweepState(path, self._sweep.plan, tuple(self._sweep.rows()))
        except (FfstudioError, OSError) as error:
            return str(error)

    @Slot(object)
    def _take(self, state: SweepState | str) -> None:
        if isinstance(state, str):
            self._timer.stop()
            self._path = None
            self.failed.emit(state)
        elif state.path == self._path and state != self._state:
            self._state = state
            self.changed.emit(state)

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._timer.stop()
        self.failed.emit(message)
