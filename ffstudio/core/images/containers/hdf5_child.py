"""The process that parses HDF5 files of data: whoever made one can do no more than end it.

With one argument it lists the arrays of a file as JSON; with a second one, the name of an array,
it writes that array's numbers, or its texts as JSON.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ffstudio.core.children import MEMORY, give_up_rights
from ffstudio.core.errors import error_words
from ffstudio.core.images.containers import hdf5_matlab
from ffstudio.core.images.containers.hdf5_file import FAULT, MARK
from ffstudio.core.language_file import speak_as_told

_MOST_ARRAYS, _MOST_DEPTH = 200, 6
# Bytes of an array that are read at a time, and texts that are read at all.
_PIECE, _MOST_TEXTS = 2**25, 4_000_000


def child(arguments: Sequence[str]) -> int:
    """Lists one file, or writes one of its arrays, to standard output."""
    path = Path(arguments[0])
    speak_as_told()
    import h5py

    # Chunks of a compressed array are unpacked whole.
    give_up_rights(MEMORY + path.stat().st_size)
    out = sys.stdout.buffer
    try:
        with h5py.File(path, "r") as file:
            if len(arguments) == 1:
                answer: Iterator[bytes] = iter([json.dumps(list(_list_arrays(file))).encode()])
            else:
                answer = _read(file[arguments[1]])
            first = next(answer, b"")
            out.write(MARK + first)
            for piece in answer:
                out.write(piece)
    except Exception as error:  # whatever a damaged file provokes
        out.write(FAULT + error_words(error).encode())
    out.flush()
    return 0


def _list_arrays(group: Any, prefix: str = "", depth: int = 0) -> Iterator[dict[str, Any]]:
    import h5py

    count = 0
    for name in group:
        # Soft and outer links may lead round in circles, or out of the file.
        if count >= _MOST_ARRAYS or not isinstance(group.get(name, getlink=True), h5py.HardLink):
            continue
        item, where = group[name], f"{prefix}{name}"
        if isinstance(item, h5py.Dataset):
            told = hdf5_matlab.describe(where, item)
            for one in [_describe(where, item)] if told is None else told:
                count += 1
                yield one
        elif (sparse := hdf5_matlab.describe_sparse(where, item)) is not None:
            count += 1
            yield sparse
        elif isinstance(item, h5py.Group) and depth < _MOST_DEPTH and not name.startswith("#"):
            for inner in _list_arrays(item, f"{where}/", depth + 1):
                count += 1
                yield inner


def _describe(where: str, item: Any) -> dict[str, Any]:
    import h5py

    is_text = h5py.check_string_dtype(item.dtype) is not None
    outside = bool(item.external) or bool(item.is_virtual)
    lies_plain = not outside and item.chunks is None and not is_text
    return {
        "name": where,
        "shape": [int(n) for n in item.shape or ()],
        "dtype": "" if is_text else item.dtype.str,
        "kind": item.dtype.kind,
        "outside": outside,
        # Where its numbers lie in the file one after the other; None where they do not.
        "offset": item.id.get_offset() if lies_plain else None,
        "is_turned": False,
    }


def _read(item: Any) -> Iterator[bytes]:
    import h5py

    if hdf5_matlab.reads(item):
        yield from hdf5_matlab.read(item)
        return
    if h5py.check_string_dtype(item.dtype) is not None:
        if item.size > _MOST_TEXTS:
            raise ValueError("too many texts")
        # What is no UTF-8 is kept for whoever asked: they know what else it may be.
        values = np.asarray(item.asstr("utf-8", "surrogateescape")[()], dtype=str)
        yield json.dumps(values.ravel().tolist()).encode()
        return
    if not item.shape:
        yield np.asarray(item[()]).tobytes()
        return
    rows = max(1, _PIECE // max(1, item.dtype.itemsize * math.prod(item.shape[1:])))
    if item.chunks:  # every chunk is unpacked once
        rows = max(item.chunks[0], rows // item.chunks[0] * item.chunks[0])
    for start in range(0, item.shape[0], rows):
        yield np.ascontiguousarray(item[start : start + rows]).tobytes()


if __name__ == "__main__":
    sys.exit(child(sys.argv[1:]))
