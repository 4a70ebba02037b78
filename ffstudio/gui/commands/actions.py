"""One Qt action for every command, kept in step with the studio by one object.

Menus and buttons use these very actions, so that they cannot disagree. Whatever changes
the studio only says that something has changed; all commands are asked again, once for
however many changes, and at the latest when somebody looks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import end_sentence
from ffstudio.gui.commands.command import (
    Choices,
    Command,
    Menu,
    MenuChoice,
    keys_text,
    without_mnemonic,
)
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import ThemeManager

C = TypeVar("C")


@dataclass(frozen=True)
class CommandState:
    """How a command looks now.

    Attributes:
        why_not: Why it cannot be done, a sentence; empty when it can.
    """

    text: str
    tip: str
    icon: str
    why_not: str


@dataclass(frozen=True)
class Offer:
    """Something that can be asked for by name, with all that is said of it.

    Attributes:
        path: Under which menu it stands.
        keys: Its shortcuts, as the platform writes them.
        why_not: Why it cannot be done now; empty when it can.
    """

    text: str
    path: str
    keys: str
    tip: str
    why_not: str
    run: Callable[[], object]


class Actions(QObject, Generic[C]):
    """The actions of a table of commands, by id.

    Args:
        context: What the commands act on.
        say: Told in a sentence why something cannot be done.
        parent: The widget whose shortcuts these are.

    Signals:
        begun(): A command or a choice is asked for; whether it can be done is looked at next.
        refreshed(): All actions agree with the studio's state again.
    """

    begun = Signal()
    refreshed = Signal()

    def __init__(
        self,
        menus: Sequence[Menu[C]],
        context: C,
        themes: ThemeManager,
        say: Callable[[str], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.menus = tuple(menus)
        self._context, self._themes, self._say = context, themes, say
        self._commands = {c.id: c for menu in menus for c in menu.commands()}
        self._shown: dict[str, CommandState] = {}
        self._pictured: dict[str, tuple[str, str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.refresh)
        self._made = {c.id: self._action(c, parent) for c in self._commands.values()}
        themes.changed.connect(self.refresh)
        self.refresh()

    def _action(self, command: Command[C], parent: QWidget) -> QAction:
        action = QAction(parent)
        action.setObjectName(f"{command.id}_action")
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setAutoRepeat(command.repeats)
        action.setMenuRole(command.role)
        action.triggered.connect(lambda checked=False, name=command.id: self.run(name))
        parent.addAction(action)
        return action

    def speak_anew(self, menus: Sequence[Menu[C]]) -> None:
        """Another language is spoken: the same commands, declared in it."""
        self.menus = tuple(menus)
        self._commands = {c.id: c for menu in menus for c in menu.commands()}
        self.refresh()

    def __getitem__(self, name: str) -> QAction:
        self._refresh_if_due()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def command(self, name: str) -> Command[C]:
        """The declaration of one command."""
        return self._commands[name]

    def look_of(self, name: str) -> CommandState:
        """How a command looks now."""
        self._refresh_if_due()
        return self._shown[name]

    # --- state ----------------------------------------------------------------------

    @Slot()
    def refresh_soon(self, *_: object) -> None:
        """Something has changed; may be called as often as one likes."""
        if not self._timer.isActive():
            self._timer.start(0)

    def _refresh_if_due(self) -> None:
        if self._timer.isActive():
            self.refresh()

    @Slot()
    def refresh(self, *_: object) -> None:
        """Asks every command how it looks and whether it can be done."""
        self._timer.stop()
        for name, command in self._commands.items():
            face = command.face(self._context)
            now = CommandState(
                face.text or command.text,
                face.tip or command.tip,
                face.icon or command.icon,
                command.why_not(self._context),
            )
            self._dress(self._made[name], command, now)
            self._shown[name] = now
        self.refreshed.emit()

    def _dress(self, action: QAction, command: Command[C], now: CommandState) -> None:
        if self._shown.get(command.id) != now:
            action.setText(now.text)
            action.setIconText(command.button or without_mnemonic(now.text).rstrip("…"))
            action.setEnabled(not now.why_not)
            action.setStatusTip(now.why_not or now.tip)
            keys = f" ({keys_text(command.keys[:1])})" if command.keys else ""
            tip = end_sentence(f"{now.tip.rstrip('.。')}{keys}")
            action.setToolTip(now.why_not or tip)
        picture = (now.icon, self._themes.theme.name)
        if now.icon and self._pictured.get(command.id) != picture:
            self._pictured[command.id] = picture
            action.setIcon(icon(now.icon, self._themes.theme))

    # --- doing ----------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Does it, or says why it cannot be done."""
        self.begun.emit()
        command = self._commands[name]
        why = command.why_not(self._context)
        if why:
            self._say(why)
        else:
            command.run(self._context)
            self.refresh_soon()

    def take_key(self, event: QKeyEvent) -> bool:
        """For a key that nothing else wanted: runs its command, or says why not.

        Qt passes the shortcut of a disabled action on as if it were no shortcut; without
        this the key would do nothing and say nothing.
        """
        pressed = QKeySequence(event.keyCombination())
        for name, command in self._commands.items():
            if any(QKeySequence(key) == pressed for key in command.keys):
                if command.repeats or not event.isAutoRepeat():
                    self.run(name)
                return True
        return False

    def choose(self, choices: Choices[C], choice: MenuChoice) -> None:
        """Takes one of a list, or says why it cannot be taken."""
        self.begun.emit()
        why = choices.why_not(self._context)
        if why:
            self._say(why)
        else:
            choice.run()

    def list_choices(self, choices: Choices[C]) -> Sequence[MenuChoice]:
        """What can be chosen now."""
        return choices.listed(self._context)

    def why_no_choices(self, choices: Choices[C]) -> str:
        """Why none can be chosen now; empty when they can."""
        return choices.why_not(self._context)

    def offers(self) -> list[Offer]:
        """Every command, then every choice, as they are now, in the order of the menus."""
        self._refresh_if_due()
        offered = [self._offer(menu.title, c) for menu in self.menus for c in menu.commands()]
        for menu in self.menus:
            for choices in menu.choices():
                path, why = (
                    f"{menu.title} › {without_mnemonic(choices.text)}",
                    choices.why_not(self._context),
                )
                for choice in choices.listed(self._context):
                    if not choice.apart:
                        text = choices.spoken.format(without_mnemonic(choice.text))
                        run = partial(self.choose, choices, choice)
                        offered.append(Offer(text, path, "", choice.tip, why, run))
        return offered

    def _offer(self, menu: str, command: Command[C]) -> Offer:
        now = self._shown[command.id]
        return Offer(
            without_mnemonic(now.text),
            menu,
            keys_text(command.keys),
            now.tip,
            now.why_not,
            partial(self.run, command.id),
        )
