"""A stranger's file on its way into the window: seen, called off, and never lost without a word."""

from __future__ import annotations

import json

import h5py
import numpy as np
import psutil
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.files.legacy import write_weights
from tests.marks import THOROUGH

LONG = 120_000

pytestmark = pytest.mark.filterwarnings("ignore")


def bare_weights(path, channels=(8, 16), seed=0):
    """Weights that fit several networks and recognise nothing: all there is is tried."""
    rng = np.random.default_rng(seed)
    first, second = channels
    named = [
        ("conv2d_1", [("kernel:0", (5, 5, 1, first)), ("bias:0", (first,))]),
        ("conv2d_2", [("kernel:0", (5, 5, first, second)), ("bias:0", (second,))]),
        ("dense_1", [("kernel:0", (second, 10)), ("bias:0", (10,))]),
    ]
    with h5py.File(path, "w") as file:
        drawn = [
            (name, [(f"{name}/{w}", rng.normal(0, 0.1, shape).astype(np.float32)) for w, shape in ws])
            for name, ws in named
        ]  # fmt: skip
        write_weights(file, drawn, "2.3.1", "tensorflow")
    return path


@pytest.fixture(scope="module")
def slow(tmp_path_factory):
    return bare_weights(tmp_path_factory.mktemp("slow") / "slow_weights.h5")


@pytest.fixture(scope="module")
def quick(tmp_path_factory):
    import keras

    net = keras.Sequential([keras.Input((784,)), keras.layers.Dense(10, "softmax")])
    path = tmp_path_factory.mktemp("quick") / "quick.h5"
    net.save(path)
    return path


def make_window(qtbot, tmp_path, *, engine=True):
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    studio = Studio(ExperimentSpec(data=DataSpec("digits")))
    made = MainWindow(studio, ThemeManager("light"), Settings(store))
    made.resize(1280, 900)
    with qtbot.waitExposed(made):
        made.show()
    if engine:
        studio.start()
        qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
        qtbot.waitUntil(lambda: not studio.activities.all, timeout=LONG)
    return made


@pytest.fixture
def window(qtbot, tmp_path):
    made = make_window(qtbot, tmp_path)
    yield made
    made.close_without_asking()
    assert made.ended_cleanly
    made.deleteLater()
    made.studio.deleteLater()


def says(window):
    """What the run bar says is under way; nothing when it says nothing."""
    text = window.findChild(QLabel, "activity_text")
    return text.text() if text.isVisible() else ""


def click_cancel(window):
    button = window.findChild(QToolButton, "cancel_activity_button")
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def standing(studio):
    return studio.shown, studio.spec, studio.edits.undo_stack.count()


def reading_children():
    """Processes that read model files for this one."""
    children = []
    for child in psutil.Process().children():
        try:
            if any("sandbox" in part for part in child.cmdline()):
                children.append(child)
        except psutil.Error:
            continue
    return children


@THOROUGH
def test_the_window_tells_what_is_tried_and_how_far_it_is(qtbot, window, slow):
    told = set()
    bar = window.findChild(QProgressBar, "activity_progress")
    fractions = set()

    def look():
        if says(window):
            told.add(says(window).split(" · ")[0])
            if bar.maximum() > 0:
                fractions.add(bar.value() / bar.maximum())
        return any("sigmoid inside" in text for text in told)

    window.open_path(slow)
    qtbot.waitUntil(look, timeout=LONG)
    click_cancel(window)
    assert any("reading it in a process of its own" in text for text in told)
    tried = [text for text in told if "trying preprocessing" in text]
    assert all(text.startswith("Opening slow_weights.h5: ") for text in tried)
    assert any("network 1 of " in text for text in tried)
    assert any("tanh inside: " in text for text in tried)
    assert len(fractions) > 3
    assert all(0 < fraction <= 1 for fraction in fractions)
    assert not says(window)


def test_cancel_ends_the_trials_and_leaves_everything_as_it_was(qtbot, window, slow, quick):
    studio = window.studio
    before = standing(studio)
    opened = []
    studio.strangers.opened.connect(opened.append)
    window.open_path(slow)
    qtbot.waitUntil(lambda: "trying preprocessing" in says(window), timeout=LONG)
    click_cancel(window)
    assert not says(window)
    assert studio.opening.path is None
    assert standing(studio) == before
    assert "slow_weights.h5 was not opened" in window.statusBar().currentMessage()
    # The engine's thread is free at once: the next file does not wait for the trials' end.
    window.open_path(quick)
    qtbot.waitUntil(lambda: bool(opened), timeout=LONG)
    assert [model.card.file for model in opened] == ["quick.h5"]


