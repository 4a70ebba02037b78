"""Local receptive fields without shared weights: written out field by field, in both nets."""

from __future__ import annotations

import dataclasses

import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.image_gradients import why_no_image_gradients
from ffstudio.core.look.weights import FieldWeights
from ffstudio.engine.saving.scores_files import model_of
from ffstudio.engine.strangers.local_layers import LocallyConnected2D
from ffstudio.files.foreign.file_cards import describe_ours
from ffstudio.files.ours.archive import read_archive
from tests.engine.test_variants import digits, few, trainer_for
from tests.marks import THOROUGH, choose_cases

LAYERS = (
    LayerSpec("local", 4, kernel_size=8, stride=5, learning_rate=0.004),
    LayerSpec("local", 6, kernel_size=2, learning_rate=0.004),
    LayerSpec("dense", 20, learning_rate=0.004),
)


def experiment(algorithms="both", layers=LAYERS, **ff):
    return ExperimentSpec(
        algorithms=algorithms,
        data=DataSpec("digits"),
        layers=layers,
        batch_size=40,
        epochs=1,
        ff=ForwardForwardSpec(**ff),
    )


def written_out(x, kernel, bias, side, stride):
    """Sums of every field, one after the other: (batch, rows, columns, units)."""
    made = np.zeros((len(x), *bias.shape))
    for row in range(bias.shape[0]):
        for column in range(bias.shape[1]):
            patch = x[
                :, stride * row : stride * row + side, stride * column : stride * column + side
            ]
            own = kernel[row * bias.shape[1] + column]
            made[:, row, column] = np.einsum(
                "npqc,pqcu->nu", patch, own.reshape(side, side, *own.shape[1:])
            )
    return made + bias  # fmt: skip


def test_each_field_has_weights_of_its_own():
    layer = engine.FFLocal2D(3, kernel_size=4, stride=3)
    layer.build((None, 10, 13, 2))
    assert layer.kernel.shape == (3 * 4, 16, 2, 3) and layer.output_size == 36
    rng = np.random.default_rng(0)
    bias = rng.normal(size=(3, 4, 3)).astype(np.float32)
    layer.bias.assign(bias)
    x = rng.normal(size=(5, 10, 13, 2)).astype(np.float32)
    kernel = layer.kernel.numpy()
    expected = written_out(x, kernel, bias, 4, 3)
    np.testing.assert_allclose(layer.linear(x), expected, atol=1e-5)
    # As the layer that older Keras had.
    theirs = LocallyConnected2D(3, (4, 4), strides=(3, 3))
    theirs.build((None, 10, 13, 2))
    theirs.set_weights([kernel.reshape(12, 32, 3), bias])
    np.testing.assert_allclose(theirs(x), expected, atol=1e-5)
    assert 0.9 < np.abs(kernel).max() / np.sqrt(6 / (32 + 3)) <= 1.0
    again = keras.layers.deserialize(keras.layers.serialize(layer))
    assert again.get_config() == layer.get_config()


@pytest.mark.parametrize(
    "ff",
    [
        {"negatives": "hybrid", "batch_norm": True},
        pytest.param({"label_embedding": "append", "negatives": "random"}, marks=THOROUGH),
        pytest.param({"negatives": "all_wrong"}, marks=THOROUGH),
        {"goodness": "projection"},
    ],
)
def test_both_nets_start_alike_and_the_snapshots_are_the_nets(ff):
    norm = ff.pop("batch_norm", False)
    layers = tuple(dataclasses.replace(layer, batch_norm=norm) for layer in LAYERS)
    spec, data = experiment(layers=layers, **ff), few()
    session = engine.Session(spec, data)
    twins = [layer for layer in session.bp.model.layers if layer.name.startswith("local")]
    twins = [layer for layer in twins if layer.name.count("_") == 1]
    for i in (0, 1):
        mine = session.ff.model.ff_layers[i].kernel.numpy()
        theirs = twins[i].kernel.numpy()
        if i or "label_embedding" not in ff:  # label planes, which the twin does not see
            np.testing.assert_array_equal(mine.reshape(theirs.shape), theirs)
    session.ff.train_step(1.0, 0.0)
    session.bp.train_step(1.0, 0.0)
    snapshot, x = session.snapshot(), data.test.x[:20]
    scores = session.ff.model.goodness(x)
    np.testing.assert_allclose(snapshot.ff.label_goodness(x), scores, rtol=2e-4, atol=1e-5)
    p = np.array(session.bp.model(x.reshape(-1, 28, 28, 1)))
    np.testing.assert_allclose(snapshot.bp.probabilities(x), p, atol=1e-5)
    # What the costs say is what there is.
    costs = layer_costs(spec, 784, 10, 40, (28, 28))
    for cost, layer, own in zip(costs, snapshot.ff.layers, layers, strict=False):
        beside = 0 if layer.projection is None else layer.projection.size
        beside += 4 * layer.units if own.batch_norm else 0
        assert cost.ff_parameters == layer.kernel.size + layer.bias.size + beside
        if isinstance(layer, FieldWeights):  # each weight is used once
            assert cost.multiply_adds == layer.kernel.size
    for cost, twin, own in zip(costs, twins, layers, strict=False):
        assert cost.bp_parameters == twin.count_params() + (4 * own.units if norm else 0)


