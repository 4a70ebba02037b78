"""Layers that are frozen, thawed and begun anew while a run goes on."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.run.agreement import compare_curves
from ffstudio.core.run.changes import BEGUN_ANEW
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    EpochDone,
    LayerStepped,
    SettingChanged,
    StatusChanged,
    StepDone,
)
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.run.lanes import lanes_of, leave_gaps, move_of
from tests.engine.test_forward_forward import tiny_data, tiny_spec
from tests.marks import choose_cases

KINDS = {
    "labels": {},
    "hard labels": {"negatives": "hard"},
    "classes": {"goodness": "class_mean_square", "units": 6},
    "images": {"negatives": "hybrid"},
    "pairs of images": {"negatives": "other_image"},
    "projection": {"goodness": "projection"},
    "frames": {"feedback": True, "frames": 3},
    "peers": {"peer": 0.1, "collaboration": "others"},
    "layer by layer": {"schedule": "greedy"},
    "inner loops": {"schedule": "inner_loops", "inner_steps": 2},
}


def with_layers(spec, **changes):
    return spec.replace(layers=tuple(dataclasses.replace(x, **changes) for x in spec.layers))


def both(**changes):
    return tiny_spec(**{"algorithms": "both", "batch_size": 4, "epochs": 4, **changes})


def train(session, changes=(), at=None):
    """All events of a run, and its curves.

    Args:
        at: Live changes to ask for after steps: ``{(net, step): [arguments of change]}``.
    """
    control, history, events = Control(), History(), []

    def follow(event):
        events.append(event)
        history.add(event)
        if isinstance(event, StepDone):
            for change in (at or {}).get((event.algorithm, event.step), ()):
                control.post(lambda change=change: session.change(*change))

    session.run(follow, control, changes=changes)
    return events, history


def parts_of(state, layer, optimizer):
    """A layer's weights and its optimizer's memory in a training state."""
    prefixes = (f"layer_{layer}/", f"optimizer_{optimizer}/")
    return {name: value for name, value in state.items() if name.startswith(prefixes)}


def equal(one, other):
    return one.keys() == other.keys() and all(np.array_equal(one[k], other[k]) for k in one)


@pytest.mark.parametrize(
    "kind",
    choose_cases(KINDS, "images", "projection", "frames", "peers", "layer by layer", "inner loops"),
)
def test_a_frozen_layer_keeps_every_bit_while_others_learn(kind):
    ff = KINDS[kind]
    spec = tiny_spec(batch_size=4, epochs=2, **ff)
    spec = with_layers(spec, optimizer="adam", weight_decay=0.1)
    session = engine.Session(spec, tiny_data())
    train(session)  # so that moments are there
    session = engine.continue_session(session, spec, tiny_data())
    session.change("ff", 0, "learns", 0.0)
    before = session.states()["ff"]
    _, history = train(session)
    after = session.states()["ff"]
    assert equal(parts_of(before, 0, 0), parts_of(after, 0, 0))
    assert not equal(parts_of(before, 1, 1), parts_of(after, 1, 1))
    moved = history.series[SeriesKey("ff", "moved", 0)].values
    assert list(moved) == [0.0, 0.0]
    assert SeriesKey("ff", "loss", 0) not in history.series
    assert np.isfinite(history.series[SeriesKey("ff", "loss", 1)].values).all()


def moments_of(session, index):
    """Weights of a backprop layer and what the optimizer remembers of them."""
    trainer = session.bp
    variables, optimizer = trainer.list_layers()[index], trainer.optimizers[0]
    paths = [v.path.replace("/", "_") for v in variables]
    slots = [v for v in optimizer.variables if any(p in v.path for p in paths)]
    assert len(slots) == 2 * len(variables)  # of Adam
    return [np.array(v) for v in (*variables, *slots)]


@pytest.mark.parametrize(
    ("name", "layer", "frozen"),
    [("bp_learns", 0, 0), ("bp_learns", 1, 1), ("output_learns", None, 2)],
)
def test_a_frozen_layer_of_the_twin_keeps_every_bit(name, layer, frozen):
    spec = both(algorithms="bp", epochs=2)
    session = engine.Session(spec, tiny_data())
    train(session)
    session = engine.continue_session(session, spec, tiny_data())
    session.change("bp", layer, name, 0.0)
    before = [moments_of(session, i) for i in range(3)]
    _, history = train(session)
    for i in range(3):
        same = all(map(np.array_equal, before[i], moments_of(session, i)))
        assert same is (i == frozen), i
        moved = history.series[SeriesKey("bp", "moved", i)].values
        assert (moved == 0.0).all() if i == frozen else (moved > 0.0).all()


def test_layers_of_a_stack_freeze_with_their_running_means():
    layers = (LayerSpec("dense", 4), LayerSpec("batch_norm"), LayerSpec("dense", 5))
    spec = both(algorithms="bp", epochs=2, layers=layers)
    session = engine.Session(spec.with_layer(1, bp_learns=False), tiny_data())
    norm = session.bp.model.get_layer("batch_norm_2")
    means, kernel = np.array(norm.moving_mean), np.array(session.bp.list_layers()[0][0])
    train(session)
    assert np.array_equal(norm.moving_mean, means)
    assert not np.array_equal(session.bp.list_layers()[0][0], kernel)
    session.change("bp", 1, "bp_learns", 1.0)
    train(engine.continue_session(session, session.spec, tiny_data()))
    assert not np.array_equal(norm.moving_mean, means)


def test_a_thawed_layer_goes_on_where_it_was_frozen():
    spec = with_layers(both(algorithms="ff"), optimizer="adam")
    session, seen = engine.Session(spec, tiny_data()), []
    control = Control()

    def follow(event):
        if isinstance(event, StepDone) and event.step in (4, 9):
            change = ("ff", 0, "learns", float(event.step == 9))
            control.post(lambda: session.change(*change))
        elif isinstance(event, SettingChanged):
            seen.append(parts_of(session.states()["ff"], 0, 0))

    session.run(follow, control)
    frozen, thawed = seen
    assert equal(frozen, thawed) and not equal(thawed, parts_of(session.states()["ff"], 0, 0))
    # Its optimizer counts its own steps alone: 12 of them, without the 5 in which it was frozen.
    assert session.ff.optimizers[0].iterations.numpy() == 7
    assert session.ff.optimizers[1].iterations.numpy() == 12


CHANGES = {
    ("ff", 2): [("ff", 0, "learns", 0.0), ("ff", 1, BEGUN_ANEW, -1.0)],
    ("bp", 4): [("bp", 1, "bp_learns", 0.0), ("bp", None, "output_learns", 0.0)],
    ("ff", 7): [("ff", 0, "learns", 1.0), ("ff", 0, "learning_rate", 0.05)],
    ("bp", 8): [("bp", 1, "bp_learns", 1.0), ("bp", 2, BEGUN_ANEW, -1.0)],
}


@pytest.fixture(scope="module")
def changed():
    """A session that was changed while it learnt, the events of its run and its curves."""
    session = engine.Session(both(), tiny_data())
    return session, *train(session, at=CHANGES)


def test_a_run_trained_again_with_the_same_changes_has_the_same_curves(changed):
    first, events, curves = changed
    again = engine.Session(both(), tiny_data())
    told = [e for e in events if isinstance(e, SettingChanged)]
    assert [m.text.split(" (")[0] for m in curves.marks] == [
        "Layer 1 frozen",
        "Layer 2 begun anew",
        "Backprop layer 2 frozen",
        "Backprop output frozen",
        "Layer 1 learns",
        "Layer 1 learning rate → 0.05",
        "Backprop layer 2 learns",
        "Backprop output begun anew",
    ]
    repeated, others = train(again, changes=told)
    retold = [e for e in repeated if isinstance(e, SettingChanged)]
    assert [dataclasses.replace(e, seconds=0) for e in retold] == [
        dataclasses.replace(e, seconds=0) for e in told
    ]
    assert compare_curves(curves, others).is_equal
    for net in ("ff", "bp"):
        assert equal(first.states()[net], again.states()[net])


def test_a_run_goes_on_from_a_checkpoint_as_if_nobody_had_stopped_it(changed):
    """In the middle of an epoch, with a layer frozen and another one begun anew."""
    whole, events, curves = changed
    halved = engine.Session(both(), tiny_data())
    control, history = Control(), History()

    def follow(event):
        history.add(event)
        if isinstance(event, StepDone):
            for change in CHANGES.get((event.algorithm, event.step), ()):
                control.post(lambda change=change: halved.change(*change))
            if (event.algorithm, event.step) == ("bp", 5):
                control.stop()

    halved.run(follow, control)
    assert halved.ff.step == 5  # of 3 in an epoch
    rest = engine.Session.from_checkpoint(halved.checkpoint(), tiny_data())
    changes = [e for e in events if isinstance(e, SettingChanged) and e.step >= 6]
    rest.run(history.add, changes=changes)
    assert compare_curves(curves, history).is_equal
    assert equal(whole.states()["ff"], rest.states()["ff"])


@pytest.mark.parametrize("net", ["ff", "bp"])
def test_a_layer_begun_anew_has_new_weights_and_no_memory(net):
    spec = with_layers(both(algorithms=net), optimizer="adam")
    session = engine.Session(spec, tiny_data())
    train(session)
    trainer = session.ff or session.bp
    before = [[np.array(v) for v in layer] for layer in trainer.list_layers()]
    session.change(net, 1, BEGUN_ANEW, 77.0)
    after = [[np.array(v) for v in layer] for layer in trainer.list_layers()]
    assert all(map(np.array_equal, before[0], after[0]))
    assert not np.array_equal(before[1][0], after[1][0]) and not after[1][1].any()
    if net == "ff":
        fresh = engine.Session(spec, tiny_data()).ff.optimizers[1].variables
        now = trainer.optimizers[1].variables
        assert all(np.array_equal(a, b) for a, b in zip(now, fresh, strict=True))
    else:
        assert not any(a.any() for a in moments_of(session, 1)[2:])
        assert all(a.any() for a in moments_of(session, 0)[2:])
    # The seed alone decides.
    other = engine.Session(spec, tiny_data())
    other.change(net, 1, BEGUN_ANEW, 77.0)
    twin = (other.ff or other.bp).list_layers()[1]
    assert all(np.array_equal(a, b) for a, b in zip(after[1], twin, strict=True))


def test_what_has_no_weights_cannot_be_begun_anew():
    spec = both(algorithms="bp", layers=(LayerSpec("dense", 4), LayerSpec("dropout", dropout=0.1)))
    session = engine.Session(spec, tiny_data())
    with pytest.raises(TrainingError, match="Layer 2 has no weights"):
        session.change("bp", 1, BEGUN_ANEW, 1.0)
    with pytest.raises(TrainingError, match="cannot be changed"):
        session.change("bp", 0, "learns", 0.0)


def test_a_divergence_does_not_bring_back_what_was_before_a_new_start():
    session, control, seen = engine.Session(both(algorithms="ff"), tiny_data()), Control(), {}

    def follow(event):
        if isinstance(event, StepDone) and event.step == 2:
            control.post(lambda: session.change("ff", 1, BEGUN_ANEW, 5.0))
            control.post(lambda: session.change("ff", 0, "learning_rate", float("inf")))
        elif isinstance(event, SettingChanged) and event.name == BEGUN_ANEW:
            seen["kernel"] = np.array(session.ff.list_layers()[1][0])
        elif type(event).__name__ == "Diverged":
            seen["after"] = np.array(session.ff.list_layers()[1][0])
            control.stop()

    session.run(follow, control)
    assert np.array_equal(seen["kernel"], seen["after"])


def test_lanes_say_when_layers_learnt_and_what_they_gained():
    session = engine.Session(both(), tiny_data())
    weights = [np.concatenate([np.ravel(v) for v in x]) for x in session.ff.list_layers()]
    begun = session.spec
    events, history = train(session, at={
        ("ff", 3): [("ff", 0, "learns", 0.0)],
        ("ff", 7): [("ff", 0, "learns", 1.0)],
    })  # fmt: skip
    lanes = lanes_of(history, begun)
    names = [(lane.algorithm, lane.layer, lane.is_output) for lane in lanes]
    assert names == [("ff", 0, False), ("ff", 1, False),
                     ("bp", 0, False), ("bp", 1, False), ("bp", 2, True)]  # fmt: skip
    first, second = lanes[:2]
    assert [(s.first, s.last, s.share) for s in first.spans] == [
        (0, 1, 1), (1, pytest.approx(7 / 3), 0), (pytest.approx(7 / 3), 4, 1),
    ]  # fmt: skip
    assert [(s.first, s.last, s.share) for s in second.spans] == [(0, 4, 1)]
    assert first.learnt_epochs == pytest.approx(1 + 4 - 7 / 3)
    assert first.learns and first.epochs.tolist() == [1, 2, 3, 4]
    assert first.moved[1] == 0.0 and first.moved[2] > 0.0
    rows = [e.values["layer_accuracy"] for e in events
            if isinstance(e, EpochDone) and e.algorithm == "ff"]  # fmt: skip
    assert first.gained_in == "layer_accuracy"
    np.testing.assert_allclose(second.gained[1:], np.diff([row[1] for row in rows]))
    assert np.isnan(second.gained[0])
    assert second.total_gain == pytest.approx(rows[-1][1] - rows[0][1])
    assert lanes[2].gained_in == ""
    # Its curve has a gap there, and no other one has.
    for layer, gaps in ((0, [3.0]), (1, [])):
        key = SeriesKey("ff", "loss", layer)
        curve = history.series[key]
        x, y = leave_gaps(curve.axis("step"), curve.values, history, key, "step")
        assert x[np.isnan(y)].tolist() == gaps and np.array_equal(y[~np.isnan(y)], curve.values)
    # One epoch alone, against NumPy written out.
    alone = engine.Session(begun.replace(epochs=1), tiny_data())
    _, curves = train(alone)
    moved = np.concatenate([np.ravel(v) for v in alone.ff.list_layers()[1]]).astype(float)
    wanted = np.sqrt(((moved - weights[1]) ** 2).sum() / (weights[1].astype(float) ** 2).sum())
    assert curves.series[SeriesKey("ff", "moved", 1)].values[0] == pytest.approx(wanted, rel=1e-12)


def test_layers_that_learn_in_turn_are_told_so():
    _, history = train(engine.Session(both(algorithms="ff", schedule="greedy"), tiny_data()))
    first, second = lanes_of(history, both(algorithms="ff", schedule="greedy"))
    assert [(s.first, s.last, s.share) for s in first.spans] == [(0, 2, 1), (2, 4, 0)]
    assert [(s.first, s.last, s.share) for s in second.spans] == [(0, 2, 0), (2, 4, 1)]


def test_moves_are_shares_of_a_norm():
    before, after = (
        [np.array([3.0, 0.0]), np.array([[4.0]])],
        [np.array([3.0, 1.0]), np.array([[4.0]])],
    )
    assert move_of(before, after) == pytest.approx(1 / 5)
    assert move_of(before, before) == 0.0
    assert np.isnan(move_of([], []))
    assert move_of([np.zeros(2)], [np.ones(2)]) == np.inf


def test_nothing_at_all_may_learn():
    spec = with_layers(both(epochs=2), learns=False, bp_learns=False)
    spec = spec.replace(bp=dataclasses.replace(spec.bp, output_learns=False))
    session = engine.Session(spec, tiny_data())
    before = session.states()
    events, history = train(session)
    for net in ("ff", "bp"):
        kept = {k: v for k, v in before[net].items() if k.startswith(("layer_", "read_out"))}
        assert equal(kept, {k: session.states()[net][k] for k in kept})
    assert not any(type(e).__name__ == "Diverged" for e in events)
    assert {s.share for lane in lanes_of(history, spec) for s in lane.spans} == {0.0}


STEPPED = {
    "together": {"read_out": True},
    "peers": {"peer": 0.1, "collaboration": "others"},
    "inner loops": {"schedule": "inner_loops", "inner_steps": 2},
    "layer by layer": {"schedule": "greedy"},
}


@pytest.mark.parametrize("kind", STEPPED)
def test_stepping_by_layer_is_the_same_run(kind):
    """Each layer by itself, and the net is looked at after each: the same bits in the end."""
    spec = with_layers(both(epochs=2, **STEPPED[kind]), optimizer="adam")
    whole, stepped = (engine.Session(spec, tiny_data()) for _ in range(2))
    _, curves = train(whole)
    control, history, told, kernels = Control(paused=True), History(), [], []
    control.step_layer()

    def follow(event):
        history.add(event)
        if isinstance(event, LayerStepped):
            told.append((event.algorithm, event.layer, event.left))
            kernels.append([np.array(x[0]) for x in stepped.ff.list_layers()])
        if isinstance(event, StatusChanged) and event.status.value == "paused":
            control.step_layer()

    stepped.run(follow, control)
    assert compare_curves(curves, history).is_equal
    for net in ("ff", "bp"):
        assert equal(whole.states()[net], stepped.states()[net])
    if kind in ("together", "peers"):
        assert told[:3] == [("ff", 0, (1,)), ("ff", 1, ()), ("bp", None, ())]
        # After the first event one layer has moved, after the second the other one.
        first, second = kernels[:2]
        assert np.array_equal(first[0], second[0]) and not np.array_equal(first[1], second[1])
        assert len(told) == 3 * 6
    elif kind == "inner loops":
        ff = [layer for net, layer, _ in told if net == "ff"]
        assert ff == [0, 1] * 6


def test_what_is_asked_in_between_finds_a_whole_step():
    spec = both(algorithms="ff", epochs=2)
    session, control, seen = engine.Session(spec, tiny_data()), Control(paused=True), []
    control.step_layer()
    history = History()

    def look():
        seen.append((session.ff.step, [np.array(x[0]) for x in session.ff.list_layers()]))
        session.change("ff", 0, "learns", 0.0)
        control.resume()

    def follow(event):
        history.add(event)
        if isinstance(event, StatusChanged) and event.status.value == "paused" and not seen:
            control.post(look)

    session.run(follow, control)
    (mark,) = history.marks
    other = engine.Session(spec, tiny_data())
    (step, kernels), stepped = seen[0], []
    other.run(
        lambda e: (
            stepped.append([np.array(x[0]) for x in other.ff.list_layers()])
            if isinstance(e, StepDone)
            else None
        )
    )
    assert step == 1 and mark.step == 1
    assert all(map(np.array_equal, kernels, stepped[0]))


def test_a_frozen_layer_is_passed_over_when_stepping_by_layer():
    spec = both(algorithms="ff", epochs=1).with_layer(0, learns=False)
    session, control, told = engine.Session(spec, tiny_data()), Control(paused=True), []
    control.step_layer()

    def follow(event):
        if isinstance(event, LayerStepped):
            told.append(event.layer)
            assert "layer 2" in event.text and "whole" in event.text
        if isinstance(event, StatusChanged) and event.status.value == "paused":
            control.step_layer()

    session.run(follow, control)
    assert told == [1, 1, 1]
