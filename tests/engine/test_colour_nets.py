"""Nets that see red, green and blue: written out, differentiated, continued, saved and as a script."""

from __future__ import annotations

import csv
import dataclasses
import runpy
import sys

import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.ascent import measure_variation
from ffstudio.core.look.attribution import OCCLUDED, AttributionRule, attribute
from ffstudio.core.look.image_gradients import (
    ALONE,
    LABEL,
    ImageGradient,
    Wish,
    kinds_of_wishes,
    why_no_image_gradients,
)
from ffstudio.core.look.named_weights import net_title
from ffstudio.core.run.history import History
from ffstudio.engine.saving.scores_files import model_of
from ffstudio.files.foreign.file_cards import describe_ours
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.checkpoints import read_checkpoint, write_checkpoint
from ffstudio.files.scripts import save_script

SHAPE, CLASSES = (6, 5, 3), 3
CONV = (
    LayerSpec("conv", 6, kernel_size=3, pooling="average", learning_rate=0.01),
    LayerSpec("dense", 9, learning_rate=0.01),
)
DENSE = (LayerSpec("dense", 12, learning_rate=0.01), LayerSpec("dense", 9, learning_rate=0.01))
FIELDS = (LayerSpec("local", 4, kernel_size=3, stride=2, learning_rate=0.01), DENSE[1])
NETS = {
    "label numbers": (DENSE, {"label_scale": 2.0}),
    "label in a convolution": (CONV, {"label_scale": 2.0}),
    "label planes": (CONV, {"label_embedding": "append", "label_repeats": 2}),
    "centred planes": (
        CONV,
        {"label_embedding": "append", "label_amplitude": "maximum", "normalisation": "standard"},
    ),
    "classes": (CONV, {"goodness": "class_mean"}),
    "energies by place": (CONV, {"goodness": "spatial", "normalisation": "channels"}),
    "similarity": (CONV, {"goodness": "projection", "class_loss": "similarity"}),
    "hybrids": (FIELDS, {"negatives": "hybrid"}),
    "pairs": (CONV, {"negatives": "other_image", "normalisation": "standard"}),
    "frames": (DENSE, {"feedback": True}),
}


# Of these a training step is made, too.
TRAINED = ("label planes", "energies by place", "hybrids")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A file of small pictures in three colours, which alone part the classes."""
    rng = np.random.default_rng(2)
    labels = np.arange(60) % CLASSES
    x = rng.integers(0, 60, (60, *SHAPE))
    x[np.arange(60), 1:4, 1:4, labels] += 150
    path = tmp_path_factory.mktemp("colours") / "colours.npz"
    np.savez(
        path,
        x_train=x[:48].astype(np.uint8), y_train=labels[:48],
        x_test=x[48:].astype(np.uint8), y_test=labels[48:],
    )  # fmt: skip
    return path


def experiment(path, name, algorithms="both", epochs=1, **more):
    layers, ff = NETS[name]
    data = DataSpec("file", path=str(path), colours="kept", **more)
    return ExperimentSpec(
        algorithms=algorithms, data=data, layers=layers, batch_size=20, epochs=epochs,
        ff=ForwardForwardSpec(**ff),
    )  # fmt: skip


def images(spec):
    return prepare(datasets.load(spec.data), spec.data, spec.seed)


def pad_and_sum(x, kernel, bias):
    """A 3×3 convolution with zeros around, place by place."""
    wide = np.pad(x, ((0, 0), (1, 1), (1, 1), (0, 0)))
    made = np.zeros((*x.shape[:3], kernel.shape[-1]))
    for row in range(x.shape[1]):
        for column in range(x.shape[2]):
            patch = wide[:, row : row + 3, column : column + 3]
            made[:, row, column] = np.einsum("npqc,pqcu->nu", patch, kernel)
    return made + bias


@pytest.mark.parametrize("name", NETS)
def test_both_nets_see_the_colours(path, name):
    """The engine's nets, the snapshots and the costs agree, and every colour has weights."""
    spec = experiment(path, name)
    if name not in ("label numbers", "classes", "hybrids"):  # of each kind of layer one twin
        spec = spec.replace(algorithms="ff")
    data = images(spec)
    assert spec_problems(spec, data.num_inputs, data.num_classes, data.image_shape) == []
    session = engine.Session(spec, data)
    before = session.ff.model.ff_layers[0].kernel.numpy()
    if name in TRAINED:
        session.ff.train_step(1.0, 0.0)
        moved = session.ff.model.ff_layers[0].kernel.numpy() - before
        assert (np.abs(moved[:, :, :3]).max(axis=(0, 1, 3)) > 0).all()
    x = data.test.x
    net = session.snapshot().ff
    scores = session.ff.model.goodness(x)
    np.testing.assert_allclose(net.label_goodness(x), scores, rtol=5e-4, atol=2e-5)
    np.testing.assert_allclose(model_of(net).goodness(x), scores, rtol=5e-4, atol=2e-5)
    costs = layer_costs(spec, 90, CLASSES, 48, SHAPE)
    for cost, layer in zip(costs, net.layers, strict=False):
        beside = 0 if layer.projection is None else layer.projection.size
        assert cost.ff_parameters - cost.comparison == layer.kernel.size + layer.bias.size + beside
    if session.bp is not None:
        twin = session.snapshot().bp
        shape = SHAPE if spec.layers[0].sees_places else (90,)
        expected = np.array(session.bp.model(x.reshape(-1, *shape)))
        np.testing.assert_allclose(twin.probabilities(x), expected, atol=1e-5)


