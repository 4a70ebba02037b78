"""What a view shows of a run through time: measured live, and of the epochs kept on disk."""

from __future__ import annotations

import bisect
import logging
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errors import FfstudioError
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

log = logging.getLogger(__name__)

# Kept epochs that are looked at, evenly spread: a view needs no more to show its course.
MOST_KEPT = 60
# A long run keeps its shape in half of the points.
_MOST_POINTS = 2000
_LEAST_PAUSE_S = 0.2
# As near as this an epoch counts as measured.
_NEAR = 0.02

Measure = Callable[..., Any]


class ThroughTime(QObject):
    """Values of a run's nets by epoch.

    What is added live is kept; epochs of the run that are kept on disk and have no value yet are
    read and measured one at a time in a thread of its own, the widest gap first. While its owner
    is hidden nothing is done.

    Args:
        measure: (snapshot, *given) → a value; called in another thread. None is passed over.
        given: What else ``measure`` takes, or None while nothing can be measured. Values belong
            to what was given: with other things all is measured anew.
        owner: A widget; hidden, nothing is done.

    Signals:
        changed(): There are more values, or others.
    """

    changed = Signal()

    def __init__(
        self,
        studio: Studio,
        measure: Measure,
        given: Callable[[], tuple[Any, ...] | None],
        owner: QObject,
        *,
        name: str,
    ) -> None:
        super().__init__(owner)
        self._studio, self._measure, self._given = studio, measure, given
        self._epochs: list[float] = []
        self._values: list[Any] = []
        self._of: Hashable = None
        self._held: tuple[Any, ...] | None = None
        self._asked: int | None = None
        self._listed: tuple[Path | None, tuple[int, ...]] = (None, ())
        self._passed_over: set[int] = set()
        self._task = LatestTask(self, name=f"{name}-through-time")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._go_on)
        self.pace = Pace(
            self._begin,
            owner,
            least_s=_LEAST_PAUSE_S,
            allowance=studio.allowance,
            tasks=[self._task],
        )
        studio.moments.changed.connect(self.look)

    def close(self) -> None:
        """Ends its thread."""
        self.pace.close()
        self._task.close(2.0)

    # --- to read --------------------------------------------------------------------

    @property
    def points(self) -> list[tuple[float, Any]]:
        """(epoch, value), ascending."""
        self._match()
        return [*zip(self._epochs, self._values, strict=True)]

    @property
    def is_complete(self) -> bool:
        """True when no kept epoch waits to be measured."""
        return self._next() is None

    # --- verbs ----------------------------------------------------------------------

    def add(self, epoch: float, value: Any) -> None:
        """A value of the nets as they are or were at an epoch."""
        self._match()
        at = bisect.bisect_left(self._epochs, epoch - _NEAR)
        if at < len(self._epochs) and self._epochs[at] <= epoch + _NEAR:
            self._epochs[at], self._values[at] = epoch, value
        else:
            self._epochs.insert(at, epoch)
            self._values.insert(at, value)
        if len(self._epochs) > _MOST_POINTS:
            del self._epochs[1:-1:2], self._values[1:-1:2]
        self.changed.emit()

    @Slot()
    def look(self) -> None:
        """Measures what is kept and not measured yet."""
        if self._next() is None:
            return
        if self._studio.status.is_active:
            self.pace.ask()
        else:
            self.pace.hurry()

    def complete(self) -> None:
        """Waits until all that is kept is measured: for export."""
        folder = self._studio.newest.kept
        if folder is not None:
            self._listed = folder, _list(folder)
        while self._next() is not None:
            before = len(self._epochs), len(self._passed_over)
            self.pace.now()
            self._task.finish()
            if before == (len(self._epochs), len(self._passed_over)):
                return

    # --- behind them ----------------------------------------------------------------

    def _match(self) -> None:
        """Drops what belongs to other nets or was measured with other things."""
        given = self._given()
        key = self._studio.newest.number, None if given is None else tuple(map(id, given))
        if key != self._of:
            if self._of is not None:
                self._task.forget()
            # The things themselves are kept: an id is theirs as long as they live.
            self._of, self._held = key, given
            self._epochs, self._values = [], []
            self._passed_over = set()

    def _next(self) -> int | None:
        """The kept epoch to measure next: in the middle of the widest gap."""
        self._match()
        if self._held is None or self._studio.newest.kept is None:
            return None
        kept = [e for e in self._kept if e not in self._passed_over]
        if len(kept) > MOST_KEPT:
            last = len(kept) - 1
            kept = [kept[round(i * last / (MOST_KEPT - 1))] for i in range(MOST_KEPT)]
        missing = [epoch for epoch in kept if not self._is_measured(epoch)]
        if not missing:
            return None
        return max(missing, key=lambda epoch: (self._room(epoch), epoch))

    @property
    def _kept(self) -> tuple[int, ...]:
        """The kept epochs, as the time machine knows them or as they were listed for an export."""
        known = self._studio.moments.kept
        if not known and self._listed[0] == self._studio.newest.kept:
            return self._listed[1]
        return known

    def _is_measured(self, epoch: int) -> bool:
        at = bisect.bisect_left(self._epochs, epoch - _NEAR)
        return at < len(self._epochs) and self._epochs[at] <= epoch + _NEAR

    def _room(self, epoch: int) -> float:
        """How far the nearest value is."""
        return min((abs(epoch - there) for there in self._epochs), default=0.0)

    def _begin(self) -> None:
        epoch, folder = self._next(), self._studio.newest.kept
        if epoch is not None and folder is not None and self._held is not None:
            self._asked = epoch
            self._task.submit(_measure_kept, folder, epoch, self._of, self._measure, self._held)

    @Slot(object)
    def _take(self, measured: tuple[Hashable, int, Any]) -> None:
        self._match()
        of, epoch, value = measured
        if of != self._of:
            pass  # of other nets
        elif value is None:
            self._passed_over.add(epoch)
        else:
            self.add(epoch, value)
        self.look()

    @Slot(str, str)
    def _go_on(self, message: str, details: str) -> None:
        """One epoch could not be measured: the others still can."""
        log.warning("epoch %s could not be measured: %s\n%s", self._asked, message, details)
        if self._asked is not None:
            self._passed_over.add(self._asked)
        self.look()


def _list(folder: Path) -> tuple[int, ...]:
    from ffstudio.files.runs.checkpoints import list_kept

    return tuple(list_kept(folder))


def _measure_kept(
    folder: Path, epoch: int, of: Hashable, measure: Measure, given: tuple[Any, ...]
) -> tuple[Hashable, int, Any]:
    from ffstudio.files.runs.opening import open_moment

    try:
        snapshot: ModelSnapshot = open_moment(folder, epoch).snapshot
    except FfstudioError:  # it was let go of meanwhile, or is damaged
        return of, epoch, None
    return of, epoch, measure(snapshot, *given)
