"""What is handed on to others: Keras scripts, written in a thread of their own."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ffstudio import __version__
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.events import SettingChanged
from ffstudio.core.words import tr
from ffstudio.files.scripts import save_script
from ffstudio.jobs.post import Post
from ffstudio.jobs.state import UserError


@dataclass(frozen=True)
class Beginning:
    """How a kept run began, and what was changed while it trained.

    Attributes:
        spec: The experiment as it was before any of the changes; None where it is not known.
        has_gone_on: Whether it began with nets that had learnt before, which no seed repeats.
        changes: In order, each with its step.
    """

    spec: ExperimentSpec | None = None
    has_gone_on: bool = False
    changes: tuple[SettingChanged, ...] = ()


def read_beginning(folder: Path | None) -> Beginning:
    """How the run in a folder began; nothing is known of one that is in none."""
    from ffstudio.files.runs import record
    from ffstudio.files.runs.folder import RunFolder

    if folder is None:
        return Beginning()
    try:
        begun, changes = record.read_beginning(RunFolder(folder).record_path)
    except FfstudioError:
        return Beginning()
    return Beginning() if begun is None else Beginning(begun.spec, begun.resumed, changes)


class ScriptWriter(QObject):
    """Writes an experiment's Keras script, and its images beside it where that is needed.

    Signals:
        written(paths): The files that were written.
        failed(error): Why not, for a reader.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._post = Post(self)

    def write(self, spec: ExperimentSpec, path: Path) -> None:
        """Begins to write; one of the signals tells how it went."""
        thread = threading.Thread(
            target=self._work, args=(spec, path), name="ffstudio-script", daemon=True
        )
        thread.start()

    def _work(self, spec: ExperimentSpec, path: Path) -> None:
        try:
            written = save_script(spec, path, version=__version__)
        except (FfstudioError, OSError) as error:
            failed = UserError(tr("The script was not written"), _words(error, path))
            self._post(lambda: self.failed.emit(failed))
        else:
            self._post(lambda: self.written.emit(written))


def _words(error: Exception, path: Path) -> str:
    if isinstance(error, FfstudioError):
        return str(error)
    return tr(
        "{path} cannot be written ({error_words}). Choose another place.",
        path=path,
        error_words=error_words(error),
    )
