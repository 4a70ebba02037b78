"""Both nets of one experiment: trained side by side, looked at, restored."""

from __future__ import annotations

import functools
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ffstudio.core.describe.network import Network
from ffstudio.core.errors import TrainingError
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward import Weights
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.judge import Judgement
from ffstudio.core.look.named_weights import net_title, network_of, network_weights
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import RATE_SCHEDULES
from ffstudio.core.run.control import Control, RunCommand
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    Event,
    PhaseChanged,
    RunFinished,
    RunStarted,
    SettingChanged,
    SnapshotTaken,
    StatusChanged,
    StepDone,
)
from ffstudio.core.run.judging import Judging, sample_rows
from ffstudio.core.run.quantities import QUANTITIES, Moment, Value, measure
from ffstudio.core.run.status import RunEnd, RunPhase, RunStatus
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.backprop import BackpropTrainer
from ffstudio.engine.training.clock import Clock
from ffstudio.engine.training.trainer import State, Trainer, TrainingData, tell_nobody

Emit = Callable[[Event], object]

SNAPSHOT_INTERVAL_S = 0.25
BACKUP_INTERVAL_S = 1.0
# Copying weights for others to look at may cost this share of the time.
COPYING_SHARE = 0.02


@dataclass(frozen=True)
class Standing:
    """Where a session stands: everything that a run which is cancelled or fails brings back.

    Attributes:
        states: Per algorithm everything that decides how its training goes on.
        plan: First and last epoch of the plan that was under way.
        seconds: Of training so far.
    """

    spec: ExperimentSpec
    data: PreparedData | None
    plan: tuple[int, int]
    seconds: float
    states: dict[str, State]


