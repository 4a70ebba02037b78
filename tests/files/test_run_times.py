"""What a run says of the time it took and of its nets that stopped early, however often it goes on."""

from __future__ import annotations

import math

import pytest

from ffstudio.core.run.events import (
    CheckpointTaken,
    NetEnded,
    RunFinished,
    RunStarted,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import RunFolder, new_card
from ffstudio.files.runs.record import CurvesBefore, header_line, read_record, write_line
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.resume import read_resumable, take_up
from tests.files.test_run_folders import SPEC, checkpoint, epoch_events

FIRST = {"train": 2.0, "evaluate": 0.5, "compile": 4.0, "build": 0.25}


@pytest.fixture
def folder(tmp_path):
    made = RunFolder.create(tmp_path / "run", new_card(SPEC, "tiny data", {"ffstudio": "x"}), SPEC)
    yield made
    made.let_go()


def train(folder, epoch, end=None, took=None):
    """An epoch that ends so, or is killed."""
    recorder = Recorder(folder, SPEC)
    recorder.take(RunStarted(0, SPEC, 4, 4, epoch > 1))
    for event in epoch_events(epoch):
        recorder.take(event)
    recorder.take(CheckpointTaken(0, checkpoint(epoch)))
    if end is not None:
        recorder.take(RunFinished(0, end, {"ff": 0.5, "bp": None}, took))
    assert recorder.close(30) and not recorder.problem


def test_time_adds_up_over_stops(folder):
    train(folder, 1, RunEnd.STOPPED, FIRST)
    take_up(read_resumable(folder))
    train(
        folder, 2, RunEnd.COMPLETED, {"train": 3.0, "evaluate": 1.0, "compile": 2.0, "pause": 60.0}
    )
    card = folder.read_card()
    assert card.took == {
        "train": 5.0, "evaluate": 1.5, "compile": 6.0, "build": 0.25, "pause": 60.0
    }  # fmt: skip
    assert card.took_s == 12.75, "without the minute that it was paused"


def test_of_a_run_that_was_killed_what_its_checkpoint_tells_counts(folder):
    train(folder, 1)
    take_up(read_resumable(folder))
    train(folder, 2, RunEnd.COMPLETED, {"train": 3.0, "evaluate": 1.0})
    # A checkpoint after an epoch is half a second old.
    assert folder.read_card().took == {"train": 3.5, "evaluate": 1.0}


def test_a_net_that_stops_early_tells_whose_weights_count(tmp_path):
    path = tmp_path / "record.jsonl"
    events = [RunStarted(0, SPEC, 4, 4), NetEnded(0, "bp", 3), NetEnded(0, "ff")]
    path.write_bytes(header_line() + b"".join(map(write_line, events)))
    lines = path.read_text().splitlines()
    assert lines[2:] == ['{"is":"ended","net":"bp","best":3}', '{"is":"ended","net":"ff"}']
    assert not read_record(path).problem


def test_curves_of_layers_that_did_not_learn_can_be_gone_on_from(tmp_path):
    """As those of a greedy schedule, or of a layer that never learns: its loss is no number."""
    curves = History()
    for event in epoch_events(1):
        curves.add(event)
    curves.epochs[0]["ff_losses"] = [0.5, math.nan]
    path = tmp_path / "record.jsonl"
    path.write_bytes(header_line() + write_line(CurvesBefore(0, curves)))
    record = read_record(path)
    assert not record.problem
    assert record.history.epochs[0]["ff_losses"][0] == 0.5
    assert math.isnan(record.history.epochs[0]["ff_losses"][1])
    assert record.history.to_csv() == curves.to_csv()
