"""NumPy's .npz files; nothing in them is executed, all headers are read before any data."""

from __future__ import annotations

import dataclasses
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.archive import as_file, data_offset, find_bytes
from ffstudio.core.images.containers.beside import join_beside
from ffstudio.core.images.containers.npy_files import open_npy
from ffstudio.core.images.containers.numpy_headers import Header, read_header
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.set_folders import find_set_folders, is_set_beside_another
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import MAPPED_FROM, Found, Stored
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]


def open_npz(path: Path) -> Found:
    """The arrays of a file.

    Raises:
        DatasetError: It cannot be read; says why.
    """
    check_file(path, ".npz")
    with path.open("rb") as stream:
        if stream.read(6) == b"\x93NUMPY":  # one array under another name
            return open_npy(path)
    content: Found = _guard(path, lambda: _list_members(path))
    if is_set_beside_another(path.parent):
        return _gather_sets(path, content)
    return join_beside(path, content, (".npz",), lambda p: _guard(p, lambda: _list_members(p)))


def _gather_sets(path: Path, content: Found) -> Found:
    """With the files of other sets that lie alone in folders beside its own: train/a.npz, test/a.npz."""
    arrays: dict[str, Stored] = {}
    read = []
    for which, place in find_set_folders(path.parent.parent).items():
        files = [p for p in sorted(place.glob("*.npz")) if p.is_file()]
        if place.name == path.parent.name:
            of_set = content
        elif len(files) == 1:
            of_set = _guard(files[0], partial(_list_members, files[0]))
            read.append(f"{place.name}/{files[0].name}")
        else:
            continue
        named = any((role_of(key) or "")[2:] not in ("", "train") for key in of_set.arrays)
        if named:  # whole by itself, whatever its folder is called
            return content
        arrays |= {f"{which}/{key}": stored for key, stored in of_set.arrays.items()}
    if not read:
        return content
    note = tr(
        "Read together: {files}.", files=", ".join([f"{path.parent.name}/{path.name}", *read])
    )
    return dataclasses.replace(content, arrays=arrays, notes=(*content.notes, note))


def _guard(path: Path, action: Callable[[], Any]) -> Any:
    try:
        return action()
    except DatasetError:
        raise
    except MemoryError as error:
        raise DatasetError(
            tr("{path_name} does not fit into memory.", path_name=path.name),
            tr("Use a part of it, or close other programs."),
        ) from error
    except (OSError, zipfile.BadZipFile, ValueError, EOFError, KeyError, RuntimeError) as error:
        raise DatasetError(
            tr(
                "{path_name} cannot be read as .npz ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Save it again with numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…)."),
        ) from error
    except Exception as error:  # zlib.error and whatever a damaged archive provokes
        raise DatasetError(
            tr(
                "{path_name} is damaged ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Get a fresh copy."),
        ) from error


def _list_members(path: Path) -> Found:
    arrays: dict[str, Stored] = {}
    notes = []
    with zipfile.ZipFile(as_file(path)) as archive:
        for info in archive.infolist():
            key = info.filename.removesuffix(".npy")
            if info.is_dir():
                continue
            if key in arrays:
                raise DatasetError(
                    tr("{path_name} holds {key} twice.", path_name=path.name, key=key),
                    tr("Save it again."),
                )
            try:
                with archive.open(info) as stream:
                    header = read_header(stream, key, path.name)
                    room = info.file_size - stream.tell()
            except DatasetError as error:  # told when it is wanted: others may do without it
                arrays[key] = Stored((), np.dtype(object), _raises(error))
            else:
                arrays[key] = _member(path, info, key, header, room)
                if header.size >= MAPPED_FROM and not _is_mapped(path, info, header, room):
                    notes.append(
                        tr(
                            "{key} is compressed: its {size} MB are unpacked into memory. What "
                            "numpy.savez writes stays on disk.",
                            key=key,
                            size=write_number(header.size / 1e6, ",.0f"),
                        )
                    )
    return Found(path.name, str(path), arrays, notes=tuple(notes))


def _raises(error: DatasetError) -> Callable[[], Array]:
    def read() -> Array:
        raise error

    return read


def _member(path: Path, info: zipfile.ZipInfo, key: str, header: Header, room: int) -> Stored:
    order: Literal["F", "C"] = "F" if header.fortran else "C"

    def read() -> Array:
        if room < header.size:
            raise DatasetError(
                tr("{path_name}: {key} is cut short.", path_name=path.name, key=key),
                tr("Get a fresh copy of the file."),
            )
        with zipfile.ZipFile(as_file(path)) as archive, archive.open(info) as stream:
            read_header(stream, key, path.name)
            if _is_mapped(path, info, header, room):
                at = data_offset(path, info) + stream.tell()
                file, start = find_bytes(path) or (path, 0)
                return np.memmap(file, header.dtype, "r", start + at, header.shape, order)
            data = stream.read(header.size)
        if len(data) < header.size:
            raise DatasetError(
                tr("{path_name}: {key} is cut short.", path_name=path.name, key=key),
                tr("Get a fresh copy of the file."),
            )
        return np.frombuffer(data, header.dtype).reshape(header.shape, order=order)

    return Stored(
        header.shape, header.dtype, lambda: _guard(path, read), _is_mapped(path, info, header, room)
    )


def _is_mapped(path: Path, info: zipfile.ZipInfo, header: Header, room: int) -> bool:
    is_plain = info.compress_type == zipfile.ZIP_STORED and find_bytes(path) is not None
    return room >= header.size >= MAPPED_FROM and is_plain
