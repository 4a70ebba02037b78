"""The NumPy CNN framework's ``.h5`` layout, read into an architecture and written from one.

At the top ``input_shape`` (C, H, W), ``lr``, ``layer_cnt`` and ``name`` (model and loss);
a group ``layer_0`` … per layer with ``_str`` (class, then padding and activation),
``init_params`` (Conv2D: filters, kernel size, stride; Dense: units) and ``params``.
Kernels are (out, C, kH, kW), slid without mirroring; dense weights are (units, inputs);
there are no biases; images are channels first; the output is a softmax. A Recurrent layer
(units) takes the rows of an image with one channel as its steps and gives its last state,
or all of them to a Recurrent layer that follows; its ``params`` are a group of two matrices,
(units, inputs) and (units, units).
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import h5py
import numpy as np

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, Layer, chain, flow
from ffstudio.core.describe.kinds import ACTIVATION_NAMES, KNOWN_LAYERS, Shape, check_settings
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.formats.model import Contents, Model
from ffstudio.files.formats.preprocessing_member import read_preprocessing, write_preprocessing
from ffstudio.files.hdf5 import Budget, as_weights, read_array
from ffstudio.files.migration.channels import Weights, channels_last, is_channels_first

CONTAINER = "hdf5"
MOST_LAYERS = 1_000
_ALIASES = {"none": "linear", "": "linear", "identity": "linear"}


def recognises(file: h5py.File) -> bool:
    """True when a file has this layout's marks."""
    return all(_item(file, name) is not None for name in ("input_shape", "layer_cnt", "layer_0"))


def _item(group: Any, name: str) -> Any:
    """A data set or an attribute of that name: both are in use."""
    if name in group:
        return group[name]
    return group.attrs.get_id(name) if name in group.attrs else None


def _numbers(group: Any, name: str, budget: Budget) -> list[float]:
    item = _item(group, name)
    if isinstance(item, h5py.Dataset):
        values = read_array(item, budget)
    elif item is not None and isinstance(
        item.get_type(), (h5py.h5t.TypeIntegerID, h5py.h5t.TypeFloatID)
    ):
        if item.get_storage_size() > 4096:
            raise ModelFileError(
                tr("The file's {name} is too large.", name=name), tr("The file is refused.")
            )
        values = np.asarray(group.attrs[name])
    else:
        raise ModelFileError(
            tr("The file's {name} is no number.", name=name), tr("It may be damaged.")
        )
    if values.size > 64 or not np.isfinite(values).all():
        raise ModelFileError(
            tr("The file's {name} cannot be read.", name=name), tr("It may be damaged.")
        )
    return [float(v) for v in np.ravel(values)]


def _texts(group: Any, name: str, budget: Budget) -> list[str]:
    item = _item(group, name)
    if item is None:
        return []
    kind = item.id.get_type() if isinstance(item, h5py.Dataset) else item.get_type()
    size = item.id.get_storage_size() if isinstance(item, h5py.Dataset) else item.get_storage_size()
    if not isinstance(kind, h5py.h5t.TypeStringID) or size > 4096:
        raise ModelFileError(
            tr("The file's {name} is no text.", name=name), tr("It may be damaged.")
        )
    if isinstance(item, h5py.Dataset):
        budget.take(item)
        texts = item[()]
    else:
        texts = group.attrs[name]
    return [
        v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in np.ravel(texts)
    ]


