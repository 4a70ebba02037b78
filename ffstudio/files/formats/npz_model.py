"""Weights and architecture as one NumPy ``.npz``: readable with NumPy alone.

Members are ``weights/PATH/NUMBER`` (arrays of a layer in Keras 3's order) and
``architecture``, ffstudio's own description as JSON bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.errors import ModelFileError
from ffstudio.files.container import read_member
from ffstudio.files.hdf5 import MOST_BYTES, MOST_JSON, as_weights, read_json

ARCHITECTURE = "architecture"
_PREFIX = "weights/"
_WRONG = ("The archive's arrays are damaged.", "Get a fresh copy.")


def is_model(names: Sequence[str]) -> bool:
    """True for the members of an archive of this kind."""
    return f"{ARCHITECTURE}.npy" in names


def written(
    network: Architecture, weights: Mapping[str, Sequence[npt.NDArray[Any]]], about: Any
) -> bytes:
    """The file's content.

    Args:
        about: Goes with the architecture, as JSON.
    """
    text = json.dumps({"network": network.to_dict(), **about}).encode()
    arrays: dict[str, npt.NDArray[Any]] = {ARCHITECTURE: np.frombuffer(text, np.uint8)}
    for path, parts in weights.items():
        for number, part in enumerate(parts):
            arrays[f"{_PREFIX}{path}/{number}"] = np.asarray(part, np.float32)
    memory = io.BytesIO()
    np.savez(memory, **arrays)  # type: ignore[arg-type]
    return memory.getvalue()


def read(
    archive: zipfile.ZipFile,
) -> tuple[Architecture, dict[str, tuple[npt.NDArray[np.float32], ...]], dict[str, Any]]:
    """Architecture, weights per path of a layer, and what was kept with them.

    Raises:
        ModelFileError: A member is missing, too large, or no array.
    """
    members = {info.filename: info for info in archive.infolist()}
    content = _array(archive, members, f"{ARCHITECTURE}.npy", MOST_JSON)
    if content.dtype != np.uint8 or content.ndim != 1:
        raise ModelFileError(*_WRONG)
    about = read_json(content.tobytes(), "architecture")
    if not isinstance(about, dict):
        raise ModelFileError(*_WRONG)
    network = Architecture.from_dict(about.pop("network", None))
    sizes = flow(network)
    weights: dict[str, list[npt.NDArray[np.float32]]] = {}
    left = MOST_BYTES
    for found in sizes.weights.values():
        for weight in found:
            parts = weights.setdefault(weight.layer, [])
            name = f"{_PREFIX}{weight.layer}/{len(parts)}.npy"
            # What the network says is the limit of what is read.
            array = _array(archive, members, name, min(left, 8 * weight.size + 4096))
            if array.shape != weight.shape:
                raise ModelFileError(
                    f"The weights {name} have the shape {array.shape}, the network needs "
                    f"{weight.shape}.",
                    "Get a fresh copy.",
                )
            left -= array.nbytes
            parts.append(as_weights(array, name))
    return network, {path: tuple(parts) for path, parts in weights.items()}, about


def _array(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str, most: int
) -> npt.NDArray[Any]:
    if name not in members:
        raise ModelFileError(f"The archive lacks {name}.", "Get a fresh copy.")
    content = read_member(archive, members[name], most)
    try:
        found = np.lib.format.read_array(io.BytesIO(content), allow_pickle=False)
    except (ValueError, EOFError, OSError) as error:
        raise ModelFileError(*_WRONG) from error
    return np.asarray(found)
