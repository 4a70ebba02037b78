"""Forward-Forward nets in other programs' formats: images in, a score of every label out."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import ModelFileError, error_words
from ffstudio.core.image_shape import shape_text
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.weights import ConvWeights, FieldWeights
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.model_formats import MODEL_FORMATS, format_of
from ffstudio.core.words import tr
from ffstudio.engine.forward_forward.keras_arguments import as_it_is
from ffstudio.engine.forward_forward.nets import ForwardForwardNet
from ffstudio.engine.saving.converted import Converted

# By how much another program's scores may differ from ours, as a share of the largest.
_CLOSE = 1e-4


def model_of(net: FFSnapshot) -> ForwardForwardNet:
    """The net as a Keras model, with its weights."""
    layers: list[dict[str, Any]] = []
    for layer in net.layers:
        config: dict[str, Any] = {
            "kind": "dense",
            "units": layer.units,
            "activation": layer.activation,
            "normalisation": net.normalisation,
            "goodness": net.goodness,
            "threshold": float(layer.threshold),
        }
        if isinstance(layer, FieldWeights):
            config |= {"kind": "local", "kernel_size": layer.side, "stride": layer.stride}
        elif isinstance(layer, ConvWeights):
            config |= {"kind": "conv", "kernel_size": layer.side, "pooling": layer.pooling}
            config |= {"stride": layer.stride, "padding": layer.padding, "groups": layer.groups}
        if layer.skip:
            config["skip"] = layer.skip
        layers.append(config)
    settings = net.settings
    with as_it_is():
        model = ForwardForwardNet(
            settings.num_inputs,
            net.num_classes,
            layers,
            image_shape=settings.image_shape,
            label_embedding=net.label_embedding,
            label_amplitude=net.label_amplitude,
            label_scale=net.label_scale,
            label_repeats=net.label_repeats,
            votes=net.votes,
            read_out=net.read_out is not None,
            frames=net.frames,
            read_layers=net.read_layers,
            supervision=net.supervision,
        )
    for made, layer in zip(model.ff_layers, net.layers, strict=True):
        made.kernel.assign(layer.kernel)
        made.bias.assign(layer.bias)
        if layer.shortcut is not None:
            made.shortcut.assign(layer.shortcut)
        if layer.projection is not None:
            made.projection.assign(layer.projection)
    if net.read_out is not None:
        model.read_out.kernel.assign(net.read_out.kernel)
        model.read_out.bias.assign(net.read_out.bias)
    return model


def write_scores(net: FFSnapshot, target: str | Path, asked: str | None = None) -> Converted:
    """Writes a Forward-Forward net, reads it back, compares its scores, and puts it in its place.

    Args:
        asked: Name of a format, where the ending does not say it.

    Raises:
        ModelFileError: The format cannot hold the net, something that the format needs is not
            installed, or the file cannot be written.
    """
    target = Path(target)
    known = format_of(target, asked)
    if not known.holds_scores:
        fitting = [f for f in MODEL_FORMATS.values() if f.holds_scores or f.session_label]
        raise ModelFileError(
            tr(
                "{label}: there is no place for a Forward-Forward net, which scores each label.",
                label=known.label,
            ),
            tr(
                "Let the name end in one of {endings}.",
                endings=", ".join(f.endings[0] for f in fitting),
            ),
        )
    if not target.parent.is_dir():
        raise ModelFileError(
            tr("There is no folder {parent}.", parent=target.parent), tr("Choose another place.")
        )
    notes = [tr("Its output is a score of every label: the largest is the net's answer.")]
    model = model_of(net)
    images = np.random.default_rng(0).random((4, model.num_inputs), np.float32)
    expected = count_votes(net.label_goodness(images), net.vote_weights)
    model(images)  # the exporters want a model that was called
    writer = importlib.import_module(known.writer)
    content: bytes = writer.write_scores(model, notes)

    def check(temporary: Path) -> None:
        if not _scores_alike(temporary, model, writer, images, expected, notes):
            raise ModelFileError(
                tr("The file does not read back as it was written."), tr("Try again.")
            )

    try:
        write_atomically(target, lambda path: path.write_bytes(content), check)
    except OSError as error:
        raise ModelFileError(
            tr(
                "{target} cannot be written ({error_words}).",
                target=target,
                error_words=error_words(error),
            ),
            tr("Choose another place or make room."),
        ) from error
    notes.append(tr("It wants rows of {size} numbers as 0–1.", size=shape_text(model.image_shape)))
    return Converted(target, known.name, target.stat().st_size, tuple(notes))


def _scores_alike(
    path: Path,
    net: ForwardForwardNet,
    writer: ModuleType,
    images: npt.NDArray[np.float32],
    expected: npt.NDArray[Any],
    notes: list[str],
) -> bool:
    output = writer.output_of(path, net, [images], notes)
    if output is None:
        return True
    scale = max(float(np.abs(expected).max()), 1e-6)
    return output.shape == expected.shape and bool(
        np.allclose(output, expected, rtol=0, atol=_CLOSE * scale)
    )
