"""The table of all that is measured: formats that files rely on, and what it says of values."""

from __future__ import annotations

import math

import numpy as np
import pytest

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import EpochDone, StepDone
from ffstudio.core.run.history import History, SeriesKey, epoch_row_keys
from ffstudio.core.run.quantities import (
    PLOTS,
    QUANTITIES,
    Moment,
    Quantity,
    by_layer,
    measure,
)


def test_names_of_curves_and_rows_are_those_that_files_hold():
    """Never changed: every history.csv, history.json and model file since 0.1 has them."""
    curves = [q.name for q in QUANTITIES.values() if q.has_curve]
    assert curves == [
        "loss", "epoch_loss", "accuracy", "evaluation_loss", "layer_accuracy",
        "cumulative_accuracy", "read_out_accuracy", "moved", "learnt",
    ]  # fmt: skip
    assert epoch_row_keys() == [
        "epoch", "seconds", "ff_losses", "ff_loss", "bp_loss", "ff_accuracy", "bp_accuracy",
        "bp_evaluation_loss", "ff_layer_accuracy", "ff_cumulative_accuracy",
        "ff_read_out_accuracy", "evaluated_on",
    ]  # fmt: skip


def test_every_quantity_is_declared_under_its_name_and_in_a_plot_that_exists():
    for name, quantity in QUANTITIES.items():
        assert quantity.name == name and quantity.noun
        for algorithm in quantity.algorithms:
            assert quantity.plot_of(algorithm) in {None, *PLOTS}
        assert set(quantity.per_layer) <= set(quantity.algorithms)


def test_what_a_curve_is_called():
    labels = {
        SeriesKey("ff", "loss", 1): "FF layer 2 loss",
        SeriesKey("bp", "loss"): "BP loss",
        SeriesKey("ff", "epoch_loss"): "FF loss (train)",
        SeriesKey("bp", "evaluation_loss", None, "test"): "BP loss (test)",
        SeriesKey("ff", "layer_accuracy", 0, "validation"): "FF layer 1 accuracy (validation)",
        SeriesKey("ff", "cumulative_accuracy", 2, "test"): "FF up to layer 3 accuracy (test)",
        SeriesKey("ff", "read_out_accuracy", None, "test"): "FF read-out accuracy (test)",
        SeriesKey("ff", "nobody_declared", 0, "test"): "FF layer 1 nobody declared (test)",
    }
    assert {key.label for key in labels} == set(labels.values())
    assert all(key.label == label for key, label in labels.items())


def test_a_shorter_tuple_belongs_to_the_last_layers():
    assert by_layer(0.5, 3) == [(None, 0.5)]
    assert by_layer((0.1, 0.2), 3) == [(1, 0.1), (2, 0.2)]


def epoch(algorithm, **values):
    return EpochDone(1, algorithm, 1, 10, 2.0, "test", np.zeros(1, np.int16), values)


def test_what_is_not_measured_leaves_no_point():
    history = History()
    history.add(epoch("bp", accuracy=0.5, evaluation_loss=math.nan))
    assert [key.metric for key in history.series] == ["accuracy"]
    assert math.isnan(history.epochs[0]["bp_evaluation_loss"])
    assert history.epochs[0]["bp_loss"] is None
    assert math.isnan(epoch("ff").number("accuracy"))


def test_values_of_another_net_are_passed_over():
    history = History()
    history.add(epoch("bp", losses=(0.5,), layer_accuracy=(0.1,), accuracy=0.5))
    assert [key.metric for key in history.series] == ["accuracy"]
    assert history.epochs[0]["ff_losses"] is None


@pytest.fixture
def gap(monkeypatch):
    """A quantity of a step that only Forward-Forward has, per layer."""
    gap = Quantity(
        "gap", "gap", algorithms=("ff",), per_layer=("ff",), per_step=True,
        measure=lambda moment: tuple(np.float32(v) for v in moment.losses[1:]),
    )  # fmt: skip
    monkeypatch.setitem(QUANTITIES, "gap", gap)
    return gap


def test_a_quantity_of_a_step(gap):
    looked = []
    moment = Moment("ff", ExperimentSpec(), (0.5, 0.25), None, lambda: looked.append(1))
    values = measure(moment, per_step=True)
    assert values == {"gap": (0.25,)} and type(values["gap"][0]) is float
    assert measure(moment, per_step=False) == {} and not looked
    other = Moment("bp", ExperimentSpec(), (0.5,), None, lambda: None)
    assert measure(other, per_step=True) == {}
    history = History()
    history.add(StepDone(1, "ff", 1, 0.1, 0.5, (0.5, 0.25), None, 32, values))
    assert history.series[SeriesKey("ff", "gap", 1)].values.tolist() == [0.25]
    assert "gap" in history.to_csv()


def test_the_net_is_looked_at_once_and_only_when_asked():
    looked = []

    def look():
        looked.append(1)
        return "net"

    moment = Moment("ff", ExperimentSpec(), (), None, look)
    assert not looked
    assert moment.net == moment.net == "net"
    assert looked == [1]
