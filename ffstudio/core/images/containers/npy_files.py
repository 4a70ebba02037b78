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
from ffstudio.core.images.containers.set_folders import find_set_folders, is_set_beside_another
from ffstudio.core.images.understanding.stored import MAPPED_FROM, Found, Stored
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MOST_FILES = 64


def open_npy(path: Path) -> Found:
    """The arrays of the folder in which one of them lies, and of those of other sets beside it.

    Raises:
        DatasetError: It cannot be read, or nothing lies beside it that it could belong to.
    """
    check_file(path, ".npy")
    arrays = {}
    for file, key in _list_beside(path).items():
        try:
            arrays[key] = _describe_stored(file)
        except DatasetError:
            if file == path:
                raise  # what lies beside it need not belong to it
    if len(arrays) < 2:
        shape = next(iter(arrays.values())).shape
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


def find_npy(folder: Path) -> Path | None:
    """One of the arrays in a folder, or in folders of sets side by side in it; None for none."""
    sets = find_set_folders(folder)
    places = [folder, *(sets.values() if len(sets) > 1 else ())]
    return next((file for place in places for file in sorted(place.glob("*.npy"))), None)


def _list_beside(path: Path) -> dict[Path, str]:
    """The files that are read with one, that one first, and what each array is called."""
    places = {"": path.parent}
    if is_set_beside_another(path.parent):  # train/x.npy, test/x.npy
        places = find_set_folders(path.parent.parent)
    files = {
        file: f"{which}/{file.stem}" if which else file.stem
        for which, place in places.items()
        for file in sorted(p for p in place.glob("*.npy") if p.is_file())[:_MOST_FILES]
    }
    return {path: files.get(path, path.stem), **files}


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
