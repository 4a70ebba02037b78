"""What the heads of columns say: which pixel a column is, a label, a set, a name, a number."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ffstudio.core.images.understanding.flat_rows import is_picture
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.words import tr

LABEL_HEADS = {
    "label", "labels", "class", "classes", "classid", "classname", "classlabel", "labelid",
    "labelname", "target", "targets", "targetclass", "targetid", "targetname", "targetlabel", "y",
    "ytrue", "digit", "digits", "category", "categoryid", "categoryname", "letter", "letters",
    "character", "species", "breed", "variety", "diagnosis", "emotion", "expression", "truth",
    "groundtruth", "gt",
}  # fmt: skip
SET_HEADS = {"split", "set", "subset", "usage", "partition", "fold", "dataset", "phase"}
NUMBER_HEADS = {
    "", "id", "ids", "index", "idx", "imageid", "imgid", "imageindex", "rowid", "row", "rownames",
    "unnamed0", "level0", "no", "nr",
}  # fmt: skip
# As the table of facial expressions FER2013 calls its sets.
_OF_FACES = {"publictest": "val", "privatetest": "test"}
# Fewer pixels are no picture.
_FEWEST = 16
_COLOURS = ("red", "green", "blue", "alpha"), ("r", "g", "b", "a")
_ROWS, _COLUMNS = {"r", "row", "rows", "line", "h", "i"}, {"c", "col", "column", "cols", "w", "j"}


class Pixels(NamedTuple):
    """The columns that their heads call pixels.

    Attributes:
        columns: In the order of the pixels, rows of a picture one after another.
        shape: (height, width) or (height, width, colours) where the heads say it; else empty.
        note: What was done or assumed, for a reader; empty where they are as they stand.
    """

    columns: list[int]
    shape: tuple[int, ...] = ()
    note: str = ""


def plain(head: str) -> str:
    """A head in small letters and digits alone."""
    return re.sub("[^a-z0-9]", "", head.lower())


def set_in(cell: str) -> str:
    """``train``, ``val`` or ``test`` where a cell names a set, else nothing."""
    return _OF_FACES.get(plain(cell), "") or set_of(cell)


def find_pixels(heads: Sequence[str]) -> Pixels | None:
    """The columns called pixel7, p7, 7, 1x7, r0c7 …, where they are most; None for other heads.

    That they are as many as a picture's pixels, or that another column is called a label, tells
    them from columns that are numbered for want of a name, the labels among them.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for at, head in enumerate(heads):
        if re.search(r"\d", head):
            groups[re.sub(r"\d+", "#", head.strip().lower())].append(at)
    if not groups:
        return None
    most = max(groups, key=lambda word: len(groups[word]))
    pixels = _join_colours(groups, heads) or _place(groups[most], heads, most)
    if pixels is None or len(pixels.columns) < _FEWEST or 2 * len(pixels.columns) <= len(heads):
        return None
    rest = set(range(len(heads))) - set(pixels.columns)
    is_sure = bool(pixels.shape) or is_picture(len(pixels.columns))
    is_sure = is_sure or any(plain(heads[at]) in LABEL_HEADS for at in rest)
    return pixels if is_sure else None


def strip_prefix(heads: Sequence[str]) -> list[str]:
    """Names of classes in heads of labels one hot, without the word for a label before each."""
    parts = [re.split(r"[ _.:=-]+", head.strip(), maxsplit=1) for head in heads]
    if all(len(part) == 2 and part[1] for part in parts):
        before = {plain(part[0]) for part in parts}
        if len(before) == 1 and before <= LABEL_HEADS:
            return [part[1] for part in parts]
    return [head.strip() for head in heads]


def _place(columns: list[int], heads: Sequence[str], word: str) -> Pixels | None:
    """Columns with one to three numbers in their heads, by these; None where some are missing."""
    numbers = [tuple(map(int, re.findall(r"\d+", heads[at]))) for at in columns]
    if len(set(numbers)) < len(numbers):
        return None
    if len(numbers[0]) == 1:
        if not _are_whole(numbers):
            return None
        ordered = [at for _, at in sorted(zip(numbers, columns, strict=True))]
        note = tr("The columns of pixels were put in the order of the numbers in their heads.")
        return Pixels(ordered, (), note if ordered != columns else "")
    if len(numbers[0]) > 3 or not _are_whole(numbers):
        return None
    sizes = [len({number[axis] for number in numbers}) for axis in range(len(numbers[0]))]
    axes = list(range(len(sizes)))
    if len(sizes) == 3:  # the colours come first or last
        colours = next((axis for axis in (2, 0) if sizes[axis] in (1, 3, 4)), None)
        if colours is None:
            return None
        axes.remove(colours)
        axes.append(colours)
    if min(sizes[axes[0]], sizes[axes[1]]) < 2:
        return None
    row, column = axes[:2]
    said, note = _which_is_row(word, row, column), ""
    runs = [tuple(number[axis] for axis in (column, row, *axes[2:])) for number in numbers]
    if said == column:
        row, column = column, row
    elif said is None and runs == sorted(runs):
        row, column = column, row
        note = tr(
            "The first of the two numbers in the heads of pixels runs fastest: it was taken for "
            "the column. If it is the row, write r and c before the numbers, as in r0c1."
        )
    axes[:2] = row, column
    keyed = [tuple(number[axis] for axis in axes) for number in numbers]
    ordered = [at for _, at in sorted(zip(keyed, columns, strict=True))]
    shape = tuple(sizes[axis] for axis in axes if sizes[axis] > 1 or axis in axes[:2])
    if ordered != columns:
        note = tr(
            "The columns of pixels were put in the order of the rows and columns in their heads."
        )
        if said is None and len(sizes) == 2:
            note += " " + tr("The first number was taken for the row.")
    return Pixels(ordered, shape, note)


def _are_whole(numbers: list[tuple[int, ...]]) -> bool:
    """Whether all numbers from the least to the greatest are there, in all pairs."""
    count = 1
    for values in zip(*numbers, strict=True):
        if len(set(values)) != max(values) - min(values) + 1:
            return False
        count *= len(set(values))
    return count == len(numbers)


def _which_is_row(word: str, first: int, second: int) -> int | None:
    """Which number of heads like r#c# or x#y# is the row, where letters before them say so."""
    before = re.findall(r"([a-z]*)[^a-z#]*#", word)
    one, other = before[first], before[second]
    if one in _ROWS and other in _COLUMNS:
        return first
    if one in _COLUMNS and other in _ROWS:
        return second
    if (one[-1:], other[-1:]) in (("x", "y"), ("y", "x")):
        return first if one.endswith("y") else second
    return None


def _join_colours(groups: dict[str, list[int]], heads: Sequence[str]) -> Pixels | None:
    """Columns that are called by a colour and a number: r0, g0, b0 …, red_0 …"""
    for colours in _COLOURS:
        for count in (4, 3):
            words = [
                [w for w in groups if re.fullmatch(f"[^a-z]*{c}[^a-z]*", w)]
                for c in colours[:count]
            ]
            if not all(len(one) == 1 for one in words):
                continue
            placed = [_place(groups[one[0]], heads, one[0]) for one in words]
            if any(one is None for one in placed):
                continue
            parts = [one for one in placed if one is not None]
            size = len(parts[0].columns)
            side = math.isqrt(size)
            if any(len(one.columns) != size for one in parts):
                continue
            shape = parts[0].shape or ((side, side) if side * side == size else ())
            if not shape:
                continue
            ordered = [at for of in zip(*(one.columns for one in parts), strict=True) for at in of]
            return Pixels(ordered, (*shape, count))
    return None
