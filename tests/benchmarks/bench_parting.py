"""How far goodness parts in the first minute of a run, preset by preset.

    python tests/benchmarks/bench_parting.py [--digits] [--seconds 60] [PRESET OR FILE …]

Trains each (by default those that a beginner meets first) for so many seconds of training, from
an untrained net, and prints what the goodness panel shows then: of each layer AUC and overlap of
positive and negative data, and the share of images whose true label is ahead, its own accuracy.
Last the accuracy of the whole net on all test images. Seconds of compiling count, as they do for
who watches. Needs the real MNIST, or ``--digits`` for the bundled digits.
"""

from __future__ import annotations

import argparse
import dataclasses
import time
from pathlib import Path

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.reading import read_experiment
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.look.separation import separation
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone, StepDone

FIRST = ("side-by-side", "ff-threshold", "ff-fast", "digits-quick")


def named(name: str) -> ExperimentSpec:
    """A preset, or an experiment file."""
    return read_experiment(name) if Path(name).is_file() else preset(name)


def watch_first(spec: ExperimentSpec, seconds: float) -> None:
    """Trains for so long, and prints a line per layer."""
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session, control, begun = engine.Session(spec, data), Control(), time.perf_counter()

    def watch(event) -> None:
        if isinstance(event, (StepDone, EpochDone)) and time.perf_counter() - begun >= seconds:
            control.stop()

    session.run(watch, control)
    spent = time.perf_counter() - begun
    net = session.snapshot().ff
    accuracy = net.judge(data.test).accuracy
    print(
        f"{spec.name} on {spec.data.name}, seed {spec.seed}: {session.epoch:.1f} epochs in "
        f"{spent:.0f} s, {accuracy:.2%} of {len(data.test):,} test images",
        flush=True,
    )
    for k, layer in enumerate(separation(net, data.test), start=1):
        print(
            f"  layer {k}: AUC {layer.auc:.3f}, overlap {layer.overlap:.1%}, "
            f"gap above 0 {layer.own.above:.1%}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("experiments", nargs="*", default=FIRST)
    parser.add_argument("--digits", action="store_true")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--epochs", type=int, help="instead of the experiment's own")
    chosen = parser.parse_args()
    for name in chosen.experiments:
        spec = named(name)
        if chosen.epochs:
            spec = spec.replace(epochs=chosen.epochs)
        if chosen.digits:
            spec = spec.replace(data=dataclasses.replace(spec.data, name="digits"), batch_size=64)
        watch_first(spec, chosen.seconds)


if __name__ == "__main__":
    main()
