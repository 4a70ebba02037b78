"""CIFAR-10 and CIFAR-100 in the binary layout: nothing but bytes, so nothing in it can be run.

Source: A. Krizhevsky, https://www.cs.toronto.edu/~kriz/cifar.html, *Binary version*: a record is the
label (CIFAR-100: the coarse and the fine one), then 1024 bytes of red, of green and of blue, row by
row. The Python version is pickled and not read here.
"""

from __future__ import annotations

import itertools
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, explain_reading
from ffstudio.core.images.understanding.stored import Found, Stored, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

_SIDE = 32
_PIXELS = 3 * _SIDE * _SIDE
# Of the files of each: where the label stands in a record, and where names of classes are.
_TEN = (("data_batch_1.bin", "test_batch.bin"), 1, "batches.meta.txt")
_HUNDRED = (("train.bin", "test.bin"), 2, "fine_label_names.txt")
_MOST_NAMES = 2**16


def is_cifar(path: Path) -> bool:
    """True for a folder with the files of the binary version, and for one of these files."""
    return _find(path) is not None


def open_cifar(path: Path) -> Found:
    """Pictures and labels of the folder; beside a file that is given, the others are read too.

    Raises:
        DatasetError: A file cannot be read, or is cut short.
    """
    place = _find(path)
    assert place is not None  # noqa: S101 - asked before
    folder, head, names_file = place
    if head == 1:
        sets = {"train": sorted(folder.glob("data_batch_[0-9]*.bin"))}
    else:
        sets = {"train": [folder / "train.bin"]}
    test = folder / ("test_batch.bin" if head == 1 else "test.bin")
    sets |= {"test": [test]} if test.is_file() else {}
    arrays: dict[str, Stored] = {}
    for which, files in sets.items():
        if files:
            records = np.concatenate([_read_records(file, head) for file in files])
            count = len(records)
            images = partial(_pictures_of, records)
            shape = (count, _SIDE, _SIDE, 3)
            arrays[f"x_{which}"] = Stored(shape, np.dtype(np.uint8), images)
            arrays[f"y_{which}"] = hold_array(records[:, head - 1].astype(np.int64))
    return Found(folder.name, str(folder), arrays, _names_in(folder / names_file))


def _find(path: Path) -> tuple[Path, int, str] | None:
    """(folder, place of the pixels in a record, file of names), or None."""
    try:
        if path.is_dir():
            inside = list(itertools.islice(path.iterdir(), 2))
            # As archives unpack: a folder around the only one.
            places = [path, *(p for p in inside if len(inside) == 1 and p.is_dir())]
        elif path.suffix == ".bin":
            places = [path.parent]
        else:
            return None
        for place in places:
            for needed, head, names in (_TEN, _HUNDRED):
                if place != path and path.is_file() and not _may_be(path, head):
                    continue
                if any(_may_be(place / name, head) for name in needed):
                    return place, head, names
    except OSError:
        return None
    return None


def _may_be(file: Path, head: int) -> bool:
    return file.is_file() and file.stat().st_size % (head + _PIXELS) == 0 < file.stat().st_size


def _read_records(file: Path, head: int) -> Array:
    try:
        content = np.frombuffer(file.read_bytes(), np.uint8)
    except OSError as error:
        raise DatasetError(*explain_reading(file.name, error)) from error
    if not content.size or content.size % (head + _PIXELS):
        raise DatasetError(
            tr("{path_name} is cut short.", path_name=file.name),
            tr("Get a fresh copy of the file."),
        )
    return content.reshape(-1, head + _PIXELS)


def _pictures_of(records: Array) -> Array:
    planes = records[:, -_PIXELS:].reshape(-1, 3, _SIDE, _SIDE)
    return np.ascontiguousarray(np.moveaxis(planes, 1, -1))


def _names_in(file: Path) -> tuple[str, ...]:
    try:
        if not file.is_file() or file.stat().st_size > _MOST_NAMES:
            return ()
        lines = file.read_bytes().decode("utf-8", "replace").splitlines()
    except OSError:
        return ()
    return tuple(line.strip() for line in lines if line.strip())
