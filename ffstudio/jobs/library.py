"""The runs that are kept: looked through while somebody looks, and changed where the user says."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.spec import ExperimentSpec, say_title
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.post import Post
from ffstudio.jobs.state import StudioState, UserError

if TYPE_CHECKING:
    from ffstudio.files.runs.library import ListedRun

RUNNING, INTERRUPTED, DAMAGED, FAILED = "running", "interrupted", "damaged", "failed"
# Folders whose size is asked for at a time: the list follows meanwhile.
_MEASURED_AT_ONCE = 100


@dataclass(frozen=True)
class KeptRun:
    """One run of the library, in plain values.

    Attributes:
        name: The user's name for it, or the experiment's.
        ff, bp: Accuracy on the test images; None while it is not known.
        epochs: Whole epochs whose weights are on disk.
        begun: ISO 8601, UTC; empty for a damaged run.
        took_s: Seconds of compiling, training and judging; None until it has ended.
        state: ``running``, ``interrupted``, ``damaged``, or how it ended.
        problem: Why it cannot be read.
        has_nets: Whether there is a training state to open.
        size: Bytes on disk; None until they are counted.
        pictured: When its thumbnail was drawn, ns; 0 without one.
    """

    path: Path
    name: str
    state: str
    preset: str = ""
    data: str = ""
    seed: int | None = None
    ff: float | None = None
    bp: float | None = None
    epochs: int = 0
    begun: str = ""
    took_s: float | None = None
    problem: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    star: bool = False
    colour: str = ""
    has_nets: bool = False
    size: int | None = None
    pictured: int = 0

    @property
    def title(self) -> str:
        """Its name for a reader."""
        return say_title(self.name)

    @property
    def picture(self) -> Path:
        """Where its thumbnail is, if it has one."""
        from ffstudio.files.runs.folder import THUMBNAIL

        return self.path / THUMBNAIL

    @property
    def is_over(self) -> bool:
        """True for a run that has ended by itself or was stopped: nothing is left to do."""
        return self.state not in (RUNNING, INTERRUPTED, DAMAGED)


@dataclass(frozen=True)
class Seen:
    """A run as it was when it was last looked at.

    Attributes:
        stamps: When its files had changed by then; None for one that is to be read every time.
    """

    run: KeptRun
    stamps: tuple[int, ...] | None


@dataclass(frozen=True)
class Deleted:
    """Runs that were deleted, with where they were and where they are until it is too late."""

    names: tuple[str, ...]
    moved: tuple[tuple[Path, Path], ...]


class Library(QObject):
    """Knows the runs in the folder where they are kept.

    It looks only when it is asked to, in a thread of its own: what nobody sees costs nothing.

    Attributes:
        has_looked: True once the runs are known.
        problem: Why the folder cannot be looked through; empty when it can.

    Signals:
        changed(): The list is another, or one of its runs.
        deleted(Deleted): Runs were put aside; :meth:`undo_delete` brings them back.
    """

    changed = Signal()
    deleted = Signal(object)

    def __init__(self, state: StudioState, edits: Edits, post: Post, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._edits, self._post = state, edits, post
        self._seen: dict[Path, Seen] = {}
        self._sizes: dict[Path, int] = {}
        self._unwritten: list[tuple[Path, dict[str, Any]]] = []
        self._workers: ThreadPoolExecutor | None = None
        self.has_looked = False
        self.problem = ""
        self._tasks: tuple[LatestTask, LatestTask] | None = None

    def close(self, timeout_s: float) -> bool:
        """Ends the threads; True when they have ended in time. What was changed is written."""
        if self._workers is not None:
            self._workers.shutdown(wait=True)
        ended = [task.close(timeout_s) for task in self._tasks or ()]  # each of them, in any case
        return all(ended)

    # --- to read --------------------------------------------------------------------

    @property
    def root(self) -> Path:
        """Where runs are kept."""
        from ffstudio.files.runs.library import runs_folder

        return runs_folder()

    @property
    def tasks(self) -> tuple[LatestTask, LatestTask]:
        """The looking and the measuring, for whoever paces them."""
        if self._tasks is None:  # nobody has looked before
            looking, measuring = LatestTask(self, name="library"), LatestTask(self, name="sizes")
            looking.done.connect(self._take)
            looking.failed.connect(self._note_problem)
            measuring.done.connect(self._take_sizes)
            self._tasks = looking, measuring
        return self._tasks

    @property
    def runs(self) -> Sequence[KeptRun]:
        """The runs as they were when they were last looked at, newest first."""
        return [self._complete(seen.run) for seen in self._seen.values()]

    def find(self, path: Path) -> KeptRun | None:
        """One of them."""
        seen = self._seen.get(path)
        return None if seen is None else self._complete(seen.run)

    def _complete(self, run: KeptRun) -> KeptRun:
        return dataclasses.replace(run, size=self._sizes.get(run.path))

    # --- looking --------------------------------------------------------------------

    def look(self) -> None:
        """Looks through the folder; :attr:`changed` follows where something is new."""
        self.tasks[0].submit(look_through, self.root, dict(self._seen))

    def measure(self) -> None:
        """Counts the bytes of some runs whose size is not known; :attr:`changed` follows."""
        missing, measuring = [p for p in self._seen if p not in self._sizes], self.tasks[1]
        if missing and not measuring.is_busy:
            measuring.submit(_measure, missing[:_MEASURED_AT_ONCE])

    def clear_deleted(self) -> None:
        """Removes for good what was deleted before this start."""
        root = self.root
        if (root / ".deleted").is_dir():
            self._work(lambda: _remove_deleted(root))

    @Slot(object)
    def _take(self, answer: dict[Path, Seen]) -> None:
        runs = dict(answer)
        for path, changes in self._unwritten:  # asked for after that was read
            if path in runs:
                runs[path] = _with(runs[path], changes)
        news = not self.has_looked or bool(self.problem) or list(runs) != list(self._seen)
        self.has_looked, self.problem = True, ""
        if news or runs != self._seen:
            for path in list(self._sizes):
                if path not in runs or runs[path] != self._seen.get(path):
                    del self._sizes[path]
            self._seen = runs
            self.changed.emit()

    @Slot(object)
    def _take_sizes(self, sizes: dict[Path, int]) -> None:
        self._sizes |= sizes
        self.changed.emit()

    @Slot(str, str)
    def _note_problem(self, message: str, details: str) -> None:
        if message != self.problem:  # it looks again and again
            self.problem, self._seen = message, {}
            self.changed.emit()

    # --- what the user says of a run --------------------------------------------------

    def describe(self, paths: Iterable[Path], **changes: Any) -> None:
        """Changes name, note, tags, star or colour of runs: on the disk as well."""
        for path in paths:
            # One that another window has deleted meanwhile cannot be: that is said.
            if path in self._seen:
                self._seen[path] = _with(self._seen[path], changes)
            entry = (path, changes)
            self._unwritten.append(entry)
            self._work(
                functools.partial(_describe, path, changes),
                functools.partial(self._note_written, entry),
            )
        self.changed.emit()

    def _note_written(self, entry: tuple[Path, dict[str, Any]]) -> None:
        self._unwritten = [other for other in self._unwritten if other is not entry]

    # --- deleting -------------------------------------------------------------------

    def why_not_delete(self, run: KeptRun) -> str:
        """Why a run cannot be deleted now; empty when it can."""
        if run.state == RUNNING or self._is_trained_here(run):
            return tr("This run is being trained. Stop it first.")
        return ""

    def _is_trained_here(self, run: KeptRun) -> bool:
        return self._state.status.is_active and self._state.shown.kept == run.path

    def delete(self, runs: Sequence[KeptRun]) -> None:
        """Puts runs aside; :attr:`deleted` follows. Those that are being trained stay."""
        moved: list[tuple[Path, Path]] = []
        given = [run for run in runs if not self.why_not_delete(run)]

        def work() -> None:
            from ffstudio.files.runs.deleted import put_aside
            from ffstudio.files.runs.folder import RunFolder

            for run in given:
                moved.append((run.path, put_aside(RunFolder(run.path))))

        def tell() -> None:
            gone = {path for path, _ in moved}
            for path in gone:
                self._seen.pop(path, None)
            self.look()
            if moved:
                names = tuple(run.title or run.path.name for run in given if run.path in gone)
                self.deleted.emit(Deleted(names, tuple(moved)))
            self.changed.emit()

        if given:
            self._work(work, tell, tr("The run was not deleted"))

    def undo_delete(self, runs: Deleted) -> None:
        """Brings deleted runs back."""

        def work() -> None:
            from ffstudio.files.runs.deleted import bring_back

            for path, aside in runs.moved:
                bring_back(aside, path)

        self._work(work, self.look, tr("The run was not brought back"))

    # --- its settings ---------------------------------------------------------------

    def why_not_use(self, run: KeptRun) -> str:
        """Why a run's settings cannot be brought into the builder now."""
        if run.state == DAMAGED:
            return run.problem
        if self._state.status.is_active:
            return tr("A run is active. Stop or cancel it first.")
        return ""

    def use_settings(self, run: KeptRun, *, as_copy: bool = False) -> None:
        """Brings the settings of a run into the builder, undoably.

        Args:
            as_copy: Gives the experiment a name of its own.
        """
        read: list[ExperimentSpec] = []

        def work() -> None:
            from ffstudio.files.runs.folder import RunFolder

            read.append(RunFolder(run.path).read_spec())

        def use() -> None:
            if not read:
                return
            spec = read[0]
            if self._state.status.is_active:
                self._fail(tr("Not now"), tr("A run is active. Stop or cancel it first."))
            elif as_copy:
                name = tr("{run_name} copy", run_name=run.title or spec.title)
                self._edits.edit(
                    spec.replace(name=name),
                    tr("Duplicate Settings of {run_name}", run_name=run.title),
                )
                self._state.message.emit(
                    tr(
                        "The builder holds the settings of {run_name} as {name}",
                        run_name=run.title,
                        name=name,
                    )
                )
            elif spec == self._state.spec:
                self._state.message.emit(
                    tr("The builder holds the settings of {run_name} already", run_name=run.title)
                )
            else:
                self._edits.edit(spec, tr("Use Settings of {run_name}", run_name=run.title))
                self._state.message.emit(
                    tr("The builder holds the settings of {run_name}", run_name=run.title)
                )

        self._work(work, use, tr("The settings were not taken"))

    # --- opening --------------------------------------------------------------------

    def why_not_open(self, run: KeptRun) -> str:
        """Why a run cannot be opened now; empty when it can."""
        if run.state == DAMAGED:
            return run.problem
        if self._is_trained_here(run):
            return tr("This run is being trained here: its nets are the ones shown.")
        if self._state.status.is_active:
            return tr("A run is active. Stop or cancel it first.")
        if not run.has_nets and run.state != RUNNING:  # what another process trains is watched
            return tr("It ended before its first epoch: there are no nets to open.")
        return ""

    # --- in a thread of its own -------------------------------------------------------

    def _work(
        self,
        work: Callable[[], object],
        then: Callable[[], object] = lambda: None,
        title: str = "The run was not changed",
    ) -> None:
        """Has something done, all in order; ``then`` follows in this thread in any case."""
        if self._workers is None:
            self._workers = ThreadPoolExecutor(1, "ffstudio-library-work")

        def run() -> None:
            problem = ""
            try:
                work()
            except FfstudioError as error:
                problem = str(error)
            except OSError as error:
                problem = tr(
                    "Its folder cannot be written: {error_words}.", error_words=error_words(error)
                )
            self._post(lambda: end(problem))

        def end(problem: str) -> None:
            then()
            if problem:
                self._fail(title, problem)
                self.look()

        self._workers.submit(run)

    def _fail(self, title: str, text: str) -> None:
        self._state.error_raised.emit(UserError(title, text))


