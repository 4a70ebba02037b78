"""The window as a user meets it: menus, keys, files, drops, layout, and closing."""

import json
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.control import Control, RunCommand
from ffstudio.core.run.events import Diverged, RunFinished, RunStarted
from ffstudio.core.run.status import EngineState, RunEnd, RunStatus
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.help_window import pages
from ffstudio.gui.dialogs.questions import Leave
from ffstudio.gui.panels.table import PANELS, Place
from ffstudio.gui.style.theme import DARK, LIGHT, ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.command_table import MENUS, shortcut_rows
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from tests.gui.few_panels import few_panels

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def make_window(qtbot, tmp_path):
    """Opens windows that share one settings file, as after a restart."""
    font = QApplication.font()
    made = []

    def make(spec=None, panels=PANELS):
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        themes = ThemeManager(settings.theme)
        window = MainWindow(Studio(spec), themes, settings, panels=panels)
        made.append(window)
        with qtbot.waitSignal(window.appeared):
            window.show()
        window.activateWindow()
        return window

    yield make
    for window in made:
        window.close_without_asking()
        assert window.ended
        window.deleteLater()
        window.studio.deleteLater()
    QApplication.setFont(font)


@pytest.fixture
def error_expected(caplog):
    """What the user is told is logged as well."""
    caplog.expected = True


DIGITS = ExperimentSpec(data=DataSpec(name="digits"))


@pytest.fixture
def window(make_window):
    """One in which it does not matter what the panels show."""
    return make_window(DIGITS, few_panels("draw", "log"))


@pytest.fixture
def whole_window(make_window):
    return make_window(DIGITS)


@pytest.fixture
def saved_experiment(tmp_path):
    path = tmp_path / "camera.json"
    path.write_text(reading.to_json(ExperimentSpec(name="From a file", epochs=3)), encoding="utf-8")
    return path


