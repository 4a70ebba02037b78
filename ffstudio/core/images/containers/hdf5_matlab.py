"""What MATLAB 7.3 keeps in HDF5 that is no plain array: text, cells and sparse matrices.

For the child process alone: it follows the references of a cell to what it holds, in the same file.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from ffstudio.core.images.understanding.role_finding import is_one_picture
from ffstudio.core.images.understanding.roles import role_of

_MOST_CELLS, _MOST_LISTED, _MOST_LETTERS = 1_000_000, 200, 2**27
_NUMBERS = "uifb"


def describe_sparse(where: str, group: Any) -> dict[str, Any] | None:
    """What a sparse matrix is like when its zeros are written out; None for any other group."""
    if "MATLAB_sparse" not in group.attrs or "jc" not in group:
        return None
    shape = [len(group["jc"]) - 1, int(group.attrs["MATLAB_sparse"])]
    dtype = group["data"].dtype if "data" in group else np.dtype(np.float64)
    return {**_about(where, shape, dtype), "is_turned": False}


def describe(where: str, item: Any) -> list[dict[str, Any]] | None:
    """What text or a cell array is like, or the arrays in its cells; None for any other data."""
    import h5py

    kind = _class_of(item)
    if item.attrs.get("MATLAB_empty", 0):
        return []
    if kind == "char":
        return [_about(where, [len(_read_lines(item))], None)]
    if h5py.check_ref_dtype(item.dtype) is h5py.Reference:
        return _describe_cells(where, item)
    if kind and "MATLAB_object_decode" in item.attrs:  # its words lie where only MATLAB finds them
        return [_about(where, list(item.shape), f"{kind} of MATLAB", "O")]
    return None


def reads(item: Any) -> bool:
    """Whether :func:`read` is needed for a dataset or group."""
    import h5py

    if isinstance(item, h5py.Group):
        return True
    return _class_of(item) == "char" or h5py.check_ref_dtype(item.dtype) is h5py.Reference


def read(item: Any) -> Iterator[bytes]:
    """Its numbers, or its texts as JSON, in the order of :func:`describe`."""
    import h5py

    if isinstance(item, h5py.Group):
        yield from _read_sparse(item)
    elif _class_of(item) == "char":
        yield json.dumps(_read_lines(item)).encode()
    else:
        cells = list(_cells(item))
        if all(map(_is_word, cells)):
            yield json.dumps(["".join(_read_lines(cell, whole=True)) for cell in cells]).encode()
            return
        dtype, shape = _common(cells)
        for cell in cells:
            if cell.shape != shape:
                raise ValueError("cells of different sizes")
            yield np.ascontiguousarray(cell[()].T, dtype).tobytes()


def _about(where: str, shape: list[int], dtype: Any, kind: str = "") -> dict[str, Any]:
    """As the child lists an array whose shape is in MATLAB's order."""
    is_named = isinstance(dtype, str)
    return {
        "name": where,
        "shape": shape,
        "dtype": "" if dtype is None else dtype if is_named else dtype.str,
        "kind": kind or ("O" if dtype is None else dtype.kind),
        "outside": False,
        "offset": None,
        "is_turned": True,
    }


def _class_of(item: Any) -> str:
    kind = item.attrs.get("MATLAB_class", b"")
    return kind.decode("ascii", "replace") if isinstance(kind, bytes) else str(kind)


def _read_lines(item: Any, whole: bool = False) -> list[str]:
    """The rows of a matrix of letters; of one row each letter by itself, but for a whole word."""
    if item.attrs.get("MATLAB_empty", 0):
        return [""] if whole else []
    if item.size > _MOST_LETTERS or item.dtype.kind not in "ui" or item.dtype.itemsize > 2:
        raise ValueError("text of an unknown kind")
    letters = np.ascontiguousarray(np.atleast_2d(item[()]).T.astype("<u2"))
    rows = [row.tobytes().decode("utf-16-le", "replace") for row in letters]
    return list(rows[0]) if len(rows) == 1 and not whole else rows


