"""Reading strangers' HDF5 without trusting it: no links outward, no declared giants."""

from __future__ import annotations

import json
import math
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError

MOST_BYTES = 2 * 2**30
MOST_JSON = 64 * 2**20


def check_links(group: h5py.Group, depth: int = 0) -> None:
    """Walks the whole file once.

    Raises:
        ModelFileError: It has soft or external links, external or virtual data sets, or
            groups nested endlessly.
    """
    if depth > 40:
        raise ModelFileError("The file's groups are nested too deeply.", "It is not a model.")
    for name in group:
        link = group.get(name, getlink=True)
        if not isinstance(link, h5py.HardLink):
            raise ModelFileError(
                f"The file refers to another place ({name} is a {type(link).__name__}).",
                "Such files are refused because they can read other files of yours.",
            )
        item = group.get(name)
        if isinstance(item, h5py.Group):
            if item == group.file["/"]:
                raise ModelFileError("The file's groups run in a circle.", "It is not a model.")
            check_links(item, depth + 1)
        elif isinstance(item, h5py.Dataset) and (item.external or item.is_virtual):
            raise ModelFileError(
                f"The file's data set {name} lies in another file.",
                "Such files are refused because they can read other files of yours.",
            )


def read_array(item: Any, budget: Budget) -> npt.NDArray[Any]:
    """A data set of numbers, its declared size checked first.

    Raises:
        ModelFileError: It is no such data set or larger than the file can hold.
    """
    if not isinstance(item, h5py.Dataset):
        raise ModelFileError("The file lacks weights it says it has.", "It may be damaged.")
    if item.dtype.kind not in "fiub" or item.shape is None:
        raise ModelFileError(f"The weights {item.name} are not numbers.", "It is not a model.")
    budget.take(math.prod(item.shape) * item.dtype.itemsize, str(item.name))
    return np.asarray(item[()])


class Budget:
    """How many bytes may still be read from one file."""

    def __init__(self, file_size: int) -> None:
        # Compression shrinks real weights little; a thousandfold is a bomb.
        self._left = min(MOST_BYTES, 1000 * max(file_size, 1))

    def take(self, num_bytes: int, name: str) -> None:
        self._left -= num_bytes
        if self._left < 0:
            raise ModelFileError(
                f"{name} declares more data than the file can hold.",
                "The file is damaged or made to fill your memory.",
            )


def read_json(value: Any, what: str) -> Any:
    """JSON text in an attribute or data set.

    Raises:
        ModelFileError: It is not JSON or too large.
    """
    if isinstance(value, np.ndarray):
        value = value.tobytes() if value.dtype == np.uint8 else value.item()
    if isinstance(value, np.bytes_):
        value = bytes(value)
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str) or len(value) > MOST_JSON:
        raise ModelFileError(f"The file's {what} cannot be read.", "It may be damaged.")
    try:
        return json.loads(value)
    except (ValueError, RecursionError) as error:
        raise ModelFileError(
            f"The file's {what} is damaged ({error}).", "Get a fresh copy."
        ) from None


def names(group: h5py.Group, attribute: str) -> list[str]:
    """Keras' lists of names, which it splits over several attributes when they are long."""
    found: list[Any] = []
    if attribute in group.attrs:
        found = list(np.atleast_1d(group.attrs[attribute]))
    else:
        part = 0
        while f"{attribute}{part}" in group.attrs:
            found.extend(np.atleast_1d(group.attrs[f"{attribute}{part}"]))
            part += 1
    return [n.decode("utf-8", "replace") if isinstance(n, bytes) else str(n) for n in found]