class Session:
    """The nets of one experiment and where their training stands.

    It keeps no curves: whoever listens to a run does, for example with
    ``session.run(history.add)``. So there is one copy of them, in the listener's thread.

    Args:
        spec: What to train and how.
        data: The images; None for nets that are only looked at until data are attached.
        shape: Needed when ``data`` is None.
        weights: Where a net out of a file starts, per path of a layer.

    Attributes:
        ff: The Forward-Forward trainer, or None.
        bp: The backprop trainer, or None.
        seconds: Of training so far, up to the last step or judgement.

    Raises:
        TrainingError: ``spec`` cannot be trained on ``data``.
    """

    def __init__(
        self,
        spec: ExperimentSpec,
        data: PreparedData | None,
        shape: DataShape | None = None,
        weights: Weights | None = None,
    ) -> None:
        if shape is None:
            if data is None:
                raise TrainingError("A session needs data or their shape.")
            shape = data.shape
        problems = spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape)
        if problems:
            first = problems[0]
            raise TrainingError(first.spelled_out, first.fix)
        self.spec = spec
        self.shape = shape
        self.data: PreparedData | None = None
        self.seconds = 0.0
        self.ff = ForwardForwardTrainer(spec, shape) if spec.trains_ff else None
        self.bp = BackpropTrainer(spec, shape, weights) if spec.trains_bp else None
        self.plan = (0, spec.epochs)  # first and last epoch of the present plan
        self._version = 0
        self._last_snapshot: ModelSnapshot | None = None
        self._clock = Clock()
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

    def attach(self, data: PreparedData) -> None:
        """Gives the nets their images.

        Raises:
            TrainingError: The images do not fit the nets.
        """
        if (data.num_inputs, data.num_classes) != (self.shape.num_inputs, self.shape.num_classes):
            raise TrainingError(
                f"{data.title} has {data.num_inputs} pixels and {data.num_classes} classes; this "
                f"net was made for {self.shape.num_inputs} and {self.shape.num_classes}.",
                "Choose the data set it was trained on, or train a new net.",
            )
        tensors = TrainingData(data, self.spec.batch_size, self.spec.seed)
        self.data = data
        for trainer in self.trainers:
            trainer.attach(tensors)

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
        )

    # --- state ----------------------------------------------------------------------------

    def states(self) -> dict[str, State]:
        """Per algorithm everything that decides how its training goes on."""
        return {t.name: t.state() for t in self.trainers}

    def standing(self) -> Standing:
        """Where the session stands, for :meth:`go_back`; weights are copied."""
        return Standing(self.spec, self.data, self.plan, self.seconds, self.states())

    def go_back(self, standing: Standing) -> None:
        """Makes the session what it was: weights, optimizers, settings, plan and images."""
        if standing.spec.network is not None:
            self.look_at(standing.spec.network)
        self.spec, self.plan, self.seconds = standing.spec, standing.plan, standing.seconds
        self._untold.clear()
        for trainer in self.trainers:
            trainer.spec = standing.spec
            trainer.load_state(standing.states[trainer.name])
        if self.data is not standing.data:
            if standing.data is not None:
                self.attach(standing.data)
            self.data = standing.data

    @classmethod
    def restore(
        cls,
        spec: ExperimentSpec,
        shape: DataShape,
        states: dict[str, State],
        plan: tuple[int, int] | None = None,
        seconds: float = 0.0,
    ) -> Session:
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

    def change(self, algorithm: str, layer: int | None, name: str, value: float) -> None:
        """Sets a learning rate or threshold; call it in the thread that trains.

        Between two runs, the next one tells of it when it starts.

        Raises:
            TrainingError: There is no such setting.
        """
        trainer = self.ff if algorithm == "ff" else self.bp
        if trainer is None:
            return
        index = layer or 0
        if name == "learning_rate":
            trainer.set_learning_rate(index, value)
        elif name == "threshold" and isinstance(trainer, ForwardForwardTrainer):
            trainer.set_threshold(index, value)
        else:
            raise TrainingError(f"{name} cannot be changed while training runs.")
        if algorithm == "ff":
            self.spec = self.spec.with_layer(index, **{name: value})
        else:
            self.spec = self.spec.replace(bp=replace(self.spec.bp, learning_rate=value))
        trainer.spec = self.spec
        where = f"Layer {index + 1}" if algorithm == "ff" else "Backprop"
        event = SettingChanged(
            self._run_id,
            algorithm,
            f"{where} {name.replace('_', ' ')}",
            value,
            trainer.step,
            trainer.exact_epoch,
            self._clock.seconds if self._emit is not None else self.seconds,
        )
        if self._emit is not None:
            self._emit(event)
        else:
            self._untold.append(event)

    # --- training -----------------------------------------------------------------------------

    def run(
        self,
        emit: Emit | None = None,
        control: Control | None = None,
        run_id: int = 0,
        before: Standing | None = None,
        judging: Judging = Judging.WHOLE,
    ) -> RunFinished:
        """Trains to the end of the plan, or until ``control`` ends it.

        Args:
            emit: Called with every :class:`Event`; must not block.
            control: Pause, step, stop and live changes.
            before: Where a run that is cancelled or fails goes back to; by default to where
                the session stands now. ``continue_session`` has changed more than that.
            judging: What each epoch but the last is judged on.

        Returns:
            The last event: how the run ended, test accuracies and seconds.
        """
        if self.data is None:
            raise TrainingError("There are no images to train with.", "Choose a data set.")
        before = before or self.standing()
        run = _Run(
            self, emit or (lambda event: None), control or Control(), run_id, before, judging
        )
        try:
            return run.go()
        except Exception:
            self.go_back(before)
            raise
        finally:
            self._emit = None
            for trainer in self.trainers:
                trainer.tell_phase = tell_nobody


