"""The lesson one is in: its steps, what is done, and what their checks see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import Samples
from ffstudio.core.images.matching import label_as_net
from ffstudio.core.lessons.checks import CHECKS, Standing, look
from ffstudio.core.lessons.lesson import Check, Lesson, Step
from ffstudio.core.lessons.view import LessonView, Measured, measure_history
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.separation import LayerSeparation, separation
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.shown import Shown
from ffstudio.jobs.state import StudioState

_LEAST_PAUSE_S = 0.1
_MEASURING_PAUSE_S = 0.5


@dataclass(frozen=True)
class Attempt:
    """How far somebody has got in a lesson.

    Attributes:
        step: Where they are (0-based); the number of steps stands for the page after the last.
        done: The steps that are done.
        spec: The experiment as they have changed it; None for the lesson's own.
    """

    step: int = 0
    done: frozenset[int] = frozenset()
    spec: ExperimentSpec | None = None

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        spec = reading.to_dict(self.spec) if self.spec is not None else None
        return {"step": self.step, "done": sorted(self.done), "experiment": spec}

    @classmethod
    def from_dict(cls, kept: Mapping[str, Any], num_steps: int) -> Attempt:
        """What :meth:`to_dict` made; whatever cannot be read counts as not there."""
        step, done = kept.get("step"), kept.get("done")
        spec = None
        if kept.get("experiment") is not None:
            try:
                spec = reading.from_dict(kept["experiment"])
            except FfstudioError:
                spec = None
        return cls(
            min(max(step, 0), num_steps) if isinstance(step, int) else 0,
            frozenset(i for i in done if isinstance(i, int) and 0 <= i < num_steps)
            if isinstance(done, list)
            else frozenset(),
            spec,
        )


@dataclass(frozen=True)
class _Own:
    """What is the user's own: the experiment, nets and number of edits from before a lesson."""

    spec: ExperimentSpec
    shown: Shown
    num_edits: int


