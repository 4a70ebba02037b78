"""What looking costs training: all views open and all hidden, beside a headless run.

    python tests/benchmarks/bench_views.py [ROUNDS] [SECONDS] [--each]

The preset ``side-by-side`` (MNIST when it is there, else the bundled digits) is trained twice in one
process: by a session that nobody looks at, and in the real window, offscreen, 1280×800. One of them
learns at a time, in blocks that alternate: headless, all panels hidden, all panels in sight (each
dock afloat), and all of them where views do not hold back (*Run › Views While Training › Follow
Often*). With ``--each`` every panel is also in sight alone. Of each block: steps of both nets
a second, and processor time of the whole process a step. Printed are medians over the rounds of the
ratio to the headless block of the same round, so that what else the machine does weighs on all
alike. Views are measured once their first pictures are made, on a machine that others load as well:
processor time is what counts there. The window also records the run, reports every step and hands out snapshots, hidden or not.
Goal: 5% at most for all views together; hidden they do nothing.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import ffstudio._threads  # noqa: F401 # isort: skip # as the program does, before NumPy

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FFSTUDIO_RUNS"] = tempfile.mkdtemp()

import numpy as np
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ffstudio import engine
from ffstudio.core.errors import DatasetError
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone, Event, StepDone
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio

# After another variant has begun: what it has to do once is done by then.
SETTLE_S = 4.0


class Headless:
    """A session in a thread of its own, of which only the steps are counted."""

    def __init__(self, studio: Studio) -> None:
        self.steps = self.judged = 0
        self.control = Control(paused=True)
        self._session = engine.Session(studio.spec, studio.data)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._session.run(self._count, self.control, judging=Judging.SAMPLE)

    def _count(self, event: Event) -> None:
        self.steps += isinstance(event, StepDone)
        self.judged += isinstance(event, EpochDone)

    def close(self) -> None:
        self.control.cancel()
        self.control.resume()
        self._thread.join(30)


@dataclass
class Measured:
    """Steps a second and processor milliseconds a step, a block each."""

    rates: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)


class Bench:
    """The window, the headless session beside it, and the blocks."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        spec = preset("side-by-side").replace(epochs=10_000)
        try:
            datasets.load(spec.data)
        except DatasetError:
            spec = preset("digits-quick").replace(epochs=1_000_000)
        store = QSettings(f"{os.environ['FFSTUDIO_RUNS']}/b.ini", QSettings.Format.IniFormat)
        self.studio = Studio(spec)
        self.window = MainWindow(self.studio, ThemeManager("light"), Settings(store))
        self.window.resize(1280, 800)
        self.window.appeared.connect(self.studio.start)
        self.window.show()
        self.wait(lambda: self.studio.why_not_train() == "")
        self.docks = {dock.entry.name: dock for dock in self.window.docks}
        for dock in self.docks.values():  # those out of sight as well, as if opened once
            dock.make_panel()
        self.headless = Headless(self.studio)
        self._seen = 0
        self.studio.runs.train()
        # All that is compiled once is compiled by the end of an epoch, judging too.
        self.wait(lambda: self.epochs_judged() >= 2)
        self.studio.runs.pause()
        self.wait(lambda: self.studio.status is RunStatus.PAUSED)
        self.headless.control.resume()
        self.wait(lambda: self.headless.judged >= 2)
        self.headless.control.pause()

    def wait(self, condition: Callable[[], bool], limit_s: float = 300.0) -> None:
        end = time.monotonic() + limit_s
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError("what is waited for does not come")
            self._application.processEvents()
            time.sleep(0.0005)

    def stay(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end, seconds + 60)

    def steps_seen(self) -> int:
        steps: dict[str, int] = {}
        for key, series in self.studio.history.series.items():
            if key.quantity.per_step and len(series):  # others have a point an epoch
                steps[key.algorithm] = int(series.place("step", -1))
        return sum(steps.values())

    def epochs_judged(self) -> int:
        return sum(
            len(series)
            for key, series in self.studio.history.series.items()
            if key.metric == "accuracy"
        )

    def show_only(self, names: set[str]) -> None:
        """Each of these panels in a window of its own, the others hidden."""
        for name, dock in self.docks.items():
            if name in names:
                dock.setFloating(True)
                dock.show()
            else:
                dock.hide()

    def is_opening(self, name: str) -> bool:
        """True while the first picture of a view that was just shown is not made."""
        return any(pace.is_opening for pace in self.docks[name].panel.paces)

    def measure(
        self, names: set[str] | None, seconds: float, sparing: bool = True
    ) -> tuple[float, float]:
        """Steps a second and processor milliseconds a step; None for headless."""
        self.studio.allowance.is_sparing = sparing
        if names is None:
            self.headless.control.resume()
            count: Callable[[], int] = lambda: self.headless.steps  # noqa: E731
        else:
            self.show_only(names)
            self.studio.runs.resume()
            count = self.steps_seen
        self.stay(SETTLE_S)
        if names:  # a first picture is the price of opening a view, not of looking on
            self.wait(lambda: not any(map(self.is_opening, names)))
        before, cpu, start = count(), time.process_time(), time.perf_counter()
        self.stay(seconds)
        if names is None:
            self.headless.control.pause()
        else:
            self.studio.runs.pause()
            self.wait(lambda: self.studio.status is RunStatus.PAUSED)
        steps, cpu = count() - before, time.process_time() - cpu
        wall = time.perf_counter() - start
        self.show_only(set())
        self.stay(1.0)
        return steps / wall, 1000 * cpu / max(steps, 1)

    def close(self) -> None:
        self.headless.close()
        self.window.close_without_asking()
        self.wait(lambda: self.window.ended, 60)


def main() -> None:
    numbers = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    rounds = int(numbers[0]) if numbers else 6
    seconds = float(numbers[1]) if len(numbers) > 1 else 5.0
    application = QApplication(["bench"])
    application.setStyle("Fusion")
    bench = Bench(application)
    every = set(bench.docks)
    variants: dict[str, tuple[set[str] | None, bool]] = {
        "headless": (None, True),
        "hidden": (set(), True),
        "all open": (every, True),
        "often": (every, False),
    }
    if "--each" in sys.argv:
        variants |= {name: ({name}, True) for name in bench.docks}
    taken = {name: Measured() for name in variants}
    for number in range(rounds):
        # Every other round backwards: what drifts weighs on none more than on the others.
        order = list(variants.items())[:: 1 if number % 2 == 0 else -1]
        for name, (names, sparing) in order:
            rate, cost = bench.measure(names, seconds, sparing)
            taken[name].rates.append(rate)
            taken[name].costs.append(cost)
            print(f"{number} {name}: {rate:.1f}", file=sys.stderr, flush=True)
    data = bench.studio.data
    print(f"{bench.studio.spec.name} on {data.title if data else '?'}, {len(every)} panels")
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    base = taken["headless"]
    print(f"{'':>12}  steps/s   slower   CPU ms/step   more CPU")
    for name, one in taken.items():
        slower = np.median([b / a for a, b in zip(one.rates, base.rates, strict=True)]) - 1
        dearer = np.median([a / b for a, b in zip(one.costs, base.costs, strict=True)]) - 1
        print(
            f"{name:>12}  {np.median(one.rates):7.1f}  {100 * slower:+6.1f}%  "
            f"{np.median(one.costs):10.2f}   {100 * dearer:+6.1f}%"
        )
    bench.close()


if __name__ == "__main__":
    main()
