"""The builder's layers as one architecture, for nets that only backprop can train.

Convolutions, pooling and recurrent layers in any order that makes sense; what has to stand
between them (a Flatten, rows as time steps) is put in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain, flow
from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layer_kinds.kind import (
    IMAGE,
    LIST,
    ROWS,
    Misfit,
    activation_name,
    make_layer,
    shortcut_name,
)
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.image_shape import (
    ImageShape,
    count_channels,
    count_numbers,
    size_of,
    with_channels,
)
from ffstudio.core.mathematics.shortcuts import Shortcut, plan_shortcut
from ffstudio.core.words import tr

OUTPUT = "output"
# As :func:`chain` names it where no layer has that name, and none here has.
INPUT = "input"


def builder_title(name: str) -> str | None:
    """``Layer 2`` or ``Output`` for the name of a part of the builder's net; None of others."""
    if name == OUTPUT:
        return tr("Output")
    number = name.rpartition("_")[2]
    return tr("Layer {number}", number=number) if number.isdigit() else None


@dataclass(frozen=True)
class Part:
    """A layer of the architecture and the builder's layer it stems from.

    Attributes:
        index: 0-based; the number of layers for the output.
        layer: It says what feeds it where that is not the one before.
    """

    index: int
    layer: Layer


class StackError(ValueError):
    """A layer cannot stand where it is.

    Attributes:
        index: Of the builder's layer.
        name: The setting to change.
        reason: What is wrong, lower case, no full stop.
        fix: One sentence.
        value: What to change the setting to.
    """

    def __init__(self, index: int, misfit: Misfit) -> None:
        super().__init__(misfit.reason)
        self.index = index
        self.name, self.reason = misfit.name, misfit.reason
        self.fix, self.value = misfit.fix, misfit.value


def input_shape(spec: ExperimentSpec, image_shape: ImageShape) -> tuple[int, ...]:
    """Of one image as the net takes it: numbers, rows of numbers, or with its channels.

    The first layer to which places matter decides.
    """
    height, width = size_of(image_shape)
    for layer in spec.layers:
        enters = LAYER_KINDS[layer.kind].enters
        if enters == IMAGE:
            return with_channels(image_shape)
        if enters == ROWS:
            return (height, width * count_channels(image_shape))
        if enters == LIST:
            break
    return (count_numbers(image_shape),)


def stack_parts(spec: ExperimentSpec, image_shape: ImageShape, num_classes: int) -> Iterator[Part]:
    """The layers of the architecture in order, the softmax output last.

    Raises:
        StackError: One cannot stand where it is.
    """
    shape: tuple[int, ...] = input_shape(spec, image_shape)
    seen: list[tuple[str, tuple[int, ...]]] = []  # what feeds each layer, and its shape
    last = INPUT
    for i, layer in enumerate(spec.layers):
        kind, name = LAYER_KINDS[layer.kind], f"{layer.kind}_{i + 1}"
        if kind.needs == IMAGE and len(shape) != 3:
            raise _place_error(i, tr("an image"))
        if kind.needs == ROWS and len(shape) == 1:
            raise _place_error(i, tr("rows to read one after another"))
        if kind.needs == ROWS and len(shape) == 3:
            shape = (shape[0], shape[1] * shape[2])
            last = f"{name}_rows"
            yield Part(i, make_layer("Reshape", last, target_shape=list(shape)))
        if kind.needs == LIST and len(shape) > 1:
            shape = (math.prod(shape),)
            last = f"{name}_flatten"
            yield Part(i, make_layer("Flatten", last))
        seen.append((last, shape))
        for made in kind.make(layer, name, _reads_on(spec.layers, i)):
            misfit = kind.misfit(layer, made, shape)
            if misfit is not None:
                raise StackError(i, misfit)
            if layer.block and made.name == activation_name(name):
                yield from _make_shortcut(layer, i, seen, last, shape)
            shape, last = _output(made, shape), made.name
            yield Part(i, made)
    if len(shape) > 1:
        yield Part(len(spec.layers), make_layer("Flatten", f"{OUTPUT}_flatten"))
    output = {"units": num_classes, "activation": "softmax", "use_bias": spec.bp.output_bias}
    yield Part(len(spec.layers), make_layer("Dense", OUTPUT, **output))


