"""The menu bar, made from the table of commands."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ffstudio.gui.commands.actions import Actions
from ffstudio.gui.commands.command import Choices, Command, Kept, Menu
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import ThemeManager

C = TypeVar("C")


class Menus(QObject, Generic[C]):
    """Fills a window's menu bar; submenus of choices are filled whenever they are opened.

    Args:
        context: What the commands act on.
    """

    def __init__(
        self, actions: Actions[C], context: C, themes: ThemeManager, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._actions, self._context, self._themes = actions, context, themes
        self._submenus: list[tuple[Choices[C], QMenu]] = []
        self._menus: list[tuple[Menu[C], QMenu]] = []
        self._kept: list[tuple[Kept[C], QMenu]] = []
        for menu in actions.menus:
            shown = window.menuBar().addMenu(menu.text)
            self._menus.append((menu, shown))
            shown.setObjectName(f"{menu.name.lower()}_menu")
            for i, group in enumerate(menu.groups):
                if i:
                    shown.addSeparator()
                for entry in group:
                    if isinstance(entry, Command):
                        shown.addAction(actions[entry.id])
                    elif isinstance(entry, Choices):
                        self._add_submenu(shown, entry)
                    else:
                        self._add_kept(shown, entry)
        actions.refreshed.connect(self._refresh)
        self._refresh()

    def _add_submenu(self, menu: QMenu, choices: Choices[C]) -> None:
        submenu = menu.addMenu(choices.text)
        submenu.setObjectName(f"{choices.id}_menu")
        submenu.setToolTipsVisible(True)
        group = QActionGroup(submenu)
        submenu.aboutToShow.connect(lambda: self._fill(choices, submenu, group))
        self._submenus.append((choices, submenu))

    def find_choices(self, name: str) -> QMenu:
        """The submenu of these choices, to be had in another place as well.

        Raises:
            KeyError: There are no such choices.
        """
        return {choices.id: submenu for choices, submenu in self._submenus}[name]

    def _add_kept(self, menu: QMenu, kept: Kept[C]) -> None:
        if kept.text:
            menu = menu.addMenu(kept.text)
            menu.setObjectName(f"{kept.id}_menu")
            self._kept.append((kept, menu))
        menu.addActions(list(kept.actions(self._context)))

    @Slot()
    def _refresh(self) -> None:
        for menu, shown in self._menus:
            shown.setTitle(menu.text)
        for kept, submenu in self._kept:
            submenu.setTitle(kept.text)
        for choices, submenu in self._submenus:
            submenu.setTitle(choices.text)
            why = self._actions.why_no_choices(choices)
            submenu.setEnabled(not why)
            submenu.menuAction().setStatusTip(why)
            if choices.icon:
                submenu.setIcon(icon(choices.icon, self._themes.theme))

    def _fill(self, choices: Choices[C], submenu: QMenu, group: QActionGroup) -> None:
        submenu.clear()
        listed = self._actions.list_choices(choices)
        for number, choice in enumerate(listed, start=1):
            if choice.apart:
                submenu.addSeparator()
            key = f"&{number}  " if choices.numbered and number < 10 and not choice.apart else ""
            action = submenu.addAction(f"{key}{choice.text}")
            action.setObjectName(f"{choice.id}_action")
            action.setToolTip(choice.tip)
            action.setStatusTip(choice.tip)
            if choice.is_on is not None:
                action.setCheckable(True)
                action.setChecked(choice.is_on)
                group.addAction(action)
            action.triggered.connect(
                lambda checked=False, one=choice: self._actions.choose(choices, one)
            )
        if not listed and choices.nothing:
            submenu.addAction(choices.nothing).setEnabled(False)
