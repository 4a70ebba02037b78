"""Data sets in HDF5 files: the arrays in them, wherever they lie; links to other files stay shut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.roles import find_roles
from ffstudio.core.images.understanding.stored import Found, Stored

Array = npt.NDArray[Any]
_MAGIC = b"\x89HDF\r\n\x1a\n"
# What Keras and ffstudio write beside weights.
_MODEL_MARKS = ("model_config", "layer_names", "keras_version", "backend", "ffstudio")
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
    """True for an HDF5 file of images and labels, not of a model's weights."""
    if not is_hdf5(path):
        return False
    import h5py

    try:
        with h5py.File(path, "r") as file:
            if any(mark in file.attrs for mark in _MODEL_MARKS):
                return False
        roles, _, _ = find_roles(open_hdf5(path))
    except (DatasetError, OSError, ValueError, RuntimeError, KeyError):
        return False
    return any(f"x_{s}" in roles and f"y_{s}" in roles for s in ("train", "test"))


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
                arrays[where] = _stored(path, where, item)
            elif isinstance(item, h5py.Group) and depth < _MOST_DEPTH and not name.startswith("#"):
                visit(item, f"{where}/", depth + 1)

    try:
        with h5py.File(path, "r") as file:
            visit(file, "", 0)
    except DatasetError:
        raise
    except Exception as error:  # whatever a damaged file provokes
        raise DatasetError(
            f"{path.name} cannot be read as HDF5 ({error_words(error)}).", "Save it again."
        ) from error
    return Found(path.name, str(path), arrays)


def _stored(path: Path, where: str, item: Any) -> Stored:
    import h5py

    is_text = h5py.check_string_dtype(item.dtype) is not None
    outside = bool(item.external) or bool(item.is_virtual)
    shape = tuple(int(n) for n in item.shape or ())
    dtype = np.dtype("U16") if is_text else item.dtype

    def read() -> Array:
        if outside:
            raise DatasetError(
                f"{path.name}: the numbers of {where} lie in another file.",
                "Save them in this one.",
            )
        if not is_text and dtype.kind not in "uifb":
            raise DatasetError(
                f"{path.name}: {where} holds {dtype}, neither numbers nor text.",
                "Save plain arrays.",
            )
        try:
            with h5py.File(path, "r") as file:
                found = file[where]
                values = found.asstr(errors="replace")[()] if is_text else found[()]
                return np.asarray(values, dtype=str) if is_text else np.asarray(values)
        except Exception as error:
            raise DatasetError(
                f"{path.name}: {where} cannot be read ({error_words(error)}).", "Save it again."
            ) from error

    return Stored(shape, dtype, read)