def plan_block(
    layer: LayerSpec, index: int, seen: Sequence[tuple[int, ...]], sums: tuple[int, ...]
) -> Shortcut:
    """How what a block sees is added to the sums of its last layer, ``index``.

    Args:
        seen: Shapes of what each layer up to this one sees.
        sums: Shape of what this one sums up.

    Raises:
        StackError: It cannot be added.
    """
    if layer.block > index:
        what = tr("reaches below layer 1 (layers below this one: {count})", count=index)
        fix = tr("Set it to {legal}.", legal=index)
        raise StackError(index, Misfit("skip", what, fix, index))
    given = seen[index + 1 - layer.block]
    planned = plan_shortcut(given, sums)
    if planned is None:
        what = tr(
            "cannot be this: layer {first} sees {given}, which no stride brings to the {own} that "
            "are summed here",
            first=index + 2 - layer.block,
            given="×".join(map(str, given)),
            own="×".join(map(str, sums)),
        )
        raise StackError(index, Misfit("skip", what, tr("Set it to {legal}.", legal=0), 0))
    return planned


def _make_shortcut(
    layer: LayerSpec,
    index: int,
    seen: Sequence[tuple[str, tuple[int, ...]]],
    sums: str,
    shape: tuple[int, ...],
) -> Iterator[Part]:
    """What brings a block's input to its last layer's sums, and adds it.

    Args:
        seen: What feeds each layer so far, and its shape.
        sums, shape: Of that last layer, and what comes out there.
    """
    name = f"{layer.kind}_{index + 1}"
    planned = plan_block(layer, index, [given for _, given in seen], shape)
    beside = seen[index + 1 - layer.block][0]
    if planned.kernel:
        fed, beside = ((Port(beside),),), shortcut_name(name)
        if len(shape) == 1:
            made = make_layer("Dense", beside, units=layer.units, use_bias=False)
        else:
            made = make_layer(
                "Conv2D", beside, filters=layer.units, kernel_size=1, strides=planned.stride,
                padding="same", use_bias=False,
            )  # fmt: skip
        yield Part(index, replace(made, calls=fed))
    made = make_layer("Add", f"{name}_add")
    yield Part(index, replace(made, calls=((Port(sums), Port(beside)),)))


def _wire(name: str, parts: Sequence[Part], shape: tuple[int, ...]) -> Architecture:
    """Each layer fed by the one before it, or by what it says itself."""
    network = chain(name, [part.layer for part in parts], shape)
    own = {part.layer.name: part.layer.calls for part in parts if part.layer.calls}
    layers = (replace(x, calls=own[x.name]) if x.name in own else x for x in network.layers)
    return replace(network, layers=tuple(layers))


def _place_error(index: int, wanted: str) -> StackError:
    reason = tr(
        "cannot be this one: layer {index} hands on a plain list of numbers, not {wanted}",
        index=index,
        wanted=wanted,
    )
    return StackError(index, Misfit("kind", reason, tr("Make it dense."), "dense"))


