"""Runs on disk: records that are torn, damaged or newer, checkpoints, budgets, failing disks."""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ffstudio.core.errors import RunFolderError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.run.checkpoint import BestSoFar, Checkpoint
from ffstudio.core.run.events import (
    CheckpointTaken,
    Diverged,
    EpochDone,
    NetEnded,
    RunFinished,
    RunStarted,
    SettingChanged,
    StatusChanged,
    StepDone,
    TimeSpent,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.files.runs.checkpoints import (
    choose_to_thin,
    list_kept,
    read_checkpoint,
    write_checkpoint,
)
from ffstudio.files.runs.comparing import differing_settings, have_equal_curves, read_run
from ffstudio.files.runs.deleted import bring_back, put_aside, remove_deleted
from ffstudio.files.runs.folder import About, RunFolder, folder_name, new_card
from ffstudio.files.runs.library import find_cut_off, find_run, keep_within, list_runs
from ffstudio.files.runs.opening import open_run
from ffstudio.files.runs.record import (
    RecordReader,
    header_line,
    read_beginning,
    read_record,
    write_line,
)
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.resume import read_resumable, take_up
from tests.marks import choose_cases

SPEC = ExperimentSpec(name="tiny", layers=(LayerSpec(units=3),), seed=5)
SHAPE = DataShape((2, 2), ("a", "b"), "tiny data")


def checkpoint(epoch=1, size=3, last=9, **more):
    rng = np.random.default_rng(epoch)
    states = {
        net: {
            "layer_0/kernel": rng.random((size, size)).astype(np.float32),
            "optimizer_0/0": rng.random((size, size)).astype(np.float32),
            "step": np.array(4 * epoch),
        }
        for net in ("ff", "bp")
    }
    return Checkpoint(
        SPEC, SHAPE, (0, last), 0.5 * epoch, states, {"ff": epoch, "bp": epoch}, **more
    )


def whole_checkpoint(epoch):
    """One whose weights are those of the experiment."""
    ff = {
        "layer_0/kernel": np.ones((4, 3), np.float32),
        "layer_0/bias": np.zeros(3, np.float32),
        "layer_0/threshold": np.float32(1),
        "step": np.array(4 * epoch),
    }
    return Checkpoint(SPEC.replace(algorithms="ff"), SHAPE, (0, 9), 0.5, {"ff": ff}, {"ff": epoch})


def epoch_events(epoch, nan=False):
    """What two nets tell of four steps and an epoch."""
    rng = np.random.default_rng([epoch, 1])
    for step in range(4 * epoch - 3, 4 * epoch + 1):
        for net, losses in (("ff", (rng.random() / 3, np.nan if nan else 0.1)), ("bp", (1 / 3,))):
            yield StepDone(0, net, step, step / 4, step / 7, losses, 0 if nan else None, 32)
    for net in ("ff", "bp"):
        layers = 2 if net == "ff" else 1
        yield EpochDone(
            0, net, epoch, 4 * epoch, epoch / 3, "validation",
            rng.integers(0, 2, 30).astype(np.int16),
            {"accuracy": rng.random(), "losses": tuple(rng.random(layers)), "epoch_loss": 0.2},
            np.arange(0, 60, 2) if epoch == 1 else None,
        )  # fmt: skip


def all_events(epochs=2):
    yield RunStarted(0, SPEC, 4, 4)
    yield RunStarted(0, SPEC, 4, 4, True, (3, 9), {"ff": 12, "bp": 13}, frozenset({"bp"}))
    yield TimeSpent(0, {"compile": 1.25, "pause": 1e-3})
    yield NetEnded(0, "bp")
    yield StatusChanged(0, RunStatus.RUNNING)
    for epoch in range(1, epochs + 1):
        yield from epoch_events(epoch, nan=epoch == 2)
    yield SettingChanged(0, "ff", "Layer 1 learning rate", 1e-3, 8, 2.0, 1.5)
    yield Diverged(0, "bp", None, 9, "became infinite")
    yield StepDone(0, "bp", 9, 2.25, 1.6, (np.inf,), None, 32)
    yield RunFinished(0, RunEnd.STOPPED, {"ff": 0.75, "bp": None}, {"train": 1.5})


def record_bytes(events):
    return header_line() + b"".join(filter(None, map(write_line, events)))


def history_of(events):
    history = History()
    for event in events:
        history.add(event)
    return history


@pytest.fixture
def folder(tmp_path):
    made = RunFolder.create(tmp_path / "run", new_card(SPEC, "tiny data", {"ffstudio": "x"}), SPEC)
    yield made
    made.let_go()


# --- the record ---------------------------------------------------------------------------


def test_a_record_reads_back_bit_for_bit(tmp_path):
    events = list(all_events())
    path = tmp_path / "record.jsonl"
    path.write_bytes(record_bytes(events))
    record = read_record(path)
    expected = history_of(events)
    assert have_equal_curves(record.history, expected)
    for key, series in expected.series.items():
        for axis in ("epoch", "seconds"):
            np.testing.assert_array_equal(record.history.series[key].axis(axis), series.axis(axis))
        assert record.history.series[key].samples == series.samples
    np.testing.assert_equal(record.history.epochs, expected.epochs)
    assert record.history.marks == expected.marks
    assert record.started.spec == SPEC and record.finished.end is RunEnd.STOPPED
    assert record.finished.test_accuracy == {"ff": 0.75, "bp": None}
    last = [e for e in events if isinstance(e, EpochDone)][-1]
    np.testing.assert_array_equal(record.last_epochs["bp"].predictions, last.predictions)
    assert record.size == path.stat().st_size and not record.problem
    for line in path.read_bytes().splitlines():
        json.loads(line, parse_constant=pytest.fail)  # strict JSON: no NaN


@pytest.mark.parametrize("every", choose_cases([1, 9], 9))
def test_killed_at_any_byte_a_record_loses_its_last_line_and_nothing_else(every, tmp_path):
    events = [e for e in all_events(1) if write_line(e) is not None]
    whole, path = record_bytes(events), tmp_path / "record.jsonl"
    ends = np.cumsum([len(header_line()), *(len(write_line(e)) for e in events)])
    expected_after = functools.cache(lambda count: history_of(events[:count]))
    for size in range(len(header_line()), len(whole) + 1):
        if size % every and np.abs(ends - size).min() > 1:
            continue  # inside of a line
        path.write_bytes(whole[:size])
        record = read_record(path)
        there = int(np.searchsorted(ends, size, side="right")) - 1
        assert record.size == ends[there] and not record.problem
        assert have_equal_curves(record.history, expected_after(there))
        assert (record.finished is not None) == (there == len(events))


def test_a_record_is_read_while_another_thread_writes_it(tmp_path):
    path, events = tmp_path / "record.jsonl", list(all_events(30))
    content = record_bytes(events)
    path.write_bytes(header_line())
    done = threading.Event()

    def write():
        with path.open("ab", buffering=0) as stream:
            at = len(header_line())
            while at < len(content):
                at += stream.write(content[at : at + 37])
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    reader, came = RecordReader(path), []
    while not done.is_set():
        came += reader.read_new()
    came += reader.read_new()
    writer.join()
    assert [type(e) for e in came] == [type(e) for e in events]
    assert have_equal_curves(history_of(came), history_of(events))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_record_is_read_up_to_the_damage_or_refused_in_one_sentence(
    tmp_path_factory, data
):
    content = bytearray(record_bytes(all_events(1)))
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / "record.jsonl"
    path.write_bytes(content)
    try:
        record = read_record(path)
    except RunFolderError as error:
        assert str(path) in str(error)
    else:
        assert record.size <= len(content)
        assert not record.problem or "damaged in line" in record.problem


def test_what_comes_before_damage_is_kept(tmp_path):
    lines = record_bytes(all_events(2)).splitlines(keepends=True)
    lines[20] = b'{"is":"step","net":"neither"}\n'
    path = tmp_path / "record.jsonl"
    path.write_bytes(b"".join(lines))
    record = read_record(path)
    assert "line 21" in record.problem
    assert record.size == sum(map(len, lines[:20]))


def test_records_of_a_newer_ffstudio_and_other_files_are_refused(tmp_path):
    path = tmp_path / "record.jsonl"
    path.write_bytes(b'{"format": "ffstudio-record", "version": 2}\n')
    with pytest.raises(RunFolderError, match="newer ffstudio"):
        read_record(path)
    path.write_bytes(b'{"format": "other"}\n')
    with pytest.raises(RunFolderError, match="no record"):
        read_record(path)
    with pytest.raises(RunFolderError, match="is not there"):
        read_record(tmp_path / "nothing")


def test_how_a_run_began_is_read_without_its_steps(tmp_path):
    path = tmp_path / "record.jsonl"
    content = record_bytes(all_events())
    for damage in (b"", b'{"is":"step","no":"numbers"}\n', b'{"is":"setting"}\n', b'{"is":"set'):
        path.write_bytes(content + damage)
        whole = read_record(path)
        assert whole.begun is not None and whole.changes
        assert read_beginning(path) == (whole.begun, tuple(whole.changes))
    path.write_bytes(header_line())
    assert read_beginning(path) == (None, ())
    for no_record in (b"{}\n", b"\x89HDF\n", header_line().replace(b"1", b"9")):
        path.write_bytes(no_record)
        with pytest.raises(RunFolderError):
            read_beginning(path)


def test_events_of_kinds_to_come_are_passed_over(tmp_path):
    path = tmp_path / "record.jsonl"
    path.write_bytes(
        header_line() + b'{"is":"telepathy","of":7}\n' + write_line(RunStarted(0, SPEC, 1, 1))
    )
    assert read_record(path).started.spec == SPEC


# --- checkpoints --------------------------------------------------------------------------


def test_checkpoints_read_back_bit_for_bit(tmp_path):
    best = BestSoFar(0.25, 3, {"layer_0/kernel": np.arange(4.0).reshape(2, 2)})
    given = checkpoint(4, best=best, ended=frozenset({"bp"}))
    write_checkpoint(tmp_path / "c.npz", given, 123)
    stored = read_checkpoint(tmp_path / "c.npz")
    assert stored.record_size == 123
    back = stored.checkpoint
    for net, state in given.states.items():
        assert back.states[net].keys() == state.keys()
        for name, value in state.items():
            assert back.states[net][name].dtype == value.dtype
            np.testing.assert_array_equal(back.states[net][name], value)
    np.testing.assert_array_equal(back.best.state["layer_0/kernel"], best.state["layer_0/kernel"])
    assert (back.best.loss, back.best.epoch) == (0.25, 3)
    assert (back.spec, back.shape, back.plan, back.seconds, back.epochs, back.ended) == (
        given.spec, given.shape, given.plan, given.seconds, given.epochs, given.ended
    )  # fmt: skip
    write_checkpoint(tmp_path / "w.npz", given, 0, weights_only=True)
    assert set(read_checkpoint(tmp_path / "w.npz").checkpoint.states["ff"]) == {
        "layer_0/kernel", "step"
    }  # fmt: skip


def test_damaged_checkpoints_are_refused_in_one_sentence(tmp_path):
    path = tmp_path / "c.npz"
    write_checkpoint(path, checkpoint(), 9)
    content, rng = path.read_bytes(), np.random.default_rng(0)
    refused = 0
    for _ in range(200):
        harmed = bytearray(content)
        for at in rng.integers(0, len(content), 4):
            harmed[at] = rng.integers(0, 256)
        path.write_bytes(harmed[: rng.integers(1, len(content) + 1)])
        try:
            read_checkpoint(path)
        except RunFolderError as error:
            refused += 1
            assert "damaged" in str(error) or "newer" in str(error)
    assert refused > 150
    path.write_bytes(b"no archive")
    with pytest.raises(RunFolderError, match="damaged"):
        read_checkpoint(path)


def test_settings_of_a_version_to_come_are_not_called_damage(tmp_path):
    path = tmp_path / "c.npz"
    write_checkpoint(path, checkpoint(), 9)
    with np.load(path) as archive:
        arrays = dict(archive)
    about = json.loads(arrays["about"].tobytes())
    about["spec"]["layers"][0]["telepathy"] = True
    arrays["about"] = np.frombuffer(json.dumps(about).encode(), np.uint8)
    np.savez(path, **arrays)
    with pytest.raises(RunFolderError, match=r"telepathy.*newer ffstudio"):
        read_checkpoint(path)


def test_pickles_are_never_opened(tmp_path):
    np.savez(tmp_path / "c.npz", about=np.array([{"a": 1}], object))
    with pytest.raises(RunFolderError, match="damaged"):
        read_checkpoint(tmp_path / "c.npz")


@given(st.integers(3, 400))
def test_thinning_keeps_first_and_newest_and_leaves_no_hole(count):
    epochs = list(range(1, count + 1))
    while len(epochs) > max(count // 4, 3):
        gone = choose_to_thin(epochs)
        assert gone not in (epochs[0], epochs[-1])
        epochs.remove(gone)
    assert epochs[0] == 1 and epochs[-1] == count
    gaps = np.diff(epochs)
    assert gaps.max() <= 4 * max(gaps.min(), count / len(epochs) / 2)
    assert choose_to_thin([1, 2]) is None


# --- the folder and who writes it -----------------------------------------------------------


def test_a_folder_that_holds_a_run_is_not_taken(folder, tmp_path):
    card = new_card(SPEC, "tiny data", {})
    with pytest.raises(RunFolderError, match=r"holds a run already.*--resume"):
        RunFolder.create(folder.path, card, SPEC)
    (tmp_path / "file").write_text("")
    with pytest.raises(RunFolderError, match="is a file"):
        RunFolder.create(tmp_path / "file", card, SPEC)
    with pytest.raises(RunFolderError, match="cannot be written"):
        RunFolder.create(tmp_path / "file" / "below", card, SPEC)


def test_states_of_a_run(folder):
    assert folder.state() == "running"
    folder.let_go()
    assert folder.state() == "interrupted"
    folder.change_card(end=RunEnd.COMPLETED)
    assert folder.state() == "completed"
    # Its process has died, and another one has its number.
    writer = {"pid": os.getpid(), "host": new_card(SPEC, "", {}).machine["host"], "begun": 1.0}
    (folder.path / "writer.json").write_text(json.dumps(writer))
    assert folder.state() == "completed"


def test_another_machines_run_counts_as_running_while_it_grows(folder):
    (folder.path / "writer.json").write_text(json.dumps({"pid": 1, "host": "far", "begun": 1.0}))
    assert folder.state() == "running"
    os.utime(folder.record_path, (1, 1))
    assert folder.state() == "running"  # its writer has shown life, though nothing comes
    os.utime(folder.path / "writer.json", (1, 1))
    assert folder.state() == "interrupted"
    folder.show_life()
    assert folder.state() == "running"
    folder.let_go()
    assert folder.state() == "running"  # it is not this process that writes it


def test_a_run_that_another_process_trains_is_left_alone(folder):
    (folder.path / "writer.json").write_text(json.dumps({"pid": 1, "host": "far", "begun": 1.0}))
    with pytest.raises(RunFolderError, match="Another process"):
        take_up(read_resumable(folder))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "ffstudio-run"}', "\xff"])
def test_damaged_cards_are_named(folder, content):
    (folder.path / "run.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(RunFolderError) as caught:
        folder.read_card()
    assert str(folder.path) in str(caught.value)
    listed = list_runs(folder.path.parent)
    assert [one.state for one in listed] == ["damaged"] and listed[0].problem


def test_a_newer_card_is_refused(folder):
    card = json.loads((folder.path / "run.json").read_text())
    (folder.path / "run.json").write_text(json.dumps({**card, "version": 99}))
    with pytest.raises(RunFolderError, match="newer ffstudio"):
        folder.read_card()


# --- the recorder ---------------------------------------------------------------------------


def record(recorder, epochs, first=1, size=3):
    recorder.take(RunStarted(0, SPEC, 4, 4, first > 1))
    for epoch in range(first, first + epochs):
        for event in epoch_events(epoch):
            recorder.take(event)
        recorder.take(CheckpointTaken(0, checkpoint(epoch, size)))


def wait_for(condition):
    waiting = threading.Event()
    for _ in range(1200):
        if condition():
            return
        waiting.wait(0.05)
    raise AssertionError("waited in vain")


def test_what_a_recorder_keeps(folder):
    recorder = Recorder(folder, SPEC)
    record(recorder, 3)
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {"ff": 0.5, "bp": 0.25}, {"train": 2.0}))
    assert recorder.close(30) and not recorder.problem
    run = read_run(folder)
    assert run.record.finished.end is RunEnd.COMPLETED and run.epochs == 3
    assert folder.state() == "completed" and run.card.test_accuracy == {"ff": 0.5, "bp": 0.25}
    resumable = read_resumable(folder)
    assert resumable.checkpoint.epoch == 3 and resumable.lost_epochs == 0
    assert 3 in list_kept(folder.path)


