"""What a run's time goes to: training and judging along the curves, all else apart."""

from __future__ import annotations

import itertools

import pytest

from ffstudio import engine
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    EpochDone,
    NetEnded,
    PhaseChanged,
    RunFinished,
    RunStarted,
    StatusChanged,
    StepDone,
    TimeSpent,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.status import RunEnd, RunPhase, RunStatus
from ffstudio.engine.training.clock import Clock
from tests.engine.test_checkpoints import images, stopping_early
from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both, of

STEP, COMPILE, PAUSE, WORK, JUDGE = 1.0, 100.0, 1000.0, 7.0, 10.0


class Time:
    """Goes on only where the run's listener says so."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def train(session, time, on=lambda event: None, **how):
    """All events of a run: every step takes a second, and what is not a step much longer."""
    events = []

    def follow(event):
        events.append(event)
        if isinstance(event, StepDone):
            time.now += STEP
        elif isinstance(event, PhaseChanged) and event.phase is RunPhase.COMPILING:
            time.now += COMPILE
        elif isinstance(event, PhaseChanged) and event.phase is RunPhase.JUDGING:
            time.now += 0.0 if event.done else JUDGE
        on(event)

    session.run(follow, **how)
    return events


def test_time_stands_still_while_something_is_done_aside():
    time = Time()
    clock = Clock(time)
    time.now = 3.0
    with clock.aside("work"):
        time.now = 5.0
        with clock.aside("compile"):
            time.now = 9.0
        clock.go_aside("pause")
        time.now = 19.0
        assert clock.seconds == 3.0
    time.now = 20.0
    assert clock.seconds == 4.0, "who leaves comes back from all that was begun inside"
    assert clock.take_apart() == {"work": 2.0, "compile": 4.0, "pause": 10.0}
    assert clock.take_apart() == {}
    clock.start_at(50.0)
    time.now = 21.0
    assert clock.seconds == 51.0


def test_compiling_pauses_and_other_work_are_apart_from_the_seconds_of_the_curves():
    time, control = Time(), Control()
    session = engine.Session(both(), tiny_data(), clock=Clock(time))

    def at(event):
        if isinstance(event, StepDone) and (event.algorithm, event.step) == ("ff", 2):
            control.pause()
        elif isinstance(event, StatusChanged) and event.status is RunStatus.PAUSED:
            time.now += PAUSE
            control.resume()
        elif isinstance(event, StepDone) and (event.algorithm, event.step) == ("ff", 5):

            def work():
                time.now += WORK

            control.post(work)

    events = train(session, time, at, control=control)
    seconds = [event.seconds for event in of(events, StepDone)]
    gaps = [after - before for before, after in itertools.pairwise(seconds)]
    # Between two epochs both nets are judged; nothing else stands between two steps.
    assert seconds[0] == 0.0
    assert set(gaps) == {STEP, STEP + JUDGE}
    apart = of(events, TimeSpent)[-1].apart
    assert apart["pause"] == PAUSE and apart["work"] == WORK
    # A step and a judgement of either net.
    assert apart["compile"] == 4 * COMPILE
    told = of(events, RunFinished)[-1].seconds
    assert {name: told[name] for name in ("compile", "pause", "work")} == {
        name: apart[name] for name in ("compile", "pause", "work")
    }
    assert told["train"] == len(seconds) * STEP
    assert told["evaluate"] == 6 * JUDGE


def test_a_run_that_is_stopped_while_it_is_paused_knows_what_its_test_took():
    time, control = Time(), Control()
    session = engine.Session(both(epochs=50), tiny_data(), clock=Clock(time))

    def at(event):
        if isinstance(event, StepDone) and (event.algorithm, event.step) == ("bp", 4):
            control.pause()
        elif isinstance(event, StatusChanged) and event.status is RunStatus.PAUSED:
            time.now += PAUSE
            control.stop()

    end = of(train(session, time, at, control=control), RunFinished)[-1]
    assert end.end is RunEnd.STOPPED
    assert end.seconds["pause"] == PAUSE
    assert end.seconds["train"] == 8 * STEP
    assert end.seconds["evaluate"] >= 2 * JUDGE


def test_what_is_left_is_known_right_after_continue_and_after_a_resume():
    time, history = Time(), History()
    session = engine.Session(both(epochs=20), tiny_data(), clock=Clock(time))
    train(session, time, history.add)
    assert history.epochs[-1]["epoch"] == 20
    session = engine.continue_session(session, session.spec.replace(epochs=35), session.data)

    def follow(stop_at=None):
        control, seen, meter = Control(), [], []

        def at(event):
            if isinstance(event, RunStarted):
                meter.append(ProgressMeter(event))
                seen.append(meter[0].progress)
            elif meter[0].add(event):
                seen.append(meter[0].progress)
            if isinstance(event, EpochDone) and (event.algorithm, event.epoch) == ("bp", stop_at):
                control.stop()

        train(session, time, at, control=control)
        return seen

    seen = follow(stop_at=40)
    assert (seen[0].epoch, seen[0].epochs, seen[0].fraction) == (21, 55, 0.0)
    assert {p.epoch for p in seen} == set(range(21, 41))
    assert {p.epochs for p in seen} == {55}
    known = [p.eta_s for p in seen if p.eta_s is not None]
    assert len(known) > 100
    # 35 epochs of 3 steps of either net, and two judgements; it is known from the second step on.
    assert known[0] == pytest.approx(35 * 6 * STEP, rel=0.05)
    assert seen[-1].fraction == pytest.approx(20 / 35, rel=0.01)

    checkpoint = session.checkpoint()
    session = engine.Session.from_checkpoint(checkpoint, tiny_data())
    session.clock = Clock(time)
    for trainer in session.trainers:
        trainer.clock = session.clock
    seen = follow()
    assert (seen[0].epoch, seen[0].epochs) == (41, 55)
    assert seen[0].fraction == pytest.approx(20 / 35)
    assert seen[-1].fraction == 1.0 and seen[-1].eta_s == 0.0


def test_a_net_that_has_stopped_early_keeps_nobody_waiting():
    data = images()
    time = Time()
    session = engine.Session(stopping_early(), data, clock=Clock(time))
    events = train(session, time)
    [ended] = of(events, NetEnded)
    assert ended.algorithm == "bp"
    meter = ProgressMeter(events[0])
    for event in events[: events.index(ended)]:
        meter.add(event)
    before = meter.progress
    meter.add(ended)
    assert meter.progress.fraction > before.fraction
    assert meter.progress.eta_s < before.eta_s
