"""Data sets in HDF5 files: the arrays in them, wherever they lie; links to other files stay shut."""

from __future__ import annotations

import dataclasses
import io
import json
import math
import mmap
import re
import struct
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from ffstudio.core.children import (
    MEMORY,
    SECONDS,
    TOO_LONG,
    TOO_MUCH,
    module_command,
    reader_environment,
    start_child,
    watch_stream,
)
from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import MAPPED_FROM, MOST_BYTES, Found, Stored
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MAGIC = b"\x89HDF\r\n\x1a\n"
# What Keras and ffstudio write beside weights; the last two are those of Keras 0.
_MODEL_MARKS = (
    *(b"model_config", b"layer_names", b"weight_names", b"keras_version", b"ffstudio"),
    *(b"nb_layers", b"nb_params"),
)
_IMAGES = re.compile(
    rb"(?i)(x_?(train|test|val)\w*|(train|test|val)\w*_(x|images|data)|train_set_x\w*|images?|"
    rb"x|data|pixels|features|imgs?|(train|test)_?(images|x))"
)
_LABELS = re.compile(
    rb"(?i)([yt]_?(train|test|val)\w*|(train|test|val)\w*_(y|labels?|targets?)|train_set_y\w*|"
    rb"labels?|y|targets?|class(es)?|cls|(train|test)_?(labels|y))"
)
# Where the names in a group lie (HDF5 File Format Specification, III.D and IV.A.2.g).
_HEAP, _HEADERS, _LINK = b"HEAP", (b"OHDR", b"OCHK", b"FHDB"), 4096
_LONGEST_NAMES, _LONGEST_NAME = 2**20, 48
_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")
# The packaged program has no interpreter to start with -m; it knows this argument instead.
ARGUMENT = "--read-data"
# What the child writes before its answer, or before why there is none.
MARK, FAULT = b"ffstudio-data-1\n", b"ffstudio-data-x\n"
_MOST_LISTING = 2**22
# So slowly a large file may be unpacked.
_BYTES_PER_SECOND = 10e6
# Bytes that are searched at a time: whoever waits for the interpreter shall not wait for all.
_PIECE = 2**22


def is_hdf5(path: Path) -> bool:
    """By its first bytes; MATLAB puts 512 of its own before them."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            if stream.read(8) == _MAGIC:
                return True
            stream.seek(512)
            return stream.read(8) == _MAGIC
    except OSError:
        return False


def holds_images(path: Path) -> bool:
    """True for an HDF5 file of images and labels, not of a model's weights.

    Told by the names in its bytes: whoever asks need not parse a file of unknown origin.
    """
    names = _names_in(path)
    return any(map(_IMAGES.fullmatch, names)) and any(map(_LABELS.fullmatch, names))


def names_half(path: Path) -> bool:
    """True for an HDF5 file that holds images or labels, not a model's weights."""
    return any(_IMAGES.fullmatch(name) or _LABELS.fullmatch(name) for name in _names_in(path))


