"""A run opened to be looked at, and to go on where it stands."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path

from ffstudio.core.errors import FfstudioError, RunFolderError
from ffstudio.core.look.named_weights import bp_snapshot, ff_snapshot, net_title, network_of
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.files.ours.archive import Archive
from ffstudio.files.runs.checkpoints import list_kept, name_kept, read_checkpoint
from ffstudio.files.runs.folder import RUN, RunCard, RunFolder
from ffstudio.files.runs.resume import Resumable, read_resumable, take_up

log = logging.getLogger(__name__)


def holds_run(path: Path) -> bool:
    """True for the folder of a run."""
    return (path / RUN).is_file()


def open_run(path: Path) -> Archive:
    """A run as its newest checkpoint left it; one that was killed is put in order for going on.

    Raises:
        RunFolderError: It cannot be read, another process trains it, or it was ended before
            its first epoch.
    """
    folder = RunFolder(path)
    run = read_resumable(folder)
    stored = run.checkpoint
    if stored is None:
        raise RunFolderError(
            tr(
                "{path_name} was ended before its first epoch: there is nothing to bring back.",
                path_name=path.name,
            ),
            tr("Train it anew."),
        )
    if run.record.finished is None:
        _put_in_order(run, stored.epoch)
    return dataclasses.replace(
        _archive_of(stored, folder.latest_path, _name_writer(run.card)),
        history=run.record.history,
        last_epochs=run.record.last_epochs,
        finished=run.record.finished,
        judged=run.record.judged,
    )


def _put_in_order(run: Resumable, epoch: int) -> None:
    """Makes a run that was killed ready for going on in its folder.

    Where that cannot be written, on a read-only disk, it can be looked at all the same; what
    goes on from it is kept elsewhere.
    """
    try:
        take_up(run)
        run.folder.change_card(end=RunEnd.STOPPED, epochs=epoch)
        run.folder.let_go()
    except OSError as error:
        log.info("%s is left as it is: %s", run.folder.path, error)
    except RunFolderError as error:
        if not isinstance(error.__cause__, OSError):
            raise
        log.info("%s", error)


def open_moment(path: Path, epoch: int) -> Archive:
    """The weights of a run as they were after an epoch; without curves, and without optimizers.

    The run may be under way meanwhile.

    Raises:
        RunFolderError: They are not kept, or cannot be read.
    """
    place = name_kept(path, epoch)
    if not place.exists():
        raise RunFolderError(
            tr("The weights after epoch {epoch} are not on disk.", epoch=epoch),
            tr("Choose another moment."),
        )
    writer = _name_writer(RunFolder(path).read_card())
    return _archive_of(read_checkpoint(place).checkpoint, place, writer)


def open_newest(path: Path) -> Archive | None:
    """The newest weights of a run that somebody else may be writing; without curves.

    Of a folder that is being copied, the newest that have come whole.

    Returns:
        None where there are none yet.

    Raises:
        RunFolderError: None of them can be read.
    """
    latest, kept = RunFolder(path).latest_path, list_kept(path)
    places = [place for place in (latest, *reversed(kept.values())) if place.exists()]
    problem: RunFolderError | None = None
    for place in places[:3]:
        try:
            return _archive_of(read_checkpoint(place).checkpoint, place, _try_to_name_writer(path))
        except RunFolderError as error:
            problem = problem or error
    if problem is not None:
        raise problem
    return None


def _name_writer(card: RunCard) -> str:
    return f"ffstudio {card.versions.get('ffstudio', '')}".strip()


def _try_to_name_writer(path: Path) -> str:
    try:
        return _name_writer(RunFolder(path).read_card())
    except RunFolderError:  # the card has not come yet
        return "ffstudio"


def _archive_of(stored: Checkpoint, place: Path, writer: str) -> Archive:
    states = {name: dict(state) for name, state in stored.states.items()}
    try:
        ff = ff_snapshot(states["ff"], stored.spec, stored.shape) if "ff" in states else None
        bp = None
        if "bp" in states:
            network = network_of(stored.spec, stored.shape)
            bp = bp_snapshot(states["bp"], network, stored.shape)
    except (FfstudioError, KeyError, ValueError) as error:
        raise RunFolderError(
            tr("{place} does not fit its experiment.", place=place),
            tr("Get a fresh copy of the run."),
        ) from error
    snapshot = ModelSnapshot(
        ff,
        bp,
        stored.shape.image_shape,
        stored.shape.class_names,
        1,
        float(stored.epoch),
        net_title(stored.spec, stored.shape),
        stored.shape.appearance,
    )
    return Archive(
        snapshot,
        stored.spec,
        stored.shape,
        states=states,
        plan=stored.plan,
        writer=writer,
        best=stored.best,
        ended=stored.ended,
    )
