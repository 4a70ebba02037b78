"""How often to look: whoever redraws or computes anew when something comes goes by this."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

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
    elsewhere, take at most ``share`` of one core. While the parent is a hidden widget, or one
    that is :data:`COVERED`, nothing is done; shown again, one round brings it up to date.

    Args:
        work: Brings everything up to date; called in the thread of this object.
        parent: Its owner; a widget is watched for being shown and hidden.
        least_s: At least so many seconds from the beginning of one round to that of the next.
        share: Of one core, above 0 to 1.
        hurry_s: As ``least_s``, for :meth:`hurry`.
        tasks: Background work that a round asks for: its seconds count, and no round that was
            only asked for begins before it has ended.
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
    ) -> None:
        super().__init__(parent)
        self._work, self._tasks = work, tuple(tasks)
        self._least_s, self._share, self._hurry_s = least_s, share, hurry_s
        self._began, self._cost = -math.inf, 0.0
        self._is_asked = self._is_hurried = self._is_closed = False
        self.num_rounds = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._begin_if_due)
        for task in self._tasks:
            task.spent.connect(self.add_cost)
        # Whether it is shown is a property of every widget, known here without any of them.
        self._is_shown = not parent.isWidgetType() or _is_seen(parent)
        if parent.isWidgetType():
            parent.installEventFilter(self)

    @property
    def is_shown(self) -> bool:
        """True while somebody can see what is brought up to date."""
        return self._is_shown

    @property
    def is_waiting(self) -> bool:
        """True while a round is on its way."""
        return self._timer.isActive()

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
        self._began, self._cost = time.monotonic(), 0.0
        start = time.perf_counter()
        try:
            self._work()
        finally:
            self.num_rounds += 1
            self._cost += time.perf_counter() - start
            self._wind()

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

    @Slot(float)
    def add_cost(self, seconds: float) -> None:
        """The round has cost ``seconds`` more: painting, or work in another thread."""
        self._cost += seconds
        self._wind()

    def forget(self) -> None:
        """Drops the round on its way."""
        self._timer.stop()
        self._is_asked = self._is_hurried = False

    def close(self) -> None:
        """Nothing is begun any more."""
        self._is_closed = True
        self.forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.DynamicPropertyChange)
        if event.type() in kinds:
            was_shown, self._is_shown = self._is_shown, _is_seen(watched)
            if self._is_shown and not was_shown:
                self.ask()
            elif was_shown and not self._is_shown:
                self._timer.stop()
        return False

    def _due(self) -> float:
        """When the next round may begin, on the monotonic clock."""
        if self._is_hurried:
            return self._began + self._hurry_s
        if any(task.is_busy for task in self._tasks):
            return math.inf  # its end winds the clock again
        return self._began + max(self._least_s, self._cost / self._share)

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
