"""Figures of merit against hand-made numbers."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.core.look.metrics import accuracy, confusion_counts, d_prime, overlap, separation_auc


def test_confusion_counts_true_by_predicted():
    counts = confusion_counts([0, 0, 1, 2], [0, 2, 1, 1], 3)
    assert counts.tolist() == [[1, 0, 1], [0, 1, 0], [0, 1, 0]]


def test_accuracy():
    assert accuracy([1, 2, 3, 4], [1, 2, 0, 0]) == 0.5
    assert math.isnan(accuracy([], []))


def test_auc_counts_pairs_and_halves_ties():
    assert separation_auc([2, 3], [0, 1]) == 1.0
    assert separation_auc([0, 1], [2, 3]) == 0.0
    assert separation_auc([1, 1], [1, 1]) == 0.5
    assert separation_auc([1, 3], [2, 3]) == pytest.approx((0 + 0 + 1 + 0.5) / 4)
    assert math.isnan(separation_auc([], [1]))


def test_overlap_of_equal_and_of_distant_values():
    values = np.linspace(0, 1, 100)
    assert overlap(values, values) == pytest.approx(1.0)
    assert overlap(values, values + 5) == 0.0
    assert overlap([2, 2], [2]) == 1.0
    assert overlap([0, 0, 0, 1], [1, 1, 1, 0], bins=2) == pytest.approx(0.5)
    assert math.isnan(overlap([1], []))


def test_d_prime_is_the_gap_in_standard_deviations():
    assert d_prime([3, 5], [0, 2]) == pytest.approx(3.0)
    assert d_prime([0, 2], [3, 5]) == pytest.approx(-3.0)
    rng = np.random.default_rng(1)
    gap = d_prime(rng.normal(2.0, 1.0, 50_000), rng.normal(0.0, 1.0, 50_000))
    assert gap == pytest.approx(2.0, abs=0.03)


def test_d_prime_at_the_edges():
    assert d_prime([1, 1], [0, 0]) == math.inf
    assert d_prime([0, 0], [1, 1]) == -math.inf
    assert math.isnan(d_prime([1, 1], [1, 1]))
    assert math.isnan(d_prime([], [1]))
