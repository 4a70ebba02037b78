"""Going back in time by mouse and keys, with a real run: everything in sight moves together."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QLabel, QSlider, QSpinBox, QToolButton

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.image_gradients import BEST, ImageGradient, Wish
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.status import EngineState, RunStatus
from ffstudio.files.ours.archive import read_archive
from ffstudio.files.runs.checkpoints import list_kept, read_checkpoint
from ffstudio.files.runs.library import list_runs
from ffstudio.gui.dialogs import questions
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.gui.window.net_line import NetLine
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

LONG = 120_000
EPOCHS = 6


@pytest.fixture
def begin(qtbot, digits_data, themes, tmp_path):
    """A window with its engine, as often as one likes."""
    started = []

    def make(**changes):
        layer = LayerSpec(units=12)
        spec = ExperimentSpec(
            **{"name": "timed", "data": digits_data.spec, "layers": (layer, layer),
               "batch_size": 32, "epochs": EPOCHS, "seed": digits_data.seed} | changes
        )  # fmt: skip
        studio = Studio.with_data(spec, digits_data)
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(
            studio, themes, Settings(store), panels=few_panels("curves", "confusion", "wants")
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


@pytest.fixture
def run(qtbot, begin):
    """A run that has ended, of which every epoch is kept: no disk is slower than it was."""
    studio, window = begin()
    studio.runs.train(paused=True)
    for epoch in range(1, EPOCHS + 1):
        studio.runs.step_epoch()
        qtbot.waitUntil(lambda: studio.newest.kept is not None, timeout=LONG)
        qtbot.waitUntil(lambda e=epoch: e in list_kept(studio.newest.kept), timeout=LONG)
    qtbot.waitUntil(lambda: studio.status is RunStatus.IDLE, timeout=LONG)
    qtbot.waitUntil(lambda: studio.moments.kept == tuple(range(1, EPOCHS + 1)), timeout=LONG)
    # All of it is in its folder.
    qtbot.waitUntil(lambda: not (studio.newest.kept / "writer.json").exists(), timeout=LONG)
    return studio, window


def train(qtbot, studio, **how):
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.train(**how)
    done = []
    studio.runs.do(lambda engine: done.append(True), lambda: None)
    qtbot.waitUntil(lambda: bool(done), timeout=LONG)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    window.setFocus()
    qtbot.keyClick(window, key, modifier)


def go_back(qtbot, studio, window, epoch):
    press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: studio.moments.at is not None, timeout=LONG)
    while studio.moments.at != epoch:
        before = studio.moments.at
        press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda b=before: studio.moments.at == b - 1, timeout=LONG)


def text(window, name):
    return window.findChild(QLabel, name).text()


def kernel(snapshot):
    return snapshot.ff.layers[0].kernel


def stored(studio, epoch):
    path = list_kept(studio.newest.kept)[epoch]
    return read_checkpoint(path).checkpoint.states


def point_of(slider, epoch):
    """Where on the slider an epoch is."""
    share = (epoch - slider.minimum()) / (slider.maximum() - slider.minimum())
    return QPoint(round(8 + share * (slider.width() - 16)), slider.height() // 2)


def test_all_that_is_in_sight_goes_to_the_same_moment(qtbot, run):
    studio, window = run
    now = kernel(studio.snapshot)
    for name in ("curves", "confusion"):
        window.docks.bring_up(name)
        qtbot.waitUntil(lambda n=name: window.docks[n].panel is not None)
    go_back(qtbot, studio, window, 3)
    np.testing.assert_array_equal(
        kernel(studio.snapshot), stored(studio, 3)["ff"]["layer_0/kernel"]
    )
    assert text(window, "moment_text") == f"Epoch 3 of {EPOCHS}"
    lines = [line.text for line in window.findChildren(NetLine)]
    assert lines and all("back at epoch 3" in line for line in lines)

    curves = window.docks["curves"].panel
    accuracy = SeriesKey("ff", "accuracy", None, studio.data.evaluated_on)
    assert curves.axis == "step"
    step = studio.history.series[accuracy].axis("step")[2]
    assert curves.plot("ff_loss").cursor_x == pytest.approx(step, abs=1)

    confusion = window.docks["confusion"].panel
    judged = studio.newest.judged["ff", 3]
    samples = studio.data.samples(judged.evaluated_on)
    predictions = judged.predictions_of(len(samples))
    right = (predictions == samples.y).sum()
    matrix = confusion.findChild(ConfusionView, "ff_confusion")
    qtbot.waitUntil(lambda: matrix.counts is not None and np.trace(matrix.counts) == right)

    # What shows the whole run is captioned as such, other pictures as of that moment.
    dialog = ExportDialog([*curves.figures(), matrix], studio, window.settings, parent=window)
    qtbot.addWidget(dialog)
    captions = [
        caption_figure(figure, dialog.options.caption, dialog.options.caption_of_run).caption
        for figure in (curves.figures()[0], matrix)
    ]
    assert [c.split(" · ")[1] for c in captions] == [f"epoch {EPOCHS}", "epoch 3"]
    assert "back at" in dialog.options.about and "back at" not in dialog.options.about_run

    press(qtbot, window, Qt.Key.Key_End, Qt.KeyboardModifier.AltModifier)
    assert studio.past is None and studio.moments.at is None
    np.testing.assert_array_equal(kernel(studio.snapshot), now)
    assert text(window, "moment_text") == f"Now: epoch {EPOCHS} of the run"
    assert "back at" not in window.findChild(NetLine).text
    assert curves.plot("ff_loss").cursor_x is None


def is_wanted_by(panel, snapshot, times=1.0):
    """Whether the images that Wants shows please a net as much as it says."""
    made = panel.ascent
    if made is None or not made.is_done:
        return False
    pleased = ImageGradient(snapshot.ff, Wish(against=BEST)).measure(made.images, made.numbers)
    return np.allclose(made.values[-1], times * pleased, rtol=1e-4, atol=1e-5)


def test_the_slider_leads_to_any_moment_and_says_which_are_gone(qtbot, run):
    studio, window = run
    list_kept(studio.newest.kept)[3].unlink()
    studio.model_changed.emit()
    qtbot.waitUntil(lambda: 3 not in studio.moments.kept, timeout=LONG)
    qtbot.mouseClick(
        window.findChild(QToolButton, "time_machine_button"), Qt.MouseButton.LeftButton
    )
    slider = window.findChild(QSlider, "moment_slider")
    qtbot.waitUntil(slider.isVisible)
    window.docks.bring_up("wants")
    wants = window.docks["wants"].panel
    wants.findChild(QSpinBox, "wants_steps").setValue(2)
    qtbot.waitUntil(lambda: is_wanted_by(wants, studio.newest.snapshot), timeout=LONG)
    assert not is_wanted_by(wants, studio.newest.snapshot, 1.01)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=point_of(slider, 4))
    qtbot.waitUntil(lambda: studio.moments.at == 4, timeout=LONG)
    qtbot.waitUntil(lambda: is_wanted_by(wants, studio.past.snapshot), timeout=LONG)
    assert not is_wanted_by(wants, studio.newest.snapshot)
    window.docks["wants"].close()
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=point_of(slider, 3))
    qtbot.waitUntil(lambda: studio.moments.at == 2, timeout=LONG)
    assert text(window, "moment_text") == f"Epoch 2 of {EPOCHS}: epoch 3 has no weights on disk"
    tip = window.findChild(QLabel, "moment_text").toolTip()
    assert "faster than the disk can write" in tip and "lets go of some" in tip
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: studio.moments.at == 4, timeout=LONG)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: studio.moments.at == 1, timeout=LONG)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: studio.moments.at is None)
    assert slider.value() == EPOCHS


def test_moments_play_by_up_to_now(qtbot, run):
    studio, window = run
    seen = []
    studio.moment_changed.connect(lambda: seen.append(studio.moments.at))
    press(qtbot, window, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert studio.moments.plays
    qtbot.waitUntil(lambda: not studio.moments.plays, timeout=LONG)
    assert seen == [*range(1, EPOCHS), None]
    # Whoever goes back from within a view sees the way to now; hidden by hand it stays so.
    window.time_bar.hide()
    studio.moments.go_to(2)
    qtbot.waitUntil(lambda: studio.moments.at == 2, timeout=LONG)
    assert window.time_bar.isVisible()
    press(qtbot, window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert not window.time_bar.isVisible()


def test_training_goes_on_while_one_looks_back(qtbot, begin):
    studio, window = begin(epochs=4000)
    studio.runs.train()
    qtbot.waitUntil(lambda: len(studio.moments.kept) > 3, timeout=LONG)
    press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: studio.past is not None, timeout=LONG)
    looked_at, live, at = studio.snapshot, studio.moments.last, studio.moments.at
    assert text(window, "live_badge").startswith("● Live at epoch")
    qtbot.waitUntil(lambda: studio.moments.last > live + 3, timeout=LONG)
    assert studio.status is RunStatus.RUNNING
    assert studio.snapshot is looked_at and studio.moments.at == at
    assert text(window, "live_badge") == f"● Live at epoch {studio.moments.last}"
    assert text(window, "moment_text") == f"Epoch {at} of {studio.moments.last}"
    qtbot.mouseClick(
        window.findChild(QToolButton, "leave_moment_button"), Qt.MouseButton.LeftButton
    )
    assert studio.snapshot.epoch > at
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    assert studio.moments.kept == () and studio.moments.why_none()


def test_what_is_saved_is_what_is_named(qtbot, run, tmp_path, monkeypatch):
    studio, window = run
    go_back(qtbot, studio, window, 2)
    wanted, suggested = tmp_path / "early.h5", []

    def ask(parent, title, path, filters):
        suggested.append(path.name)
        return wanted

    monkeypatch.setattr(questions.SaveDialog, "ask", ask)
    with qtbot.waitSignal(studio.model_saved, timeout=LONG):
        press(qtbot, window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert suggested == ["timed-epoch-2.h5"]
    archive = read_archive(wanted)
    np.testing.assert_array_equal(
        kernel(archive.snapshot), stored(studio, 2)["ff"]["layer_0/kernel"]
    )
    assert len(archive.history.epochs) == 2
    assert studio.has_unsaved_model, "the nets as they are now are in no file yet"
    studio.moments.leave()
    assert studio.model_path is None


def contents(folder):
    """The files of a run, without the one that goes once nobody writes them any more."""
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "writer.json"
    }


def test_going_on_from_a_moment_is_a_run_of_its_own(qtbot, run):
    studio, window = run
    [first] = list_runs(Path(os.environ["FFSTUDIO_RUNS"]))
    before = contents(first.folder.path)
    whole, length = studio.newest, len(studio.history.epochs)
    go_back(qtbot, studio, window, 2)
    qtbot.waitUntil(lambda: window.commands.look_of("continue").text == "&Continue from Epoch 2")
    train(qtbot, studio, resume=True)
    assert studio.past is None
    assert len(studio.history.epochs) == EPOCHS
    assert studio.newest.kept != first.folder.path
    assert contents(first.folder.path) == before
    assert len(whole.history.epochs) == length
    mine, theirs = (
        shown.history.series[SeriesKey("ff", "loss", 0)].values for shown in (studio.newest, whole)
    )
    per_epoch = len(theirs) // EPOCHS
    np.testing.assert_array_equal(mine[: 2 * per_epoch], theirs[: 2 * per_epoch])
    assert not np.array_equal(mine, theirs), "optimizers have started afresh"


def test_cancelling_it_brings_the_whole_run_back(qtbot, run):
    studio, window = run
    studio.edits.edit(studio.spec.replace(epochs=3000))
    whole = studio.newest
    go_back(qtbot, studio, window, 2)
    studio.runs.train(resume=True)
    qtbot.waitUntil(lambda: len(studio.history.epochs) > 3, timeout=LONG)
    with qtbot.waitSignal(studio.run_finished, timeout=LONG):
        studio.runs.cancel()
    assert studio.past is None
    assert studio.newest.kept == whole.kept and len(studio.history.epochs) == EPOCHS
    np.testing.assert_array_equal(kernel(studio.snapshot), kernel(whole.snapshot))


def test_a_reopened_run_has_its_moments_too(qtbot, run, begin):
    studio, _ = run
    other, window = begin()
    other.files.open(studio.newest.kept)
    qtbot.waitUntil(lambda: len(other.moments.kept) == EPOCHS, timeout=LONG)
    go_back(qtbot, other, window, 4)
    np.testing.assert_array_equal(kernel(other.snapshot), stored(studio, 4)["ff"]["layer_0/kernel"])
    assert set(other.last_epochs) == {"ff", "bp"}
    assert other.last_epochs["bp"].epoch == 4


def test_where_nothing_is_kept_the_commands_say_why(qtbot, begin):
    studio, window = begin()
    qtbot.waitUntil(lambda: bool(window.commands.look_of("moment_earlier").why_not))
    studio.runs.are_kept = False
    train(qtbot, studio)
    qtbot.waitUntil(lambda: "not kept on disk" in window.commands.look_of("moment_earlier").why_not)
