"""Scales that are the same in every picture of a series, so that the data alone moves.

A picture chooses its ranges by what it shows. Painted one after the other, each would have axes
and colours of its own, and nothing could be seen to grow or to part. So a series is gone through
before it is painted: every range is noted, and the widest of each is given out afterwards.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

Range = tuple[float, float]


class SameScales:
    """The ranges of a series, by name.

    Attributes:
        is_settled: True once ranges are given out and no longer noted.
    """

    def __init__(self) -> None:
        self.is_settled = False
        self._ranges: dict[str, Range] = {}
        self._leading: set[str] = set()
        self._are_leading_fixed = False
        self._used: defaultdict[str, int] = defaultdict(int)

    def begin_picture(self) -> None:
        """The next picture of the series: its charts are those of the one before."""
        self._used.clear()

    def end_round(self) -> None:
        """All pictures have been seen once; another round is needed until all is settled."""
        if self._leading and not self._are_leading_fixed:
            # What hangs on these was noted with ranges that do not hold.
            self._ranges = {name: self._ranges[name] for name in self._leading}
            self._are_leading_fixed = True
        else:
            self.is_settled = True

    def take(self, name: str, own: Range, *, leads: bool = False) -> Range:
        """Notes a range, and says what to paint with.

        Args:
            leads: Other ranges hang on this one, as heights do on where bins lie.
        """
        if self.is_settled or (leads and self._are_leading_fixed):
            return self._ranges.get(name, own)
        if all(map(math.isfinite, own)):
            low, high = self._ranges.get(name, own)
            self._ranges[name] = min(low, own[0]), max(high, own[1])
            if leads:
                self._leading.add(name)
        return own

    def number(self, name: str) -> str:
        """A name for the next of several things of one picture that are called the same."""
        self._used[name] += 1
        return f"{name} {self._used[name]}"


_now: list[SameScales] = []


@contextmanager
def use_scales(scales: SameScales) -> Iterator[None]:
    """Has everything that is painted inside of the block be a picture of a series."""
    scales.begin_picture()
    _now.append(scales)
    try:
        yield
    finally:
        _now.pop()


def share_range(name: str, low: float, high: float, *, leads: bool = False) -> Range:
    """The range to paint with: the series' where a picture of one is painted, else its own.

    Args:
        name: The same in every picture of the series, and no other range's.
        leads: See :meth:`SameScales.take`.
    """
    return _now[-1].take(name, (low, high), leads=leads) if _now else (low, high)


def share_chart_ranges(name: str, x_range: Range, y_range: Range) -> tuple[Range, Range]:
    """Those of a chart; charts of one name are told apart by their order in the picture."""
    if not _now:
        return x_range, y_range
    name = _now[-1].number(name)
    return _now[-1].take(f"{name} x", x_range), _now[-1].take(f"{name} y", y_range)


def share_limit(name: str, limit: float) -> float:
    """As :func:`share_range` of what has no lower end: the largest of a series."""
    return share_range(name, 0.0, limit)[1]
