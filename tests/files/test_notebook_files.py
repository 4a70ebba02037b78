"""Forward-Forward nets that a notebook saved come back: cards, scores, settings, training."""

from __future__ import annotations

import functools
import json
import zipfile

import keras
import numpy as np
import pytest

from ffstudio import engine
from ffstudio.cli import main
from ffstudio.core.errors import ModelFileError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.files.ours.archive import read_archive
from tests.marks import THOROUGH, choose_cases

KINDS = {
    "labels": (engine.ForwardForward, [{"units": 30}, {"units": 20}], {"label_scale": 2.0}),
    "classes": (engine.ClassForwardForward, [{"units": 30}, {"units": 20}], {}),
    "projections": (
        engine.ProjectedForwardForward, [{"kind": "conv", "units": 6, "pooling": "max"}, {"units": 20}], {},
    ),
    "spatial": (
        engine.ProjectedForwardForward, [{"kind": "conv", "units": 6, "goodness": "spatial", "pooling": "rms", "normalisation": "channels"}], {},
    ),
    "prototypes": (
        engine.PrototypeForwardForward, [{"units": 30, "activation": "gelu"}, {"units": 20, "activation": "selu"}], {},
    ),
    "images": (engine.UnsupervisedForwardForward, [{"units": 30}, {"units": 20}], {}),
    "pairs": (
        engine.SelfContrastiveForwardForward,
        [{"units": 30, "normalisation": "standard"}, {"units": 20, "normalisation": "standard"}],
        {"read_layers": "all"},
    ),
    "frames": (engine.RecurrentForwardForward, [{"units": 30}, {"units": 20}], {"frames": 5}),
    "planes": (
        engine.ForwardForward,
        [
            {"kind": "conv", "units": 6, "pooling": "max", "batch_norm": True},
            {"kind": "conv", "units": 8, "stride": 2, "padding": "valid", "groups": 2},
            {"kind": "conv", "units": 10, "stride": 2, "skip": 1},
            {"units": 20, "batch_norm": True},
        ],
        {"label_embedding": "append"},
    ),
}  # fmt: skip


# Layers that compare images by a map of their own.
MAPPED = (
    engine.ProjectedForwardForward,
    [{"kind": "conv", "units": 6, "comparison": "linear"}, {"units": 20, "comparison": "linear"}],
    {},
)


@pytest.fixture(scope="module")
def digits():
    return prepare(datasets.load(DataSpec("digits")), DataSpec("digits"), 1)


def trained(name, digits, optimizer=None, count=None, **compiled):
    """A fitted net of a kind, of its first ``count`` layers (by default all)."""
    kind, layers, more = KINDS.get(name, MAPPED)
    if name not in KINDS:
        compiled = {"class_loss": "predsim", **compiled}
    keras.utils.set_random_seed(3)
    net = kind(784, 10, layers[:count], **more)
    net.compile(optimizer or keras.optimizers.Adam(0.004), seed=5, **compiled)
    net.fit(digits.train.x[:300], digits.train.y[:300], batch_size=100, epochs=2, verbose=0)
    return net


