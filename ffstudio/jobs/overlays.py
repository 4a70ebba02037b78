"""What lies over the curves of the run that is shown, whoever has put it there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ffstudio.core.run.overlays import NamedHistory


class Overlays(QObject):
    """Histories by their origin, each with a number that stays its own while it is there.

    Signals:
        changed(): Others are there, or one of them has grown.
        taken_away(source): The user wants to see it no more; whoever put it there follows.
    """

    changed = Signal()
    taken_away = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._by_origin: dict[str, tuple[NamedHistory, ...]] = {}
        self._numbers: dict[str, int] = {}

    @property
    def histories(self) -> tuple[NamedHistory, ...]:
        """All of them, in the order in which origins have come."""
        return tuple(one for part in self._by_origin.values() for one in part)

    def put(self, origin: str, histories: Sequence[NamedHistory]) -> None:
        """Shows these of an origin, in place of those it had before; none takes them away.

        Args:
            origin: Who puts them there: ``runs``, ``files``.
            histories: Those whose ``source`` was there keep their number, and so their colour.
        """
        if tuple(histories) == self._by_origin.get(origin, ()):
            return
        self._by_origin[origin] = tuple(histories)
        there = {one.source for one in self.histories}
        self._numbers = {name: i for name, i in self._numbers.items() if name in there}
        for one in self.histories:
            if one.source not in self._numbers:
                taken = set(self._numbers.values())
                free = next(i for i in range(len(taken) + 1) if i not in taken)
                self._numbers[one.source] = free
        self.changed.emit()

    def take_away(self, source: str) -> None:
        """Takes one away, whoever has put it there."""
        for origin, part in list(self._by_origin.items()):
            kept = [one for one in part if one.source != source]
            if len(kept) < len(part):
                self.put(origin, kept)
                self.taken_away.emit(source)

    def tell_growth(self) -> None:
        """A history that is there has got more points."""
        self.changed.emit()

    def number(self, source: str) -> int:
        """Counted from 0; no two that are there have the same."""
        return self._numbers.get(source, 0)