def opened(window, name):
    """What a submenu holds once it has been opened."""
    menu = window.findChild(QMenu, name)
    menu.aboutToShow.emit()
    return [action for action in menu.actions() if not action.isSeparator()]


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the keyboard sends it: to the window, which asks the focused control."""
    qtbot.keyClick(window.windowHandle(), key, modifiers)


def in_run(window, status=RunStatus.RUNNING):
    """Puts the studio into a run whose reins we hold."""
    run = window.studio.runs.begin(Control())
    window.studio.set_status(status)
    return run


def finish(window, run, end=RunEnd.STOPPED):
    run.tell(RunFinished(run.number, end, {"ff": 0.95, "bp": None}, {}))
    window.studio.runs.take_events()


def answer(monkeypatch, dialog, reply):
    asked = []

    def ask(cls, *args):
        asked.append(args)
        return reply

    monkeypatch.setattr(dialog, "ask", classmethod(ask))
    return asked


# --- look -----------------------------------------------------------------------------------


def test_default_layout(whole_window):
    window = whole_window
    visible = {n for n, dock in window.docks.by_name.items() if not dock.isHidden()}
    assert visible == {entry.name for entry in PANELS if not entry.hidden}
    shown = [entry for entry in PANELS if not entry.hidden]
    centre = {f"{entry.name}_dock" for entry in shown if entry.place is Place.CENTRE}
    tabs = window.tabifiedDockWidgets(window.docks["curves"])
    assert {dock.objectName() for dock in tabs} == centre - {"curves_dock"}
    builder, curves, draw = (window.docks[n].geometry() for n in ("builder", "curves", "draw"))
    assert builder.right() < curves.left() < curves.right() < draw.left()
    assert not window.docks["curves"].panel.visibleRegion().isEmpty(), "curves are the front tab"


def test_everything_fits(qtbot, whole_window):
    window = whole_window
    for size in ((1280, 800), (1024, 700)):
        assert_everything_fits(qtbot, window, size)


def assert_everything_fits(qtbot, window, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)
    for name in ("builder", "curves", "draw"):
        dock = window.docks[name]
        assert window.rect().contains(dock.geometry()), name
        assert dock.width() >= 240, name
        panel = dock.panel
        assert panel.width() >= panel.minimumSizeHint().width(), f"{name} is not cut off"
    bar = window.statusBar()
    for name in ("data_status", "engine_status"):
        label = bar.findChild(QWidget, name)
        assert bar.rect().contains(label.geometry())
        assert label.width() >= label.sizeHint().width()


def test_tabs_replace_headers(qtbot, whole_window):
    window = whole_window
    qtbot.waitUntil(lambda: window.docks["curves"].header.is_slim)
    bare, full = window.docks["curves"].header, window.docks["builder"].header
    assert 0 < bare.height() < full.height(), "the line that names the nets is left"
    assert not bare.findChild(QWidget, "dock_header_title").isVisible()
    window.docks.bring_up("data")
    assert window.docks["data"].header.height() == 0, "it shows no nets"
    assert not window.docks["builder"].header.is_slim
    window.docks["goodness"].setFloating(True)
    qtbot.waitUntil(lambda: not window.docks["goodness"].header.is_slim)
    window.docks["goodness"].setFloating(False)


def test_theme_menu_changes_everything_and_is_remembered(whole_window, make_window):
    window = whole_window
    light, dark, system = opened(window, "theme_menu")
    assert [light.isChecked(), dark.isChecked(), system.isChecked()] == [False, False, True]
    dark.trigger()
    assert window.themes.theme is DARK
    assert QApplication.palette().window().color().name() == DARK.surface
    assert DARK.raised in QApplication.instance().styleSheet()
    light.trigger()
    assert QApplication.palette().window().color().name() == LIGHT.surface
    assert opened(window, "theme_menu")[0].isChecked()
    window.close()
    assert make_window().themes.choice == "light"


def test_zoom_is_remembered_and_reset(qtbot, window, make_window):
    size = QApplication.font().pointSizeF()
    press(qtbot, window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pointSizeF() == pytest.approx(size * 1.1)
    assert window.settings.font_scale == pytest.approx(1.1)
    press(qtbot, window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.font().pointSizeF() == pytest.approx(size)
    for _ in range(9):
        window.commands["zoom_out"].trigger()
    assert QApplication.font().pointSizeF() == pytest.approx(size * 0.8)


def test_layout_is_restored_and_reset(qtbot, whole_window, make_window):
    window = whole_window
    window.docks["draw"].hide()
    window.docks["log"].show()
    window.resize(1100, 640)
    qtbot.waitUntil(lambda: window.height() == 640)
    window.close()
    again = make_window()
    assert again.docks["draw"].isHidden()
    assert not again.docks["log"].isHidden()
    assert again.height() == 640  # the offscreen screen is too narrow for the width
    again.commands["reset_layout"].trigger()
    assert not again.docks["draw"].isHidden()
    assert again.docks["log"].isHidden()


def test_panels_are_toggled_from_the_view_menu(window):
    toggle = window.findChild(object, "show_log_dock_action")
    toggle.trigger()
    assert window.docks["log"].isVisible()
    toggle.trigger()
    assert window.docks["log"].isHidden()


def test_every_command_is_found_by_name_and_explained(whole_window):
    window = whole_window
    declared = [command for menu in MENUS for command in menu.commands()]
    for command in declared:
        action = window.commands[command.id]
        assert action.statusTip()
        assert action.objectName() == f"{command.id}_action"
    keys = [key for command in declared for key in command.keys]
    assert len(keys) == len(set(keys)), "no shortcut is given twice"
    assert all(not QKeySequence(k).isEmpty() for k in keys)


def test_controls_have_names(whole_window):
    window = whole_window
    for button in window.findChildren(QAbstractButton):
        if button.objectName().startswith("qt_"):
            continue
        if not isinstance(button.parentWidget(), QWidget) or isinstance(
            button.parentWidget(), QSlider
        ):
            continue
        if button.isVisible() and button.window() is window:
            spoken = button.accessibleName() or button.text()
            assert spoken, f"{button.objectName()} in {button.parentWidget().objectName()}"


# --- keys -----------------------------------------------------------------------------------


@pytest.fixture
def told(window, monkeypatch):
    """Which verbs of the studio the keys reached; Train itself is tested elsewhere."""
    calls = []
    for name in ("toggle", "step_batch", "step_epoch"):
        monkeypatch.setattr(window.studio.runs, name, lambda name=name: calls.append(name))
    monkeypatch.setattr(window.studio, "why_not_train", lambda: "")
    return calls


def test_space_and_arrows_reach_the_run(qtbot, window, told):
    window.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    press(qtbot, window, Qt.Key.Key_Right)
    press(qtbot, window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert told == ["toggle", "step_batch", "step_epoch"]


def test_space_trains_from_the_start(qtbot, window, told):
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window)
    press(qtbot, window, Qt.Key.Key_Space)
    assert told == ["toggle"]


@pytest.fixture
def field(window):
    """A panel of the builder's dock with controls that need these keys themselves."""
    holder = QWidget(window.docks["log"].panel)
    window.docks["log"].show()
    row = QVBoxLayout(holder)
    line, slider, tool = (
        QLineEdit(holder),
        QSlider(Qt.Orientation.Horizontal, holder),
        QToolButton(holder),
    )
    pad = QWidget(holder)
    pad.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    pad.setProperty("usesKeys", True)
    for widget in (line, slider, tool, pad):
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row.addWidget(widget)
    holder.resize(200, 120)
    holder.show()
    return {"line": line, "slider": slider, "tool": tool, "pad": pad}


