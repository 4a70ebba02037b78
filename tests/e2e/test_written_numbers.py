"""Numbers that commands print: of which images, when, and on which stream."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import time

import numpy as np
import pytest

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.events import EpochDone, RunFinished, RunStarted, StepDone
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import RunFolder, new_card
from ffstudio.files.runs.record import header_line, read_record, write_line
from tests.e2e.commands import call

SPEC = ExperimentSpec(
    name="sampled",
    algorithms="ff",
    data=DataSpec("digits", subset=0.3),
    layers=(LayerSpec(units=12),),
    batch_size=16,
    epochs=3,
)


def ask(place, *arguments):
    with contextlib.chdir(place):
        done = call(*arguments)
    return done.returncode, done.stdout, done.stderr


def judged(epoch, accuracy, images, rows=None):
    values = {"accuracy": accuracy, "losses": (0.5,), "epoch_loss": 0.5}
    return EpochDone(
        0, "ff", epoch, 4 * epoch, epoch * 1.0, "test", np.zeros(images, np.int16), values, rows
    )


def keep(path, *epochs, end=None):
    """A run whose epochs were judged so."""
    folder = RunFolder.create(path, new_card(SPEC, "tiny", {}, preset=""), SPEC)
    events = [RunStarted(0, SPEC, 4, 0)]
    for event in epochs:
        events += [
            StepDone(0, "ff", event.step, event.epoch, event.seconds, (0.5,), None, 16),
            event,
        ]
    if end is not None:
        events.append(RunFinished(0, end, {"ff": 0.93, "bp": None}, {"train": 1.0}))
    folder.record_path.write_bytes(header_line() + b"".join(map(write_line, events)))
    folder.let_go()
    return folder


@pytest.fixture
def sampled(tmp_path):
    """One that a sample flattered, and one that was stopped before it was judged on all."""
    few = np.arange(10)
    keep(tmp_path / "whole", judged(1, 0.95, 10, few), judged(2, 0.93, 40), end=RunEnd.COMPLETED)
    keep(tmp_path / "stopped", judged(1, 0.9, 10, few), judged(2, 0.8, 10, few))
    return tmp_path


def test_the_best_of_a_few_images_is_not_told_as_that_of_all(sampled):
    code, out, err = ask(sampled, "compare", "whole", "stopped", "--json")
    assert code == 0, err
    whole, stopped = (run["accuracy"]["ff"] for run in json.loads(out)["runs"])
    assert (whole["best"], whole["best_images"]) == (0.93, 40)
    assert (whole["last"], whole["last_images"]) == (0.93, 40)
    assert (stopped["best"], stopped["best_images"]) == (0.9, 10)
    assert (stopped["last"], stopped["last_images"]) == (0.8, 10)
    lines = ask(sampled, "compare", "whole", "stopped")[1].splitlines()
    assert "FF best of its epochs\t93.00% of 40 test images\t90.00% of 10 test images" in lines
    assert "FF last epoch\t93.00% of 40 test images\t80.00% of 10 test images" in lines


def test_a_report_says_of_which_images_each_epoch_is(sampled):
    from ffstudio.gui.reports.page import epochs_table

    history = read_record(sampled / "whole" / "record.jsonl").history
    table = epochs_table(ReportedRun("whole", "whole", SPEC, {}, history))
    assert "<th>Judged on</th>" in table
    first, second = table.split("<tr>")[-2:]
    assert "95.00%" in first and "<td>a sample of 10 test images</td>" in first
    assert "93.00%" in second and "<td>the 40 test images</td>" in second


@pytest.mark.parametrize("name", ["a\tb", "a\nb", "a\r\nb", "a\u2028b"])
def test_a_row_is_a_line_whatever_a_run_is_called(sampled, name):
    card = json.loads((sampled / "whole" / "run.json").read_text())
    (sampled / "whole" / "run.json").write_text(json.dumps({**card, "name": name}))
    head, *rows = ask(sampled, "runs", ".")[1].splitlines()
    assert len(rows) == 2
    assert {len(row.split("\t")) for row in (head, *rows)} == {11}
    assert "a b" in {row.split("\t")[1] for row in rows}


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows has one clock")
def test_runs_began_by_the_clock_on_the_wall(sampled, monkeypatch):
    card = json.loads((sampled / "whole" / "run.json").read_text())
    card["created"] = "2026-12-01T23:30:00+00:00"
    (sampled / "whole" / "run.json").write_text(json.dumps(card))
    monkeypatch.setenv("TZ", "UTC-8")  # eight hours ahead, as POSIX writes it
    time.tzset()
    try:
        listed = ask(sampled, "runs", ".")[1]
        told = json.loads(ask(sampled, "runs", ".", "--json")[1])
    finally:
        monkeypatch.undo()
        time.tzset()
    (line,) = [line for line in listed.splitlines() if line.startswith("whole\t")]
    assert line.split("\t")[9] == "2026-12-02 07:30"
    assert "2026-12-01T23:30:00+00:00" in {run["created"] for run in told}


@pytest.mark.skipif(sys.platform == "win32", reason="closes a stream as a shell does")
@pytest.mark.parametrize("closed", ["2>&-", ">&-", ">&- 2>&-"])
def test_closed_streams_end_no_command_and_mix_nothing(closed, sampled):
    # A damaged run is told of on standard error, which is not among the results.
    (sampled / "stopped" / "run.json").write_text("{")
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" -P -m ffstudio "$@" {closed}', sys.executable, "runs", "."],
        cwd=sampled, capture_output=True, text=True, timeout=200, check=False, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    if ">&-" not in closed.replace("2>&-", ""):
        assert done.stdout.splitlines()[1].startswith("whole\t")
        assert len(done.stdout.splitlines()) == 2 and "ffstudio:" not in done.stdout


def test_seeds_alone_have_a_mean_and_a_deviation(tmp_path):
    pytest.importorskip("optuna")
    (tmp_path / "tiny.json").write_text(reading.to_json(SPEC.replace(epochs=1)))
    code, out, err = ask(
        tmp_path, "sweep", "tiny.json", "--seeds", "1-2", "--out", "seeds", "--json"
    )
    assert code == 0, err
    found = json.loads(out)
    first, second = (run["judged"] for run in found["runs"])
    (one,) = found["configurations"]
    mean, deviation = (first + second) / 2, abs(first - second) / np.sqrt(2)
    assert one["mean"] == pytest.approx(mean) and one["sd"] == pytest.approx(deviation)
    lines = ask(tmp_path, "sweep", "--out", "seeds", "--table")[1].splitlines()
    assert lines[-2:] == ["judged, mean ± sd", f"{mean:.2%} ± {deviation:.2%} (2 runs)"]


def test_a_net_that_stops_early_says_whose_weights_count(tmp_path):
    bp = dataclasses.replace(SPEC.bp, patience=1, learning_rate=0.5)
    spec = SPEC.replace(algorithms="bp", epochs=20, bp=bp)
    spec = spec.replace(data=DataSpec("digits", subset=0.3, validation=0.2))
    (tmp_path / "tiny.json").write_text(reading.to_json(spec))
    code, out, err = ask(tmp_path, "train", "tiny.json", "--no-record", "--json")
    assert code == 0, err
    rows = json.loads(out.splitlines()[-1])["history"]
    losses = [row["bp_evaluation_loss"] for row in rows]
    best = int(np.argmin(losses)) + 1
    assert len(losses) < 20
    assert f"BP stops early: its weights of epoch {best}, the best, count" in err