def test_peers_are_units_of_all_fields():
    spec, data = experiment("ff", negatives="hybrid", peer=1.0), few()
    trainer = trainer_for(spec, data)
    first = trainer.model.ff_layers[0]
    bias = np.zeros(first.bias.shape, np.float32)
    bias[2, 3, 1] = -100.0  # one unit of one field never answers
    first.bias.assign(bias)
    before = first.bias.numpy()
    net = trainer.snapshot(data.shape)
    mean = net.activities(data.train.x, data.train.y)[0].mean(axis=0)
    trainer.train_step(1.0, 0.0)
    np.testing.assert_allclose(
        first.mean_activity.numpy(), 0.45 + 0.1 * mean.reshape(-1), rtol=1e-4
    )
    assert first.bias.numpy()[2, 3, 1] > before[2, 3, 1]


def test_labels_reach_every_field_by_planes_of_their_own():
    """The shared product of the first layer against the planes put beside the image."""
    spec, data = experiment("ff", label_embedding="append", label_scale=2.0), few()
    net = trainer_for(spec, data).snapshot(data.shape)
    x, labels = data.train.x[:6], np.arange(6)
    planes = np.zeros((6, 28, 28, 10), np.float32)
    planes[np.arange(6), :, :, labels] = 2.0
    whole = np.concatenate([x.reshape(6, 28, 28, 1), planes], axis=-1)
    seen = whole / np.sqrt(np.mean(whole**2, axis=(1, 2, 3), keepdims=True) + 1e-8)
    first = net.layers[0]
    expected = np.maximum(written_out(seen, first.kernel, first.bias, 8, 5), 0)
    np.testing.assert_allclose(net.activities(x, labels)[0], expected, rtol=1e-3, atol=1e-5)


def test_fields_must_have_room_below_and_labels_be_seen():
    def found(spec):
        return [(p.path, p.fixed) for p in spec_problems(spec, 784, 10, (28, 28))]

    assert found(experiment(negatives="hybrid")) == []
    wide = experiment(negatives="hybrid").with_layer(1, kernel_size=9)
    [(path, fixed)] = found(wide)
    assert path == ("layers", 1, "kernel_size") and fixed.layers[1].kernel_size == 5
    high = experiment(negatives="hybrid", layers=(LAYERS[2], LAYERS[1]))
    assert found(high)[0][0] == ("layers", 1, "kind")
    # Fields of 3 every 6 pixels step over label pixels.
    sparse = experiment(layers=(dataclasses.replace(LAYERS[0], kernel_size=3, stride=6),))
    assert found(sparse)[0][0] == ("ff", "label_embedding")


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".keras"))
def test_files_hold_both_nets_and_a_notebooks_net_comes_back(ending, tmp_path):
    spec, data = experiment(negatives="hybrid"), few()
    session = engine.Session(spec, data)
    session.run()
    engine.save_session(session, tmp_path / f"both{ending}")
    archive = read_archive(tmp_path / f"both{ending}")
    assert archive.spec == spec
    x = digits().test.x[:20]
    goodness = session.snapshot().ff.label_goodness(x)
    np.testing.assert_array_equal(archive.snapshot.ff.label_goodness(x), goodness)
    np.testing.assert_array_equal(
        archive.snapshot.bp.probabilities(x), session.snapshot().bp.probabilities(x)
    )
    card, _ = describe_ours(tmp_path / f"both{ending}", 1)
    assert card.layers[0].kind == "LocallyConnected2D"
    # Alone, as a graph of scores; and what does not follow it says so.
    np.testing.assert_allclose(
        model_of(archive.snapshot.ff).goodness(x), goodness, rtol=2e-4, atol=1e-5
    )
    assert "local fields" in why_no_image_gradients(archive.snapshot.ff)
    layers = [{"kind": "local", "units": 4, "kernel_size": 8, "stride": 5}, {"units": 20}]
    net = engine.ProjectedForwardForward(784, 10, layers)
    net.compile(keras.optimizers.Adam(0.004), seed=5)
    net.fit(data.train.x, data.train.y, batch_size=40, epochs=2, verbose=0)
    net.save(tmp_path / f"net{ending}")
    archive = read_archive(tmp_path / f"net{ending}")
    first = archive.spec.layers[0]
    assert (first.kind, first.kernel_size, first.stride) == ("local", 8, 5)
    scores = archive.snapshot.ff.label_goodness(x).sum(axis=1)
    np.testing.assert_allclose(scores, net.predict(x, verbose=0), rtol=1e-3, atol=1e-4)
