"""What one layer of a Forward-Forward net computes, over any array namespace.

The Keras layers of the engine and the weights of a snapshot both are such layers: what is
trained and what is looked at cannot differ.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from ffstudio.core.mathematics import GOODNESS, by_class, follow_classes, normalise_layer
from ffstudio.core.mathematics.batch_norm import SHARE, measure_batch, standardise
from ffstudio.core.mathematics.projection import RUNNING

Array = Any
Namespace = Any

# Added under the root of pooled squares: without it a block of zeros has no slope.
_LEAST = 1e-8


class LocalLayer:
    """A layer that looks at the direction of its input only and judges its own output.

    Computes ``finish(linear(normalise(x)))``; :meth:`goodness` makes one number of the
    result.

    Attributes:
        xp: The array namespace: ``keras.ops`` or :mod:`ffstudio.core.mathematics.numpy_ops`.
        kernel, bias: The weights.
        projection: From what the goodness sees of the activities to the classes (features,
            classes), where there is one: a matrix, or a prototype of each class.
        comparison: A map of the activities that images are compared by, (units, units) or a kernel
            (3, 3, channels, channels), where there is one.
        skip: So many layers, this one the last, are a block past which what its first layer sees
            goes and is added to this one's sums (:mod:`ffstudio.core.mathematics.shortcuts`).
        shortcut: The matrix, or 1×1 kernel, that it goes through on the way, where shapes differ.
        shortcut_stride: Of that kernel.
        gamma, beta, moving_mean, moving_variance: Of the batch normalisation of summed inputs
            (units,), where there is one.
        theta: The threshold θ.
        units: Number of neurons or channels.
        activate: The activation function.
        normalisation: A name of :data:`ffstudio.core.mathematics.NORMALISATIONS`.
        goodness_name: A name of :data:`ffstudio.core.mathematics.GOODNESS`.
        num_classes: For goodness class by class.
        classes_below: Number of classes that own the units of the layer below, 1 for none:
            they are then standardised class by class.
        sees_image: True for the first layer, which sees the image itself.
    """

    xp: Namespace
    kernel: Array
    bias: Array
    units: int
    activate: Callable[[Array], Array]
    normalisation: str
    goodness_name: str
    num_classes: int
    classes_below: int
    theta: Array
    projection: Array = None
    comparison: Array = None
    skip: int = 0
    shortcut: Array = None
    shortcut_stride: int = 1
    gamma: Array = None
    beta: Array = None
    moving_mean: Any = None
    moving_variance: Any = None
    # Axes of the activities that make up the layer.
    own_axes: Any = -1
    is_convolution = False
    sees_image = False

    def normalise(self, inputs: Array) -> Array:
        """What the layer sees of its input; the shape stays."""
        classes = self.classes_below
        return normalise_layer(inputs, self.normalisation, classes, self.xp, self.sees_image)

    def weigh(self, direction: Array) -> Array:
        """Weighted sums without the bias, for an input that is normalised already."""
        raise NotImplementedError

    def linear(self, direction: Array) -> Array:
        """Summed input of every unit, before the activation function."""
        return self.weigh(direction) + self.bias

    def pass_by(self, seen: Sequence[Array]) -> Array | None:
        """What is added to :meth:`linear` past the block, or None; a constant but for the shortcut.

        Args:
            seen: What each layer up to this one sees, normalised; this one's comes last.
        """
        if not self.skip:
            return None
        direction = seen[-self.skip]
        return direction if self.shortcut is None else self.project(direction)

    def project(self, direction: Array) -> Array:
        """What a block sees, brought to the shape of this layer's sums."""
        return self.xp.matmul(direction, self.shortcut)

    def finish(self, before: Array, beside: Array | None = None) -> Array:
        """Activities from :meth:`linear`, as the layer answers once it has learnt.

        Args:
            beside: From :meth:`pass_by`.
        """
        if self.gamma is not None:
            kept = self.moving_mean, self.moving_variance
            before = standardise(before, *kept, self.gamma, self.beta, self.xp)
        return self.answer(before if beside is None else before + beside)

    def finish_batch(self, before: Array, beside: Array | None = None) -> Array:
        """Activities from :meth:`linear` of a batch that is learnt from.

        Of a layer with batch normalisation the batch's own mean and variance count, and its
        running means take their share of them.

        Args:
            beside: From :meth:`pass_by`.
        """
        if self.gamma is None:
            return self.finish(before, beside)
        xp = self.xp
        mean, variance = measure_batch(before, xp)
        for kept, new in ((self.moving_mean, mean), (self.moving_variance, variance)):
            kept.assign((1.0 - SHARE) * kept.value + SHARE * xp.stop_gradient(new))
        before = standardise(before, mean, variance, self.gamma, self.beta, xp)
        return self.answer(before if beside is None else before + beside)

    def answer(self, before: Array) -> Array:
        """Activities from what the activation function gets."""
        return self.activate(before)

    def respond(self, seen: Sequence[Array]) -> Array:
        """Activities for inputs that are normalised already.

        Args:
            seen: What each layer up to this one sees; this one's comes last.
        """
        return self.finish(self.linear(seen[-1]), self.pass_by(seen))

    def goodness(self, activities: Array) -> Array:
        """Goodness of activities: (..., units) → (...,); that of every class (batch, classes)."""
        kind = GOODNESS[self.goodness_name]
        if kind.projection:
            return kind.score(kind.function(activities, self.xp), self.projection, self.xp)
        if kind.by_class:
            return kind.function(by_class(activities, self.num_classes, self.xp), self.xp, (1, 3))
        return kind.function(activities, self.xp, self.own_axes)

    def note_classes(self, activities: Array, members: Array) -> None:
        """Prototypes take their share of a batch that is learnt from, where the layer has any.

        Args:
            members: One-hot classes (batch, classes), times how much each image counts.
        """
        kind = GOODNESS[self.goodness_name]
        if kind.projection != RUNNING:
            return
        seen = self.xp.stop_gradient(kind.function(activities, self.xp))
        matrix: Any = self.projection
        matrix.assign(follow_classes(seen, members, matrix.value, self.xp))

    def compare_by(self, activities: Array) -> Array:
        """What images are compared by: activities, or the layer's own map of them."""
        if self.comparison is None:
            return activities
        if len(activities.shape) == 4:
            return self.xp.conv(activities, self.comparison, padding="same")
        return self.xp.matmul(activities, self.comparison)

    def one_by_one(self, rows: Array) -> Array:
        """Rows with a column for each unit that has weights of its own."""
        return self.xp.reshape(rows, (-1, self.units))

    @property
    def output_size(self) -> int:
        """Number of activities."""
        return self.units