def _cells(item: Any) -> Iterator[Any]:
    import h5py

    if item.size > _MOST_CELLS:
        raise ValueError("too many cells")
    for reference in item[()].ravel():
        cell = item.file[reference] if reference else None
        if not isinstance(cell, h5py.Dataset) or cell.external or cell.is_virtual:
            raise ValueError("a cell that holds no array")
        yield cell


def _is_word(cell: Any) -> bool:
    return _class_of(cell) == "char" and (
        len(cell.shape) < 2 or cell.shape[1] == 1 or _is_void(cell)
    )


def _is_void(cell: Any) -> bool:
    return bool(cell.attrs.get("MATLAB_empty", 0))


def _common(cells: list[Any]) -> tuple[np.dtype[Any], tuple[int, ...]]:
    return np.result_type(*{cell.dtype for cell in cells}), cells[0].shape


def _describe_cells(where: str, item: Any) -> list[dict[str, Any]]:
    try:
        cells = list(_cells(item))
    except ValueError as error:
        return [_about(where, [item.size], str(error), "O")]
    if not cells:
        return []
    if all(map(_is_word, cells)):
        return [_about(where, [len(cells)], None)]
    if any(cell.dtype.kind not in _NUMBERS or _class_of(cell) == "char" for cell in cells):
        return [_about(where, [len(cells)], "cells of several kinds", "O")]
    dtype, shape = _common(cells)
    alike = all(cell.shape == shape for cell in cells) and not any(map(_is_void, cells))
    if alike and math.prod(shape) == 1:
        return [_about(where, [len(cells)], dtype)]
    is_picture = is_one_picture(shape[::-1])
    are_labelled = (len(shape) < 3 or is_picture) and len(cells) in _counts_beside(item)
    if alike and (is_picture or are_labelled):
        return [_about(where, [len(cells), *shape[::-1]], dtype)]
    if len(cells) > _MOST_LISTED or are_labelled:
        return [_about(where, [len(cells)], "cells of different sizes", "O")]
    return [
        {
            **_about(f"{where}/{i}", list(cell.shape[::-1]), cell.dtype),
            "path": cell.name,
            "is_turned": False,
            "shape": [int(n) for n in cell.shape],
        }
        for i, cell in enumerate(cells, 1)
    ]


def _counts_beside(item: Any) -> set[int]:
    """How many labels the lists of numbers and words beside a cell array may hold."""
    import h5py

    counts = set()
    for one in item.parent.values():
        if not isinstance(one, h5py.Dataset) or one.name == item.name or not one.shape:
            continue
        are_words_labels = (role_of(one.name.rpartition("/")[2]) or "").startswith("y_")
        is_reference = h5py.check_ref_dtype(one.dtype) is h5py.Reference
        if is_reference and one.size:
            first = item.file[one[()].ravel()[0]]
            if isinstance(first, h5py.Dataset) and (first.size == 1 or are_words_labels):
                counts.add(one.size)
        elif _class_of(one) == "char" and are_words_labels:
            counts.add(int(one.shape[-1]))
        elif one.dtype.kind in _NUMBERS and one.size == max(one.shape):
            counts.add(one.size)
    return counts


def _read_sparse(group: Any) -> Iterator[bytes]:
    """A column of MATLAB after another, as HDF5 would have it."""
    height = int(group.attrs["MATLAB_sparse"])
    starts = group["jc"][()].astype(np.int64)
    dtype = group["data"].dtype if "data" in group else np.dtype(np.float64)
    rows = group["ir"][()].astype(np.int64) if "ir" in group else np.zeros(0, np.int64)
    values = group["data"][()] if "data" in group else np.zeros(0, dtype)
    for first, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        column = np.zeros(height, dtype)
        column[rows[first:end]] = values[first:end]
        yield column.tobytes()
