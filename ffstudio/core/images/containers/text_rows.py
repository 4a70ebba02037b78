"""Rows of numbers in a text, however it is written: encoding, what parts columns, lines of heads."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.archive import open_unpacked
from ffstudio.core.images.understanding.stored import MOST_BYTES
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
UTF_8, WINDOWS = "utf-8-sig", "cp1252"
_BY_ZEROS: dict[tuple[bool, ...], str] = {
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
_LOOKED_AT = 200
# No table of pictures has longer lines.
_MOST_LINE = 2**24
# Fewer numbers in a line are no picture.
_FEWEST = 16
# What stands about and between numbers in one cell.
_BETWEEN = str.maketrans("[](){},;|", " " * 9)
# 4,626 or 4'626: whether that is four thousand or four and a half is not guessed.
_THOUSANDS = re.compile(r"[-+]?\d{1,3}([,.'’ \u00a0\u202f]\d{3})+")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+([eE][+-]?\d+)?")
# A column's name in an ARFF file.
_ATTRIBUTE = re.compile(r"(?i)\s*@attribute\s+('[^']*'|\"[^\"]*\"|\S+)")


@dataclass(frozen=True)
class TextRows:
    """How a text is written, told by its first lines.

    Attributes:
        heads: The columns' names; none where it has none.
        body: The cells of the first rows, each as wide.
        skips_first: Whether the first line that is no remark holds the heads.
        sample: The cells of rows spread over all of it.
        first: What stands for the first line that is no remark, where that was changed.
        notes: What was assumed, for a reader.
    """

    path: Path
    encoding: str
    delimiter: str
    has_decimal_commas: bool
    heads: tuple[str, ...]
    body: list[list[str]]
    skips_first: bool
    sample: list[list[str]]
    first: str = ""
    notes: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        return len(self.body[0])

    def read(self, columns: Sequence[int], dtype: Any) -> Array:
        """Some columns of all rows, (rows, columns).

        Raises:
            DatasetError: A row is too short.
            OSError, ValueError: It cannot be read.
        """
        try:
            return np.loadtxt(
                self._lines(),
                dtype,
                usecols=list(columns),
                delimiter=None if self.delimiter == " " else self.delimiter,
                comments=None,
                quotechar='"',
                ndmin=2,
                max_rows=MOST_BYTES // (4 * max(1, len(columns))),
            )
        except ValueError as error:
            short = re.search(r"column index -?\d+ at row (\d+) with (\d+) columns", str(error))
            if short:
                raise refuse_row(self.path, int(short[1]), int(short[2])) from error
            cell = re.search(r"string '(.*)' to \S+ at row (\d+), column (\d+)", str(error))
            if cell:  # NumPy counts rows from 0, columns from 1
                row, column = int(cell[2]) + 1, int(cell[3])
                raise refuse_cell(self.path, row, cell[1], column) from error
            raise

    def read_cells(self) -> Iterator[list[str]]:
        """The cells of all rows, one after another.

        Raises:
            DatasetError: A row is not as long as the others.
            OSError, csv.Error: It cannot be read.
        """
        for number, line in enumerate(self._lines(), start=1):
            cells = _part(line.rstrip("\r\n"), self.delimiter)
            if len(cells) < self.width:
                raise refuse_row(self.path, number, len(cells))
            yield cells

    def _lines(self) -> Iterator[str]:
        with _open_text(self.path, self.encoding) as stream:
            waits, first = self.skips_first, self.first
            for line in stream:
                if _is_aside(line):
                    continue
                line, first = first or line, ""
                if not waits:
                    yield line.replace(",", ".") if self.has_decimal_commas else line
                waits = False


def look_at_rows(path: Path) -> TextRows:
    """How a text is written.

    Raises:
        DatasetError: It is empty, or its rows are not equally long.
        UnicodeDecodeError: It is no text.
        OSError, csv.Error: It cannot be read.
    """
    encoding = _tell_encoding(path)
    try:
        first, named = _first_lines(path, encoding)
        spread = _spread_lines(path, encoding)
    except UnicodeDecodeError:
        if encoding != UTF_8:
            raise
        encoding = WINDOWS
        first, named = _first_lines(path, encoding)
        spread = _spread_lines(path, encoding)
    if not first:
        raise DatasetError(
            tr("{path_name} is empty.", path_name=path.name), tr("Choose another file.")
        )
    delimiter = _tell_delimiter(first)
    rows = [_part(line, delimiter) for line in first]
    has_commas = delimiter != "," and any(
        _DECIMAL_COMMA.fullmatch(cell) for row in rows[-8:] for cell in row
    )
    if has_commas:
        rows = [[cell.replace(",", ".") for cell in row] for row in rows]
    remade = _undo_marks(rows[0])
    rows[0] = remade or rows[0]
    # A column of row numbers, which has no head, is no part of that image.
    is_cut = remade is not None and re.fullmatch(r"(?i)|unnamed.*", remade[0]) is not None
    # A head above one column of words only, as of labels without a line of heads, is a row.
    has_heads = sum(not is_number(cell) for cell in rows[0] if cell) > 1
    has_heads = has_heads or _is_lone_head(rows) or _counts(rows[0])
    numbers = [cell for cell in rows[0] if is_number(cell)]
    is_image = len(numbers) >= _FEWEST and len(set(numbers)) < len(numbers)  # heads all differ
    if remade is not None or is_image or any(numbers_in(cell) for cell in rows[0]):
        has_heads = is_cut
    body = rows[1:] if has_heads else rows
    if not body:
        raise DatasetError(
            tr("{path_name} holds one line only.", path_name=path.name),
            tr("Each line must be one image."),
        )
    width = len(body[0])
    if len(body) > 1 and width > 1 and all(not row[-1] for row in body):
        width -= 1  # each line ends in what parts columns
        body = [row[:-1] if len(row) == width + 1 else row for row in body]
    for number, row in enumerate(body, start=1):
        if len(row) != width:
            raise refuse_row(path, number, len(row))
    heads = tuple(rows[0][:width]) if has_heads and remade is None else tuple(named)
    sample = body
    if len(first) == _LOOKED_AT:
        spread = [line.replace(",", ".") for line in spread] if has_commas else spread
        sample = [row[:width] for line in spread[1:] if len(row := _part(line, delimiter)) >= width]
    return TextRows(
        path, encoding, delimiter, has_commas,
        heads if len(heads) == width else (), body, has_heads, sample or body,
        delimiter.join(remade) + "\n" if remade else "",
        (_say_marks(path, is_cut),) if remade else (),
    )  # fmt: skip


def holds_rows(path: Path) -> bool:
    """True for a text of rows of numbers, as ``numpy.savetxt`` writes them, whatever its name."""
    try:
        with path.open("rb") as stream:
            head = stream.read(2**16)
        # The last line may be cut.
        lines = head.decode(UTF_8, "strict").splitlines()[:6]
    except (OSError, UnicodeDecodeError):
        return False
    rows = [re.split(r"[,;|\s]+", line.strip()) for line in lines if not _is_aside(line)]
    rows = rows[1:] if len(head) < 2**16 else rows[1:-1]
    widths = {len(row) for row in rows}
    return (
        len(widths) == 1
        and widths.pop() > _FEWEST
        and all(is_number(cell) for row in rows for cell in row if cell)
    )


def refuse_row(path: Path, row: int, width: int) -> DatasetError:
    """Why a row that is not as long as the others is refused."""
    return DatasetError(
        tr(
            "{path_name}: row {row} has {width} columns, others have more or fewer.",
            path_name=path.name,
            row=row,
            width=width,
        ),
        tr("Give every row as many columns; the file may be cut short."),
    )


def refuse_cell(path: Path, row: int, cell: str, column: int) -> DatasetError:
    """Why a cell that should be a number is refused.

    Args:
        row, column: Counted from 1, the line of heads left out.
    """
    return DatasetError(
        tr(
            "{path_name}: row {number} has {what} in column {column}.",
            path_name=path.name,
            number=row,
            what=f"“{cell[:20]}”" if cell.strip() else tr("nothing"),
            column=column,
        ),
        tr(
            "Write numbers without marks between the thousands: {number}.",
            number=re.sub(r"\D", "", cell),
        )
        if _THOUSANDS.fullmatch(cell.strip())
        else tr("Leave this row out, or write a number there."),
    )


def numbers_in(cell: str) -> list[str]:
    """The numbers of a whole picture in one cell, ``0 0 12 …`` or ``[0, 0, 12, …]``; else none."""
    if len(cell) < 2 * _FEWEST:
        return []
    numbers = cell.translate(_BETWEEN).split()
    return numbers if len(numbers) >= _FEWEST and all(map(is_number, numbers)) else []


def is_number(text: str) -> bool:
    """True for what Python reads as one, NaN and infinity too, but for 1_000."""
    try:
        float(text)
    except ValueError:
        return False
    return "_" not in text


def _open_text(path: Path, encoding: str) -> IO[str]:
    stream, at = open_unpacked(path), 0
    if encoding == UTF_8:
        while stream.read(3) == codecs.BOM_UTF8:  # some programs write it twice
            at += 3
        stream.seek(at)
    return io.TextIOWrapper(stream, encoding=encoding, errors="strict", newline=None)


def _tell_encoding(path: Path) -> str:
    with open_unpacked(path) as stream:
        head = stream.read(4)
    if head in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        return "utf-32"
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    # Without a mark the zeros beside the first letter tell.
    zeros = tuple(byte == 0 for byte in head)
    return _BY_ZEROS.get(zeros, UTF_8)


def _spread_lines(path: Path, encoding: str) -> list[str]:
    """The first row and others, evenly spread over all of the file: it may be sorted.

    Raises:
        UnicodeDecodeError: It is written in another encoding.
    """
    kept: list[str] = []
    step, number = 1, 0
    with _open_text(path, encoding) as stream:
        while line := stream.readline(_MOST_LINE):
            if _is_aside(line):
                continue
            if number % step == 0:
                kept.append(line.rstrip("\r\n"))
            number += 1
            if len(kept) >= 2 * _LOOKED_AT:
                kept, step = kept[::2], 2 * step
    return kept


def _is_aside(line: str) -> bool:
    """What is no row: nothing, a remark, or what Excel and ARFF put before the rows."""
    text = line.strip().lower()
    return not text or text[0] in "#%@" or re.fullmatch(r"\"?sep=.\"?", text) is not None


def _first_lines(path: Path, encoding: str) -> tuple[list[str], list[str]]:
    """The first rows, and what an ARFF file calls its columns."""
    first: list[str] = []
    named: list[str] = []
    with _open_text(path, encoding) as stream:
        while len(first) < _LOOKED_AT:
            line = stream.readline(_MOST_LINE)
            if not line:
                break
            if not _is_aside(line):
                first.append(line.rstrip("\r\n"))
            elif attribute := _ATTRIBUTE.match(line):
                named.append(attribute[1].strip("'\""))
    return first, named


def _tell_delimiter(lines: list[str]) -> str:
    """What parts the columns: what is in each line as often, commas last, which may be decimal."""
    for delimiter in (";", "\t", "|", ","):
        counts = {line.count(delimiter) for line in lines[1:] or lines}
        if len(counts) == 1 and counts.pop() > 0:
            return delimiter
    return max(",;\t| ", key=lines[-1].count)


def _part(line: str, delimiter: str) -> list[str]:
    if delimiter == " ":
        return line.split()
    return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))


def _is_lone_head(rows: list[list[str]]) -> bool:
    """One word in the first row, above numbers."""
    at = [i for i, cell in enumerate(rows[0]) if not is_number(cell)]
    others = [row[at[0]] for row in rows[1:] if len(row) > at[0]] if len(at) == 1 else []
    return bool(others) and bool(rows[0][at[0]].strip()) and all(is_number(cell) for cell in others)


def _counts(cells: list[str]) -> bool:
    """As data frames head columns that nobody has named: 0, 1, 2 … beside a word or two."""
    numbers = [cell.strip() for cell in cells if is_number(cell)]
    if len(numbers) < _FEWEST or len(numbers) < len(cells) - 2:
        return False
    return any(numbers == [str(i + start) for i in range(len(numbers))] for start in (0, 1))


def _undo_marks(cells: list[str]) -> list[str] | None:
    """A row of numbers that pandas took for heads and made different, as 0, 0.1, 0.2 …; R puts an X
    before them. None for other rows."""
    if len(cells) <= _FEWEST or len(set(cells)) < len(cells):
        return None
    if sum(re.match(r"X\d", cell) is not None for cell in cells) >= len(cells) - 2:
        cells = [cell[1:] if re.match(r"X\d", cell) else cell for cell in cells]
    counts: dict[str, int] = {}
    whole: list[str] = []
    for cell in cells:
        base, point, mark = cell.rpartition(".")
        if point and mark.isdecimal() and base in counts and int(mark) == counts[base] + 1:
            counts[base] += 1
            whole.append(base)
        else:
            counts[cell] = 0
            whole.append(cell)
    words = sum(not is_number(cell) for cell in whole)
    # Numbers that are written so far, as 0.1 … 0.9, end before the tenth.
    return whole if max(counts.values()) >= 10 and words <= 2 else None


def _say_marks(path: Path, is_left_out: bool) -> str:
    if is_left_out:
        return tr(
            "The line of heads of {path_name} is an image whose equal numbers pandas marked .1, "
            ".2 …, without its number: left out.",
            path_name=path.name,
        )
    return tr(
        "The line of heads of {path_name} is an image whose equal numbers pandas marked .1, .2 …: "
        "read as an image.",
        path_name=path.name,
    )
