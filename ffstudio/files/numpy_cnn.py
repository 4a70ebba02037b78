"""The NumPy CNN framework's ``.h5`` layout, read into an architecture.

At the top ``input_shape`` (C, H, W), ``lr``, ``layer_cnt`` and ``name`` (model and loss);
a group ``layer_0`` … per layer with ``_str`` (class, then padding and activation),
``init_params`` (Conv2D: filters, kernel size, stride; Dense: units) and ``params``.
Kernels are (out, C, kH, kW), slid without mirroring; dense weights are (units, inputs);
there are no biases; images are channels first; the output is a softmax.
"""

from __future__ import annotations

from typing import Any

import h5py
import numpy as np

from ffstudio.core.architecture import Architecture, Layer, chain
from ffstudio.core.errors import ModelFileError
from ffstudio.core.layer_kinds import ACTIVATION_NAMES, checked
from ffstudio.files.hdf5 import Budget, as_weights, read_array
from ffstudio.files.migration.channels import Weights, channels_last

MOST_LAYERS = 1_000
_ALIASES = {"none": "linear", "": "linear", "identity": "linear"}


def is_numpy_cnn(file: h5py.File) -> bool:
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
            raise ModelFileError(f"The file's {name} is too large.", "The file is refused.")
        values = np.asarray(group.attrs[name])
    else:
        raise ModelFileError(f"The file's {name} is no number.", "It may be damaged.")
    if values.size > 64 or not np.isfinite(values).all():
        raise ModelFileError(f"The file's {name} cannot be read.", "It may be damaged.")
    return [float(v) for v in np.ravel(values)]


def _texts(group: Any, name: str, budget: Budget) -> list[str]:
    item = _item(group, name)
    if item is None:
        return []
    kind = item.id.get_type() if isinstance(item, h5py.Dataset) else item.get_type()
    size = item.id.get_storage_size() if isinstance(item, h5py.Dataset) else item.get_storage_size()
    if not isinstance(kind, h5py.h5t.TypeStringID) or size > 4096:
        raise ModelFileError(f"The file's {name} is no text.", "It may be damaged.")
    if isinstance(item, h5py.Dataset):
        budget.take(item)
        found = item[()]
    else:
        found = group.attrs[name]
    return [
        v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in np.ravel(found)
    ]


def read(file: h5py.File, budget: Budget) -> tuple[Architecture, Weights, dict[str, Any]]:
    """Network, weights and training settings, with channels last.

    Raises:
        ModelFileError: The file is damaged, or has a layer that ffstudio does not know.
    """
    shape = [int(n) for n in _numbers(file, "input_shape", budget)]
    (count,) = _numbers(file, "layer_cnt", budget)[:1] or (0.0,)
    if len(shape) != 3 or min(shape) < 1 or not 1 <= count <= MOST_LAYERS:
        raise ModelFileError("The file's input shape or number of layers is damaged.", "")
    layers: list[Layer] = []
    weights: Weights = {}
    for i in range(int(count)):
        group = file.get(f"layer_{i}")
        if not isinstance(group, h5py.Group):
            raise ModelFileError(f"The file has no layer {i}.", "It may be damaged.")
        layer = _layer(f"layer_{i}", group, budget, last=i == int(count) - 1)
        layers.append(layer)
        arrays = _params(group, budget, layer.name)
        if arrays:
            weights[layer.name] = _arrays(layer, arrays)
    title = (_texts(file, "name", budget) or ["NumPy CNN"])[0]
    training: dict[str, Any] = {"loss": (_texts(file, "name", budget) or ["", ""])[-1]}
    if _item(file, "lr") is not None:
        training["learning_rate"] = _numbers(file, "lr", budget)[0]
    network = chain(title, layers, tuple(shape))
    made, moved = channels_last(network, weights)
    return made, moved, training


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
            raise ModelFileError(f"The settings of {name} are damaged.", "Get a fresh copy.")
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
            raise ModelFileError(f"The settings of {name} are damaged.", "Get a fresh copy.")
        default = "softmax" if kind == "Output" or last else "linear"
        settings = {
            "units": numbers[0],
            "use_bias": False,
            "activation": _activation(rest, default),
        }
        kind = "Dense"
    elif kind == "Recurrent":
        if not numbers:
            raise ModelFileError(f"The settings of {name} are damaged.", "Get a fresh copy.")
        settings = {"units": numbers[0], "use_bias": False, "activation": _activation(rest, "tanh")}
        kind = "SimpleRNN"
    elif kind != "Flatten":
        raise ModelFileError(
            f"The layer {name} is of the class {kind[:80]}, which ffstudio does not know.",
            "Only layers that ffstudio knows are built.",
        )
    return Layer(name, kind, checked(kind, settings, name))


def _activation(words: list[str], default: str) -> str:
    for word in words:
        found = _ALIASES.get(word, word)
        if found in ACTIVATION_NAMES:
            return found
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
            raise ModelFileError(f"The weights of {layer.name} have an odd shape.", "")
    return tuple(turned)
