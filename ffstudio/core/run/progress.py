"""How far a run is and how long it will take."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from ffstudio.core.run.events import Event, NetEnded, RunStarted, StepDone, TimeSpent

# What is left is reckoned from the speed of so many seconds, the images in a second from fewer.
SPEED_S = 60.0
RATE_S = 5.0
# Steps are added up in stretches of so many seconds: a minute has thousands of them.
_STRETCH_S = 0.25


@dataclass(frozen=True)
class Progress:
    """For the progress bar.

    Attributes:
        fraction: 0–1 of the plan, over all algorithms.
        epoch: The one under way, counted from 1; never beyond ``epochs``.
        epochs: The last epoch of the plan.
        eta_s: Seconds of training and judging left, or None while unknown.
        samples_per_second: Over the last seconds.
        layer: The layer that learns (0-based), or None when all do.
        elapsed_s: Seconds of training and judging so far.
        apart: What else the run's time went to: see :class:`~ffstudio.core.run.events.TimeSpent`.
    """

    fraction: float = 0.0
    epoch: int = 0
    epochs: int = 0
    eta_s: float | None = None
    samples_per_second: float = 0.0
    algorithm: str = ""
    layer: int | None = None
    elapsed_s: float = 0.0
    apart: Mapping[str, float] = field(default_factory=dict)


@dataclass
class _Stretch:
    """Some steps, one after the other.

    Attributes:
        begin, end: When the first and the last of them were done.
        seconds, steps: Per algorithm, what its steps took and how many they are.
    """

    begin: float
    end: float
    samples: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)


class ProgressMeter:
    """Turns the events of a run into :class:`Progress`.

    Each net has a speed of its own, that of the last minute; one that has not learnt in it is
    taken to be as fast as it was before, or else as the other one.
    """

    def __init__(self, started: RunStarted) -> None:
        first, self._epochs = started.epochs
        counts = {"ff": started.ff_steps_per_epoch, "bp": started.bp_steps_per_epoch}
        self._counts = {net: count for net, count in counts.items() if count}
        self._total = (self._epochs - first) * sum(self._counts.values())
        self._done = {net: started.steps.get(net, first * n) for net, n in self._counts.items()}
        self._ended = set(started.ended)
        self._stretches: deque[_Stretch] = deque()
        self._cost: dict[str, float] = {}  # seconds of one step, as known last
        self._apart: Mapping[str, float] = {}
        self._epoch = 1 + min((self._done[n] // c for n, c in self._counts.items()), default=first)
        self._newest: StepDone | None = None

    def add(self, event: Event) -> bool:
        """Takes up an event; True when it is one of those that tell of progress."""
        if isinstance(event, StepDone):
            self._add_step(event)
        elif isinstance(event, TimeSpent):
            self._apart = event.apart
        elif isinstance(event, NetEnded):
            self._ended.add(event.algorithm)
        else:
            return False
        return True

    def _add_step(self, event: StepDone) -> None:
        net, now, before = event.algorithm, event.seconds, self._newest
        # Not the step's number: before other images came, epochs may have had other lengths.
        self._done[net] = round(event.epoch * self._counts.get(net, 0))
        self._newest = event
        self._epoch = math.floor(event.epoch - 1e-9) + 1
        if not self._stretches or now - self._stretches[-1].begin > _STRETCH_S:
            self._stretches.append(_Stretch(now, now))
            self._forget(now - SPEED_S)
        newest = self._stretches[-1]
        newest.end = now
        if before is not None:  # of the first step nobody knows when it began
            took = max(now - before.seconds, 0.0)
            newest.samples += event.samples
            newest.seconds[net] = newest.seconds.get(net, 0.0) + took
            newest.steps[net] = newest.steps.get(net, 0) + 1

    def _forget(self, until: float) -> None:
        """Drops old steps; how fast a net was that learns no longer stays known."""
        while self._stretches[0].end < until:
            self._reckon_cost()
            self._stretches.popleft()

    @property
    def progress(self) -> Progress:
        """Where the run stands."""
        newest = self._newest
        left = sum(self._count_left().values())
        return Progress(
            fraction=min(max(1.0 - left / max(self._total, 1), 0.0), 1.0),
            epoch=min(self._epoch, max(self._epochs, 1)),
            epochs=self._epochs,
            eta_s=self._time_left(),
            samples_per_second=self._rate(),
            algorithm="" if newest is None else newest.algorithm,
            layer=None if newest is None else newest.layer,
            elapsed_s=0.0 if newest is None else newest.seconds,
            apart=self._apart,
        )

    def _count_left(self) -> dict[str, int]:
        """Steps left per algorithm."""
        return {
            net: 0 if net in self._ended else max(self._epochs * count - self._done[net], 0)
            for net, count in self._counts.items()
        }

    def _reckon_cost(self) -> None:
        for net in self._counts:
            steps = sum(s.steps.get(net, 0) for s in self._stretches)
            if steps:
                self._cost[net] = sum(s.seconds.get(net, 0.0) for s in self._stretches) / steps

    def _time_left(self) -> float | None:
        self._reckon_cost()
        if not any(self._cost.values()):
            return None
        other = max(self._cost.values())
        return sum(steps * self._cost.get(net, other) for net, steps in self._count_left().items())

    def _rate(self) -> float:
        """Images in a second."""
        if not self._stretches:
            return 0.0
        since = self._stretches[-1].end - RATE_S
        recent = [s for s in self._stretches if s.end >= since]
        seconds = sum(sum(s.seconds.values()) for s in recent)
        return sum(s.samples for s in recent) / seconds if seconds else 0.0
