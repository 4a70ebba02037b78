"""Data sets published as MNIST was, as they lie on disk: in Keras' or the original layout."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import DatasetError, DatasetMissing
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets import idx, npz
from ffstudio.core.images.datasets.data_folders import search_folders

IDX_FILES = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}


def load(name: str, shape: DataShape) -> Dataset:
    """The first copy found in :func:`search_folders`.

    Args:
        name: Of the file or folder.
        shape: Its title and classes.

    Raises:
        DatasetError: There is none, or it is damaged.
    """
    for folder in search_folders():
        path = folder / f"{name}.npz"
        if _is_file(path):
            return _read_npz(path, name, shape.title, shape.class_names)
        for place in (folder / name, folder / name.replace("_", "-")):
            if all(_is_file(place / file) for file in IDX_FILES.values()):
                return _read_idx(place, name, shape)
    for folder in search_folders():
        path = folder / f"{name}_900.npz"
        if _is_file(path):
            title = f"{shape.title} (sample of 900 images)"
            return _read_npz(path, name, title, shape.class_names)
    raise DatasetMissing(
        f"{shape.title} is not on this computer.",
        "Download it, use the bundled digits, or choose a file.",
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be entered, a name too long
        return False


def _read_npz(path: Path, name: str, title: str, class_names: tuple[str, ...]) -> Dataset:
    try:
        return npz.read(path, name, title, class_names)
    except DatasetError as error:
        raise DatasetError(
            f"{title} in {path.parent} cannot be used: {error.message}",
            "Remove that file and download it again, use the bundled digits, or choose a file.",
        ) from error


def _read_idx(place: Path, name: str, shape: DataShape) -> Dataset:
    arrays = {key: idx.read(place / file) for key, file in IDX_FILES.items()}
    for which in ("train", "test"):
        x, y = arrays[f"x_{which}"], arrays[f"y_{which}"]
        fits = x.ndim == 3 and y.ndim == 1 and x.size > 0 and len(x) == len(y)
        fits = fits and x.shape[1:] == arrays["x_train"].shape[1:]
        if not fits or y.max() >= len(shape.class_names):
            raise DatasetError(
                f"The {which} files in {place} do not belong together.", "Get fresh copies."
            )
    return Dataset(
        name,
        shape.title,
        arrays["x_train"],
        arrays["y_train"],
        arrays["x_test"],
        arrays["y_test"],
        shape.class_names,
        str(place),
    )
