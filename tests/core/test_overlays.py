"""Histories that lie over each other: seeds that become a mean and a band."""

from __future__ import annotations

import numpy as np

from ffstudio.core.run.history import History, Series, SeriesKey
from ffstudio.core.run.overlays import NamedHistory, band_of

KEY = SeriesKey("ff", "accuracy", None, "test")


def run(name, steps, values, seconds_a_step=1.0):
    history, steps = History(), np.asarray(steps, float)
    made = Series.of(steps, steps / 10, steps * seconds_a_step, np.asarray(values, float))
    history.series[KEY] = made
    return NamedHistory(name, name, history, group="one experiment")


def test_the_band_is_mean_and_sample_deviation():
    runs = [run("a", [10, 20], [0.5, 0.8], 1.0), run("b", [10, 20], [0.7, 0.9], 3.0)]
    band = band_of([*runs, run("c", [10, 20], [0.6, 1.0], 2.0)])
    mean, low, high = (h.series[KEY] for h in (band.history, band.low, band.high))
    np.testing.assert_allclose(mean.values, [0.6, 0.9], rtol=1e-15)
    # The squares of the distances from the mean, over n - 1 = 2.
    np.testing.assert_allclose(high.values - mean.values, [0.1, 0.1], rtol=1e-12)
    np.testing.assert_allclose(mean.values - low.values, [0.1, 0.1], rtol=1e-12)
    assert mean.axis("seconds").tolist() == [20.0, 40.0]  # seconds are each run's own
    assert mean.axis("step").tolist() == [10.0, 20.0] and mean.axis("epoch").tolist() == [1.0, 2.0]
    assert "3 seeds" in band.name and band.about.split("\n") == ["a", "b", "c"]


def test_only_steps_that_all_have_count():
    band = band_of([run("a", [10, 20, 30], [0.5, 0.8, 0.1]), run("b", [20, 30, 40], [0.6, 0.3, 9])])
    mean = band.history.series[KEY]
    assert mean.axis("step").tolist() == [20.0, 30.0]
    np.testing.assert_allclose(mean.values, [0.7, 0.2])


def test_what_became_infinite_stays_so():
    band = band_of([run("a", [1, 2], [np.inf, 1]), run("b", [1, 2], [1, 3])])
    assert band.history.series[KEY].first_bad == 0
    assert band.history.series[KEY].values[1] == 2


def test_a_series_of_columns_grows_on():
    series = Series.of(*(np.arange(3.0) for _ in range(3)), np.array([1.0, np.nan, 3.0]))
    assert len(series) == 3 and series.first_bad == 1
    series.append(3, 3, 3, 4.0)
    assert series.values.tolist()[2:] == [3.0, 4.0] and series.axis("step").tolist() == [0, 1, 2, 3]
