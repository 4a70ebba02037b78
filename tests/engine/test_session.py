"""Runs: events, pause, step, stop, cancel, live changes, repeatability, continuation."""

from __future__ import annotations

import dataclasses
import functools
import os
import threading

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.spec import BackpropSpec
from ffstudio.core.images.data import Samples
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    RunFinished,
    RunStarted,
    SettingChanged,
    SnapshotTaken,
    StatusChanged,
    StepDone,
)
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.files.ours.archive import same_states
from tests.engine.test_forward_forward import tiny_data, tiny_spec
from tests.marks import THOROUGH


def both(**changes):
    return tiny_spec(**{"algorithms": "both", "batch_size": 4, "epochs": 3, **changes})


def run(session, control=None, on=None):
    events = []

    def emit(event):
        events.append(event)
        if on is not None:
            on(event)

    finished = session.run(emit, control, run_id=9)
    assert events[-1] is finished
    assert all(e.run_id == 9 for e in events)
    return events


def of(events, kind):
    return [e for e in events if isinstance(e, kind)]


def same_weights(a, b):
    for algorithm in ("ff", "bp"):
        left, right = getattr(a, algorithm), getattr(b, algorithm)
        for x, y in zip(left.layers, right.layers, strict=True):
            if not (np.array_equal(x.kernel, y.kernel) and np.array_equal(x.bias, y.bias)):
                return False
    return True


@pytest.mark.xla
def test_events_of_a_whole_run_in_step():
    events = run(engine.Session(both(), tiny_data()))
    assert isinstance(events[0], RunStarted)
    assert events[0].ff_steps_per_epoch == 3
    steps = of(events, StepDone)
    assert [e.algorithm for e in steps] == ["ff", "bp"] * 9
    assert [e.step for e in steps if e.algorithm == "ff"] == list(range(1, 10))
    assert steps[0].losses != steps[2].losses
    assert len(steps[0].losses) == 2
    assert len(steps[1].losses) == 1
    epochs = of(events, EpochDone)
    assert [(e.algorithm, e.epoch) for e in epochs] == [
        (a, n) for n in (1, 2, 3) for a in ("ff", "bp")
    ]
    first = [e.losses for e in steps if e.algorithm == "ff"][:3]
    np.testing.assert_allclose(epochs[0].values["losses"], np.mean(first, axis=0), rtol=1e-9)
    assert epochs[0].evaluated_on == "test"
    finished = events[-1]
    assert finished.end is RunEnd.COMPLETED
    assert finished.test_accuracy["ff"] == epochs[-2].number("accuracy")
    assert finished.test_accuracy["bp"] == epochs[-1].number("accuracy")
    assert finished.seconds["compile"] > 0
    seconds = [e.seconds for e in steps]
    assert seconds == sorted(seconds)
    predicted = of(events, SnapshotTaken)[-1].snapshot.ff.predict(tiny_data().test.x)
    np.testing.assert_array_equal(predicted, epochs[-2].predictions)


def test_one_after_the_other():
    steps = of(run(engine.Session(both(order="one_after_other"), tiny_data())), StepDone)
    assert [e.algorithm for e in steps] == ["ff"] * 9 + ["bp"] * 9


@pytest.mark.parametrize("algorithm", ["ff", "bp"])
def test_one_algorithm_alone(algorithm):
    session = engine.Session(both(algorithms=algorithm), tiny_data())
    events = run(session)
    assert {e.algorithm for e in of(events, StepDone)} == {algorithm}
    other = "bp" if algorithm == "ff" else "ff"
    assert events[-1].test_accuracy[other] is None
    assert getattr(session.snapshot(), other) is None


def test_the_same_seed_gives_the_same_run_bit_for_bit():
    runs = [engine.Session(both(negatives="hard", dropout=0.2), tiny_data(20)) for _ in range(2)]
    events = [run(session) for session in runs]
    assert same_weights(runs[0].snapshot(), runs[1].snapshot())
    losses = [[e.losses for e in of(run_events, StepDone)] for run_events in events]
    assert losses[0] == losses[1]
    other = engine.Session(both(negatives="hard", dropout=0.2, seed=4), tiny_data(20))
    run(other)
    assert not same_weights(runs[0].snapshot(), other.snapshot())


