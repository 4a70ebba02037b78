"""MATLAB's .mat files: up to version 7 through SciPy, version 7.3 is HDF5."""

from __future__ import annotations

import dataclasses
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.archive import as_file
from ffstudio.core.images.containers.hdf5_file import is_hdf5, open_hdf5
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, Stored, hold_array
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MOST_CELLS = 1000
_MOST_DEPTH = 6
_NOTE = "MATLAB counts columns first: where pictures lie on their side, permute them before saving."


def open_matlab(path: Path) -> Found:
    """The arrays of a file, those in structures by their paths.

    Raises:
        DatasetError: It cannot be read.
    """
    check_file(path, ".mat")
    if is_hdf5(path):
        return _turn_axes(open_hdf5(path))
    from scipy.io import loadmat, whosmat

    try:
        sizes = whosmat(as_file(path))
        if sum(8 * int(np.prod(shape, dtype=np.float64)) for _, shape, _ in sizes) > 2 * MOST_BYTES:
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
    arrays: dict[str, Stored] = {}
    _collect({k: v for k, v in values.items() if not k.startswith("__")}, "", 0, arrays)
    return Found(path.name, str(path), arrays, notes=(_NOTE,))


def _collect(values: dict[str, Any], prefix: str, depth: int, into: dict[str, Stored]) -> None:
    for name, value in values.items():
        if isinstance(value, dict) and depth < _MOST_DEPTH:
            _collect(value, f"{prefix}{name}/", depth + 1, into)
            continue
        cells = value.ravel().tolist() if _is_cell_array(value) else value
        if isinstance(cells, list) and _are_arrays(cells):
            # A cell for each class, or for each picture.
            if _are_pictures(cells):
                into[f"{prefix}{name}"] = hold_array(np.stack(cells))
            elif len(cells) <= _MOST_CELLS:
                _collect(
                    {str(i): v for i, v in enumerate(cells, 1)}, f"{prefix}{name}/", depth, into
                )
            continue
        if isinstance(value, list):  # a cell array
            value = np.asarray(value) if _is_plain(value) else None
        if isinstance(value, np.ndarray) and value.dtype.kind == "O":
            texts = [v for v in value.ravel().tolist() if isinstance(v, str)]
            value = np.asarray(texts) if texts and len(texts) == value.size else None
        if isinstance(value, np.ndarray) and value.ndim > 0:
            if value.dtype.kind == "U":
                value = np.char.strip(value)
            into[f"{prefix}{name}"] = hold_array(value)


def _is_cell_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind == "O"


def _are_arrays(cells: list[Any]) -> bool:
    """Whether all cells hold arrays of numbers."""
    return bool(cells) and all(
        isinstance(v, np.ndarray) and v.ndim > 0 and v.dtype.kind in "uifb" for v in cells
    )


def _are_pictures(cells: list[Any]) -> bool:
    """Whether all cells hold one picture each, of the same size; else they hold many."""
    shape = cells[0].shape
    is_one = (len(shape) == 2 and shape[0] == shape[1]) or (len(shape) == 3 and shape[2] in (1, 3))
    return is_one and all(v.shape == shape for v in cells)


def _read_turned(stored: Stored) -> Array:
    return stored.read().T


def _is_plain(value: list[Any]) -> bool:
    return bool(value) and (
        all(isinstance(v, str) for v in value) or all(isinstance(v, (int, float)) for v in value)
    )


def _turn_axes(content: Found) -> Found:
    """In version 7.3 the axes come in the opposite order."""
    arrays = {
        name: dataclasses.replace(
            stored, shape=stored.shape[::-1], read=partial(_read_turned, stored)
        )
        for name, stored in content.arrays.items()
    }
    return dataclasses.replace(content, arrays=arrays, notes=(_NOTE,))
