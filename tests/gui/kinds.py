"""A small net of every kind, trained by the real engine on the bundled digits."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.studio import Studio


def dense(units: int = 20, **more: Any) -> LayerSpec:
    return LayerSpec(units=units, learning_rate=0.004, **more)


def conv(units: int = 10, pooling: str = "average", **more: Any) -> LayerSpec:
    return LayerSpec("conv", units, pooling=pooling, learning_rate=0.004, **more)


KINDS: dict[str, tuple[dict[str, Any], tuple[LayerSpec, ...]]] = {
    "labels": ({"label_repeats": 2, "read_out": True}, (dense(), dense())),
    "label units": ({"label_embedding": "append", "label_repeats": 2}, (dense(), dense())),
    "label planes": (
        {"label_embedding": "append", "label_repeats": 2, "label_scale": 0.3},
        (conv(8), dense()),
    ),
    "label pixels": ({"label_scale": 3.0}, (conv(8), conv(6, "max", kernel_size=5))),
    "minimised": (
        {"goodness": "minus_mean_square"},
        (dense(loss="logistic", threshold=-1.0), dense(loss="separate", threshold=-1.0)),
    ),
    "classes": (
        {"goodness": "class_mean", "read_out": True},
        (conv(20), conv(10, "max"), dense(20)),
    ),
    "projections": (
        {"goodness": "projection", "sharpness": 1.0, "read_out": True},
        (conv(8), dense(20)),
    ),
    "spatial": (
        {"goodness": "spatial", "normalisation": "channels"},
        (conv(8, "rms"), conv(8, "max")),
    ),
    "prototypes": ({"goodness": "prototypes"}, (dense(), dense())),
    "images": ({"negatives": "hybrid", "read_out_rate": 0.01}, (dense(40), dense(40))),
    "local fields": (
        {"goodness": "class_mean"},
        (
            LayerSpec("local", 10, kernel_size=10, stride=9, learning_rate=0.004),
            LayerSpec("local", 10, kernel_size=2, learning_rate=0.004),
        ),
    ),
    "pairs": (
        {"negatives": "other_image", "normalisation": "standard", "read_layers": "all"},
        (dense(40, loss="overlap", threshold=5.0), dense(40)),
    ),
    "frames": ({"feedback": True, "frames": 6}, (dense(), dense())),
}


def spec_of(kind: str, **changes: Any) -> ExperimentSpec:
    """The experiment of one kind of net, and its backprop twin."""
    ff, layers = KINDS[kind]
    return ExperimentSpec(
        name=kind,
        data=DataSpec("digits", subset=0.2, validation=0.1),
        layers=layers,
        ff=ForwardForwardSpec(**{"negatives": "random", **ff}),
        batch_size=32,
        epochs=4,
        seed=1,
    ).replace(**changes)


@functools.cache
def digits() -> PreparedData:
    spec = spec_of("labels")
    return prepare(datasets.load(spec.data), spec.data, spec.seed)


@dataclass(frozen=True)
class Trained:
    """A net after its run, and the run's curves."""

    spec: ExperimentSpec
    snapshot: ModelSnapshot
    events: tuple[Any, ...]


@functools.cache
def trained(kind: str) -> Trained:
    """The net of one kind after a few epochs; trained once per process."""
    from ffstudio import engine

    spec, events = spec_of(kind), []
    session = engine.Session(spec, digits())
    session.run(events.append)
    return Trained(spec, session.snapshot(), tuple(events))


def show(studio: Studio, kind: str) -> ModelSnapshot:
    """Has the studio show a net of one kind, its data and its experiment."""
    session = trained(kind)
    studio.edits.edit(session.spec)
    studio.images.take(digits())
    studio.show(Shown(session.snapshot, session.spec))
    return session.snapshot