@pytest.fixture(scope="module")
def once(digits):
    """Gives a trained net that is looked at and saved alone: one for all."""
    return functools.cache(lambda name: trained(name, digits))


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".keras"))
def test_how_it_has_learnt_comes_with_it(ending, digits, tmp_path):
    net = trained("projections", digits, class_loss="predsim", sharpness=1.0)
    net.save(tmp_path / f"net{ending}")
    spec = read_archive(tmp_path / f"net{ending}").spec
    assert (spec.ff.class_loss, spec.ff.goodness) == ("predsim", "projection")
    assert not spec.ff.maps_to_compare
    net = trained("images", digits, dropout=0.1, dropout_mask="shared")
    net.save(tmp_path / f"net{ending}")
    assert read_archive(tmp_path / f"net{ending}").spec.ff.dropout_mask == "shared"


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".keras"))
@pytest.mark.parametrize("name", KINDS)
def test_it_scores_in_the_studio_as_in_the_notebook(name, ending, once, digits, tmp_path):
    net = once(name)
    net.save(tmp_path / f"net{ending}")
    archive = read_archive(tmp_path / f"net{ending}")
    ff = archive.snapshot.ff
    scores = ff.label_goodness(digits.test.x).sum(axis=1)
    expected = net.predict(digits.test.x, verbose=0)
    np.testing.assert_allclose(scores, expected, rtol=1e-3, atol=1e-4)
    assert archive.spec.algorithms == "ff" and archive.snapshot.bp is None
    assert archive.spec.layers[0].learning_rate == 0.004, "not a float32's 0.004000000189989805"
    assert archive.spec.seed == 5
    assert "does not say which images" in archive.notes[0]
    assert "data set MNIST and batches of 256 are assumed" in archive.notes[0]


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".h5"))
@pytest.mark.parametrize(("name", "arrays"), [("projections", 3), ("compared by a map", 4)])
def test_the_memory_of_what_layers_learn_beside_comes_with_it_too(
    name, arrays, ending, once, tmp_path
):
    net = once(name)
    net.save(tmp_path / f"net{ending}")
    session = engine.load_session(tmp_path / f"net{ending}")
    theirs = [v.numpy() for v in net.optimizer.variables]
    for i, optimizer in enumerate(session.ff.optimizers):
        ours = [v.numpy() for v in optimizer.variables]
        kept = 2 * arrays  # moments of kernel, bias, projection, and a map
        assert len(ours) == 2 + kept  # after steps and rate
        for mine, other in zip(ours[2:], theirs[2 + kept * i : 2 + kept * (i + 1)], strict=True):
            np.testing.assert_array_equal(mine, other)
    for ours, layer in zip(session.ff.model.ff_layers, net.ff_layers, strict=True):
        if layer.comparison is not None:
            np.testing.assert_array_equal(ours.comparison.numpy(), layer.comparison.numpy())


def test_the_memory_of_a_net_with_a_frozen_layer_comes_with_it(digits, tmp_path):
    """Its optimizer knows all layers, also those that were frozen before it was compiled."""
    keras.utils.set_random_seed(3)
    net = engine.ClassForwardForward(784, 10, [{"units": 30}, {"units": 20}])
    net.ff_layers[0].trainable = False
    net.compile(keras.optimizers.Adam(0.004), seed=5)
    net.fit(digits.train.x[:300], digits.train.y[:300], batch_size=100, verbose=0)
    net.save(tmp_path / "net.keras")
    session = engine.load_session(tmp_path / "net.keras")
    theirs = [v.numpy() for v in net.optimizer.variables]
    for i, optimizer in enumerate(session.ff.optimizers):
        kept = [v.numpy() for v in optimizer.variables][2:]
        assert any(array.any() for array in kept) == (i == 1)
        for mine, other in zip(kept, theirs[2 + 4 * i : 6 + 4 * i], strict=True):
            np.testing.assert_array_equal(mine, other)


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".h5"))
def test_layers_with_batch_normalisation_bring_all_of_it(ending, once, tmp_path):
    net = once("planes")
    net.save(tmp_path / f"net{ending}")
    session = engine.load_session(tmp_path / f"net{ending}")
    assert [layer.batch_norm for layer in session.spec.layers] == [True, False, False, True]
    assert [layer.groups for layer in session.spec.layers] == [1, 2, 1, 1]
    assert [layer.skip for layer in session.spec.layers] == [0, 0, 1, 0]
    theirs, start = [v.numpy() for v in net.optimizer.variables], 2
    for optimizer, layer, other in zip(
        session.ff.optimizers, session.ff.model.ff_layers, net.ff_layers, strict=True
    ):
        for ours, kept in zip(layer.weights, other.weights, strict=True):
            assert ours.name == kept.name
            if ours.name != "mean_activity":
                np.testing.assert_array_equal(ours.numpy(), kept.numpy())
        moments = [v.numpy() for v in optimizer.variables][2:]
        assert len(moments) == (8 if layer.batch_norm else 6 if layer.skip else 4)
        for mine, moment in zip(moments, theirs[start : start + len(moments)], strict=True):
            np.testing.assert_array_equal(mine, moment)
        start += len(moments)
    assert start == len(theirs)


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".keras"))
def test_its_optimizers_memory_comes_with_it(ending, digits, tmp_path):
    net = trained("images", digits, peer=0.1)
    net.save(tmp_path / f"net{ending}")
    session = engine.load_session(tmp_path / f"net{ending}")
    theirs = [v.numpy() for v in net.optimizer.variables]
    for i, optimizer in enumerate(session.ff.optimizers):
        ours = [v.numpy() for v in optimizer.variables]
        assert ours[0] == theirs[0] == 6
        for mine, other in zip(ours[2:], theirs[2 + 4 * i : 6 + 4 * i], strict=True):
            np.testing.assert_array_equal(mine, other)
    for ours, layer in zip(session.ff.model.ff_layers, net.ff_layers, strict=True):
        np.testing.assert_array_equal(ours.mean_activity.numpy(), layer.mean_activity.numpy())
    assert len(read_archive(tmp_path / f"net{ending}").notes) == 1


