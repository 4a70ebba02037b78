"""Data sets, a file each: found on disk, bundled, generated, or downloaded on request.

A new one is a file here and an entry in :data:`DATASETS`; experiments, command line, the
Data panel's buttons and the list of licences take it from there.
"""

from pathlib import Path
from typing import Protocol

from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets.camera import CAMERA
from ffstudio.core.images.datasets.data_folders import search_folders
from ffstudio.core.images.datasets.digits import DIGITS
from ffstudio.core.images.datasets.fashion_mnist import FASHION_MNIST
from ffstudio.core.images.datasets.known import KnownDataset, PublishedFile
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
    "load",
    "search_folders",
]


class Chosen(Protocol):
    """Which data set: the part of :class:`ffstudio.core.images.data_spec.DataSpec` that says so."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> str: ...


def load(chosen: Chosen) -> Dataset:
    """Finds and reads a data set; never downloads.

    Raises:
        DatasetError: It is not on this computer, or the file is not as it should be.
    """
    return DATASETS[chosen.name].load(chosen.path)


def data_set_of_file(path: str | Path) -> KnownDataset | None:
    """The data set whose images a file of that name holds."""
    suffix = Path(path).suffix.lower()
    return next((known for known in DATASETS.values() if suffix in known.endings), None)
