"""Looks for the next image that a net takes for another class."""

from __future__ import annotations

import threading

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.images.data import Samples
from ffstudio.core.look.snapshot import Net
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.jobs.latest import LatestTask

# A search answers to a newer one after so many images.
_CHUNK = 64


class MistakeSearch:
    """Looks for misclassified images from one image on, and remembers what it has seen."""

    def __init__(self, net: Net, samples: Samples) -> None:
        self.net, self.samples = net, samples
        self._predicted = np.full(len(samples), -1, np.int64)
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Has :meth:`next` give up at once."""
        self._stopped.set()

    def next(self, start: int, by: int) -> int | None:
        """The next misclassified image after ``start``, all around; None when there is none."""
        count = len(self.samples)
        order = (start + by * np.arange(1, count + 1)) % count
        for at in range(0, count, _CHUNK):
            if self._stopped.is_set():
                return None
            chunk = order[at : at + _CHUNK]
            new = chunk[self._predicted[chunk] < 0]
            if len(new):
                with np.errstate(all="ignore"):
                    self._predicted[new] = self.net.predict(self.samples.x[new])
            wrong = chunk[self._predicted[chunk] != self.samples.y[chunk]]
            if len(wrong):
                return int(wrong[0])
        return None

    @property
    def known(self) -> str:
        """How many are wrong among those looked at so far; empty before any was."""
        seen = self._predicted >= 0
        wrong = int((self._predicted[seen] != self.samples.y[seen]).sum())
        total = int(seen.sum())
        if not total:
            return ""
        if total == len(seen) and not wrong:
            return tr("None of these images is misclassified.")
        all_of = tr("all ") if total == len(seen) else ""
        return tr(
            "{wrong} wrong among {all_of}{total} looked at",
            wrong=write_number(wrong, ","),
            all_of=all_of,
            total=write_number(total, ","),
        )


def _step(search: MistakeSearch, start: int, by: int) -> tuple[MistakeSearch, int | None]:
    return search, search.next(start, by)


class MistakeSteps(QObject):
    """Steps from mistake to mistake in the background; looks no further than to the next.

    Signals:
        stepped(index, known): The next misclassified image, and what is known of all.
        none_found(): There is none.
        failed(message, details): The net could not be asked.
    """

    stepped = Signal(int, str)
    none_found = Signal()
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search: MistakeSearch | None = None
        self._task = LatestTask(self, name="misclassified")
        self._task.done.connect(self._take)
        self._task.failed.connect(self.failed)

    def step(self, net: Net, samples: Samples, start: int, by: int) -> None:
        """Asks for the next mistake after ``start`` (``by`` 1) or before it (−1)."""
        search = self._search
        if search is None or search.net is not net or search.samples is not samples:
            self.stop()
            search = self._search = MistakeSearch(net, samples)
        self._task.submit(_step, search, start, by)

    def hand_over(self) -> MistakeSearch | None:
        """What has been seen, for another to go on with; here it is forgotten."""
        search, self._search = self._search, None
        self._task.forget()
        return search

    def take_over(self, search: MistakeSearch | None) -> str:
        """Goes on with what another has seen; says what is known of it."""
        self.stop()
        self._search = search
        return "" if search is None else search.known

    def stop(self) -> None:
        """Gives up the search, and forgets what it has seen."""
        if self._search is not None:
            self._search.stop()
        self._search = None
        self._task.forget()

    def close(self) -> None:
        """Ends the background work."""
        self.stop()
        self._task.close(1.0)

    @Slot(object)
    def _take(self, answer: tuple[MistakeSearch, int | None]) -> None:
        search, index = answer
        if search is not self._search:
            return
        if index is None:
            self.none_found.emit()
        else:
            self.stepped.emit(index, search.known)