def look_through(root: Path, known: Mapping[Path, Seen]) -> dict[Path, Seen]:
    """All runs in a folder, newest first; only what has changed since is read.

    Raises:
        RunFolderError: The folder cannot be read.
    """
    from ffstudio.files.runs.folder import RunFolder
    from ffstudio.files.runs.library import is_there, list_folders, look_at

    seen = []
    for path in list_folders(root):
        before, stamps = known.get(path), _stamps(path)
        if before is not None and stamps is not None and before.stamps == stamps:
            seen.append(before)
            continue
        listed = look_at(RunFolder(path))
        if listed.card is not None or is_there(path):  # else it has just been deleted
            seen.append(Seen(_make_entry(listed), stamps))
    seen.sort(key=lambda one: (one.run.begun, one.run.path.name), reverse=True)
    return {one.run.path: one for one in seen}


def _stamps(path: Path) -> tuple[int, ...] | None:
    """When the files that a list shows had changed; None while a process writes or was killed."""
    from ffstudio.files.runs.checkpoints import KEPT, LATEST
    from ffstudio.files.runs.folder import ABOUT, RUN, THUMBNAIL, WRITER

    if (path / WRITER).exists():
        return None
    names = (RUN, ABOUT, KEPT, LATEST, THUMBNAIL)
    return tuple(itertools.chain(*(_find_stamp(path / name) for name in names)))