def test_going_on_drops_what_came_after_the_checkpoint(folder):
    recorder = Recorder(folder, SPEC)
    record(recorder, 2)
    for event in [*epoch_events(3), next(epoch_events(4))]:
        recorder.take(event)
    recorder.close(30)  # killed here
    resumable = read_resumable(folder)
    assert resumable.checkpoint.epoch == 2 and resumable.lost_epochs == 1
    assert len(resumable.record.history.epochs) == 2
    take_up(resumable)
    second = Recorder(folder, SPEC)
    record(second, 2, first=3)
    second.close(30)
    whole = history_of(e for n in (1, 2, 3, 4) for e in epoch_events(n))
    assert have_equal_curves(read_record(folder.record_path).history, whole)


def test_a_run_without_a_checkpoint_begins_anew(folder):
    recorder = Recorder(folder, SPEC)
    recorder.take(RunStarted(0, SPEC, 4, 4))
    recorder.take(next(epoch_events(1)))
    recorder.close(30)
    resumable = read_resumable(folder)
    assert resumable.checkpoint is None
    take_up(resumable)
    assert folder.record_path.read_bytes() == header_line()
    folder.let_go()


def test_a_run_keeps_its_budget_and_says_so(folder):
    told = []
    one = 2 * 60 * 60 * 4
    recorder = Recorder(folder, SPEC, tell=told.append, most_bytes=8 * one)
    for epoch in range(1, 21):
        recorder.take(CheckpointTaken(0, checkpoint(epoch, size=60)))
        wait_for(lambda epoch=epoch: epoch in list_kept(folder.path))
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {}, {}))
    recorder.close(30)
    assert folder.size() < 8 * one + 20_000
    kept = sorted(list_kept(folder.path))
    assert kept[0] == 1 and kept[-1] == 20 and 2 < len(kept) < 8
    assert len(told) == 1 and "let go of" in told[0]
    assert folder.read_card().thinned == 20 - len(kept)


