"""Which steps of a sequence count, passed on from layer to layer as Keras passes it.

Masking and Embedding say so; recurrent layers and the mean over time listen. Layers of
which Keras says ``supports_masking`` pass the mask on, others drop it
(https://keras.io/guides/understanding_masking_and_padding).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward.rule import Use
from ffstudio.core.words import tr

Mask = npt.NDArray[Any] | None

_PASSING = {
    "InputLayer", "Dense", "Identity", "Dropout", "AlphaDropout", "GaussianDropout",
    "GaussianNoise", "ActivityRegularization", "SpatialDropout1D", "SpatialDropout2D",
    "SpatialDropout3D", "BatchNormalization", "LayerNormalization", "GroupNormalization", "UnitNormalization",
    "Normalization", "Activation", "ReLU", "LeakyReLU", "ELU", "Softmax", "PReLU", "Rescaling",
    "TimeDistributed",
}  # fmt: skip
_MERGES = {"Add", "Subtract", "Multiply", "Average", "Maximum", "Minimum"}
_RECURRENT = {"SimpleRNN", "LSTM", "GRU", "ConvLSTM2D"}


def pass_on(use: Use) -> Mask:
    """The mask of a layer's output.

    Raises:
        ModelFileError: ffstudio does not know what the mask means to the layer.
    """
    kind, settings = use.layer.kind, use.settings
    if kind == "Masking":
        return (use.x != settings["mask_value"]).any(axis=-1)
    if kind == "Embedding":
        return use.x != 0 if settings["mask_zero"] else None
    if all(m is None for m in use.masks):
        return None
    if kind in _MERGES:
        return _any_of(use.masks)
    if kind == "Concatenate":
        return _concatenate(use)
    if kind == "Bidirectional":
        inner = use.layer.inner
        return use.mask if getattr(inner, "settings", {}).get("return_sequences") else None
    if kind in _RECURRENT:
        return use.mask if settings["return_sequences"] else None
    return use.mask if kind in _PASSING else None


def _any_of(masks: Sequence[Mask]) -> Mask:
    known = [m for m in masks if m is not None]
    return np.logical_or.reduce(known) if len(known) == len(masks) else None


def _concatenate(use: Use) -> Mask:
    """Concatenate's own: a step counts when any of its values does."""
    parts = []
    for x, mask in zip(use.fed, use.masks, strict=True):
        if mask is None:
            parts.append(np.ones(x.shape, bool))
        else:
            parts.append(np.broadcast_to(mask[..., None], x.shape) if mask.ndim < x.ndim else mask)
    return np.asarray(np.concatenate(parts, axis=use.settings["axis"]).any(axis=-1))


def not_inside(use: Use) -> None:
    """Refuses a mask over a layer repeated in time that would listen to it.

    Raises:
        ModelFileError: It would.
    """
    kind = getattr(use.layer.inner, "kind", "")
    if use.mask is not None and kind in {*_RECURRENT, "Softmax", "GlobalAveragePooling1D"}:
        raise ModelFileError(
            tr(
                "The layer {layer} repeats a {kind} over masked steps.",
                layer=use.layer.name,
                kind=kind,
            ),
            tr("ffstudio computes it with Keras only."),
        )
