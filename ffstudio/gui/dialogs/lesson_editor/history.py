"""What a draft was before: each change can be taken back and done again."""

from __future__ import annotations

from ffstudio.gui.dialogs.lesson_editor.draft import Draft


class DraftHistory:
    """Copies of a draft, one a change.

    Args:
        draft: Changed in place by whoever edits it, and by :meth:`undo` and :meth:`redo`.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._states = [draft.copy()]
        self._at = 0
        self._what = ""

    @property
    def can_undo(self) -> bool:
        """True after a change."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """True after an undo."""
        return self._at + 1 < len(self._states)

    def note(self, what: str = "") -> None:
        """The draft has been changed.

        Args:
            what: Changes of the same thing, one after the other, are one: letters of a text.
                Empty for a change that stands by itself.
        """
        if self._draft == self._states[self._at]:
            return
        del self._states[self._at + 1 :]
        if what and what == self._what and self._at:
            del self._states[self._at :]
            if self._draft == self._states[-1]:  # all letters are gone again
                self._at, self._what = self._at - 1, ""
                return
        self._states.append(self._draft.copy())
        self._at, self._what = len(self._states) - 1, what

    def undo(self) -> None:
        """Makes the draft what it was before the last change."""
        self._go(self._at - 1)

    def redo(self) -> None:
        """Does again what was taken back."""
        self._go(self._at + 1)

    def _go(self, at: int) -> None:
        if 0 <= at < len(self._states):
            self._at, self._what = at, ""
            self._draft.become(self._states[at])
