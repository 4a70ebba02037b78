"""Weights of a moment, as NumPy arrays: everything a panel needs to look inside a net.

The training thread hands out snapshots; canvas, histograms, matrices and filter
sheets compute from them with NumPy alone, so looking never touches the trainer
and a shipped model answers before TensorFlow is loaded. All data are float32.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics import ACTIVATIONS, GOODNESS, NORMALISATIONS, normalise, softmax

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]


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
        return int(self.kernel.shape[1])


@dataclass(frozen=True)
class FFSnapshot:
    """A Forward-Forward net at one moment.

    Attributes:
        layers: First layer first. With ``label_embedding`` "append" the first
            kernel's last ``num_classes`` rows belong to the label units; with
            "replace" its first ``num_classes`` rows are the label pixels.
    """

    layers: tuple[DenseWeights, ...]
    num_classes: int
    goodness: str = "mean_square"
    normalisation: str = "rms"
    label_embedding: str = "replace"
    label_amplitude: str = "one"
    skip_first_layer: bool = False

    @property
    def num_inputs(self) -> int:
        """Pixels of an image, label units not counted."""
        extra = self.num_classes if self.label_embedding == "append" else 0
        return int(self.layers[0].kernel.shape[0]) - extra

    @property
    def label_rows(self) -> slice:
        """Rows of the first kernel that belong to the label."""
        if self.label_embedding == "append":
            return slice(self.num_inputs, self.num_inputs + self.num_classes)
        return slice(0, self.num_classes)

    def _blank(self, x: Floats) -> Floats:
        """The images without label: (batch, inputs of the first kernel)."""
        if self.label_embedding == "append":
            return np.concatenate([x, np.zeros((len(x), self.num_classes), np.float32)], axis=1)
        blank = np.array(x, dtype=np.float32)
        blank[:, : self.num_classes] = 0.0
        return blank

    def _amplitude(self, x: Floats) -> Floats:
        if self.label_amplitude == "maximum":
            return np.max(x, axis=1, keepdims=True).astype(np.float32)
        return np.ones((len(x), 1), np.float32)

    def embed(self, x: Floats, labels: Ints) -> Floats:
        """The first layer's input: images (batch, pixels) with their labels embedded."""
        embedded = self._blank(x)
        rows = np.arange(len(x))
        embedded[rows, self.label_rows.start + np.asarray(labels)] = self._amplitude(x)[:, 0]
        return embedded

    def activities(self, x: Floats, labels: Ints) -> list[Floats]:
        """Activities of every layer for labelled images: list of (batch, units)."""
        h = self.embed(x, labels)
        found = []
        for layer in self.layers:
            h = ACTIVATIONS[layer.activation](
                normalise(h, self.normalisation) @ layer.kernel + layer.bias
            )
            found.append(h)
        return found

    def layer_goodness(self, x: Floats, labels: Ints) -> Floats:
        """Goodness of labelled images: (layers, batch)."""
        measure = GOODNESS[self.goodness].function
        return np.stack([measure(a) for a in self.activities(x, labels)])

    def label_goodness(self, x: Floats) -> Floats:
        """Goodness of every candidate label: (batch, layers, classes).

        The first layer's product with the image is the same for all labels, so it
        is computed once; only the label's row of the kernel is added per label.
        """
        x = np.asarray(x, dtype=np.float32)
        measure = GOODNESS[self.goodness].function
        first = self.layers[0]
        blank, amplitude = self._blank(x), self._amplitude(x)
        squares = np.sum(np.square(blank), axis=1, keepdims=True) + np.square(amplitude)
        divisor = NORMALISATIONS[self.normalisation].function(squares, blank.shape[1])
        image = (blank @ first.kernel) / divisor + first.bias
        label = first.kernel[self.label_rows]
        h = image[:, None, :] + (amplitude / divisor)[:, None, :] * label[None, :, :]
        h = ACTIVATIONS[first.activation](h)
        scores = [measure(h)]
        for layer in self.layers[1:]:
            flat = normalise(h, self.normalisation).reshape(-1, h.shape[-1])
            h = ACTIVATIONS[layer.activation](flat @ layer.kernel + layer.bias)
            h = h.reshape(len(x), self.num_classes, layer.units)
            scores.append(measure(h))
        return np.stack(scores, axis=1)

    @property
    def voting_layers(self) -> slice:
        """Layers whose goodness is summed for a prediction."""
        return slice(1 if self.skip_first_layer and len(self.layers) > 1 else 0, None)

    def total_goodness(self, x: Floats) -> Floats:
        """Goodness summed over the voting layers: (batch, classes)."""
        scores: Floats = self.label_goodness(x)[:, self.voting_layers].sum(axis=1)
        return scores

    def predict(self, x: Floats) -> npt.NDArray[np.int64]:
        """The label with the largest summed goodness: (batch,)."""
        return np.argmax(self.total_goodness(x), axis=1)


@dataclass(frozen=True)
class BPSnapshot:
    """A backprop net at one moment; the last layer's activation is softmax."""

    layers: tuple[DenseWeights, ...]

    @property
    def num_inputs(self) -> int:
        return int(self.layers[0].kernel.shape[0])

    @property
    def num_classes(self) -> int:
        return self.layers[-1].units

    def activities(self, x: Floats) -> list[Floats]:
        """Activities of every layer, the output last: list of (batch, units)."""
        h = np.asarray(x, dtype=np.float32)
        found = []
        for layer in self.layers:
            z = h @ layer.kernel + layer.bias
            h = softmax(z) if layer.activation == "softmax" else ACTIVATIONS[layer.activation](z)
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
        bp: The backprop twin, or None.
        image_shape: (height, width) of an input image.
        class_names: One per label.
        version: Grows with every snapshot of a run; equal versions are equal weights.
        epoch: Epochs finished, fractional inside an epoch.
        title: For a reader, for example ``MNIST 784-500-500``.
    """

    ff: FFSnapshot | None
    bp: BPSnapshot | None
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
