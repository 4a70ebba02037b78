"""The backprop part of a Keras script: the net as a list of layers, and where its weights start."""

from __future__ import annotations

import math
from typing import Any

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.kinds import KNOWN_LAYERS
from ffstudio.core.experiment.layer_kinds.kind import dropout_name, shortcut_name
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import OUTPUT, stack_architecture
from ffstudio.core.images.dataset import DataShape

# As the engine has it: XLA compiles nets of these alone, and numbers that a layer judges at once.
_FUSED = {"InputLayer", "Dense", "Flatten", "Reshape", "Activation", "Add"}
_MOST_VALUES = 2**26
# Streams of numbers that a layer's shortcut starts from come after those of so many layers.
_SHORTCUTS_FROM = 250
_RECURRENT = ("SimpleRNN", "LSTM", "GRU")


def fill_backprop(spec: ExperimentSpec, shape: DataShape, jit: bool) -> dict[str, Any]:
    """What the backprop part of a script is filled in with.

    Args:
        jit: Whether XLA compiles the steps of nets that suit it.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    bp = spec.bp
    if not spec.trains_bp:
        return {"bp": False}
    network = stack_architecture(spec, shape.image_shape, shape.num_classes)
    kinds = [layer.kind for layer in network.layers]
    masks = {}
    if not spec.is_network:
        masks = {
            dropout_name(f"{layer.kind}_{i + 1}"): str(i)
            for i, layer in enumerate(spec.layers)
            if layer.dropout
        }
    sizes = flow(network)
    widest = max(math.prod(n or 1 for n in size) for size in sizes.shapes.values())
    entry = tuple(network.layers[0].settings["shape"])
    return {
        "bp": True,
        "network": _list_layers(network),
        "entry_shape": entry,
        "reshapes": len(entry) > 1,
        "bp_jit": jit and set(kinds) <= _FUSED | ({"Dropout"} if masks else set()),
        "bp_masks": masks,
        "has_masks": bool(masks),
        "seeded": not masks and any("Dropout" in kind or kind in _RECURRENT for kind in kinds),
        "local_bp": "LocallyConnected2D" in kinds,
        "grouped_bp": any(layer.settings.get("groups", 1) > 1 for layer in network.layers),
        "penalised": any(layer.settings.get("kernel_regularizer") for layer in network.layers),
        "given": _list_given(spec),
        "starts_given": spec.weights is not None,
        "draws": spec.weights is None and spec.is_network,
        "recurrent": any(kind in _RECURRENT for kind in kinds),
        "streams": {}
        if spec.weights is not None or spec.is_network
        else _list_streams(spec, network),
        "judged_rows": max(1, min(1000, _MOST_VALUES // widest)),
        "output_bias": bp.output_bias,
        "bp_optimizer": bp.optimizer,
        "bp_rate": bp.learning_rate,
        "bp_schedule": bp.rate_schedule,
        "label_smoothing": bp.label_smoothing,
        "patience": bp.patience,
    }


def _list_layers(network: Architecture) -> list[tuple[str, str, dict[str, Any], tuple[str, ...]]]:
    """Name, Keras' kind, settings that are not usual, and what feeds each layer."""
    listed = []
    for layer in network.layers[1:]:
        known = KNOWN_LAYERS[layer.kind].settings
        settings = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in layer.settings.items()
            # Keras does not take a pooling without its size, be it the usual one.
            if value is not None and (value != known[name].default or name == "pool_size")
        }
        if layer.name == OUTPUT:
            del settings["activation"]  # scores: the loss has the softmax in it
        listed.append((layer.name, layer.kind, settings, tuple(p.layer for p in layer.calls[0])))
    return listed


def _list_streams(spec: ExperimentSpec, network: Architecture) -> dict[str, int]:
    """Which stream of numbers each kernel starts from."""
    streams = {OUTPUT: len(spec.layers)}
    for i, layer in enumerate(spec.layers):
        name = f"{layer.kind}_{i + 1}"
        streams[name] = i
        streams[shortcut_name(name)] = _SHORTCUTS_FROM + i
    names = {layer.name for layer in network.layers}
    return {name: stream for name, stream in streams.items() if name in names}


def _list_given(spec: ExperimentSpec) -> dict[str, Any]:
    """Kernel and bias of each layer, where they are given by hand."""
    names = [*(f"{layer.kind}_{i + 1}" for i, layer in enumerate(spec.layers)), OUTPUT]
    return {
        name: [list(given.kernel), list(given.bias)]
        for name, given in zip(names, spec.weights or (), strict=False)
    }
