"""Tables of text: a row an image, its label first or last, with a line of heads or without."""

from __future__ import annotations

import csv
import re
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words, explain_reading, is_of_the_system
from ffstudio.core.images.containers.label_columns import (
    NoLabelsError,
    find_labels,
    is_index,
    numbers_rows,
)
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.text_rows import WINDOWS, TextRows, is_number, look_at_rows
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import Found, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_OTHER_SETS = (("train", "test"), ("test", "train"), ("Train", "Test"), ("Test", "Train"))
_PACKED = (".csv.gz", ".tsv.gz", ".csv.bz2", ".tsv.bz2", ".csv.xz", ".tsv.xz")
ENDINGS = (".csv", ".tsv", *_PACKED, ".arff")


class _Table(NamedTuple):
    x: Array
    y: Array
    notes: tuple[str, ...]


def open_csv(path: Path) -> Found:
    """The images and labels of a table, and of the one of test images beside it.

    Raises:
        DatasetError: It cannot be read, or no column of labels can be told.
    """
    check_file(path, "a table")
    path = _of_images(path)
    other = _beside(path)
    files = {"test" if _is_test(path, other) else "train": path}
    if other is not None:
        files["test" if "train" in files else "train"] = other
    arrays, notes = {}, []
    for which in ("train", "test"):
        if which not in files:
            continue
        file = files[which]
        try:
            table = _guard(file)
        except NoLabelsError:
            if file == path:
                raise
            notes.append(
                tr("{other_name} beside it has no labels: left out.", other_name=file.name)
            )
            continue
        arrays[f"x_{which}"], arrays[f"y_{which}"] = hold_array(table.x), hold_array(table.y)
        if file == other:
            notes.insert(0, tr("{other_name} beside it was read too.", other_name=file.name))
        notes += [note for note in table.notes if note not in notes]
    return Found(path.name, str(path), arrays, notes=tuple(notes))


def _is_test(path: Path, other: Path | None) -> bool:
    name = path.name.lower()
    if other is not None and other.parent != path.parent and "test" not in name:
        name = path.parent.name.lower()
    return "test" in name and "train" not in name


def tables_read(path: Path) -> set[Path]:
    """The tables that :func:`open_csv` reads for one: with those of test images and labels."""
    first = _of_images(path)
    images = [p for p in (first, _beside(first)) if p is not None]
    labels = [p for p in (_partner(one, "y") for one in images) if p is not None]
    return {*images, *labels}


def _beside(path: Path) -> Path | None:
    """The table of the other set, if there is one of the same name but for that word."""
    for one, other in _OTHER_SETS:
        if one in path.name:
            for folder in (path.parent, *_sibling(path.parent, one, other)):
                beside = folder / path.name.replace(one, other)
                if beside != path and beside.is_file():
                    return beside
        for folder in _sibling(path.parent, one, other):
            # Of the same name in the folder of the other set, or the only table there.
            tables = [p for p in sorted(folder.iterdir()) if p.name.lower().endswith(ENDINGS)]
            same = [p for p in tables if p.name == path.name] or tables
            if len(same) == 1 and same[0].is_file() and one not in same[0].name:
                return same[0]
    return None


def _sibling(folder: Path, one: str, other: str) -> list[Path]:
    """The folder beside it that is called as it is but for the word for the set, if there is one."""
    if one not in folder.name:
        return []
    beside = folder.with_name(folder.name.replace(one, other))
    return [beside] if beside != folder and beside.is_dir() else []


def _partner(path: Path, part: str) -> Path | None:
    """The one table beside it whose name says that it holds the images (x) or labels (y) to it."""
    role = role_of(path.stem)
    if role is None or not path.name.lower().endswith(ENDINGS):
        return None
    wanted = f"{part}_{role[2:]}"
    beside = [
        p
        for p in sorted(path.parent.iterdir())
        if p != path and p.name.lower().endswith(ENDINGS) and role_of(p.stem) == wanted
    ]
    return beside[0] if len(beside) == 1 and beside[0].is_file() else None


def _of_images(path: Path) -> Path:
    """The table of images beside one of labels alone, else the same."""
    if (role_of(path.stem) or "").startswith("y_"):
        images = _partner(path, "x")
        if images is not None:
            return images
    return path


