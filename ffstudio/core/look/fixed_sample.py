"""The same few images of a set at every look, so that what changes is the net alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.data import Samples
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

MOST_IMAGES = 1000
_SEED = 20221213


@dataclass(frozen=True, eq=False)
class FixedSample:
    """Images that are looked at again and again.

    Attributes:
        x: (n, pixels); ``y``: their true labels (n,).
        rows: Their numbers in the set (n,), ascending.
        which: The set: ``train``, ``validation`` or ``test``.
        total: How many images that has.
    """

    x: npt.NDArray[np.float32]
    y: npt.NDArray[np.integer]
    rows: npt.NDArray[np.int64]
    which: str
    total: int

    def __len__(self) -> int:
        return len(self.y)

    @property
    def is_whole(self) -> bool:
        """True when no image of the set was left out."""
        return len(self) == self.total

    @property
    def samples(self) -> Samples:
        """The images and labels alone."""
        return Samples(self.x, np.asarray(self.y, np.int32))

    def describe(self, title: str) -> str:
        """For example ``1,000 of 10,000 test images of MNIST, always the same``."""
        if self.is_whole:
            return tr(
                "all {total} {which} images of {title}",
                total=write_number(self.total, ","),
                which=self.which,
                title=title,
            )
        return tr(
            "{count} of {total} {which} images of {title}, always the same",
            count=write_number(len(self), ","),
            total=write_number(self.total, ","),
            which=self.which,
            title=title,
        )


def draw_sample(samples: Samples, which: str, most: int = MOST_IMAGES) -> FixedSample:
    """Up to ``most`` images of a set; the same ones at every call."""
    count = min(len(samples), most)
    rng = np.random.default_rng(_SEED)
    rows = np.sort(rng.choice(len(samples), count, replace=False)) if count else np.empty(0, int)
    rows = rows.astype(np.int64)
    return FixedSample(samples.x[rows], samples.y[rows], rows, which, len(samples))
