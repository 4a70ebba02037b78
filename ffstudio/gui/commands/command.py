"""A command: its words and keys, what it does, and why it cannot be done now.

Everything that offers commands is made from the same declaration. What they act on is
handed to each of their functions; the table of them is the window's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtGui import QAction, QKeySequence

from ffstudio.core.words import speaks

C = TypeVar("C")


def always(context: object) -> str:
    """Nothing stands in the way."""
    return ""


@dataclass(frozen=True)
class Face:
    """How a command looks in the present state; what is empty stays as it was declared."""

    text: str = ""
    tip: str = ""
    icon: str = ""


def keep_face(context: object) -> Face:
    """The command always looks as it was declared."""
    return Face()


@speaks("text", "tip", "button")
@dataclass(frozen=True)
class Command(Generic[C]):
    """One command.

    Attributes:
        id: Its action's object name is this and ``_action``.
        text: For menus, ``&`` before the mnemonic.
        tip: What it does, one sentence.
        run: Does it.
        why_not: Why it cannot be done now, a sentence; empty when it can.
        keys: Shortcuts, the first one is shown.
        icon: Name of the icon.
        face: How it looks now.
        button: Its word on a button, where that is not the text.
        repeats: False does it once however long the key is held.
        role: Where macOS puts it.
    """

    id: str
    text: str
    tip: str
    run: Callable[[C], object]
    why_not: Callable[[C], str] = always
    keys: tuple[str, ...] = ()
    icon: str = ""
    face: Callable[[C], Face] = keep_face
    button: str = ""
    repeats: bool = True
    role: QAction.MenuRole = QAction.MenuRole.TextHeuristicRole


@speaks("text", "tip")
@dataclass(frozen=True)
class MenuChoice:
    """One of a list that is known only when it is looked at.

    Attributes:
        id: Its action's object name is this and ``_action``.
        is_on: For one that is on or off, which it is.
        apart: True puts a line above it and keeps it out of the palette.
    """

    id: str
    text: str
    tip: str
    run: Callable[[], object]
    is_on: bool | None = None
    apart: bool = False


@speaks("text", "spoken", "nothing")
@dataclass(frozen=True)
class Choices(Generic[C]):
    """A submenu whose choices are listed anew whenever it is opened.

    Attributes:
        id: The submenu's object name is this and ``_menu``.
        listed: The choices.
        spoken: How the palette names one, ``{}`` for its text.
        nothing: What the submenu says when there is no choice.
        numbered: True gives the first nine a digit to choose them by.
    """

    id: str
    text: str
    listed: Callable[[C], Sequence[MenuChoice]]
    spoken: str
    why_not: Callable[[C], str] = always
    icon: str = ""
    nothing: str = ""
    numbered: bool = False


@speaks("text")
@dataclass(frozen=True)
class Kept(Generic[C]):
    """Actions that something else keeps, put into the menu as they are.

    Attributes:
        id: The object name of their submenu is this and ``_menu``.
        text: Of their submenu; empty where they stand in the menu itself.
    """

    actions: Callable[[C], Sequence[QAction]]
    id: str = ""
    text: str = ""


Entry = Command[C] | Choices[C] | Kept[C]


@speaks("text")
@dataclass(frozen=True)
class Menu(Generic[C]):
    """One menu; a line parts its groups.

    Attributes:
        name: The menu's object name is this in small letters and ``_menu``.
        text: With ``&`` before the mnemonic.
        unlisted: Commands that only the palette offers, under this menu's name.
    """

    name: str
    text: str
    groups: tuple[tuple[Entry[C], ...], ...]
    unlisted: tuple[Command[C], ...] = ()

    @property
    def title(self) -> str:
        """Its text without the mnemonic."""
        return without_mnemonic(self.text)

    def commands(self) -> Iterator[Command[C]]:
        """All its commands, in order."""
        for group in (*self.groups, self.unlisted):
            for entry in group:
                if isinstance(entry, Command):
                    yield entry

    def choices(self) -> Iterator[Choices[C]]:
        """All its submenus, in order."""
        for group in self.groups:
            for entry in group:
                if isinstance(entry, Choices):
                    yield entry


_IN_BRACKETS = re.compile(r"\s?\(&\w\)")


def without_mnemonic(text: str) -> str:
    """A menu's text without its mnemonic, which Chinese has in brackets: ``训练(&T)``."""
    text = _IN_BRACKETS.sub("", text)
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def keys_text(keys: Sequence[str]) -> str:
    """Shortcuts as this platform writes them, for example ``Ctrl+Shift+Z, Ctrl+Y``."""
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(native) for key in keys).replace("Right", "→")
