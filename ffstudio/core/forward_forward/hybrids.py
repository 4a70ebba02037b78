"""Unsupervised nets: whole images against hybrids of two (Hinton 2022, section 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from ffstudio.core.forward_forward.kind import (
    LABEL_SETTINGS,
    Array,
    Conflict,
    Floats,
    Ints,
    LocalNet,
    PairRequest,
    Pairs,
    Picture,
    Words,
    no_top_down,
)
from ffstudio.core.forward_forward.objective import (
    Batch,
    LearningRule,
    Objective,
    PairObjective,
)
from ffstudio.core.mathematics import NEGATIVES, hybrid_images, hybrid_masks
from ffstudio.core.words import spoken, tr


class HybridNet(LocalNet):
    """Learns images against hybrids; a linear read-out classifies.

    A layer's score of a label is its share of the read-out's logit; the bias is the last
    layer's. They add up to the logits.
    """

    name = "images"
    words = Words(
        "Positive: image",
        "Negative: hybrid of two images",
        "against a hybrid of it and another one; no label is used",
        "image",
        "how often an image has more goodness than the hybrid made with it; pair losses train "
        "this.",
    )
    needs_read_out = True
    needs_masks = True
    usual_negatives = "hybrid"
    scores_are_logits = True
    no_gaps = spoken(
        "This net's layers learn without labels: an image has one goodness in each layer, not one "
        "for every label, so there is no gap between labels to show."
    )

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return NEGATIVES[ff.negatives].images

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        yield "ff", tr("Hybrid images carry no label."), LABEL_SETTINGS
        yield "ff", tr("Hybrid images need the read-out."), ("read_out",)
        yield "ff", tr("Without labels the read-out predicts."), ("first_voting_layer",)

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        return no_top_down(spec, tr("hybrid images"))

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        """Images, and each mixed with the next one by a mask."""
        shape = request.settings.image_shape
        images = request.x[: request.most]
        masks = hybrid_masks(len(images), shape, request.rng)
        others = np.roll(request.x, -1, axis=0)[: request.most]
        hybrids = hybrid_images(images, others, masks.reshape(len(images), -1))
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

    def activities(self, x: Array, labels: Array) -> list[Array]:
        return self.run(self.images(x))

    def negative_data(
        self, x: Floats, wrong: Ints, rng: np.random.Generator
    ) -> tuple[Floats, Ints]:
        """Hybrids of each image with the one before it; labels count for nothing."""
        masks = hybrid_masks(len(x), self.settings.image_shape, rng).reshape(len(x), -1)
        hybrids = hybrid_images(x, np.roll(x, 1, axis=0), masks)
        return np.asarray(hybrids, np.float32), wrong

    @property
    def first_voter(self) -> int:
        """Every layer: the shares are parts of one logit."""
        return 0

    @property
    def first_scorer(self) -> int:
        """The read-out does not see the first of several layers."""
        return min(len(self.layers) - 1, 1)

    def label_goodness(self, x: Array) -> Array:
        xp, features = self.xp, self.features(x)
        shares, start = [], 0
        for layer in self.read_layers:
            end = start + layer.output_size
            shares.append(xp.matmul(features[:, start:end], self.read_out.kernel[start:end]))
            start = end
        shares[-1] = shares[-1] + self.read_out.bias
        silent = len(self.layers) - len(shares)
        return xp.stack([xp.zeros_like(shares[0])] * silent + shares, axis=1)

    def objective(self, rule: LearningRule) -> Objective:
        return HybridObjective(self, rule)


class HybridObjective(PairObjective):
    """Images against hybrids of two images; no labels."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        xp = self.xp
        # The order of a batch is random: any other row will do.
        hybrids = hybrid_images(batch.x, xp.roll(batch.x, 1, axis=0), batch.hybrid_mask)
        rows = self.net.images(xp.concatenate([batch.x, hybrids]))
        return self.net.layers[0].normalise(rows)

    def features(self, activities: list[Array], batch: Batch) -> Array:
        # Positive data carry no label: their activities are what the read-out will see.
        positive = [self.xp.split(a, 2)[0] for a in activities]
        return self.xp.stop_gradient(self.net.features_of(positive))
