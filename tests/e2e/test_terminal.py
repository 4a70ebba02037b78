"""The command line on a terminal: tables and a bar; elsewhere plain lines."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty")


def on_a_terminal(*arguments, columns=100):
    """What a person sees: both streams go to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm", "NO_COLOR": ""}
    child = subprocess.Popen(
        [sys.executable, "-m", "ffstudio", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            more = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not more:
            break
        shown += more
    os.close(ours)
    assert child.wait(120) == 0, shown
    return shown.decode("utf-8", "replace")


def plain(text):
    """Without what only a terminal understands."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).replace("\r", "")


def test_a_summary_is_a_table():
    shown = plain(on_a_terminal("summary", "--preset", "ff-conv"))
    lines = [line.rstrip() for line in shown.splitlines()]
    assert lines[0].split() == ["layer", "output", "FF", "parameters"]
    assert set(lines[1]) == {"─"}
    assert lines[2].endswith("200") and lines[2].startswith("1 conv 3×3")
    assert lines[-1] == "Forward-Forward: 347,690 parameters"
    done = subprocess.run(
        [sys.executable, "-m", "ffstudio", "summary", "--preset", "ff-conv"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "─" not in done.stdout and "\x1b" not in done.stdout
    assert done.stdout.splitlines()[-1] == lines[-1]


def test_a_card_and_the_presets_are_tables():
    shown = plain(on_a_terminal("inspect", "resources/models/mnist.h5"))
    assert "mnist.h5: opens" in shown
    assert re.search(r"layer +class +output +parameters +activation", shown)
    assert re.search(r"backprop 3 +Dense +10 +5,010 +softmax", shown)
    listed = plain(on_a_terminal("presets", columns=60))
    assert re.search(r"^preset +what it is", listed)
    assert max(map(len, listed.splitlines())) <= 60


def test_a_run_shows_a_bar_that_vanishes():
    shown = on_a_terminal("train", "--preset", "digits-quick", "--epochs", "2")
    assert "images/s" in shown and "s left" in shown
    assert re.search(r"\d+%", plain(shown))
    # Cleared in the end, and the cursor is there again.
    assert shown.rfind("\x1b[?25h") > shown.rfind("images/s")
    last = plain(shown).splitlines()[-2:]
    assert last[0].endswith("Bundled digits") and "Forward-Forward" in last[0]
    assert re.search(
        r"FF epoch 2/2  loss [\d.]+  accuracy [\d.]+%.* of \d+ validation images", plain(shown)
    )
