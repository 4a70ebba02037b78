"""The net as a Keras model, for all formats that Keras writes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np

from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.words import say_all, tr
from ffstudio.engine.saving.formats.plain_words import without_own_activations
from ffstudio.engine.strangers.build import build
from ffstudio.engine.strangers.optimizers import revive_optimizer
from ffstudio.files.formats.model import Model

# Activations and layers that are saved under a name of ours.
_OURS_ALONE = say_all(
    {
        "LocallyConnected1D": "LocallyConnected1D",
        "LocallyConnected2D": "LocallyConnected2D",
        "gelu_tanh": "GELU by its tanh formula",
        "hard_sigmoid_2": "hard sigmoid of slope 0.2",
    }
)


def keras_model(model: Model, notes: list[str]) -> keras.Model:
    """Builds it, with its optimizer where that fits; notes say what plain Keras lacks."""
    network, weights = without_own_activations(model.network, model.weights)
    left = [name for name in _OURS_ALONE if f'"{name}"' in json.dumps(network.to_dict())]
    if left:
        notes.append(
            tr(
                "Plain Keras has no {kinds}: import ffstudio.engine before you load the file.",
                kinds=", ".join(_OURS_ALONE[name] for name in left),
            )
        )
    made = build(network, weights)
    if model.optimizer is not None:
        try:
            made.compile(optimizer=revive_optimizer(made, model.optimizer))
        except (FfstudioError, ValueError) as error:
            notes.append(tr("Its optimizer was left out: {error}", error=error))
    return made


def through_file(write: Callable[[str], object], name: str) -> bytes:
    """The content of what can be written to a path only."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(str(path))
        return path.read_bytes()


def export(model: Model, name: str, file: str) -> bytes:
    """What Keras exports of a net for other programs.

    Args:
        name: Of the format, as Keras has it.
        file: A name for a temporary file.

    Raises:
        ModelFileError: The exporter does not know a layer.
    """
    made = keras_model(replace(model, optimizer=None), [])  # no need of plain Keras later
    zeros = [np.zeros((1, *(n or 28 for n in x.shape[1:])), np.float32) for x in made.inputs]
    made(zeros[0] if len(zeros) == 1 else zeros)  # the exporter wants a model that was called
    return export_net(made, name, file)


def export_net(made: keras.Model, name: str, file: str) -> bytes:
    """As :func:`export`, of a Keras model that was called.

    Raises:
        ModelFileError: The exporter does not know something that it computes.
    """
    try:
        return through_file(lambda path: made.export(path, format=name, verbose=False), file)
    except Exception as error:  # the exporters raise all kinds
        words = " ".join(str(error).split())[:200]
        raise ModelFileError(
            tr("Keras cannot export this net to {name}: {words}", name=name, words=words),
            tr("Save it as .keras."),
        ) from error
