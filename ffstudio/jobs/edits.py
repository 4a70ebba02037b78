"""Edits of the experiment: undoable, and those of one setting in a row are one."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.jobs.state import StudioState

UseExperiment = Callable[[ExperimentSpec], None]

_SAME_EDIT_S = 2.0


class Edits:
    """Changes the experiment and remembers how it was.

    Args:
        use: Has the studio use an experiment from now on.
        parent: Of the undo stack.
    """

    def __init__(self, state: StudioState, use: UseExperiment, parent: QObject) -> None:
        self.undo_stack = QUndoStack(parent)
        self._state, self._use = state, use

    def edit(self, spec: ExperimentSpec, text: str = "Edit", key: str = "") -> None:
        """Replaces the experiment, undoably.

        Args:
            text: For the undo menu.
            key: Edits with the same key within two seconds become one undo step; those
                without a key never do.
        """
        if spec != self._state.spec:
            self.undo_stack.push(_Edit(self._use, self._state.spec, spec, text, key))

    def go_back_to(self, index: int) -> None:
        """Takes back all edits after the first ``index``; they cannot be done again."""
        self.undo_stack.setIndex(index)
        nothing = QUndoCommand()
        nothing.setObsolete(True)  # it is not kept, but what could be done again goes
        self.undo_stack.push(nothing)

    def take_shown(self) -> None:
        """Takes the experiment whose nets are shown back, undoably."""
        made = self._state.trained_spec
        if made is not None:
            self.edit(made, "Take the Nets' Experiment")


class _Edit(QUndoCommand):
    """One edit of the experiment; edits of the same setting in a row become one."""

    def __init__(
        self, use: UseExperiment, before: ExperimentSpec, after: ExperimentSpec, text: str, key: str
    ) -> None:
        super().__init__(text)
        self._use, self._before, self._after, self._key = use, before, after, key
        self._time = time.monotonic()

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other._key != self._key:
            return False
        if other._time - self._time > _SAME_EDIT_S:
            return False
        self._after, self._time = other._after, other._time
        if self._after == self._before:
            self.setObsolete(True)
        return True

    def redo(self) -> None:
        self._use(self._after)

    def undo(self) -> None:
        self._use(self._before)
