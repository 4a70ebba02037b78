"""Snapshots made from named weights, as a training state or a model file holds them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layers import LayerSpec, short_text
from ffstudio.core.experiment.sizes import layer_shapes, net_settings, shortcuts_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import StackError, stack_architecture
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.image_shape import is_coloured, shape_text, with_channels
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights
from ffstudio.core.mathematics import GOODNESS, num_features
from ffstudio.core.mathematics.batch_norm import fold
from ffstudio.core.words import tr

State = Mapping[str, npt.NDArray[Any]]


def ff_snapshot(state: State, spec: ExperimentSpec, shape: DataShape) -> FFSnapshot:
    """The Forward-Forward net.

    Args:
        state: ``layer_0/kernel``, ``layer_0/bias``, ``layer_0/threshold``, …,
            ``layer_0/projection`` where the goodness has one, and ``read_out/kernel``, ``read_out/bias`` of a net with a read-out.

    Raises:
        ModelFileError: A weight is missing or has another shape than ``spec`` says.
    """
    ff, classes = spec.ff, shape.num_classes
    settings = net_settings(ff, shape.num_inputs, classes, shape.image_shape)
    outputs = layer_shapes(spec, shape.image_shape)
    widths = [layer.units for layer in spec.layers]
    layers = []
    below: tuple[int, ...] = (shape.num_inputs,)
    if spec.layers and spec.layers[0].sees_places:
        below = with_channels(shape.image_shape)
    try:
        shortcuts = shortcuts_of(spec, shape.image_shape)
    except StackError as error:
        raise _no_fit(error) from error
    for i, (layer, size) in enumerate(zip(spec.layers, outputs, strict=True)):
        extra = kind_of(ff).extra_inputs(i, widths, settings)
        projection = None
        if GOODNESS[ff.goodness].projection:
            wanted = (num_features(size), classes)
            projection = _array(state, f"layer_{i}/projection", wanted, f"Layer {i + 1}")
        made = _weights(state, i, layer, (below, size), extra, projection)
        if (beside := shortcuts[i]) is not None:
            matrix = None
            if beside.kernel:
                matrix = _array(state, f"layer_{i}/shortcut", beside.kernel, f"Layer {i + 1}")
            made = replace(made, skip=layer.block, shortcut=matrix, shortcut_stride=beside.stride)
        layers.append(made)
        below = size
    read_out = None
    if ff.has_read_out:
        width = sum(math.prod(outputs[i]) for i in settings.layers_read(len(outputs)))
        kernel = _array(state, "read_out/kernel", (width, classes), "The read-out")
        bias = _array(state, "read_out/bias", (classes,), "The read-out")
        read_out = DenseWeights(kernel, bias, "softmax")
    return FFSnapshot(
        tuple(layers),
        classes,
        ff.goodness,
        ff.normalisation,
        ff.label_embedding,
        ff.label_amplitude,
        ff.votes,
        ff.label_scale,
        ff.label_repeats,
        ff.supervision,
        shape.image_shape,
        read_out,
        ff.frames,
        read_layers=ff.read_layers,
    )


def bp_snapshot(state: State, network: Network, shape: DataShape) -> NetworkSnapshot:
    """The backprop net.

    Args:
        state: ``layer_I/K``, the I-th layer's K-th array as :func:`weight_slots` count.

    Raises:
        ModelFileError: A weight is missing or has another shape than the network says.
    """
    return NetworkSnapshot(network, network_weights(state, network), shape.image_shape)


def net_title(spec: ExperimentSpec, shape: DataShape) -> str:
    """What the nets are, for a reader: ``MNIST 784-500-500``, or the name of the file.

    Of pictures in colour their shape is told: ``32×32×3-500-500``.
    """
    if spec.network is not None:
        return spec.network.source or spec.name
    if spec.is_stack:
        seen = [shape_text(shape.image_shape)] if is_coloured(shape.image_shape) else []
        return f"{shape.title} {'-'.join([*seen, *map(short_text, spec.layers)])}".strip()
    coloured = is_coloured(shape.image_shape)
    inputs = shape_text(shape.image_shape) if coloured else str(shape.num_inputs)
    widths = "-".join([inputs, *(str(x.units) for x in spec.layers)])
    return f"{shape.title} {widths}".strip()


def network_of(spec: ExperimentSpec, shape: DataShape) -> Network:
    """The net of an experiment that has one: its file's, or the builder's layers as one.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    if spec.network is not None:
        return spec.network
    try:
        return Network(stack_architecture(spec, shape.image_shape, shape.num_classes))
    except StackError as error:
        raise _no_fit(error) from error


