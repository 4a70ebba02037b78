"""Weights of a moment, as NumPy arrays: everything a panel needs to look inside a net.

The training thread hands out snapshots; canvas, histograms, matrices and filter
sheets compute from them with NumPy alone, so looking never touches the trainer
and a shipped model answers before TensorFlow is loaded. All data are float32.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics import (
    ACTIVATIONS,
    GOODNESS,
    NORMALISATIONS,
    by_class,
    hybrid_images,
    hybrid_masks,
    normalise,
    normalise_layer,
    softmax,
)
from ffstudio.core.mathematics.convolution import convolve, pool

if TYPE_CHECKING:
    from ffstudio.core.look.network_snapshot import NetworkSnapshot

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]

# As in ffstudio.engine.forward_forward.nets (Hinton 2022, section 4.4).
NEW_SHARE = np.float32(0.7)
GOOD_FRAMES = (3, 5)


@dataclass(frozen=True)
class DenseWeights:
    """One dense layer.

    Attributes:
        kernel: (inputs, units).
        bias: (units,).
        threshold: θ of the layer's goodness (Forward-Forward only).
    """

    kernel: Floats
    bias: Floats
    activation: str
    threshold: float = 0.0

    @property
    def units(self) -> int:
        return int(self.kernel.shape[-1])

    def weigh(self, x: Floats) -> Floats:
        """Weighted sums without the bias; images are flattened."""
        found: Floats = x.reshape(len(x), -1) @ self.kernel if x.ndim == 4 else x @ self.kernel
        return found

    def finish(self, before: Floats) -> Floats:
        """Activities from the summed inputs."""
        if self.activation == "softmax":
            return np.asarray(softmax(before), np.float32)
        return np.asarray(ACTIVATIONS[self.activation](before), np.float32)

    def respond(self, x: Floats) -> Floats:
        """Activities for the inputs."""
        return self.finish(self.weigh(x) + self.bias)


@dataclass(frozen=True)
class ConvWeights(DenseWeights):
    """One convolution with its pooling.

    Attributes:
        kernel: (height, width, channels below, channels).
        pooling: ``none``, ``average`` or ``max``.
    """

    pooling: str = "none"

    def weigh(self, x: Floats) -> Floats:
        """Weighted sums without the bias: (batch, height, width, channels)."""
        return convolve(x, self.kernel)

    def finish(self, before: Floats) -> Floats:
        return pool(super().finish(before), self.pooling)


@dataclass(frozen=True)
class FFSnapshot:
    """A Forward-Forward net at one moment.

    Attributes:
        layers: First layer first. With ``label_embedding`` "append" the first
            kernel's last rows (or planes) belong to the label units; with "replace" its
            first rows are the label pixels.
        supervision: As ``ForwardForwardSpec.supervision``.
        image_shape: (height, width).
        read_out: The linear softmax on the normalised activities, or None.
        frames: Updates per image of a net with top-down connections.
    """

    layers: tuple[DenseWeights, ...]
    num_classes: int
    goodness: str = "mean_square"
    normalisation: str = "rms"
    label_embedding: str = "replace"
    label_amplitude: str = "one"
    first_voting_layer: int = 1
    label_scale: float = 1.0
    label_repeats: int = 1
    supervision: str = "labels"
    image_shape: tuple[int, int] | None = None
    read_out: DenseWeights | None = None
    frames: int = 8

    # --- the input ----------------------------------------------------------------------

    @property
    def is_convolutional(self) -> bool:
        """True when the first layer slides over the image."""
        return isinstance(self.layers[0], ConvWeights)

    @property
    def num_label_units(self) -> int:
        """Label units beside the image."""
        if self.supervision == "labels" and self.label_embedding == "append":
            return self.num_classes * self.label_repeats
        return 0

    @property
    def num_inputs(self) -> int:
        """Pixels of an image, label units not counted."""
        if self.is_convolutional:
            assert self.image_shape is not None  # noqa: S101 - every convolution has it
            return self.image_shape[0] * self.image_shape[1]
        above = 0
        if self.supervision == "frames":
            above = self.layers[1].units if len(self.layers) > 1 else self.num_classes
        return int(self.layers[0].kernel.shape[0]) - self.num_label_units - above

    @property
    def label_rows(self) -> slice:
        """Rows of a dense first kernel that belong to the label; none where it has none."""
        if self.supervision != "labels" or self.is_convolutional:
            return slice(0, 0)
        start = self.num_inputs if self.label_embedding == "append" else 0
        return slice(start, start + self.num_classes * self.label_repeats)

    @property
    def label_kernel(self) -> Floats:
        """The first kernel's rows of each label, its copies added up: (classes, units)."""
        rows = self.layers[0].kernel[self.label_rows]
        found: Floats = rows.reshape(-1, self.num_classes, rows.shape[-1]).sum(axis=0)
        return found

    def _blank(self, x: Floats) -> Floats:
        """The images without label: (batch, pixels)."""
        blank = np.array(x, dtype=np.float32)
        if self.supervision == "labels" and self.label_embedding == "replace":
            blank[:, : self.num_classes * self.label_repeats] = 0.0
        return blank

    def _amplitude(self, x: Floats) -> Floats:
        scale = np.float32(self.label_scale)
        if self.label_amplitude == "maximum":
            return scale * np.max(x, axis=1, keepdims=True).astype(np.float32)
        return scale * np.ones((len(x), 1), np.float32)

    def _patterns(self) -> Floats:
        """Each label alone, with amplitude 1: (classes, …) as the first layer takes it."""
        one_hot = np.tile(np.eye(self.num_classes, dtype=np.float32), self.label_repeats)
        if not self.is_convolutional:
            pattern = np.zeros(
                (self.num_classes, self.num_inputs + self.num_label_units), np.float32
            )
            start = self.num_inputs if self.label_embedding == "append" else 0
            pattern[:, start : start + one_hot.shape[1]] = one_hot
            return pattern
        assert self.image_shape is not None  # noqa: S101 - every convolution has it
        if self.label_embedding == "append":
            planes = np.broadcast_to(
                one_hot[:, None, None, :], (self.num_classes, *self.image_shape, one_hot.shape[1])
            )
            blank = np.zeros((self.num_classes, *self.image_shape, 1), np.float32)
            return np.concatenate([blank, planes], axis=-1)
        pixels = np.zeros((self.num_classes, self.num_inputs), np.float32)
        pixels[:, : one_hot.shape[1]] = one_hot
        return pixels.reshape(self.num_classes, *self.image_shape, 1)

    def _as_input(self, x: Floats) -> Floats:
        """Flat images as the first layer takes them, label units or planes at zero."""
        if self.is_convolutional:
            x = x.reshape(-1, *self.image_shape, 1)  # type: ignore[misc]
        extra = np.zeros((*x.shape[:-1], self.num_label_units), np.float32)
        return np.concatenate([x, extra], axis=-1) if self.num_label_units else x

    def embed(self, x: Floats, labels: Ints) -> Floats:
        """The first layer's input: images (batch, pixels) with their labels embedded."""
        blank = self._as_input(self._blank(x))
        if self.supervision != "labels":
            return blank
        ones = (1,) * (blank.ndim - 2)
        pattern = self._patterns()[np.asarray(labels)]
        return blank + self._amplitude(x).reshape(-1, 1, *ones) * pattern

    # --- activities -----------------------------------------------------------------------

    def _normalise(self, h: Floats, index: int) -> Floats:
        """What layer ``index`` (or, past the last one, the read-out) sees of ``h``."""
        classes = self.num_classes if self.supervision == "classes" and index else 1
        found: Floats = normalise_layer(h, self.normalisation, classes)
        return found

    def _upward(self, h: Floats) -> list[Floats]:
        """Activities of every layer from the first one's."""
        found = [h]
        for i, layer in enumerate(self.layers[1:], start=1):
            found.append(layer.respond(self._normalise(found[-1], i)))
        return found

    def activities(self, x: Floats, labels: Ints) -> list[Floats]:
        """Activities of every layer for labelled images: list of (batch, units).

        Labels count only where they enter the net. Of a net with top-down connections,
        the activities of the last frame whose goodness counts.
        """
        if self.supervision == "frames":
            one_hot = np.eye(self.num_classes, dtype=np.float32)[np.asarray(labels)]
            return self._frames(self._image_product(x), one_hot)[-1]
        h = self.embed(x, labels)
        return self._upward(self.layers[0].respond(self._normalise(h, 0)))

    def _measure(self, a: Floats) -> Floats:
        """Goodness of one layer's activities: (batch,), or (batch, classes) class by class."""
        kind = GOODNESS[self.goodness]
        if kind.by_class:
            found: Floats = kind.function(by_class(a, self.num_classes), np, (1, 3))
        else:
            found = kind.function(a, np, (1, 2, 3) if a.ndim == 4 else -1)
        return found

    # --- nets with top-down connections -----------------------------------------------------

    def _image_product(self, x: Floats) -> Floats:
        first = self.layers[0]
        direction = normalise(np.asarray(x, np.float32), self.normalisation)
        found: Floats = direction @ first.kernel[: self.num_inputs] + first.bias
        return found

    def _frames(self, product: Floats, one_hot: Floats) -> list[list[Floats]]:
        """Activities of the frames whose goodness counts."""
        top = np.float32(self.label_scale) * normalise(one_hot, self.normalisation)
        last = min(GOOD_FRAMES[1], self.frames)
        state = [np.zeros((len(product), layer.units), np.float32) for layer in self.layers]
        found = []
        first = self.layers[0]
        for _ in range(last):
            seen = [normalise(h, self.normalisation) for h in state]
            above = [*seen[1:], top]
            new = [first.finish(product + above[0] @ first.kernel[self.num_inputs :])]
            for i, layer in enumerate(self.layers[1:], start=1):
                new.append(layer.respond(np.concatenate([seen[i - 1], above[i]], axis=-1)))
            state = [(1 - NEW_SHARE) * h + NEW_SHARE * n for h, n in zip(state, new, strict=True)]
            found.append(state)
        return found[last - (GOOD_FRAMES[1] - GOOD_FRAMES[0]) - 1 :]

    def _frame_goodness(self, product: Floats, one_hot: Floats) -> Floats:
        """Mean goodness of those frames: (layers, batch)."""
        frames = self._frames(product, one_hot)
        found: Floats = np.mean([[self._measure(a) for a in frame] for frame in frames], axis=0)
        return found

    # --- goodness -------------------------------------------------------------------------------

    def layer_goodness(self, x: Floats, labels: Ints) -> Floats:
        """Goodness of labelled images: (layers, batch)."""
        if self.supervision == "frames":
            one_hot = np.eye(self.num_classes, dtype=np.float32)[np.asarray(labels)]
            return self._frame_goodness(self._image_product(x), one_hot)
        found = [self._measure(a) for a in self.activities(x, labels)]
        if self.supervision == "classes":
            rows = np.arange(len(x))
            found = [g[rows, np.asarray(labels)] for g in found]
        return np.stack(found)

    def contrast(
        self, x: Floats, labels: Ints, wrong: Ints, rng: np.random.Generator
    ) -> tuple[Floats, Floats]:
        """Goodness of positive and of negative data, as the net knows them: (layers, batch).

        Negative data carry the ``wrong`` labels; an unsupervised net's are hybrids of each
        image with the next.
        """
        positive = self.layer_goodness(x, labels)
        if self.supervision != "images" or self.image_shape is None:
            return positive, self.layer_goodness(x, wrong)
        masks = hybrid_masks(len(x), self.image_shape, rng).reshape(len(x), -1)
        hybrids = hybrid_images(x, np.roll(x, 1, axis=0), masks)
        return positive, self.layer_goodness(np.asarray(hybrids, np.float32), wrong)

    def label_goodness(self, x: Floats) -> Floats:
        """The score of every label in every layer: (batch, layers, classes).

        Goodness; of an unsupervised net each layer's share of the read-out's logits. The
        first layer's product with the image is the same for all labels, so it is computed
        once, and only what each label adds differs.
        """
        x = np.asarray(x, dtype=np.float32)
        if self.supervision == "classes":
            labels = np.zeros(len(x), np.int64)
            return np.stack([self._measure(a) for a in self.activities(x, labels)], axis=1)
        if self.supervision == "images":
            return self._read_out_shares(x)
        if self.supervision == "frames":
            product = np.repeat(self._image_product(x), self.num_classes, axis=0)
            one_hot = np.tile(np.eye(self.num_classes, dtype=np.float32), (len(x), 1))
            scores = self._frame_goodness(product, one_hot)
            return scores.reshape(len(self.layers), len(x), -1).transpose(1, 0, 2)
        product, weight, label = self._split(x)
        ones = (1,) * (label.ndim - 1)
        before = product[:, None] + weight.reshape(-1, 1, *ones) * label[None]
        h = self.layers[0].finish(before.reshape(-1, *label.shape[1:]))
        found = [self._measure(a).reshape(len(x), -1) for a in self._upward(h)]
        return np.stack(found, axis=1)

    def _split(self, x: Floats) -> tuple[Floats, Floats, Floats]:
        """The image's part of the first layer's sum, the label's weight, and each label's part."""
        first = self.layers[0]
        blank, amplitude = self._blank(x), self._amplitude(x)
        places = self.label_repeats
        width = blank.shape[1] + self.num_label_units
        if self.is_convolutional and self.label_embedding == "append":
            places, width = places * blank.shape[1], blank.shape[1] * (1 + self.num_label_units)
        squares = np.sum(np.square(blank), axis=1, keepdims=True) + places * np.square(amplitude)
        divisor = NORMALISATIONS[self.normalisation].function(squares, width)
        if self.is_convolutional:
            image = first.weigh(self._as_input(blank / divisor))
            label = first.weigh(self._patterns())
        else:
            # Rows that meet zeros are left out, or multiplied in vain with "replace".
            image = (blank @ first.kernel[: blank.shape[1]]) / divisor
            label = self.label_kernel
        return image + first.bias, amplitude / divisor, label

    @property
    def voting_layers(self) -> slice:
        """Layers whose goodness is summed for a prediction: all shares of a read-out's logits."""
        if self.supervision == "images":
            return slice(0, None)
        return slice(min(self.first_voting_layer, len(self.layers)) - 1, None)

    def total_goodness(self, x: Floats) -> Floats:
        """Goodness summed over the voting layers: (batch, classes)."""
        scores: Floats = self.label_goodness(x)[:, self.voting_layers].sum(axis=1)
        return scores

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The label with the largest summed goodness: (batch,)."""
        return np.argmax(self.total_goodness(x), axis=1)

    # --- the read-out -----------------------------------------------------------------------------

    def neutral_activities(self, x: Floats) -> list[Floats]:
        """Activities of every layer without a label, or with a little of each."""
        x = np.asarray(x, dtype=np.float32)
        if self.supervision == "frames":
            neutral = np.full((len(x), self.num_classes), 1 / self.num_classes, np.float32)
            return self._frames(self._image_product(x), neutral)[-1]
        if self.supervision != "labels":
            return self.activities(x, np.zeros(len(x), np.int64))
        product, weight, label = self._split(x)
        ones = (1,) * (label.ndim - 1)
        before = product + weight.reshape(-1, *ones) * label.mean(axis=0)
        return self._upward(self.layers[0].finish(before))

    def _features(self, x: Floats) -> list[Floats]:
        """What the read-out sees of each layer but the first: (batch, units)."""
        read = self.neutral_activities(x)
        count = max(len(self.layers) - 1, 1)
        return [self._normalise(a, 1).reshape(len(x), -1) for a in read[-count:]]

    def _read_out_shares(self, x: Floats) -> Floats:
        """Each layer's part of the read-out's logits: (batch, layers, classes)."""
        assert self.read_out is not None  # noqa: S101 - the callers have seen to it
        found = np.zeros((len(x), len(self.layers), self.num_classes), np.float32)
        start = 0
        features = self._features(x)
        for i, part in enumerate(features, start=len(self.layers) - len(features)):
            end = start + part.shape[1]
            found[:, i] = part @ self.read_out.kernel[start:end]
            start = end
        found[:, -1] += self.read_out.bias
        return found

    def read_out_probabilities(self, x: Floats) -> Floats:
        """The read-out's softmax: (batch, classes)."""
        return np.asarray(softmax(self._read_out_shares(x).sum(axis=1)), np.float32)


