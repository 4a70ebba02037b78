"""Nets that make pictures: generators, decoders, autoencoders cut at their code; and pairs of pictures.

NumPy alone, by :mod:`ffstudio.core.forward`, so that pictures follow a hand while it drags.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import Preprocessing, sizes_for
from ffstudio.core.describe.roles import find_last_activation
from ffstudio.core.describe.scales import FIXED_SCALES, SCALES
from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward import Weights
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]

_LABEL = re.compile(r"label|class|cond|digit|(?<![a-z])y(?![a-z])")
_MOST_LABELS = 100
# Layers that take a label as a whole number, and the setting that says how many there are.
_COUNTS_LABELS = {"Embedding": "input_dim", "CategoryEncoding": "num_tokens"}
# Codes whose pictures tell the range of an output that nothing bounds.
_PROBED = 64


@dataclass(frozen=True)
class LabelInput:
    """Where a net is told what to make.

    Attributes:
        index: Among the net's inputs.
        count: Of labels.
        is_one_hot: True for a number for each label; else the label itself is handed over.
    """

    index: int
    count: int
    is_one_hot: bool


@dataclass(frozen=True)
class PictureMaker:
    """From a code, or noise, and perhaps a label to pictures.

    Attributes:
        network: The part of the net that makes pictures.
        code_input: Which of its inputs takes the code.
        code_shape: Of one code as the net takes it.
        picture_shape: (height, width, channels).
        label: Where it is told what to make; None for a net that is not asked.
        encoder: The part of an autoencoder from picture to code; None for a generator.
        scale: Key of ``SCALE_LABELS`` by which an autoencoder's pictures are scaled; empty for others.
    """

    network: Architecture
    weights: Weights
    code_input: int
    code_shape: tuple[int, ...]
    picture_shape: tuple[int, int, int]
    label: LabelInput | None = None
    encoder: Architecture | None = None
    scale: str = ""

    @property
    def code_size(self) -> int:
        """Numbers in a code."""
        return math.prod(self.code_shape)

    def raw(self, codes: Floats, labels: Sequence[int] | None = None) -> Floats:
        """What the net puts out for codes (n, numbers): (n, height, width, channels).

        Args:
            labels: (n,), for a net that takes labels; none: the first.

        Raises:
            ModelFileError: Weights do not fit the network.
        """
        count = len(codes)
        given: list[Floats] = [np.zeros(0, np.float32)] * len(self.network.inputs)
        given[self.code_input] = np.asarray(codes, np.float32).reshape(count, *self.code_shape)
        if self.label is not None:
            asked = np.zeros(count, np.int64) if labels is None else np.asarray(labels, np.int64)
            one_hot = np.eye(self.label.count, dtype=np.float32)[asked]
            given[self.label.index] = (
                one_hot if self.label.is_one_hot else asked[:, None].astype(np.float32)
            )
        made = forward.predict(self.network, self.weights, given if len(given) > 1 else given[0])
        return _as_pictures(np.asarray(made, np.float32), self.picture_shape)

    @cached_property
    def limits(self) -> tuple[float, float]:
        """The numbers that are shown as black and white."""
        last = find_last_activation(self.network)
        if last == "tanh":
            return -1.0, 1.0
        if last in ("sigmoid", "hard_sigmoid"):
            return 0.0, 1.0
        if self.scale in FIXED_SCALES:
            ends = SCALES[self.scale](np.array([[[0.0, 255.0]]], np.float32)).reshape(-1)
            return float(ends.min()), float(ends.max())
        codes = np.random.default_rng(0).normal(size=(_PROBED, self.code_size)).astype(np.float32)
        low, high = np.nan_to_num(np.percentile(self.raw(codes), (0.5, 99.5)))
        return float(low), float(max(high, low + 1e-6))

    def pictures(self, codes: Floats, labels: Sequence[int] | None = None) -> Floats:
        """As :meth:`raw`, brought to 0–1 by :attr:`limits`; NaN of a net that diverged are 0."""
        low, high = self.limits
        return self.to_shown(self.raw(codes, labels)) if high > low else self.raw(codes, labels)

    def to_shown(self, pictures: Floats) -> Floats:
        """Pictures in the net's own numbers brought to 0–1."""
        low, high = self.limits
        shown = (np.nan_to_num(pictures) - low) / (high - low)
        return np.clip(shown, 0.0, 1.0).astype(np.float32)

    def encode(self, prepared: Floats) -> Floats:
        """Codes (n, numbers) of pictures that are prepared as the net wants them.

        Raises:
            ModelFileError: It is no autoencoder, or weights do not fit.
        """
        if self.encoder is None:
            raise ModelFileError(tr("This net takes no pictures."))
        made = forward.predict(self.encoder, self.weights, prepared)
        return np.asarray(made, np.float32).reshape(len(prepared), -1)


