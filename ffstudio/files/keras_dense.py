"""Dense classifiers that Keras saved, read without Keras: configuration and weights."""

from __future__ import annotations

import itertools
import math
from typing import Any

import h5py

from ffstudio.core.data import DataShape
from ffstudio.core.errors import ModelFileError
from ffstudio.core.mathematics import ACTIVATIONS
from ffstudio.core.snapshot import BPSnapshot, DenseWeights
from ffstudio.files.hdf5 import Budget, names, read_array

_SILENT = {"InputLayer", "Dropout", "Flatten", "Activation", "ReLU", "Softmax", "GaussianNoise"}
_ADVICE = "This ffstudio opens dense networks; other layers come later."


def dense_layers(config: Any) -> tuple[list[tuple[str, str]], tuple[int, ...]]:
    """The dense layers of a Keras configuration, in order.

    Returns:
        (name, activation) of each, and the shape of one input.

    Raises:
        ModelFileError: It has other layers, branches, or cannot be read.
    """
    if not isinstance(config, dict):
        raise ModelFileError("The file's model configuration cannot be read.", "It may be damaged.")
    kind, inner = config.get("class_name"), config.get("config")
    if kind == "ffstudio>ForwardForward":
        raise ModelFileError("The file's ffstudio part is missing.", "Save the model again.")
    layers = inner if isinstance(inner, list) else (inner or {}).get("layers")
    if kind not in ("Sequential", "Functional", "Model") or not isinstance(layers, list):
        raise ModelFileError(f"The file holds a {kind}, not a plain network.", _ADVICE)
    found: list[tuple[str, str]] = []
    shape: tuple[int, ...] | None = None
    for layer in layers:
        if not isinstance(layer, dict) or not isinstance(layer.get("config"), dict):
            raise ModelFileError("The file's model configuration is damaged.", "Get a fresh copy.")
        name, settings = str(layer.get("class_name")), layer["config"]
        declared = settings.get("batch_input_shape") or settings.get("batch_shape")
        if shape is None and isinstance(declared, list):
            shape = tuple(int(n) for n in declared[1:] if isinstance(n, int))
        if kind != "Sequential" and _inputs(layer) > 1:
            raise ModelFileError("The network has branches.", _ADVICE)
        if name == "Dense":
            found.append((str(settings.get("name")), _activation(settings.get("activation"))))
        elif name == "Lambda":
            raise ModelFileError(
                "The network has a Lambda layer, which carries program code.",
                "ffstudio never runs code from a file.",
            )
        elif name not in _SILENT:
            raise ModelFileError(f"The network has a {name} layer.", _ADVICE)
        elif name in ("Activation", "ReLU", "Softmax"):
            if not found or found[-1][1] != "linear":
                raise ModelFileError(f"The network has a {name} in an unusual place.", _ADVICE)
            given = settings.get("activation") if name == "Activation" else name.lower()
            found[-1] = (found[-1][0], _activation(given))
    if not found:
        raise ModelFileError("The network has no dense layer.", _ADVICE)
    return found, shape or ()


def _inputs(layer: dict[str, Any]) -> int:
    nodes = layer.get("inbound_nodes") or []
    text = str(nodes[0]) if nodes else ""
    return max(text.count("keras_history"), 1 if len(nodes) <= 1 else len(nodes))


def _activation(given: Any) -> str:
    if isinstance(given, dict):
        given = given.get("class_name") or given.get("config")
    name = str(given or "linear").lower()
    if name not in ACTIVATIONS and name != "softmax":
        raise ModelFileError(f"The network uses the activation {name}.", _ADVICE)
    return name


def legacy_weights(group: h5py.Group, layers: list[tuple[str, str]], budget: Budget) -> BPSnapshot:
    """Weights of the .h5 layout: one group per layer, named in ``weight_names``."""
    made = []
    for name, activation in layers:
        inner = group.get(name)
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(f"The file has no weights for {name}.", "It may be damaged.")
        arrays = [read_array(inner.get(n), budget) for n in names(inner, "weight_names")]
        made.append(_weights(arrays, activation, name))
    return _net(made)


def native_weights(file: h5py.File, layers: list[tuple[str, str]], budget: Budget) -> BPSnapshot:
    """Weights of the .keras layout: ``layers/<name>/vars/0…``, named by class and number."""
    made = []
    for i, (_, activation) in enumerate(layers):
        place = f"layers/dense{f'_{i}' if i else ''}/vars"
        inner = file.get(place)
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(f"The file has no weights in {place}.", "It may be damaged.")
        arrays = [read_array(inner[n], budget) for n in sorted(inner, key=int)]
        made.append(_weights(arrays, activation, place))
    return _net(made)


def _weights(arrays: list[Any], activation: str, name: str) -> DenseWeights:
    if not 1 <= len(arrays) <= 2 or arrays[0].ndim != 2:
        raise ModelFileError(
            f"The weights of {name} are not a dense layer's.", "It may be damaged."
        )
    kernel = arrays[0].astype("float32")
    bias = arrays[1].astype("float32") if len(arrays) == 2 else 0 * kernel[0]
    if bias.shape != (kernel.shape[1],):
        raise ModelFileError(f"Kernel and bias of {name} do not fit.", "It may be damaged.")
    return DenseWeights(kernel, bias, activation)


def _net(layers: list[DenseWeights]) -> BPSnapshot:
    for below, above in itertools.pairwise(layers):
        if below.units != above.kernel.shape[0]:
            raise ModelFileError("The layers do not fit each other.", "The file may be damaged.")
    if layers[-1].activation != "softmax" or layers[-1].units < 2:
        raise ModelFileError(
            "The network does not end in a softmax over classes.",
            "This ffstudio opens classifiers; other networks come later.",
        )
    return BPSnapshot(tuple(layers))


def guess_shape(net: BPSnapshot, declared: tuple[int, ...], title: str) -> DataShape:
    """Height and width of the images, from the declared input or as a square.

    Raises:
        ModelFileError: The inputs are no image.
    """
    declared = tuple(n for n in declared if n != 1)
    side = math.isqrt(net.num_inputs)
    if len(declared) == 2 and declared[0] * declared[1] == net.num_inputs:
        shape = (declared[0], declared[1])
    elif side * side == net.num_inputs:
        shape = (side, side)
    else:
        raise ModelFileError(
            f"The network takes {net.num_inputs} inputs, which make no square image.", _ADVICE
        )
    return DataShape(shape, tuple(str(i) for i in range(net.num_classes)), title)
