"""Dense classifiers that Keras saved, read without Keras: configuration and weights."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, TypeGuard

import h5py

from ffstudio.core.errors import ModelFileError
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.mathematics import ACTIVATIONS
from ffstudio.files.hdf5 import Budget, as_weights, names, read_array

_ADVICE = "This ffstudio opens dense networks; other layers come later."

# What does nothing once training is over.
_IDLE = {
    "ActivityRegularization",
    "AlphaDropout",
    "Dropout",
    "GaussianDropout",
    "GaussianNoise",
    "InputLayer",
}
_ACTIVATIONS = ("Activation", "ReLU", "Softmax")
# Other names under which Keras has saved the same function.
_ALIASES = {"softmax_v2": "softmax", "swish": "silu"}


@dataclass(frozen=True)
class DenseConfig:
    """One dense layer of a configuration.

    Attributes:
        number: Which of the model's dense layers it is, in the order they are listed.
    """

    name: str
    activation: str
    number: int


@dataclass(frozen=True)
class DenseNet:
    """A chain of dense layers."""

    layers: tuple[DenseWeights, ...]

    @property
    def num_inputs(self) -> int:
        return int(self.layers[0].kernel.shape[0])

    @property
    def num_classes(self) -> int:
        return self.layers[-1].units


@dataclass(frozen=True)
class NetConfig:
    """What a Keras configuration says about a dense network.

    Attributes:
        layers: In the order the data pass through them.
        input_shape: Of one input; empty when the configuration does not say.
    """

    layers: tuple[DenseConfig, ...]
    input_shape: tuple[int, ...]


# --- configuration ----------------------------------------------------------------------


def net_config(config: Any) -> NetConfig:
    """The dense layers of a Keras configuration.

    Raises:
        ModelFileError: It has other layers, branches, or cannot be read.
    """
    if not isinstance(config, dict):
        raise ModelFileError("The file's model configuration cannot be read.", "It may be damaged.")
    kind = config.get("class_name")
    inner: Any = config.get("config")
    if kind in ("ffstudio>ForwardForward", "ForwardForward"):
        raise ModelFileError("The file's ffstudio part is missing.", "Save the model again.")
    listed = inner if isinstance(inner, list) else inner.get("layers") if _is_dict(inner) else None
    if kind not in ("Sequential", "Functional", "Model") or not isinstance(listed, list):
        raise ModelFileError(f"The file holds a {kind}, not a plain network.", _ADVICE)
    for layer in listed:
        if not _is_dict(layer) or not _is_dict(layer.get("config")):
            raise ModelFileError("The file's model configuration is damaged.", "Get a fresh copy.")
        _check_kind(layer)
    order = listed if kind == "Sequential" else _chain(listed, inner)
    dense = [layer for layer in listed if layer["class_name"] == "Dense"]
    shape = _input_shape(order[0], inner) if order else ()
    found: list[DenseConfig] = []
    flat = len(shape) <= 1
    for layer in order:
        name, settings = layer["class_name"], layer["config"]
        if name == "Flatten":
            _check_flatten(settings, shape)
            flat = True
        elif name == "Dense":
            if not flat:
                raise ModelFileError(
                    "The network's first Dense layer runs along the image's rows: "
                    "there is no Flatten before it.",
                    _ADVICE,
                )
            number = next(i for i, other in enumerate(dense) if other is layer)
            activation = _activation(settings.get("activation"))
            found.append(DenseConfig(str(settings.get("name")), activation, number))
        elif name in _ACTIVATIONS:
            given = settings.get("activation") if name == "Activation" else layer
            activation = _activation(given)
            if activation != "linear":
                if not found or found[-1].activation != "linear":
                    raise ModelFileError(f"The network has a {name} in an unusual place.", _ADVICE)
                found[-1] = replace(found[-1], activation=activation)
    if not found:
        raise ModelFileError("The network has no dense layer.", _ADVICE)
    return NetConfig(tuple(found), shape)


def _is_dict(value: Any) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _check_kind(layer: dict[str, Any]) -> None:
    name, module = layer.get("class_name"), layer.get("module")
    if name == "Lambda":
        raise ModelFileError(
            "The network has a Lambda layer, which carries program code.",
            "ffstudio never runs code from a file.",
        )
    known = name in _IDLE or name in _ACTIVATIONS or name in ("Dense", "Flatten")
    if not known or (isinstance(module, str) and module.split(".")[0] != "keras"):
        raise ModelFileError(f"The network has a {name} layer.", _ADVICE)


def _chain(listed: list[dict[str, Any]], config: dict[str, Any]) -> list[dict[str, Any]]:
    """The layers of a functional model from input to output, when they form one line."""
    branches = ModelFileError("The network has branches.", _ADVICE)
    by_name = {str(x.get("name") or x["config"].get("name")): x for x in listed}
    ends = list(_ends(config.get("output_layers")))
    if len(ends) != 1 or len(by_name) != len(listed):
        raise branches
    order: list[dict[str, Any]] = []
    name: str | None = ends[0]
    while name is not None:
        layer = by_name.pop(name, None)
        if layer is None:  # visited before, or not there at all
            raise ModelFileError("The file's model configuration is damaged.", "Get a fresh copy.")
        order.append(layer)
        nodes = layer.get("inbound_nodes") or []
        if not isinstance(nodes, list) or len(nodes) > 1:
            raise branches
        sources = list(_sources(nodes))
        if len(sources) > 1:
            raise branches
        name = sources[0] if sources else None
    if by_name:
        raise branches
    return order[::-1]


def _ends(value: Any) -> Iterator[str]:
    """Layer names in ``input_layers`` or ``output_layers``: one end or a list of them."""
    if isinstance(value, list) and value:
        if isinstance(value[0], str):
            yield value[0]
        else:
            for entry in value:
                yield from _ends(entry)


def _sources(node: Any) -> Iterator[str]:
    """Names of the layers a node takes its inputs from, in Keras 2's and Keras 3's form."""
    if isinstance(node, dict):
        history = node.get("keras_history")
        if isinstance(history, list) and history:
            yield str(history[0])
        else:
            for value in node.values():
                yield from _sources(value)
    elif isinstance(node, list):
        if len(node) >= 3 and isinstance(node[0], str) and isinstance(node[1], int):
            yield node[0]
        else:
            for value in node:
                yield from _sources(value)


def _input_shape(first: dict[str, Any], config: Any) -> tuple[int, ...]:
    """Shape of one input without the batch: wherever this Keras has put it."""
    settings = first["config"]
    built = first.get("build_config")
    places = (
        settings.get("batch_input_shape"),
        settings.get("batch_shape"),
        config.get("build_input_shape") if _is_dict(config) else None,
        built.get("input_shape") if _is_dict(built) else None,
    )
    for shape in places:
        if isinstance(shape, list) and len(shape) > 1:
            return tuple(n if isinstance(n, int) else 0 for n in shape[1:])
    return ()


def _check_flatten(settings: dict[str, Any], shape: tuple[int, ...]) -> None:
    # With channels first, Flatten moves axis 0 to the end: with one channel nothing happens.
    if settings.get("data_format") == "channels_first" and len(shape) > 1 and shape[0] != 1:
        raise ModelFileError("The network flattens its images channel by channel.", _ADVICE)


def _activation(given: Any) -> str:
    """The name of an activation: text, a serialised function, or a serialised layer."""
    if isinstance(given, dict):
        kind = given.get("class_name")
        settings: Any = given.get("config")
        if kind == "function" and given.get("registered_name") in (None, "function", settings):
            given = settings
        elif kind == "ReLU" and _is_dict(settings):
            plain = settings.get("max_value") is None and not any(
                settings.get(x) for x in ("negative_slope", "threshold")
            )
            given = "relu" if plain else "ReLU with a bound, slope or threshold"
        elif kind == "Softmax" and _is_dict(settings):
            given = "softmax" if settings.get("axis", -1) in (-1, 1, [-1], [1]) else "Softmax"
        else:
            given = kind
    name = "linear" if given is None else str(given)
    name = _ALIASES.get(name, name)
    if name not in ACTIVATIONS and name != "softmax":
        raise ModelFileError(f"The network uses the activation {name[:80]}.", _ADVICE)
    return name


def trained_on_logits(loss: Any) -> bool:
    """True when a training configuration says that the loss applied the softmax."""
    if isinstance(loss, dict):
        return loss.get("from_logits") is True or any(map(trained_on_logits, loss.values()))
    return isinstance(loss, list) and any(map(trained_on_logits, loss))


# --- weights ----------------------------------------------------------------------------


def legacy_weights(group: h5py.Group, config: NetConfig, budget: Budget, logits: bool) -> DenseNet:
    """Weights of the .h5 layout: one group per layer, named in ``weight_names``."""
    made = []
    for layer in config.layers:
        inner = group.get(layer.name)
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(f"The file has no weights for {layer.name}.", "It may be damaged.")
        items = [inner.get(n) for n in names(inner, "weight_names")]
        made.append(_weights(items, layer, budget))
    return _net(made, logits)


def native_weights(file: h5py.File, config: NetConfig, budget: Budget, logits: bool) -> DenseNet:
    """Weights of the .keras layout: ``layers/<name>/vars/0…``, named by class and number."""
    # Keras 2.12 to 2.15 had another name for the same place.
    top = "layers" if "layers" in file else "_layer_checkpoint_dependencies"
    made = []
    for layer in config.layers:
        suffix = f"_{layer.number}" if layer.number else ""
        inner = file.get(f"{top}/dense{suffix}/vars")
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(f"The file has no weights for {layer.name}.", "It may be damaged.")
        made.append(_weights([inner[n] for n in sorted(inner)], layer, budget))
    return _net(made, logits)


def _weights(items: list[Any], layer: DenseConfig, budget: Budget) -> DenseWeights:
    if not 1 <= len(items) <= 2:
        raise ModelFileError(
            f"The layer {layer.name} has {len(items)} arrays of weights; "
            "a dense one has a kernel and a bias.",
            _ADVICE,
        )
    arrays = [as_weights(read_array(item, budget), layer.name) for item in items]
    kernel = arrays[0]
    if kernel.ndim != 2 or 0 in kernel.shape:
        raise ModelFileError(f"The kernel of {layer.name} is no matrix.", "It may be damaged.")
    bias = arrays[1] if len(arrays) == 2 else 0 * kernel[0]
    if bias.shape != (kernel.shape[1],):
        raise ModelFileError(f"Kernel and bias of {layer.name} do not fit.", "It may be damaged.")
    return DenseWeights(kernel, bias, layer.activation)


def _net(layers: list[DenseWeights], logits: bool) -> DenseNet:
    for below, above in itertools.pairwise(layers):
        if below.units != above.kernel.shape[0]:
            raise ModelFileError("The layers do not fit each other.", "The file may be damaged.")
    last = layers[-1]
    if logits and last.activation == "linear":
        last = layers[-1] = replace(last, activation="softmax")
    if last.activation != "softmax" or last.units < 2:
        raise ModelFileError(
            "The network does not end in a softmax over classes.",
            "This ffstudio opens classifiers; other networks come later.",
        )
    return DenseNet(tuple(layers))


def guess_shape(net: DenseNet, declared: tuple[int, ...], title: str) -> DataShape:
    """Height and width of the images, from the declared input or as a square.

    Raises:
        ModelFileError: The inputs are no image.
    """
    sizes = tuple(n for n in declared if n != 1)
    side = math.isqrt(net.num_inputs)
    if 0 not in sizes and sizes and math.prod(sizes) != net.num_inputs:
        raise ModelFileError("The network's input and weights do not fit.", "It may be damaged.")
    if len(sizes) == 2 and 0 not in sizes:
        shape = (sizes[0], sizes[1])
    elif len(sizes) < 3 and side * side == net.num_inputs:
        shape = (side, side)
    else:
        what = "×".join(map(str, sizes)) if len(sizes) > 2 else str(net.num_inputs)
        raise ModelFileError(
            f"The network takes {what} inputs, which make no grey square image.",
            "This ffstudio opens networks for grey images.",
        )
    return DataShape(shape, tuple(str(i) for i in range(net.num_classes)), title)
