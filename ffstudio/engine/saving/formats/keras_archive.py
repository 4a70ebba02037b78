"""Keras 3's own ``.keras`` archives."""

from __future__ import annotations

import io
import json
import zipfile

# keras.Model.save writes to a path only; this is what it calls.
from keras.src.saving.saving_lib import save_model as save_model_to_zip

from ffstudio.engine.saving.formats.keras_model import keras_model
from ffstudio.files.formats.model import Model
from ffstudio.files.formats.preprocessing_member import PREPROCESSING_MEMBER


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content."""
    memory = io.BytesIO()
    save_model_to_zip(keras_model(model, notes), memory)
    if model.preprocessing is not None:
        with zipfile.ZipFile(memory, "a") as archive:
            archive.writestr(PREPROCESSING_MEMBER, json.dumps(model.preprocessing.to_dict()))
    return memory.getvalue()
