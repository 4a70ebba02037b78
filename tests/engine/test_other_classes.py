"""Classifiers of classes that no data set here has, and such as recognise nothing as they are."""

from __future__ import annotations

import json
from functools import partial

import h5py
import keras
import numpy as np
import pytest
from PIL import Image

from ffstudio import cli
from ffstudio.cli import evaluate
from ffstudio.core.describe.preprocessing import Preprocessing, assign_outputs
from ffstudio.core.describe.work import count_affordable
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.other_images import may_be_taken
from ffstudio.engine.strangers import opened as opened_module
from ffstudio.engine.strangers import trials
from ffstudio.engine.strangers.opened import open_foreign
from tests.files.legacy import write_weights
from tests.marks import choose_cases

pytestmark = pytest.mark.filterwarnings("ignore")
DIGITS = DataSpec("digits")


@pytest.fixture(scope="module")
def kernel():
    """A linear classifier of digits by least squares: (784, 10) and (10,)."""
    spec = DataSpec("digits")
    data = prepare(datasets.load(spec), spec, 0)
    x = np.hstack([data.train.x, np.ones((len(data.train), 1), np.float32)])
    wanted = np.eye(10, dtype=np.float32)[data.train.y]
    solved = np.linalg.solve(x.T @ x + 5 * np.eye(785), x.T @ wanted).astype(np.float32)
    return solved[:784], solved[784]


@pytest.fixture(autouse=True)
def bundled_digits_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def save(path, weights, bias, shape=(28, 28, 1)):
    dense = keras.layers.Dense(len(bias), "softmax")
    net = keras.Sequential([keras.Input(shape), keras.layers.Flatten(), dense])
    dense.set_weights([8 * weights, 8 * bias])
    net.save(path)
    return path


def test_letters_get_no_accuracy_of_digits(tmp_path, capsys):
    rng = np.random.default_rng(0)
    path = save(tmp_path / "letters.h5", rng.normal(size=(784, 26)), np.zeros(26))
    opened = open_foreign(path)
    assert opened.snapshot.class_names[0] == "A" and opened.snapshot.class_names[-1] == "Z"
    said = " ".join(opened.notes)
    assert "No data set here has its 26 classes" in said
    assert "called A to Z" in said
    assert "%" not in said
    assert opened.spec.network.preprocessing.scale == "0–1"
    assert not any(trial.count for trial in opened.trials)
    assert len(opened.trials) > 5  # all the others can be chosen
    assert cli.main(["evaluate", str(path)]) == 2
    assert "No data set here has the 26 classes" in capsys.readouterr().err
    row = trials.table_of(tmp_path)["rows"][0]
    assert "accuracy" not in row
    assert "No data set here" in row["untried"]


def test_a_net_that_scales_by_itself_is_handed_bytes(tmp_path):
    net = keras.Sequential(
        [
            keras.Input((28, 28, 1)),
            keras.layers.Rescaling(1 / 255),
            keras.layers.Flatten(),
            keras.layers.Dense(47, "softmax"),
        ]
    )
    net.save(tmp_path / "emnist.keras")
    opened = open_foreign(tmp_path / "emnist.keras")
    assert opened.spec.network.preprocessing.scale == "0–255"
    assert any("brings them to fractions" in note for note in opened.notes)


@pytest.mark.parametrize("turned", choose_cases([1, 2, 3], 1))
def test_turned_images_explain_a_net_that_recognises_nothing_upright(tmp_path, kernel, turned):
    weights, bias = kernel
    pictures = np.rot90(weights.reshape(28, 28, 10), turned, axes=(0, 1)).reshape(784, 10)
    opened = open_foreign(save(tmp_path / "turned.h5", pictures, bias))
    best = opened.trials[0]
    assert best.score > 0.8
    way = best.preprocessing
    x = np.arange(784, dtype=np.uint8).reshape(1, 28, 28)
    expected = Preprocessing("0–255", (28, 28, 1), (28, 28), turned=turned).apply(x)
    same = Preprocessing("0–255", (28, 28, 1), (28, 28), way.fit, way.transposed, way.turned)
    assert np.array_equal(same.apply(x), expected) or turned == 2
    assert Preprocessing.from_dict(way.to_dict()) == way


