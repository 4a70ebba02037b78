"""Weights and architecture as one NumPy ``.npz``: readable with NumPy alone.

Members are ``weights/PATH/NUMBER`` (arrays of a layer in Keras 3's order) and
``architecture``, ffstudio's own description as JSON bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.container import read_member
from ffstudio.files.formats.model import Contents, Model
from ffstudio.files.hdf5 import MOST_BYTES, MOST_JSON, Budget, as_weights, read_json
from ffstudio.files.migration.eras import Era

CONTAINER = "zip"
ARCHITECTURE = "architecture"
_PREFIX = "weights/"
_WRONG = ("The archive's arrays are damaged.", "Get a fresh copy.")


def recognises(archive: zipfile.ZipFile) -> bool:
    """True for an archive of this kind."""
    return f"{ARCHITECTURE}.npy" in archive.namelist()


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content."""
    way = model.preprocessing
    about = {
        "network": model.network.to_dict(),
        "preprocessing": None if way is None else way.to_dict(),
    }
    text = json.dumps(about).encode()
    arrays: dict[str, npt.NDArray[Any]] = {ARCHITECTURE: np.frombuffer(text, np.uint8)}
    for path, parts in model.weights.items():
        for number, part in enumerate(parts):
            arrays[f"{_PREFIX}{path}/{number}"] = np.asarray(part, np.float32)
    memory = io.BytesIO()
    np.savez(memory, **arrays)  # type: ignore[arg-type]
    return memory.getvalue()


def read(archive: zipfile.ZipFile, budget: Budget | None = None) -> Contents:
    """The net, with how it wants its images.

    Args:
        budget: Of no use here: each member has a limit of its own.

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
    for layer in sizes.weights.values():
        for weight in layer:
            parts = weights.setdefault(weight.layer, [])
            name = f"{_PREFIX}{weight.layer}/{len(parts)}.npy"
            # What the network says is the limit of what is read.
            array = _array(archive, members, name, min(left, 8 * weight.size + 4096))
            if array.shape != weight.shape:
                raise ModelFileError(
                    tr(
                        "The weights {name} have the shape {shape}, the network needs {shape_2}.",
                        name=name,
                        shape=array.shape,
                        shape_2=weight.shape,
                    ),
                    tr("Get a fresh copy."),
                )
            left -= array.nbytes
            parts.append(as_weights(array, name))
    way = about.get("preprocessing")
    kept = None if way is None else Preprocessing.from_dict(way)
    return Contents(
        Model(network, {path: tuple(parts) for path, parts in weights.items()}, kept),
        era=Era("ffstudio", "", 3),
    )


def _array(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], name: str, most: int
) -> npt.NDArray[Any]:
    if name not in members:
        raise ModelFileError(tr("The archive lacks {name}.", name=name), tr("Get a fresh copy."))
    content = read_member(archive, members[name], most)
    try:
        return np.asarray(np.lib.format.read_array(io.BytesIO(content), allow_pickle=False))
    except (ValueError, EOFError, OSError) as error:
        raise ModelFileError(*_WRONG) from error