def test_space_is_left_to_the_focused_control(qtbot, window, told, field):
    clicked = []
    field["tool"].clicked.connect(lambda: clicked.append(1))
    for name in ("pad", "line", "tool"):
        field[name].setFocus()
        qtbot.waitUntil(lambda name=name: QApplication.focusWidget() is field[name])
        press(qtbot, window, Qt.Key.Key_Space)
        assert told == [], name
        assert field["line"].text() == ("" if name == "pad" else " ")
        assert clicked == ([1] if name == "tool" else [])


def test_arrows_are_left_to_the_focused_control(qtbot, window, told, field):
    for name in ("pad", "line", "slider"):
        field[name].setFocus()
        qtbot.waitUntil(lambda name=name: QApplication.focusWidget() is field[name])
        press(qtbot, window, Qt.Key.Key_Right)
        press(qtbot, window, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert told == [], name
        assert field["slider"].value() == (2 if name == "slider" else 0)


def test_other_shortcuts_work_while_typing(qtbot, window, field):
    field["line"].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field["line"])
    press(qtbot, window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.help.window is not None and window.help.window.isVisible())
    assert window.help.window.title == "The Panels"


def test_undo_and_redo_the_experiment(qtbot, window):
    window.setFocus()
    before = window.studio.spec
    window.studio.edits.edit(before.replace(epochs=99), "Change Epochs")
    assert window.commands["undo"].text() == "&Undo Change Epochs"
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.studio.spec == before
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(qtbot, window, Qt.Key.Key_Z, both)
    assert window.studio.spec.epochs == 99


def test_undo_is_left_to_a_text_field(qtbot, window, field):
    window.studio.edits.edit(window.studio.spec.replace(epochs=99), "Change Epochs")
    field["line"].setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field["line"])
    qtbot.keyClicks(field["line"], "abc")
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field["line"].text() == ""
    assert window.studio.spec.epochs == 99


def test_space_says_why_it_cannot_train(qtbot, window):
    window.setFocus()
    press(qtbot, window, Qt.Key.Key_Space)
    assert window.statusBar().currentMessage() == "The engine is warming up."
    assert window.studio.status is RunStatus.IDLE


# --- status ---------------------------------------------------------------------------------


def status(window, name):
    return window.findChild(QWidget, f"{name}_status").text()


def test_status_bar_follows_engine_and_run(window):
    assert status(window, "engine") == "○ Engine is warming up…"
    window.studio.set_engine_state(EngineState.READY)
    assert status(window, "engine") == "● Ready · TensorFlow"
    run = in_run(window)
    assert status(window, "run") == "▶ Training"
    assert window.commands["train"].text() == "&Pause"
    assert window.commands["stop"].isEnabled()
    assert not window.commands["open_file"].isEnabled()
    window.studio.set_status(RunStatus.PAUSED)
    assert status(window, "run") == "Paused"
    assert window.commands["train"].text() == "Resu&me"
    finish(window, run)
    assert status(window, "run") == ""
    assert "Forward-Forward 95.00%" in window.statusBar().currentMessage()
    assert not window.commands["stop"].isEnabled()


@pytest.mark.usefixtures("error_expected")
def test_engine_that_fails_is_explained_once(window):
    window.studio.set_engine_state(EngineState.FAILED, "No module named 'keras'\n\nTraceback: x")
    assert status(window, "engine") == "▲ Engine failed"
    (error, count), *others = window.messages.error_dialog.errors
    assert count == 1
    assert not others
    assert "No module named 'keras'" in error.message
    assert error.details == "Traceback: x"


