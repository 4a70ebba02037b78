"""Unsupervised nets that compare an image with itself and with another one (SCFF).

Source: X. Chen, D. Liu, J. Laydevant, J. Grollier, "Self-Contrastive Forward-Forward
Algorithm", Nature Communications 2025 (arXiv 2409.11593). Positive data are an image beside
itself, negative data the same image beside another one. Both halves meet the same weights, so
the first layer sums z⁺ = 2(W·x + b) and z⁻ = W·x + W·x′ + 2b, with x normalised: one product
for each image serves both.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np

from ffstudio.core.forward_forward.kind import (
    Array,
    Floats,
    Ints,
    PairRequest,
    Pairs,
    Picture,
    Words,
)
from ffstudio.core.forward_forward.objective import Batch, LearningRule, Objective
from ffstudio.core.forward_forward.unlabelled import UnlabelledNet, UnlabelledObjective
from ffstudio.core.mathematics import NEGATIVES, other_images
from ffstudio.core.words import spoken, tr


class SelfContrastNet(UnlabelledNet):
    """Learns images beside themselves against images beside others; a linear read-out classifies."""

    name = "pairs"
    no_batch_norm = spoken("pairs of images are summed before they are seen")
    words = Words(
        "Positive: image + itself",
        "Negative: image + another",
        "beside itself and beside another one; no label is used",
        "image beside itself",
        "how often an image beside itself has more goodness than beside another one; pair losses "
        "train this.",
    )
    usual_negatives = "other_image"
    images_are = spoken("pairs of images")

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        """Images, the one that each is paired with, and what the first layer sees of both."""
        shape = request.settings.image_shape
        second = request.second
        views = request.x if second is None else second
        pictures: list[Picture] = []
        every = zip(request.x, views, other_images(views), strict=True)
        for image, view, other in itertools.islice(every, request.most):
            if second is not None:
                pictures.append(Picture(image.reshape(shape), tr("first view")))
            beside = tr("+ itself") if second is None else tr("+ both views")
            pictures += [
                Picture((0.5 * (image + view)).reshape(shape), beside, "positive"),
                Picture(other.reshape(shape), "other"),
                Picture((0.5 * (image + other)).reshape(shape), tr("− both"), "negative"),
            ]
        text = tr(
            "Negative data: {NEGATIVES_label}.\nBoth halves of a pair meet the same weights, so the "
            "first layer sees their sum, each normalised by itself (half of it is shown). No label is "
            "used.",
            NEGATIVES_label=NEGATIVES["other_image"].label,
        )
        if second is not None:
            text += tr("\nEach half is changed by itself: an image stands beside its second view.")
        return Pairs(text, tuple(pictures), together=3 if second is None else 4)

    def half(self, x: Array) -> Array:
        """What the first layer sums for one half of a pair: W·x + b (batch, …)."""
        first = self.layers[0]
        return first.linear(first.normalise(self.images(x)))

    def neutral_activities(self, x: Array) -> list[Array]:
        """Of images beside themselves."""
        half = self.half(x)
        return self.run_on(self.layers[0].finish(half + half))

    def negative_activities(self, x: Floats, wrong: Ints, rng: np.random.Generator) -> list[Array]:
        """Of each image beside the one before it."""
        half = self.half(x)
        return self.run_on(self.layers[0].finish(half + other_images(half, self.xp)))

    def objective(self, rule: LearningRule) -> Objective:
        return SelfContrastObjective(self, rule)


class SelfContrastObjective(UnlabelledObjective):
    """Images beside themselves against images beside others; no labels."""

    net: SelfContrastNet

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        """One view, or two: what stands on the left of each pair, and on the right."""
        views = [batch.x] if batch.second is None else [batch.x, batch.second]
        return [self.net.layers[0].normalise(self.net.images(x)) for x in views]

    def before(self, index: int, inputs: Any) -> Array:
        if index:
            return super().before(index, inputs)
        halves = [self.net.layers[0].linear(view) for view in inputs]
        left, right = halves[0], halves[-1]
        return self.xp.concatenate([left + right, left + other_images(right, self.xp)])

    def features(self, activities: list[Array], batch: Batch) -> Array:
        if batch.second is None:
            return super().features(activities, batch)
        # The read-out will see images beside themselves.
        return self.xp.stop_gradient(self.net.features(batch.x))
