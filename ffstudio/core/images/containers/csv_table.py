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
from ffstudio.core.images.containers.heads import set_in, strip_prefix
from ffstudio.core.images.containers.label_columns import (
    Columns,
    NoLabelsError,
    find_columns,
    find_pixels_alone,
    one_hot_value,
)
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.text_rows import (
    WINDOWS,
    TextRows,
    is_number,
    look_at_rows,
    numbers_in,
    refuse_cell,
)
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, Stored, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_OTHER_SETS = (("train", "test"), ("test", "train"), ("Train", "Test"), ("Test", "Train"))
_PACKED = (".csv.gz", ".tsv.gz", ".csv.bz2", ".tsv.bz2", ".csv.xz", ".tsv.xz")
ENDINGS = (".csv", ".tsv", *_PACKED, ".arff")


class _Table(NamedTuple):
    x: Array
    y: Array
    notes: tuple[str, ...]
    class_names: tuple[str, ...] = ()
    # train, val or test of each row, where a column says so.
    sets: Array | None = None


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
    arrays: dict[str, Stored] = {}
    notes: list[str] = []
    names: tuple[str, ...] = ()
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
        if file == path:
            names = table.class_names
        parts = _part_sets(table) if other is None else {}
        for one, rows in (parts or {which: slice(None)}).items():
            arrays[f"x_{one}"] = hold_array(table.x[rows])
            arrays[f"y_{one}"] = hold_array(table.y[rows])
        if file == other:
            notes.insert(0, tr("{other_name} beside it was read too.", other_name=file.name))
        notes += [note for note in table.notes if note not in notes]
    return Found(path.name, str(path), arrays, names, tuple(notes))


def _part_sets(table: _Table) -> dict[str, Any]:
    """Which rows are of each set, where a column names several; else none."""
    if table.sets is None:
        return {}
    named = [which for which in ("train", "val", "test") if (table.sets == which).any()]
    if "train" not in named and named != ["test"]:
        return {}
    return {which: table.sets == which for which in named}


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
    notes = list(rows.notes)
    if rows.encoding == WINDOWS:
        notes.append(tr("{path_name} is no UTF-8: read as Windows-1252.", path_name=path.name))
    try:
        columns = find_columns(rows)
    except NoLabelsError:
        labels = _partner(path, "y")
        if labels is None:
            raise
        notes.append(tr("{other_name} beside it holds the labels.", other_name=labels.name))
        columns = find_pixels_alone(rows)
        x = _read_pixels(rows, columns)
        return _Table(x, _read_labels(labels), (*notes, *columns.notes))
    notes += columns.notes
    x = _read_pixels(rows, columns)
    names: tuple[str, ...] = ()
    if len(columns.labels) > 1:
        y, names = _read_one_hot(rows, columns.labels), _name_one_hot(rows, columns)
        if names:
            y = np.array(names)[y]
    else:
        y = as_labels(_read_words(rows, columns.labels)[:, 0])
        if columns.order is not None:
            names = _order_words(y, as_labels(_read_words(rows, [columns.order])[:, 0]))
    sets = None
    if columns.split is not None:
        sets = np.array([set_in(cell) for cell in _read_words(rows, [columns.split])[:, 0]])
    return _Table(x, y, tuple(notes), names, sets)


def _read_pixels(rows: TextRows, columns: Columns) -> Array:
    if len(columns.pixels) == 1:
        return _as_whole(_read_whole_pictures(rows, columns.pixels[0]))
    x = rows.read(columns.pixels, np.float32)
    return _as_whole(x.reshape(len(x), *columns.shape) if columns.shape else x)


def _read_whole_pictures(rows: TextRows, at: int) -> Array:
    """(n, numbers): those of one column's cells, each of which holds a picture."""
    pictures: list[Array] = []
    for number, row in enumerate(rows.read_cells(), start=1):
        pictures.append(np.array(numbers_in(row[at]), np.float32))
        if len(pictures[-1]) != len(pictures[0]):
            raise DatasetError(
                tr(
                    "{path_name}: row {row} has {count} pixels, others have {others}.",
                    path_name=rows.path.name,
                    row=number,
                    count=len(pictures[-1]),
                    others=len(pictures[0]),
                ),
                tr("Give every row as many pixels; the file may be cut short."),
            )
        if sum(map(len, pictures[:1])) * 4 * number > MOST_BYTES:
            break
    return np.stack(pictures)


def _read_words(rows: TextRows, columns: list[int]) -> Array:
    """Cells as text, (rows, columns), none of them empty."""
    if any(numbers_in(cell) for cell in rows.body[0]):
        cells = np.array([[row[at] for at in columns] for row in rows.read_cells()])
    else:
        cells = rows.read(columns, np.str_)
    cells = np.char.strip(cells)
    empty = np.argwhere(cells == "")
    if len(empty):
        row, place = empty[0].tolist()
        raise refuse_cell(rows.path, row + 1, "", columns[place] + 1)
    return cells


def _read_one_hot(rows: TextRows, columns: list[int]) -> Array:
    """The place of the one among these columns, (rows,)."""
    cells = _read_words(rows, columns)
    hot = np.array([[one_hot_value(cell) or 0 for cell in row] for row in cells.tolist()])
    odd = np.flatnonzero(hot.sum(axis=1) != 1)
    if len(odd):
        raise DatasetError(
            tr(
                "{path_name}: row {row} has {count} labels that are 1; one hot it has one.",
                path_name=rows.path.name,
                row=int(odd[0]) + 1,
                count=int(hot[odd[0]].sum()),
            ),
            tr("Give every image one label."),
        )
    return hot.argmax(axis=1)


def _order_words(words: Array, numbers: Array) -> tuple[str, ...]:
    """Names of classes in the order of their numbers; none where the two do not go together."""
    pairs = sorted(set(zip(numbers.tolist(), words.tolist(), strict=True)))
    names = tuple(str(word) for _, word in pairs)
    is_one_to_one = len({number for number, _ in pairs}) == len(pairs) == len(set(names))
    return names if is_one_to_one and words.dtype.kind == "U" else ()


def _name_one_hot(rows: TextRows, columns: Columns) -> tuple[str, ...]:
    """Names of classes by the heads of their columns; none where these only count the columns."""
    if not rows.heads:
        return ()
    heads = [rows.heads[at] for at in columns.labels]
    pixels = {re.sub(r"\d+", "#", rows.heads[at]) for at in columns.pixels}
    if pixels & {re.sub(r"\d+", "#", head) for head in heads}:
        return ()
    names = strip_prefix(heads)
    return tuple(names) if len(set(names)) == len(names) and all(names) else ()


def _read_labels(path: Path) -> Array:
    """The last column of a table that holds labels alone."""
    rows = look_at_rows(path)
    if rows.width > 2:
        raise DatasetError(
            tr("{path_name} has {width} columns; labels are one.", path_name=path.name,
               width=rows.width),
            tr("Keep one column of labels, and call it label."),
        )  # fmt: skip
    return as_labels(_read_words(rows, [rows.width - 1])[:, 0])


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
