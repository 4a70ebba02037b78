"""Sizes that follow from an experiment's settings."""

from __future__ import annotations

import math

from ffstudio.core.experiment.spec import ExperimentSpec, ForwardForwardSpec
from ffstudio.core.experiment.stack import plan_block, stack_rows
from ffstudio.core.forward_forward import NetSettings
from ffstudio.core.image_shape import ImageShape, size_of, with_channels
from ffstudio.core.mathematics.convolution import conv_places
from ffstudio.core.mathematics.local_fields import count_fields
from ffstudio.core.mathematics.shortcuts import Shortcut


def layer_shapes(spec: ExperimentSpec, image_shape: ImageShape) -> list[tuple[int, ...]]:
    """Output of each hidden layer: (units,), or (height, width, channels)."""
    if spec.is_stack:
        return [row.output for row in stack_rows(spec, image_shape, 10)[:-1]]
    height, width = size_of(image_shape)
    shapes: list[tuple[int, ...]] = []
    for layer in spec.layers:
        if layer.kind == "dense":
            shapes.append((layer.units,))
            continue
        if layer.kind == "local":
            height, width = count_fields((height, width), layer.kernel_size, layer.stride)
        else:
            height, width = conv_places(
                (height, width), layer.kernel_size, layer.stride, layer.padding, layer.pooling
            )
        shapes.append((height, width, layer.units))
    return shapes


def shortcuts_of(spec: ExperimentSpec, image_shape: ImageShape) -> list[Shortcut | None]:
    """The shortcut of each hidden layer of nets that Forward-Forward can train, None without one.

    Raises:
        StackError: What a block sees cannot be added to what its last layer sums up.
    """
    seen: list[tuple[int, ...]] = []
    made: list[Shortcut | None] = []
    below: tuple[int, ...] = (math.prod(image_shape),)
    if spec.layers and spec.layers[0].sees_places:
        below = with_channels(image_shape)
    for i, (layer, shape) in enumerate(
        zip(spec.layers, layer_shapes(spec, image_shape), strict=True)
    ):
        seen.append(below if layer.sees_places else (math.prod(below),))
        planned = None
        if layer.block:
            sums = shape
            if layer.kind == "conv":
                places = conv_places(below[:2], layer.kernel_size, layer.stride, layer.padding)
                sums = (*places, layer.units)
            planned = plan_block(layer, i, seen, sums)
        made.append(planned)
        below = shape
    return made


def threshold_of(spec: ExperimentSpec, index: int, units: int) -> float:
    """θ of one layer with ``units`` activities in all."""
    return spec.layers[index].threshold * (units if spec.ff.threshold_per_unit else 1)


def net_settings(
    ff: ForwardForwardSpec, num_inputs: int, num_classes: int, image_shape: ImageShape
) -> NetSettings:
    """What a Forward-Forward net must know beside its weights."""
    return NetSettings(
        num_inputs,
        num_classes,
        image_shape,
        ff.goodness,
        ff.normalisation,
        ff.label_embedding,
        ff.label_amplitude,
        ff.label_scale,
        ff.label_repeats,
        ff.votes,
        ff.frames,
        read_layers=ff.read_layers,
    )
