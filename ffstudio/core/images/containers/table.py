"""The readers, one entry a kind of file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.npy_files import open_npy
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.understanding.stored import Found


@dataclass(frozen=True)
class Container:
    """One kind of file or folder.

    Attributes:
        label: For a reader.
        endings: Of the names of such files.
        open: Finds its arrays; raises :class:`DatasetError`.
        holds: Whether a file is one, whatever its name.
    """

    label: str
    endings: tuple[str, ...]
    open: Callable[[Path], Found]
    holds: Callable[[Path], bool] | None = None


CONTAINERS = (
    Container("NumPy arrays", (".npz",), open_npz),
    Container("NumPy array", (".npy",), open_npy),
)


def container_of(path: Path) -> Container | None:
    """The entry for a file or folder: what it holds counts for more than its name."""
    for one in CONTAINERS:
        if one.holds is not None and one.holds(path):
            return one
    name = path.name.lower()
    return next((one for one in CONTAINERS if name.endswith(one.endings)), None)


def open_any(path: Path) -> Found:
    """The arrays of a file or folder.

    Raises:
        DatasetError: It is of no known kind, or cannot be read.
    """
    container = container_of(path)
    if container is not None:
        return container.open(path)
    if not path.exists():
        raise DatasetError(f"There is no file {path}.", "Choose another file.")
    kinds = ", ".join(one.label for one in CONTAINERS)
    raise DatasetError(
        f"{path.name} is no kind of data that can be read here.", f"Known are: {kinds}."
    )
