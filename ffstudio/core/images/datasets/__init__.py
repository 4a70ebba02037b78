"""Data sets, a file each: found on disk, bundled, generated, or downloaded on request.

A new one is a file here and an entry in :data:`DATASETS`; experiments, command line, the
Data panel's buttons and the list of licences take it from there.
"""

from pathlib import Path

from ffstudio.core.images.dataset import Dataset
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
    "load",
    "search_folders",
]


def load(chosen: Chosen) -> Dataset:
    """Finds and reads a data set; never downloads.

    Raises:
        DatasetError: It is not on this computer, or the file is not as it should be.
    """
    known = DATASETS[chosen.name]
    return known.load(chosen.path) if known.load_as is None else known.load_as(chosen)


def data_set_of_file(path: str | Path) -> KnownDataset | None:
    """The data set whose images a file of that name holds."""
    suffix = Path(path).suffix.lower()
    return next((known for known in DATASETS.values() if suffix in known.endings), None)
