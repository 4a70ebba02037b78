"""How long a library of many runs takes to be read and to be shown.

    python tests/benchmarks/bench_library.py [RUNS]

Makes that many folders (2,000), each with a card, an experiment, what the user says of it and
three checkpoints' names, and prints the best of three: the plain reading of all of them, the look
for changes when there are none, and the panel's model and sorting with all of them.
"""

from __future__ import annotations

import dataclasses
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import About, RunFolder, new_card
from ffstudio.gui.panels.runs.model import RunsFilter, RunsModel
from ffstudio.gui.style.theme import LIGHT
from ffstudio.jobs.library import look_through


def fill(root: Path, count: int) -> None:
    """Runs that have ended."""
    for i in range(count):
        spec = ExperimentSpec(name=f"run {i % 37}", seed=i)
        card = dataclasses.replace(
            new_card(spec, "MNIST", {"ffstudio": "0", "keras": "3"}, preset="ff-fast"),
            end=RunEnd.COMPLETED,
            epochs=20,
            test_accuracy={"ff": 0.9 + i % 100 / 1000, "bp": 0.97},
            took={"train": 60.0 + i},
        )
        folder = RunFolder.create(root / f"run-{i:05}", card, spec)
        folder.let_go()
        folder.write_about(About(star=i % 9 == 0, tags=("swept",)))
        (folder.path / "checkpoints").mkdir()
        for epoch in (1, 10, 20):
            (folder.path / "checkpoints" / f"{epoch:06}.npz").touch()


def best(work) -> float:
    """Of three times."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Prints the three figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    app = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        fill(root, count)
        print(f"{count} runs")
        print(f"read:          {best(lambda: look_through(root, {})):7.3f} s")
        known = look_through(root, {})
        print(f"look again:    {best(lambda: look_through(root, known)):7.3f} s")
        runs = [seen.run for seen in known.values()]

        def show() -> None:
            model = RunsModel(LIGHT)
            shown = RunsFilter(model)
            model.show_runs(runs)
            shown.sort(5, Qt.SortOrder.DescendingOrder)
            shown.look_for("run 7")

        print(f"model, sorted: {best(show):7.3f} s")
    app.quit()


if __name__ == "__main__":
    main()
