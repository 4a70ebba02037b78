"""Which numbers a model gets for black and white."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from ffstudio.core.describe.preprocessing import Preprocessing, search, variants
from ffstudio.core.describe.scales import (
    FIXED_SCALES,
    PIXEL_SCALES,
    RARE_SCALES,
    SCALE_LABELS,
    SCALES,
    pixel_statistics,
)
from ffstudio.core.errand import Errand
from ffstudio.core.images.datasets import digits


def test_every_scale_has_a_name_and_the_right_range():
    assert {*SCALES, *PIXEL_SCALES} == set(SCALE_LABELS)
    assert not set(SCALES) & set(PIXEL_SCALES) and {*FIXED_SCALES, *RARE_SCALES} < {*SCALE_LABELS}
    x = np.zeros((1, 28, 28), np.uint8)
    x[0, 10:20, 10:20] = 255
    expected = {
        "0–1": (0, 1), "0–255": (0, 255), "1–0": (0, 1), "255–0": (0, 255), "−1…1": (-1, 1),
        "1…−1": (-1, 1), "mean/std": (-0.4242, 2.8215), "0–16": (0, 16),
        "length of columns": (0, 0.1**0.5), "length of rows": (0, 0.1**0.5), "length of images": (0, 0.1),
    }  # fmt: skip
    assert set(expected) == set(SCALES) - {"mean/std per image"}
    for scale, (low, high) in expected.items():
        prepared = Preprocessing(scale, (784,), (28, 28)).apply(x)
        assert (prepared.min(), prepared.max()) == pytest.approx((low, high), abs=1e-4)
    own = Preprocessing("mean/std per image", (784,), (28, 28)).apply(x)
    assert (own.mean(), own.std()) == pytest.approx((0, 1), abs=1e-5)


@pytest.mark.parametrize(
    ("scale", "axes"),
    [("length of columns", 1), ("length of rows", 2), ("length of images", (1, 2))],
)
def test_lengths_are_as_keras_normalizes(scale, axes):
    x = digits.load().x_train[:5]
    by_hand = x / np.maximum(np.sqrt((x.astype(float) ** 2).sum(axis=axes, keepdims=True)), 1e-9)
    made = Preprocessing(scale, (28, 28), (28, 28)).apply(x)
    np.testing.assert_allclose(made, by_hand, atol=1e-6)


@pytest.mark.parametrize("small", [False, True], ids=["28×28", "8×8"])
def test_pixels_are_scaled_by_the_statistics_of_digits(small):
    side = 8 if small else 28
    mean, deviation = pixel_statistics((side, side))
    assert mean.shape == deviation.shape == (1, side, side)
    if not small:  # MNIST's, known from many tutorials
        spread = np.sqrt((deviation**2).mean() + mean.var())
        assert (mean.mean(), spread) == pytest.approx((0.1307, 0.3081), abs=2e-4)
    x = (digits.load_small() if small else digits.load()).x_train
    way = Preprocessing("minus mean image", (side, side), (side, side))
    np.testing.assert_allclose(way.apply(x), x / 255 - mean, atol=1e-5)
    scaled = Preprocessing("mean/std per pixel", (side, side), (side, side)).apply(x)
    lit = deviation[0] >= 0.02
    by_hand = (x / 255 - mean)[:, lit] / deviation[0][lit]
    np.testing.assert_allclose(scaled[:, lit], by_hand, atol=1e-3)
    assert np.abs(scaled[:, ~lit]).max() <= 1, "nothing is divided by next to nothing"
    if small:
        assert scaled.mean() == pytest.approx(0, abs=0.02)
        assert scaled[:, lit].std() == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    ("turned", "transposed", "size", "fit"),
    [(*way, (28, 28), "resize") for way in product(range(4), (False, True))]
    + [(0, False, (32, 32), "pad"), (1, True, (20, 20), "crop"), (0, False, (56, 56), "resize")],
)
def test_the_mean_image_goes_the_way_of_the_images(turned, transposed, size, fit):
    mean = np.round(pixel_statistics((28, 28))[0] * 255)
    way = Preprocessing("minus mean image", size, size, fit, transposed, turned)
    assert np.abs(way.apply(mean)).max() < 0.006


def test_pixel_scales_are_saved_and_take_colours():
    way = Preprocessing("mean/std per pixel", (28, 28, 3), (28, 28))
    assert Preprocessing.from_dict(way.to_dict()) == way
    grey = digits.load().x_train[:3]
    coloured = np.repeat(grey[..., None], 3, axis=-1)
    np.testing.assert_array_equal(way.apply(coloured), way.apply(grey))


def fit_line(images, labels, way):
    """A classifier by least squares, of pixels and their squares as one preprocessing has them."""

    def widen(given):
        flat = given.reshape(len(given), -1).astype(np.float64)
        return np.concatenate([flat, flat**2, np.ones((len(flat), 1))], axis=1)

    x = widen(way.apply(images))
    spread = x.T @ x
    ridge = 0.03 * np.trace(spread) / len(spread) * np.eye(len(spread))
    weights = np.linalg.solve(spread + ridge, x.T @ np.eye(10)[labels])
    return lambda given: widen(given) @ weights


@pytest.mark.parametrize("scale", RARE_SCALES)
def test_a_search_finds_rare_scales(scale):
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    way = Preprocessing(scale, (784,), (28, 28))
    trials = search(fit_line(images, labels, way), (784,), images, labels)
    assert trials[0].preprocessing == way


def test_rare_scales_are_tried_only_where_usual_ones_leave_something_to_explain():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    ink = np.eye(10)[labels]
    by_sum = {float(x.sum()): row for x, row in zip(images / np.float32(255), ink, strict=True)}

    def predict(x):  # knows each image by heart, and none in another scale
        return np.stack([by_sum.get(float(one.sum()), np.ones(10) / 10) for one in x])

    trials = search(predict, (784,), images, labels)
    assert trials[0].preprocessing.scale == "0–1" and trials[0].score > 0.97
    assert not any(trial.preprocessing.scale in RARE_SCALES for trial in trials)


def test_rare_scales_no_work_is_left_for_are_named():
    data = digits.load()
    images, labels = data.x_train[:1000], data.y_train[:1000]
    inner = fit_line(images, labels, Preprocessing("0–1", (784,), (28, 28)))
    errand = Errand()

    def predict(x):
        errand.spend(1)
        return inner(x) * (np.arange(10) < 8)  # it knows eight of ten digits

    ways = len(list(variants((784,), (28, 28)))) // 2
    errand.allow(ways)
    search(predict, (784,), images, labels, errand)
    assert errand.left_out[0] == "every pixel or every image scaled by its own"
