"""Nets with the label in their input: the true one or a wrong one (Hinton 2022, section 3.3)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ffstudio.core.forward_forward.every_label import EveryLabelObjective
from ffstudio.core.forward_forward.kind import (
    Array,
    Conflict,
    Floats,
    LocalNet,
    NetSettings,
    PairRequest,
    Pairs,
    Picture,
    Words,
)
from ffstudio.core.forward_forward.objective import (
    Batch,
    LearningRule,
    Objective,
    PairObjective,
    wrong_labels,
)
from ffstudio.core.image_shape import count_channels, count_pixels, size_of, with_channels
from ffstudio.core.mathematics import NEGATIVES, NORMALISATIONS
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr

LABEL_WORDS = Words(
    "Positive: true label",
    "Negative: wrong label",
    "with its true and with a random wrong label",
    "true label",
    "how often the same image has more goodness with its true than with the wrong label; "
    "pair losses train this.",
)


class LabelNet(LocalNet):
    """The label is a part of the input; goodness tells how well it fits."""

    name = "labels"
    words = LABEL_WORDS
    has_label_in_input = True
    depends_on_label = True

    # --- before there is a net --------------------------------------------------------------

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return False  # what is meant where no other kind is

    @classmethod
    def extra_inputs(cls, index: int, widths: Sequence[int], settings: NetSettings) -> int:
        if index or settings.label_embedding != "append":
            return 0
        return settings.num_classes * settings.label_repeats

    @classmethod
    def passes_to_score(cls, index: int, num_classes: int) -> int:
        return num_classes if index else 1  # the labels share the first layer's product

    @classmethod
    def rows_to_learn(cls, negatives: str, num_classes: int) -> int:
        return num_classes if NEGATIVES[negatives].every else cls.rows_per_image

    @classmethod
    def label_pixels(cls, settings: NetSettings) -> int:
        if settings.label_embedding != "replace":
            return 0
        return settings.num_classes * settings.label_repeats

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        ff = spec.ff
        label_pixels = ff.label_repeats * (num_classes or 0)
        is_short = num_inputs is not None and num_inputs < 2 * label_pixels
        if ff.label_embedding == "replace" and is_short:
            yield (
                ("ff", "label_embedding"),
                tr(
                    "an image of {num_inputs} numbers has no room for {label_pixels} label pixels",
                    num_inputs=num_inputs,
                    label_pixels=label_pixels,
                ),
                tr("Use separate label units."),
                "append",
            )
        first = spec.layers[0] if spec.layers else None
        groups = first.groups if first is not None and first.kind == "conv" else 1
        if ff.label_embedding == "append" and groups > 1:
            yield (
                ("layers", 0, "groups"),
                tr("must be 1 where the label has planes of its own"),
                tr("Set it to {legal}.", legal=1),
                1,
            )
        if ff.schedule == "inner_loops" and NEGATIVES[ff.negatives].scores == "next":
            yield (
                ("ff", "negatives"),
                tr("cannot look at the next layer in inner loops"),
                tr("Use hard wrong labels."),
                "hard",
            )

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        place = ""
        if request.settings.label_embedding == "append":
            own = tr("image planes") if request.is_convolutional else "inputs"
            place = tr("\nThe label has {own} of its own beside the image.", own=own)
        return label_pairs(request, place, cls.label_pixels(request.settings))

    # --- the first layer, whose product with the image is shared by all labels ---------
    #
    # With the label's pattern e scaled by an amplitude s, the first layer's input is
    # (blank + s·e) / d, and its divisor d is the same for all labels. So the image's part
    # blank·W / d is computed once, and each label adds (s / d) times its own e·W. A
    # convolution is linear too, so the same holds for label planes.

    @property
    def first_size(self) -> int:
        """Numbers in the first layer's input, label places included."""
        settings = self.settings
        if self.is_convolutional:
            planes = count_channels(settings.image_shape) + self.num_label_units
            return count_pixels(settings.image_shape) * planes
        return settings.num_inputs + self.num_label_units

    @property
    def num_label_units(self) -> int:
        """Label units or planes beside the image."""
        return self.extra_inputs(0, (), self.settings)

    def split_input(self, x: Array) -> tuple[Array, Array]:
        """Images (batch, inputs) → blank / d (batch, …) and s / d (batch, 1).

        Where the normalisation centres, the blank has the places of separate label units too.
        """
        xp, settings = self.xp, self.settings
        if settings.label_amplitude == "maximum":
            amplitude = settings.label_scale * xp.max(x, axis=1, keepdims=True)
        else:
            amplitude = settings.label_scale * xp.ones_like(x[:, :1])
        places = settings.label_repeats  # how many inputs a label switches on
        if settings.label_embedding == "replace":
            keep = xp.arange(settings.num_inputs) >= settings.num_classes * settings.label_repeats
            x = x * xp.cast(keep, x.dtype)
        elif self.is_convolutional:
            places *= count_pixels(settings.image_shape)
        squares = xp.sum(xp.square(x), axis=1, keepdims=True) + places * xp.square(amplitude)
        normalisation = NORMALISATIONS[self.layers[0].normalisation]
        if not normalisation.centred:
            divisor = normalisation.function(squares, self.first_size, xp)
            return self.images(x / divisor), amplitude / divisor
        # The mean, label places included, is taken from every input, so from those too.
        total = xp.sum(x, axis=1, keepdims=True) + places * amplitude
        mean = total / float(self.first_size)
        divisor = normalisation.function(squares - total * mean, self.first_size, xp)
        image, beside = self.images((x - mean) / divisor), self.num_label_units
        if beside:
            empty = xp.reshape(-mean / divisor, (-1, *(1,) * (len(image.shape) - 1)))
            planes = xp.zeros_like(image[..., :1]) if self.is_convolutional else 0.0
            planes = xp.tile(empty + planes, (*(1,) * (len(image.shape) - 1), beside))
            image = xp.concatenate([image, planes], axis=-1)
        return image, amplitude / divisor

    def image_product(self, image: Array) -> Array:
        """What the first layer adds up for the image alone, bias included: (batch, units)."""
        first = self.layers[0]
        if self.is_convolutional:
            planes = int(image.shape[-1])  # those of the label only where they are not 0
            return self._slide_first(image, first.kernel[:, :, :planes]) + first.bias
        # With "replace" the kernel's label rows meet zeros, or what the mean leaves of them.
        return self.xp.matmul(image, first.kernel[: int(image.shape[-1])]) + first.bias

    def label_product(self) -> Array:
        """What the first layer adds up for each label of amplitude 1: (classes, units)."""
        xp, settings, first = self.xp, self.settings, self.layers[0]
        classes, repeats = settings.num_classes, settings.label_repeats
        if not self.is_convolutional:
            start = settings.num_inputs if settings.label_embedding == "append" else 0
            rows = first.kernel[start : start + classes * repeats]
            return xp.sum(xp.reshape(rows, (repeats, classes, -1)), axis=0)
        if settings.label_embedding == "append":
            planes = np.tile(np.eye(classes, dtype=np.float32), repeats)
            pattern = np.broadcast_to(
                planes[:, None, None, :],
                (classes, *size_of(settings.image_shape), classes * repeats),
            )
            kernel = first.kernel[:, :, count_channels(settings.image_shape) :]
        else:
            pattern = np.zeros((classes, settings.num_inputs), np.float32)
            pattern[:, : classes * repeats] = np.tile(np.eye(classes, dtype=np.float32), repeats)
            pattern = pattern.reshape(classes, *with_channels(settings.image_shape))
            kernel = first.kernel
        return self._slide_first(xp.convert_to_tensor(np.array(pattern)), kernel)

    def _slide_first(self, planes: Array, kernel: Array) -> Array:
        """Some planes of the first convolution's input under their part of its kernel."""
        first: Any = self.layers[0]
        return first.slide(planes, kernel)

    def first_before(self, product: Array, weight: Array, labels: Array, one_hot: Array) -> Array:
        """Summed inputs of the first layer for labels given as one-hot rows.

        Args:
            product: From :meth:`image_product` (batch, …).
            weight: s / d (batch, 1).
            labels: From :meth:`label_product` (classes, …).
            one_hot: (batch, classes).
        """
        xp, shape = self.xp, labels.shape[1:]
        if len(shape) == 1:
            return product + weight * xp.matmul(one_hot, labels)
        label = xp.matmul(weight * one_hot, xp.reshape(labels, (self.num_classes, -1)))
        return product + xp.reshape(label, (-1, *shape))

    def _first_activities(self, x: Array, one_hot: Array) -> Array:
        image, weight = self.split_input(x)
        before = self.first_before(self.image_product(image), weight, self.label_product(), one_hot)
        return self.layers[0].finish(before)

    def activities(self, x: Array, labels: Array) -> list[Array]:
        one_hot = self.xp.one_hot(labels, self.num_classes)
        return self.run_on(self._first_activities(x, one_hot))

    def neutral_activities(self, x: Array) -> list[Array]:
        """With a label that is a little of each (Hinton's code)."""
        xp = self.xp
        image, weight = self.split_input(x)
        neutral = xp.ones_like(weight) / self.num_classes
        neutral = xp.tile(neutral, (1, self.num_classes))
        before = self.first_before(self.image_product(image), weight, self.label_product(), neutral)
        return self.run_on(self.layers[0].finish(before))

    # --- all labels -------------------------------------------------------------------------

    def label_goodness(self, x: Array) -> Array:
        image, weight = self.split_input(x)
        return self.label_goodness_of(self.image_product(image), weight)

    def label_goodness_of(
        self, product: Array, weight: Array, num_layers: int | None = None
    ) -> Array:
        """As :meth:`label_goodness`, from :meth:`image_product` and the label's weight."""
        return self.label_activities_of(product, weight, num_layers)[1]

    def label_activities_of(
        self, product: Array, weight: Array, num_layers: int | None = None
    ) -> tuple[list[Array], Array]:
        """Activities of every layer for every label, and their goodness.

        Returns:
            Per layer (batch × classes, units), the labels of an image one after the other;
            and (batch, layers, classes).
        """
        xp = self.xp
        labels = self.label_product()
        ones = (1,) * (len(labels.shape) - 1)
        before = xp.expand_dims(product, 1) + xp.reshape(weight, (-1, 1, *ones)) * labels[None]
        h = self.layers[0].finish(xp.reshape(before, (-1, *labels.shape[1:])))
        every = self.run_on(h, num_layers)
        scores = [
            xp.reshape(layer.goodness(a), (-1, self.num_classes))
            for layer, a in zip(self.layers, every, strict=False)
        ]
        return every, xp.stack(scores, axis=1)

    def objective(self, rule: LearningRule) -> Objective:
        if rule.strategy.every:
            return EveryLabelObjective(self, rule)
        if rule.strategy.scores == "next":
            return NextLayerObjective(self, rule)
        return LabelObjective(self, rule)

    # --- looking at weights -----------------------------------------------------------------

    def label_kernel(self) -> Floats | None:
        """Rows of the first kernel, or means of its label planes' kernels."""
        first = self.layers[0]
        if not self.is_convolutional:
            return np.asarray(self.label_product(), np.float32)
        if not self.num_label_units:
            return None
        # A label plane has one value all over, so only the mean of its kernel tells. Copies
        # of a plane add up.
        planes = np.asarray(first.kernel)[:, :, count_channels(self.settings.image_shape) :]
        planes = planes.mean(axis=(0, 1))
        return np.asarray(planes.reshape(-1, self.num_classes, first.units).sum(axis=0))


