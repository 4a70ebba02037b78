"""What all tests share: an offscreen Qt, data to learn from, and guards against leftovers."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if os.environ["QT_QPA_PLATFORM"] == "offscreen":  # its own screen has 800 by 800 pixels
    _SCREEN = os.path.join(os.path.dirname(__file__), "screen.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_SCREEN}"
# Most tests look for English words, whatever the system speaks.
os.environ["FFSTUDIO_LANGUAGE"] = "en"
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import atexit
import gc
import logging
import shutil
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import hypothesis
import pytest

from tests import marks
from tests.helpers import (
    TimerWatch,
    delete_what_is_due,
    keep_what_stays,
    layout_items,
    left_threads,
    our_threads,
    says,
    visible_windows,
)

_SHARED = Path(__file__).resolve().parents[2] / "shared" / "datasets"
if "FFSTUDIO_DATA" not in os.environ and _SHARED.is_dir():
    os.environ["FFSTUDIO_DATA"] = str(_SHARED)

if "FFSTUDIO_RUNS" not in os.environ:
    # What tests train is not kept among the user's runs.
    os.environ["FFSTUDIO_RUNS"] = tempfile.mkdtemp(prefix="ffstudio-runs-")
    atexit.register(shutil.rmtree, os.environ["FFSTUDIO_RUNS"], ignore_errors=True)

# Wall-clock limits fail on loaded machines.
hypothesis.settings.register_profile("ffstudio", deadline=None)
hypothesis.settings.load_profile("ffstudio")

XLA_IS_CHOSEN = "FFSTUDIO_XLA" in os.environ

try:
    import PySide6.QtCore  # noqa: F401
except ModuleNotFoundError:
    HAS_QT = False
else:
    HAS_QT = True


def pytest_addoption(parser):
    """Without pytest-qt its settings in pyproject.toml would be unknown, which is an error."""
    parser.addoption(
        "--thorough", action="store_true", help="all of a kind, also where some are tried each time"
    )
    if not HAS_QT:
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt, which is not installed", default=None)


def pytest_collection_modifyitems(config, items):
    """Marks every test by where it lives and what it brings in; the longest files come first.

    So processes that share the files end at about the same time.
    """
    for item in items:
        # Processes that share the tests must call them alike, and each run as the one before.
        if " at 0x" in item.nodeid:
            raise pytest.UsageError(f"its name is another one in every process: {item.nodeid}")
        for mark in marks.marks_of(item.path, set(item.fixturenames)):
            item.add_marker(mark)
    items.sort(key=lambda item: marks.place_of(item.path))
    # Who names a test by its id wants that one.
    if not config.option.thorough and not any("::" in name for name in config.args):
        left_out = [item for item in items if item.get_closest_marker("thorough")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("thorough")]


def pytest_report_header(config):
    """Says what the tests train with."""
    where = "those marked xla" if uses_xla(config) else "no tests"
    return f"XLA compiles the steps of {where} (the environment variable FFSTUDIO_XLA decides)"


def uses_xla(config):
    """False in the loop for every day, which leaves out what takes longest.

    Compiling takes most of the time of tests that train tiny nets.
    """
    return "not published" not in config.option.markexpr


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Before any fixture: whether the nets that it trains are compiled by XLA."""
    if not XLA_IS_CHOSEN:
        on = item.get_closest_marker("xla") is not None and uses_xla(item.config)
        os.environ["FFSTUDIO_XLA"] = str(int(on))


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """No test reads or writes the user's settings or data."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    if HAS_QT:
        from PySide6.QtCore import QSettings

        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path / "settings"))


@pytest.fixture(scope="session")
def _timers():
    if not HAS_QT:
        yield None
        return
    watch = TimerWatch()
    yield watch
    watch.close()


# Wrappers of layout items that a test was told of.
_told_items: set[int] = set()


@pytest.fixture(autouse=True)
def _no_leftovers(request, _timers):
    """A test that leaves a thread, a ticking timer or a window of ours behind fails.

    So does one that leaves Python's wrappers of layout items behind: their layouts delete them
    untold, and what comes to lie at the same address is taken for them (a crash, much later).
    """
    timers = _timers.ticking() if _timers is not None else {}
    windows, threads = visible_windows(), our_threads()
    yield
    if {"qtbot", "qapp"} & set(request.fixturenames):
        delete_what_is_due()
        gc.collect()
    keep_what_stays()
    left = [f"thread {name}" for name in left_threads(threads)]
    # The frames of a test that has failed keep theirs, which is not the fault of the next.
    items = {key: name for key, name in layout_items().items() if key not in _told_items}
    _told_items.update(items)
    left += [f"wrapper of a {name} that its layout deletes" for name in items.values()]
    if _timers is not None:
        ticking = _timers.ticking().items()
        left += [f"timer of {line}" for key, line in ticking if key not in timers]
    left += [f"window {name}" for name in visible_windows() if name not in windows]
    if left:
        pytest.fail(f"left behind: {says(left)}")


@pytest.fixture(autouse=True)
def _no_surprising_logs(caplog):
    """A warning or error of ours that no test expected fails it."""
    caplog.set_level(logging.WARNING, logger="ffstudio")
    yield
    surprises = [
        r for r in caplog.get_records("call")
        if r.name.startswith("ffstudio") and r.levelno >= logging.WARNING
        and not getattr(r, "expected", False)
    ]  # fmt: skip
    if surprises and not getattr(caplog, "expected", False):
        pytest.fail("unexpected log: " + "; ".join(r.getMessage() for r in surprises))


@pytest.fixture(scope="session")
def digits_data():
    """A fifth of the bundled digits, as a run sees them."""
    from ffstudio.core.images import datasets
    from ffstudio.core.images.data import prepare
    from ffstudio.core.images.data_spec import DataSpec

    spec = DataSpec("digits", subset=0.2, validation=0.1)
    return prepare(datasets.load(spec), spec, 1)


@pytest.fixture(scope="session")
def kept_run(digits_data, tmp_path_factory):
    """The folder of a run of four epochs, all of them kept; to be looked at, never changed."""
    from ffstudio import engine
    from ffstudio.core.experiment.layers import LayerSpec
    from ffstudio.core.experiment.spec import ExperimentSpec
    from ffstudio.core.run.events import CheckpointTaken
    from ffstudio.engine.saving.run_folders import begin_run
    from ffstudio.files.runs.checkpoints import list_kept

    layer = LayerSpec(units=12)
    spec = ExperimentSpec(
        name="kept", data=digits_data.spec, layers=(layer, layer), batch_size=32, epochs=4,
        seed=digits_data.seed,
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("kept") / "run"
    session = engine.Session(spec, digits_data)
    recorder = begin_run(session, folder)

    def take(event):
        recorder.take(event)
        if isinstance(event, CheckpointTaken):  # no disk is slower than this run
            deadline = time.monotonic() + 30
            while event.checkpoint.epoch not in list_kept(folder) and time.monotonic() < deadline:
                time.sleep(0.01)

    session.run(take, checkpoints=True)
    recorder.close()
    return folder


@pytest.fixture(scope="session")
def mnist_folder():
    """The folder of the real MNIST, or a skip."""
    folder = os.environ.get("FFSTUDIO_DATA", "")
    if not folder or not (Path(folder) / "mnist.npz").is_file():
        pytest.skip("the real MNIST is not here (set FFSTUDIO_DATA)")
    return Path(folder)


@pytest.fixture
def themes(qapp):
    """A theme manager that shows the light theme."""
    from ffstudio.gui.style.theme import ThemeManager

    return ThemeManager("light")


if HAS_QT:

    @pytest.fixture
    def qtbot(qapp, request):
        """pytest-qt's, with more patience."""
        from tests.patience import PatientBot

        return PatientBot(request)


