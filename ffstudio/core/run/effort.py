"""What a net's steps have taken: images learnt from, and multiply-adds, from the first step on."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.run.quantities import NET_NAMES

# In a file: what the steps of each net have taken.
EFFORTS = "efforts"

Column = npt.NDArray[np.float64]

# Axes of curves that follow from their steps, beside those that every point has.
DERIVED_AXES = ("images", "multiply_adds")


class Effort:
    """Stretches of steps that take the same each.

    Most runs are one stretch. Another begins where a run goes on with other images or another way
    to choose negative data, and where other layers learn.
    """

    def __init__(self) -> None:
        # First step, and images and multiply-adds of each step; of the latter NaN if not known.
        self._stretches: list[tuple[int, float, float]] = []
        self._sums: tuple[Column, Column, Column] | None = None

    def __bool__(self) -> bool:
        return bool(self._stretches)

    def note(self, step: int, images: float, multiply_adds: float) -> None:
        """A step was done; steps after it, if there were any, are forgotten.

        Args:
            step: Counted from 1.
            multiply_adds: 0 for not known.
        """
        work = float(multiply_adds) or math.nan
        stretches = self._stretches
        while stretches and stretches[-1][0] >= step:
            stretches.pop()
            self._sums = None
        if not stretches or not _are_same(stretches[-1][1:], (float(images), work)):
            stretches.append((step, float(images), work))
            self._sums = None

    def total(self, axis: str, steps: Column) -> Column:
        """What all steps up to each of ``steps`` have taken together; NaN where not known.

        Steps before the first one that was noted, as files of earlier versions have them, count
        as that one does.

        Args:
            axis: One of :data:`DERIVED_AXES`.
        """
        steps = np.asarray(steps, np.float64)
        if not self._stretches:
            return np.full(len(steps), np.nan)
        which = DERIVED_AXES.index(axis)
        if len(self._stretches) == 1:
            return steps * self._stretches[0][1 + which]
        begin, each, before = self._add_up()
        at = np.clip(np.searchsorted(begin, steps, "right") - 1, 0, None)
        return before[which, at] + (steps - begin[at]) * each[which, at]

    def _add_up(self) -> tuple[Column, Column, Column]:
        """Where stretches begin, what each step takes and what was taken before, (2, stretches)."""
        if self._sums is None:
            each = np.array([s[1:] for s in self._stretches]).T
            # A stretch counts from the end of the step before its first.
            begin = np.array([0, *(s[0] - 1 for s in self._stretches[1:])], np.float64)
            taken = np.cumsum(np.diff(begin) * each[:, :-1], axis=1)
            self._sums = begin, each, np.concatenate([np.zeros((2, 1)), taken], axis=1)
        return self._sums

    def copy(self) -> Effort:
        """The same, to go on by itself."""
        made = Effort()
        made._stretches = list(self._stretches)
        return made

    # --- files --------------------------------------------------------------------------

    def to_list(self) -> list[list[float | None]]:
        """For files: JSON has no NaN."""
        return [
            [first, images, None if math.isnan(work) else work]
            for first, images, work in self._stretches
        ]

    @classmethod
    def from_points(cls, steps: Column, images: Column, multiply_adds: Column) -> Effort:
        """What points of a curve tell: totals at rising steps, NaN where they are not known."""
        made, last = cls(), (0.0, 0.0, 0.0)
        for step, seen, work in zip(
            *map(np.ndarray.tolist, (steps, images, multiply_adds)), strict=True
        ):
            num_steps = step - last[0]
            if num_steps > 0 and math.isfinite(seen):
                each = (seen - last[1]) / num_steps
                taken = 0.0 if math.isnan(work) else (work - last[2]) / num_steps
                made.note(int(last[0]) + 1, each, taken)
                last = (step, seen, 0.0 if math.isnan(work) else work)
        return made

    @classmethod
    def from_list(cls, entries: Any) -> Effort:
        """Reads what :meth:`to_list` gave.

        Raises:
            ValueError: It is something else.
        """
        made, last = cls(), 0
        for entry in entries if isinstance(entries, list) else [None]:
            first, images, work = _read(entry)
            if first <= last:
                raise ValueError("steps out of order")
            made._stretches.append((first, images, work))
            last = first
        return made


def _are_same(one: Sequence[float], other: Sequence[float]) -> bool:
    return all(a == b or (math.isnan(a) and math.isnan(b)) for a, b in zip(one, other, strict=True))


def _read(entry: Any) -> tuple[int, float, float]:
    if not isinstance(entry, list) or len(entry) != 3:
        raise ValueError("no stretch of steps")
    first, images, work = entry
    numbers = [first, images, *([] if work is None else [work])]
    for number in numbers:
        is_number = isinstance(number, int | float) and not isinstance(number, bool)
        if not is_number or not math.isfinite(number) or number < 0:
            raise ValueError("no number of steps or images")
    return int(first), float(images), math.nan if work is None else float(work)


def efforts_entry(efforts: Mapping[str, Effort]) -> dict[str, Any]:
    """What the steps of each net have taken, for files."""
    return {name: effort.to_list() for name, effort in efforts.items()}


def read_efforts(saved: Any) -> dict[str, Effort]:
    """Reads what :func:`efforts_entry` gave.

    Raises:
        ValueError: It is something else.
    """
    if not isinstance(saved, dict) or not saved.keys() <= NET_NAMES.keys():
        raise ValueError("nets")
    return {name: Effort.from_list(entries) for name, entries in saved.items()}
