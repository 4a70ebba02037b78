"""Sweeps: begun, looked at while processes train them, and those processes."""

from __future__ import annotations

import dataclasses
import datetime
import importlib.util
import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import SweepPlan
from ffstudio.core.experiment.sweep_rows import RUNNING, SweepRow
from ffstudio.core.words import tr
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState, UserError

# A second behind.
_EVERY_MS = 1000
# Processes that have been asked to end and take longer than the window.
_ENDING: list[subprocess.Popen[bytes]] = []
# What its processes have to tell.
_LOG = "workers.log"


@dataclass(frozen=True)
class SweepState:
    """What is known of a sweep.

    Attributes:
        size: Bytes of its runs on disk.
        counts: Whether they count among those that all runs together may take.
    """

    path: Path
    plan: SweepPlan
    rows: tuple[SweepRow, ...]
    size: int = 0
    counts: bool = False


class Sweeps(QObject):
    """Knows one sweep: reads its folder about once a second, in a thread of its own.

    It reads only while somebody sees it (:meth:`wake`, :meth:`rest`).

    Signals:
        changed(state): There is something new in it, or another one is looked at; None when
            there is none any more.
        opened(path): That one is looked at from now on.
        begun(path): A new one has been begun, and is trained.
        workers_changed(count): So many processes of this program train it now.
    """

    changed = Signal(object)
    opened = Signal(object)
    begun = Signal(object)
    workers_changed = Signal(int)

    def __init__(self, state: StudioState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = state
        self._tasks: tuple[LatestTask, LatestTask] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._path: Path | None = None
        self._reader = _Reader()
        self._state: SweepState | None = None
        self._workers: list[subprocess.Popen[bytes]] = []
        self._is_pausing = False
        self._activity: Any = None

    # --- to read --------------------------------------------------------------------

    @property
    def state(self) -> SweepState | None:
        """What is known; None before a sweep was opened."""
        return self._state

    @property
    def path(self) -> Path | None:
        """The folder of the one that is looked at."""
        return self._path

    @property
    def num_workers(self) -> int:
        """Processes of this program that train it."""
        return sum(worker.poll() is None for worker in self._workers)

    @property
    def is_pausing(self) -> bool:
        """True while its processes have been asked to end and have not done so yet."""
        return self._is_pausing and self.num_workers > 0

    def why_not_begin(self) -> str:
        """Why none can be begun here at all; empty when one can."""
        if importlib.util.find_spec("optuna") is None:
            return tr(
                "Sweeps need Optuna, which is not installed. Install the extra: "
                'pip install "ffstudio[sweep]".'
            )
        if self.num_workers:
            return tr("A sweep is being trained. Pause it first, or wait for its end.")
        return ""

    def suggest_folder(self, spec: ExperimentSpec) -> Path:
        """A folder for a new sweep of an experiment, that is not there yet."""
        from ffstudio.files.runs.library import sweeps_folder

        now = datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%d-%H%M%S")
        name = re.sub(r"[^\w.-]+", "-", spec.name).strip("-.")[:40] or "sweep"
        return sweeps_folder() / f"{now}-{name}"

    # --- verbs ----------------------------------------------------------------------

    def begin(self, path: Path, plan: SweepPlan, jobs: int) -> None:
        """Begins a sweep in a folder and trains it; :attr:`begun` follows, or an error."""
        self._activity = self._studio.activities.begin(tr("Beginning the sweep"))
        self._get_tasks()[1].submit(_begin, path, plan, jobs)

    def open(self, path: Path) -> None:
        """Looks at the sweep in a folder from now on."""
        if self.num_workers and path != self._path:
            self._fail(tr("A sweep is being trained. Pause it first, or wait for its end."))
            return
        self.bring_back(path)
        self.look()
        self._timer.start()
        self.opened.emit(self._path)

    def bring_back(self, path: Path) -> None:
        """Looks at the sweep in a folder once somebody sees it."""
        self._path, self._reader, self._state = Path(path), _Reader(), None

    @Slot()
    def look(self) -> None:
        """Reads it anew, unless that is under way."""
        if self._path is not None and not self._get_tasks()[0].is_busy:
            self._get_tasks()[0].submit(self._reader.read, self._path)
        self._count_workers()

    def rest(self) -> None:
        """Nobody sees it: nothing is read until :meth:`wake`."""
        if not self._workers:  # whose end is to be noticed
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
        self._is_pausing = False
        try:
            self._workers += start_workers(self._path, jobs, self._path / _LOG)
        except OSError as error:
            self._fail(
                tr("No process can be started ({error_words}).", error_words=error_words(error))
            )
        self._timer.start()
        self._count_workers()

    @Slot()
    def pause(self) -> None:
        """Has this program's processes give back what they train, and end."""
        self._ask_to_end()
        self._count_workers()

    def close(self, timeout_s: float) -> bool:
        """Has the processes end; what they train goes on another time. True when the threads
        have ended in time."""
        self._timer.stop()
        self._ask_to_end()  # without a word: that it was trained is to be remembered
        deadline = time.monotonic() + timeout_s
        ended = [task.close(max(deadline - time.monotonic(), 0.05)) for task in self._tasks or ()]
        for worker in self._workers:
            try:
                worker.wait(max(deadline - time.monotonic(), 0.05))
            except subprocess.TimeoutExpired:
                _ENDING.append(worker)  # in the midst of writing what it has learnt
        return all(ended)

    # --- inside ---------------------------------------------------------------------

    def _ask_to_end(self) -> None:
        from ffstudio.files.sweeps.workers import ask_to_end

        self._is_pausing = True
        for worker in self._workers:
            ask_to_end(worker)

    def _get_tasks(self) -> tuple[LatestTask, LatestTask]:
        if self._tasks is None:
            reading = LatestTask(self, name="sweep")
            reading.done.connect(self._take)
            reading.failed.connect(self._tell_failure)
            beginning = LatestTask(self, name="sweep-begin")
            beginning.done.connect(self._take_begun)
            beginning.failed.connect(self._tell_not_begun)
            self._tasks = reading, beginning
        return self._tasks

    def _count_workers(self) -> None:
        before = self._workers
        self._workers = [worker for worker in before if worker.poll() is None]
        failed = [w for w in before if w.returncode not in (None, 0)]
        if failed and not self._is_pausing and not self._workers and self._path is not None:
            self._fail(_say_why_ended(self._path, failed[-1].returncode))
        if before:
            self.workers_changed.emit(len(self._workers))

    @Slot(object)
    def _take(self, state: SweepState | str) -> None:
        if isinstance(state, str):
            self._timer.stop()
            self._path, self._state = None, None
            self._fail(state)
            self.changed.emit(None)
        elif state.path == self._path and state != self._state:
            self._state = state
            self.changed.emit(state)

    @Slot(object)
    def _take_begun(self, answer: tuple[Path, int] | str) -> None:
        self._studio.activities.end(self._activity)
        if isinstance(answer, str):
            self._studio.error_raised.emit(UserError(tr("The sweep was not begun"), answer))
            return
        path, jobs = answer
        self.open(path)
        self.start_workers(jobs)
        self.begun.emit(path)

    @Slot(str, str)
    def _tell_not_begun(self, message: str, details: str) -> None:
        self._studio.activities.end(self._activity)
        title = tr("The sweep was not begun")
        self._studio.error_raised.emit(UserError(title, message, details))

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._timer.stop()
        self._studio.error_raised.emit(UserError(tr("The sweep cannot be shown"), message, details))

    def _fail(self, sentence: str) -> None:
        self._studio.error_raised.emit(UserError(tr("The sweep cannot go on"), sentence))


class _Reader:
    """Reads one sweep again and again, in a thread."""

    def __init__(self) -> None:
        self._sweep: Any = None
        self._sizes: dict[Path, int] = {}

    def read(self, path: Path) -> SweepState | str:
        from ffstudio.files.runs.folder import RunFolder
        from ffstudio.files.runs.library import sweeps_folder
        from ffstudio.files.sweeps.study import open_sweep

        try:
            if self._sweep is None:
                self._sweep = open_sweep(Path(os.path.abspath(path)))
            rows = tuple(self._sweep.rows())
            sizes = {}
            for row in rows:
                if row.folder is not None:
                    known = self._sizes.get(row.folder) if row.state != RUNNING else None
                    sizes[row.folder] = RunFolder(row.folder).size() if known is None else known
            # One that has just ended is counted once more.
            self._sizes = {r.folder: sizes[r.folder] for r in rows
                           if r.folder is not None and r.state != RUNNING}  # fmt: skip
            counts = Path(os.path.abspath(path)).parent == sweeps_folder().absolute()
            return SweepState(path, self._sweep.plan, rows, sum(sizes.values()), counts)
        except (FfstudioError, OSError) as error:
            return str(error)


def _begin(path: Path, plan: SweepPlan, jobs: int) -> tuple[Path, int] | str:
    """In a thread."""
    from ffstudio.files.sweeps.study import begin_sweep

    try:
        data = plan.spec.data
        if data.path:  # its processes work elsewhere
            data = dataclasses.replace(data, path=os.path.abspath(data.path))
            plan = dataclasses.replace(plan, spec=plan.spec.replace(data=data))
        plan.check()
        begin_sweep(path, plan)
    except FfstudioError as error:
        return error.message
    except OSError as error:
        return error_words(error)
    return path, jobs


def _say_why_ended(path: Path, code: int) -> str:
    """Of processes that have ended and should not have."""
    if code < 0:
        return tr(
            "A process that trained it was ended from outside (signal {number}). Nothing is lost: "
            "Go On takes up what it trained.",
            number=-code,
        )
    try:
        lines = (path / _LOG).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    said = next((line for line in reversed(lines) if line.strip()), "")
    return tr(
        "A process that trained it has ended with an error: {said}",
        said=said.removeprefix("ffstudio: ") or str(code),
    )
