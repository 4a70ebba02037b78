"""Ticks, ranges and labels of charts."""

from __future__ import annotations

import math

import pytest

from ffstudio.gui.plots.marks import place_labels
from ffstudio.gui.plots.ticks import log_ticks, nice_ticks, pad_range, tick_text


@pytest.mark.parametrize(
    ("low", "high", "about", "expected"),
    [
        (0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0, 100_000, 4, [0, 20_000, 40_000, 60_000, 80_000, 100_000]),
        (-3, 3, 3, [-2, 0, 2]),
        (1.0, 1.0, 4, []),
        (math.nan, 1.0, 4, []),
        (0, math.inf, 4, []),
    ],
)
def test_ticks_are_round(low, high, about, expected):
    assert nice_ticks(low, high, about) == pytest.approx(expected)


def test_log_ticks_are_powers_with_room_for_more():
    assert log_ticks(0.001, 10, 5) == pytest.approx([0.001, 0.01, 0.1, 1, 10])
    assert log_ticks(0.09, 1.1, 6) == pytest.approx([0.1, 0.2, 0.5, 1.0])
    assert log_ticks(1e-12, 1.0, 4) == pytest.approx([1e-12, 1e-8, 1e-4, 1])
    assert len(log_ticks(0.31, 0.36, 5)) >= 2  # within a decade: round numbers
    assert log_ticks(0, 1, 5) == []


@pytest.mark.parametrize(
    ("value", "step", "text"),
    [
        (0.1 + 0.2, 0.1, "0.3"),
        (20_000, 10_000, "20,000"),
        (1.5, 0.5, "1.5"),
        (0.0, 0.1, "0"),
        (1e-5, 1e-5, "1e-5"),
        (2.5e6, 5e5, "2.5e6"),
        (0.005, 0, "0.005"),
        (-0.25, 0.05, "-0.25"),
    ],
)
def test_tick_texts_are_short(value, step, text):
    assert tick_text(value, step) == text


@pytest.mark.parametrize("values", [(0.0, 0.0), (3.0, 3.0), (-2.0, -2.0), (0.0, 1e-300)])
def test_padded_ranges_are_never_empty(values):
    low, high = pad_range(*values)
    assert low < high and low <= values[0] and high >= values[1]
    assert pad_range(math.nan, 1.0) == (0.0, 1.0)


def test_log_ranges_stay_positive():
    low, high = pad_range(0.001, 1.0, log=True)
    assert 0 < low < 0.001 and high > 1
    assert pad_range(0.0, 1.0, log=True)[0] > 0


def test_labels_do_not_cover_each_other():
    wanted = [(50.0, 40.0), (55.0, 40.0), (60.0, 40.0), (190.0, 40.0)]
    placed = place_labels(wanted, 0.0, 200.0, 2)
    assert placed[0] == (53.0, 0)
    assert placed[3] == (147.0, 0)  # no room on the right
    boxes = [(p[0], p[0] + w, p[1]) for p, (_, w) in zip(placed, wanted, strict=True) if p]
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] != b[2] or a[1] < b[0] or b[1] < a[0]
    assert place_labels([(5.0, 500.0)], 0.0, 200.0, 2) == [None]
