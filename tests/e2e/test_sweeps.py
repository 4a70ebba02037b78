"""Sweeps by the command: whole, by several processes, killed, gone on with, ended early."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import pytest

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from tests.e2e.commands import call

pytest.importorskip("optuna")

GRID = ("--set", "ff.layers.0.threshold=1,4", "--seeds", "1-2")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a tiny experiment."""
    made = tmp_path_factory.mktemp("sweeps")
    layer = LayerSpec(units=12, loss="logistic", threshold=2.0)
    spec = ExperimentSpec(
        name="tiny",
        algorithms="ff",
        data=DataSpec("digits", subset=0.3),
        layers=(layer,),
        batch_size=16,
        epochs=2,
    )
    (made / "tiny.json").write_text(reading.to_json(spec))
    return made


def start(place, *arguments):
    environment = {**os.environ, "FFSTUDIO_RUNS": str(place / "runs"), "FFSTUDIO_XLA": "0"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "ffstudio", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=place,
    )


def command(place, *arguments):
    process = start(place, *arguments)
    out, err = process.communicate(timeout=280)
    assert "Traceback" not in err, err
    return process.returncode, out, err


def ask(place, *arguments):
    """The same in this process, for what is read in a moment."""
    with contextlib.chdir(place):
        done = call(*arguments)
    return done.returncode, done.stdout, done.stderr


def results(place, *arguments, way=ask):
    code, out, err = way(place, "sweep", *arguments, "--json")
    assert code == 0, err
    return json.loads(out), err


def wait_for(process, text):
    """Reads standard error until it says ``text``."""
    for line in process.stderr:
        if text in line:
            return
    raise AssertionError(f"it never said {text}")


@pytest.fixture(scope="module")
def grid(place):
    """A sweep of two thresholds and two seeds, and what it printed."""
    return results(place, "tiny.json", *GRID, "--out", "grid")


def test_a_grid_makes_every_run_once_in_a_folder_of_its_own(place, grid):
    found, _err = grid
    assert found["judged_on"] == "test"
    chosen = {(r["settings"]["layers.0.threshold"], r["seed"]) for r in found["runs"]}
    assert chosen == {(1, 1), (4, 1), (1, 2), (4, 2)} and len(found["runs"]) == 4
    assert [r["state"] for r in found["runs"]] == ["done"] * 4
    listed = json.loads(ask(place, "runs", "grid", "--json")[1])
    assert {one["run"] for one in listed} == {
        os.path.relpath(r["run"], place) for r in found["runs"]
    }
    assert all((place / one["run"] / "model.h5").is_file() for one in listed)
    for one in found["configurations"]:
        judged = [r["judged"] for r in found["runs"] if r["settings"] == one["settings"]]
        assert one["runs"] == 2 and one["mean"] == pytest.approx(sum(judged) / 2)


def test_a_run_of_a_sweep_is_the_run_that_train_makes(place, grid):
    one = next(r for r in grid[0]["runs"] if r["seed"] == 2 and r["number"] in (2, 3))
    threshold = one["settings"]["layers.0.threshold"]
    code, _, err = ask(
        place, "train", "tiny.json", "--seed", 2, "--out", "alone",
        "--set", f"ff.layers.0.threshold={threshold}",
    )  # fmt: skip
    assert code == 0, err
    compared = json.loads(ask(place, "compare", one["run"], "alone", "--json")[1])
    assert compared["settings"] == {} and compared["curves_equal"] == [True]


def test_a_sweep_that_has_ended_repeats_nothing(place, grid):
    before = {p: p.stat().st_mtime_ns for p in (place / "grid").rglob("*.h5")}
    again, err = results(place, "--out", "grid")
    assert "4 of them ended already" in err and "is trained" not in err
    assert again["runs"] == grid[0]["runs"]
    same, _ = results(place, "tiny.json", *GRID, "--out", "grid")
    assert same["runs"] == grid[0]["runs"]
    assert {p: p.stat().st_mtime_ns for p in (place / "grid").rglob("*.h5")} == before
    text = ask(place, "sweep", "--out", "grid", "--table")[1]
    assert "layers.0.threshold\tseed\tstate" in text and "(2 runs)" in text


