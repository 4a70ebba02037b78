"""How a run goes: a bar on a terminal, a line per epoch everywhere."""

from __future__ import annotations

import math
import sys
import time
from types import TracebackType

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_percent
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    Event,
    NetEnded,
    PhaseChanged,
    RunFinished,
    RunStarted,
    StepDone,
)
from ffstudio.core.run.judging import margin
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.results import time_words
from ffstudio.core.run.status import RunPhase

# Seconds between two pictures of the bar.
_PACE_S = 0.1
_NETS = {"ff": "FF", "bp": "BP"}


class RunReport:
    """Takes a run's events and tells of them on standard error; a context manager.

    Attributes:
        diverged: What became infinite, if something did; the run is then stopped.
    """

    def __init__(self, spec: ExperimentSpec, control: Control) -> None:
        self._meter: ProgressMeter | None = None
        self._control = control
        self._epochs = spec.epochs
        self._bar = _Bar() if sys.stderr.isatty() else None
        self.diverged: str | None = None

    def __enter__(self) -> RunReport:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.close()

    def __call__(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._meter = ProgressMeter(event)
            self._epochs = event.epochs[1]
        elif self._meter is not None and self._meter.add(event):
            if self._bar is not None and isinstance(event, StepDone):
                self._bar.show(self._meter)
            elif isinstance(event, NetEnded) and event.epoch is not None:
                # Else the last figure above would pass for that of the net which is kept.
                name = _NETS[event.algorithm]
                self._tell(
                    f"{name} stops early: its weights of epoch {event.epoch}, the best, count"
                )
        elif isinstance(event, PhaseChanged):
            self._note_phase(event)
        elif isinstance(event, EpochDone):
            self._tell(_epoch_text(event, self._epochs))
        elif isinstance(event, Diverged):
            self.diverged = event.message
            self._control.stop()
        elif isinstance(event, RunFinished):
            self._tell("; ".join(time_words(event.seconds)))

    def _note_phase(self, event: PhaseChanged) -> None:
        """On a terminal the bar says what it is at; elsewhere a line does, once for each wait."""
        if self._bar is not None:
            self._bar.say(event.text)
        elif event.phase in (RunPhase.BUILDING, RunPhase.COMPILING):
            self._tell(f"{event.text}…")

    def _tell(self, text: str) -> None:
        if self._bar is not None:
            self._bar.tell(text)
        else:
            print(text, file=sys.stderr, flush=True)


def _epoch_text(event: EpochDone, epochs: int) -> str:
    name = _NETS[event.algorithm]
    also = event.number("read_out_accuracy")
    read_out = "" if math.isnan(also) else f" (read-out {write_percent(also, 2)})"
    accuracy = event.number("accuracy")
    about = "" if event.sample is None else f" ± {write_percent(margin(accuracy, event.sample), 2)}"
    images = f"{len(event.predictions):,} {event.evaluated_on} images"
    return (
        f"{name} epoch {event.epoch}/{epochs}  loss {event.number('epoch_loss'):.4f}  "
        f"accuracy {write_percent(accuracy, 2)}{about}{read_out} of {images}  "
        f"{event.seconds:.1f} s"
    )


class _Bar:
    """The bar; it is drawn by whoever trains, at a moderate pace, and vanishes in the end."""

    def __init__(self) -> None:
        import rich.console
        import rich.progress

        self._progress = rich.progress.Progress(
            rich.progress.BarColumn(30),
            rich.progress.TaskProgressColumn(),
            rich.progress.TextColumn("{task.description}"),
            console=rich.console.Console(stderr=True, highlight=False, markup=False),
            transient=True,
            auto_refresh=False,
        )
        self._task = self._progress.add_task("", total=1.0)
        self._drawn = 0.0

    def show(self, meter: ProgressMeter) -> None:
        """Draws how far the run is, unless that was done a moment ago."""
        if time.monotonic() - self._drawn < _PACE_S:
            return
        self._drawn = time.monotonic()
        now = meter.progress
        left = f"{now.eta_s:.0f} s left" if now.eta_s is not None else ""
        layer = f" layer {now.layer + 1}" if now.layer is not None else ""
        words = f"{now.samples_per_second:,.0f} images/s{layer}  {left}"
        self._progress.start()
        self._progress.update(self._task, completed=now.fraction, description=words)
        self._progress.refresh()

    def say(self, words: str) -> None:
        """What goes on instead of steps."""
        self._progress.start()
        self._progress.update(self._task, description=f"{words}…")
        self._progress.refresh()

    def tell(self, text: str) -> None:
        """A line that stays, above the bar."""
        self._progress.console.print(text, soft_wrap=True)

    def close(self) -> None:
        """Clears the bar."""
        self._progress.stop()
