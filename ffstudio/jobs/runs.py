"""Training runs: begun, steered, followed, ended, and taken back when they are cancelled."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections import deque
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.learnt_from import may_have_learnt_from
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.matching import say_what_differs
from ffstudio.core.look.going_on import list_unheard
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics.layer_choice import why_no_weights
from ffstudio.core.run.changes import BEGUN_ANEW, BP_LEARNS, OUTPUT_LEARNS, VOTES
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    Event,
    LayerStepped,
    NetEnded,
    PhaseChanged,
    RunFailed,
    RunFinished,
    RunStarted,
    SettingChanged,
    SnapshotTaken,
    StatusChanged,
    StepDone,
    TimeSpent,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.mailbox import Mailbox
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.status import DataState, RunEnd, RunStatus
from ffstudio.core.words import tr
from ffstudio.jobs.engine_protocol import Work
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.post import Post
from ffstudio.jobs.run import Keeping, Run, train_to_the_end
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.state import StudioState, UserError

PUMP_MS = 33
# While views hold back, nobody draws as often as that.
_HELD_BACK_MS = 100
# Telling everybody of new weights takes at most this share of a core while views hold back.
_TELLING_SHARE = 0.02
# Whatever else a run tells, it tells of the newest weights.
_OFTEN = (StepDone, EpochDone, SnapshotTaken, PhaseChanged, TimeSpent, NetEnded)


class Runs(QObject):
    """Starts runs in the engine's thread and brings what they tell into the studio.

    Args:
        submit: Has a function run in the engine thread.

    Attributes:
        judging: What each epoch but the last is judged on, from the next run on.
        are_kept: Whether runs are kept in folders, from the next one on.

    Signals:
        trouble(text): Something is wrong with the folder of the run.
        settled(): All of a run that has ended is in its folder.
        differs(text): Nets go on with images that are not like those they have learnt from.
        unheard(settings): Nets go on by an experiment that asks, in these settings, for others.
        layer_stepped(event): A layer has learnt its step, while layers step one by one.
    """

    trouble = Signal(str)
    settled = Signal()
    layer_stepped = Signal(object)
    differs = Signal(str)
    unheard = Signal(list)

    def __init__(
        self,
        state: StudioState,
        submit: Callable[[Work], None],
        post: Post,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._submit, self._post = state, submit, post
        self.are_kept = False
        self.judging = Judging.SAMPLE
        self._mailbox = Mailbox()
        self._untaken: deque[Event] = deque()
        self._numbers = itertools.count(1)
        self._run: Run | None = None
        self._meter: ProgressMeter | None = None
        self._wish: tuple[tuple[DataSpec, int], Callable[[], None]] | None = None
        state.data_state_changed.connect(self._grant_wish)
        # The newest weights that nobody has been told of, and how often all are.
        self._untold: ModelSnapshot | None = None
        self._telling = Pace(self._tell_snapshot, self, least_s=0.0, share=_TELLING_SHARE)
        self._pump = QTimer(self)
        self._pump.setInterval(PUMP_MS)
        self._pump.timeout.connect(self.take_events)
        state.allowance.changed.connect(self._pace_pump)

    def close(self) -> None:
        """Cancels the run, if there is one, and listens no longer."""
        self._pump.stop()
        self._telling.close()
        if self._run is not None:
            self._run.abandon()
            self._run.control.cancel()

    # --- verbs ------------------------------------------------------------------------

    def train(
        self,
        *,
        resume: bool = False,
        paused: bool = False,
        repeats: Sequence[SettingChanged] = (),
    ) -> None:
        """Starts a run; with ``resume`` the nets shown go on for ``spec.epochs`` more.

        A net out of a file always goes on: who opens one wants what it has learnt. Where other
        images are on their way, the run begins once they are there. ``repeats`` is what is changed
        at which step, as an earlier run told it.
        """
        state = self._state
        if self._wait_for_images(lambda: self.train(resume=resume, paused=paused, repeats=repeats)):
            return
        data = state.data
        if state.status.is_active or state.why_not_train() or data is None:
            return
        resume = resume or state.train_goes_on
        shown = state.shown.standing() if resume else Shown()
        run = self.begin(Control(paused=paused))
        run.repeats = repeats
        run.goes_on_from = shown if shown.has_model else None
        if shown.has_model and shown.snapshot is not None:
            made = shown.snapshot
            for text in say_what_differs(data, made.class_names, made.appearance):
                self.differs.emit(text)
            settings = list_unheard(state.spec, shown.spec) if shown.spec is not None else []
            if settings:
                self.unheard.emit(settings)
        if self.are_kept:
            curves = shown.history.copy() if shown.history else None
            run.keeping = Keeping(lambda text: self._post(lambda: self.trouble.emit(text)), curves)
        settled = functools.partial(self._post, self.settled.emit)
        self._submit(
            functools.partial(train_to_the_end, run=run, shown=shown, data=data, settled=settled)
        )

    def _wait_for_images(self, verb: Callable[[], None]) -> bool:
        """Whether the images are on their way; ``verb`` follows then."""
        state = self._state
        if state.status.is_active or not state.waits_for_images:
            return False
        self._wish = (state.spec.data, state.spec.seed), verb
        state.message.emit(tr("Training begins as soon as the images are there."))
        return True

    @Slot(object)
    def _grant_wish(self, data_state: DataState) -> None:
        if self._wish is None or data_state is DataState.LOADING:
            return
        (wanted, verb), self._wish = self._wish, None
        if data_state is DataState.READY and wanted == (
            self._state.spec.data,
            self._state.spec.seed,
        ):
            # All who listen have the images first.
            QTimer.singleShot(0, self, verb)

    def begin(self, control: Control) -> Run:
        """Begins to follow a run that somebody drives, the engine as a rule."""
        number, spec = next(self._numbers), self._state.spec
        self._run = Run(number, spec, control, self._mailbox, self.judging)
        self._meter = None  # there once it has begun
        self._run.data = self._state.data
        self._state.look_back(None)
        self._state.keep_shown()
        self._state.set_phase(None)
        self._state.set_status(RunStatus.STARTING)
        self._pump.start()
        return self._run

    def pause(self) -> None:
        """Pauses before the next batch."""
        if self._run is not None:
            self._run.control.pause()

    def resume(self) -> None:
        """Goes on after a pause."""
        if self._run is not None:
            self._run.control.resume()

    def toggle(self) -> None:
        """Train, pause or resume, whichever is next: the space bar."""
        if self._state.status is RunStatus.IDLE:
            self.train()
        elif self._state.status is RunStatus.PAUSED:
            self.resume()
        else:
            self.pause()

    def step_batch(self) -> None:
        """Trains one batch; starts a paused run when none is active."""
        self._step(lambda control: control.step_batch())

    def step_layer(self) -> None:
        """Lets one layer learn its step of a batch; starts a paused run when none is active."""
        self._step(lambda control: control.step_layer())

    def step_epoch(self) -> None:
        """Trains to the end of the epoch; starts a paused run when none is active."""
        self._step(lambda control: control.step_epoch())

    def _step(self, step: Callable[[Control], None]) -> None:
        if self._wait_for_images(lambda: self._step(step)):
            return
        if self._state.status is RunStatus.IDLE:
            self.train(paused=True)
        if self._run is not None:
            step(self._run.control)

    def stop(self) -> None:
        """Ends the run and keeps what was learnt."""
        if self._run is not None:
            self._state.set_status(RunStatus.STOPPING)
            self._run.control.stop()

    def cancel(self) -> None:
        """Ends the run and goes back to what was shown before it."""
        if self._run is not None:
            self._state.set_status(RunStatus.STOPPING)
            self._run.control.cancel()

    def do(self, work: Work, again: Callable[[], None], curves: History | None = None) -> None:
        """Has work done in the engine's thread: between two batches, or as soon as it is free.

        Args:
            again: Asks anew; for when a run ends before it comes to that. The nets that are
                shown may be others then.
            curves: A copy of the curves that are shown: while the run goes on without having
                come to it, what it learns is added.
        """
        run = self._run
        if run is None:
            self._submit(work)
        elif self._state.newest.session is run.session:
            run.ask(work, again, curves)
        else:  # the nets from before the run, which has told nothing yet
            run.ask(work, again, None)

    def send_live_changes(self, before: ExperimentSpec, after: ExperimentSpec) -> None:
        """Passes changed learning rates, thresholds and votes on to the run."""
        run = self._run
        if run is None:
            return
        # A layer that is added or removed changes which one has which number, no rate.
        if len(before.layers) == len(after.layers):
            self._send_layers(run, before, after)
        votes = after.ff.votes
        if before.ff.votes != votes and not why_no_weights(votes, len(run.spec.layers)):
            run.change("ff", None, VOTES, votes)
        rate = after.bp.learning_rate
        legal = not fields_of(BackpropSpec)["learning_rate"].problem(rate)
        if before.bp.learning_rate != rate and legal:
            run.change("bp", None, "learning_rate", rate)
        if before.bp.output_learns != after.bp.output_learns:
            run.change("bp", None, OUTPUT_LEARNS, float(after.bp.output_learns))

    def begin_anew(self, algorithm: str, layer: int) -> None:
        """A layer (0-based) of a net that learns starts again with new weights.

        Their seed follows from the run's, the step and the layer, and is told as a mark.
        """
        if self._run is not None:
            self._run.change(algorithm, layer, BEGUN_ANEW, -1.0)

    @staticmethod
    def _send_layers(run: Run, before: ExperimentSpec, after: ExperimentSpec) -> None:
        live = [name for name, f in fields_of(LayerSpec).items() if f.live]
        # The builder may have more layers by now than the nets that learn.
        layers = zip(before.layers, after.layers, run.spec.layers, strict=False)
        for i, (old, new, _) in enumerate(layers):
            for name in live:
                value = getattr(new, name)
                if getattr(old, name) != value and not fields_of(LayerSpec)[name].problem(value):
                    run.change("bp" if name == BP_LEARNS else "ff", i, name, float(value))

    # --- what a run tells ---------------------------------------------------------------

    @Slot()
    def _pace_pump(self) -> None:
        self._pump.setInterval(_HELD_BACK_MS if self._state.allowance.binds else PUMP_MS)

    @Slot()
    def take_events(self) -> None:
        """Brings what the run has told since the last time into the studio."""
        grew = False
        # A slot may come back here, for example to save: it goes on where this was.
        self._untaken.extend(self._mailbox.drain())
        while self._untaken:
            event = self._untaken.popleft()
            if self._run is not None and event.run_id == self._run.number:
                grew = self._take(event, self._run) or grew
        if grew:
            if self._meter is not None:
                self._state.set_progress(self._meter.progress)
            self._state.tell_curves()

    def _take(self, event: Event, run: Run) -> bool:
        """Takes up one event; True when it changed a curve."""
        state = self._state
        grew = False
        if not isinstance(event, _OFTEN):
            self._tell_snapshot()  # what comes now is told of the nets as they are
        if isinstance(event, (StepDone, EpochDone, SettingChanged)):
            grew = state.history.add(event)
        if isinstance(event, (StepDone, TimeSpent, NetEnded)):
            grew = (self._meter is not None and self._meter.add(event)) or grew
        elif isinstance(event, EpochDone):
            state.add_epoch(event)
        elif isinstance(event, SnapshotTaken):
            self._untold = event.snapshot
            self._telling.ask() if state.allowance.binds else self._tell_snapshot()
        elif isinstance(event, PhaseChanged):
            state.set_phase(event)
        elif isinstance(event, LayerStepped):
            state.message.emit(event.text)
            self.layer_stepped.emit(event)
        elif isinstance(event, RunStarted):
            self._start(event, run)
        elif isinstance(event, StatusChanged):
            if state.status is not RunStatus.STOPPING:
                state.set_status(event.status)
        elif isinstance(event, Diverged):
            state.diverged.emit(event)
        elif isinstance(event, RunFinished):
            self._end(event, run)
        elif isinstance(event, RunFailed):
            had_begun = self._meter is not None
            title = tr("Training stopped") if had_begun else tr("Training did not begin")
            error = UserError(title, event.message, event.details)
            self._end(RunFinished(event.run_id, RunEnd.FAILED, {}, {}), run, error)
        return grew

    def _tell_snapshot(self) -> None:
        """Hands the newest weights out, if they have not been yet."""
        self._telling.forget()
        if self._untold is not None:
            newest, self._untold = self._untold, None
            self._state.set_snapshot(newest)

    def _start(self, event: RunStarted, run: Run) -> None:
        before = run.goes_on_from or self._state.newest
        learning = Shown(
            before.snapshot,
            event.spec,
            session=run.session,
            unsaved=True,
            stranger=before.stranger,
            kept=run.recorder.path if run.recorder is not None else None,
            origin=before.origin if run.goes_on_from is not None else None,
        )
        if event.resumed:
            flatters = before.has_learnt_held_back or _learnt_held_back(run, before)
            learning = dataclasses.replace(
                learning,
                history=before.history,
                last_epochs=before.last_epochs,
                judged=before.judged,
                path=before.path,
                has_learnt_held_back=flatters,
            )
        self._meter = ProgressMeter(event)
        self._state.set_progress(self._meter.progress)
        self._state.begin_run(learning, event)

    def _end(self, event: RunFinished, run: Run, error: UserError | None = None) -> None:
        self._pump.stop()
        self._run = None
        if event.end in (RunEnd.CANCELLED, RunEnd.FAILED):
            self._state.bring_back_shown()
        else:
            self._state.let_go_of_kept()
            self._state.note_finished(event)
            if run.recorder is not None:
                self._state.note_kept(run.recorder.path)
        self._state.set_status(RunStatus.IDLE)
        if error is not None:
            self._state.error_raised.emit(error)
        self._state.run_finished.emit(event)
        self._state.model_changed.emit()
        for again in run.list_undone():
            again()


def _learnt_held_back(run: Run, before: Shown) -> bool:
    """Whether nets that go on may have learnt from what this run holds back."""
    data = run.data
    if data is None or not len(data.validation):
        return False
    return may_have_learnt_from("validation", data, before.spec)
