"""What the curves cost the window's thread: a tick of events, a redraw, a repaint.

    python tests/benchmarks/bench_redraw.py [ROUNDS]

Both nets of two layers, an epoch every 200 steps, smoothing on. After every tick of ten new
steps of each net (a third of a second's worth at the usual speed) the events are taken up, the
panel brought up to date and its plots painted, offscreen. Milliseconds of processor time per
tick, median and 95%, for histories of several lengths.
"""

from __future__ import annotations

import dataclasses
import itertools
import math
import os
import sys
import time
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtWidgets import QApplication

from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Event, StepDone
from ffstudio.gui.panels.curves.panel import CurvesPanel
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.gui.test_curves_panel import epoch

STEPS_PER_TICK = 10
STEPS_PER_EPOCH = 200
LENGTHS = (200, 2_000, 20_000, 200_000)


def events(number: int) -> Iterator[list[Event]]:
    """What a tick of a run brings, for ever."""
    rng = np.random.default_rng(1)
    for step in itertools.count(1):
        loss = 1 / math.sqrt(step) + 0.1 * rng.random()
        at = step, step / STEPS_PER_EPOCH, step * 0.01
        made: list[Event] = [
            StepDone(number, "ff", *at, (loss, 0.8 * loss), None, 100),
            StepDone(number, "bp", *at, (loss,), None, 100),
        ]
        if step % STEPS_PER_EPOCH == 0:
            ended = step // STEPS_PER_EPOCH
            judged = [
                epoch("ff", ended, 1 - loss / 2, math.nan, (0.8, 0.9), (0.8, 0.9)),
                epoch("bp", ended, 1 - loss / 3, loss),
            ]
            made += [dataclasses.replace(event, run_id=number) for event in judged]
        yield made


def told(milliseconds: list[float]) -> str:
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return f"{p50:7.2f} {p95:7.2f}"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    application = QApplication(["bench"])
    application.setStyle("Fusion")
    studio = Studio()
    panel = CurvesPanel(studio, ThemeManager("light"))
    panel.resize(700, 640)
    panel.show()
    run = studio.runs.begin(Control())
    coming = events(run.number)
    print(f"{'steps':>8}  {'events':>15}  {'redraw':>15}  {'repaint':>15}   ms, p50 and p95")
    for length in LENGTHS:
        while not studio.history or len(next(iter(studio.history.series.values()))) < length:
            for event in next(coming):
                studio.history.add(event)
        taken: dict[str, list[float]] = {"events": [], "redraw": [], "repaint": []}
        for _ in range(rounds):
            for event in itertools.chain.from_iterable(itertools.islice(coming, STEPS_PER_TICK)):
                run.tell(event)
            marks = [time.thread_time()]
            studio.runs.take_events()
            marks.append(time.thread_time())
            panel.redraw()
            marks.append(time.thread_time())
            application.processEvents()
            marks.append(time.thread_time())
            for name, start, end in zip(taken, marks, marks[1:], strict=False):
                taken[name].append(1000 * (end - start))
        print(f"{length:8}  " + "  ".join(told(v) for v in taken.values()))
    panel.shutdown()
    studio.shutdown()


if __name__ == "__main__":
    main()
