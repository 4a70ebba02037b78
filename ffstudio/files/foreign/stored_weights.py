"""Weights out of a model file, for an architecture: in Keras 3's order and layout.

Layouts: Keras 0 (``layer_0/param_0`` …), the ``.h5`` of Keras 1 to 3 (a group per layer,
named in attributes), and Keras 3's (``layers/<class>_<n>/vars/0`` …). What changed between
them is in Keras 2's ``preprocess_weights_for_loading`` (``engine/saving.py``, 2.2.4).
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Flow, Layer
from ffstudio.core.describe.kinds import Weight
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.hdf5 import Budget, as_weights, names, read_array
from ffstudio.files.migration.eras import Era, Notes

Floats = npt.NDArray[np.float32]
Weights = dict[str, tuple[Floats, ...]]

# What else Keras 3's layout may have beside the layers.
_NO_LAYERS = ("optimizer", "metrics", "vars", "seed_generator", "_metrics")

_PRUNING = re.compile(r"(mask|threshold|pruning_step)(_\d+)?(:\d+)?$")

MIRRORED = "kernels as Theano used them (mirrored) → turned round"
PERHAPS_MIRRORED = (
    "the file does not say whether Theano wrote it: its kernels may have to be turned round"
)


@dataclass(frozen=True)
class Stored:
    """The arrays of one layer as a file names them.

    Attributes:
        items: (name, data set) in the file's order.
    """

    name: str
    items: tuple[tuple[str, h5py.Dataset], ...]

    @property
    def shapes(self) -> tuple[tuple[int, ...], ...]:
        return tuple(tuple(int(n) for n in item.shape or ()) for _, item in self.items)


# --- what is there ----------------------------------------------------------------------


def weights_group(file: h5py.File) -> h5py.Group | None:
    """Where a legacy ``.h5`` keeps its weights: a group of its own, or the top."""
    for place in (file.get("model_weights"), file):
        if isinstance(place, h5py.Group) and any(
            name in place.attrs for name in ("layer_names", "layer_names0", "nb_layers")
        ):
            return place
    group = file.get("model_weights")
    return group if isinstance(group, h5py.Group) else None


def native_group(file: h5py.File | h5py.Group) -> h5py.Group | None:
    """Where Keras 3's layout keeps the layers; Keras 2.12 to 2.15 had another name for it."""
    for name in ("layers", "_layer_checkpoint_dependencies"):
        group = file.get(name)
        if isinstance(group, h5py.Group):
            return group
    # A model of a class of its own keeps its layers under the names of its attributes.
    own = [
        name
        for name in file
        if name not in _NO_LAYERS
        and any(isinstance(file.get(f"{name}/{part}"), h5py.Group) for part in ("vars", "layers"))
    ]
    return file if own else None


def list_legacy_layers(group: h5py.Group) -> list[Stored]:
    """All layers of a legacy ``.h5``, those without weights too, in the file's order.

    Raises:
        ModelFileError: A layer or an array that the file lists is not there.
    """
    if "nb_layers" in group.attrs:
        return _keras_0(group)
    layers = []
    for name in names(group, "layer_names"):
        inner = group.get(name)
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(
                tr("The file has no weights for {name}.", name=name[:80]), tr("It may be damaged.")
            )
        items = []
        for weight in names(inner, "weight_names"):
            item = inner.get(weight)
            if not isinstance(item, h5py.Dataset):
                raise ModelFileError(
                    tr("The file lacks weights it says it has."), tr("It may be damaged.")
                )
            items.append((weight, item))
        layers.append(Stored(name, tuple(items)))
    return layers


def _keras_0(group: h5py.Group) -> list[Stored]:
    count = group.attrs["nb_layers"]
    if not isinstance(count, (int, np.integer)) or not 0 <= count < 5_000:
        raise ModelFileError(tr("The file's number of layers is damaged."), tr("Get a fresh copy."))
    layers = []
    for i in range(int(count)):
        inner = group.get(f"layer_{i}")
        if not isinstance(inner, h5py.Group):
            raise ModelFileError(tr("The file has no layer {i}.", i=i), tr("It may be damaged."))
        items: list[tuple[str, h5py.Dataset]] = []
        while isinstance(inner.get(f"param_{len(items)}"), h5py.Dataset):
            items.append((f"param_{len(items)}", inner[f"param_{len(items)}"]))
        layers.append(Stored(f"layer_{i}", tuple(items)))
    return layers


