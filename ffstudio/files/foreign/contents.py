"""What is found in a stranger's file, and what is known of it on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.cards import Card
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.experiment.loose_weights import LooseWeights
from ffstudio.files.foreign.bare_weights.pieces import Piece
from ffstudio.files.foreign.stored_weights import (
    Weights,
)
from ffstudio.files.migration import Era, Notes
from ffstudio.files.optimizer_state import OptimizerState


@dataclass(frozen=True)
class Candidate:
    """A network with its weights, ready to be built.

    Attributes:
        weights: Per path of a layer (inner layers after a slash) its arrays in Keras 3's order.
        text: What sets this candidate apart, for a reader.
        assumed: What was taken for granted to get it; None for what the card says.
        companion: Name of the architecture file beside bare weights that it is made of, where
            others fit as well; else empty.
    """

    network: Architecture
    weights: Weights
    text: str = ""
    assumed: tuple[str, ...] | None = None
    companion: str = ""


@dataclass(frozen=True)
class Foreign:
    """A file's card and what can be built from it.

    Attributes:
        candidates: None for a refused file; several where the file leaves things open.
        optimizer: What the optimizer remembered, where it can go on with it.
        kept: How the model wants its images, where the file says so.
        loose: Of bare weights for which no network was found, the layers one by one.
        digest: Of a model of ours, SHA-256 of the content that was read.
    """

    card: Card
    candidates: tuple[Candidate, ...] = ()
    optimizer: OptimizerState | None = None
    kept: Preprocessing | None = None
    loose: tuple[LooseWeights, ...] = ()
    digest: str = ""


@dataclass
class Facts:
    """What is known of a file so far, whatever happens next.

    Attributes:
        side: Of the images in pixels, where somebody says it; else 0.
    """

    kind: str = cards.OTHER
    era: Era = field(default_factory=Era)
    config: Any = None
    training: dict[str, Any] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    pieces: Sequence[Piece] = ()
    assumed: tuple[str, ...] = ()
    why: str = ""
    companion: str = ""
    answers: int = 0
    optimizer: OptimizerState | None = None
    kept: Preprocessing | None = None
    loose: tuple[LooseWeights, ...] = ()
    side: int = 0
