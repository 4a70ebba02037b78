"""Rows of numbers as pictures: their sides, their colours, and columns that are no pixels."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

# Images that are looked at to tell an order of colours.
_LOOKED_AT = 200
# So many whole numbers of 0–255 are not all different by chance.
_MANY = 64
# Fewer numbers than these with equal steps may be pixels.
_FEW = 8
# Fewer numbers are rather something else than pixels of three colours.
_LEAST_IN_COLOUR = 3 * 8 * 8
# Fewer pixels a side: that each fourth column is empty is no sign of colours.
_SMALL = 14


class Extra(NamedTuple):
    """A column at one end of rows of pixels that is none.

    Attributes:
        end: 0 for the first column, −1 for the last.
        what: What it holds, for a reader.
        is_open: Whether the other end fits as well.
    """

    end: int
    what: str
    is_open: bool


def is_square(count: int) -> bool:
    """Whether so many pixels make a square picture."""
    return count > 1 and math.isqrt(count) ** 2 == count


def is_picture(count: int) -> bool:
    """Whether so many numbers make a square picture, grey or in colour."""
    return is_square(count) or (
        count >= _LEAST_IN_COLOUR and count % 3 == 0 and is_square(count // 3)
    )


def roughness(images: Array) -> float:
    """How much neighbours of (n, height, width, colours) differ."""
    images = images.astype(np.float64)
    across = np.abs(np.diff(images, axis=2)).mean() + np.abs(np.diff(images, axis=1)).mean()
    return float(across)


def find_extras(sets: Sequence[Array], labels: Sequence[Array | None]) -> tuple[Extra, ...]:
    """The columns at the ends of rows that are no pixels, in the order they are to be left out.

    What is surest is sought at both ends first: labels, then numbers of images, then one value.

    Args:
        sets: Rows of all sets of a file, (n, numbers) each, equally wide.
        labels: Of each set.
    """
    extras: list[Extra] = []
    while True:
        count = sets[0].shape[1]
        if is_picture(count) or not (is_picture(count - 1) or is_picture(count - 2)):
            return tuple(extras)
        extra = _find_extra(sets, labels, is_last=is_picture(count - 1))
        if extra is None:
            return tuple(extras) if is_picture(count) else ()
        extras.append(extra)
        sets = [leave_out(x, extra) for x in sets]


def leave_out(x: Array, extra: Extra) -> Array:
    """Rows without the column."""
    return x[:, 1:] if extra.end == 0 else x[:, :-1]


def unroll(
    x: Array, extras: Sequence[Extra], planes: bool | None, key: str, title: str, notes: list[str]
) -> Array:
    """Rows of numbers (n, numbers) as pictures, (n, height, width) or (n, height, width, colours).

    Args:
        extras: Columns that are no pixels, as :func:`find_extras` gives them.
        planes: Whether three colours lie one after another.
        key: The array's name, for a reader.
        notes: What was assumed is added.

    Raises:
        DatasetError: They are no square pictures.
    """
    for extra in extras:
        notes.append(_say(extra, key))
        x = leave_out(x, extra)
    count, shape = x.shape[1], x.shape
    side = math.isqrt(count // 4)
    order = _find_transparency(x, side) if side > 1 and side * side * 4 == count else None
    if order == "planes":
        notes.append(
            tr(
                "{key} {shape} was read as {side}×{side} in three planes of colour and one of "
                "transparency.",
                key=key,
                shape=shape,
                side=side,
            )
        )
        return np.moveaxis(x.reshape(len(x), 4, side, side), 1, -1)
    if order == "pixels":
        notes.append(
            tr(
                "{key} {shape} was read as {side}×{side} pixels of three colours and transparency.",
                key=key,
                shape=shape,
                side=side,
            )
        )
        return x.reshape(len(x), side, side, 4)
    side = math.isqrt(count)
    if side * side == count:
        return x.reshape(len(x), side, side)
    side = math.isqrt(count // 3)
    if side > 1 and side * side * 3 == count:
        if planes:
            notes.append(
                tr(
                    "{key} {shape} was read as {side}×{side} in three planes of colour.",
                    key=key,
                    shape=shape,
                    side=side,
                )
            )
            return np.moveaxis(x.reshape(len(x), 3, side, side), 1, -1)
        notes.append(
            tr(
                "{key} {shape} was read as {side}×{side} pixels of three colours.",
                key=key,
                shape=shape,
                side=side,
            )
        )
        return x.reshape(len(x), side, side, 3)
    pairs = [(h, count // h) for h in range(2, math.isqrt(count) + 1) if count % h == 0][-3:]
    if not pairs:
        return x
    likely = tr(" or ").join(f"{h}×{w}" for h, w in reversed(pairs))
    raise DatasetError(
        tr(
            "{title}: {key} has shape {shape}: rows of {count} pixels, which is no square; "
            "they may be {likely}.",
            title=title,
            key=key,
            shape=shape,
            count=write_number(count, ","),
            likely=likely,
        ),
        tr(
            "Save them as pictures: x.reshape(len(x), {pairs}, {pairs_2}), height first.",
            pairs=pairs[-1][0],
            pairs_2=pairs[-1][1],
        ),
    )


def _find_extra(
    sets: Sequence[Array], labels: Sequence[Array | None], is_last: bool
) -> Extra | None:
    """The end that fits the surest sign.

    Args:
        is_last: Whether the others make a picture: then one value throughout may be left out,
            of corners that are always 0 last.
    """
    ends = {end: [x[:, end] for x in sets] for end in (0, -1)}
    signs: list[tuple[str, Callable[[list[Array]], bool]]] = [
        (tr("the labels again"), lambda columns: _repeat_labels(columns, labels)),
        (tr("the images' numbers"), lambda columns: all(_counts(column) for column in columns)),
        (tr("the images' numbers"), lambda columns: all(_tells_apart(c) for c in columns)),
    ]
    if is_last:
        signs += [
            (tr("one value only"), lambda columns: _is_constant(columns) and columns[0][0] != 0),
            (tr("one value only"), _is_constant),
        ]
    for what, fits in signs:
        fitting = [end for end in (0, -1) if fits(ends[end])]
        if len(fitting) == 2 and _is_constant(ends[0]):
            # Paper goes on in the pixel beside the corner, what was added does not.
            fitting = [end for end in (0, -1) if _stands_out(sets, end)] or fitting
        if fitting:
            return Extra(fitting[0], what, is_last and len(fitting) == 2)
    return None


def _repeat_labels(columns: list[Array], labels: Sequence[Array | None]) -> bool:
    """Whether each class has a value of its own: the labels, however they are scaled."""
    if any(
        y is None or y.ndim != 1 or len(y) != len(c) for c, y in zip(columns, labels, strict=True)
    ):
        return False
    given = [y for y in labels if y is not None]
    if len({y.dtype.kind == "U" for y in given}) > 1:
        given = [y.astype(str) for y in given]
    values, whole = np.concatenate(columns), np.concatenate(given)
    classes, at = np.unique(whole, return_inverse=True)
    different, place = np.unique(values, return_inverse=True)
    if len(classes) < 2 or len(different) != len(classes):
        return False
    is_same = whole.dtype.kind != "U" and bool((values == whole).all())
    pairs = np.unique(at.astype(np.int64) * len(classes) + place)
    return is_same or (len(pairs) == len(classes) and len(values) >= 2 * len(classes))


def _counts(column: Array) -> bool:
    """Whether it numbers the images in any order, be it scaled."""
    if len(column) < 3 or not np.isfinite(column).all():
        return False
    steps = np.diff(np.sort(column.astype(np.float64)))
    if len(column) < _FEW and steps[0] != 1:
        return False
    return bool(steps[0] > 0) and bool(np.allclose(steps, steps[0], rtol=1e-3, atol=0))


def _tells_apart(column: Array) -> bool:
    """Whether each image has a whole number of its own."""
    if len(column) < _MANY or not np.isfinite(column).all():
        return False
    return bool((column == np.round(column)).all()) and len(np.unique(column)) == len(column)


def _is_constant(columns: list[Array]) -> bool:
    return all(bool((column == columns[0][0]).all()) for column in columns)


def _stands_out(sets: Sequence[Array], end: int) -> bool:
    """Whether a column of one value differs from the one beside it."""
    beside = 1 if end == 0 else -2
    return not any(bool((x[:, beside] == x[:, end]).all()) for x in sets)


def _say(extra: Extra, key: str) -> str:
    first = extra.end == 0
    note = tr(
        "The {where} column of {key} holds {what}: left out.",
        where="first" if first else "last",
        key=key,
        what=extra.what,
    )
    if not extra.is_open:
        return note
    return f"{note} " + tr(
        "So does the {where} one: if that is no pixel instead, save {rows}.",
        where="last" if first else "first",
        rows=f"{key}[:, :-1]" if first else f"{key}[:, 1:]",
    )


def _find_transparency(x: Array, side: int) -> str | None:
    """How a fourth channel lies in rows that a grey picture of twice the sides fills as well.

    Returns:
        ``pixels`` where each fourth number is one value throughout, ``planes`` where the last
        quarter is; None for grey pictures.
    """
    if _is_plain_part(x, np.s_[3::4]) and not any(_is_plain_part(x, np.s_[c::4]) for c in range(3)):
        value = x[0, 3]
        if value == x.max() or (value == 0 and side >= _SMALL):
            return "pixels"
    area = side * side
    parts = [np.s_[i * area : (i + 1) * area] for i in range(4)]
    if not _is_plain_part(x, parts[3]) or any(_is_plain_part(x, part) for part in parts[:3]):
        return None
    if x[0, -1] != x.max():
        return None
    # The paper below a grey picture: there neighbours are alike in the picture, not in planes.
    some = x[:_LOOKED_AT]
    grey = some.reshape(-1, 2 * side, 2 * side, 1)[:, : 2 * side - side // 2]
    colours = np.moveaxis(some.reshape(-1, 4, side, side)[:, :3], 1, -1)
    return "planes" if roughness(colours) < roughness(grey) else None


def _is_plain_part(x: Array, part: slice) -> bool:
    """Whether these columns are one value in all rows; a few rows first, which tell mostly."""
    return all(bool((x[:some, part] == x[0, part][0]).all()) for some in (8, len(x)))