def list_native_layers(group: h5py.Group) -> list[Stored]:
    """The layers of Keras 3's layout that have weights, by class and number.

    Arrays of inner layers are named by their path. The order between classes is not kept.
    """
    layers = [
        Stored(name, tuple(_native_items(group[name], "")))
        for name in group
        if name not in _NO_LAYERS
    ]
    return sorted(layers, key=lambda stored: _class_and_number(stored.name))


def _native_items(group: Any, path: str) -> Iterable[tuple[str, h5py.Dataset]]:
    if not isinstance(group, h5py.Group):
        return
    for name in sorted(group, key=_class_and_number):
        item = group[name]
        here = f"{path}/{name}" if path else name
        if isinstance(item, h5py.Dataset):
            if "seed_generator" not in here:
                yield here, item
        else:
            yield from _native_items(item, here)


def _class_and_number(name: str) -> tuple[str, int]:
    numbered = re.fullmatch(r"(.*?)_?(\d{1,9})", name)
    return (
        (numbered[1], int(numbered[2]))
        if numbered and numbered[1]
        else (name, int(name) if name.isdecimal() and len(name) < 10 else 0)
    )


# --- legacy layouts ---------------------------------------------------------------------


def read_legacy(
    group: h5py.Group,
    network: Architecture,
    sizes: Flow,
    era: Era,
    budget: Budget,
    notes: Notes,
    mirrored: bool | None = None,
) -> Weights:
    """Weights out of a legacy ``.h5``, by layer name, else by order as Keras does it.

    Args:
        mirrored: Whether kernels are turned round; None decides by the file's backend.

    Returns:
        Per path of a layer its arrays.

    Raises:
        ModelFileError: They are not there or do not fit.
    """
    stored = [s for s in list_legacy_layers(group) if s.items]
    expected = [x for x in network.layers if sizes.weights.get(x.name)]
    read = {s.name: [(n, _numbers(item, budget, n)) for n, item in s.items] for s in stored}
    turn = era.convolves if mirrored is None else mirrored

    def match(named: Mapping[str, Sequence[tuple[str, Floats]]]) -> Weights:
        matches: Weights = {}
        for layer in expected:
            shares = _share(named[layer.name], sizes.weights[layer.name], layer.name)
            for path, (wanted, given) in shares.items():
                leaf = _leaf(network, path)
                matches[path] = convert_arrays(leaf, given, wanted, era, notes, turn)
        return matches

    same_names = all(layer.name in read for layer in expected)
    if len(stored) != len(expected) and not same_names:
        raise ModelFileError(
            tr(
                "The network has {expected} layers with weights, the file has {stored}.",
                expected=len(expected),
                stored=len(stored),
            ),
            tr("The file may be damaged or belong to another network."),
        )
    in_order = {x.name: read[s.name] for x, s in zip(expected, stored, strict=False)}
    if same_names:
        try:
            return match(read)
        except ModelFileError:
            if len(stored) != len(expected):
                raise
            try:
                weights = match(in_order)
            except ModelFileError:
                return match(read)  # says what does not fit by name
    else:
        weights = match(in_order)
    notes.add(tr("weights are matched by their order: the layers' names differ"))
    return weights


def _numbers(item: h5py.Dataset, budget: Budget, name: str) -> Floats:
    array = read_array(item, budget)
    if array.dtype.kind in "iu" and array.size <= 1:  # a counter
        array = array.astype(np.float32)
    return as_weights(array, name)


