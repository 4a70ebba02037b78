"""Strangers' nets on images that somebody gives: how they want them is tried out on these, and of
what cannot be judged it is said what it is.
"""

from __future__ import annotations

import json

import keras
import numpy as np
import pytest
from PIL import Image

from ffstudio import cli
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.engine.strangers.opened import open_foreign
from ffstudio.engine.strangers.trials import as_bytes
from tests.marks import THOROUGH

pytestmark = pytest.mark.filterwarnings("ignore")
DIGITS = DataSpec("digits")
ELEVEN = "x,0,1,2,3,4,5,6,7,8,9"


@pytest.fixture(scope="module")
def data():
    return prepare(datasets.load(DIGITS), DIGITS, 0)


@pytest.fixture(scope="module")
def kernel(data):
    """A linear classifier of digits by least squares: (784, 10) and (10,)."""
    x = np.hstack([data.train.x, np.ones((len(data.train), 1), np.float32)])
    wanted = np.eye(10, dtype=np.float32)[data.train.y]
    solved = np.linalg.solve(x.T @ x + 5 * np.eye(785), x.T @ wanted).astype(np.float32)
    return 8 * solved[:784], 8 * solved[784]


@pytest.fixture(autouse=True)
def bundled_digits_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def save(path, weights, bias, activation="softmax", loss=None):
    dense = keras.layers.Dense(len(bias), activation)
    net = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), dense])
    dense.set_weights([weights, bias])
    if loss is not None:
        net.compile("adam", loss)
    net.save(path)
    return path


def save_layers(path, shape, *layers):
    keras.Sequential([keras.Input(shape), *layers]).save(path)
    return path


def evaluate(capsys, *arguments):
    code = cli.main(["evaluate", *map(str, arguments)])
    return code, *capsys.readouterr()


def exact(data, kernel, classes):
    """Share of the test images of the first classes that the linear classifier recognises."""
    known = data.test.y < classes
    z = data.test.x[known] @ kernel[0][:, :classes] + kernel[1][:classes]
    return float((z.argmax(axis=1) == data.test.y[known]).mean())


def test_the_way_is_found_on_given_images_of_fewer_classes(tmp_path, capsys, kernel, data):
    weights, bias = kernel[0][:, :5], kernel[1][:5]
    path = save(tmp_path / "five.h5", -weights, bias + weights.sum(axis=0))  # black on white
    code, out, _ = evaluate(capsys, path, "--dataset", "digits", "--classes", "0,1,2,3,4")
    assert code == 0
    assert "(black on white)" in out and "ways to hand images over were tried" in out
    assert "No data set here" not in out and "handed over as x/255: most are" not in out
    asked = ("--dataset", "digits", "--classes", "0,1,2,3,4", "--json")
    result = json.loads(evaluate(capsys, path, *asked)[1])
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 5), abs=0.03)
    assert result["preprocessing"].endswith("(black on white)")
    assert result["classes_left_out"] == list("56789")


def test_the_usual_way_stays_where_it_is_as_good(tmp_path, capsys, kernel, data):
    path = save(tmp_path / "five.h5", kernel[0][:, :5], kernel[1][:5])
    asked = ("--dataset", "digits", "--classes", "0,1,2,3,4", "--json")
    result = json.loads(evaluate(capsys, path, *asked)[1])
    assert result["preprocessing"] == "x/255"
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 5), abs=1e-6)


def test_eleven_outputs_with_rows_and_columns_exchanged(tmp_path, capsys, kernel, data):
    turned = kernel[0].reshape(28, 28, 10).swapaxes(0, 1).reshape(784, 10) / 2  # of −1…1
    weights = np.hstack([np.zeros((784, 1)), turned])
    bias = np.hstack([[-99], kernel[1] + turned.sum(axis=0)])
    path = save(tmp_path / "eleven.h5", weights, bias)
    for asked in ([], ["--dataset", "digits"]):
        code, out, err = evaluate(capsys, path, *asked)
        assert code == 2 and "%" not in out
        assert f"--dataset mnist tries it on them with --classes {ELEVEN}" in err
        assert "--classes 0,1,2,3,4,5,6,7,8,9,x" in err and "x,1,2,3,4,5,6,7,8,9,0" in err
    assert any(f"--classes {ELEVEN}" in note for note in open_foreign(path).notes)
    assert cli.main(["inspect", str(path)]) == 0
    assert f"--classes {ELEVEN}" in capsys.readouterr().out
    asked = ("--dataset", "digits", "--classes", ELEVEN, "--json")
    result = json.loads(evaluate(capsys, path, *asked)[1])
    assert result["preprocessing"] == "x/127.5 − 1, rows and columns exchanged"
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 10), abs=0.01)


