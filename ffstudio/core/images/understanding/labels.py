"""Labels however they are written: numbers, words, one hot; their names are kept."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

MOST_CLASSES = 1000
# Above it a float no longer tells one whole number from the next.
_LARGEST_LABEL = 2**53
# So far from the one and the noughts, in parts of their distance, rounding may leave one hot.
_NEARLY = 1e-3
# Python refuses to read numbers of thousands of digits.
_LONGEST_NUMBER = 1000
# As Python prints bytes.
_MARKED = re.compile(r"b(['\"]).*\1")
# "3.0" is the number three.
_WHOLE_FLOAT = re.compile(r"[-+]?\d{1,9}\.0*")


def read_labels(y: Array, key: str, title: str, notes: list[str]) -> Array:
    """Labels (n,) as whole numbers or as text.

    Raises:
        DatasetError: They are no class labels.
    """
    if y.dtype.kind == "S":
        y = decode_words(y, key, notes)
    if y.ndim > 2 and y.size:  # axes of length one say nothing
        y = y.reshape([n for n in y.shape if n != 1] or [1])
    if y.ndim == 2 and 1 in y.shape and y.size:
        y = y.reshape(-1)
    if y.ndim == 2 and y.size and y.dtype.kind == "U":
        y = _read_digits(y)
    if y.ndim == 2 and y.size and y.dtype.kind in "uifb":
        y = _from_one_hot(y, key, title, notes)
    if y.ndim != 1 or len(y) == 0:
        raise DatasetError(
            tr("{title}: {key} has shape {shape}.", title=title, key=key, shape=y.shape),
            tr("Labels must be one whole number per image, one word, or one hot."),
        )
    if y.dtype.kind == "U":
        y = _without_marks(np.char.strip(y))
        if not all(_WHOLE_FLOAT.fullmatch(word) for word in np.unique(y).tolist()):
            return y
        y = y.astype(np.float64)
    if y.dtype.kind == "f":
        finite = np.isfinite(y)
        if finite.all() and (np.abs(y) < _LARGEST_LABEL).all() and (y == np.round(y)).all():
            y = y.astype(np.int64)
        elif finite.any() and not finite.all() and (y[finite] == np.round(y[finite])).all():
            raise DatasetError(
                tr(
                    "{title}: {key} has {count_nonzero} labels that are NaN or infinite; labels "
                    "must be whole numbers.",
                    title=title,
                    key=key,
                    count_nonzero=write_number(np.count_nonzero(~finite), ","),
                ),
                tr("Leave these images out, or label them."),
            )
    if y.dtype.kind not in "uib":
        raise DatasetError(
            tr("{title}: {key} holds {dtype}.", title=title, key=key, dtype=y.dtype),
            tr("Labels must be whole numbers."),
        )
    if y.dtype.kind == "u" and y.max() > _LARGEST_LABEL:
        raise DatasetError(
            tr("{title}: {key} holds {max}.", title=title, key=key, max=write_number(y.max(), ",")),
            tr("Use smaller class labels."),
        )
    return y.astype(np.int64)


def decode_words(y: Array, key: str, notes: list[str]) -> Array:
    """Bytes as words: UTF-8, else the letters of Windows, so that no two words become one."""
    try:
        return np.char.decode(y, "utf-8")
    except UnicodeDecodeError:
        pass
    notes.append(tr("{key} is no UTF-8: read as Windows-1252.", key=key))
    try:
        return np.char.decode(y, "cp1252")
    except UnicodeDecodeError:  # five bytes mean nothing there
        return np.char.decode(y, "latin-1")


def _read_digits(y: Array) -> Array:
    """Rows of words that are 0 and 1 as numbers; others as they are."""
    words = np.char.strip(y)
    if not set(np.unique(words).tolist()) <= {"0", "1", "0.0", "1.0", "0.", "1."}:
        return y
    return words.astype(np.float64)


def _without_marks(y: Array) -> Array:
    """Words without what Python puts around bytes, where all have it: b'cat' is cat."""
    marked = [_MARKED.fullmatch(word) for word in np.unique(y).tolist()]
    if not marked or None in marked:
        return y
    return np.array([word[2:-1] for word in y.tolist()])


def _from_one_hot(y: Array, key: str, title: str, notes: list[str]) -> Array:
    numbers = y.astype(np.float64)
    low, high = float(numbers.min()), float(numbers.max())
    near = _NEARLY * (high - low)
    for rows in (numbers, numbers.T):
        ones = rows >= high - near
        whole = bool((ones | (rows <= low + near)).all())
        if whole and high > low and bool((ones.sum(axis=1) == 1).all()):
            told = tr(
                "{key} {shape} is one hot: the place of the one is the label.",
                key=key,
                shape=y.shape,
            )
            values = {
                "high": number_text(round(high, 3)),
                "low": number_text(round(low, 3) if abs(low) >= near else 0),
            }
            if not bool(((rows == low) | (rows == high)).all()):
                told += " " + tr("Its numbers are {high} and {low} but for rounding.", **values)
            elif (low, high) != (0, 1):
                told += " " + tr("Its numbers are {high} and {low}.", **values)
            notes.append(told)
            return rows.argmax(axis=1)
    raise DatasetError(
        tr(
            "{title}: {key} has shape {shape} and is not one hot.",
            title=title,
            key=key,
            shape=y.shape,
        ),
        tr("Labels must be one whole number per image; of probabilities take y.argmax(axis=1)."),
    )


def number_classes(
    sets: dict[str, Array],
    given: tuple[str, ...],
    title: str,
    notes: list[str],
    where: str,
    is_forced: bool = False,
    may_be_one: bool = False,
) -> tuple[dict[str, Array], tuple[str, ...]]:
    """Labels of all sets counted from 0, and the classes' names.

    Args:
        sets: Labels of each set, as :func:`read_labels` gives them.
        given: Names in the order of the labels, where the file says so.
        where: What labels are called in it, for a reader.
        is_forced: True when the names are of labels that count from 0, and of no others.
        may_be_one: True for images that nets are judged on only.

    Raises:
        DatasetError: One class only, too many, or numbers beside words.
    """
    kinds = {y.dtype.kind for y in sets.values()}
    if len(kinds) > 1:
        texts = {key: y.astype(str) for key, y in sets.items()}
        numbers = {str(v) for y in sets.values() if y.dtype.kind != "U" for v in np.unique(y)}
        if (
            not {str(v) for y in sets.values() if y.dtype.kind == "U" for v in np.unique(y)}
            <= numbers
        ):
            raise DatasetError(
                tr(
                    "{title} has labels that are numbers in one set and words in another.",
                    title=title,
                ),
                tr("Label both sets alike."),
            )
        sets = texts
    sets = _spell_alike(_compose(sets, notes), notes)
    given = tuple(unicodedata.normalize("NFC", name) for name in given)
    values = np.unique(np.concatenate(list(sets.values())))
    if values.dtype.kind == "U":
        values = np.array(sorted(values.tolist(), key=_in_order))
    if len(values) < 2 and len(given) < 2 and not may_be_one:
        raise DatasetError(
            tr("{title} holds one class only.", title=title), tr("Use data with two or more.")
        )
    if len(values) > MOST_CLASSES:
        raise DatasetError(
            tr(
                "{title} has {values} different labels; at most {MOST_CLASSES} are possible.",
                title=title,
                values=write_number(len(values), ","),
                MOST_CLASSES=MOST_CLASSES,
            ),
            tr("Check that {where} holds class labels.", where=where),
        )
    if len(set(given)) < len(given):
        notes.append(tr("Its class names are not all different: left out."))
        given = ()
    if given:
        fits = values.dtype.kind != "U" and int(values[0]) >= 0
        if fits and int(values[-1]) < len(given):
            return {k: y.astype(np.int64) for k, y in sets.items()}, given
        if is_forced:
            given = ()
        elif fits and int(values[0]) == 1 and int(values[-1]) == len(given):
            return {k: y.astype(np.int64) - 1 for k, y in sets.items()}, given
        elif values.dtype.kind == "U" and set(values.tolist()) <= set(given):
            at = {name: i for i, name in enumerate(given)}
            return {k: np.array([at[v] for v in y.tolist()]) for k, y in sets.items()}, given
        if given:
            notes.append(
                tr(
                    "Its {given} class names do not fit its labels {values}…{values_2}: left out.",
                    given=len(given),
                    values=values[0],
                    values_2=values[-1],
                )
            )
    names = tuple(str(v) for v in values)
    at = {v: i for i, v in enumerate(values.tolist())}
    if values.dtype.kind != "U":
        if (int(values[0]), int(values[-1]), len(values)) == (1, 10, 10):
            notes.append(
                tr(
                    "Labels are 1 to 10. Where they are digits, 10 may stand for 0: y % 10 makes it so."
                )
            )
        return {k: np.searchsorted(values, y) for k, y in sets.items()}, names
    return {k: np.array([at[v] for v in y.tolist()], np.int64) for k, y in sets.items()}, names


def _compose(sets: dict[str, Array], notes: list[str]) -> dict[str, Array]:
    """Words in one form of Unicode, in which é is one sign: macOS writes it as two."""
    words = {word for y in sets.values() if y.dtype.kind == "U" for word in np.unique(y).tolist()}
    composed = {word: unicodedata.normalize("NFC", word) for word in words}
    twice = sorted(new for old, new in composed.items() if new != old and new in words)
    if twice:
        notes.append(
            tr(
                "Labels write {words} in two forms of Unicode: taken for the same.",
                words=", ".join(twice[:5]) + (" …" if len(twice) > 5 else ""),
            )
        )
    if all(old == new for old, new in composed.items()):
        return sets
    return {
        key: np.array([composed[v] for v in y.tolist()]) if y.dtype.kind == "U" else y
        for key, y in sets.items()
    }


def _spell_alike(sets: dict[str, Array], notes: list[str]) -> dict[str, Array]:
    """Words that differ between sets by capital letters alone are spelt as in the first set."""
    spelt: dict[str, str] = {}
    words = {key: np.unique(y).tolist() for key, y in sets.items() if y.dtype.kind == "U"}
    if any(len({w.casefold() for w in one}) < len(one) for one in words.values()):
        return sets  # in one set capital letters part classes
    for one in words.values():
        for word in one:
            spelt.setdefault(word.casefold(), word)
    if all(spelt[word.casefold()] == word for one in words.values() for word in one):
        return sets
    notes.append(tr("The sets write their labels with other capital letters: taken for the same."))
    return {
        key: np.array([spelt[v.casefold()] for v in y.tolist()]) if key in words else y
        for key, y in sets.items()
    }


def _in_order(text: str) -> tuple[Any, ...]:
    """As people count: 2 before 10."""
    parts = re.split(r"(\d+)", text.casefold())
    return tuple(
        (0, int(p), "") if p.isdigit() and p.isascii() and len(p) < _LONGEST_NUMBER else (1, 0, p)
        for p in parts
        if p
    )