class _Run:
    """One call of :meth:`Session.run`."""

    def __init__(
        self,
        session: Session,
        emit: Emit,
        control: Control,
        run_id: int,
        before: Standing,
        judging: Judging,
    ) -> None:
        assert session.data is not None  # noqa: S101 - checked by the caller
        self._session = session
        self._emit = emit
        self._control = control
        self._id = run_id
        self._data = session.data
        self._clock = session._clock
        self._first, self._last = session.plan
        self._before = before
        self._good = before.states
        self._sample = None
        if judging is Judging.SAMPLE:
            self._sample = sample_rows(session.spec, session.data)
        self._candidate: dict[str, State] | None = None
        self._backup_at = self._snapshot_at = 0.0
        self._backup_gap, self._snapshot_gap = BACKUP_INTERVAL_S, SNAPSHOT_INTERVAL_S
        self._stopped_early: set[str] = set()
        self._best: tuple[float, int, State] | None = None
        self._judged: dict[str, tuple[int, Judgement]] = {}
        self._evaluate_s = 0.0
        self._measures_steps = any(q.per_step and q.measure for q in QUANTITIES.values())
        self._compile_before = sum(t.compile_s for t in session.trainers)
        self._phase = RunPhase.BUILDING
        for trainer in session.trainers:
            trainer.tell_phase = functools.partial(self._enter, trainer.name)
        session._emit, session._run_id = emit, run_id

    def go(self) -> RunFinished:
        session = self._session
        steps = {t.name: t.steps_per_epoch for t in session.trainers}
        resumed = any(t.step for t in session.trainers)
        self._clock.start_at(session.seconds)
        begun = self._clock.seconds
        self._emit(
            RunStarted(self._id, session.spec, steps.get("ff", 0), steps.get("bp", 0), resumed)
        )
        for event in session._untold:
            self._emit(replace(event, run_id=self._id))
        session._untold.clear()
        self._take_snapshot()
        if not self._control.is_paused:
            self._emit(StatusChanged(self._id, RunStatus.RUNNING))
        end = self._loop()
        if end is RunEnd.CANCELLED:
            session.go_back(self._before)
            return self._finish(end, {"ff": None, "bp": None}, begun)
        self._take_snapshot()
        tested: dict[str, float | None] = {"ff": None, "bp": None}
        for trainer in session.trainers:
            tested[trainer.name] = self._test(trainer)
        return self._finish(end, tested, begun)

    # --- the loop ---------------------------------------------------------------------------

    def _loop(self) -> RunEnd:
        while waiting := self._list_unfinished():
            command = self._control.wait(self._on_pause, self._on_resume)
            if command is RunCommand.STOP:
                return RunEnd.STOPPED
            if command is RunCommand.CANCEL:
                return RunEnd.CANCELLED
            if self._session.spec.order == "one_after_other":
                turn = waiting[:1]
            else:
                shares = [self._share(t) for t in waiting]
                behind = min(shares) + 1e-12
                turn = [t for t, s in zip(waiting, shares, strict=True) if s <= behind]
            ended_epoch = False
            for trainer in turn:
                ended_epoch = self._train(trainer) or ended_epoch
            if ended_epoch and len({t.epoch for t in self._list_unfinished()}) <= 1:
                self._control.note_epoch_end()
        return RunEnd.EARLY if self._stopped_early else RunEnd.COMPLETED

    def _list_unfinished(self) -> list[Trainer]:
        return [
            t
            for t in self._session.trainers
            if t.epoch < self._last and t.name not in self._stopped_early
        ]

    def _share(self, trainer: Trainer) -> float:
        """Share of the plan's steps that is done, 0–1."""
        first = self._first * trainer.steps_per_epoch
        total = (self._last - self._first) * trainer.steps_per_epoch
        return (trainer.step - first) / max(total, 1)

    def _gain(self, trainer: Trainer) -> float:
        """Factor on the learning rates."""
        part = self._session.spec.ff if trainer.name == "ff" else self._session.spec.bp
        return float(RATE_SCHEDULES[part.rate_schedule].function(self._share(trainer)))

    def _train(self, trainer: Trainer) -> bool:
        """Trains one step; True when it ended an epoch."""
        before = trainer.step
        losses, layer, samples = trainer.train_step(self._gain(trainer), self._share(trainer))
        self._enter("", RunPhase.TRAINING)
        learnt = [(i, v) for i, v in enumerate(losses) if layer is None or i == layer]
        bad = [i for i, v in learnt if not np.isfinite(v)]
        if bad:
            self._recover(trainer, before, bad[0])
            return False
        self._tell(
            StepDone(
                self._id,
                trainer.name,
                trainer.step,
                trainer.exact_epoch,
                self._clock.seconds,
                losses,
                layer,
                samples,
                self._measure(trainer, losses) if self._measures_steps else {},
            )
        )
        self._keep_good()
        if trainer.step % trainer.steps_per_epoch == 0:
            self._end_epoch(trainer)
            return True
        if self._clock.seconds - self._snapshot_at >= self._snapshot_gap:
            self._take_snapshot()
        return False

    def _end_epoch(self, trainer: Trainer) -> None:
        losses = trainer.close_epoch()
        which = self._data.evaluated_on
        samples, rows = self._data.samples(which), self._sample
        if rows is not None and trainer.epoch < self._last:
            samples = Samples(samples.x[rows], samples.y[rows])
        else:
            rows = None
        start = time.perf_counter()
        judged = trainer.judge(samples)
        self._evaluate_s += time.perf_counter() - start
        self._enter("", RunPhase.TRAINING)
        if which == "test" and rows is None:
            self._judged[trainer.name] = (trainer.step, judged)
        self._tell(
            EpochDone(
                self._id,
                trainer.name,
                trainer.epoch,
                trainer.step,
                self._clock.seconds,
                which,
                judged.predictions,
                {
                    "losses": losses,
                    "epoch_loss": trainer.epoch_loss(losses),
                    **judged.values,
                    **self._measure(trainer, losses, samples),
                },
                rows,
            )
        )
        self._take_snapshot()
        if trainer.name == "bp" and self._session.spec.bp.patience:
            self._watch_patience(trainer, judged.loss)

    def _measure(
        self, trainer: Trainer, losses: tuple[float, ...], judged_on: Samples | None = None
    ) -> dict[str, Value]:
        """What the table of quantities measures by itself, of a step or of an epoch."""

        def look() -> Any:
            return getattr(self._session.snapshot(), trainer.name)

        moment = Moment(trainer.name, self._session.spec, losses, judged_on, look)
        return measure(moment, per_step=judged_on is None)

    def _watch_patience(self, trainer: Trainer, loss: float) -> None:
        """Early stopping on the validation loss, back to the best weights."""
        if self._best is None or loss < self._best[0]:
            self._best = (loss, trainer.epoch, trainer.state())
        elif trainer.epoch - self._best[1] >= self._session.spec.bp.patience:
            step = trainer.step
            trainer.load_state(self._best[2])
            trainer.step = step
            self._stopped_early.add(trainer.name)
            self._take_snapshot()

    def _test(self, trainer: Trainer) -> float | None:
        last = self._judged.get(trainer.name)
        if last is not None and last[0] == trainer.step and trainer.name not in self._stopped_early:
            return last[1].accuracy
        start = time.perf_counter()
        judged = trainer.judge(self._data.test)
        self._evaluate_s += time.perf_counter() - start
        return judged.accuracy

    # --- divergence -----------------------------------------------------------------------------

    def _keep_good(self) -> None:
        """Now and then keeps the weights; they count as good once a later loss was finite."""
        now = self._clock.seconds
        if now - self._backup_at < self._backup_gap:
            return
        if self._candidate is not None:
            self._good = self._candidate
        start = time.perf_counter()
        self._candidate = self._session.states()
        cost = time.perf_counter() - start
        self._backup_gap = max(BACKUP_INTERVAL_S, cost / COPYING_SHARE)
        self._backup_at = now

    def _recover(self, trainer: Trainer, step: int, layer: int) -> None:
        """Back to the last good weights, and pause."""
        self._load(self._good)
        self._candidate = None
        is_ff = trainer.name == "ff"
        where = f"Forward-Forward layer {layer + 1}" if is_ff else "the backprop net"
        self._control.pause()
        self._emit(
            Diverged(
                self._id,
                trainer.name,
                layer if is_ff else None,
                step + 1,
                f"The loss of {where} became infinite or NaN in step {step + 1}. Training is paused "
                f"with the last good weights (step {trainer.step}). Lower the learning rate and "
                "resume, or stop.",
            )
        )
        self._take_snapshot()

    def _load(self, states: dict[str, State]) -> None:
        for trainer in self._session.trainers:
            rates = list(trainer._rates)
            trainer.load_state(states[trainer.name])
            trainer._rates = rates

    # --- telling ----------------------------------------------------------------------------------

    def _enter(self, algorithm: str, phase: RunPhase, done: int = 0, total: int = 0) -> None:
        """Says what the run is at, when that is something else than before."""
        if total or phase is not self._phase:
            self._phase = phase
            self._emit(PhaseChanged(self._id, phase, algorithm, done, total))

    def _tell(self, event: StepDone | EpochDone) -> None:
        self._session.seconds = event.seconds
        self._emit(event)

    def _take_snapshot(self) -> None:
        start = time.perf_counter()
        self._emit(SnapshotTaken(self._id, self._session.snapshot()))
        cost = time.perf_counter() - start
        self._snapshot_gap = max(SNAPSHOT_INTERVAL_S, cost / COPYING_SHARE)
        self._snapshot_at = self._clock.seconds

    def _on_pause(self) -> None:
        self._clock.pause()
        self._take_snapshot()
        self._emit(StatusChanged(self._id, RunStatus.PAUSED))

    def _on_resume(self) -> None:
        self._clock.resume()
        self._emit(StatusChanged(self._id, RunStatus.RUNNING))

    def _finish(self, end: RunEnd, tested: dict[str, float | None], begun: float) -> RunFinished:
        compiled = sum(t.compile_s for t in self._session.trainers) - self._compile_before
        total = self._clock.seconds - begun
        event = RunFinished(
            self._id,
            end,
            tested,
            {
                "compile": compiled,
                "train": max(total - compiled - self._evaluate_s, 0.0),
                "evaluate": self._evaluate_s,
            },
        )
        self._emit(event)
        return event