def read(file: h5py.File, budget: Budget) -> Contents:
    """The net, with channels last, and its training settings.

    Raises:
        ModelFileError: The file is damaged, or has a layer that ffstudio does not know.
    """
    shape = [int(n) for n in _numbers(file, "input_shape", budget)]
    (count,) = _numbers(file, "layer_cnt", budget)[:1] or (0.0,)
    if len(shape) != 3 or min(shape) < 1 or not 1 <= count <= MOST_LAYERS:
        raise ModelFileError(tr("The file's input shape or number of layers is damaged."), "")
    layers: list[Layer] = []
    weights: Weights = {}
    for i in range(int(count)):
        group = file.get(f"layer_{i}")
        if not isinstance(group, h5py.Group):
            raise ModelFileError(tr("The file has no layer {i}.", i=i), tr("It may be damaged."))
        layer = _layer(f"layer_{i}", group, budget, last=i == int(count) - 1)
        layers.append(layer)
        arrays = _params(group, budget, layer.name)
        if arrays:
            weights[layer.name] = _arrays(layer, arrays)
    title = (_texts(file, "name", budget) or ["NumPy CNN"])[0]
    training: dict[str, Any] = {"loss": (_texts(file, "name", budget) or ["", ""])[-1]}
    if _item(file, "lr") is not None:
        rates = _numbers(file, "lr", budget)[:1]
        if rates and math.isfinite(rates[0]):
            training["learning_rate"] = rates[0]
    network = chain(title, _through_time(layers, tuple(shape)), tuple(shape))
    if shape[0] == 1 and not is_channels_first(network):
        # One channel may as well stand last, where ffstudio has it.
        network = network.with_input_shapes([(*shape[1:], 1)])
    made, moved = channels_last(network, weights)
    return Contents(
        Model(made, moved, read_preprocessing(file)), cards.NUMPY_CNN, training=training
    )


def _through_time(layers: Sequence[Layer], shape: Shape) -> list[Layer]:
    """Recurrent layers get an image's rows, and hand all steps on to one another."""
    line: list[Layer] = []
    for i, layer in enumerate(layers):
        if layer.kind == "SimpleRNN":
            made = chain("", line, shape)
            given = flow(made).shapes[made.outputs[0]]
            if len(given) == 3 and given[0] == 1:
                rows = {"target_shape": list(given[1:])}
                line.append(Layer(f"{layer.name}_rows", "Reshape", rows))
            elif len(given) != 2:
                raise ModelFileError(
                    tr(
                        "The layer {layer_name} is Recurrent, but is given no rows of one channel.",
                        layer_name=layer.name,
                    ),
                    tr("ffstudio does not know what its steps are."),
                )
            more = i + 1 < len(layers) and layers[i + 1].kind == "SimpleRNN"
            layer = replace(layer, settings={**layer.settings, "return_sequences": more})
        line.append(layer)
    return line


def _params(group: h5py.Group, budget: Budget, name: str) -> list[Any]:
    item = group.get("params")
    if isinstance(item, h5py.Dataset):
        return (
            [as_weights(read_array(item, budget), name)]
            if item.shape and 0 not in item.shape
            else []
        )
    if isinstance(item, h5py.Group):
        return [as_weights(read_array(item[n], budget), name) for n in sorted(item)]
    return []


def _layer(name: str, group: h5py.Group, budget: Budget, last: bool) -> Layer:
    words = _texts(group, "_str", budget)
    kind, rest = (words[0] if words else ""), [w.lower() for w in words[1:]]
    numbers = (
        [int(n) for n in _numbers(group, "init_params", budget)]
        if _item(group, "init_params") is not None
        else []
    )
    settings: dict[str, Any] = {}
    if kind == "Conv2D":
        if len(numbers) < 3:
            raise ModelFileError(
                tr("The settings of {name} are damaged.", name=name), tr("Get a fresh copy.")
            )
        # A kernel or stride may be given per direction.
        filters, *sizes = numbers
        size, stride = (sizes[:2], sizes[2:4]) if len(sizes) == 4 else (sizes[0], sizes[1])
        settings = {"filters": filters, "kernel_size": size, "strides": stride}
        settings["padding"] = next((w for w in rest if w in ("valid", "same")), "valid")
        settings["activation"] = _activation(rest, "linear")
        settings |= {"data_format": "channels_first", "use_bias": False}
    elif kind in ("MaxPooling2D", "AveragePooling2D"):
        size = numbers[0] if numbers else 2
        settings = {"pool_size": size, "strides": numbers[1] if len(numbers) > 1 else size}
        settings["padding"] = next((w for w in rest if w in ("valid", "same")), "valid")
        settings["data_format"] = "channels_first"
    elif kind in ("Dense", "Output"):
        if not numbers:
            raise ModelFileError(
                tr("The settings of {name} are damaged.", name=name), tr("Get a fresh copy.")
            )
        default = "softmax" if kind == "Output" or last else "linear"
        settings = {
            "units": numbers[0],
            "use_bias": False,
            "activation": _activation(rest, default),
        }
        kind = "Dense"
    elif kind == "Recurrent":
        if not numbers:
            raise ModelFileError(
                tr("The settings of {name} are damaged.", name=name), tr("Get a fresh copy.")
            )
        settings = {"units": numbers[0], "use_bias": False, "activation": _activation(rest, "tanh")}
        kind = "SimpleRNN"
    elif kind != "Flatten":
        raise ModelFileError(
            tr(
                "The layer {name} is of the class {kind}, which ffstudio does not know.",
                name=name,
                kind=kind[:80],
            ),
            tr("Only layers that ffstudio knows are built."),
        )
    return Layer(name, kind, check_settings(kind, settings, name))