# So many that a run still trains when its first checkpoint has been seen.
EPOCHS = 80


def hold(process, place, number):
    """Stops a process where it stands once so many runs have something to go on from.

    What has nothing is begun anew, in a folder of its own.
    """
    wait_for(process, "is trained")
    deadline = time.monotonic() + 120
    while len({p.parent for p in place.glob("run-*/checkpoints/*.npz")}) < number:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    process.send_signal(signal.SIGSTOP)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")
def test_of_two_processes_one_is_killed_and_a_third_finishes(place):
    two = ("--set", "ff.layers.0.threshold=1,4", "--seeds", 1)
    arguments = ("sweep", "tiny.json", *two, "--epochs", EPOCHS, "--out", "shared")
    first = start(place, *arguments)
    hold(first, place / "shared", 1)
    second = start(place, "sweep", "--out", "shared")
    hold(second, place / "shared", 2)
    rows = json.loads(ask(place, "sweep", "--out", "shared", "--table", "--json")[1])["runs"]
    assert [r["state"] for r in rows].count("running") == 2
    second.send_signal(signal.SIGKILL)
    second.communicate()
    first.terminate()
    first.send_signal(signal.SIGCONT)
    _out, err = first.communicate(timeout=120)
    assert first.returncode == 128 + signal.SIGTERM, err
    assert "is interrupted and waits to go on" in err and "goes on with the sweep" in err
    rows = json.loads(ask(place, "sweep", "--out", "shared", "--table", "--json")[1])["runs"]
    assert [r["state"] for r in rows] == ["interrupted"] * 2
    found, err = results(place, "--out", "shared")
    assert "Going on with run-" in err
    assert [r["state"] for r in found["runs"]] == ["done"] * 2
    assert {r["epochs"] for r in found["runs"]} == {EPOCHS}
    assert len(list((place / "shared").glob("run-*"))) == 2
    # What was killed has the curves of a run that was not.
    going_on = next(line for line in err.splitlines() if "Going on with" in line).split()[3]
    row = next(r for r in found["runs"] if r["run"].endswith(going_on))
    ask(
        place, "train", "tiny.json", "--seed", row["seed"], "--epochs", EPOCHS, "--out", "unkilled",
        "--set", f"layers.0.threshold={row['settings']['layers.0.threshold']}",
    )  # fmt: skip
    compared = json.loads(ask(place, "compare", row["run"], "unkilled", "--json")[1])
    assert compared["curves_equal"] == [True]


def test_runs_behind_the_others_are_ended_early(place):
    found, err = results(
        place, "tiny.json", "--set", "layers.0.learning_rate=0.02,0.03,0.04,1e-7",
        "--seeds", "1", "--epochs", 6, "--prune", "--out", "pruned",
    )  # fmt: skip
    assert "looks at test images" in err
    last = found["runs"][-1]
    assert last["state"] == "pruned" and last["epochs"] < 6
    assert [r["state"] for r in found["runs"][:3]] == ["done"] * 3
    assert {tuple(c["settings"].values()) for c in found["configurations"]} == {
        (0.02,), (0.03,), (0.04,)
    }  # fmt: skip


def test_several_processes_share_a_search_and_random_values_do_not_depend_on_them(place):
    arguments = (
        "tiny.json", "--set", "layers.0.threshold=0.5..4", "--seeds", "3,4",
        "--sampler", "random", "--trials", 4,
    )  # fmt: skip
    by_two, _err = results(place, *arguments, "--jobs", 2, "--out", "two", way=command)
    by_one, _ = results(place, *arguments, "--out", "one")
    assert [r["seed"] for r in by_two["runs"]] == [3, 4, 3, 4]
    values = [[r["settings"] for r in found["runs"]] for found in (by_two, by_one)]
    assert values[0] == values[1] and len({json.dumps(v) for v in values[0]}) == 4
    assert all(0.5 <= v["layers.0.threshold"] <= 4 for v in values[0])


