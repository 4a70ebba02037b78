"""One process that trains trials of a sweep until none waits."""

from __future__ import annotations

import math
import os
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ffstudio.cli.kept_run import KeptRun, begin, resume
from ffstudio.core.errors import FfstudioError, RunFolderError, error_words
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.numbers import write_percent
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Diverged, EpochDone, Event, RunFinished
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import MODEL, RunCard, RunFolder
from ffstudio.files.runs.record import read_record
from ffstudio.files.sweeps.study import Sweep, TakenTrial, number_of


class SweepReins:
    """Ends the trial that is trained, and takes no further one.

    Attributes:
        is_ended: Whether that was asked.
    """

    def __init__(self) -> None:
        self.is_ended = False
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None

    def stop(self) -> None:
        """May be called from any thread."""
        with self._lock:
            self.is_ended = True
            if self._stop is not None:
                self._stop()

    def hold(self, stop: Callable[[], None] | None) -> None:
        """Names what ends the trial that is trained now."""
        with self._lock:
            self._stop = stop
            if self.is_ended and stop is not None:
                stop()


def train_trials(sweep: Sweep, reins: SweepReins, parent: int | None = None) -> None:
    """Takes one trial after the other and trains it.

    Args:
        parent: The process that this one is to end with.
    """
    images = _Images()
    while not reins.is_ended:
        if _is_orphan(parent):
            return
        trial = sweep.take()
        if trial is None:
            return
        _Training(sweep, trial, reins, parent).go(images)


def _is_orphan(parent: int | None) -> bool:
    return parent is not None and os.name != "nt" and os.getppid() != parent


class _Images:
    """The images of the last trial: most trials learn from the same."""

    def __init__(self) -> None:
        self._key: Any = None
        self._data: PreparedData | None = None

    def of(self, spec: Any) -> PreparedData:
        key = (spec.data, spec.seed)
        if self._data is None or key != self._key:
            self._data = None
            self._data, self._key = prepare(datasets.load(spec.data), spec.data, spec.seed), key
        return self._data