@dataclass(frozen=True)
class BPSnapshot:
    """A backprop net at one moment; the last layer's activation is softmax.

    Attributes:
        layers: Dense layers, after convolutions if there are any.
        image_shape: (height, width); convolutions need it.
    """

    layers: tuple[DenseWeights, ...]
    image_shape: tuple[int, int] | None = None

    @property
    def num_inputs(self) -> int:
        if isinstance(self.layers[0], ConvWeights):
            assert self.image_shape is not None  # noqa: S101 - every convolution has it
            return self.image_shape[0] * self.image_shape[1]
        return int(self.layers[0].kernel.shape[0])

    @property
    def num_classes(self) -> int:
        return self.layers[-1].units

    def activities(self, x: Floats) -> list[Floats]:
        """Activities of every layer, the output last: list of (batch, units)."""
        h = np.asarray(x, dtype=np.float32)
        if isinstance(self.layers[0], ConvWeights):
            h = h.reshape(-1, *self.image_shape, 1)  # type: ignore[misc]
        found = []
        for layer in self.layers:
            h = layer.respond(h)
            found.append(h)
        return found

    def probabilities(self, x: Floats) -> Floats:
        """Softmax output: (batch, classes)."""
        return self.activities(x)[-1]

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The most probable label: (batch,)."""
        return np.argmax(self.probabilities(x), axis=1)


@dataclass(frozen=True)
class ModelSnapshot:
    """Both nets at one moment, and what their inputs and outputs mean.

    Attributes:
        ff: The Forward-Forward net, or None.
        bp: The backprop twin, or another net that backprop trains, or None.
        image_shape: (height, width) of an input image.
        class_names: One per label.
        version: Grows with every snapshot of a run; equal versions are equal weights.
        epoch: Epochs finished, fractional inside an epoch.
        title: For a reader, for example ``MNIST 784-500-500``.
    """

    ff: FFSnapshot | None
    bp: BPSnapshot | NetworkSnapshot | None
    image_shape: tuple[int, int]
    class_names: tuple[str, ...]
    version: int = 0
    epoch: float = 0.0
    title: str = ""

    @property
    def num_classes(self) -> int:
        return len(self.class_names)

    @property
    def num_inputs(self) -> int:
        return self.image_shape[0] * self.image_shape[1]

    @property
    def role(self) -> str:
        """What the nets are for: ``classifier``, or what a stranger's net is instead."""
        return getattr(self.bp, "role", "classifier")
