"""The shape of a picture: the one place that knows where its height, width and colours are.

A grey picture is (height, width), a colour picture (height, width, 3), the three being red, green
and blue. Flat images have their pixels row by row, the colours of a pixel side by side.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.words import tr

# (height, width) of grey pictures, (height, width, channels) of others.
ImageShape = tuple[int, int] | tuple[int, int, int]

COLOURS = 3
# In tables; for readers see :func:`name_colour`.
COLOUR_NAMES = ("red", "green", "blue")
# How bright red, green and blue look: ITU-R BT.601.
BRIGHTNESS = np.array([0.299, 0.587, 0.114])


def size_of(shape: Sequence[int]) -> tuple[int, int]:
    """(height, width)."""
    return int(shape[0]), int(shape[1])


def count_channels(shape: Sequence[int]) -> int:
    """1 of a grey picture, 3 of one in colour."""
    return int(shape[2]) if len(shape) > 2 else 1


def is_coloured(shape: Sequence[int]) -> bool:
    """True for a picture in red, green and blue."""
    return count_channels(shape) == COLOURS


def with_channels(shape: Sequence[int]) -> tuple[int, int, int]:
    """(height, width, channels), as a convolution sees the picture."""
    return (*size_of(shape), count_channels(shape))


def count_numbers(shape: Sequence[int]) -> int:
    """How many numbers a picture is: those of all pixels and colours."""
    return math.prod(with_channels(shape))


def count_pixels(shape: Sequence[int]) -> int:
    """How many places a picture has, whatever its colours."""
    return math.prod(size_of(shape))


def make_shape(size: Sequence[int], channels: int = 1) -> ImageShape:
    """The shape of pictures of that height and width: one channel is said by none."""
    height, width = size_of(size)
    return (height, width) if channels == 1 else (height, width, channels)


def read_shape(saved: Any) -> ImageShape:
    """The shape that a file or a call tells.

    Args:
        saved: [height, width], or with the number of channels, each a whole number above 0.

    Raises:
        ValueError: It is none.
    """
    given = list(saved) if isinstance(saved, (list, tuple)) else []
    whole = all(isinstance(n, (int, np.integer)) and not isinstance(n, bool) for n in given)
    if len(given) not in (2, 3) or not whole or min(given) < 1:
        raise ValueError(f"{saved!r} is no (height, width) or (height, width, channels)")
    return make_shape(given, count_channels(given))


def name_colour(index: int) -> str:
    """``red``, ``green`` or ``blue``, for a reader."""
    return (tr("red"), tr("green"), tr("blue"))[index]


def count_marked(numbers: int, shape: Sequence[int]) -> int:
    """How many pixels the first ``numbers`` numbers of a flat image lie in."""
    return -(-numbers // count_channels(shape))


def shape_text(shape: Sequence[int]) -> str:
    """``28×28`` of grey pictures, ``32×32×3`` of those in colour."""
    return "×".join(str(int(n)) for n in make_shape(shape, count_channels(shape)))


def pictures_of(rows: npt.NDArray[Any], shape: Sequence[int]) -> npt.NDArray[Any]:
    """Flat images (n, numbers) as (n, height, width, channels)."""
    return rows.reshape(-1, *with_channels(shape))


def spread_over_channels(masks: npt.NDArray[Any], shape: Sequence[int]) -> npt.NDArray[Any]:
    """A value for each place (n, height, width) as one for each number of flat images (n, numbers).

    All colours of a pixel have that of their place.
    """
    return np.repeat(masks.reshape(len(masks), -1), count_channels(shape), axis=1)