def test_title_tells_name_and_unsaved_state(window):
    assert window.windowTitle() == "Untitled[*] — ffstudio"
    window.studio.edits.edit(window.studio.spec.replace(name="Mine"), "Rename")
    assert window.windowTitle() == "Mine[*] — ffstudio"
    window.studio.show(Shown(unsaved=True))
    window.studio.model_changed.emit()
    assert window.isWindowModified()
    assert status(window, "unsaved") == "● Unsaved model"
    window.studio.note_saved(Path("/somewhere/net.h5"), window.studio.shown)
    assert window.windowTitle() == "net[*] — ffstudio"
    assert not window.isWindowModified()


def test_a_cancelled_run_gives_the_title_and_the_file_back(window, monkeypatch, tmp_path):
    studio, first, second = window.studio, tmp_path / "first.h5", tmp_path / "second.h5"
    studio.show(Shown(path=first))
    run = in_run(window)
    run.tell(RunStarted(run.number, studio.spec, 1, 1))
    studio.runs.take_events()
    assert window.windowTitle() == "Untitled[*] — ffstudio" and window.isWindowModified()
    studio.note_saved(second, studio.shown)
    assert window.windowTitle() == "second[*] — ffstudio"
    finish(window, run, RunEnd.CANCELLED)
    assert window.windowTitle() == "first[*] — ffstudio" and not window.isWindowModified()
    saved = []
    monkeypatch.setattr(studio.files, "save", lambda path: saved.append(path))
    window.files.save_model()
    assert saved == [first]


@pytest.mark.usefixtures("error_expected")
def test_divergence_names_the_layer_without_a_dialog(window):
    run = in_run(window)
    run.tell(Diverged(run.number, "ff", 1, 120, "The loss became infinite at step 120."))
    window.studio.runs.take_events()
    (toast,) = window.messages.toasts.shown
    assert toast.findChild(QWidget, "toast_title").text() == "Layer 2 diverged"
    assert "infinite at step 120" in toast.findChild(QWidget, "toast_text").text()
    assert not window.messages.error_dialog.isVisible()


@pytest.mark.usefixtures("error_expected")
def test_errors_of_the_studio_are_shown(window):
    window.studio.error_raised.emit(UserError("Training stopped", "Because.", "Trace"))
    assert window.messages.error_dialog.isVisible()
    assert not window.messages.error_dialog.isModal()


# --- files ----------------------------------------------------------------------------------


def test_open_experiment_by_dialog(window, monkeypatch, saved_experiment):
    answer(monkeypatch, questions.OpenDialog, saved_experiment)
    window.commands["open_file"].trigger()
    assert window.studio.spec.name == "From a file"
    assert window.settings.recent_files == [saved_experiment]
    assert window.settings.folder("open") == saved_experiment.parent
    window.studio.edits.undo_stack.undo()
    assert window.studio.spec.name == "Untitled"


def test_recent_menu_reopens(window, saved_experiment):
    window.open_path(saved_experiment)
    window.studio.edits.undo_stack.undo()
    actions = opened(window, "recent_menu")
    assert actions[0].text().endswith("camera.json")
    actions[0].trigger()
    assert window.studio.spec.name == "From a file"
    opened(window, "recent_menu")[-1].trigger()
    assert [a.text() for a in opened(window, "recent_menu")] == ["No Recent Files"]


@pytest.mark.usefixtures("error_expected")
def test_missing_file_changes_nothing(window, tmp_path):
    before = window.studio.spec
    window.open_path(tmp_path / "gone.h5")
    assert "does not exist" in window.messages.error_dialog.errors[0][0].message
    assert window.studio.spec == before


@pytest.mark.usefixtures("error_expected")
def test_foreign_model_file_gives_one_clear_message(qtbot, window, tmp_path):
    path = tmp_path / "fake.h5"
    path.write_bytes(b"this is no HDF5 file")
    window.open_path(path)
    qtbot.waitUntil(window.messages.error_dialog.isVisible)
    assert len(window.messages.error_dialog.errors) == 1
    assert window.studio.model_path is None
    assert window.settings.recent_files == []