def find_picture_maker(net: NetworkSnapshot) -> PictureMaker | None:
    """How to have a net make pictures; None for one that makes none.

    Raises:
        ModelFileError: Its layers do not fit each other.
    """
    network, weights = _unwrap(net.network.architecture, net.weights)
    if net.role == "autoencoder":
        return _cut_autoencoder(net.network, network, weights)
    if net.role not in ("generator", "decoder"):
        return None
    sizes = flow(network).shapes
    shape = _picture_shape(sizes[network.outputs[0]])
    given = [sizes[port] for port in network.inputs]
    if shape is None or any(None in one for one in given):
        return None
    label = _find_label(network, given)
    rest = [i for i in range(len(given)) if label is None or i != label.index]
    if len(rest) != 1:
        return None
    code = tuple(int(n or 0) for n in given[rest[0]])
    return PictureMaker(network, weights, rest[0], code, shape, label)


def _unwrap(network: Architecture, weights: Weights) -> tuple[Architecture, Weights]:
    """A network that is nothing but a network within, as that network."""
    inner = [layer for layer in network.layers if layer.kind != "InputLayer"]
    while len(inner) == 1 and isinstance(inner[0].inner, Architecture) and len(inner[0].calls) == 1:
        (layer,) = inner
        within = layer.inner
        assert isinstance(within, Architecture)  # noqa: S101 - the loop has looked
        prefix = f"{layer.name}/"
        weights = {k.removeprefix(prefix): v for k, v in weights.items() if k.startswith(prefix)}
        network = within
        inner = [one for one in network.layers if one.kind != "InputLayer"]
    return network, weights


def _find_label(network: Architecture, given: Sequence[Shape]) -> LabelInput | None:
    readers = {
        i: [x for x in network.layers if any(port in fed for fed in x.calls)]
        for i, port in enumerate(network.inputs)
    }
    for i, layers in readers.items():
        for layer in layers:
            key = _COUNTS_LABELS.get(layer.kind)
            if key and math.prod(n or 0 for n in given[i]) == 1:
                count = int(layer.settings[key])
                return LabelInput(i, count, False) if count <= _MOST_LABELS else None
    if len(given) != 2:
        return None
    named = [i for i, port in enumerate(network.inputs) if _LABEL.search(port.layer.lower())]
    sizes = [math.prod(n or 0 for n in shape) for shape in given]
    at = named[0] if len(named) == 1 else int(np.argmin(sizes))
    if len(given[at]) != 1 or not 1 <= sizes[at] <= _MOST_LABELS:
        return None
    if sizes[at] == 1:  # the label as a number; digits have ten
        return LabelInput(at, 10, False)
    return LabelInput(at, sizes[at], True)


def _picture_shape(shape: Shape) -> tuple[int, int, int] | None:
    if None in shape:
        return None
    closed = tuple(int(n or 0) for n in shape)
    sizes = sizes_for(closed)
    if not sizes:
        return None
    height, width = sizes[0][1]
    channels = math.prod(closed) // (height * width)
    return height, width, channels


def _as_pictures(values: Floats, shape: tuple[int, int, int]) -> Floats:
    height, width, channels = shape
    if values.ndim == 4 and values.shape[1:] == (channels, height, width) and channels != width:
        values = values.transpose(0, 2, 3, 1)
    return values.reshape(len(values), height, width, channels)


# --- autoencoders -----------------------------------------------------------------------