def test_another_order_of_the_outputs_is_said_with_the_option_that_sets_it(
    tmp_path, capsys, kernel, data
):
    order = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    weights = np.hstack([np.zeros((784, 1)), kernel[0][:, order]])
    path = save(tmp_path / "eleven.h5", weights, np.hstack([[-99], kernel[1][order]]))
    _, out, _ = evaluate(capsys, path, "--dataset", "digits", "--classes", ELEVEN)
    right = "x,1,2,3,4,5,6,7,8,9,0"
    assert f"with its outputs in another order: --classes {right}." in out
    asked = ("--dataset", "digits", "--classes", right, "--json")
    result = json.loads(evaluate(capsys, path, *asked)[1])
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 10), abs=1e-6)


@pytest.mark.parametrize("is_bare", [False, True])
def test_a_net_of_letters_is_not_judged_on_digits(tmp_path, capsys, is_bare):
    rng = np.random.default_rng(0)
    path = save(tmp_path / "letters.keras", rng.normal(size=(784, 26)), np.zeros(26), None)
    if is_bare:
        net = keras.saving.load_model(path)
        path = tmp_path / "letters.weights.h5"
        net.save_weights(path)
    code, out, err = evaluate(capsys, path, "--dataset", "digits")
    assert code == 2 and "%" not in out + err and "letter A" not in err
    assert "tells 26 classes apart and does not say which, which may be letters (A, B," in err


@pytest.mark.parametrize(
    ("count", "what"),
    [(36, "digits and letters"), pytest.param(62, "EMNIST's 62", marks=THOROUGH)],
)
def test_names_that_are_guessed_are_said_beside_the_accuracy(tmp_path, capsys, count, what):
    rng = np.random.default_rng(0)
    path = save(tmp_path / "net.h5", rng.normal(size=(784, count)), np.zeros(count))
    _, out, _ = evaluate(capsys, path, "--dataset", "digits")
    (said,) = (line for line in out.splitlines() if line.startswith("Backprop"))
    assert f"its {count} outputs are taken for 0, 1, 2" in said and what in said
    assert said.endswith("a guess, --classes gives other names")
    assert "No data set here" not in out
    result = json.loads(evaluate(capsys, path, "--dataset", "digits", "--json")[1])
    assert what in result["guessed"]


L = keras.layers


@pytest.mark.parametrize(
    ("shape", "layers", "said"),
    [
        ((100,), [L.Embedding(20, 2), L.LSTM(2), L.Dense(10, "softmax")],
         "takes 100 whole numbers, such as words of a text, not a picture"),
        pytest.param(
            (784,), [L.Embedding(20, 2), L.LSTM(2), L.Dense(10, "softmax")],
            "takes 784 whole numbers, such as words of a text, not a picture", marks=THOROUGH),
        pytest.param(
            (100,), [L.Embedding(20, 2), L.LSTM(2), L.Dense(46, "softmax")],
            "takes 100 whole numbers, such as words of a text, not a picture", marks=THOROUGH),
        ((57,), [L.Dense(10, "softmax")], "takes 57 numbers, not a picture"),
        pytest.param(
            (128, 9), [L.LSTM(2), L.Dense(6, "softmax")], "takes sequences of 128×9 numbers",
            marks=THOROUGH),
    ],
)  # fmt: skip
def test_a_classifier_of_no_pictures_says_what_it_takes(tmp_path, capsys, shape, layers, said):
    path = save_layers(tmp_path / "net.keras", shape, *layers)
    for asked in ([], ["--dataset", "digits"]):
        code, out, err = evaluate(capsys, path, *asked)
        assert code != 0 and out == "" and said in err
        assert "784 pixels" not in err and "Give images" not in err
    assert any(said in note for note in open_foreign(path).notes)
    assert cli.main(["inspect", str(path)]) == 0
    assert said in capsys.readouterr().out


@pytest.fixture
def parity(kernel, data, tmp_path):
    """What tells even from odd digits by one number, digits in folders of these names, and the share
    of them that it recognises.
    """
    signs = np.where(np.arange(10) % 2, 1, -1).astype(np.float32)
    weights, bias = kernel[0] @ signs[:, None], np.array([kernel[1] @ signs], np.float32)
    for i, (x, y) in enumerate(zip(as_bytes(data.test.x[:60]), data.test.y[:60], strict=True)):
        folder = tmp_path / "brought" / ("odd" if y % 2 else "even")
        folder.mkdir(parents=True, exist_ok=True)
        Image.fromarray(x.reshape(28, 28)).save(folder / f"{i}.png")
    z = data.test.x[:60] @ weights[:, 0] + bias[0]
    return weights, bias, tmp_path / "brought", float(((z > 0) == data.test.y[:60] % 2).mean())


