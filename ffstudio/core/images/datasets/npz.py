"""Data sets in a NumPy .npz file, as MNIST and its kin are handed round."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.understanding.understand import hold_out, understand

__all__ = ["Dataset", "hold_out", "read"]


def read(
    path: str | Path, name: str = "file", title: str = "", names: tuple[str, ...] | None = None
) -> Dataset:
    """Reads images and labels; nothing in the file is executed.

    Args:
        path: The file.
        name: The data set's name in an experiment.
        title: For a reader; the file's name by default.
        names: Class names in label order; those in the file or the label values by default.

    Raises:
        DatasetError: The file cannot be used; says why.
    """
    return understand(open_npz(Path(path)), name, title, names, find_faults_too=names is None)
