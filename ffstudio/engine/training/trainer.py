"""What the trainers of both algorithms share: counters, optimizers, state, evaluation."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import keras
import numpy as np
import numpy.typing as npt
import tensorflow as tf

from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.augmentation import augment, changes_images
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.judge import Judgement
from ffstudio.core.run.judging import PIECE
from ffstudio.core.run.lanes import move_of
from ffstudio.core.run.quantities import LEARNT, MOVED
from ffstudio.core.run.status import RunPhase
from ffstudio.core.words import tr
from ffstudio.engine.training.clock import Clock

State = dict[str, npt.NDArray[np.generic]]
Arrays = tuple[npt.NDArray[Any], ...]
# Losses, the one layer that learnt or None, and images: see Trainer.train_step.
StepResult = tuple[tuple[float, ...], int | None, int]
# In a training state: a layer's weights as they were when the epoch began.
_BEFORE = "before_"
TellPhase = Callable[[RunPhase, int, int], object]


def tell_nobody(phase: RunPhase, done: int, total: int) -> None:
    """For a trainer whose run nobody follows."""


# The stream of chance that changes second views.
_SECOND_VIEW = 2


class TrainingData:
    """The training images and the mini-batch order, shared by both trainers."""

    def __init__(self, data: PreparedData, batch_size: int, seed: int) -> None:
        self._images, self._labels = data.train.x, data.train.y
        self.num_samples = len(data.train)
        self.batch_size = min(batch_size, self.num_samples)
        self.batches_per_epoch = -(-self.num_samples // self.batch_size)
        self._seed = seed
        self._spec, self._image_shape = data.spec, data.image_shape
        self._changes = changes_images(data.spec)
        self._order: tuple[int, npt.NDArray[np.int32]] | None = None
        self._newest: tuple[int, int, tf.Tensor, tf.Tensor] | None = None

    def batch(self, epoch: int, index: int) -> tuple[tf.Tensor, tf.Tensor]:
        """Images (batch, inputs) and labels (batch,) of one mini-batch.

        The order depends on seed and epoch alone. The last batch is topped up from the
        start of the epoch's order, so that every batch has the same size. Both nets get the
        same tensors, with the same changes of the same images.
        """
        if self.batch_size == self.num_samples and not self._changes:
            epoch = index = 0  # all of them, in their own order
        if self._newest is None or self._newest[:2] != (epoch, index):
            self._newest = (epoch, index, *self._make_batch(epoch, index))
        return self._newest[2:]

    def _make_batch(self, epoch: int, index: int) -> tuple[tf.Tensor, tf.Tensor]:
        if self.batch_size == self.num_samples and not self._changes:
            return tf.constant(self._images[:]), tf.constant(self._labels)
        rows = self._rows_of(epoch, index)
        return self._change(rows, [self._seed, epoch, index]), tf.constant(self._labels[rows])

    def make_second_view(self, epoch: int, index: int) -> tf.Tensor | None:
        """The images of a mini-batch changed once more, by themselves; None where nothing is."""
        if not self._changes:
            return None
        rows = self._rows_of(epoch, index)
        return self._change(rows, [self._seed, epoch, index, _SECOND_VIEW])

    def _change(self, rows: npt.NDArray[np.int32], seeds: list[int]) -> tf.Tensor:
        x = self._images[rows]
        if self._changes:
            x = augment(x, self._image_shape, self._spec, np.random.default_rng(seeds))
        return tf.constant(x)

    def _rows_of(self, epoch: int, index: int) -> npt.NDArray[np.int32]:
        if self._order is None or self._order[0] != epoch:
            drawn = np.random.default_rng([self._seed, epoch]).permutation(self.num_samples)
            self._order = (epoch, drawn.astype(np.int32))
        order = self._order[1]
        start = index * self.batch_size
        rows = order[start : start + self.batch_size]
        if len(rows) < self.batch_size:
            rows = np.concatenate([rows, order[: self.batch_size - len(rows)]])
        return rows


class Trainer(ABC):
    """One net in training.

    Attributes:
        name: ``ff`` or ``bp``.
        step: Steps done since the first one.
        model: The Keras model that is trained.
        optimizers: One per Forward-Forward layer; one for backprop.
        uses_xla: Whether XLA compiles its steps.
        tell_phase: Called with what it is at, and how many of how many images are judged.
        clock: Of the run; compiling is kept apart on it.
    """

    name: str
    model: keras.Model
    optimizers: list[keras.optimizers.Optimizer]
    uses_xla: bool

    def __init__(self, spec: ExperimentSpec, num_layers: int) -> None:
        self.spec = spec
        self.step = 0
        self.data: TrainingData | None = None
        self.clock = Clock()
        self.tell_phase: TellPhase = tell_nobody
        self._loss_sum = np.zeros(num_layers)
        self._loss_count = np.zeros(num_layers)
        self._learnt_steps = np.zeros(0)
        # Each layer's learnt weights as they were when the epoch began; None: not known.
        self._epoch_began_with: list[Arrays] | None = None
        self._rates: list[float] = []
        # Where epochs are counted from: so many were done after so many steps, and of how many
        # steps one had then (0: not known).
        self._origin = (0, 0)
        self._known_length = 0

    # --- for the session --------------------------------------------------------------

    @property
    @abstractmethod
    def steps_per_epoch(self) -> int:
        """Training steps in one epoch."""

    @abstractmethod
    def train_step(self, gain: float, progress: float) -> StepResult:
        """Trains one step and counts it.

        Args:
            gain: Factor on all learning rates (the cool-down).
            progress: Share of the planned steps that is done, 0–1.

        Returns:
            Losses (NaN where a layer did not learn), the one layer that learnt or None,
            and the number of images.
        """

    @abstractmethod
    def judge(self, samples: Samples) -> Judgement:
        """Predicts all of ``samples``."""

    def pieces(
        self, samples: Samples, most: int = PIECE
    ) -> Iterator[tuple[npt.NDArray[np.float32], int]]:
        """The images to judge, as :func:`chunks`; tells how far it is."""
        done = 0
        for x, count in chunks(samples, most):
            self.tell_phase(RunPhase.JUDGING, done, len(samples))
            yield x, count
            done += count

    @abstractmethod
    def weight_variables(self) -> dict[str, keras.Variable]:
        """What it learns, by the name in a training state."""

    @abstractmethod
    def snapshot(self, shape: DataShape) -> Any:
        """The net as it is now, as NumPy copies."""

    @abstractmethod
    def list_layers(self) -> list[list[keras.Variable]]:
        """Per layer what it learns; nothing for one without weights, nor for nets out of files."""

    @property
    @abstractmethod
    def frozen(self) -> tuple[int, ...]:
        """The layers (0-based) that do not learn for now; their weights and their optimizer's
        memory stay as they are, bit for bit.
        """

    @property
    def own_steps(self) -> int:
        """How many of an epoch's steps can be one layer's."""
        return self.steps_per_epoch

    @abstractmethod
    def begin_anew(self, index: int, seed: int) -> None:
        """A layer starts again with weights drawn with ``seed``, its optimizer's memory empty.

        Raises:
            TrainingError: It has no weights.
        """

    @property
    def place(self) -> tuple[int, int]:
        """The epoch that the next step is in, and how many of its steps are done."""
        epochs, steps = self._origin
        more, index = divmod(self.step - steps, self.steps_per_epoch)
        return epochs + more, index

    @property
    def epoch(self) -> int:
        """Whole epochs done."""
        return self.place[0]

    @property
    def exact_epoch(self) -> float:
        """Epochs done, fractional."""
        epochs, steps = self._origin
        return epochs + (self.step - steps) / self.steps_per_epoch

    def steps_since(self, epoch: int) -> int:
        """Steps done since the beginning of an epoch, had all of them been as long as they are."""
        epochs, steps = self._origin
        return (epochs - epoch) * self.steps_per_epoch + self.step - steps

    def attach(self, data: TrainingData, done: int = 0) -> None:
        """Gives the trainer its images.

        Epochs that are over stay as many where an epoch has another number of steps now; one that
        was under way ends there.

        Args:
            done: Epochs done, where their length is not known from elsewhere; 0: not known either.
        """
        self.data = data
        length, (epochs, steps) = self._known_length, self._origin
        if not length and done and (self.step - steps) % done == 0:
            length = (self.step - steps) // done
        self._known_length = self.steps_per_epoch
        if length and length != self._known_length and self.step > steps:
            self._origin = epochs - (steps - self.step) // length, self.step
            self._epoch_began_with = None
            self._loss_sum[:], self._loss_count[:], self._learnt_steps[:] = 0.0, 0.0, 0

    def training_data(self) -> TrainingData:
        if self.data is None:
            raise TrainingError(tr("There are no images to train with."), tr("Choose a data set."))
        return self.data

    def count(self, losses: tuple[float, ...]) -> None:
        """Takes a step's losses into the epoch's mean."""
        values = np.asarray(losses)
        learnt = ~np.isnan(values)
        self._loss_sum[learnt] += values[learnt]
        self._loss_count[learnt] += 1
        self.step += 1

    def count_learnt(self, layers: Iterable[int]) -> None:
        """Notes which layers have learnt in a step; before it is counted."""
        self._learnt_steps[list(layers)] += 1

    def note_beginning(self) -> None:
        """Before an epoch's first step, notes where all layers are."""
        if self._epoch_began_with is None and self.place[1] == 0:
            self._epoch_began_with = self.list_weights()

    def list_weights(self) -> list[Arrays]:
        """Per layer what it has learnt, as copies."""
        return [tuple(to_numpy(v) for v in layer) for layer in self.list_layers()]

    def close_lanes(self) -> dict[str, tuple[float, ...]]:
        """What every layer did in the epoch that ends: how far it moved, how often it learnt."""
        layers = self.list_weights()
        if not layers:
            return {}
        before, self._epoch_began_with = self._epoch_began_with, layers
        learnt = [
            count / self.own_steps if layer else math.nan
            for count, layer in zip(self._learnt_steps, layers, strict=True)
        ]
        self._learnt_steps[:] = 0
        moved = [math.nan] * len(layers)
        if before is not None:
            moved = [move_of(old, new) for old, new in zip(before, layers, strict=True)]
        return {MOVED: tuple(moved), LEARNT: tuple(learnt)}

    def _note_new_start(self, index: int) -> None:
        """A layer that is begun anew moves from there on."""
        if self._epoch_began_with is not None:
            now = tuple(to_numpy(v) for v in self.list_layers()[index])
            self._epoch_began_with[index] = now

    def close_epoch(self) -> tuple[float, ...]:
        """Mean loss per layer since the epoch began; starts the next."""
        with np.errstate(invalid="ignore", divide="ignore"):
            means = self._loss_sum / self._loss_count
        self._loss_sum[:] = 0
        self._loss_count[:] = 0
        return tuple(means.tolist())

    def epoch_loss(self, losses: tuple[float, ...]) -> float:
        """One number for the epoch, from :meth:`close_epoch`'s losses."""
        learnt = [v for v in losses if np.isfinite(v)]
        return float(np.mean(learnt)) if learnt else float("nan")

    # --- live settings ------------------------------------------------------------------

    def set_learning_rate(self, index: int, value: float) -> None:
        """Base learning rate of one optimizer, from the next step on."""
        self._rates[index] = float(value)

    def scale_rates(self, gain: float) -> tf.Tensor:
        """All learning rates times ``gain``: (optimizers,)."""
        return tf.constant([rate * gain for rate in self._rates], tf.float32)

    # --- state ----------------------------------------------------------------------------

    def weights(self) -> State:
        """All weights by name, as copies."""
        return {k: to_numpy(v) for k, v in self.weight_variables().items()}

    def _state_variables(self) -> dict[str, keras.Variable]:
        named = self.weight_variables()
        for i, optimizer in enumerate(self.optimizers):
            for j, variable in enumerate(optimizer.variables):
                named[f"optimizer_{i}/{j}"] = variable
        return named

    def state(self) -> State:
        """Everything that decides how training goes on, as copies."""
        state: State = {k: to_numpy(v) for k, v in self._state_variables().items()}
        state["step"] = np.array(self.step, np.int64)
        state["epochs"] = np.array([*self._origin, self._known_length], np.int64)
        state["loss_sum"] = self._loss_sum.copy()
        state["loss_count"] = self._loss_count.copy()
        state["rates"] = np.array(self._rates)
        state["learnt_steps"] = self._learnt_steps.copy()
        if self._is_within_epoch and self._epoch_began_with is not None:
            # At an epoch's end these are the weights themselves.
            for i, layer in enumerate(self._epoch_began_with):
                state |= {f"{_BEFORE}{i}/{j}": array for j, array in enumerate(layer)}
        return state

    @property
    def _is_within_epoch(self) -> bool:
        return self.data is not None and self.place[1] != 0

    def load_state(self, state: State) -> None:
        """Goes back to a :meth:`state`; optimizer moments that are missing start afresh.

        Raises:
            TrainingError: The weights do not fit this net.
        """
        for name, variable in self._state_variables().items():
            if name not in state:
                if name.startswith("layer_") and not name.endswith("/threshold"):
                    raise TrainingError(
                        tr("The saved state lacks {name}.", name=name), tr("Train the net anew.")
                    )
                continue
            value = state[name]
            if tuple(value.shape) != tuple(variable.shape):
                raise TrainingError(
                    tr(
                        "The saved {name} has shape {tuple}, the net needs {tuple_2}.",
                        name=name,
                        tuple=tuple(value.shape),
                        tuple_2=tuple(variable.shape),
                    ),
                    tr("Use the settings the model was saved with."),
                )
            variable.assign(value)
        self.step = int(state.get("step", np.array(0)))
        epochs, steps, length = map(int, state.get("epochs", np.zeros(3, np.int64)))
        self._origin, self._known_length = (epochs, steps), length
        self._epoch_began_with = self._read_began_with(state)
        self._learnt_steps[:] = 0
        for name, target in (
            ("loss_sum", self._loss_sum),
            ("loss_count", self._loss_count),
            ("learnt_steps", self._learnt_steps),
        ):
            if name in state and state[name].shape == target.shape:
                target[:] = state[name]
        if "rates" in state and len(state["rates"]) == len(self._rates):
            self._rates = [float(v) for v in state["rates"]]

    def _read_began_with(self, state: State) -> list[Arrays] | None:
        """What the epoch began with; None where the state does not say, or is at its end."""
        layers = self.list_layers()
        names = [[f"{_BEFORE}{i}/{j}" for j in range(len(x))] for i, x in enumerate(layers)]
        known = [name for layer in names for name in layer]
        if not known or not all(name in state for name in known):
            return None
        return [tuple(np.asarray(state[name], np.float32) for name in layer) for layer in names]


