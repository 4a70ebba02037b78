"""Has pictures scored in the background, in the order in which they were drawn."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.gui.panels.draw.scores import Scores, score
from ffstudio.jobs.latest import LatestTask

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class _Answer:
    """A request's number and its scores."""

    number: int
    scores: Scores


def _answer(number: int, snapshot: ModelSnapshot, picture: Floats) -> _Answer:
    with np.errstate(all="ignore"):  # a diverged net is told as such
        return _Answer(number, score(snapshot, picture))


class PictureScorer(QObject):
    """The newest picture counts; each answer is told while the next is on its way.

    Attributes:
        task: The background work, for a pace.

    Signals:
        scored(Scores): What the nets think of a picture.
        failed(message, details): They could not be asked.
    """

    scored = Signal(object)
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.task = LatestTask(self, name="scores", keep_stale=True)
        self.task.done.connect(self._take)
        self.task.failed.connect(self.failed)
        self._numbers = itertools.count(1)
        self._oldest_valid = 0

    def score(self, snapshot: ModelSnapshot, picture: Floats) -> None:
        """Asks for the scores of a picture (height, width)."""
        self.task.submit(_answer, next(self._numbers), snapshot, picture)

    def forget(self) -> None:
        """Answers that are on their way belong to a picture that is gone."""
        self._oldest_valid = next(self._numbers)
        self.task.forget()

    def pass_over(self) -> None:
        """As :meth:`forget`, but lets the work go on whose answer will be passed over."""
        self._oldest_valid = next(self._numbers)

    def close(self) -> None:
        """Ends the background work."""
        self.task.close(1.0)

    @Slot(object)
    def _take(self, answer: _Answer) -> None:
        if answer.number >= self._oldest_valid:
            self.scored.emit(answer.scores)
