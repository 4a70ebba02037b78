"""One run of a session: its loop, what it tells, and what it keeps for going back."""

from __future__ import annotations

import functools
import math
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import StackError
from ffstudio.core.experiment.training_work import TrainingWork, count_training_work, thaw_all
from ffstudio.core.images.data import Samples
from ffstudio.core.look.judge import Judgement
from ffstudio.core.mathematics import RATE_SCHEDULES
from ffstudio.core.run.changes import BEGUN_ANEW
from ffstudio.core.run.checkpoint import BestSoFar
from ffstudio.core.run.control import Control, RunCommand
from ffstudio.core.run.events import (
    CheckpointTaken,
    Diverged,
    EpochDone,
    Event,
    LayerStepped,
    NetEnded,
    PhaseChanged,
    RunFinished,
    RunStarted,
    SettingChanged,
    SnapshotTaken,
    StatusChanged,
    StepDone,
    TimeSpent,
)
from ffstudio.core.run.judging import Judging, sample_rows
from ffstudio.core.run.lanes import move_of
from ffstudio.core.run.quantities import QUANTITIES, Moment, Value, measure
from ffstudio.core.run.status import RunEnd, RunPhase, RunStatus
from ffstudio.core.words import source_of, tr
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.forward_forward.held_step import HeldStep
from ffstudio.engine.training.session_nets import Emit, SessionNets, Standing
from ffstudio.engine.training.trainer import State, StepResult, Trainer

SNAPSHOT_INTERVAL_S = 0.25
BACKUP_INTERVAL_S = 1.0
# Copying weights for others to look at may cost this share of the time.
COPYING_SHARE = 0.02
# Less is not worth telling before the end.
_TOLD_S = 0.1
_NOTHING_S = 0.001