def test_tpe_searches_in_a_database(place):
    found, _ = results(
        place, "tiny.json", "--set", "layers.0.learning_rate=1e-3..1e-1:log", "--sampler", "tpe",
        "--trials", 3, "--storage", f"sqlite:///{place / 'study.db'}", "--out", "database",
    )  # fmt: skip
    assert [r["state"] for r in found["runs"]] == ["done"] * 3
    assert not (place / "database" / "study.journal").exists()


def test_a_cluster_starts_the_processes(place):
    pytest.importorskip("submitit")
    code, _, err = command(place, "sweep", "tiny.json", "--out", "cluster", "--slurm", "local")
    assert code == 0 and "was submitted" in err, err
    deadline = time.monotonic() + 240
    while True:
        rows = json.loads(
            ask(place, "sweep", "--out", "cluster", "--table", "--json")[1]
        )["runs"]  # fmt: skip
        if rows[0]["state"] == "done":
            break
        assert time.monotonic() < deadline, rows
        time.sleep(0.2)
    assert len(rows) == 1
    code, _, err = ask(place, "sweep", "tiny.json", "--out", "other", "--slurm")
    assert code == 2 and "slurm cannot start processes" in err


def test_what_cannot_be_is_said_before_anything_is_trained(place, grid):
    for arguments, words in (
        (("tiny.json", "--set", "layers.0.treshold=1", "--out", "no"), "There is no setting"),
        (("tiny.json", "--set", "layers.0.threshold=", "--out", "no"), "has no values"),
        (("tiny.json", "--set", "layers.0.threshold=much", "--out", "no"), "is no number"),
        (("tiny.json", "--set", "layers.0.units=0,5", "--out", "no"), "With layers.0.units = 0"),
        (("tiny.json", "--seeds", "x", "--out", "no"), "are no seeds"),
        (("tiny.json", "--jobs", 0, "--out", "no"), "At least one process"),
        (("tiny.json", "--trials", 3, "--out", "no"), "A grid tries all values"),
        (("tiny.json", "--sampler", "tpe", "--out", "no"), "how many runs"),
        (("--out", "no"), "holds no sweep"),
        (("tiny.json", "--seeds", "7", "--out", "grid"), "holds another sweep"),
        (("--seeds", "7", "--out", "grid"), "goes on as it was begun"),
        (("tiny.json", "--out", "tiny.json"), "cannot be written"),
    ):
        code, _, err = ask(place, "sweep", *arguments)
        assert code == 2 and words in err and "is trained" not in err, (arguments, err)
    assert not (place / "no").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM and no kill -9")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_processes_of_one_command_end_with_it_and_lose_nothing(place, number):
    out = place / f"ended-{int(number)}"
    process = start(
        place, "sweep", "tiny.json", *GRID, "--epochs", 4000, "--jobs", 2, "--out", out
    )  # fmt: skip
    wait_for(process, "is trained")
    deadline = time.monotonic() + 120
    # Epochs that are faster than the disk are passed over.
    while len({path.parent for path in out.glob("run-*/checkpoints/*.npz")}) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(number)
    process.communicate(timeout=120)  # until the last of its processes has closed the pipe
    assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    code, printed, _ = ask(place, "sweep", "--out", out, "--table", "--json")
    rows = json.loads(printed)["runs"]
    assert code == 0 and len(rows) == 4
    assert sorted(r["state"] for r in rows) == ["interrupted"] * 2 + ["waiting"] * 2
    assert all(r["epochs"] >= 1 for r in rows if r["state"] == "interrupted")
