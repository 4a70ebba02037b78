"""How much of a run's time judging takes: on all images (the baseline) and on a sample.

    python tests/benchmarks/bench_judging.py [PRESET [EPOCHS]]

Trains the preset (``ff-shifts``) twice for some epochs (4), judging each on the whole test set
and on a sample, and prints the share of the wall time that judging took, without the last
epoch, which is judged whole in either case, and with it. The goal is at most 5% per epoch.
Needs the real MNIST; wants a quiet machine.
"""

from __future__ import annotations

import sys
import time

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.events import EpochDone, RunFinished
from ffstudio.core.run.judging import Judging


class Clocked:
    """A run whose judging is timed, epoch by epoch."""

    def __init__(self, name: str, epochs: int, judging: Judging) -> None:
        spec = preset(name).replace(epochs=epochs)
        data = prepare(datasets.load(spec.data), spec.data, spec.seed)
        session = engine.Session(spec, data)
        self._judged_s, self._ends, self._epochs = 0.0, [], epochs
        for trainer in session.trainers:
            trainer.judge = self._timed(trainer.judge)
        self.images = len(data.samples(data.evaluated_on))
        session.run(self._note, judging=judging)

    def _timed(self, judge):
        def judge_in_time(samples):
            start = time.perf_counter()
            judgement = judge(samples)
            self._judged_s += time.perf_counter() - start
            return judgement

        return judge_in_time

    def _note(self, event) -> None:
        if isinstance(event, EpochDone):
            if event.rows is not None:
                self.images = len(event.rows)
            self._ends.append((time.perf_counter(), self._judged_s))
        elif isinstance(event, RunFinished):
            self.accuracy = event.test_accuracy

    def share(self, first: int, last: int) -> float:
        """Of the wall time from the end of one epoch to that of another one, 1 the first.

        The first epoch compiles, so it is left out.
        """
        nets = len(self._ends) // self._epochs
        (begun, before), (ended, after) = self._ends[first * nets - 1], self._ends[last * nets - 1]
        return (after - before) / (ended - begun)


def main() -> None:
    """Both runs, one line each."""
    name = sys.argv[1] if len(sys.argv) > 1 else "ff-shifts"
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    for judging in (Judging.WHOLE, Judging.SAMPLE):
        run = Clocked(name, epochs, judging)
        best = max(known for known in run.accuracy.values() if known is not None)
        print(
            f"{name}, {epochs} epochs, judged on {run.images:,} images: "
            f"{run.share(1, epochs - 1):.1%} of the time of an epoch, "
            f"{run.share(1, epochs):.1%} with the last one; test accuracy {best:.2%}",
            flush=True,
        )


if __name__ == "__main__":
    main()
