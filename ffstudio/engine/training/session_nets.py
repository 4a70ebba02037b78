"""Both nets of one experiment: looked at, changed, put back where they stood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward import Weights
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.matching import match_classes, relabel
from ffstudio.core.look.named_weights import net_title, network_of, network_weights
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.changes import (
    BEGUN_ANEW,
    FREEZING,
    LEARNS,
    OUTPUT_LEARNS,
    VOTES,
    apply_change,
    say_change,
)
from ffstudio.core.run.checkpoint import BestSoFar, Checkpoint
from ffstudio.core.run.events import Event, SettingChanged
from ffstudio.core.words import tr
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.backprop import BackpropTrainer
from ffstudio.engine.training.clock import Clock
from ffstudio.engine.training.trainer import State, Trainer, TrainingData

Emit = Callable[[Event], object]


@dataclass(frozen=True, eq=False)
class Standing:
    """Where a session stands: everything that a run which is cancelled or fails brings back.

    Attributes:
        shape: What the images look like and are called.
        states: Per algorithm everything that decides how its training goes on.
        plan: First and last epoch of the plan that was under way.
        seconds: Of training so far.
    """

    spec: ExperimentSpec
    data: PreparedData | None
    plan: tuple[int, int]
    seconds: float
    states: dict[str, State]
    best: BestSoFar | None = None
    ended: frozenset[str] = frozenset()
    shape: DataShape | None = None


class SessionNets:
    """The nets of one experiment and where their training stands.

    Args:
        spec: What to train and how.
        data: The images; None for nets that are only looked at until data are attached.
        shape: Needed when ``data`` is None.
        weights: Where a net out of a file starts, per path of a layer.
        clock: Tells the time; one of its own by default.

    Attributes:
        ff: The Forward-Forward trainer, or None.
        bp: The backprop trainer, or None.
        seconds: Of training so far, up to the last step or judgement.
        best: What early stopping goes back to, while its plan is under way.
        ended: Algorithms that have stopped early in it.
        clock: Tells the seconds of a run, and what else its time went to.

    Raises:
        TrainingError: ``spec`` cannot be trained on ``data``.
    """

    def __init__(
        self,
        spec: ExperimentSpec,
        data: PreparedData | None,
        shape: DataShape | None = None,
        weights: Weights | None = None,
        clock: Clock | None = None,
    ) -> None:
        self.clock = clock or Clock()
        if shape is None:
            if data is None:
                raise TrainingError(tr("A session needs data or their shape."))
            shape = data.shape
        problems = spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape)
        if problems:
            first = problems[0]
            raise TrainingError(first.spelled_out, first.fix)
        self.spec = spec
        self.shape = shape
        self.data: PreparedData | None = None
        self.seconds = 0.0
        with self.clock.aside("build"):
            self.ff = ForwardForwardTrainer(spec, shape) if spec.trains_ff else None
            self.bp = BackpropTrainer(spec, shape, weights) if spec.trains_bp else None
        for trainer in self.trainers:
            trainer.clock = self.clock
        self.plan = (0, spec.epochs)  # first and last epoch of the present plan
        self.best: BestSoFar | None = None
        self.ended: frozenset[str] = frozenset()
        self._version = 0
        self._last_snapshot: ModelSnapshot | None = None
        self._emit: Emit | None = None
        self._run_id = 0
        self._untold: list[SettingChanged] = []
        if data is not None:
            self.attach(data)

    @property
    def trainers(self) -> list[Trainer]:
        return [t for t in (self.ff, self.bp) if t is not None]

    @property
    def epoch(self) -> int:
        """Whole epochs that all nets have done."""
        return min(t.epoch for t in self.trainers) if self.data is not None else self.plan[0]

    def attach(self, data: PreparedData, done: int = 0) -> None:
        """Gives the nets their images, labelled as they label them where the classes are the same.

        Classes of which none has the name of one of theirs are taken place by place, and are the
        nets' from here on; so is what the images look like.

        Args:
            done: Epochs that the nets have done with other images, where their state does not say
                how long those were; 0 where nobody knows.

        Raises:
            TrainingError: The images do not fit the nets.
        """
        data = self._label_as_nets(data)
        if (data.num_inputs, data.num_classes) != (self.shape.num_inputs, self.shape.num_classes):
            raise TrainingError(
                tr(
                    "{data_title} has {num_inputs} pixels and {num_classes} classes; this net was "
                    "made for {num_inputs_2} and {num_classes_2}.",
                    data_title=data.title,
                    num_inputs=data.num_inputs,
                    num_classes=data.num_classes,
                    num_inputs_2=self.shape.num_inputs,
                    num_classes_2=self.shape.num_classes,
                ),
                tr("Choose the data set it was trained on, or train a new net."),
            )
        tensors = TrainingData(data, self.spec.batch_size, self.spec.seed)
        self.data = data
        self.shape = replace(self.shape, class_names=data.class_names, appearance=data.appearance)
        for trainer in self.trainers:
            trainer.attach(tensors, done)

    def _label_as_nets(self, data: PreparedData) -> PreparedData:
        ours = self.shape.class_names
        ways = match_classes(data.class_names, ours) if data.class_names != ours else []
        if len(ways) != 1 or (ways[0].missing and data.num_classes != len(ours)):
            return data
        (way,) = ways
        if way.missing:
            raise TrainingError(
                tr(
                    "{data_title} has classes that this net does not know ({missing}) beside some "
                    "that it does.",
                    data_title=data.title,
                    missing=", ".join(way.missing),
                ),
                tr("Choose images of its own classes, or train a new net."),
            )
        return relabel(data, way, ours)

    def training_data(self) -> PreparedData:
        """The images it learns from.

        Raises:
            TrainingError: There are none.
        """
        if self.data is None:
            raise TrainingError(tr("There are no images to train with."), tr("Choose a data set."))
        return self.data

    def look_at(self, network: Network) -> None:
        """Takes up another preprocessing of the same net."""
        if network == self.spec.network:
            return
        self.spec = self.spec.replace(network=network)
        if self.bp is not None:
            self.bp.spec = self.spec
            self.bp.take_preprocessing(network)

    # --- looking ------------------------------------------------------------------------

    def snapshot(self) -> ModelSnapshot:
        """The nets as they are now, as NumPy copies."""
        self._version += 1
        epoch = 0.0
        if self.data is not None:
            epoch = max(t.exact_epoch for t in self.trainers)
        return ModelSnapshot(
            None if self.ff is None else self.ff.snapshot(self.shape),
            None if self.bp is None else self.bp.snapshot(self.shape),
            self.shape.image_shape,
            self.shape.class_names,
            self._version,
            epoch,
            net_title(self.spec, self.shape),
            self.shape.appearance,
        )

    # --- state ----------------------------------------------------------------------------

    def states(self) -> dict[str, State]:
        """Per algorithm everything that decides how its training goes on."""
        return {t.name: t.state() for t in self.trainers}

    def standing(self) -> Standing:
        """Where the session stands, for :meth:`go_back`; weights are copied."""
        return Standing(
            self.spec, self.data, self.plan, self.seconds, self.states(), self.best, self.ended,
            self.shape,
        )  # fmt: skip

    def checkpoint(self) -> Checkpoint:
        """The same for a file: a process that starts later can go on from it."""
        return Checkpoint(
            self.spec,
            self.shape,
            self.plan,
            self.seconds,
            self.states(),
            {t.name: t.epoch for t in self.trainers},
            self.best,
            self.ended,
        )

    @classmethod
    def from_checkpoint(cls, checkpoint: Checkpoint, data: PreparedData) -> Self:
        """A session that goes on as the one that took the checkpoint would have.

        Raises:
            TrainingError: The images do not fit, or the checkpoint's weights do not.
        """
        session = cls.restore(
            checkpoint.spec,
            checkpoint.shape,
            {name: dict(state) for name, state in checkpoint.states.items()},
            checkpoint.plan,
            checkpoint.seconds,
        )
        session.best, session.ended = checkpoint.best, checkpoint.ended
        session.attach(data)
        return session

    def go_back(self, standing: Standing) -> None:
        """Makes the session what it was: weights, optimizers, settings, plan and images."""
        if standing.spec.network is not None:
            self.look_at(standing.spec.network)
        self.spec, self.plan, self.seconds = standing.spec, standing.plan, standing.seconds
        self.best, self.ended = standing.best, standing.ended
        self._untold.clear()
        # Before the states: what they say of epochs is of these images.
        if standing.data is not None:
            self.attach(standing.data)
        self.data = standing.data
        for trainer in self.trainers:
            trainer.spec = standing.spec
            if isinstance(trainer, ForwardForwardTrainer):
                trainer.set_votes(standing.spec.ff.votes)
            trainer.load_state(standing.states[trainer.name])
        if standing.shape is not None:
            self.shape = standing.shape

    @classmethod
    def restore(
        cls,
        spec: ExperimentSpec,
        shape: DataShape,
        states: dict[str, State],
        plan: tuple[int, int] | None = None,
        seconds: float = 0.0,
    ) -> Self:
        """A session as it was when its :meth:`states` were taken; data are attached later."""
        weights = None
        if spec.trains_bp and "bp" in states:
            # Constants of the net are not among its variables.
            weights = network_weights(states["bp"], network_of(spec, shape))
        session = cls(spec, None, shape, weights)
        for trainer in session.trainers:
            if trainer.name in states:
                trainer.load_state(states[trainer.name])
        session.seconds = seconds
        if plan is not None:
            session.plan = plan
        return session

    # --- live changes -----------------------------------------------------------------------

    def change(self, algorithm: str, layer: int | None, name: str, value: float | str) -> None:
        """Sets a learning rate, a threshold or which layers vote, freezes a layer, has it learn, or
        begins it anew; call it in the thread that trains.

        Between two runs, the next one tells of it when it starts.

        Args:
            layer: 0-based; of the backprop net its output may be counted as a layer.
            name: Of the setting, or :data:`~ffstudio.core.run.changes.BEGUN_ANEW`.
            value: Of the setting, 1 and 0 for on and off; the seed of a layer that is begun anew,
                negative for one that the run's seed, the step and the layer decide.

        Raises:
            TrainingError: There is no such setting or layer.
        """
        trainer = self.ff if algorithm == "ff" else self.bp
        if trainer is None:
            return
        index, is_output = layer or 0, False
        if name == VOTES and isinstance(trainer, ForwardForwardTrainer):
            trainer.set_votes(str(value))
            layer = None
        elif isinstance(value, str):
            raise TrainingError(tr("{name} cannot be changed while training runs.", name=name))
        elif name == BEGUN_ANEW:
            value = float(self._choose_seed(trainer, index) if value < 0 else int(value))
            trainer.begin_anew(index, int(value))
            is_output = algorithm == "bp" and index == len(self.spec.layers)
        elif name == "learning_rate":
            trainer.set_learning_rate(index, value)
        elif name == "threshold" and isinstance(trainer, ForwardForwardTrainer):
            trainer.set_threshold(index, value)
        elif name not in FREEZING or (name == LEARNS) != (algorithm == "ff"):
            raise TrainingError(tr("{name} cannot be changed while training runs.", name=name))
        if name in FREEZING:
            is_output = name == OUTPUT_LEARNS
            layer = len(self.spec.layers) if is_output else index
        self.spec = apply_change(self.spec, algorithm, index, name, value)
        trainer.spec = self.spec
        event = SettingChanged(
            self._run_id,
            algorithm,
            say_change(algorithm, layer, name, is_output),
            value,
            trainer.step,
            trainer.exact_epoch,
            self.clock.seconds if self._emit is not None else self.seconds,
            layer,
            name,
        )
        if self._emit is not None:
            self._emit(event)
        else:
            self._untold.append(event)

    def _choose_seed(self, trainer: Trainer, layer: int) -> int:
        """For a layer's new start: of the run's seed, the net, the step and the layer alone."""
        source = [self.spec.seed, 0xA9E3, trainer.name == "bp", trainer.step, layer]
        return int(np.random.default_rng(source).integers(2**31))

    def tell_to(self, emit: Emit | None, run_id: int = 0) -> None:
        """Who is told of live changes while a run goes on; None between two runs."""
        self._emit, self._run_id = emit, run_id

    def take_untold(self) -> list[SettingChanged]:
        """The changes since the last run, which nobody was told of."""
        untold, self._untold = self._untold, []
        return untold