def test_bare_weights_of_turned_images_are_looked_at_turned(tmp_path, kernel):
    weights, bias = kernel
    pictures = np.rot90(weights.reshape(28, 28, 10), 1, axes=(0, 1)).reshape(784, 10)
    path = tmp_path / "turned_weights.h5"
    named = [("dense", [("dense/kernel:0", 8 * pictures), ("dense/bias:0", 8 * bias)])]
    with h5py.File(path, "w") as file:
        write_weights(file, named, "2.1.6", "tensorflow")
    best = open_foreign(path).trials[0]
    assert best.score > 0.8 and (best.preprocessing.turned or best.preprocessing.transposed)


def test_another_order_of_the_classes_is_found_and_said(tmp_path, kernel):
    weights, bias = kernel
    order = [3, 1, 4, 0, 5, 9, 2, 6, 8, 7]
    opened = open_foreign(save(tmp_path / "order.h5", weights[:, order], bias[order]))
    assert list(opened.snapshot.class_names) == [str(n) for n in order]
    assert any("another order" in note for note in opened.notes)


def test_what_recognises_nothing_says_so_with_what_was_tried(tmp_path, capsys):
    rng = np.random.default_rng(1)
    path = save(tmp_path / "noise.h5", rng.normal(size=(784, 10)) / 8, np.zeros(10))
    opened = open_foreign(path)
    assert any("recognises nothing here" in n and "were tried" in n for n in opened.notes)
    assert cli.main(["evaluate", str(path)]) == 0
    assert "recognises nothing here" in capsys.readouterr().out
    table = trials.table_of(tmp_path)
    assert "recognises nothing here" in trials.text_of(table)
    json.dumps(table)


def test_what_recognises_some_says_how_many_and_what_was_tried(tmp_path, kernel):
    weights, bias = kernel
    rng = np.random.default_rng(2)
    for share in (3, 2, 1.5, 1):  # so much noise that about half is recognised
        noisy = weights + share * weights.std() * rng.normal(size=weights.shape)
        opened = open_foreign(save(tmp_path / "half.h5", noisy, bias))
        if opened.trials[0].score >= 0.3:
            break
    score = opened.trials[0].score
    assert 0.3 <= score < 0.7
    (said,) = (note for note in opened.notes if "at best" in note)
    assert f"{score:.1%}" in said and opened.trials[0].preprocessing.text() in said
    good = open_foreign(save(tmp_path / "good.h5", weights, bias))
    assert good.trials[0].score > 0.7 and not any("at best" in note for note in good.notes)


def test_outputs_are_assigned_one_class_each():
    truth = np.arange(30) % 3
    order, share = assign_outputs((truth + 1) % 3, truth, 3)
    assert order == (2, 0, 1) and share == 1.0
    order, share = assign_outputs(np.zeros(30, int), truth, 3)
    assert sorted(order) == [0, 1, 2] and share == pytest.approx(1 / 3)


def test_another_order_comes_with_the_way_that_explains_it(tmp_path, kernel):
    """What is said of the images is what the net is handed, and nothing says the contrary."""
    weights, bias = kernel
    order = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
    opened = open_foreign(save(tmp_path / "order.h5", weights[:, order], bias[order]))
    way = opened.trials[0].preprocessing
    (said,) = (note for note in opened.notes if "another order" in note)
    assert way.text() in said and opened.spec.network.preprocessing == way
    assert not any("recognises nothing" in note for note in opened.notes)
    assert opened.trials[0].score > 0.7


def test_one_number_for_two_classes_is_no_accuracy_of_digits(tmp_path):
    """As classifiers of cats and dogs are: nothing here has their classes."""
    keras.utils.set_random_seed(1)
    layers = [
        keras.Input((40, 40, 3)),
        keras.layers.Conv2D(2, 3, strides=4),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, "sigmoid"),
    ]
    net = keras.Sequential(layers)
    net.compile("rmsprop", "binary_crossentropy", metrics=["accuracy"])
    net.save(tmp_path / "cats_and_dogs.h5")
    opened = open_foreign(tmp_path / "cats_and_dogs.h5")
    assert any("tell two classes apart. No data set here" in note for note in opened.notes)
    assert not opened.trials


@pytest.fixture
def costly(monkeypatch):
    """A judgement may cost as much as 50 images of the net below."""
    work = 784 * 10
    monkeypatch.setattr(evaluate, "count_affordable", partial(count_affordable, most=50 * work))


