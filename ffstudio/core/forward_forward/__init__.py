"""Forward-Forward nets, a file a kind: forward pass, goodness, local losses, words.

Written over an array namespace: the compiled training step and the canvas run the same
lines. A new kind of net is a file here and a line in :data:`KINDS`.
"""

from __future__ import annotations

from typing import Any

from ffstudio.core.forward_forward.classes import ClassNet
from ffstudio.core.forward_forward.frames import FrameNet
from ffstudio.core.forward_forward.hybrids import HybridNet
from ffstudio.core.forward_forward.kind import (
    Conflict,
    LocalNet,
    NetSettings,
    PairRequest,
    Pairs,
    Picture,
    Words,
)
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.forward_forward.layer import LocalConvolution, LocalDense, LocalLayer
from ffstudio.core.forward_forward.local_fields import LocalFields
from ffstudio.core.forward_forward.objective import Batch, LearningRule, Objective, read_out_loss
from ffstudio.core.forward_forward.projections import ProjectedNet
from ffstudio.core.forward_forward.prototypes import PrototypeNet
from ffstudio.core.forward_forward.self_contrast import SelfContrastNet

# In the order in which they are asked whether an experiment's settings mean them.
KINDS: dict[str, type[LocalNet]] = {
    kind.name: kind
    for kind in (
        LabelNet,
        ClassNet,
        ProjectedNet,
        PrototypeNet,
        HybridNet,
        SelfContrastNet,
        FrameNet,
    )
}


def kind_of(ff: Any) -> type[LocalNet]:
    """The kind of net that ``ForwardForwardSpec`` settings ask for."""
    return next((kind for kind in KINDS.values() if kind.is_chosen(ff)), LabelNet)


__all__ = [
    "KINDS",
    "Batch",
    "Conflict",
    "LearningRule",
    "LocalConvolution",
    "LocalDense",
    "LocalFields",
    "LocalLayer",
    "LocalNet",
    "NetSettings",
    "Objective",
    "PairRequest",
    "Pairs",
    "Picture",
    "Words",
    "kind_of",
    "read_out_loss",
]
