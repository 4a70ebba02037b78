"""An experiment that waits for its turn, and what has become of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WAITING, RUNNING, INTERRUPTED, DONE, FAILED = "waiting", "running", "interrupted", "done", "failed"


@dataclass(frozen=True)
class Queued:
    """One experiment of the queue.

    Attributes:
        id: Names its files.
        about: What it is, in a line.
        epochs: It is trained for; once it has begun, its last, those of nets that go on counted.
        run: The name of its run's folder among the runs; empty before it was begun.
        state: ``waiting``, ``running``, ``interrupted``, ``done`` or ``failed``.
        problem: Why it could not be trained.
        worker: The process that trains it, or did.
        done: Whole epochs; not kept, but read from its run.
        goes_on: True where it goes on from nets that are kept beside it.
        accuracy: On the test images, by net; once it has ended.
    """

    id: str
    name: str
    about: str
    seed: int
    epochs: int
    run: str = ""
    state: str = WAITING
    problem: str = ""
    worker: dict[str, Any] | None = None
    done: int = 0
    ff: float | None = None
    bp: float | None = None
    goes_on: bool = False
