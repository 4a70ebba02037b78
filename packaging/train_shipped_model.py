"""Trains nets that ship with ffstudio and writes them to resources/models.

    python packaging/train_shipped_model.py mnist
    python packaging/train_shipped_model.py mnist-conv [--from RUN/model.h5]

``mnist`` is the preset ``ff-500`` with its backprop twin: all 60,000 training images, 784-500-500,
60 epochs, Forward-Forward and backprop on the same mini-batches, about five minutes on two cores.
``mnist-conv`` is the preset ``predsim-conv`` as it is, 91 minutes of processor time; ``--from`` takes
the nets of a finished run of it, ``ffstudio train --preset predsim-conv --out RUN``, instead of
training anew.
Needs the real MNIST (see README, Data).
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.events import EpochDone, Event
from ffstudio.core.run.history import AXES, History, Series
from ffstudio.files.ours.archive import read_archive

MOST_POINTS = 400
MODELS = Path(__file__).resolve().parent.parent / "resources" / "models"


def dense_with_twin() -> ExperimentSpec:
    spec = preset("ff-500")
    twin = dataclasses.replace(spec.bp, rate_schedule=spec.ff.rate_schedule)
    return spec.replace(algorithms="both", bp=twin)


RECIPES = {"mnist": dense_with_twin, "mnist-conv": lambda: preset("predsim-conv")}


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
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=sorted(RECIPES))
    parser.add_argument("--from", dest="finished", type=Path, metavar="MODEL")
    arguments = parser.parse_args()
    spec, history = RECIPES[arguments.name](), History()
    if arguments.finished is not None:
        session, history = take(arguments.finished, spec)
    else:
        data = prepare(datasets.load(spec.data), spec.data, spec.seed)
        session = engine.Session(spec, data)

        def follow(event: Event) -> None:
            history.add(event)
            report(event)

        print(session.run(follow).test_accuracy)
    target = MODELS / f"{arguments.name}.h5"
    ship(session, history, target)
    print(f"{target.name}: {target.stat().st_size:,} bytes")


def take(path: Path, wanted: ExperimentSpec) -> tuple[engine.Session, History]:
    """The nets and curves of a finished run.

    Raises:
        SystemExit: It is one of another experiment, or has not come to its end.
    """
    archive = read_archive(path)
    data = dataclasses.replace(archive.spec.data, path=wanted.data.path)
    found = archive.spec.replace(data=data, description=wanted.description, name=wanted.name)
    if found != wanted or archive.snapshot.epoch != wanted.epochs:
        raise SystemExit(f"{path} holds another experiment, or one that has not ended")
    session = engine.load_session(path)
    # What the recipe says by now: a run was begun before anything was measured.
    session.spec = wanted.replace(data=session.spec.data)
    return session, archive.history


def ship(session: engine.Session, history: History, target: Path) -> None:
    """Writes a trained session as a model that ships."""
    # A few hundred points show the step losses as well as all of them, in a smaller file.
    for key in [k for k in history.series if k.metric == "loss"]:
        history.series[key] = thinned(history.series[key])
    target.parent.mkdir(parents=True, exist_ok=True)
    engine.save_session(session, target, history=history, with_optimizer=False)


if __name__ == "__main__":
    main()
