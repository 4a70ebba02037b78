"""How long a run has trained, and what else its time went to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Clock:
    """Seconds of work; what is spent :meth:`aside` does not count and is kept apart.

    Args:
        now: Tells the time in seconds, from any start.

    Attributes:
        apart: Seconds spent aside, by name.
    """

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._worked = 0.0
        self._since = now()
        self._aside: list[str] = []
        self.apart: dict[str, float] = {}

    @property
    def seconds(self) -> float:
        """Of work so far; it stands still while something is done aside."""
        return self._worked + (0.0 if self._aside else self._now() - self._since)

    def start_at(self, seconds: float) -> None:
        """Goes on from so many seconds of work; nothing is done aside."""
        self._aside.clear()
        self._worked, self._since = seconds, self._now()

    def take_apart(self) -> dict[str, float]:
        """What was spent aside since the last time, by name."""
        taken, self.apart = self.apart, {}
        return taken

    @contextmanager
    def aside(self, name: str) -> Iterator[None]:
        """What is done within it is no work of the run; inside another, it counts for itself."""
        depth = len(self._aside)
        self.go_aside(name)
        try:
            yield
        finally:
            self._turn()
            del self._aside[depth:]

    def go_aside(self, name: str) -> None:
        """From now on time counts for ``name``, until :meth:`come_back`."""
        self._turn()
        self._aside.append(name)

    def come_back(self) -> None:
        """Ends the newest :meth:`go_aside`; nothing where there is none."""
        self._turn()
        if self._aside:
            self._aside.pop()

    def _turn(self) -> None:
        """Books the time since the last turn to whatever it was spent on."""
        now = self._now()
        spent, self._since = now - self._since, now
        if not self._aside:
            self._worked += spent
        else:
            name = self._aside[-1]
            self.apart[name] = self.apart.get(name, 0.0) + spent
