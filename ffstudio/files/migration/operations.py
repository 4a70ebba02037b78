"""Arithmetic that was written between layers, turned into layers.

It is a function's name and numbers, not code. Known are those that scale images, merge
tensors, turn or reshape them, average over the picture, and activations.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ffstudio.core.describe.architecture import Layer, Port
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.migration.eras import Era, Notes
from ffstudio.files.migration.ports import read_port, read_tensors, refers
from ffstudio.files.migration.spelling import (
    UNKNOWN,
    plain_json,
    read_activation,
)

_MERGING = {
    "add": "Add",
    "multiply": "Multiply",
    "subtract": "Subtract",
    "maximum": "Maximum",
    "minimum": "Minimum",
}


_FUNCTIONS = {
    name: name
    for name in (
        "relu", "sigmoid", "tanh", "softmax", "log_softmax", "elu", "selu", "gelu", "softplus",
        "softsign", "relu6", "silu",
    )
} | {"exp": "exponential", "logsoftmax": "log_softmax", "swish": "silu"}  # fmt: skip


_MEANS = {"mean": "Average", "max": "Max"}


# Functions' other names.
_SYNONYMS = {
    "truediv": "divide",
    "truedivide": "divide",
    "div": "divide",
    "mul": "multiply",
    "sub": "subtract",
    "neg": "negative",
    "expanddims": "expand_dims",
    "concat": "concatenate",
    "reduce_mean": "mean",
    "reduce_max": "max",
    "amax": "max",
    "leakyrelu": "leaky_relu",
    "identity_n": "identity",
    "cast": "identity",
    "stop_gradient": "identity",
    "stopgradient": "identity",
    "convert_to_tensor": "identity",
}


# Arguments that are settings, not what is computed with.
_OPTIONS = {
    "axis", "shape", "newshape", "keepdims", "keep_dims", "dtype", "dtype_hint", "name", "perm",
    "axes", "alpha", "negative_slope", "approximate", "trainable",
}  # fmt: skip


def is_operation(entry: Mapping[str, Any]) -> bool:
    """True for arithmetic between layers, which tf.keras and Keras 3 list like a layer.

    Keras 3's ``.h5`` does not say so: operations have a name there and nothing else.
    """
    kind, module, config = (entry.get(k) for k in ("class_name", "module", "config"))
    if kind == "TFOpLambda" or (isinstance(module, str) and ".ops." in module):
        return isinstance(config, dict)
    # Keras 3 does not say of these whether they are trainable; they are layers all the same.
    if module == "keras.layers" or str(kind).startswith("SpatialDropout"):
        return False
    nodes = entry.get("inbound_nodes")
    new = isinstance(nodes, list) and bool(nodes) and isinstance(nodes[0], dict)
    return new and isinstance(config, dict) and "trainable" not in config and kind != "InputLayer"


def read_operation(
    entry: dict[str, Any], name: str, nodes: list[Any], era: Era, notes: Notes
) -> Layer | None:
    """The layer that an operation amounts to; None for what is no operation.

    Raises:
        ModelFileError: It is an operation that no layer amounts to.
    """
    if not is_operation(entry):
        return None
    config = entry.get("config") or {}
    word = str(entry.get("class_name"))
    if word == "TFOpLambda":
        word = str(config.get("function"))
    word = word.rsplit(".", 1)[-1].lower()
    word = _SYNONYMS.get(word, word)
    unknown = ModelFileError(
        tr("The layer {name} is the operation {word}.", name=name, word=word[:60]), tr(UNKNOWN)
    )
    if len(nodes) != 1:
        raise unknown
    operands, options = _read_operands(nodes[0])
    options = {k: plain_json(v) for k, v in {**config, **options}.items()}
    made = _as_layer(word, operands, options, era, name)
    if made is None:
        raise unknown
    kind, given, ports = made
    notes.add(tr("arithmetic between layers → layers"))
    return Layer(name, kind, check_settings(kind, given, name), (ports,))


Made = tuple[str, dict[str, Any], tuple[Port, ...]]


def _as_layer(
    word: str, operands: list[Port | float], options: dict[str, Any], era: Era, name: str
) -> Made | None:
    """Kind, settings and tensors of the layer that does what a function does, if there is one."""
    ports = tuple(x for x in operands if isinstance(x, Port))
    numbers = [x for x in operands if not isinstance(x, Port)]
    if len(ports) == 2 and not numbers and word in _MERGING:
        return _MERGING[word], {}, ports
    if len(ports) >= 2 and not numbers and word == "concatenate" and options.get("axis"):
        return "Concatenate", {"axis": options["axis"]}, ports
    if len(ports) != 1:
        return None
    if len(numbers) == 1:
        # expand_dims takes its axis like a number to compute with.
        if word == "expand_dims":
            return ("ExpandLast", {}, ports) if numbers[0] == -1 else None
        return _as_rescaling(word, numbers[0], isinstance(operands[0], Port), ports)
    if numbers:
        return None
    if word == "negative":
        return "Rescaling", {"scale": -1.0, "offset": 0.0}, ports
    if word == "square":
        return "Multiply", {}, ports * 2
    if word == "identity":
        return "Identity", {}, ports
    if word == "leaky_relu":
        slope = options.get("alpha", options.get("negative_slope", 0.2))
        return "LeakyReLU", {"negative_slope": slope}, ports
    if word in _FUNCTIONS and options.get("axis") in (None, -1):
        return (
            "Activation",
            {"activation": read_activation(_FUNCTIONS[word], era, Notes(), name)},
            ports,
        )
    if word == "expand_dims" and options.get("axis") == -1:
        return "ExpandLast", {}, ports
    if word in _MEANS:
        return _as_pooling(_MEANS[word], options, ports)
    if word == "reshape":
        shape = options.get("shape", options.get("newshape"))
        if isinstance(shape, list) and shape and shape[0] in (-1, None):
            return "Reshape", {"target_shape": shape[1:]}, ports
    if word == "transpose":
        order = options.get("perm", options.get("axes"))
        if isinstance(order, list) and order and order[0] == 0:
            return "Permute", {"dims": order[1:]}, ports
    return None


def _as_rescaling(
    word: str, number: float, tensor_first: bool, ports: tuple[Port, ...]
) -> Made | None:
    if word == "subtract" and not tensor_first:  # 1 − x
        return "Rescaling", {"scale": -1.0, "offset": number}, ports
    if word == "divide" and not tensor_first:
        return None
    scale = {"divide": 1 / number if number else None, "multiply": number}.get(word)
    offset = {"add": number, "subtract": -number}.get(word)
    if scale is None and offset is None:
        return None
    scale, offset = (1.0 if scale is None else scale), (0.0 if offset is None else offset)
    return "Rescaling", {"scale": scale, "offset": offset}, ports


def _as_pooling(word: str, options: dict[str, Any], ports: tuple[Port, ...]) -> Made | None:
    """Means and maxima over the whole picture, or over all time steps."""
    axes = options.get("axis")
    axes = (
        sorted(axes) if isinstance(axes, list) and all(isinstance(n, int) for n in axes) else axes
    )
    pooled = {
        "[1, 2]": (2, "channels_last"),
        "[2, 3]": (2, "channels_first"),
        "[1]": (1, "channels_last"),
        "1": (1, "channels_last"),
    }.get(str(axes))
    if pooled is None:
        return None
    keep = bool(options.get("keepdims") or options.get("keep_dims"))
    kind = f"Global{word}Pooling{pooled[0]}D"
    return kind, {"keepdims": keep, "data_format": pooled[1]}, ports


def _read_operands(node: Any) -> tuple[list[Port | float], dict[str, Any]]:
    """Tensors and numbers an operation computes with, in order, and its settings."""
    operands: list[Port | float] = []
    options: dict[str, Any] = {}

    def take_named(values: Any) -> None:
        for key, value in values.items() if isinstance(values, dict) else ():
            if key in _OPTIONS:
                options[key] = value
            else:
                look(value)

    def look(value: Any) -> None:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            operands.append(float(value))
        elif refers(value):
            if value[0] == "_CONSTANT_VALUE":
                look(value[2])
            else:
                operands.append(read_port(value))
            take_named(value[3] if len(value) > 3 else None)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    if isinstance(node, dict):
        args = node.get("args")
        for value in args if isinstance(args, list) else []:
            ports = list(read_tensors(value))
            if ports:
                operands.extend(ports)
            elif isinstance(given := plain_json(value), list):
                options.update(shape=given, axes=given)
            else:
                look(given)
        take_named(node.get("kwargs"))
    else:
        look(node)
    return operands, options