def test_the_first_layer_is_written_out(path):
    """Planes of the label stand beside the three colours; the whole has one mean square."""
    spec = experiment(path, "label planes", "ff")
    data = images(spec)
    net = engine.Session(spec, data).snapshot().ff
    x, labels = data.test.x, data.test.y
    planes = np.zeros((len(x), *SHAPE[:2], 2 * CLASSES), np.float32)
    for repeat in range(2):
        planes[np.arange(len(x)), :, :, labels + repeat * CLASSES] = 1.0
    whole = np.concatenate([x.reshape(-1, *SHAPE), planes], axis=-1)
    seen = whole / np.sqrt(np.mean(whole**2, axis=(1, 2, 3), keepdims=True) + 1e-8)
    first = net.layers[0]
    assert first.kernel.shape == (3, 3, 3 + 2 * CLASSES, 6)
    summed = np.maximum(pad_and_sum(seen, first.kernel, first.bias), 0)
    pooled = summed[:, :6, :4].reshape(-1, 3, 2, 2, 2, 6).mean(axis=(2, 4))
    np.testing.assert_allclose(net.activities(x, labels)[0], pooled, rtol=1e-3, atol=1e-5)
    # Channels place by place are those of layers: an image's colours keep their brightness.
    spec = experiment(path, "energies by place", "ff")
    net = engine.Session(spec, data).snapshot().ff
    whole = x.reshape(-1, *SHAPE)
    seen = whole / np.sqrt(np.mean(whole**2, axis=(1, 2, 3), keepdims=True) + 1e-8)
    first = net.layers[0]
    summed = np.maximum(pad_and_sum(seen, first.kernel, first.bias), 0)
    pooled = summed[:, :6, :4].reshape(-1, 3, 2, 2, 2, 6).mean(axis=(2, 4))
    np.testing.assert_allclose(net.activities(x, labels)[0], pooled, rtol=1e-3, atol=1e-5)


@pytest.mark.parametrize(
    "name",
    ["label numbers", "label in a convolution", "centred planes", "energies by place", "pairs"],
)
def test_gradients_reach_every_colour(path, name):
    """Against differences of the value, number by number."""
    spec = experiment(path, name, "ff")
    data = images(spec)
    net = engine.Session(spec, data).snapshot().ff
    assert why_no_image_gradients(net) == ""
    rng = np.random.default_rng(1)
    x = rng.uniform(0.1, 1.0, (2, 90))
    numbers, step = np.array([1, 2]), 1e-6
    if NETS[name][1].get("negatives") == "other_image":
        numbers = np.zeros(2, int)
    for kind in kinds_of_wishes(net):
        gradient = ImageGradient(net, Wish(kind, 1, ALONE))
        _, slope = gradient.follow(x, numbers)
        assert slope.shape == (2, 90)
        for at in rng.permutation(90)[:24]:
            above, below = x.copy(), x.copy()
            above[:, at] += step
            below[:, at] -= step
            rise = gradient.measure(above, numbers) - gradient.measure(below, numbers)
            np.testing.assert_allclose(slope[:, at], rise / (2 * step), rtol=2e-3, atol=2e-6)
    scores = net.label_goodness(x.astype(np.float32))
    if LABEL in kinds_of_wishes(net):
        value = ImageGradient(net, Wish(LABEL, 1, ALONE)).measure(x, numbers)
        np.testing.assert_allclose(value, scores[[0, 1], 1, numbers], rtol=1e-3, atol=1e-5)


def test_pixels_are_covered_with_all_their_colours(path):
    spec = experiment(path, "classes", "ff")
    net = engine.Session(spec, images(spec)).snapshot().ff
    x = np.random.default_rng(0).random(90)
    gradient = ImageGradient(net, Wish(LABEL, 0, ALONE))
    made = attribute(gradient, x, 0, AttributionRule(OCCLUDED, patch=2))
    each = made.pixels.reshape(30, 3)
    np.testing.assert_allclose(each, each[:, :1].repeat(3, axis=1))
    # Neighbours are pixels of one colour: colours beside each other may differ at no cost.
    flat = np.tile([0.1, 0.5, 0.9], 30)
    varied, slope = measure_variation(flat[None], SHAPE)
    assert varied[0] == 0 and not slope.any()
    varied, _ = measure_variation(x[None], SHAPE)
    alone = [measure_variation(x[None, k::3], SHAPE[:2])[0][0] for k in range(3)]
    np.testing.assert_allclose(varied[0], sum(alone))