def put_a_file_in_its_place(path):
    """At once: the recorder may still be writing there."""
    path.rename(path.with_name(f"{path.name}, moved"))
    path.write_text("a file stands where the folder was")


def test_where_the_folder_fails_the_run_is_kept_elsewhere(folder, tmp_path):
    told = []
    recorder = Recorder(folder, SPEC, elsewhere=tmp_path / "elsewhere", tell=told.append)
    record(recorder, 1)
    wait_for(folder.latest_path.exists)
    put_a_file_in_its_place(folder.path)
    recorder.take(CheckpointTaken(0, checkpoint(2)))
    wait_for(lambda: told)
    for event in epoch_events(3):
        recorder.take(event)
    recorder.take(CheckpointTaken(0, checkpoint(3)))
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {"ff": 0.5}, {}))
    recorder.close(30)
    assert not recorder.problem and recorder.folder.path.parent == tmp_path / "elsewhere"
    assert "is now kept in" in told[0] and str(recorder.folder.path) in told[0]
    assert recorder.folder.state() == "completed"
    resumable = read_resumable(recorder.folder)
    assert resumable.checkpoint.epoch == 3 and resumable.record.started.spec == SPEC


def test_a_folder_that_is_renamed_while_its_run_is_written_takes_no_curve_away(
    folder, tmp_path, monkeypatch
):
    told, runs = [], tmp_path / "runs"
    recorder = Recorder(folder, SPEC, elsewhere=runs, tell=told.append)
    record(recorder, 1)
    wait_for(folder.latest_path.exists)
    folder.path.rename(runs.parent / "renamed")
    for epoch in (2, 3):
        for event in epoch_events(epoch):
            recorder.take(event)
        recorder.take(CheckpointTaken(0, checkpoint(epoch)))
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {"ff": 0.5}, {}))
    recorder.close(30)
    assert len(told) == 1 and "is now kept in" in told[0]
    whole = history_of(e for epoch in (1, 2, 3) for e in epoch_events(epoch))
    assert have_equal_curves(read_record(recorder.folder.record_path).history, whole)
    # What was left behind is the same run: it is not offered as one that was cut off.
    (runs.parent / "renamed").rename(runs / "renamed")
    (runs / "renamed" / "writer.json").unlink()
    monkeypatch.setenv("FFSTUDIO_RUNS", str(runs))
    assert RunFolder(runs / "renamed").state() == "interrupted"
    assert find_cut_off("") is None
    shutil.rmtree(recorder.folder.path)
    assert find_cut_off("").folder.path == runs / "renamed"


