"""How often to look: whoever redraws or computes anew when something comes goes by this."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from ffstudio.jobs.allowance import Allowance
from ffstudio.jobs.latest import LatestTask

# A widget that Qt calls visible although another tab covers it has this dynamic property.
COVERED = "isCovered"
# Looking takes at most this share of one core.
LOOKING_SHARE = 0.1
# What a hand is waiting for is shown as often as an eye can follow.
HURRY_S = 1 / 60


class Pace(QObject):
    """Calls a function some time after something new has come, once for however much came.

    Rounds begin at most every ``least_s`` and so seldom that they, and what they set going
    elsewhere, take at most ``share`` of one core; while a run trains, all that have an allowance
    in common take no more than that together. While the parent is a hidden widget, or one
    that is :data:`COVERED`, nothing is done; shown again, one round brings it up to date.

    Args:
        work: Brings everything up to date; called in the thread of this object.
        parent: Its owner; a widget is watched for being shown and hidden.
        least_s: At least so many seconds from the beginning of one round to that of the next.
        share: Of one core, above 0 to 1.
        hurry_s: As ``least_s``, for :meth:`hurry`.
        tasks: Background work that a round asks for: its seconds count, and no round that was
            only asked for begins before it has ended.
        allowance: What it shares with others while a run trains.
    """

    def __init__(
        self,
        work: Callable[[], None],
        parent: QObject,
        *,
        least_s: float,
        share: float = LOOKING_SHARE,
        hurry_s: float = HURRY_S,
        tasks: Sequence[LatestTask] = (),
        allowance: Allowance | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._tasks = work, tuple(tasks)
        self._least_s, self._share, self._hurry_s = least_s, share, hurry_s
        # When the last round began, in seconds on the monotonic clock.
        self.began = -math.inf
        # Seconds by the clock, and seconds that a core was at work: a slow disk has only the first.
        self._cost, self._worked = 0.0, 0.0
        self._worked_before = 0.0
        self._allowance = allowance
        self._is_looked_at = self._is_unpainted = False
        self._last_gap = 0.0
        # The first picture of a view says nothing of what those of later rounds take.
        self._is_new, self._is_first = True, False
        self._is_asked = self._is_hurried = self._is_closed = False
        self.num_rounds = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._begin_if_due)
        for task in self._tasks:
            task.spent.connect(self._end_work)
        # Whether it is shown is a property of every widget, known here without any of them.
        self._is_shown = not parent.isWidgetType() or _is_seen(parent)
        if parent.isWidgetType():
            parent.installEventFilter(self)
        if allowance is not None:
            allowance.join(self)

    @property
    def is_shown(self) -> bool:
        """True while somebody can see what is brought up to date."""
        return self._is_shown

    @property
    def is_waiting(self) -> bool:
        """True while a round is on its way."""
        return self._timer.isActive()

    @property
    def is_looked_at(self) -> bool:
        """True while the mouse is over its widget."""
        return self._is_looked_at and self._is_shown

    @property
    def is_opening(self) -> bool:
        """True while the first picture of a view that was just shown is not made."""
        if self._is_new and self._is_asked:
            return True
        return self._is_first and any(task.is_busy for task in self._tasks)

    @property
    def takes_part(self) -> bool:
        """True while it needs the processor from time to time: it waits, works or has just done."""
        if not self._is_shown or self._is_closed:
            return False
        if self._is_asked or any(task.is_busy for task in self._tasks):
            return True
        return time.monotonic() < self.began + self._last_gap

    @property
    def wanted_share(self) -> float:
        """Of one core, were there nobody else."""
        return self._worked_lately / max(self._own_gap, 1e-3)

    @property
    def gap_s(self) -> float:
        """Seconds from the beginning of a round to that of the next, as things are."""
        gap = self._own_gap
        if self._allowance is not None and self._allowance.binds:
            share = max(self._allowance.share_of(self), 1e-6)
            gap = max(gap, self._worked_lately / share)
        self._last_gap = gap
        return gap

    @property
    def _worked_lately(self) -> float:
        if any(task.is_busy for task in self._tasks):
            return max(self._worked, self._worked_before)
        return self._worked

    @property
    def _own_gap(self) -> float:
        return max(self._least_s, self._cost / self._share)

    @Slot()
    def ask(self, *_: object) -> None:
        """Something new has come: a round as soon as the pace allows."""
        self._is_asked = True
        self._wind()

    @Slot()
    def hurry(self, *_: object) -> None:
        """Somebody's hand waits for it: a round whatever it costs."""
        self._is_asked = self._is_hurried = True
        self._wind()

    def hurry_asked(self) -> None:
        """A round whatever it costs where one was asked for; nothing when none was."""
        if self._is_asked:
            self.hurry()

    @Slot()
    def now(self, *_: object) -> None:
        """A round at once, shown or not; it takes the place of the one on its way."""
        self._timer.stop()
        self._is_asked = self._is_hurried = False
        self._worked_before = self._worked
        self._is_first, self._is_new = self._is_new, False
        self.began, self._cost, self._worked = time.monotonic(), 0.0, 0.0
        start = time.thread_time()  # waiting for its turn costs nobody anything
        try:
            self._work()
        finally:
            self.num_rounds += 1
            worked = time.thread_time() - start
            self._end_work(worked, worked)

    @Slot()
    def at_once(self, *_: object) -> None:
        """A round at once where it can be seen; hidden, when it is shown again."""
        if self._is_shown:
            self.now()
        else:
            self.ask()

    def catch_up(self) -> None:
        """The round that was asked for, at once; nothing when none was."""
        if self._is_asked:
            self.now()

    def complete(self) -> None:
        """As :meth:`catch_up`, and waits for the background work of the round: for export."""
        self.catch_up()
        for task in self._tasks:
            task.finish()

    def add_cost(self, seconds: float, worked: float | None = None) -> None:
        """The round has cost ``seconds`` more: painting, or work in another thread.

        Args:
            worked: Seconds of them that a core was at work; None for all.
        """
        self._cost += seconds
        self._worked += seconds if worked is None else worked
        self._wind()

    @Slot(float, float)
    def _end_work(self, seconds: float, worked: float) -> None:
        """A part of the round is done, and may now be painted."""
        self._is_unpainted = not self._is_first
        self.add_cost(seconds, worked)

    def take_painted(self, window: QObject) -> bool:
        """True, once, when what is new of it lies in that window and has just been painted."""
        parent: Any = self.parent()
        if not self._is_unpainted or not parent.isWidgetType() or parent.window() is not window:
            return False
        self._is_unpainted = False
        return True

    def forget(self) -> None:
        """Drops the round on its way."""
        self._timer.stop()
        self._is_asked = self._is_hurried = False

    def close(self) -> None:
        """Nothing is begun any more."""
        self._is_closed = True
        if self._allowance is not None:
            self._allowance.leave(self)
        self.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._is_looked_at = kind == QEvent.Type.Enter
            if self._is_looked_at:
                self._wind()
        elif kind in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.DynamicPropertyChange):
            was_shown, self._is_shown = self._is_shown, _is_seen(watched)
            if self._is_shown and not was_shown:
                self._is_new = True
                self.ask()
            elif was_shown and not self._is_shown:
                self._is_looked_at = False
                self._timer.stop()
        return False

    def _due(self) -> float:
        """When the next round may begin, on the monotonic clock."""
        if self._is_hurried:
            return self.began + self._hurry_s
        if any(task.is_busy for task in self._tasks):
            return math.inf  # its end winds the clock again
        return self.began + self.gap_s

    def _wind(self) -> None:
        """Sets the timer to when the round that was asked for may begin."""
        if not self._is_asked or not self._is_shown or self._is_closed:
            return
        wait = max(self._due() - time.monotonic(), 0.0)
        if math.isinf(wait):
            self._timer.stop()
        else:
            self._timer.start(math.ceil(1000 * wait))

    @Slot()
    def _begin_if_due(self) -> None:
        if self._due() > time.monotonic():
            self._wind()  # it has cost more in the meantime
        else:
            self.now()


def _is_seen(widget: QObject) -> bool:
    return bool(widget.property("visible")) and not widget.property(COVERED)