def interrupted_spec(schedule):
    return both(
        schedule=schedule, inner_steps=2, negatives="hard", dropout=0.2, rate_schedule="half_linear",
        optimizer="adam", learning_rate=0.01,
    )  # fmt: skip


@functools.cache
def run_whole(schedule, xla):
    """A session that was never interrupted, and its events; ``xla``: how it is compiled."""
    session = engine.Session(interrupted_spec(schedule), tiny_data(20))
    return session, run(session)


def test_without_xla_the_nets_learn_the_same(monkeypatch):
    losses = []
    for choice in ("1", "0"):
        monkeypatch.setenv("FFSTUDIO_XLA", choice)
        session = engine.Session(both(dropout=0.2), tiny_data())
        assert [trainer.uses_xla for trainer in session.trainers] == [choice == "1"] * 2
        losses.append([e.losses for e in of(run(session), StepDone)])
    assert len(losses[0]) == 2 * 3 * 3
    for with_xla, without in zip(*losses, strict=True):
        np.testing.assert_allclose(without, with_xla, rtol=1e-5)


# In the midst of an epoch and at its end; the greedy schedule is the one whose place matters most.
@pytest.mark.parametrize(
    ("schedule", "stop_after"),
    [
        pytest.param("simultaneous", 3, marks=THOROUGH),
        pytest.param("greedy", 2, marks=[THOROUGH, pytest.mark.xla]),
        ("greedy", 3),
        pytest.param("greedy", 5, marks=[THOROUGH, pytest.mark.xla]),
        ("inner_loops", 5),
    ],
)
def test_a_restored_session_goes_on_exactly_as_if_never_interrupted(schedule, stop_after):
    spec, data = interrupted_spec(schedule), tiny_data(20)
    whole, whole_events = run_whole(schedule, os.environ["FFSTUDIO_XLA"])
    control = Control()
    part = engine.Session(spec, data)

    def stop(event):
        if isinstance(event, StepDone) and event.algorithm == "ff" and event.step == stop_after:
            control.stop()

    first = run(part, control, stop)
    assert first[-1].end is RunEnd.STOPPED
    restored = engine.Session.restore(part.spec, part.shape, part.states(), part.plan, part.seconds)
    second = run(engine.continue_session(restored, part.spec, data))
    assert second[0].resumed
    assert same_weights(whole.snapshot(), restored.snapshot())
    joined = [(e.step, e.losses) for e in of(first, StepDone) + of(second, StepDone)]
    expected = [(e.step, e.losses) for e in of(whole_events, StepDone)]
    np.testing.assert_equal(sorted(joined, key=str), sorted(expected, key=str))
    ends = [
        [(e.algorithm, e.epoch, e.number("epoch_loss")) for e in of(run_events, EpochDone)]
        for run_events in (first + second, whole_events)
    ]
    assert sorted(ends[0]) == sorted(ends[1])


def test_continuing_a_finished_plan_adds_epochs():
    session, history = engine.Session(both(), tiny_data()), History()
    run(session, on=history.add)
    more = engine.continue_session(session, session.spec.replace(epochs=2), tiny_data())
    events = run(more, on=history.add)
    assert [e.epoch for e in of(events, EpochDone) if e.algorithm == "ff"] == [4, 5]
    assert len(history.epochs) == 5
    seconds = [e.seconds for e in of(events, StepDone)]
    assert seconds[0] >= history.series[SeriesKey("ff", "loss", 0)].axis("seconds")[8]


def test_other_layers_cannot_continue():
    session = engine.Session(both(), tiny_data())
    with pytest.raises(TrainingError, match="not those of this net"):
        engine.continue_session(session, session.spec.with_layer(0, units=9), tiny_data())


def test_pause_step_and_resume_answer_between_batches():
    control = Control(paused=True)
    session = engine.Session(both(), tiny_data())
    events, paused = [], threading.Semaphore(0)

    def emit(event):
        events.append(event)
        if isinstance(event, StatusChanged) and event.status is RunStatus.PAUSED:
            paused.release()

    thread = threading.Thread(target=session.run, args=(emit, control, 9))
    thread.start()
    try:
        assert paused.acquire(timeout=60)
        assert not of(events, StepDone)
        control.step_batch()
        assert paused.acquire(timeout=60)
        assert [(e.algorithm, e.step) for e in of(events, StepDone)] == [("ff", 1), ("bp", 1)]
        control.step_epoch()
        assert paused.acquire(timeout=60)
        assert [e.step for e in of(events, StepDone) if e.algorithm == "bp"] == [1, 2, 3]
        assert len(of(events, EpochDone)) == 2
        control.resume()
        thread.join(60)
    finally:
        control.cancel()
        thread.join(60)
    assert of(events, RunFinished)[0].end is RunEnd.COMPLETED