def _guard(path: Path) -> _Table:
    try:
        return _read(path)
    except DatasetError:
        raise
    except UnicodeDecodeError as error:
        raise DatasetError(
            tr("{path_name} is no table of text in UTF-8.", path_name=path.name),
            tr("Save it as CSV, UTF-8."),
        ) from error
    except (OSError, EOFError, ValueError, zlib.error, MemoryError, csv.Error) as error:
        if isinstance(error, OSError) and is_of_the_system(error):
            raise DatasetError(*explain_reading(path.name, error)) from error
        raise DatasetError(
            tr(
                "{path_name} cannot be read as a table ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Each line must be one image: its label and its pixels."),
        ) from error


def _read(path: Path) -> _Table:
    rows = look_at_rows(path)
    notes: list[str] = []
    if rows.encoding == WINDOWS:
        notes.append(tr("{path_name} is no UTF-8: read as Windows-1252.", path_name=path.name))
    try:
        columns, assumed = find_labels(rows)
    except NoLabelsError:
        labels = _partner(path, "y")
        if labels is None:
            raise
        notes.append(tr("{other_name} beside it holds the labels.", other_name=labels.name))
        pixels = [i for i in range(rows.width) if not (i == 0 and numbers_rows(rows))]
        x = rows.read(pixels, np.float32)
        return _Table(_as_whole(x), _read_labels(labels), tuple(notes))
    pixels = [
        i for i in range(rows.width) if i not in columns and not is_index(rows, i, len(columns))
    ]
    if len(pixels) < 2:
        raise DatasetError(
            tr("{path_name} has no columns of pixels.", path_name=path.name),
            tr("Each line must be one image: its label and its pixels, each in a column."),
        )
    in_order = _sort_by_number(rows, pixels)
    if in_order != pixels:
        pixels = in_order
        notes.append(
            tr("The columns of pixels were put in the order of the numbers in their heads.")
        )
    x = rows.read(pixels, np.float32)
    if len(columns) > 1:
        y = rows.read(columns, np.float32).argmax(axis=1)
    else:
        y = as_labels(rows.read(columns, np.str_)[:, 0])
    return _Table(_as_whole(x), y, (*notes, *assumed))


def _sort_by_number(rows: TextRows, pixels: list[int]) -> list[int]:
    """Columns in the order of the numbers in their heads, ``pixel10`` after ``pixel9``; as they
    are where the heads do not have one each, all of them in a row."""
    heads = [re.fullmatch(r"(\D*)(\d+)", rows.heads[i].strip()) for i in pixels if rows.heads]
    numbered = [(head[1], int(head[2])) for head in heads if head is not None]
    numbers = [number for _, number in numbered]
    if len(numbered) != len(pixels) or len({word for word, _ in numbered}) != 1:
        return pixels
    if sorted(numbers) != list(range(min(numbers), min(numbers) + len(numbers))):
        return pixels
    return [at for _, at in sorted(zip(numbers, pixels, strict=True))]


def _read_labels(path: Path) -> Array:
    """The last column of a table that holds labels alone."""
    rows = look_at_rows(path)
    if rows.width > 2:
        raise DatasetError(
            tr("{path_name} has {width} columns; labels are one.", path_name=path.name,
               width=rows.width),
            tr("Keep one column of labels, and call it label."),
        )  # fmt: skip
    return as_labels(rows.read([rows.width - 1], np.str_)[:, 0])


def as_labels(y: Array) -> Array:
    """Labels as text, (n,), as numbers where all of them are."""
    y = np.char.strip(y)
    different = np.unique(y).tolist()
    if all(len(v) > 2 and v[0] == v[-1] == "'" for v in different):
        y = np.char.strip(y, "'")  # as ARFF writes words
        different = np.unique(y).tolist()
    return y.astype(np.float64) if all(is_number(v) for v in different) else y


def _as_whole(x: Array) -> Array:
    if bool((x == np.round(x)).all()) and x.size and abs(x).max() < 2**31:
        return x.astype(np.uint8 if x.min() >= 0 and x.max() <= 255 else np.int32)
    return x
