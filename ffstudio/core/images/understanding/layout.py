"""Images in whatever order their axes are stored, as (number, height, width), grey or in colour."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.streaming import Images, change_images, pieces_of
from ffstudio.core.images.understanding.colours import say_turned_grey, turn_grey
from ffstudio.core.images.understanding.flat_rows import (
    Extra,
    find_extras,
    is_square,
    leave_out,
    roughness,
    unroll,
)
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

# So much more neighbours differ that are pixels of other images.
_UNLIKE = 1.3
# So much of all ink is nearly white where bytes were read as signed.
_SATURATED = 0.2
# Images that are looked at to tell an order of colours.
_LOOKED_AT = 200


@dataclass(frozen=True)
class Order:
    """In which order the arrays of one file have their axes, where their shapes leave it open.

    Attributes:
        counts_last: The last axis counts the images where the first one may as well.
        planes: Colours of flat rows lie in planes, one after another; None for no such rows.
        extras: Columns of flat rows that are no pixels, by how many columns there are.
    """

    counts_last: bool = False
    planes: bool | None = None
    extras: Mapping[int, tuple[Extra, ...]] = field(default_factory=dict)


def find_order(
    arrays: Sequence[tuple[Array, int]], labels: Sequence[Array | None] | None = None
) -> Order:
    """What is open in one set as another one has it, else as neighbours are alike.

    Args:
        arrays: Images as stored and how many there are, of each set of one file.
        labels: Of each set: they tell whether a column is the labels again.
    """
    first = [x.shape[0] == n for x, n in arrays if x.ndim >= 2]
    last = [x.shape[-1] == n for x, n in arrays if x.ndim >= 2]
    if any(b and not a for a, b in zip(first, last, strict=True)):
        counts_last = True
    elif any(a and not b for a, b in zip(first, last, strict=True)):
        counts_last = False
    else:
        counts_last = any(last) and all(_is_counted_last(x) for x, _ in arrays)
    labels = labels or [None] * len(arrays)
    by_width: dict[int, list[tuple[Array, Array | None]]] = {}
    for (x, n), y in zip(arrays, labels, strict=True):
        if x.ndim == 2 and x.size and x.dtype.kind in "uifb":
            rows = np.moveaxis(x, -1, 0) if _is_turned(x, n, counts_last) else x
            by_width.setdefault(rows.shape[1], []).append((rows, y))
    extras, planes = {}, None
    for width, sets in by_width.items():
        extras[width] = find_extras([rows for rows, _ in sets], [y for _, y in sets])
        rows = sets[0][0][:_LOOKED_AT]
        for extra in extras[width]:
            rows = leave_out(rows, extra)
        side = math.isqrt(rows.shape[1] // 3)
        if planes is None and side > 1 and side * side * 3 == rows.shape[1]:
            planes = _is_in_planes(rows, side)
    return Order(counts_last, planes, extras)


def _is_turned(x: Array, count: int, counts_last: bool) -> bool:
    """Whether the last axis counts the images: it alone is as long, or both are and it does."""
    first, last = x.shape[0] == count, x.shape[-1] == count
    return last and (counts_last or not first)


def _is_counted_last(x: Array) -> bool:
    """Whether neighbours along the last axis are less alike than along the first: other images."""
    if x.dtype.kind not in "uifb" or not x.size:
        return False
    some = x.astype(np.float32)
    return float(np.abs(np.diff(some, axis=-1)).mean()) > _UNLIKE * float(
        np.abs(np.diff(some, axis=0)).mean()
    )


def _is_in_planes(rows: Array, side: int) -> bool:
    """Whether colours lie in planes: neighbours are alike in the order that is right."""
    first, last = rows.reshape(-1, 3, side, side), rows.reshape(-1, side, side, 3)
    return roughness(np.moveaxis(first, 1, -1)) < roughness(last)


def arrange(
    x: Array,
    labels: Array | None,
    key: str,
    title: str,
    order: Order | None = None,
    keeps_colours: bool = False,
) -> tuple[Images, list[str]]:
    """Images as (n, height, width), and what was assumed.

    Pictures in colour are turned grey, or kept as (n, height, width, 3).

    Args:
        x: As stored.
        order: What their shape leaves open; None for as neighbours are alike.
        labels: One per image; tells which axis counts the images, and whether a column of a
            table is the labels again.
        key: The array's name, for a reader.

    Raises:
        DatasetError: Its shape is that of no grey or colour pictures.
    """
    shape, notes = x.shape, []
    if x.dtype.kind not in "uifb":
        raise DatasetError(
            tr("{title}: {key} holds {dtype}, not numbers.", title=title, key=key, dtype=x.dtype),
            tr("Save numbers."),
        )
    num = None if labels is None else len(labels)
    if x.dtype.kind == "i" and x.size and x.ndim >= 2 and _are_wrapped(x):
        x = x.astype(np.int8).view(np.uint8)
        notes.append(
            tr("{key} holds bytes that were read as signed (255 as −1): set right.", key=key)
        )
    order = order or find_order([(x, num if num is not None else len(x))], [labels])
    if x.ndim >= 2 and num is not None and _is_turned(x, num, order.counts_last):
        x = np.moveaxis(x, -1, 0)
        notes.append(
            tr(
                "{key} {shape} counts its images along the last axis: turned round.",
                key=key,
                shape=shape,
            )
        )
    if x.ndim >= 4:  # axes of length one say nothing
        kept = [n for n in x.shape[1:] if n != 1]
        if len(kept) < x.ndim - 1 and (
            len(kept) in (2, 3) or (len(kept) == 1 and is_square(kept[0]))
        ):
            x = x.reshape(len(x), *kept)
        elif set(x.shape[1:]) == {1}:
            x = x.reshape(len(x), 1, 1)
    if x.ndim == 3 and 1 in x.shape[1:] and is_square(x.shape[1] * x.shape[2]):
        x = x.reshape(len(x), -1)  # rows of pixels with an axis that says nothing
    if x.ndim == 2 and x.size:
        x = unroll(x, order.extras.get(x.shape[1], ()), order.planes, key, title, notes)
    images: Images = x
    if x.ndim == 4:
        images = _settle_colours(x, key, title, notes, keeps_colours)
    if images.ndim not in (3, 4) or 0 in images.shape:
        raise DatasetError(
            tr("{title}: {key} has shape {shape}.", title=title, key=key, shape=shape),
            tr("Images must be (number, height, width), grey, or with one axis for colours."),
        )
    if images.dtype.kind == "f" and images.dtype != np.float32:
        images = change_images(images, _as_floats, images.shape[1:], np.float32)
    if images.dtype.kind == "f" and not all(np.isfinite(part).all() for part in pieces_of(images)):
        raise DatasetError(
            tr("{title}: {key} holds NaN or infinite pixels.", title=title, key=key),
            tr("Clean the images."),
        )
    return images, notes


def _as_floats(part: Array) -> Array:
    with np.errstate(over="ignore"):  # what overflows is infinite, and refused
        return part.astype(np.float32)


def _is_plain(x: Array) -> bool:
    """Whether all pixels are one colour."""
    first = x[:1, :1, :1]
    return all(bool((part == first).all()) for part in pieces_of(x))


def _are_wrapped(x: Array) -> bool:
    """Whether signed bytes are bytes of 0–255 read wrongly: paper at 0 or −1, and full ink or
    paper beyond it, at the other side of 0."""
    some = x[:: max(1, len(x) // 500)].ravel()
    if some.min() < -128 or some.max() > 127 or x.min() < -128 or x.max() > 127:
        return False
    counts = np.bincount(some.astype(np.int64) + 128, minlength=256)
    if not counts[:28].sum() or not counts[-28:].sum():
        return False
    paper = int(counts.argmax()) - 128
    ink = len(some) - int(counts.max())
    bright, dark = int(counts[100:128].sum()), int(counts[128:156].sum())
    return (paper == 0 and bright >= _SATURATED * ink) or (paper == -1 and dark >= _SATURATED * ink)


def _settle_colours(
    x: Array, key: str, title: str, notes: list[str], keeps_colours: bool
) -> Images:
    """(n, height, width, colours) or (n, colours, height, width): brightness of each pixel.

    Or as they are: (n, height, width, 3).
    """
    if x.shape[-1] not in (1, 2, 3, 4) and x.shape[1] in (1, 2, 3, 4):
        x = np.moveaxis(x, 1, -1)
    colours = x.shape[-1]
    if colours not in (1, 2, 3, 4):
        raise DatasetError(
            tr(
                "{title}: {key} has shape {shape}: that is no picture of one, three or four "
                "colours.",
                title=title,
                key=key,
                shape=x.shape,
            ),
            tr("Images must be (number, height, width), grey, or with one axis for colours."),
        )
    if colours in (2, 4):
        if _is_plain(x[..., :-1]) and not _is_plain(x[..., -1:]):
            notes.append(
                tr("{key} has its pictures in the last channel (transparency) alone.", key=key)
            )
            return x[..., -1]
        notes.append(tr("The last channel of {key} is taken for transparency: left out.", key=key))
        x = x[..., :-1]
    if x.shape[-1] == 1:
        return x[..., 0]
    if all((part == part[..., :1]).all() for part in pieces_of(x)):
        notes.append(tr("{key} is grey in three equal channels: one was kept.", key=key))
        return x[..., 0]
    if keeps_colours:
        return x
    notes.append(say_turned_grey(key))
    return turn_grey(x)
