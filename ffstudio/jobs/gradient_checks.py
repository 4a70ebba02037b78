"""Asks the engine for one image's gradients, to hold a view's numbers against."""

from __future__ import annotations

import itertools
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from ffstudio.core.errors import error_words
from ffstudio.core.look.gradient_check import EngineGradients
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.run.status import EngineState
from ffstudio.core.words import tr
from ffstudio.jobs.engine_protocol import Engine
from ffstudio.jobs.post import Post
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.state import StudioState


class GradientChecks(QObject):
    """One question at a time counts: the newest.

    Signals:
        answered(number, EngineGradients): The engine has answered the question of that number.
        failed(number, message): It could not.
    """

    answered = Signal(int, object)
    failed = Signal(int, str)

    def __init__(self, state: StudioState, runs: Runs, post: Post, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._runs, self._post = state, runs, post
        self._numbers = itertools.count(1)

    def why_not(self) -> str:
        """Why the engine cannot be asked now, one sentence; empty when it can."""
        engine, message = self._state.engine_state
        if engine is EngineState.LOADING:
            return tr("The engine is warming up.")
        if engine is EngineState.FAILED:
            return message or tr("The engine could not be started; see the log.")
        return ""

    def ask(self, net: NetworkSnapshot, x: Any, target: Any) -> int:
        """Has the gradients of one image's loss found, between two batches while a run goes on.

        Args:
            x: The image (pixels,).
            target: What the outputs should be (classes,).

        Returns:
            The number of the question.
        """
        number = next(self._numbers)

        def work(engine: Engine) -> None:
            try:
                gradients: EngineGradients = engine.gradients_of(net, x, target)
            except Exception as error:  # told where the numbers are, whatever it is
                words = error_words(error)
                self._post(partial(self.failed.emit, number, words))
            else:
                self._post(partial(self.answered.emit, number, gradients))

        self._runs.do(work, lambda: self._runs.do(work, lambda: None))
        return number