def _activation(words: list[str], default: str) -> str:
    for word in words:
        activation = _ALIASES.get(word, word)
        if activation in ACTIVATION_NAMES:
            return activation
    return default


def _arrays(layer: Layer, arrays: list[Any]) -> tuple[Any, ...]:
    """Kernels (out, C, kH, kW) → (kH, kW, C, out); matrices (units, inputs) → (inputs, units)."""
    turned = []
    for array in arrays:
        if array.ndim == 4 and layer.kind == "Conv2D":
            turned.append(np.ascontiguousarray(array.transpose(2, 3, 1, 0)))
        elif array.ndim == 2:
            turned.append(np.ascontiguousarray(array.T))
        else:
            raise ModelFileError(
                tr("The weights of {layer_name} have an odd shape.", layer_name=layer.name), ""
            )
    if layer.kind == "SimpleRNN" and len(turned) == 2:
        # In whichever order they lie: that on the states is square.
        units = layer.settings["units"]
        if turned[0].shape == (units, units) != turned[1].shape:
            turned.reverse()
    return tuple(turned)


# --- writing ----------------------------------------------------------------------------


def write(model: Model, notes: list[str]) -> bytes:
    """The file's content.

    Raises:
        ModelFileError: The network has something that the layout cannot say.
    """
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        write_into(file, model.network, model.weights, model.learning_rate)
        write_preprocessing(file, model.preprocessing)
    return memory.getvalue()


