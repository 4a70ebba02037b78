"""Without MNIST on the computer: a first window that trains, and help wherever it is missing."""

from __future__ import annotations

import dataclasses
import hashlib
import threading

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import DEFAULT, preset
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.folders import data_folder
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import PublishedFile
from ffstudio.core.run.status import DataState, RunStatus
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.test_data_panel import _Handler, _Server, serve
from tests.gui.test_draw_panel import SEVEN, draw_with_mouse
from tests.marks import choose_cases

LONG = 120_000

pytestmark = pytest.mark.filterwarnings("ignore")

PLACES = ("run_controls", "builder_panel", "data_panel", "welcome_card")


@pytest.fixture(autouse=True)
def nowhere(tmp_path, monkeypatch):
    """A computer on which no data set has ever been put."""
    monkeypatch.delenv("FFSTUDIO_DATA", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "no-keras"))


@pytest.fixture
def open_window(qtbot, tmp_path):
    made = []

    def open_window(spec, *, first=False, engine=False):
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        studio = Studio(spec)
        if first:
            studio.missing_data.let_digits_stand_in()
        window = MainWindow(studio, ThemeManager("light"), Settings(store))
        window.resize(1280, 900)
        with qtbot.waitSignal(window.appeared):
            window.show()
        if engine:
            studio.start()
        else:
            studio.images.load()
        qtbot.waitUntil(lambda: studio.data_state[0] is not DataState.LOADING, timeout=LONG)
        made.append(window)
        return window

    yield open_window
    for window in made:
        window.close_without_asking()
        assert window.ended
        window.deleteLater()
        window.studio.deleteLater()