def test_what_is_deleted_of_a_folder_while_its_run_is_written_comes_back(folder):
    told = []
    recorder = Recorder(folder, SPEC, tell=told.append)
    record(recorder, 1)
    wait_for(folder.latest_path.exists)
    for path in [p for p in folder.path.rglob("*") if p.is_file()]:
        path.unlink()
    for event in epoch_events(2):
        recorder.take(event)
    recorder.take(CheckpointTaken(0, checkpoint(2)))
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {"ff": 0.5}, {}))
    recorder.close(30)
    assert len(told) == 1 and "deleted" in told[0]
    whole = history_of(e for epoch in (1, 2) for e in epoch_events(epoch))
    assert have_equal_curves(read_record(folder.record_path).history, whole)
    assert folder.state() == "completed" and folder.read_spec() == SPEC
    assert read_resumable(folder).checkpoint.epoch == 2


@pytest.fixture
def tiny_disk(tmp_path):
    """A disk of 256 KB, where one may be mounted."""
    place = tmp_path / "tiny"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_is_said_in_one_sentence_and_what_is_there_stays(tiny_disk):
    told = []
    card = new_card(SPEC, "tiny", {})
    made = RunFolder.create(tiny_disk / folder_name(card), card, SPEC)
    recorder = Recorder(made, SPEC, elsewhere=tiny_disk, tell=told.append)
    record(recorder, 1)
    wait_for(made.latest_path.exists)
    recorder.take(CheckpointTaken(0, checkpoint(2, size=300)))
    wait_for(lambda: told)
    recorder.close(30)
    assert len(told) == 1 and told[0].count("(") == 1 and "disk is full" in told[0]
    assert "holds a run already" not in told[0]
    resumable = read_resumable(made)
    assert resumable.checkpoint.epoch == 1 and not resumable.record.problem
    assert not list(made.path.glob(".ffstudio-*"))