def test_it_goes_on_learning_in_a_session(once, digits, tmp_path):
    net = once("labels")
    net.save(tmp_path / "net.keras")
    archive = read_archive(tmp_path / "net.keras")
    spec = archive.spec.replace(data=DataSpec("digits"), epochs=6, batch_size=100)
    session = engine.continue_session(engine.load_session(tmp_path / "net.keras"), spec, digits)
    before = net.evaluate(digits.test.x, digits.test.y, verbose=0)[1]
    finished = session.run(lambda event: None)
    assert finished.test_accuracy["ff"] > before


@pytest.mark.parametrize(
    ("optimizer", "name", "said"),
    [
        (keras.optimizers.SGD(0.1), "sgd", ""),
        pytest.param(keras.optimizers.SGD(0.1, momentum=0.9), "momentum", "", marks=THOROUGH),
        (keras.optimizers.SGD(0.1, momentum=0.5), "momentum", "momentum was 0.5"),
        (keras.optimizers.RMSprop(0.001), "rmsprop", ""),
        pytest.param(keras.optimizers.Adagrad(0.01), "adagrad", "", marks=THOROUGH),
        (keras.optimizers.Nadam(0.01), "adam", "optimizer was Nadam"),
        (keras.optimizers.Adam(0.01, beta_1=0.5), "adam", "beta_1 0.5"),
        (
            keras.optimizers.Adam(keras.optimizers.schedules.ExponentialDecay(0.02, 9, 0.5)),
            "adam",
            "schedule; here it is 0.02",
        ),
    ],
)
def test_what_an_experiment_lacks_is_said(optimizer, name, said, digits, tmp_path):
    trained("labels", digits, optimizer, count=1).save(tmp_path / "net.keras")
    archive = read_archive(tmp_path / "net.keras")
    assert archive.spec.layers[0].optimizer == name
    assert any(said in note for note in archive.notes[:-1]) if said else len(archive.notes) == 1
    engine.load_session(tmp_path / "net.keras")


def test_a_net_that_was_never_compiled_opens(tmp_path):
    net = engine.ForwardForward(784, 10, [{"units": 30}])
    net.save(tmp_path / "net.keras")
    assert any("not compiled" in note for note in read_archive(tmp_path / "net.keras").notes)


