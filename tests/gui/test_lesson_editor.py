"""Lessons are written and changed by keys and mouse; what is written opens again equal."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QTreeWidget,
)

from ffstudio.core.experiment.presets import preset
from ffstudio.core.lessons.checks import CHECKS
from ffstudio.core.lessons.reading import from_dict, read_lesson, to_dict
from ffstudio.core.lessons.shipped import SHIPPED, find_shipped
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.lesson_editor.dialog import LessonEditor
from ffstudio.gui.dialogs.lesson_editor.draft import Draft, DraftCheck, DraftStep
from ffstudio.gui.panels.table import PANELS, panel_names

LEFT = Qt.MouseButton.LeftButton
TITLES = {entry.name: entry.title for entry in PANELS if entry.name in panel_names()}
SPEC = preset("digits-quick")


@pytest.fixture
def open_editor(qtbot, qapp):
    """Opens editors that keep what they save."""
    made = []

    def make(draft, present=SPEC):
        saved = []
        editor = LessonEditor(draft, TITLES, present, lambda one: saved.append(one) or True)
        with qtbot.waitExposed(editor):
            editor.show()
        made.append(editor)
        return editor, saved

    yield make
    for editor in made:  # not by its close button, which asks
        editor.done(0)
        editor.deleteLater()


def find(editor, kind, name):
    widget = editor.findChild(kind, name)
    assert widget is not None, name
    return widget


def click(qtbot, editor, name):
    button = find(editor, QPushButton, name)
    assert button.isEnabled(), name
    qtbot.mouseClick(button, LEFT)


def type_into(qtbot, editor, kind, name, text):
    field = find(editor, kind, name)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)
    if kind is QLineEdit:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def go_to_tab(editor, title):
    tabs = find(editor, QTabWidget, "lesson_editor_tabs")
    tabs.setCurrentIndex([tabs.tabText(i) for i in range(tabs.count())].index(title))


def add_check(editor, kind):
    find(editor, QAction, f"add_{kind}_check").trigger()


def branch_of(editor, tree, text):
    root = find(editor, QTreeWidget, tree).invisibleRootItem()
    return next(root.child(i) for i in range(root.childCount()) if root.child(i).text(0) == text)


def test_a_lesson_is_written_by_keys_and_mouse(qtbot, open_editor):
    editor, saved = open_editor(Draft.of_present(SPEC, ("log",), ()))
    assert find(editor, QLineEdit, "lesson_editor_title").text() == SPEC.name
    type_into(qtbot, editor, QLineEdit, "lesson_editor_title", "Two Steps")
    type_into(qtbot, editor, QPlainTextEdit, "lesson_editor_about", "What one learns.")

    go_to_tab(editor, "Steps")
    type_into(qtbot, editor, QLineEdit, "lesson_editor_step_title", "Train")
    type_into(qtbot, editor, QPlainTextEdit, "lesson_editor_step_text", "Press **Train**.")
    type_into(qtbot, editor, QLineEdit, "check_at_least", "7")
    click(qtbot, editor, "lesson_editor_add_step")
    type_into(qtbot, editor, QLineEdit, "lesson_editor_step_title", "Answer")
    assert find(editor, QLabel, "lesson_editor_no_checks").isVisible()
    add_check(editor, "choice")
    problem = find(editor, QLabel, "lesson_editor_problem")
    assert "Step 2, check 1 (choice)" in problem.text()
    assert not find(editor, QPushButton, "lesson_editor_save").isEnabled()
    type_into(qtbot, editor, QLineEdit, "check_question", "Which?")
    type_into(qtbot, editor, QLineEdit, "check_choices", "this; that ;the other")
    type_into(qtbot, editor, QLineEdit, "check_right", "2")
    assert not problem.isVisible()
    steps = find(editor, QListWidget, "lesson_editor_steps")
    assert [steps.item(i).text() for i in range(2)] == ["1  Train", "2  Answer"]

    go_to_tab(editor, "What Is Shown")
    branch_of(editor, "lesson_editor_panels", "Data").setCheckState(0, Qt.CheckState.Unchecked)
    branch_of(editor, "lesson_editor_settings", "Backprop").setCheckState(
        0, Qt.CheckState.Unchecked
    )
    click(qtbot, editor, "lesson_editor_save")
    (lesson,) = saved
    assert to_dict(lesson) == {
        "format": "ffstudio-lesson",
        "version": 1,
        "title": "Two Steps",
        "about": "What one learns.",
        "experiment": "digits-quick",
        "hide": {"panels": ["data", "log"], "settings": ["bp.*"]},
        "steps": [
            {
                "title": "Train",
                "text": "Press **Train**.",
                "checks": [{"check": "epochs", "at_least": 7}],
            },
            {
                "title": "Answer",
                "text": "",
                "checks": [
                    {
                        "check": "choice",
                        "question": "Which?",
                        "choices": ["this", "that", "the other"],
                        "right": 2,
                    }
                ],
            },
        ],
    }
    assert not editor.isVisible()


def test_steps_and_checks_are_moved_and_removed(qtbot, open_editor):
    draft = Draft(SPEC, "A", steps=[DraftStep("One"), DraftStep("Two")])
    editor, _ = open_editor(draft)
    go_to_tab(editor, "Steps")
    assert not find(editor, QPushButton, "lesson_editor_up_step").isEnabled()
    click(qtbot, editor, "lesson_editor_down_step")
    assert [step.title for step in draft.steps] == ["Two", "One"]
    click(qtbot, editor, "lesson_editor_duplicate_step")
    add_check(editor, "export")
    add_check(editor, "panel")
    box = find(editor, QComboBox, "check_panel")
    assert [box.itemText(i) for i in range(box.count())] == [*TITLES.values()]
    assert [len(step.checks) for step in draft.steps] == [0, 0, 2]
    click(qtbot, editor, "lesson_editor_remove_check")
    assert [check.kind for check in draft.steps[2].checks] == ["export"]
    click(qtbot, editor, "lesson_editor_remove_step")
    click(qtbot, editor, "lesson_editor_remove_step")
    assert [step.title for step in draft.steps] == ["Two"]
    assert not find(editor, QPushButton, "lesson_editor_remove_step").isEnabled()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_lesson_that_is_opened_and_saved_is_the_same(qtbot, open_editor, name):
    lesson = read_lesson(find_shipped(name), panel_names())
    editor, saved = open_editor(Draft.of(lesson))
    go_to_tab(editor, "Steps")
    steps = find(editor, QListWidget, "lesson_editor_steps")
    for row in range(steps.count()):  # looking changes nothing
        steps.setCurrentRow(row)
        checks = find(editor, QListWidget, "lesson_editor_checks")
        for check in range(checks.count()):
            checks.setCurrentRow(check)
    click(qtbot, editor, "lesson_editor_save")
    assert saved == [lesson]


def test_every_kind_of_check_goes_round(qtbot, open_editor):
    made = {
        "answer": {"question": "What?", "accepts": ["a", "b c"]},
        "choice": {"question": "Which?", "choices": ["a", "b"], "right": 2},
        "setting": {"setting": "ff.read_out", "how": "is", "value": True},
        "trained_with": {"setting": "run.epochs", "how": "at_most", "value": 3},
    }
    checks = [{"check": kind, **made.get(kind, {})} for kind in CHECKS]
    config = {**to_dict(read_lesson(find_shipped("goodness"), panel_names()))}
    config["steps"] = [{"title": "All", "checks": checks}]
    lesson = from_dict(config, panel_names())
    assert Draft.of(lesson).make_lesson(panel_names()) == lesson


def test_a_value_is_read_as_its_setting_wants_it():
    for setting, text, value in (
        ("layers.threshold", "0,5", 0.5),
        ("run.epochs", "7", 7),
        ("ff.read_out", "on", True),
        ("ff.negatives", "hard", "hard"),
        ("run.epochs", "many", "many"),
    ):
        check = DraftCheck("setting", {"setting": setting, "how": "is", "value": text})
        assert check.to_dict()["value"] == value


def test_the_builders_experiment_can_be_taken(qtbot, open_editor):
    lesson = read_lesson(find_shipped("side-by-side"), panel_names())
    other = SPEC.replace(name="Another", epochs=3)
    editor, saved = open_editor(Draft.of(lesson), other)
    click(qtbot, editor, "lesson_editor_take_experiment")
    assert "“Another”" in find(editor, QLabel, "lesson_editor_experiment").text()
    click(qtbot, editor, "lesson_editor_save")
    assert saved[0].experiment == other


def test_what_is_written_is_not_dropped_without_a_question(qtbot, open_editor, monkeypatch):
    editor, _ = open_editor(Draft.of_present(SPEC, (), ()))
    type_into(qtbot, editor, QLineEdit, "lesson_editor_title", "Mine")
    asked = []
    buttons = QMessageBox.StandardButton
    monkeypatch.setattr(
        QMessageBox, "question", lambda *args: asked.append(args[2]) or buttons.Cancel
    )
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert (len(asked), editor.isVisible()) == (1, True)
    monkeypatch.setattr(QMessageBox, "question", lambda *args: buttons.Discard)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def undo(qtbot, editor, times=1, key=Qt.Key.Key_Z):
    """Ctrl+Z as the keyboard sends it, wherever the focus is."""
    for _ in range(times):
        qtbot.keyClick(editor.windowHandle(), key, Qt.KeyboardModifier.ControlModifier)


def test_every_change_can_be_taken_back(qtbot, open_editor):
    draft = Draft.of_present(SPEC, ("log",), ())
    editor, _ = open_editor(draft)
    qtbot.waitUntil(editor.isActiveWindow)
    assert not find(editor, QPushButton, "lesson_editor_undo").isEnabled()
    states = [draft.copy()]
    type_into(qtbot, editor, QLineEdit, "lesson_editor_title", "Two Steps")
    states.append(draft.copy())
    go_to_tab(editor, "Steps")
    type_into(qtbot, editor, QLineEdit, "check_at_least", "7")
    states.append(draft.copy())
    click(qtbot, editor, "lesson_editor_add_step")
    states.append(draft.copy())
    type_into(qtbot, editor, QPlainTextEdit, "lesson_editor_step_text", "Press it.")
    states.append(draft.copy())
    add_check(editor, "export")
    states.append(draft.copy())
    click(qtbot, editor, "lesson_editor_up_step")
    states.append(draft.copy())
    go_to_tab(editor, "What Is Shown")
    branch_of(editor, "lesson_editor_settings", "Backprop").setCheckState(
        0, Qt.CheckState.Unchecked
    )
    states.append(draft.copy())
    assert all(before != after for before, after in itertools.pairwise(states))
    for state in reversed(states[:-1]):
        click(qtbot, editor, "lesson_editor_undo")
        assert draft == state
    assert find(editor, QLineEdit, "lesson_editor_title").text() == SPEC.name
    for state in states[1:]:
        click(qtbot, editor, "lesson_editor_redo")
        assert draft == state
    branch = branch_of(editor, "lesson_editor_settings", "Backprop")
    assert branch.checkState(0) == Qt.CheckState.Unchecked
    undo(qtbot, editor)
    assert branch.checkState(0) == Qt.CheckState.Checked
    assert draft == states[-2]


def test_letters_are_taken_back_first_and_then_the_change_before(qtbot, open_editor):
    draft = Draft(SPEC, "A", steps=[DraftStep("One", "Text")])
    editor, _ = open_editor(draft)
    qtbot.waitUntil(editor.isActiveWindow)
    go_to_tab(editor, "Steps")
    type_into(qtbot, editor, QLineEdit, "lesson_editor_step_title", "Other")
    area = find(editor, QPlainTextEdit, "lesson_editor_step_text")
    area.setFocus()
    qtbot.keyClicks(area, "More ")
    assert draft.steps[0].text == "More Text"
    undo(qtbot, editor)
    assert (draft.steps[0].text, draft.steps[0].title) == ("Text", "Other")
    undo(qtbot, editor)
    assert (draft.steps[0].text, draft.steps[0].title) == ("Text", "One")
    title = find(editor, QLineEdit, "lesson_editor_step_title")
    title.setFocus()
    qtbot.keyClicks(title, "x")
    assert draft.steps[0].title == "One"  # it counts when one is done with it
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == "One" and editor.isVisible()
    qtbot.keyClicks(title, "x")
    click(qtbot, editor, "lesson_editor_duplicate_step")
    assert [step.title for step in draft.steps] == ["Onex", "Onex"]


def in_dialog(act):
    """Does something once the editor is open; it blocks until it is closed."""

    def try_it():
        editor = QApplication.activeModalWidget()
        if isinstance(editor, LessonEditor):
            act(editor)
            if editor.isVisible():
                editor.done(0)
        else:
            QTimer.singleShot(20, try_it)

    QTimer.singleShot(0, try_it)


def test_from_the_window_to_a_file_and_back(qtbot, make_window, monkeypatch, tmp_path):
    window = make_window()
    window.docks["data"].hide()
    path = tmp_path / "Mine.ffstudio-lesson.json"
    suggested = []

    def choose(cls, parent, title, proposed, filters):
        suggested.append(proposed.name)
        return path

    monkeypatch.setattr(questions.SaveDialog, "ask", classmethod(choose))

    def write(editor):
        type_into(qtbot, editor, QLineEdit, "lesson_editor_title", "Mine")
        click(qtbot, editor, "lesson_editor_save")

    in_dialog(write)
    window.commands["save_lesson_as"].trigger()
    lesson = read_lesson(path, panel_names())
    assert suggested == ["Mine.ffstudio-lesson.json"]
    unseen = {"data", *(entry.name for entry in PANELS if entry.hidden)}
    assert set(lesson.hidden_panels) == unseen & set(panel_names())
    assert lesson.experiment == window.studio.spec
    assert window.settings.recent_files[0] == path

    with qtbot.waitSignal(window.studio.lessons.opened):
        window.open_path(path)

    def change(editor):
        go_to_tab(editor, "Steps")
        type_into(qtbot, editor, QLineEdit, "lesson_editor_step_title", "Changed")
        click(qtbot, editor, "lesson_editor_save")

    in_dialog(change)
    window.commands["edit_lesson"].trigger()
    assert read_lesson(path, panel_names()).steps[0].title == "Changed"


def test_a_lesson_that_comes_along_is_edited_as_a_copy(qtbot, make_window, monkeypatch, tmp_path):
    window = make_window()
    window.settings.set_folder("lesson", tmp_path)
    window.lessons.open_shipped("goodness")
    before = find_shipped("goodness").read_bytes()
    suggested = []
    monkeypatch.setattr(
        questions.SaveDialog,
        "ask",
        classmethod(lambda cls, parent, title, proposed, filters: suggested.append(proposed)),
    )
    in_dialog(lambda editor: click(qtbot, editor, "lesson_editor_save"))
    window.commands["edit_lesson"].trigger()
    assert suggested == [tmp_path / "What Goodness Is.ffstudio-lesson.json"]
    assert find_shipped("goodness").read_bytes() == before