@pytest.fixture
def studio(qtbot, digits_data):
    """A studio with data and no engine; ended after the test."""
    from ffstudio.core.experiment.layers import LayerSpec
    from ffstudio.core.experiment.spec import ExperimentSpec
    from ffstudio.core.images.data_spec import DataSpec
    from ffstudio.jobs.studio import Studio

    layer = LayerSpec(units=16)
    spec = ExperimentSpec(data=digits_data.spec, layers=(layer, layer), batch_size=32)
    made = Studio.with_data(spec, digits_data)
    assert made.spec.data == DataSpec("digits", subset=0.2, validation=0.1)
    yield made
    assert made.shutdown(10.0)
    made.deleteLater()  # and with it the lambdas that would keep its images for ever


@pytest.fixture(autouse=True)
def _own_runs(tmp_path_factory, monkeypatch):
    """Each test has its own place for runs, empty at first: none is offered one of another."""
    monkeypatch.setenv("FFSTUDIO_RUNS", str(tmp_path_factory.getbasetemp() / f"runs-{uuid4().hex}"))


@pytest.fixture
def make_window(qtbot, studio, themes, tmp_path):
    """Opens main windows on the studio; all share one settings file, as after a restart.

    ``shown`` waits for the first picture and the panels, which take most of its time: where a few
    are enough, there is ``panels=few_panels(...)``. The rest goes to the window.
    """
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ffstudio.gui.system.settings import Settings
    from ffstudio.gui.window.main_window import MainWindow

    font = QApplication.font()
    made = []

    def make(shown=True, **kwargs):
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(studio, themes, Settings(store), **kwargs)
        made.append(window)
        if shown:
            with qtbot.waitSignal(window.appeared):
                window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        window.close_without_asking()
        window.deleteLater()
    QApplication.setFont(font)
