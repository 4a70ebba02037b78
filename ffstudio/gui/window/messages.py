"""What the window tells the user: a sentence in the status bar, a card, an error."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.state import UserError

if TYPE_CHECKING:
    from ffstudio.gui.system.notifications import ErrorDialog, Toast, Toasts

log = logging.getLogger(__name__)

MESSAGE_MS = 7000


class Messages(QObject):
    """One place for all of them; cards and dialog are made when the first one comes.

    Signals:
        failed(UserError): An error is being shown.
    """

    failed = Signal(object)

    def __init__(self, window: QMainWindow, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window, self._themes = window, themes
        self._toasts: Toasts | None = None
        self._error_dialog: ErrorDialog | None = None

    @property
    def toasts(self) -> Toasts:
        """The cards in the corner."""
        if self._toasts is None:
            from ffstudio.gui.system.notifications import Toasts

            self._toasts = Toasts(self._window, self._themes)
        return self._toasts

    @property
    def error_dialog(self) -> ErrorDialog:
        """The dialog that holds all errors until it is closed."""
        if self._error_dialog is None:
            from ffstudio.gui.system.notifications import ErrorDialog

            self._error_dialog = ErrorDialog(self._themes, self._window)
        return self._error_dialog

    @Slot(str)
    def say(self, text: str) -> None:
        """A sentence in the status bar."""
        log.info("%s", text)
        self._window.statusBar().showMessage(text, MESSAGE_MS)

    @Slot(object)
    def fail(self, error: UserError) -> None:
        """An error, in a dialog that blocks nothing."""
        self.failed.emit(error)
        self.error_dialog.add(error)

    def notify(
        self,
        title: str,
        text: str = "",
        *,
        level: str = "info",
        action: tuple[str, Callable[[], object]] | None = None,
        lasts_ms: int = MESSAGE_MS,
        declined: Callable[[], object] | None = None,
    ) -> Toast:
        """A card in the corner; see :meth:`Toasts.show`."""
        return self.toasts.show(
            title, text, level=level, action=action, lasts_ms=lasts_ms, declined=declined
        )

    def withdraw(self, card: Toast | None) -> None:
        """Takes a card away, if it is still there: what it says is true no longer."""
        if card is not None and self._toasts is not None and card in self._toasts.shown:
            card.dismiss()

    @Slot()
    def place(self, *_: object) -> None:
        """Puts the cards into their corner and above whatever has come up."""
        if self._toasts is not None:
            self._toasts.place()

    def close(self) -> None:
        """Takes everything away."""
        if self._toasts is not None:
            self._toasts.clear()
        if self._error_dialog is not None:
            self._error_dialog.close()
