"""Rows of numbers as pictures: columns that are no pixels, and transparency, are told apart."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits

DIGITS = load_digits()
X, Y, T, U = DIGITS.x_train[:300], DIGITS.y_train[:300], DIGITS.x_test[:90], DIGITS.y_test[:90]
SIDE = X.shape[1]
rng = np.random.default_rng(5)
# Smooth and grey up to the frame: no corner is of one value.
GREY = np.clip(X // 2 + rng.integers(1, 120, (len(X), 1, 1)), 1, 255).astype(np.uint8)
GREY_T = np.clip(T // 2 + rng.integers(1, 120, (len(T), 1, 1)), 1, 255).astype(np.uint8)


def read(folder, x, y, t, u):
    np.savez(folder / "own.npz", x_train=x, y_train=y, x_test=t, y_test=u)
    return datasets.load(DataSpec("file", path=str(folder / "own.npz")))


def assert_pixels(images, wanted):
    """Bytes, or floats of 0–1, are these bytes."""
    images = np.asarray(images)
    images = images if images.dtype == np.uint8 else np.round(images * 255.0)
    np.testing.assert_array_equal(images, wanted)


def flat(x):
    return x.reshape(len(x), -1)


def labels_again(x, y):
    return y


def labels_scaled(x, y):
    return y / 255.0


def numbers(x, y):
    return np.arange(len(x))


def numbers_in_any_order(x, y):
    return np.random.default_rng(1).permutation(len(x)) + 5


def numbers_with_gaps(x, y):
    return 1000 + np.arange(len(x)) * 37 % 997


def bias(x, y):
    return np.ones(len(x))


KINDS = [
    (labels_again, "the labels again"),
    (labels_scaled, "the labels again"),
    (numbers, "the images' numbers"),
    (numbers_in_any_order, "the images' numbers"),
    (numbers_with_gaps, "the images' numbers"),
    (bias, "one value only"),
]


@pytest.mark.parametrize("is_grey", [False, True], ids=["digits", "grey"])
@pytest.mark.parametrize("is_last", [False, True], ids=["first", "last"])
@pytest.mark.parametrize(("kind", "what"), KINDS, ids=lambda k: getattr(k, "__name__", ""))
def test_a_column_that_is_no_pixel_is_left_out_at_either_end(
    tmp_path, kind, what, is_last, is_grey
):
    x, t = (GREY, GREY_T) if is_grey else (X, T)

    def join(x, y):
        parts = [flat(x), kind(x, y)[:, None]]
        return np.concatenate(parts if is_last else parts[::-1], axis=1)

    dataset = read(tmp_path, join(x, Y), Y, join(t, U), U)
    assert_pixels(dataset.x_train, x)
    assert_pixels(dataset.x_test, t)
    where = "last" if is_last else "first"
    assert f"The {where} column of x_train holds {what}: left out." in dataset.notes


def test_words_again_as_numbers_and_the_images_numbers_before_them(tmp_path):
    words = np.array(["cat", "dog", "emu", "fox", "gnu", "hen", "ibi", "jay", "kea", "owl"])
    rows = np.c_[np.arange(len(GREY)), flat(GREY), Y]
    tests = np.c_[np.arange(len(GREY_T)), flat(GREY_T), U]
    dataset = read(tmp_path, rows, words[Y], tests, words[U])
    assert_pixels(dataset.x_train, GREY)
    assert_pixels(dataset.x_test, GREY_T)
    assert "The last column of x_train holds the labels again: left out." in dataset.notes
    assert "The first column of x_train holds the images' numbers: left out." in dataset.notes


def test_a_column_more_in_colours(tmp_path):
    def join(x, y):
        return np.c_[flat(np.stack([x, x // 2, x // 3], axis=-1)), y]

    dataset = read(tmp_path, join(X, Y), Y, join(T, U), U)
    assert dataset.x_train.shape == X.shape
    assert "The last column of x_train holds the labels again: left out." in dataset.notes


def test_where_both_ends_are_empty_it_is_said_how_to_choose(tmp_path):
    zero = np.zeros((len(X), 1), np.uint8)
    x = X.copy()
    x[:, 0, 0] = x[:, -1, -1] = 0
    dataset = read(tmp_path, np.c_[zero, flat(x)], Y, np.c_[zero[: len(T)], flat(T)], U)
    assert_pixels(dataset.x_train, x)
    (note,) = (n for n in dataset.notes if "x_train" in n and "left out" in n)
    assert note == (
        "The first column of x_train holds one value only: left out. So does the last one: if "
        "that is no pixel instead, save x_train[:, :-1]."
    )


def test_both_sets_are_cut_at_the_same_end(tmp_path):
    # Alone, the test images would be cut at their first corner, which is always 0.
    tests = T.copy()
    tests[:, 0, 0] = 0
    rows = np.c_[flat(GREY), np.zeros(len(GREY), np.uint8)]
    dataset = read(tmp_path, rows, Y, np.c_[flat(tests), np.zeros(len(T), np.uint8)], U)
    assert_pixels(dataset.x_train, GREY)
    assert_pixels(dataset.x_test, tests)


def test_rows_of_one_number_too_many_without_a_sign_are_refused(tmp_path):
    rows = np.c_[flat(GREY), GREY[:, 0, 0] // 3 * 2]
    with pytest.raises(DatasetError, match="which is no square"):
        read(tmp_path, rows, Y, rows[: len(T)], U)


def with_transparency(x, alpha):
    return np.stack([x, x, x, np.full_like(x, alpha)], axis=-1)


@pytest.mark.parametrize("is_float", [False, True])
@pytest.mark.parametrize("in_planes", [False, True])
def test_flat_rows_of_colours_and_transparency(tmp_path, in_planes, is_float):
    def join(x):
        whole = with_transparency(x, 255)
        whole = np.moveaxis(whole, -1, 1) if in_planes else whole
        return flat(whole / 255.0 if is_float else whole)

    dataset = read(tmp_path, join(X), Y, join(T), U)
    assert dataset.x_train.shape == X.shape
    assert_pixels(dataset.x_train, X)
    how = (
        "in three planes of colour and one of transparency"
        if in_planes
        else "pixels of three colours and transparency"
    )
    assert f"x_train ({len(X)}, {SIDE * SIDE * 4}) was read as {SIDE}×{SIDE} {how}." in (
        dataset.notes
    )


def test_grey_pictures_with_paper_below_stay_grey(tmp_path):
    large = [np.full((len(x), 2 * SIDE, 2 * SIDE), 255, np.uint8) for x in (X, T)]
    for paper, x in zip(large, (X, T), strict=True):
        paper[:, 10 : 10 + SIDE, 4 : 4 + SIDE] -= x
        paper[:, 10 : 10 + SIDE, 4 + SIDE // 2 : 4 + SIDE + SIDE // 2] -= x // 4
    dataset = read(tmp_path, flat(large[0]), Y, flat(large[1]), U)
    assert dataset.x_train.shape == large[0].shape
    assert not any("transparency" in note for note in dataset.notes)
