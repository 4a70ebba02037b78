"""Fraction, rate and time left from the events of a run."""

from __future__ import annotations

import pytest

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import RunStarted, StepDone
from ffstudio.core.run.progress import ProgressMeter


def test_two_algorithms_share_the_bar():
    spec = ExperimentSpec(epochs=2)
    meter = ProgressMeter(RunStarted(1, spec, 10, 10))
    for n in range(1, 11):
        meter.add(StepDone(1, "ff", n, n / 10, n * 0.2, (0.1, 0.1), None, 50))
        meter.add(StepDone(1, "bp", n, n / 10, n * 0.2 + 0.1, (0.1,), None, 50))
    progress = meter.progress
    assert progress.fraction == pytest.approx(0.5)
    assert progress.epoch == 1
    assert progress.epochs == 2
    assert progress.samples_per_second == pytest.approx(950 / 1.9, rel=1e-6)
    assert progress.eta_s == pytest.approx(2.0, rel=0.06)
    assert progress.algorithm == "bp"


def test_one_algorithm_and_the_layer_that_learns():
    spec = ExperimentSpec(epochs=4, algorithms="ff")
    meter = ProgressMeter(RunStarted(1, spec, 5, 0))
    meter.add(StepDone(1, "ff", 6, 1.2, 3.0, (0.1, float("nan")), 0, 50))
    assert meter.progress.fraction == pytest.approx(6 / 20)
    assert meter.progress.epoch == 2
    assert meter.progress.layer == 0
    assert meter.progress.eta_s is None
