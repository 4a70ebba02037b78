"""Confidence against accuracy: bins written out, scikit-learn's curve, SciPy's minimum."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax
from scipy.stats import binomtest

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.look.calibration import (
    BINS,
    FEW,
    calibrate,
    calibrate_net,
    fit_sharpness,
    score_images,
    split_for_fit,
)
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.weights import DenseWeights
from tests.core.test_layer_scores import CLASSES, random_net, samples
from tests.nets import backprop_net


def made_up(count=600, classes=5, sharpness=3.0, seed=0):
    """Scores, and labels drawn from the softmax of the scores times a sharpness."""
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(count, classes))
    shares = softmax(sharpness * scores, axis=1)
    return scores, np.array([rng.choice(classes, p=row) for row in shares])


@pytest.mark.parametrize("sharpness", [1.0, 3.0])
def test_the_error_is_that_of_bins_counted_one_by_one(sharpness):
    scores, labels = made_up()
    made = calibrate(scores, labels, sharpness)
    shares = softmax(sharpness * scores, axis=1)
    confidence, right = shares.max(axis=1), shares.argmax(axis=1) == labels
    np.testing.assert_allclose(made.confidence, confidence)
    error = 0.0
    for k in range(BINS):
        inside = (confidence > k / BINS) & (confidence <= (k + 1) / BINS)
        assert made.by_width.counts[k] == inside.sum()
        if inside.any():
            gap = right[inside].mean() - confidence[inside].mean()
            error += inside.sum() / len(labels) * abs(gap)
    assert made.error == pytest.approx(error) and made.accuracy == right.mean()


@pytest.mark.parametrize("strategy", ["uniform", "quantile"])
@pytest.mark.parametrize("sharpness", [2.0, 60.0])  # the latter has many images at exactly 1
def test_the_curve_is_that_of_scikit_learn(strategy, sharpness):
    judge = pytest.importorskip("sklearn.calibration")
    scores, labels = made_up(seed=1)
    made = calibrate(scores, labels, sharpness)
    bins = made.by_width if strategy == "uniform" else made.by_count
    true, predicted = judge.calibration_curve(
        made.right, made.confidence, n_bins=BINS, strategy=strategy
    )
    filled = bins.counts > 0
    np.testing.assert_allclose(bins.accuracy[filled], true)
    np.testing.assert_allclose(bins.confidence[filled], predicted)
    assert np.isnan(bins.accuracy[~filled]).all() and bins.counts.sum() == len(labels)


def test_bins_with_equally_many_images_have_enough_of_them():
    scores, labels = made_up(100)
    bins = calibrate(scores, labels).by_count
    np.testing.assert_array_equal(bins.counts, [FEW] * 5)
    sure = np.sort(calibrate(scores, labels).confidence).reshape(5, FEW)
    np.testing.assert_allclose(bins.confidence, sure.mean(axis=1))
    assert calibrate(scores[:7], labels[:7]).by_count.counts.tolist() == [7]


def test_intervals_are_scipys():
    scores, labels = made_up(90, sharpness=1.0)
    bins = calibrate(scores, labels).by_width
    assert {0, 1} < set(np.minimum(bins.counts, 2)), "empty ones and single images among them"
    for count, share, low, high in zip(bins.counts, bins.accuracy, *bins.interval, strict=True):
        if not count:
            assert np.isnan(low) and np.isnan(high)
            continue
        wanted = binomtest(round(share * count), int(count)).proportion_ci(method="wilson")
        assert (low, high) == pytest.approx((wanted.low, wanted.high), abs=1e-12)


def test_the_sharpness_is_the_likeliest():
    scores, labels = made_up(3000)
    expected = minimize_scalar(
        lambda beta: -log_softmax(beta * scores, axis=1)[np.arange(len(labels)), labels].mean(),
        bounds=(0.01, 100),
        method="bounded",
        options={"xatol": 1e-8},
    ).x
    assert fit_sharpness(scores, labels) == pytest.approx(expected, rel=1e-4)
    assert expected == pytest.approx(3.0, rel=0.1)
    # Fitted, the same scores deserve their confidence.
    assert calibrate(scores, labels, expected).error < 0.03 < calibrate(scores, labels).error


def test_forward_forward_has_the_softmax_of_summed_goodness_and_backprop_its_own():
    net, some = random_net(votes="2-"), samples(90)
    sample = draw_sample(some, "test", 60)
    summed = net.label_goodness(sample.x)[:, 1:].sum(axis=1)
    np.testing.assert_allclose(score_images(net, sample.x), summed, rtol=1e-5)
    made = calibrate_net(net, sample, None, draw_sample(samples(40, seed=9), "train"))
    expected = softmax(summed.astype(np.float64), axis=1)
    np.testing.assert_allclose(made.held_out.confidence, expected.max(axis=1), rtol=1e-5)
    assert made.held_out.accuracy == (net.predict(sample.x) == sample.y).mean()
    assert made.fitted is None and made.gap == made.train.accuracy - made.held_out.accuracy
    rng = np.random.default_rng(0)
    twin = backprop_net(
        [DenseWeights(rng.normal(size=(30, CLASSES)).astype(np.float32), np.zeros(4), "softmax")]
    )
    rest = split_for_fit(some, draw_sample(some, "test", 30), 1000)
    assert rest is not None and not set(rest.rows) & set(draw_sample(some, "test", 30).rows)
    made = calibrate_net(twin, sample, rest, None)
    np.testing.assert_allclose(
        made.held_out.confidence, twin.probabilities(sample.x).max(axis=1), rtol=1e-5
    )
    assert made.fitted.sharpness == pytest.approx(fit_sharpness(score_images(twin, rest.x), rest.y))
    # Scores times a number name the same labels.
    assert made.fitted.accuracy == made.held_out.accuracy and np.isnan(made.gap)


def test_what_is_no_number_is_left_out_and_nothing_is_nothing():
    scores, labels = made_up(20)
    scores[3] = np.nan
    assert len(calibrate(scores, labels).right) == 19
    none = calibrate(np.full((4, 3), np.nan), np.zeros(4, int))
    assert np.isnan(none.error) and np.isnan(none.accuracy)
    assert not none.by_width.counts.any() and not none.by_count.counts.any()
    assert fit_sharpness(np.full((4, 3), np.nan), np.zeros(4, int)) == 1.0
    assert split_for_fit(samples(60), draw_sample(samples(60), "test", 50), 100) is None
    errand = Errand()
    errand.call_off()
    with pytest.raises(CalledOff):
        score_images(random_net(), samples(3).x, errand)
