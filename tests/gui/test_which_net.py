"""Whose nets are these? Every panel, the builder and the title say so, whatever was done before."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.panels.table import PANELS
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio

LONG = 120_000
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMING = [entry.name for entry in PANELS if entry.shows_nets]


def tiny(name: str, units: int) -> ExperimentSpec:
    layer = LayerSpec(units=units)
    data = DataSpec("digits", subset=0.1, validation=0.2)
    return ExperimentSpec(name=name, epochs=1, batch_size=32, layers=(layer, layer), data=data)


def other_data(spec: ExperimentSpec) -> ExperimentSpec:
    return spec.replace(data=DataSpec("digits", subset=0.3))


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """a.h5 and b.h5, two tiny experiments, trained for an epoch."""
    folder = tmp_path_factory.mktemp("nets")
    for name, units in (("a", 12), ("b", 9)):
        spec = tiny(f"Experiment {name.upper()}", units)
        data = prepare(datasets.load(spec.data), spec.data, spec.seed)
        session = engine.Session(spec, data)
        history = History()
        session.run(history.add)
        engine.save_session(session, folder / f"{name}.h5", history=history)
    return folder


@pytest.fixture
def window(qtbot, themes, tmp_path):
    """A whole window with its engine at work."""
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    made = MainWindow(Studio(tiny("First", 10)), themes, settings)
    made.files.asks = False
    with qtbot.waitSignal(made.appeared):
        made.show()
    made.activateWindow()
    made.studio.start()
    qtbot.waitUntil(lambda: not made.studio.why_not_train(), timeout=LONG)
    yield made
    made.close_without_asking()
    made.deleteLater()
    made.studio.deleteLater()


def lines(window) -> set[str]:
    """What the panels that show nets say; one text, as they all agree."""
    heads = [window.docks[name].findChild(QWidget, "net_line") for name in NAMING]
    return {head.text for head in heads}


def notice(window) -> str:
    """What the builder says of the nets shown; empty when it says nothing."""
    said = window.findChild(QWidget, "nets_notice")
    return "" if said.isHidden() else said.findChild(QLabel, "nets_notice_text").text()


def open_file(qtbot, window, path):
    with qtbot.waitSignal(window.studio.model_opened, timeout=LONG):
        window.open_path(path)


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    window.setFocus()
    qtbot.keyClick(window.windowHandle(), key, modifiers)


def test_every_panel_names_the_nets_it_shows(qtbot, window, files):
    assert set(NAMING) >= {"curves", "goodness", "confusion", "filters", "draw"}
    assert lines(window) == {"no net yet"} and notice(window) == ""
    assert window.windowTitle() == "First[*] — ffstudio"
    open_file(qtbot, window, files / "a.h5")
    assert lines(window) == {"a.h5 · Bundled digits · epoch 1"}
    assert window.windowTitle() == "a[*] — ffstudio" and notice(window) == ""
    head = window.docks["draw"].findChild(QWidget, "net_line")
    assert head.accessibleName() == "Nets shown: a.h5 · Bundled digits · epoch 1"
    assert str(files / "a.h5") in head.toolTip() and "Experiment A" in head.toolTip()


def test_undo_after_a_second_file_says_that_the_nets_stay(qtbot, window, files):
    open_file(qtbot, window, files / "a.h5")
    open_file(qtbot, window, files / "b.h5")
    assert lines(window) == {"b.h5 · Bundled digits · epoch 1"} and notice(window) == ""
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert window.studio.spec.name == "Experiment A"
    assert lines(window) == {"b.h5 · Bundled digits · epoch 1 · not the builder's"}
    assert window.windowTitle() == "b[*] · builder: Experiment A — ffstudio"
    assert "b.h5 — Bundled digits, epoch 1" in notice(window)
    assert "Train makes new nets" in notice(window)
    assert "still b.h5" in window.statusBar().currentMessage()
    tip = window.findChild(QLabel, "nets_notice_text").toolTip()
    assert tip == "It differs in: Layer 1: Units, Layer 2: Units."
    press(qtbot, window, Qt.Key.Key_Y, CONTROL)
    assert lines(window) == {"b.h5 · Bundled digits · epoch 1"} and notice(window) == ""


@pytest.mark.parametrize("how", ["new", "preset", "data"])
def test_another_experiment_in_the_builder_is_said_and_theirs_can_be_had_again(
    qtbot, window, files, how
):
    studio = window.studio
    open_file(qtbot, window, files / "a.h5")
    theirs = studio.spec
    if how == "new":
        press(qtbot, window, Qt.Key.Key_N, CONTROL)
    elif how == "preset":
        window.docks["builder"].panel.apply_preset("digits-quick")
    else:
        studio.edits.edit(other_data(studio.spec), "Data")
    assert studio.spec != theirs
    assert lines(window) == {"a.h5 · Bundled digits · epoch 1 · not the builder's"}
    assert "The builder holds another experiment" in notice(window)
    qtbot.mouseClick(
        window.findChild(QPushButton, "take_experiment_button"), Qt.MouseButton.LeftButton
    )
    assert studio.spec == theirs
    assert lines(window) == {"a.h5 · Bundled digits · epoch 1"} and notice(window) == ""
    assert not window.commands["take_experiment"].isEnabled()
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert notice(window), "taking it back can be undone"


def test_a_run_names_its_own_nets_and_cancel_names_those_before_it(qtbot, window, files):
    studio = window.studio
    open_file(qtbot, window, files / "a.h5")
    studio.edits.edit(tiny("Second", 11).replace(epochs=100_000), "Second")
    with qtbot.waitSignal(studio.run_started, timeout=LONG):
        press(qtbot, window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: studio.snapshot.epoch > 1, timeout=LONG)
    (said,) = lines(window)
    assert said.startswith("Second · Bundled digits · epoch ") and "not the" not in said
    assert window.windowTitle() == "Second[*] — ffstudio" and notice(window) == ""
    studio.edits.edit(studio.spec.with_layer(0, learning_rate=0.01), "Live")
    assert notice(window) == "", "a live change makes no other nets"
    studio.edits.edit(studio.spec.with_layer(0, units=13), "For the next run")
    assert "the next run makes new nets" in notice(window)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        window.commands["cancel"].trigger()
    assert lines(window) == {"a.h5 · Bundled digits · epoch 1 · not the builder's"}
    assert window.windowTitle() == "a[*] · builder: Second — ffstudio"
    assert "a.h5 — Bundled digits, epoch 1" in notice(window)


def test_nets_that_go_on_keep_their_name_and_follow_their_data(qtbot, window, files):
    studio = window.studio
    open_file(qtbot, window, files / "a.h5")
    studio.edits.edit(studio.spec.replace(data=replace(studio.spec.data, shift=1)), "Data")
    qtbot.waitUntil(lambda: studio.data.spec == studio.spec.data, timeout=LONG)
    assert "Shift" in window.findChild(QLabel, "nets_notice_text").toolTip()
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        window.commands["continue"].trigger()
    assert lines(window) == {"a.h5, changed · Bundled digits · epoch 2"}
    assert studio.trained_spec.data == studio.spec.data and notice(window) == ""


def choose_shipped(qtbot, window, name):
    """By the File menu."""
    menu = window.findChild(QMenu, "shipped_menu")
    menu.aboutToShow.emit()
    with qtbot.waitSignal(window.studio.snapshot_changed, timeout=LONG):
        menu.findChild(QAction, f"shipped_{name}_action").trigger()


def test_the_shipped_nets_can_be_had_again_from_the_file_menu(
    qtbot, window, files, tmp_path, caplog
):
    studio = window.studio
    open_file(qtbot, window, files / "a.h5")
    choose_shipped(qtbot, window, "mnist")
    assert lines(window) == {"Shipped dense net · MNIST · epoch 60"} and notice(window) == ""
    assert window.windowTitle() == "Shipped dense net[*] — ffstudio"
    assert studio.model_path is None, "saving never writes over it"
    assert window.settings.recent_files == [files / "a.h5"]
    assert [c.is_on for c in window.files.list_shipped()] == [True, False]
    window.studio.set_status(RunStatus.RUNNING)
    window.files.open_shipped("mnist-conv")
    caplog.expected = True  # refused while a run is active
    window.studio.set_status(RunStatus.IDLE)
    assert window.settings.first_net == "mnist"
    choose_shipped(qtbot, window, "mnist-conv")
    assert lines(window) == {"Shipped convolutional net · MNIST · epoch 40"}
    assert studio.snapshot.ff.layers[0].kernel.ndim == 4 and notice(window) == ""
    assert [c.is_on for c in window.files.list_shipped()] == [False, True]
    assert window.settings.first_net == "mnist-conv", "the next start begins with it"
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        studio.files.save(tmp_path / "mine.h5")
    assert lines(window) == {"mine.h5 · MNIST · epoch 40"}
    assert [c.is_on for c in window.files.list_shipped()] == [False, False]


def test_a_narrow_line_keeps_what_must_not_be_missed(qtbot, window, files):
    open_file(qtbot, window, files / "a.h5")
    press(qtbot, window, Qt.Key.Key_N, CONTROL)
    head = window.docks["draw"].findChild(QWidget, "net_line")
    assert head.minimumSizeHint().width() < 100 < head.sizeHint().width()
    assert "not the builder's" in head.text and "Opened" not in head.toolTip()
    assert "The builder holds another experiment" in head.toolTip()
