"""Strangers' models on their way into the studio: opened in the engine thread, held here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.loose_weights import fit, taken_apart

Post = Callable[[Callable[[], None]], None]
Submit = Callable[[Callable[[Any], None]], None]


class ForeignModels(QObject):
    """Opens strangers' files and remembers what was found in the one that is open.

    Args:
        submit: Has a function run in the engine thread.
        post: Has a function run in the GUI thread.

    Signals:
        opening(name): A file is being read and tried; may take seconds.
        opened(Opened): It is open: see :class:`ffstudio.engine.strangers.opened.Opened`.
        refused(path, message, card, details): It was not; ``card`` may be None, ``details``
            are for a report.
        changed(): :attr:`current` is another one, or none.
        incomplete_changed(): There are other weights that wait for a network, or none.
    """

    opening = Signal(str)
    opened = Signal(object)
    refused = Signal(str, str, object, str)
    changed = Signal()
    incomplete_changed = Signal()

    def __init__(self, submit: Submit, post: Post, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._submit, self._post = submit, post
        self._asked = 0
        self._current: Any = None
        self._path: Path | None = None
        self._incomplete: tuple[Path, Any] | None = None

    @property
    def incomplete(self) -> tuple[Path, Any] | None:
        """Weights that wait for a network: their file and ``files.foreign.contents.Foreign``."""
        return self._incomplete

    @property
    def current(self) -> Any:
        """The stranger's model that is open (``engine.strangers.opened.Opened``), or None."""
        return self._current

    @property
    def path(self) -> Path | None:
        """Where it came from."""
        return self._path

    @property
    def is_busy(self) -> bool:
        """True while a file is being opened."""
        return self._asked != 0

    def open(self, path: Path, found: Any) -> None:
        """Opens a file whose contents have been read; the answer comes as a signal.

        Args:
            found: ``files.foreign.contents.Foreign``.
        """
        card = found.card
        if found.loose:
            self._wait(path, found)
            return
        if found.candidates:
            self._ask(path, lambda engine: engine.taken_up(found))
            return
        reasons = " ".join(card.refused) or "No network can be made of it."
        self.refused.emit(str(path), f"{card.file}: {reasons} {card.advice}".strip(), card, "")

    def _wait(self, path: Path, found: Any) -> None:
        self._incomplete = (path, found)
        self.incomplete_changed.emit()

    def take_apart(self) -> None:
        """Has the weights of the model that is open wait for layers that the user changes."""
        if self._current is None or self._path is None:
            return
        opened = self._current
        one = opened.found.candidates[opened.answer]
        loose = taken_apart(one.network, one.weights)
        self._wait(self._path, dataclasses.replace(opened.found, loose=loose))

    def complete(self, network: Architecture, text: str) -> str:
        """Opens the weights that wait as those of ``network``; else says why they do not fit."""
        if self._incomplete is None:
            return "There are no weights that wait for a network"
        path, found = self._incomplete
        answer = fit(found.loose, network)
        if answer.why:
            return answer.why
        self._ask(path, lambda engine: engine.completed(found, network, answer.arrays, text))
        return ""

    def forget_incomplete(self) -> None:
        """The weights no longer wait."""
        if self._incomplete is not None:
            self._incomplete = None
            self.incomplete_changed.emit()

    def choose_answer(self, index: int) -> None:
        """Takes another of the networks that fit the file that is open."""
        if self._current is None or self._path is None:
            return
        found = self._current.found
        self._ask(self._path, lambda engine: engine.taken_up(found, index))

    def close(self) -> None:
        """Forgets what is open, for another model takes its place."""
        self._asked = 0
        self.forget_incomplete()
        if self._current is not None:
            self._current, self._path = None, None
            self.changed.emit()

    def _ask(self, path: Path, ask: Callable[[Any], Any]) -> None:
        self._asked += 1
        number = self._asked
        self.opening.emit(path.name)

        def work(engine: Any) -> None:
            try:
                found = ask(engine)
            except FfstudioError as error:
                message = str(error)
                self._post(lambda: self._refuse(number, path, message, ""))
            except Exception as error:  # Keras and TensorFlow raise all kinds
                import traceback

                message = f"{path.name} cannot be used: {error}"
                details = traceback.format_exc()
                self._post(lambda: self._refuse(number, path, message, details))
            else:
                self._post(lambda: self._take(number, path, found))

        self._submit(work)

    def _take(self, number: int, path: Path, found: Any) -> None:
        if number != self._asked:
            return  # another file was opened meanwhile
        self._asked = 0
        self._current, self._path = found, path
        self.forget_incomplete()
        self.opened.emit(found)
        self.changed.emit()

    def _refuse(self, number: int, path: Path, message: str, details: str) -> None:
        if number == self._asked:
            self._asked = 0
            self.refused.emit(str(path), message, None, details)
