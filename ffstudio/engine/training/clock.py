"""How long a run has trained."""

from __future__ import annotations

import time


class Clock:
    """Seconds of work: pauses do not count."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._paused_at: float | None = None

    @property
    def seconds(self) -> float:
        now = self._paused_at if self._paused_at is not None else time.perf_counter()
        return now - self._start

    def start_at(self, seconds: float) -> None:
        self._start = time.perf_counter() - seconds
        self._paused_at = None

    def pause(self) -> None:
        self._paused_at = time.perf_counter()

    def resume(self) -> None:
        if self._paused_at is not None:
            self._start += time.perf_counter() - self._paused_at
            self._paused_at = None
