"""Whether two runs of one experiment gave the same numbers, and where they part."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.history import History, SeriesKey
from ffstudio.core.words import localize_number, tr


@dataclass(frozen=True)
class Parting:
    """The first value in which a curve of two runs differs."""

    key: SeriesKey
    step: int
    epoch: float
    first: float
    second: float


@dataclass(frozen=True)
class Agreement:
    """How two runs' curves compare, as far as both go.

    Attributes:
        values: How many values were compared, in ``curves`` curves.
        partings: Per curve that differs its first difference, the earliest epoch first.
        is_whole: Both have the same curves, equally long.
    """

    values: int
    curves: int
    partings: tuple[Parting, ...]
    is_whole: bool

    @property
    def is_equal(self) -> bool:
        """Whether something was compared, and all of it is the same bit for bit."""
        return self.values > 0 and not self.partings

    @property
    def text(self) -> str:
        """For a reader: whole sentences."""
        if not self.values:
            return tr("The two runs have no curves in common.")
        if self.partings:
            at = self.partings[0]
            return tr(
                "The curves part in step {step} (epoch {epoch}): {key_label} was {first} and "
                "is {second} now. {partings} of {curves} curves differ.",
                step=write_number(at.step, ","),
                epoch=number_text(at.epoch, digits=3),
                key_label=at.key.label,
                first=localize_number(repr(at.first)),
                second=localize_number(repr(at.second)),
                partings=len(self.partings),
                curves=self.curves,
            )
        text = tr(
            "Every value of the curves ({count} of {curves}) is the same, bit for bit.",
            count=write_number(self.values, ","),
            curves=self.curves,
        )
        return (
            text
            if self.is_whole
            else tr("{text} One run is longer; both were compared so far.", text=text)
        )


def compare_curves(first: History, second: History) -> Agreement:
    """Compares all curves that both have, as far as both go; seconds do not count."""
    values, partings, curves = 0, [], 0
    is_whole = first.series.keys() == second.series.keys()
    for key, one in first.series.items():
        other = second.series.get(key)
        if other is None:
            continue
        common = min(len(one), len(other))
        is_whole = is_whole and len(one) == len(other)
        curves += 1
        values += common
        a, b = one.values[:common], other.values[:common]
        steps = one.axis("step")[:common], other.axis("step")[:common]
        # A sample's accuracy says nothing of the whole set's.
        alike = [one.samples.get(i) == other.samples.get(i) for i in range(common)] or [True]
        same = ((a == b) | (np.isnan(a) & np.isnan(b))) & (steps[0] == steps[1])
        differing = np.flatnonzero(~same & np.asarray(alike[:common], bool))
        if len(differing):
            at = int(differing[0])
            epoch = float(one.axis("epoch")[at])
            partings.append(Parting(key, int(steps[0][at]), epoch, float(a[at]), float(b[at])))
    partings.sort(key=lambda parting: parting.epoch)
    return Agreement(values, curves, tuple(partings), is_whole)
