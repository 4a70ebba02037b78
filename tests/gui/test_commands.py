"""Commands: declared once, the same everywhere, and with a reason when they cannot be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton

from ffstudio.core.run.status import DataState, EngineState, RunStatus
from ffstudio.gui.commands.command import keys_text, without_mnemonic
from ffstudio.gui.commands.matching import fit, fold
from ffstudio.gui.window.command_table import MENUS, shortcut_rows

# The buttons of the run bar, and what they are.
BUTTONS = {
    "train_button": "train",
    "step_button": "step_batch",
    "stop_button": "stop",
    "cancel_button": "cancel",
    "continue_button": "continue",
}
DECLARED = [command for menu in MENUS for command in menu.commands()]


@pytest.fixture
def window(make_window):
    return make_window()


def button(window, name):
    return window.findChild((QPushButton, QToolButton)[name != "train_button"], name)


def told(window):
    return window.statusBar().currentMessage()


# --- menu and buttons -------------------------------------------------------------------------


def test_menu_and_buttons_agree_while_the_engine_warms_up(window):
    assert window.studio.engine_state[0] is EngineState.LOADING
    for name in ("step_batch", "step_epoch", "train"):
        assert not window.commands[name].isEnabled(), name
        assert "warming up" in window.commands[name].statusTip()
    assert not button(window, "step_button").isEnabled()
    assert not button(window, "train_button").isEnabled()


def states(studio):
    """Puts the studio into each of its states in turn, and names it."""
    spec = studio.spec
    for engine in (EngineState.LOADING, EngineState.FAILED, EngineState.READY):
        studio.set_engine_state(engine, "It broke." if engine is EngineState.FAILED else "")
        for status in RunStatus:
            studio.set_status(status)
            yield f"{engine}, {status.value}"
        studio.set_status(RunStatus.IDLE)
        studio.edits.edit(spec.with_layer(0, units=0))
        yield f"{engine}, a problem in the experiment"
        studio.edits.undo_stack.undo()
        yield f"{engine}, something to redo"
    for data in (DataState.LOADING, DataState.MISSING):
        studio.set_data_state(data, "Where is it?")
        yield f"data {data}"


@pytest.mark.usefixtures("error_expected")
def test_menu_and_buttons_agree_in_every_state(qtbot, window):
    seen = set()
    for state in states(window.studio):
        window.commands.refresh()
        for name, command in BUTTONS.items():
            action, shown = window.commands[command], button(window, name)
            assert shown.isEnabled() == action.isEnabled(), f"{name}: {state}"
            assert shown.toolTip() == action.toolTip(), f"{name}: {state}"
            assert shown.text() == action.iconText(), f"{name}: {state}"
            seen.add((name, action.isEnabled()))
        for command in DECLARED:
            shown = window.commands.look_of(command.id)
            assert window.commands[command.id].isEnabled() == (not shown.why_not), state
            if shown.why_not:
                assert shown.why_not.endswith((".", "?")), shown.why_not
                assert window.commands[command.id].statusTip() == shown.why_not
    assert seen == {(name, enabled) for name in BUTTONS for enabled in (True, False)} - {
        ("continue_button", True)  # there is no net in this studio
    }


@pytest.fixture
def error_expected(caplog):
    """What the user is told is logged as well."""
    caplog.expected = True


def test_every_command_is_in_a_menu_or_in_the_palette_alone(window):
    listed = {
        action.objectName()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
    }
    for menu in MENUS:
        unlisted = {command.id for command in menu.unlisted}
        for command in menu.commands():
            assert (f"{command.id}_action" in listed) == (command.id not in unlisted), command.id


@pytest.mark.usefixtures("error_expected")
def test_many_changes_are_one_refresh(qtbot, window):
    refreshed = []
    window.commands.refreshed.connect(lambda: refreshed.append(1))
    for state in (EngineState.READY, EngineState.FAILED, EngineState.READY):
        window.studio.engine_state_changed.emit(state, "")
    window.studio.edits.edit(window.studio.spec.replace(epochs=7), "Edit")
    assert not refreshed
    qtbot.waitUntil(lambda: bool(refreshed))
    qtbot.wait(30)
    assert len(refreshed) == 1
    window.messages.close()


def test_who_looks_sees_the_present_state(window):
    window.studio.edits.edit(window.studio.spec.replace(epochs=7), "Change Epochs")
    assert window.commands["undo"].text() == "&Undo Change Epochs"
    assert window.commands["undo"].isEnabled()


# --- keys -------------------------------------------------------------------------------------


def test_the_key_of_a_disabled_command_says_why(qtbot, window):
    window.setFocus()
    for name, reason in (
        ("train", "warming up"),
        ("step_batch", "warming up"),
        ("step_epoch", "warming up"),
        ("save_model", "no model"),
        ("save_model_as", "no model"),
        ("undo", "nothing to undo"),
        ("redo", "nothing to redo"),
        ("model_card", "other programs"),
    ):
        window.statusBar().clearMessage()
        assert not window.commands[name].isEnabled(), name
        keys = QKeySequence(window.commands.command(name).keys[0])[0]
        qtbot.keyClick(window.windowHandle(), keys.key(), keys.keyboardModifiers())
        assert reason in told(window), name


def test_keys_are_answered_in_a_floating_dock(qtbot, window):
    dock = window.docks["curves"]
    dock.setFloating(True)
    qtbot.waitUntil(dock.isVisible)
    dock.setFocus()
    qtbot.keyClick(dock, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "no model" in told(window)
    dock.setFloating(False)


def test_a_held_key_trains_once(qtbot, window):
    assert not window.commands["train"].autoRepeat()
    assert window.commands["step_batch"].autoRepeat()


# --- declared once ----------------------------------------------------------------------------


def test_sheet_and_menus_come_from_the_table():
    rows = shortcut_rows()
    for menu in MENUS:
        for command in menu.commands():
            row = (menu.name, keys_text(command.keys), command.tip)
            assert (row in rows) == bool(command.keys)


# --- search -----------------------------------------------------------------------------------

NAMES = [without_mnemonic(command.text) for command in DECLARED]


def best(query):
    fits = [(fit(query, name), name) for name in NAMES]
    return [name for value, name in sorted(fits, key=lambda p: -(p[0] or 0)) if value is not None]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("save model", "Save Model"),
        ("model save as", "Save Model As…"),
        ("sma", "Save Model As…"),
        ("zoo in", "Zoom In"),
        ("EXPORT", "Export…"),
        ("shcurves", "Show Curves"),
        ("ks", "Keyboard Shortcuts"),
        ("cont", "Continue Training"),
    ],
)
def test_the_best_fit_comes_first(query, expected):
    assert best(query)[0] == expected


def test_accents_and_case_do_not_count():
    assert fold("Über ÉPOQUE") == "uber epoque"
    assert fit("uber", "Über") == fit("Über", "uber")


def test_what_does_not_fit_is_left_out():
    assert fit("xyzzy", "Save Model") is None
    assert fit("save xyzzy", "Save Model") is None
    assert fit("", "Save Model") is not None
    assert fit("pdf", "Export…") is None
    assert fit("pdf", "Export…", ("Write a plot as PNG, SVG, PDF.",)) is not None


def test_beginnings_count_more_than_letters():
    order = [fit("step", name) for name in ("Step", "Stepwise", "Misstep", "Stop the epoch")]
    assert order == sorted(order, reverse=True)
    assert len(set(order)) == 4