def test_a_run_that_was_killed_opens_from_a_read_only_disk(tiny_disk):
    made = RunFolder.create(tiny_disk / "run", new_card(SPEC, "tiny", {}), SPEC)
    recorder = Recorder(made, SPEC)
    recorder.take(RunStarted(0, SPEC, 4, 4))
    for event in epoch_events(1):
        recorder.take(event)
    recorder.take(CheckpointTaken(0, whole_checkpoint(1)))
    recorder.abandon()
    recorder.close(30)
    assert made.state() == "interrupted"
    again = ["mount", "-o", "remount,ro", str(tiny_disk)]
    if subprocess.run(again, capture_output=True).returncode:
        pytest.skip("no disk can be made read-only here")
    opened = open_run(made.path)
    assert opened.snapshot.epoch == 1 and have_equal_curves(
        opened.history, history_of(epoch_events(1))
    )
    assert made.state() == "interrupted"


def test_where_nothing_can_be_written_it_is_said_once_and_training_goes_on(folder, tmp_path):
    told = []
    (tmp_path / "blocked").write_text("")
    recorder = Recorder(folder, SPEC, elsewhere=tmp_path / "blocked", tell=told.append)
    record(recorder, 1)
    wait_for(folder.latest_path.exists)
    put_a_file_in_its_place(folder.path)
    for epoch in (2, 3):
        recorder.take(CheckpointTaken(0, checkpoint(epoch)))
        wait_for(lambda: told)
    recorder.close(30)
    assert len(told) == 1 and "nothing more is kept" in told[0] and recorder.problem == told[0]


