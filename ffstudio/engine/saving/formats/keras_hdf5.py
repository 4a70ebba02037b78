"""Keras' older ``.h5`` files."""

from __future__ import annotations

import io

import h5py

# keras.Model.save writes to a path only; this is what it calls.
from keras.src.legacy.saving.legacy_h5_format import save_model_to_hdf5

from ffstudio.engine.saving.formats.keras_model import keras_model
from ffstudio.files.formats.model import Model
from ffstudio.files.formats.preprocessing_member import write_preprocessing


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content."""
    memory = io.BytesIO()
    made = keras_model(model, notes)
    with h5py.File(memory, "w") as file:
        save_model_to_hdf5(
            made, file, include_optimizer=getattr(made, "optimizer", None) is not None
        )
        write_preprocessing(file, model.preprocessing)
    return memory.getvalue()
