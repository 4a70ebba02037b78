"""A Forward-Forward net of a moment, as NumPy arrays.

What it computes is the net's own forward pass (:mod:`ffstudio.core.forward_forward`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.forward_forward import (
    KINDS,
    LocalConvolution,
    LocalDense,
    LocalFields,
    LocalNet,
    NetSettings,
)
from ffstudio.core.image_shape import ImageShape, count_numbers, size_of
from ffstudio.core.images.data import Samples
from ffstudio.core.look.judge import Ballot, Judgement, judge_snapshot
from ffstudio.core.look.weights import ConvWeights, DenseWeights, FieldWeights, SeenLayer
from ffstudio.core.mathematics import ACTIVATIONS, GOODNESS, numpy_ops, softmax
from ffstudio.core.mathematics.projection import RUNNING
from ffstudio.core.words import said_property, tr

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]


class _Layer:
    """The part of both kinds of layer that holds the arrays."""

    xp = numpy_ops

    def __init__(self, weights: DenseWeights, snapshot: FFSnapshot, index: int) -> None:
        own_classes = snapshot.num_classes if GOODNESS[snapshot.goodness].by_class else 1
        self.kernel, self.bias, self.units = weights.kernel, weights.bias, weights.units
        self.activate = _float32(ACTIVATIONS[weights.activation])
        self.normalisation, self.goodness_name = snapshot.normalisation, snapshot.goodness
        self.num_classes = own_classes
        self.classes_below = own_classes if index else 1
        self.sees_image = index == 0
        self.theta = weights.threshold
        self.projection = weights.projection
        self.skip, self.shortcut = weights.skip, weights.shortcut
        self.shortcut_stride = weights.shortcut_stride


class _Dense(_Layer, LocalDense):
    """A dense layer."""


class _Convolution(_Layer, LocalConvolution):
    """A convolution on images of a known size."""

    def __init__(
        self, weights: ConvWeights, snapshot: FFSnapshot, index: int, places: tuple[int, int]
    ) -> None:
        super().__init__(weights, snapshot, index)
        self.pooling, self.stride = weights.pooling, weights.stride
        self.padding, self.groups = weights.padding, weights.groups
        self._places = places

    @property
    def output_size(self) -> int:
        return self._places[0] * self._places[1] * self.units


class _Fields(_Layer, LocalFields):
    """Local fields on images of a known size."""

    def __init__(
        self, weights: FieldWeights, snapshot: FFSnapshot, index: int, below: tuple[int, int]
    ) -> None:
        super().__init__(weights, snapshot, index)
        self.field_size, self.stride, self.below = weights.side, weights.stride, below


def _float32(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda x: np.asarray(function(x), np.float32)


@dataclass(frozen=True)
class FFSnapshot:
    """A Forward-Forward net at one moment.

    Attributes:
        layers: First layer first. With ``label_embedding`` "append" the first
            kernel's last rows (or planes) belong to the label units; with "replace" its
            first rows are the label pixels.
        supervision: Its kind: a name of :data:`ffstudio.core.forward_forward.KINDS`.
        image_shape: (height, width), of colour pictures (height, width, 3).
        read_out: The linear softmax on the normalised activities, or None.
        frames: Updates per image of a net with top-down connections.
        read_layers: Which layers the read-out sees, as an experiment says it.
    """

    layers: tuple[DenseWeights, ...]
    num_classes: int
    goodness: str = "mean_square"
    normalisation: str = "rms"
    label_embedding: str = "replace"
    label_amplitude: str = "one"
    votes: str = "all"
    label_scale: float = 1.0
    label_repeats: int = 1
    supervision: str = "labels"
    image_shape: ImageShape | None = None
    read_out: DenseWeights | None = None
    frames: int = 8
    read_layers: str = "2-"

    # --- the net ------------------------------------------------------------------------

    @property
    def kind(self) -> type[LocalNet]:
        """What tells positive from negative data in it."""
        return KINDS[self.supervision]

    @cached_property
    def settings(self) -> NetSettings:
        """Its settings beside the weights."""
        shape = self.image_shape or (1, self.num_inputs)
        return self._settings(self.num_inputs, shape)

    def _settings(self, num_inputs: int, shape: ImageShape) -> NetSettings:
        return NetSettings(
            num_inputs,
            self.num_classes,
            shape,
            self.goodness,
            self.normalisation,
            self.label_embedding,
            self.label_amplitude,
            self.label_scale,
            self.label_repeats,
            self.votes,
            self.frames,
            read_layers=self.read_layers,
        )

    @cached_property
    def net(self) -> LocalNet:
        """The net itself, over NumPy."""
        height, width = size_of(self.image_shape or (0, 0))
        layers: list[_Layer] = []
        for i, weights in enumerate(self.layers):
            if isinstance(weights, ConvWeights):
                below, (height, width) = (height, width), weights.places_after((height, width))
                if isinstance(weights, FieldWeights):
                    layers.append(_Fields(weights, self, i, below))
                else:
                    layers.append(_Convolution(weights, self, i, (height, width)))
            else:
                layers.append(_Dense(weights, self, i))
        made: Any = layers
        return self.kind(self.settings, made, self.read_out, numpy_ops)

    @property
    def is_convolutional(self) -> bool:
        """True when the first layer sees the image as such, not a list of its pixels."""
        return isinstance(self.layers[0], ConvWeights)

    @cached_property
    def num_inputs(self) -> int:
        """Numbers of an image, label units not counted."""
        if self.is_convolutional:
            assert self.image_shape is not None  # noqa: S101 - every convolution has it
            return count_numbers(self.image_shape)
        widths = [layer.units for layer in self.layers]
        beside = self.kind.extra_inputs(0, widths, self._settings(0, (0, 0)))
        return int(self.layers[0].kernel.shape[0]) - beside

    @property
    def label_pixels(self) -> int:
        """How many of an image's first pixels carry the label."""
        return self.kind.label_pixels(self.settings)

    @property
    def has_label_in_input(self) -> bool:
        """True where a label enters the first layer together with the image."""
        return self.kind.has_label_in_input

    @property
    def depends_on_label(self) -> bool:
        """True where activities depend on a label, be it in the input or on top of the net."""
        return self.kind.depends_on_label

    # --- activities and goodness ----------------------------------------------------------

    def activities(self, x: Floats, labels: Ints) -> list[Floats]:
        """Activities of every layer for labelled images: list of (batch, units)."""
        return self.net.activities(np.asarray(x, np.float32), np.asarray(labels))

    def layer_goodness(self, x: Floats, labels: Ints) -> Floats:
        """Goodness of labelled images: (layers, batch)."""
        goodness: Floats = self.net.layer_goodness(np.asarray(x, np.float32), np.asarray(labels))
        return goodness

    def contrast(
        self, x: Floats, labels: Ints, wrong: Ints, rng: np.random.Generator
    ) -> tuple[Floats, Floats]:
        """Goodness of positive and of negative data, as the net knows them: (layers, batch).

        Negative data carry the ``wrong`` labels; an unsupervised net's are hybrids of each
        image with the one before it.
        """
        return self.net.contrast(np.asarray(x, np.float32), labels, wrong, rng)

    def label_goodness(self, x: Floats) -> Floats:
        """The score of every label in every layer: (batch, layers, classes).

        Goodness; of an unsupervised net each layer's share of the read-out's logits.
        """
        scores: Floats = self.net.label_goodness(np.asarray(x, np.float32))
        return scores

    @property
    def vote_weights(self) -> tuple[float, ...]:
        """How much each layer's goodness counts in a prediction; 0 where it does not."""
        return self.net.votes

    def ballot(self, x: Floats) -> Ballot:
        """The scores of images, ready to be counted."""
        return Ballot(self.label_goodness(x), self.vote_weights)

    def total_goodness(self, x: Floats) -> Floats:
        """Goodness summed over the voting layers: (batch, classes)."""
        return self.ballot(x).totals

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The label with the largest summed goodness: (batch,)."""
        return self.ballot(x).predictions

    def judge(self, samples: Samples, errand: Errand | None = None) -> Judgement:
        """How well it names the labels of a set.

        Raises:
            CalledOff: Nobody wants to know any more.
        """
        return judge_snapshot(self, samples, errand)

    # --- the read-out -----------------------------------------------------------------------

    def read_out_probabilities(self, x: Floats) -> Floats:
        """The read-out's softmax: (batch, classes)."""
        logits = self.net.read_out_logits(np.asarray(x, np.float32))
        return np.asarray(softmax(logits), np.float32)

    # --- looking at weights -------------------------------------------------------------------

    @said_property
    def seen(self) -> tuple[SeenLayer, ...]:
        """The layers, as the panels look at them."""
        return tuple(self._look_at(i) for i in range(len(self.layers)))

    def _look_at(self, index: int) -> SeenLayer:
        weights = self.layers[index]
        name = tr("Layer {index}", index=index + 1)
        label = self.net.label_kernel() if index == 0 else None
        is_conv = isinstance(weights, ConvWeights)
        if weights.projection is not None:
            # What it sees are patches of channels, the channels next to each other.
            to_classes = weights.projection.reshape(-1, weights.units, self.num_classes)
            if GOODNESS[self.goodness].projection == RUNNING:
                # −‖z − c‖² has z·2c in it; what all classes have in common tells none apart.
                to_classes = 2.0 * (to_classes - to_classes.mean(axis=-1, keepdims=True))
            label = np.ascontiguousarray(to_classes.mean(axis=0).T, np.float32)
        return SeenLayer(
            tr("Forward-Forward {name}", name=name.lower()),
            name,
            weights,
            has_maps=is_conv,
            sees_pixels=index == 0 and not is_conv,
            image_size=self.image_shape,
            sees_image=index == 0 and is_conv,
            places=self._places_below(index),
            label=label,
            label_pixels=0 if index or is_conv else self.label_pixels,
            rows_above=self.net.rows_above(index),
            scores_classes=weights.projection is not None,
        )

    def _places_below(self, index: int) -> tuple[int, int, int] | None:
        """(height, width, channels) of what a dense layer above a convolution sees flat."""
        if index == 0 or isinstance(self.layers[index], ConvWeights):
            return None
        below = self.layers[index - 1]
        if not isinstance(below, ConvWeights) or self.image_shape is None:
            return None
        places = size_of(self.image_shape)
        for weights in self.layers[:index]:
            if isinstance(weights, ConvWeights):
                places = weights.places_after(places)
        return *places, below.units
