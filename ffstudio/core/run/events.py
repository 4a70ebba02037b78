"""What the engine reports: small, frozen, picklable; arrays are copies, read-only by agreement.

Times are seconds of training and judging since the nets began to learn. What else a run's time
goes to, compiling and pauses above all, is told apart: see :class:`TimeSpent`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.checkpoint import Checkpoint
from ffstudio.core.run.quantities import Value
from ffstudio.core.run.status import RunEnd, RunPhase, RunStatus
from ffstudio.core.words import say_all, tr


@dataclass(frozen=True)
class Event:
    """Base of all events; ``run_id`` tells stale ones apart."""

    run_id: int


@dataclass(frozen=True)
class RunStarted(Event):
    """A run begins, or goes on after a finished one or an opened file.

    Attributes:
        plan: First and last epoch of what is to be trained; None for all of the experiment.
        steps: Per algorithm, ``ff`` and ``bp``, the steps done already, in epochs of the lengths
            that they have in this run.
        ended: Algorithms that learn no more in this plan.
    """

    spec: ExperimentSpec
    ff_steps_per_epoch: int
    bp_steps_per_epoch: int
    resumed: bool = False
    plan: tuple[int, int] | None = None
    steps: Mapping[str, int] = field(default_factory=dict)
    ended: frozenset[str] = frozenset()

    @property
    def epochs(self) -> tuple[int, int]:
        """First and last epoch of the plan."""
        return self.plan or (0, self.spec.epochs)


@dataclass(frozen=True)
class StatusChanged(Event):
    """The run is now running, paused, stopping…"""

    status: RunStatus
    reason: str = ""


_NETS = say_all({"ff": "Forward-Forward", "bp": "backprop"})
_PHASES = say_all(
    {
        RunPhase.BUILDING: "building the nets",
        RunPhase.COMPILING: "compiling",
        RunPhase.TRAINING: "training",
        RunPhase.JUDGING: "judging",
    }
)


@dataclass(frozen=True)
class PhaseChanged(Event):
    """The run is at something else, so that nobody waits without knowing what for.

    Attributes:
        algorithm: ``ff`` or ``bp``; empty for both.
        done: Images that are judged already.
        total: Images that are being judged; 0 where nothing is counted.
    """

    phase: RunPhase
    algorithm: str = ""
    done: int = 0
    total: int = 0

    @property
    def text(self) -> str:
        """For a reader: ``judging backprop on 10,000 images``."""
        phase = _PHASES[self.phase]
        net, total = _NETS.get(self.algorithm), write_number(self.total, ",")
        if net and self.total:
            return tr("{phase} {net} on {total} images", phase=phase, net=net, total=total)
        if net:
            return tr("{phase} {net}", phase=phase, net=net)
        return tr("{phase} on {total} images", phase=phase, total=total) if self.total else phase


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
        multiply_adds: What the step has taken, counted; 0 where that is not known.
        values: What else was measured, by the name of the quantity.
        frozen: Layers (0-based) that are frozen: those of Forward-Forward have no loss.
    """

    algorithm: str
    step: int
    epoch: float
    seconds: float
    losses: tuple[float, ...]
    layer: int | None = None
    samples: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)
    multiply_adds: float = 0.0
    frozen: tuple[int, ...] = ()


@dataclass(frozen=True)
class LayerStepped(Event):
    """One layer has learnt its step of a batch, while layers step one by one.

    Attributes:
        layer: 0-based; None for backprop, whose layers learn together.
        loss: Of the layer on the batch, before the step.
        moved: How far its weights have moved, as a share of their norm; NaN for all of a net.
        left: The layers (0-based) that are still to learn from the same batch.
    """

    algorithm: str
    layer: int | None
    step: int
    loss: float
    moved: float = math.nan
    left: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """For a reader: what was learnt, and what is next."""
        loss = number_text(self.loss, digits=3)
        if self.layer is None:
            return tr(
                "All layers of the backprop net have learnt step {step} together: loss {loss}.",
                step=self.step,
                loss=loss,
            )
        numbers = {
            "layer": self.layer + 1,
            "step": self.step,
            "loss": loss,
            "moved": f"{number_text(100 * self.moved, digits=2)}%",
        }
        if self.left:
            return tr(
                "FF layer {layer} has learnt its part of step {step}: loss {loss}, weights moved by "
                "{moved}. Next: layer {next}.",
                next=self.left[0] + 1,
                **numbers,
            )
        return tr(
            "FF layer {layer} has learnt its part of step {step}: loss {loss}, weights moved by "
            "{moved}. The step is whole.",
            **numbers,
        )


