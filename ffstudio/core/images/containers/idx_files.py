"""IDX files of one data set, in every spelling of their names, plain or gzipped."""

from __future__ import annotations

import gzip
import zlib
from functools import partial
from pathlib import Path

import numpy as np

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers import idx_format as idx
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import Found, Stored
from ffstudio.core.words import tr

_MOST_FILES = 64


def is_idx(path: Path) -> bool:
    """By its first bytes: unsigned bytes in one to four axes."""
    return _count_axes(path) > 0


def open_idx(path: Path) -> Found:
    """The files beside one of them that belong to the same data set.

    Raises:
        DatasetError: Its images or its labels are missing.
    """
    check_file(path, "IDX")
    arrays = _collect(path.parent, _common(path.name))
    if not arrays:
        raise DatasetError(
            tr(
                "{path_name} is an IDX file whose name does not say what it holds.",
                path_name=path.name,
            ),
            tr("Name the files train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-… ."),
        )
    return _as_found(path.name, path.parent, arrays)


def find_idx(folder: Path) -> Found | None:
    """Those in a folder, or None where there is no whole set of them."""
    arrays = _collect(folder, "")
    if any(f"x_{s}" in arrays and f"y_{s}" in arrays for s in ("train", "test")):
        return _as_found(folder.name, folder, arrays)
    return None


def _as_found(title: str, folder: Path, files: dict[str, Path]) -> Found:
    arrays = {}
    for role, file in files.items():
        shape = _shape(file)
        arrays[role] = Stored(
            shape, np.dtype(np.uint8), partial(idx.read, file), idx.stays_on_disk(file, shape)
        )
    return Found(title, str(folder), arrays)


def _common(name: str) -> str:
    """What comes before the set's name, as in emnist-letters-train-images-idx3-ubyte."""
    low = name.lower()
    ends = [low.find(word) for word in ("train", "t10k", "test", "val") if word in low]
    return low[: min(ends)] if ends else ""


def _collect(folder: Path, prefix: str) -> dict[str, Path]:
    files: dict[str, Path] = {}
    try:
        beside = sorted(p for p in folder.iterdir() if p.is_file())[:_MOST_FILES]
    except OSError:
        return {}
    for file in beside:
        low = file.name.lower()
        if not low.startswith(prefix) or not any(
            w in low for w in ("idx", "ubyte", "images", "labels")
        ):
            continue
        axes = _count_axes(file)
        if axes == 0:
            continue
        stem = low.removesuffix(".gz")
        role = role_of(stem)
        if role is None:
            role = f"{'x' if axes > 1 else 'y'}_train"
        # The same plain and gzipped: the plain one is quicker.
        if role not in files or files[role].suffix == ".gz":
            files[role] = file
    return files


def _head(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as stream:
            return bytes(stream.read(count))
    except (OSError, EOFError, zlib.error):
        return b""


def _count_axes(path: Path) -> int:
    head = _head(path, 4)
    return head[3] if len(head) == 4 and head[:3] == b"\0\0\x08" and 1 <= head[3] <= 4 else 0


def _shape(path: Path) -> tuple[int, ...]:
    axes = _count_axes(path)
    head = _head(path, 4 + 4 * axes)
    return tuple(int.from_bytes(head[4 + 4 * i : 8 + 4 * i], "big") for i in range(axes))
