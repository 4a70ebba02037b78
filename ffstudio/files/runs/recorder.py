"""Writes a run down while it trains, in a thread of its own: training never waits for a disk."""

from __future__ import annotations

import contextlib
import dataclasses
import math
import os
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import RunFolderError, error_words
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import number_text
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.events import (
    CheckpointTaken,
    Event,
    RunFailed,
    RunFinished,
    RunStarted,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.files.runs.checkpoints import (
    BEFORE,
    choose_to_thin,
    list_kept,
    name_kept,
    write_checkpoint,
)
from ffstudio.files.runs.folder import RUN, THUMBNAIL, RunCard, RunFolder, folder_name
from ffstudio.files.runs.record import CurvesBefore, header_line, write_line
from ffstudio.files.runs.thumbnail import Course, write_thumbnail

# What a run may take on disk, by default.
MOST_BYTES = 500 * 2**20
# Others on other machines see so often that a run is written which tells nothing.
LIFE_S = 60.0
# Lines are handed to the system so often: a killed process loses no more of its curves.
FLUSH_S = 0.25
# A thumbnail is drawn so often at most, and at the end: epochs of tiny nets take less than that.
DRAW_S = 2.0


class Recorder:
    """Takes a run's events, from any thread, and keeps its folder.

    Where the folder can no longer be written the run goes on in one of ``elsewhere``, and
    where that fails too, training goes on and nothing more is kept; both are told.

    Args:
        folder: Made for this run, or taken up by :func:`~ffstudio.files.runs.resume.take_up`.
        elsewhere: Where runs are kept if the folder fails; None for nowhere.
        tell: Called in the recorder's thread with a sentence when something is wrong.
        most_bytes: The run's budget; moments are let go of to keep it, the newest never.
        goes_on: True when a run that has ended goes on: cancelling that brings back the folder
            as it was, where cancelling a new run deletes it.
        curves: Of nets that had learnt before their run was kept.

    Attributes:
        problem: Why nothing is kept any more; empty while all is well.
    """

    def __init__(
        self,
        folder: RunFolder,
        spec: ExperimentSpec,
        *,
        elsewhere: Path | None = None,
        tell: Callable[[str], None] = lambda text: None,
        most_bytes: int = MOST_BYTES,
        goes_on: bool = False,
        curves: History | None = None,
    ) -> None:
        self.problem = ""
        self._folder, self._spec = folder, spec
        self._card: RunCard = folder.read_card()
        self._elsewhere, self._tell, self._most_bytes = elsewhere, tell, most_bytes
        self._stream: BinaryIO | None = folder.record_path.open("ab")
        # What has been written can be read through it wherever the folder is put.
        self._source: BinaryIO | None = folder.record_path.open("rb")
        self._size = self._stream.tell()
        self._kept = {epoch: path.stat().st_size for epoch, path in list_kept(folder.path).items()}
        self._before = _Before.of(folder, self._card, self._size) if goes_on else None
        if goes_on:
            self._card = dataclasses.replace(self._card, end=None)
            folder.write_card(self._card)
        self._first_lines = b""
        # Read when the first epoch has ended, in the recorder's thread.
        self._course: Course | None = None
        self._drawn_at = -math.inf
        if curves:
            self._first_lines = write_line(CurvesBefore(0, curves)) or b""
            self._stream.write(self._first_lines)
            self._size += len(self._first_lines)
        self._is_discarded = self._is_abandoned = False
        self._has_told_of_thinning = False
        self._waiting: deque[Event] = deque()
        self._wake = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="ffstudio-recorder", daemon=True)
        self._thread.start()

    @property
    def folder(self) -> RunFolder:
        """Where the run is kept now."""
        return self._folder

    @property
    def path(self) -> Path | None:
        """The folder it is kept in; None when nothing is kept any more."""
        return None if self.problem else self._folder.path

    def take(self, event: Event) -> None:
        """Takes up an event; returns at once."""
        with self._wake:
            if isinstance(event, CheckpointTaken):
                # A disk that is slower than epochs gets the newest only.
                waiting = [e for e in self._waiting if isinstance(e, CheckpointTaken)]
                for old in waiting:
                    self._waiting.remove(old)
            self._waiting.append(event)
            if isinstance(event, (CheckpointTaken, RunFinished)):
                self._wake.notify()

    def abandon(self) -> None:
        """However the run ends from here on, it counts as interrupted: to be gone on with."""
        self._is_abandoned = True

    def close(self, timeout_s: float | None = None) -> bool:
        """Writes what waits and ends the thread; True when it has ended in time."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    # --- in the recorder's thread -----------------------------------------------------

    def _work(self) -> None:
        shown = time.monotonic()
        while True:
            with self._wake:
                if not self._closing:
                    self._wake.wait(FLUSH_S)
                events, closing = list(self._waiting), self._closing
                self._waiting.clear()
            self._keep(events)
            if closing:
                break
            if time.monotonic() - shown > LIFE_S:
                shown = time.monotonic()
                self._folder.show_life()
        if self._stream is not None:
            self._stream.close()
        self._close_source()
        try:
            self._settle()
        except OSError as error:
            self._tell(
                tr(
                    "{path} could not be put in order ({why}).",
                    path=self._folder.path,
                    why=error_words(error),
                )
            )
        self._folder.let_go()

    def _settle(self) -> None:
        """What becomes of the folder of a run that was cancelled."""
        if self._is_abandoned:
            return
        if not self._is_discarded:
            if self._before is not None:
                self._before.forget()
        elif self._before is not None:
            self._before.bring_back(self._folder)
        else:
            self._folder.delete()

    def _keep(self, events: list[Event]) -> None:
        for event in events:
            if self.problem:
                return
            try:
                self._write(event)
            except (OSError, RunFolderError) as error:
                self._move(event, error)
        if self._stream is not None and not self.problem:
            try:
                self._stream.flush()
            except OSError as error:
                self._move(None, error)

    def _write(self, event: Event) -> None:
        if isinstance(event, CheckpointTaken):
            self._write_checkpoint(event.checkpoint)
            return
        if isinstance(event, RunFailed):
            event = RunFinished(event.run_id, RunEnd.FAILED, {}, {})
        if isinstance(event, RunFinished) and self._is_abandoned:
            return  # its record ends as that of a process that was killed
        line = write_line(event)
        if line is None or self._stream is None:
            return
        if isinstance(event, RunStarted):
            self._first_lines += line
            if self._card.planned != event.epochs[1]:
                self._card = dataclasses.replace(self._card, planned=event.epochs[1])
                self._folder.write_card(self._card)
        self._stream.write(line)
        self._size += len(line)
        if self._course is not None:
            self._course.add(event)
        if isinstance(event, RunFinished):
            self._stream.flush()
            self._bring_back_deleted()
            self._draw_thumbnail()
            self._end(event)

    def _write_checkpoint(self, checkpoint: Checkpoint) -> None:
        if self._stream is not None:
            # What the checkpoint counts on is there before it.
            self._stream.flush()
        self._bring_back_deleted()
        folder = self._folder.path
        write_checkpoint(self._folder.latest_path, checkpoint, self._size)
        epoch = checkpoint.epoch
        if epoch and epoch not in self._kept:
            path = name_kept(folder, epoch)
            path.parent.mkdir(exist_ok=True)
            write_checkpoint(path, checkpoint, self._size, weights_only=True)
            self._kept[epoch] = path.stat().st_size
        self._thin()
        if time.monotonic() - self._drawn_at > DRAW_S:
            self._draw_thumbnail()
        self._card = dataclasses.replace(self._card, epochs=epoch)

    def _draw_thumbnail(self) -> None:
        """The run at a glance, anew."""
        self._drawn_at = time.monotonic()
        # It comes from the record and can be done without: that it fails is no reason to move.
        with contextlib.suppress(OSError, RunFolderError):
            if self._course is None:
                self._course = Course.of_record(self._folder.record_path)
            write_thumbnail(self._folder.path, self._course)

    def _thin(self) -> None:
        """Lets go of moments until the run keeps its budget."""
        rest = self._size + self._folder.latest_path.stat().st_size
        while rest + sum(self._kept.values()) > self._most_bytes:
            epoch = choose_to_thin(sorted(self._kept))
            if epoch is None:
                return
            name_kept(self._folder.path, epoch).unlink(missing_ok=True)
            del self._kept[epoch]
            self._card = dataclasses.replace(self._card, thinned=self._card.thinned + 1)
            if not self._has_told_of_thinning:
                self._has_told_of_thinning = True
                self._tell(
                    tr(
                        "The run has reached its {size} MB: from now on weights of some epochs in "
                        "between are let go of; the newest always stay.",
                        size=number_text(self._most_bytes // 2**20),
                    )
                )

    def _end(self, event: RunFinished) -> None:
        # What fails while it goes on leaves nothing either: the nets are those of before.
        if event.end is RunEnd.CANCELLED or (event.end is RunEnd.FAILED and self._before):
            self._is_discarded = True
            return
        self._card = dataclasses.replace(
            self._card,
            end=event.end,
            test_accuracy=event.test_accuracy,
            took=self._card.add_time(event.seconds),
            tested_on=event.tested_on,
        )
        self._folder.write_card(self._card)

    # --- when the disk fails ----------------------------------------------------------

    def _move(self, event: Event | None, error: Exception) -> None:
        """Goes on elsewhere, from what can still be read here."""
        why = error_words(error)
        here = self._folder.path
        if self._elsewhere is None:
            self._give_up(
                tr(
                    "{here} can no longer be written ({why}). Nothing more is kept of it.",
                    here=here,
                    why=why,
                )
            )
            return
        place = self._elsewhere / folder_name(self._card)
        if (place / RUN).exists():  # this very folder: there is no other place
            self._give_up(
                tr(
                    "{here} can no longer be written ({why}). Training goes on; nothing more is "
                    "kept of it. What is on disk stays; save the nets at the end.",
                    here=here,
                    why=why,
                )
            )
            return
        try:
            there = RunFolder.create(place, self._card, self._spec)
            record = self._copy_record()
            there.record_path.write_bytes(record)
            self._close_quietly()
            self._stream, self._size = there.record_path.open("ab"), len(record)
            self._source = there.record_path.open("rb")
        except (OSError, RunFolderError) as second:
            self._give_up(
                tr(
                    "{here} can no longer be written ({why}), nor can {there} ({why_there}). "
                    "Training goes on; nothing more is kept of it.",
                    here=here,
                    why=why,
                    there=self._elsewhere,
                    why_there=error_words(second),
                )
            )
            return
        self._folder, self._elsewhere, self._kept = there, None, {}
        self._before = None
        self._tell(
            tr(
                "{here} can no longer be written ({why}). The run is now kept in {there}.",
                here=here,
                why=why,
                there=there.path,
            )
        )
        if event is not None:
            self._keep([event])

    def _bring_back_deleted(self) -> None:
        """Writes anew what somebody has deleted of the folder meanwhile."""
        folder = self._folder
        if self._stream is None or not folder.path.is_dir():
            return  # where all of it is gone, the next write says so
        try:
            of_ours = os.fstat(self._stream.fileno())
            is_there = os.path.samestat(of_ours, folder.record_path.stat())
        except FileNotFoundError:
            is_there = False
        is_whole = folder.write_missing(self._card, self._spec)
        if not is_there:
            record = self._copy_record()
            self._close_quietly()
            write_atomically(folder.record_path, lambda path: path.write_bytes(record))
            self._stream, self._size = folder.record_path.open("ab"), len(record)
            self._source = folder.record_path.open("rb")
        if not is_there or not is_whole:
            self._kept = {
                epoch: path.stat().st_size for epoch, path in list_kept(folder.path).items()
            }
            self._tell(
                tr("Files of {path} had been deleted; they were written anew.", path=folder.path)
            )

    def _copy_record(self) -> bytes:
        """The lines so far; where they cannot be read, those it begins with."""
        try:
            if self._stream is not None:
                with contextlib.suppress(OSError):  # no room for it
                    self._stream.flush()
            content = b""
            if self._source is not None:
                self._source.seek(0)
                content = self._source.read(self._size)
            return content[: content.rfind(b"\n") + 1] or header_line() + self._first_lines
        except OSError:
            return header_line() + self._first_lines
        finally:
            self._close_source()

    def _give_up(self, text: str) -> None:
        self.problem = text
        self._close_quietly()
        self._close_source()
        self._stream = None
        self._tell(text)

    def _close_source(self) -> None:
        if self._source is not None:
            self._source.close()
            self._source = None

    def _close_quietly(self) -> None:
        """Closes the record; what could not be written before cannot be written now either."""
        if self._stream is None:
            return
        try:
            self._stream.close()
        except OSError:
            self._stream = None


@dataclass(frozen=True)
class _Before:
    """A folder as it was before its run went on."""

    card: RunCard
    size: int
    epochs: frozenset[int]
    latest: Path
    thumbnail: bytes

    @classmethod
    def of(cls, folder: RunFolder, card: RunCard, size: int) -> _Before:
        """As it is now; its newest training state stays under another name."""
        latest = folder.latest_path.with_name(BEFORE)
        latest.unlink(missing_ok=True)
        try:
            os.link(folder.latest_path, latest)
        except OSError:  # not every disk knows links
            shutil.copyfile(folder.latest_path, latest)
        thumbnail = b""
        with contextlib.suppress(OSError):
            thumbnail = (folder.path / THUMBNAIL).read_bytes()
        return cls(card, size, frozenset(list_kept(folder.path)), latest, thumbnail)

    def bring_back(self, folder: RunFolder) -> None:
        """Takes away what has come since."""
        os.truncate(folder.record_path, self.size)
        os.replace(self.latest, folder.latest_path)
        # Where nothing has come since, both names are of one file, and replacing does nothing.
        self.latest.unlink(missing_ok=True)
        for epoch, path in list_kept(folder.path).items():
            if epoch not in self.epochs:
                path.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            if self.thumbnail:
                write_atomically(
                    folder.path / THUMBNAIL, lambda path: path.write_bytes(self.thumbnail)
                )
            else:
                (folder.path / THUMBNAIL).unlink()
        folder.write_card(self.card)

    def forget(self) -> None:
        """There is no way back any more."""
        self.latest.unlink(missing_ok=True)
