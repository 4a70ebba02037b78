"""A folder: the IDX or NumPy files, pictures or tables in it or below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.cifar_bytes import is_cifar, open_cifar
from ffstudio.core.images.containers.csv_table import ENDINGS as TABLES
from ffstudio.core.images.containers.csv_table import open_csv, tables_read
from ffstudio.core.images.containers.hdf5_sets import ENDINGS as HDF5_ENDINGS
from ffstudio.core.images.containers.hdf5_sets import holds_sets, open_hdf5_sets
from ffstudio.core.images.containers.idx_files import find_idx
from ffstudio.core.images.containers.label_lists import holds_label_list, open_label_list
from ffstudio.core.images.containers.matlab_file import open_matlab
from ffstudio.core.images.containers.npy_files import find_npy, open_npy
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.containers.picture_files import (
    holds_pictures,
    holds_pictures_below,
    innermost,
    is_hidden,
)
from ffstudio.core.images.containers.pictures import open_folder_of_pictures
from ffstudio.core.images.containers.set_folders import find_set_folders
from ffstudio.core.images.containers.several_sets import say_others
from ffstudio.core.images.understanding.roles import find_set_word, role_of, set_of
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

# Below a folder that is given: as torchvision and others lay files out.
PLACES = ("", "raw", "MNIST/raw", "FashionMNIST/raw", "KMNIST/raw", "EMNIST/raw", "mnist", "MNIST")
# Folders that are looked into for tables.
_MOST_FOLDERS = 20
_MOST_WRAPPED = 4


def is_folder_of_data(path: Path) -> bool:
    """True for a folder in which there are data."""
    try:
        return path.is_dir() and _find_reader(path) is not None
    except OSError:
        return False


def holds_data_set(path: Path) -> bool:
    """True for a folder that is one data set by itself: not one where several might lie."""
    return (
        any(
            find_npy(one) is not None
            or _are_one_set(_files(one, (".npz",)))
            or _are_sets(_files(one, HDF5_ENDINGS))
            or _find_npz_of_set(one) is not None
            or _training_table(one) is not None
            for one in _unwrap(path)
        )
        or is_cifar(path)
        or holds_label_list(path)
        or holds_pictures(path)
        or holds_pictures_below(path)
    )


def open_folder(path: Path, in_colour: bool = False) -> Found:
    """The data in a folder.

    Args:
        in_colour: Pictures keep their colours.

    Raises:
        DatasetError: There are none, or they cannot be read.
    """
    try:
        reader = _find_reader(path, in_colour)
        if reader is not None:
            return reader()
    except OSError as error:
        raise DatasetError(
            tr("{path} cannot be read ({error_words}).", path=path, error_words=error_words(error)),
            tr("Choose another folder."),
        ) from error
    raise DatasetError(
        tr("{path_name} holds no data.", path_name=path.name), tr("Choose another folder.")
    )


def _find_reader(path: Path, in_colour: bool = False) -> Callable[[], Found] | None:
    """What reads the data in a folder; None where there are none."""
    idx = find_idx_below(path)
    if idx is not None:
        return lambda: idx
    if is_cifar(path):
        return partial(open_cifar, path)
    folders = _unwrap(path)
    for folder in folders:
        array = find_npy(folder)
        if array is not None:
            return partial(_open_arrays, folder, array)
    if holds_label_list(path):
        return partial(_open_listed, path, in_colour)
    if holds_pictures(path):
        return partial(open_folder_of_pictures, path, in_colour)
    for folder in folders:
        files = _files(folder, (".npz",))
        if _are_one_set(files):
            return partial(open_npz, _training_first(files)[0])
        in_set = _find_npz_of_set(folder)
        if in_set is not None:
            return partial(open_npz, in_set)
        table = _training_table(folder)
        if table is not None:
            return partial(_open_table, folder, table)
        matlab = _files(folder, (".mat",))
        if _are_one_set(matlab):
            return partial(open_matlab, _training_first(matlab)[0])
        hdf5 = _files(folder, HDF5_ENDINGS)
        if _are_sets(hdf5):
            return partial(open_hdf5_sets, _training_first(hdf5)[0])
    if holds_pictures_below(path):
        return partial(open_folder_of_pictures, path, in_colour)
    return None


def _unwrap(path: Path) -> list[Path]:
    """The folder, and the ones in it as long as there is nothing beside them."""
    folders = [path]
    while len(folders) <= _MOST_WRAPPED:
        inside = [p for p in folders[-1].iterdir() if not is_hidden((p.name,))][:2]
        if len(inside) != 1 or not inside[0].is_dir():
            break
        folders.append(inside[0])
    return folders


def _open_arrays(folder: Path, first: Path) -> Found:
    return replace(open_npy(first), title=folder.name)


def _open_listed(path: Path, in_colour: bool) -> Found:
    """By the lists of labels, or by the folders where those know more."""
    content = open_label_list(path, in_colour)
    return content if content is not None else open_folder_of_pictures(path, in_colour)


def _open_table(folder: Path, table: Path) -> Found:
    content = open_csv(table)
    read = tables_read(table)
    left = [
        f.name for f in _files(folder, TABLES) if f not in read and f.name not in str(content.notes)
    ]
    if not left:
        return content
    note = tr("Beside it, left out: {names}.", names=", ".join(left[:8]))
    sets = [str(folder / name) for name in left if "submission" not in name.lower()]
    choices = (str(table), *sets) if sets else ()
    return replace(content, notes=(*content.notes, note), choices=choices)


def _training_table(path: Path) -> Path | None:
    """The table to begin with: of those in the folder, else of those in a folder a set."""
    files = _files(path, TABLES)
    if not files:
        below = [p for p in path.iterdir() if _is_of_a_set(p)][:_MOST_FOLDERS]
        files = [file for one in sorted(below) for file in _files(one, TABLES)]
    # Of images before those of labels alone; what only counts or names things comes last.
    files = [f for f in files if "submission" not in f.name.lower()] or files
    training = [f for f in files if "train" in f.name.lower() or "train" in f.parent.name.lower()]
    images = [f for f in training or files if not (role_of(f.stem) or "").startswith("y_")]
    return next(iter(images or training or files), None)


def _is_of_a_set(path: Path) -> bool:
    name = path.name.lower()
    return path.is_dir() and bool(set_of(name) or "train" in name or "test" in name)


def find_idx_below(path: Path) -> Found | None:
    """IDX files in the folder or where such files are put below one."""
    inner = innermost(path)
    only = [p for p in inner.iterdir() if p.is_dir()][:2]
    places = [*(path / place for place in PLACES), inner, inner / "raw"]
    for place in (*places, *(only if len(only) == 1 else ())):
        if place.is_dir():
            idx = find_idx(place)
            if idx is not None:
                return _tell_others(path, place, idx)
    return None


def _tell_others(path: Path, place: Path, content: Found) -> Found:
    """The same with a note where other folders beside its own hold IDX files too."""
    own = place.relative_to(path).parts[:1]
    others: dict[str, str] = {}
    for beside in sorted(path.iterdir())[:_MOST_FOLDERS] if own else []:
        if beside.name.lower() == own[0].lower() or not beside.is_dir():
            continue
        try:
            sets_here = [find_idx(p) for p in (beside, beside / "raw") if p.is_dir()]
        except DatasetError:
            continue
        choices = [one.choices[0] for one in sets_here if one is not None and one.choices]
        if choices:
            others[beside.name] = choices[0]
    if not others:
        return content
    return say_others(content, path.name or content.title, own[0], others)


def _are_one_set(files: list[Path]) -> bool:
    """One file, or several whose names say which set they are."""
    if len(files) < 2 or all(role_of(p.stem) for p in files):
        return bool(files)
    sets = [find_set_word(p.stem) for p in files]
    return all(sets) and len(set(sets)) == len(sets)


def _are_sets(files: list[Path]) -> bool:
    """Whether HDF5 files are data, and of one set."""
    return _are_one_set(files) and all(map(holds_sets, files))


def _training_first(files: list[Path]) -> list[Path]:
    return sorted(files, key=lambda file: find_set_word(file.stem) != "train")


def _find_npz_of_set(path: Path) -> Path | None:
    """One file of those that lie alone in folders of sets side by side; None for none."""
    sets = find_set_folders(path)
    inside = [_files(place, (".npz",)) for place in sets.values()]
    return inside[0][0] if len(sets) > 1 and all(len(files) == 1 for files in inside) else None


def _files(path: Path, endings: tuple[str, ...]) -> list[Path]:
    return sorted(
        p
        for p in path.iterdir()
        if p.name.lower().endswith(endings) and p.is_file() and not is_hidden((p.name,))
    )
