"""TensorFlow Lite, for telephones and small computers."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from ffstudio.core.words import tr
from ffstudio.engine.saving.formats.keras_model import export, export_net
from ffstudio.files.formats.model import Model


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content.

    Raises:
        ModelFileError: The exporter does not know a layer.
    """
    return export(model, "litert", "net.tflite")


def write_scores(net: keras.Model, notes: list[str]) -> bytes:
    """The content of a Forward-Forward net's file; raises as :func:`write`."""
    return export_net(net, "litert", "net.tflite")


def output_of(
    path: Path, model: Any, given: Sequence[npt.NDArray[Any]], notes: list[str]
) -> npt.NDArray[Any] | None:
    """What its interpreter says; None for nets that it cannot run, with a note."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        runtime = tf.lite.Interpreter(str(path))
        entries = runtime.get_input_details()
        try:
            for entry, x in zip(entries, given, strict=True):
                runtime.resize_tensor_input(entry["index"], x.shape)
            runtime.allocate_tensors()
        except (RuntimeError, ValueError):
            notes.append(
                tr(
                    "Some of its layers need TensorFlow's own operations (the Flex delegate), so "
                    "it was not run to compare."
                )
            )
            return None
        for entry, x in zip(entries, given, strict=True):
            runtime.set_tensor(entry["index"], x)
        runtime.invoke()
        return np.asarray(runtime.get_tensor(runtime.get_output_details()[0]["index"]))
