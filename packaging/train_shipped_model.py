"""Trains the nets that ship with ffstudio and writes resources/models/mnist.h5.

    python packaging/train_shipped_model.py

The recipe is the preset ``ff-500`` with its backprop twin: all 60,000 training images,
784-500-500, 60 epochs, Forward-Forward and backprop on the same mini-batches. Needs the
real MNIST (see README, Data). Takes about five minutes on two cores.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.events import EpochDone, Event
from ffstudio.core.run.history import AXES, History, Series

MOST_POINTS = 400
TARGET = Path(__file__).resolve().parent.parent / "resources" / "models" / "mnist.h5"


def report(event: Event) -> None:
    if isinstance(event, EpochDone):
        print(f"{event.algorithm} epoch {event.epoch}: {event.number('accuracy'):.2%}", flush=True)


def thinned(series: Series) -> Series:
    """Every stretch's extremes only."""
    kept = Series()
    columns = [series.thin(axis, MOST_POINTS) for axis in AXES]
    for step, epoch, seconds, value in zip(*(x for x, _ in columns), columns[0][1], strict=True):
        kept.append(step, epoch, seconds, value)
    return kept


def main() -> None:
    spec = preset("ff-500")
    twin = dataclasses.replace(spec.bp, rate_schedule=spec.ff.rate_schedule)
    spec = spec.replace(algorithms="both", bp=twin)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session = engine.Session(spec, data)
    history = History()

    def follow(event: Event) -> None:
        history.add(event)
        report(event)

    finished = session.run(follow)
    ship(session, history)
    print(f"{TARGET}: test accuracy {finished.test_accuracy}")


def ship(session: engine.Session, history: History) -> None:
    """Writes a trained session as the model that ships."""
    # A few hundred points show the step losses as well as all of them, in a smaller file.
    for key in [k for k in history.series if k.metric == "loss"]:
        history.series[key] = thinned(history.series[key])
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    engine.save_session(session, TARGET, history=history, with_optimizer=False)


if __name__ == "__main__":
    main()
