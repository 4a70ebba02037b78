"""The studio's state and verbs: what every panel is given, and all it needs to know.

Panels read the properties, call the verbs and listen to the signals; none of them
knows the engine. Everything here runs in the GUI thread except the functions handed
to the engine thread and to :class:`LatestTask`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import DatasetError, FfstudioError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.loose_weights import layers_of
from ffstudio.core.experiment.problems import Problem, spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.experiment.stack import StackError, stack_architecture
from ffstudio.core.fields import fields_of
from ffstudio.core.images import datasets
from ffstudio.core.images.augmentation import without_changes
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    RunFailed,
    RunFinished,
    RunStarted,
    SettingChanged,
    SnapshotTaken,
    StatusChanged,
    StepDone,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.mailbox import Mailbox
from ffstudio.core.run.progress import Progress, ProgressMeter
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.jobs.engine_thread import EngineThread
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.strangers import ForeignModels

PUMP_MS = 33


@dataclasses.dataclass(frozen=True)
class UserError:
    """An error to show: title, sentence, and details to copy (may be empty)."""

    title: str
    message: str
    details: str = ""


class _Edit(QUndoCommand):
    """One edit of the experiment; edits of the same setting in a row become one."""

    def __init__(
        self, studio: Studio, before: ExperimentSpec, after: ExperimentSpec, text: str, key: str
    ) -> None:
        super().__init__(text)
        self._studio, self._before, self._after, self._key = studio, before, after, key
        self._time = time.monotonic()

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Edit) or other._key != self._key:
            return False
        if other._time - self._time > 2.0:
            return False
        self._after, self._time = other._after, other._time
        if self._after == self._before:
            self.setObsolete(True)
        return True

    def redo(self) -> None:
        self._studio._set_spec(self._after)

    def undo(self) -> None:
        self._studio._set_spec(self._before)


class Studio(QObject):
    """See the module docstring.

    Signals:
        engine_state_changed(state, message): ``loading``, ``ready`` or ``failed``.
        spec_changed(ExperimentSpec): After every edit, undo, preset or opened file.
        problems_changed(list[Problem]): Why the experiment cannot be trained; empty is good.
        data_state_changed(state, message): ``loading``, ``ready`` or ``missing``.
        data_changed(PreparedData | None): New images to learn from.
        status_changed(RunStatus): The run's state.
        run_started(RunStarted): A run begins; :attr:`history` is new or goes on.
        history_changed(): Curves grew; at most 30 times a second.
        progress_changed(Progress): With ``history_changed``.
        epoch_done(EpochDone): One algorithm was judged.
        snapshot_changed(ModelSnapshot | None): New weights to look at.
        diverged(Diverged): A loss became NaN or infinite; the run is paused.
        run_finished(RunFinished): The run has ended.
        model_changed(): Path or unsaved state of the model changed.
        model_opened(path), model_saved(path): A file was read or written.
        net_exported(path, text): The backprop net was written in another format.
        card_refused(Card): A stranger's model was refused; its card says why.
        error_raised(UserError): To be shown to the user.
        message(text): For the status bar.
    """

    engine_state_changed = Signal(str, str)
    spec_changed = Signal(object)
    problems_changed = Signal(object)
    data_state_changed = Signal(str, str)
    data_changed = Signal(object)
    status_changed = Signal(object)
    run_started = Signal(object)
    history_changed = Signal()
    progress_changed = Signal(object)
    epoch_done = Signal(object)
    snapshot_changed = Signal(object)
    diverged = Signal(object)
    run_finished = Signal(object)
    model_changed = Signal()
    model_opened = Signal(str)
    model_saved = Signal(str)
    net_exported = Signal(str, str)
    card_refused = Signal(object)
    error_raised = Signal(object)
    message = Signal(str)
    _posted = Signal(object)

    def __init__(self, spec: ExperimentSpec | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._spec = spec or ExperimentSpec()
        self._engine_state = ("loading", "")
        self._status = RunStatus.IDLE
        self._data: PreparedData | None = None
        self._data_state = ("loading", "")
        self._data_key: tuple[DataSpec, int] | None = None
        self._history = History()
        self._snapshot: ModelSnapshot | None = None
        self._progress = Progress()
        self._meter: ProgressMeter | None = None
        self._mailbox = Mailbox()
        self._control: Control | None = None
        self._run_id = 0
        self._run_ids = itertools.count(1)
        self._before_run: tuple[History, ModelSnapshot | None] = (self._history, None)
        self._last_epochs: dict[str, EpochDone] = {}
        self._session: Any = None  # owned by the engine thread; a mere token here
        self._previous_session: Any = None
        self._model_path: Path | None = None
        self._pending_model: Path | None = None
        self._unsaved = False
        self._trained_spec: ExperimentSpec | None = None
        self._problems: list[Problem] = spec_problems(self._spec)
        self._posted.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)
        self._pump = QTimer(self)
        self._pump.setInterval(PUMP_MS)
        self._pump.timeout.connect(self._take_events)
        self._data_timer = QTimer(self)
        self._data_timer.setSingleShot(True)
        self._data_timer.setInterval(150)
        self._data_timer.timeout.connect(self._load_data_now)
        self._data_task = LatestTask(self, name="data")
        self._data_task.done.connect(self._take_data)
        self._data_task.failed.connect(self._data_failed)
        self._file_task = LatestTask(self, name="files")
        self._file_task.done.connect(self._take_archive)
        self._file_task.failed.connect(self._archive_failed)
        self._engine = EngineThread(self._tell_engine_state, self._tell_engine_error)
        self.foreign = ForeignModels(self._engine.submit, self._post, self)
        self.foreign.opening.connect(lambda name: self.message.emit(f"Opening {name}…"))
        self.foreign.opened.connect(self._take_opened)
        self.foreign.incomplete_changed.connect(self._take_incomplete)
        self.foreign.refused.connect(self._foreign_refused)

    # --- life -----------------------------------------------------------------------

    def start(self) -> None:
        """Starts the engine's import and loads the data; call once the window is shown."""
        self._engine.start()
        self._load_data_now()

    def shutdown(self, timeout_s: float = 2.0) -> bool:
        """Ends everything; True when all threads have ended in time."""
        self._pump.stop()
        self._data_timer.stop()
        if self._control is not None:
            self._control.cancel()
        deadline = time.monotonic() + timeout_s
        ended = self._engine.close(timeout_s)
        for task in (self._data_task, self._file_task):
            ended = task.close(max(deadline - time.monotonic(), 0.05)) and ended
        return ended

    # --- state ----------------------------------------------------------------------

    @property
    def spec(self) -> ExperimentSpec:
        """The experiment being edited."""
        return self._spec

    @property
    def trained_spec(self) -> ExperimentSpec | None:
        """The experiment whose nets are shown, or None."""
        return self._trained_spec

    @property
    def problems(self) -> list[Problem]:
        return self._problems

    @property
    def data(self) -> PreparedData | None:
        return self._data

    @property
    def data_state(self) -> tuple[str, str]:
        return self._data_state

    @property
    def engine_state(self) -> tuple[str, str]:
        return self._engine_state

    @property
    def status(self) -> RunStatus:
        return self._status

    @property
    def history(self) -> History:
        return self._history

    @property
    def snapshot(self) -> ModelSnapshot | None:
        return self._snapshot

    @property
    def progress(self) -> Progress:
        return self._progress

    @property
    def last_epochs(self) -> dict[str, EpochDone]:
        """The newest judgement per algorithm, ``ff`` and ``bp``."""
        return self._last_epochs

    @property
    def model_path(self) -> Path | None:
        return self._model_path

    @property
    def has_unsaved_model(self) -> bool:
        return self._unsaved

    @property
    def has_model(self) -> bool:
        """True when there are nets to save."""
        return self._session is not None or self._pending_model is not None

    @property
    def can_continue(self) -> bool:
        """True when the nets shown can go on training as they are."""
        return self.has_model and not self._status.is_active

    def why_not_train(self) -> str:
        """Why Train is disabled, for its tooltip; empty when it can be pressed."""
        if self._engine_state[0] == "loading":
            return "The engine is warming up."
        if self._engine_state[0] == "failed":
            return "The engine could not be started; see the log."
        if self._problems:
            first = self._problems[0]
            where = "" if first.path == ("network",) else f"{first.path_text}: "
            return f"{where}{first.reason}. {first.fix}".strip()
        if self._data_state[0] == "loading":
            return "The data set is being loaded."
        if self._data is None:
            return self._data_state[1] or "There is no data set."
        return ""

    # --- editing --------------------------------------------------------------------

    def edit(self, spec: ExperimentSpec, text: str = "Edit", key: str = "") -> None:
        """Replaces the experiment, undoably.

        Args:
            text: For the undo menu.
            key: Edits with the same key within two seconds become one undo step.
        """
        if spec != self._spec:
            self.undo_stack.push(_Edit(self, self._spec, spec, text, key))

    def _set_spec(self, spec: ExperimentSpec) -> None:
        before, self._spec = self._spec, spec
        if self._status.is_active:
            self._send_live_changes(before, spec)
        self.spec_changed.emit(spec)
        self._follow_preprocessing(spec)
        self._check()
        if self._key(spec) != self._data_key and not self._keep_images():
            self._data_timer.start()

    def _check(self) -> None:
        matches = self._data is not None and self._key(self._spec) == self._data_key
        problems = spec_problems(self._spec)
        if matches and self._data is not None:
            data = self._data
            problems = spec_problems(
                self._spec, data.num_inputs, data.num_classes, data.image_shape
            )
        if problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(problems)

    def _send_live_changes(self, before: ExperimentSpec, after: ExperimentSpec) -> None:
        """Passes changed learning rates and thresholds on to the run."""
        if self._control is None or self._session is None:
            return
        session, control = self._session, self._control
        live = [name for name, f in fields_of(LayerSpec).items() if f.live]
        for i, (old, new) in enumerate(zip(before.layers, after.layers, strict=False)):
            for name in live:
                value = getattr(new, name)
                if getattr(old, name) != value and not fields_of(LayerSpec)[name].problem(value):
                    control.post(functools.partial(session.change, "ff", i, name, value))
        rate = after.bp.learning_rate
        legal = not fields_of(BackpropSpec)["learning_rate"].problem(rate)
        if before.bp.learning_rate != rate and legal:
            control.post(lambda: session.change("bp", None, "learning_rate", rate))

    # --- data -----------------------------------------------------------------------

    @staticmethod
    def _key(spec: ExperimentSpec) -> tuple[DataSpec, int]:
        return spec.data, spec.seed

    def _keep_images(self) -> bool:
        """Takes up other augmentation without loading the images anew; True when it could."""
        known, key = self._data_key, self._key(self._spec)
        if self._data is None or self._data_state[0] != "ready" or known is None:
            return False
        if known[1] != key[1] or without_changes(known[0]) != without_changes(key[0]):
            return False
        if any(p.path[0] == "data" for p in spec_problems(self._spec)):
            return False
        self._data_timer.stop()
        self._data_key = key
        self._data = dataclasses.replace(self._data, spec=key[0])
        self._check()
        return True

    def reload_data(self) -> None:
        """Looks for the data set again, for example after a download."""
        self._data_key = None
        self._load_data_now()

    @Slot()
    def _load_data_now(self) -> None:
        key = self._key(self._spec)
        if key == self._data_key or any(p.path[0] == "data" for p in spec_problems(self._spec)):
            return
        self._data_key = key
        self._set_data_state("loading", f"Loading {self._spec.data.name}…")
        self._data_task.submit(_load, key[0], key[1])

    @Slot(object)
    def _take_data(self, data: PreparedData | FfstudioError) -> None:
        if isinstance(data, FfstudioError):
            self._data = None
            self._set_data_state("missing", str(data))
        else:
            self._data = data
            self._set_data_state("ready", data.source)
        self.data_changed.emit(self._data)
        self._check()

    @Slot(str, str)
    def _data_failed(self, message: str, details: str) -> None:
        self._data = None
        self._set_data_state("missing", message)
        self.data_changed.emit(None)
        self.error_raised.emit(UserError("The data set could not be loaded", message, details))

    def _set_data_state(self, state: str, message: str) -> None:
        self._data_state = (state, message)
        self.data_state_changed.emit(state, message)

    # --- training -------------------------------------------------------------------

    def train(self, *, resume: bool = False, paused: bool = False) -> None:
        """Starts a run; with ``resume`` the nets shown go on for ``spec.epochs`` more.

        A net out of a file always goes on: who opens one wants what it has learnt.
        """
        if self._status.is_active or self.why_not_train() or self._data is None:
            return
        resume = resume or (self.has_model and self._shows_network())
        spec, data = self._spec, self._data
        run_id = self._run_id = next(self._run_ids)
        control = self._control = Control(paused=paused)
        self._before_run = (self._history, self._snapshot)
        self._previous_session = self._session
        old_session, pending = self._session, self._pending_model
        mailbox = self._mailbox
        self._set_status(RunStatus.STARTING)
        self._pump.start()

        def work(engine: Any) -> None:
            try:
                if resume and old_session is None and pending is not None:
                    session = engine.load_session(pending)
                else:
                    session = old_session if resume else None
                if session is None:
                    session = engine.Session(spec, data)
                else:
                    session = engine.continued(session, spec, data)
                self._post(lambda: self._take_session(session, run_id))
                session.run(emit=mailbox.put, control=control, run_id=run_id)
            except FfstudioError as error:
                mailbox.put(RunFailed(run_id, str(error), ""))
            except Exception as error:
                import traceback

                text = str(error) or type(error).__name__
                mailbox.put(RunFailed(run_id, text, traceback.format_exc()))

        self._engine.submit(work)

    def _shows_network(self) -> bool:
        """True when the net that is shown is the experiment's own net out of a file."""
        wanted = self._spec.network
        shown = self._trained_spec.network if self._trained_spec is not None else None
        if wanted is None or shown is None:
            return False
        return wanted.architecture == shown.architecture

    def pause(self) -> None:
        if self._control is not None:
            self._control.pause()

    def resume(self) -> None:
        if self._control is not None:
            self._control.resume()

    def toggle(self) -> None:
        """Train, pause or resume, whichever is next: the space bar."""
        if self._status is RunStatus.IDLE:
            self.train()
        elif self._status is RunStatus.PAUSED:
            self.resume()
        else:
            self.pause()

    def step_batch(self) -> None:
        """Trains one batch; starts a paused run when none is active."""
        self._step(lambda control: control.step_batch())

    def step_epoch(self) -> None:
        """Trains to the end of the epoch; starts a paused run when none is active."""
        self._step(lambda control: control.step_epoch())

    def _step(self, step: Callable[[Control], None]) -> None:
        if self._status is RunStatus.IDLE:
            self.train(paused=True)
        if self._control is not None and self._status.is_active:
            step(self._control)

    def stop(self) -> None:
        """Ends the run and keeps what was learnt."""
        if self._control is not None and self._status.is_active:
            self._set_status(RunStatus.STOPPING)
            self._control.stop()

    def cancel(self) -> None:
        """Ends the run and goes back to the nets and curves before it."""
        if self._control is not None and self._status.is_active:
            self._set_status(RunStatus.STOPPING)
            self._control.cancel()

    def _take_session(self, session: Any, run_id: int) -> None:
        if run_id == self._run_id:
            self._session = session
            self._pending_model = None

    def _set_status(self, status: RunStatus) -> None:
        if status is not self._status:
            self._status = status
            self.status_changed.emit(status)

    @Slot()
    def _take_events(self) -> None:
        grew = False
        for event in self._mailbox.drain():
            if event.run_id != self._run_id:
                continue
            if isinstance(event, (StepDone, EpochDone, SettingChanged)):
                grew = self._history.add(event) or grew
            if isinstance(event, StepDone):
                if self._meter is not None:
                    self._meter.add(event)
            elif isinstance(event, EpochDone):
                self._last_epochs[event.algorithm] = event
                self.epoch_done.emit(event)
            elif isinstance(event, SnapshotTaken):
                self._set_snapshot(event.snapshot)
            elif isinstance(event, RunStarted):
                self._begin(event)
            elif isinstance(event, StatusChanged):
                if self._status is not RunStatus.STOPPING:
                    self._set_status(event.status)
            elif isinstance(event, Diverged):
                self.diverged.emit(event)
            elif isinstance(event, RunFinished):
                self._end(event)
            elif isinstance(event, RunFailed):
                self._fail(event)
        if grew:
            if self._meter is not None:
                self._progress = self._meter.progress
            self.history_changed.emit()
            self.progress_changed.emit(self._progress)

    def _begin(self, event: RunStarted) -> None:
        if not event.resumed:
            self._history = History()
            self._last_epochs = {}
        self._meter = ProgressMeter(event)
        self._progress = self._meter.progress
        self._trained_spec = event.spec
        self._unsaved = True
        self._model_path = None if not event.resumed else self._model_path
        self.run_started.emit(event)
        self.history_changed.emit()
        self.model_changed.emit()

    def _end(self, event: RunFinished) -> None:
        self._pump.stop()
        self._control = None
        if event.end is RunEnd.CANCELLED:
            self._restore()
        self._set_status(RunStatus.IDLE)
        self.run_finished.emit(event)
        self.model_changed.emit()

    def _fail(self, event: RunFailed) -> None:
        self._pump.stop()
        self._control = None
        self._restore()
        self._set_status(RunStatus.IDLE)
        self.error_raised.emit(UserError("Training stopped", event.message, event.details))
        self.run_finished.emit(RunFinished(event.run_id, RunEnd.FAILED, {}, {}))

    def _restore(self) -> None:
        self._session = self._previous_session
        self._history, snapshot = self._before_run
        self._last_epochs = {}
        self._set_snapshot(snapshot)
        self.history_changed.emit()

    def _set_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._snapshot = snapshot
        self.snapshot_changed.emit(snapshot)

    # --- files ----------------------------------------------------------------------

    def open_file(self, path: str | Path, *, quietly: bool = False) -> None:
        """Opens a model (``.h5``, ``.keras``) or an experiment (``.json``).

        Args:
            quietly: For the shipped model: the file does not become the current file.
        """
        path = Path(path)
        if self._status.is_active:
            text = "A run is active. Stop or cancel it first, then open the file again."
            self.error_raised.emit(UserError("Not now", text))
            return
        if path.suffix.lower() == ".json":
            try:
                spec = reading.read_experiment(path)
            except FfstudioError as error:
                self.error_raised.emit(UserError("The file was not opened", str(error)))
                return
            self.edit(spec, f"Open {path.name}")
            self.model_opened.emit(str(path))
            return
        self._file_task.submit(_read_archive, path, quietly)

    @Slot(object)
    def _take_archive(self, found: tuple[Path, bool, Any]) -> None:
        path, quietly, archive = found
        if isinstance(archive, _Stranger):
            if self._engine_state[0] == "failed" and archive.found.candidates:
                text = "The engine could not be started; see the log."
                self.error_raised.emit(UserError("The file was not opened", text))
            else:
                self.foreign.open(path, archive.found)
            return
        if isinstance(archive, FfstudioError):
            if not quietly:
                self.error_raised.emit(UserError("The file was not opened", str(archive)))
            else:
                self.message.emit(str(archive))
            return
        if self._status.is_active:
            return
        self.foreign.close()
        self._session = None
        self._pending_model = path
        self._history = archive.history
        self._trained_spec = archive.spec
        self._last_epochs = {}
        self._unsaved = False
        self._model_path = None if quietly else path
        if not quietly:
            self.edit(archive.spec, f"Open {path.name}")
        self._set_snapshot(archive.snapshot)
        self.history_changed.emit()
        self.model_changed.emit()
        if not quietly:
            self.model_opened.emit(str(path))

    @Slot(object)
    def _take_opened(self, opened: Any) -> None:
        """A stranger's model is ready to be looked at."""
        if self._status.is_active:
            return
        path = self.foreign.path
        self._session = opened.session
        self._pending_model = None
        self._history = History()
        self._trained_spec = opened.spec
        self._last_epochs = {}
        self._unsaved = False
        # Saving never writes over a stranger's file.
        self._model_path = None
        self.edit(opened.spec, f"Open {opened.card.file}")
        self._set_snapshot(opened.snapshot)
        self.history_changed.emit()
        self.model_changed.emit()
        self.model_opened.emit(str(path))

    @Slot()
    def _take_incomplete(self) -> None:
        """Fills the builder with what bare weights tell of their network."""
        waiting = self.foreign.incomplete
        if waiting is None:
            return
        path, found = waiting
        layers, classes = layers_of(found.loose)
        spec = ExperimentSpec(
            name=path.stem[:80],
            description=f"To be completed: the network of the weights in {path.name}.",
            algorithms="bp",
            data=self._spec.data,
            layers=layers or (LayerSpec(),),
            bp=BackpropSpec(output_bias=_has_bias(found.loose)),
        )
        self.edit(spec, f"Open {path.name}")
        if classes is not None and self._data is not None and classes != self._data.num_classes:
            self.message.emit(
                f"The weights end in {classes} values, the data set has {self._data.num_classes} classes."
            )

    def complete_weights(self) -> str:
        """Uses the weights that wait in the builder's net; else says why they do not fit."""
        waiting, data = self.foreign.incomplete, self._data
        if waiting is None or data is None:
            return "The data set is not there yet"
        _, classes = layers_of(waiting[1].loose)
        spec = self._spec
        try:
            network = stack_architecture(spec, data.image_shape, classes or data.num_classes)
        except StackError as error:
            return f"Layer {error.index + 1} {error.reason}"
        return self.foreign.complete(network, "the network was completed in the builder")

    @Slot(str, str, object, str)
    def _foreign_refused(self, path: str, message: str, card: Any, details: str) -> None:
        if card is not None and card.layers:
            self.card_refused.emit(card)
        else:
            self.error_raised.emit(UserError("The file was not opened", message, details))

    def choose_preprocessing(self, way: Preprocessing) -> None:
        """Hands images to the stranger's model that is open in another way."""
        network = self._spec.network
        if network is None:
            return
        network = dataclasses.replace(network, preprocessing=way)
        self.edit(self._spec.replace(network=network), "Change Preprocessing")

    def _follow_preprocessing(self, spec: ExperimentSpec) -> None:
        """Looks at the net that is shown in the way the experiment says."""
        snapshot, network = self._snapshot, spec.network
        if snapshot is None or network is None or self._status.is_active:
            return
        net = snapshot.bp
        if net is None or net.network == network:
            return
        if net.network.architecture == network.architecture:
            seen = dataclasses.replace(net, network=network)
            self._set_snapshot(dataclasses.replace(snapshot, bp=seen, version=snapshot.version + 1))

    @Slot(str, str)
    def _archive_failed(self, message: str, details: str) -> None:
        self.error_raised.emit(UserError("The file was not opened", message, details))

    def save_model(self, path: str | Path, which: str = "both") -> None:
        """Writes the nets, with settings, optimizer state, history and seed.

        Args:
            path: Ends in ``.h5`` or ``.keras``.
            which: ``both`` (Forward-Forward with its twin inside), ``ff`` or ``bp``.
        """
        path = Path(path)
        session, pending = self._session, self._pending_model
        # The curves grow here while the engine's thread writes them.
        history = self._history.copy()

        def save(engine: Any) -> None:
            try:
                kept = session if session is not None else engine.load_session(pending)
                engine.save_session(kept, path, which=which, history=history)
            except FfstudioError as error:
                found = UserError("The model was not saved", str(error))
                self._post(lambda: self.error_raised.emit(found))
            except Exception as error:
                import traceback

                found = UserError(
                    "The model was not saved",
                    f"{error}. Your model is still open; try another place.",
                    traceback.format_exc(),
                )
                self._post(lambda: self.error_raised.emit(found))
            else:
                self._post(lambda: self._saved(path))

        if session is None and pending is None:
            text = "There is no model yet. Train one or open one first."
            self.error_raised.emit(UserError("Nothing to save", text))
        elif self._control is not None and self._status.is_active:
            self._control.post(lambda: self._save_between_batches(save))
        else:
            self._engine.submit(save)

    def export_net(self, path: str | Path) -> None:
        """Writes the backprop net that is shown in another program's format.

        Args:
            path: Its ending says which: see :mod:`ffstudio.core.model_formats`.
        """
        path = Path(path)
        snapshot = self._snapshot
        if snapshot is None or snapshot.bp is None:
            text = "There is no backprop net yet. Train one or open one first."
            self.error_raised.emit(UserError("Nothing to save", text))
            return
        net = snapshot.bp

        def export(engine: Any) -> None:
            try:
                done = engine.write_model(engine.of_snapshot(net), path)
            except FfstudioError as error:
                found = UserError("The net was not saved", str(error))
                self._post(lambda: self.error_raised.emit(found))
            else:
                text = " ".join([f"Saved {path}.", *done.notes])
                self._post(lambda: self.net_exported.emit(str(path), text))

        if self._control is not None and self._status.is_active:
            self._control.post(lambda: self._save_between_batches(export))
        else:
            self._engine.submit(export)

    def _save_between_batches(self, save: Callable[[Any], None]) -> None:
        import importlib

        save(importlib.import_module("ffstudio.engine"))

    def _saved(self, path: Path) -> None:
        self._model_path = path
        self._unsaved = self._status.is_active
        self.model_changed.emit()
        self.model_saved.emit(str(path))

    def save_experiment(self, path: str | Path) -> None:
        """Writes the experiment being edited as JSON."""
        try:
            write_text_atomically(Path(path), reading.to_json(self._spec))
        except OSError as error:
            text = f"{path} cannot be written ({error}). Choose another place."
            self.error_raised.emit(UserError("The experiment was not saved", text))
            return
        self.message.emit(f"Saved {path}")

    # --- from other threads ---------------------------------------------------------

    def _post(self, function: Callable[[], None]) -> None:
        """Has ``function`` run in the GUI thread; callable from any thread."""
        with contextlib.suppress(RuntimeError):  # the window is gone, nobody is left to tell
            self._posted.emit(function)

    @Slot(object)
    def _run_posted(self, function: Callable[[], None]) -> None:
        function()

    def _tell_engine_state(self, state: str, message: str) -> None:
        self._post(lambda: self._set_engine_state(state, message))

    def _set_engine_state(self, state: str, message: str) -> None:
        self._engine_state = (state, message)
        self.engine_state_changed.emit(state, message)

    def _tell_engine_error(self, message: str, details: str) -> None:
        found = UserError("The engine reported an error", message, details)
        self._post(lambda: self.error_raised.emit(found))


def _has_bias(loose: Any) -> bool:
    """True when the last layer of bare weights has a bias."""
    last = [one for one in loose if one.arrays]
    return not last or len(last[-1].arrays) > 1


def _load(spec: DataSpec, seed: int) -> PreparedData | FfstudioError:
    try:
        return prepare(datasets.load(spec), spec, seed)
    except DatasetError as error:
        return error


def _read_archive(path: Path, quietly: bool) -> tuple[Path, bool, Any]:
    """What a file of ours holds, a stranger's contents, or an error."""
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    try:
        if not quietly:
            # Whoever made the file, another process is the first to read it.
            found = sandbox.examine(path)
            if found.card.kind != OURS:
                return path, quietly, _Stranger(found)
        return path, quietly, read_archive(path)
    except FfstudioError as error:
        return path, quietly, error


@dataclasses.dataclass(frozen=True)
class _Stranger:
    """A file that ffstudio has not written: ``files.foreign.contents.Foreign``."""

    found: Any
