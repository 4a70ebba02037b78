"""Where a converted model says how it wants its images."""

from __future__ import annotations

import json

import h5py

from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.files.hdf5 import read_attribute, read_json

ATTRIBUTE = "ffstudio_preprocessing"
PREPROCESSING_MEMBER = "ffstudio_preprocessing.json"


def write_preprocessing(file: h5py.File, way: Preprocessing | None) -> None:
    """Writes it into an HDF5 file."""
    if way is not None:
        file.attrs[ATTRIBUTE] = json.dumps(way.to_dict())


def read_preprocessing(file: h5py.File) -> Preprocessing | None:
    """Reads it from an HDF5 file.

    Raises:
        ModelFileError: It is damaged.
    """
    if ATTRIBUTE not in file.attrs:
        return None
    return Preprocessing.from_dict(read_json(read_attribute(file, ATTRIBUTE), "preprocessing"))