def test_a_sample_is_judged_and_said_where_one_image_costs_much(
    kernel, tmp_path, capsys, monkeypatch, costly
):
    path = save(tmp_path / "net.h5", *kernel)
    judged = []
    inner = NetworkSnapshot.judge

    def judge(self, samples, errand=None):
        judged.append(len(samples))
        return inner(self, samples, errand)

    monkeypatch.setattr(NetworkSnapshot, "judge", judge)
    assert cli.main(["evaluate", str(path)]) == 0
    out, _ = capsys.readouterr()
    assert max(judged) == 50
    said = next(line for line in out.splitlines() if line.startswith("Backprop"))
    assert "of a sample of 50 of 300 images of" in said and "(95%)" in said
    assert "(300 images)" not in out
    assert "--all judges all" in out
    assert cli.main(["evaluate", str(path), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["images"], result["images_in_set"], result["is_sample"]) == (50, 300, True)
    low, high = result["interval"]
    assert low < result["accuracy"] < high
    assert np.sum(result["confusion"]) == 50

    judged.clear()
    assert cli.main(["evaluate", str(path), "--all", "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert max(judged) == 300 == whole["images"] and not whole["is_sample"]
    assert "interval" not in whole
    assert low <= whole["accuracy"] <= high


def test_keras_judges_as_numpy_does(kernel, tmp_path):
    path = save(tmp_path / "net.h5", *kernel)
    opened = open_foreign(path)
    x = np.random.default_rng(0).random((7, 784), np.float32)
    quick = opened.compute_by_keras().bp
    np.testing.assert_allclose(quick.outputs(x), opened.snapshot.bp.outputs(x), atol=1e-6)
    assert quick.work == 784 * 10


def test_what_was_not_tried_for_want_of_time_is_said_and_can_be_tried(
    kernel, tmp_path, capsys, monkeypatch
):
    path = save(tmp_path / "net.h5", kernel[0][::-1], kernel[1])
    monkeypatch.setattr(opened_module, "SEARCH_WORK", 1.0)
    opened = open_foreign(path)
    assert len(opened.trials) == 1 and opened.trials[0].count == 10
    assert opened.left_out[0].endswith("7 ways to hand images over")
    assert any("trying ended early: not tried were 7 ways" in note for note in opened.notes)
    assert cli.main(["evaluate", str(path)]) == 0
    assert "--all tries all of it" in capsys.readouterr().out
    assert cli.main(["evaluate", str(path), "--all"]) == 0
    out = capsys.readouterr().out
    assert "ended early" not in out and "upside down" in out


@pytest.fixture
def parity(kernel, tmp_path):
    """A net that tells even from odd digits, and digits in folders of these names."""
    even = kernel[0][:, ::2].sum(axis=1), kernel[1][::2].sum()
    odd = kernel[0][:, 1::2].sum(axis=1), kernel[1][1::2].sum()
    weights = np.stack([even[0], odd[0]], axis=1)
    path = save(tmp_path / "parity.h5", weights, np.array([even[1], odd[1]], np.float32))
    digits = datasets.load(DataSpec("digits"))
    for i, (x, y) in enumerate(zip(digits.x_test[:60], digits.y_test[:60], strict=True)):
        folder = tmp_path / "brought" / ("odd" if y % 2 else "even")
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(trials.as_bytes(x)).save(folder / f"{i}.png")
    return path, tmp_path / "brought"


def test_no_accuracy_of_classes_that_are_only_guessed(parity, capsys):
    path, _ = parity
    assert cli.main(["evaluate", str(path), "--dataset", "digits"]) == 2
    out, err = capsys.readouterr()
    assert "%" not in out and "tells 2 classes apart and does not say which" in err
    assert "--classes" in err
    # And in the window: no zeros and ones are found by these names, and MNIST does not fit.
    opened = open_foreign(path)
    assert opened.snapshot.class_names == ("output 0", "output 1")
    assert not may_be_taken(prepare(datasets.load(DIGITS), DIGITS, 0), opened.snapshot)
    assert cli.main(["evaluate", str(path), "--dataset", "digits", "--classes", "0"]) == 2
    assert "--classes names 1 classes, parity.h5 has 2 outputs" in capsys.readouterr().err


def test_outputs_without_names_are_those_of_as_many_folders_and_that_is_said(parity, capsys):
    path, brought = parity
    assert cli.main(["evaluate", str(path), "--dataset", str(brought), "--json"]) == 0
    out, err = capsys.readouterr()
    assert "taken for even, odd, in this order" in err
    assumed = json.loads(out)
    assert assumed["accuracy"] > 0.75 and assumed["class_names"] == ["even", "odd"]
    named = [
        *("evaluate", str(path), "--dataset", str(brought), "--json"),
        "--classes",
        "even, odd",
    ]
    assert cli.main(named) == 0
    out, err = capsys.readouterr()
    assert "does not say" not in err
    assert json.loads(out)["accuracy"] == assumed["accuracy"]
