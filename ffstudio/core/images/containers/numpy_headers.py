"""What an .npy member says of itself; read before any of its bytes."""

from __future__ import annotations

import math
from typing import IO, Any, NamedTuple

import numpy as np

from ffstudio.core.errors import DatasetError
from ffstudio.core.words import tr


class Header(NamedTuple):
    """Shape, order and type of an array."""

    shape: tuple[int, ...]
    fortran: bool
    dtype: np.dtype[Any]

    @property
    def size(self) -> int:
        return math.prod(self.shape) * self.dtype.itemsize


def read_header(stream: IO[bytes], key: str, title: str) -> Header:
    """The header; the stream is then at the data.

    Raises:
        DatasetError: It is unknown, impossible, or of Python objects.
        ValueError: There is none.
    """
    version = np.lib.format.read_magic(stream)
    read = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
    if read is None:
        raise DatasetError(
            tr("{title}: {key} has an unknown format.", title=title, key=key), tr("Save it again.")
        )
    header = Header(*read(stream))
    if header.dtype.hasobject:
        raise DatasetError(
            tr("{title}: {key} holds Python objects, which could run code.", title=title, key=key),
            tr(
                "Save plain arrays: images as numbers, labels as numbers or as text "
                "(labels.astype('U'))."
            ),
        )
    if any(n < 0 for n in header.shape):
        raise DatasetError(
            tr(
                "{title}: {key} has the impossible shape {shape}.",
                title=title,
                key=key,
                shape=header.shape,
            ),
            tr("Save it again."),
        )
    return header
