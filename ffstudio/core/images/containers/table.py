"""The readers, one entry a kind of file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers import csv_table, picture_files, pictures
from ffstudio.core.images.containers.archive import TAR_ENDINGS, find_inside
from ffstudio.core.images.containers.archives import open_archive
from ffstudio.core.images.containers.cifar_bytes import is_cifar, open_cifar
from ffstudio.core.images.containers.folder import is_folder_of_data, open_folder
from ffstudio.core.images.containers.foreign_kinds import explain_kind
from ffstudio.core.images.containers.hdf5_file import is_hdf5, open_hdf5
from ffstudio.core.images.containers.hdf5_sets import ENDINGS as HDF5_ENDINGS
from ffstudio.core.images.containers.hdf5_sets import holds_sets, open_hdf5_sets, open_unnamed
from ffstudio.core.images.containers.idx_files import is_idx, open_idx
from ffstudio.core.images.containers.matlab_file import open_matlab
from ffstudio.core.images.containers.npy_files import open_npy
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.text_rows import holds_rows
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr


@dataclass(frozen=True)
class Container:
    """One kind of file or folder.

    Attributes:
        label: For a reader.
        endings: Of the names of such files.
        open: Finds its arrays; raises :class:`DatasetError`.
        holds: Whether a file or folder without such an ending is one.
        open_in_colour: The same with the colours of pictures kept, where ``open`` turns them grey.
    """

    label: str
    endings: tuple[str, ...]
    open: Callable[[Path], Found]
    holds: Callable[[Path], bool] | None = None
    open_in_colour: Callable[[Path], Found] | None = None


CONTAINERS = (
    Container("NumPy arrays", (".npz",), open_npz),
    Container("NumPy array", (".npy",), open_npy),
    Container("Table", csv_table.ENDINGS, csv_table.open_csv, holds_rows),
    Container("MATLAB data", (".mat",), open_matlab),
    Container(
        "Zip or tar of data", (".zip", *TAR_ENDINGS), open_archive,
        open_in_colour=partial(open_archive, in_colour=True),
    ),
    Container("IDX", ("-ubyte", "-ubyte.gz", ".ubyte", ".idx", ".idx.gz"), open_idx, is_idx),
    Container("HDF5 data", HDF5_ENDINGS, open_hdf5_sets, holds_sets),
    Container(
        "Picture", picture_files.ENDINGS, pictures.open_beside,
        open_in_colour=partial(pictures.open_beside, in_colour=True),
    ),
    Container("CIFAR's bytes", (), open_cifar, is_cifar),
    Container(
        "Folder of data", (), open_folder, is_folder_of_data, partial(open_folder, in_colour=True)
    ),
)  # fmt: skip
# Models end alike: of these only what they hold tells.
_SHARED = HDF5_ENDINGS


def container_of(path: Path) -> Container | None:
    """The entry for a file or folder, by its name or by what it holds."""
    name = path.name.lower()
    if not path.is_dir():
        for one in CONTAINERS:
            if one.endings and name.endswith(tuple(e for e in one.endings if e not in _SHARED)):
                return one
    return next((one for one in CONTAINERS if one.holds is not None and one.holds(path)), None)


def data_endings() -> tuple[str, ...]:
    """Endings that only data have, for dialogs."""
    endings = (
        e for one in CONTAINERS if one.label != "Picture" for e in one.endings if e.startswith(".")
    )
    return tuple(e for e in endings if e not in _SHARED)


def open_any(path: Path, in_colour: bool = False) -> Found:
    """The arrays of a file or folder.

    Args:
        in_colour: Pictures keep their colours; arrays always have them.

    Raises:
        DatasetError: It is of no known kind, or cannot be read.
    """
    path = find_inside(path) or path
    try:
        exists = path.exists()
    except (OSError, ValueError) as error:  # a name too long, a folder that may not be entered
        raise DatasetError(
            tr("The file cannot be reached ({error_words}).", error_words=error_words(error)),
            tr("Choose another file."),
        ) from error
    if not exists:
        raise DatasetError(tr("There is no file {path}.", path=path), tr("Choose another file."))
    if not path.is_dir():
        # Before its kind is sought by what is in it: why it cannot be read would not be told.
        check_file(path, tr("data"))
    container = container_of(path)
    if container is not None:
        reader = container.open_in_colour if in_colour else None
        return (reader or container.open)(path)
    kinds = "NumPy, IDX, CSV, MATLAB and HDF5 files, folders of pictures, zips and tars of such"
    if path.is_dir():
        model = explain_kind(path)
        if model is not None:
            raise DatasetError(*model)
        inside = ", ".join(sorted(p.name for p in path.iterdir())[:8]) or "nothing"
        raise DatasetError(
            tr(
                "{path_name} is a folder without data that can be read here; it holds {inside}.",
                path_name=path.name,
                inside=inside,
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    if path.suffix.lower() in _SHARED:
        unnamed = open_unnamed(path)
        if unnamed is not None:
            return unnamed
        listing = open_hdf5(path).listing if is_hdf5(path) else tr("nothing")
        raise DatasetError(
            tr(
                "{path_name} holds no images with labels; found: {listing}.",
                path_name=path.name,
                listing=listing,
            ),
            tr("If it is a model, open it as one; data need x_train and y_train."),
        )
    known = explain_kind(path)
    if known is not None:
        raise DatasetError(*known)
    raise DatasetError(
        tr("{path_name} is no kind of data that can be read here.", path_name=path.name),
        tr("Known are {kinds}.", kinds=kinds),
    )