def test_presets_are_offered_and_used(window):
    actions = opened(window, "preset_menu")
    assert [a.objectName() for a in actions] == [f"preset_{name}_action" for name in presets()]
    actions[0].trigger()
    assert window.studio.spec == next(iter(presets().values()))
    window.commands["new_experiment"].trigger()
    assert window.studio.spec == ExperimentSpec()


def test_save_experiment_as(window, monkeypatch, tmp_path):
    path = tmp_path / "mine.json"
    asked = answer(monkeypatch, questions.SaveDialog, path)
    window.studio.edits.edit(window.studio.spec.replace(name="a/b: c"), "Rename")
    window.commands["save_experiment_as"].trigger()
    assert json.loads(path.read_text(encoding="utf-8"))["name"] == "a/b: c"
    assert asked[0][2].name == "a-b- c.ffstudio.json", "the suggested name is a legal file name"
    assert window.settings.recent_files == [path]


def test_nothing_to_save_is_disabled(window):
    for name in ("save_model", "save_model_as", "save_twin_as", "continue"):
        assert not window.commands[name].isEnabled()


def mime(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    return data


def drag(window, data):
    event = QDragEnterEvent(
        QPoint(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window, data):
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)


def test_dropped_experiment_is_opened(qtbot, window, saved_experiment):
    data = mime(saved_experiment)
    assert drag(window, data)
    drop(window, data)
    qtbot.waitUntil(lambda: window.studio.spec.name == "From a file")


def test_a_drop_of_something_else_is_refused_with_a_word(window, tmp_path):
    path = tmp_path / "notes.docx"
    path.write_bytes(b"PK")
    assert not drag(window, mime(path))
    assert "notes.docx cannot be opened" in window.statusBar().currentMessage()


def test_text_and_addresses_are_refused_with_a_word(window):
    data = QMimeData()
    data.setText("a dropped sentence")
    assert not drag(window, data)
    assert "Only files can be dropped" in window.statusBar().currentMessage()
    data.setUrls([QUrl("https://example.org/net.h5")])
    assert not drag(window, data)
    assert "net.h5 is on the net: download it" in window.statusBar().currentMessage()


def test_of_several_files_that_are_dropped_the_others_are_named(qtbot, window, saved_experiment):
    more = saved_experiment.with_name("second.json")
    more.write_bytes(saved_experiment.read_bytes())
    data = mime(saved_experiment.with_name("gone.docx"), saved_experiment, more)
    assert drag(window, data)
    drop(window, data)
    qtbot.waitUntil(lambda: window.studio.spec.name == "From a file")
    (toast,) = window.messages.toasts.shown
    words = " ".join(label.text() for label in toast.findChildren(QLabel))
    assert "camera.json" in words and "gone.docx, second.json" in words


def test_files_dropped_on_a_field_are_the_windows(whole_window):
    window = whole_window
    fields = window.docks["builder"].panel.findChildren(QLineEdit)
    assert fields and not any(field.acceptDrops() for field in fields)


def shown_preview(qtbot, window):
    """The preview of images, once they are read."""
    qtbot.waitUntil(lambda: window.findChild(QDialog, "data_preview_dialog") is not None)
    preview = window.findChild(QDialog, "data_preview_dialog")
    use = preview.findChild(QPushButton, "data_preview_use")
    qtbot.waitUntil(lambda: use.isEnabled() and preview.focusWidget() is use)
    return preview


def test_images_are_looked_at_before_they_are_used(qtbot, whole_window, tmp_path):
    window = whole_window
    path = tmp_path / "faint.npz"
    images = np.random.default_rng(0).integers(0, 17, (40, 6, 6)).astype(np.uint8)
    np.savez(path, images=images, labels=np.array(["cat", "dog"])[np.arange(40) % 2])
    before = window.studio.spec
    window.files.open_path(path)
    preview = shown_preview(qtbot, window)
    assert "faint.npz" in preview.findChild(QLabel, "data_preview_title").text()
    values = preview.findChild(QLabel, "data_preview_values")
    assert values.text() == "Values 0…16, 0…16 read as 0…1."
    assert "7 images were held back" in preview.findChild(QLabel, "data_preview_notes").text()
    assert len(preview.findChild(QWidget, "data_preview_grid").pictures) == 33
    histogram = preview.findChild(QWidget, "data_preview_histogram")
    assert histogram.accessibleDescription() in ("cat: 16, dog: 17", "cat: 17, dog: 16")
    qtbot.keyClick(preview.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "data_preview_dialog") is None)
    assert window.studio.spec == before
    window.files.open_path(path)
    preview = shown_preview(qtbot, window)
    choice = preview.findChild(QComboBox, "data_preview_range")
    choice.setFocus()
    for _ in range(choice.findData("0 to 255") - choice.currentIndex()):
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    use = preview.findChild(QPushButton, "data_preview_use")
    qtbot.waitUntil(lambda: use.isEnabled() and "0…255" in
                    preview.findChild(QLabel, "data_preview_values").text())  # fmt: skip
    transposed = preview.findChild(QCheckBox, "data_preview_transposed")
    transposed.setFocus()
    qtbot.keyClick(transposed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: use.isEnabled() and "were exchanged" in
                    preview.findChild(QLabel, "data_preview_notes").text())  # fmt: skip
    use.setFocus()
    qtbot.keyClick(use, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.studio.spec.data.range == "0 to 255")
    assert window.studio.spec.data.transposed
    window.files.open_path(path)  # known by now: not asked again
    assert not [d for d in window.findChildren(QDialog, "data_preview_dialog") if d.isVisible()]
    window.studio.edits.undo_stack.undo()
    assert window.studio.spec == before


