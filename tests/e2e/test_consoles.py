"""Output through pipes whose encoding lacks what the texts are written with."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ffstudio.cli.console import spell
from ffstudio.cli.table import COMMANDS
from ffstudio.core.assets import find_shipped_net
from tests.marks import choose_cases

ENCODINGS = ["ascii", "cp1252", "cp850", "cp932"]


def command(encoding, *arguments):
    done = subprocess.run(
        [sys.executable, "-P", "-m", "ffstudio", *map(str, arguments)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "COLUMNS": "100"},
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode(encoding, "replace")
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The folder of a run in a folder whose name no code page has."""
    place = tmp_path_factory.mktemp("Größe→×字")
    code, out, _ = command(
        "ascii", "train", "--preset", "digits-quick", "--epochs", 1, "--set", "data.subset=0.2",
        "--set", "layers[0].units=16", "--set", "name=Gr×ße → 字", "--out", place / "run",
    )  # fmt: skip
    assert code == 0
    assert "Backprop:" in out
    return place / "run"


@pytest.mark.parametrize("encoding", choose_cases(ENCODINGS, "ascii", "cp932"))
def test_every_command_writes_in_any_encoding(encoding, run):
    for arguments in (
        ["--help"],
        *([name, "--help"] for name in COMMANDS),
        ["presets"],
        ["summary", "--preset", "ff-conv"],
        ["inspect", find_shipped_net()],
        ["inspect", run / "model.h5"],
        ["runs", run.parent],
        ["compare", run, run],
    ):
        code, out, _ = command(encoding, *arguments)
        assert code == 0, arguments
        assert out.strip()


@pytest.mark.parametrize("encoding", ["ascii", "cp932"])
def test_judging_and_errors_in_any_encoding(encoding, run):
    code, out, _ = command(encoding, "evaluate", run / "model.h5", "--dataset", "digits")
    assert code == 0 and "%" in out
    code, _, err = command(encoding, "summary", run / "→.json")
    assert code == 2 and "is not there" in err
    code, _, err = command(encoding, "train", "--preset", "gü→te")
    assert code == 2 and "no preset" in err


def test_what_cannot_be_shown_is_spelt():
    assert "".join(map(spell, "28×28 → −1…é字")) == "28x28 -> -1...e?"
