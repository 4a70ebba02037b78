"""Unsupervised nets: whole images against hybrids of two (Hinton 2022, section 3.2)."""

from __future__ import annotations

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
from ffstudio.core.image_shape import size_of, spread_over_channels
from ffstudio.core.mathematics import NEGATIVES, hybrid_images, hybrid_masks
from ffstudio.core.words import spoken, tr


class HybridNet(UnlabelledNet):
    """Learns images against hybrids; a linear read-out classifies."""

    name = "images"
    words = Words(
        "Positive: image",
        "Negative: hybrid of two images",
        "against a hybrid of it and another one; no label is used",
        "image",
        "how often an image has more goodness than the hybrid made with it; pair losses train "
        "this.",
    )
    needs_masks = True
    usual_negatives = "hybrid"
    images_are = spoken("hybrid images")

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        """Images, and each mixed with the next one by a mask."""
        shape = request.settings.image_shape
        images = request.x[: request.most]
        masks = hybrid_masks(len(images), size_of(shape), request.rng)
        others = np.roll(request.x, -1, axis=0)[: request.most]
        hybrids = hybrid_images(images, others, spread_over_channels(masks, shape))
        pictures: list[Picture] = []
        for image, mask, other, hybrid in zip(images, masks, others, hybrids, strict=True):
            pictures += [
                Picture(image.reshape(shape), tr("+ image"), "positive"),
                Picture(mask, "mask"),
                Picture(other.reshape(shape), "other"),
                Picture(hybrid.reshape(shape), tr("− hybrid"), "negative"),
            ]
        text = tr(
            "Negative data: {NEGATIVES_label}.\nWhere the mask is white a hybrid shows the "
            "image, where it is black the other one. No label is used.",
            NEGATIVES_label=NEGATIVES["hybrid"].label,
        )
        return Pairs(text, tuple(pictures), together=4)

    def negative_activities(self, x: Floats, wrong: Ints, rng: np.random.Generator) -> list[Array]:
        """Of hybrids of each image with the one before it."""
        shape = self.settings.image_shape
        masks = spread_over_channels(hybrid_masks(len(x), size_of(shape), rng), shape)
        hybrids = hybrid_images(x, np.roll(x, 1, axis=0), masks)
        return self.neutral_activities(np.asarray(hybrids, np.float32))

    def objective(self, rule: LearningRule) -> Objective:
        return HybridObjective(self, rule)


class HybridObjective(UnlabelledObjective):
    """Images against hybrids of two images; no labels."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        xp = self.xp
        # The order of a batch is random: any other row will do.
        hybrids = hybrid_images(batch.x, xp.roll(batch.x, 1, axis=0), batch.hybrid_mask)
        rows = self.net.images(xp.concatenate([batch.x, hybrids]))
        return self.net.layers[0].normalise(rows)
