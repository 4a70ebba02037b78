"""IDX files of one data set, in every spelling of their names, plain or gzipped."""

from __future__ import annotations

import dataclasses
import re
import zlib
from functools import partial
from pathlib import Path
from typing import Any

import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers import idx_format as idx
from ffstudio.core.images.containers.archive import open_unpacked
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.set_folders import find_set_folders, is_set_beside_another
from ffstudio.core.images.containers.several_sets import say_others
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import Found, Stored
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
_MOST_FILES = 64
_WORDS = ("idx", "ubyte", "images", "labels")

_ROLE_AT_END = re.compile(r"(?<![a-z])(x|y|images?|imgs?|labels?|targets?)[-_. ]*$")


def is_idx(path: Path) -> bool:
    """By its first bytes: numbers in one to four axes."""
    return _head(path) is not None


def open_idx(path: Path) -> Found:
    """The files beside one of them that belong to the same data set.

    Raises:
        DatasetError: Its images or its labels are missing.
    """
    check_file(path, "IDX")
    folder = path.parent.parent if _has_own_folder(path) else path.parent
    if is_set_beside_another(folder):  # train/images.idx, test/images.idx
        arrays = _collect_sets(folder.parent)
    else:
        arrays = _collect(folder, _common(path.name))
    if not arrays:
        if _head(path) is None:
            raise DatasetError(
                tr("{path_name} is not an IDX file.", path_name=path.name), tr("Get a fresh copy.")
            )
        raise DatasetError(
            tr(
                "{path_name} is an IDX file whose name does not say what it holds.",
                path_name=path.name,
            ),
            tr("Name the files train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-… ."),
        )
    return _as_found(path.name, folder, arrays)


def find_idx(folder: Path) -> Found | None:
    """Those in a folder, or None where there is no whole set of them.

    Where several data sets lie there, as EMNIST's do, the first one, which is said.
    """
    whole = {}
    for prefix in sorted({_common(file.name) for file in _list_files(folder)}):
        arrays = _collect(folder, prefix)
        if _is_whole(arrays):
            whole[prefix] = arrays
    if len(whole) > 1:
        whole = {prefix: arrays for prefix, arrays in whole.items() if prefix}
    if not whole and _is_whole(arrays := _collect_sets(folder)):
        whole[""] = arrays
    if not whole:
        return None
    (prefix, arrays), *others = whole.items()
    content = dataclasses.replace(
        _as_found(folder.name, folder, arrays), choices=(_path_of(arrays),)
    )
    if not others:
        return content
    named = {name.rstrip("-_. "): _path_of(files) for name, files in others}
    return say_others(content, folder.name, prefix.rstrip("-_. "), named)


def _is_whole(arrays: dict[str, Path]) -> bool:
    return any(f"x_{s}" in arrays and f"y_{s}" in arrays for s in ("train", "test"))


def _path_of(files: dict[str, Path]) -> str:
    """The file by which a set is named: that of its images."""
    return str(next((files[r] for r in ("x_train", "x_test") if r in files), None) or "")


def _as_found(title: str, folder: Path, files: dict[str, Path]) -> Found:
    arrays: dict[str, Stored] = {}
    notes = []
    for role, file in files.items():
        head = _head(file)
        if head is None:  # changed since it was found
            continue
        if role.startswith("y_") and len(head.shape) == 2 and "qmnist" in file.name.lower():
            # Its labels: the digit, then where it comes from (Yadav and Bottou 2019, 1905.10498).
            arrays[role] = Stored(head.shape[:1], head.dtype, partial(_read_digits, file))
            notes.append(tr("Labels are the first of QMNIST's {count} columns.",
                            count=head.shape[1]))  # fmt: skip
            continue
        stays = idx.stays_on_disk(file, head)
        arrays[role] = Stored(head.shape, head.dtype, partial(idx.read, file), stays)
    return Found(title, str(folder), arrays, notes=tuple(dict.fromkeys(notes)))


def _read_digits(file: Path) -> Array:
    return idx.read(file)[:, 0]


def _common(name: str) -> str:
    """What comes before the set's name, as in emnist-letters-train-images-idx3-ubyte."""
    low = name.lower()
    ends = [low.find(word) for word in ("train", "t10k", "test", "val") if word in low]
    # Of x_train and y_train the x and y are not common.
    return _ROLE_AT_END.sub("", low[: min(ends)]) if ends else ""


def _has_own_folder(path: Path) -> bool:
    """As some archives unpack: each file in a folder of its own name."""
    return path.parent.name == path.name


def _list_files(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir())[:_MOST_FILES]
        files = [p / p.name if p.is_dir() else p for p in inside]
        return [p for p in files if p.is_file() and any(w in p.name.lower() for w in _WORDS)]
    except OSError:
        return []


def _collect(folder: Path, prefix: str) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for file in _list_files(folder):
        low = file.name.lower()
        head = _head(file) if low.startswith(prefix) else None
        if head is None:
            if low.startswith(prefix) and low.removesuffix(".gz").endswith("ubyte"):
                _refuse_unread(file)
            continue
        role = role_of(low.removesuffix(".gz"))
        if role is None:
            role = f"{'x' if len(head.shape) > 1 else 'y'}_train"
        # The same plain and gzipped: the plain one is quicker.
        if role not in files or files[role].suffix == ".gz":
            files[role] = file
    return files


def _collect_sets(folder: Path) -> dict[str, Path]:
    """Those in folders of sets side by side in one; what they hold says the folder's name."""
    try:
        sets = find_set_folders(folder)
    except OSError:
        return {}
    return {
        f"{role[0]}_{which}": file
        for which, place in (sets.items() if len(sets) > 1 else ())
        for role, file in _collect(place, "").items()
    }


def _refuse_unread(file: Path) -> None:
    """Refuses a file that is called IDX and is none: its set shall not be missed without a word.

    Raises:
        DatasetError: Its first bytes are not those of an IDX file, or cannot be read.
    """
    check_file(file, "IDX")
    try:
        with open_unpacked(file) as stream:
            start = stream.read(4)
    except (OSError, EOFError, zlib.error):
        start = b""
    said = tr(" (it begins with {bytes})", bytes=start.hex(" ")) if start else ""
    raise DatasetError(
        tr("{name} is called IDX but is not readable as that{said}.", name=file.name, said=said),
        tr(
            "Get a fresh copy, or move it away; images begin with 00 00 08 03, labels with "
            "00 00 08 01."
        ),
    )


def _head(path: Path) -> idx.Head | None:
    try:
        with open_unpacked(path) as stream:
            return idx.read_head(stream)
    except (OSError, EOFError, zlib.error):
        return None
