"""What the studio knows, and the signals that tell of changes: below everything it does."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.differences import list_differences
from ffstudio.core.experiment.learnt_from import choose_set, may_have_learnt_from
from ffstudio.core.experiment.problems import Problem, spec_problems
from ffstudio.core.experiment.reading import find_obstacles
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.going_on import makes_like_nets, say_other_nets
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.events import EpochDone, PhaseChanged, RunFinished, RunStarted
from ffstudio.core.run.history import History
from ffstudio.core.run.progress import Progress
from ffstudio.core.run.results import result_words
from ffstudio.core.run.status import DataState, EngineState, RunStatus
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activities
from ffstudio.jobs.allowance import Allowance
from ffstudio.jobs.shown import Before, NetName, OpenedFile, Shown, name_data

RUN_IS_ACTIVE = "A run is active. Stop or cancel it first, then open the file again."


@dataclass(frozen=True)
class UserError:
    """An error to show: title, sentence, and details to copy (may be empty)."""

    title: str
    message: str
    details: str = ""


class StudioState(QObject):
    """The experiment, the images, the nets that are shown and the run; in the GUI thread.

    Panels read the properties and listen to the signals. The jobs beside this module
    change the state by its methods, which tell of the change.

    Attributes:
        activities: What is under way beside the run.
        allowance: What views may take while it trains.

    Signals:
        engine_state_changed(EngineState, message): The engine can be used, or not.
        spec_changed(ExperimentSpec): After every edit, undo, preset or opened file.
        problems_changed(list[Problem]): Why the experiment cannot be trained; empty is good.
        data_state_changed(DataState, message): There are images, or not.
        data_changed(PreparedData | None): New images to learn from.
        status_changed(RunStatus): The run's state.
        run_started(RunStarted): A run begins; :attr:`history` is new or goes on.
        history_changed(): Curves grew or are others; at most 30 times a second.
        progress_changed(Progress): With ``history_changed``.
        phase_changed(PhaseChanged | None): What the run is at.
        epoch_done(EpochDone): One algorithm was judged.
        snapshot_changed(ModelSnapshot | None): New weights to look at.
        moment_changed(): The nets are looked at as they were at an earlier moment, or no longer.
        diverged(Diverged): A loss became NaN or infinite; the run is paused.
        run_finished(RunFinished): The run has ended.
        model_changed(): Path or unsaved state of the model changed.
        model_opened(path), model_saved(path): A file was read or written.
        net_exported(path, text): The backprop net was written in another format.
        stranger_changed(): The model of another program that is open is another, or none.
        card_refused(Card): A stranger's model was refused; its card says why.
        error_raised(UserError): To be shown to the user.
        message(text): For the status bar.
    """

    engine_state_changed = Signal(object, str)
    spec_changed = Signal(object)
    problems_changed = Signal(object)
    data_state_changed = Signal(object, str)
    data_changed = Signal(object)
    status_changed = Signal(object)
    run_started = Signal(object)
    history_changed = Signal()
    progress_changed = Signal(object)
    phase_changed = Signal(object)
    epoch_done = Signal(object)
    snapshot_changed = Signal(object)
    moment_changed = Signal()
    diverged = Signal(object)
    run_finished = Signal(object)
    model_changed = Signal()
    model_opened = Signal(str)
    model_saved = Signal(str)
    net_exported = Signal(str, str)
    stranger_changed = Signal()
    card_refused = Signal(object)
    error_raised = Signal(object)
    message = Signal(str)

    def __init__(self, spec: ExperimentSpec | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spec = spec or ExperimentSpec()
        self._problems: list[Problem] = spec_problems(self._spec)
        self.activities = Activities(self)
        self.allowance = Allowance(self)
        self._engine_state = (EngineState.LOADING, "")
        self._training_device: TrainingDevice | None = None
        self._data: PreparedData | None = None
        self._data_state = (DataState.LOADING, "")
        self._status = RunStatus.IDLE
        self._progress = Progress()
        self._phase: PhaseChanged | None = None
        self._phase_began = 0.0
        self._shown = Shown()
        self._past: Shown | None = None
        self._before: Before | None = None
        self._differences: tuple[ExperimentSpec | None, ExperimentSpec | None, list[str]]
        self._differences = None, None, []
        self._like_nets: tuple[ExperimentSpec | None, ExperimentSpec | None, bool]
        self._like_nets = None, None, True
        self._obstacle: tuple[ExperimentSpec | None, str] = None, ""

    # --- to read --------------------------------------------------------------------

    @property
    def spec(self) -> ExperimentSpec:
        """The experiment being edited."""
        return self._spec

    @property
    def problems(self) -> list[Problem]:
        """Why the experiment cannot be trained."""
        return self._problems

    def why_not_handed_on(self) -> str:
        """Why nobody could read the experiment if it were saved or sent; empty when they can."""
        if self._obstacle[0] is not self._spec:  # several commands ask, at each refresh
            first = next(iter(find_obstacles(self._spec)), None)
            why = "" if first is None else f"{first.sentence} {first.fix}".strip()
            self._obstacle = self._spec, why
        return self._obstacle[1]

    @property
    def data(self) -> PreparedData | None:
        """The images to learn from."""
        return self._data

    @property
    def data_state(self) -> tuple[DataState, str]:
        """Whether there are images, and a word about it."""
        return self._data_state

    @property
    def engine_state(self) -> tuple[EngineState, str]:
        """Whether the engine can be used, and why not."""
        return self._engine_state

    @property
    def training_device(self) -> TrainingDevice | None:
        """What the engine trains on; None until it is loaded."""
        return self._training_device

    @property
    def status(self) -> RunStatus:
        """Where the run stands."""
        return self._status

    @property
    def is_learning(self) -> bool:
        """True while the nets shown learn: here, or where somebody else trains them."""
        return self._status.is_active or self._shown.is_watched

    @property
    def progress(self) -> Progress:
        """How far the run has got."""
        return self._progress

    @property
    def phase(self) -> PhaseChanged | None:
        """What the run is at; None before it has told of anything."""
        return self._phase

    @property
    def phase_seconds(self) -> float:
        """How long it has been at that."""
        return time.monotonic() - self._phase_began

    @property
    def shown(self) -> Shown:
        """The nets that are shown and all that belongs to them; at an earlier moment, as they
        were then.
        """
        return self._past or self._shown

    @property
    def newest(self) -> Shown:
        """The same as they are now, whichever moment is looked at."""
        return self._shown

    @property
    def past(self) -> Shown | None:
        """The nets at the earlier moment that is looked at; None for now."""
        return self._past

    @property
    def trained_spec(self) -> ExperimentSpec | None:
        """The experiment whose nets are shown, or None."""
        return self.shown.spec

    @property
    def net_name(self) -> NetName | None:
        """What the nets that are shown are called; None when there are none."""
        return self.shown.net_name

    @property
    def other_settings(self) -> list[str]:
        """Where the experiment being edited is not the one whose nets are shown.

        Empty when it would make these very nets, or when there are none.
        """
        made = self.shown.spec
        if self.shown.snapshot is None or made is None:
            return []
        before, wanted, others = self._differences
        if made is not before or self._spec is not wanted:  # asked for by many, at every snapshot
            others = list_differences(made, self._spec)
            self._differences = made, self._spec, others
        return others

    @property
    def train_goes_on(self) -> bool:
        """True when Train goes on with the net that is shown: the experiment's, out of a file."""
        wanted, made = self._spec.network, self.shown.spec
        shown = made.network if made is not None else None
        if wanted is None or shown is None or not self.has_model:
            return False
        return wanted.architecture == shown.architecture

    @property
    def snapshot(self) -> ModelSnapshot | None:
        """The newest weights to look at."""
        return self.shown.snapshot

    @property
    def history(self) -> History:
        """The curves of the nets that are shown: up to now, whichever moment is looked at."""
        return self._shown.history

    @property
    def last_epochs(self) -> Mapping[str, EpochDone]:
        """The newest judgement per algorithm, ``ff`` and ``bp``."""
        return self.shown.last_epochs

    @property
    def result(self) -> str:
        """How much the nets that are shown get right, and of which images; empty if not known."""
        shown = self._shown
        data = name_data(shown.spec) if shown.spec is not None else ""
        return result_words(shown.finished, shown.history, data)

    @property
    def model_path(self) -> Path | None:
        """The file that Save writes to."""
        return self.shown.path

    @property
    def has_unsaved_model(self) -> bool:
        """True when closing would lose nets."""
        return self._shown.unsaved

    @property
    def has_model(self) -> bool:
        """True when there are nets to save."""
        return self.shown.has_model

    @property
    def judged_set_sizes(self) -> dict[str, int]:
        """How many images the sets have that the nets shown were judged on, as far as is known.

        Of other images than those at hand nothing is known; which of them were held back depends
        on more.
        """
        data, made = self._data, self._shown.spec
        if data is None or made is None:
            return {}
        if (data.spec.name, data.spec.path) != (made.data.name, made.data.path):
            return {}
        sizes = {"test": len(data.test)}
        if not may_have_learnt_from("validation", data, made):
            sizes["validation"] = len(data.validation)
        return sizes

    @property
    def judged_on(self) -> str:
        """The set of :attr:`data` to judge the nets shown on: ``validation`` or ``test``.

        A run says itself; at rest none that the nets may have learnt from.
        """
        if self._data is None:
            return "test"
        if self._status.is_active:
            return self._data.evaluated_on
        if self._shown.has_learnt_held_back:
            return "test"
        return choose_set(self._data, self.trained_spec)

    @property
    def can_continue(self) -> bool:
        """True when the nets shown can go on training as they are."""
        return self.has_model and not self._status.is_active

    def why_not_continue(self) -> str:
        """Why the nets shown cannot go on by the builder's experiment; empty when they can."""
        made, snapshot = self.shown.spec, self.shown.snapshot
        if made is None or snapshot is None:
            return ""
        before, wanted, alike = self._like_nets
        if before is not made or wanted is not self._spec:  # asked for whenever a command is shown
            shape = DataShape(snapshot.image_shape, snapshot.class_names)
            try:
                alike = makes_like_nets(self._spec, made, shape)
            except FfstudioError:  # said by the builder
                alike = True
            self._like_nets = made, self._spec, alike
        return "" if alike else " ".join(say_other_nets())

    def why_not_train(self) -> str:
        """Why Train is disabled, for its tooltip; empty when it can be pressed."""
        if self._engine_state[0] is EngineState.LOADING:
            return tr("The engine is warming up.")
        if self._engine_state[0] is EngineState.FAILED:
            return tr("The engine could not be started; see the log.")
        if self._problems:
            first = self._problems[0]
            return f"{first.sentence} {first.fix}".strip()
        if self._data_state[0] is DataState.LOADING:
            return tr("The data set is being loaded.")
        if self._data is None:
            return self._data_state[1] or tr("There is no data set.")
        return ""

    @property
    def waits_for_images(self) -> bool:
        """Whether nothing but its images, which are on their way, keeps the experiment back."""
        is_ready = self._engine_state[0] is EngineState.READY and not self._problems
        return is_ready and self._data_state[0] is DataState.LOADING

    def why_not_apart(self) -> str:
        """Why the experiment cannot be trained by a process of its own; empty when it can."""
        if self._problems:
            first = self._problems[0]
            return f"{first.sentence} {first.fix}".strip()
        if self._spec.network is not None:
            return tr(
                "A net out of a file goes on from its weights: press Train, or Queue. A sweep "
                "begins with new weights; Build a New Net, in the builder, gives it layers of your "
                "own."
            )
        if self._data is None and self._data_state[0] is not DataState.LOADING:
            return self._data_state[1] or tr("There is no data set.")
        return ""

    def why_not_queue(self) -> str:
        """Why the experiment cannot be queued; as :meth:`why_not_apart`, but that a net out of a
        file goes on in the queue as it does by Train.
        """
        if self._spec.network is None or self._problems:
            return self.why_not_apart()
        if not self.train_goes_on:
            return tr(
                "The net of the builder's experiment is not the one that is shown. Open its file, "
                "to go on from its weights."
            )
        return self.why_not_train() or (tr(RUN_IS_ACTIVE) if self._status.is_active else "")

    def say_begins_anew(self) -> str:
        """That the queue and sweeps leave opened nets as they are; empty where none were opened."""
        shown = self.newest
        name = shown.net_name
        if name is None or shown.file is None or shown.is_shipped or shown.is_watched:
            return ""
        return tr(
            "It begins with new weights: what {name} has learnt is not taken along (Continue, and "
            "Continue in Queue, go on with that).",
            name=name.title,
        )

    # --- to change, for the jobs ----------------------------------------------------

    def set_engine_state(self, state: EngineState, message: str = "") -> None:
        """The engine can be used, or not."""
        self._engine_state = (state, message)
        self.engine_state_changed.emit(state, message)

    def set_training_device(self, device: TrainingDevice) -> None:
        """The engine has found what it trains on."""
        self._training_device = device

    def set_spec(self, spec: ExperimentSpec) -> None:
        """Another experiment is edited."""
        self._spec = spec
        self.spec_changed.emit(spec)

    def set_problems(self, problems: list[Problem]) -> None:
        """The experiment can be trained, or not."""
        if problems != self._problems:
            self._problems = problems
            self.problems_changed.emit(problems)

    def set_data_state(self, state: DataState, message: str = "") -> None:
        """Images are on their way; until they come, those that are there stay."""
        self._data_state = (state, message)
        self.data_state_changed.emit(state, message)

    def set_data(self, data: PreparedData | None, message: str) -> None:
        """There are other images to learn from, or none.

        Args:
            message: Where they come from, or why there are none.
        """
        self._data = data
        self.set_data_state(DataState.MISSING if data is None else DataState.READY, message)
        self.data_changed.emit(data)

    def set_augmentation(self, spec: DataSpec) -> None:
        """The images are the same; the next run changes them in another way."""
        if self._data is not None:
            self._data = dataclasses.replace(self._data, spec=spec)

    def set_status(self, status: RunStatus) -> None:
        """The run is in another state."""
        if status is not self._status:
            self._status = status
            self.status_changed.emit(status)
            self.allowance.follow(status)

    def set_progress(self, progress: Progress) -> None:
        """The run got on; told with the curves by :meth:`tell_curves`."""
        self._progress = progress

    def set_phase(self, phase: PhaseChanged | None) -> None:
        """The run is at something else, or got on with the same."""
        before, self._phase = self._phase, phase
        if phase is None or _name_phase(before) != _name_phase(phase):
            self._phase_began = time.monotonic()
        self.phase_changed.emit(phase)

    def tell_curves(self) -> None:
        """The curves grew."""
        self.history_changed.emit()
        self.progress_changed.emit(self._progress)

    # --- the nets that are shown ----------------------------------------------------

    def show(self, shown: Shown) -> None:
        """Shows other nets, with all that belongs to them."""
        snapshot, spec = shown.snapshot, shown.spec
        if snapshot is not None and spec is not None and not shown.is_stranger:
            shape = DataShape(snapshot.image_shape, snapshot.class_names)
            shown.history.assume_efforts(spec, shape)
        other_stranger = shown.stranger is not self._shown.stranger
        was_past, self._past = self._past is not None, None
        self._shown = shown
        if was_past:
            self.moment_changed.emit()
        self.snapshot_changed.emit(shown.snapshot)
        self.history_changed.emit()
        self.model_changed.emit()
        if other_stranger:
            self.stranger_changed.emit()

    def set_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        """The same nets have other weights."""
        self._shown = dataclasses.replace(self._shown, snapshot=snapshot)
        if self._past is None:
            self.snapshot_changed.emit(snapshot)

    def take_weights(self, snapshot: ModelSnapshot, file: OpenedFile) -> None:
        """The run that is watched has got on: its nets have other weights."""
        self._shown = dataclasses.replace(self._shown, file=file)
        self.set_snapshot(snapshot)

    def look_back(self, past: Shown | None) -> None:
        """Shows the nets as they were at an earlier moment, or as they are now."""
        if past is not self._past:
            self._past = past
            self.moment_changed.emit()
            self.snapshot_changed.emit(self.snapshot)
            self.model_changed.emit()

    def add_epoch(self, event: EpochDone) -> None:
        """One of the nets was judged."""
        self._shown = self._shown.after_epoch(event)
        self.epoch_done.emit(event)

    def begin_run(self, shown: Shown, event: RunStarted) -> None:
        """The nets begin to learn; the first snapshot of theirs follows."""
        self.look_back(None)
        self._shown = shown
        self.run_started.emit(event)
        self.history_changed.emit()
        self.model_changed.emit()

    def note_kept(self, folder: Path | None) -> None:
        """The run of the nets that are shown is kept in a folder, or no longer."""
        self._shown = dataclasses.replace(self._shown, kept=folder)

    def note_finished(self, event: RunFinished) -> None:
        """The run of the nets that are shown has ended."""
        self._shown = dataclasses.replace(self._shown, finished=event)

    def keep_shown(self) -> None:
        """A run is about to begin: what is shown can be brought back."""
        self._before = Before.of(self._shown)

    def bring_back_shown(self) -> None:
        """The run was cancelled or failed: all is as it was before it."""
        if self._before is not None:
            before, self._before = self._before, None
            self.show(before.bring_back())

    def let_go_of_kept(self) -> None:
        """The run has ended well: there is no way back."""
        self._before = None

    def note_saved(self, path: Path, saved: Shown | None) -> None:
        """Nets were written to a file: those shown, or those from before the run.

        Args:
            saved: What was shown when that was asked for. None when it was a part of the
                nets: the rest is still in no file.
        """
        self._shown = self._shown.after_saving(path, saved, learns=self._status.is_active)
        if self._past is not None:
            self._past = self._past.after_saving(path, saved)
        if self._before is not None:
            kept = self._before.shown.after_saving(path, saved)
            self._before = dataclasses.replace(self._before, shown=kept)
        self.model_changed.emit()
        self.model_saved.emit(str(path))


def _name_phase(phase: PhaseChanged | None) -> tuple[object, str] | None:
    """What a phase is, however far it is."""
    return None if phase is None else (phase.phase, phase.algorithm)
