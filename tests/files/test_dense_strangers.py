"""Dense classifiers that others have saved: they predict what they predicted in Keras."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

from ffstudio.core.describe.network import Network
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.files.foreign.examine import examine_here

CORPUS = Path(os.environ.get("FFSTUDIO_CORPUS") or Path(__file__).parents[3] / "shared/h5-corpus")

pytestmark = pytest.mark.filterwarnings("ignore")


def classifier(*layers, inputs=(16,)):
    return keras.Sequential([keras.Input(inputs), *layers])


def dense(units, activation="relu"):
    return keras.layers.Dense(units, activation=activation)


def look_at(path, image_shape=(4, 4)):
    """The card of a file, and its net as the studio looks at it, without Keras."""
    contents = examine_here(path)
    assert contents.card.refused == ()
    (candidate,) = contents.candidates
    return contents.card, NetworkSnapshot(
        Network(candidate.network, role=contents.card.role), candidate.weights, image_shape
    )


def refusals(path):
    """Why a file is refused."""
    contents = examine_here(path)
    assert contents.candidates == ()
    return " ".join(contents.card.refused)


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_plain_keras_classifiers_open_and_predict_the_same(tmp_path, suffix):
    from keras.layers import Activation, Dropout, Flatten

    models = {
        "flat": classifier(dense(8), Dropout(0.2), dense(5, "tanh"), dense(3, "softmax")),
        "image": classifier(Flatten(), dense(6, "sigmoid"), dense(3, "softmax"), inputs=(4, 4)),
        "split": classifier(
            dense(6, None), Activation("relu"), dense(3, None), Activation("softmax")
        ),
    }
    x = np.random.default_rng(0).uniform(size=(9, 16)).astype(np.float32)
    for name, model in models.items():
        path = tmp_path / f"{name}{suffix}"
        model.save(path)
        card, net = look_at(path)
        given = x.reshape(9, 4, 4) if name == "image" else x
        np.testing.assert_allclose(
            net.probabilities(x), model.predict(given, verbose=0), rtol=1e-4, atol=1e-6
        )
        assert card.input_shapes == (given.shape[1:],)
        assert card.writer.startswith("Keras 3")
        assert card.role == "classifier"
    assert net.layers[0].units == 6


def test_other_layers_predict_the_same_too(tmp_path):
    path = tmp_path / "conv.h5"
    net = classifier(
        keras.layers.Conv2D(2, 3), keras.layers.Flatten(), dense(3, "softmax"), inputs=(8, 8, 1)
    )
    net.save(path)
    x = np.random.default_rng(0).uniform(size=(9, 64)).astype(np.float32)
    expected = net.predict(x.reshape(9, 8, 8, 1), verbose=0)
    np.testing.assert_allclose(
        look_at(path, (8, 8))[1].probabilities(x), expected, rtol=1e-4, atol=1e-6
    )


def functional(outputs):
    """A functional model; ``outputs`` makes its ends from the input of 16."""
    inputs = keras.Input((16,))
    return keras.Model(inputs, outputs(inputs))


def late_and_early(inputs):
    """The layer that is used last was made first."""
    last, first = dense(3, "softmax"), dense(8, "tanh")
    return last(first(inputs))


def two_heads(inputs):
    first = dense(3)(inputs)
    return [dense(3, "softmax")(first), dense(3, "softmax")(first)]


def shared(inputs):
    twice = dense(16)
    return dense(3, "softmax")(twice(twice(inputs)))


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_spellings_of_the_same_net_open(tmp_path, suffix):
    from keras.layers import Dense, Dropout, ReLU

    models = {
        "functional": functional(late_and_early),
        "relu-layer": classifier(dense(8, None), Dropout(0.1), ReLU(), dense(3, "softmax")),
        "relu-object": classifier(dense(8, ReLU()), dense(3, "softmax")),
        "function": classifier(dense(8, keras.activations.silu), dense(3, "softmax")),
        "no-bias": classifier(Dense(8, "elu", use_bias=False), dense(3, "softmax")),
        "float64": classifier(Dense(8, "leaky_relu", dtype="float64"), dense(3, "softmax")),
    }
    logits = classifier(dense(8), dense(3, None))
    logits.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    x = np.random.default_rng(0).normal(size=(9, 16)).astype(np.float32)
    for name, model in models.items():
        path = tmp_path / f"{name}{suffix}"
        model.save(path)
        expected = np.asarray(model(x))
        np.testing.assert_allclose(
            look_at(path)[1].probabilities(x), expected, rtol=1e-4, atol=1e-6
        )
    path = tmp_path / f"logits{suffix}"
    logits.save(path)
    expected = np.asarray(keras.ops.softmax(logits(x)))
    np.testing.assert_allclose(look_at(path)[1].probabilities(x), expected, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize("suffix", [".h5", ".keras"])
def test_unusual_nets_are_not_misread(tmp_path, suffix):
    from keras.layers import Flatten, ReLU

    models = {
        "an image of four channels": classifier(Flatten(), dense(3, "softmax"), inputs=(2, 2, 4)),
        "along the rows": classifier(dense(3, "softmax"), inputs=(4, 4)),
        "two heads": functional(two_heads),
        "one layer twice": functional(shared),
        "a bound": classifier(dense(8, None), ReLU(max_value=1.0), dense(3, "softmax")),
        "a slope": classifier(dense(8, ReLU(negative_slope=0.1)), dense(3, "softmax")),
        "gelu": classifier(dense(8, "gelu"), dense(3, "softmax")),
        "sigmoids": classifier(dense(8), dense(3, "sigmoid")),
        "a softmax inside": classifier(dense(8, "softmax"), dense(3, "softmax")),
    }
    x = np.random.default_rng(0).normal(size=(9, 16)).astype(np.float32)
    for model in models.values():
        path = tmp_path / f"net{suffix}"
        model.save(path)
        outputs = model(x.reshape(9, *model.inputs[0].shape[1:]))
        expected = np.asarray(outputs[0] if isinstance(outputs, list) else outputs)
        np.testing.assert_allclose(look_at(path)[1].outputs(x), expected, rtol=1e-4, atol=1e-6)
    spoilt = classifier(dense(8), dense(3, "softmax"))
    spoilt.layers[0].bias.assign(np.full(8, np.nan))
    spoilt.save(tmp_path / f"nan{suffix}")
    assert "not finite" in refusals(tmp_path / f"nan{suffix}")


def test_archives_of_keras_2_have_their_weights_elsewhere(tmp_path):
    model = classifier(dense(8, "tanh"), dense(3, "softmax"))
    path, old = tmp_path / "new.keras", tmp_path / "old.keras"
    model.save(path)
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(old, "w") as target:
        memory = io.BytesIO(source.read("model.weights.h5"))
        with h5py.File(memory, "a") as file:
            file.move("layers", "_layer_checkpoint_dependencies")
        target.writestr("config.json", source.read("config.json"))
        target.writestr("model.weights.h5", memory.getvalue())
    x = np.ones((2, 16), np.float32)
    np.testing.assert_array_equal(
        look_at(old)[1].probabilities(x), look_at(path)[1].probabilities(x)
    )


def test_weights_only_files_say_so(tmp_path):
    path = tmp_path / "w.weights.h5"
    classifier(dense(3, "softmax")).save_weights(path)
    assert examine_here(path).card.kind == "weights only"


def test_a_damaged_heap_does_not_hang_the_library(tmp_path):
    """One wrong length there has HDF5 1.14 run in circles, with the interpreter locked."""
    path = tmp_path / "net.h5"
    classifier(dense(8), dense(3, "softmax")).save(path)
    data = bytearray(path.read_bytes())
    heap = data.find(b"GCOL\x01")
    data[heap + 24 : heap + 32] = (2**64 - 16).to_bytes(8, "little")
    path.write_bytes(data)
    assert "texts overlap" in refusals(path)


def test_a_lambda_is_refused_by_name_and_never_run(tmp_path):
    path = tmp_path / "evil.h5"
    marker = tmp_path / "ran"
    config = {
        "class_name": "Sequential",
        "config": [
            {"class_name": "Lambda", "config": {"function": [f"open({str(marker)!r}, 'w')"]}}
        ],
    }
    with h5py.File(path, "w") as file:
        file.attrs["model_config"] = json.dumps(config)
        file.create_group("model_weights")
    assert "Lambda" in refusals(path)
    assert not marker.exists()


def test_zip_archives_without_weights_say_so(tmp_path):
    path = tmp_path / "net.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("config.json", "{}")
    assert "no model.weights.h5" in refusals(path)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_published_dense_classifiers_open():
    with (CORPUS / "table.csv").open(newline="", encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    dense_ones = [
        row["file"]
        for row in rows
        if row["kind"] == "full model"
        and set(row["layers"].split()) <= {"InputLayer", "Dense", "Flatten"}
    ]
    cards = {name[:2]: look_at(CORPUS / name)[0] for name in dense_ones}
    classifiers = {number: card for number, card in cards.items() if card.role == "classifier"}
    assert {number: card.writer for number, card in classifiers.items()} == {
        "05": "Keras 2.0.4", "31": "tf.keras 2.2.4", "32": "tf.keras 2.2.4",
    }  # fmt: skip


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of published models is not here")
def test_published_dense_models_read_real_digits(mnist_folder):
    with np.load(mnist_folder / "mnist.npz", allow_pickle=False) as data:
        x = (data["x_test"].reshape(-1, 784) / 255).astype(np.float32)
        y = data["y_test"]
    for name, least in (("05_TFKeras.h5", 0.92), ("32_robust_mnist.h5", 0.90)):
        _, net = look_at(CORPUS / name, (28, 28))
        assert (net.predict(x) == y).mean() > least
