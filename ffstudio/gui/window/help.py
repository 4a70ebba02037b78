"""Help, the sheet of shortcuts, and what the program stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import tr
from ffstudio.gui.style.theme import ThemeManager

if TYPE_CHECKING:
    from ffstudio.gui.dialogs.help_window import HelpWindow
    from ffstudio.gui.window.panel_dock import PanelDock


class Help(QObject):
    """What the Help menu shows; the help window is made when it is first wanted.

    Args:
        shortcuts: (menu, keys, what it does) of all that has a shortcut.
        device: What the engine trains on; None while it is not loaded.
    """

    def __init__(
        self,
        themes: ThemeManager,
        shortcuts: Callable[[], Sequence[tuple[str, str, str]]],
        device: Callable[[], TrainingDevice | None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._themes, self._shortcuts, self._parent = themes, shortcuts, window
        self._device = device
        self._window: HelpWindow | None = None

    @property
    def window(self) -> HelpWindow:
        """The help window."""
        if self._window is None:
            self._window = self._make(self._parent)
        return self._window

    def show(self) -> None:
        """The page that was shown last, at first the first."""
        self.window.open_page()

    def show_for(self, dock: PanelDock | None) -> None:
        """The page of a panel, at its place there; without one the page that was shown last."""
        if dock is None:
            self.show()
        else:
            self.window.open_page_of(dock.entry.help_page, dock.entry.title)

    def serve(self, dialog: QDialog, page: str) -> None:
        """Has F1 open a page in a dialog, which a shortcut of the window does not reach."""
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), dialog)
        key.activated.connect(partial(self._show_beside, dialog, page))

    def _show_beside(self, dialog: QDialog, page: str) -> None:
        window = self.window
        if dialog.isModal():  # it keeps the user from all windows that are not its own
            window = dialog.findChild(type(window)) or self._make(dialog)
        window.open_page_of(page)

    def _make(self, parent: QWidget) -> HelpWindow:
        from ffstudio.gui.dialogs.help_window import HelpWindow

        return HelpWindow(self._themes, self._shortcuts(), parent)

    def show_shortcuts(self) -> None:
        """The sheet of all shortcuts."""
        from ffstudio.gui.dialogs.help_window import SHORTCUTS

        self.window.open_page(tr(SHORTCUTS))

    def show_about(self) -> None:
        """Versions, licences and which device trains."""
        from ffstudio.gui.dialogs import questions

        questions.AboutDialog.ask(self._parent, self._device())

    def speak_anew(self) -> None:
        """Another language is spoken: the window is made anew, at its place where it is open."""
        if self._window is None:
            return
        old, self._window = self._window, None
        if old.isVisible():
            self.window.take_place_of(old)
        old.close()
        old.deleteLater()

    def close(self) -> None:
        """Takes the help window away."""
        if self._window is not None:
            self._window.close()