def _cut_autoencoder(
    whole: Network, network: Architecture, weights: Weights
) -> PictureMaker | None:
    """Cuts at the narrowest tensor that all goes through; None where there is none."""
    if len(network.inputs) != 1 or whole.preprocessing is None:
        return None
    sizes = flow(network).shapes
    shape = _picture_shape(sizes[network.outputs[0]])
    if shape is None:
        return None
    ends = {network.inputs[0], network.outputs[0]}
    widths = {
        port: math.prod(n or 0 for n in size)
        for port, size in sizes.items()
        if None not in size and port not in ends
    }
    for port in sorted(widths, key=lambda one: widths[one]):
        if widths[port] >= math.prod(shape):
            return None
        decoder = _from_port(network, port, sizes[port])
        if decoder is None:
            continue
        encoder = replace(network, outputs=(port,), layers=_find_needed(network, [port]))
        code = tuple(int(n or 0) for n in sizes[port])
        scale = whole.preprocessing.scale
        return PictureMaker(decoder, weights, 0, code, shape, None, encoder, scale)
    return None


def _find_needed(network: Architecture, ends: Sequence[Port]) -> tuple[Layer, ...]:
    """The layers that something depends on, in order, and the inputs."""
    by_name = {layer.name: layer for layer in network.layers}
    waiting, kept = [port.layer for port in ends], {port.layer for port in network.inputs}
    while waiting:
        name = waiting.pop()
        if name in kept:
            continue
        kept.add(name)
        waiting += [port.layer for fed in by_name[name].calls for port in fed]
    return tuple(layer for layer in network.layers if layer.name in kept)


def _from_port(network: Architecture, cut: Port, shape: Shape) -> Architecture | None:
    """What comes after a tensor, as a network of its own; None where other tensors pass it by."""
    by_name = {layer.name: layer for layer in network.layers}
    entering = Port(f"{cut.layer}_code")
    kept: dict[str, Layer] = {}
    waiting = [port.layer for port in network.outputs]
    while waiting:
        layer = by_name[waiting.pop()]
        if layer.name in kept:
            continue
        if layer.kind == "InputLayer" or layer.name == cut.layer:
            return None
        calls = tuple(tuple(entering if p == cut else p for p in fed) for fed in layer.calls)
        kept[layer.name] = replace(layer, calls=calls)
        waiting += [p.layer for fed in calls for p in fed if p != entering]
    first = Layer(entering.layer, "InputLayer", {"shape": [*shape]}, ((),))
    layers = (first, *(kept[layer.name] for layer in network.layers if layer.name in kept))
    return Architecture(f"{network.name}_decoder", layers, (entering,), network.outputs)


# --- pairs of pictures ------------------------------------------------------------------


@dataclass(frozen=True)
class PictureComparer:
    """A siamese net: two pictures in, one number for how alike or how far apart they are.

    Attributes:
        way: How each picture is handed over.
    """

    network: Architecture
    weights: Weights
    shape: tuple[int, ...]

    def compare(self, one: Floats, others: Floats) -> Floats:
        """The number for a picture (h, w), 0–1, and each of others (n, h, w): (n,).

        Raises:
            ModelFileError: Weights do not fit the network.
        """
        (given, size), *_ = sizes_for(self.shape)
        way = Preprocessing("0–1", given, size)
        second = way.apply(others * np.float32(255))
        first = np.repeat(way.apply(one[None] * np.float32(255)), len(second), axis=0)
        made = forward.predict(self.network, self.weights, [first, second])
        return np.asarray(made, np.float32).reshape(len(second))


def find_comparer(net: NetworkSnapshot) -> PictureComparer | None:
    """A net that compares two pictures of one shape; None for any other.

    Raises:
        ModelFileError: Its layers do not fit each other.
    """
    network = net.network.architecture
    sizes = flow(network).shapes
    given = [sizes[port] for port in network.inputs]
    if len(given) != 2 or given[0] != given[1] or None in given[0]:
        return None
    shape = tuple(int(n or 0) for n in given[0])
    is_one = math.prod(n or 0 for n in sizes[network.outputs[0]]) == 1
    if not is_one or math.prod(shape) < 64 or not sizes_for(shape):
        return None
    return PictureComparer(network, net.weights, shape)


def tell_spread(codes: Floats) -> tuple[Floats, Floats]:
    """Mean and standard deviation of codes (n, numbers), each (numbers,); never 0."""
    spread = codes.std(axis=0)
    return codes.mean(axis=0), np.where(spread > 1e-6, spread, 1.0).astype(np.float32)


def walk(start: Floats, end: Floats, steps: int) -> Floats:
    """Codes on the straight line between two, both included: (steps, numbers)."""
    shares = np.linspace(0, 1, steps, dtype=np.float32)[:, None]
    line: Floats = (1 - shares) * start[None] + shares * end[None]
    return line