def test_cancel_goes_back_to_the_weights_before():
    session = engine.Session(both(), tiny_data())
    before = session.snapshot()
    control = Control()

    def cancel(event):
        if isinstance(event, StepDone) and event.step == 4:
            control.cancel()

    events = run(session, control, cancel)
    assert events[-1].end is RunEnd.CANCELLED
    assert max(e.step for e in of(events, StepDone)) == 4
    assert same_weights(before, session.snapshot())


def test_settings_changed_between_two_runs_leave_a_mark_where_the_second_begins():
    session, data, history = engine.Session(both(), tiny_data()), tiny_data(), History()
    run(session, on=history.add)
    slower = session.spec.with_layer(0, learning_rate=1e-30)
    events = run(engine.continue_session(session, slower, data), on=history.add)
    assert isinstance(events[0], RunStarted)
    (mark,) = history.marks
    assert (mark.text, mark.step, mark.epoch) == ("Layer 1 learning rate → 1e-30", 9, 3)
    run(engine.continue_session(session, slower, data), on=history.add)
    assert len(history.marks) == 1


def list_settled(standing):
    """All but the arrays."""
    fields = [field.name for field in dataclasses.fields(standing) if field.name != "states"]
    return [(name, getattr(standing, name)) for name in fields]


@pytest.mark.parametrize("fails", [False, True])
def test_a_run_that_is_cancelled_or_fails_goes_back_to_before_it_was_continued(fails):
    data = tiny_data()
    session = engine.Session(both(optimizer="adam"), data)
    run(session)
    before = session.standing()
    changed = session.spec.with_layer(0, learning_rate=0.5, threshold=9.0).replace(epochs=7)
    fewer = dataclasses.replace(data, train=Samples(data.train.x[:8], data.train.y[:8]))
    engine.continue_session(session, changed, fewer)
    control = Control()

    def end(event):
        if isinstance(event, StepDone) and event.step == 12:
            control.post(lambda: session.change("bp", None, "learning_rate", 0.25))
            if fails:
                raise RuntimeError("no more")
            control.cancel()

    if fails:
        with pytest.raises(RuntimeError, match="no more"):
            session.run(end, control, 9, before)
    else:
        assert session.run(end, control, 9, before).end is RunEnd.CANCELLED
    after = session.standing()
    assert same_states(after.states, before.states)
    assert list_settled(after) == list_settled(before)
    assert session.ff.spec == session.bp.spec == before.spec
    assert session.epoch == 3
    # Nothing of what was changed is told of later.
    assert not of(run(engine.continue_session(session, session.spec, data)), SettingChanged)


def test_live_changes_take_effect_and_leave_a_mark():
    control = Control()
    session = engine.Session(both(), tiny_data())

    def change(event):
        if isinstance(event, StepDone) and (event.algorithm, event.step) == ("bp", 2):
            control.post(lambda: session.change("ff", 0, "learning_rate", 1e-30))
            control.post(lambda: session.change("ff", 1, "threshold", 0.75))
            control.post(lambda: session.change("bp", None, "learning_rate", 1e-30))

    seen, history = {}, History()

    def watch(event):
        history.add(event)
        change(event)
        if isinstance(event, SettingChanged) and "before" not in seen:
            seen["before"] = session.snapshot()

    events = run(session, control, watch)
    marks = [(e.setting, e.value, e.step) for e in of(events, SettingChanged)]
    assert marks == [
        ("Layer 1 learning rate", 1e-30, 2),
        ("Layer 2 threshold", 0.75, 2),
        ("Backprop learning rate", 1e-30, 2),
    ]
    assert [m.text for m in history.marks][1] == "Layer 2 threshold → 0.75"
    now, then = session.snapshot(), seen["before"]
    np.testing.assert_array_equal(now.ff.layers[0].kernel, then.ff.layers[0].kernel)
    assert not np.array_equal(now.ff.layers[1].kernel, then.ff.layers[1].kernel)
    assert now.ff.layers[1].threshold == 0.75
    assert session.spec.layers[1].threshold == 0.75