def is_model(path: Path) -> bool:
    """Whether an HDF5 file says of itself that it is a model, or holds the weights of one."""
    try:
        with (
            path.open("rb") as stream,
            mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            # Keras 3 calls the weights of a layer so.
            return b"vars" in set(_list_names(content)) or _is_marked(content)
    except (OSError, ValueError):
        return False


def _names_in(path: Path) -> set[bytes]:
    """What groups call their arrays; none of a file that is a model, or that cannot be read."""
    if not is_hdf5(path):
        return set()
    try:
        with (
            path.open("rb") as stream,
            mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            names = set(_list_names(content))
            named = any(_IMAGES.fullmatch(name) or _LABELS.fullmatch(name) for name in names)
            return set() if not named or b"vars" in names or _is_marked(content) else names
    except (OSError, ValueError):
        return set()


def _is_marked(content: mmap.mmap) -> bool:
    return any(_find(content, mark) >= 0 for mark in _MODEL_MARKS)


def _find(content: mmap.mmap, mark: bytes, start: int = 0) -> int:
    """Where a mark is, a piece at a time; −1 for nowhere."""
    while start < len(content):
        place = content.find(mark, start, start + _PIECE + len(mark) - 1)
        if place >= 0:
            return place
        start += _PIECE
    return -1


def _list_names(content: mmap.mmap) -> Iterator[bytes]:
    """What groups call their arrays; the numbers in between, which may be anything, are left out."""
    base = content.find(_MAGIC)  # addresses count from there: others may put a block before it
    place = _find(content, _HEAP)
    while place >= 0:
        if content[place + 4 : place + 8] == bytes(4):  # version 0, reserved
            size, _, start = struct.unpack("<QQQ", content[place + 8 : place + 32])
            start += base
            yield from _NAME.findall(content[start : start + min(size, _LONGEST_NAMES)])
        place = _find(content, _HEAP, place + 4)
    for signature in _HEADERS:
        place = _find(content, signature)
        while place >= 0:
            block = content[place + 4 : place + _LINK]
            for i, length in enumerate(block):  # it stands before a name
                name = block[i + 1 : i + 1 + length]
                if 0 < length <= _LONGEST_NAME and _NAME.fullmatch(name):
                    yield name
            place = _find(content, signature, place + 4)


def open_hdf5(path: Path, columns_first: bool = False) -> Found:
    """The arrays of a file, parsed in a process of its own with limits of time and memory.

    Args:
        columns_first: The axes of its arrays come in the opposite order, as MATLAB writes them.

    Raises:
        DatasetError: It cannot be read; says why.
    """
    check_file(path, "HDF5")
    if not isinstance(path, Path):  # another process reads it, which needs a file
        raise DatasetError(
            tr("{path_name} lies in an archive, where HDF5 cannot be read.", path_name=path.name),
            tr("Unpack it, and open what is inside."),
        )
    answer = io.BytesIO()
    _ask(path, [], answer, _MOST_LISTING, "")
    try:
        listed = json.loads(answer.getvalue())
        arrays = {}
        for one in listed:
            stored = _describe_stored(path, one)
            is_turned = columns_first and not one["is_turned"]
            arrays[str(one["name"])] = turn_axes(stored) if is_turned else stored
    except (ValueError, TypeError, KeyError) as error:
        raise _unreadable(path, error_words(error)) from error
    return Found(path.name, str(path), arrays)


def turn_axes(stored: Stored) -> Stored:
    """The same with its axes in the opposite order."""
    return dataclasses.replace(
        stored, shape=stored.shape[::-1], read=lambda: np.transpose(stored.read())
    )


def _unreadable(path: Path, why: str) -> DatasetError:
    return DatasetError(
        tr("{path_name} cannot be read as HDF5 ({why}).", path_name=path.name, why=why),
        tr("Save it again."),
    )


def _ask(path: Path, more: list[str], into: BinaryIO, most: int, where: str) -> None:
    """Has a process of its own read the file; what it answers goes where it is wanted.

    Args:
        more: What it is asked beside the file's name.
        most: Bytes of the longest answer.
        where: The array that is asked for, for a reader; empty for all.

    Raises:
        DatasetError: It could not, took too long or too much, or is not what it says.
    """
    whole = str(path.absolute())
    command = [*module_command("ffstudio.core.images.containers.hdf5_child"), whole, *more]
    if getattr(sys, "frozen", False):
        command = [sys.executable, ARGUMENT, whole, *more]
    memory = 2 * MEMORY + path.stat().st_size
    try:
        child = start_child(command, reader_environment())
    except OSError as error:
        raise DatasetError(
            tr("{path_name} cannot be read: no process can be started.", path_name=path.name),
            tr("Close other programs."),
        ) from error
    answer = _Answer(into)
    with child:
        end = time.monotonic() + SECONDS + path.stat().st_size / _BYTES_PER_SECOND
        fault = watch_stream(child, answer.take, end, memory, most + len(MARK))
    what = f"{path.name}: {where}" if where else path.name
    if fault:
        reasons = {
            TOO_LONG: tr("{what} takes too long to read.", what=what),
            TOO_MUCH: tr("{what} takes too much memory to read.", what=what),
        }
        raise DatasetError(reasons[fault], tr("Use a part of it, or save it as .npz."))
    if answer.fault:
        if not where:
            raise _unreadable(path, answer.fault)
        raise DatasetError(
            tr(
                "{path_name}: {where} cannot be read ({why}).",
                path_name=path.name,
                where=where,
                why=answer.fault,
            ),
            tr("Save it again."),
        )
    if child.returncode != 0 or not answer.is_whole:
        raise DatasetError(
            tr("Reading {what} crashed the HDF5 library or took too much.", what=what),
            tr("It is damaged or made to do harm; get a fresh copy."),
        )


class _Answer:
    """Parts what the child writes: its mark, then numbers or why there are none."""

    def __init__(self, into: BinaryIO) -> None:
        self._into, self._head, self._why = into, b"", b""
        self.is_whole = False

    @property
    def fault(self) -> str:
        """Why it could not, in its words."""
        return self._why.decode("utf-8", "replace")[:300]

    def take(self, piece: bytes) -> None:
        """What has come next."""
        if len(self._head) < len(MARK):
            missing = len(MARK) - len(self._head)
            self._head, piece = self._head + piece[:missing], piece[missing:]
            self.is_whole = self._head == MARK
        if self.is_whole:
            self._into.write(piece)
        elif self._head == FAULT and len(self._why) < 2000:
            self._why += piece


def _describe_stored(path: Path, about: dict[str, Any]) -> Stored:
    # Words of a cell array are read where it lies, its arrays where they lie themselves.
    where, is_text = str(about.get("path", about["name"])), not about["dtype"]
    shape = tuple(int(n) for n in about["shape"])
    kind = str(about["kind"])
    is_plain = is_text or kind in "uifb"
    dtype = np.dtype("U16" if is_text else str(about["dtype"]) if is_plain else object)
    offset = about["offset"]
    size = dtype.itemsize * math.prod(shape)
    is_mapped = is_plain and not is_text and offset is not None and size >= MAPPED_FROM

    def read() -> Array:
        if about["outside"]:
            raise DatasetError(
                tr(
                    "{path_name}: the numbers of {where} lie in another file.",
                    path_name=path.name,
                    where=where,
                ),
                tr("Save them in this one."),
            )
        if not is_plain:
            raise DatasetError(
                tr(
                    "{path_name}: {where} holds {dtype}, neither numbers nor text.",
                    path_name=path.name,
                    where=where,
                    dtype=about["dtype"],
                ),
                tr("Save plain arrays."),
            )
        if is_text:
            words = io.BytesIO()
            _ask(path, [where], words, MOST_BYTES, where)
            return _as_words(json.loads(words.getvalue())).reshape(shape)
        if is_mapped:
            if not 0 < int(offset) <= path.stat().st_size - size:
                raise _unreadable(path, tr("{where} is cut short", where=where))
            return np.memmap(path, dtype, "r", int(offset), shape)
        return _read_numbers(path, where, dtype, shape, size)

    return Stored(shape, dtype, read, is_mapped)


def _as_words(texts: list[str]) -> Array:
    """Texts, or all of them as the bytes that they were where one is no UTF-8."""
    words = np.asarray(texts, dtype=str)
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return np.array([text.encode("utf-8", "surrogateescape") for text in texts])
    return words


def _read_numbers(
    path: Path, where: str, dtype: np.dtype[Any], shape: tuple[int, ...], size: int
) -> Array:
    """Numbers as the child unpacks them; many are put into a file that nobody sees."""
    if size < MAPPED_FROM:
        numbers = io.BytesIO()
        _ask(path, [where], numbers, size + 1, where)
        if len(numbers.getvalue()) != size:
            raise _unreadable(path, tr("{where} is cut short", where=where))
        return np.frombuffer(numbers.getvalue(), dtype).reshape(shape)
    try:
        with tempfile.TemporaryFile(prefix="ffstudio-") as file:
            _ask(path, [where], file, size + 1, where)
            if file.tell() != size:
                raise _unreadable(path, tr("{where} is cut short", where=where))
            file.flush()
            return np.memmap(file, dtype, "r", 0, shape)
    except OSError as error:
        raise DatasetError(
            tr(
                "{path_name}: there is no room to unpack {where} ({why}).",
                path_name=path.name,
                where=where,
                why=error_words(error),
            ),
            tr(
                "Free {gigabytes} GB for temporary files.",
                gigabytes=write_number(size / 1e9, ".1f"),
            ),
        ) from error