def test_files_know_the_shape_and_go_on_exactly(path, tmp_path):
    spec = experiment(path, "classes", epochs=2, shift=1, flip="horizontal", cutout=2)
    ff, bp = (dataclasses.replace(part, rate_schedule="constant") for part in (spec.ff, spec.bp))
    spec = spec.replace(ff=ff, bp=bp)
    data = images(spec)
    straight = engine.Session(spec, data)
    straight.run()
    first = engine.Session(spec.replace(epochs=1), data)
    first.run()
    target = tmp_path / "colours.h5"
    engine.save_session(first, target)
    archive = read_archive(target)
    assert archive.shape.image_shape == SHAPE and archive.spec.data.colours == "kept"
    assert archive.snapshot.image_shape == SHAPE
    assert archive.snapshot.title == "colours.npz 6×5×3-6-9"
    card, _ = describe_ours(target, 1)
    assert card.input_shapes == (SHAPE,)
    more = spec.replace(epochs=1)  # after a plan that is done
    again = engine.continue_session(engine.load_session(target), more, data)
    again.run()
    file = tmp_path / "000002.npz"
    write_checkpoint(file, again.checkpoint(), 0)
    assert read_checkpoint(file).checkpoint.shape.image_shape == SHAPE
    for one, other in zip(_weights(straight), _weights(again), strict=True):
        np.testing.assert_array_equal(one, other)


def _weights(session):
    nets = session.snapshot()
    arrays = [array for layer in nets.ff.layers for array in (layer.kernel, layer.bias)]
    return arrays + [array for layer in nets.bp.weights.values() for array in layer]


def test_a_script_repeats_the_colours(path, tmp_path, monkeypatch):
    """Convolutions, shifts, turns and cutout of colours, as the run had them."""
    spec = experiment(
        path, "energies by place", epochs=1, rotation=10.0, flip="both", shift=1, cutout=2
    )
    script, out = tmp_path / "again.py", tmp_path / "curves.csv"
    save_script(spec, script, version="1")
    assert "IMAGE_SHAPE = (6, 5, 3)" in script.read_text()
    monkeypatch.setattr(sys, "argv", [str(script), "--out", str(out)])
    runpy.run_path(str(script), run_name="__main__")
    history = History()
    engine.Session(spec, images(spec)).run(history.add)
    with out.open(newline="") as file:
        theirs = [
            (row["algorithm"], row["metric"], int(row["step"]), row["layer"], float(row["value"]))
            for row in csv.DictReader(file)
            if row["metric"] == "loss"
        ]
    mine = [
        (key.algorithm, key.metric, int(step), "" if key.layer is None else str(key.layer + 1), value)
        for key, series in history.series.items()
        if key.metric == "loss"
        for step, value in zip(series.axis("step"), series.values.tolist(), strict=True)
    ]  # fmt: skip
    assert sorted(theirs) == sorted(mine) and len(mine) > 8


def test_a_notebooks_colour_net(tmp_path):
    with pytest.raises(ValueError, match=r"\(height, width, 3\)"):
        engine.ClassForwardForward(96, 3, [{"kind": "conv", "units": 6}])
    with pytest.raises(ValueError, match="num_inputs=90"):
        engine.ClassForwardForward(90, 3, [{"units": 6}], image_shape=(6, 5))
    with pytest.raises(ValueError, match="height, width"):
        engine.ClassForwardForward(90, 3, [{"units": 6}], image_shape=(6, 5, 3, 1))
    net = engine.ClassForwardForward(
        90, 3, [{"kind": "conv", "units": 6}, {"units": 9}], image_shape=SHAPE
    )
    net.compile(keras.optimizers.Adam(0.01), seed=5)
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (12, *SHAPE), np.uint8)
    net.save(tmp_path / "net.keras")
    archive = read_archive(tmp_path / "net.keras")
    assert archive.shape.image_shape == SHAPE
    scores = archive.snapshot.ff.label_goodness((x / 255).astype(np.float32).reshape(12, -1))
    np.testing.assert_allclose(scores, net.goodness(x), rtol=1e-3, atol=1e-5)


def test_groups_and_label_planes_do_not_go_together(path):
    spec = experiment(path, "label planes").with_layer(0, groups=3)
    [problem] = spec_problems(spec, 90, CLASSES, SHAPE)
    assert problem.path == ("layers", 0, "groups") and problem.fixed.layers[0].groups == 1
    grouped = experiment(path, "classes").with_layer(0, groups=3)
    assert spec_problems(grouped, 90, CLASSES, SHAPE) == []
    data = images(grouped)
    session = engine.Session(grouped.replace(algorithms="ff"), data)
    net = session.snapshot().ff
    np.testing.assert_allclose(
        net.label_goodness(data.test.x),
        session.ff.model.goodness(data.test.x),
        rtol=5e-4,
        atol=2e-5,
    )


def test_a_net_is_called_by_its_shape(path):
    spec = experiment(path, "label numbers")
    data = images(spec)
    assert net_title(spec, data.shape) == "colours.npz 6×5×3-12-9"
    grey = dataclasses.replace(spec.data, colours="grey")
    data = images(spec.replace(data=grey))
    assert net_title(spec, data.shape) == "colours.npz 30-12-9"
