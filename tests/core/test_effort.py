"""Images and multiply-adds by step, against sums written out, and through all files."""

from __future__ import annotations

import json

import numpy as np
import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.run.effort import Effort
from ffstudio.core.run.events import EpochDone, SettingChanged, StepDone
from ffstudio.core.run.history import X_AXES, History, SeriesKey
from ffstudio.core.run.overlays import NamedHistory, band_of

FF, BP = SeriesKey("ff", "loss", 0), SeriesKey("bp", "loss")


def step(net, number, samples, work, seconds=0.0):
    return StepDone(1, net, number, number / 4, seconds, (1.0,), None, samples, {}, work)


def grown():
    """Both nets: 4 steps of 10 images, then 3 of 6; of the second net nothing is counted."""
    history = History()
    for number in range(1, 8):
        samples = 10 if number <= 4 else 6
        history.add(step("ff", number, samples, 100 * samples))
        history.add(step("bp", number, samples, 0))
    return history


IMAGES = [10, 20, 30, 40, 46, 52, 58]


def test_steps_of_different_size_add_up():
    history = grown()
    assert history.series[FF].axis("images").tolist() == IMAGES
    assert history.series[FF].axis("multiply_adds").tolist() == [100 * n for n in IMAGES]
    assert history.series[BP].axis("images").tolist() == IMAGES
    assert np.isnan(history.series[BP].axis("multiply_adds")).all()
    x, y = history.series[FF].thin("images", 100, within=(25, 47))
    assert x.tolist() == [20, 30, 40, 46, 52]
    assert len(y) == 5


def test_any_course_is_the_sum_of_its_steps():
    rng = np.random.default_rng(3)
    for _ in range(20):
        effort, images, work = Effort(), [], []
        for number in range(1, 60):
            if number == 1 or rng.random() < 0.2:
                samples, each = int(rng.integers(1, 99)), int(rng.integers(1, 10**9))
            effort.note(number, samples, each)
            images.append(samples)
            work.append(each)
        steps = np.arange(1, 60, dtype=float)
        assert effort.total("images", steps).tolist() == np.cumsum(images).tolist()
        assert effort.total("multiply_adds", steps).tolist() == np.cumsum(work).tolist()
        again = Effort.from_list(json.loads(json.dumps(effort.to_list())))
        assert again.total("images", steps).tolist() == np.cumsum(images).tolist()


def test_what_comes_after_a_step_that_is_done_again_is_forgotten():
    effort = Effort()
    for number, samples in ((1, 10), (2, 10), (3, 50), (4, 50), (3, 20)):
        effort.note(number, samples, 1)
    assert effort.total("images", np.array([1.0, 2, 3, 4])).tolist() == [10, 20, 40, 60]


def test_steps_before_the_first_that_is_known_count_as_that_one():
    effort = Effort()
    effort.note(5, 8, 3)
    assert effort.total("images", np.array([4.0, 5, 6])).tolist() == [32, 40, 48]


def test_copies_files_and_earlier_moments_know_it_too():
    history = grown()
    history.add(SettingChanged(1, "ff", "Rate", 0.1, 6, 1.5, 0.0))
    saved = json.loads(history.to_json())
    for other in (history.copy(), History.from_dict(history.to_dict()), History.from_dict(saved)):
        assert other.series[FF].axis("images").tolist() == IMAGES
        assert other.place(other.marks[0], "images") == 52
        assert np.isnan(History.from_dict({}).place(other.marks[0], "images"))
    past = history.until({"ff": 5, "bp": 5}, 1)
    assert past.series[FF].axis("multiply_adds").tolist() == [100 * n for n in IMAGES[:5]]
    # A copy goes on by itself.
    copy = history.copy()
    copy.add(step("ff", 8, 1000, 5))
    assert copy.series[FF].axis("images")[-1] == 1058
    history.add(step("ff", 8, 2, 200))
    assert history.series[FF].axis("images")[-1] == 60


