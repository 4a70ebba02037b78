"""Where two experiments would make other nets."""

from dataclasses import replace

import pytest

from ffstudio.core.experiment.differences import list_differences
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.images.data_spec import DataSpec

PLAIN = ExperimentSpec()


@pytest.mark.parametrize(
    ("other", "named"),
    [
        (PLAIN.replace(name="Mine", description="x", epochs=99), []),
        (PLAIN.with_layer(0, learning_rate=0.5, threshold=3.0), []),
        (PLAIN.replace(bp=BackpropSpec(learning_rate=0.5)), []),
        (PLAIN.replace(batch_size=7, seed=2), ["Batch size", "Seed"]),
        (PLAIN.replace(data=DataSpec("digits")), ["Data set"]),
        (PLAIN.with_layer(1, units=7), ["Layer 2: Units"]),
        (PLAIN.replace(layers=PLAIN.layers[:1]), ["Layers"]),
        (PLAIN.replace(ff=ForwardForwardSpec(sharpness=3.0)), ["Sharpness α"]),
        (PLAIN.replace(bp=BackpropSpec(optimizer="sgd")), ["Backprop: Optimizer"]),
    ],
)
def test_settings_that_make_other_nets_are_named(other, named):
    assert list_differences(PLAIN, other) == named
    assert list_differences(other, PLAIN) == named


def test_settings_of_a_net_that_neither_trains_make_no_difference():
    alone = PLAIN.replace(algorithms="bp")
    assert list_differences(alone, alone.replace(ff=replace(alone.ff, sharpness=3.0))) == []


def test_presets_differ_from_each_other_and_not_from_themselves():
    for name, spec in presets().items():
        assert list_differences(spec, spec) == []
        others = [n for n, other in presets().items() if not list_differences(spec, other)]
        assert others == [name]
