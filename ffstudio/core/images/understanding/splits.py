"""Files that say which of their images are for training and which to test on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.understanding.role_finding import find_roles
from ffstudio.core.images.understanding.roles import find_set_word, says_rows, set_of
from ffstudio.core.images.understanding.stored import Array, Found, Stored
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Rows = npt.NDArray[np.int64]
_SETS = ("train", "val", "test")
_WORDS = {"train": "training", "val": "validation", "test": "test"}
# A list of numbers has few folds.
_MOST_FOLDS = 100


def part_sets(content: Found) -> Found:
    """The same with its images parted into sets where an array of the file says so.

    By numbers of images (``train_idx``, ``testIdx``), by what is true of them (``is_train``), by
    words (``split``), or by the numbers of their parts (``fold``).

    Raises:
        DatasetError: Numbers of images that are not there.
    """
    marks = {
        key: kind
        for key, stored in content.arrays.items()
        if (kind := says_rows(key)) and stored.dtype.kind in "uifbUS" and _is_list(stored.shape)
    }
    if not marks:
        return content
    try:
        roles, told = find_roles(content)
    except DatasetError:  # it is told where the sets are read
        return content
    if set(roles) != {"x_train", "y_train"}:
        return content
    x, y = content.arrays[roles["x_train"]], content.arrays[roles["y_train"]]
    count = next((n for n in y.shape if n in (*x.shape[:1], *x.shape[-1:])), 0)
    used, rows, note = _find_rows(content, marks, count)
    if len(rows) < 2 or "train" not in rows:
        return content
    left = count - len(np.unique(np.concatenate(list(rows.values()))))
    notes = [*content.notes, *told, note]
    if left:
        notes.append(
            tr("{left} images are in none of these sets: left out.", left=write_number(left, ","))
        )
    taken = {*used, *roles.values()}
    arrays = {key: stored for key, stored in content.arrays.items() if key not in taken}
    for which in _SETS:
        if which in rows:
            arrays[f"x_{which}"] = _take(x, rows[which], count)
            arrays[f"y_{which}"] = _take(y, rows[which], count)
    return replace(content, arrays=arrays, notes=tuple(notes))


def _is_list(shape: tuple[int, ...]) -> bool:
    return len(shape) in (1, 2) and sum(n > 1 for n in shape) <= 1


def _find_rows(
    content: Found, marks: Mapping[str, str], count: int
) -> tuple[list[str], dict[str, Rows], str]:
    """The arrays that say it, the images of each set, and a note of it."""
    indices = [key for key, kind in marks.items() if kind == "index"]
    masks = [
        key
        for key, kind in marks.items()
        if kind == "mask" and max(content.arrays[key].shape) == count
    ]
    lists = [
        key
        for key, kind in marks.items()
        if kind in ("set", "fold") and max(content.arrays[key].shape) == count
    ]
    if indices:
        rows, base = _by_index(content, indices, count)
        more = tr(" (counted from {base})", base=base)
        return indices, rows, _say(indices, rows) + more + "."
    if masks:
        rows = _by_mask(content, masks, count)
        return masks, rows, _say(masks, rows) + "."
    for key in lists:
        rows, meaning = _by_list(_read(content.arrays[key]), marks[key] == "fold")
        if rows:
            return [key], rows, _say([key], rows) + "." + meaning
    return [], {}, ""


def _say(keys: list[str], rows: Mapping[str, Rows]) -> str:
    return tr(
        "By {keys}: {counts}",
        keys=tr(" and ").join(keys),
        counts=", ".join(
            tr(
                "{count} {which} images",
                count=write_number(len(rows[which]), ","),
                which=_WORDS[which],
            )
            for which in _SETS
            if which in rows
        ),
    )


def _read(stored: Stored) -> Array:
    values = stored.read().ravel()
    return np.char.decode(values, "utf-8", "replace") if values.dtype.kind == "S" else values


def _by_index(content: Found, keys: list[str], count: int) -> tuple[dict[str, Rows], int]:
    """The images of each set by their numbers, and whether these count from 0 or 1."""
    numbers: dict[str, Any] = {}
    base = 1 if content.title.lower().endswith(".mat") else 0
    for key in keys:
        values = _read(content.arrays[key])
        if values.dtype.kind == "b" and len(values) == count:
            values = np.flatnonzero(values)
            base = 0
        if values.dtype.kind not in "uif" or (values.dtype.kind == "f" and (values % 1).any()):
            return {}, base
        numbers[find_set_word(key)] = values.astype(np.int64)
    all_numbers = np.concatenate(list(numbers.values()))
    if not all_numbers.size:
        return {}, base
    low, high = int(all_numbers.min()), int(all_numbers.max())
    base = 0 if low == 0 else 1 if high == count else base
    if low < base or high >= count + base:
        wrong = low if low < base else high
        raise DatasetError(
            tr(
                "{title}: {keys} name image {wrong}, but there are {count}.",
                title=content.title,
                keys=tr(" and ").join(keys),
                wrong=write_number(wrong, ","),
                count=write_number(count, ","),
            ),
            tr("Count the images from 0, or leave these arrays out."),
        )
    rows = {which: values - base for which, values in numbers.items() if len(values)}
    return _with_rest(rows, count), base


def _by_mask(content: Found, keys: list[str], count: int) -> dict[str, Rows]:
    rows = {}
    for key in keys:
        values = _read(content.arrays[key])
        if values.dtype.kind == "U":
            values = np.isin(np.char.lower(np.char.strip(values)), ("true", "yes", "1"))
        elif values.dtype.kind != "b" and not np.isin(values, (0, 1)).all():
            return {}
        which = find_set_word(key) or find_set_word(key.lower().replace("is", "is_"))
        if values.any():
            rows[which] = np.flatnonzero(values)
    return _with_rest(rows, count)


def _with_rest(rows: dict[str, Rows], count: int) -> dict[str, Rows]:
    """With the images of the other set, where one set alone is named."""
    if len(rows) == 1:
        (which,) = rows
        rest = np.setdiff1d(np.arange(count), rows[which])
        if len(rest):
            rows["test" if which == "train" else "train"] = rest
    return rows


def _by_list(values: Array, is_fold: bool) -> tuple[dict[str, Rows], str]:
    """The images of each set by a list of sets, in words or numbers, and how it was taken."""
    kinds = np.unique(values)
    if values.dtype.kind == "U":
        meant = {word: set_of(word) or find_set_word(word) for word in kinds.tolist()}
        if not all(meant.values()):
            return {}, ""
    elif not 2 <= len(kinds) <= _MOST_FOLDS or (kinds.dtype.kind == "f" and (kinds % 1).any()):
        return {}, ""
    elif is_fold:
        meant = dict.fromkeys(kinds.tolist(), "train") | {kinds[-1].item(): "test"}
    elif len(kinds) <= 3:
        names = ("train", "test") if len(kinds) == 2 else _SETS
        meant = dict(zip(kinds.tolist(), names, strict=True))
    else:
        return {}, ""
    rows = {
        which: np.flatnonzero(np.isin(values, [v for v, w in meant.items() if w == which]))
        for which in _SETS
        if which in meant.values()
    }
    if values.dtype.kind == "U":
        return rows, ""
    if is_fold:
        return rows, " " + tr("Part {number} was taken for the test set.", number=kinds[-1])
    taken = ", ".join(f"{value} = {which}" for value, which in meant.items())
    return rows, " " + tr(
        "Its numbers were taken so: {taken}; where that is wrong, write these words into it.",
        taken=taken,
    )


def _take(stored: Stored, rows: Rows, count: int) -> Stored:
    """Some images or labels of all; those that lie one after another stay on disk."""
    axis = 0 if stored.shape[0] == count else len(stored.shape) - 1
    in_a_row = bool((np.diff(rows) == 1).all())
    shape = (*stored.shape[:axis], len(rows), *stored.shape[axis + 1 :])
    return Stored(
        shape,
        stored.dtype,
        partial(_read_rows, stored, rows, axis, in_a_row),
        stored.stays_on_disk and in_a_row,
    )


def _read_rows(stored: Stored, rows: Rows, axis: int, in_a_row: bool) -> Array:
    values = np.moveaxis(stored.read(), axis, 0)
    some = values[rows[0] : rows[-1] + 1] if in_a_row else values[rows]
    return np.moveaxis(some, 0, axis)
