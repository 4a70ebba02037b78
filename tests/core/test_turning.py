"""Where held-out curves turn: marked when they have, and not by noise."""

from __future__ import annotations

import numpy as np
import pytest

from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.history import History, Series, SeriesKey
from ffstudio.core.run.turning import find_turn, find_turns, loss_gap

EPOCHS = np.arange(1.0, 41.0)


def fall(epochs=EPOCHS):
    return 0.2 + np.exp(-epochs / 6)


def test_a_curve_that_falls_or_lies_has_not_turned_whatever_the_noise():
    marked = 0
    for seed in range(200):
        noise = 0.02 * np.random.default_rng(seed).normal(size=len(EPOCHS))
        marked += find_turn(fall() + noise) is not None
        marked += find_turn(0.3 + noise) is not None
    assert marked <= 4  # of 400
    assert find_turn(fall()) is None and find_turn(np.full(40, 0.5)) is None


@pytest.mark.parametrize("noise", [0.0, 0.005, 0.02])
def test_a_turn_is_where_the_curve_is_lowest(noise):
    course = fall() + 0.012 * np.maximum(EPOCHS - 15, 0)
    lowest = int(course.argmin())
    near = []
    for seed in range(40):
        values = course + noise * np.random.default_rng(seed).normal(size=len(EPOCHS))
        turn = find_turn(values)
        near.append(turn is not None and abs(turn[0] - lowest) <= 4)
    assert np.mean(near) >= (1.0 if noise < 0.02 else 0.9)


def test_three_epochs_of_rise_are_waited_for():
    values = np.array([1.0, 0.6, 0.4, 0.3, 0.5, 0.7, 0.9])
    assert find_turn(values[:5]) is None
    assert find_turn(values) is not None
    # What was a spike comes down again.
    assert find_turn(np.array([1.0, 0.6, 0.4, 0.9, 0.35, 0.3, 0.28, 0.27])) is None


def test_an_error_among_few_images_needs_more():
    values = np.array([0.30, 0.2, 0.15, 0.12, 0.10, 0.12, 0.14, 0.16, 0.18, 0.2])
    assert find_turn(values, 100_000) is not None and find_turn(values, 50) is None


def test_gaps_are_left_out():
    values = np.where(np.arange(40) % 7 == 3, np.nan, fall() + 0.012 * np.maximum(EPOCHS - 15, 0))
    index, lowest, last = find_turn(values)
    assert np.isfinite(values[index]) and lowest < last
    assert find_turn(np.full(30, np.nan)) is None and find_turn(np.zeros(0)) is None


def history(**curves):
    made = History()
    for name, (metric, dataset, values) in curves.items():
        series = Series()
        for epoch, value in enumerate(values, start=1):
            series.append(10 * epoch, epoch, epoch, value)
        series.images = 100_000
        made.series[SeriesKey(name.split("_")[0], metric, None, dataset)] = series
    return made


def test_each_net_has_its_loss_or_else_its_error_and_validation_before_test():
    turned = fall() + 0.012 * np.maximum(EPOCHS - 15, 0)
    runs = history(
        bp_1=("evaluation_loss", "validation", turned),
        bp_2=("accuracy", "validation", 1 - fall()),
        ff_1=("accuracy", "validation", 1 - turned),
        ff_2=("accuracy", "test", 1 - fall()),
    )
    ff, bp = find_turns(runs)
    assert ff.key == SeriesKey("ff", "accuracy", None, "validation")
    assert bp.key == SeriesKey("bp", "evaluation_loss", None, "validation")
    assert ff.epoch == bp.epoch == pytest.approx(EPOCHS[turned.argmin()], abs=1)
    assert ff.lowest == pytest.approx(bp.lowest) and ff.lowest < ff.last
    assert find_turns(history(bp_1=("loss", "train", turned))) == []


def test_the_gap_is_of_the_last_epoch_that_has_both():
    made = History()
    assert loss_gap(made, "bp") is None
    for epoch, loss in enumerate((0.3, 0.1), start=1):
        made.add(
            EpochDone(
                run_id=1,
                algorithm="bp",
                epoch=epoch,
                step=10 * epoch,
                seconds=1.0,
                evaluated_on="validation",
                predictions=np.zeros(5, np.int16),
                values={"epoch_loss": loss, "evaluation_loss": 0.4, "accuracy": 0.9},
            )
        )
    assert loss_gap(made, "bp") == (0.1, 0.4, "validation")
