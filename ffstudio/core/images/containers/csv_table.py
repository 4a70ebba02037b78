"""Tables of text: a row an image, its label first or last, with a line of heads or without."""

from __future__ import annotations

import csv
import gzip
import io
import math
import zlib
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
ENDINGS = (".csv", ".tsv", ".csv.gz", ".tsv.gz")
_LABEL_HEADS = {"label", "labels", "class", "target", "y", "digit", "category", "letter", "labelid"}
_LOOKED_AT = 200
# No table of pictures has longer lines.
_MOST_LINE = 2**24


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
    other = _beside(path)
    files = {"test" if _is_test(path) else "train": path}
    if other is not None:
        files["test" if _is_test(other) else "train"] = other
    arrays, notes = {}, []
    for which in ("train", "test"):
        if which in files:
            table = _read(files[which])
            arrays[f"x_{which}"], arrays[f"y_{which}"] = hold_array(table.x), hold_array(table.y)
            notes += [note for note in table.notes if note not in notes]
    if other is not None:
        notes.insert(0, tr("{other_name} beside it was read too.", other_name=other.name))
    return Found(path.name, str(path), arrays, notes=tuple(notes))


def _is_test(path: Path) -> bool:
    return "test" in path.name.lower() and "train" not in path.name.lower()


def _beside(path: Path) -> Path | None:
    """The table of the other set, if there is one of the same name but for that word."""
    for one, other in (("train", "test"), ("test", "train"), ("Train", "Test"), ("Test", "Train")):
        if one in path.name:
            beside = path.with_name(path.name.replace(one, other))
            if beside != path and beside.is_file():
                return beside
    return None


def _stream(path: Path) -> IO[str]:
    with path.open("rb") as raw:
        zipped = raw.read(2) == b"\x1f\x8b"
    binary: Any = gzip.open(path) if zipped else path.open("rb")  # noqa: SIM115 - the caller's
    return io.TextIOWrapper(binary, encoding="utf-8-sig", errors="strict", newline=None)


def _read(path: Path) -> _Table:
    try:
        return _parse(path)
    except DatasetError:
        raise
    except UnicodeDecodeError as error:
        raise DatasetError(
            tr("{path_name} is no table of text in UTF-8.", path_name=path.name),
            tr("Save it as CSV, UTF-8."),
        ) from error
    except (OSError, EOFError, ValueError, zlib.error, MemoryError, csv.Error) as error:
        raise DatasetError(
            tr(
                "{path_name} cannot be read as a table ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Each line must be one image: its label and its pixels."),
        ) from error


def _parse(path: Path) -> _Table:
    first: list[str] = []
    with _stream(path) as stream:
        while len(first) < _LOOKED_AT:
            line = stream.readline(_MOST_LINE)
            if not line:
                break
            if line.strip():
                first.append(line.rstrip("\r\n"))
    if not first:
        raise DatasetError(
            tr("{path_name} is empty.", path_name=path.name), tr("Choose another file.")
        )
    delimiter = max(",;\t ", key=first[-1].count)
    rows = [next(csv.reader([line], delimiter=delimiter, skipinitialspace=True)) for line in first]
    heads = rows[0] if sum(not _is_number(cell) for cell in rows[0]) > 1 else None
    body = rows[1:] if heads is not None else rows
    # A head above one column of words only, as of labels without a line of heads, is a row.
    if not body:
        raise DatasetError(
            tr("{path_name} holds one line only.", path_name=path.name),
            tr("Each line must be one image."),
        )
    width = len(body[0])
    at, notes = _label_column(path, heads, body, width)
    pixels = [i for i in range(width) if i != at and not _is_index(heads, body, i, width)]
    most = MOST_BYTES // (4 * max(1, len(pixels)))
    settings: dict[str, Any] = {
        "delimiter": None if delimiter == " " else delimiter,
        "skiprows": 0 if heads is None else 1,
        "comments": None,
        "encoding": "utf-8",
        "max_rows": most,
        "quotechar": '"',
        "ndmin": 2,
    }
    with _stream(path) as stream:
        x = np.loadtxt(stream, np.float32, usecols=pixels, **settings)
    with _stream(path) as stream:
        y = np.loadtxt(stream, np.str_, usecols=[at], **settings)[:, 0]
    y = np.char.strip(y)
    if all(_is_number(v) for v in np.unique(y).tolist()):
        y = y.astype(np.float64)
    if bool((x == np.round(x)).all()) and x.size and abs(x).max() < 2**31:
        x = x.astype(np.uint8 if x.min() >= 0 and x.max() <= 255 else np.int32)
    return _Table(x, y, tuple(notes))


def _label_column(
    path: Path, heads: list[str] | None, body: list[list[str]], width: int
) -> tuple[int, list[str]]:
    """Where the labels are: by the heads, by being words, or by the few values that they take."""
    if heads is not None and len(heads) == width:
        named = [i for i, head in enumerate(heads) if head.strip().lower() in _LABEL_HEADS]
        if len(named) == 1:
            return named[0], []
    words = [i for i in range(width) if any(not _is_number(r[i]) for r in body if len(r) == width)]
    if len(words) == 1:
        return words[0], []
    if len(words) > 1:
        raise DatasetError(
            tr(
                "{path_name} has words in {words} columns; pixels are numbers.",
                path_name=path.name,
                words=len(words),
            ),
            tr("Keep one column of labels, and call it label."),
        )
    fitting = [i for i in (0, width - 1) if _may_be_labels(body, i)]
    if not fitting or (_is_square(width) and not _is_square(width - 1)):
        raise DatasetError(
            tr(
                "{path_name} has {width} columns and none that is sure to hold the labels.",
                path_name=path.name,
                width=width,
            ),
            tr("Give each image its label in the first column, and call it label."),
        )
    where = "first" if fitting[0] == 0 else "last"
    return fitting[0], [
        tr("The {where} of {width} columns was taken for the labels.", where=where, width=width)
    ]


def _may_be_labels(body: list[list[str]], at: int) -> bool:
    values = [row[at] for row in body if len(row) > at]
    numbers = {float(v) for v in values if _is_number(v)}
    whole = all(n == round(n) for n in numbers if math.isfinite(n))
    # The corner of a picture is mostly one value.
    return whole and 1 < len(numbers) <= max(2, len(values) * 0.7)


def _is_index(heads: list[str] | None, body: list[list[str]], at: int, width: int) -> bool:
    """A first column that counts the rows, as data frames write it."""
    if at != 0 or _is_square(width - 1):
        return False
    if heads is not None and heads[0].strip().lower() in ("", "id", "index", "unnamed: 0"):
        return True
    counts = [row[0] for row in body]
    return (
        len(counts) > 2 and counts == [str(i + int(float(counts[0]))) for i in range(len(counts))]
        if all(_is_number(c) for c in counts) and math.isfinite(float(counts[0]))
        else False
    )


def _is_square(count: int) -> bool:
    return math.isqrt(count) ** 2 == count


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
