"""Edits of the experiment: undoable, and those of one setting in a row are one."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.words import tr
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
        self.undo_stack = UndoStack(use, parent)
        self._state = state

    def edit(self, spec: ExperimentSpec, text: str = "Edit", key: str = "") -> None:
        """Replaces the experiment, undoably.

        Args:
            text: For the undo menu.
            key: Edits with the same key within two seconds become one undo step; those
                without a key never do.
        """
        if spec != self._state.spec:
            self.undo_stack.push(Edit(self._state.spec, spec, text, key))

    def go_back_to(self, index: int) -> None:
        """Takes back all edits after the first ``index``; they cannot be done again."""
        self.undo_stack.setIndex(index)
        self.undo_stack.forget_undone()

    def take_shown(self) -> None:
        """Takes the experiment whose nets are shown back, undoably."""
        made = self._state.trained_spec
        if made is not None:
            self.edit(made, tr("Take the Nets' Experiment"))


class Edit:
    """One edit of the experiment; edits of the same setting in a row become one."""

    def __init__(
        self, before: ExperimentSpec, after: ExperimentSpec, text: str, key: str = ""
    ) -> None:
        self.before, self.after, self.text, self.key = before, after, text, key
        self.time = time.monotonic()

    def takes(self, later: Edit) -> bool:
        """True when ``later`` belongs to the same step of undo."""
        same = self.key != "" and later.key == self.key
        return same and later.time - self.time <= _SAME_EDIT_S


class UndoStack(QObject):
    """What was edited and can be undone, and what can be done again.

    Answers as Qt's ``QUndoStack`` does. That one deletes its commands together with Python, which
    collects them too once nothing else needs them: the second deletion ends the process.

    Signals:
        changed(): Something can be undone or done again that could not be before, or the reverse.
    """

    changed = Signal()

    def __init__(self, use: UseExperiment, parent: QObject) -> None:
        super().__init__(parent)
        self._use = use
        self._edits: list[Edit] = []
        self._index = 0

    def push(self, edit: Edit) -> None:
        """Does it; what could be done again can be no longer.

        An edit that belongs to the last one becomes a part of it, and the two are gone when they
        come to nothing.
        """
        self.forget_undone()
        self._use(edit.after)
        last = self._edits[-1] if self._edits else None
        if last is None or not last.takes(edit):
            self._edits.append(edit)
        elif last.before == edit.after:
            self._edits.pop()
        else:
            last.after, last.time = edit.after, edit.time
        self._index = len(self._edits)
        self.changed.emit()

    def forget_undone(self) -> None:
        """What was undone can be done again no longer."""
        if self.canRedo():
            del self._edits[self._index :]
            self.changed.emit()

    def undo(self) -> None:
        if self.canUndo():
            self._use(self._edits[self._index - 1].before)
            self._index -= 1
            self.changed.emit()

    def redo(self) -> None:
        if self.canRedo():
            self._use(self._edits[self._index].after)
            self._index += 1
            self.changed.emit()

    def setIndex(self, index: int) -> None:
        """Undoes or does again until ``index`` edits are done."""
        while self._index > max(index, 0):
            self.undo()
        while self._index < min(index, len(self._edits)):
            self.redo()

    def index(self) -> int:
        return self._index

    def count(self) -> int:
        return len(self._edits)

    def canUndo(self) -> bool:
        return self._index > 0

    def canRedo(self) -> bool:
        return self._index < len(self._edits)

    def undoText(self) -> str:
        return self._edits[self._index - 1].text if self.canUndo() else ""

    def redoText(self) -> str:
        return self._edits[self._index].text if self.canRedo() else ""