def test_layers_that_vote_change_while_they_learn_and_after():
    """What they predict by, and the wrong labels that they choose, from the next step on."""
    spec = both(algorithms="ff", epochs=4)
    hard = dataclasses.replace(spec.ff, negatives="hard", sharpness=50.0)
    spec = spec.replace(ff=hard)
    control, data, history = Control(), tiny_data(), History()
    session = engine.Session(spec, data)
    plain = engine.Session(spec, data)
    run(plain)

    def change(event):
        history.add(event)
        if isinstance(event, StepDone) and event.step == 4:
            control.post(lambda: session.change("ff", None, "votes", "2"))

    events = run(session, control, change)
    (mark,) = of(events, SettingChanged)
    assert (mark.value, mark.step) == ("2", 4)
    assert [m.text for m in history.marks] == ["Layers that vote → 2"]
    assert session.spec.ff.votes == session.snapshot().ff.votes == "2"
    scores = session.snapshot().ff.label_goodness(data.test.x)
    last = of(events, EpochDone)[-1]
    np.testing.assert_array_equal(last.predictions, scores[:, 1].argmax(axis=1))
    assert not same_states(session.states(), plain.states())  # other labels were hard
    # A net that votes so from the fourth step on is the same net, wherever it was told.
    half = engine.Session(spec, data)
    stops = Control()

    def stop(event):
        if isinstance(event, StepDone) and event.step == 4:
            stops.stop()

    run(half, stops, stop)
    voting = spec.replace(ff=dataclasses.replace(spec.ff, votes="2"))
    run(engine.continue_session(half, voting, data))
    assert same_states(half.states(), session.states())


def test_a_run_that_is_cancelled_votes_as_before_it():
    session = engine.Session(both(algorithms="ff"), tiny_data())
    run(session)
    before = session.standing()
    control = Control()

    def end(event):
        if isinstance(event, StepDone):
            control.post(lambda: session.change("ff", None, "votes", "1"))
            control.cancel()

    engine.continue_session(session, session.spec, tiny_data())
    assert session.run(end, control, 9, before).end is RunEnd.CANCELLED
    assert session.spec.ff.votes == session.snapshot().ff.votes == "all"
    x = tiny_data().test.x
    scores = session.ff.model.goodness(x)
    np.testing.assert_allclose(session.ff.model(x), scores.sum(axis=1), rtol=1e-5)


def poisoned():
    """Data whose second half of steps meets an infinite pixel."""
    data = tiny_data()
    x = data.train.x.copy()
    x[7, 9] = np.inf
    return dataclasses.replace(data, train=Samples(x, data.train.y))


@pytest.mark.parametrize("algorithm", ["ff", "bp"])
def test_a_loss_that_is_not_finite_pauses_with_the_last_good_weights(algorithm):
    control = Control()
    session = engine.Session(both(algorithms=algorithm), poisoned())

    def stop(event):
        if isinstance(event, StatusChanged) and event.status is RunStatus.PAUSED:
            control.stop()

    events = run(session, control, stop)
    diverged = of(events, Diverged)[0]
    assert diverged.algorithm == algorithm
    assert diverged.layer == (0 if algorithm == "ff" else None)
    assert ("layer 1" if algorithm == "ff" else "backprop") in diverged.message
    net = getattr(session.snapshot(), algorithm)
    assert all(np.isfinite(layer.kernel).all() for layer in net.layers)
    assert events[-1].end is RunEnd.STOPPED


def test_early_stopping_goes_back_to_the_best_weights():
    data = tiny_data(30)
    data = dataclasses.replace(data, validation=tiny_data(9, seed=1).train)
    spec = both(algorithms="bp", epochs=200)
    spec = spec.replace(
        bp=BackpropSpec(optimizer="sgd", learning_rate=2.0, patience=2),
        data=dataclasses.replace(spec.data, validation=0.1),
    )
    session = engine.Session(spec, data)
    events = run(session)
    epochs = of(events, EpochDone)
    assert events[-1].end is RunEnd.EARLY
    losses = [e.number("evaluation_loss") for e in epochs]
    best = int(np.argmin(losses))
    assert len(losses) == best + 3
    assert session.bp.judge(data.validation).loss == pytest.approx(losses[best], rel=1e-6)


