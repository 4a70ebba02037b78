"""How much sooner the preset ``ff-fast`` reaches the Keras example's accuracy.

    python tests/benchmarks/bench_target.py

The example's net (784-500-500) reaches 97.56% on MNIST's test set after 250 epochs. One
of its epochs is timed (after one that compiles), and so is ``ff-fast`` from an untrained
net to 97.56%, compiling and judging included, in the same run. Prints both and the ratio
250 × epoch / time. Also an epoch of the preset ``keras-ff``, which does the example's very
updates. Needs the real MNIST, 8 GiB of memory and about ten minutes.
"""

from __future__ import annotations

import sys
import time

from example_net import ExampleNet

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone

TARGET, EPOCHS = 0.9756, 250


def example_epoch_s(x, y) -> tuple[float, float]:
    """Seconds of the first epoch, which compiles, and of the second."""
    net = ExampleNet()
    net.compile(jit_compile=False)
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        net.fit(x, y, batch_size=len(x), epochs=1, verbose=0)
        seconds.append(time.perf_counter() - start)
    return seconds[0], seconds[1]


def time_to_target(seed: int) -> tuple[float, float]:
    """Seconds from an untrained net to the target on the test set, and the accuracy then."""
    spec = preset("ff-fast").replace(seed=seed)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    control, reached = Control(), []
    start = time.perf_counter()
    session = engine.Session(spec, data)

    def watch(event) -> None:
        if isinstance(event, EpochDone) and event.number("accuracy") >= TARGET and not reached:
            reached.append((time.perf_counter() - start, event.number("accuracy")))
            control.stop()

    session.run(watch, control)
    return reached[0] if reached else (float("inf"), float("nan"))


def keras_ff_epoch_s() -> float:
    """The second epoch of the preset ``keras-ff``."""
    spec = preset("keras-ff").replace(epochs=2)
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    ends = []
    session.run(lambda e: ends.append(e.seconds) if isinstance(e, EpochDone) else None)
    return ends[1] - ends[0]


def main() -> None:
    seeds = [int(s) for s in sys.argv[1:]] or [1, 2, 3]
    times = []
    for seed in seeds:
        seconds, accuracy = time_to_target(seed)
        times.append(seconds)
        print(f"ff-fast, seed {seed}: {accuracy:.2%} after {seconds:.1f} s", flush=True)
    spec = preset("keras-ff")
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    first, second = example_epoch_s(data.train.x, data.train.y)
    print(f"Keras example: first epoch {first:.1f} s, second {second:.1f} s (baseline)", flush=True)
    middle = sorted(times)[len(times) // 2]
    print(f"time to {TARGET:.2%}: {EPOCHS * second / middle:,.0f} times sooner", flush=True)
    ours = keras_ff_epoch_s()
    print(f"keras-ff: {ours:.1f} s an epoch, {ours / second:.2f} × the example's")


if __name__ == "__main__":
    main()
