"""Nets whose layers score every class by how near its prototype is.

Source: hyperspherical Forward-Forward (HFF, arXiv 2605.00082), whose prototypes of length 1 are
learnt; here they are running means of the directions of each class's images, as class centroids are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ffstudio.core.forward_forward.classes import class_loss_conflicts
from ffstudio.core.forward_forward.kind import (
    LABEL_SETTINGS,
    Conflict,
    PairRequest,
    Pairs,
    Words,
    no_top_down,
)
from ffstudio.core.forward_forward.projections import ProjectedNet
from ffstudio.core.mathematics import Goodness
from ffstudio.core.mathematics.projection import RUNNING
from ffstudio.core.words import spoken, tr


class PrototypeNet(ProjectedNet):
    """The direction of each layer's activities is held against a prototype of each class."""

    name = "prototypes"
    words = Words(
        "Positive: nearness to the true class",
        "Negative: nearness to a wrong class",
        "its nearness to its class's prototype against that to a random wrong one's",
        "true class",
        "how often the layer's answer is nearer to the prototype of the image's class than to the "
        "wrong one's.",
    )
    usual_goodness = "prototypes"
    no_threshold = spoken("θ not used: prototypes")
    aim = spoken(
        "Each layer's loss brings images nearer to their own class's prototype than to the others'; "
        "no threshold parts all images."
    )

    @classmethod
    def takes_goodness(cls, goodness: Goodness) -> bool:
        return goodness.projection == RUNNING

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        yield from no_top_down(spec, tr("prototypes of the classes"))
        yield from class_loss_conflicts(spec)

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        reason = tr("Prototypes of the classes have no negative data and no label in the input.")
        names = ("negatives", *LABEL_SETTINGS, "collaboration", "threshold_per_unit", "peer")
        yield "ff", reason, names
        yield "layer", tr("Prototypes of the classes have a class loss."), ("loss",)
        yield "layer", tr("Prototypes of the classes have no threshold."), ("threshold",)

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        return Pairs(
            tr(
                "Prototypes of the classes have no negative data: each layer holds an image against "
                "the prototype of every class, and learns to be nearest to the true one's."
            )
        )
