"""Thresholds tried out, and units that say nothing: against counting one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.thresholds import find_best_threshold, try_threshold
from ffstudio.core.look.unit_health import UnitHealth, count_idle_units
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import LOCAL_LOSSES
from tests.core.test_layer_scores import PIXELS, samples


def test_shares_and_loss_are_those_counted_one_by_one():
    rng = np.random.default_rng(3)
    positive, negative = rng.normal(2, 1, 70), rng.normal(1, 1, 70)
    effect = try_threshold(positive, negative, 1.4, LOCAL_LOSSES["logistic"], 2.0)
    above = sum(1 for g in positive if g > 1.4) / 70
    below = sum(1 for g in negative if g < 1.4) / 70
    assert effect.positives_above == pytest.approx(above)
    assert effect.negatives_below == pytest.approx(below)
    assert effect.told_apart == pytest.approx((above + below) / 2)
    softplus = [
        0.5 * (math.log1p(math.exp(2.0 * (1.4 - p))) + math.log1p(math.exp(2.0 * (n - 1.4))))
        for p, n in zip(positive, negative, strict=True)
    ]
    assert effect.loss == pytest.approx(np.mean(softplus))


def test_the_best_threshold_beats_every_other():
    rng = np.random.default_rng(4)
    positive, negative = rng.normal(2, 1, 40), rng.normal(1, 0.5, 60)
    best = find_best_threshold(positive, negative)
    reached = try_threshold(positive, negative, best).told_apart
    others = [try_threshold(positive, negative, t).told_apart for t in np.linspace(-3, 5, 4001)]
    assert reached == pytest.approx(max(others))


def test_without_data_nothing_is_claimed():
    empty = np.empty(0)
    assert math.isnan(find_best_threshold(empty, np.ones(3)))
    effect = try_threshold(empty, np.ones(3), 2.0, LOCAL_LOSSES["logistic"])
    assert math.isnan(effect.positives_above) and effect.negatives_below == 1.0
    assert math.isnan(effect.told_apart) and math.isnan(effect.loss)
    assert find_best_threshold(np.ones(2), np.ones(2)) == 1.0


def test_dead_and_saturated_units_are_counted():
    rng = np.random.default_rng(0)
    kernel = rng.random((PIXELS, 6)).astype(np.float32)
    bias = np.zeros(6, np.float32)
    kernel[:, :2], bias[:2] = 0.0, (-1.0, 1.0)  # one never fires, one always does
    relu = DenseWeights(kernel, bias, "relu", 1.0)
    second = np.zeros((6, 4), np.float32)
    tanh = DenseWeights(second, np.array([0.0, 9.0, -9.0, 0.3], np.float32), "tanh", 1.0)
    net = FFSnapshot((relu, tanh), 4)
    first, last = count_idle_units(net, draw_sample(samples(40), "test"))
    assert first == UnitHealth(6, 1, None)
    assert last == UnitHealth(4, 1, 2)
