"""What a sweep tries, as it is typed, and what is refused before anything is trained."""

from __future__ import annotations

import json

import pytest

from ffstudio.core.errors import SpecError, SweepError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import (
    Sampler,
    SweepPlan,
    Values,
    read_seeds,
    read_settings,
    summarise,
)

LAYER = LayerSpec(units=12, loss="logistic")
SPEC = ExperimentSpec(layers=(LAYER, LAYER), epochs=2)


def test_the_experiment_under_test_has_a_threshold():
    plan = SweepPlan(SPEC, read_settings(SPEC, ["layers.0.threshold=1,2"]), (1,))
    assert plan.list_idle() == {}


@pytest.mark.parametrize(
    ("typed", "name", "values"),
    [
        ("ff.layers.0.threshold=1,2,4", "layers.0.threshold", Values((1, 2, 4))),
        ("layers.1.units=10..30:3", "layers.1.units", Values((10, 20, 30))),
        ("layers.0.learning_rate=1e-4..1e-1:4:log", "layers.0.learning_rate",
         Values((0.0001, 0.001, 0.01, 0.1))),
        ("layers.0.threshold=0.1..0.4:4", "layers.0.threshold", Values((0.1, 0.2, 0.3, 0.4))),
        ("layers.0.threshold=0.5..4", "layers.0.threshold", Values((), 0.5, 4.0)),
        ("batch_size=16..64:log", "batch_size", Values((), 16.0, 64.0, True, True)),
        ("ff.negatives=random,hard", "ff.negatives", Values(("random", "hard"))),
        ("ff.threshold_per_unit=true,false", "ff.threshold_per_unit", Values((True, False))),
        ("epochs=1,1,2", "epochs", Values((1, 2))),
    ],
)  # fmt: skip
def test_values_are_read_as_they_are_typed(typed, name, values):
    assert read_settings(SPEC, [typed]) == {name: values}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("layers.7.threshold=1,2", "There is no setting 'layers.7.threshold'"),
        ("ff.layers.0.treshold=1", "There is no setting"),
        ("layers.0.threshold", "is no setting"),
        ("layers.0.threshold=", "has no values to try"),
        ("layers.0.threshold=1,,2", "has no values to try"),
        ("layers.0.threshold=high", "'high' is no number"),
        ("layers.0.threshold=true", "'true' is no number"),
        ("layers.0.threshold=2..1", "is no range"),
        ("layers.0.threshold=-1..1:3:log", "equal ratios begin above 0"),
        ("layers.0.threshold=1..2:1", "is one value only"),
        ("ff.threshold_per_unit=perhaps", "is true or false"),
        ("seed=1,2", "Give --seeds"),
        ("data=1", "cannot be set"),
        ("layers=1", "cannot be set"),
    ],
)
def test_what_are_no_values_is_said_in_a_sentence(typed, words):
    with pytest.raises(SpecError, match=words.replace("(", r"\(")) as caught:
        read_settings(SPEC, [typed])
    assert caught.value.advice


def test_a_setting_given_twice_is_refused():
    with pytest.raises(SpecError, match="given twice"):
        read_settings(SPEC, ["layers.0.units=1,2", "ff.layers.0.units=3"])


def test_seeds_are_numbers_and_ranges():
    assert read_seeds("1-5") == (1, 2, 3, 4, 5)
    assert read_seeds("1,2,7") == (1, 2, 7)
    assert read_seeds("3, 1–2,2") == (3, 1, 2)
    for text in ("", "a", "5-1", "1-", "-3", "1-9999999999"):
        with pytest.raises(SpecError, match="are no seeds"):
            read_seeds(text)


def test_a_grid_queues_every_value_with_every_seed_once():
    settings = read_settings(SPEC, ["layers.0.threshold=1,2", "layers.1.units=8,9,10"])
    plan = SweepPlan(SPEC, settings, (4, 5))
    plan.check()
    queue = plan.queue()
    assert len(queue) == plan.count == 12
    assert len({tuple(sorted(one.items())) for one in queue}) == 12
    assert [one["seed"] for one in queue] == [4] * 6 + [5] * 6
    spec = plan.experiment(queue[-1])
    assert (spec.layers[0].threshold, spec.layers[1].units, spec.seed) == (2, 10, 5)
    assert spec.replace(layers=SPEC.layers, seed=SPEC.seed) == SPEC


def test_a_search_queues_runs_and_takes_seeds_in_turn():
    settings = read_settings(SPEC, ["layers.0.threshold=0.5..4"])
    plan = SweepPlan(SPEC, settings, (1, 2), Sampler.RANDOM, 5)
    plan.check()
    assert plan.queue() == [{"seed": seed} for seed in (1, 2, 1, 2, 1)]


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (SweepPlan(SPEC), "needs a seed"),
        (SweepPlan(SPEC, {"layers.0.threshold": Values((), 1, 2)}, (1,)), "how many values"),
        (SweepPlan(SPEC, {}, (1,), Sampler.TPE, 5), "nothing to search"),
        (SweepPlan(SPEC, {"epochs": Values((1,))}, (1,), Sampler.TPE), "how many runs"),
        (SweepPlan(SPEC, {"epochs": Values((1,))}, tuple(range(200_000))), "are the most"),
        (SweepPlan(SPEC.replace(algorithms="ff"), {}, (1,), net="bp"), "does not train that net"),
    ],
)
def test_a_sweep_that_cannot_be_is_refused(plan, words):
    with pytest.raises(SweepError, match=words):
        plan.check()


def test_an_illegal_value_is_named():
    plan = SweepPlan(SPEC, {"layers.0.units": Values((12, 0))}, (1,))
    with pytest.raises(SpecError, match=r"With layers.0.units = 0:"):
        plan.check()


def test_settings_that_change_nothing_are_told():
    layer = LayerSpec(units=12, loss="symmetric")
    spec = SPEC.replace(layers=(layer, LAYER))
    settings = read_settings(spec, ["layers.0.threshold=1,2", "layers.1.threshold=1,2"])
    assert SweepPlan(spec, settings, (1,)).list_idle() == {
        "layers.0.threshold": "The loss symmetric has no threshold."
    }
    settings |= read_settings(spec, ["layers.0.loss=symmetric,logistic"])
    assert SweepPlan(spec, settings, (1,)).list_idle() == {}


def test_a_plan_is_read_as_it_was_written():
    settings = read_settings(SPEC, ["layers.0.threshold=0.5..4", "ff.negatives=random,hard"])
    plan = SweepPlan(SPEC, settings, (1, 2), Sampler.TPE, 7, True, "bp")
    assert SweepPlan.from_dict(json.loads(json.dumps(plan.to_dict()))) == plan
    with pytest.raises(SweepError, match="newer"):
        SweepPlan.from_dict({**plan.to_dict(), "version": 99})
    with pytest.raises(SweepError, match="damaged"):
        SweepPlan.from_dict({**plan.to_dict(), "seeds": 3})
    with pytest.raises(SweepError, match="no sweep"):
        SweepPlan.from_dict([])


def test_mean_and_deviation_over_seeds():
    assert summarise([0.5, 0.7]) == pytest.approx((0.6, 0.02**0.5))
    mean, deviation = summarise([0.25])
    assert mean == 0.25 and deviation != deviation
