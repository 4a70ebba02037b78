"""The hand-over from the training thread to whoever looks: bounded and never blocking."""

from __future__ import annotations

import threading
from collections import deque

from ffstudio.core.run.events import Event, SnapshotTaken, StepDone


class Mailbox:
    """Collects events until they are drained.

    Events keep their order. Of snapshots only the newest is kept. When more than
    ``capacity`` steps wait, the oldest steps are dropped (and counted): every
    other event is always delivered.
    """

    def __init__(self, capacity: int = 50_000) -> None:
        self._lock = threading.Lock()
        self._events: deque[Event] = deque()
        self._snapshot: SnapshotTaken | None = None
        self._capacity = capacity
        self._steps = 0
        self.num_dropped = 0

    def put(self, event: Event) -> None:
        """Adds an event; callable from any thread."""
        with self._lock:
            if isinstance(event, SnapshotTaken):
                if self._snapshot is not None:
                    self._drop(self._snapshot)
                self._snapshot = event
            if isinstance(event, StepDone):
                self._steps += 1
                if self._steps > self._capacity:
                    self._drop_oldest_step()
            self._events.append(event)

    def drain(self) -> list[Event]:
        """Takes everything that waits, oldest first."""
        with self._lock:
            events = list(self._events)
            self._events.clear()
            self._steps = 0
            self._snapshot = None
        return events

    def waiting(self) -> list[Event]:
        """What the next :meth:`drain` will take, oldest first."""
        with self._lock:
            return list(self._events)

    def _drop(self, event: Event) -> None:
        for i, waiting in enumerate(self._events):
            if waiting is event:
                del self._events[i]
                return

    def _drop_oldest_step(self) -> None:
        for i, waiting in enumerate(self._events):
            if isinstance(waiting, StepDone):
                del self._events[i]
                self._steps -= 1
                self.num_dropped += 1
                return
