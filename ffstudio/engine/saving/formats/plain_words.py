"""Nets in plain Keras' words: without activations that only ffstudio knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Layer
from ffstudio.files.formats.model import Weights

# Keras 1's and 2's hard sigmoid is Keras 3's of 1.2 times the sum: 0.2·x = 1.2·x / 6.
_STEEPER = np.float32(1.2)
_GATES = {"LSTM": (0, 1, 3), "GRU": (0, 1)}


def without_own_activations(
    network: Architecture, weights: Weights, path: str = ""
) -> tuple[Architecture, dict[str, Sequence[npt.NDArray[Any]]]]:
    """The same net without activations that only ffstudio knows, as far as that is possible.

    Weights in front of an old hard sigmoid are scaled, so that today's gives the same.
    """
    scaled = dict(weights)
    layers = []
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        if isinstance(layer.inner, Architecture):
            inner, scaled = without_own_activations(layer.inner, scaled, here)
            layers.append(replace(layer, inner=inner))
            continue
        if isinstance(layer.inner, Layer):
            ends = ("forward", "backward") if layer.kind == "Bidirectional" else ("layer",)
            inside = layer.inner
            for end in ends:
                inside, arrays = _plain_layer(layer.inner, scaled.get(f"{here}/{end}", ()))
                if arrays:
                    scaled[f"{here}/{end}"] = arrays
            layers.append(replace(layer, inner=inside))
            continue
        made, arrays = _plain_layer(layer, scaled.get(here, ()))
        if arrays:
            scaled[here] = arrays
        layers.append(made)
    return replace(network, layers=tuple(layers)), scaled


def _plain_layer(
    layer: Layer, arrays: Sequence[npt.NDArray[Any]]
) -> tuple[Layer, Sequence[npt.NDArray[Any]]]:
    settings = dict(layer.settings)
    gates = _GATES.get(layer.kind)
    if gates is not None and settings.get("recurrent_activation") == "hard_sigmoid_2":
        settings["recurrent_activation"] = "hard_sigmoid"
        arrays = [_scale_gates(a, settings["units"], gates) for a in arrays]
    linear = layer.kind == "Dense" or (layer.kind.startswith("Conv") and layer.kind[-1] == "D")
    if linear and settings.get("activation") == "hard_sigmoid_2":
        settings["activation"] = "hard_sigmoid"
        arrays = [np.asarray(a) * _STEEPER for a in arrays]
    return replace(layer, settings=settings), arrays


def _scale_gates(array: npt.NDArray[Any], units: int, gates: Sequence[int]) -> npt.NDArray[Any]:
    made = np.array(array, copy=True)
    for gate in gates:
        made[..., gate * units : (gate + 1) * units] *= _STEEPER
    return made
