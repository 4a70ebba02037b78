"""Data sets, a file each: found on disk, bundled, generated, or downloaded on request.

A new one is a file here and an entry in :data:`DATASETS`; experiments, command line, the
Data panel's buttons and the list of licences take it from there.
"""

import dataclasses
from pathlib import Path

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.containers import container_of
from ffstudio.core.images.containers.archive import lies_in_archive
from ffstudio.core.images.containers.folder import holds_data_set
from ffstudio.core.images.containers.foreign_kinds import holds_other_data
from ffstudio.core.images.containers.idx_files import find_idx
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets.camera import CAMERA
from ffstudio.core.images.datasets.data_folders import search_folders
from ffstudio.core.images.datasets.digits import DIGITS
from ffstudio.core.images.datasets.fashion_mnist import FASHION_MNIST
from ffstudio.core.images.datasets.known import Chosen, KnownDataset, PublishedFile
from ffstudio.core.images.datasets.mnist import MNIST
from ffstudio.core.images.datasets.own_file import OWN_FILE

# In the order of the builder's list.
DATASETS: dict[str, KnownDataset] = {
    known.name: known for known in (MNIST, FASHION_MNIST, DIGITS, CAMERA, OWN_FILE)
}

__all__ = [
    "DATASETS",
    "KnownDataset",
    "PublishedFile",
    "data_set_of_file",
    "find_known_appearance",
    "lies_in_archive",
    "load",
    "own_path",
    "search_folders",
]


def load(chosen: Chosen) -> Dataset:
    """Finds and reads a data set; never downloads.

    Raises:
        DatasetError: It is not on this computer, or the file is not as it should be.
    """
    known = DATASETS[chosen.name]
    return known.load(chosen.path) if known.load_as is None else known.load_as(chosen)


def find_known_appearance(name: str, shape: DataShape) -> Appearance | None:
    """What the pictures look like that nets have learnt from whose file does not say so.

    Args:
        name: The data set that their experiment names.
        shape: What their file says of it.

    Returns:
        What that data set is known to look like; None of a file of one's own, or where size,
        classes or title are not those of that set (another file may have borne its name).
    """
    known = DATASETS[name].shape
    if known is None or known.appearance is None:
        return None
    if (shape.image_shape, shape.class_names) != (known.image_shape, known.class_names):
        return None
    if not shape.title.startswith(known.title):
        return None
    return dataclasses.replace(known.appearance, taken_from=known.title)


def data_set_of_file(path: str | Path) -> KnownDataset | None:
    """The data set whose images a file or folder holds, by its name or by what is in it."""
    path = Path(path)
    if lies_in_archive(path):
        return OWN_FILE
    known = next((k for k in DATASETS.values() if path.suffix.lower() in k.endings), None)
    if known is not None:
        return known
    try:
        is_data = container_of(path) is not None or (path.is_file() and holds_other_data(path))
        return OWN_FILE if is_data else None
    except (OSError, ValueError):  # a name too long, a folder that may not be entered
        return None


def own_path(path: Path) -> str | None:
    """What makes a file or folder a data set by itself: ``file``, ``idx``, ``folder``, or None.

    A folder in which known data sets lie is none: it is a place to look for them.
    """
    try:
        if path.is_file() or lies_in_archive(path):
            return "file"
        if not path.is_dir():
            return None
        if find_idx(path) is not None:
            return "idx"
        if any((path / name).exists() for known in DATASETS.values() for name in known.places):
            return None
        return "folder" if holds_data_set(path) else None
    except (OSError, ValueError):  # a name too long, a folder that may not be entered
        return None
