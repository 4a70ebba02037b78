"""The builder's layers as one architecture, for nets that only backprop can train.

Convolutions, pooling and recurrent layers in any order that makes sense; what has to stand
between them (a Flatten, rows as time steps) is put in.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Layer, chain, flow
from ffstudio.core.describe.layer_kinds import checked

if TYPE_CHECKING:
    from ffstudio.core.experiment.spec import ExperimentSpec, LayerSpec

# Kinds of layers that Forward-Forward does not have.
BACKPROP_KINDS = (
    "max_pool", "average_pool", "flatten", "dropout", "batch_norm", "simple_rnn", "lstm", "gru",
)  # fmt: skip
RECURRENT = {"simple_rnn": "SimpleRNN", "lstm": "LSTM", "gru": "GRU"}
POOLS = {"max_pool": "MaxPooling2D", "average_pool": "AveragePooling2D"}
_SLIDING = ("conv", *POOLS)

OUTPUT = "output"


def pool_name(name: str) -> str:
    """The name of the pooling that belongs to a convolution of the builder."""
    return f"{name}_pool"


def dropout_name(name: str) -> str:
    """The name of the dropout that belongs to a layer of the builder."""
    return f"{name}_dropout"


def builder_title(name: str) -> str | None:
    """``Layer 2`` or ``Output`` for the name of a part of the builder's net; None of others."""
    if name == OUTPUT:
        return "Output"
    number = name.rpartition("_")[2]
    return f"Layer {number}" if number.isdigit() else None


def needs_backprop(layer: LayerSpec) -> bool:
    """True for a layer that Forward-Forward nets do not have."""
    other = layer.kind == "conv" and (layer.stride != 1 or layer.padding != "same")
    weighted = layer.kind in ("dense", "conv")
    return layer.kind in BACKPROP_KINDS or other or (weighted and not layer.use_bias)


@dataclass(frozen=True)
class Part:
    """A layer of the architecture and the builder's layer it stems from.

    Attributes:
        index: 0-based; the number of layers for the output.
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

    def __init__(self, index: int, name: str, reason: str, fix: str, value: Any) -> None:
        super().__init__(reason)
        self.index, self.name, self.reason, self.fix, self.value = index, name, reason, fix, value


def input_shape(spec: ExperimentSpec, image_shape: tuple[int, int]) -> tuple[int, ...]:
    """Of one image as the net takes it: pixels, rows of pixels, or with a channel.

    The first layer to which places matter decides.
    """
    height, width = image_shape
    for layer in spec.layers:
        if layer.kind in _SLIDING or layer.kind == "flatten":
            return (height, width, 1)
        if layer.kind in RECURRENT:
            return (height, width)
        if layer.kind == "dense":
            break
    return (height * width,)


def stack_parts(
    spec: ExperimentSpec, image_shape: tuple[int, int], num_classes: int
) -> Iterator[Part]:
    """The layers of the architecture in order, the softmax output last.

    Raises:
        StackError: One cannot stand where it is.
    """
    shape: tuple[int, ...] = input_shape(spec, image_shape)
    for i, layer in enumerate(spec.layers):
        name = f"{layer.kind}_{i + 1}"
        if layer.kind in _SLIDING and len(shape) != 3:
            raise _misplaced(i, "an image")
        if layer.kind in RECURRENT and len(shape) == 1:
            raise _misplaced(i, "rows to read one after another")
        if layer.kind in RECURRENT and len(shape) == 3:
            shape = (shape[0], shape[1] * shape[2])
            yield Part(i, _layer("Reshape", f"{name}_rows", target_shape=list(shape)))
        if layer.kind == "dense" and len(shape) > 1:
            shape = (math.prod(shape),)
            yield Part(i, _layer("Flatten", f"{name}_flatten"))
        for made in _made(spec.layers, i, name):
            shape = _size(i, layer, made, shape)
            yield Part(i, made)
    if len(shape) > 1:
        yield Part(len(spec.layers), _layer("Flatten", f"{OUTPUT}_flatten"))
    last = {"units": num_classes, "activation": "softmax", "use_bias": spec.bp.output_bias}
    yield Part(len(spec.layers), _layer("Dense", OUTPUT, **last))


def _misplaced(index: int, wanted: str) -> StackError:
    reason = f"cannot be this one: layer {index} hands on a plain list of numbers, not {wanted}"
    return StackError(index, "kind", reason, "Make it dense.", "dense")


def stack_architecture(
    spec: ExperimentSpec, image_shape: tuple[int, int], num_classes: int
) -> Architecture:
    """The net of an experiment's layers; they must have no conflicts.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    parts = [part.layer for part in stack_parts(spec, image_shape, num_classes)]
    return chain(spec.name[:80] or "net", parts, input_shape(spec, image_shape))


