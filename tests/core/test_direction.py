"""Pictures of characters that lie on their side are told, and brought upright where that is wanted."""

from __future__ import annotations

import string

import numpy as np
import pytest

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits
from ffstudio.core.images.understanding.direction import look_transposed

DIGITS = load_digits()
NAMES = tuple("0123456789")
X, Y = DIGITS.x_train, DIGITS.y_train


def draw_letters(letters):
    """Pictures (n, 28, 28) of letters, a few of each in another place."""
    image = pytest.importorskip("PIL.Image")
    from PIL import ImageDraw, ImageFont

    font, pictures = ImageFont.load_default(size=22), []
    for letter in letters:
        for dx in (-2, 0, 1):
            picture = image.new("L", (28, 28))
            draw = ImageDraw.Draw(picture)
            left, top, right, bottom = draw.textbbox((0, 0), letter, font=font)
            draw.text((14 + dx - (left + right) / 2, 14 - (top + bottom) / 2), letter, 255, font)
            pictures.append(np.asarray(picture))
    return np.stack(pictures)


@pytest.mark.parametrize("inverted", [False, True])
@pytest.mark.parametrize("floats", [False, True])
def test_digits_on_their_side_are_told(inverted, floats):
    x = 255 - X if inverted else X
    x = x / 255.0 if floats else x
    assert look_transposed(x.swapaxes(1, 2), Y, NAMES)
    assert not look_transposed(x, Y, NAMES)


def test_the_real_mnist_in_parts(mnist_folder):
    real = datasets.DATASETS["mnist"].load("")
    for start in range(0, 10_000, 1000):
        part = slice(start, start + 1000)
        x, y = real.x_train[part], real.y_train[part]
        assert look_transposed(x.swapaxes(1, 2), y, NAMES)
        assert not look_transposed(x, y, NAMES)


@pytest.mark.parametrize("names", [string.ascii_uppercase, string.ascii_lowercase, None])
def test_letters_on_their_side_are_told(names):
    letters = names or string.ascii_uppercase
    x, y = draw_letters(letters), np.repeat(np.arange(26), 3)
    names = tuple(names) if names else tuple(str(i) for i in range(1, 27))
    assert look_transposed(x.swapaxes(1, 2), y, names)
    assert not look_transposed(x, y, names)


def test_of_digits_beside_letters_the_digits_tell():
    x, y = draw_letters(string.ascii_uppercase), np.repeat(np.arange(26), 3) + 10
    x, y = np.concatenate([X[:300], x]), np.concatenate([Y[:300], y])
    names = NAMES + tuple(string.ascii_uppercase)
    assert look_transposed(x.swapaxes(1, 2), y, names)
    assert not look_transposed(x, y, names)


@pytest.mark.parametrize("seed", range(5))
def test_of_other_pictures_nothing_is_said(seed):
    rng = np.random.default_rng(seed)
    noise = rng.integers(0, 256, (300, 28, 28)).astype(np.uint8)
    wide = np.zeros((300, 28, 28), np.uint8)
    wide[:, 12:16, 2:26] = rng.integers(1, 256, (300, 4, 24))
    y = rng.integers(0, 10, 300)
    for x in (noise, wide, np.zeros_like(noise), np.full_like(noise, 255)):
        assert not look_transposed(x, y, NAMES)
        assert not look_transposed(x, y, ("shirt", "shoe", *map(str, range(8))))
    assert not look_transposed(X[:2].swapaxes(1, 2), Y[:2], NAMES)
    assert not look_transposed(X[:0], Y[:0], NAMES)
    assert not look_transposed(X.reshape(-1, 14, 56), Y, NAMES)


def own(folder, x):
    np.savez(folder / "own.npz", x_train=x, y_train=Y, x_test=x[:60], y_test=Y[:60])
    return str(folder / "own.npz")


def test_the_setting_brings_them_upright_and_it_is_said(tmp_path):
    path = own(tmp_path, X.swapaxes(1, 2))
    lying = DataSpec("file", path=path)
    data = prepare(datasets.load(lying), lying, 0)
    assert any("look transposed" in w and "data.transposed=true" in w for w in data.warnings)
    upright = DataSpec("file", path=path, transposed=True)
    data = prepare(datasets.load(upright), upright, 0)
    assert not any("transposed" in w for w in data.warnings)
    assert any("were exchanged" in note for note in data.notes)
    expected = {x.tobytes() for x in (X.astype(np.float32) * np.float32(1 / 255))}
    assert {x.tobytes() for x in data.train.x} == expected


def test_the_setting_on_upright_pictures_is_called_wrong(tmp_path):
    spec = DataSpec("file", path=own(tmp_path, X), transposed=True)
    data = prepare(datasets.load(spec), spec, 0)
    assert any("lie on their side now" in w for w in data.warnings)


def test_pictures_that_are_no_square_change_their_size():
    spec = DataSpec("digits", transposed=True)
    cut = datasets.DATASETS["digits"].load("")
    cut = cut.__class__("digits", "Cut", cut.x_train[:, :20], cut.y_train, cut.x_test[:, :20],
                        cut.y_test, cut.class_names)  # fmt: skip
    data = prepare(cut, spec, 0)
    assert data.image_shape == (28, 20) and data.shape.image_shape == (28, 20)
    lying = data.test.x[0].reshape(28, 20).T * 255
    assert np.allclose(lying, cut.x_test[0], atol=1e-3)


def test_the_setting_is_kept_in_experiments():
    spec = ExperimentSpec(data=DataSpec("digits", transposed=True))
    assert reading.from_dict(reading.to_dict(spec)).data.transposed
    raw = reading.to_dict(spec)
    raw["data"]["transposed"] = "yes"
    with pytest.raises(SpecError, match="transposed"):
        reading.from_dict(raw)
