"""Keras 3's ``.weights.h5``: weights without the net."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.stack import initial_weights
from ffstudio.engine.saving.formats.keras_model import keras_model, through_file
from ffstudio.engine.saving.formats.plain_words import without_own_activations
from ffstudio.engine.strangers.build import build
from ffstudio.files.formats.model import Model


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content."""
    made = keras_model(replace(model, optimizer=None), notes)
    return through_file(lambda path: made.save_weights(path), "net.weights.h5")


def output_of(
    path: Path, model: Model, given: Sequence[npt.NDArray[Any]], notes: list[str]
) -> npt.NDArray[Any] | None:
    """What a net with these weights makes of some images."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "net.weights.h5"  # Keras insists on the ending
        copy.write_bytes(path.read_bytes())
        drawn = initial_weights(model.network, 0)
        made = build(*without_own_activations(model.network, {**model.weights, **drawn}))
        made.load_weights(copy)
    x: Any = given[0] if len(given) == 1 else list(given)
    return np.asarray(made(x, training=False))
