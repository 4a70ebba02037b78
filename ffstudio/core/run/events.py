"""What the engine reports: small, frozen, picklable; arrays are copies, read-only by agreement.

Times are seconds since the run started, compilation included, pauses excluded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.status import RunEnd, RunStatus


@dataclass(frozen=True)
class Event:
    """Base of all events; ``run_id`` tells stale ones apart."""

    run_id: int


@dataclass(frozen=True)
class RunStarted(Event):
    """A run begins, or goes on after a finished one or an opened file."""

    spec: ExperimentSpec
    ff_steps_per_epoch: int
    bp_steps_per_epoch: int
    resumed: bool = False


@dataclass(frozen=True)
class StatusChanged(Event):
    """The run is now running, paused, stopping…"""

    status: RunStatus
    reason: str = ""


@dataclass(frozen=True)
class StepDone(Event):
    """One mini-batch.

    Attributes:
        algorithm: ``ff`` or ``bp``.
        step: Steps of this algorithm since the start, counted from 1.
        epoch: Epochs of this algorithm since the start, fractional.
        losses: FF: one per layer, NaN for a layer that did not learn in this step.
            BP: a single value.
        layer: The one layer that learns (0-based), or None when all do.
        samples: Images in the batch.
    """

    algorithm: str
    step: int
    epoch: float
    seconds: float
    losses: tuple[float, ...]
    layer: int | None = None
    samples: int = 0


@dataclass(frozen=True)
class EpochDone(Event):
    """One algorithm has finished an epoch and was judged.

    Attributes:
        epoch: Counted from 1.
        losses: Mean training loss of the epoch, per FF layer or one for BP.
        loss: FF: the recipe's own summary (mean over layers; the running
            "FinalLoss" of the Keras example in the inner-loops schedule). BP: as losses[0].
        evaluated_on: ``validation`` or ``test``.
        accuracy: 0–1 on that set.
        evaluation_loss: BP: cross-entropy on that set; FF: NaN.
        layer_accuracy: FF: accuracy of each layer alone on that set.
        predictions: Predicted label of every image of that set, (n,) int16.
        cumulative_accuracy: FF: the voting layers' goodness added up, from the first of them
            to each.
        read_out_accuracy: FF: the linear read-out on that set; None without one.
    """

    algorithm: str
    epoch: int
    step: int
    seconds: float
    losses: tuple[float, ...]
    loss: float
    evaluated_on: str
    accuracy: float
    evaluation_loss: float
    layer_accuracy: tuple[float, ...]
    predictions: npt.NDArray[np.int16]
    cumulative_accuracy: tuple[float, ...] = ()
    read_out_accuracy: float | None = None


@dataclass(frozen=True)
class SettingChanged(Event):
    """A live setting took effect; plots draw a mark there.

    Attributes:
        setting: For example ``Layer 1 learning rate``.
    """

    algorithm: str
    setting: str
    value: float
    step: int
    epoch: float
    seconds: float


@dataclass(frozen=True)
class SnapshotTaken(Event):
    """New weights to look at."""

    snapshot: ModelSnapshot


@dataclass(frozen=True)
class Diverged(Event):
    """A loss became NaN or infinite: the run paused with its last good weights.

    Attributes:
        layer: 0-based FF layer, or None for backprop.
    """

    algorithm: str
    layer: int | None
    step: int
    message: str


@dataclass(frozen=True)
class RunFinished(Event):
    """The run has ended and its nets can be used.

    Attributes:
        test_accuracy: ``{"ff": 0–1 or None, "bp": 0–1 or None}`` on the test set.
        seconds: ``{"compile", "train", "evaluate"}``.
    """

    end: RunEnd
    test_accuracy: dict[str, float | None]
    seconds: dict[str, float]


@dataclass(frozen=True)
class RunFailed(Event):
    """The engine raised: shown once, with details to copy."""

    message: str
    details: str
