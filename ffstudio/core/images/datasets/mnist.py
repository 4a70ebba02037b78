"""MNIST and Fashion-MNIST as they lie on disk, in Keras' or the original layout."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.data import Dataset
from ffstudio.core.images.datasets import idx, npz
from ffstudio.core.images.datasets.folders import search_folders

TITLES = {"mnist": "MNIST", "fashion_mnist": "Fashion-MNIST"}

CLASS_NAMES = {
    "mnist": tuple("0123456789"),
    "fashion_mnist": (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
}

IDX_FILES = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}


def load(name: str) -> Dataset:
    """The first copy found in :func:`search_folders`.

    Raises:
        DatasetError: There is none, or it is damaged.
    """
    title = TITLES[name]
    for folder in search_folders():
        path = folder / f"{name}.npz"
        if _is_file(path):
            return _read_npz(path, name, title)
        for place in (folder / name, folder / name.replace("_", "-")):
            if all(_is_file(place / file) for file in IDX_FILES.values()):
                return _read_idx(place, name)
    for folder in search_folders():
        path = folder / f"{name}_900.npz"
        if _is_file(path):
            return _read_npz(path, name, f"{title} (sample of 900 images)")
    raise DatasetError(
        f"{title} is not on this computer.",
        "Download it, use the bundled digits, or choose a file.",
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be entered, a name too long
        return False


def _read_npz(path: Path, name: str, title: str) -> Dataset:
    try:
        return npz.read(path, name, title, CLASS_NAMES[name])
    except DatasetError as error:
        raise DatasetError(
            f"{title} in {path.parent} cannot be used: {error.message}",
            "Remove that file and download it again, use the bundled digits, or choose a file.",
        ) from error


def _read_idx(place: Path, name: str) -> Dataset:
    arrays = {key: idx.read(place / file) for key, file in IDX_FILES.items()}
    for which in ("train", "test"):
        x, y = arrays[f"x_{which}"], arrays[f"y_{which}"]
        fits = x.ndim == 3 and y.ndim == 1 and x.size > 0 and len(x) == len(y)
        fits = fits and x.shape[1:] == arrays["x_train"].shape[1:]
        if not fits or y.max() >= len(CLASS_NAMES[name]):
            raise DatasetError(
                f"The {which} files in {place} do not belong together.", "Get fresh copies."
            )
    return Dataset(
        name,
        TITLES[name],
        arrays["x_train"],
        arrays["y_train"],
        arrays["x_test"],
        arrays["y_test"],
        CLASS_NAMES[name],
        str(place),
    )
