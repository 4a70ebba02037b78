"""The hand-over: order, newest snapshot, bounds."""

from __future__ import annotations

import pickle

import numpy as np

from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.events import EpochDone, RunFinished, SnapshotTaken, StepDone
from ffstudio.core.run.mailbox import Mailbox
from ffstudio.core.run.status import RunEnd


def step(n):
    return StepDone(1, "ff", n, n / 10, n / 100, (0.5, 0.25), None, 32)


def snapshot(n):
    return SnapshotTaken(1, ModelSnapshot(None, None, (2, 2), ("a", "b"), n))


def test_order_is_kept_and_only_the_newest_snapshot_stays():
    box = Mailbox()
    for event in (step(1), snapshot(1), step(2), snapshot(2), step(3)):
        box.put(event)
    drained = box.drain()
    assert [getattr(e, "step", "snapshot") for e in drained] == [1, 2, "snapshot", 3]
    assert drained[2].snapshot.version == 2
    assert box.drain() == []


def test_a_full_box_drops_the_oldest_steps_and_nothing_else():
    box = Mailbox(capacity=3)
    end = RunFinished(1, RunEnd.COMPLETED, {}, {})
    box.put(step(1))
    box.put(end)
    for n in range(2, 7):
        box.put(step(n))
    drained = box.drain()
    assert end in drained
    assert [e.step for e in drained if isinstance(e, StepDone)] == [4, 5, 6]
    assert box.num_dropped == 3
    box.put(step(7))
    assert len(box.drain()) == 1


def test_events_can_cross_a_process_border():
    values = {"accuracy": 0.5, "layer_accuracy": (0.4,)}
    done = EpochDone(1, "ff", 1, 10, 2.0, "test", np.arange(3), values)
    back = pickle.loads(pickle.dumps(done))
    assert back.epoch == 1 and back.values == values
    np.testing.assert_array_equal(back.predictions, [0, 1, 2])
