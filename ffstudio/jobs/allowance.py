"""What all views together may take while a run trains in this process."""

from __future__ import annotations

import os
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.run.status import RunStatus

# Of the processor, all views together: computing and painting.
TOGETHER = 0.03
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
        share: Of one core, for all together; None for :data:`TOGETHER` of all cores.

    Signals:
        changed(): It binds, or does not any more.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, share: float | None = None) -> None:
        super().__init__(parent)
        self.share = share or min(TOGETHER * _count_cores(), _MOST_OF_A_CORE)
        self._is_sparing = True
        self._is_training = False
        self._paces: list[Paced] = []

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


def _count_cores() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