class SessionRun:
    """One call of ``Session.run``: see :mod:`ffstudio.engine.training.session`."""

    def __init__(
        self,
        session: SessionNets,
        emit: Emit,
        control: Control,
        run_id: int,
        before: Standing,
        judging: Judging,
        checkpoints: bool,
        changes: Sequence[SettingChanged] = (),
    ) -> None:
        assert session.data is not None  # noqa: S101 - checked by the caller
        self._session = session
        self._emit = emit
        self._control = control
        self._id = run_id
        self._data = session.data
        self._clock = session.clock
        self._first, self._last = session.plan
        self._before, self._keeps = before, checkpoints
        self._to_repeat = list(changes)
        self._held: HeldStep | None = None
        self._has_ended_epoch = False
        self._last_loss = math.nan
        self._good = before.states
        self._sample = None
        if judging is Judging.SAMPLE:
            self._sample = sample_rows(session.spec, session.data)
        self._candidate: dict[str, State] | None = None
        self._backup_at = self._snapshot_at = 0.0
        self._backup_gap, self._snapshot_gap = BACKUP_INTERVAL_S, SNAPSHOT_INTERVAL_S
        self._judged: dict[str, tuple[int, Judgement]] = {}
        self._evaluate_s = 0.0
        self._measures_steps = any(q.per_step and q.measure for q in QUANTITIES.values())
        self._apart_told = 0.0
        self._work: dict[tuple[tuple[int, ...], ...], TrainingWork | None] = {}
        self._phase = RunPhase.BUILDING
        for trainer in session.trainers:
            trainer.tell_phase = functools.partial(self._enter, trainer.name)
        session.tell_to(self._take_change, run_id)

    def go(self) -> RunFinished:
        session = self._session
        steps = {t.name: t.steps_per_epoch for t in session.trainers}
        resumed = any(t.step for t in session.trainers)
        self._clock.start_at(session.seconds)
        begun = self._clock.seconds
        self._emit(
            RunStarted(
                self._id,
                session.spec,
                steps.get("ff", 0),
                steps.get("bp", 0),
                resumed,
                session.plan,
                {t.name: t.steps_since(0) for t in session.trainers},
                session.ended,
            )
        )
        self._tell_apart()
        for event in session.take_untold():
            self._emit(replace(event, run_id=self._id))
        self._take_snapshot()
        if not self._control.is_paused:
            self._emit(StatusChanged(self._id, RunStatus.RUNNING))
        end = self._loop()
        if end is RunEnd.CANCELLED:
            session.go_back(self._before)
            return self._finish(end, {"ff": None, "bp": None}, begun)
        self._take_snapshot()
        if self._keeps and end is RunEnd.STOPPED:
            self._take_checkpoint()
        tested: dict[str, float | None] = {"ff": None, "bp": None}
        for trainer in session.trainers:
            tested[trainer.name] = self._test(trainer)
        return self._finish(end, tested, begun)

    # --- the loop ---------------------------------------------------------------------------

    def _take_change(self, event: Event) -> None:
        """Tells of a live change; weights that are new are those to come back to."""
        if isinstance(event, SettingChanged) and event.name == BEGUN_ANEW:
            self._good, self._candidate = self._session.states(), None
            self._emit(event)
            self._take_snapshot()
        else:
            self._emit(event)

    def _repeat_changes(self) -> None:
        """Changes what was changed at this step when the run was first trained."""
        steps = {t.name: t.step for t in self._session.trainers}
        due = [c for c in self._to_repeat if steps.get(c.algorithm, -1) >= c.step]
        self._to_repeat = [c for c in self._to_repeat if c not in due]
        for change in due:
            self._session.change(change.algorithm, change.layer, change.name, change.value)

    def _loop(self) -> RunEnd:
        while waiting := self._list_unfinished():
            if self._held is None:
                self._repeat_changes()
            with self._clock.aside("work"):
                command = self._control.wait(self._on_pause, self._on_resume, self._finish_held)
            if command is RunCommand.CANCEL:
                return RunEnd.CANCELLED
            if command is RunCommand.STOP:
                self._finish_held()
                return RunEnd.STOPPED
            held = self._held
            if self._control.by_layer:
                self._step_by_layer(held.trainer if held else self._choose_turn(waiting)[0])
            else:
                self._finish_held()
                for trainer in self._choose_turn(waiting):
                    if held is None or trainer is not held.trainer:
                        self._train(trainer)
            self._tell_apart()
            ended_epoch, self._has_ended_epoch = self._has_ended_epoch, False
            if ended_epoch and self._keeps:
                self._take_checkpoint()
            if ended_epoch and len({t.epoch for t in self._list_unfinished()}) <= 1:
                self._control.note_epoch_end()
        return RunEnd.EARLY if self._session.ended else RunEnd.COMPLETED

    def _choose_turn(self, waiting: list[Trainer]) -> list[Trainer]:
        """Whose step is next: all that are behind, or the first one's alone."""
        if self._session.spec.order == "one_after_other":
            return waiting[:1]
        shares = [self._share(t) for t in waiting]
        behind = min(shares) + 1e-12
        return [t for t, s in zip(waiting, shares, strict=True) if s <= behind]

    def _list_unfinished(self) -> list[Trainer]:
        return [
            t
            for t in self._session.trainers
            if t.epoch < self._last and t.name not in self._session.ended
        ]

    def _share(self, trainer: Trainer) -> float:
        """Share of the plan's steps that is done, 0–1."""
        total = (self._last - self._first) * trainer.steps_per_epoch
        return trainer.steps_since(self._first) / max(total, 1)

    def _gain(self, trainer: Trainer) -> float:
        """Factor on the learning rates."""
        part = self._session.spec.ff if trainer.name == "ff" else self._session.spec.bp
        return float(RATE_SCHEDULES[part.rate_schedule].function(self._share(trainer)))

    def _train(self, trainer: Trainer) -> None:
        """Trains one step."""
        before, frozen = trainer.step, trainer.frozen
        trainer.note_beginning()
        result = trainer.train_step(self._gain(trainer), self._share(trainer))
        self._finish_step(trainer, before, frozen, result)

    def _step_by_layer(self, trainer: Trainer) -> None:
        """Lets one layer learn its step, or a whole net whose layers do not learn alone."""
        if not isinstance(trainer, ForwardForwardTrainer):
            self._train(trainer)
            self._emit(LayerStepped(self._id, trainer.name, None, trainer.step, self._last_loss))
            return
        if self._session.spec.ff.schedule != "simultaneous":
            self._step_in_turn(trainer)
            return
        if self._held is None:
            trainer.note_beginning()
            self._held = HeldStep(trainer, self._gain(trainer), self._share(trainer))
            self._enter("", RunPhase.TRAINING)
            learnt = [v for v in self._held.result[0] if not math.isnan(v)]
            if not np.isfinite(learnt).all() or not self._held.left:
                self._finish_held()
                return
        held = self._held
        layer, moved = held.give_next()
        loss, left = held.result[0][layer], tuple(held.left)
        if not left:
            self._finish_held()
        self._emit(LayerStepped(self._id, trainer.name, layer, trainer.step, loss, moved, left))

    def _step_in_turn(self, trainer: ForwardForwardTrainer) -> None:
        """Where layers learn in turn anyway: all that one does with a batch."""
        ff = self._session.spec.ff
        own = ff.inner_steps if ff.schedule == "inner_loops" else 1
        was, first = trainer.list_weights(), trainer.step
        layer = None
        while trainer.step == first or trainer.step % own:
            before, frozen = trainer.step, trainer.frozen
            trainer.note_beginning()
            result = trainer.train_step(self._gain(trainer), self._share(trainer))
            layer = result[1]
            self._finish_step(trainer, before, frozen, result)
            if trainer.step <= before or self._control.ends:  # gone back: it diverged
                return
        if layer is not None:
            moved = move_of(was[layer], trainer.list_weights()[layer])
            self._emit(LayerStepped(self._id, "ff", layer, trainer.step, self._last_loss, moved))

    def _finish_held(self) -> None:
        """Whatever else is to be done finds a whole step."""
        held, self._held = self._held, None
        if held is not None:
            held.give_rest()
            self._finish_step(held.trainer, held.before, held.frozen, held.result)

    def _finish_step(
        self, trainer: Trainer, before: int, frozen: tuple[int, ...], result: StepResult
    ) -> None:
        """Tells of a step that is done, and ends the epoch that it was the last of."""
        losses, layer, samples = result
        self._enter("", RunPhase.TRAINING)
        still = frozen if trainer.name == "ff" else ()
        learnt = [(i, v) for i, v in enumerate(losses) if layer in (None, i) and i not in still]
        bad = [i for i, v in learnt if not np.isfinite(v)]
        if bad:
            self._recover(trainer, before, bad[0])
            return
        self._last_loss = learnt[-1][1] if learnt else math.nan
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
                self._count_work(trainer.name, losses),
                frozen,
            )
        )
        self._keep_good()
        if trainer.place[1] == 0:
            self._end_epoch(trainer)
            self._has_ended_epoch = True
        elif self._clock.seconds - self._snapshot_at >= self._snapshot_gap:
            self._take_snapshot()

    def _count_work(self, algorithm: str, losses: Sequence[float]) -> float:
        """Multiply-adds of a step; 0 where they are not counted.

        Args:
            losses: NaN of layers that did not learn.
        """
        spec = self._session.spec
        together = algorithm != "ff" or spec.ff.schedule == "simultaneous"
        # Of layers that learn in turn, those do that have a loss; a frozen one has none.
        frozen = tuple(t.frozen for t in self._session.trainers) if together else ()
        if frozen not in self._work:
            self._work[frozen] = _count_work(self._session, spec if together else thaw_all(spec))
        work = self._work[frozen]
        if work is None:
            return 0.0
        if together:
            return work.per_step(algorithm)
        learns = [not math.isnan(loss) for loss in losses]
        inner = spec.ff.inner_steps if spec.ff.schedule == "inner_loops" else 1
        return work.per_step_of(learns, inner)

    def _end_epoch(self, trainer: Trainer) -> None:
        losses = trainer.close_epoch()
        which = self._data.evaluated_on
        samples, rows = self._data.samples(which), self._sample
        if rows is not None and trainer.epoch < self._last:
            samples = Samples(samples.x[rows], samples.y[rows])
        else:
            rows = None
        judged = self._judge(trainer, samples)
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
                    **trainer.close_lanes(),
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
        session = self._session
        if session.best is None or loss < session.best.loss:
            session.best = BestSoFar(loss, trainer.epoch, trainer.state())
        elif trainer.epoch - session.best.epoch >= session.spec.bp.patience:
            step = trainer.step
            trainer.load_state(dict(session.best.state))
            trainer.step = step
            session.ended |= {trainer.name}
            self._emit(NetEnded(self._id, trainer.name, session.best.epoch))
            self._take_snapshot()

    def _test(self, trainer: Trainer) -> float | None:
        last = self._judged.get(trainer.name)
        if last is not None and last[0] == trainer.step and trainer.name not in self._session.ended:
            return last[1].accuracy
        return self._judge(trainer, self._data.test).accuracy

    def _judge(self, trainer: Trainer, samples: Samples) -> Judgement:
        start = self._clock.seconds
        judged = trainer.judge(samples)
        self._evaluate_s += self._clock.seconds - start
        return judged

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
        numbers = {"step": step + 1, "good": trainer.step}
        self._control.pause()
        self._emit(
            Diverged(
                self._id,
                trainer.name,
                layer if is_ff else None,
                step + 1,
                tr(
                    "The loss of Forward-Forward layer {layer} became infinite or NaN in step {step}. "
                    "Training is paused with the last good weights (step {good}). Lower the learning "
                    "rate and resume, or stop.",
                    layer=layer + 1,
                    **numbers,
                )
                if is_ff
                else tr(
                    "The loss of the backprop net became infinite or NaN in step {step}. Training is "
                    "paused with the last good weights (step {good}). Lower the learning rate and "
                    "resume, or stop.",
                    **numbers,
                ),
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

    def _tell_apart(self) -> None:
        """Says what time has gone to beside training, when that is worth telling."""
        apart = self._clock.apart
        total = sum(apart.values())
        if total - self._apart_told >= _TOLD_S:
            self._apart_told = total
            self._emit(TimeSpent(self._id, dict(apart)))

    def _take_checkpoint(self) -> None:
        self._emit(CheckpointTaken(self._id, self._session.checkpoint()))

    def _on_pause(self) -> None:
        self._clock.go_aside("pause")
        self._take_snapshot()
        self._emit(StatusChanged(self._id, RunStatus.PAUSED))

    def _on_resume(self) -> None:
        self._clock.come_back()
        self._tell_apart()
        self._emit(StatusChanged(self._id, RunStatus.RUNNING))

    def _finish(self, end: RunEnd, tested: dict[str, float | None], begun: float) -> RunFinished:
        total = self._clock.seconds - begun
        event = RunFinished(
            self._id,
            end,
            tested,
            {
                "train": max(total - self._evaluate_s, 0.0),
                "evaluate": self._evaluate_s,
                "compile": 0.0,
                **{name: s for name, s in self._clock.take_apart().items() if s >= _NOTHING_S},
            },
            # In English, as files are; see say_tested_on.
            f"the {len(self._data.test):,} test images of {source_of(self._data.title)}",
        )
        self._emit(event)
        return event


def _count_work(session: SessionNets, spec: ExperimentSpec) -> TrainingWork | None:
    """What the builder's nets take to learn; None for another program's."""
    if spec.network is not None or session.data is None:
        return None
    try:
        return count_training_work(spec, session.shape, len(session.data.train))
    except StackError:
        return None