def test_a_file_that_cannot_be_used_says_why_in_the_preview(qtbot, whole_window, tmp_path):
    window = whole_window
    np.savez(tmp_path / "own.npz", x_train=np.zeros((4, 3, 3)))
    window.files.open_path(tmp_path / "own.npz")
    preview = window.findChild(QDialog, "data_preview_dialog")
    title = preview.findChild(QLabel, "data_preview_title")
    qtbot.waitUntil(lambda: "holds no y_train" in title.text())
    assert not preview.findChild(QPushButton, "data_preview_use").isEnabled()
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert window.studio.spec.data.name == "digits"
    # Of several data sets one is chosen.
    for name in ("a", "b"):
        images = np.random.default_rng(0).integers(0, 255, (40, 6, 6)).astype(np.uint8)
        np.savez(tmp_path / f"{name}.npz", images=images, labels=np.arange(40) % 2)
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name in ("a.npz", "b.npz"):
            archive.write(tmp_path / name, name)
    window.files.open_path(tmp_path / "two.zip")
    preview = window.findChildren(QDialog, "data_preview_dialog")[-1]
    sets = preview.findChild(QComboBox, "data_preview_sets")
    qtbot.waitUntil(sets.isVisible)
    use = preview.findChild(QPushButton, "data_preview_use")
    assert not use.isEnabled() and sets.currentIndex() == -1
    sets.setFocus()
    for _ in range(2):
        qtbot.keyClick(sets, Qt.Key.Key_Down)
    assert sets.currentText() == "b.npz"
    qtbot.waitUntil(use.isEnabled)
    qtbot.keyClick(use, Qt.Key.Key_Return)
    assert window.studio.spec.data.path == str(tmp_path / "two.zip" / "b.npz")


def test_data_that_cannot_be_read_here_are_not_answered_as_a_model(qtbot, window, tmp_path):
    path = tmp_path / "own.parquet"
    path.write_bytes(b"PAR1")
    assert drag(window, mime(path))
    window.files.open_path(path)
    preview = window.findChild(QDialog, "data_preview_dialog")
    title = preview.findChild(QLabel, "data_preview_title")
    qtbot.waitUntil(lambda: "own.parquet is a Parquet table." in title.text(), timeout=20_000)
    qtbot.keyClick(preview, Qt.Key.Key_Escape)


def test_dropped_data_set_is_used(qtbot, whole_window, tmp_path):
    window = whole_window
    path = tmp_path / "mine.npz"
    images, labels = np.zeros((20, 4, 4), np.uint8), np.arange(20) % 2
    np.savez(path, x_train=images, y_train=labels, x_test=images, y_test=labels)
    data = mime(path)
    assert drag(window, data)
    drop(window, data)
    preview = shown_preview(qtbot, window)
    qtbot.keyClick(preview.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.studio.spec.data.name == "file")
    assert Path(window.studio.spec.data.path) == path
    assert window.settings.recent_files == [path]


def test_other_files_are_refused(window, tmp_path):
    assert not drag(window, mime(tmp_path / "photo.jpg"))
    text = QMimeData()
    text.setText("hello")
    assert not drag(window, text)