def test_a_cancelled_stretch_leaves_no_trace():
    history = grown()
    before = history.bookmark()
    for number in (8, 9):
        history.add(step("ff", number, 500, 1))
    history.go_back(before)
    history.add(step("ff", 8, 6, 600))
    assert history.series[FF].axis("images").tolist() == [*IMAGES, 64]


def test_tables_have_both_beside_the_other_axes():
    history = grown()
    header, first, *_ = history.to_csv().splitlines()
    assert header.split(",")[4:10] == [*X_AXES, "value"]
    assert first.split(",")[4:10] == ["1", "0.25", "0.0", "10", "1000", "1.0"]
    unknown = [line for line in history.to_csv().splitlines() if line.startswith("bp")]
    assert unknown[0].split(",")[7:9] == ["10", ""]


def test_what_is_no_effort_is_refused():
    for bad in (None, {"ff": 1}, {"ff": [[1, 2]]}, {"ff": [[2, 1, 1], [1, 1, 1]]},
                {"ff": [[1, -1, 1]]}, {"ff": [[1, "a", 1]]}, {"dd": []}):  # fmt: skip
        with pytest.raises(ValueError):
            History.from_dict({"efforts": bad} if bad is not None else {"efforts": 3})


def test_a_band_of_seeds_lies_where_its_runs_do():
    runs = [NamedHistory(str(seed), "run", grown(), group="g") for seed in (1, 2)]
    band = band_of(runs)
    assert band.history.series[FF].axis("images").tolist() == IMAGES


def test_a_record_without_counts_is_counted_by_its_experiment():
    layers = (LayerSpec(units=6), LayerSpec(units=5))
    spec = ExperimentSpec(
        layers=layers, batch_size=8, ff=ForwardForwardSpec(negatives="random"), algorithms="both"
    )
    history = History()
    for number in (1, 2, 3):
        history.add(StepDone(1, "ff", number, 1.0, 0.0, (1.0, 1.0)))
        history.add(StepDone(1, "bp", number, 1.0, 0.0, (1.0,)))
    assert np.isnan(history.series[FF].axis("images")).all()
    history.assume_efforts(spec, DataShape((4, 4), tuple("abc")))
    assert history.series[FF].axis("images").tolist() == [8, 16, 24]
    # The first layer's 16 inputs (the label is written into them) once forwards and once for the
    # gradient; the second layer's 6 for positive and for negative data.
    each = 8 * (2 * 16 * 6 + 2 * 2 * 6 * 5)
    assert history.series[FF].axis("multiply_adds").tolist() == [each, 2 * each, 3 * each]
    # Backprop: no label; no error goes below the first layer.
    each = 8 * (2 * 16 * 6 + 3 * 6 * 5 + 3 * 5 * 3)
    assert history.series[BP].axis("multiply_adds").tolist() == [each, 2 * each, 3 * each]


def test_one_layer_at_a_time_passes_through_those_below():
    layers = (LayerSpec(units=6), LayerSpec(units=5), LayerSpec(units=4))
    spec = ExperimentSpec(layers=layers, batch_size=8, ff=ForwardForwardSpec(negatives="random"))
    work = count_training_work(spec, DataShape((4, 4), tuple("abc")))
    assert work.per_step_of([True] * 3) == work.per_step("ff")
    first = 16 * 6
    assert work.per_step_of([True, False, False]) == 8 * 2 * first
    second = 2 * 6 * 5
    assert work.per_step_of([False, True, False]) == 8 * (first + 2 * second)
    assert work.per_step_of([False, True, False], inner_steps=4) == 8 * (first / 4 + 2 * second)
    assert work.per_step_of([False] * 3) == 0


def test_an_epochs_points_lie_where_its_last_step_does():
    history = grown()
    history.add(EpochDone(1, "ff", 1, 7, 0.0, "test", np.zeros(3, np.int16), {"accuracy": 0.5}))
    key = SeriesKey("ff", "accuracy", None, "test")
    assert history.series[key].axis("images").tolist() == [58]