# --- many runs ------------------------------------------------------------------------------


def fill(root, count, size=30, epochs=3):
    folders = []
    for i in range(count):
        card = new_card(SPEC.replace(seed=i), "tiny data", {})
        made = RunFolder.create(root / f"run-{i}", card, SPEC.replace(seed=i))
        made.write_card(type(card)(**{**vars(card), "created": f"2026-01-0{i + 1}T00:00:00+00:00"}))
        recorder = Recorder(made, SPEC)
        for epoch in range(1, epochs + 1):
            recorder.take(CheckpointTaken(0, checkpoint(epoch, size)))
            wait_for(lambda made=made, epoch=epoch: epoch in list_kept(made.path))
        recorder.close(30)
        folders.append(made)
    return folders


def test_runs_are_listed_newest_first_and_looked_up(tmp_path):
    folders = fill(tmp_path, 3, epochs=1)
    (tmp_path / "something else").mkdir()
    folders[1].write_about(About("named", "a note", ("x",), True, "#ff0000"))
    listed = list_runs(tmp_path)
    assert [one.card.seed for one in listed] == [2, 1, 0]
    assert listed[1].name == "named" and listed[1].about.star and listed[1].about.tags == ("x",)
    assert [one.epochs for one in listed] == [1, 1, 1]
    assert find_run("run-2", tmp_path).path == folders[2].path
    assert find_run(listed[0].card.id[:8], tmp_path).path == folders[2].path
    assert find_run(str(folders[0].path)).path == folders[0].path
    assert find_run("named", tmp_path).path == folders[1].path
    with pytest.raises(RunFolderError, match="several runs are called: run-2, run-0"):
        find_run(SPEC.name, tmp_path)
    for name in ("run-7", "00000000"):
        with pytest.raises(RunFolderError, match="no run"):
            find_run(name, tmp_path)
    assert list_runs(tmp_path / "nowhere") == []


