"""A folder: the IDX or NumPy files in it or below it, or pictures in a folder per class."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.csv_table import ENDINGS as TABLES
from ffstudio.core.images.containers.csv_table import open_csv
from ffstudio.core.images.containers.idx_files import find_idx
from ffstudio.core.images.containers.npy_files import open_npy
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.containers.pictures import (
    holds_pictures,
    innermost,
    open_folder_of_pictures,
)
from ffstudio.core.images.understanding.roles import role_of
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

# Below a folder that is given: as torchvision and others lay files out.
PLACES = ("", "raw", "MNIST/raw", "FashionMNIST/raw", "KMNIST/raw", "EMNIST/raw", "mnist", "MNIST")


def is_folder_of_data(path: Path) -> bool:
    """True for a folder in which there are data."""
    try:
        if not path.is_dir():
            return False
        return (
            find_idx_below(path) is not None
            or any(p.suffix == ".npy" for p in path.iterdir())
            or holds_tables(path)
            or holds_pictures(path)
        )
    except OSError:
        return False


def holds_tables(path: Path) -> bool:
    """True for a folder with ``.npz`` files of one data set, or with tables."""
    return _are_one_set(_files(path, (".npz",))) or bool(_files(path, TABLES))


def open_folder(path: Path, in_colour: bool = False) -> Found:
    """The data in a folder.

    Args:
        in_colour: Pictures keep their colours.

    Raises:
        DatasetError: There are none, or they cannot be read.
    """
    try:
        idx = find_idx_below(path)
        if idx is not None:
            return idx
        arrays = sorted(path.glob("*.npy"))
        if arrays:
            return replace(open_npy(arrays[0]), title=path.name)
        if holds_pictures(path):
            return open_folder_of_pictures(path, in_colour)
        for endings, reader in (((".npz",), open_npz), (TABLES, open_csv)):
            files = _files(path, endings)
            if files:
                training = [f for f in files if "train" in f.name.lower()]
                return reader((training or files)[0])
    except OSError as error:
        raise DatasetError(
            tr("{path} cannot be read ({error_words}).", path=path, error_words=error_words(error)),
            tr("Choose another folder."),
        ) from error
    raise DatasetError(
        tr("{path_name} holds no data.", path_name=path.name), tr("Choose another folder.")
    )


def find_idx_below(path: Path) -> Found | None:
    """IDX files in the folder or where such files are put below one."""
    inner = innermost(path)
    only = [p for p in inner.iterdir() if p.is_dir()][:2]
    places = [*(path / place for place in PLACES), inner, inner / "raw"]
    for place in (*places, *(only if len(only) == 1 else ())):
        if place.is_dir():
            idx = find_idx(place)
            if idx is not None:
                return idx
    return None


def _are_one_set(files: list[Path]) -> bool:
    """One file, or several whose names say which set they are."""
    return len(files) == 1 or (bool(files) and all(role_of(p.stem) for p in files))


def _files(path: Path, endings: tuple[str, ...]) -> list[Path]:
    return sorted(p for p in path.iterdir() if p.is_file() and p.name.lower().endswith(endings))
