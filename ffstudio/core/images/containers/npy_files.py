"""NumPy's .npy files: one array a file, those of one data set side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.archive import find_bytes
from ffstudio.core.images.containers.numpy_headers import read_header
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import MAPPED_FROM, Found, Stored
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MOST_FILES = 64


def open_npy(path: Path) -> Found:
    """The arrays of the folder in which one of them lies.

    Raises:
        DatasetError: It cannot be read, or nothing lies beside it that it could belong to.
    """
    check_file(path, ".npy")
    beside = sorted(p for p in path.parent.glob("*.npy") if p.is_file())[:_MOST_FILES]
    files = [path, *(p for p in beside if p != path)]
    arrays = {}
    for file in files:
        try:
            arrays[file.stem] = _describe_stored(file)
        except DatasetError:
            if file == path:
                raise  # what lies beside it need not belong to it
    if len(arrays) < 2:
        shape = arrays[path.stem].shape
        raise DatasetError(
            tr(
                "{path_name} holds one array {shape}; images and labels are two.",
                path_name=path.name,
                shape=shape,
            ),
            tr(
                "Put the labels beside it, as x_train.npy and y_train.npy, or save both in an .npz."
            ),
        )
    return Found(
        path.name,
        str(path.parent),
        {key: arrays[key] for key in sorted(arrays)},
        notes=(
            tr(
                "Read together: {files}.",
                files=", ".join(f"{key}.npy" for key in sorted(arrays)),
            ),
        ),
    )


def _describe_stored(path: Path) -> Stored:
    try:
        with path.open("rb") as stream:
            header = read_header(stream, path.stem, path.name)
            begin = stream.tell()
            room = path.stat().st_size - begin
    except (OSError, ValueError, EOFError) as error:
        raise DatasetError(
            tr(
                "{path_name} cannot be read as .npy ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Save it again with numpy.save."),
        ) from error

    def read() -> Array:
        if room < header.size:
            raise DatasetError(
                tr("{path_name} is cut short.", path_name=path.name),
                tr("Get a fresh copy of the file."),
            )
        try:
            if is_mapped:
                file, start = find_bytes(path) or (path, 0)
                order: Any = "F" if header.fortran else "C"
                return np.memmap(file, header.dtype, "r", start + begin, header.shape, order)
            with path.open("rb") as stream:
                return np.asanyarray(np.load(stream, allow_pickle=False))
        except (OSError, ValueError, EOFError, MemoryError) as error:
            raise DatasetError(
                tr(
                    "{path_name} cannot be read as .npy ({error_words}).",
                    path_name=path.name,
                    error_words=error_words(error),
                ),
                tr("Save it again with numpy.save."),
            ) from error

    is_mapped = room >= header.size >= MAPPED_FROM and find_bytes(path) is not None
    return Stored(header.shape, header.dtype, read, is_mapped)
