"""Local receptive fields: squares of an image at equal distances, none of which reaches out of it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics.convolution import conv_places

Ints = npt.NDArray[np.int32]


def count_fields(size: tuple[int, int], side: int, stride: int) -> tuple[int, int]:
    """(rows, columns) of fields on an image of ``size`` (height, width); 0 where none has room."""
    return conv_places(size, side, stride, "valid")


def list_field_places(size: tuple[int, int], side: int, stride: int) -> Ints:
    """The places that each field sees: (fields, side²), fields and places row by row."""
    high, wide = count_fields(size, side, stride)
    tops, lefts = np.arange(high) * stride, np.arange(wide) * stride
    inside = np.arange(side)
    rows = tops[:, None, None, None] + inside[:, None]
    columns = lefts[:, None, None] + inside
    places = rows * size[1] + columns
    return np.ascontiguousarray(places.reshape(high * wide, side * side), np.int32)