@pytest.fixture
def own(open_window):
    """A window on an experiment of the user's that names MNIST."""
    return open_window(ExperimentSpec(name="Mine", data=DataSpec("mnist")))


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Serves a small MNIST, its second half only when told."""
    path = tmp_path / "served.npz"
    rng = np.random.default_rng(0)
    x, y = rng.integers(0, 256, (600, 28, 28)).astype(np.uint8), np.arange(600) % 10
    np.savez(path, x_train=x, y_train=y, x_test=x[:50], y_test=y[:50])
    with _Server(("127.0.0.1", 0), _Handler) as made:
        made.content, made.go_on = path.read_bytes(), threading.Event()
        digest = hashlib.sha256(made.content).hexdigest()
        url = f"http://127.0.0.1:{made.server_port}/mnist.npz"
        serve(monkeypatch, PublishedFile(url, "mnist.npz", "sha256", digest))
        thread = threading.Thread(target=made.serve_forever, args=(0.02,))
        thread.start()
        yield made
        made.go_on.set()
        made.shutdown()
        thread.join(5)


def place(window, name):
    if name == "data_panel":
        window.docks.bring_up("data")
    return window.findChild(QWidget, name)


def seen(parent, kind, name):
    """The one of that name that is in sight, or None."""
    return next((w for w in parent.findChildren(kind, name) if w.isVisible()), None)


def press(qtbot, parent, name):
    qtbot.waitUntil(lambda: seen(parent, QPushButton, name) is not None, timeout=5000)
    button = seen(parent, QPushButton, name)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# --- the first start ------------------------------------------------------------------------


def test_a_first_window_is_ready_to_train_on_the_digits_and_says_so(qtbot, open_window):
    window = open_window(preset(DEFAULT), first=True, engine=True)
    studio = window.studio
    assert studio.spec.data.name == "digits"
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    why = "Bundled digits, because MNIST is not on this computer"
    (toast,) = window.messages.toasts.shown
    assert "bundled digits" in toast.findChild(QLabel, "toast_title").text()
    assert why in toast.findChild(QLabel, "toast_text").text()
    for name in ("builder_panel", "data_panel", "welcome_card"):
        row = place(window, name)
        assert why in seen(row, QLabel, "data_missing_reason").text(), name
        for button in ("download_button", "choose_file_button", "keep_digits_button"):
            assert seen(row, QPushButton, button) is not None, (name, button)
        assert seen(row, QPushButton, "use_digits_button") is None, "they are in use"
    assert why in window.findChild(QLabel, "data_status").toolTip()
    # And it does train, by the space bar.
    studio.edits.edit(studio.spec.replace(epochs=1, layers=(LayerSpec(units=16),)))
    with qtbot.waitSignal(studio.run_finished, timeout=LONG) as finished:
        QTest.keyClick(window, Qt.Key.Key_Space)
    assert finished.args[0].test_accuracy["ff"] is not None


def test_the_digits_can_be_kept(qtbot, open_window):
    window = open_window(preset(DEFAULT), first=True)
    assert window.messages.toasts.shown
    press(qtbot, place(window, "data_panel"), "keep_digits_button")
    assert not window.messages.toasts.shown, "the card would go on to offer the download"
    assert not window.studio.missing_data.is_stand_in
    for name in PLACES:
        assert seen(place(window, name), QLabel, "data_missing_reason") is None, name
    assert window.studio.spec.data.name == "digits"


def test_after_the_download_the_first_experiment_is_there(qtbot, open_window, server):
    window = open_window(preset(DEFAULT), first=True)
    studio = window.studio
    server.go_on.set()
    press(qtbot, place(window, "welcome_card"), "download_button")
    qtbot.waitUntil(lambda: studio.data is not None and studio.data.title == "MNIST", timeout=LONG)
    assert studio.spec == preset(DEFAULT)
    assert not studio.missing_data.is_stand_in
    studio.edits.undo_stack.undo()
    assert studio.spec.data.name == "digits"


def test_where_mnist_is_nothing_stands_in_for_it(qtbot, open_window):
    folder = data_folder()
    folder.mkdir(parents=True)
    x, y = np.zeros((400, 28, 28), np.uint8), np.arange(400) % 10
    np.savez(folder / "mnist.npz", x_train=x, y_train=y, x_test=x, y_test=y)
    window = open_window(preset(DEFAULT), first=True)
    assert window.studio.spec == preset(DEFAULT)
    assert window.studio.data_state == (DataState.READY, window.studio.data_state[1])
    assert window.studio.data.title == "MNIST"
    assert seen(window, QLabel, "data_missing_reason") is None


def test_a_damaged_copy_is_told_of_and_nothing_stands_in(qtbot, open_window):
    folder = data_folder()
    folder.mkdir(parents=True)
    (folder / "mnist.npz").write_bytes(b"nothing")
    window = open_window(preset(DEFAULT), first=True)
    assert window.studio.spec == preset(DEFAULT)
    reason = seen(place(window, "data_panel"), QLabel, "data_missing_reason")
    assert "cannot be used" in reason.text()


# --- an experiment of the user's ----------------------------------------------------------------


def test_an_own_experiment_is_not_changed_and_help_stands_everywhere(own):
    studio = own.studio
    assert studio.spec == ExperimentSpec(name="Mine", data=DataSpec("mnist"))
    assert studio.data_state[0] is DataState.MISSING
    for name in PLACES:
        row = place(own, name)
        assert "MNIST is not on this computer" in seen(row, QLabel, "data_missing_reason").text()
        for button in ("download_button", "use_digits_button", "choose_file_button"):
            shown = seen(row, QPushButton, button)
            assert shown is not None and shown.isEnabled(), (name, button)
            # Nothing is cut off.
            assert shown.width() >= shown.minimumSizeHint().width(), (name, button)


@pytest.mark.parametrize("name", choose_cases(PLACES, "builder_panel", "welcome_card"))
def test_the_digits_are_one_click_away(qtbot, own, name):
    with qtbot.waitSignal(own.studio.data_changed, timeout=LONG):
        press(qtbot, place(own, name), "use_digits_button")
    assert own.studio.data.title == "Bundled digits"
    for other in PLACES:
        assert seen(place(own, other), QPushButton, "download_button") is None, other


@pytest.mark.parametrize("name", choose_cases(PLACES, "data_panel", "run_controls"))
def test_one_download_is_shared_by_all_places(qtbot, own, server, name):
    studio = own.studio
    data = place(own, "data_panel")
    begun = []
    studio.activities.changed.connect(
        lambda: begun.extend(a for a in studio.activities.all if a not in begun)
    )
    press(qtbot, place(own, name), "download_button")
    qtbot.waitUntil(
        lambda: seen(data, QProgressBar, "download_progress").value() > 300, timeout=LONG
    )
    # Everywhere its progress and Cancel, and nowhere a way to begin another one.
    for other in ("builder_panel", "data_panel", "welcome_card"):
        row = place(own, other)
        assert seen(row, QProgressBar, "download_progress") is not None, other
        assert seen(row, QPushButton, "cancel_download_button") is not None, other
        again = seen(row, QPushButton, "download_button")
        assert again is None or not again.isEnabled(), other
    studio.missing_data.start_download()
    qtbot.waitUntil(
        lambda: "Downloading MNIST" in own.findChild(QLabel, "activity_text").text(), timeout=LONG
    )
    assert own.findChild(QLabel, "activity_text").isVisible()
    assert [activity.title for activity in begun] == ["Downloading MNIST"]
    with qtbot.waitSignal(studio.data_changed, timeout=LONG):
        server.go_on.set()
    assert studio.data.title == "MNIST"
    assert studio.spec.name == "Mine"
    for other in PLACES:
        assert seen(place(own, other), QLabel, "data_missing_reason") is None, other


def test_a_download_can_be_cancelled_in_the_run_bar(qtbot, own, server):
    press(qtbot, place(own, "run_controls"), "download_button")
    cancel = own.findChild(QWidget, "cancel_activity_button")
    qtbot.waitUntil(cancel.isVisible, timeout=LONG)
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: own.studio.missing_data.download_under_way is None, timeout=LONG)
    reason = seen(place(own, "data_panel"), QLabel, "data_missing_reason")
    assert "The download was cancelled" in reason.text()
    assert list(data_folder().rglob("*")) == []  # it may not even have been made
    server.go_on.set()
    press(qtbot, place(own, "builder_panel"), "download_button")
    qtbot.waitUntil(lambda: own.studio.data is not None, timeout=LONG)


# --- welcome ---------------------------------------------------------------------------------


def test_welcome_steps_are_ticked_when_done_and_lead_to_where_it_is_done(qtbot, open_window):
    spec = ExperimentSpec(
        data=DataSpec("mnist"), layers=(LayerSpec(units=16),), batch_size=64, epochs=1
    )
    window = open_window(spec, engine=True)
    studio, card = window.studio, window.welcome.card
    qtbot.waitUntil(lambda: not studio.activities.all, timeout=LONG)

    def step(name):
        QTest.mouseClick(
            window.findChild(QPushButton, f"welcome_{name}_button"), Qt.MouseButton.LeftButton
        )

    def focused():
        return window.focusWidget()

    for name in ("data", "draw", "train", "goodness"):
        step(name)
        assert card.done == set(), f"{name} was only clicked"
    # Train cannot be pressed without images: it leads to where these are to be had.
    step("train")
    qtbot.waitUntil(window.docks["data"].panel.isVisible, timeout=5000)
    assert focused().objectName() == "download_button"
    assert focused() in window.docks["data"].panel.findChildren(QPushButton)
    press(qtbot, place(window, "data_panel"), "use_digits_button")
    qtbot.waitUntil(lambda: studio.why_not_train() == "", timeout=LONG)
    assert card.done == {"data"}
    step("data")
    assert focused().objectName() == "data_set_choice"
    step("draw")
    panel = window.docks["draw"].panel
    assert panel.isVisible() and panel.isAncestorOf(focused())
    assert card.done == {"data"}
    draw_with_mouse(panel, SEVEN)
    qtbot.waitUntil(lambda: "draw" in card.done, timeout=5000)
    step("train")
    assert focused().objectName() == "train_button"
    assert "train" not in card.done
    window.docks.bring_up("curves")
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert studio.status is RunStatus.IDLE
    assert card.done == {"data", "draw", "train"}
    step("goodness")
    qtbot.waitUntil(lambda: "goodness" in card.done, timeout=5000)
    assert window.docks["goodness"].panel.isAncestorOf(focused())
    button = window.findChild(QPushButton, "welcome_goodness_button")
    assert button.accessibleName().endswith("done")


def test_what_is_drawn_by_the_data_set_is_no_drawing(qtbot, open_window):
    window = open_window(ExperimentSpec(data=DataSpec("digits")))
    window.docks["draw"].panel.show_image(3)
    qtbot.wait(300)
    card, studio = window.welcome.card, window.studio
    button = window.findChild(QPushButton, "welcome_data_button")
    assert (card.done, button.text()) == ({"data"}, "Have Images")
    # A preset that wants others: nothing is ticked beside "MNIST is not on this computer".
    studio.edits.edit(preset("ff-threshold"), "Preset ff-threshold")
    qtbot.waitUntil(lambda: studio.data_state[0] is DataState.MISSING, timeout=LONG)
    assert (card.done, button.text()) == (set(), "1  Have Images")
    assert not button.accessibleName().endswith("done") and button.icon().isNull()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: card.done == {"data"}, timeout=LONG)
    assert button.text() == "Have Images" and not button.icon().isNull()


def test_a_data_set_that_has_no_download_offers_none(qtbot, own):
    data = dataclasses.replace(own.studio.spec.data, name="file", path="/nowhere/own.npz")
    own.studio.edits.edit(own.studio.spec.replace(data=data))
    row = place(own, "data_panel")
    qtbot.waitUntil(
        lambda: (
            (label := seen(row, QLabel, "data_missing_reason")) is not None
            and "own.npz" in label.text()
        ),
        timeout=LONG,
    )
    assert seen(row, QPushButton, "download_button") is None
    assert seen(row, QPushButton, "choose_file_button") is not None
