"""The backprop net of a moment: any net that is described as an architecture, with NumPy alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core import forward
from ffstudio.core.describe.architecture import Architecture, Flow, Layer, Port, flow
from ffstudio.core.describe.comparing import to_shares
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.roles import find_last_activation
from ffstudio.core.describe.work import count_multiply_adds
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.layer_kinds.kind import activation_name, pool_name, shortcut_name
from ffstudio.core.experiment.stack import builder_title
from ffstudio.core.forward import Weights
from ffstudio.core.image_shape import ImageShape, count_channels, count_numbers, size_of
from ffstudio.core.images.data import Samples
from ffstudio.core.look.judge import Judgement
from ffstudio.core.look.metrics import accuracy
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights, SeenLayer
from ffstudio.core.words import said_property, tr

Floats = npt.NDArray[np.float32]

# Images at a time while a set is judged: few, so that what is called off ends soon.
_ROWS = 250
# So many are judged in sight.
_MANY = 1000


@dataclass(frozen=True)
class _Seen:
    """A layer whose kernel can be shown, and where its answers come out.

    Attributes:
        path: Inner layers after a slash.
        weights: Its kernel as tiles.
        port: Its output, after a pooling of its own; None inside a net in the net.
        below: Shape of what it sees, before that is laid out flat.
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
        image_shape: (height, width), or (height, width, 3), of the images it is shown, before
            preprocessing.
    """

    network: Network
    weights: Weights
    image_shape: ImageShape

    @property
    def role(self) -> str:
        """``classifier``, ``autoencoder``, …: see :data:`ffstudio.core.describe.network.ROLES`."""
        return self.network.role

    @property
    def num_inputs(self) -> int:
        """Numbers of an image."""
        return count_numbers(self.image_shape)

    @property
    def num_classes(self) -> int:
        return self.network.num_outputs or 0

    @cached_property
    def work(self) -> int:
        """Multiply-adds for one image."""
        return count_multiply_adds(self.network.architecture)

    @property
    def takes_images(self) -> bool:
        """False for a decoder, say: nothing that is drawn can be handed to it."""
        return not self.why_no_pictures

    @cached_property
    def why_no_pictures(self) -> str:
        """Why not, one sentence; empty for a net that takes pictures."""
        why = self.network.why_no_pictures(self.num_inputs)
        if why or self.network.preprocessing is not None:
            return why
        given = self.input_shape
        if None not in given and math.prod(n or 0 for n in given) == self.num_inputs:
            return ""
        size = "×".join("?" if n is None else str(n) for n in given)
        return tr("This {role} takes {size} numbers, not a picture.", role=self.role, size=size)

    @property
    def input_shape(self) -> tuple[int | None, ...]:
        """Of one image as the net takes it."""
        return self.network.flow.shapes[self.network.architecture.inputs[0]]

    def prepare(self, x: Floats) -> Floats:
        """Images (n, pixels) in 0–1 as the net wants them.

        Raises:
            ModelFileError: It takes no pictures.
        """
        if self.why_no_pictures:
            raise ModelFileError(self.why_no_pictures)
        way = self.network.preprocessing
        x = np.asarray(x, np.float32)
        if way is not None:
            return way.apply(x.reshape(len(x), *self.image_shape) * np.float32(255))
        return x.reshape(len(x), *(n or 0 for n in self.input_shape))

    def outputs(self, x: Floats) -> Floats:
        """What comes out for images (n, pixels): (n, *output shape)."""
        values = forward.predict(self.network.architecture, self.weights, self.prepare(x))
        return np.asarray(values, np.float32)

    def probabilities(self, x: Floats) -> Floats:
        """Probabilities of a classifier's labels: (n, classes); NaN of a net that diverged."""
        outputs = self.outputs(x).reshape(len(x), -1)
        is_bad = ~np.isfinite(outputs).all(axis=1, keepdims=True)
        likely = np.asarray(to_shares(np.nan_to_num(outputs)), np.float32)
        return np.where(is_bad, np.float32(np.nan), likely)

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The label with the largest output: (n,)."""
        return np.argmax(self.outputs(x).reshape(len(x), -1), axis=1)

    def reconstructions(self, x: Floats) -> tuple[Floats, Floats]:
        """An autoencoder's input and output as pictures (n, height, width), before any scaling.

        Both are in the net's own numbers.
        """
        way = self.network.preprocessing
        given = self.prepare(x)
        size = size_of(self.image_shape) if way is None else way.size
        made = forward.predict(self.network.architecture, self.weights, given)
        return _pictures(given, size), _pictures(np.asarray(made, np.float32), size)

    @property
    def num_marked(self) -> int:
        """Classes of which a net that makes a picture gives each place one; 0 of all others."""
        architecture = self.network.architecture
        if len(architecture.outputs) != 1 or find_last_activation(architecture) != "softmax":
            return 0
        count = flow(architecture).shapes[architecture.outputs[0]][-1] or 0
        return count if count > 1 else 0

    def maps(self, x: Floats) -> tuple[Floats, Floats]:
        """Input and output as pictures (n, height, width) of a net that makes a picture of a
        picture, each of its own size; both in the net's own numbers. Of shares of classes for each
        place the picture is the likeliest class, counted from 0: see :attr:`num_marked`.

        Raises:
            ModelFileError: It takes no pictures.
        """
        given, made = self.prepare(x), self.outputs(x)
        if self.num_marked:
            return given.mean(axis=-1), made.argmax(axis=-1).astype(np.float32)
        return given.mean(axis=-1), made.mean(axis=-1)

    def judge(self, samples: Samples, errand: Errand | None = None) -> Judgement:
        """How well it names the labels of a set; the loss is not measured.

        Raises:
            CalledOff: Nobody wants to know any more.
        """
        parts = []
        for i in range(0, max(len(samples), 1), _ROWS):
            if errand is not None:
                errand.check()
                if len(samples) >= _MANY:
                    errand.tell(tr("judging images"), i, len(samples))
            parts.append(self.predict(samples.x[i : i + _ROWS]))
        predictions = np.concatenate(parts)
        right = accuracy(samples.y, predictions)
        return Judgement(right, predictions.astype(np.int16))

    # --- layers ---------------------------------------------------------------------------

    @cached_property
    def _seen_layers(self) -> tuple[_Seen, ...]:
        every = _look_at_layers(self.network.architecture, self.weights, "", self.network.flow)
        if self.network.source:
            return tuple(every)
        # Shortcuts are a part of the builder's layers, of which each is looked at by its kernel.
        beside = {shortcut_name(layer.path) for layer in every}
        return tuple(layer for layer in every if layer.path not in beside)

    @said_property
    def seen(self) -> tuple[SeenLayer, ...]:
        """The layers with kernels that can be shown, in the order of the net."""
        way = self.network.preprocessing
        size: ImageShape = self.image_shape if way is None else way.size
        channels = 1 if way is not None else count_channels(size)
        made, is_first = [], True
        for layer in self._seen_layers:
            number = None if self.network.source else builder_title(layer.path)
            name = number or f"{layer.path} ({layer.kind})"
            is_conv = isinstance(layer.weights, ConvWeights)
            rows = layer.weights.kernel.shape[0]
            made.append(
                SeenLayer(
                    tr("Backprop {number}", number=number.lower()) if number else name,
                    name,
                    layer.weights,
                    has_maps=is_conv and layer.port is not None,
                    sees_pixels=is_first and layer.kind == "Dense" and rows == count_numbers(size),
                    image_size=size,
                    sees_image=is_conv
                    and _channels_below(layer.weights) == (channels if is_first else 1),
                    places=None if is_conv else _places(layer.below),
                )
            )
            is_first = False
        return tuple(made)

    @property
    def layers(self) -> tuple[DenseWeights, ...]:
        """Weights of :attr:`seen`."""
        return tuple(layer.weights for layer in self._seen_layers)

    @property
    def answer_ports(self) -> tuple[Port | None, ...]:
        """Where the layers of :attr:`seen` put out; None for those inside others."""
        return tuple(layer.port for layer in self._seen_layers)

    def activities(self, x: Floats) -> list[Floats]:
        """Activities of every layer in :attr:`seen`; empty arrays for those inside others."""
        ports = [layer.port for layer in self._seen_layers]
        kept = [port for port in ports if port is not None]
        outputs = forward.run(self.network.architecture, self.weights, self.prepare(x), keep=kept)
        none = np.zeros((len(x), 0), np.float32)
        return [none if port is None else np.asarray(outputs[port], np.float32) for port in ports]


def _channels_below(weights: DenseWeights) -> int:
    """How many channels a convolution's kernel sees."""
    return int(weights.kernel.shape[2])


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


