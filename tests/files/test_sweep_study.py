"""The queue of a sweep: nothing lost or doubled, whoever is killed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from ffstudio.core.errors import SweepError
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import SweepPlan, Values

pytest.importorskip("optuna")

from ffstudio.files.sweeps.study import begin_sweep, holds_sweep, open_sweep

SPEC = ExperimentSpec(layers=(LayerSpec(units=8),), epochs=2)
PLAN = SweepPlan(SPEC, {"layers.0.units": Values((8, 9))}, (1, 2))
# Takes a trial and dies without a word.
DIES = """
import os, sys
from pathlib import Path
from ffstudio.files.sweeps.study import open_sweep
trial = open_sweep(Path(sys.argv[1])).take()
print(trial.number, dict(trial.chosen), flush=True)
os._exit(9)
"""


def die_with_a_trial(path):
    done = subprocess.run(
        [sys.executable, "-c", DIES, str(path)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 9, done.stderr
    return done.stdout


def test_each_trial_is_taken_once_by_whoever_comes(tmp_path):
    first = begin_sweep(tmp_path / "sweep", PLAN)
    second = open_sweep(tmp_path / "sweep")
    assert holds_sweep(tmp_path / "sweep") and first.plan == second.plan == PLAN
    taken = [sweep.take() for sweep in (first, second, second, first)]
    assert first.take() is None and second.take() is None
    chosen = {tuple(sorted(trial.chosen.items())) for trial in taken if trial is not None}
    assert len(chosen) == 4
    assert len({trial.folder for trial in taken if trial is not None}) == 4
    assert {row.state for row in first.rows()} == {"running"}


def test_what_a_killed_process_leaves_is_queued_again_and_given_up_in_the_end(tmp_path):
    sweep = begin_sweep(tmp_path / "sweep", SweepPlan(SPEC, {}, (7,)))
    for _ in range(3):
        assert "{'seed': 7}" in die_with_a_trial(tmp_path / "sweep")
        (row,) = sweep.rows()
        assert row.state == "interrupted" and row.chosen == {"seed": 7}
    assert sweep.take() is None
    (row,) = sweep.rows()
    assert row.state == "failed" and "was killed 3 times" in row.problem


def test_a_trial_that_is_given_back_waits_with_its_values(tmp_path):
    sweep = begin_sweep(tmp_path / "sweep", SweepPlan(SPEC, {}, (7,)))
    for _ in range(5):
        trial = sweep.take()
        assert trial is not None
        trial.give_back()
    assert [row.state for row in sweep.rows()] == ["interrupted"]
    trial = sweep.take()
    assert trial is not None
    trial.report(0.4, 1)
    trial.finish(0.5, {"accuracy": {"ff": 0.45}, "tested_on": "all", "seconds": 1.5})
    (row,) = sweep.rows()
    assert (row.state, row.epochs, row.judged, row.accuracy) == ("done", 1, 0.5, {"ff": 0.45})
    assert sweep.take() is None


def test_a_run_keeps_its_number_and_place_when_it_goes_on(tmp_path):
    sweep = begin_sweep(tmp_path / "sweep", PLAN)
    first = sweep.take()
    first.folder.mkdir()
    (first.folder / "run.json").write_text("{}")
    first.give_back()
    assert [row.number for row in sweep.rows()] == [0, 1, 2, 3]
    taken = [sweep.take() for _ in range(4)]
    assert taken[-1].folder == first.folder and taken[-1].number == 4
    assert [row.number for row in sweep.rows()] == [0, 1, 2, 3]


@pytest.mark.parametrize("torn", [b'{"op_code": 6, "wor', b"{", b"\x00" * 5000])
def test_a_journal_that_ends_within_a_line_is_read_and_written_on(tmp_path, torn):
    sweep = begin_sweep(tmp_path / "sweep", PLAN)
    assert sweep.take() is not None
    journal = tmp_path / "sweep" / "study.journal"
    with journal.open("ab") as stream:
        stream.write(torn)
    opened = open_sweep(tmp_path / "sweep")
    assert opened.take() is not None
    with journal.open("ab") as stream:
        stream.write(torn)
    assert opened.take() is not None  # a process that had it open already
    assert open_sweep(tmp_path / "sweep").count_waiting() == 1
    assert all(line.endswith(b"\n") for line in journal.read_bytes().splitlines(True))


def test_folders_of_other_sweeps_and_damaged_ones_are_told(tmp_path):
    path = tmp_path / "sweep"
    with pytest.raises(SweepError, match="holds no sweep"):
        open_sweep(path)
    begin_sweep(path, PLAN)
    with pytest.raises(SweepError, match="another sweep"):
        begin_sweep(path, SweepPlan(SPEC, {}, (1,)))
    plan = (path / "sweep.json").read_text()
    (path / "sweep.json").write_text(plan[:100])
    with pytest.raises(SweepError, match="damaged"):
        open_sweep(path)
    (path / "sweep.json").write_text(plan)
    (path / "study.journal").write_text("nonsense\nmore\n")
    with pytest.raises(SweepError, match=r"study.journal"):
        open_sweep(path)
    (path / "study.journal").unlink()
    with pytest.raises(SweepError, match="is missing"):
        open_sweep(path)
    with pytest.raises(SweepError, match="cannot be opened"):
        begin_sweep(tmp_path / "database", PLAN, "nonsense://nowhere")
    assert not holds_sweep(tmp_path / "database")
