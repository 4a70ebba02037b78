"""Folders of runs that somebody else writes: torn, copied in any order, put in place, gone."""

from __future__ import annotations

import os
import shutil
import time

import numpy as np
import pytest

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.events import EpochDone, RunFinished, RunStarted, StepDone
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd, WatchState
from ffstudio.files.runs.checkpoints import name_kept, write_checkpoint
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.folder import RunFolder, new_card
from ffstudio.files.runs.record import header_line, write_line
from ffstudio.files.runs.watching import FolderWatch

SPEC = ExperimentSpec(name="there", algorithms="ff", layers=(LayerSpec(units=3),), seed=5)
SHAPE = DataShape((2, 2), ("a", "b"), "tiny data")


def events_of(epoch):
    rng = np.random.default_rng(epoch)
    for step in range(4 * epoch - 3, 4 * epoch + 1):
        yield StepDone(0, "ff", step, step / 4, step / 7, (rng.random(),), None, 32)
    predictions = rng.integers(0, 2, 30).astype(np.int16)
    yield EpochDone(0, "ff", epoch, 4 * epoch, epoch / 3, "test", predictions, {"accuracy": 0.5})


def lines_of(*epochs, seed=0):
    spec = SPEC.replace(seed=seed)
    made = header_line() + write_line(RunStarted(0, spec, 4, 0))
    return made + b"".join(write_line(e) for epoch in epochs for e in events_of(epoch))


END = write_line(RunFinished(0, RunEnd.COMPLETED, {"ff": 0.5, "bp": None}, {"train": 1.0}))


def history_of(*epochs):
    history = History()
    for epoch in epochs:
        for event in events_of(epoch):
            history.add(event)
    return history


def checkpoint(epoch):
    rng = np.random.default_rng(epoch)
    state = {
        "layer_0/kernel": rng.random((4, 3)).astype(np.float32),
        "layer_0/bias": rng.random(3).astype(np.float32),
        "layer_0/threshold": np.float32(1),
        "step": np.array(4 * epoch),
    }
    return Checkpoint(SPEC, SHAPE, (0, 9), 0.5, {"ff": state}, {"ff": epoch})


class Onlooker:
    """Puts together what the looks bring, as a window does."""

    def __init__(self, path):
        self.watch = FolderWatch(path)
        self.history, self.archive, self.num_anew = None, None, 0

    def look(self):
        glance = self.watch.look()
        if glance.is_anew:
            self.history, self.num_anew = glance.record.history, self.num_anew + 1
        for event in glance.events:
            self.history.add(event)
        self.archive = glance.archive or self.archive
        return glance


@pytest.fixture
def place(tmp_path):
    """A folder with an experiment, and an onlooker."""
    path = tmp_path / "run"
    path.mkdir()
    (path / "experiment.json").write_text(reading.to_json(SPEC))
    return path, Onlooker(path)


def test_a_record_that_grows_byte_by_byte_is_read_once_and_whole(place):
    path, onlooker = place
    whole = lines_of(1, 2)
    with (path / "record.jsonl").open("ab", buffering=0) as stream:
        for at in range(0, len(whole), 7):
            stream.write(whole[at : at + 7])
            assert onlooker.look().problem == ""
    assert have_equal_curves(onlooker.history, history_of(1, 2))
    # At first only the torn header was there.
    assert onlooker.num_anew == 1


def test_a_copy_that_is_put_in_the_place_of_the_one_before_goes_on(place):
    path, onlooker = place
    for epochs, torn in (((1,), 5), ((1, 2), 30), ((1, 2, 3), 0)):
        part = path / ".record.jsonl.Xy12"
        content = lines_of(*epochs)
        part.write_bytes(content[: len(content) - torn])
        os.replace(part, path / "record.jsonl")
        onlooker.look()
    assert have_equal_curves(onlooker.history, history_of(1, 2, 3))
    assert onlooker.num_anew == 1


@pytest.mark.parametrize(
    "epochs", [(1,), (1, 2, 4), (3, 4, 5, 6)], ids=["shorter", "as long", "longer"]
)
def test_another_record_in_its_place_is_read_anew(place, epochs):
    path, onlooker = place
    (path / "record.jsonl").write_bytes(lines_of(1, 2, 3))
    onlooker.look()
    (path / "record.jsonl").write_bytes(lines_of(*epochs))
    assert onlooker.look().is_anew
    assert have_equal_curves(onlooker.history, history_of(*epochs))