class LocalDense(LocalLayer):
    """A dense layer: (..., inputs) → (..., units); images of activities are flattened."""

    def normalise(self, inputs: Array) -> Array:
        direction = super().normalise(inputs)
        if len(inputs.shape) == 4:
            size = math.prod(int(n) for n in inputs.shape[1:])
            return self.xp.reshape(direction, (-1, size))
        return direction

    def weigh(self, direction: Array) -> Array:
        return self.xp.matmul(direction, self.kernel)


class LocalConvolution(LocalLayer):
    """A convolution, then 2×2 pooling if wanted.

    (batch, height, width, channels below) → (batch, height, width, channels). Goodness is
    that of the pooled activities, all places and channels together.

    Attributes:
        stride: Pixels from one place of the kernel to the next, both ways.
        padding: ``same`` (zeros around the image) or ``valid`` (the kernel stays inside).
        groups: So many groups of channels, each of which sees its own share of those below.
        pooling: ``none``, ``average``, ``rms`` or ``max``.
    """

    stride: int = 1
    padding: str = "same"
    groups: int = 1
    pooling: str
    own_axes = (1, 2, 3)
    is_convolution = True

    def weigh(self, direction: Array) -> Array:
        return self.slide(direction, self.kernel)

    def slide(self, x: Array, kernel: Array) -> Array:
        """A kernel's sums over ``x``, placed as the layer's own: some planes of it, or all."""
        xp, groups = self.xp, self.groups
        if groups == 1:
            return xp.conv(x, kernel, strides=self.stride, padding=self.padding)
        # One after the other: TensorFlow's own grouped convolution is 30 times as slow (CPU).
        parts = zip(xp.split(x, groups, axis=-1), xp.split(kernel, groups, axis=-1), strict=True)
        each = [xp.conv(a, k, strides=self.stride, padding=self.padding) for a, k in parts]
        return xp.concatenate(each, axis=-1)

    def project(self, direction: Array) -> Array:
        step = self.shortcut_stride
        return self.xp.conv(direction, self.shortcut, strides=step, padding="same")

    def answer(self, before: Array) -> Array:
        activities = self.activate(before)
        if self.pooling == "average":
            return self.xp.average_pool(activities, 2, 2)
        if self.pooling == "rms":
            return self.xp.sqrt(self.xp.average_pool(self.xp.square(activities), 2, 2) + _LEAST)
        if self.pooling == "max":
            return self.xp.max_pool(activities, 2, 2)
        return activities