class _Training:
    """The training of one trial."""

    def __init__(
        self, sweep: Sweep, trial: TakenTrial, reins: SweepReins, parent: int | None
    ) -> None:
        self._sweep, self._trial, self._reins, self._parent = sweep, trial, reins, parent
        self._control = Control()
        self._is_behind = False
        self._problem = ""
        self._judged: dict[int, float] = {}

    def go(self, images: _Images) -> None:
        trial = self._trial
        try:
            if trial.goes_on and self._take_finished():
                return
            kept = self._begin(images)
        except (FfstudioError, OSError) as error:
            trial.fail(error_words(error))
            self._tell(f"cannot be trained: {error_words(error)}")
            return

        def stop() -> None:
            if kept.recorder is not None:
                kept.recorder.abandon()  # it goes on where its last epoch ended
            self._control.stop()

        self._reins.hold(stop)
        try:
            finished = kept.train(self._follow, self._control)
        except (FfstudioError, MemoryError) as error:
            trial.fail(str(error) or "Memory has run out.")
            self._tell(f"failed: {error}")
            return
        finally:
            self._reins.hold(None)
        self._end(kept, finished)

    def _begin(self, images: _Images) -> KeptRun:
        trial = self._trial
        if trial.goes_on:
            try:
                kept = resume(str(trial.folder))
            except RunFolderError as error:
                self._tell(f"begins anew: {error}")
                trial.begin_anew()
            else:
                for epoch, accuracy in _accuracies(kept.history, self._sweep.plan.net).items():
                    self._judged[epoch] = accuracy
                    trial.report(accuracy, epoch)
                return kept
        spec = self._sweep.plan.experiment(trial.chosen)
        self._tell("is trained")
        return begin(
            spec,
            images.of(spec),
            trial.folder,
            preset=None,
            judging=Judging.WHOLE,
            is_kept=True,
        )

    def _take_finished(self) -> bool:
        """Takes the result of a run whose process was killed right after its end."""
        folder = RunFolder(self._trial.folder)
        card = folder.read_card()
        if card.end not in (RunEnd.COMPLETED, RunEnd.EARLY) or not (folder.path / MODEL).exists():
            return False
        history = read_record(folder.record_path).history
        self._judged = _accuracies(history, self._sweep.plan.net)
        for epoch, accuracy in self._judged.items():
            self._trial.report(accuracy, epoch)
        self._trial.finish(self._value(card.test_accuracy), _result_of(card))
        return True

    def _follow(self, event: Event) -> None:
        if isinstance(event, Diverged):
            self._problem = event.message
            self._control.stop()
        elif isinstance(event, EpochDone) and event.algorithm == self._sweep.plan.net:
            accuracy = event.number("accuracy")
            if math.isfinite(accuracy):
                self._judged[event.epoch] = accuracy
                self._trial.report(accuracy, event.epoch)
                if self._trial.is_behind():
                    self._is_behind = True
                    self._control.stop()
        if isinstance(event, EpochDone) and _is_orphan(self._parent):
            self._reins.stop()

    def _end(self, kept: KeptRun, finished: RunFinished) -> None:
        trial = self._trial
        is_whole = finished.end in (RunEnd.COMPLETED, RunEnd.EARLY)
        if self._reins.is_ended and not is_whole:
            if kept.recorder is not None:
                kept.recorder.close()
            trial.give_back()
            self._tell("is interrupted and waits to go on")
            return
        kept.finish()
        result = {
            "accuracy": finished.test_accuracy,
            "tested_on": finished.tested_on,
            "seconds": self._count_seconds(kept, finished),
        }
        if self._problem:
            trial.fail(self._problem)
            self._tell(f"failed: {self._problem}")
        elif self._is_behind:
            trial.prune(result)
            self._tell(f"is ended early, behind the others, after epoch {max(self._judged)}")
        elif is_whole:
            trial.finish(self._value(finished.test_accuracy), result)
            self._tell(f"has ended: {_shares(finished.test_accuracy)}")
        else:
            trial.fail(f"It was {finished.end.value}.")

    def _count_seconds(self, kept: KeptRun, finished: RunFinished) -> float:
        """Of work, of all the times that the run was trained."""
        if kept.recorder is not None and not kept.recorder.problem:
            return kept.recorder.folder.read_card().took_s
        return sum(s for name, s in finished.seconds.items() if name != "pause")

    def _value(self, test_accuracy: Mapping[str, float | None]) -> float:
        """What the search goes by: the last epoch on the images that epochs are judged on."""
        if self._judged:
            return self._judged[max(self._judged)]
        value = test_accuracy.get(self._sweep.plan.net)
        return math.nan if value is None else value

    def _tell(self, what: str) -> None:
        chosen = ", ".join(f"{name}={value}" for name, value in self._trial.chosen.items())
        number = number_of(self._trial.folder.name, self._trial.number)
        print(f"Run {number} ({chosen}) {what}", file=sys.stderr, flush=True)


def _accuracies(history: History, net: str) -> dict[int, float]:
    """Accuracy by epoch, of the epochs in a run's curves."""
    judged = {int(row["epoch"]): row.get(f"{net}_accuracy", math.nan) for row in history.epochs}
    return {epoch: float(v) for epoch, v in judged.items() if v is not None and math.isfinite(v)}


def _result_of(card: RunCard) -> dict[str, Any]:
    return {
        "accuracy": dict(card.test_accuracy),
        "tested_on": f"the test images of {card.data}",
        "seconds": card.took_s,
    }


def _shares(accuracy: Mapping[str, float | None]) -> str:
    names = {"ff": "Forward-Forward", "bp": "backprop"}
    shown = [f"{names[k]} {write_percent(v, 2)}" for k, v in accuracy.items() if v is not None]
    return ", ".join(shown) + " right"


def absolute(path: Path) -> Path:
    """For a process that works elsewhere."""
    return Path(os.path.abspath(path))
