"""Runs of the window that are kept, cancelled, continued, cut off and brought back."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QPushButton, QToolButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.files.runs.checkpoints import list_kept
from ffstudio.files.runs.comparing import have_equal_curves
from ffstudio.files.runs.library import list_runs
from ffstudio.files.runs.record import read_record
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LONG = 120_000


def kept():
    return list_runs(Path(os.environ["FFSTUDIO_RUNS"]))


def contents(folder):
    return {
        path.relative_to(folder): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "writer.json"
    }


@pytest.fixture
def begin(qtbot, digits_data, themes, tmp_path):
    """Starts the program anew, as often as one likes: a studio with its engine, and a window."""
    started = []

    def make(**changes):
        layer = LayerSpec(units=12)
        spec = ExperimentSpec(
            **{"name": "kept", "data": digits_data.spec, "layers": (layer, layer),
               "batch_size": 32, "epochs": 3, "seed": digits_data.seed} | changes
        )  # fmt: skip
        studio = Studio.with_data(spec, digits_data)
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            studio, themes, Settings(store), panels=few_panels("curves", "compare", "runs")
        )
        with qtbot.waitSignal(window.appeared):
            window.show()
        window.activateWindow()
        studio.start()
        qtbot.waitUntil(lambda: studio.engine_state[0] is EngineState.READY, timeout=LONG)
        started.append(window)
        return studio, window

    yield make
    for window in started:
        window.close_without_asking()
        window.deleteLater()
        window.studio.deleteLater()


def train(qtbot, studio, **how):
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train(**how)
    settle(qtbot, studio)


def settle(qtbot, studio):
    """Until the folder has been put in order, and another run could begin."""
    done = []
    studio.runs.do(lambda engine: done.append(True), lambda: None)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)


def train_until(qtbot, studio, epoch, **how):
    """Trains until both nets have been judged after an epoch, and on."""
    studio.runs.train(**how)
    qtbot.waitUntil(
        lambda: (
            len(studio.history.epochs) >= epoch
            and studio.history.epochs[epoch - 1]["bp_accuracy"] is not None
        ),
        timeout=LONG,
    )


def offers(window):
    return [
        toast for toast in window.findChildren(QFrame, "toast")
        if toast.isVisible() and "was cut off" in toast.accessibleName()
    ]  # fmt: skip


def press(qtbot, window, kind, name):
    qtbot.mouseClick(offers(window)[0].findChild(kind, name), Qt.MouseButton.LeftButton)


def test_a_run_is_a_folder_and_going_on_extends_it(qtbot, begin):
    studio, _ = begin()
    train(qtbot, studio)
    [run] = kept()
    assert (run.state, run.epochs, run.card.by) == ("completed", 3, "window")
    assert studio.shown.kept == run.folder.path
    assert have_equal_curves(read_record(run.folder.record_path).history, studio.history)
    train(qtbot, studio, resume=True)
    [run] = kept()
    assert (run.state, run.epochs) == ("completed", 6)
    assert have_equal_curves(read_record(run.folder.record_path).history, studio.history)
    train(qtbot, studio)
    assert len(kept()) == 2, "a new run never takes another one's place"


def test_cancelling_leaves_the_folders_as_they_were(qtbot, begin):
    studio, _ = begin(epochs=200)
    train_until(qtbot, studio, 2)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    settle(qtbot, studio)
    assert kept() == []

    studio.edits.edit(studio.spec.replace(epochs=2))
    train(qtbot, studio)
    [run] = kept()
    before, epochs = contents(run.folder.path), len(studio.history.epochs)
    studio.edits.edit(studio.spec.replace(epochs=200))
    train_until(qtbot, studio, 4, resume=True)
    assert contents(run.folder.path) != before
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    settle(qtbot, studio)
    assert contents(run.folder.path) == before
    assert len(studio.history.epochs) == epochs and studio.shown.kept == run.folder.path
    # And it goes on from there as if nothing had been.
    studio.edits.edit(studio.spec.replace(epochs=1))
    train(qtbot, studio, resume=True)
    assert have_equal_curves(read_record(run.folder.record_path).history, studio.history)
    assert len(studio.history.epochs) == epochs + 1


def test_a_run_cut_off_is_offered_and_goes_on_to_the_curves_of_a_whole_one(qtbot, begin):
    studio, window = begin(epochs=60)
    train(qtbot, studio)
    whole = studio.history.copy()
    window.close_without_asking()

    studio, window = begin(epochs=60)
    train_until(qtbot, studio, 3)
    window.close_without_asking()  # as for SIGTERM, or in haste
    cut_off = kept()[0]
    assert cut_off.state == "interrupted" and 1 <= cut_off.epochs < 60

    studio, window = begin()
    qtbot.waitUntil(lambda: len(offers(window)) == 1, timeout=LONG)
    press(qtbot, window, QPushButton, "toast_action")
    qtbot.waitUntil(lambda: studio.shown.kept == cut_off.folder.path, timeout=LONG)
    assert studio.spec.name == "kept" and studio.spec.epochs == 60
    epoch = len(studio.history.epochs)
    assert epoch >= cut_off.epochs - 1 and studio.last_epochs["ff"].epoch == epoch
    assert studio.snapshot.epoch == epoch and not offers(window)
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=LONG)
    train(qtbot, studio, resume=True)
    assert have_equal_curves(studio.history, whole)
    assert have_equal_curves(read_record(cut_off.folder.record_path).history, whole)
    assert [run.state for run in kept()] == ["completed", "completed"]


def test_an_offer_that_is_declined_does_not_come_again(qtbot, begin):
    studio, window = begin(epochs=200)
    train_until(qtbot, studio, 2)
    window.close_without_asking()
    _, window = begin()
    qtbot.waitUntil(lambda: len(offers(window)) == 1, timeout=LONG)
    press(qtbot, window, QToolButton, "toast_close")
    qtbot.waitUntil(lambda: kept()[0].state == "stopped", timeout=LONG)
    window.close_without_asking()
    studio, window = begin()
    studio.recovery.look()
    train(qtbot, studio)
    assert not offers(window)


def test_nets_out_of_a_file_bring_their_curves_along(qtbot, begin, tmp_path):
    studio, _ = begin()
    train(qtbot, studio)
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        studio.files.save(tmp_path / "net.h5")
    with qtbot.waitSignal(studio.model_opened, timeout=LONG):
        studio.files.open(tmp_path / "net.h5")
    assert studio.shown.kept is None
    train(qtbot, studio, resume=True)
    newest = kept()[0]
    history = read_record(newest.folder.record_path).history
    assert len(history.epochs) == 6 and have_equal_curves(history, studio.history)
    assert len(kept()) == 2


def test_runs_are_kept_only_if_that_is_wanted(qtbot, begin):
    studio, window = begin()
    menu = window.findChild(QMenu, "keep_runs_menu")
    menu.aboutToShow.emit()
    actions = {action.objectName(): action for action in menu.actions()}
    assert actions["keep_runs_yes_action"].isChecked()
    actions["keep_runs_no_action"].trigger()
    train(qtbot, studio)
    assert kept() == [] and studio.shown.kept is None
    window.close_without_asking()
    studio, _ = begin()
    assert not studio.runs.are_kept, "the choice is remembered"


def test_where_nothing_can_be_written_the_run_goes_on_and_says_so(qtbot, begin, caplog):
    caplog.expected = True
    Path(os.environ["FFSTUDIO_RUNS"]).write_text("a file")
    studio, window = begin()
    train(qtbot, studio)
    assert studio.history.epochs and studio.shown.kept is None
    told = [t.accessibleName() for t in window.findChildren(QFrame, "toast") if t.isVisible()]
    assert any("folder of the run" in name for name in told), told


def test_the_experiment_being_edited_outlives_a_kill(qtbot, begin, tmp_path):
    studio, _ = begin()
    studio.edits.edit(studio.spec.with_layer(0, units=77))

    def stored():
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        return Settings(store).last_experiment

    qtbot.waitUntil(lambda: stored() == studio.spec, timeout=LONG)
    assert stored().layers[0].units == 77


def test_moments_of_a_run_are_kept(qtbot, begin):
    studio, _ = begin(epochs=2)
    train(qtbot, studio)
    [run] = kept()
    moments = list_kept(run.folder.path)
    assert 2 in moments
    with np.load(moments[2]) as archive:
        kernel = archive["ff/layer_0/kernel"]
    np.testing.assert_array_equal(kernel, studio.snapshot.ff.layers[0].kernel)
    assert studio.status is RunStatus.IDLE


def said(window):
    label = window.findChild(QLabel, "run_text")
    return label.text() if label.isVisible() else ""


def test_the_bar_counts_on_after_continue_and_says_what_is_left(qtbot, begin):
    studio, window = begin()
    train(qtbot, studio)
    studio.edits.edit(studio.spec.replace(epochs=40))
    seen, texts = [], []
    studio.progress_changed.connect(seen.append)
    studio.progress_changed.connect(lambda _: texts.append(said(window)))
    train(qtbot, studio, resume=True)
    assert {p.epochs for p in seen} == {43}
    # Never from the beginning again; how many of the quick epochs are seen is chance.
    assert min(p.epoch for p in seen) > 3 and max(p.epoch for p in seen) == 43
    fractions = [p.fraction for p in seen]
    assert fractions == sorted(fractions) and fractions[0] < 0.5
    assert all(p.eta_s is not None for p in seen if p.fraction > 0.1)
    assert any("of 43" in text and "left" in text for text in texts)


def test_how_much_is_right_stays_in_sight_and_goes_with_the_nets(qtbot, begin):
    studio, window = begin()
    assert said(window) == ""
    train(qtbot, studio)
    accuracy = studio.shown.finished.test_accuracy
    result = (
        f"Forward-Forward {accuracy['ff']:.2%}, backprop {accuracy['bp']:.2%} of "
        f"{studio.shown.finished.tested_on}"
    )
    assert f"{len(studio.data.test):,} test images" in result
    qtbot.waitUntil(lambda: said(window) == result)
    tip = window.findChild(QLabel, "run_text").toolTip()
    assert "compiling" in tip and "training" in tip and result in tip

    studio.edits.edit(studio.spec.replace(epochs=300))
    train_until(qtbot, studio, 1)
    qtbot.waitUntil(lambda: "epoch" in said(window))
    # What the time went to is told a moment after the steps it went beside.
    tip = window.findChild(QLabel, "run_text").toolTip
    qtbot.waitUntil(lambda: "compiling" in tip(), timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    settle(qtbot, studio)
    qtbot.waitUntil(lambda: said(window) == result)

    [run] = kept()
    other, later = begin()
    other.files.open(run.folder.path)
    qtbot.waitUntil(lambda: said(later) == result, timeout=LONG)
