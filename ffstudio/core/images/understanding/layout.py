"""Images in whatever order their axes are stored, as (number, height, width), grey."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.streaming import Images, change_images, pieces_of
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

# How bright a colour looks: ITU-R BT.601.
_BRIGHTNESS = np.array([0.299, 0.587, 0.114])


def arrange(x: Array, labels: Array | None, key: str, title: str) -> tuple[Images, list[str]]:
    """Images as (n, height, width), and what was assumed.

    Args:
        x: As stored.
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
    if x.ndim >= 2 and num is not None and x.shape[0] != num and x.shape[-1] == num:
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
            len(kept) in (2, 3) or (len(kept) == 1 and _is_square(kept[0]))
        ):
            x = x.reshape(len(x), *kept)
        elif set(x.shape[1:]) == {1}:
            x = x.reshape(len(x), 1, 1)
    if x.ndim == 3 and 1 in x.shape[1:] and _is_square(x.shape[1] * x.shape[2]):
        x = x.reshape(len(x), -1)  # rows of pixels with an axis that says nothing
    if x.ndim == 2 and x.size:
        x = _unroll(x, labels, key, title, notes)
    images: Images = _make_grey(x, key, title, notes) if x.ndim == 4 else x
    if images.ndim != 3 or 0 in images.shape:
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


def _is_square(count: int) -> bool:
    return count > 1 and math.isqrt(count) ** 2 == count


def _as_floats(part: Array) -> Array:
    with np.errstate(over="ignore"):  # what overflows is infinite, and refused
        return part.astype(np.float32)


def _unroll(x: Array, labels: Array | None, key: str, title: str, notes: list[str]) -> Array:
    """Rows of pixels as pictures."""
    count = x.shape[1]
    side = math.isqrt(count)
    if side * side == count:
        return x.reshape(len(x), side, side)
    side = math.isqrt(count - 1)
    if side * side == count - 1 and side > 1:
        for column, rest, where in ((0, slice(1, None), "first"), (-1, slice(None, -1), "last")):
            repeats = labels is not None and len(labels) == len(x)
            repeats = repeats and _is_same(x[:, column], labels)
            if repeats or len(np.unique(x[:, column])) == 1:
                what = tr("the labels again") if repeats else tr("one value only")
                notes.append(
                    tr(
                        "The {where} column of {key} holds {what}: left out.",
                        where=where,
                        key=key,
                        what=what,
                    )
                )
                return x[:, rest].reshape(len(x), side, side)
    side = math.isqrt(count // 3)
    if side > 1 and side * side * 3 == count:
        last, first = x.reshape(len(x), side, side, 3), x.reshape(len(x), 3, side, side)
        some = slice(0, 200)
        # Neighbours are alike in the order that is right.
        if _roughness(np.moveaxis(first[some], 1, -1)) < _roughness(last[some]):
            notes.append(
                tr(
                    "{key} {shape} was read as {side}×{side} in three planes of colour.",
                    key=key,
                    shape=x.shape,
                    side=side,
                )
            )
            return np.moveaxis(first, 1, -1)
        notes.append(
            tr(
                "{key} {shape} was read as {side}×{side} pixels of three colours.",
                key=key,
                shape=x.shape,
                side=side,
            )
        )
        return last
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
            shape=x.shape,
            count=write_number(count, ","),
            likely=likely,
        ),
        tr(
            "Save them as pictures: x.reshape(len(x), {pairs}, {pairs_2}), height first.",
            pairs=pairs[-1][0],
            pairs_2=pairs[-1][1],
        ),
    )


def _is_same(column: Array, labels: Array | None) -> bool:
    if labels is None or labels.dtype.kind not in "uifb" or labels.ndim != 1:
        return False
    return bool((column == labels).all())


def _roughness(images: Array) -> float:
    """How much neighbours of (n, height, width, colours) differ."""
    images = images.astype(np.float64)
    across = np.abs(np.diff(images, axis=2)).mean() + np.abs(np.diff(images, axis=1)).mean()
    return float(across)


def _make_grey(x: Array, key: str, title: str, notes: list[str]) -> Images:
    """(n, height, width, colours) or (n, colours, height, width), brightness of each pixel."""
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
        notes.append(tr("The last channel of {key} is taken for transparency: left out.", key=key))
        x = x[..., :-1]
    if x.shape[-1] == 1:
        return x[..., 0]
    if all((part == part[..., :1]).all() for part in pieces_of(x)):
        notes.append(tr("{key} is grey in three equal channels: one was kept.", key=key))
        return x[..., 0]
    notes.append(tr("The colours of {key} were turned grey by their brightness.", key=key))
    dtype = x.dtype if x.dtype.kind in "ui" else np.dtype(np.float32)
    return change_images(x, lambda part: _brightness(part, dtype), x.shape[1:-1], dtype)


def _brightness(part: Array, dtype: np.dtype[Any]) -> Array:
    grey = part.astype(np.float64) @ _BRIGHTNESS
    return (np.round(grey) if dtype.kind in "ui" else grey).astype(dtype)
