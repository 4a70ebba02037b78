"""Starting and ending the program, each in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ffstudio import app

ROOT = Path(__file__).resolve().parents[2]
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about X11")


@pytest.fixture
def environment(tmp_path):
    """A user who has never started ffstudio, with a screen that is not looked at."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }


def python(code, environment, timeout=90):
    return subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        timeout=timeout,
    )


RUN = "import sys; from ffstudio import app; sys.exit(app.run({files!r}))"


@linux
@pytest.mark.parametrize(
    ("display", "said"),
    [(None, "there is no display"), (":4567", "DISPLAY=:4567 cannot be reached")],
)
def test_without_a_display_one_sentence_and_exit_code_2(environment, display, said):
    del environment["QT_QPA_PLATFORM"]
    if display:
        environment["DISPLAY"] = display
    done = python(RUN.format(files=[]), environment)
    assert done.returncode == 2
    assert done.stderr.startswith("ffstudio: ")
    assert said in done.stderr
    assert "ffstudio train" in done.stderr, "it says what works here"
    assert "Traceback" not in done.stderr


@linux
def test_display_is_not_asked_for_where_none_is_needed(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert app.display_problem() == ""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert "no display" in app.display_problem()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert app.display_problem() == ""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    assert "no display" in app.display_problem()


def test_missing_system_library_names_the_line_to_type():
    error = "libEGL.so.1: cannot open shared object file: No such file or directory"
    said = app.missing_library(error)
    assert "libEGL.so.1" in said
    assert "apt-get install" in said
    assert "libegl1" in said
    assert "pip install" in app.missing_library("No module named 'PySide6'")


@linux
def test_missing_library_of_the_plugin_is_found_before_qt_aborts(monkeypatch, tmp_path):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    plugin = tmp_path / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(b"not a library")
    assert "apt-get install" in app.plugin_problem(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert app.plugin_problem(tmp_path) == ""


INSPECT = """
import sys, time
from ffstudio import app
from ffstudio.gui.window.main_window import MainWindow
from PySide6.QtCore import QTimer

def begin(window, argv, begin=app.open_first):
    begin(window, argv)
    QTimer.singleShot({wait}, window, lambda: end(window))
def end(window):
    print("visible", window.isVisible(), flush=True)
    print("name", window.studio.spec.name, flush=True)
    print("closing", time.time(), flush=True)
    window.close()
app.open_first = begin
# Looked at before the engine is started.
from ffstudio.jobs.studio import Studio
start = Studio.start
def look(self):
    heavy = {{m.split(".")[0] for m in sys.modules}} & {{"tensorflow", "keras", "h5py"}}
    print("heavy", sorted(heavy), flush=True)
    start(self)
Studio.start = look
sys.exit(app.run({files!r}))
"""


@pytest.mark.e2e
def test_opens_a_file_and_ends_in_time_while_the_engine_still_loads(environment, tmp_path):
    from ffstudio.core.experiment import reading
    from ffstudio.core.experiment.spec import ExperimentSpec

    path = tmp_path / "mine.json"
    path.write_text(reading.to_json(ExperimentSpec(name="From the shell")), encoding="utf-8")
    done = python(INSPECT.format(files=[str(path)], wait=300), environment)
    ended = time.time()
    assert done.returncode == 0, done.stderr
    lines = dict(line.split(" ", 1) for line in done.stdout.splitlines())
    assert lines["heavy"] == "[]", "the window is shown before anything heavy is imported"
    assert lines["visible"] == "True"
    assert lines["name"] == "From the shell"
    assert ended - float(lines["closing"]) < 20
    assert "Traceback" not in done.stderr
    stored = (tmp_path / "config" / "ffstudio" / "ffstudio.ini").read_text(encoding="utf-8")
    assert "mine.json" in stored, "settings are written even when the process is cut off"
    assert "From the shell" in stored


@pytest.mark.e2e
def test_faults_of_the_last_run_are_noted(environment, tmp_path):
    folder = tmp_path / "state" / "ffstudio"
    folder.mkdir(parents=True)
    (folder / "faults.log").write_text("Fatal Python error: made up", encoding="utf-8")
    done = python(INSPECT.format(files=[], wait=50), environment)
    assert "Fatal Python error: made up" in done.stderr
    assert (folder / "faults.log").read_text(encoding="utf-8") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.e2e
def test_ctrl_c_in_the_terminal_closes_the_window_cleanly(environment, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", INSPECT.format(files=[], wait=600_000)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline().startswith("heavy")
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert (tmp_path / "config" / "ffstudio" / "ffstudio.ini").is_file()