def test_cancel_ends_the_process_that_reads(qtbot, window, slow):
    studio = window.studio
    before = standing(studio)
    window.open_path(slow)
    qtbot.waitUntil(lambda: bool(reading_children()), timeout=LONG)
    click_cancel(window)
    qtbot.waitUntil(lambda: not reading_children(), timeout=5000)
    qtbot.wait(300)
    assert standing(studio) == before
    assert not says(window)


def test_a_second_file_says_that_the_first_is_not_opened(qtbot, window, slow, quick):
    studio = window.studio
    opened = []
    studio.strangers.opened.connect(opened.append)
    window.open_path(slow)
    qtbot.waitUntil(lambda: "trying preprocessing" in says(window), timeout=LONG)
    window.open_path(quick)
    (toast,) = [
        toast for toast in window.messages.toasts.shown
        if toast.findChild(QLabel, "toast_title").text() == "slow_weights.h5 was not opened"
    ]  # fmt: skip
    assert "quick.h5" in toast.findChild(QLabel, "toast_text").text()
    assert says(window).startswith("Opening quick.h5")
    qtbot.waitUntil(lambda: studio.opening.path is None, timeout=LONG)
    assert [model.card.file for model in opened] == ["quick.h5"]


def test_an_experiment_too_ends_what_is_being_opened_with_a_word(qtbot, window, slow, tmp_path):
    from ffstudio.core.experiment import reading

    path = tmp_path / "plain.json"
    path.write_text(reading.to_json(ExperimentSpec(name="Plain", data=DataSpec("digits"))))
    window.open_path(slow)
    qtbot.waitUntil(lambda: "trying preprocessing" in says(window), timeout=LONG)
    window.open_path(path)
    assert window.studio.opening.path is None
    titles = [t.findChild(QLabel, "toast_title").text() for t in window.messages.toasts.shown]
    assert "slow_weights.h5 was not opened" in titles
    qtbot.wait(500)
    assert window.studio.spec.name == "Plain"
    json.loads(path.read_text())


def test_the_same_file_twice_is_opened_once_more_without_complaint(qtbot, window, quick):
    opened = []
    window.studio.strangers.opened.connect(opened.append)
    window.open_path(quick)
    window.open_path(quick)
    qtbot.waitUntil(lambda: window.studio.opening.path is None, timeout=LONG)
    assert len(opened) == 1
    titles = [t.findChild(QLabel, "toast_title").text() for t in window.messages.toasts.shown]
    assert not [title for title in titles if "not opened" in title]


def test_closing_the_window_ends_what_is_being_opened(qtbot, tmp_path, slow):
    window = make_window(qtbot, tmp_path)
    window.open_path(slow)
    qtbot.waitUntil(lambda: bool(reading_children()), timeout=LONG)
    window.close_without_asking()
    assert window.ended_cleanly
    assert not reading_children()
    window.deleteLater()
    window.studio.deleteLater()


def test_a_start_says_what_it_waits_for(qtbot, tmp_path):
    window = make_window(qtbot, tmp_path, engine=False)
    studio = window.studio
    try:
        assert not says(window)
        studio.start()
        if studio.engine_state[0] is EngineState.LOADING:
            titles = [activity.title for activity in studio.activities.all]
            assert "Loading the engine (TensorFlow)" in titles
        qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
        qtbot.waitUntil(lambda: not studio.activities.all, timeout=LONG)
        assert not says(window)
    finally:
        window.close_without_asking()
        window.deleteLater()
        window.studio.deleteLater()


def test_a_run_says_what_it_is_at_before_its_first_step(qtbot, window):
    studio = window.studio
    phases, lines = [], set()
    studio.phase_changed.connect(lambda event: event is not None and phases.append(event.text))
    label = window.findChild(QLabel, "run_text")
    studio.edits.edit(studio.spec.replace(epochs=2))

    def look():
        if label.isVisible():
            lines.add(label.text().split(" · ")[0])
        return studio.status is RunStatus.IDLE and bool(phases)

    QTest.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(look, timeout=LONG)
    assert phases[0] == "building the nets"
    assert "compiling Forward-Forward" in phases
    assert "compiling backprop" in phases
    assert any(text.startswith("judging Forward-Forward on ") for text in phases)
    assert any(text.startswith("judging backprop on ") for text in phases)
    assert phases[-1] == "training"
    assert lines & {"building the nets", "compiling Forward-Forward", "compiling backprop"}
