"""Going back in time: the nets of a run as they were after any epoch that is kept on disk."""

from __future__ import annotations

import bisect
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.events import EpochDone
from ffstudio.core.words import tr
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.state import StudioState

if TYPE_CHECKING:
    from ffstudio.files.ours.archive import Archive

# Between two moments while they play by.
PLAY_MS = 250
# Between two looks at which moments are kept.
_LOOK_S = 0.5
# So often it is looked for an epoch that has been told of and is not written yet.
_MOST_LOOKS = 60


@dataclass(frozen=True)
class _Answer:
    """A moment that was asked for, or why it cannot be shown."""

    folder: Path
    epoch: int
    number: int
    answer: Archive | FfstudioError


class Moments(QObject):
    """Shows the nets as they were; training goes on meanwhile.

    Whatever panels show follows :attr:`StudioState.shown`, so that all of them move together.
    Files are listed and read in threads of their own; of several moments that are asked for, the
    newest wins.

    Signals:
        changed(): Others are kept, another one is looked at or asked for, or it plays.
    """

    changed = Signal()

    def __init__(self, state: StudioState, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._kept: tuple[int, ...] = ()
        self._listed: Path | None = None
        self._wanted: int | None = None
        self._lister = LatestTask(self, name="moments")
        self._lister.done.connect(self._take_list)
        self._reader = LatestTask(self, name="moment")
        self._reader.done.connect(self._take)
        self._reader.failed.connect(self._fail)
        self._pace = Pace(self._look, self, least_s=_LOOK_S)
        self._play = QTimer(self)
        self._play.setInterval(PLAY_MS)
        self._play.timeout.connect(self._play_on)
        for change in (state.epoch_done, runs.settled, state.model_changed):
            change.connect(self._pace.ask)
        self._awaited, self._looks = 0, 0
        state.epoch_done.connect(self._await)
        state.moment_changed.connect(self.changed)
        state.history_changed.connect(self._note_growth)
        self._last = 0

    def close(self, timeout_s: float) -> bool:
        """Ends its threads; True when they have ended in time."""
        self._play.stop()
        self._pace.close()
        closed = self._lister.close(timeout_s / 2)
        return self._reader.close(timeout_s / 2) and closed

    @Slot()
    def look_again(self) -> None:
        """Other moments may be kept than before."""
        self._pace.ask()

    # --- to read --------------------------------------------------------------------

    @property
    def kept(self) -> tuple[int, ...]:
        """The epochs whose weights are kept, ascending."""
        return self._kept if self._listed == self._state.newest.kept else ()

    @property
    def last(self) -> int:
        """The epoch under way, or the last one when none is: where now is."""
        return math.ceil(self._state.history.reached - 1e-9)

    @property
    def at(self) -> int | None:
        """The epoch that is looked at; None for now."""
        past = self._state.past
        return None if past is None or past.snapshot is None else round(past.snapshot.epoch)

    @property
    def wanted(self) -> int | None:
        """The epoch that is on its way, else the one that is looked at; None for now."""
        return self._wanted if self._wanted is not None else self.at

    @property
    def plays(self) -> bool:
        """True while moments play by."""
        return self._play.isActive()

    def why_none(self) -> str:
        """Why one cannot go back, a sentence; empty when one can."""
        newest = self._state.newest
        if newest.snapshot is None:
            return tr("There are no nets yet. Train some or open a run first.")
        if newest.kept is None:
            return tr("These nets' run is not kept on disk: there are no earlier moments of it.")
        if not self._earlier():
            return tr("No earlier epoch of this run is kept yet.")
        return ""

    def is_kept(self, epoch: int) -> bool:
        """False for an epoch whose weights were let go of, or never kept."""
        at = bisect.bisect_left(self.kept, epoch)
        return at < len(self.kept) and self.kept[at] == epoch

    def nearest(self, epoch: int) -> int | None:
        """The kept epoch nearest to one, the earlier of equals; None for now."""
        if epoch >= self.last:
            return None
        return min(self._earlier(), key=lambda kept: (abs(kept - epoch), kept), default=None)

    def _earlier(self) -> tuple[int, ...]:
        """The kept epochs before now."""
        return self.kept[: bisect.bisect_left(self.kept, self.last)]

    # --- verbs ----------------------------------------------------------------------

    def go_to(self, epoch: int) -> None:
        """Looks at the kept moment nearest to an epoch; from the last one on, at now."""
        nearest = self.nearest(epoch)
        if nearest is None:
            self.leave()
        elif nearest != self.wanted:
            self._ask(nearest)

    def look_now(self, epoch: int) -> None:
        """Looks at a kept epoch and waits until it is there: for pictures of many moments.

        Raises:
            FfstudioError: It cannot be read.
        """
        newest = self._state.newest
        if newest.kept is not None:
            self._reader.forget()
            self._wanted = None
            read = _read(newest.kept, epoch, newest.number)
            if isinstance(read.answer, FfstudioError):
                raise read.answer
            self._state.look_back(newest.at(read.answer, read.folder))

    def step(self, by: int) -> None:
        """Looks at the next kept moment, later or, with a negative number, earlier."""
        here, earlier = self.wanted, self._earlier()
        place = len(earlier) if here is None else bisect.bisect_left(earlier, here)
        place = max(place + by, 0)
        if place >= len(earlier):
            self.leave()
        elif earlier[place] != here:
            self._ask(earlier[place])

    @Slot()
    def leave(self) -> None:
        """Looks at the nets as they are now."""
        self._play.stop()
        self._reader.forget()
        self._wanted = None
        self._state.look_back(None)
        self.changed.emit()

    @Slot()
    def toggle_play(self) -> None:
        """Plays the moments one after the other up to now, from the first one if now is shown."""
        if self.plays:
            self._play.stop()
        elif not self.why_none():
            if self.wanted is None:
                self._ask(self._earlier()[0])
            self._play.start()
        self.changed.emit()

    # --- behind them ----------------------------------------------------------------

    @Slot()
    def _play_on(self) -> None:
        if self._wanted is None:  # the one before is there
            self.step(1)

    def _ask(self, epoch: int) -> None:
        newest = self._state.newest
        if newest.kept is not None:
            self._wanted = epoch
            self._reader.submit(_read, newest.kept, epoch, newest.number)
            self.changed.emit()

    @Slot(object)
    def _take(self, read: _Answer) -> None:
        self._wanted = None
        newest = self._state.newest
        if read.number != newest.number or read.folder != newest.kept:
            self.changed.emit()  # of nets that are no longer shown
        elif isinstance(read.answer, FfstudioError):
            self._give_up(str(read.answer))
        else:
            place = read.folder.with_name(
                tr("{folder_name}, epoch {epoch}", folder_name=read.folder.name, epoch=read.epoch)
            )
            self._state.look_back(newest.at(read.answer, place))

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._wanted = None
        self._give_up(tr("That moment cannot be shown: {message}", message=message))

    def _give_up(self, text: str) -> None:
        self._play.stop()
        self._state.message.emit(text)
        self._pace.ask()
        self.changed.emit()

    def _look(self) -> None:
        folder = self._state.newest.kept
        if folder is not None:
            self._lister.submit(list_in_folder, folder)
        elif self._kept or self._listed:
            self._kept, self._listed = (), None
            self.changed.emit()

    @Slot(object)
    def _take_list(self, listed: tuple[Path, tuple[int, ...]]) -> None:
        if (
            self._awaited > max(listed[1], default=0)
            and self._looks
            and self._state.status.is_active
        ):
            # It is written in another thread, and maybe no other epoch comes to ask for it.
            self._looks -= 1
            self._pace.ask()
        if listed != (self._listed, self._kept):
            self._listed, self._kept = listed
            self.changed.emit()

    @Slot(object)
    def _await(self, event: EpochDone) -> None:
        self._awaited, self._looks = event.epoch, _MOST_LOOKS

    @Slot()
    def _note_growth(self) -> None:
        if self.last != self._last:
            self._last = self.last
            self.changed.emit()


def list_in_folder(folder: Path) -> tuple[Path, tuple[int, ...]]:
    """A run's folder and the epochs it keeps, in order."""
    from ffstudio.files.runs.checkpoints import list_kept

    return folder, tuple(list_kept(folder))


def _read(folder: Path, epoch: int, number: int) -> _Answer:
    from ffstudio.files.runs.opening import open_moment

    try:
        return _Answer(folder, epoch, number, open_moment(folder, epoch))
    except FfstudioError as error:
        return _Answer(folder, epoch, number, error)