def _leaf(network: Architecture, path: str) -> Layer:
    """The layer at a path of names, through networks and wrappers."""
    place: Architecture | Layer = network
    for name in path.split("/"):
        if isinstance(place, Architecture):
            place = place.layer(name)
        elif isinstance(place.inner, Architecture):
            place = place.inner.layer(name)
        elif isinstance(place.inner, Layer):
            place = place.inner
    if isinstance(place, Architecture):
        raise ModelFileError(tr("The network is damaged."), tr("Get a fresh copy."))
    return place


def _share(
    arrays: Sequence[tuple[str, Floats]], expected: Sequence[Weight], name: str
) -> dict[str, tuple[list[Weight], list[Floats]]]:
    """Gives each inner layer its arrays: by the names in the file, else by their order."""
    wanted: dict[str, list[Weight]] = {}
    for weight in expected:
        wanted.setdefault(weight.layer, []).append(weight)
    if len(wanted) == 1:
        ((path, weights),) = wanted.items()
        if len(arrays) > len(weights):  # what a wrapper that prunes keeps beside them
            arrays = [(t, a) for t, a in arrays if not _PRUNING.search(t)]
        return {path: (weights, [a for _, a in arrays])}
    named: dict[str, list[Floats]] = {path: [] for path in wanted}
    lost = False
    for title, array in arrays:
        fits = [path for path in wanted if _speaks_of(title, path)]
        if len(fits) == 1:
            named[fits[0]].append(array)
        else:
            lost = True
    if not lost and all(named[path] for path in wanted):
        return {path: (wanted[path], named[path]) for path in wanted}
    if len(arrays) != len(expected):
        raise ModelFileError(
            tr(
                "The layers inside {name} have {expected} arrays of weights, the file has "
                "{arrays}.",
                name=name,
                expected=len(expected),
                arrays=len(arrays),
            ),
            tr("The file may be damaged."),
        )
    values = [a for _, a in arrays]
    # Keras writes trainable arrays first; a frozen model's come layer by layer.
    trainable = [w for w in expected if w.trainable]
    for order in ([*trainable, *(w for w in expected if not w.trainable)], list(expected)):
        if all(w.shape == a.shape for w, a in zip(order, values, strict=True)):
            given: dict[str, list[Floats]] = {path: [] for path in wanted}
            pairs = sorted(
                zip(order, values, strict=True), key=lambda pair: expected.index(pair[0])
            )
            for weight, array in pairs:
                given[weight.layer].append(array)
            return {path: (wanted[path], given[path]) for path in wanted}
    raise ModelFileError(
        tr("The weights inside {name} do not fit its layers.", name=name),
        tr("The file may be damaged."),
    )


def _speaks_of(title: str, path: str) -> bool:
    """True when an array's name in the file contains the inner layer's name."""
    last = path.rsplit("/", 1)[-1]
    parts = [re.sub(r":\d+$", "", p) for p in title.split("/")]
    if last in ("forward", "backward"):
        return any(p == last or p.startswith(f"{last}_") for p in parts)
    if last == "layer":
        return False
    return last in parts or any(
        re.fullmatch(re.escape(last) + r"_(W|b|gamma|beta|running_mean|running_std|alphas?)", p)
        for p in parts
    )


# --- layouts of single layers -----------------------------------------------------------


