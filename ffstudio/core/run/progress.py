"""How far a run is and how long it will take."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from ffstudio.core.run.events import RunStarted, StepDone


@dataclass(frozen=True)
class Progress:
    """For the progress bar.

    Attributes:
        fraction: 0–1 over all algorithms.
        eta_s: Seconds left, or None while unknown.
        samples_per_second: Over the last seconds.
        layer: The layer that learns (0-based), or None when all do.
    """

    fraction: float = 0.0
    epoch: int = 0
    epochs: int = 0
    eta_s: float | None = None
    samples_per_second: float = 0.0
    algorithm: str = ""
    layer: int | None = None
    elapsed_s: float = 0.0


class ProgressMeter:
    """Turns the events of a run into :class:`Progress`; rates look back five seconds."""

    def __init__(self, started: RunStarted) -> None:
        spec = started.spec
        self._epochs = spec.epochs
        self._total = {
            "ff": started.ff_steps_per_epoch * spec.epochs if spec.trains_ff else 0,
            "bp": started.bp_steps_per_epoch * spec.epochs if spec.trains_bp else 0,
        }
        self._done = {"ff": 0, "bp": 0}
        self._recent: deque[tuple[float, float, int]] = deque()
        self._samples = 0
        self.progress = Progress(epochs=spec.epochs)

    def add(self, event: StepDone) -> None:
        self._done[event.algorithm] = event.step
        left = sum(max(self._total[a] - self._done[a], 0) for a in self._total)
        self._samples += event.samples
        fraction = 1.0 - left / max(sum(self._total.values()), 1)
        now = event.seconds
        self._recent.append((now, fraction, self._samples))
        while len(self._recent) > 2 and now - self._recent[0][0] > 5.0:
            self._recent.popleft()
        then, before, samples = self._recent[0]
        eta, rate = None, 0.0
        if now > then:
            rate = (self._samples - samples) / (now - then)
            if fraction > before:
                eta = (1.0 - fraction) * (now - then) / (fraction - before)
        self.progress = Progress(
            fraction=min(max(fraction, 0.0), 1.0),
            epoch=min(int(event.epoch - 1e-9) + 1, max(self._epochs, 1)),
            epochs=self._epochs,
            eta_s=eta,
            samples_per_second=rate,
            algorithm=event.algorithm,
            layer=event.layer,
            elapsed_s=now,
        )
