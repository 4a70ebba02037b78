"""Weights of single layers as NumPy arrays, as every panel looks at them. All are float32."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import COLOURS, ImageShape, is_coloured
from ffstudio.core.mathematics.convolution import conv_places

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class DenseWeights:
    """One dense layer.

    Attributes:
        kernel: (inputs, units).
        bias: (units,).
        threshold: θ of the layer's goodness (Forward-Forward only).
        projection: From what the layer's goodness sees to the classes (features, classes), or None.
        skip: So many layers, this one the last, are a block past which a shortcut goes; 0 for none.
        shortcut: The matrix (inputs, units), or kernel (1, 1, channels, units), that it goes through,
            or None; ``shortcut_stride`` is that of the kernel.
        has_batch_norm: True where kernel and bias hold a batch normalisation's running means too.
    """

    kernel: Floats
    bias: Floats
    activation: str
    threshold: float = 0.0
    projection: Floats | None = field(default=None, kw_only=True)
    has_batch_norm: bool = field(default=False, kw_only=True)
    skip: int = field(default=0, kw_only=True)
    shortcut: Floats | None = field(default=None, kw_only=True)
    shortcut_stride: int = field(default=1, kw_only=True)

    @property
    def units(self) -> int:
        return int(self.kernel.shape[-1])


@dataclass(frozen=True, eq=False)
class ConvWeights(DenseWeights):
    """One convolution with its pooling.

    Attributes:
        kernel: (height, width, channels below / groups, channels). A subclass has others.
        pooling: ``none``, ``average``, ``rms`` or ``max``.
        stride: Pixels from one place of the kernel to the next.
        padding: ``same`` or ``valid``.
        groups: Each group of channels sees its own share of those below.
    """

    pooling: str = "none"
    stride: int = 1
    padding: str = "same"
    groups: int = 1

    @property
    def side(self) -> int:
        """Width and height of what a unit sees."""
        return int(self.kernel.shape[0])

    def places_after(self, places: tuple[int, int]) -> tuple[int, int]:
        """(height, width) of what it makes of an image of that height and width."""
        return conv_places(places, self.side, self.stride, self.padding, self.pooling)


@dataclass(frozen=True, eq=False)
class FieldWeights(ConvWeights):
    """Local receptive fields, each with weights of its own; ``padding`` is ``valid``.

    Attributes:
        kernel: (fields, side², channels below, units of a field).
        bias: (rows of fields, columns, units of a field).
    """

    @property
    def side(self) -> int:
        return math.isqrt(self.kernel.shape[1])

    def mosaic(self, channel: int | None) -> Floats:
        """The kernels of all fields as they lie on the image: (height, width, units).

        Fields stand side by side, a line of zeros after each and one more at the end, so that
        what stands beside the whole is further off.

        Args:
            channel: Below, which they look at; None for the mean of all.
        """
        kernel = self.kernel.mean(axis=2) if channel is None else self.kernel[:, :, channel]
        (high, wide, units), side = self.bias.shape, self.side
        tiles = kernel.reshape(high, wide, side, side, units)
        made = np.zeros((high * (side + 1), wide * (side + 1), units), np.float32)
        framed = made.reshape(high, side + 1, wide, side + 1, units)
        framed[:, :side, :, :side] = tiles.transpose(0, 2, 1, 3, 4)
        return np.pad(made, ((0, 1), (0, 1), (0, 0)))


@dataclass(frozen=True, eq=False)
class SeenLayer:
    """A layer that can be looked at: its weights, and what they see.

    Attributes:
        title: For a reader, for example ``Backprop layer 1`` or ``dense_1 (Dense)``.
        name: The same in a list of the net's own layers: ``Layer 1``.
        weights: Its kernel as tiles: (inputs, units) or (height, width, below, channels).
        has_maps: True for a convolution whose answers to a picture can be shown.
        sees_pixels: True where a dense kernel's first rows are the pixels of an image.
        image_size: (height, width), or (height, width, 3), of that image; None for that of the
            snapshot.
        sees_image: True for a convolution that sees the image itself.
        places: (height, width, channels) of the activities that a dense layer sees flat.
        label: Weights of the label (classes, units), or None; where ``scores_classes``, how much
            each unit counts for each class (of a convolution the mean over its places).
        label_pixels: How many of the first pixels carry the label.
        rows_above: Last rows of a dense kernel, which see the layer above.
    """

    title: str
    name: str
    weights: DenseWeights
    has_maps: bool = False
    sees_pixels: bool = False
    image_size: ImageShape | None = None
    sees_image: bool = False
    places: tuple[int, int, int] | None = None
    label: Floats | None = None
    label_pixels: int = 0
    rows_above: int = 0
    scores_classes: bool = False

    @property
    def is_convolution(self) -> bool:
        return isinstance(self.weights, ConvWeights)

    @property
    def sees_colours(self) -> bool:
        """True where weights see red, green and blue of an image."""
        if self.image_size is None or not is_coloured(self.image_size):
            return False
        if self.is_convolution:
            return self.sees_image and int(self.weights.kernel.shape[2]) >= COLOURS
        return self.sees_pixels

    @property
    def channels_below(self) -> int:
        """Channels among which one can be chosen to look at; 0 where there is no choice."""
        if not self.is_convolution or self.sees_image:
            return 0
        below = int(self.weights.kernel.shape[2])
        return below if below > 1 else 0