def convert_arrays(
    layer: Layer,
    arrays: Sequence[Floats],
    expected: Sequence[Weight],
    era: Era,
    notes: Notes,
    mirrored: bool,
) -> tuple[Floats, ...]:
    """A layer's arrays as Keras 3 keeps them.

    Raises:
        ModelFileError: They do not fit the layer.
    """
    kept = list(arrays)
    kind = layer.kind
    if kind in ("LSTM", "GRU"):
        kept = _recurrent(kind, kept, layer, notes)
    if kept and "Conv" in kind:
        kept[0] = _kernel(layer, kept[0], expected[0].shape, era)
        if kind.startswith("Separable") and len(kept) > 1:
            kept[1] = _kernel(layer, kept[1], expected[1].shape, era)
        if mirrored and kind in ("Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose"):
            kept[0] = np.flip(kept[0], axis=tuple(range(kept[0].ndim - 2)))
            notes.add(tr(MIRRORED), turns=True)
        elif (
            era.major == 1 and not era.backend and layer.settings["data_format"] == "channels_first"
        ):
            notes.add(tr(PERHAPS_MIRRORED), turns=True)
    if kept and kind.startswith("LocallyConnected"):
        kept[0] = _local_kernel(layer, kept[0])
    if len(kept) != len(expected):
        raise ModelFileError(
            tr(
                "The layer {layer_name} ({kind}) has {expected} arrays of weights, the file "
                "has {kept}.",
                layer_name=layer.name,
                kind=kind,
                expected=len(expected),
                kept=len(kept),
            ),
            tr("The file may be damaged."),
        )
    for array, weight in zip(kept, expected, strict=True):
        if array.shape != weight.shape:
            raise ModelFileError(
                tr(
                    "The {role} of {layer_name} ({kind}) should be {text}, the file's is {text_2}.",
                    role=weight.role,
                    layer_name=layer.name,
                    kind=kind,
                    text=_text(weight.shape),
                    text_2=_text(array.shape),
                ),
                tr("The file may be damaged or belong to another network."),
            )
    # (NumPy would make a single number an array of one.)
    return tuple(np.ascontiguousarray(a).reshape(a.shape) for a in kept)


def _text(shape: Sequence[int]) -> str:
    return "×".join(map(str, shape)) or "one number"


def _kernel(layer: Layer, kernel: Floats, wanted: tuple[int, ...], era: Era) -> Floats:
    if era.major > 1:
        return kernel
    first = layer.settings["data_format"] == "channels_first"
    if layer.kind == "Conv1D" and kernel.ndim == 4:
        if kernel.shape[1] != 1 or kernel.shape[0] != wanted[0] or kernel.shape[3] != wanted[2]:
            kernel = kernel.transpose(2, 3, 1, 0)  # before Keras 1.1
        return kernel[:, 0]
    if kernel.ndim != 4 and kernel.ndim != 5:
        return kernel
    spatial = kernel.ndim - 2
    if layer.kind == "Conv2DTranspose":
        return kernel.transpose(2, 3, 0, 1) if first else kernel.transpose(0, 1, 3, 2)
    if first:  # (filters, channels, rows, columns)
        return kernel.transpose(*range(2, 2 + spatial), 1, 0)
    return kernel


def _local_kernel(layer: Layer, kernel: Floats) -> Floats:
    """Patches with their channels last, as the images come to have them."""
    sizes = layer.settings["kernel_size"]
    if layer.settings["data_format"] != "channels_first" or kernel.ndim != 3:
        return kernel
    channels, rest = divmod(kernel.shape[1], math.prod(sizes))
    if rest:
        return kernel
    patches = kernel.reshape(len(kernel), channels, *sizes, kernel.shape[2])
    return np.moveaxis(patches, 1, -2).reshape(kernel.shape)


# How Keras 3's layout calls the parts of a MultiHeadAttention; tf.keras put a _ before.
_HEADS = ("query_dense", "key_dense", "value_dense", "output_dense")


def _recurrent(kind: str, arrays: list[Floats], layer: Layer, notes: Notes) -> list[Floats]:
    """Keras 1 kept every gate's arrays apart; cuDNN has its own order and two biases."""
    gates = 4 if kind == "LSTM" else 3
    units = layer.settings["units"]
    if len(arrays) == 3 * gates:
        # Keras 1: W, U, b per gate; LSTM i, c, f, o → i, f, c, o.
        order = (0, 6, 3, 9) if kind == "LSTM" else (0, 3, 6)
        notes.add(tr("gates kept apart (Keras 1) → joined"), turns=True)
        return [np.concatenate([arrays[i + j] for i in order], axis=-1) for j in range(3)]
    if len(arrays) != 3 or arrays[2].shape != (2 * gates * units,):
        return arrays
    kernel, recurrent, bias = arrays
    inputs = [k.T.reshape(k.shape, order="F") for k in np.split(kernel, gates, axis=1)]
    states = [k.T for k in np.split(recurrent, gates, axis=1)]
    both = bias.reshape(2, -1)
    return [
        np.concatenate(inputs, axis=1),
        np.concatenate(states, axis=1),
        both.sum(axis=0) if kind == "LSTM" else both,
    ]


