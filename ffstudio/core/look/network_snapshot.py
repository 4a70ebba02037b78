"""Weights of a moment of any net that is described as an architecture.

It answers the same questions as the snapshots of dense nets
(:mod:`ffstudio.core.look.snapshot`), with NumPy alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import shares
from ffstudio.core.look.snapshot import BPSnapshot, ConvWeights, DenseWeights, FFSnapshot

Floats = npt.NDArray[np.float32]
Weights = Mapping[str, Sequence[npt.NDArray[np.floating]]]


@dataclass(frozen=True)
class SeenLayer:
    """A layer that can be looked at: what it learnt and where its answers come out.

    Attributes:
        path: Inner layers after a slash.
        weights: Its kernel as tiles: (inputs, units) or (height, width, below, channels).
        port: Its output; None inside a net in the net.
    """

    path: str
    kind: str
    weights: DenseWeights
    port: Port | None
    below: tuple[int | None, ...] = ()


@dataclass(frozen=True)
class NetworkSnapshot:
    """A net at one moment.

    Attributes:
        network: Architecture, role and preprocessing.
        weights: Per path of a layer its arrays in Keras 3's order.
        image_shape: (height, width) of the images it is shown, before preprocessing.
    """

    network: Network
    weights: Weights
    image_shape: tuple[int, int]

    @property
    def role(self) -> str:
        """``classifier``, ``autoencoder``, …: see :data:`ffstudio.core.describe.network.ROLES`."""
        return self.network.role

    @property
    def num_inputs(self) -> int:
        """Pixels of an image."""
        return self.image_shape[0] * self.image_shape[1]

    @property
    def num_classes(self) -> int:
        return self.network.num_outputs or 0

    @property
    def takes_images(self) -> bool:
        """False for a decoder, say: nothing that is drawn can be handed to it."""
        if self.network.preprocessing is not None:
            return True
        given = self.input_shape
        return None not in given and math.prod(n or 0 for n in given) == self.num_inputs

    @property
    def input_shape(self) -> tuple[int | None, ...]:
        """Of one image as the net takes it."""
        return self.network.flow.shapes[self.network.architecture.inputs[0]]

    def prepare(self, x: Floats) -> Floats:
        """Images (n, pixels) in 0–1 as the net wants them."""
        way = self.network.preprocessing
        x = np.asarray(x, np.float32)
        if way is not None:
            return way.apply(x.reshape(len(x), *self.image_shape) * np.float32(255))
        return x.reshape(len(x), *(n or 0 for n in self.input_shape))

    def outputs(self, x: Floats) -> Floats:
        """What comes out for images (n, pixels): (n, *output shape)."""
        found = forward.predict(self.network.architecture, self.weights, self.prepare(x))
        return np.asarray(found, np.float32)

    def probabilities(self, x: Floats) -> Floats:
        """Probabilities of a classifier's labels: (n, classes)."""
        found = self.outputs(x).reshape(len(x), -1)
        return np.asarray(shares(np.nan_to_num(found)), np.float32)

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The label with the largest output: (n,)."""
        return np.argmax(self.outputs(x).reshape(len(x), -1), axis=1)

    def reconstructions(self, x: Floats) -> tuple[Floats, Floats]:
        """An autoencoder's input and output as pictures (n, height, width), before any scaling.

        Both are in the net's own numbers.
        """
        way = self.network.preprocessing
        given = self.prepare(x)
        size = self.image_shape if way is None else way.size
        made = forward.predict(self.network.architecture, self.weights, given)
        return _pictures(given, size), _pictures(np.asarray(made, np.float32), size)

    # --- layers ---------------------------------------------------------------------------

    @cached_property
    def seen(self) -> tuple[SeenLayer, ...]:
        """The layers with kernels that can be shown, in the order of the net."""
        return tuple(_seen(self.network.architecture, self.weights, ""))

    @property
    def layers(self) -> tuple[DenseWeights, ...]:
        """Weights of :attr:`seen`, as the other snapshots have them."""
        return tuple(layer.weights for layer in self.seen)

    def activities(self, x: Floats) -> list[Floats]:
        """Activities of every layer in :attr:`seen`; empty arrays for those inside others."""
        ports = [layer.port for layer in self.seen]
        kept = [port for port in ports if port is not None]
        found = forward.run(self.network.architecture, self.weights, self.prepare(x), keep=kept)
        none = np.zeros((len(x), 0), np.float32)
        return [none if port is None else np.asarray(found[port], np.float32) for port in ports]


def _pictures(x: Floats, size: tuple[int, int]) -> Floats:
    """(n, height, width): the mean over channels, wherever these are."""
    flat = x.reshape(len(x), -1)
    pixels = size[0] * size[1]
    if flat.shape[1] == pixels:
        return flat.reshape(len(x), *size)
    if flat.shape[1] % pixels:
        return np.zeros((len(x), *size), np.float32)
    channels = flat.shape[1] // pixels
    if x.ndim == 4 and x.shape[1] == channels:
        return x.mean(axis=1)
    return flat.reshape(len(x), *size, channels).mean(axis=-1)


def _seen(network: Architecture, weights: Weights, path: str) -> list[SeenLayer]:
    sizes = None if path else flow(network)
    found = []
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        if isinstance(layer.inner, Architecture):
            found += _seen(layer.inner, weights, here)
            continue
        arrays = weights.get(here, ())
        shown = _tiles(layer, [np.asarray(a, np.float32) for a in arrays]) if arrays else None
        if shown is None:
            continue
        below = sizes.shapes[layer.calls[0][0]] if sizes is not None else ()
        port = None if path else Port(layer.name)
        found.append(SeenLayer(here, layer.kind, shown, port, below))
    return found


def _tiles(layer: Layer, arrays: list[Floats]) -> DenseWeights | None:
    """A layer's kernel for the filter viewer, or None where it has none that can be shown."""
    kernel = arrays[0]
    biased = layer.settings.get("use_bias") and len(arrays) > 1
    activation = layer.settings.get("activation")
    name = activation if isinstance(activation, str) else "linear"

    def bias(units: int) -> Floats:
        last = arrays[-1].reshape(-1)
        return last if biased and last.size == units else np.zeros(units, np.float32)

    if layer.kind in ("Dense", "SimpleRNN", "LSTM", "GRU"):
        return DenseWeights(kernel, bias(kernel.shape[1]), name)
    if layer.kind == "Conv2D":
        return ConvWeights(kernel, bias(kernel.shape[3]), name)
    if layer.kind == "Conv2DTranspose":
        turned = np.ascontiguousarray(kernel.transpose(0, 1, 3, 2))
        return ConvWeights(turned, bias(turned.shape[3]), name)
    if layer.kind == "DepthwiseConv2D":
        units = kernel.shape[2] * kernel.shape[3]
        return ConvWeights(kernel.reshape(*kernel.shape[:2], 1, units), bias(units), name)
    return None


# Any net that can be looked at.
Net = FFSnapshot | BPSnapshot | NetworkSnapshot
