"""What one layer makes of an image, and its gradient with respect to the image's pixels.

One number of one layer is followed: a label's goodness, a unit's answer, or the layer's own
goodness. Its gradient goes down through the layers below, whose weights are taken as they are
(the chain rule, which Forward-Forward training itself never uses); no layer above, no read-out
and no other layer's goodness takes part.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.forward_forward.classes import ClassNet
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.forward_forward.self_contrast import SelfContrastNet
from ffstudio.core.forward_forward.unlabelled import UnlabelledNet
from ffstudio.core.image_shape import count_channels, count_pixels, size_of, with_channels
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.layer_slopes import LayerJudge, SlopedLayer, find_unknown
from ffstudio.core.look.weights import FieldWeights
from ffstudio.core.mathematics import NORMALISATIONS
from ffstudio.core.mathematics.convolution import conv_places
from ffstudio.core.mathematics.slopes import (
    DIVISOR_SLOPES,
)
from ffstudio.core.words import tr

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]

LABEL, UNIT, LAYER = "label", "unit", "layer"
# What a label's goodness is compared with.
ALONE, BEST, MEAN = "alone", "best", "mean"

# Numbers of one layer's activities that are followed at once: 32 MB.
_MOST_NUMBERS = 1 << 22


@dataclass(frozen=True)
class Wish:
    """One number that a layer makes of an image.

    Attributes:
        kind: ``label``: the goodness of a label; ``unit``: a dense unit's summed input z (before
            the activation function, so that a silent unit can be followed, too) or a channel's
            mean activity over all places; ``layer``: the goodness of the whole layer, where it has
            one without any label.
        layer: 0-based.
        against: For a label: ``alone``; ``best``, minus the best other label's goodness;
            ``mean``, minus the mean of the others'.
        embedded: For a unit of a net with the label in its input: the label that the image
            carries; None is a little of each (as Hinton's code has it for the read-out).
    """

    kind: str = LABEL
    layer: int = 0
    against: str = ALONE
    embedded: int | None = None


def why_no_image_gradients(net: FFSnapshot) -> str:
    """Why no gradient reaches the image, one sentence; empty when it does."""
    if not issubclass(net.kind, (LabelNet, ClassNet, UnlabelledNet)):
        return tr(
            "With top-down connections every layer's answer comes about in several frames of all "
            "layers together, so there is no gradient of one layer alone to follow to the image."
        )
    if any(isinstance(layer, FieldWeights) for layer in net.layers):
        return tr("Gradients are not followed through local fields to the image.")
    unknown = find_unknown(net)
    if unknown:
        return tr("The derivative of {name} is not among those that are known.", name=unknown)
    return ""


def kinds_of_wishes(net: FFSnapshot) -> tuple[str, ...]:
    """What a net's layers have: labels, or one goodness without any; and units."""
    return (LAYER, UNIT) if issubclass(net.kind, UnlabelledNet) else (LABEL, UNIT)


def count_wishes(net: FFSnapshot, wish: Wish) -> int:
    """How many labels, or units of the layer, there are."""
    if wish.kind == UNIT:
        return net.layers[wish.layer].units
    return net.num_classes if wish.kind == LABEL else 1


@dataclass(frozen=True, eq=False)
class _Passed:
    """What a layer computed: for the way back."""

    below: Values
    before: Values
    full: Values
    after: Values


class ImageGradient:
    """A wish's value of images, and its gradient.

    Args:
        net: Of a kind that :func:`why_no_image_gradients` has nothing against.

    Raises:
        ModelFileError: No gradient reaches the image; says why.
    """

    def __init__(self, net: FFSnapshot, wish: Wish) -> None:
        why = why_no_image_gradients(net)
        if why:
            raise ModelFileError(why)
        self.net, self.wish = net, wish
        local = net.net
        self._local = local
        self._layers = [
            SlopedLayer(layer, weights)
            for layer, weights in zip(local.layers, net.layers[: wish.layer + 1], strict=False)
        ]
        self._has_label = isinstance(local, LabelNet)

    # --- asking ---------------------------------------------------------------------------

    def measure(self, x: npt.ArrayLike, numbers: Ints) -> Values:
        """The wish's value of images.

        Args:
            x: (n, pixels).
            numbers: The label or unit that is meant in each (n,).

        Returns:
            (n,).
        """
        parts = [self._go(rows, which, back=False)[0] for rows, which in self._some(x, numbers)]
        return np.concatenate(parts)

    def follow(self, x: npt.ArrayLike, numbers: Ints) -> tuple[Values, Values]:
        """As :meth:`measure`, and the gradient ∂value/∂x (n, pixels)."""
        parts = [self._go(rows, which, back=True) for rows, which in self._some(x, numbers)]
        return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])

    def _some(self, x: npt.ArrayLike, numbers: Ints) -> list[tuple[Values, Ints]]:
        """As many rows at once as there is room for."""
        rows = np.atleast_2d(np.asarray(x, np.float64))
        which = np.broadcast_to(np.asarray(numbers), (len(rows),))
        at_once = max(_MOST_NUMBERS // max(self._numbers_per_row, 1), 1)
        starts = range(0, max(len(rows), 1), at_once)
        return [(rows[i : i + at_once], which[i : i + at_once]) for i in starts]

    @cached_property
    def _numbers_per_row(self) -> int:
        height, width = size_of(self.net.image_shape or (1, 1))
        widest = 1
        for layer in self._layers:
            units = layer.kernel.shape[-1]
            widest = max(widest, units * height * width if layer.is_convolution else units)
            if layer.is_convolution:
                size = layer.kernel.shape[0]
                height, width = conv_places(
                    (height, width), size, layer.stride, layer.padding, layer.pooling
                )
        return widest * self._labels_per_row

    @property
    def _labels_per_row(self) -> int:
        """How many labels an image carries one after the other."""
        is_compared = self.wish.kind == LABEL and self.wish.against != ALONE
        return self.net.num_classes if self._has_label and is_compared else 1

    # --- up and down ------------------------------------------------------------------------

    def _go(self, x: Values, numbers: Ints, *, back: bool) -> tuple[Values, Values]:
        passed, first = self._go_up(x, numbers)
        values, seed_before, seed_after = self._judge(passed[-1], numbers)
        if not back:
            return values, x
        pulled = seed_before
        beside: dict[int, Values] = {}  # what shortcuts bring back to what a layer sees
        for i in reversed(range(len(passed))):
            layer, here = self._layers[i], passed[i]
            if seed_after is not None:
                pulled = layer.pull_finish(here.before, here.full, seed_after)
            if layer.skip:
                entry = i + 1 - layer.skip
                brought = layer.pull_project(pulled, passed[entry].below.shape[1:3])
                beside[entry] = beside[entry] + brought if entry in beside else brought
            if i:
                seen = layer.pull_weigh(pulled, here.below.shape[1:3])
                seen = seen + beside[i] if i in beside else seen
                seed_after = layer.pull_see(here.below, seen)
        return values, first.pull(pulled)

    def _go_up(self, x: Values, numbers: Ints) -> tuple[list[_Passed], _First]:
        first = _LabelledFirst(self, x, numbers) if self._has_label else _PlainFirst(self, x)
        below, before = x, first.before
        passed: list[_Passed] = []
        seen: list[Values] = []
        for i, layer in enumerate(self._layers):
            if i:
                seen.append(layer.see(below))
                before = layer.weigh(seen[-1])
                if layer.skip:
                    before = before + layer.project(seen[-layer.skip])
            full, after = layer.finish(before)
            passed.append(_Passed(below, before, full, after))
            below = after
        return passed, first

    def _judge(self, top: _Passed, numbers: Ints) -> tuple[Values, Values, Values | None]:
        """Values (n,), and what comes back from them to z, or to the activities."""
        wish, rows = self.wish, np.arange(len(numbers))
        nothing = np.zeros(0)
        if wish.kind == UNIT:
            if top.before.ndim == 2:
                seed = np.zeros_like(top.before)
                seed[rows, numbers] = 1.0
                return top.before[rows, numbers], seed, None
            seed = np.zeros_like(top.after)
            places = math.prod(top.after.shape[1:3])
            seed[rows, :, :, numbers] = 1.0 / places
            return top.after[rows, :, :, numbers].mean(axis=(1, 2)), nothing, seed
        judge = LayerJudge(self.net, wish.layer)
        made = judge.measure(top.after)
        each = made.reshape(len(numbers), -1)  # the labels of an image stand side by side
        weights = np.ones_like(each) if each.shape[1] == 1 else self._weigh_labels(each, numbers)
        seed = judge.pull(top.after, weights.reshape(made.shape))
        return np.sum(weights * each, axis=1), nothing, seed

    def _weigh_labels(self, goodness: Values, numbers: Ints) -> Values:
        """How much each label's goodness counts: (n, classes)."""
        rows = np.arange(len(numbers))
        weights = np.zeros_like(goodness)
        if self.wish.against == BEST:
            others = goodness.copy()
            others[rows, numbers] = -np.inf
            weights[rows, others.argmax(axis=1)] = -1.0
        elif self.wish.against == MEAN:
            weights -= 1.0 / max(goodness.shape[1] - 1, 1)
        weights[rows, numbers] = 1.0
        return weights

    def patterns(self, numbers: Ints) -> Values:
        """The labels that images carry: (n, labels a row, classes)."""
        classes = self.net.num_classes
        if self._labels_per_row > 1:
            return np.broadcast_to(np.eye(classes), (len(numbers), classes, classes))
        if self.wish.kind == LABEL:
            return np.eye(classes)[numbers][:, None]
        embedded = self.wish.embedded
        one = np.full(classes, 1.0 / classes) if embedded is None else np.eye(classes)[embedded]
        return np.broadcast_to(one, (len(numbers), 1, classes))

    @property
    def layers(self) -> list[SlopedLayer]:
        """Up to the wish's, first layer first."""
        return self._layers

    @cached_property
    def label_product(self) -> Values:
        """What the first layer adds up for each label of amplitude 1: (classes, …)."""
        assert isinstance(self._local, LabelNet)  # noqa: S101 - asked of such a net only
        return np.asarray(self._local.label_product(), np.float64)

    @cached_property
    def ones_product(self) -> Values:
        """What the first layer adds up for an input of ones, label places included: (…)."""
        first = self._layers[0]
        if not first.is_convolution:
            return first.kernel.sum(axis=0)
        shape = 1, *size_of(self.net.settings.image_shape), first.kernel.shape[2]
        return np.asarray(first.slide(np.ones(shape))[0])


class _First:
    """The first layer's summed input, and the way from there to the image."""

    before: Values

    def pull(self, pulled: Values) -> Values:
        """∂J/∂x (n, pixels) from ∂J/∂z."""
        raise NotImplementedError


class _PlainFirst(_First):
    """Of a net that takes the image alone."""

    def __init__(self, owner: ImageGradient, x: Values) -> None:
        self._layer = owner.layers[0]
        shape = owner.net.settings.image_shape
        self._below = x.reshape(-1, *with_channels(shape)) if self._layer.is_convolution else x
        # An image beside itself meets the same weights twice.
        self._halves = 2.0 if isinstance(owner.net.net, SelfContrastNet) else 1.0
        self.before = self._halves * self._layer.weigh(self._layer.see(self._below))

    def pull(self, pulled: Values) -> Values:
        places = self._below.shape[1:3]
        back = self._layer.pull_weigh(self._halves * pulled, places)
        back = self._layer.pull_see(self._below, back)
        return back.reshape(len(back), -1)


class _LabelledFirst(_First):
    """Of a net with the label in its input.

    With x′ the image without its label pixels, s the label's amplitude (c inputs have it), m the
    mean of all N inputs where the normalisation centres (else 0) and d the divisor of the whole
    input, from Q = Σx′² + c·s² − N·m²: z = (x′/d)·W + (s/d)·L − (m/d)·O + b, L being the label's
    own product and O that of an input of ones. As :class:`LabelNet` computes it.
    """

    def __init__(self, owner: ImageGradient, x: Values, numbers: Ints) -> None:
        net, local = owner.net, owner.net.net
        assert isinstance(local, LabelNet)  # noqa: S101 - chosen for such a net only
        first, settings = owner.layers[0], net.settings
        self._local, self._first = local, first
        is_maximum = settings.label_amplitude == "maximum"
        self._scale = settings.label_scale if is_maximum else 0.0
        highest = x.max(axis=1, keepdims=True)
        self._amplitude = settings.label_scale * (highest if is_maximum else np.ones_like(highest))
        is_highest = x == highest
        # Of equally bright ones each has its share, as TensorFlow's reduce_max has it.
        self._brightest = is_highest / is_highest.sum(axis=1, keepdims=True)
        self._places = settings.label_repeats
        self._keep = np.ones(x.shape[1])
        if settings.label_embedding == "replace":
            self._keep[: settings.num_classes * settings.label_repeats] = 0.0
        elif first.is_convolution:
            self._places *= count_pixels(settings.image_shape)
        self._image = x * self._keep
        squares = np.sum(self._image**2, axis=1, keepdims=True)
        squares += self._places * self._amplitude**2
        self._size = local.first_size
        normalisation = NORMALISATIONS[net.normalisation]
        self._mean = np.zeros_like(squares)
        if normalisation.centred:
            total = self._image.sum(axis=1, keepdims=True) + self._places * self._amplitude
            self._mean = total / self._size
            squares = squares - total * self._mean
        self._divisor = normalisation.function(squares, self._size)
        self._slope = DIVISOR_SLOPES[net.normalisation](squares, self._size)
        # The layer with the part of its kernel that sees the image.
        if first.is_convolution:
            self._shape = (len(x), *with_channels(settings.image_shape))
            kernel = first.kernel[:, :, : count_channels(settings.image_shape)]
        else:
            self._shape = x.shape
            kernel = first.kernel[: settings.num_inputs]
        self._seer = _Seer(first, kernel)
        product = self._seer.weigh((self._image / self._divisor).reshape(self._shape))
        labels = owner.label_product
        patterns = owner.patterns(numbers)
        self._labels = np.tensordot(patterns, labels, axes=1)  # (n, labels a row, …)
        ones = (1,) * (labels.ndim - 1)
        weight = (self._amplitude / self._divisor).reshape(-1, 1, *ones)
        before = product[:, None] + weight * self._labels
        self._ones: Values | None = None
        if normalisation.centred:
            self._ones = owner.ones_product
            before = before - (self._mean / self._divisor).reshape(-1, 1, *ones) * self._ones
        self.before = before.reshape(-1, *labels.shape[1:])

    def pull(self, pulled: Values) -> Values:
        pulled = pulled.reshape(self._labels.shape)
        by_weight = np.sum((pulled * self._labels).reshape(len(pulled), -1), axis=1, keepdims=True)
        by_image = self._seer.pull_weigh(pulled.sum(axis=1), self._shape[1:3])
        by_image = by_image.reshape(self._image.shape)
        along = np.sum(by_image * self._image, axis=1, keepdims=True)
        along = along + by_weight * self._amplitude
        by_mean = np.zeros_like(by_weight)
        if self._ones is not None:
            rest = (pulled * self._ones).reshape(len(pulled), -1)
            by_mean = -np.sum(rest, axis=1, keepdims=True)
            along = along + by_mean * self._mean
        bent = 2.0 * self._slope * along / self._divisor**2
        shared = by_mean / (self._size * self._divisor)
        back = by_image / self._divisor + shared - bent * (self._image - self._mean)
        back = self._keep * back
        if self._scale:
            by_amplitude = by_weight / self._divisor
            by_amplitude += self._places * (shared - bent * (self._amplitude - self._mean))
            back = back + self._brightest * (self._scale * by_amplitude)
        return np.asarray(back)


class _Seer(SlopedLayer):
    """The first layer with the part of its kernel that sees the image."""

    def __init__(self, first: SlopedLayer, kernel: Values) -> None:
        self.kernel, self.bias, self.is_convolution = kernel, first.bias, first.is_convolution
        self.stride, self.padding, self.groups = first.stride, first.padding, first.groups