def test_files_come_in_any_order_and_half_of_one_first(place):
    path, onlooker = place
    shutil.rmtree(path)
    assert onlooker.look().condition is WatchState.WAITING
    path.mkdir()
    (path / "record.jsonl").write_bytes(header_line())
    glance = onlooker.look()
    assert not glance.is_anew and glance.spec is None
    (path / "experiment.json").write_text(reading.to_json(SPEC))
    glance = onlooker.look()
    assert glance.is_anew and glance.spec == SPEC

    write_checkpoint(path / "whole.npz", checkpoint(2), 0)
    content = (path / "whole.npz").read_bytes()
    kept = name_kept(path, 1)
    kept.parent.mkdir()
    write_checkpoint(kept, checkpoint(1), 0, weights_only=True)
    (path / "latest.npz").write_bytes(content[: len(content) // 2])
    glance = onlooker.look()
    assert glance.archive.snapshot.epoch == 1 and glance.has_moments and not glance.problem
    (path / "latest.npz").write_bytes(content)
    for _ in range(1000):  # weights are read at a measured pace
        if onlooker.look().archive is not None:
            break
        time.sleep(0.01)
    assert onlooker.archive.snapshot.epoch == 2


def test_what_is_damaged_is_said_and_read_once_it_is_mended(place):
    path, onlooker = place
    content = lines_of(1, 2)
    at = len(lines_of(1))
    (path / "record.jsonl").write_bytes(content[:at] + b"\0" * 40 + b"\n" + content[at:])
    assert "damaged in line" in onlooker.look().problem
    assert have_equal_curves(onlooker.history, history_of(1))
    assert "damaged in line" in onlooker.look().problem
    (path / "record.jsonl").write_bytes(content)
    assert onlooker.look().problem == ""
    assert have_equal_curves(onlooker.history, history_of(1, 2))


def test_a_newer_record_is_refused_in_words(place):
    path, onlooker = place
    (path / "record.jsonl").write_bytes(b'{"format": "ffstudio-record", "version": 99}\n')
    glance = onlooker.look()
    assert "newer ffstudio" in glance.problem and not glance.is_anew


def test_what_the_folder_is_like(place):
    path, onlooker = place
    record = path / "record.jsonl"
    record.write_bytes(lines_of(1))
    assert onlooker.look().condition is WatchState.LIVE
    os.utime(record, (1e9, 1e9))
    later = FolderWatch(path)
    glance = later.look()
    assert glance.condition is WatchState.QUIET and glance.quiet_s > 1e6
    record.write_bytes(lines_of(1, 2))
    assert later.look().condition is WatchState.LIVE
    record.write_bytes(lines_of(1, 2) + END)
    assert later.look().condition is WatchState.ENDED
    # Somebody goes on with it.
    record.write_bytes(lines_of(1, 2) + END + write_line(RunStarted(0, SPEC, 4, 0, True, (2, 4))))
    assert later.look().condition is WatchState.LIVE
    path.rename(path.with_name("elsewhere"))
    assert later.look().condition is WatchState.GONE
    path.with_name("elsewhere").rename(path)
    assert later.look().condition is WatchState.LIVE


def test_a_writer_of_this_machine_is_asked_whether_it_lives(tmp_path):
    folder = RunFolder.create(tmp_path / "run", new_card(SPEC, "tiny", {}), SPEC)
    os.utime(folder.record_path, (1e9, 1e9))
    assert FolderWatch(folder.path).look().condition is WatchState.LIVE
    mark = (folder.path / "writer.json").read_text()
    (folder.path / "writer.json").write_text(mark.replace(str(os.getpid()), "4194303"))
    assert FolderWatch(folder.path).look().condition is WatchState.BROKEN_OFF


def test_looking_changes_nothing(place):
    path, onlooker = place
    (path / "record.jsonl").write_bytes(lines_of(1) + b'{"is":"st')
    write_checkpoint(path / "latest.npz", checkpoint(1), 0)

    def facts():
        return {p: (p.stat().st_mtime_ns, p.stat().st_size) for p in [path, *path.rglob("*")]}

    before = facts()
    for _ in range(3):
        onlooker.look()
    assert facts() == before
