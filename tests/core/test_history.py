"""Curves: growing, averaging, thinning, and going to files and back."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import math
import time

import numpy as np
import pytest

from ffstudio.core.run.events import EpochDone, SettingChanged, StepDone
from ffstudio.core.run.history import History, Series, SeriesKey, smooth
from ffstudio.core.words import speak


def series_of(values, step0=1):
    series = Series()
    for i, value in enumerate(values):
        step = step0 + i
        series.append(step, step / 10, step * 0.5, value)
    return series


def test_a_copy_stands_still():
    history = History()
    history.add(StepDone(1, "ff", 1, 0.1, 0.5, (0.7, 0.6)))
    copy = history.copy()
    before = copy.to_json()
    history.add(StepDone(1, "ff", 2, 0.2, 0.6, (0.5, 0.4)))
    history.add(StepDone(1, "bp", 1, 0.1, 0.7, (0.9,)))
    history.add(SettingChanged(1, "ff", "learning_rate", 0.1, 2, 0.2, 0.8))
    assert copy.to_json() == before
    assert history.to_json() != before
    for step in range(2, 200):  # and grows on its own
        copy.add(StepDone(1, "ff", step, 0.1, 0.5, (step, math.nan)))
    series = copy.series[SeriesKey("ff", "loss", 0)]
    np.testing.assert_array_equal(series.values, [0.7, *range(2, 200)])


def test_a_copy_shares_no_point_that_is_taken_back():
    history, key = History(), SeriesKey("bp", "loss")
    for step in range(1, 11):
        history.add(StepDone(1, "bp", step, step / 10, step / 2, (float(step),)))
    early = history.bookmark()
    for step in range(11, 100):
        history.add(StepDone(1, "bp", step, step / 10, step / 2, (float(step),)))
    copy = history.copy()
    history.go_back(early)
    for step in range(11, 300):
        history.add(StepDone(1, "bp", step, step / 10, step / 2, (-float(step),)))
    np.testing.assert_array_equal(copy.series[key].values, np.arange(1, 100))
    assert history.series[key].values[9:12].tolist() == [10, -11, -12]


def test_going_back_to_a_bookmark_forgets_all_that_came_after():
    history = History()
    values = {"losses": (0.5, 0.6), "epoch_loss": 0.55, "accuracy": 0.9}
    judged = EpochDone(1, "ff", 1, 3, 1.5, "test", np.zeros(3, np.int16), values)
    for step in (1, 2, 3):
        history.add(StepDone(1, "ff", step, step / 3, step / 2, (1 / step, 2 / step)))
    history.add(judged)
    history.add(SettingChanged(1, "ff", "learning_rate", 0.1, 3, 1.0, 1.5))
    bookmark, before = history.bookmark(), history.to_json()
    weights = {key: series.smooth(0.9).tolist() for key, series in history.series.items()}
    assert history.seconds == 1.5

    # The other net fills in the row of the first epoch; one curve diverges, some are new.
    other = {"losses": (0.4,), "epoch_loss": 0.4, "accuracy": 0.8}
    history.add(dataclasses.replace(judged, algorithm="bp", seconds=2.5, values=other))
    more = {**values, "read_out_accuracy": 0.5}
    history.add(dataclasses.replace(judged, epoch=2, step=6, values=more))
    history.add(StepDone(1, "ff", 4, 4 / 3, 4.0, (math.inf, 0.2)))
    history.add(StepDone(1, "bp", 1, 1 / 3, 4.5, (0.2,)))
    history.add(SettingChanged(1, "bp", "learning_rate", 0.2, 1, 0.3, 4.5))
    assert history.series[SeriesKey("ff", "loss", 0)].first_bad == 3
    assert history.seconds == 4.5

    history.go_back(bookmark)
    assert history.to_json() == before
    assert history.series[SeriesKey("ff", "loss", 0)].first_bad is None
    for key, series in history.series.items():
        assert series.smooth(0.9).tolist() == weights[key]
    history.add(StepDone(1, "ff", 4, 4 / 3, 2.0, (0.25, 0.5)))
    np.testing.assert_array_equal(
        history.series[SeriesKey("ff", "loss", 0)].axis("step"), [1, 2, 3, 4]
    )
    history.go_back(bookmark)  # a bookmark can be used again
    assert history.to_json() == before


def slow_average(values, weight):
    """The definition, value by value."""
    result, last, mass = [], 0.0, 0.0
    for value in values:
        if math.isfinite(value):
            last = weight * last + (1 - weight) * value
            mass = weight * mass + (1 - weight)
        result.append(last / mass if mass else math.nan)
    return np.array(result)


@pytest.mark.parametrize("weight", [0.01, 0.3, 0.6, 0.9, 0.99, 0.999])
def test_average_follows_its_definition(weight):
    rng = np.random.default_rng(1)
    values = rng.normal(size=6000).cumsum()
    np.testing.assert_allclose(
        smooth(values, weight), slow_average(values, weight), rtol=1e-9, atol=1e-9
    )


def test_average_bridges_gaps_and_is_nan_before_the_first_value():
    values = np.array([np.nan, 2.0, np.inf, np.nan, 4.0, -np.inf, 1.0])
    np.testing.assert_allclose(smooth(values, 0.5), slow_average(values, 0.5))
    assert np.isnan(smooth(values, 0.5)[0])


def test_average_of_a_growing_curve_equals_that_of_the_whole():
    rng = np.random.default_rng(2)
    values = rng.random(500)
    values[rng.random(500) < 0.1] = np.nan
    series = Series()
    for i, value in enumerate(values):
        series.append(i, i, i, value)
        if i % 7 == 0:
            np.testing.assert_allclose(series.smooth(0.9), slow_average(values[: i + 1], 0.9))
    np.testing.assert_allclose(series.smooth(0.5), slow_average(values, 0.5))


def test_raw_values_are_returned_for_weight_zero():
    values = np.array([3.0, 1.0])
    assert smooth(values, 0.0) is values
    assert len(smooth(np.array([]), 0.9)) == 0


@pytest.mark.parametrize("count", [0, 1, 2, 1999, 2000])
def test_short_curves_are_not_thinned(count):
    series = series_of(range(count))
    x, y = series.thin("step")
    np.testing.assert_array_equal(y, np.arange(count))
    assert len(x) == count


def test_thinning_keeps_extremes_order_and_ends():
    rng = np.random.default_rng(3)
    values = rng.normal(size=54_321)
    values[12_345], values[33_333] = 99.0, -99.0
    x, y = series_of(values).thin("step", 1000)
    assert len(x) <= 1010
    assert np.all(np.diff(x) > 0)
    assert y.max() == 99.0 and y.min() == -99.0
    assert x[-1] == 54_321 and y[-1] == values[-1]


def test_thinning_ignores_values_that_are_not_finite():
    values = np.ones(10_000)
    values[500], values[501], values[502] = np.nan, np.inf, 7.0
    _, y = series_of(values).thin("step", 200)
    assert 7.0 in y and not np.isinf(y).any()


def test_thinning_a_stretch_shows_its_every_point():
    x, y = series_of(np.arange(100_000)).thin("step", 1000, within=(500.0, 600.0))
    assert x[0] == 499 and x[-1] == 601
    assert len(x) == 103 and np.array_equal(y, x - 1)


def test_first_bad_value_is_remembered():
    assert series_of([1, 2]).first_bad is None
    assert series_of([1, np.nan, np.inf]).first_bad == 1


def test_redraw_of_a_hundred_thousand_points_is_cheap():
    """What was thinned once is not thinned again: far cheaper than the first time."""
    series = series_of(np.random.default_rng(4).random(100_000))
    start = time.perf_counter()
    series.thin("step", weight=0.9)
    first, best = time.perf_counter() - start, math.inf
    for i in range(20):
        series.append(100_001 + i, 0, 0, 0.5)
        start = time.perf_counter()
        series.thin("step", weight=0.9)
        best = min(best, time.perf_counter() - start)
    assert best < first / 3


def step(algorithm, number, *losses, layer=None):
    return StepDone(1, algorithm, number, number / 4, number * 0.1, losses, layer)


def epoch(algorithm, number, losses, accuracy, evaluation, layers=()):
    predictions = np.zeros(3, np.int16)
    return EpochDone(
        1,
        algorithm,
        number,
        number * 4,
        float(number),
        "test",
        predictions,
        {
            "losses": losses,
            "epoch_loss": float(np.mean(losses)),
            "accuracy": accuracy,
            "evaluation_loss": evaluation,
            "layer_accuracy": layers,
            "cumulative_accuracy": (),
        },
    )


@pytest.fixture
def history():
    made = History()
    made.add(step("ff", 1, 0.7, 0.8))
    made.add(step("ff", 2, math.nan, 0.6, layer=1))
    made.add(step("bp", 1, 2.25))
    made.add(SettingChanged(1, "ff", "Layer 1 learning rate", 0.01, 2, 0.5, 0.2))
    made.add(epoch("ff", 1, (0.5, 0.25), 0.9, math.nan, (0.8, 0.85)))
    made.add(epoch("bp", 1, (1.5,), 0.8, 1.75))
    return made


def test_events_become_curves(history):
    keys = {
        SeriesKey("ff", "loss", 0): [0.7],
        SeriesKey("ff", "loss", 1): [0.8, 0.6],
        SeriesKey("bp", "loss"): [2.25],
        SeriesKey("ff", "epoch_loss"): [0.375],
        SeriesKey("bp", "epoch_loss"): [1.5],
        SeriesKey("bp", "evaluation_loss", None, "test"): [1.75],
        SeriesKey("ff", "accuracy", None, "test"): [0.9],
        SeriesKey("bp", "accuracy", None, "test"): [0.8],
        SeriesKey("ff", "layer_accuracy", 0, "test"): [0.8],
        SeriesKey("ff", "layer_accuracy", 1, "test"): [0.85],
    }
    assert {k: s.values.tolist() for k, s in history.series.items()} == keys
    assert history.marks[0].text == "Layer 1 learning rate → 0.01"
    assert history.marks[0].at("epoch") == 0.5


def test_a_diverged_loss_stays_in_the_curve():
    history = History()
    history.add(step("ff", 1, math.nan, 0.5))
    assert math.isnan(history.series[SeriesKey("ff", "loss", 0)].values[0])


def test_csv_is_tidy_and_exact(history):
    rows = list(csv.DictReader(io.StringIO(history.to_csv())))
    assert len(rows) == 11
    assert rows[0] == {
        "algorithm": "ff",
        "metric": "loss",
        "layer": "1",
        "dataset": "train",
        "step": "1",
        "epoch": "0.25",
        "seconds": "0.1",
        "images": "",
        "multiply_adds": "",
        "value": "0.7",
        "run": "",
        "preset": "",
        "seed": "",
    }
    named = list(csv.DictReader(io.StringIO(history.to_csv("first", "ff-fast", 7))))
    assert {(row["run"], row["preset"], row["seed"]) for row in named} == {
        ("first", "ff-fast", "7")
    }


def test_json_goes_there_and_back(history):
    history.add(step("bp", 2, math.nan))
    saved = json.loads(history.to_json(seed=7))
    assert saved["seed"] == 7
    counted = {row["layer"] for row in csv.DictReader(io.StringIO(history.to_csv()))}
    assert {"" if e["layer"] is None else str(e["layer"]) for e in saved["series"]} == counted
    # Files of versions that counted layers from 0 read as ever.
    assert History.from_dict(history.to_dict()).to_csv() == history.to_csv()
    again = History.from_dict(saved)
    assert again.to_csv() == history.to_csv()
    assert again.marks == history.marks and again.epochs == history.epochs


def test_json_is_json_where_a_layer_has_no_loss_or_a_loss_is_infinite(history):
    history.add(epoch("ff", 2, (math.nan, 0.25), 0.9, math.nan))
    history.add(epoch("bp", 2, (math.inf,), 0.8, math.inf))
    saved = json.loads(history.to_json(), parse_constant=pytest.fail)
    assert saved["epochs"][1]["ff_losses"] == [None, 0.25]
    assert saved["epochs"][1]["ff_loss"] is None and saved["epochs"][1]["bp_loss"] is None
    again = History.from_dict(saved)
    np.testing.assert_equal(again.epochs[1]["ff_losses"], [math.nan, 0.25])


def test_read_out_and_added_up_layers_are_kept_and_named():
    history = History()
    event = epoch("ff", 1, (0.5, 0.4, 0.3), 0.9, math.nan, (0.6, 0.7, 0.8))
    # The second layer is the first that votes.
    more = {"cumulative_accuracy": (0.7, 0.9), "read_out_accuracy": 0.95}
    event = dataclasses.replace(event, values={**event.values, **more})
    history.add(event)
    by_label = {k.label: s.values.tolist() for k, s in history.series.items()}
    assert by_label["FF read-out accuracy (test)"] == [0.95]
    assert by_label["FF up to layer 2 accuracy (test)"] == [0.7]
    assert by_label["FF up to layer 3 accuracy (test)"] == [0.9]
    assert "FF up to layer 1 accuracy (test)" not in by_label
    assert history.epochs[0]["ff_read_out_accuracy"] == 0.95
    assert history.epochs[0]["ff_cumulative_accuracy"] == [0.7, 0.9]
    rows = list(csv.DictReader(io.StringIO(history.to_csv())))
    told = {(r["metric"], r["layer"]): float(r["value"]) for r in rows}
    assert told["read_out_accuracy", ""] == 0.95
    assert told["cumulative_accuracy", "2"] == 0.7
    again = History.from_dict(json.loads(history.to_json()))
    assert again.to_csv() == history.to_csv() and again.epochs == history.epochs


@pytest.mark.parametrize("gaps", [0.0, 0.2])
def test_a_growing_curve_is_thinned_as_one_that_was_whole_from_the_start(gaps):
    rng = np.random.default_rng(6)
    values = rng.normal(size=3000)
    values[rng.random(3000) < gaps] = np.nan
    growing = Series()
    for i, value in enumerate(values):
        growing.append(i, i, i, value)
        if i % 97 == 0 or i == 2999:
            for weight in (0.0, 0.8):
                x, y = growing.thin("step", 200, weight=weight)
                x_whole, y_whole = series_of(values[: i + 1], 0).thin("step", 200, weight=weight)
                np.testing.assert_array_equal(x, x_whole)
                np.testing.assert_allclose(y, y_whole)


def test_what_grows_after_a_cut_is_averaged_and_thinned_anew():
    series = series_of(np.zeros(1000))
    for weight in (0.0, 0.9):
        series.thin("step", 100, weight=weight)
    series.cut(500)
    for i in range(500):
        series.append(501 + i, 0, 0, 1.0 + i)
    whole = series_of([*np.zeros(500), *(1.0 + np.arange(500))])
    for weight in (0.0, 0.9):
        for got, want in zip(
            series.thin("step", 100, weight=weight),
            whole.thin("step", 100, weight=weight),
            strict=True,
        ):
            np.testing.assert_allclose(got, want)


# --- points of samples ------------------------------------------------------------------------


def sampled_history():
    """Two epochs of both nets: the first judged on a sample of 3 images, the second on all."""
    history = History()
    for epoch, rows in ((1, np.arange(3)), (2, None)):
        for net in ("ff", "bp"):
            values = {"losses": (0.5,), "epoch_loss": 0.5, "accuracy": epoch / 4}
            values |= {"evaluation_loss": 1.0 / epoch} if net == "bp" else {}
            event = EpochDone(
                1, net, epoch, 10 * epoch, epoch * 1.0, "test", np.zeros(3, np.int16), values, rows
            )  # fmt: skip
            history.add(event)
    return history


def test_a_point_knows_of_how_many_images_it_is():
    history = sampled_history()
    accuracy = history.series[SeriesKey("ff", "accuracy", None, "test")]
    assert accuracy.samples == {0: 3}
    assert history.series[SeriesKey("bp", "evaluation_loss", None, "test")].samples == {0: 3}
    assert history.series[SeriesKey("bp", "epoch_loss")].samples == {}, "of the training images"
    assert [row.get("samples") for row in history.epochs] == [{"ff": 3, "bp": 3}, None]
    rows = [r for r in history.rows() if r["metric"] == "accuracy" and r["algorithm"] == "ff"]
    assert [r["dataset"] for r in rows] == ["test sample of 3", "test"]


def test_samples_survive_json_copies_and_cuts():
    history = sampled_history()
    again = History.from_dict(json.loads(history.to_json()))
    assert again.to_csv() == history.to_csv() and again.epochs == history.epochs
    bookmark = history.bookmark()
    copy = history.copy()
    values = {"losses": (0.5,), "epoch_loss": 0.5, "accuracy": 1.0}
    history.add(EpochDone(1, "ff", 3, 30, 3.0, "test", np.zeros(2, np.int16), values, np.arange(2)))
    key = SeriesKey("ff", "accuracy", None, "test")
    assert history.series[key].samples == {0: 3, 2: 2}
    assert copy.series[key].samples == {0: 3}
    history.go_back(bookmark)
    assert history.series[key].samples == {0: 3}
    assert history.to_csv() == again.to_csv()


def test_files_name_samples_in_english_whatever_the_window_speaks():
    speak(lambda text: "próbka {sample}: {dataset}" if "sample" in text else "", "pl")
    try:
        rows = [r for r in sampled_history().rows() if r["metric"] == "accuracy"]
    finally:
        speak(None)
    assert {row["dataset"] for row in rows} == {"test sample of 3", "test"}


@pytest.mark.parametrize(
    ("points", "comparable"),
    [([(0.95, 1000), (0.93, None), (0.92, None)], [1, 2]),
     ([(0.95, 1000), (0.93, 1000)], [0, 1]), ([(0.95, 1000), (0.93, 2000)], [1]),
     ([(0.95, None), (math.nan, None)], [0]), ([(0.95, 1000), (math.nan, None)], [0]),
     ([(math.nan, None)], []), ([], [])],
)  # fmt: skip
def test_a_samples_luck_is_not_compared_with_the_whole_set(points, comparable):
    series = Series()
    for i, (value, sample) in enumerate(points):
        series.append(i, i, i, value, sample)
    series.images = 10_000
    assert series.comparable.tolist() == comparable
    counts = [series.num_images(i) for i in range(len(points))]
    assert counts == [sample or 10_000 for _, sample in points]
