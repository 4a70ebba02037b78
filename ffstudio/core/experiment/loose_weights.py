"""Weights of which no network is known: what they tell of the layers, and whether they fit one.

A file of bare weights may leave more than one network open, or none that can be searched
for. The builder is then filled with what is certain, and the user completes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.mathematics import ACTIVATION_LABELS
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]

# The builder's kinds by the names of Keras' layers.
_BY_KERAS_NAME = {keras: kind for kind in LAYER_KINDS.values() for keras in kind.keras}


@dataclass(frozen=True, eq=False)
class LooseWeights:
    """One layer of a file of bare weights.

    Attributes:
        kind: As in :data:`ffstudio.core.describe.kinds.KNOWN_LAYERS`, or ``?``.
        arrays: In Keras 3's order and layout; empty for a layer without weights.
        layer: What the builder has for it, where more is known than the arrays tell.
    """

    name: str
    kind: str
    arrays: tuple[Floats, ...] = ()
    layer: LayerSpec | None = None


def layers_of(weights: Sequence[LooseWeights]) -> tuple[tuple[LayerSpec, ...], int | None]:
    """The builder's layers as far as the weights tell, and the number of classes.

    The last dense layer is taken for the output.
    """
    layers = [layer for layer in map(_layer, weights) if layer is not None]
    classes = None
    if layers and layers[-1].kind == "dense":
        classes = layers.pop().units
    # A dense layer after a convolution needs no Flatten: the net puts one in.
    return tuple(layers), classes


def _layer(one: LooseWeights) -> LayerSpec | None:
    if one.layer is not None:
        return one.layer
    kind = _BY_KERAS_NAME.get(one.kind)
    if kind is None:
        return None
    settings = kind.settings_of_weights(one.arrays)
    return None if settings is None else LayerSpec(kind=kind.name, **settings)


def take_apart(
    network: Architecture, weights: Mapping[str, Sequence[Floats]]
) -> tuple[LooseWeights, ...]:
    """A chain of layers one by one, each with what the builder has for it.

    Layers that the builder does not have are left out; their weights, if any, wait.
    """
    parts: list[LooseWeights] = []
    for layer in network.layers:
        if layer.kind == "InputLayer":
            continue
        arrays = tuple(np.asarray(a, np.float32) for a in weights.get(layer.name, ()))
        s = layer.settings
        before = parts[-1].layer if parts else None
        if layer.kind == "Activation" and before is not None and before.activation == "linear":
            if s["activation"] in ACTIVATION_LABELS:
                parts[-1] = replace(
                    parts[-1], layer=replace(before, activation=str(s["activation"]))
                )
            continue
        parts.append(LooseWeights(layer.name, layer.kind, arrays, _spec(layer.kind, s)))
    return tuple(parts)


def _spec(keras: str, settings: Mapping[str, Any]) -> LayerSpec | None:
    """The builder's layer of those settings, as near as it has one."""
    kind = _BY_KERAS_NAME.get(keras)
    return None if kind is None else LayerSpec(kind=kind.name, **kind.settings_of(settings))


@dataclass(frozen=True, eq=False)
class Fit:
    """Whether weights fit a network.

    Attributes:
        arrays: Per path of a layer, when they do.
        why: Else the first thing that does not fit, for a reader.
    """

    arrays: dict[str, tuple[Floats, ...]]
    why: str = ""


def fit_weights(weights: Sequence[LooseWeights], network: Architecture) -> Fit:
    """Puts the arrays of a file into the layers of a network, in their order."""
    waiting = [one for one in weights if one.arrays]
    placed: dict[str, tuple[Floats, ...]] = {}
    slots: dict[str, list[tuple[int, ...]]] = {}
    sizes = flow(network)
    for layer in network.layers:
        for weight in sizes.weights.get(layer.name, ()):
            slots.setdefault(weight.layer, []).append(weight.shape)
    for path, shapes in slots.items():
        if not waiting:
            return Fit(
                {}, tr("{path} has no weights in the file: there is a layer too many", path=path)
            )
        one = waiting.pop(0)
        given = [a.shape for a in one.arrays]
        if given != shapes:
            return Fit(
                {},
                tr(
                    "{path} needs {text}; {one_name} in the file is {text_2}",
                    path=path,
                    text=_text(shapes),
                    one_name=one.name,
                    text_2=_text(given),
                ),
            )
        placed[path] = one.arrays
    if waiting:
        return Fit(
            {}, tr("{waiting_name} in the file has no layer to go to", waiting_name=waiting[0].name)
        )
    return Fit(placed)


def _text(shapes: Sequence[tuple[int, ...]]) -> str:
    return tr(" and ").join("×".join(map(str, shape)) or tr("a number") for shape in shapes)
