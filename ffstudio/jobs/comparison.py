"""The runs that are compared: ticked by the user, read in a thread, laid over each other."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.differences import say_setting
from ffstudio.core.numbers import number_text
from ffstudio.core.run.history import History
from ffstudio.core.run.overlays import NamedHistory
from ffstudio.core.words import tr
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.library import RUNNING, KeptRun, Library
from ffstudio.jobs.overlays import Overlays
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.state import StudioState

if TYPE_CHECKING:
    from ffstudio.core.look.snapshot import ModelSnapshot

# Whose curves these are, among what lies over the run's own.
ORIGIN = "runs"
# Runs that train are looked at so often at most; also where the panel Runs, which looks by itself,
# is out of sight.
_LOOK_S = 2.0
# Settings that tell runs of the same name apart.
_MOST_NAMED = 2


@dataclass(frozen=True)
class TickedRun:
    """One of the runs that are compared, as it was when it was read last.

    Attributes:
        name: Told apart from the others' where they are called the same.
        settings: As in an experiment file, by path: ``layers.0.units``.
        problem: Why it cannot be read; empty when it can.
    """

    run: KeptRun
    name: str
    history: History
    settings: Mapping[str, Any]
    problem: str = ""

    @property
    def path(self) -> Path:
        return self.run.path


class Comparison(QObject):
    """Which runs are ticked, and what they are.

    Attributes:
        runs: Those that are ticked and read, in the order in which they were ticked.
        differences: The settings in which they differ, a value a run; None where it has none.

    Signals:
        ticks_changed(): Others are ticked.
        changed(): :attr:`runs` are others, or have grown.
    """

    ticks_changed = Signal()
    changed = Signal()

    def __init__(
        self, state: StudioState, library: Library, overlays: Overlays, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._library, self._overlays = state, library, overlays
        self._ticked: dict[Path, None] = {}
        self._task: LatestTask | None = None
        self._gone: set[Path] = set()
        self._pace: Pace | None = None
        self._read: dict[Path, tuple[KeptRun, TickedRun]] = {}
        self.runs: tuple[TickedRun, ...] = ()
        self.differences: dict[str, list[Any]] = {}
        library.changed.connect(self._follow)
        overlays.taken_away.connect(self._untick)
        state.model_changed.connect(self._lay_over)
        state.run_started.connect(self._lay_over)
        state.run_started.connect(self.look)

    def close(self, timeout_s: float) -> bool:
        """Ends the thread; True when it has ended in time."""
        if self._pace is not None:
            self._pace.close()
        return self._task is None or self._task.close(timeout_s)

    # --- ticks ----------------------------------------------------------------------

    def is_ticked(self, path: Path) -> bool:
        """Whether a run is among those that are compared."""
        return path in self._ticked

    @property
    def ticked(self) -> tuple[Path, ...]:
        """The runs that are ticked, also those that are not read yet."""
        return tuple(self._ticked)

    def tick(self, paths: Iterable[Path], *, on: bool) -> None:
        """Takes runs into the comparison, or out of it."""
        before = tuple(self._ticked)
        for path in paths:
            if on:
                self._ticked.setdefault(path)
            else:
                self._ticked.pop(path, None)
        if tuple(self._ticked) != before:
            self.ticks_changed.emit()
            self._read_missing()
            self._look_again_if_one_trains()

    def clear(self) -> None:
        """Compares nothing."""
        self._gone.clear()
        self.tick(self.ticked, on=False)

    @Slot(str)
    def _untick(self, source: str) -> None:
        self.tick([path for path in self._ticked if str(path) == source], on=False)

    # --- reading --------------------------------------------------------------------

    @Slot()
    def look(self, *_: object) -> None:
        """Looks soon at what has become of the runs: again and again while one of them trains."""
        if not self._ticked:
            return
        if self._pace is None:
            self._pace = Pace(self._look, self, least_s=_LOOK_S, tasks=self._library.tasks)
        self._pace.ask()

    def _look(self) -> None:
        self._library.look()
        self._look_again_if_one_trains()

    def _look_again_if_one_trains(self) -> None:
        runs = map(self._library.find, self._ticked)
        if any(run is not None and run.state == RUNNING for run in runs):
            self.look()

    @Slot()
    def _follow(self) -> None:
        """Runs that were deleted are not compared until they are brought back, and those that have
        changed are read again.
        """
        gone = [path for path in self._ticked if self._library.find(path) is None]
        back = [path for path in self._gone if self._library.find(path) is not None]
        self._gone -= set(back)
        if back:
            self.tick(back, on=True)
        if gone and self._library.has_looked:
            self._gone |= set(gone)
            self.tick(gone, on=False)
        elif self._ticked:
            self._read_missing()
            self._look_again_if_one_trains()

    def _read_missing(self) -> None:
        wanted = [run for run in map(self._library.find, self._ticked) if run is not None]
        known = {path: pair for path, pair in self._read.items() if path in self._ticked}
        if all(run.path in known and _is_same(known[run.path][0], run) for run in wanted):
            self._read = known
            self._take(self._read)
            return
        if self._task is None:
            self._task = LatestTask(self, name="comparison")
            self._task.done.connect(self._take)
        self._task.submit(_read_runs, wanted, known)

    @Slot(object)
    def _take(self, read: dict[Path, tuple[KeptRun, TickedRun]]) -> None:
        self._read = dict(read)
        there = [self._read[path][1] for path in self._ticked if path in self._read]
        runs = _tell_apart(there)
        if runs == self.runs:
            return
        self.runs = runs
        self.differences = _list_differences([run for run in runs if not run.problem])
        self._lay_over()
        self.changed.emit()

    @Slot()
    def _lay_over(self, *_: object) -> None:
        """Their curves over those of the run that is shown, which are there already."""
        shown = self._state.shown.kept
        groups = _group(self.runs)
        self._overlays.put(
            ORIGIN,
            [
                NamedHistory(
                    str(one.path),
                    one.name,
                    one.history,
                    one.run.note,
                    one.run.colour,
                    groups.get(one.path, ""),
                    one.run.title,
                )
                for one in self.runs
                if one.path != shown and one.history
            ],
        )


def _is_same(one: KeptRun, other: KeptRun) -> bool:
    """Nothing has changed but what is counted later."""
    return dataclasses.replace(one, size=None) == dataclasses.replace(other, size=None)


def _read_runs(
    wanted: Sequence[KeptRun], known: Mapping[Path, tuple[KeptRun, TickedRun]]
) -> dict[Path, tuple[KeptRun, TickedRun]]:
    from ffstudio.files.runs.comparing import read_run
    from ffstudio.files.runs.folder import RunFolder

    read: dict[Path, tuple[KeptRun, TickedRun]] = {}
    for run in wanted:
        if run.path in known and _is_same(known[run.path][0], run):
            read[run.path] = known[run.path]
            continue
        try:
            compared = read_run(RunFolder(run.path))
        except FfstudioError as error:
            ticked = TickedRun(run, run.title, History(), {}, str(error))
        else:
            ticked = TickedRun(run, run.title, compared.record.history, compared.settings)
        read[run.path] = run, ticked
    return read


def _tell_apart(runs: Sequence[TickedRun]) -> tuple[TickedRun, ...]:
    """Names with the seed, or what else differs, or when they began, where others have the same."""
    names = [run.run.title or run.path.name for run in runs]
    for say in (_say_seed, _say_settings, _say_begun, _say_folder):
        alike: dict[str, list[TickedRun]] = {}
        for name, run in zip(names, runs, strict=True):
            alike.setdefault(name, []).append(run)
        more = [
            say(run, alike[name]) if len(alike[name]) > 1 else ""
            for name, run in zip(names, runs, strict=True)
        ]
        names = [
            f"{name} · {text}" if text else name for name, text in zip(names, more, strict=True)
        ]
    return tuple(dataclasses.replace(run, name=name) for run, name in zip(runs, names, strict=True))


def _say_seed(run: TickedRun, alike: Sequence[TickedRun]) -> str:
    differ = len({one.run.seed for one in alike}) > 1
    return tr("seed {seed}", seed=run.run.seed) if differ else ""


def _say_settings(run: TickedRun, alike: Sequence[TickedRun]) -> str:
    names = [name for name in _list_differences(alike) if name != "seed"]
    values = ((say_setting(name), run.settings.get(name)) for name in names[:_MOST_NAMED])
    return ", ".join(f"{label} {number_text(value)}" for label, value in values)


def _say_begun(run: TickedRun, alike: Sequence[TickedRun]) -> str:
    try:
        begun = datetime.datetime.fromisoformat(run.run.begun).astimezone()
    except ValueError:
        return run.run.begun
    return begun.strftime("%Y-%m-%d %H:%M")


def _say_folder(run: TickedRun, alike: Sequence[TickedRun]) -> str:
    return run.path.name.rpartition("-")[2]


def _list_differences(runs: Sequence[TickedRun]) -> dict[str, list[Any]]:
    from ffstudio.files.runs.comparing import differing_settings

    return differing_settings(runs)


def _group(runs: Sequence[TickedRun]) -> dict[Path, str]:
    """Of runs that differ in nothing but the seed, what they share."""
    groups: dict[str, dict[Path, Any]] = {}
    for run in runs:
        if run.settings:
            aside = ("seed", "name", "description")
            shared = repr([(k, v) for k, v in sorted(run.settings.items()) if k not in aside])
            groups.setdefault(shared, {})[run.path] = run.settings.get("seed")
    return {
        path: f"group {i}"
        for i, seeds in enumerate(groups.values())
        if len(seeds) == len({repr(seed) for seed in seeds.values()}) > 1
        for path in seeds
    }


def read_nets(path: Path) -> ModelSnapshot | None:
    """The newest nets of a run; None where it has none. For a thread of one's own.

    Raises:
        FfstudioError: They cannot be read.
    """
    from ffstudio.files.runs.folder import RunFolder
    from ffstudio.files.runs.looking import look_at_run

    return look_at_run(RunFolder(path)).snapshot