# --- Keras 3's layout -------------------------------------------------------------------


def read_native(
    file: h5py.File | h5py.Group, network: Architecture, sizes: Flow, budget: Budget
) -> Weights:
    """Weights out of Keras 3's layout, which numbers the layers of each class.

    Raises:
        ModelFileError: They are not there or do not fit.
    """
    weights: Weights = {}
    _native_network(file, network, sizes.weights, "", budget, weights)
    return weights


def _native_network(
    place: h5py.Group,
    network: Architecture,
    expected: Mapping[str, Sequence[Weight]],
    path: str,
    budget: Budget,
    weights: Weights,
) -> None:
    group = native_group(place)
    waiting: dict[str, list[str]] = {}
    for name in sorted(group or (), key=_class_and_number):
        if any(True for _ in _native_items(group[name], "")):  # type: ignore[index]
            waiting.setdefault(_stem(name, network), []).append(name)
    for layer in network.layers:
        wanted = expected.get(layer.name)
        if not wanted:
            continue
        names_left = next((waiting[s] for s in _stems(layer) if waiting.get(s)), None)
        if group is None or not names_left:
            raise ModelFileError(
                tr("The file has no weights for {layer_name}.", layer_name=layer.name),
                tr("It may be damaged."),
            )
        inner = group[names_left.pop(0)]
        here = f"{path}/{layer.name}" if path else layer.name
        _native_layer(inner, layer, wanted, here, budget, weights)


def _native_layer(
    group: h5py.Group,
    layer: Layer,
    wanted: Sequence[Weight],
    path: str,
    budget: Budget,
    kept: Weights,
) -> None:
    if isinstance(layer.inner, Architecture):
        expected = {
            name: list(weights)
            for name, weights in itertools.groupby(
                wanted, key=lambda w: w.layer.removeprefix(_prefix(wanted, layer)).split("/")[0]
            )
        }
        _native_network(group, layer.inner, expected, path, budget, kept)
        return
    parts: dict[str, list[Weight]] = {}
    for weight in wanted:
        parts.setdefault(weight.layer, []).append(weight)
    for name, weights in parts.items():
        last = name.rsplit("/", 1)[-1]
        place: Any = group
        if layer.kind == "Bidirectional":
            place = group.get(f"{last}_layer")
        elif layer.kind == "TimeDistributed":
            place = group.get("layer")
        arrays = []
        if isinstance(place, h5py.Group):
            sources = ["vars", "cell/vars"]
            if layer.kind == "MultiHeadAttention":
                sources = [f"{_}{part}/vars" for part in _HEADS for _ in ("", "_")]
            for source in sources:
                inner = place.get(source)
                if isinstance(inner, h5py.Group):
                    arrays += [
                        _numbers(inner[n], budget, f"{name}/{n}")
                        for n in sorted(inner, key=_class_and_number)
                    ]
        leaf = layer.inner if isinstance(layer.inner, Layer) else layer
        end = f"{path}/{last}" if layer.inner is not None else path
        kept[end] = convert_arrays(leaf, arrays, weights, Era(major=3), Notes(), False)


def _prefix(wanted: Sequence[Weight], layer: Layer) -> str:
    """What precedes the inner layers' names in the paths of a network's weights."""
    parts = wanted[0].layer.split("/")
    return "/".join(parts[: parts.index(layer.name) + 1]) + "/"


def _stem(name: str, network: Architecture) -> str:
    """The class part of ``conv2d_3``; ``conv2d`` itself ends in no number."""
    return re.sub(r"_\d+$", "", name)


def _stems(layer: Layer) -> tuple[str, ...]:
    if layer.kind == "Model":
        return ("functional", "sequential", "model")
    if layer.kind in ("SimpleRNN", "LSTM", "GRU"):
        return (snake_case(layer.kind), "rnn")  # RNN around a cell
    return (snake_case(layer.kind),)


def snake_case(name: str) -> str:
    """As Keras makes a layer's name from its class."""
    name = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
