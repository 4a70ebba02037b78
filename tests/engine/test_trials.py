"""The table over a folder of strangers' models."""

from __future__ import annotations

import json

import keras
import numpy as np
import pytest

from ffstudio import cli
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import ModelFileError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load_small
from ffstudio.engine.strangers import build as foreign
from ffstudio.engine.strangers import plain_keras, trials
from ffstudio.engine.strangers.opened import open_foreign
from ffstudio.files.foreign import sandbox
from tests.files.legacy import write_weights
from tests.marks import THOROUGH

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A classifier that wants black on white, its bare weights, an autoencoder, a web page."""
    spec = DataSpec("digits")
    data = prepare(datasets.load(spec), spec, 0)
    keras.utils.set_random_seed(1)
    net = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Conv2D(6, 5, strides=2, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(10, "softmax"),
        ]
    )
    net.compile("adam", "sparse_categorical_crossentropy")
    x = 1 - data.train.x.reshape(-1, 28, 28, 1)
    net.fit(x, data.train.y, batch_size=32, epochs=6, verbose=0)
    made = tmp_path_factory.mktemp("models")
    net.save(made / "negative.h5")
    import h5py

    with h5py.File(made / "bare.h5", "w") as file:
        named = [(y.name, [(w.path, np.asarray(w)) for w in y.weights]) for y in net.layers]
        write_weights(file, named, "3.15.1", "tensorflow")
    flat = keras.Sequential([keras.Input((784,)), keras.layers.Dense(784, use_bias=False)])
    flat.layers[0].set_weights([np.eye(784, dtype="float32")])
    flat.save(made / "same.keras")
    (made / "page.h5").write_text("<html></html>")
    (made / "notes.txt").write_text("not a model")
    (made / "table.csv").write_text("file,keras3_load\npage.h5,fail\nnegative.h5,ok\n")
    return made


def test_the_table_tells_what_each_model_is_and_can(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))  # no MNIST: the bundled digits serve
    told = []
    table = trials.table_of(folder, told.append)
    rows = {row["file"]: row for row in table["rows"]}
    assert told == sorted(rows) == ["bare.h5", "negative.h5", "page.h5", "same.keras"]
    assert rows["negative.h5"]["plain_keras"] == "ok"
    assert rows["negative.h5"]["accuracy"] > 0.85
    assert rows["negative.h5"]["preprocessing"] == "1 − x/255 (black on white)"
    assert rows["bare.h5"]["accuracy"] == pytest.approx(rows["negative.h5"]["accuracy"])
    assert rows["same.keras"]["role"] == "autoencoder"
    assert rows["same.keras"]["reconstruction"] == pytest.approx(1)
    assert rows["page.h5"]["status"] == "refused"
    assert "web page" in rows["page.h5"]["reason"]
    assert table["summary"] == {
        "files": 4,
        "whole_models": 2,
        "whole_models_opened": 2,
        "weights_only": 1,
        "weights_only_opened": rows["bare.h5"]["status"] == "opens",
        "weights_only_partly": rows["bare.h5"]["status"] == "opens partly",
        "plain_keras_opened": 1,
    }
    text = trials.text_of(table)
    assert "2 of 2 whole models open" in text
    json.dumps(table)


@THOROUGH  # with plain Keras beside it the command is tried below
def test_the_command_makes_the_table(folder, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    assert cli.main(["inspect", "--table", str(folder), "--json"]) == cli.OK
    table = json.loads(capsys.readouterr().out)
    assert [row["file"] for row in table["rows"]] == [
        "bare.h5",
        "negative.h5",
        "page.h5",
        "same.keras",
    ]


def test_beside_plain_keras(folder, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for name in ("negative.h5", "bare.h5", "page.h5"):
        (mixed / name).write_bytes((folder / name).read_bytes())
    assert cli.main(["inspect", "--table", str(mixed), "--plain-keras", "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    rows = {row["file"]: row for row in table["rows"]}
    negative = rows["negative.h5"]
    assert negative["plain_keras"] == "ok"
    assert negative["plain_keras_preprocessing"] == negative["preprocessing"]
    assert negative["plain_keras_accuracy"] == pytest.approx(negative["accuracy"], abs=1e-9)
    assert rows["bare.h5"]["plain_keras"] == "fail"
    assert "No model config" in rows["bare.h5"]["plain_keras_error"]
    # What is refused is not handed to Keras.
    assert rows["page.h5"]["plain_keras"] == "not tried"
    assert rows["page.h5"]["plain_keras_error"] == "the file is refused"
    assert "Classifiers that both open: 1" in trials.text_of(table)
    assert cli.main(["inspect", "--plain-keras", str(folder / "bare.h5")]) == 2
    assert "belongs to --table" in capsys.readouterr().err


def test_a_crash_of_plain_keras_is_told(folder, monkeypatch, tmp_path):
    monkeypatch.setattr(plain_keras, "SECONDS", 0.1)
    data = tmp_path / "data.npz"
    plain_keras.write_data(data, (np.zeros(0), np.zeros(0)), (np.zeros(0), np.zeros(0)))
    assert plain_keras.try_file(folder / "negative.h5", True, data) == plain_keras.Plain(
        False, error="took too much time"
    )


def test_a_foreign_model_is_loaded_with_its_preprocessing(folder):
    data = datasets.load(DataSpec("digits"))
    images, labels = trials.sample(data, 300)
    loaded = foreign.load_foreign(folder / "negative.h5", images, labels)
    assert loaded.trials[0].preprocessing.scale == "1–0"
    predicted = loaded.predict(loaded.trials[0].preprocessing.apply(data.x_test)).argmax(axis=1)
    assert np.mean(predicted == data.y_test) > 0.85
    with pytest.raises(ModelFileError, match="web page"):
        foreign.load_foreign(folder / "page.h5")


def test_samples_hold_as_many_of_every_class():
    images, labels = trials.sample(datasets.load(DataSpec("digits")), 200)
    assert images.dtype == np.uint8
    assert np.bincount(labels).tolist() == [20] * 10


def save_linear(path, x, labels):
    """A net by least squares for flat images, saved."""
    wide = np.concatenate([x, np.ones((len(x), 1))], axis=1).astype(np.float64)
    ridge = 0.01 * np.trace(wide.T @ wide) / wide.shape[1] * np.eye(wide.shape[1])
    solved = np.linalg.solve(wide.T @ wide + ridge, wide.T @ np.eye(10)[labels])
    net = keras.Sequential([keras.Input(x.shape[1:]), keras.layers.Dense(10)])
    net.layers[0].set_weights([solved[:-1].astype("float32"), solved[-1].astype("float32")])
    net.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    net.save(path)


def test_small_nets_are_tried_on_both_sets_of_digits(tmp_path):
    """One that half recognises the digits that came so small may have learnt larger ones."""
    data = datasets.load(DataSpec("digits"))
    images, labels = trials.sample(data)
    way = Preprocessing("0–1", (64,), (8, 8))
    small, small_labels = trials.sample(load_small())
    x = np.concatenate([way.apply(images), way.apply(small[::20])])
    save_linear(tmp_path / "small.keras", x, np.concatenate([labels, small_labels[::20]]))
    contents = sandbox.examine(tmp_path / "small.keras")
    on_small = foreign.choose_candidate(contents, small, small_labels)
    assert 0.5 <= on_small.trials[0].score < 0.9
    loaded, on = trials.best_of(contents, data, None)
    assert on.title == "Bundled digits"
    assert loaded.trials[0].preprocessing == way and loaded.trials[0].score >= 0.9


def test_of_what_recognises_most_but_not_all_it_is_said_that_it_may_want_images_otherwise(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    data = datasets.load(DataSpec("digits"))
    images, labels = trials.sample(data)
    way = Preprocessing("0–1", (784,), (28, 28))
    for known in (10, 8):
        some = labels < known
        save_linear(tmp_path / f"{known}.keras", way.apply(images[some]), labels[some])
    assert not [note for note in open_foreign(tmp_path / "10.keras").notes if "otherwise" in note]
    notes = open_foreign(tmp_path / "8.keras").notes
    (note,) = (note for note in notes if "otherwise" in note)
    assert "images of Bundled digits at best, as " in note
    assert note.endswith(
        "If it was better where it was trained, it may want them otherwise: the model card sets "
        "scale, turn and fit by hand."
    )
