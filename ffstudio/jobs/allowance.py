"""What all views together may take while a run trains in this process."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.run.status import RunStatus

# Of what this process gets of the processor, all views together: computing and painting.
TOGETHER = 0.03
# Of one core: where others take nearly all, views still come to their turn.
_LEAST_USED = 0.25
# Seconds after which it is measured again what the process gets.
_MEASURE_S = 2.0
# However many cores there are: views and training share one interpreter.
_MOST_OF_A_CORE = 0.25
# The view under the mouse has this much of it to itself.
_LOOKED_AT = 0.5


class Paced(Protocol):
    """What is shared out to: see :class:`~ffstudio.jobs.pace.Pace`."""

    destroyed: Any

    @property
    def is_looked_at(self) -> bool:
        """Whether the mouse is over it."""

    @property
    def takes_part(self) -> bool:
        """Whether it needs the processor from time to time."""

    @property
    def wanted_share(self) -> float:
        """Of one core, were there nobody else."""

    def hurry_asked(self) -> None:
        """Does at once what it was asked for."""

    def take_painted(self, window: QObject) -> bool:
        """Whether what a window has painted is new of it."""

    def add_cost(self, seconds: float) -> None:
        """It has cost so much more."""


class Allowance(QObject):
    """Shares a small part of the processor out among the views that are in sight.

    It binds while a run trains; before, after and while it is paused, each view goes by its own
    pace alone. Views that need less than an equal part leave the rest to the others (max-min
    fairness), so none is starved and cheap ones follow often. What a hand waits for
    (:meth:`~ffstudio.jobs.pace.Pace.hurry`) is not held back by it.

    Args:
        share: Of one core, for all together; None for :data:`TOGETHER` of what this process gets
            while a run trains, of all cores before that is known.

    Signals:
        changed(): It binds, or does not any more.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, share: float | None = None) -> None:
        super().__init__(parent)
        self.fixed = share
        self._used = Used()
        self._is_sparing = True
        self._is_training = False
        self._paces: list[Paced] = []

    @property
    def share(self) -> float:
        """Of one core, for all together."""
        if self.fixed is not None:
            return self.fixed
        return min(TOGETHER * self._used.measure(), _MOST_OF_A_CORE)

    @property
    def binds(self) -> bool:
        """True while views take no more than their share together."""
        return self._is_sparing and self._is_training

    @property
    def is_sparing(self) -> bool:
        """Whether views hold back while a run trains; may be set."""
        return self._is_sparing

    @is_sparing.setter
    def is_sparing(self, sparing: bool) -> None:
        self._set(sparing, self._is_training)

    @Slot(object)
    def follow(self, status: RunStatus) -> None:
        """The run is in another state."""
        self._set(self._is_sparing, status not in (RunStatus.IDLE, RunStatus.PAUSED))

    def _set(self, sparing: bool, training: bool) -> None:
        bound, trained = self.binds, self._is_training
        if training and not trained:
            self._used.begin()
        self._is_sparing, self._is_training = sparing, training
        if (bound and not self.binds) or (trained and not training):
            for pace in [*self._paces]:
                pace.hurry_asked()  # a run needs the cores no more
        if self.binds != bound:
            self.changed.emit()

    # --- for paces ------------------------------------------------------------------

    def join(self, pace: Paced) -> None:
        """The rounds of this pace count from now on."""
        self._paces.append(pace)
        pace.destroyed.connect(partial(self.leave, pace))

    def leave(self, pace: Paced, *_: object) -> None:
        """It does nothing any more."""
        if pace in self._paces:
            self._paces.remove(pace)

    def share_of(self, pace: Paced) -> float:
        """What it may take now, of one core; no less than it would like while nothing binds."""
        wanted = pace.wanted_share
        if not self.binds:
            return wanted
        others = [one for one in self._paces if one is not pace and one.takes_part]
        shares = {one: one.wanted_share for one in others} | {pace: wanted}
        left, favoured = self.share, 0.0
        for one in list(shares):
            if one.is_looked_at and len(shares) > 1:
                favoured = min(shares.pop(one), _LOOKED_AT * left)
                left -= favoured
                if one is pace:
                    return favoured
                break
        return min(wanted, _find_level(sorted(shares.values()), left))

    def note_painting(self, window: QObject, seconds: float) -> None:
        """A window has painted what is new in it: that belongs to the rounds just done there."""
        painted = [pace for pace in self._paces if pace.take_painted(window)]
        for pace in painted:
            pace.add_cost(seconds / len(painted))


class Used:
    """How many cores this process keeps at work, the last seconds counting most.

    Where others take most of the processor, what is a small part of a core is a large part of what
    training gets.

    Args:
        clock, worked: Seconds by the clock, and seconds that cores were at work for this process.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        worked: Callable[[], float] = time.process_time,
    ) -> None:
        self._clock, self._worked = clock, worked
        self.begin()

    def begin(self) -> None:
        """Nothing is known yet: all cores."""
        self._cores = float(count_cores())
        self._since = self._clock(), self._worked()

    def measure(self) -> float:
        """Cores, no less than a quarter of one and no more than there are."""
        now = self._clock()
        seconds = now - self._since[0]
        if seconds >= _MEASURE_S:
            worked = self._worked()
            used = (worked - self._since[1]) / seconds
            self._cores += 0.5 * (used - self._cores)
            self._since = now, worked
        return min(max(self._cores, _LEAST_USED), float(count_cores()))


def _find_level(wanted: list[float], whole: float) -> float:
    """The most that each may have so that all together have no more than ``whole``.

    Args:
        wanted: Ascending.
    """
    left = whole
    for number, share in enumerate(wanted):
        equal = left / (len(wanted) - number)
        if share >= equal:
            return equal
        left -= share
    return max(wanted, default=whole)


def count_cores() -> int:
    """How many cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