# What hands on the places and channels below a dense layer, laid out flat.
_LAYING_FLAT = ("Flatten", "Dropout", "SpatialDropout2D")


def _look_at_layers(
    network: Architecture, weights: Weights, path: str, sizes: Flow | None
) -> list[_Seen]:
    names = {layer.name for layer in network.layers}
    shown = []
    for layer in network.layers:
        here = f"{path}/{layer.name}" if path else layer.name
        if isinstance(layer.inner, Architecture):
            shown += _look_at_layers(layer.inner, weights, here, None)
            continue
        arrays = weights.get(here, ())
        tiles = _tiles(layer, [np.asarray(a, np.float32) for a in arrays]) if arrays else None
        if tiles is None:
            continue
        below: tuple[int | None, ...] = ()
        port = None
        if sizes is not None:
            fed = layer.calls[0][0]
            while (source := network.layer(fed.layer)).kind in _LAYING_FLAT:
                fed = source.calls[0][0]
            below = sizes.shapes[fed]
            # What stands behind it in the builder's nets makes its answer, as far as it is there.
            behind = (pool_name(layer.name), activation_name(layer.name), layer.name)
            port = Port(next(name for name in behind if name in names))
        shown.append(_Seen(here, layer.kind, tiles, port, below))
    return shown


def _places(below: tuple[int | None, ...]) -> tuple[int, int, int] | None:
    """(height, width, channels) of what a dense layer sees flat; None of a plain list."""
    if len(below) != 3 or below[2] == 1:
        return None
    height, width, channels = (n or 0 for n in below)
    return height, width, channels


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
        groups = int(layer.settings.get("groups", 1))
        return ConvWeights(kernel, bias(kernel.shape[3]), name, groups=groups)
    if layer.kind == "LocallyConnected2D" and biased and arrays[-1].ndim == 3:
        size = tuple(layer.settings["kernel_size"])
        if size[0] == size[1]:  # others are no squares
            fields, _, units = kernel.shape
            by_channel = kernel.reshape(fields, math.prod(size), -1, units)
            return FieldWeights(by_channel, arrays[-1], name)
    if layer.kind == "Conv2DTranspose":
        turned = np.ascontiguousarray(kernel.transpose(0, 1, 3, 2))
        return ConvWeights(turned, bias(turned.shape[3]), name)
    if layer.kind == "DepthwiseConv2D":
        units = kernel.shape[2] * kernel.shape[3]
        return ConvWeights(kernel.reshape(*kernel.shape[:2], 1, units), bias(units), name)
    return None