class Lessons(QObject):
    """Holds the lesson that is open and looks after its checks.

    A step is done once all its checks hold at the same time, and stays done. Nets count that
    have been trained, or opened from a file, since the lesson was opened.

    Signals:
        opened(): Another lesson is open.
        left(): The lesson was left.
        step_changed(): Another step is shown.
        looked(): The checks of the step were looked at.
        advanced(): Something to remember has changed: the step, or what is done.
    """

    opened = Signal()
    left = Signal()
    step_changed = Signal()
    looked = Signal()
    advanced = Signal()

    def __init__(self, state: StudioState, edits: Edits, parent: QObject) -> None:
        super().__init__(parent)
        self._state, self._edits = state, edits
        self.lesson: Lesson | None = None
        self._step = 0
        self._done: set[int] = set()
        self._own: _Own | None = None
        self._first_edit = 0
        self._standings: tuple[Standing, ...] = ()
        self._deeds: set[tuple[str, str]] = set()
        self._answers: dict[Check, str] = {}
        self._nets: set[int] = set()
        self._measuring: _Measuring | None = None
        self.pace = Pace(self._look, self, least_s=_LEAST_PAUSE_S)
        for change in (state.spec_changed, state.epoch_done, state.run_finished):
            change.connect(self._ask)
        state.model_changed.connect(self._ask)
        state.snapshot_changed.connect(self._measure)
        state.run_started.connect(self._take_run)
        state.model_opened.connect(self._take_file)

    def close(self, timeout_s: float) -> bool:
        """Ends its thread; True when it has ended in time."""
        self.pace.close()
        return self._measuring is None or self._measuring.close(timeout_s)

    # --- to read --------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """True while somebody is in a lesson."""
        return self.lesson is not None

    @property
    def index(self) -> int:
        """The step that is shown (0-based); the number of steps for the page after the last."""
        return self._step

    @property
    def step(self) -> Step | None:
        """The step that is shown; None outside of a lesson and on the page after the last."""
        if self.lesson is None or self._step >= len(self.lesson.steps):
            return None
        return self.lesson.steps[self._step]

    @property
    def done(self) -> frozenset[int]:
        """The steps that are done (0-based)."""
        return frozenset(self._done)

    @property
    def standings(self) -> tuple[Standing, ...]:
        """How the checks of the step stand, in its order."""
        return self._standings

    @property
    def hidden_settings(self) -> frozenset[str]:
        """The settings that the lesson hides, by their full names."""
        return frozenset(self.lesson.hidden_settings) if self.lesson is not None else frozenset()

    @property
    def own_spec(self) -> ExperimentSpec:
        """The user's own experiment: in a lesson, the one from before it."""
        return self._own.spec if self._own is not None else self._state.spec

    @property
    def can_undo(self) -> bool:
        """False where the next edit to take back is from before the lesson."""
        return not self.is_open or self._edits.undo_stack.index() > self._first_edit

    @property
    def attempt(self) -> Attempt:
        """How far one has got."""
        spec = self._state.spec
        changed = self.lesson is not None and spec != self.lesson.experiment
        return Attempt(self._step, frozenset(self._done), spec if changed else None)

    def answer_to(self, check: Check) -> str:
        """What was answered to a question of this step; empty for nothing."""
        return self._answers.get(check, "")

    # --- verbs ----------------------------------------------------------------------

    def open(self, lesson: Lesson, attempt: Attempt | None = None) -> None:
        """Begins a lesson, or goes on with it; it takes the place of the nets that are shown.

        Args:
            attempt: How far one had got the last time.
        """
        self.leave()
        attempt = attempt or Attempt()
        self._own = _Own(self._state.spec, self._state.newest, self._edits.undo_stack.index())
        self._begin(lesson, attempt.spec or lesson.experiment)
        self._done = set(attempt.done)
        self.opened.emit()
        self._go(attempt.step)

    def _begin(self, lesson: Lesson, spec: ExperimentSpec) -> None:
        self.lesson = None  # nothing is looked at in between
        self._edits.edit(spec, tr("Open Lesson {lesson_title}", lesson_title=lesson.title))
        self._first_edit = self._edits.undo_stack.index()
        self._state.show(Shown())
        self._nets.clear()
        self.lesson = lesson

    def restart(self) -> None:
        """Begins anew: nothing is done, and the experiment is the lesson's."""
        if self.lesson is not None:
            self._begin(self.lesson, self.lesson.experiment)
            self._done.clear()
            self._go(0)

    def leave(self) -> None:
        """Brings back the experiment and the nets from before the lesson."""
        if self.lesson is None or self._own is None:
            return
        own, self._own = self._own, None
        self.lesson = None
        self.pace.forget()
        self._edits.go_back_to(own.num_edits)
        self._edits.edit(own.spec, tr("Leave Lesson"))  # where an edit went another way
        self._state.show(own.shown)
        self.left.emit()

    def go_to(self, step: int) -> None:
        """Shows another step."""
        if self.lesson is not None and 0 <= step <= len(self.lesson.steps) and step != self._step:
            self._go(step)

    def go_on(self) -> None:
        """The next step; one without checks is done by that."""
        if self.step is not None:
            if not self.step.checks:
                self._done.add(self._step)
            self._go(self._step + 1)

    def _go(self, step: int) -> None:
        self._step = step
        self._deeds.clear()
        self._answers.clear()
        self._standings = ()
        self.step_changed.emit()
        self.advanced.emit()
        self._measure()
        self.pace.now()

    def answer(self, check: Check, text: str) -> None:
        """Answers a question of this step."""
        self._answers[check] = text
        self._ask()

    def note(self, deed: str, detail: str = "") -> None:
        """The user has done something that a check may ask for."""
        if self.is_open and (deed, detail) not in self._deeds:
            self._deeds.add((deed, detail))
            self._ask()

    # --- looking --------------------------------------------------------------------

    @Slot()
    def _ask(self, *_: object) -> None:
        if self.is_open:
            self.pace.ask()

    @Slot(object)
    def _take_run(self, event: object) -> None:
        if self.is_open:
            self._nets.add(self._state.newest.number)
            self._ask()

    @Slot(str)
    def _take_file(self, path: str) -> None:
        shown = self._state.newest
        if self.is_open and shown.path is not None and str(shown.path) == path:
            self._nets.add(shown.number)
            self._ask()

    def _is_of_lesson(self) -> bool:
        """True when the nets that are shown have been trained in this lesson."""
        return self._state.newest.number in self._nets

    def view(self) -> LessonView:
        """What the checks look at."""
        state, counts = self._state, self._is_of_lesson()
        data = state.data
        names = ("train", "validation", "test")
        sizes = {name: len(data.samples(name)) for name in names} if data is not None else {}
        return LessonView(
            state.spec,
            state.newest.spec if counts else None,
            measure_history(state.history, sizes) if counts else Measured(),
            self._measuring.layers_of(state.newest.number) if counts and self._measuring else None,
            frozenset(self._deeds),
            dict(self._answers),
        )

    def _look(self) -> None:
        """Looks at all checks of the step, and ticks it off when they hold."""
        step = self.step
        if step is None:
            return
        view = self.view()
        self._standings = tuple(look(view, check) for check in step.checks)
        holds = bool(step.checks) and all(standing.done for standing in self._standings)
        is_new = holds and self._step not in self._done
        if is_new:
            self._done.add(self._step)
        self.looked.emit()
        if is_new:
            self.advanced.emit()

    # --- how far layers part the data -----------------------------------------------

    @Slot()
    def _measure(self, *_: object) -> None:
        """Has the newest weights measured, where a check of this step needs it."""
        step = self.step
        if step is None or not any(CHECKS[check.kind].needs_separation for check in step.checks):
            return
        if self._measuring is None:
            self._measuring = _Measuring(self._state, self)
            self._measuring.measured.connect(self._ask)
        if self._is_of_lesson():
            self._measuring.pace.ask()


