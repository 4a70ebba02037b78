"""The size of images that bare weights do not tell: guessed by habit, said, and changed."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import layers

from ffstudio import cli
from ffstudio.core.describe.architecture import flow
from ffstudio.core.errors import ModelFileError
from ffstudio.engine.strangers import opened as opened_module
from ffstudio.engine.strangers.opened import take_up
from ffstudio.engine.strangers.predicting import predict
from ffstudio.files.foreign.bare_weights.sides import ANY_SIDE
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.foreign.image_sides import with_side

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(autouse=True)
def bundled_digits_alone(monkeypatch, tmp_path):
    monkeypatch.setenv("FFSTUDIO_DATA", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))


def convolve(*filters, pools=False, **settings):
    for count in filters:
        yield layers.Conv2D(count, 3, activation="relu", **settings)
        if pools:
            yield layers.MaxPooling2D()


def save(tmp_path, shape, *those):
    model = keras.Sequential([keras.Input(shape), *those])
    model.save_weights(tmp_path / "bare.weights.h5")
    return examine_here(tmp_path / "bare.weights.h5")


def sides_of(contents):
    return [flow(c.network).shapes[c.network.inputs[0]][0] for c in contents.candidates]


MEAN = (layers.GlobalAveragePooling2D, lambda: layers.Dense(10, "softmax"))


@pytest.mark.parametrize(
    ("shape", "convolutions", "first"),
    [
        ((224, 224, 3), {"filters": (4, 5, 6, 7, 8), "strides": 2, "padding": "same"}, 224),
        ((224, 224, 3), {"filters": (4, 5, 6, 6, 7), "pools": True, "padding": "same"}, 224),
        ((32, 32, 3), {"filters": (4, 5), "pools": True}, 32),
        ((28, 28, 1), {"filters": (4, 5), "pools": True}, 28),
    ],
)
def test_weights_of_any_size_are_guessed_by_how_often_images_are_halved(
    tmp_path, shape, convolutions, first
):
    filters = convolutions.pop("filters")
    contents = save(tmp_path, shape, *convolve(*filters, **convolutions), *(m() for m in MEAN))
    sides = sides_of(contents)
    assert sides[0] == first and {64, 128, 224} <= set(sides)
    assert all(ANY_SIDE in candidate.assumed for candidate in contents.candidates)


@pytest.mark.parametrize("side", [40, 50, 44])
def test_sides_that_few_use_are_among_the_answers(tmp_path, side):
    contents = save(
        tmp_path, (side, side, 1), *convolve(6, 10, pools=True, padding="same"), layers.Flatten(),
        layers.Dense(10, "softmax"),
    )  # fmt: skip
    assert side in sides_of(contents)


def test_the_guess_is_said_and_another_size_is_taken(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(opened_module, "SEARCH_WORK", 1e9)  # which it is does not matter here
    contents = save(tmp_path, (48, 48, 1), *convolve(6, 10, pools=True), *(m() for m in MEAN))
    opened = take_up(contents)
    side = sides_of(contents)[opened.answer]
    assert f"{side}×{side} pixels is a guess" in " ".join(opened.notes)
    chosen = take_up(with_side(contents, 48), answer=0)
    assert flow(chosen.spec.network.architecture).shapes[
        chosen.spec.network.architecture.inputs[0]
    ] == (48, 48, 1)
    assert not any("guess" in note for note in chosen.notes)
    with pytest.raises(ModelFileError, match="takes no images of 2×2"):
        with_side(contents, 2)
    path = str(tmp_path / "bare.weights.h5")
    assert cli.main(["evaluate", path, "--dataset", "digits", "--image-size", "48"]) == 0
    assert "scaled to 48×48" in capsys.readouterr().out


def test_a_size_that_rows_tell_is_not_changed(tmp_path):
    contents = save(
        tmp_path, (28, 28, 1), *convolve(6), layers.Flatten(), layers.Dense(10, "softmax")
    )
    with pytest.raises(ModelFileError, match="takes no images of 32×32"):
        with_side(contents, 32)


def test_recurrent_nets_answer_as_one_graph_as_layer_by_layer():
    model = keras.Sequential(
        [keras.Input((7, 5)), layers.GRU(4, return_sequences=True), layers.Bidirectional(
            layers.LSTM(3)), layers.Dense(2)]
    )  # fmt: skip
    x = np.random.default_rng(1).random((9, 7, 5)).astype(np.float32)
    expected = np.asarray(model(x, training=False))
    for count in (9, 4, 1):
        np.testing.assert_allclose(
            predict(model, x[:count]), expected[:count], rtol=1e-5, atol=1e-6
        )
