"""A command that is not ffstudio's own: in menu, shortcut sheet and palette, from one entry."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from ffstudio.gui.commands.command import Command, Menu
from ffstudio.gui.commands.palette import CommandPalette
from ffstudio.gui.window.command_table import MENUS

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def greeted():
    """Whom the command has greeted."""
    return []


@pytest.fixture
def window(make_window, greeted):
    """A window with a menu more."""
    greet = Command(
        "greet",
        "&Greet",
        "Say hello to the experiment.",
        lambda parts: greeted.append(parts.studio.spec.name),
        lambda parts: "It has no name." if parts.studio.spec.name == "Untitled" else "",
        ("Ctrl+G",),
    )
    made = make_window(commands=(*MENUS, Menu("Mine", "&Mine", ((greet,),))))
    made.setFocus()
    return made


def rename(window, name):
    window.studio.edits.edit(window.studio.spec.replace(name=name), "Rename")


def test_its_menu_and_its_key_do_it_or_say_why_not(qtbot, window, greeted):
    action = window.commands["greet"]
    assert window.findChild(QMenu, "mine_menu").actions() == [action]
    assert not action.isEnabled()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_G, CONTROL)
    assert window.statusBar().currentMessage() == "It has no name."
    assert greeted == []
    rename(window, "Ada")
    assert window.commands["greet"].isEnabled()
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_G, CONTROL)
    action.trigger()
    assert greeted == ["Ada", "Ada"]


def test_the_palette_offers_it_with_its_reason(qtbot, window, greeted):
    (offer,) = [o for o in window.commands.offers() if o.text == "Greet"]
    assert (offer.path, offer.keys, offer.why_not) == ("Mine", "Ctrl+G", "It has no name.")
    rename(window, "Ada")
    window.commands["palette"].trigger()
    palette = window.findChild(CommandPalette)
    search = palette.findChild(QLineEdit, "palette_search")
    qtbot.keyClicks(search, "greet")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: greeted == ["Ada"])


def test_it_is_on_the_sheet_of_shortcuts(window):
    window.commands["shortcuts"].trigger()
    text = window.help.window.findChild(QWidget, "help_text").toPlainText()
    assert "Say hello to the experiment." in text
