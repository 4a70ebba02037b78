"""Parameters as ``summary`` and ``inspect`` count them are those that Keras counts."""

from __future__ import annotations

import math

import pytest

from ffstudio import engine
from ffstudio.core.experiment import presets
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.summary import summary, totals
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone
from ffstudio.files.foreign.file_cards import describe_ours

# In a file for Keras, beside what the layers are: neither is learnt.
_BESIDE = ("threshold", "mean_activity")


def small(preset, **more):
    """A preset on the bundled digits, one short epoch."""
    spec = presets.preset(preset)
    layers = tuple(
        LayerSpec(**{**vars(layer), "units": 10 if layer.kind != "dense" else 20})
        for layer in spec.layers
    )
    data = DataSpec("digits", subset=0.05)
    return spec.replace(layers=layers, data=data, epochs=1, **more)


@pytest.mark.parametrize(
    ("preset", "algorithms"),
    [("side-by-side", "both"), ("ff-spatial", "ff"), ("ff-spatial", "both"), ("mono-forward", "ff"),
     ("predsim-shifts", "both"), ("ff-unsupervised", "ff"), ("ff-recurrent", "ff"),
     ("ff-residual", "ff"), ("hinton-local", "ff"), ("cnn-small", "bp")],
)  # fmt: skip
def test_every_parameter_of_a_saved_net_is_counted_once(preset, algorithms, tmp_path):
    import keras

    spec = small(preset, algorithms=algorithms)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session = engine.Session(spec, data)
    path = tmp_path / "model.h5"
    engine.save_session(session, path)
    card, _ = describe_ours(path, 1)
    table = summary(spec, session.shape)
    lines = dict(line.split(": ") for line in totals(table))
    counted = fixed = 0
    if spec.trains_ff:
        net = keras.models.load_model(path)
        weights = [w for w in net.weights if not w.path.endswith(_BESIDE)]
        counted = sum(math.prod(w.shape) for w in weights)
        fixed = sum(math.prod(w.shape) for w in weights if not w.trainable)
        told = f"{counted:,} parameters" + (f", {fixed:,} of them not trainable" if fixed else "")
        assert lines["Forward-Forward"] == told
        assert sum(row.ff_not_trainable for row in table) == fixed
    if spec.trains_bp:
        counted += session.snapshot().bp.network.parameters
    assert card.parameters == counted == sum(row.parameters for row in card.layers)
    assert counted == sum((row.ff or 0) + (row.bp or 0) for row in table)


def test_outputs_of_a_saved_convolution_are_pictures(tmp_path):
    spec = small("ff-spatial")
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    engine.save_session(engine.Session(spec, data), tmp_path / "model.h5")
    card, _ = describe_ours(tmp_path / "model.h5", 1)
    assert [row.output for row in card.layers] == [(14, 14, 10)] * 2 + [(7, 7, 10)] * 2


def test_a_net_that_was_stopped_has_the_epochs_that_it_learnt(tmp_path):
    spec = small("side-by-side").replace(epochs=4)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session, control, path = engine.Session(spec, data), Control(), tmp_path / "model.h5"
    engine.save_session(session, path)
    assert describe_ours(path, 1)[0].training["epochs"] == 0
    from ffstudio.core.run.history import History

    history = History()

    def take(event):
        history.add(event)
        if isinstance(event, EpochDone) and (event.algorithm, event.epoch) == ("bp", 2):
            control.stop()

    session.run(take, control)
    engine.save_session(session, path, history=history)
    training = describe_ours(path, 1)[0].training
    assert training == {"experiment": "side-by-side", "epochs": 2, "planned epochs": 4}
