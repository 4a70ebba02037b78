"""A format of model files that is not ffstudio's own: JSON in a zip archive."""

from __future__ import annotations

import io
import json
import zipfile

import numpy as np

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.files.formats.model import Contents, Model

CONTAINER = "zip"
MEMBER = "net.json"


def recognises(archive):
    return MEMBER in archive.namelist()


def read(archive, budget):
    saved = json.loads(archive.read(MEMBER))
    weights = {
        path: tuple(np.array(a, np.float32) for a in arrays)
        for path, arrays in saved["weights"].items()
    }
    network = Architecture.from_dict(saved["network"])
    way = saved["preprocessing"]
    return Contents(Model(network, weights, way and Preprocessing.from_dict(way)))


def write(model, notes):
    way = model.preprocessing
    saved = {
        "network": model.network.to_dict(),
        "weights": {k: [np.asarray(a).tolist() for a in v] for k, v in model.weights.items()},
        "preprocessing": way and way.to_dict(),
    }
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as archive:
        archive.writestr(MEMBER, json.dumps(saved))
    notes.append("It was written as text.")
    return memory.getvalue()
