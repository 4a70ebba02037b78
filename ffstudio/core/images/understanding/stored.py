"""Arrays as they lie in a file: what is known of each before it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
MOST_BYTES = 4 * 2**30
# From this size on numbers stay on disk where they can.
MAPPED_FROM = 2**26


@dataclass(frozen=True)
class Stored:
    """One array of a file.

    Attributes:
        read: Its values; raises :class:`DatasetError`.
        stays_on_disk: Whether what is read is mapped: as large as the disk is.
    """

    shape: tuple[int, ...]
    dtype: np.dtype[Any]
    read: Callable[[], Array]
    stays_on_disk: bool = False

    @property
    def size(self) -> int:
        """In bytes."""
        size = self.dtype.itemsize
        for count in self.shape:
            size *= count
        return size


def hold_array(array: Array) -> Stored:
    """An array that is in memory already."""
    return Stored(array.shape, array.dtype, lambda: array)


@dataclass(frozen=True)
class Found:
    """What a file or folder holds.

    Attributes:
        title: Its name, for a reader.
        source: Where it lies.
        arrays: By their names there.
        class_names: In the order of the labels, where it says so.
        notes: What was assumed to read it.
        turned_grey: True where pictures in colour were turned grey while they were read.
        choices: Paths of the data sets that lie there, where they are several: this one's first.
    """

    title: str
    source: str
    arrays: Mapping[str, Stored]
    class_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    # Labels that are numbers in order of class_names, as folders of images have.
    ordered: bool = field(default=False)
    turned_grey: bool = field(default=False, kw_only=True)
    choices: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    def listing(self) -> str:
        """Names and shapes, for a reader."""
        shown = [f"{name} {stored.shape}" for name, stored in list(self.arrays.items())[:12]]
        more = len(self.arrays) - len(shown)
        return (
            ", ".join(shown) + (tr(" and {more} more", more=more) if more > 0 else "")
            if shown
            else "nothing"
        )


def check_size(content: Found, names: list[str]) -> None:
    """Refuses what is too large before any of it is read.

    Raises:
        DatasetError: The arrays of those names that do not stay on disk take more than
            :data:`MOST_BYTES`.
    """
    stored = [content.arrays[name] for name in names]
    total = sum(one.size for one in stored if not one.stays_on_disk)
    if total > MOST_BYTES:
        raise DatasetError(
            tr(
                "{content_title} would take {total} GiB of memory.",
                content_title=content.title,
                total=write_number(total / 2**30, ",.1f"),
            ),
            tr(
                "At most {MOST_BYTES} GiB are read into memory. Uncompressed .npz, .npy and IDX files "
                "of any size stay on disk.",
                MOST_BYTES=f"{MOST_BYTES / 2**30:.0f}",
            ),
        )
