"""What nets whose layers learn without labels share: a linear read-out classifies.

What is positive and what negative data, each such kind says in a file of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

import numpy as np

from ffstudio.core.forward_forward.kind import (
    LABEL_SETTINGS,
    Array,
    Conflict,
    Floats,
    Ints,
    LocalNet,
    no_top_down,
)
from ffstudio.core.forward_forward.objective import Batch, PairObjective
from ffstudio.core.mathematics import NEGATIVES
from ffstudio.core.words import spoken, tr


class UnlabelledNet(LocalNet):
    """Tells images from negative images; a linear read-out classifies.

    A layer's score of a label is its share of the read-out's logit, 0 where the read-out does not
    see it; the bias goes with the last one it sees. They add up to the logits.

    Attributes:
        usual_negatives: The one way of making negative data that this kind has.
        images_are: Its negative data, for the sentence that they cannot be used with something.
    """

    needs_read_out = True
    scores_are_logits = True
    no_gaps = spoken(
        "This net's layers learn without labels: an image has one goodness in each layer, not one "
        "for every label, so there is no gap between labels to show."
    )
    images_are: ClassVar[str]

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return bool(NEGATIVES[ff.negatives].images) and ff.negatives == cls.usual_negatives

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        yield "ff", tr("Nets that learn without labels have none in their input."), LABEL_SETTINGS
        yield "ff", tr("Nets that learn without labels need the read-out."), ("read_out",)
        yield "ff", tr("Without labels the read-out predicts."), ("votes",)

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        yield from no_top_down(spec, str(cls.images_are))
        if spec.batch_size < 2:
            yield (
                ("batch_size",),
                tr("must be 2 or more: each image is paired with another one of its batch"),
                tr("Set it to {legal}.", legal=256),
                256,
            )

    def activities(self, x: Array, labels: Array) -> list[Array]:
        return self.neutral_activities(x)

    def contrast(
        self, x: Floats, labels: Ints, wrong: Ints, rng: np.random.Generator
    ) -> tuple[Array, Array]:
        """Goodness of images and of what is made of them as negative data: (layers, batch)."""
        positive = self.layer_goodness(x, labels)
        every = self.negative_activities(x, wrong, rng)
        goodness = [layer.goodness(a) for layer, a in zip(self.layers, every, strict=True)]
        return positive, self.xp.stack(goodness)

    @property
    def votes(self) -> tuple[float, ...]:
        """Every layer: the shares are parts of one logit."""
        return (1.0,) * len(self.layers)

    @property
    def shown_votes(self) -> tuple[float, ...]:
        """Those that the read-out sees."""
        return tuple(float(i in self.layers_read) for i in range(len(self.layers)))

    def label_goodness(self, x: Array) -> Array:
        xp, features = self.xp, self.features(x)
        shares: dict[int, Array] = {}
        start = 0
        for i in self.layers_read:
            end = start + self.layers[i].output_size
            shares[i] = xp.matmul(features[:, start:end], self.read_out.kernel[start:end])
            start = end
        last = self.layers_read[-1]
        shares[last] = shares[last] + self.read_out.bias
        silent = xp.zeros_like(shares[last])
        return xp.stack([shares.get(i, silent) for i in range(len(self.layers))], axis=1)


class UnlabelledObjective(PairObjective):
    """Images against negative images; no labels."""

    def features(self, activities: list[Array], batch: Batch) -> Array:
        # Positive data carry no label: their activities are what the read-out will see.
        positive = [self.xp.split(a, 2)[0] for a in activities]
        return self.xp.stop_gradient(self.net.features_of(positive))
