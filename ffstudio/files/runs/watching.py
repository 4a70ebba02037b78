"""A run's folder watched while somebody else writes it: another process, machine or a copier.

Nothing is written, locked or held open. Files may come in any order, half of one first, be put
in another one's place, or go; a copy by rsync does all of that.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.errors import FfstudioError, RunFolderError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import Event, RunFinished, RunStarted
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.status import WatchState
from ffstudio.files.ours.archive import Archive
from ffstudio.files.runs.checkpoints import KEPT
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.opening import open_newest
from ffstudio.files.runs.record import CurvesBefore, Record, RecordReader

# So long nothing may come before a run that nobody here can ask about counts as silent.
QUIET_S = 30.0
# Before bytes that are read on from: are they still those that were read?
_REMEMBERED = 512
# Reading weights takes at most this share of the time.
_READING_SHARE = 0.1
# More new events than that are as well read from the start, off the window's thread.
_MOST_EVENTS = 20_000

_Signature = tuple[int, int, int]


@dataclass(frozen=True)
class Glance:
    """What one look at the folder brought.

    Attributes:
        is_anew: True when all has been read from its start, for the first time or because
            another record lies there: ``record`` and ``meter`` then hold everything.
        events: What has come since the last look; empty when read anew.
        archive: The newest weights, without curves, where they are new.
        quiet_s: For how long nothing has come.
        problem: What cannot be read, a sentence; empty as a rule.
        has_moments: True when other moments may be kept than before.
    """

    condition: WatchState
    spec: ExperimentSpec | None = None
    is_anew: bool = False
    record: Record | None = None
    meter: ProgressMeter | None = None
    events: tuple[Event, ...] = ()
    archive: Archive | None = None
    quiet_s: float = 0.0
    problem: str = ""
    has_moments: bool = False


class FolderWatch:
    """Looks at the folder of a run again and again; each look tells what is new.

    Args:
        path: The folder; it may not exist yet.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._folder = RunFolder(path)
        self._spec: ExperimentSpec | None = None
        self._reader: RecordReader | None = None
        self._tail = b""
        self._record_seen: _Signature | None = None
        self._weights_seen: tuple[_Signature | None, _Signature | None] = (None, None)
        self._weights_next = 0.0
        self._kept_seen: _Signature | None = None
        self._record_problem = self._weights_problem = ""
        self._is_finished = False
        self._changed: float | None = None

    def look(self) -> Glance:
        """What there is, and what has come since the last time."""
        now = time.monotonic()
        record_now = _sign(self._folder.record_path)
        record: Record | None = None
        meter: ProgressMeter | None = None
        events: tuple[Event, ...] = ()
        is_other = record_now != self._record_seen
        # What could not be read is tried again: the rest of it may have come.
        if record_now is not None and (is_other or self._record_problem):
            if is_other:
                self._note_change(now, record_now)
                self._record_seen = record_now
            try:
                record, meter, events, self._record_problem = self._read_record()
            except FfstudioError as error:
                self._record_problem = str(error)
        self._read_spec(record)
        if record is not None and self._spec is None:
            # Whose curves they are has not come yet.
            record = self._reader = self._record_seen = None
        archive = self._read_weights(now)
        return Glance(
            self._tell_condition(now, record_now),
            self._spec,
            record is not None,
            record,
            meter,
            events,
            archive,
            0.0 if self._changed is None else now - self._changed,
            self._record_problem or self._weights_problem,
            self._has_other_moments(),
        )

    # --- curves ---------------------------------------------------------------------

    def _read_record(
        self,
    ) -> tuple[Record | None, ProgressMeter | None, tuple[Event, ...], str]:
        """All of it at first or where another record lies there, then what is new."""
        reader = self._reader
        if reader is not None and self._goes_on():
            events, problem = _read_events(reader)
            whole_curves = any(isinstance(event, CurvesBefore) for event in events)
            if len(events) <= _MOST_EVENTS and not whole_curves:
                self._remember_tail(reader)
                for event in events:
                    if isinstance(event, (RunStarted, RunFinished)):
                        self._is_finished = isinstance(event, RunFinished)
                return None, None, tuple(events), problem
        self._reader = reader = RecordReader(self._folder.record_path)
        events, problem = _read_events(reader)
        record, meter = Record(), None
        for event in events:
            record.add(event)
            if record.started is event and record.started is not None:
                meter = ProgressMeter(record.started)
            elif meter is not None:
                meter.add(event)
        record.size = reader.position
        self._is_finished = record.finished is not None
        self._remember_tail(reader)
        return record, meter, (), problem

    def _goes_on(self) -> bool:
        """Whether what was read last is still there, with more behind it."""
        reader = self._reader
        if reader is None:
            return False
        try:
            with self._folder.record_path.open("rb") as stream:
                stream.seek(reader.position - len(self._tail))
                return stream.read(len(self._tail)) == self._tail
        except OSError as error:
            raise RunFolderError(str(error)) from error

    def _remember_tail(self, reader: RecordReader) -> None:
        length = min(reader.position, _REMEMBERED)
        try:
            with self._folder.record_path.open("rb") as stream:
                stream.seek(reader.position - length)
                self._tail = stream.read(length)
        except OSError:  # read anew at the next look
            self._reader = None

    # --- weights --------------------------------------------------------------------

    def _read_weights(self, now: float) -> Archive | None:
        seen = _sign(self._folder.latest_path), _sign(self.path / KEPT)
        if seen == self._weights_seen or seen == (None, None) or now < self._weights_next:
            return None
        if seen[0] is not None and seen[0] == self._weights_seen[0]:
            return None  # moments have come or gone; the newest weights are the same
        try:
            archive = open_newest(self.path)
        except FfstudioError as error:
            self._weights_problem = str(error)
            return None
        finally:
            self._weights_next = now + (time.monotonic() - now) / _READING_SHARE
        self._weights_seen, self._weights_problem = seen, ""
        return archive

    def _has_other_moments(self) -> bool:
        kept, before = _sign(self.path / KEPT), self._kept_seen
        self._kept_seen = kept
        return kept != before

    # --- what it is like ------------------------------------------------------------

    def _read_spec(self, record: Record | None) -> None:
        if record is not None and record.started is not None:
            self._spec = record.started.spec
        elif self._spec is None:
            try:
                self._spec = self._folder.read_spec()
            except FfstudioError:
                self._spec = None  # it has not come yet

    def _note_change(self, now: float, record_now: _Signature) -> None:
        if self._changed is None:  # nobody saw when
            self._changed = now - max(time.time() - record_now[2] / 1e9, 0.0)
        else:
            self._changed = now

    def _tell_condition(self, now: float, record_now: _Signature | None) -> WatchState:
        if record_now is None:
            return WatchState.WAITING if self._changed is None else WatchState.GONE
        lives = self._folder.is_written_here()
        if self._is_finished:
            return WatchState.ENDED
        if lives is not None:
            return WatchState.LIVE if lives else WatchState.BROKEN_OFF
        is_quiet = self._changed is not None and now - self._changed > QUIET_S
        return WatchState.QUIET if is_quiet else WatchState.LIVE


def is_under_way_elsewhere(path: Path) -> bool:
    """True for a run's folder that another process writes: opened, it is watched."""
    return RunFolder(path).is_written_by_others()


def _read_events(reader: RecordReader) -> tuple[list[Event], str]:
    """What is new, and why not all of it could be read."""
    events: list[Event] = []
    try:
        for event in reader.read_new():
            events.append(event)
    except RunFolderError as error:
        if reader.position == 0:
            raise
        return events, str(error)
    return events, ""


def _sign(path: Path) -> _Signature | None:
    """What tells whether a file or folder is another than before; None where there is none."""
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_ino, facts.st_size, facts.st_mtime_ns