def label_pairs(request: PairRequest, place: str, label_pixels: int) -> Pairs:
    """Images with their true label and the same images with a wrong one.

    Args:
        place: Where the label is, for a reader.
    """
    settings = request.settings
    wrong, who = request.draw_negatives()
    wrong = wrong.reshape(len(request.x), -1)  # one or more for each image
    same = int((wrong == request.y[:, None]).sum())
    text = tr(
        "Negative data: {who}.\nNegatives that carry their true label: {same} of {x}{place}",
        who=who,
        same=same,
        x=wrong.size,
        place=place,
    )
    gaps = None if request.measure_gaps is None else request.measure_gaps(wrong)
    if gaps is not None and len(gaps) and np.isfinite(gaps).all():
        text += tr(
            "\nHow hard they are for the net you see: a true label has {mean} more goodness than the "
            "negative on average (Δ below each); {share}% of the negatives look better than it.",
            mean=number_text(float(gaps.mean()), digits=3),
            share=number_text(round(100 * float(np.mean(gaps < 0)), 1)),
        )
    else:
        gaps = None
    pictures, together = [], 1 + wrong.shape[1]
    shown = zip(request.x, request.y, wrong, range(len(wrong)), strict=True)
    for image, true, others, at in itertools.islice(shown, -(-2 * request.most // together)):
        for place_of, label in enumerate((true, *others)):
            role, sign = ("negative", "−") if place_of else ("positive", "+")
            pixels = image.copy()
            if label_pixels:
                one = image.max() if settings.label_amplitude == "maximum" else 1.0
                pixels[:label_pixels] = 0.0
                pixels[label : label_pixels : settings.num_classes] = one * settings.label_scale
            caption = f"{sign} {request.class_names[label]}"
            if gaps is not None and role == "negative":
                gap = float(gaps[at, place_of - 1])
                caption += f" Δ{'−' if gap < 0 else '+'}{write_number(abs(gap), '.1f')}"
            pictures.append(Picture(pixels.reshape(settings.image_shape), caption, role))
    return Pairs(text, tuple(pictures), label_pixels, together)


class LabelObjective(PairObjective):
    """Images with their true label against the same images with a wrong one."""

    net: LabelNet

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        net = self.net
        image, weight = net.split_input(batch.x)
        positive = self.xp.one_hot(batch.y, net.num_classes)
        negative = self._negatives(batch, image, weight, positive, num_layers)
        return image, weight, positive, negative

    def before(self, index: int, inputs: Any) -> Array:
        if index:
            return super().before(index, inputs)
        image, weight, positive, negative = inputs
        product, labels = self.net.image_product(image), self.net.label_product()
        return self.xp.concatenate(
            [
                self.net.first_before(product, weight, labels, one_hot)
                for one_hot in (positive, negative)
            ]
        )

    def _negatives(
        self, batch: Batch, image: Array, weight: Array, positive: Array, num_layers: int
    ) -> Array:
        """One-hot wrong labels: (batch, classes)."""
        judges = self.rule.strategy.scores
        summed = None
        if judges != "none":
            count = 1 if judges == "first" else num_layers
            scores = self.net.label_goodness_of(self.net.image_product(image), weight, count)
            summed = count_votes(scores, self.net.votes, self.xp)
        return wrong_labels(self, batch, positive, summed)


class NextLayerObjective(LabelObjective):
    """Each layer's wrong labels are those that the layer above it finds good.

    All labels go up through all layers first; each layer then learns from the rows of the
    labels that are meant for it.

    Attributes:
        wrong: Per layer, the wrong labels chosen for the newest mini-batch, one-hot (batch,
            classes).
    """

    wrong: list[Array]

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        xp, net = self.xp, self.net
        image, weight = net.split_input(batch.x)
        self._positive = xp.one_hot(batch.y, net.num_classes)
        activities, scores = net.label_activities_of(net.image_product(image), weight, num_layers)
        self._all = [xp.stop_gradient(a) for a in activities]
        self.wrong = [
            wrong_labels(self, batch, self._positive, scores[:, min(i + 1, num_layers - 1)])
            for i in range(num_layers)
        ]
        return image, weight, self._positive, self.wrong[0]

    def upward(self, index: int, activities: Array, batch: Batch) -> Array:
        xp, every = self.xp, self._all[index]
        chosen = []
        for one_hot in (self._positive, self.wrong[index + 1]):
            rows = xp.arange(xp.shape(one_hot)[0]) * self.net.num_classes
            chosen.append(xp.take(every, rows + xp.argmax(one_hot, axis=-1), axis=0))
        return super().upward(index, xp.concatenate(chosen), batch)
