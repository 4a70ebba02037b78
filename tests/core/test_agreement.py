"""Two runs' curves held against each other."""

from __future__ import annotations

import numpy as np

from ffstudio.core.run.agreement import compare_curves
from ffstudio.core.run.events import EpochDone, StepDone
from ffstudio.core.run.history import History


def curves(*losses, sample=None, accuracy=0.5):
    history = History()
    for i, loss in enumerate(losses, 1):
        history.add(StepDone(1, "ff", i, i / 10, i * 0.1, (loss, loss / 2)))
    rows = None if sample is None else np.arange(sample)
    predictions = np.zeros(4, np.int16)
    history.add(
        EpochDone(1, "ff", 1, len(losses), 1.0, "test", predictions, {"accuracy": accuracy}, rows)
    )
    return history


def test_equal_curves():
    told = compare_curves(curves(3.0, 2.0, float("nan")), curves(3.0, 2.0, float("nan")))
    assert told.is_equal and told.is_whole and told.values == 7 and told.curves == 3
    assert "bit for bit" in told.text


def test_the_first_difference_is_named():
    told = compare_curves(curves(3.0, 2.0, 1.0), curves(3.0, 2.0000000001, 1.5))
    assert not told.is_equal
    parting = told.partings[0]
    assert (parting.step, parting.first, parting.second) == (2, 2.0, 2.0000000001)
    assert "part in step 2" in told.text and "2.0000000001" in told.text


def test_a_shorter_run_is_compared_as_far_as_it_goes():
    told = compare_curves(curves(3.0, 2.0, 1.0), curves(3.0, 2.0))
    assert told.partings == () or told.partings[0].key.metric == "accuracy"
    assert not told.is_whole


def test_samples_are_not_held_against_whole_sets():
    told = compare_curves(curves(3.0, accuracy=0.5), curves(3.0, sample=2, accuracy=0.7))
    assert told.is_equal
    assert not compare_curves(curves(3.0, accuracy=0.5), curves(3.0, accuracy=0.7)).is_equal


def test_nothing_in_common_is_no_agreement():
    assert not compare_curves(History(), curves(1.0)).is_equal
    assert "no curves in common" in compare_curves(History(), curves(1.0)).text
