"""ONNX, for other programs: written with tf2onnx, compared with onnxruntime."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.engine.saving.formats.keras_model import export, export_net
from ffstudio.files.formats.model import Model


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content.

    Raises:
        ModelFileError: The exporter is not installed, or does not know a layer.
    """
    _check_installed()
    return export(model, "onnx", "net.onnx")


def write_scores(net: keras.Model, notes: list[str]) -> bytes:
    """The content of a Forward-Forward net's file; raises as :func:`write`."""
    _check_installed()
    return export_net(net, "onnx", "net.onnx")


def _check_installed() -> None:
    missing = [name for name in ("tf2onnx", "onnx") if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelFileError(
            tr(
                "ONNX files need {missing}, which {either} not installed.",
                missing=tr(" and ").join(missing),
                either="is" if len(missing) == 1 else "are",
            ),
            tr('Install the extra: pip install "ffstudio[onnx]".'),
        )


def output_of(
    path: Path, model: Any, given: Sequence[npt.NDArray[Any]], notes: list[str]
) -> npt.NDArray[Any] | None:
    """What onnxruntime says; None where it is not installed, with a note."""
    if importlib.util.find_spec("onnxruntime") is None:
        notes.append(tr("It was not run to compare: onnxruntime is not installed."))
        return None
    import onnxruntime

    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feeds = {i.name: x for i, x in zip(session.get_inputs(), given, strict=True)}
    return np.asarray(session.run(None, feeds)[0])
