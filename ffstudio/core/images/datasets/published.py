"""Data sets published as MNIST was, as they lie on disk: in Keras' or the original layout."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

from ffstudio.core.errors import DatasetError, DatasetMissing
from ffstudio.core.image_shape import shape_text
from ffstudio.core.images.containers.idx_files import find_idx
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets import npz
from ffstudio.core.images.datasets.data_folders import search_folders
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

_TORCHVISION = {"mnist": "MNIST", "fashion_mnist": "FashionMNIST"}
IDX_FILES = {
    "x_train": "train-images-idx3-ubyte.gz",
    "y_train": "train-labels-idx1-ubyte.gz",
    "x_test": "t10k-images-idx3-ubyte.gz",
    "y_test": "t10k-labels-idx1-ubyte.gz",
}


def load(name: str, shape: DataShape) -> Dataset:
    """The first copy content in :func:`search_folders`.

    Args:
        name: Of the file or folder.
        shape: Its title and classes.

    Raises:
        DatasetError: There is none, or it is damaged.
    """
    for folder in search_folders():
        path = folder / f"{name}.npz"
        if _is_file(path):
            return _read_npz(path, name, shape.title, shape)
        for place in _places(folder, name):
            content = find_idx(place)
            if content is not None and set(IDX_FILES) <= set(content.arrays):
                return _read_idx(place, name, shape, content)
    for folder in search_folders():
        path = folder / f"{name}_900.npz"
        if _is_file(path):
            title = tr("{shape_title} (sample of 900 images)", shape_title=shape.title)
            return _read_npz(path, name, title, shape)
    raise DatasetMissing(
        tr("{shape_title} is not on this computer.", shape_title=shape.title),
        tr("Download it, use the bundled digits, or choose a file."),
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a folder that may not be entered, a name too long
        return False


def _read_npz(path: Path, name: str, title: str, shape: DataShape) -> Dataset:
    try:
        dataset = npz.read(path, name, title, shape.class_names)
    except DatasetError as error:
        raise DatasetError(
            tr(
                "{title} in {parent} cannot be used: {message}",
                title=title,
                parent=path.parent,
                message=error.message,
            ),
            tr("Remove that file and download it again, use the bundled digits, or choose a file."),
        ) from error
    return _name_truly(dataset, shape, path)


def _name_truly(dataset: Dataset, shape: DataShape, path: Path) -> Dataset:
    """Only what has the images and labels of a data set bears its name."""
    if dataset.image_shape == shape.image_shape and dataset.class_names == shape.class_names:
        return dataset
    warning = tr(
        "{path_name} is not {shape_title}: it holds {size} pixels and the classes {class_names}.",
        path_name=path.name,
        shape_title=shape.title,
        size=shape_text(dataset.image_shape),
        class_names=", ".join(dataset.class_names[:12]),
    )
    return dataclasses.replace(dataset, title=path.name, warnings=(*dataset.warnings, warning))


def _places(folder: Path, name: str) -> list[Path]:
    """Where IDX files of that name are put: torchvision has them in MNIST/raw."""
    spelled = {name, name.replace("_", "-"), _TORCHVISION.get(name, name)}
    below = [folder / one / raw for one in sorted(spelled) for raw in ("", "raw")]
    # A folder that was pointed at may hold the files themselves; their names tell no more.
    pointed_at = os.environ.get("FFSTUDIO_DATA")
    return [*below, folder] if pointed_at and folder == Path(pointed_at) else below


def _read_idx(place: Path, name: str, shape: DataShape, content: Found) -> Dataset:
    arrays = {key: content.arrays[key].read() for key in IDX_FILES}
    for which in ("train", "test"):
        x, y = arrays[f"x_{which}"], arrays[f"y_{which}"]
        fits = x.ndim == 3 and y.ndim == 1 and x.size > 0 and len(x) == len(y)
        fits = fits and x.shape[1:] == arrays["x_train"].shape[1:]
        if not fits or y.max() >= len(shape.class_names):
            raise DatasetError(
                tr(
                    "The {which} files in {place} do not belong together.", which=which, place=place
                ),
                tr("Get fresh copies."),
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
