"""How time and memory grow with width, depth and samples.

    python tests/benchmarks/bench_scaling.py

For each net, in a process of its own: milliseconds per step (batch 256, random negatives),
the same per million multiply-adds of a forward pass, and the peak memory above that of the
smallest net. The ratio of the last two columns to the first row tells linear from worse:
time per multiply-add should fall or stay.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time

import numpy as np

NETS = [
    *(("width", [w, w], 20_000) for w in (250, 500, 1000, 2000, 4000)),
    *(("depth", [500] * d, 20_000) for d in (1, 2, 4, 8)),
    *(("samples", [500, 500], n) for n in (10_000, 20_000, 40_000, 60_000)),
]


def measure(widths: list[int], samples: int) -> dict[str, float]:
    from ffstudio.core.experiment.layers import LayerSpec
    from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
    from ffstudio.core.images.data import PreparedData, Samples
    from ffstudio.core.images.data_spec import DataSpec
    from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
    from ffstudio.engine.training.trainer import TrainingData

    rng = np.random.default_rng(0)
    x = rng.random((samples, 784), np.float32)
    train = Samples(x, rng.integers(0, 10, samples).astype(np.int32))
    names = tuple("0123456789")
    data = PreparedData(DataSpec(), "noise", train, train, train, (28, 28), names)
    layers = tuple(LayerSpec(units=w) for w in widths)
    ff = ForwardForwardSpec(negatives="random")
    spec = ExperimentSpec(algorithms="ff", layers=layers, ff=ff, batch_size=256)
    trainer = ForwardForwardTrainer(spec, data.shape)
    trainer.attach(TrainingData(data, 256, 1))
    times = []
    for _ in range(25):
        start = time.perf_counter()
        trainer.train_step(1.0, 0.0)
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"ms": 1000 * float(np.median(times[5:])), "mib": peak}


def main() -> None:
    if len(sys.argv) > 1:
        widths, samples = json.loads(sys.argv[1])
        print(json.dumps(measure(widths, samples)))
        return
    least = None
    print(
        "what      net                 samples   ms/step   ms per M multiply-adds   peak MiB   more"
    )
    for what, widths, samples in NETS:
        done = subprocess.run(
            [sys.executable, __file__, json.dumps([widths, samples])],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        measured = json.loads(done.stdout.splitlines()[-1])
        adds = sum(a * b for a, b in zip([784, *widths], widths, strict=False)) / 1e6
        least = measured["mib"] if least is None else least
        shape = "784-" + (
            f"{widths[0]}×{len(widths)}" if len(widths) > 2 else "-".join(map(str, widths))
        )
        print(
            f"{what:8}  {shape:18}  {samples:7,}  {measured['ms']:8.1f}  {measured['ms'] / adds:23.2f}"
            f"  {measured['mib']:9.0f}  {measured['mib'] - least:+5.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
