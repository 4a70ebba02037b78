"""Which columns of a table hold the labels: by their heads, by being words, by their values."""

from __future__ import annotations

import math
import re

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.text_rows import TextRows, is_number
from ffstudio.core.words import tr

_LABEL_HEADS = {"label", "labels", "class", "target", "y", "digit", "category", "letter", "labelid"}
_INDEX_HEADS = ("", "id", "index", "unnamed: 0")
_NUMBER_HEADS = {"id", "index", "imageid", "image_id", "unnamed: 0"}
# Fewer cells than this share that are words are gaps in a column of numbers.
_WORDS = 0.5
# More classes than these are not written one hot in tables.
_MOST_ONE_HOT = 64


class NoLabelsError(DatasetError):
    """All columns are pixels."""


def find_labels(rows: TextRows) -> tuple[list[int], list[str]]:
    """The columns of the labels, several where they are one hot, and what was assumed.

    Raises:
        NoLabelsError: There are none.
        DatasetError: They cannot be told, or cells that should be numbers are none.
    """
    body, width, name = rows.body, rows.width, rows.path.name
    words = [i for i in range(width) if _share_of_words(body, i) > _WORDS]
    named = [i for i, head in enumerate(rows.heads) if head.strip().lower() in _LABEL_HEADS]
    labels = named if len(named) == 1 else words
    _refuse_gaps(rows, labels)
    if len(named) == 1:
        return named, []
    if len(words) == 1:
        return words, []
    if len(words) > 1:
        raise DatasetError(
            tr(
                "{path_name} has words in {words} columns; pixels are numbers.",
                path_name=name,
                words=len(words),
            ),
            tr("Keep one column of labels, and call it label."),
        )
    one_hot = _find_one_hot(body, width)
    if one_hot:
        note = tr("The {where} {count} of {width} columns are the labels, one hot.",
                  where="first" if one_hot[0] == 0 else "last", count=len(one_hot), width=width)  # fmt: skip
        return one_hot, [note]
    if _is_square(width) and not _is_square(width - 1):
        raise NoLabelsError(
            tr(
                "{path_name} has {width} columns, which are all pixels: it holds no labels.",
                path_name=name,
                width=width,
            ),
            tr("Give each image its label in the first column, and call it label."),
        )
    if numbers_rows(rows):
        raise NoLabelsError(
            tr(
                "{path_name} has {width} columns: the first numbers the images, the others are "
                "pixels: it holds no labels.",
                path_name=name,
                width=width,
            ),
            tr("Give each image its label in the first column, and call it label."),
        )
    begin = 1 if is_index(rows, 0) else 0
    fitting = [i for i in (begin, width - 1) if _may_be_labels(body, i)]
    if not fitting:
        raise DatasetError(
            tr(
                "{path_name} has {width} columns and none that is sure to hold the labels.",
                path_name=name,
                width=width,
            ),
            tr("Give each image its label in the first column, and call it label."),
        )
    where = "first" if fitting[0] == begin else "last"
    notes = [
        tr("The {where} of {width} columns was taken for the labels.", where=where, width=width)
    ]
    if begin:
        notes = [
            tr("The first column counts the rows, the {where} was taken for the labels.",
               where="second" if fitting[0] == begin else "last")
        ]  # fmt: skip
    return fitting[:1], notes


def is_index(rows: TextRows, at: int, labels: int = 1) -> bool:
    """True for a first column that counts the rows, as data frames write it, or a last one that
    is called so and without which the others make a square.

    Args:
        labels: Columns that hold the labels: where the others make a square they are pixels.
    """
    if _is_square(rows.width - labels):
        return False
    if at == rows.width - 1 and _is_square(rows.width - labels - 1):
        return bool(rows.heads) and rows.heads[at].strip().lower() in _INDEX_HEADS
    if at != 0:
        return False
    if rows.heads and rows.heads[0].strip().lower() in _INDEX_HEADS:
        return True
    counts = [row[0] for row in rows.body]
    if len(counts) < 3 or not all(is_number(c) and math.isfinite(float(c)) for c in counts):
        return False
    return [float(c) for c in counts] == [float(counts[0]) + i for i in range(len(counts))]


def numbers_rows(rows: TextRows) -> bool:
    """True where the first column numbers the images, by its head or by counting many rows."""
    if not _is_square(rows.width - 1):
        return False
    if rows.heads and rows.heads[0].strip().lower() in _NUMBER_HEADS:
        return True
    cells = [row[0] for row in rows.body]
    return len(cells) > _MOST_ONE_HOT and any(
        cells == [str(i + start) for i in range(len(cells))] for start in (0, 1)
    )


def _share_of_words(body: list[list[str]], at: int) -> float:
    return sum(not is_number(row[at]) for row in body if row[at].strip()) / len(body)


# 4,626 or 4'626: whether that is four thousand or four and a half is not guessed.
_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,.'’ \u00a0\u202f]\d{3})+")


def _refuse_gaps(rows: TextRows, labels: list[int]) -> None:
    """Cells that are empty or no numbers among pixels: which, for a reader."""
    for number, row in enumerate(rows.body, start=1):
        for at, cell in enumerate(row):
            if is_number(cell) or (at in labels and cell.strip()):
                continue
            if at == 0 and is_index(rows, 0):
                continue
            raise DatasetError(
                tr(
                    "{path_name}: row {number} has {what} in column {column}.",
                    path_name=rows.path.name,
                    number=number,
                    what=f"“{cell[:20]}”" if cell.strip() else tr("nothing"),
                    column=at + 1,
                ),
                tr(
                    "Write numbers without marks between the thousands: {number}.",
                    number=re.sub(r"\D", "", cell),
                )
                if _THOUSANDS.fullmatch(cell.strip())
                else tr("Leave this row out, or write a number there."),
            )


def _find_one_hot(body: list[list[str]], width: int) -> list[int]:
    """The last or first columns, of which in each row one is 1 and the others 0."""
    for count in range(2, min(_MOST_ONE_HOT, width - 4)):
        if not _is_square(width - count):
            continue
        for columns in (range(width - count, width), range(count)):
            cells = [[row[i].strip() for i in columns] for row in body]
            if not all(cell in ("0", "1", "0.0", "1.0") for row in cells for cell in row):
                continue
            if all(sum(float(cell) for cell in row) == 1 for row in cells):
                return list(columns)
    return []


def _may_be_labels(body: list[list[str]], at: int) -> bool:
    values = [row[at] for row in body]
    numbers = {float(v) for v in values if is_number(v)}
    whole = all(n == round(n) for n in numbers if math.isfinite(n))
    # The corner of a picture is mostly one value.
    return whole and 1 < len(numbers) <= max(2, len(values) * 0.7)


def _is_square(count: int) -> bool:
    return math.isqrt(count) ** 2 == count