def _made(layers: Sequence[LayerSpec], index: int, name: str) -> Iterator[Layer]:
    """What a layer of the builder is made of."""
    layer = layers[index]
    penalty = {"l1": layer.l1, "l2": layer.l2} if layer.l1 or layer.l2 else None
    if layer.kind == "dense":
        yield _layer(
            "Dense", name, units=layer.units, activation=layer.activation,
            use_bias=layer.use_bias, kernel_regularizer=penalty,
        )  # fmt: skip
    elif layer.kind == "conv":
        yield _layer(
            "Conv2D", name, filters=layer.units, kernel_size=layer.kernel_size,
            strides=layer.stride, padding=layer.padding, activation=layer.activation,
            use_bias=layer.use_bias, kernel_regularizer=penalty,
        )  # fmt: skip
        if layer.pooling != "none":
            kind = "MaxPooling2D" if layer.pooling == "max" else "AveragePooling2D"
            yield _layer(kind, pool_name(name), pool_size=2)
    elif layer.kind in POOLS:
        yield _layer(POOLS[layer.kind], name, pool_size=layer.pool_size)
    elif layer.kind in RECURRENT:
        yield _layer(
            RECURRENT[layer.kind], name, units=layer.units, activation=layer.activation,
            use_bias=layer.use_bias, return_sequences=_reads_on(layers, index),
        )  # fmt: skip
    elif layer.kind == "flatten":
        yield _layer("Flatten", name)
    elif layer.kind == "batch_norm":
        yield _layer("BatchNormalization", name)
    elif layer.kind == "dropout":
        yield _layer("Dropout", name, rate=layer.dropout)
    if layer.dropout and layer.kind in ("dense", "conv", *RECURRENT):
        # As in the other nets, of a convolution whole channels are dropped.
        kind = "SpatialDropout2D" if layer.kind == "conv" else "Dropout"
        yield _layer(kind, dropout_name(name), rate=layer.dropout)


def _reads_on(layers: Sequence[LayerSpec], index: int) -> bool:
    """True when a recurrent layer above reads what comes out step by step."""
    for layer in layers[index + 1 :]:
        if layer.kind in RECURRENT:
            return True
        if layer.kind not in ("dropout", "batch_norm"):
            return False
    return False


def _layer(kind: str, name: str, **settings: Any) -> Layer:
    return Layer(name, kind, checked(kind, settings, name))


def _size(index: int, layer: LayerSpec, made: Layer, below: tuple[int, ...]) -> tuple[int, ...]:
    """Output shape of a part.

    Raises:
        StackError: Nothing is left of the image.
    """
    one = chain("one", [made], below)
    smallest = min(below[:2])
    if made.kind in ("MaxPooling2D", "AveragePooling2D"):
        own = layer.kind in POOLS
        if smallest < made.settings["pool_size"][0]:
            setting, value = ("pool_size", max(smallest, 1)) if own else ("pooling", "none")
            reason = f"leaves nothing of an image of {below[0]}×{below[1]}"
            fix = f"Set it to {value}." if own else "Turn it off."
            raise StackError(index, setting, reason, fix, value)
    if made.kind == "Conv2D" and layer.padding == "valid" and smallest < layer.kernel_size:
        raise StackError(
            index, "kernel_size", f"is larger than the image below, {below[0]}×{below[1]}",
            f"Set it to {smallest}.", smallest,
        )  # fmt: skip
    sizes = flow(one)
    return tuple(n or 1 for n in sizes.shapes[one.outputs[0]])


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


def stack_rows(
    spec: ExperimentSpec, image_shape: tuple[int, int], num_classes: int
) -> list[StackRow]:
    """Sizes of all layers of the builder and of the output.

    Raises:
        StackError: A layer cannot stand where it is.
    """
    parts = list(stack_parts(spec, image_shape, num_classes))
    network = chain("net", [part.layer for part in parts], input_shape(spec, image_shape))
    sizes = flow(network)
    shapes = {port.layer: tuple(n or 1 for n in size) for port, size in sizes.shapes.items()}
    below = tuple(input_shape(spec, image_shape))
    rows = []
    for i in range(len(spec.layers) + 1):
        own = [part.layer for part in parts if part.index == i]
        given, total, fixed, adds = below, 0, 0, 0
        for layer in own:
            weights = sizes.weights.get(layer.name, ())
            total += sum(w.size for w in weights)
            fixed += sum(w.size for w in weights if not w.trainable)
            out = shapes[layer.name]
            kernels = sum(w.size for w in weights if "kernel" in w.role)
            if layer.kind == "Conv2D":
                adds += kernels * math.prod(out[:2])
            elif layer.kind in RECURRENT.values():
                adds += kernels * below[0]
            else:
                adds += kernels
            below = out
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
    found: dict[str, list[npt.NDArray[np.float32]]] = {}
    kinds = {layer.name: layer for layer in network.layers}
    for name, weights in flow(network).weights.items():
        for weight in weights:
            layer = kinds[name]
            inner = layer.inner if isinstance(layer.inner, Layer) else layer
            array = _drawn(inner.kind, weight.role, weight.shape, rng)
            found.setdefault(weight.layer, []).append(array.astype(np.float32))
    return found


def _drawn(
    kind: str, role: str, shape: tuple[int, ...], rng: np.random.Generator
) -> npt.NDArray[np.floating]:
    if role == "recurrent_kernel" and len(shape) == 2:
        wide, rest = np.linalg.qr(rng.normal(size=(max(shape), min(shape))))
        wide = wide * np.where(np.diag(rest) < 0, -1, 1)  # else not all are equally likely
        return wide if wide.shape == shape else wide.T
    if "kernel" in role:
        field = math.prod(shape[:-2])
        limit = math.sqrt(6 / (field * (shape[-2] + shape[-1])))
        return rng.uniform(-limit, limit, shape)
    if role == "embeddings":
        return rng.uniform(-0.05, 0.05, shape)
    if role in ("gamma", "moving_variance", "variance"):
        return np.ones(shape)
    found = np.zeros(shape)
    if kind == "LSTM" and role == "bias":
        units = shape[0] // 4
        found[units : 2 * units] = 1
    return found
