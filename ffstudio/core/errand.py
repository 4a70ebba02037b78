"""Long work seen from both ends: what it is at, how far it is, and a way to call it off.

Whoever asks for the work makes an :class:`Errand` and hands it over; the work tells it what it
is at, which is also where it ends when it was called off. Any thread may call either. Work that
has no natural end, such as trying things out, may be given a measure; what it then leaves out it
names.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from ffstudio.core.errors import FfstudioError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr


@dataclass(frozen=True)
class Stage:
    """What the work is at.

    Attributes:
        text: For a reader, in sentence case without a full stop.
        done: How many of ``total`` it is at.
        total: 0 where nothing can be counted.
        is_size: True where bytes are counted, which a reader is told as megabytes.
    """

    text: str
    done: float = 0
    total: float = 0
    is_size: bool = False

    @property
    def fraction(self) -> float | None:
        """0–1, or None where nothing can be counted."""
        return min(max(self.done / self.total, 0.0), 1.0) if self.total > 0 else None

    def sentence(self) -> str:
        """With what can be counted: ``Trying preprocessing 3 of 12``."""
        if self.is_size:
            whole = (
                tr(" of {total}", total=write_number(self.total / 1000000.0, ".1f"))
                if self.total > 0
                else ""
            )
            return tr(
                "{self_text} {done}{whole} MB",
                self_text=self.text,
                done=write_number(self.done / 1000000.0, ".1f"),
                whole=whole,
            ).strip()
        if self.total <= 0:
            return self.text
        return tr(
            "{self_text} {done} of {total}",
            self_text=self.text,
            done=f"{self.done:.0f}",
            total=f"{self.total:.0f}",
        )


class CalledOff(FfstudioError):  # noqa: N818 - an end, not a fault
    """Somebody no longer wants the work."""


@dataclass
class _Measure:
    """Work that is wanted and that was done, in multiply-adds, and what was left out for it."""

    most: float = math.inf
    spent: float = 0.0
    left_out: list[str] = field(default_factory=list)


class Errand:
    """See the module docstring.

    Args:
        listen: Told of every stage, in the thread of the work.
    """

    def __init__(self, listen: Callable[[Stage], object] = lambda stage: None) -> None:
        self._listen = listen
        self._called_off = threading.Event()
        self._where = ""
        self._measure = _Measure()
        self._share = 1.0

    @property
    def is_called_off(self) -> bool:
        """True once nobody wants the work any more."""
        return self._called_off.is_set()

    def call_off(self) -> None:
        """Has the work end at its next stage."""
        self._called_off.set()

    def check(self) -> None:
        """For the work, as often as it likes.

        Raises:
            CalledOff: It shall end.
        """
        if self._called_off.is_set():
            raise CalledOff(tr("It was cancelled."))

    def allow(self, most: float) -> None:
        """From now on so many multiply-adds may be spent; what was left out before is forgotten."""
        self._measure.most, self._measure.spent = most, 0.0
        self._measure.left_out.clear()

    def spend(self, work: float) -> None:
        """So many multiply-adds were done."""
        self._measure.spent += work

    @property
    def has_work_left(self) -> bool:
        """False once as much was done as is wanted: what is left to try shall be left out."""
        return self._measure.spent < self._measure.most * self._share

    def leave_out(self, what: str) -> None:
        """Notes what is not tried because no work is left for it, for a reader."""
        self._measure.left_out.append(f"{self._where}{what}")

    @property
    def left_out(self) -> tuple[str, ...]:
        """What was left out, in order."""
        return tuple(self._measure.left_out)

    def tell(self, text: str, done: float = 0, total: float = 0, *, is_size: bool = False) -> None:
        """What the work is at now; see :class:`Stage`.

        Raises:
            CalledOff: It shall end.
        """
        self.check()
        self._listen(Stage(f"{self._where}{text}", done, total, is_size))

    def inside(self, where: str) -> Errand:
        """The same errand; what a part of the work tells is told with ``where`` before it."""
        part = self.within(1.0)
        part._where = f"{self._where}{where}: "
        return part

    def within(self, share: float) -> Errand:
        """The same errand, of whose work a part may do no more than so large a share, 0–1."""
        part = Errand(self._listen)
        part._called_off, part._where = self._called_off, self._where
        part._measure, part._share = self._measure, self._share * share
        return part