@dataclass(frozen=True, eq=False)
class EpochDone(Event):
    """One algorithm has finished an epoch and was judged.

    Attributes:
        epoch: Counted from 1.
        evaluated_on: ``validation`` or ``test``.
        predictions: Predicted label of every image judged, (n,) int16.
        values: What was measured, by the name of the quantity
            (:data:`ffstudio.core.run.quantities.QUANTITIES`); what was not is missing.
        rows: Numbers of the images of the set that were judged; None for all.
    """

    algorithm: str
    epoch: int
    step: int
    seconds: float
    evaluated_on: str
    predictions: npt.NDArray[np.int16]
    values: Mapping[str, Value]
    rows: npt.NDArray[np.int64] | None = None

    @property
    def sample(self) -> int | None:
        """How many images were judged; None for all."""
        return None if self.rows is None else len(self.rows)

    def predictions_of(self, count: int) -> npt.NDArray[np.int16]:
        """Of all ``count`` images of the set: −1 for those that were not judged."""
        if self.rows is None:
            return self.predictions
        labels = np.full(count, -1, np.int16)
        labels[self.rows] = self.predictions
        return labels

    def number(self, name: str) -> float:
        """A quantity that is one number; NaN when it was not measured."""
        value = self.values.get(name, math.nan)
        return math.nan if isinstance(value, tuple) else value


@dataclass(frozen=True)
class NetEnded(Event):
    """A net has stopped early: it learns no more in this plan.

    Attributes:
        epoch: Whose weights it has gone back to; None where that is not known.
    """

    algorithm: str
    epoch: int | None = None


# What a run's time goes to beside training and judging, for a reader; what is not here is not told.
TIME_WORDS = say_all(
    {
        "build": "building the nets",
        "compile": "compiling",
        "pause": "paused",
        "work": "saving and other work",
    }
)


@dataclass(frozen=True)
class TimeSpent(Event):
    """What the run's time has gone to so far beside training and judging.

    Attributes:
        apart: Seconds by name: see :data:`TIME_WORDS`.
    """

    apart: Mapping[str, float]


@dataclass(frozen=True)
class SettingChanged(Event):
    """A live change took effect; plots draw a mark there, and a run that is trained again
    repeats it at the same step.

    Attributes:
        setting: For example ``Layer 1 learning rate``.
        value: Of the setting, 1 and 0 for on and off; of a layer that is begun anew, its seed; or which layers
            vote.
        layer: 0-based, the backprop net's output counted as a layer; None for all of the net.
        name: Of the setting: see :mod:`ffstudio.core.run.changes`. Empty where it is not known.
    """

    algorithm: str
    setting: str
    value: float | str
    step: int
    epoch: float
    seconds: float
    layer: int | None = None
    name: str = ""


@dataclass(frozen=True)
class SnapshotTaken(Event):
    """New weights to look at."""

    snapshot: ModelSnapshot


@dataclass(frozen=True)
class CheckpointTaken(Event):
    """The run can go on from here; told only where somebody keeps checkpoints."""

    checkpoint: Checkpoint


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
        seconds: What its time went to: ``{"train", "evaluate"}``, and apart from them those of
            :data:`TIME_WORDS`.
        tested_on: Which images those are, for example ``the 10,000 test images of MNIST``.
    """

    end: RunEnd
    test_accuracy: dict[str, float | None]
    seconds: dict[str, float]
    tested_on: str = "the test images"


@dataclass(frozen=True)
class RunFailed(Event):
    """The engine raised: shown once, with details to copy."""

    message: str
    details: str