# --- help and welcome -----------------------------------------------------------------------


def test_help_has_pages_and_is_searched(qtbot, whole_window):
    window = whole_window
    window.commands["shortcuts"].trigger()
    shown = window.help.window
    assert shown.title == "Keyboard Shortcuts"
    text = shown.findChild(QWidget, "help_text").toPlainText()
    for _, keys, tip in shortcut_rows():
        assert keys in text
        assert tip in text
    search = shown.findChild(QLineEdit, "help_search")
    qtbot.keyClicks(search, "derivative")
    assert shown.title == "Forward-Forward in Brief"
    search.clear()
    qtbot.keyClicks(search, "xyzzy")
    assert "No page" in shown.findChild(QWidget, "help_text").toPlainText()


def test_help_pages_are_whole():
    texts = pages()
    assert len(texts) >= 6
    for title, text in texts.items():
        assert len(text) > 200, title
    assert "Nothing leaves this machine" in texts["Privacy and Offline Use"]


def test_about_names_versions(qtbot, window):
    about = questions.AboutDialog(window)
    qtbot.addWidget(about)
    assert "ffstudio" in about.findChild(QWidget, "about_version").text()
    versions = {name: version for name, version, _, _ in questions.package_versions()}
    assert versions["numpy"] == np.__version__


def test_about_names_the_device_that_trains(qtbot, window):
    studio = window.studio
    studio.start()
    qtbot.waitUntil(lambda: studio.training_device is not None, timeout=60_000)
    told = []

    def look():
        about = QApplication.activeModalWidget()
        if about is None:
            QTimer.singleShot(20, look)
            return
        told.append(about.findChild(QWidget, "about_device").text())
        qtbot.keyClick(about, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    window.commands["about"].trigger()
    assert told == [studio.training_device.text]
    before = questions.AboutDialog(window)
    qtbot.addWidget(before)
    assert "not loaded yet" in before.findChild(QWidget, "about_device").text()


def test_welcome_is_shown_once_and_can_be_brought_back(qtbot, window, make_window):
    assert window.welcome.isVisible()
    close = window.findChild(QWidget, "welcome_close_button")
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not window.welcome.isVisible()
    window.close()
    again = make_window()
    assert not again.welcome.isVisible()
    again.commands["reset_layout"].trigger()
    assert not again.welcome.isVisible()
    again.commands["welcome"].trigger()
    assert again.welcome.isVisible()


def test_welcome_steps_lead_the_way(qtbot, whole_window):
    window = whole_window
    window.docks["draw"].hide()
    qtbot.mouseClick(window.findChild(QWidget, "welcome_draw_button"), Qt.MouseButton.LeftButton)
    assert window.docks["draw"].isVisible()
    assert "draw" not in window.welcome.card.done, "nothing has been drawn yet"
    qtbot.mouseClick(
        window.findChild(QWidget, "welcome_goodness_button"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: not window.docks["goodness"].panel.visibleRegion().isEmpty())
    assert "goodness" not in window.welcome.card.done, "nothing to watch before training"


def test_image_of_the_confusion_matrix_goes_to_the_pad(window):
    shown = []
    window.docks.links.image_chosen.connect(lambda i, which: shown.append((i, which)))
    window.docks["draw"].hide()
    window.docks.links.choose_image(17, "test")
    assert shown == [(17, "test")]
    assert window.docks["draw"].isVisible()


# --- closing --------------------------------------------------------------------------------


def test_closes_at_once_when_nothing_is_lost(window, monkeypatch):
    asked = answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.STAY)
    unsaved = answer(monkeypatch, questions.UnsavedModelDialog, Leave.STAY)
    window.close()
    assert window.ended
    assert window.ended_cleanly
    assert asked == unsaved == []
    assert not window.isVisible()


def test_last_experiment_comes_back(window, make_window):
    window.studio.edits.edit(window.studio.spec.replace(name="Before", epochs=3), "Edit")
    window.close()
    assert window.settings.last_experiment.name == "Before"


def test_closing_while_training_asks_and_can_go_on(window, monkeypatch):
    run = in_run(window)
    asked = answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.STAY)
    window.close()
    assert len(asked) == 1
    assert window.isVisible()
    assert not window.ended
    assert not run.control.ends
    finish(window, run)


