"""Which images the epochs of a run are judged on, and how far that can be off."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.judging import PIECE, interval, margin, sample_rows, sample_size


def images(count, seed, shares=(0.5, 0.3, 0.2), pixels=16):
    """Of three classes, in a random order."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(3), [round(s * count) for s in shares])
    rng.shuffle(labels)
    return Samples(rng.random((count, pixels), np.float32), labels.astype(np.int64))


def data(train=20_000, test=10_000, validation=0):
    return PreparedData(
        DataSpec("digits"),
        "made up",
        images(train, 1),
        images(validation, 2),
        images(test, 3),
        (4, 4),
        ("a", "b", "c"),
    )


SPEC = ExperimentSpec(layers=(LayerSpec(units=64), LayerSpec(units=64)), seed=7)


def test_the_sample_is_the_same_every_time_and_of_distinct_images():
    rows = sample_rows(SPEC, data())
    assert rows is not None and len(rows) == sample_size(SPEC, data())
    assert np.array_equal(rows, sample_rows(SPEC, data()))
    assert np.all(np.diff(rows) > 0) and rows[0] >= 0 and rows[-1] < 10_000
    other = sample_rows(SPEC.replace(seed=8), data())
    assert len(other) == len(rows) and not np.array_equal(rows, other)


def test_each_class_keeps_its_share_to_the_image():
    given = data()
    rows = sample_rows(SPEC, given)
    counts = np.bincount(given.test.y[rows], minlength=3)
    assert np.abs(counts - len(rows) * np.array([0.5, 0.3, 0.2])).max() <= 1


@pytest.mark.parametrize(("ff", "passes"), [({}, 3), ({"goodness": "class_mean"}, 1)])
def test_judging_takes_a_twentieth_by_the_multiply_adds(ff, passes):
    """Counted here by hand: kernels of 16×96 and 96×96, an output of 96×3 for backprop."""
    layers = (LayerSpec(units=96), LayerSpec(units=96))
    spec = ExperimentSpec(layers=layers, ff=ForwardForwardSpec(negatives="random", **ff))
    given = data(60_000, 60_000)
    first, second, output = 16 * 96, 96 * 96, 96 * 3
    rows = 1 if ff else 2  # positive and negative, or every class at once
    learn = rows * 2 * (first + second) + 3 * (first + second + output)
    # The image's part of the first layer does not depend on the label.
    judge = first + passes * second + first + second + output
    most = sample_size(spec, given)
    # One piece more would take more than that.
    shares = [n * judge / (60_000 * learn + n * judge) for n in (most, most + PIECE)]
    assert shares[0] <= 0.05 < shares[1]


def test_small_sets_are_judged_whole():
    assert sample_rows(SPEC, data(test=1200)) is None
    assert len(sample_rows(SPEC, data(train=1000, test=10_000))) == 1000
    assert sample_rows(SPEC, data(validation=1200)) is None


def test_early_stopping_sees_all_images():
    spec = SPEC.replace(bp=BackpropSpec(patience=2))
    assert sample_rows(spec, data()) is None
    assert (
        sample_rows(spec.replace(bp=dataclasses.replace(spec.bp, patience=0)), data()) is not None
    )


@pytest.mark.parametrize("accuracy", [0.5, 0.9, 0.99, 0.998])
def test_the_margin_holds_the_accuracy_of_all_images_in_95_percent(accuracy):
    """Against drawing: 4,000 samples of 1,000 out of many images."""
    means = np.random.default_rng(0).binomial(1000, accuracy, 4000) / 1000
    inside = [abs(mean - accuracy) <= margin(mean, 1000) for mean in means]
    assert np.mean(inside) > 0.94


def test_the_margin_is_wilsons():
    """His bounds solve (p − x)² = z² x (1 − x) / n."""
    low, high = np.sort(np.roots([1 + 1.96**2 / 200, -(2 * 0.97 + 1.96**2 / 200), 0.97**2]))
    assert margin(0.97, 200) == pytest.approx(0.97 - low, rel=1e-9)
    assert margin(0.03, 200) == pytest.approx(0.97 - low, rel=1e-9)
    assert high - 0.97 < margin(0.97, 200)
    assert margin(1.0, 200) == pytest.approx(1 - 1 / (1 + 1.96**2 / 200))


def test_images_that_were_not_judged_count_nowhere():
    predictions = np.array([0, 2, 1], np.int16)
    rows = np.array([1, 3, 4])
    event = EpochDone(1, "ff", 1, 10, 0.1, "test", predictions, {}, rows)
    assert event.predictions_of(6).tolist() == [-1, 0, -1, 2, 1, -1]
    assert event.sample == 3
    whole = dataclasses.replace(event, rows=None)
    assert whole.sample is None
    assert whole.predictions_of(3) is predictions
    counts = confusion_counts([0, 0, 1, 1, 1, 2], event.predictions_of(6), 3)
    assert counts.tolist() == [[1, 0, 0], [0, 1, 1], [0, 0, 0]]


@pytest.mark.parametrize(("right", "count"), [(78, 820), (0, 20), (45, 50), (7, 7)])
def test_the_bounds_are_where_the_sample_is_as_far_off_as_is_believed(right, count):
    """Wilson's bounds are the shares whose samples deviate so by 1.96 standard deviations."""
    share = right / count
    low, high = interval(share, count)
    assert 0 <= round(low, 12) <= share <= round(high, 12) <= 1
    for bound in (low, high):
        off = (share - bound) ** 2
        assert off == pytest.approx(1.96**2 * bound * (1 - bound) / count, abs=1e-9)
    assert margin(share, count) == pytest.approx(max(share - low, high - share))
