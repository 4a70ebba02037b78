"""Nets whose layers score every class by a matrix of their own, learnt or drawn at random.

Source: Mono-Forward (arXiv 2501.09238; CaFo's predictors are alike) and adaptive spatial goodness
encoding (ASGE, arXiv 2509.12394).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ffstudio.core.forward_forward.classes import ClassNet, class_loss_conflicts
from ffstudio.core.forward_forward.kind import (
    LABEL_SETTINGS,
    Conflict,
    PairRequest,
    Pairs,
    Words,
    no_top_down,
)
from ffstudio.core.mathematics import GOODNESS, Goodness
from ffstudio.core.mathematics.projection import FIXED, LEARNT
from ffstudio.core.words import spoken, tr


class ProjectedNet(ClassNet):
    """Each layer's activities, multiplied with a matrix of its own, score the classes."""

    name = "projections"
    words = Words(
        "Positive: score of the true class",
        "Negative: score of a wrong class",
        "the score of its class against that of a random wrong one",
        "true class",
        "how often the layer's projection gives the image's class more than the wrong one.",
    )
    usual_goodness = "projection"
    no_threshold = spoken("θ not used: scores of classes")
    aim = spoken(
        "Each layer's loss makes the gap between the true class's score and the others' grow; no "
        "threshold parts all images."
    )

    @classmethod
    def takes_goodness(cls, goodness: Goodness) -> bool:
        return goodness.projection in (LEARNT, FIXED)

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return cls.takes_goodness(GOODNESS[ff.goodness])

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        yield from no_top_down(spec, tr("a projection to the classes"))
        yield from class_loss_conflicts(spec)

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        reason = tr("A projection to the classes has no negative data and no label in the input.")
        names = ("negatives", *LABEL_SETTINGS, "collaboration", "threshold_per_unit", "peer")
        yield "ff", reason, names
        yield "layer", tr("A projection to the classes has a class loss."), ("loss",)
        yield "layer", tr("A projection to the classes has no threshold."), ("threshold",)

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        return Pairs(
            tr(
                "A projection to the classes has no negative data: each layer scores every class of "
                "an image, and learns to give the true one the most."
            )
        )

    @property
    def classes_that_own_units(self) -> int:
        return 1