def test_closing_while_training_can_discard(window, monkeypatch):
    run = in_run(window)
    answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.DISCARD)
    window.close()
    assert window.ended
    assert run.control.wait(lambda: None, lambda: None) is RunCommand.CANCEL


def test_closing_while_training_can_stop_and_save(window, monkeypatch, tmp_path):
    run = in_run(window)
    answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.SAVE)
    answer(monkeypatch, questions.SaveDialog, tmp_path / "net.h5")
    window.close()
    assert not window.ended, "the run has to stop first"
    assert run.control.wait(lambda: None, lambda: None) is RunCommand.STOP
    saved = []
    monkeypatch.setattr(window.studio.files, "save", lambda path: saved.append(path))
    finish(window, run)
    assert saved == [tmp_path / "net.h5"]
    assert not window.ended, "and then the file has to be written"


def test_closing_goes_on_after_the_model_was_saved(qtbot, window, monkeypatch, tmp_path):
    window.studio.show(Shown(unsaved=True))
    answer(monkeypatch, questions.UnsavedModelDialog, Leave.SAVE)
    answer(monkeypatch, questions.SaveDialog, tmp_path / "net.h5")
    monkeypatch.setattr(window.studio.files, "save", lambda path: None)
    window.close()
    assert not window.ended
    (tmp_path / "net.h5").touch()
    window.studio.note_saved(tmp_path / "net.h5", window.studio.shown)
    qtbot.waitUntil(lambda: window.ended)
    assert window.settings.recent_files == [tmp_path / "net.h5"]


@pytest.mark.usefixtures("error_expected")
def test_closing_is_called_off_when_saving_fails(qtbot, window, monkeypatch, tmp_path):
    window.studio.show(Shown(unsaved=True))
    answer(monkeypatch, questions.UnsavedModelDialog, Leave.SAVE)
    answer(monkeypatch, questions.SaveDialog, tmp_path / "net.h5")
    window.close()  # there is no model behind it, so that saving reports an error
    assert window.messages.error_dialog.errors[0][0].title == "Nothing to save"
    window.studio.model_saved.emit(str(tmp_path / "another.h5"))
    qtbot.wait(20)
    assert not window.ended


@pytest.mark.parametrize(("reply", "ended"), [(Leave.STAY, False), (Leave.DISCARD, True)])
def test_unsaved_model_asks(window, monkeypatch, reply, ended):
    window.studio.show(Shown(unsaved=True))
    asked = answer(monkeypatch, questions.UnsavedModelDialog, reply)
    window.close()
    assert len(asked) == 1
    assert window.ended is ended


def test_opening_over_an_unsaved_model_asks(window, monkeypatch, tmp_path):
    path = tmp_path / "other.h5"
    path.touch()
    opened = []
    monkeypatch.setattr(window.studio.files, "open", lambda path: opened.append(path))
    window.studio.show(Shown(unsaved=True))
    answer(monkeypatch, questions.UnsavedModelDialog, Leave.STAY)
    window.open_path(path)
    assert opened == []
    answer(monkeypatch, questions.UnsavedModelDialog, Leave.DISCARD)
    window.open_path(path)
    assert opened == [path]


def test_ctrl_c_does_not_ask(window, monkeypatch):
    in_run(window)
    asked = answer(monkeypatch, questions.CloseWhileTrainingDialog, Leave.STAY)
    window.close_without_asking()
    assert asked == []
    assert window.ended


def test_a_large_file_of_data_is_looked_into_beside_the_window(qtbot, window, tmp_path):
    """The window's thread goes on while the names in a large HDF5 file are sought."""
    path = tmp_path / "large.h5"
    images = np.random.default_rng(0).integers(0, 256, (40, 6, 6)).astype(np.uint8)
    with h5py.File(path, "w") as file:
        file["noise"] = np.random.default_rng(1).integers(0, 256, 9 * 2**20, np.uint8)
        file["x_train"], file["y_train"] = images, np.arange(40) % 2
    looked = []
    window.studio.message.connect(looked.append)
    window.files.open_path(path)
    assert "Looking into large.h5…" in looked
    assert window.findChild(QDialog, "data_preview_dialog") is None
    preview = shown_preview(qtbot, window)
    assert "large.h5" in preview.findChild(QLabel, "data_preview_title").text()
    qtbot.keyClick(preview.focusWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(QDialog, "data_preview_dialog") is None)
