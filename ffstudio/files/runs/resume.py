"""A run taken up again: where its newest checkpoint left it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from ffstudio.core.disk import clear_leftovers
from ffstudio.core.errors import RunFolderError, error_words
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.words import tr
from ffstudio.files.runs.checkpoints import BEFORE, KEPT, read_checkpoint
from ffstudio.files.runs.folder import RunCard, RunFolder
from ffstudio.files.runs.record import Record, header_line, read_record


@dataclass(frozen=True)
class Resumable:
    """What a run goes on from.

    Attributes:
        checkpoint: None for one that was ended before its first epoch: it begins anew.
        record: Its curves up to the checkpoint.
        lost_epochs: Whole epochs in the record that come after the checkpoint.
    """

    folder: RunFolder
    card: RunCard
    checkpoint: Checkpoint | None
    record: Record
    lost_epochs: int = 0


def read_resumable(folder: RunFolder) -> Resumable:
    """Reads what a run goes on from, and changes nothing.

    Raises:
        RunFolderError: It holds no run, one of a newer ffstudio, or its checkpoint is damaged.
    """
    card = folder.read_card()
    whole = read_record(folder.record_path)
    if not folder.latest_path.exists():
        return Resumable(folder, card, None, Record(size=len(header_line())), _epochs(whole))
    stored = read_checkpoint(folder.latest_path)
    if stored.record_size > whole.size:
        why = whole.problem or tr(
            "{folder_record_path} ends before its newest checkpoint.",
            folder_record_path=folder.record_path,
        )
        raise RunFolderError(why, tr("Get a whole copy of the run."))
    record = read_record(folder.record_path, stored.record_size)
    record.finished = whole.finished
    return Resumable(folder, card, stored.checkpoint, record, _epochs(whole) - _epochs(record))


def take_up(run: Resumable) -> None:
    """Makes the folder ready for going on: what came after the checkpoint is dropped.

    Raises:
        RunFolderError: Another process trains it, or it cannot be written.
    """
    folder = run.folder
    try:
        folder.take_over()
        with folder.hold():  # nobody else writes here
            for place in (folder.path, folder.path / KEPT):
                clear_leftovers(place, older_than_s=0.0)
        (folder.path / BEFORE).unlink(missing_ok=True)
        os.truncate(folder.record_path, run.record.size)
        folder.change_card(end=None, took=_times_so_far(run))
    except OSError as error:
        raise RunFolderError(
            tr(
                "{path} cannot be written ({error_words}).",
                path=folder.path,
                error_words=error_words(error),
            ),
            tr("Copy it to where you may write, and go on with the copy."),
        ) from error


def _times_so_far(run: Resumable) -> dict[str, float]:
    """What its time has gone to until it was ended; of a run that was killed, what is known."""
    if run.checkpoint is None:  # it begins anew
        return {}
    took = dict(run.card.took)
    if run.record.finished is None:
        known = took.get("train", 0.0) + took.get("evaluate", 0.0)
        took = run.card.add_time({"train": max(run.checkpoint.seconds - known, 0.0)})
    return took


def _epochs(record: Record) -> int:
    return min((event.epoch for event in record.last_epochs.values()), default=0)
