"""Watching a run that somebody else trains: the commands, and what is told of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.run.progress import Progress
from ffstudio.core.run.results import accuracy_words, say_tested_on
from ffstudio.core.run.status import WatchState
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import Command
from ffstudio.gui.dialogs import questions
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.file_actions import Files
from ffstudio.gui.window.messages import Messages
from ffstudio.gui.window.run_texts import duration_text, progress_text
from ffstudio.jobs.studio import Studio
from ffstudio.jobs.watching import Watching


def watch_text(watching: Watching, progress: Progress) -> str:
    """What is watched, and how far it is."""
    name, condition = watching.name, watching.condition
    if watching.problem:
        return tr("Watching {name} (read-only): {problem}", name=name, problem=watching.problem)
    if condition is WatchState.WAITING:
        return tr("Watching {name} (read-only): no run is there yet", name=name)
    if condition is WatchState.ENDED:
        return tr("Watching {name} (read-only): it has ended", name=name)
    if condition is WatchState.BROKEN_OFF:
        return tr("Watching {name} (read-only): what trained it has broken off", name=name)
    if condition is WatchState.GONE:
        return tr("Watching {name} (read-only): its folder is gone", name=name)
    if condition is WatchState.QUIET:
        return tr(
            "Watching {name} (read-only): nothing new for {time}",
            name=name,
            time=duration_text(watching.quiet_s),
        )
    if not progress.epochs:
        return tr("Watching {name} (read-only)", name=name)
    return tr(
        "Watching {name} (read-only) · {progress}", name=name, progress=progress_text(progress)
    )


class Watcher(QObject):
    """Asks for a folder to watch, and tells how what is watched ends."""

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        messages: Messages,
        files: Files,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._settings, self._messages = studio, settings, messages
        self._files, self._window = files, window
        studio.watching.ended.connect(self._tell_end)

    def ask(self) -> None:
        """Asks for the folder of a run and watches it."""
        folder = questions.FolderDialog.ask(
            self._window, tr("Watch a Run Folder"), self._settings.folder("watch")
        )
        if folder is not None:
            self._settings.set_folder("watch", folder)
            self._files.watch_folder(folder)

    @Slot(object)
    def _tell_end(self, condition: WatchState) -> None:
        watching = self._studio.watching
        folder, name = watching.folder, watching.name
        if folder is None:
            return
        if condition is WatchState.GONE:
            self._messages.notify(
                tr("The folder of “{name}” is gone", name=name),
                tr(
                    "{folder} cannot be found any more. What had come of the run stays in sight; "
                    "when the folder comes back, it is watched on.",
                    folder=folder,
                ),
                level="warning",
                lasts_ms=0,
            )
            return
        if condition is WatchState.ENDED:
            finished = self._studio.newest.finished
            right = accuracy_words(finished.test_accuracy) if finished is not None else ""
            title = tr("“{name}” has ended", name=name)
            text = tr("Open it to save its nets or to go on with it.")
            if finished is not None and right:
                text = tr(
                    "Right of {tested_on}: {right}. Open it to save its nets or to go on with it.",
                    tested_on=say_tested_on(finished.tested_on),
                    right=right,
                )
        else:
            title = tr("“{name}” has broken off", name=name)
            text = tr(
                "The process that trained it is gone, and the run has not ended. Open it to go on "
                "from its last whole epoch."
            )
        self._messages.notify(
            title,
            text,
            action=(tr("Open It"), lambda: self._files.open_path(folder)),
            lasts_ms=0,
        )


def _not_watching(parts: Any) -> str:
    return "" if parts.studio.watching.is_on else tr("No run is being watched.")


def _cannot_watch(parts: Any) -> str:
    if parts.studio.status.is_active:
        return tr("A run is active. Stop or cancel it first.")
    return ""


def watch_commands() -> tuple[Command[Any], ...]:
    """For the File menu."""
    return (
        Command(
            "watch_run",
            "&Watch a Run Folder…",
            "Follow a run that another process or machine is training, without touching it.",
            lambda parts: parts.watcher.ask(),
            _cannot_watch,
        ),
        Command(
            "stop_watching",
            "Stop Watching",
            "Look no longer at the run that is watched; what has come of it stays in sight.",
            lambda parts: parts.studio.watching.stop(),
            _not_watching,
        ),
    )
