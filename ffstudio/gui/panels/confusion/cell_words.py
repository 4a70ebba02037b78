"""What a cell of a matrix counts, in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True)
class JudgedImages:
    """The images a matrix counts.

    Attributes:
        which: Their set: ``test`` or ``validation``.
        title: Of the data set.
        count: How many were judged.
        total: How many the set has.
    """

    which: str
    title: str
    count: int
    total: int

    @property
    def is_sample(self) -> bool:
        """True when some were not judged."""
        return self.count < self.total

    @property
    def text(self) -> str:
        """For example ``10,000 test images of MNIST``."""
        count = (
            tr(
                "{count} of {total}",
                count=write_number(self.count, ","),
                total=write_number(self.total, ","),
            )
            if self.is_sample
            else write_number(self.total, ",")
        )
        return tr(
            "{count} {which} images of {self_title}",
            count=count,
            which=self.which,
            self_title=self.title,
        )


def say_cell(true: str, predicted: str, count: int, of: int, which: str) -> str:
    """For example ``3 taken for 5: 12 of 1,010 test images``.

    Args:
        count: Images in the cell.
        of: Images of its true class.
        which: Their set.
    """
    return tr(
        "{say_what}: {count} of {say_images}",
        say_what=_say_what(true, predicted),
        count=write_number(count, ","),
        say_images=_say_images(of, which),
    )


def say_both(true: str, predicted: str, first: int, second: int, of: int, which: str) -> str:
    """The same of Forward-Forward's cell and backprop's, as in their difference."""
    what = _say_what(true, predicted)
    return tr(
        "{what}: Forward-Forward {first}, backprop {second} of {say_images}",
        what=what,
        first=write_number(first, ","),
        second=write_number(second, ","),
        say_images=_say_images(of, which),
    )


def _say_what(true: str, predicted: str) -> str:
    return (
        tr("{true} recognised", true=true)
        if true == predicted
        else tr("{true} taken for {predicted}", true=true, predicted=predicted)
    )


def _say_images(count: int, which: str) -> str:
    noun = "image" if count == 1 else "images"
    return " ".join(part for part in (write_number(count, ","), which, noun) if part)
