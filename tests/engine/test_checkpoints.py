"""A run that goes on from any of its checkpoints ends as if nobody had interrupted it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.errors import RunFolderError
from ffstudio.core.experiment.spec import BackpropSpec
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import CheckpointTaken, EpochDone, RunFinished, StepDone
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd
from ffstudio.engine import Session
from ffstudio.files.ours.archive import same_nets
from ffstudio.files.runs.checkpoints import read_checkpoint, write_checkpoint
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.record import read_record
from ffstudio.files.runs.resume import read_resumable
from tests.engine.test_forward_forward import tiny_data, tiny_spec
from tests.marks import choose_cases


def both(**changes):
    return tiny_spec(**{"algorithms": "both", "batch_size": 4, "epochs": 4, **changes})


def scheduled(schedule):
    spec = both()
    return spec.replace(ff=dataclasses.replace(spec.ff, schedule=schedule))


def stopping_early():
    bp = BackpropSpec(optimizer="sgd", learning_rate=2.0, patience=2)
    spec = both(epochs=6, bp=bp)  # it stops after 4
    return spec.replace(data=dataclasses.replace(spec.data, validation=0.1))


CASES = {
    "simultaneous": scheduled("simultaneous"),
    "greedy": scheduled("greedy"),
    "inner loops": scheduled("inner_loops"),
    "one after the other": both(order="one_after_other"),
    "dropout": both().with_layer(0, dropout=0.5),
    "cool-down": both(bp=BackpropSpec(rate_schedule="cosine")),
    "stopping early": stopping_early(),
}


def images():
    data = tiny_data(20)
    return dataclasses.replace(data, validation=tiny_data(9, seed=1).train)


def run(session):
    events = []
    session.run(events.append, checkpoints=True)
    return events


def told(events):
    """What curves are made of."""
    steps = [(e.algorithm, e.step, e.losses) for e in events if isinstance(e, StepDone)]
    epochs = [
        (e.algorithm, e.epoch, e.predictions.tolist(), sorted(e.values.items()))
        for e in events
        if isinstance(e, EpochDone)
    ]
    return steps, epochs


@pytest.mark.parametrize("case", choose_cases(CASES, "simultaneous", "greedy", "stopping early"))
def test_every_checkpoint_leads_to_the_same_end(case, tmp_path):
    spec, data = CASES[case], images()
    session = Session(spec, data)
    whole = run(session)
    taken = [i for i, e in enumerate(whole) if isinstance(e, CheckpointTaken)]
    assert len(taken) >= spec.epochs or whole[-1].end is RunEnd.EARLY
    for at in taken:
        path = tmp_path / "latest.npz"
        write_checkpoint(path, whole[at].checkpoint, 0)
        again = Session.from_checkpoint(read_checkpoint(path).checkpoint, data)
        rest = run(again)
        np.testing.assert_equal(told(rest), told(whole[at:]))
        assert same_nets(again.snapshot(), session.snapshot())
        assert rest[-1].test_accuracy == whole[-1].test_accuracy
        assert rest[-1].end is whole[-1].end


def test_no_checkpoints_unless_asked_for():
    events = []
    Session(both(), images()).run(events.append)
    assert not any(isinstance(e, CheckpointTaken) for e in events)


def test_stopping_in_the_midst_of_an_epoch_leaves_a_checkpoint_there():
    control, events = Control(), []

    def emit(event):
        events.append(event)
        if isinstance(event, StepDone) and event.algorithm == "bp" and event.step == 7:
            control.stop()

    Session(both(), images()).run(emit, control, checkpoints=True)
    last = [e for e in events if isinstance(e, CheckpointTaken)][-1].checkpoint
    assert int(last.states["bp"]["step"]) == 7 and not last.is_done


def keep(session, folder, until=None, judging=Judging.WHOLE):
    """A kept run; ``until`` an epoch, after which it is as if it had been killed."""
    control = Control()
    recorder = engine.begin_run(session, folder, judging=judging)

    def emit(event):
        recorder.take(event)
        if isinstance(event, EpochDone) and event.epoch == until:
            raise KeyboardInterrupt

    try:
        finished = session.run(emit, control, judging=judging, checkpoints=True)
    except KeyboardInterrupt:
        finished = None
    assert recorder.close(60) and not recorder.problem
    return finished


@pytest.mark.xla
def test_a_killed_run_that_is_resumed_has_the_curves_of_a_whole_one(tmp_path):
    spec, data = both(), images()
    whole = keep(Session(spec, data), tmp_path / "whole")
    assert isinstance(whole, RunFinished)
    assert keep(Session(spec, data), tmp_path / "killed", until=3) is None
    resumable = read_resumable(RunFolder(tmp_path / "killed"))
    assert resumable.checkpoint.epoch == 2
    session, recorder = engine.resume_run(resumable, data)
    history = resumable.record.history

    def follow(event):
        recorder.take(event)
        history.add(event)

    finished = session.run(follow, checkpoints=True)
    recorder.close(60)
    assert finished.test_accuracy == whole.test_accuracy
    expected = read_record(tmp_path / "whole" / "record.jsonl").history
    kept = read_record(tmp_path / "killed" / "record.jsonl").history
    assert have_equal_curves(kept, expected) and have_equal_curves(history, expected)
    assert isinstance(history, History) and len(kept.epochs) == spec.epochs


def test_a_run_does_not_go_on_with_other_images(tmp_path):
    spec, data = both(), images()
    keep(Session(spec, data), tmp_path / "run", until=2)
    resumable = read_resumable(RunFolder(tmp_path / "run"))
    other = dataclasses.replace(data, train=tiny_data(20, seed=3).train)
    with pytest.raises(RunFolderError, match="not those that the run has learnt from"):
        engine.resume_run(resumable, other)
    assert RunFolder(tmp_path / "run").state() == "interrupted"
