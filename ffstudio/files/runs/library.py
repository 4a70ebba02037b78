"""Many runs in one folder: listed, looked up by name, kept within a budget."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.errors import FfstudioError, RunFolderError, explain_reading
from ffstudio.core.folders import data_folder
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.files.runs.checkpoints import choose_to_thin, list_kept
from ffstudio.files.runs.folder import (
    INTERRUPTED,
    RUN,
    RUNNING,
    About,
    RunCard,
    RunFolder,
)

SWEEPS = "sweeps"
# What all runs may take on disk, by default.
MOST_BYTES = 5 * 2**30


def runs_folder() -> Path:
    """Where runs are kept unless another place is named. It may not exist yet.

    The environment variable ``FFSTUDIO_RUNS`` names another folder.
    """
    named = os.environ.get("FFSTUDIO_RUNS")
    return Path(named) if named else data_folder() / "runs"


def sweeps_folder() -> Path:
    """Where sweeps are kept that are begun in the window: beside the runs."""
    return runs_folder() / SWEEPS


@dataclass(frozen=True)
class ListedRun:
    """One run in a list.

    Attributes:
        state: ``running``, ``interrupted``, or how it ended.
        epochs: Whole epochs whose weights are on disk.
        problem: Why it cannot be read; the rest is then empty.
    """

    folder: RunFolder
    card: RunCard | None
    about: About
    state: str
    epochs: int = 0
    problem: str = ""

    @property
    def name(self) -> str:
        """The user's name for it, or the experiment's."""
        return self.about.name or (self.card.name if self.card is not None else "")


def list_runs(root: Path) -> list[ListedRun]:
    """The runs in a folder, newest first; ``root`` may be a run itself."""
    listed = [look_at(RunFolder(path)) for path in list_folders(root)]
    # One that cannot be read may have been deleted meanwhile, by another window.
    there = [run for run in listed if run.card is not None or is_there(run.folder.path)]
    return sorted(there, key=_age, reverse=True)


def is_there(path: Path) -> bool:
    """Whether a folder holds a run, whatever it is like."""
    return (path / RUN).is_file()


def _age(run: ListedRun) -> tuple[str, str]:
    return (run.card.created if run.card is not None else "", run.folder.path.name)


def list_folders(root: Path) -> Iterator[Path]:
    """The folders in ``root`` that hold a run; or itself.

    Raises:
        RunFolderError: It cannot be read.
    """
    if (root / RUN).is_file():
        yield root
        return
    try:
        entries = sorted(root.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise RunFolderError(*explain_reading(root, error)) from error
    for path in entries:
        if (path / RUN).is_file():
            yield path


def look_at(folder: RunFolder) -> ListedRun:
    """One run for a list; what is wrong with it is said instead of raised."""
    try:
        card = folder.read_card()
        # A run that trains or was killed says nothing of epochs itself.
        epochs = max(card.epochs, max(list_kept(folder.path), default=0))
        return ListedRun(folder, card, folder.read_about(), folder.state(card), epochs)
    except FfstudioError as error:
        return ListedRun(folder, None, About(), "damaged", 0, str(error))


def find_run(name: str, root: Path | None = None) -> RunFolder:
    """A run by its path, its folder's name in the library, the beginning of its id, or its name.

    Raises:
        RunFolderError: There is none, or several fit.
    """
    path = Path(name)
    if (path / RUN).is_file():
        return RunFolder(path)
    root = runs_folder() if root is None else root
    if path.name == name and (root / name / RUN).is_file():
        return RunFolder(root / name)
    runs = [run for run in list_runs(root) if run.card is not None]
    fitting = [
        run for run in runs
        if run.card is not None and len(name) >= 4 and run.card.id.startswith(name)
    ]  # fmt: skip
    called = [run for run in runs if run.name == name]
    if not fitting and len(called) > 1:
        names = ", ".join(run.folder.path.name for run in called)
        raise RunFolderError(
            tr("{name} is what several runs are called: {names}.", name=name, names=names),
            tr("Name one of these folders."),
        )
    fitting = fitting or called
    if len(fitting) == 1:
        return fitting[0].folder
    if fitting:
        names = ", ".join(run.folder.path.name for run in fitting)
        raise RunFolderError(
            tr("{name} is the beginning of several runs: {names}.", name=name, names=names),
            tr("Write more."),
        )
    if path.exists():
        raise RunFolderError(
            tr("{path} holds no run.", path=path), tr("'ffstudio runs' lists those there are.")
        )
    raise RunFolderError(
        tr("There is no run {name}.", name=name), tr("'ffstudio runs' lists those there are.")
    )


def find_cut_off(by: str) -> ListedRun | None:
    """The newest of the user's runs that was cut off and can be brought back.

    Args:
        by: What trained it: see :class:`~ffstudio.files.runs.folder.RunCard`.
    """
    runs = list_runs(runs_folder())
    # A folder that was renamed or copied while its run was written: the run went on elsewhere.
    others = {run.card.id for run in runs if run.card is not None and run.state != INTERRUPTED}
    for run in runs:
        if run.card is not None and run.card.id in others:
            continue
        is_cut_off = run.state == INTERRUPTED and run.card is not None and run.card.by == by
        if is_cut_off and run.folder.latest_path.is_file():
            return run
    return None


def settle_cut_off(path: Path) -> None:
    """Counts a run that was cut off as stopped from now on; one that somebody else has taken up
    since, or deleted, is left alone.
    """
    folder = RunFolder(path)
    with contextlib.suppress(OSError, RunFolderError), folder.hold():  # else it is offered again
        card = folder.read_card()
        if folder.state(card) == INTERRUPTED:
            folder.write_card(dataclasses.replace(card, end=RunEnd.STOPPED))


def keep_within(root: Path, most_bytes: int = MOST_BYTES) -> int:
    """Lets go of kept moments of the oldest runs without a star until all runs fit.

    The runs of sweeps that are kept among them count too. Nothing that a run needs to go on is touched, nor one that trains.

    Returns:
        How many moments were let go of.
    """
    listed = [*list_runs(root), *_list_swept(root)]
    runs = sorted((run for run in listed if run.card is not None), key=_age, reverse=True)
    sizes = [run.folder.size() for run in runs]
    total, dropped = sum(sizes), 0
    for run, size in zip(reversed(runs), reversed(sizes), strict=True):
        if total <= most_bytes:
            break
        total -= size - run.folder.size()  # others may have let go of some, or gone on, meanwhile
        # What cannot be written, or is deleted meanwhile, is no reason not to begin a run.
        with contextlib.suppress(OSError, RunFolderError):
            count, freed = _thin(run.folder, total - most_bytes)
            dropped, total = dropped + count, total - freed
    return dropped


def _thin(folder: RunFolder, too_many: int) -> tuple[int, int]:
    """Lets go of moments of one run, unless somebody trains it or it has a star by now.

    Returns:
        How many this process let go of, and the bytes that there are less.

    Raises:
        OSError, RunFolderError: It cannot be written, or is gone.
    """
    if folder.read_about().star or len(list_kept(folder.path)) < 3:
        return 0, 0
    count = freed = 0
    with folder.hold():
        card = folder.read_card()
        if folder.state(card) == RUNNING:
            return 0, 0
        kept = list_kept(folder.path)
        while freed < too_many and (epoch := choose_to_thin(sorted(kept))) is not None:
            path = kept.pop(epoch)
            freed += path.stat().st_size
            path.unlink()
            count += 1
        if count:
            folder.write_card(dataclasses.replace(card, thinned=card.thinned + count))
    return count, freed


def _list_swept(root: Path) -> Iterator[ListedRun]:
    """The runs of the sweeps in a folder of runs."""
    with contextlib.suppress(OSError, RunFolderError):
        for sweep in sorted((root / SWEEPS).iterdir()):
            if sweep.is_dir():
                yield from list_runs(sweep)
