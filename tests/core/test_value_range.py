"""Which values of strangers' pictures are black and white, and what is odd about a set."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffstudio.core.errors import DatasetError, SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits
from ffstudio.core.images.understanding.value_range import (
    RANGES,
    find_range,
    read_alike,
    say_dimmer,
    scale,
)

DIGITS = load_digits()
BYTES = DIGITS.x_train[:300]
TRUE = BYTES / 255.0


def own(folder, **changes):
    path = folder / "own.npz"
    members = {
        "x_train": BYTES,
        "y_train": DIGITS.y_train[:300],
        "x_test": DIGITS.x_test[:90],
        "y_test": DIGITS.y_test[:90],
    } | changes
    np.savez(path, **members)
    return DataSpec("file", path=str(path))


def one_pixel(value, unit=255.0):
    changed = TRUE * unit
    changed[7, 14, 14] = value
    return changed


KINDS = {
    "bytes of 0 and 1": ((BYTES > 127).astype(np.uint8), 0.51),
    "bytes of 0 to 15": (BYTES // 17, 0.07),
    "bytes of 0 to 16": (np.round(TRUE * 16).astype(np.uint8), 0.04),
    "signed words of 0 to 16": (np.round(TRUE * 16).astype(np.int16), 0.04),
    "bytes of 0 to 7": (np.round(TRUE * 7).astype(np.uint8), 0.08),
    "percent": (np.round(TRUE * 100), 0.01),
    "10 bit": (np.round(TRUE * 1023).astype(np.uint16), 0.01),
    "12 bit": (np.round(TRUE * 4095).astype(np.uint16), 0.01),
    "16 bit": (BYTES.astype(np.uint16) * 257, 0.01),
    "big-endian floats": ((TRUE * 255).astype(">f4"), 0.01),
    "half floats": (BYTES.astype(np.float16), 0.01),
    "0 to 1": (TRUE, 1e-6),
    "-1 to 1": (TRUE * 2 - 1, 1e-6),
    "-0.5 to 0.5": (TRUE - 0.5, 1e-6),
    "signed bytes": ((BYTES.astype(int) - 128).astype(np.int8), 0.01),
    "standardised": ((TRUE - 0.1307) / 0.3081, 0.01),
    "scaled twice": (TRUE / 255, 1e-6),
    "booleans": (BYTES > 127, 0.51),
    "one pixel of 259": (one_pixel(259), 1),
    "one pixel of -0.4": (one_pixel(-0.4), 1),
    "0 to 1 with a pixel of -0.4": (one_pixel(-0.4, 1.0), 1),
    "0 to 1 with a pixel of 259": (one_pixel(259, 1.0), 1),
    "overshoot everywhere": (TRUE * 263 - 4, 0.03),
}


@pytest.mark.parametrize(("images", "close"), KINDS.values(), ids=KINDS)
def test_black_is_0_and_white_is_1_whatever_they_were(images, close):
    values = find_range(images)
    read = scale(images, values)
    read = read / 255.0 if read.dtype == np.uint8 else read
    off = np.abs(read - TRUE)
    assert read.min() >= 0 and read.max() <= 1
    if close == 1:  # one pixel was spoilt: all the others are right
        assert np.count_nonzero(off > 0.01) <= 1
    else:
        assert off.max() <= close
    assert values.text.startswith("values ")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(RANGES)),
    st.sampled_from(["f4", "f8", ">f4"]),
    st.integers(2, 300),
    st.booleans(),
)
def test_any_range_of_floats_is_found(name, dtype, count, inverted):
    black, white = RANGES[name]
    true = 1 - TRUE[:count] if inverted else TRUE[:count]
    images = (black + true * (white - black)).astype(dtype)
    np.testing.assert_allclose(scale(images, find_range(images)), true, atol=0.01)


@pytest.mark.parametrize(
    ("train", "test"),
    [(255.0, 1.0), (1.0, 255.0), (16.0, 255.0), (1.0, 65535.0)],
)
def test_sets_that_differ_are_each_read_in_their_own_range_and_it_is_said(tmp_path, train, test):
    tests = DIGITS.x_test[:90] / 255.0
    dataset = datasets.load(own(tmp_path, x_train=TRUE * train, x_test=tests * test))
    np.testing.assert_allclose(dataset.x_train, TRUE, atol=0.01)
    np.testing.assert_allclose(dataset.x_test, tests, atol=0.01)
    assert any(text.startswith("The sets differ: training values") for text in dataset.warnings)


def test_signed_training_images_beside_plain_test_images():
    one, other = read_alike(TRUE * 2 - 1, TRUE)
    np.testing.assert_allclose(scale(TRUE, other), TRUE, atol=1e-6)
    assert one.name != other.name


def test_a_dim_test_set_is_read_as_the_training_images_are():
    one, other = read_alike(BYTES.astype(float), BYTES[:40] * 0.45)
    assert (other.black, other.white) == (one.black, one.white) == (0, 255)


def test_sets_that_end_at_different_whites_are_named_however_near_these_are(tmp_path):
    fifteen, sixteen = BYTES // 17, np.round(DIGITS.x_test[:90] / 255.0 * 16).astype(np.uint8)
    for train, test in ((fifteen, sixteen), (np.round(TRUE * 16), DIGITS.x_test[:90] // 17)):
        dataset = datasets.load(own(tmp_path, x_train=train, x_test=test))
        assert any("16" in text and "15" in text for text in dataset.warnings), dataset.warnings
    noise = np.random.default_rng(1).normal(0, 3, (40, 28, 28))
    faint = BYTES[:40] * 0.9 + noise  # nothing is cut off there
    for train, test in ((BYTES, faint), (np.round(TRUE * 16), np.round(TRUE[:3] * 16))):
        ranges = read_alike(train, test)
        assert say_dimmer(dict(zip(("training", "test"), ranges, strict=True))) == []


def test_sets_of_which_neither_range_is_known_are_refused(tmp_path):
    with pytest.raises(DatasetError, match=r"The training images hold values .* the test images"):
        datasets.load(
            own(tmp_path, x_train=TRUE * 31, x_test=DIGITS.x_test[:90] / 255.0 * 3000 - 50)
        )


def test_the_choice_counts_and_is_kept_in_the_experiment(tmp_path):
    spec = dataclasses.replace(own(tmp_path, x_train=TRUE, x_test=TRUE[:90]), range="0 to 255")
    dark = datasets.load(spec)
    assert dark.x_train.max() == pytest.approx(1 / 255)
    assert any("nearly one shade in the range that was chosen" in text for text in dark.warnings)
    as_it_is = dataclasses.replace(own(tmp_path, x_train=TRUE * 3), range="as they are")
    assert datasets.load(as_it_is).x_train.max() == pytest.approx(3)
    experiment = ExperimentSpec(data=spec)
    assert reading.from_json(reading.to_json(experiment)).data.range == "0 to 255"
    config = reading.to_dict(experiment)
    config["data"]["range"] = "loud"
    with pytest.raises(SpecError, match="must be one of automatic"):
        reading.from_dict(config)
    del config["data"]["range"]  # experiments of before
    assert reading.from_dict(config).data.range == "automatic"


LABELS = DIGITS.y_train[:300]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"x_train": BYTES * 0}, "All 300 training images are black"),
        (
            {"x_test": np.full((90, 28, 28), 9, np.uint8)},
            "All 90 test images are of one brightness",
        ),
        ({"x_train": np.where(np.arange(300)[:, None, None] < 3, 0, BYTES)}, "3 of 300 training"),
        ({"y_train": np.where(LABELS == 9, 8, LABELS)}, "No training image of class 9: it cannot"),
        (
            {"y_test": np.minimum(DIGITS.y_test[:90], 8)},
            "No test image of class 9: it is not judged",
        ),
        (
            {"y_train": np.where(np.arange(300) == 5, 77, LABELS)},
            "One training image only of class 77",
        ),
        ({"x_test": BYTES[:90]}, "90 of 90 test images are among the training images"),
        ({"x_test": 255 - DIGITS.x_test[:90]}, "one set may be inverted"),
    ],
)
def test_what_is_odd_is_said(tmp_path, changes, says):
    spec = own(tmp_path, **changes)
    prepared = prepare(datasets.load(spec), spec, 1)
    assert any(says in text for text in prepared.warnings), prepared.warnings


def test_a_plain_set_gives_no_warning(tmp_path):
    prepared = datasets.load(own(tmp_path))
    assert prepared.warnings == () and prepared.notes == ()
    assert prepared.values.text == "values 0…255, 0…255 read as 0…1"


def test_a_share_of_the_labels_is_wrong_and_the_same_ones_by_seed():
    clean = prepare(DIGITS, DataSpec("digits", validation=0.2), 1)
    noisy = prepare(DIGITS, DataSpec("digits", validation=0.2, label_noise=0.3, noise_seed=5), 1)
    wrong = noisy.train.y != clean.train.y
    assert wrong.sum() == round(0.3 * len(clean.train))
    assert set(noisy.train.y[wrong].tolist()) == set(range(10))
    np.testing.assert_array_equal(noisy.train.x, clean.train.x)
    for which in ("validation", "test"):  # judged by true labels
        np.testing.assert_array_equal(noisy.samples(which).y, clean.samples(which).y)
    again = prepare(DIGITS, DataSpec("digits", validation=0.2, label_noise=0.3, noise_seed=5), 7)
    assert (again.train.y != prepare(DIGITS, DataSpec("digits", validation=0.2), 7).train.y).any()
    other = prepare(DIGITS, DataSpec("digits", validation=0.2, label_noise=0.3, noise_seed=6), 1)
    assert (other.train.y != noisy.train.y).any()
    assert any("have a wrong label" in note for note in noisy.notes)
    every = prepare(DIGITS, DataSpec("digits", label_noise=1.0), 1)
    assert (every.train.y != prepare(DIGITS, DataSpec("digits"), 1).train.y).all()


def test_a_share_of_few_images_of_many_classes_is_held_back():
    spec = DataSpec("digits", validation=0.1)
    labels = np.repeat(np.arange(100), 4)
    dataset = dataclasses.replace(
        DIGITS,
        x_train=DIGITS.x_train[:400],
        y_train=labels,
        class_names=tuple(map(str, range(100))),
    )
    prepared = prepare(dataset, spec, 1)
    assert len(prepared.validation) == 40 and len(prepared.train) == 360
    assert np.bincount(prepared.validation.y).max() == 1
