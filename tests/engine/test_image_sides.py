"""The size of images that bare weights do not tell: guessed by habit, said, and changed."""

from __future__ import annotations

import re

import keras
import numpy as np
import pytest
from keras import layers

from ffstudio import cli
from ffstudio.core.describe.architecture import flow
from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.engine.strangers import opened as opened_module
from ffstudio.engine.strangers.opened import take_up
from ffstudio.engine.strangers.predicting import predict
from ffstudio.files.foreign.bare_weights.sides import ANY_SIDE
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.foreign.image_sides import find_side, with_side

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
    # An untrained net prefers one way or the other by chance.
    assert re.search("(scaled|framed) to 48×48", capsys.readouterr().out)


def test_a_size_that_rows_tell_is_not_changed(tmp_path):
    contents = save(
        tmp_path, (28, 28, 1), *convolve(6), layers.Flatten(), layers.Dense(10, "softmax")
    )
    with pytest.raises(ModelFileError, match="takes no images of 32×32"):
        with_side(contents, 32)


@pytest.mark.parametrize(
    ("side", "first", "pool"),
    [(227, {"kernel_size": 11, "strides": 4}, {"pool_size": 3, "strides": 2}), (44, {"strides": 3, "padding": "same"}, {})],
)  # fmt: skip
def test_a_size_that_is_said_is_searched_with_wide_strides_and_pools_that_overlap(
    tmp_path, side, first, pool
):
    made = (
        layers.Conv2D(3, **{"kernel_size": 3, **first}), layers.MaxPooling2D(**pool),
        layers.Flatten(), layers.Dense(10, "softmax"),
    )  # fmt: skip
    contents = save(tmp_path, (side, side, 1), *made)
    path = tmp_path / "bare.weights.h5"
    assert side not in sides_of(contents)
    found = examine_here(path, side)
    assert set(sides_of(found)) == {side}
    taken = [
        (conv.settings["strides"], one.settings["pool_size"], one.settings["strides"])
        for c in found.candidates
        for conv in c.network.layers if conv.kind == "Conv2D"
        for one in c.network.layers if one.kind == "MaxPooling2D"
    ]  # fmt: skip
    size = [pool.get("pool_size", 2)] * 2
    assert ([first["strides"]] * 2, size, [2, 2] if pool else None) in taken
    assert not examine_here(path, 99).candidates


def test_it_is_searched_in_a_process_of_its_own_and_said_what_does_not_fit(tmp_path):
    contents = save(
        tmp_path, (36, 36, 3), *convolve(2, pools=True), *convolve(3), layers.Flatten(),
        layers.Dense(10, "softmax"),
    )  # fmt: skip
    path = tmp_path / "bare.weights.h5"
    found, count = find_side(path, contents, 36)
    assert set(sides_of(found)[:count]) == {36} and set(sides_of(found)[count:]) == {32}
    assert found.candidates[0].assumed[0] == "images of 36×36, as was asked for"
    with pytest.raises(ModelFileError, match=r"dense takes 675 numbers.*Sizes that fit: 32×32"):
        find_side(path, contents, 200)
    errand = Errand()
    errand.call_off()
    with pytest.raises(CalledOff):
        find_side(path, contents, 36, errand)


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