class _Measuring(QObject):
    """Measures the nets that are shown, in a thread of its own.

    Signals:
        measured(): There are newer figures.
    """

    measured = Signal()

    def __init__(self, state: StudioState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._asked: ModelSnapshot | None = None
        self._layers: tuple[int, tuple[LayerSeparation, ...]] | None = None
        self._task = LatestTask(self, name="lesson", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._forget)
        self.pace = Pace(
            self._measure,
            self,
            least_s=_MEASURING_PAUSE_S,
            tasks=[self._task],
            allowance=state.allowance,
        )

    def close(self, timeout_s: float) -> bool:
        """Ends the thread."""
        self.pace.close()
        return self._task.close(timeout_s)

    def layers_of(self, number: int) -> tuple[LayerSeparation, ...] | None:
        """What is known of some nets, by their number."""
        return self._layers[1] if self._layers is not None and self._layers[0] == number else None

    def _measure(self) -> None:
        snapshot, data = self._state.newest.snapshot, self._state.data
        if snapshot is None or snapshot.ff is None or data is None or snapshot is self._asked:
            return
        data = label_as_net(data, snapshot.class_names)
        if data.num_inputs != snapshot.num_inputs or data.num_classes != snapshot.num_classes:
            return
        self._asked = snapshot
        samples = data.samples(self._state.judged_on)
        self._task.submit(_measure, self._state.newest.number, snapshot.ff, samples)

    @Slot(object)
    def _take(self, answer: tuple[int, tuple[LayerSeparation, ...]]) -> None:
        self._layers = answer
        self.measured.emit()

    @Slot(str, str)
    def _forget(self, message: str, details: str) -> None:
        self._layers = None
        self.measured.emit()


def _measure(
    number: int, net: FFSnapshot, samples: Samples
) -> tuple[int, tuple[LayerSeparation, ...]]:
    return number, tuple(separation(net, samples))
