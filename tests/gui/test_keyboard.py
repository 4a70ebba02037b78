"""The window by keyboard alone, and as a screen reader tells of it."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ffstudio.core.assets import resource
from ffstudio.gui.panels.table import PANELS, panel_keys
from tests.gui.spoken_names import ambiguous, focusable, spoken_name, unnamed


@pytest.fixture
def window(qtbot, make_window, studio):
    window = make_window()
    with qtbot.waitSignal(studio.model_changed, timeout=20_000):
        studio.files.open(resource("models", "mnist.h5"), quietly=True)
    window.activateWindow()
    return window


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """A key as the keyboard sends it: to the window, which asks the focused control."""
    qtbot.keyClick(window.windowHandle(), key, modifiers)


def panel_at_hand(window):
    return next((d.entry.name for d in window.docks if d.holds(QApplication.focusWidget())), None)


# --- from panel to panel ----------------------------------------------------------------------


def test_digits_follow_the_table_of_panels():
    keys = panel_keys(PANELS)
    shown = [entry.name for entry in PANELS if not entry.hidden]
    assert [keys[name] for name in shown] == [f"Alt+{i}" for i in range(1, len(shown) + 1)]
    hidden = [entry.name for entry in PANELS if entry.hidden]
    assert list(keys) == [*shown, *hidden][:9]


def test_alt_and_a_digit_lead_to_a_panel(qtbot, window):
    names = [entry.name for entry in PANELS if not entry.hidden]
    for name in (*names, *reversed(names)):
        digit = int(panel_keys(PANELS)[name][-1])
        press(qtbot, window, Qt.Key(Qt.Key.Key_0 + digit), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda name=name: window.docks[name].is_seen)
        assert panel_at_hand(window) == name


def test_the_control_used_last_has_the_keyboard_again(qtbot, window):
    field = window.docks["builder"].panel.findChild(QWidget, "run_epochs")
    field.setFocus()
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert panel_at_hand(window) == "curves"
    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert field.hasFocus()


def test_f6_goes_round_the_panels_in_sight(qtbot, window):
    seen = [dock.entry.name for dock in window.docks if dock.is_seen]
    assert len(seen) == 3
    gone = []
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_F6)
        gone.append(panel_at_hand(window))
    assert gone == [*seen, seen[0]]
    press(qtbot, window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel_at_hand(window) == seen[-1]


def test_menu_and_sheet_tell_the_keys(window):
    menu = window.findChild(QMenu, "view_menu")
    texts = [action.text() for action in menu.actions()]
    for name, key in panel_keys(PANELS).items():
        native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        assert f"{window.docks[name].entry.title}\t{native}" in texts
    assert menu.sizeHint().height() < 700, "one column on a small screen"
    page = window.help
    page.show_shortcuts()
    text = page.window.findChild(QWidget, "help_text").toPlainText()
    for told in ("Alt+1", "F6", "Alt+Up", "Ins", "In a matrix", "On the pad", "sheet of filters"):
        assert told in text
    page.window.close()


def test_digits_take_no_menu_mnemonic(window):
    mnemonics = {
        QKeySequence.mnemonic(action.text()).toString() for action in window.menuBar().actions()
    }
    assert not mnemonics & set(panel_keys(PANELS).values())


def test_keys_are_unique(window):
    keys = [key for name in window.commands for key in window.commands.command(name).keys]
    assert len(keys) == len(set(keys))


# --- order ------------------------------------------------------------------------------------


def height_in(dock, widget):
    """How far down it stands; what is scrolled counts from below what is not."""
    inside = widget
    while inside is not dock:
        area = inside.parentWidget().parentWidget()
        if isinstance(area, QScrollArea) and area.widget() is inside:
            return 1000 + widget.mapTo(inside, widget.rect().center()).y()
        inside = inside.parentWidget()
    return widget.mapTo(dock, widget.rect().center()).y()


@pytest.mark.parametrize("name", ["builder", "curves", "draw"])
def test_tab_goes_through_a_panel_from_top_to_bottom(qtbot, window, name):
    """Row by row; within a panel Tab never jumps up by more than it went down."""
    window.docks.go_to(name)
    dock, gone = window.docks[name], []
    for _ in range(40):
        now = QApplication.focusWidget()
        if now is None or not dock.holds(now) or now in gone:
            break
        gone.append(now)
        press(qtbot, window, Qt.Key.Key_Tab)
    assert len(gone) >= 5
    tops = [height_in(dock, w) for w in gone]
    rising = sum(after >= before - 30 for before, after in itertools.pairwise(tops))
    assert rising >= 0.9 * (len(tops) - 1), [
        (w.objectName(), y) for w, y in zip(gone, tops, strict=True)
    ]


# --- names ------------------------------------------------------------------------------------


def test_the_audit_finds_what_has_no_name(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QPushButton(page))
    assert len(unnamed(page)) == 1
    for text in ("Save", "Save"):
        column.addWidget(QPushButton(text, page))
    assert len(unnamed(page)) == 1
    assert len(ambiguous(page)) == 1


def test_everything_in_the_window_has_a_name(window):
    assert len(focusable(window)) > 60
    assert unnamed(window) == []
    assert ambiguous(window) == []


def test_pictures_are_described(window):
    named = ("draw_pad", "score_bars", "net_picture", "filter_sheet", "class_histogram")
    for name in named:
        widget = window.findChild(QWidget, name)
        assert spoken_name(widget), name
        assert widget.accessibleDescription() or widget.toolTip(), name


@pytest.mark.parametrize("command", ["help", "about", "palette", "export"])
def test_dialogs_have_names(qtbot, window, command, monkeypatch):
    from PySide6.QtWidgets import QDialog

    seen = []

    def look(dialog):
        seen.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QDialog, "exec", look)
    before = set(QApplication.topLevelWidgets())
    window.commands.run(command)
    opened = seen or [
        w for w in QApplication.topLevelWidgets() if w not in before and w.isVisible()
    ]
    assert opened
    for dialog in opened:
        assert unnamed(dialog) == []
        assert dialog.windowTitle() or dialog.accessibleName() or spoken_name(dialog)
        dialog.close()
