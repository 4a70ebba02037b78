"""What drawing costs: time from stroke to scores, and how much it slows training.

    python tests/benchmarks/bench_drawing.py

Latency: one picture rasterised and scored with NumPy, as the canvas does, for nets of
two sizes; goal ≤ 30 ms. Slow-down: steps per second of a real training run while a
second thread scores 30 pictures a second, against the same run without; goal ≤ 5%.
"""

from __future__ import annotations

import os
import threading
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QGuiApplication

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Event, StepDone
from ffstudio.gui.panels.draw.drawing import Drawing, Stroke, rasterise
from ffstudio.gui.panels.draw.scores import score
from tests.nets import backprop_net


def net(*widths: int) -> ModelSnapshot:
    rng = np.random.default_rng(0)

    def layers(units: list[int], last: str) -> tuple[DenseWeights, ...]:
        made, inputs = [], 784
        for i, n in enumerate(units):
            kernel = rng.normal(0, 0.05, (inputs, n)).astype(np.float32)
            name = last if i == len(units) - 1 else "relu"
            made.append(DenseWeights(kernel, np.zeros(n, np.float32), name))
            inputs = n
        return tuple(made)

    names = tuple("0123456789")
    ff = FFSnapshot(layers(list(widths), "relu"), 10)
    return ModelSnapshot(ff, backprop_net(layers([*widths, 10], "softmax")), (28, 28), names)


def drawing() -> Drawing:
    made = Drawing()
    turns = np.linspace(0, 6.2, 120)
    points = tuple((0.5 + 0.2 * np.sin(t), 0.5 - 0.3 * np.cos(t)) for t in turns)
    made.add(Stroke(points))
    return made


def latency() -> None:
    sketch = drawing()
    for widths in ((500, 500), (2000, 2000, 2000, 2000)):
        model, times = net(*widths), []
        for _ in range(60):
            start = time.perf_counter()
            score(model, rasterise(sketch))
            times.append(1000 * (time.perf_counter() - start))
        p50, p99 = np.percentile(times, [50, 99])
        print(
            f"stroke to scores, 784-{'-'.join(map(str, widths))}: p50 {p50:.1f} ms, p99 {p99:.1f} ms"
        )


def slow_down(rounds: int = 4, seconds: float = 5.0) -> None:
    spec = preset("side-by-side").replace(epochs=10_000)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session = engine.Session(spec, data)
    control, count = Control(), [0]

    def emit(event: Event) -> None:
        count[0] += isinstance(event, StepDone)

    thread = threading.Thread(target=session.run, args=(emit, control))
    thread.start()
    while count[0] < 300:
        time.sleep(0.05)
    model, sketch, rates = net(500, 500), drawing(), {False: [], True: []}
    for i in range(2 * rounds):
        draws = bool(i % 2)
        before, start = count[0], time.perf_counter()
        while time.perf_counter() - start < seconds:
            if draws:
                score(model, rasterise(sketch))
            time.sleep(1 / 30)
        rates[draws].append((count[0] - before) / (time.perf_counter() - start))
    control.cancel()
    thread.join()
    alone, drawn = np.median(rates[False]), np.median(rates[True])
    print(
        f"training alone {alone:.1f} steps/s, while drawing {drawn:.1f}: ratio {drawn / alone:.3f}"
    )


if __name__ == "__main__":
    QGuiApplication([])
    latency()
    slow_down()
