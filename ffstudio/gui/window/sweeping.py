"""What the window does for sweeps: asks what to try, and shows what comes of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import tr
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio


class Sweeping(QObject):
    """Sets sweeps up.

    Args:
        bring_up: Shows a panel, by its name in the table.
    """

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        bring_up: Callable[[str], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._messages, self._window = studio, messages, window
        self._settings = settings
        self._bring_up = bring_up
        studio.sweeps.opened.connect(self._remember)
        studio.sweeps.begun.connect(self._show_begun)
        last = settings.last_sweep
        if last and studio.sweeps.path is None and Path(last).is_dir():
            studio.sweeps.bring_back(Path(last))

    @Slot(str)
    def ask(self, name: str = "") -> None:
        """Asks what a sweep shall try.

        Args:
            name: The setting that is varied at first; empty for none.
        """
        from ffstudio.gui.dialogs.sweep_dialog import SweepDialog

        commit_open_texts()
        studio = self._studio
        problem = studio.why_not_apart() or studio.sweeps.why_not_begin()
        if problem:
            self._messages.fail(UserError(tr("No sweep can be begun"), problem))
            return
        folder = studio.sweeps.suggest_folder(studio.spec)
        # One core is left to the window.
        jobs = max(1, (os.cpu_count() or 1) - 1)
        dialog = SweepDialog(
            studio.spec,
            [name] if name else [],
            folder,
            min(jobs, 4),
            studio.sweeps.begin,
            self._window,
        )
        dialog.open()

    @Slot(object)
    def _remember(self, path: Path) -> None:
        # At once, for a process that is killed.
        self._settings.last_sweep = str(path)
        self._settings.sync()

    @Slot(object)
    def _show_begun(self, path: Path) -> None:
        self._bring_up("sweep")
        self._messages.say(tr("The sweep {name} is trained.", name=path.name))
