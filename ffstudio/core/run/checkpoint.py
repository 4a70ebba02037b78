"""A moment of a run with everything that decides how it goes on, as NumPy copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy.typing as npt

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.dataset import DataShape

State = Mapping[str, npt.NDArray[Any]]


@dataclass(frozen=True, eq=False)
class BestSoFar:
    """What early stopping goes back to.

    Attributes:
        loss: The lowest loss on the images the run is judged on.
        epoch: When that was, counted from 1.
        state: The backprop net's training state then.
    """

    loss: float
    epoch: int
    state: State


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """Where training stands.

    Attributes:
        spec: The experiment, with live changes.
        plan: First and last epoch of the plan that is under way.
        seconds: Of training so far.
        states: Per algorithm, ``ff`` and ``bp``: weights, optimizer and counters.
        epochs: Whole epochs done, per algorithm.
        best: What early stopping goes back to, if it is on.
        ended: Algorithms that have stopped early.
    """

    spec: ExperimentSpec
    shape: DataShape
    plan: tuple[int, int]
    seconds: float
    states: Mapping[str, State]
    epochs: Mapping[str, int]
    best: BestSoFar | None = None
    ended: frozenset[str] = field(default_factory=frozenset)

    @property
    def epoch(self) -> int:
        """Whole epochs that all nets have done."""
        return min(self.epochs.values(), default=0)

    @property
    def is_done(self) -> bool:
        """True when the plan is finished."""
        last = self.plan[1]
        return all(n >= last or name in self.ended for name, n in self.epochs.items())
