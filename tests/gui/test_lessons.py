"""Lessons in the window: opened from everywhere, ticked by what is done, left without a trace."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QTextBrowser,
    QWidget,
)

from ffstudio.app import open_first
from ffstudio.core.experiment.presets import preset
from ffstudio.core.lessons import reading
from ffstudio.core.lessons.shipped import SHIPPED
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import RunFinished
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.questions import Leave
from ffstudio.gui.panels.table import LESSON, PANELS, panel_names
from ffstudio.gui.system.settings import Settings
from ffstudio.jobs.shown import Shown

LEFT = Qt.MouseButton.LeftButton
STEPS = [
    {"title": "Read", "text": "Just **read** this. <b>no tag</b> ![x](/etc/passwd)"},
    {
        "title": "Answer",
        "checks": [
            {"check": "choice", "question": "Which?", "choices": ["wrong", "right"], "right": 2},
            {"check": "answer", "question": "What?", "accepts": ["goodness"]},
        ],
    },
    {"title": "Look", "checks": [{"check": "panel", "panel": "goodness"}]},
    {
        "title": "Set",
        "checks": [{"check": "setting", "setting": "run.epochs", "how": "is", "value": 7}],
    },
]


@pytest.fixture
def window(make_window):
    return make_window()


@pytest.fixture
def lesson_file(tmp_path):
    path = tmp_path / "mine.ffstudio-lesson.json"
    made = {
        "format": "ffstudio-lesson",
        "version": 1,
        "title": "Mine",
        "experiment": "digits-quick",
        "hide": {"panels": ["filters", "data", "draw"], "settings": ["bp.*", "layers.units"]},
        "steps": STEPS,
    }
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def open_lesson(qtbot, window, path):
    with qtbot.waitSignal(window.studio.lessons.opened, timeout=10_000):
        window.open_path(path)
    qtbot.waitUntil(lambda: window.docks[LESSON].is_seen)


def find(window, kind, name):
    widget = window.docks[LESSON].panel.findChild(kind, name)
    assert widget is not None, name
    return widget


def click(qtbot, window, name, kind=QPushButton):
    button = find(window, kind, name)
    assert button.isEnabled()
    qtbot.wait(1)  # what a step brings has its place then
    qtbot.mouseClick(button, LEFT)


def text_of(window, name):
    return find(window, QLabel, name).text()


def seen(window):
    return {name for name, dock in window.docks.by_name.items() if not dock.isHidden()}


def finish(window, run):
    run.tell(RunFinished(run.number, RunEnd.CANCELLED, {}, {}))
    window.studio.runs.take_events()


def answer_with(monkeypatch, reply):
    asked = []

    def ask(cls, *args):
        asked.append(args)
        return reply

    monkeypatch.setattr(questions.UnsavedModelDialog, "ask", classmethod(ask))
    return asked


# --- opening -------------------------------------------------------------------------------


def test_a_lesson_brings_its_experiment_and_hides_what_it_hides(qtbot, window, lesson_file):
    open_lesson(qtbot, window, lesson_file)
    assert window.studio.spec == preset("digits-quick")
    hidden = {"filters", "data", "draw"}
    assert seen(window) == {p.name for p in PANELS if not p.hidden} - hidden | {"lesson"}
    for name in hidden:
        toggle = window.docks[name].toggleViewAction()
        assert not toggle.isVisible()
        window.commands[f"show_{name}"].trigger()
        window.docks.bring_up(name)
        assert window.docks[name].isHidden()
        assert "hides this panel" in window.commands.look_of(f"show_{name}").why_not
    builder = window.docks["builder"].panel
    assert not builder.findChild(QWidget, "bp_section_box").isVisibleTo(builder)
    assert not builder.findChild(QWidget, "layer_units").isVisibleTo(builder)
    assert builder.findChild(QWidget, "layer_threshold").isVisibleTo(builder)
    assert builder.findChild(QWidget, "ff_section_box").isVisibleTo(builder)
    assert window.commands.look_of("new_experiment").why_not == (
        "A lesson is open. Leave it first."
    )
    assert {f.figure_name for f in window.docks.figures()}.isdisjoint({"scores", "filters"})


def test_a_hidden_setting_with_a_problem_can_be_mended(qtbot, window, lesson_file):
    open_lesson(qtbot, window, lesson_file)
    builder = window.docks["builder"].panel
    field = builder.findChild(QWidget, "layer_units")
    window.studio.edits.edit(window.studio.spec.with_layer(0, units=0), "Break")
    assert field.isVisibleTo(builder)
    window.studio.edits.undo_stack.undo()
    assert not field.isVisibleTo(builder)


def test_from_dialog_drop_recent_files_and_menu(qtbot, window, lesson_file, monkeypatch):
    lessons = window.studio.lessons
    monkeypatch.setattr(questions.OpenDialog, "ask", classmethod(lambda cls, *args: lesson_file))
    with qtbot.waitSignal(lessons.opened):
        window.commands["open_file"].trigger()
    click(qtbot, window, "lesson_leave_button")
    assert not lessons.is_open

    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(lesson_file))])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), actions, mime, LEFT, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(lessons.opened):
        QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), actions, mime, LEFT, keys))
    click(qtbot, window, "lesson_leave_button")

    for menu_name, wanted in (("recent_menu", lesson_file.name), ("lessons_menu", "What Goodness")):
        menu = window.findChild(QMenu, menu_name)
        menu.aboutToShow.emit()
        (action,) = [a for a in menu.actions() if wanted in a.text()]
        with qtbot.waitSignal(lessons.opened):
            action.trigger()
        assert lessons.is_open
        window.commands["leave_lesson"].trigger()
    assert [a.text() for a in window.findChild(QMenu, "lessons_menu").actions()] == [
        *SHIPPED.values()
    ]


def test_on_the_command_line(qtbot, window, lesson_file):
    with qtbot.waitSignal(window.studio.lessons.opened, timeout=20_000):
        open_first(window, [str(lesson_file)])
    assert window.studio.snapshot is None  # the net that comes along is for afterwards
    click(qtbot, window, "lesson_leave_button")
    assert window.studio.snapshot is not None


def test_without_a_lesson_the_panel_offers_those_that_come_along(qtbot, window):
    window.commands[f"show_{LESSON}"].trigger()
    qtbot.waitUntil(lambda: window.docks[LESSON].is_seen)
    with qtbot.waitSignal(window.studio.lessons.opened):
        click(qtbot, window, "lesson_threshold_button")
    assert text_of(window, "lesson_title") == SHIPPED["threshold"]


def test_a_bad_lesson_is_refused_in_a_sentence(qtbot, window, lesson_file, caplog):
    caplog.expected = True
    config = json.loads(lesson_file.read_text())
    config["hide"]["panels"] = ["nope"]
    lesson_file.write_text(json.dumps(config))
    told = []
    window.messages.failed.connect(told.append)
    window.open_path(lesson_file)
    assert [error.title for error in told] == ["The lesson was not opened"]
    assert "'nope', which does not exist. Known are: " in told[0].message
    assert ", ".join(panel_names()) in told[0].message
    assert not window.studio.lessons.is_open
    assert seen(window) == {p.name for p in PANELS if not p.hidden}


def test_not_while_a_run_is_active(qtbot, window, lesson_file, caplog):
    caplog.expected = True
    told = []
    window.messages.failed.connect(told.append)
    run = window.studio.runs.begin(Control())
    window.studio.set_status(RunStatus.RUNNING)
    window.open_path(lesson_file)
    assert not window.studio.lessons.is_open
    finish(window, run)
    open_lesson(qtbot, window, lesson_file)
    run = window.studio.runs.begin(Control())
    window.studio.set_status(RunStatus.RUNNING)
    click(qtbot, window, "lesson_leave_button")
    click(qtbot, window, "lesson_restart_button")
    assert window.studio.lessons.is_open
    assert [error.title for error in told] == ["Not now"] * 3
    finish(window, run)


def test_nets_that_are_not_saved_are_asked_about(qtbot, window, lesson_file, monkeypatch):
    window.studio.show(Shown(unsaved=True))
    asked = answer_with(monkeypatch, Leave.STAY)
    window.open_path(lesson_file)
    assert (len(asked), window.studio.lessons.is_open) == (1, False)
    asked = answer_with(monkeypatch, Leave.DISCARD)
    open_lesson(qtbot, window, lesson_file)
    assert len(asked) == 1
    window.studio.show(Shown(unsaved=True))  # of the lesson
    asked = answer_with(monkeypatch, Leave.STAY)
    click(qtbot, window, "lesson_leave_button")
    assert (len(asked), window.studio.lessons.is_open) == (1, True)
    answer_with(monkeypatch, Leave.DISCARD)
    click(qtbot, window, "lesson_leave_button")
    assert not window.studio.lessons.is_open


# --- in a lesson ---------------------------------------------------------------------------


def test_steps_tick_by_what_is_done_not_by_clicks(qtbot, window, lesson_file):
    open_lesson(qtbot, window, lesson_file)
    lessons = window.studio.lessons
    assert text_of(window, "lesson_where") == "Step 1 of 4"
    assert not find(window, QPushButton, "lesson_back_button").isEnabled()
    click(qtbot, window, "lesson_next_button")  # a step without checks
    assert lessons.done == {0}

    assert text_of(window, "lesson_step_title") == "Answer"
    assert find(window, QPushButton, "lesson_next_button").text() == "Skip"
    click(qtbot, window, "lesson_check_1_choice_1", QRadioButton)
    qtbot.waitUntil(lambda: "Not quite" in text_of(window, "lesson_check_1_state"))
    click(qtbot, window, "lesson_check_1_choice_2", QRadioButton)
    qtbot.waitUntil(lambda: text_of(window, "lesson_check_1_state") == "Right")
    assert lessons.done == {0}
    field = find(window, QLineEdit, "lesson_check_2_answer")
    qtbot.mouseClick(field, LEFT)
    qtbot.keyClicks(field, "Goodness")
    qtbot.waitUntil(lambda: lessons.done == {0, 1})
    assert text_of(window, "lesson_where") == "Step 2 of 4 · done"
    assert find(window, QPushButton, "lesson_next_button").text() == "Next"

    click(qtbot, window, "lesson_next_button")
    assert text_of(window, "lesson_check_1_state") == "Open the Goodness panel"
    window.commands["show_goodness"].trigger()
    qtbot.waitUntil(lambda: lessons.done == {0, 1, 2})

    click(qtbot, window, "lesson_next_button")
    assert text_of(window, "lesson_check_1_state") == "Epochs: 7; it is 20"
    click(qtbot, window, "lesson_next_button")  # skipped: it stays unticked
    assert text_of(window, "lesson_step_title") == "Not all done yet"
    assert "Step 4: Set" in find(window, QTextBrowser, "lesson_text").toPlainText()
    click(qtbot, window, "lesson_back_button")
    window.studio.edits.edit(window.studio.spec.replace(epochs=7), "Epochs")
    qtbot.waitUntil(lambda: lessons.done == {0, 1, 2, 3})
    window.studio.edits.edit(window.studio.spec.replace(epochs=8), "Epochs")
    assert lessons.done == {0, 1, 2, 3}  # what is done stays done
    click(qtbot, window, "lesson_next_button")
    assert text_of(window, "lesson_step_title") == "Lesson done"

    click(qtbot, window, "lesson_restart_button")
    assert (lessons.index, lessons.done) == (0, frozenset())
    assert window.studio.spec == preset("digits-quick")


def test_a_lesson_by_keys(qtbot, window, lesson_file):
    """Enter presses a button as Space does; neither, pressed on, skips what is to be done."""
    open_lesson(qtbot, window, lesson_file)
    lessons, panel = window.studio.lessons, window.docks[LESSON].panel
    qtbot.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    on = find(window, QPushButton, "lesson_next_button")
    assert QApplication.focusWidget() is on
    qtbot.keyClick(on, Qt.Key.Key_Return)
    assert lessons.index == 1 and isinstance(QApplication.focusWidget(), QRadioButton)
    wrong = QApplication.focusWidget()
    qtbot.keyClick(wrong, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    on.setFocus()
    qtbot.keyClick(on, Qt.Key.Key_Space)
    assert lessons.index == 2 and panel.hasFocus(), "Skip would be pressed by Space"


def test_the_text_reaches_nothing_outside(qtbot, window, lesson_file):
    open_lesson(qtbot, window, lesson_file)
    view = find(window, QTextBrowser, "lesson_text")
    assert "<b>no tag</b>" in view.toPlainText()
    image = QTextDocument.ResourceType.ImageResource
    assert view.loadResource(image, QUrl.fromLocalFile(str(lesson_file))) is None
    view.anchorClicked.emit(QUrl.fromLocalFile(str(lesson_file)))
    assert view.source().isEmpty()


def test_undo_ends_where_the_lesson_begins(qtbot, window, lesson_file):
    window.studio.edits.edit(window.studio.spec.replace(epochs=3), "Epochs")
    own = window.studio.spec
    open_lesson(qtbot, window, lesson_file)
    assert not window.commands["undo"].isEnabled()
    assert window.commands.look_of("undo").why_not == "There is nothing to undo in this lesson."
    window.studio.edits.edit(window.studio.spec.replace(epochs=7), "Epochs")
    window.commands["undo"].trigger()
    assert window.studio.spec == preset("digits-quick")
    click(qtbot, window, "lesson_leave_button")
    stack = window.studio.edits.undo_stack
    assert (window.studio.spec, stack.canRedo(), stack.undoText()) == (own, False, "Epochs")


# --- leaving and coming back ---------------------------------------------------------------


@pytest.mark.parametrize(("width", "is_behind"), [(1024, True), (1600, False)])
def test_where_four_columns_have_no_room_the_builder_is_a_tab(
    qtbot, window, tmp_path, width, is_behind
):
    window.resize(width, 700)
    path = tmp_path / "all.ffstudio-lesson.json"
    made = {"format": "ffstudio-lesson", "version": 1, "title": "All", "steps": STEPS}
    path.write_text(json.dumps(made | {"experiment": "digits-quick"}), encoding="utf-8")
    open_lesson(qtbot, window, path)
    docks = window.docks
    assert docks["builder"].isVisible()
    assert (docks["builder"] in window.tabifiedDockWidgets(docks["curves"])) is is_behind

    def has_room_for_all():
        seen = [docks[name] for name in ("lesson", "curves", "draw")]
        return all(dock.width() >= dock.needed_width for dock in seen)

    qtbot.waitUntil(has_room_for_all)
    docks.bring_up("builder")
    assert docks["builder"].is_seen
    click(qtbot, window, "lesson_leave_button")
    assert docks["builder"] not in window.tabifiedDockWidgets(docks["curves"])


def test_leaving_brings_everything_back(qtbot, window, lesson_file):
    window.docks["data"].hide()
    window.docks["log"].show()
    window.docks.bring_up("filters")
    common = window.docks["goodness"].panel.findChild(QWidget, "goodness_common_check")
    common.setChecked(True)
    window.studio.edits.edit(window.studio.spec.replace(name="Own", epochs=3), "Mine")
    shown = Shown()
    window.studio.show(shown)
    before = seen(window), window.studio.spec
    places = {name: dock.geometry() for name, dock in window.docks.by_name.items() if dock.is_seen}
    open_lesson(qtbot, window, lesson_file)
    common.setChecked(False)
    window.docks["curves"].hide()
    assert seen(window) != before[0]
    click(qtbot, window, "lesson_leave_button")
    assert (seen(window), window.studio.spec) == before
    assert window.studio.shown is shown
    assert common.isChecked()
    qtbot.waitUntil(lambda: window.docks["filters"].is_seen)
    for name, place in places.items():
        qtbot.waitUntil(lambda name=name, place=place: window.docks[name].geometry() == place)
    for name in panel_names():
        assert window.docks[name].toggleViewAction().isVisible()
        assert not window.commands.look_of(f"show_{name}").why_not
    assert window.docks["builder"].panel.findChild(QWidget, "layer_units").isVisibleTo(window)


def test_after_a_restart_one_goes_on_and_what_is_ones_own_is_untouched(
    qtbot, make_window, lesson_file, tmp_path
):
    window = make_window()
    window.docks["data"].hide()
    window.studio.edits.edit(window.studio.spec.replace(name="Own"), "Mine")
    own = window.studio.spec
    open_lesson(qtbot, window, lesson_file)
    click(qtbot, window, "lesson_next_button")
    click(qtbot, window, "lesson_next_button")
    window.studio.edits.edit(window.studio.spec.replace(epochs=9), "Epochs")
    window.close()
    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert kept.last_experiment == own
    assert kept.open_lesson == lesson_file
    window.studio.lessons.leave()  # as a new program would begin

    again = make_window()
    assert again.docks["data"].isHidden()
    assert not again.docks["filters"].isHidden()
    assert again.docks[LESSON].isHidden()
    with qtbot.waitSignal(again.studio.lessons.opened):
        again.lessons.open_again()
    lessons = again.studio.lessons
    assert (lessons.index, lessons.done, again.studio.spec.epochs) == (2, {0}, 9)
    click(qtbot, again, "lesson_leave_button")
    assert kept.open_lesson is None
    assert again.studio.spec.name == "Own"
    open_lesson(qtbot, again, lesson_file)
    assert (lessons.index, lessons.done) == (2, {0})


def test_what_was_kept_of_another_version_of_a_lesson_does_no_harm(qtbot, window, lesson_file):
    open_lesson(qtbot, window, lesson_file)
    for _ in STEPS:
        click(qtbot, window, "lesson_next_button")
    click(qtbot, window, "lesson_leave_button")
    lesson = reading.read_lesson(lesson_file, panel_names())
    short = json.loads(reading.to_json(lesson))
    short["steps"] = short["steps"][:1]
    lesson_file.write_text(json.dumps(short))
    open_lesson(qtbot, window, lesson_file)
    assert window.studio.lessons.index == 1
    assert text_of(window, "lesson_step_title") == "Lesson done"


def test_one_lesson_after_another(qtbot, window, lesson_file):
    own = window.studio.spec
    open_lesson(qtbot, window, lesson_file)
    window.lessons.open_shipped("goodness")
    assert window.studio.lessons.lesson.title == SHIPPED["goodness"]
    assert not window.docks["draw"].isHidden()
    click(qtbot, window, "lesson_leave_button")
    assert window.studio.spec == own
    assert seen(window) == {p.name for p in PANELS if not p.hidden}