def test_old_runs_without_a_star_are_thinned_first(tmp_path):
    folders = fill(tmp_path, 3, epochs=6)
    folders[0].write_about(About(star=True))
    total = sum(f.size() for f in folders)
    one = next(iter(list_kept(folders[1].path).values())).stat().st_size
    assert keep_within(tmp_path, total) == 0
    assert keep_within(tmp_path, total - 2 * one - 1) == 3
    assert [len(list_kept(f.path)) for f in folders] == [6, 3, 6]
    assert keep_within(tmp_path, 0) == 1 + 4
    assert [len(list_kept(f.path)) for f in folders] == [6, 2, 2]
    assert all(read_resumable(f).checkpoint.epoch == 6 for f in folders)
    assert [f.read_card().thinned for f in folders] == [0, 4, 4]


def test_runs_of_sweeps_that_are_kept_beside_the_runs_count_too(tmp_path):
    plain = fill(tmp_path, 1, epochs=6)
    swept = fill(tmp_path / "sweeps" / "thresholds", 2, epochs=6)
    swept[1].write_about(About(star=True))
    total = sum(f.size() for f in (*plain, *swept))
    assert keep_within(tmp_path, total) == 0
    assert keep_within(tmp_path, total - 1) == 1
    assert keep_within(tmp_path, 0) > 0
    assert [len(list_kept(f.path)) for f in (*plain, *swept)] == [2, 2, 6]
    assert all(read_resumable(f).checkpoint.epoch == 6 for f in (*plain, *swept))


def test_only_differing_settings_are_named(tmp_path):
    folders = fill(tmp_path, 2, epochs=1)
    other = SPEC.replace(seed=1, name="another").with_layer(0, units=7)
    (folders[1].path / "experiment.json").write_text(reading.to_json(other))
    runs = [read_run(f) for f in folders]
    differing = differing_settings(runs)
    assert differing == {"layers.0.units": [3, 7], "seed": [0, 1]}


# --- deleting -------------------------------------------------------------------------------


def test_deleted_runs_come_back_as_they_were(tmp_path):
    folders = fill(tmp_path, 2, epochs=1)
    about = About("named", "a note", ("x",), True, "#ff0000")
    folders[0].write_about(about)
    for made in folders:
        made.let_go()
    before = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    aside = [put_aside(made) for made in folders]
    assert list_runs(tmp_path) == []
    for path, made in zip(aside, folders, strict=True):
        bring_back(path, made.path)
    now = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert now == before and folders[0].read_about() == about
    assert sorted(p.name for p in tmp_path.iterdir()) == ["run-0", "run-1"]


def test_a_run_that_is_being_trained_is_not_deleted(folder):
    with pytest.raises(RunFolderError, match="being trained"):
        put_aside(folder)
    assert folder.state() == "running"


def test_a_damaged_run_can_be_deleted(folder):
    folder.let_go()
    (folder.path / "run.json").write_text("{")
    put_aside(folder)
    assert not folder.path.exists()


def test_a_deleted_run_does_not_take_another_ones_place(folder):
    folder.let_go()
    aside = put_aside(folder)
    RunFolder.create(folder.path, new_card(SPEC, "tiny data", {}), SPEC).let_go()
    with pytest.raises(RunFolderError, match="there again"):
        bring_back(aside, folder.path)
    again = put_aside(folder)
    assert again != aside and again.is_dir() and aside.is_dir()
    shutil.rmtree(aside)
    with pytest.raises(RunFolderError, match="cannot be brought back"):
        bring_back(aside, folder.path)


