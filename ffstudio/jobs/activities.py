"""What is under way beside runs, so that nobody waits without knowing what for.

A job begins an activity in the GUI thread and hands its errand to the work, whose thread tells
it what it is at. Whoever shows it looks a few times a second: nothing is sent from thread to
thread, however often the work tells.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ffstudio.core.errand import Errand, Stage


class Activity:
    """One thing that takes its time.

    Attributes:
        title: For a reader: ``Opening net.h5``.
        cancel: Ends it before its time; None where that cannot be done.
        errand: For the work.
    """

    def __init__(self, title: str, cancel: Callable[[], object] | None) -> None:
        self.title, self.cancel = title, cancel
        self.errand = Errand(self._note)
        self._stage: Stage | None = None
        self._began = time.monotonic()

    @property
    def stage(self) -> Stage | None:
        """What it is at; None when that has not been told."""
        return self._stage

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self._began

    def sentence(self) -> str:
        """What goes on: ``Opening net.h5: trying preprocessing 3 of 12``."""
        stage = self._stage
        return self.title if stage is None else f"{self.title}: {stage.sentence()}"

    def _note(self, stage: Stage) -> None:
        self._stage = stage


class Activities(QObject):
    """All that are under way, in the order in which they began.

    Signals:
        changed(): One began or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Activity] = []

    def begin(self, title: str, cancel: Callable[[], object] | None = None) -> Activity:
        """Something begins; whoever begins it also ends it."""
        activity = Activity(title, cancel)
        self._all.append(activity)
        self.changed.emit()
        return activity

    def end(self, activity: Activity | None) -> None:
        """It is over, however it went; nothing happens when it was before."""
        if activity in self._all:
            self._all.remove(activity)
            self.changed.emit()

    @property
    def all(self) -> tuple[Activity, ...]:
        """Oldest first."""
        return tuple(self._all)

    @property
    def foremost(self) -> Activity | None:
        """The one to show where there is room for one: what a user began last, else the newest."""
        asked = [one for one in self._all if one.cancel is not None] or self._all
        return asked[-1] if asked else None
