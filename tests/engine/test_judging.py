"""Runs whose epochs are judged on a sample."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.experiment.spec import BackpropSpec
from ffstudio.core.images.data import Samples
from ffstudio.core.run.events import EpochDone, StepDone
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.judging import Judging, sample_rows
from ffstudio.files.ours.archive import read_archive, same_nets
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both, of


@pytest.fixture(scope="module")
def data():
    """Few images to learn from and many to be judged on."""
    return dataclasses.replace(tiny_data(60), test=tiny_data(4000, seed=9).test)


def spec(**changes):
    return both(optimizer="adam", learning_rate=0.01, batch_size=12, **changes)


def trained(data, judging, **changes):
    session, events = engine.Session(spec(**changes), data), []
    session.run(events.append, judging=judging)
    return session, events


@pytest.fixture(scope="module")
def sampled(data):
    return trained(data, Judging.SAMPLE)


def test_what_is_learnt_does_not_depend_on_it(data, sampled):
    whole, events = trained(data, Judging.WHOLE)
    assert same_nets(sampled[0].snapshot(), whole.snapshot())
    losses = [[e.losses for e in of(x, StepDone)] for x in (sampled[1], events)]
    assert losses[0] == losses[1]
    assert sampled[1][-1].test_accuracy == events[-1].test_accuracy
    assert all(e.rows is None for e in of(events, EpochDone))


def test_all_epochs_but_the_last_are_judged_on_the_sample(data, sampled):
    rows = sample_rows(spec(), data)
    assert len(rows) == 1000
    for event in of(sampled[1], EpochDone):
        if event.epoch < 3:
            np.testing.assert_array_equal(event.rows, rows)
        else:
            assert event.rows is None
        true = data.test.y if event.rows is None else data.test.y[rows]
        assert event.number("accuracy") == np.mean(event.predictions == true)


def test_both_nets_are_judged_as_their_weights_are_by_hand(data):
    """After one epoch, by the snapshot alone."""
    session = engine.Session(spec(epochs=2), data)
    events, snapshots = [], {}

    def follow(event):
        events.append(event)
        if isinstance(event, EpochDone) and event.epoch == 1:
            snapshots[event.algorithm] = getattr(session.snapshot(), event.algorithm), event

    session.run(follow, judging=Judging.SAMPLE)
    for net, event in snapshots.values():
        x, y = data.test.x[event.rows], data.test.y[event.rows]
        judged = net.judge(Samples(x, y))
        np.testing.assert_array_equal(event.predictions, judged.predictions)
        for name, value in judged.values.items():
            if name != "evaluation_loss":  # the engine's alone
                assert event.values[name] == pytest.approx(value, rel=1e-5, nan_ok=True), name


def test_early_stopping_sees_all_images(data):
    patient = spec(epochs=2).replace(bp=BackpropSpec(patience=5))
    patient = patient.replace(data=dataclasses.replace(patient.data, validation=0.1))
    held_back = dataclasses.replace(data, validation=data.test)
    events = []
    engine.Session(patient, held_back).run(events.append, judging=Judging.SAMPLE)
    assert [e.rows for e in of(events, EpochDone)] == [None] * 4


def test_a_model_file_keeps_what_was_measured_on_how_many_images(sampled, tmp_path):
    session, events = sampled
    history = History()
    for event in events:
        history.add(event)
    for suffix in (".h5", ".keras"):
        path = tmp_path / f"net{suffix}"
        engine.save_session(session, path, history=history)
        again = read_archive(path).history
        assert again.to_csv() == history.to_csv()
        assert again.epochs == history.epochs
        assert again.series[SeriesKey("bp", "accuracy", None, "test")].samples == {0: 1000, 1: 1000}