def network_weights(state: State, network: Network) -> dict[str, tuple[npt.NDArray[Any], ...]]:
    """Weights by the path of their layer, out of a training state.

    Args:
        state: ``layer_I/K``, the I-th layer's K-th array as :func:`weight_slots` count.

    Raises:
        ModelFileError: A weight is missing or has another shape than the network says.
    """
    by_path: dict[str, list[npt.NDArray[Any]]] = {}
    for name, path, size in weight_slots(network):
        by_path.setdefault(path, []).append(_array(state, name, size, f"The layer {path}"))
    return {path: tuple(arrays) for path, arrays in by_path.items()}


def network_state(
    weights: Mapping[str, Sequence[npt.NDArray[Any]]], network: Network
) -> dict[str, npt.NDArray[Any]]:
    """The inverse of :func:`network_weights`.

    Raises:
        ModelFileError: The weights belong to another network.
    """
    waiting = {path: list(arrays) for path, arrays in weights.items()}
    state = {}
    for name, path, size in weight_slots(network):
        arrays = waiting.get(path)
        if not arrays or tuple(arrays[0].shape) != size:
            raise ModelFileError(
                tr("The weights of {path} do not fit.", path=path), tr("Open the model again.")
            )
        state[name] = np.asarray(arrays.pop(0))
    return state


def weight_slots(network: Network) -> list[tuple[str, str, tuple[int, ...]]]:
    """(name in a training state, path of the layer, shape) of every array of a network."""
    slots = []
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    for layer in network.architecture.layers:
        for weight in network.flow.weights.get(layer.name, ()):
            index = numbers.setdefault(weight.layer, len(numbers))
            part = counts[weight.layer] = counts.get(weight.layer, -1) + 1
            slots.append((f"layer_{index}/{part}", weight.layer, weight.shape))
    return slots


def _weights(
    state: State,
    index: int,
    layer: LayerSpec,
    shapes: tuple[tuple[int, ...], tuple[int, ...]],
    extra: int,
    projection: npt.NDArray[np.float32] | None,
) -> DenseWeights:
    """A layer's weights; ``shapes`` are what it sees and what comes out of it."""
    who, (below, above) = f"Layer {index + 1}", shapes
    size: tuple[int, ...] = (math.prod(below) + extra, layer.units)
    if layer.kind == "conv":
        seen = (below[-1] + extra) // layer.groups
        size = (layer.kernel_size, layer.kernel_size, seen, layer.units)
    if layer.kind == "local":
        size = (math.prod(above[:2]), layer.kernel_size**2, below[-1] + extra, layer.units)
    kernel = _array(state, f"layer_{index}/kernel", size, who)
    biases = above if layer.kind == "local" else (layer.units,)
    bias = _array(state, f"layer_{index}/bias", biases, who)
    if layer.batch_norm:
        # One image sees the running means, which a kernel and a bias can hold.
        names = ("gamma", "beta", "moving_mean", "moving_variance")
        norm = [_array(state, f"layer_{index}/{name}", (layer.units,), who) for name in names]
        kernel, bias = fold(kernel, bias, *norm)
    threshold = 0.0
    if f"layer_{index}/threshold" in state:
        threshold = float(_array(state, f"layer_{index}/threshold", (), who))
    if layer.kind == "local":
        return FieldWeights(
            kernel,
            bias,
            layer.activation,
            threshold,
            stride=layer.stride,
            padding="valid",
            projection=projection,
        )
    if layer.kind == "conv":
        return ConvWeights(
            kernel,
            bias,
            layer.activation,
            threshold,
            layer.pooling,
            layer.stride,
            layer.padding,
            layer.groups,
            projection=projection,
            has_batch_norm=layer.batch_norm,
        )
    return DenseWeights(
        kernel,
        bias,
        layer.activation,
        threshold,
        projection=projection,
        has_batch_norm=layer.batch_norm,
    )


def _array(state: State, name: str, size: tuple[int, ...], who: str) -> npt.NDArray[np.float32]:
    if name not in state:
        raise ModelFileError(
            tr("The file lacks {name}.", name=repr(name)), tr("It may be damaged.")
        )
    array = state[name]
    if array.shape != size:
        raise ModelFileError(
            tr(
                "{who} has weights of shape {array_shape}, expected {size}.",
                who=who,
                array_shape=array.shape,
                size=size,
            ),
            tr("The file may be damaged."),
        )
    return array


def _no_fit(error: StackError) -> ModelFileError:
    return ModelFileError(
        tr(
            "Layer {error_index} {error_reason}.",
            error_index=error.index + 1,
            error_reason=error.reason,
        ),
        tr("Change the layers."),
    )
