"""A check of lessons that is not ffstudio's own: read, shown, ticked and offered from one entry."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel

from ffstudio.core.experiment.presets import preset
from ffstudio.core.fields import Field
from ffstudio.core.lessons.checks import CHECKS, CheckKind, Standing
from ffstudio.gui.dialogs.lesson_editor.dialog import LessonEditor
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.panels.table import LESSON


def look_at_name(view, check):
    wanted = check.text("name")
    return Standing(view.spec.name == wanted, f"it is called {view.spec.name}")


@pytest.fixture(autouse=True)
def named(monkeypatch):
    parameters = {"name": Field("text", "Name", "What it must be called.", default="Ada")}
    entry = CheckKind("The experiment's name", "It has this name.", look_at_name, parameters)
    monkeypatch.setitem(CHECKS, "named", entry)


def test_a_lesson_can_ask_for_it(qtbot, make_window, tmp_path):
    path = tmp_path / "a.ffstudio-lesson.json"
    step = {"title": "Name it", "checks": [{"check": "named", "name": "Grace"}]}
    head = {"format": "ffstudio-lesson", "version": 1, "title": "A", "experiment": "digits-quick"}
    path.write_text(json.dumps({**head, "steps": [step]}), encoding="utf-8")
    window = make_window()
    window.open_path(path)
    qtbot.waitUntil(lambda: window.studio.lessons.is_open)
    state = window.docks[LESSON].panel.findChild(QLabel, "lesson_check_1_state")
    assert state.text() == "It is called digits-quick"
    window.studio.edits.edit(window.studio.spec.replace(name="Grace"), "Rename")
    qtbot.waitUntil(lambda: window.studio.lessons.done == {0})


def test_the_editor_offers_it(qtbot, qapp):
    draft = Draft.of_present(preset("digits-quick"), (), ())
    editor = LessonEditor(draft, {}, draft.spec, lambda lesson: True)
    action = editor.findChild(QAction, "add_named_check")
    assert action.text() == "The experiment's name"
    action.trigger()
    assert draft.steps[0].checks[-1].kind == "named"
    assert draft.make_lesson(()).steps[0].checks[-1].text("name") == "Ada"
    editor.deleteLater()