@pytest.mark.parametrize(
    ("inputs", "classes", "data", "colours", "said"),
    [
        (784, 10, "mnist", "grey", "data set MNIST and batches"),
        (784, 26, "file", "grey", "choose your file of 28×28 pixels and 26 classes"),
        (64, 10, "file", "grey", "choose your file of 8×8 pixels and 10 classes"),
        ((6, 5, 3), 4, "file", "kept", "choose your file of 6×5×3 pixels and 4 classes"),
    ],
)
def test_images_are_assumed_only_where_they_suit_the_net(
    inputs, classes, data, colours, said, tmp_path, capsys
):
    settings = {"image_shape": inputs, "label_embedding": "append"} if classes == 4 else {}
    size = inputs if isinstance(inputs, int) else int(np.prod(inputs))
    engine.ForwardForward(size, classes, [{"units": 30}], **settings).save(tmp_path / "net.keras")
    archive = read_archive(tmp_path / "net.keras")
    spec = archive.spec.data
    assert (spec.name, spec.path, spec.colours) == (data, "", colours)
    assert any(said in note for note in archive.notes)
    if data == "file":
        assert main(["evaluate", str(tmp_path / "net.keras")]) == 2
        assert "No file of images has been chosen" in capsys.readouterr().err


def test_inspect_and_evaluate_take_it(once, digits, tmp_path, capsys):
    net = once("labels")
    net.save(tmp_path / "net.keras")
    assert main(["inspect", str(tmp_path / "net.keras")]) == 0
    told = capsys.readouterr().out
    assert "in a notebook" in told and "assumed: The file does not say" in told
    np.savez(tmp_path / "data.npz", x=digits.test.x.reshape(-1, 28, 28), y=digits.test.y)
    told = main(
        ["evaluate", str(tmp_path / "net.keras"), "--data", str(tmp_path / "data.npz"), "--json"]
    )
    answer = capsys.readouterr()
    assert told == 0, answer.err
    assert "does not say which images" in answer.err
    judged = net.evaluate(digits.test.x, digits.test.y, verbose=0)[1]
    assert json.loads(answer.out)["accuracy"] == pytest.approx(judged)


def exchange(path, change):
    """Writes the archive anew with its configuration changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    config = json.loads(members["config.json"])
    change(config)
    members["config.json"] = json.dumps(config).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda c: c["config"].update(num_inputs=785), "image size"),
        (lambda c: c["config"]["layers"][0].update(units=31), "shape"),
        (lambda c: c["config"]["layers"][0].update(normalisation="unit_length"), "differ in"),
        (lambda c: c["config"].update(layers="many"), "damaged"),
        (lambda c: c["config"].update(layers=[]), "damaged"),
        (lambda c: c["config"].update(supervision="dreams"), "dreams"),
        (lambda c: c["compile_config"].update(sharpness="sharp"), "damaged"),
        (lambda c: c["config"]["layers"][0].update(activation="lambda"), "activation"),
    ],
)
def test_a_damaged_one_is_refused_in_a_sentence(change, said, once, tmp_path):
    once("labels").save(tmp_path / "net.keras")
    exchange(tmp_path / "net.keras", change)
    with pytest.raises(ModelFileError, match=said) as caught:
        read_archive(tmp_path / "net.keras")
    assert caught.value.advice


@pytest.mark.parametrize("ending", choose_cases([".keras", ".h5"], ".keras"))
def test_what_no_experiment_can_have_is_said_of_the_net(ending, tmp_path, capsys):
    net = engine.ForwardForward(784, 10, [{"units": 30, "activation": "mish"}])
    net.save(tmp_path / f"net{ending}")
    said = "This Forward-Forward net of a notebook has what the studio's experiments have not: "
    file, scores = tmp_path / f"net{ending}", tmp_path / "scores.onnx"
    for act in (
        lambda: read_archive(file),
        lambda: engine.convert(file, scores, net="ff"),
        lambda: engine.convert(file, scores),
    ):
        with pytest.raises(ModelFileError, match=f"{said}.*'mish'.*Keras opens it"):
            act()
    assert main(["inspect", str(file)]) != 0
    told = capsys.readouterr()
    assert "'mish'" in told.out + told.err and "experiment file" not in told.out + told.err


def test_a_strangers_class_of_that_name_is_not_taken_for_ours(once, tmp_path):
    once("labels").save(tmp_path / "net.keras")
    exchange(tmp_path / "net.keras", lambda c: c.update(registered_name="other>ForwardForward"))
    with pytest.raises(ModelFileError, match="has not saved"):
        read_archive(tmp_path / "net.keras")
