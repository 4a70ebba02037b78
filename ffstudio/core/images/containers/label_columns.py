"""Which columns of a table are pixels, labels and sets: by their heads, else by what they hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.heads import (
    LABEL_HEADS,
    NUMBER_HEADS,
    SET_HEADS,
    find_pixels,
    plain,
    set_in,
)
from ffstudio.core.images.containers.picture_files import ENDINGS
from ffstudio.core.images.containers.text_rows import (
    TextRows,
    is_number,
    numbers_in,
    refuse_cell,
)
from ffstudio.core.images.understanding.flat_rows import is_picture, is_square
from ffstudio.core.words import tr

# Fewer cells than this share that are words are gaps in a column of numbers.
_WORDS = 0.5
# More classes than these are not written one hot in tables.
_MOST_ONE_HOT = 64
# Labels of so many rows have fewer different values than this share.
_REPEATED = 0.7
# So many whole numbers are not all different by chance.
_MANY = 64
_ONE_HOT = {"0": 0, "1": 1, "0.0": 0, "1.0": 1, "false": 0, "true": 1}


class NoLabelsError(DatasetError):
    """All columns are pixels, or say nothing of a class."""


@dataclass(frozen=True)
class Columns:
    """What the columns of a table are.

    Attributes:
        pixels: In the order of the pixels; one alone where a cell holds a whole picture.
        labels: Several where they are one hot.
        split: The column that says of which set a row is; None for none.
        shape: Of a picture, where the heads say it.
        notes: What was assumed, for a reader.
        order: The column that numbers the classes which that of the labels calls by words.
    """

    pixels: list[int]
    labels: list[int]
    split: int | None = None
    shape: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    order: int | None = None


def find_columns(rows: TextRows) -> Columns:
    """What the columns are.

    Raises:
        NoLabelsError: None holds labels.
        DatasetError: The labels cannot be told, or cells that should be numbers are none.
    """
    whole = _find_whole_pictures(rows)
    if whole:
        others = [at for at in range(rows.width) if at not in whole]
        return _tell_others(rows, others, whole[:1])
    pixels = find_pixels(rows.heads)
    if pixels is not None:
        others = sorted({*range(rows.width)} - {*pixels.columns})
        if not others:
            raise _say_all_pixels(rows)
        _refuse_gaps(rows, pixels.columns)
        columns = _tell_others(rows, others, pixels.columns)
        notes = (pixels.note, *columns.notes) if pixels.note else columns.notes
        return replace(columns, shape=pixels.shape, notes=notes)
    return _find_by_cells(rows)


def find_pixels_alone(rows: TextRows) -> Columns:
    """The pixels of a table whose labels lie elsewhere."""
    pixels = find_pixels(rows.heads)
    if pixels is not None:
        notes = (pixels.note,) if pixels.note else ()
        return Columns(pixels.columns, [], None, pixels.shape, notes)
    return Columns([at for at in range(rows.width) if at or not _numbers_rows(rows)], [])


def one_hot_value(cell: str) -> int | None:
    """0 or 1 for a cell of labels one hot, also where it is called False or True; else None."""
    return _ONE_HOT.get(cell.strip().lower())


def _find_whole_pictures(rows: TextRows) -> list[int]:
    """Columns whose cells hold all numbers of a picture each."""
    some = rows.body[:8]
    return [at for at in range(rows.width) if all(numbers_in(row[at]) for row in some)]


def _find_by_cells(rows: TextRows) -> Columns:
    """Without heads that call the pixels: words and what numbers the rows are none."""
    width, name = rows.width, rows.path.name
    words = [at for at in range(width) if _are_words(rows, at)]
    named = [at for at in range(width) if rows.heads and plain(rows.heads[at]) in LABEL_HEADS]
    named = named if len(named) == 1 else []
    others = sorted({*words, *named})
    rest = [at for at in range(width) if at not in others]
    one_hot = [] if others else _find_one_hot(rows, rest)
    index = None if one_hot else _find_index(rows, rest, bool(others))
    rest = [at for at in rest if at != index]
    if len(rest) < 2:
        raise _say_no_pixels(rows)
    _refuse_gaps(rows, rest)
    kept = _drop_asides(rows, [at for at in others if at not in named])
    if len(kept) > 1 and not rows.heads and not _pick_one_hot(rows, kept):
        raise DatasetError(
            tr(
                "{path_name} has words in {words} columns; pixels are numbers.",
                path_name=name,
                words=len(kept),
            ),
            tr("Keep one column of labels, and call it label."),
        )
    if named or kept:
        columns = _tell_others(rows, others, rest)
        # One column of words, or one that is called so, is no guess.
        return columns if len(others) > 1 else replace(columns, notes=())
    split = next((at for at in others if _are_sets(rows, at)), None)
    notes = _say_others(rows, split, [at for at in others if at != split])
    if index:
        notes.append(tr("{head} numbers the rows: left out.", head=_call(rows, index)))
    one_hot = one_hot or _find_one_hot(rows, rest)
    if one_hot:
        note = tr("The {where} {count} of {width} columns are the labels, one hot.",
                  where="first" if one_hot[0] == rest[0] else "last", count=len(one_hot),
                  width=width)  # fmt: skip
        return Columns([at for at in rest if at not in one_hot], one_hot, split, (), (note, *notes))
    advice = tr("Give each image its label in the first column, and call it label.")
    if is_picture(len(rest)) and not is_square(len(rest) - 1):
        if len(rest) < width:
            raise NoLabelsError(
                tr(
                    "{path_name} has {width} columns: the first numbers the images, the others are "
                    "pixels: it holds no labels.",
                    path_name=name,
                    width=width,
                )
                if index == 0
                else tr(
                    "{path_name} has {width} columns, and those that are no pixels are no labels.",
                    path_name=name,
                    width=width,
                ),
                advice,
            )
        raise _say_all_pixels(rows)
    label, note = _choose_end(rows, rest, index)
    return Columns([at for at in rest if at != label], [label], split, (), (note, *notes))


def _say_no_pixels(rows: TextRows) -> DatasetError:
    return DatasetError(
        tr("{path_name} has no columns of pixels.", path_name=rows.path.name),
        tr("Each line must be one image: its label and its pixels, each in a column."),
    )


def _say_all_pixels(rows: TextRows) -> NoLabelsError:
    return NoLabelsError(
        tr(
            "{path_name} has {width} columns, which are all pixels: it holds no labels.",
            path_name=rows.path.name,
            width=rows.width,
        ),
        tr("Give each image its label in the first column, and call it label."),
    )


def _choose_end(rows: TextRows, rest: list[int], index: int | None) -> tuple[int, str]:
    """The first or the last column as the labels, and what is said of it.

    Raises:
        DatasetError: Neither may be.
    """
    fitting = [at for at in (rest[0], rest[-1]) if _may_be_labels(rows, at)]
    if not fitting:
        raise DatasetError(
            tr(
                "{path_name} has {width} columns and none that is sure to hold the labels.",
                path_name=rows.path.name,
                width=rows.width,
            ),
            tr("Give each image its label in the first column, and call it label."),
        )
    beside = {rest[0]: rest[1], rest[-1]: rest[-2]}
    likely = [at for at in fitting if _are_like_classes(rows, at, beside[at])] or fitting
    if len(likely) == 2:
        # What is beyond all pixels is none; else few classes are likelier than many.
        most = max(_values(rows, at)[-1] for at in rest[1:-1])
        beyond = [at for at in likely if _values(rows, at)[-1] > most]
        first, last = (len(_values(rows, at)) for at in likely)
        if len(beyond) == 1:
            likely = beyond
        elif 2 * last <= first:
            likely.reverse()
    label = likely[0]
    where = "first" if label == rest[0] else "last"
    if index == 0:
        note = tr("The first column counts the rows, the {where} was taken for the labels.",
                  where="second" if where == "first" else where)  # fmt: skip
    else:
        note = tr("The {where} of {width} columns was taken for the labels.",
                  where=where, width=rows.width)  # fmt: skip
    if len(likely) > 1:
        note += " " + tr(
            "The {where} one may be as well: if it is, write a line of heads and call it label.",
            where="last" if where == "first" else "first",
        )
    return label, note


def _tell_others(rows: TextRows, others: Sequence[int], pixels: Sequence[int]) -> Columns:
    """The labels and the sets among columns that are no pixels.

    Raises:
        NoLabelsError: None holds labels.
        DatasetError: Several may.
    """
    split = next((at for at in others if _are_sets(rows, at)), None)
    left = [at for at in others if at != split]
    named = [at for at in left if plain(_head(rows, at)) in LABEL_HEADS]
    kept = _drop_asides(rows, [at for at in left if at not in named])
    notes: list[str] = []
    order = None
    one_hot = [] if named else _pick_one_hot(rows, left)
    if one_hot:
        labels = one_hot
        notes.append(
            tr("The columns {first} to {last} are the labels, one hot.",
               first=_call(rows, one_hot[0]), last=_call(rows, one_hot[-1]))
        )  # fmt: skip
    else:
        labels = _pick_labels(rows, named, kept, left)
        same = [
            at
            for at in left
            if at in (*named, *kept) and at not in labels and _say_the_same(rows, labels[0], at)
        ]
        if same:
            notes.append(
                tr("{head} was taken for the labels; {others} says the same.",
                   head=_call(rows, labels[0]), others=", ".join(_call(rows, at) for at in same))
            )  # fmt: skip
            left = [at for at in left if at not in same]
        elif labels[0] not in named:
            notes.append(tr("{head} was taken for the labels.", head=_call(rows, labels[0])))
        if same and _are_words(rows, labels[0]):
            order = next((at for at in same if not _are_words(rows, at)), None)
    _refuse_no_labels(rows, labels)
    notes += _say_others(rows, split, [at for at in left if at not in labels])
    return Columns(list(pixels), labels, split, (), tuple(notes), order)


def _say_others(rows: TextRows, split: int | None, aside: Sequence[int]) -> list[str]:
    """What columns are that are neither pixels nor labels."""
    notes = []
    if split is not None:
        notes.append(tr("{head} says of which set an image is.", head=_call(rows, split)))
    names = [_call(rows, at) for at in aside if not _is_called_number(rows, at)]
    if names:
        notes.append(tr("No pixels and no labels, left out: {heads}.", heads=", ".join(names[:8])))
    return notes


def _pick_labels(rows: TextRows, named: list[int], kept: list[int], left: list[int]) -> list[int]:
    """The one column of labels: that which is called so, in words where another says the same."""
    chosen = named or kept
    if not chosen:
        # Of few rows each may have a class of its own.
        chosen = [at for at in left if _are_words(rows, at) and not _are_files(rows, at)]
    words = [at for at in chosen if _are_words(rows, at)]
    numbers = [at for at in chosen if at not in words]
    same = [
        at
        for at in words or kept
        if _are_words(rows, at) and all(_say_the_same(rows, at, number) for number in numbers)
    ]
    if len(same) == 1 and len(words) < 2:
        return same
    if len(chosen) == 1:
        return chosen
    if not chosen:
        raise NoLabelsError(
            tr("{path_name} has columns of pixels, and none of labels.", path_name=rows.path.name),
            tr("Give each image its label in the first column, and call it label."),
        )
    if not words and all(_say_the_same(rows, numbers[0], at) for at in numbers[1:]):
        return numbers[:1]
    raise DatasetError(
        tr(
            "{path_name} says more than one thing of each image ({heads}): which is its label is not "
            "clear.",
            path_name=rows.path.name,
            heads=", ".join(_call(rows, at) for at in chosen[:6]),
        ),
        tr("Keep one column of labels, and call it label."),
    )


def _pick_one_hot(rows: TextRows, columns: Sequence[int]) -> list[int]:
    """Those of 0 and 1, where in each row one is 1."""
    hot = [
        at
        for at in columns
        if all(one_hot_value(row[at]) is not None for row in rows.sample)
        and not _is_called_number(rows, at)
    ]
    if len(hot) < 2 or any(sum(one_hot_value(r[at]) or 0 for at in hot) != 1 for r in rows.sample):
        return []
    return hot


def _drop_asides(rows: TextRows, columns: Sequence[int]) -> list[int]:
    """Columns that may hold labels: no sets, names of files, numbers of rows, nor one value."""
    kept = []
    for at in columns:
        cells = _cells(rows, at)
        different = set(cells)
        if rows.heads and plain(rows.heads[at]) in SET_HEADS:
            continue
        if len(different) < 2 or _are_sets(rows, at) or _are_files(rows, at):
            continue
        if _are_words(rows, at):
            if len(different) <= max(2, _REPEATED * len(cells)):
                kept.append(at)
        elif _may_be_labels(rows, at):
            kept.append(at)
    return kept


def _find_index(rows: TextRows, columns: list[int], has_labels: bool) -> int | None:
    """The column at either end, or second from it, that numbers the rows; None for none.

    Args:
        columns: Those of numbers.
        has_labels: Whether another column holds the labels: then the others of a picture's number
            are pixels, each of them.
    """
    if not has_labels and is_picture(len(columns)) and not is_square(len(columns) - 1):
        return None
    count = len(columns) if has_labels else len(columns) - 1
    if count < 2 or is_picture(count):
        # A table of pixels alone, and a column before them that numbers them.
        return columns[0] if not has_labels and columns[:1] == [0] and _numbers_rows(rows) else None
    if columns[0] == 0 and (_is_called_number(rows, 0) or _counts_up(rows, 0)):
        return 0
    if not is_picture(count - 1):
        return None
    ends = (columns[0], columns[-1]) if has_labels else (*columns[:2], *columns[:-3:-1])
    for at in dict.fromkeys(ends):
        if _is_called_number(rows, at):
            return at
    return next((at for at in dict.fromkeys(ends) if _tells_rows_apart(rows, at)), None)


def _numbers_rows(rows: TextRows) -> bool:
    """True where the first column numbers the images, by its head or by counting many rows."""
    if not is_square(rows.width - 1):
        return False
    if rows.heads and plain(rows.heads[0]) in NUMBER_HEADS - {""}:
        return True
    cells = [row[0] for row in rows.body]
    return len(cells) > _MOST_ONE_HOT and any(
        cells == [str(i + start) for i in range(len(cells))] for start in (0, 1)
    )


def _counts_up(rows: TextRows, at: int) -> bool:
    counts = [row[at] for row in rows.body]
    if len(counts) < 3 or not all(_is_finite(c) for c in counts):
        return False
    return [float(c) for c in counts] == [float(counts[0]) + i for i in range(len(counts))]


def _tells_rows_apart(rows: TextRows, at: int) -> bool:
    """Whether each row has a whole number of its own, in any order."""
    if _counts_up(rows, at):
        return True
    cells = [row[at] for row in rows.sample]
    if len(cells) < _MANY or not all(_is_finite(c) and float(c) == round(float(c)) for c in cells):
        return False
    return len(set(cells)) == len(cells)


def _find_one_hot(rows: TextRows, columns: list[int]) -> list[int]:
    """The last or first columns, of which in each row one is 1 and the others 0."""
    for count in range(2, min(_MOST_ONE_HOT, len(columns) - 4)):
        if not is_picture(len(columns) - count):
            continue
        for some in (columns[-count:], columns[:count]):
            if _pick_one_hot(rows, some) == some:
                return some
    return []


def _may_be_labels(rows: TextRows, at: int) -> bool:
    values = [row[at] for row in rows.sample]
    numbers = {float(v) for v in values if is_number(v)}
    whole = all(math.isfinite(n) and n == round(n) for n in numbers)
    # The corner of a picture is mostly one value.
    return whole and 1 < len(numbers) <= max(2, len(values) * _REPEATED)


def _are_like_classes(rows: TextRows, at: int, beside: int) -> bool:
    """Whether whole numbers follow each other as classes do, and are no paper.

    Args:
        beside: The column beside it: paper is mostly one value there as well, and the same.
    """
    different = _values(rows, at)
    if different[-1] - different[0] > 1.5 * len(different):
        return False
    (value, count), (other, _) = (_find_commonest(rows, one) for one in (at, beside))
    return value != other or count <= max(_REPEATED, 1.5 / len(different)) * len(rows.sample)


def _find_commonest(rows: TextRows, at: int) -> tuple[float, int]:
    """The commonest number in a column, and how many rows have it."""
    numbers = Counter(float(row[at]) for row in rows.sample if _is_finite(row[at]))
    return numbers.most_common(1)[0] if numbers else (0.0, 0)


def _values(rows: TextRows, at: int) -> list[float]:
    """The different numbers in a column, sorted."""
    return sorted({float(row[at]) for row in rows.sample if _is_finite(row[at])}) or [0.0]


def _are_sets(rows: TextRows, at: int) -> bool:
    cells = [row[at].strip() for row in rows.sample]
    if not all(set_in(cell) for cell in cells):
        return False
    return plain(_head(rows, at)) in SET_HEADS or len({set_in(cell) for cell in cells}) > 1


def _are_words(rows: TextRows, at: int) -> bool:
    cells = _cells(rows, at)
    words = sum(not is_number(cell) for cell in cells)
    return words > _WORDS * len(rows.sample)


def _are_files(rows: TextRows, at: int) -> bool:
    return all(cell.lower().endswith(ENDINGS) for cell in _cells(rows, at))


def _say_the_same(rows: TextRows, one: int, other: int) -> bool:
    """Whether each value of one column goes with one of the other."""
    pairs = {(row[one].strip(), row[other].strip()) for row in rows.sample}
    return len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)


def _cells(rows: TextRows, at: int) -> list[str]:
    return [cell for row in rows.sample if (cell := row[at].strip())]


def _head(rows: TextRows, at: int) -> str:
    return rows.heads[at] if rows.heads else ""


def _call(rows: TextRows, at: int) -> str:
    """A column, for a reader."""
    return _head(rows, at).strip() or tr("column {number}", number=at + 1)


def _is_called_number(rows: TextRows, at: int) -> bool:
    return bool(rows.heads) and plain(rows.heads[at]) in NUMBER_HEADS


def _is_finite(cell: str) -> bool:
    return is_number(cell) and math.isfinite(float(cell))


def _refuse_gaps(rows: TextRows, pixels: Sequence[int]) -> None:
    """Cells that are empty or no numbers among pixels: which, for a reader."""
    for number, row in enumerate(rows.body, start=1):
        for at in pixels:
            if not is_number(row[at]):
                raise refuse_cell(rows.path, number, row[at], at + 1)


def _refuse_no_labels(rows: TextRows, labels: Sequence[int]) -> None:
    for number, row in enumerate(rows.body, start=1):
        for at in labels:
            if not row[at].strip():
                raise refuse_cell(rows.path, number, row[at], at + 1)