def dropout_masks(spec: ExperimentSpec, step: int, rows: int) -> dict[str, tf.Tensor]:
    """What to multiply each layer's outputs with in one step: 0, or 1 / (1 − rate).

    They come from NumPy: inside XLA on a CPU random numbers cost more than the layers.
    Which are dropped depends on the run's seed, the step and the layer alone.

    Returns:
        Per layer that has dropout, by its 0-based number as text: (rows, units), or
        (rows, 1, 1, channels).
    """
    masks = {}
    for i, layer in enumerate(spec.layers):
        if layer.dropout > 0:
            rng = np.random.Generator(
                np.random.Philox(key=[spec.seed, step], counter=(i + 1) << 64)
            )
            drawn = rng.integers(0, 1 << 16, (rows, layer.units), np.uint16)
            kept = drawn >= round(layer.dropout * (1 << 16))
            scaled = kept * np.float32(1.0 / (1.0 - layer.dropout))
            # Of a convolution, whole channels are dropped.
            masks[str(i)] = tf.constant(scaled[:, None, None] if layer.sees_places else scaled)
    return masks


def to_numpy(variable: keras.Variable) -> npt.NDArray[Any]:
    """A variable's value; TensorFlow copies it, so the next step does not change it."""
    return np.asarray(variable.value.numpy())


def chunks(samples: Samples, most: int = PIECE) -> list[tuple[npt.NDArray[np.float32], int]]:
    """Images in pieces of one size (the last filled up with zeros), with their true number.

    Args:
        most: Images in a piece.
    """
    rows = min(most, max(len(samples), 1))
    pieces = []
    for start in range(0, len(samples), rows):
        x = samples.x[start : start + rows]
        count = len(x)
        if count < rows:
            x = np.concatenate([x, np.zeros((rows - count, x.shape[1]), np.float32)])
        pieces.append((x, count))
    return pieces