def stack_architecture(
    spec: ExperimentSpec, image_shape: ImageShape, num_classes: int
) -> Architecture:
    """The net of an experiment's layers; they must have no conflicts.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    parts = list(stack_parts(spec, image_shape, num_classes))
    return _wire(spec.name[:80] or "net", parts, input_shape(spec, image_shape))


def _reads_on(layers: Sequence[LayerSpec], index: int) -> bool:
    """True when a layer above reads row by row what comes out."""
    for layer in layers[index + 1 :]:
        kind = LAYER_KINDS[layer.kind]
        if kind.needs == ROWS:
            return True
        if not kind.keeps_rows:
            return False
    return False


def _output(layer: Layer, below: tuple[int, ...]) -> tuple[int, ...]:
    """Shape of what a layer makes of what is below it."""
    one = chain("one", [layer], below)
    return tuple(n or 1 for n in flow(one).shapes[one.outputs[0]])


# --- sizes ------------------------------------------------------------------------------


@dataclass(frozen=True)
class StackRow:
    """Size of one of the builder's layers, the output last.

    Attributes:
        output: Shape of what comes out of it.
        below: Shape of what it sees.
        parameters: Numbers it has learnt or keeps.
        not_trainable: How many of them only count along.
        multiply_adds: Per image.
    """

    output: tuple[int, ...]
    below: tuple[int, ...]
    parameters: int
    not_trainable: int
    multiply_adds: int


def stack_rows(spec: ExperimentSpec, image_shape: ImageShape, num_classes: int) -> list[StackRow]:
    """Sizes of all layers of the builder and of the output.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    parts = list(stack_parts(spec, image_shape, num_classes))
    network = _wire("net", parts, input_shape(spec, image_shape))
    sizes = flow(network)
    shapes = {port.layer: tuple(n or 1 for n in size) for port, size in sizes.shapes.items()}
    below = tuple(input_shape(spec, image_shape))
    rows = []
    for i in range(len(spec.layers) + 1):
        kind = LAYER_KINDS[spec.layers[i].kind if i < len(spec.layers) else "dense"]
        given, total, fixed, adds = below, 0, 0, 0
        for layer in (part.layer for part in parts if part.index == i):
            weights = sizes.weights.get(layer.name, ())
            total += sum(w.size for w in weights)
            fixed += sum(w.size for w in weights if not w.trainable)
            kernels = sum(w.size for w in weights if "kernel" in w.role)
            if kernels:
                adds += kernels * kind.kernel_uses(below, shapes[layer.name])
            below = shapes[layer.name]
        rows.append(StackRow(below, given, total, fixed, adds))
    return rows


# --- weights ----------------------------------------------------------------------------


def initial_weights(network: Architecture, seed: int) -> dict[str, list[npt.NDArray[np.float32]]]:
    """Weights as Keras draws them, from a stream of the run's own.

    Kernels are Glorot-uniform (Glorot and Bengio 2010, equation 16), recurrent kernels
    orthogonal, biases 0 but an LSTM's forget gate's 1 (Jozefowicz et al. 2015).

    Returns:
        Per path of a layer its arrays in Keras 3's order.
    """
    rng = np.random.default_rng([seed, 0x57AC])
    arrays: dict[str, list[npt.NDArray[np.float32]]] = {}
    layers = {layer.name: layer for layer in network.layers}
    for name, weights in flow(network).weights.items():
        for weight in weights:
            layer = layers[name]
            inner = layer.inner if isinstance(layer.inner, Layer) else layer
            array = _draw(inner.kind, weight.role, weight.shape, rng)
            arrays.setdefault(weight.layer, []).append(array.astype(np.float32))
    return arrays


def _draw(
    kind: str, role: str, shape: tuple[int, ...], rng: np.random.Generator
) -> npt.NDArray[np.floating]:
    if role == "recurrent_kernel" and len(shape) == 2:
        wide, rest = np.linalg.qr(rng.normal(size=(max(shape), min(shape))))
        wide = wide * np.where(np.diag(rest) < 0, -1, 1)  # else not all are equally likely
        return wide if wide.shape == shape else wide.T
    if "kernel" in role:
        # Places of a convolution feed the same weights; local fields have none in common.
        field = 1 if kind.startswith("LocallyConnected") else math.prod(shape[:-2])
        limit = math.sqrt(6 / (field * (shape[-2] + shape[-1])))
        return rng.uniform(-limit, limit, shape)
    if role == "embeddings":
        return rng.uniform(-0.05, 0.05, shape)
    if role in ("gamma", "moving_variance", "variance"):
        return np.ones(shape)
    zeros = np.zeros(shape)
    if kind == "LSTM" and role == "bias":
        units = shape[0] // 4
        zeros[units : 2 * units] = 1
    return zeros
