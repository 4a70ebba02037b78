"""Signals that end a run: the first keeps what was learnt, the second leaves at once."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from typing import Any, Protocol

from ffstudio.cli.codes import INTERRUPTED

# Ctrl-C; kill, timeout and job schedulers; a terminal that is closed; Windows' Ctrl-Break.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class Stoppable(Protocol):
    """A run, or several."""

    def stop(self) -> None:
        """Ends it and keeps what was learnt."""


class StopSignals:
    """Turns the signals that end programs into the end of a run; a context manager.

    Attributes:
        caught: The signal that came first, or None.
    """

    def __init__(self, control: Stoppable) -> None:
        self._control = control
        self._before: dict[int, Any] = {}
        self.caught: int | None = None

    def __enter__(self) -> StopSignals:
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None:  # not every system has all
                self._before[number] = signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @property
    def code(self) -> int:
        """The exit code that says so: 128 and the signal's number."""
        return INTERRUPTED if self.caught is None else 128 + self.caught

    def _stop(self, number: int, frame: Any) -> None:
        if self.caught is not None:
            raise KeyboardInterrupt
        self.caught = number
        # A handler runs in the thread that may be writing to the terminal just now, which cannot
        # be entered twice, and may hold the control's lock.
        threading.Thread(target=self._end_run, daemon=True).start()

    def _end_run(self) -> None:
        with contextlib.suppress(OSError):  # the terminal may be gone
            print("\nStopping after this batch; once more leaves at once.", file=sys.stderr)
        self._control.stop()
