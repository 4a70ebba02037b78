"""A net on its way into a file or out of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy.typing as npt

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.files.migration.eras import Era
from ffstudio.files.optimizer_state import OptimizerState

Weights = Mapping[str, Sequence[npt.NDArray[Any]]]


@dataclass(frozen=True, eq=False)
class Model:
    """A net and what is known of it.

    Attributes:
        weights: Per path of a layer its arrays in Keras 3's order.
        preprocessing: How it wants its images, or None.
        optimizer: Goes along into whole Keras files.
    """

    network: Architecture
    weights: Weights
    preprocessing: Preprocessing | None = None
    optimizer: OptimizerState | None = None
    learning_rate: float = 0.01


@dataclass(frozen=True)
class Contents:
    """What a file holds, and what it says of itself.

    Attributes:
        kind: One of the kinds in :mod:`ffstudio.core.describe.cards`.
        training: optimizer, learning_rate, loss, metrics, as far as the file tells.
    """

    model: Model
    kind: str = cards.WHOLE
    era: Era = field(default_factory=Era)
    training: dict[str, Any] = field(default_factory=dict)