def test_the_next_start_removes_what_was_deleted(tmp_path):
    host = new_card(SPEC, "", {}).machine["host"]
    places = {
        "another window's": f"{host}-{os.getppid()}",
        "ended": f"{host}-4194999",
        "far": "far-1",
        "long ago": "far-2",
    }
    for name in places.values():
        aside = tmp_path / ".deleted" / name / "run-1"
        RunFolder.create(aside, new_card(SPEC, "tiny data", {}), SPEC).let_go()
    os.utime(tmp_path / ".deleted" / "far-2", (1, 1))
    assert remove_deleted(tmp_path) == 2
    left = {path.name for path in (tmp_path / ".deleted").iterdir()}
    assert left == {places["another window's"], places["far"]}
    assert remove_deleted(tmp_path / "nowhere") == 0


def test_files_of_others_outlive_a_deleted_run(tmp_path):
    """What somebody put into its folder, a folder that is no run, what a link leads to."""
    mine, linked = fill(tmp_path, 2, epochs=1)
    for made in (mine, linked):
        made.let_go()
    (mine.path / "paper").mkdir()
    (mine.path / "paper" / "draft.txt").write_text("months of work")
    elsewhere = tmp_path / "elsewhere"
    linked.path.rename(elsewhere)
    linked.path.symlink_to(elsewhere, target_is_directory=True)
    whole = sorted(p.name for p in elsewhere.iterdir())
    for made in (mine, linked):
        put_aside(made)
    [place] = (tmp_path / ".deleted").iterdir()
    (place / "no run").mkdir()
    (place / "no run" / "theirs.txt").write_text("theirs")
    # The next start: the window that put it aside has ended.
    assert remove_deleted(tmp_path) == 2
    assert [p.name for p in mine.path.iterdir()] == ["paper"]
    assert (mine.path / "paper" / "draft.txt").read_text() == "months of work"
    assert sorted(p.name for p in elsewhere.iterdir()) == whole
    assert (place / "no run" / "theirs.txt").read_text() == "theirs"
    assert not any(p.is_symlink() for p in tmp_path.rglob("*"))


@pytest.mark.parametrize("epochs", [0, 2])
def test_going_on_that_is_cancelled_leaves_the_folder_as_it_was(folder, epochs):
    """Before its first checkpoint as well as after some."""
    recorder = Recorder(folder, SPEC)
    record(recorder, 2)
    recorder.take(RunFinished(0, RunEnd.STOPPED, {"ff": 0.5, "bp": 0.5}, {}))
    recorder.close(30)

    def contents():
        return {p.name: p.read_bytes() for p in folder.path.rglob("*") if p.is_file()}

    before = contents()
    folder.take_over()
    recorder = Recorder(folder, SPEC, goes_on=True)
    record(recorder, epochs, first=3)
    recorder.take(RunFinished(0, RunEnd.CANCELLED, {}, {}))
    recorder.close(30)
    assert contents() == before


@pytest.mark.parametrize("holds_more", [False, True])
def test_a_new_run_that_is_cancelled_takes_nothing_of_others_with_it(tmp_path, holds_more):
    """Its folder may have been there before, with files of the user's."""
    place = tmp_path / "mine"
    if holds_more:
        (place / "checkpoints.old").mkdir(parents=True)
        (place / "thesis.txt").write_text("four years")
    folder = RunFolder.create(place, new_card(SPEC, "tiny data", {}), SPEC)
    recorder = Recorder(folder, SPEC)
    record(recorder, 2)
    recorder.take(RunFinished(0, RunEnd.CANCELLED, {}, {}))
    recorder.close(30)
    if holds_more:
        assert sorted(p.name for p in place.iterdir()) == ["checkpoints.old", "thesis.txt"]
    else:
        assert not place.exists()


@pytest.mark.parametrize("name", ["model.h5", "record.jsonl", "latest.npz", "thumbnail.png"])
def test_nets_of_another_run_are_never_written_over(tmp_path, name):
    """A folder of an earlier ffstudio has a model and no card."""
    (tmp_path / name).write_text("of before")
    with pytest.raises(RunFolderError, match=f"holds {name} of something else"):
        RunFolder.create(tmp_path, new_card(SPEC, "tiny data", {}), SPEC)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [(name, "of before")]
