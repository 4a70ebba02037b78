"""The lessons that come along, done with the real engine on the bundled digits.

One is done from start to end with the mouse; of the others every step is shown to be doable.
"""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QRadioButton, QWidget

from ffstudio.core.experiment.presets import preset
from ffstudio.core.lessons.settings import SETTINGS
from ffstudio.core.lessons.shipped import SHIPPED
from ffstudio.core.run.status import RunStatus
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.panels.draw.pad import DrawPad
from ffstudio.gui.panels.table import LESSON
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.main_window import MainWindow
from ffstudio.jobs.studio import Studio
from tests.marks import THOROUGH

LEFT = Qt.MouseButton.LeftButton
LONG = 120_000
SEVEN = ((0.3, 0.25), (0.5, 0.25), (0.7, 0.25), (0.6, 0.5), (0.5, 0.75))


@pytest.fixture
def window(qtbot, themes, tmp_path):
    """A window with the real engine."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    studio = Studio(preset("digits-quick"))
    made = MainWindow(studio, themes, Settings(store))
    made.resize(1280, 800)
    with qtbot.waitSignal(made.appeared):
        made.show()
    made.activateWindow()
    studio.start()
    qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=LONG)
    yield made
    made.close_without_asking()
    made.deleteLater()
    made.studio.deleteLater()


def click(qtbot, window, name, kind=QPushButton):
    button = window.findChild(kind, name)
    assert button is not None, name
    qtbot.waitUntil(button.isEnabled, timeout=LONG)
    qtbot.mouseClick(button, LEFT, pos=QPoint(8, button.height() // 2))


def text_of(window, name):
    return window.docks[LESSON].panel.findChild(QLabel, name).text()


def train_by_click(qtbot, window):
    with qtbot.waitSignal(window.studio.run_finished, timeout=LONG):
        click(qtbot, window, "train_button", QAbstractButton)
    assert window.studio.status is RunStatus.IDLE


def draw(window):
    pad = window.docks["draw"].panel.findChild(DrawPad)
    paper = pad.paper()
    at = [
        QPoint(round(paper.left() + x * paper.width()), round(paper.top() + y * paper.height()))
        for x, y in SEVEN
    ]
    QTest.mousePress(pad, LEFT, pos=at[0])
    for position in at[1:]:
        QTest.mouseMove(pad, position)
    QTest.mouseRelease(pad, LEFT, pos=at[-1])


def test_a_lesson_from_start_to_end(qtbot, window):
    lessons = window.studio.lessons
    window.commands["show_lesson"].trigger()
    qtbot.waitUntil(lambda: window.docks[LESSON].is_seen)
    click(qtbot, window, "lesson_goodness_button")
    assert window.docks["builder"].isHidden()
    assert text_of(window, "lesson_where") == "Step 1 of 5"
    qtbot.waitUntil(lambda: window.docks["data"].is_seen)

    click(qtbot, window, "lesson_check_1_choice_1", QRadioButton)
    qtbot.waitUntil(lambda: "Not quite" in text_of(window, "lesson_check_1_state"))
    click(qtbot, window, "lesson_check_1_choice_2", QRadioButton)
    qtbot.waitUntil(lambda: lessons.done == {0})

    click(qtbot, window, "lesson_next_button")
    qtbot.waitUntil(lambda: window.docks["goodness"].is_seen)
    qtbot.waitUntil(lambda: not window.studio.why_not_train(), timeout=LONG)
    assert text_of(window, "lesson_check_1_state") == "0 of 5 epochs trained"
    train_by_click(qtbot, window)
    qtbot.waitUntil(lambda: lessons.done == {0, 1})
    qtbot.waitUntil(lambda: text_of(window, "lesson_check_1_state") == "20 epochs trained")

    click(qtbot, window, "lesson_next_button")
    qtbot.waitUntil(lambda: lessons.done == {0, 1, 2}, timeout=LONG)
    assert text_of(window, "lesson_check_1_state").startswith("Layer 1: 0.9")

    click(qtbot, window, "lesson_next_button")
    qtbot.waitUntil(lambda: window.docks["draw"].is_seen)
    draw(window)
    qtbot.waitUntil(lambda: text_of(window, "lesson_check_1_state") == "Drawn")
    click(qtbot, window, "lesson_check_2_choice_2", QRadioButton)
    qtbot.waitUntil(lambda: lessons.done == {0, 1, 2, 3})

    click(qtbot, window, "lesson_next_button")
    click(qtbot, window, "lesson_next_button")
    assert text_of(window, "lesson_step_title") == "Lesson done"
    window.files.asks = False
    click(qtbot, window, "lesson_next_button")  # it reads Leave Lesson now
    assert not lessons.is_open
    assert window.studio.spec == preset("digits-quick")
    assert not window.docks["builder"].isHidden()


def change_setting(window, check):
    named, spec, value = SETTINGS[check.text("setting")], window.studio.spec, check["value"]
    if named.part == "layers":
        for i in range(len(spec.layers)):
            spec = spec.with_layer(i, **{named.name: value})
    elif named.part == "run":
        spec = spec.replace(**{named.name: value})
    else:
        part = dataclasses.replace(getattr(spec, named.part), **{named.name: value})
        spec = spec.replace(**{named.part: part})
    window.studio.edits.edit(spec, "As the step says")


def export(window, folder):
    dialog = ExportDialog(window.docks.figures(), window.studio, window.settings, window)
    dialog.choose_folder(folder)
    assert dialog.write()
    dialog.deleteLater()


def do(qtbot, window, number, check, folder):
    """What a check asks for, but for training."""
    if check.kind in ("setting", "trained_with"):
        change_setting(window, check)
    elif check.kind == "choice":
        name = f"lesson_check_{number}_choice_{int(check.number('right'))}"
        click(qtbot, window, name, QRadioButton)
    elif check.kind == "drawing":
        draw(window)
    elif check.kind == "panel":
        window.docks.bring_up(check.text("panel"))
    elif check.kind == "export":
        export(window, folder)


def wait_until_done(qtbot, lessons, step):
    def is_done():
        missing = [standing.text for standing in lessons.standings if not standing.done]
        assert step in lessons.done, missing

    qtbot.waitUntil(is_done, timeout=15_000)


@THOROUGH
@pytest.mark.parametrize("name", [name for name in SHIPPED if name != "goodness"])
def test_every_step_can_be_done(qtbot, window, name, tmp_path):
    lessons, studio = window.studio.lessons, window.studio
    window.lessons.open_shipped(name)
    assert lessons.is_open
    for i, step in enumerate(lessons.lesson.steps):
        assert lessons.index == i
        qtbot.waitUntil(lambda: not studio.why_not_train(), timeout=LONG)
        for number, check in enumerate(step.checks, start=1):
            do(qtbot, window, number, check, tmp_path)
        kinds = {check.kind for check in step.checks}
        wanted = {check["setting"] for check in step.checks if check.kind == "trained_with"}
        assert wanted.isdisjoint(lessons.lesson.hidden_settings)
        if "**20**" in step.text:  # it asks for more epochs than the lesson's own
            studio.edits.edit(studio.spec.replace(epochs=20), "As the step says")
        if kinds & {"epochs", "accuracy", "trained_with"} and i not in lessons.done:
            with qtbot.waitSignal(studio.run_finished, timeout=LONG):
                studio.runs.train()
        if step.checks:
            wait_until_done(qtbot, lessons, i)
        click(qtbot, window, "lesson_next_button")
    assert lessons.done == set(range(len(lessons.lesson.steps)))
    assert window.findChild(QWidget, "lesson_step_bar").accessibleDescription() == (
        f"past the last step; {len(lessons.done)} of {len(lessons.done)} done"
    )
