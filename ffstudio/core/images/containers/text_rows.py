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
    """

    path: Path
    encoding: str
    delimiter: str
    has_decimal_commas: bool
    heads: tuple[str, ...]
    body: list[list[str]]
    skips_first: bool

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
            raise

    def _lines(self) -> Iterator[str]:
        with _open_text(self.path, self.encoding) as stream:
            waits = self.skips_first
            for line in stream:
                if _is_aside(line):
                    continue
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
        _decode_all(path, encoding)
    except UnicodeDecodeError:
        if encoding != UTF_8:
            raise
        encoding = WINDOWS
        first, named = _first_lines(path, encoding)
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
    # A head above one column of words only, as of labels without a line of heads, is a row.
    has_heads = sum(not is_number(cell) for cell in rows[0] if cell) > 1
    has_heads = has_heads or (len(rows[0]) == 1 and _is_lone_head(rows)) or _counts(rows[0])
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
    heads = tuple(rows[0][:width]) if has_heads else tuple(named)
    return TextRows(
        path, encoding, delimiter, has_commas,
        heads if len(heads) == width else (), body, has_heads,
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


def is_number(text: str) -> bool:
    """True for what Python reads as one, NaN and infinity too."""
    try:
        float(text)
    except ValueError:
        return False
    return True


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


def _decode_all(path: Path, encoding: str) -> None:
    """Raises UnicodeDecodeError where it is written in another one."""
    with _open_text(path, encoding) as stream:
        while stream.read(2**20):
            pass


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
    """One column: a word above numbers."""
    (first,), *others = rows
    return not is_number(first) and bool(others) and all(is_number(row[0]) for row in others if row)


def _counts(cells: list[str]) -> bool:
    """As data frames head columns that nobody has named: 0, 1, 2 … beside a word or two."""
    numbers = [cell.strip() for cell in cells if is_number(cell)]
    if len(numbers) < _FEWEST or len(numbers) < len(cells) - 2:
        return False
    return any(numbers == [str(i + start) for i in range(len(numbers))] for start in (0, 1))
