"""Images made from stored bytes when they are asked for: sets that are larger than memory.

A set that lies on disk stays there, however it is scaled, turned, split or shuffled: what is done
to its images is written down and done to those that are wanted, with the numbers that come of
doing it to all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

# In memory a set takes at most this many bytes as floats; larger ones are made when they are wanted.
STREAMED_FROM = 2**28
# Numbers that are made at a time where all are looked at.
_PIECE = 2_000_000


class StreamedImages:
    """Images (n, …) that are read and changed when they are asked for.

    Indexed by a number, a slice, an array of numbers or of truths along the first axis, as an array
    is; what comes back is an array.

    Args:
        source: Images as they are stored, or others of this kind.
        make: What is done to some of them, (k, …) → (k, *shape); nothing by default. What becomes
            of an image must not depend on the others.
        shape: Of each image afterwards; that of the source by default.
        dtype: Of what comes back; that of the source by default.
        rows: Which images of the source, in which order; all by default.
    """

    def __init__(
        self,
        source: Array | StreamedImages,
        make: Callable[[Array], Array] | None = None,
        shape: tuple[int, ...] | None = None,
        dtype: npt.DTypeLike | None = None,
        rows: npt.NDArray[np.integer] | None = None,
    ) -> None:
        self._source, self._make, self._rows = source, make, rows
        each = tuple(source.shape[1:]) if shape is None else shape
        self.shape: tuple[int, ...] = (len(source) if rows is None else len(rows), *each)
        self.dtype: np.dtype[Any] = np.dtype(source.dtype if dtype is None else dtype)

    def __len__(self) -> int:
        return self.shape[0]

    @property
    def ndim(self) -> int:
        """Number of axes."""
        return len(self.shape)

    @property
    def size(self) -> int:
        """Number of all values."""
        return int(np.prod(self.shape, dtype=np.int64))

    @property
    def nbytes(self) -> int:
        """Bytes that all of them would take."""
        return self.size * self.dtype.itemsize

    def __getitem__(self, index: Any) -> Array:
        if isinstance(index, (int, np.integer)):
            if not -len(self) <= index < len(self):
                raise IndexError(f"image {index} of {len(self)}")
            at = int(index) % len(self)
            one: Array = self[at : at + 1][0]
            return one
        if self._rows is not None:
            index = self._rows[index]
        elif not isinstance(index, slice):
            index = np.asarray(index)
        images = np.asarray(self._source[index])
        return images if self._make is None else np.asarray(self._make(images), self.dtype)

    def pieces(self) -> Iterator[Array]:
        """All of them in their order, as many at a time as fit into little memory."""
        step = max(1, _PIECE // max(1, self.size // max(1, len(self))))
        for start in range(0, len(self), step):
            yield self[start : start + step]

    def __iter__(self) -> Iterator[Array]:
        for piece in self.pieces():
            yield from piece

    def min(self) -> Any:
        """The smallest value of all."""
        return min(piece.min() for piece in self.pieces())

    def max(self) -> Any:
        """The largest value of all."""
        return max(piece.max() for piece in self.pieces())

    def __array__(self, dtype: npt.DTypeLike | None = None, copy: bool | None = None) -> Array:
        whole = np.empty(self.shape, self.dtype if dtype is None else dtype)
        start = 0
        for piece in self.pieces():
            whole[start : start + len(piece)] = piece
            start += len(piece)
        return whole


Images = Array | StreamedImages


def is_streamed(x: Images) -> bool:
    """Whether images are made when they are wanted: those on disk, and those that would take much memory."""
    if isinstance(x, (StreamedImages, np.memmap)):
        return True
    return x.size * 4 >= STREAMED_FROM


def pieces_of(x: Images) -> Iterator[Array]:
    """All images in their order, a piece at a time."""
    return (x if isinstance(x, StreamedImages) else StreamedImages(x)).pieces()


def change_images(
    x: Images, make: Callable[[Array], Array], shape: tuple[int, ...], dtype: npt.DTypeLike
) -> Images:
    """Images changed one by one: at once where they fit into memory, else when they are wanted.

    Args:
        make: Some of them, (k, …) → (k, *shape).
        shape: Of each image afterwards.
        dtype: Afterwards.
    """
    streamed = StreamedImages(x, make, shape, dtype)
    return streamed if is_streamed(x) else np.asarray(streamed)


def take_images(x: Images, rows: npt.NDArray[Any]) -> Images:
    """Some of the images, by their numbers or by a truth for each."""
    if not is_streamed(x):
        chosen: Array = x[rows]
        return chosen
    return StreamedImages(x, rows=np.flatnonzero(rows) if rows.dtype == bool else rows)


def swap_rows_and_columns(x: Images) -> Images:
    """Pictures (n, height, width, …) turned about their diagonal."""
    if not isinstance(x, StreamedImages):
        return np.swapaxes(x, 1, 2)
    shape = (x.shape[2], x.shape[1], *x.shape[3:])
    return StreamedImages(x, lambda part: np.swapaxes(part, 1, 2), shape)


class _Joined:
    """Two sets of images, one after the other, as a source of others."""

    def __init__(self, first: Images, second: Images) -> None:
        self._first, self._second = first, second
        self.shape = (len(first) + len(second), *first.shape[1:])
        self.dtype = first.dtype

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, index: Any) -> Array:
        rows, split = np.arange(len(self))[index], len(self._first)
        images = np.empty((len(rows), *self.shape[1:]), self.dtype)
        is_first = rows < split
        images[is_first] = self._first[rows[is_first]]
        images[~is_first] = self._second[rows[~is_first] - split]
        return images


def join_images(first: Images, second: Images) -> Images:
    """Two sets of images of one kind, one after the other."""
    if is_streamed(first) or is_streamed(second):
        joined: Any = _Joined(first, second)
        return StreamedImages(joined)
    return np.concatenate([np.asarray(first), np.asarray(second)])
