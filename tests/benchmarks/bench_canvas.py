"""Time from a mouse point on the pad to painted bars, and its parts.

Run it as ``python tests/benchmarks/bench_canvas.py [--points N]``; the goal is 30 ms.
Without a display it runs on Qt's offscreen platform.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import os
import sys
import time
from pathlib import Path

if sys.platform.startswith("linux") and not (
    os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.gui.panels.draw.drawing import rasterise
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.draw.panel import DrawPanel
from ffstudio.gui.panels.draw.score_bars import ScoreBars
from ffstudio.gui.panels.draw.scores import score
from ffstudio.gui.panels.draw.scoring import PictureScorer
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.studio import Studio
from tests.nets import backprop_net

NETS = {"784-500-500": (500, 500), "784-4x2000": (2000, 2000, 2000, 2000)}


def model(sizes: tuple[int, ...]) -> ModelSnapshot:
    """Random weights of a net with 10 classes and its backprop twin."""
    rng = np.random.default_rng(1)

    def dense(inputs: int, units: int, activation: str = "relu") -> DenseWeights:
        kernel = rng.standard_normal((inputs, units), np.float32) / np.float32(math.sqrt(inputs))
        return DenseWeights(kernel, np.zeros(units, np.float32), activation, 1.0)

    inputs = (784, *sizes)
    hidden = tuple(dense(a, b) for a, b in itertools.pairwise(inputs))
    twin = (*hidden, dense(sizes[-1], 10, "softmax"))
    return ModelSnapshot(
        FFSnapshot(hidden, 10), backprop_net(twin), (28, 28), tuple("0123456789"), 1, 1.0
    )


def percentiles(seconds: list[float]) -> dict[str, float]:
    p50, p99 = np.percentile(np.array(seconds) * 1000, (50, 99))
    return {"p50_ms": round(float(p50), 2), "p99_ms": round(float(p99), 2)}


def timed(function: object, times: int) -> dict[str, float]:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        function()  # type: ignore[operator]
        taken.append(time.perf_counter() - start)
    return percentiles(taken)


def measure(sizes: tuple[int, ...], points: int) -> dict[str, dict[str, float]]:
    """Draws a spiral point by point; each waits for the bars of the one before."""
    studio = Studio()
    panel = DrawPanel(studio, ThemeManager("light"))
    panel.resize(384, 680)
    panel.show()
    snapshot = model(sizes)
    studio.set_snapshot(snapshot)
    pad, bars = panel.findChild(DrawPad), panel.findChild(ScoreBars)
    paper = pad.paper()
    taken: list[float] = []
    loop = QEventLoop()

    def at(i: int) -> QPoint:
        angle, radius = 0.12 * i, 0.1 + 0.3 * i / points
        x, y = 0.5 + radius * math.cos(angle), 0.5 + radius * math.sin(angle)
        return QPoint(
            round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height())
        )

    panel.findChild(PictureScorer).scored.connect(loop.quit)
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(0))
    loop.exec()
    for i in range(1, points):
        pause = QEventLoop()  # a mouse reports at most every 8 ms or so
        QTimer.singleShot(16, pause.quit)
        pause.exec()
        start = time.perf_counter()
        QTest.mouseMove(pad, at(i))
        loop.exec()
        bars.repaint()
        taken.append(time.perf_counter() - start)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(points - 1))
    picture = rasterise(pad.drawing)
    timings = {
        "stroke_to_bars": percentiles(taken),
        "rasterise": timed(lambda: rasterise(pad.drawing), 100),
        "score": timed(lambda: score(snapshot, picture), 50),
        "paint_pad": timed(pad.repaint, 50),
        "paint_bars": timed(bars.repaint, 50),
    }
    panel.shutdown()
    studio.shutdown()
    panel.deleteLater()
    return timings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--points", type=int, default=200)
    points = parser.parse_args().points
    QApplication.instance() or QApplication([])
    for name, sizes in NETS.items():
        print(json.dumps({"net": name, **measure(sizes, points)}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
