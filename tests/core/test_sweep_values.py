"""Values that a sweep begins with: worth trying, and none that the experiment cannot have."""

from __future__ import annotations

import pytest

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import SweepPlan, read_settings
from ffstudio.core.experiment.sweep_values import (
    can_vary,
    label_named,
    list_varied,
    suggest_values,
)
from tests.marks import choose_cases

SPEC = ExperimentSpec(layers=(LayerSpec(units=500, threshold=2.0, learning_rate=0.003),))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("layers.0.threshold", "1,2,4"),
        ("layers.0.units", "250,500,1000"),
        ("layers.0.learning_rate", "0.0009,0.003,0.009"),
        ("layers.0.dropout", "0,0.1,0.2"),
        ("layers.0.weight_decay", "0,0.0001,0.001"),
        ("ff.label_repeats", "1,2,3"),
        ("ff.read_out", "false,true"),
    ],
)
def test_values_lie_around_the_one_there_is(name, values):
    assert suggest_values(SPEC, name) == values


@pytest.mark.parametrize(
    "preset",
    choose_cases(
        presets(),
        "side-by-side",
        "cnn-small",
        "scff",
        "mono-forward",
        "bp-deep-tanh",
    ),
)
def test_every_suggestion_for_every_setting_can_be_trained(preset):
    spec = presets()[preset]
    net = "ff" if spec.trains_ff else "bp"
    names = list_varied(spec)
    assert len(names) > 15
    for name in names:
        settings = read_settings(spec, [f"{name}={suggest_values(spec, name)}"])
        SweepPlan(spec, settings, (1,), net=net).check()
        assert label_named(name)


def test_what_is_no_setting_to_search_over_is_not_offered():
    for name in ("name", "seed", "data.path", "data.name", "layers.7.units", "ff.nothing", "x"):
        assert not can_vary(SPEC, name)
    assert can_vary(SPEC, "epochs") and can_vary(SPEC, "layers.0.threshold")
    assert not can_vary(SPEC, "layers.1.threshold")
