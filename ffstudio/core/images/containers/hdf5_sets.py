"""Which HDF5 files are data, and which of them belong together."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.beside import has_partner, join_beside
from ffstudio.core.images.containers.hdf5_file import (
    holds_images,
    is_hdf5,
    is_model,
    names_half,
    open_hdf5,
)
from ffstudio.core.images.understanding.by_class import classes_of
from ffstudio.core.images.understanding.role_finding import find_roles, is_picture
from ffstudio.core.images.understanding.stored import Found

# Models end alike.
ENDINGS = (".h5", ".hdf5", ".he5")


def open_hdf5_sets(path: Path) -> Found:
    """The arrays of a file, and of the file beside it that holds its labels or its other set.

    Raises:
        DatasetError: It cannot be read; says why.
    """
    return join_beside(path, open_hdf5(path), ENDINGS, open_hdf5)


def holds_sets(path: Path) -> bool:
    """True for an HDF5 file of images and labels, or of one of the two with the other beside it.

    Told without parsing it, see :func:`holds_images`.
    """
    if holds_images(path):
        return True
    try:
        return is_hdf5(path) and has_partner(path, ENDINGS) and names_half(path)
    except OSError:
        return False


def open_unnamed(path: Path) -> Found | None:
    """The arrays of a file whose names say nothing, where their shapes do, or each is a class.

    For one that is said to be data; None where it may as well be a model.

    Raises:
        DatasetError: It cannot be read.
    """
    if not is_hdf5(path) or is_model(path):
        return None
    content = open_hdf5(path)
    by_class = classes_of(content)
    if by_class is not content:
        # Weights are floats, and several layers may be of one shape.
        whole = all(s.dtype.kind in "uibUS" for s in content.arrays.values())
        return content if whole else None
    try:
        roles, _ = find_roles(content)
    except DatasetError:
        return None
    pairs = [
        (content.arrays[roles[f"x_{which}"]], content.arrays[roles[f"y_{which}"]])
        for which in ("train", "test")
        if f"x_{which}" in roles and f"y_{which}" in roles
    ]
    # A kernel with its biases is no table of images: these are floats.
    are_data = bool(pairs) and all(
        y.dtype.kind in "uibUS" and x.shape[0] == y.shape[0] and is_picture(x.shape[1:])
        for x, y in pairs
        if x.shape and y.shape
    )
    return content if are_data else None
