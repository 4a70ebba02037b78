"""A run opened to be looked at, and to go on where it stands."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import FfstudioError, RunFolderError
from ffstudio.core.look.named_weights import bp_snapshot, ff_snapshot, net_title, network_of
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.status import RunEnd
from ffstudio.files.ours.archive import Archive
from ffstudio.files.runs.folder import RUN, RunFolder
from ffstudio.files.runs.resume import read_resumable, take_up


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
            f"{path.name} was ended before its first epoch: there is nothing to bring back.",
            "Train it anew.",
        )
    if run.record.finished is None:
        take_up(run)
        folder.change_card(end=RunEnd.STOPPED, epochs=stored.epoch)
        folder.let_go()
    states = {name: dict(state) for name, state in stored.states.items()}
    try:
        ff = ff_snapshot(states["ff"], stored.spec, stored.shape) if "ff" in states else None
        bp = None
        if "bp" in states:
            network = network_of(stored.spec, stored.shape)
            bp = bp_snapshot(states["bp"], network, stored.shape)
    except (FfstudioError, KeyError, ValueError) as error:
        raise RunFolderError(
            f"{folder.latest_path} does not fit its experiment.", "Get a fresh copy of the run."
        ) from error
    snapshot = ModelSnapshot(
        ff,
        bp,
        stored.shape.image_shape,
        stored.shape.class_names,
        1,
        float(stored.epoch),
        net_title(stored.spec, stored.shape),
    )
    return Archive(
        snapshot,
        stored.spec,
        stored.shape,
        run.record.history,
        states,
        stored.plan,
        f"ffstudio {run.card.versions.get('ffstudio', '')}".strip(),
        stored.best,
        stored.ended,
        run.record.last_epochs,
        run.record.finished,
    )
