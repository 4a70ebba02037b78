"""What the window does for sweeps and the queue: asks, tells, and shows what comes of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.errors import error_words
from ffstudio.core.run.queued import INTERRUPTED, WAITING
from ffstudio.core.words import tr
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio


class Sweeping(QObject):
    """Sets sweeps up, and fills the queue.

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
        self._is_told = False
        self._bring_up = bring_up
        studio.sweeps.opened.connect(self._remember)
        studio.sweeps.begun.connect(self._show_begun)
        studio.sweeps.workers_changed.connect(self._note_training)
        studio.queue.added.connect(self._tell_queued)
        studio.queue.changed.connect(self._tell_waiting)
        last = settings.last_sweep
        if last and studio.sweeps.path is None and Path(last).is_dir():
            studio.sweeps.bring_back(Path(last))
            if settings.is_sweep_training:
                QTimer.singleShot(0, self, self._offer)

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
            note=studio.say_begins_anew(),
        )
        dialog.open()

    @Slot(object)
    def _remember(self, path: Path) -> None:
        # At once, for a process that is killed.
        self._settings.last_sweep = str(path)
        self._settings.sync()

    @Slot(int)
    def _note_training(self, count: int) -> None:
        trains = count > 0 and not self._studio.sweeps.is_pausing
        if trains != self._settings.is_sweep_training:
            self._settings.is_sweep_training = trains
            self._settings.sync()

    @Slot()
    def _offer(self) -> None:
        """A sweep that was trained when the program ended, killed or closed."""
        path = self._studio.sweeps.path
        if path is None:
            return
        self._messages.notify(
            tr("The sweep “{name}” was cut off", name=path.name),
            tr(
                "It was trained when ffstudio ended. What it has found is kept; Go On takes up "
                "the rest."
            ),
            action=(tr("Show Sweep"), self._show_cut_off),
            lasts_ms=0,
            declined=lambda: self._note_training(0),
        )

    def _show_cut_off(self) -> None:
        self._note_training(0)
        self._bring_up("sweep")

    @Slot(object)
    def _show_begun(self, path: Path) -> None:
        self._bring_up("sweep")
        self._messages.say(tr("The sweep {name} is trained.", name=path.name))

    # --- the queue ------------------------------------------------------------------

    @Slot()
    def add_to_queue(self) -> None:
        """Puts the builder's experiment at the end of the queue; a net out of a file goes on
        there, as it does by Train.
        """
        commit_open_texts()
        problem = self._studio.why_not_queue()
        if problem:
            self._messages.fail(UserError(tr("It was not put into the queue"), problem))
        elif self._studio.spec.network is not None:
            self.queue_nets()
        else:
            self._is_told = True  # that something waits is about to be said
            self._studio.queue.add(self._studio.spec)

    @Slot()
    def queue_nets(self) -> None:
        """Has the nets that are shown go on at the end of the queue, from a copy of them."""
        commit_open_texts()
        studio = self._studio
        problem = studio.queue.why_not_nets()
        if problem:
            self._messages.fail(UserError(tr("It was not put into the queue"), problem))
            return
        try:
            number, path = studio.queue.place_nets()
        except OSError as error:
            self._messages.fail(UserError(tr("It was not put into the queue"), error_words(error)))
            return
        spec, self._is_told = studio.spec, True
        studio.files.keep_copy(path, lambda: studio.queue.add(spec, number))

    @Slot(str)
    def _tell_queued(self, name: str) -> None:
        self._is_told = True
        entries = self._studio.queue.entries
        goes_on = bool(entries) and entries[-1].goes_on
        from_what = (
            tr("It goes on from a copy of the nets as they are now.")
            if goes_on
            else self._studio.say_begins_anew()
        )
        waiting = sum(entry.state == WAITING for entry in self._studio.queue.entries)
        when = (
            tr("It is trained when {count} before it have been.", count=waiting - 1)
            if self._studio.queue.is_on and waiting > 1
            else tr("Start, in the panel Queue, trains what waits one after another.")
        )
        self._messages.notify(
            tr("{name} is in the queue", name=name),
            f"{when} {from_what}".rstrip(),
            action=(tr("Show Queue"), lambda: self._bring_up("queue")),
        )

    @Slot()
    def _tell_waiting(self) -> None:
        """Once, at the start: what has been left waits."""
        queue = self._studio.queue
        left = sum(entry.state in (WAITING, INTERRUPTED) for entry in queue.entries)
        if self._is_told or queue.is_on or not left:
            return
        self._is_told = True
        self._messages.notify(
            tr("The queue waits"),
            tr("Experiments that are left to be trained: {count}.", count=left),
            action=(tr("Show Queue"), lambda: self._bring_up("queue")),
        )
