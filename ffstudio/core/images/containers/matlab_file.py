"""MATLAB's .mat files: up to version 7 through SciPy, version 7.3 is HDF5."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.archive import as_file, open_unpacked
from ffstudio.core.images.containers.beside import join_beside
from ffstudio.core.images.containers.hdf5_file import is_hdf5, open_hdf5
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.role_finding import is_one_picture
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, Stored, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MOST_CELLS = 1000
_MOST_DEPTH = 6
_NOTE = "MATLAB counts columns first: where pictures lie on their side, permute them before saving."


def open_matlab(path: Path) -> Found:
    """The arrays of a file, those in structures by their paths, and of the other set beside it.

    Raises:
        DatasetError: It cannot be read.
    """
    check_file(path, ".mat")
    return join_beside(path, _open_one(path), (".mat",), _open_one)


def _open_one(path: Path) -> Found:
    if is_hdf5(path):
        content = open_hdf5(path, columns_first=True)
        return dataclasses.replace(content, notes=(_NOTE,))
    _refuse_octave(path)
    from scipy.io import loadmat, whosmat

    try:
        sizes = whosmat(as_file(path))
        whole = [shape for _, shape, kind in sizes if kind != "sparse"]
        if sum(8 * int(np.prod(shape, dtype=np.float64)) for shape in whole) > 2 * MOST_BYTES:
            raise DatasetError(
                tr("{path_name} is too large to be opened.", path_name=path.name),
                tr("Use a part of it."),
            )
        values = loadmat(as_file(path), simplify_cells=True)
    except DatasetError:
        raise
    except Exception as error:  # whatever a damaged file provokes
        raise DatasetError(
            tr(
                "{path_name} cannot be read as .mat ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Save it again."),
        ) from error
    plain = {k: v for k, v in values.items() if not k.startswith("__")}
    arrays: dict[str, Stored] = {}
    _collect(plain, "", 0, arrays)
    return Found(path.name, str(path), arrays, notes=(_NOTE,))


def _refuse_octave(path: Path) -> None:
    """Refuses the formats of Octave's own, which it writes where none is asked for."""
    try:
        with open_unpacked(path) as stream:
            head = stream.read(64)
    except (OSError, EOFError, zlib.error):
        return
    if not head.startswith((b"# Created by Octave", b"Octave-1-")):
        return
    said = tr("{path_name} is a text file of Octave.", path_name=path.name)
    if head.startswith(b"Octave-1-"):
        said = tr("{path_name} is a binary file of Octave's own format.", path_name=path.name)
    raise DatasetError(
        said, tr("Save it there with save -v7 {path_name} …, as MATLAB does.", path_name=path.name)
    )


def _collect(values: dict[str, Any], prefix: str, depth: int, into: dict[str, Stored]) -> None:
    counts = {n for name, value in values.items() if (n := _count_labels(name, value))}
    for name, value in values.items():
        key = f"{prefix}{name}"
        cells = _cells_of(value)
        if isinstance(value, dict):
            if depth < _MOST_DEPTH:
                _collect(value, f"{key}/", depth + 1, into)
        elif cells and all(isinstance(v, dict) for v in cells):  # a structure for each picture
            if depth < _MOST_DEPTH:
                fields = [field for field in cells[0] if all(field in v for v in cells)]
                each = {field: [v[field] for v in cells] for field in fields}
                _collect(each, f"{key}/", depth + 1, into)
        elif _are_arrays(cells):
            _collect_cells(cells, key, len(cells) in counts, into)
        elif hasattr(value, "toarray"):  # sparse
            into[key] = Stored(value.shape, value.dtype, _fill_in(value))
        else:
            array = _as_array(value, cells)
            if array is not None and array.ndim > 0:
                into[key] = hold_array(array)


def _collect_cells(cells: list[Any], key: str, are_labelled: bool, into: dict[str, Stored]) -> None:
    """A cell for each picture, or for each class.

    Args:
        are_labelled: There are as many labels beside them as cells.
    """
    shape = cells[0].shape
    alike = all(v.shape == shape for v in cells)
    are_labelled = are_labelled and (len(shape) < 3 or is_one_picture(shape))
    if alike and (are_labelled or is_one_picture(shape)):
        into[key] = hold_array(np.stack(cells))
    elif are_labelled or len(cells) > _MOST_CELLS:
        error = DatasetError(
            tr(
                "{key} holds {count} cells with arrays of different sizes, such as {first} and {other}.",
                key=key,
                count=len(cells),
                first=shape,
                other=next((v.shape for v in cells if v.shape != shape), shape),
            ),
            tr("Bring all pictures to one size, as imresize does, before saving them."),
        )
        into[key] = Stored((len(cells), 0, 0), cells[0].dtype, _raises(error))
    else:
        for i, cell in enumerate(cells, 1):
            into[f"{key}/{i}"] = hold_array(cell)


def _cells_of(value: Any) -> list[Any]:
    """What the cells of a cell array hold; nothing for any other value."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "O":
        return list(value.ravel().tolist())
    return value if isinstance(value, list) else []


def _as_array(value: Any, cells: list[Any]) -> Array | None:
    """Numbers or words, in an array or in cells; None for anything else."""
    if cells:
        is_plain = all(isinstance(v, str) for v in cells) or all(
            isinstance(v, (bool, int, float, np.number)) for v in cells
        )
        value = np.asarray(cells) if is_plain else None
    if not isinstance(value, np.ndarray) or value.dtype.kind == "O":
        return None
    return np.char.strip(value) if value.dtype.kind == "U" else value


def _count_labels(name: str, value: Any) -> int:
    """How many labels a value may hold; 0 where it holds other things, such as names of classes."""
    array = _as_array(value, _cells_of(value))
    if array is None or array.ndim == 0 or array.size != max(array.shape):
        return 0
    is_words = array.dtype.kind == "U"
    return 0 if is_words and not (role_of(name) or "").startswith("y_") else array.size


def _are_arrays(cells: list[Any]) -> bool:
    """Whether all cells hold arrays of numbers."""
    return bool(cells) and all(
        isinstance(v, np.ndarray) and v.ndim > 0 and v.dtype.kind in "uifb" for v in cells
    )


def _fill_in(matrix: Any) -> Callable[[], Array]:
    """Reads a sparse matrix with its zeros written out."""
    return lambda: np.asarray(matrix.toarray())


def _raises(error: DatasetError) -> Callable[[], Array]:
    def read() -> Array:
        raise error

    return read