def _find_stamp(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return 0, 0
    # Files that are written anew are other files, though the clock may not tell.
    return about.st_mtime_ns, about.st_ino


def _make_entry(listed: ListedRun) -> KeptRun:
    card, about, path = listed.card, listed.about, listed.folder.path
    if card is None:
        return KeptRun(path, path.name, DAMAGED, problem=listed.problem)
    from ffstudio.files.runs.folder import THUMBNAIL

    return KeptRun(
        path,
        listed.name,
        listed.state,
        card.preset,
        card.data,
        card.seed,
        card.test_accuracy.get("ff"),
        card.test_accuracy.get("bp"),
        listed.epochs,
        card.created,
        card.took_s if card.took else None,
        "",
        about.note,
        about.tags,
        about.star,
        about.colour,
        listed.folder.latest_path.is_file(),
        pictured=_find_stamp(path / THUMBNAIL)[0],
    )


def _with(seen: Seen, changes: Mapping[str, Any]) -> Seen:
    """As it is once something was changed; an empty name is the experiment's, to be read."""
    shown = {name: value for name, value in changes.items() if name != "name" or value}
    return Seen(dataclasses.replace(seen.run, **shown), None)


def _measure(paths: Sequence[Path]) -> dict[Path, int]:
    from ffstudio.files.runs.folder import RunFolder

    return {path: RunFolder(path).size() for path in paths}


def _describe(path: Path, changes: Mapping[str, Any]) -> None:
    from ffstudio.files.runs.folder import RunFolder

    RunFolder(path).change_about(**changes)


def _remove_deleted(root: Path) -> None:
    from ffstudio.files.runs.deleted import remove_deleted

    remove_deleted(root)
