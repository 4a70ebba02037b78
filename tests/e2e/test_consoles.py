"""Output through pipes whose encoding lacks what the texts are written with."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from ffstudio.cli.console import spell
from ffstudio.cli.table import COMMANDS
from ffstudio.core.shipped_nets import find_shipped_net
from tests.marks import choose_cases

ENCODINGS = ["ascii", "cp1252", "cp850", "cp932"]


def command(encoding, *arguments):
    return run_python(encoding, "-m", "ffstudio", *arguments)


def run_python(encoding, *arguments):
    done = subprocess.run(
        [sys.executable, "-P", *map(str, arguments)],
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


# All of them by one process, whose output is that of the command.
MANY = """
import json, sys
from ffstudio.cli import main
for arguments in json.loads(sys.argv[1]):
    try:
        code = main(arguments)
    except SystemExit as end:
        code = end.code
    print("== %s %d" % (arguments[0], code or 0), flush=True)
"""


@pytest.mark.parametrize("encoding", choose_cases(ENCODINGS, "ascii"))
def test_every_command_writes_in_any_encoding(encoding, run):
    asked = [
        ["--help"],
        *([name, "--help"] for name in COMMANDS),
        ["presets"],
        ["summary", "--preset", "ff-conv"],
        ["inspect", str(find_shipped_net())],
        ["inspect", str(run / "model.h5")],
        ["runs", str(run.parent)],
        ["compare", str(run), str(run)],
        ["code", str(run)],
        ["script", str(run), "--out", f"{run}→{encoding}.py"],
        ["report", str(run), "--out", f"{run}→{encoding}.html"],
        ["figure", str(run), "--view", "curves", "--out", f"{run}→{encoding}.svg"],
    ]
    code, out = run_python(encoding, "-c", MANY, json.dumps(asked))[:2]
    assert code == 0
    *texts, rest = re.split(r"^== (\S+) (\d+)$", out, flags=re.MULTILINE)
    assert not rest.strip() and len(texts) == 3 * len(asked)
    for arguments, text, name, ended in zip(
        asked, texts[::3], texts[1::3], texts[2::3], strict=True
    ):
        assert (name, ended) == (arguments[0], "0"), arguments
        assert "--out" in arguments or len(text.strip()) > 20, arguments
    # And as it is started.
    for arguments in (["presets"], ["inspect", run / "model.h5"]):
        code, out, _ = command(encoding, *arguments)
        assert code == 0 and out.strip()


@pytest.mark.parametrize("encoding", choose_cases(ENCODINGS, "cp932"))
def test_judging_and_errors_in_any_encoding(encoding, run):
    code, out, _ = command(encoding, "evaluate", run / "model.h5", "--dataset", "digits")
    assert code == 0 and "%" in out
    code, _, err = command(encoding, "summary", run / "→.json")
    assert code == 2 and "is not there" in err
    code, _, err = command(encoding, "train", "--preset", "gü→te")
    assert code == 2 and "no preset" in err


def test_what_cannot_be_shown_is_spelt():
    assert "".join(map(spell, "28×28 → −1…é字")) == "28x28 -> -1...e?"