@pytest.mark.parametrize(
    ("activation", "what", "half"),
    [
        ("sigmoid", "one number between 0 and 1", "0.5"),
        pytest.param(None, "above 0 for one of two", "0", marks=THOROUGH),
    ],
)
def test_one_number_for_two_classes_is_said_and_judged_on_their_folders(
    parity, tmp_path, capsys, activation, what, half
):
    weights, bias, brought, expected = parity
    loss = keras.losses.BinaryCrossentropy(from_logits=activation is None)
    path = save(tmp_path / "parity.keras", weights, bias, activation, loss)
    code, out, err = evaluate(capsys, path)
    assert code != 0 and what in err and "no classifier but: network" in err
    assert "--dataset, with a folder" in err and "See ffstudio inspect" not in err
    assert cli.main(["inspect", str(path)]) == 0
    assert what in capsys.readouterr().out
    assert cli.main(["inspect", str(path), "--json"]) == 0
    assert what in json.loads(capsys.readouterr().out)["about"][0]
    code, out, err = evaluate(capsys, path, "--dataset", brought)
    assert code == 0 and f"(even below {half}, odd above)" in err
    assert "a guess, --classes gives other names" in out and "No data set here" not in out
    result = json.loads(evaluate(capsys, path, "--dataset", brought, "--json")[1])
    assert result["accuracy"] == pytest.approx(expected, abs=1e-6) and expected > 0.75
    assert result["class_names"] == ["even", "odd"] and result["preprocessing"] == "x/255"
    code, out, err = evaluate(capsys, path, "--dataset", "digits")
    assert code == 2 and "%" not in out and "tells 2 classes apart" in err


def test_a_net_with_several_outputs_says_so_when_it_is_judged(tmp_path, capsys):
    given = keras.Input((28, 28, 1))
    flat = L.Flatten()(given)
    ends = [L.Dense(10, "softmax", name="digit")(flat), L.Dense(2, name="where")(flat)]
    keras.Model(given, ends).save(tmp_path / "two.keras")
    code, _, err = evaluate(capsys, tmp_path / "two.keras")
    assert code != 0 and "It has 2 outputs, digit (10), where (2)" in err


@pytest.fixture
def beside(kernel, tmp_path):
    """Bare weights, with a false and a true architecture beside them."""

    def write(count):
        rng = np.random.default_rng(0)
        mixed, _ = np.linalg.qr(rng.normal(size=(count, count)))
        weights, bias = kernel[0][:, :count], kernel[1][:count]
        shift = 100.0  # below which a ReLU says nothing

        def net(activation):
            return keras.Sequential(
                [keras.Input((784,)), L.Dense(count, activation), L.Dense(count, "softmax")]
            )

        true = net("linear")
        true.set_weights(
            [weights @ mixed, bias @ mixed - shift, mixed.T, shift * mixed.T.sum(axis=0)]
        )
        true.save_weights(tmp_path / "best.weights.h5")
        (tmp_path / "a_net.json").write_text(net("relu").to_json())
        (tmp_path / "b_net.json").write_text(true.to_json())
        return tmp_path / "best.weights.h5"

    return write


def test_of_architectures_that_fit_the_images_choose(beside, capsys, kernel, data):
    path = beside(10)
    opened = open_foreign(path)
    assert opened.card.companion == "b_net.json" and opened.answers == ("a_net.json", "b_net.json")
    said = " ".join(opened.notes)
    assert "a_net.json and b_net.json beside the weights fit them: b_net.json does best" in said
    assert "called best.json is taken alone" in said
    assert "ReLU, tanh and sigmoid inside were tried" not in said
    result = json.loads(evaluate(capsys, path, "--json")[1])
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 10), abs=0.01)


def test_where_no_images_choose_it_is_said_which_was_taken_and_how_another_is(
    beside, tmp_path, capsys, kernel, data
):
    path = beside(5)
    opened = open_foreign(path)
    assert opened.card.companion == "a_net.json"
    said = " ".join(opened.notes)
    assert "nothing tells which is theirs, and a_net.json is taken" in said
    assert "called best.json is taken alone" in said
    asked = ("--dataset", "digits", "--classes", "0,1,2,3,4")
    _, out, _ = evaluate(capsys, path, *asked)  # given images choose
    assert "b_net.json does best on these images" in out and "nothing tells" not in out
    result = json.loads(evaluate(capsys, path, *asked, "--json")[1])
    assert result["accuracy"] == pytest.approx(exact(data, kernel, 5), abs=0.01)
    (tmp_path / "best.json").write_text((tmp_path / "b_net.json").read_text())
    again = open_foreign(path)
    assert again.card.companion == "best.json" and "fit them" not in " ".join(again.notes)
