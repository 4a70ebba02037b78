"""A run looked at without touching it: at its end, or at a moment whose weights are kept."""

from __future__ import annotations

from ffstudio.core.errors import FfstudioError, RunFolderError
from ffstudio.core.look.named_weights import bp_snapshot, ff_snapshot, net_title, network_of
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import tr
from ffstudio.files.runs.checkpoints import list_kept, read_checkpoint
from ffstudio.files.runs.comparing import read_run
from ffstudio.files.runs.folder import RunFolder


def look_at_run(folder: RunFolder, epoch: int | None = None) -> ReportedRun:
    """A run at a moment.

    Args:
        epoch: Whose weights; None for the newest there are, or none at all.

    Raises:
        RunFolderError: It cannot be read, or the weights of that epoch are not kept.
    """
    compared = read_run(folder)
    card, record, about = compared.card, compared.record, folder.read_about()
    stored = _find_weights(folder, epoch)
    spec = folder.read_spec() if record.started is None else record.started.spec
    at = 0 if stored is None else stored.epoch
    judged = {
        name: event
        for name, event in record.last_epochs.items()
        if event.epoch == at and event.rows is None
    }
    facts = {
        "State": folder.state(),
        "Begun": card.created.replace("T", " "),
        "Data": card.data,
        "Pictures": card.pictures,
        "Preset": card.preset,
        "Epochs": str(compared.epochs),
        "Versions": ", ".join(f"{name} {number}" for name, number in card.versions.items()),
        "System": card.machine.get("system", ""),
    }
    return ReportedRun(
        folder.path.name,
        about.name or card.name,
        spec,
        compared.settings,
        record.history,
        {name: fact for name, fact in facts.items() if fact},
        card.test_accuracy,
        about.note,
        about.tags,
        None if stored is None else _snapshot_of(folder, stored),
        float(at),
        judged,
        folder.path,
    )


def _find_weights(folder: RunFolder, epoch: int | None) -> Checkpoint | None:
    if epoch is None:
        latest = folder.latest_path
        return read_checkpoint(latest).checkpoint if latest.exists() else None
    kept = list_kept(folder.path)
    if epoch in kept:
        return read_checkpoint(kept[epoch]).checkpoint
    if folder.latest_path.exists():
        newest = read_checkpoint(folder.latest_path).checkpoint
        if newest.epoch == epoch:
            return newest
        kept[newest.epoch] = folder.latest_path
    listed = ", ".join(map(str, sorted(kept))) or "none"
    raise RunFolderError(
        tr(
            "The weights of epoch {epoch} of {path_name} are not kept.",
            epoch=epoch,
            path_name=folder.path.name,
        ),
        tr("Those of these epochs are: {listed}.", listed=listed),
    )


def _snapshot_of(folder: RunFolder, stored: Checkpoint) -> ModelSnapshot:
    states = {name: dict(state) for name, state in stored.states.items()}
    spec, shape = stored.spec, stored.shape
    try:
        ff = ff_snapshot(states["ff"], spec, shape) if "ff" in states else None
        bp = None
        if "bp" in states:
            bp = bp_snapshot(states["bp"], network_of(spec, shape), shape)
    except (FfstudioError, KeyError, ValueError) as error:
        raise RunFolderError(
            tr("The weights of {path_name} do not fit its experiment.", path_name=folder.path.name),
            tr("Get a fresh copy of the run."),
        ) from error
    title = net_title(spec, shape)
    epoch = float(stored.epoch)
    size, names = shape.image_shape, shape.class_names
    return ModelSnapshot(ff, bp, size, names, 1, epoch, title, shape.appearance)
