"""What each layer costs: parameters, memory, multiply-adds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ffstudio.core.experiment.sizes import layer_shapes, net_settings, shortcuts_of
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import stack_rows
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.image_shape import ImageShape, with_channels
from ffstudio.core.mathematics import GOODNESS, num_features
from ffstudio.core.mathematics.convolution import conv_places
from ffstudio.core.mathematics.layer_choice import layer_weights, pick_layers
from ffstudio.core.words import tr


@dataclass(frozen=True)
class LayerCost:
    """Size of one layer in both nets.

    Attributes:
        inputs: Inputs of the layer, without label units.
        units: Outputs: units, or height × width × channels.
        output_shape: (units,) or (height, width, channels).
        ff_parameters: Weights and biases, label units, top-down connections and the projection to
            the classes included.
        ff_memory: Bytes while Forward-Forward trains this layer: weights, gradients,
            optimizer moments, and the input and output activities of one batch of
            positive and negative examples. Only one layer's activities are held.
        bp_memory: Bytes this layer adds in the backprop twin; activities of all
            layers are held until the backward pass.
        multiply_adds: Per image and forward pass, with the kernel.
        projection: Weights of the Forward-Forward layer's projection to the classes; as many
            multiply-adds give the classes their scores.
        comparison: Weights of its map that images are compared by.
        biases: How many there are among the parameters; not told of the output.
        batch_norm: Numbers of its batch normalisation, in either net; half of them learn.
        unlearnt: How many of the Forward-Forward parameters are not learnt by gradients: what counts
            along, and a projection that is drawn at random.
    """

    name: str
    inputs: int
    units: int
    output_shape: tuple[int, ...]
    ff_parameters: int
    bp_parameters: int
    ff_memory: int
    bp_memory: int
    multiply_adds: int
    projection: int = 0
    comparison: int = 0
    biases: int = 0
    batch_norm: int = 0
    unlearnt: int = 0


def count_comparison(spec: ExperimentSpec, shape: Sequence[int]) -> tuple[int, int]:
    """Weights of a Forward-Forward layer's map that images are compared by, and multiply-adds.

    Args:
        shape: What comes out of the layer: (units,) or (height, width, channels).
    """
    if not spec.ff.maps_to_compare:
        return 0, 0
    weights = 3 ** (len(shape) - 1) * shape[-1] ** 2
    return weights, weights * math.prod(shape[:-1])


_MOMENTS = {"adam": 2, "rmsprop": 1, "adagrad": 1, "momentum": 1, "sgd": 0}


def layer_costs(
    spec: ExperimentSpec,
    num_inputs: int,
    num_classes: int,
    num_samples: int | None = None,
    image_shape: ImageShape | None = None,
) -> list[LayerCost]:
    """Costs of each hidden layer and of the twin's softmax output, in order.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    if spec.is_stack:
        return _stack_costs(spec, num_inputs, num_classes, num_samples, image_shape)
    batch = min(spec.batch_size, num_samples) if num_samples else spec.batch_size
    size = image_shape or (1, num_inputs)
    shapes = layer_shapes(spec, size)
    shortcuts = shortcuts_of(spec, size)
    ff = spec.ff
    kind = kind_of(ff)
    settings = net_settings(ff, num_inputs, num_classes, size)
    widths = [layer.units for layer in spec.layers]
    bp_copies = 2 + _MOMENTS.get(spec.bp.optimizer, 2)
    rows: list[LayerCost] = []
    below: tuple[int, ...] = (
        with_channels(size) if spec.layers and spec.layers[0].sees_places else (num_inputs,)
    )
    for i, (layer, shape) in enumerate(zip(spec.layers, shapes, strict=True)):
        inputs, outputs = math.prod(below), math.prod(shape)
        extra = kind.extra_inputs(i, widths, settings)
        biases = layer.units
        if layer.kind == "local":
            biases = outputs
            patches = layer.kernel_size**2 * biases  # every unit has one of its own
            ff_weights, bp_weights = patches * (below[-1] + extra), patches * below[-1]
            multiply_adds, ff_inputs = ff_weights, inputs + extra * below[0] * below[1]
        elif layer.kind == "conv":
            patch = layer.kernel_size**2
            # Label planes come with the image alone, and where they do it has no groups.
            ff_weights = patch * ((below[-1] + extra) // layer.groups) * layer.units
            bp_weights = patch * (below[-1] // layer.groups) * layer.units
            before = conv_places(below[:2], layer.kernel_size, layer.stride, layer.padding)
            multiply_adds = math.prod(before) * ff_weights
            ff_inputs = inputs + extra * below[0] * below[1]
        else:
            ff_weights, bp_weights = (inputs + extra) * layer.units, inputs * layer.units
            multiply_adds, ff_inputs = ff_weights, inputs + extra
        if (beside := shortcuts[i]) is not None and beside.kernel:
            # It is used as often as the kernel: at each place that is summed up.
            own = math.prod(beside.kernel)
            multiply_adds += own * (multiply_adds // ff_weights)
            ff_weights, bp_weights = ff_weights + own, bp_weights + own
        how = GOODNESS[ff.goodness].projection
        projection = num_features(shape) * num_classes if how else 0
        comparison = count_comparison(spec, shape)[0]
        norm = 4 * layer.units if layer.batch_norm else 0
        ff_parameters = ff_weights + biases + projection + comparison + norm
        bp_parameters = bp_weights + biases + norm
        ff_copies = 2 + _MOMENTS.get(layer.optimizer, 2)
        unlearnt = (projection if how != "learnt" else 0) + norm // 2
        learnt = ff_parameters - unlearnt
        rows.append(
            LayerCost(
                tr("Layer {i}", i=i + 1),
                inputs,
                outputs,
                shape,
                ff_parameters,
                bp_parameters,
                4
                * (
                    ff_copies * learnt
                    + unlearnt
                    + kind.rows_to_learn(ff.negatives, num_classes) * batch * (ff_inputs + outputs)
                ),
                4 * (bp_copies * bp_parameters + batch * outputs),
                multiply_adds,
                projection,
                comparison,
                biases,
                norm,
                unlearnt,
            )
        )
        below = shape
    inputs = math.prod(below)
    parameters = (inputs + 1) * num_classes
    rows.append(
        LayerCost(
            tr("Output"),
            inputs,
            num_classes,
            (num_classes,),
            0,
            parameters,
            0,
            4 * (bp_copies * parameters + batch * num_classes),
            inputs * num_classes,
        )
    )
    return rows


def read_out_parameters(costs: Sequence[LayerCost], read_layers: str) -> int:
    """Weights and biases of the linear read-out.

    Args:
        costs: From :func:`layer_costs`.
        read_layers: Which layers it sees, as an experiment says it.
    """
    read = pick_layers(layer_weights(read_layers, len(costs) - 1, weighted=False))
    return (sum(costs[i].units for i in read) + 1) * costs[-1].units


def _stack_costs(
    spec: ExperimentSpec,
    num_inputs: int,
    num_classes: int,
    num_samples: int | None,
    image_shape: ImageShape | None,
) -> list[LayerCost]:
    """Of a net that only backprop trains."""
    batch = min(spec.batch_size, num_samples) if num_samples else spec.batch_size
    copies = 2 + _MOMENTS.get(spec.bp.optimizer, 2)
    sizes = stack_rows(spec, image_shape or (1, num_inputs), num_classes)
    rows = []
    for i, row in enumerate(sizes):
        outputs = math.prod(row.output)
        rows.append(
            LayerCost(
                tr("Layer {i}", i=i + 1) if i < len(spec.layers) else tr("Output"),
                math.prod(row.below),
                outputs,
                row.output,
                0,
                row.parameters,
                0,
                4 * (copies * row.parameters + batch * outputs),
                row.multiply_adds,
            )
        )
    return rows
