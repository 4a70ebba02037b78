"""Nets whose units belong to classes: each class is scored by its own, without negative data.

Source: channel-wise goodness (CwComp, AAAI 2024; DeeperForward, ICLR 2025).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ffstudio.core.forward_forward.kind import (
    LABEL_SETTINGS,
    Array,
    Conflict,
    LocalNet,
    PairRequest,
    Pairs,
    Words,
    no_top_down,
)
from ffstudio.core.forward_forward.objective import Batch, LearningRule, Objective
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, Goodness, class_loss
from ffstudio.core.mathematics.projection import LEARNT
from ffstudio.core.words import spoken, tr


class ClassNet(LocalNet):
    """Each class owns a share of every layer's units and is scored by them."""

    name = "classes"
    has_negative_activities = False
    words = Words(
        "Positive: units of the true class",
        "Negative: units of a wrong class",
        "the units of its class against those of a random wrong one",
        "true class",
        "how often the units of the image's class have more goodness than those of the wrong one.",
    )
    rows_per_image = 1
    has_negatives = False
    usual_goodness = "class_mean_square"
    no_threshold = spoken("θ not used: class by class")
    aim = spoken(
        "Each layer's loss makes the gap between the true class's units and the others' grow; no "
        "threshold parts all images."
    )

    @classmethod
    def takes_goodness(cls, goodness: Goodness) -> bool:
        return goodness.by_class

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return GOODNESS[ff.goodness].by_class

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        yield from no_top_down(spec, tr("goodness class by class"))
        yield from class_loss_conflicts(spec)
        for i, layer in enumerate(spec.layers):
            if num_classes is not None and layer.units % num_classes:
                yield (
                    ("layers", i, "units"),
                    tr(
                        "must be a multiple of {num_classes} for goodness class by class",
                        num_classes=num_classes,
                    ),
                    tr("Round it up."),
                    -(-layer.units // num_classes) * num_classes,
                )

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        reason = tr("Goodness class by class has no negative data and no label in the input.")
        names = ("negatives", *LABEL_SETTINGS, "collaboration", "threshold_per_unit", "peer")
        yield "ff", reason, names
        yield "layer", tr("Goodness class by class has a class loss."), ("loss",)
        yield "layer", tr("Goodness class by class has no threshold."), ("threshold",)

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        return Pairs(
            tr(
                "Goodness class by class has no negative data: each class's own units are "
                "compared with the others'."
            )
        )

    def activities(self, x: Array, labels: Array) -> list[Array]:
        return self.run(self.images(x))

    def label_goodness(self, x: Array) -> Array:
        every = self.run(self.images(x))
        scores = [layer.goodness(a) for layer, a in zip(self.layers, every, strict=True)]
        return self.xp.stack(scores, axis=1)

    def layer_goodness(self, x: Array, labels: Array) -> Array:
        """Goodness of the units of each image's class."""
        own = self.xp.reshape(labels, (-1, 1, 1))
        scores = self.xp.take_along_axis(self.label_goodness(x), own, axis=-1)
        return self.xp.transpose(scores[:, :, 0])

    @property
    def classes_that_own_units(self) -> int:
        return self.num_classes

    def objective(self, rule: LearningRule) -> Objective:
        return ClassObjective(self, rule)


def class_loss_conflicts(spec: Any) -> Iterator[Conflict]:
    """Of a loss that compares images, or that something must learn to read."""
    loss = CLASS_LOSSES[spec.ff.class_loss]
    if loss.scores_follow and GOODNESS[spec.ff.goodness].projection != LEARNT:
        yield (
            ("ff", "goodness"),
            tr("cannot be this one: {label} needs a projection that learns", label=loss.label),
            tr("Use a learnt projection."),
            "projection",
        )
    if loss.compares_images and spec.batch_size < 2:
        yield (
            ("batch_size",),
            tr("must be 2 or more: the images of a batch are compared"),
            tr("Set it to {legal}.", legal=256),
            256,
        )


class ClassObjective(Objective):
    """A class loss of the classes' scores and the layer's activities, without negative data."""

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        return self.net.layers[0].normalise(self.net.images(batch.x))

    def goodness(self, index: int, activities: Array, batch: Batch) -> Any:
        layer = self.net.layers[index]
        kind = CLASS_LOSSES[self.rule.class_loss]
        compared = layer.compare_by(activities) if kind.compares_images else activities
        if kind.scores_follow:
            return layer.goodness(self.xp.stop_gradient(activities)), compared
        return layer.goodness(activities), compared

    def loss(self, index: int, goodness: Any, batch: Batch) -> Array:
        xp = self.xp
        one_hot = xp.one_hot(batch.y, self.net.num_classes)
        scores, activities = goodness
        kind = CLASS_LOSSES[self.rule.class_loss]
        losses = kind.function(scores, activities, one_hot, self.rule.sharpness, xp)
        if kind.scores_follow:
            # What reads the layer learns beside its loss, and is no part of it.
            read = class_loss(scores, one_hot, self.rule.sharpness, xp)
            losses = losses + read - xp.stop_gradient(read)
        return batch.average(losses, xp)

    def note(self, index: int, activities: Array, batch: Batch) -> None:
        members = self.xp.one_hot(batch.y, self.net.num_classes)
        if batch.weights is not None:
            members = members * self.xp.reshape(batch.weights, (-1, 1))
        self.net.layers[index].note_classes(activities, members)

    def features(self, activities: list[Array], batch: Batch) -> Array:
        return self.xp.stop_gradient(self.net.features_of(activities))