def write_into(
    file: h5py.File,
    network: Architecture,
    weights: Mapping[str, Sequence[Any]],
    learning_rate: float = 0.01,
    loss: str = "cross_entropy",
) -> None:
    """Writes a chain of layers in this layout into an empty file.

    Args:
        weights: Per layer name its arrays in Keras 3's order; biases must be zero.

    Raises:
        ModelFileError: The network has something that the layout cannot say.
    """
    sizes = flow(network)
    shape = sizes.shapes[network.inputs[0]]
    layers = [x for x in network.layers if x.kind != "InputLayer"]
    layers = [x for x in layers if not (x.kind in KNOWN_LAYERS and KNOWN_LAYERS[x.kind].idle)]
    if len(shape) == 2 and layers and layers[0].kind == "SimpleRNN":
        shape = (*shape, 1)  # rows of an image
    if len(shape) != 3 or None in shape:
        raise _unsayable(tr("its input is no image of a fixed size"))
    height, width, channels = (int(n or 0) for n in shape)
    flattened: Shape = ()
    rows: list[tuple[list[str], list[int] | None, Any]] = []
    for i, layer in enumerate(layers):
        fed = layer.calls[0] if len(layer.calls) == 1 else ()
        if len(fed) != 1:
            raise _unsayable(tr("it has branches"))
        kernels = _without_bias(layer, weights.get(layer.name, ()))
        settings = layer.settings
        if layer.kind == "Flatten":
            flattened = sizes.shapes[fed[0]]
            rows.append((["Flatten"], None, None))
        elif layer.kind == "Conv2D":
            size = _even(layer, "kernel_size", "strides")
            if settings["groups"] != 1 or settings["dilation_rate"] != [1, 1]:
                raise _unsayable(
                    tr("the layer {layer_name} has groups or gaps", layer_name=layer.name)
                )
            words = ["Conv2D", settings["padding"], _plain(layer)]
            rows.append((words, [settings["filters"], *size], kernels[0].transpose(3, 2, 0, 1)))
        elif layer.kind in ("MaxPooling2D", "AveragePooling2D"):
            steps = settings["strides"] or settings["pool_size"]
            size = _even(
                replace(layer, settings={**settings, "strides": steps}), "pool_size", "strides"
            )
            rows.append(([layer.kind, settings["padding"]], size, None))
        elif layer.kind == "Dense":
            matrix = kernels[0]
            if flattened:  # from channels last to channels first
                sides = [int(n or 0) for n in flattened]
                matrix = np.moveaxis(matrix.reshape(*sides, -1), len(sides) - 1, 0)
                matrix = matrix.reshape(kernels[0].shape)
                flattened = ()
            name = _plain(layer)
            last = i == len(layers) - 1 and name == "softmax"
            rows.append((["Output" if last else "Dense", name], [settings["units"]], matrix.T))
        elif layer.kind == "Reshape" and _gives_rows(layer, sizes.shapes[fed[0]], layers[i + 1 :]):
            continue  # a Recurrent layer takes the rows by itself
        elif layer.kind == "SimpleRNN":
            follows = i + 1 < len(layers) and layers[i + 1].kind == "SimpleRNN"
            if settings["go_backwards"] or settings["return_sequences"] != follows:
                raise _unsayable(
                    tr(
                        "the layer {layer_name} runs backwards or gives all its steps",
                        layer_name=layer.name,
                    )
                )
            words = ["Recurrent", _plain(layer)]
            rows.append((words, [settings["units"]], [k.T for k in kernels]))
        else:
            raise _unsayable(f"it has no {layer.kind}")
    text = h5py.string_dtype("utf-8")
    file["input_shape"] = np.array([channels, height, width])
    file["lr"] = float(learning_rate)
    file["layer_cnt"] = len(rows)
    file.create_dataset("name", data=[network.name, loss], dtype=text)
    for i, (words, numbers, array) in enumerate(rows):
        group = file.create_group(f"layer_{i}")
        group.create_dataset("_str", data=words, dtype=text)
        group["init_params_flag"] = numbers is not None
        if numbers is not None:
            group["init_params"] = np.array(numbers)
        group["params_flag"] = array is not None
        if isinstance(array, list):
            for number, one in enumerate(array):
                group[f"params/{number}"] = np.ascontiguousarray(one)
        elif array is not None:
            group["params"] = np.ascontiguousarray(array)


def _gives_rows(layer: Layer, given: Shape, after: Sequence[Layer]) -> bool:
    """True for a Reshape that hands the rows of an image to a recurrent layer."""
    rows = len(given) == 3 and given[-1] == 1 and layer.settings["target_shape"] == [*given[:-1]]
    return rows and bool(after) and after[0].kind == "SimpleRNN"


def _unsayable(why: str) -> ModelFileError:
    return ModelFileError(
        tr("The NumPy CNN layout cannot hold this network: {why}.", why=why),
        tr("Save it as .h5 or .keras."),
    )


def _without_bias(layer: Layer, arrays: Sequence[Any]) -> Sequence[Any]:
    if layer.settings.get("use_bias"):
        *arrays, bias = arrays
        if np.any(bias):
            raise _unsayable(tr("the layer {layer_name} has a bias", layer_name=layer.name))
    return arrays


def _even(layer: Layer, *keys: str) -> list[int]:
    """Sizes that are the same in both directions, as one number each."""
    for key in keys:
        if len(set(layer.settings[key])) != 1:
            raise _unsayable(
                tr(
                    "the {setting} of {layer_name} is not square",
                    setting=key.replace("_", " "),
                    layer_name=layer.name,
                )
            )
    return [int(layer.settings[key][0]) for key in keys]


def _plain(layer: Layer) -> str:
    activation = layer.settings["activation"]
    if not isinstance(activation, str):
        raise _unsayable(tr("the activation of {layer_name} has settings", layer_name=layer.name))
    return activation
