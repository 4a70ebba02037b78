"""The images of the experiment: loaded when its settings ask for others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.errors import DatasetError, DatasetMissing
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.fields import fields_of
from ffstudio.core.images import datasets
from ffstudio.core.images.augmentation import without_changes
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.status import DataState
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import StudioState, UserError

# A number that is being typed shall not load images for each of its digits.
WAIT_MS = 150


class ImageSource(QObject):
    """Loads and prepares the experiment's data set in a thread of its own.

    Attributes:
        stand_in: Asked when a data set is not on this computer: True when it has had another
            one take its place.

    Signals:
        looked(answer): What :meth:`look_at` asked for last.
    """

    looked = Signal(object)

    def __init__(self, state: StudioState, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._asked_for: tuple[DataSpec, int] | None = None
        self._loading: Activity | None = None
        # How it stood with the images before others were asked for that are not loaded yet.
        self._before: tuple[DataState, str] | None = None
        self.stand_in: Callable[[], bool] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.load)
        self._look = LatestTask(self, name="preview")
        self._look.done.connect(self.looked)
        self._look.failed.connect(lambda message, _: self.looked.emit(DatasetError(message)))
        self._task = LatestTask(self, name="data")
        self._task.done.connect(self._take_answer)
        self._task.failed.connect(self._fail)

    def close(self, timeout_s: float) -> bool:
        """Ends the thread; True when it has ended in time."""
        self._timer.stop()
        ended = self._look.close(timeout_s)
        return self._task.close(timeout_s) and ended

    def look_at(self, spec: DataSpec, seed: int) -> None:
        """Reads images that are not the experiment's yet; ``looked`` has them, or an error.

        A number that is being typed gives way to the nearest that is legal.
        """
        self._look.submit(load_images, *_nearest_legal(spec, seed))

    def follow(self, spec: ExperimentSpec) -> None:
        """Loads other images soon, if the experiment asks for others.

        Those that are there are not the experiment's from this moment on: nobody trains on them
        in its name.
        """
        if _choose_images(spec) == self._asked_for:
            self._timer.stop()
            if self._before is not None:
                before, self._before = self._before, None
                self._state.set_data_state(*before)
        elif not self._keep_images(spec):
            self._timer.start()
            if self._loading is not None:
                # What is on its way would be taken for what is wanted now.
                self._task.forget()
                self._end_activity()
                self._asked_for = None
            if self._state.data_state[0] is not DataState.LOADING and not _has_bad_settings(spec):
                self._before = self._state.data_state
                self._state.set_data_state(DataState.LOADING, f"{_say_loading(spec)}…")

    def reload(self) -> None:
        """Looks for the data set again, for example after a download."""
        self._asked_for = None
        self.load()

    @Slot()
    def load(self) -> None:
        """Loads the experiment's images unless they are there or on their way."""
        spec = self._state.spec
        if _has_bad_settings(spec):
            if self._asked_for is not None:
                return
            # None are there, and none on their way: the nearest ones until it is legal.
            data, seed = _nearest_legal(spec.data, spec.seed)
            spec = spec.replace(data=data, seed=seed)
        wanted = _choose_images(spec)
        if wanted == self._asked_for:
            return
        self._asked_for = wanted
        self._end_activity()
        self._before = None
        title = _say_loading(spec)
        self._loading = self._state.activities.begin(title)
        if self._state.data_state != (DataState.LOADING, f"{title}…"):
            self._state.set_data_state(DataState.LOADING, f"{title}…")
        self._task.submit(load_images, *wanted)

    def take(self, data: PreparedData) -> None:
        """Takes images that somebody has prepared; they are the experiment's from now on."""
        self._timer.stop()
        self._task.forget()
        self._before = None
        self._asked_for = _choose_images(self._state.spec)
        self._take_answer(data)

    def check(self) -> None:
        """Finds out what is wrong with the experiment, on these images if they are its own."""
        spec, data = self._state.spec, self._state.data
        if data is not None and _choose_images(spec) == self._asked_for:
            problems = spec_problems(spec, data.num_inputs, data.num_classes, data.image_shape)
        else:
            problems = spec_problems(spec)
        self._state.set_problems(problems)

    def _keep_images(self, spec: ExperimentSpec) -> bool:
        """Takes up other augmentation without loading the images anew; True when it could."""
        there, wanted = self._asked_for, _choose_images(spec)
        ready = self._state.data is not None and self._state.data_state[0] is DataState.READY
        if not ready or there is None or there[1] != wanted[1]:
            return False
        if without_changes(there[0]) != without_changes(wanted[0]) or _has_bad_settings(spec):
            return False
        self._timer.stop()
        self._asked_for = wanted
        self._state.set_augmentation(wanted[0])
        self.check()
        return True

    def _end_activity(self) -> None:
        self._state.activities.end(self._loading)
        self._loading = None

    @Slot(object)
    def _take_answer(self, answer: PreparedData | DatasetError) -> None:
        self._end_activity()
        if isinstance(answer, DatasetMissing) and self.stand_in is not None and self.stand_in():
            return
        if isinstance(answer, DatasetError):
            self._state.set_data(None, str(answer))
        else:
            self._state.set_data(answer, answer.source)
        self.check()

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        self._end_activity()
        self._state.set_data(None, message)
        error = UserError(tr("The data set could not be loaded"), message, details)
        self._state.error_raised.emit(error)


def _choose_images(spec: ExperimentSpec) -> tuple[DataSpec, int]:
    """What decides which images an experiment learns from."""
    return spec.data, spec.seed


def _say_loading(spec: ExperimentSpec) -> str:
    return tr("Loading {DATASETS_label}", DATASETS_label=datasets.DATASETS[spec.data.name].label)


def _has_bad_settings(spec: ExperimentSpec) -> bool:
    """Whether what decides on the images is not legal, for example half typed."""
    return any(problem.path[0] in ("data", "seed") for problem in spec_problems(spec))


def _nearest_legal(spec: DataSpec, seed: int) -> tuple[DataSpec, int]:
    """The same, where a number that is being typed gives way to the nearest that is legal."""
    illegal = {
        name: problem[1]
        for name, field in fields_of(DataSpec).items()
        if (problem := field.problem(getattr(spec, name)))
    }
    bad_seed = fields_of(ExperimentSpec)["seed"].problem(seed)
    return dataclasses.replace(spec, **illegal), bad_seed[1] if bad_seed else seed


def load_images(spec: DataSpec, seed: int) -> PreparedData | DatasetError:
    """The images of these settings, or why there are none."""
    try:
        return prepare(datasets.load(spec), spec, seed)
    except DatasetError as error:
        return error
