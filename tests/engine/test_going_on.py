"""Nets that go on with other images or in other batches: what an epoch is, and how many are over."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.going_on import list_unheard
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import EpochDone, RunStarted, StepDone
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.status import RunEnd
from tests.engine.test_forward_forward import tiny_data, tiny_spec


def both(**changes):
    """Three steps an epoch with twelve images."""
    return tiny_spec(**{"algorithms": "both", "batch_size": 4, "epochs": 2, **changes})


def go(session, before=None, control=None):
    events = []
    session.run(events.append, control, 9, before)
    return events


def of(events, kind):
    return [e for e in events if isinstance(e, kind)]


def in_file(session, tmp_path):
    """As it comes out of a file, without images."""
    engine.save_session(session, tmp_path / "net.h5")
    return engine.load_session(tmp_path / "net.h5")


def as_of_old(session):
    """As a file of before epochs were told has it."""
    states = session.states()
    for state in states.values():
        del state["epochs"]
    return engine.Session.restore(session.spec, session.shape, states, session.plan)


@pytest.mark.parametrize("comes", ["in memory", "in a file", "in an older file"])
@pytest.mark.parametrize(
    ("num", "batch", "length"), [(12, 4, 3), (28, 4, 7), (4, 4, 1), (12, 6, 2), (12, 1, 12)]
)
def test_epochs_that_are_over_stay_as_many(tmp_path, num, batch, length, comes):
    session, history = engine.Session(both(), tiny_data()), History()
    session.run(history.add)
    if comes != "in memory":
        session = in_file(session, tmp_path) if comes == "in a file" else as_of_old(session)
    more = dataclasses.replace(tiny_data(num), spec=DataSpec("digits", subset=num / 100))
    spec = session.spec.replace(epochs=3, batch_size=batch, data=more.spec)
    again = engine.continue_session(session, spec, more)
    assert again.plan == (2, 5) and again.epoch == 2 and again.spec.batch_size == batch
    events = go(again)
    for event in events:
        history.add(event)
    for net in ("ff", "bp"):
        assert [e.epoch for e in of(events, EpochDone) if e.algorithm == net] == [3, 4, 5]
        steps = [e for e in of(events, StepDone) if e.algorithm == net]
        assert [e.step for e in steps] == list(range(7, 7 + 3 * length))
        reached = [2 + (i + 1) / length for i in range(3 * length)]
        assert [e.epoch for e in steps] == pytest.approx(reached)
        axis = history.series[SeriesKey(net, "loss", 0 if net == "ff" else None)].axis("epoch")
        assert axis[-1] == 5 and (np.diff(axis) > 0).all()
    assert again.snapshot().epoch == 5 and again.checkpoint().epochs == {"ff": 5, "bp": 5}
    kept = in_file(again, tmp_path)
    kept.attach(more)
    assert kept.epoch == 5


def test_the_progress_of_a_run_with_other_images_is_its_own():
    session = engine.Session(both(), tiny_data())
    session.run(lambda event: None)
    events = go(engine.continue_session(session, session.spec, tiny_data(28)))
    meter = ProgressMeter(of(events, RunStarted)[0])
    assert (meter.progress.fraction, meter.progress.epoch) == (0.0, 3)
    seen = []
    for event in of(events, StepDone):
        meter.add(event)
        seen.append(meter.progress.fraction)
    assert seen == pytest.approx([(i + 1) / 28 for i in range(28)])


@pytest.mark.parametrize("schedule", ["simultaneous", "greedy", "inner_loops"])
def test_an_epoch_under_way_ends_where_other_images_come(schedule):
    inner = {"inner_steps": 2} if schedule == "inner_loops" else {}
    spec = tiny_spec(epochs=3, batch_size=4, schedule=schedule, **inner)
    session, control = engine.Session(spec, tiny_data()), Control()

    def stop(event):
        if isinstance(event, StepDone) and event.epoch > 1.5:
            control.stop()

    assert session.run(stop, control).end is RunEnd.STOPPED
    again = engine.continue_session(session, session.spec, tiny_data(28))
    assert again.epoch == 2 and again.plan == (0, 3)
    events = go(again)
    assert [e.epoch for e in of(events, EpochDone)] == [3]
    length = 7 * (2 * 2 if schedule == "inner_loops" else 1)
    assert len(of(events, StepDone)) == length


@pytest.mark.parametrize("changes", [{"batch_size": 2}, {}])
def test_a_cancelled_run_with_other_images_leaves_epochs_as_they_were(changes):
    session = engine.Session(both(epochs=3), tiny_data())
    go(session)
    before, control = session.standing(), Control()
    again = engine.continue_session(session, session.spec.replace(**changes), tiny_data(28))
    control.cancel()
    again.run(lambda event: None, control, 9, before)
    assert (again.epoch, again.plan, again.spec.batch_size) == (3, (0, 3), 4)
    events = go(engine.continue_session(again, again.spec, before.data))
    assert [e.epoch for e in of(events, EpochDone) if e.algorithm == "ff"] == [4, 5, 6]


def test_an_interrupted_epoch_goes_on_from_an_older_file_with_the_same_images():
    data = tiny_data()
    whole = engine.Session(both(), data)
    whole.run(lambda event: None)
    session, control = engine.Session(both(), data), Control()

    def stop(event):
        if isinstance(event, StepDone) and event.step == 4:
            control.stop()

    session.run(stop, control)
    again = engine.continue_session(as_of_old(session), session.spec, data)
    go(again)
    one, other = whole.snapshot().ff, again.snapshot().ff
    for a, b in zip(one.layers, other.layers, strict=True):
        assert np.array_equal(a.kernel, b.kernel)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"batch_size": 2, "epochs": 9, "data": DataSpec("mnist", subset=0.5)}, []),
        ({"seed": 4}, ["Seed"]),
        ({"sharpness": 3.0, "negatives": "hard"}, ["Sharpness α", "Negative data"]),
        ({"optimizer": "adam"}, ["Layer 1: Optimizer", "Layer 2: Optimizer"]),
        ({"learning_rate": 0.1, "threshold": 2.0, "votes": "2-"}, []),
    ],
)
def test_what_nets_that_go_on_do_not_take_over_is_named(changes, expected):
    made = tiny_spec()
    asked = tiny_spec(**changes)
    assert sorted(list_unheard(asked, made)) == sorted(expected)
    going_on = engine.continue_session(engine.Session(made, tiny_data()), asked, tiny_data())
    assert sorted(list_unheard(asked, going_on.spec)) == sorted(expected)