def test_data_that_do_not_fit_are_refused():
    data = tiny_data()
    session = engine.Session(both(), data)
    other = dataclasses.replace(data, class_names=tuple("abcd"))
    with pytest.raises(TrainingError, match="10 and 3"):
        session.attach(dataclasses.replace(other, image_shape=(1, 5)))


def test_label_pixels_need_room():
    small = dataclasses.replace(tiny_data(), image_shape=(1, 5))
    with pytest.raises(TrainingError, match="separate label units"):
        engine.Session(both(), small)


# --- what steps have taken ---------------------------------------------------------------


def taken(session, net, axis):
    """Along an axis, where the first layer's or backprop's loss has its points."""
    history = History()
    session.run(history.add)
    key = SeriesKey(net, "loss", 0 if net == "ff" else None)
    return history, history.series[key].axis(axis)


def test_images_and_multiply_adds_are_those_of_the_steps_of_each_net():
    # 12 images in batches of 4: 3 steps an epoch. Layers 6-4-5 and the output's 3.
    session = engine.Session(both(epochs=2), tiny_data())
    inputs = session.shape.num_inputs
    ff = 4 * (2 * inputs * 4 + 2 * 2 * 4 * 5)
    bp = 4 * (2 * inputs * 4 + 3 * 4 * 5 + 3 * 5 * 3)
    history, work = taken(session, "ff", "multiply_adds")
    assert work.tolist() == [ff * n for n in range(1, 7)]
    assert history.series[SeriesKey("bp", "loss")].axis("multiply_adds").tolist() == [
        bp * n for n in range(1, 7)
    ]
    for net in ("ff", "bp"):
        key = SeriesKey(net, "accuracy", None, "test")
        assert history.series[key].axis("images").tolist() == [12, 24]


def test_a_run_that_goes_on_with_fewer_images_a_batch_is_counted_on():
    session = engine.Session(both(epochs=1, batch_size=12), tiny_data())
    history = History()
    session.run(history.add)
    more = engine.continue_session(session, both(epochs=2, batch_size=12), tiny_data(num=9))
    more.run(history.add)
    for net, key in (("ff", SeriesKey("ff", "loss", 0)), ("bp", SeriesKey("bp", "loss"))):
        images = history.series[key].axis("images")
        work = history.series[key].axis("multiply_adds")
        assert images.tolist() == [12, 21, 30][: len(images)], net
        assert np.allclose(work / work[0], images / 12)


def test_layers_that_learn_one_after_the_other_take_less():
    session = engine.Session(tiny_spec(schedule="greedy", epochs=2, batch_size=12), tiny_data())
    inputs = session.shape.num_inputs
    history = History()
    session.run(history.add)
    first = history.series[SeriesKey("ff", "loss", 0)].axis("multiply_adds")
    second = history.series[SeriesKey("ff", "loss", 1)].axis("multiply_adds")
    alone = 12 * 2 * inputs * 4
    assert first.tolist() == [alone]
    assert second.tolist() == [alone + 12 * (inputs * 4 + 2 * 2 * 4 * 5)]


def test_nets_that_go_on_find_their_classes_by_name_and_keep_what_they_see():
    data = tiny_data()
    names = data.class_names
    session = engine.Session(both(epochs=0), data)
    before = session.standing()
    turned = np.arange(len(names))[::-1]

    def rename(samples):
        return Samples(samples.x, turned[samples.y].astype(np.int32))

    light = dataclasses.replace(data.appearance, paper="light")
    other = dataclasses.replace(data.change_each(rename), class_names=names[::-1], appearance=light)
    engine.continue_session(session, session.spec, other)
    np.testing.assert_array_equal(session.training_data().train.y, data.train.y)
    snapshot = session.snapshot()
    assert (snapshot.class_names, snapshot.appearance.paper) == (names, "light")
    # Classes of which none is known are taken place by place, and are the net's from here on.
    new = tuple(f"new {name}" for name in names)
    engine.continue_session(session, session.spec, dataclasses.replace(data, class_names=new))
    assert session.snapshot().class_names == new
    session.go_back(before)
    snapshot = session.snapshot()
    assert (snapshot.class_names, snapshot.appearance) == (names, data.appearance)
    some = (*names[:-1], "unheard of")
    with pytest.raises(TrainingError, match="does not know"):
        engine.continue_session(session, session.spec, dataclasses.replace(data, class_names=some))
