"""Data sets in HDF5 files: the arrays in them, wherever they lie; links to other files stay shut."""

from __future__ import annotations

import mmap
import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import Found, Stored
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
    rb"x|data|pixels|(train|test)_?(images|x))"
)
_LABELS = re.compile(
    rb"(?i)([yt]_?(train|test|val)\w*|(train|test|val)\w*_(y|labels?|targets?)|train_set_y\w*|"
    rb"labels?|y|targets?|class(es)?|(train|test)_?(labels|y))"
)
# Where the names in a group lie (HDF5 File Format Specification, III.D and IV.A.2.g).
_HEAP, _HEADERS, _LINK = b"HEAP", (b"OHDR", b"OCHK", b"FHDB"), 4096
_LONGEST_NAMES, _LONGEST_NAME = 2**20, 48
_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")
_MOST_ARRAYS, _MOST_DEPTH = 200, 6


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
    if not is_hdf5(path):
        return False
    try:
        with (
            path.open("rb") as stream,
            mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as content,
        ):
            names = set(_list_names(content))
            return (
                any(map(_IMAGES.fullmatch, names))
                and any(map(_LABELS.fullmatch, names))
                and all(content.find(mark) < 0 for mark in _MODEL_MARKS)
            )
    except (OSError, ValueError):
        return False


def _list_names(content: mmap.mmap) -> Iterator[bytes]:
    """What groups call their arrays; the numbers in between, which may be anything, are left out."""
    base = content.find(_MAGIC)  # addresses count from there: others may put a block before it
    place = content.find(_HEAP)
    while place >= 0:
        if content[place + 4 : place + 8] == bytes(4):  # version 0, reserved
            size, _, start = struct.unpack("<QQQ", content[place + 8 : place + 32])
            start += base
            yield from _NAME.findall(content[start : start + min(size, _LONGEST_NAMES)])
        place = content.find(_HEAP, place + 4)
    for signature in _HEADERS:
        place = content.find(signature)
        while place >= 0:
            block = content[place + 4 : place + _LINK]
            for i, length in enumerate(block):  # it stands before a name
                name = block[i + 1 : i + 1 + length]
                if 0 < length <= _LONGEST_NAME and _NAME.fullmatch(name):
                    yield name
            place = content.find(signature, place + 4)


def open_hdf5(path: Path) -> Found:
    """The arrays of a file.

    Raises:
        DatasetError: It cannot be read; says why.
    """
    check_file(path, "HDF5")
    import h5py

    arrays: dict[str, Stored] = {}

    def visit(group: Any, prefix: str, depth: int) -> None:
        for name in group:
            # Soft and outer links may lead round in circles, or out of the file.
            if len(arrays) >= _MOST_ARRAYS or not isinstance(
                group.get(name, getlink=True), h5py.HardLink
            ):
                continue
            item = group[name]
            where = f"{prefix}{name}"
            if isinstance(item, h5py.Dataset):
                arrays[where] = _describe_stored(path, where, item)
            elif isinstance(item, h5py.Group) and depth < _MOST_DEPTH and not name.startswith("#"):
                visit(item, f"{where}/", depth + 1)

    try:
        with h5py.File(path, "r") as file:
            visit(file, "", 0)
    except DatasetError:
        raise
    except Exception as error:  # whatever a damaged file provokes
        raise DatasetError(
            tr(
                "{path_name} cannot be read as HDF5 ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Save it again."),
        ) from error
    return Found(path.name, str(path), arrays)


def _describe_stored(path: Path, where: str, item: Any) -> Stored:
    import h5py

    is_text = h5py.check_string_dtype(item.dtype) is not None
    outside = bool(item.external) or bool(item.is_virtual)
    shape = tuple(int(n) for n in item.shape or ())
    dtype = np.dtype("U16") if is_text else item.dtype

    def read() -> Array:
        if outside:
            raise DatasetError(
                tr(
                    "{path_name}: the numbers of {where} lie in another file.",
                    path_name=path.name,
                    where=where,
                ),
                tr("Save them in this one."),
            )
        if not is_text and dtype.kind not in "uifb":
            raise DatasetError(
                tr(
                    "{path_name}: {where} holds {dtype}, neither numbers nor text.",
                    path_name=path.name,
                    where=where,
                    dtype=dtype,
                ),
                tr("Save plain arrays."),
            )
        try:
            with h5py.File(path, "r") as file:
                array = file[where]
                values = array.asstr(errors="replace")[()] if is_text else array[()]
                return np.asarray(values, dtype=str) if is_text else np.asarray(values)
        except Exception as error:
            raise DatasetError(
                tr(
                    "{path_name}: {where} cannot be read ({error_words}).",
                    path_name=path.name,
                    where=where,
                    error_words=error_words(error),
                ),
                tr("Save it again."),
            ) from error

    return Stored(shape, dtype, read)
