"""Help, the sheet of shortcuts, and what the program stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ffstudio.gui.style.theme import ThemeManager

if TYPE_CHECKING:
    from ffstudio.gui.dialogs.help_window import HelpWindow


class Help(QObject):
    """What the Help menu shows; the help window is made when it is first wanted.

    Args:
        shortcuts: (menu, keys, what it does) of all that has a shortcut.
    """

    def __init__(
        self,
        themes: ThemeManager,
        shortcuts: Callable[[], Sequence[tuple[str, str, str]]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._themes, self._shortcuts, self._parent = themes, shortcuts, window
        self._window: HelpWindow | None = None

    @property
    def window(self) -> HelpWindow:
        """The help window."""
        from ffstudio.gui.dialogs.help_window import HelpWindow

        if self._window is None:
            self._window = HelpWindow(self._themes, self._shortcuts(), self._parent)
        return self._window

    def show(self) -> None:
        """The page that was shown last, at first the first."""
        self.window.open_page()

    def show_shortcuts(self) -> None:
        """The sheet of all shortcuts."""
        from ffstudio.gui.dialogs.help_window import SHORTCUTS

        self.window.open_page(SHORTCUTS)

    def show_about(self) -> None:
        """Versions and licences."""
        from ffstudio.gui.dialogs import questions

        questions.AboutDialog.ask(self._parent)

    def close(self) -> None:
        """Takes the help window away."""
        if self._window is not None:
            self._window.close()
