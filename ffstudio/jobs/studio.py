"""The studio: what every panel is given, and all it needs to know.

Panels read the state, listen to its signals and call the verbs of its parts; none of
them knows the engine. Everything here runs in the GUI thread except the functions that
are handed to the engine thread and to :class:`~ffstudio.jobs.latest.LatestTask`.
"""

from __future__ import annotations

import time
from typing import Self

from PySide6.QtCore import QObject

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.status import EngineState
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import tr
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.comparison import Comparison
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.engine_thread import EngineThread
from ffstudio.jobs.gradient_checks import GradientChecks
from ffstudio.jobs.hand_nets import HandNets
from ffstudio.jobs.image_source import ImageSource
from ffstudio.jobs.judged_images import JudgedImages
from ffstudio.jobs.lessons import Lessons
from ffstudio.jobs.library import Library
from ffstudio.jobs.missing_data import MissingData
from ffstudio.jobs.model_files import ModelFiles
from ffstudio.jobs.moments import Moments
from ffstudio.jobs.opening import Opening
from ffstudio.jobs.others import Others
from ffstudio.jobs.overlays import Overlays
from ffstudio.jobs.post import Post
from ffstudio.jobs.queue import Queue
from ffstudio.jobs.recovery import Recovery
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.state import StudioState, UserError
from ffstudio.jobs.strangers import Strangers
from ffstudio.jobs.sweeps import Sweeps
from ffstudio.jobs.votes import Votes
from ffstudio.jobs.watching import Watching


class Studio(StudioState):
    """The state, and the parts that change it.

    Attributes:
        edits: Changes the experiment, undoably.
        images: Loads the images it asks for.
        judged_images: Those images as the nets that are shown take them.
        missing_data: Downloads images that are not here, or takes others.
        runs: Trains, pauses, stops and cancels.
        opening: The file that is being opened.
        strangers: Opens models that other programs have written.
        watching: Shows a run that somebody else trains.
        files: Opens and saves models and experiments.
        moments: Goes back to earlier moments of a run.
        others: Lays curves of other programs' files over those shown.
        hand_nets: Has weights typed in by hand.
        gradient_checks: Asks the engine for gradients.
        lessons: Holds the lesson one is in, and looks after its checks.
        library: Lists the runs that are kept, and changes what is said of them.
        recovery: Offers a run again that was cut off.
        queue: Trains experiments one after another.
        comparison: Holds the runs that are ticked, to be compared.
        sweeps: Begins sweeps, looks at one, and has processes train it.
        overlays: What lies over the curves of the run that is shown.
    """

    def __init__(self, spec: ExperimentSpec | None = None, parent: QObject | None = None) -> None:
        super().__init__(spec, parent)
        self._post = Post(self)
        self._importing: Activity | None = None
        self._engine = EngineThread(
            self._tell_engine_state, self._tell_engine_error, self._tell_device
        )
        self.edits = Edits(self, self._use, self)
        self.images = ImageSource(self, self)
        self.judged_images = JudgedImages(self, self)
        self.missing_data = MissingData(self, self.edits, self.images, self._use, self)
        self.runs = Runs(self, self._engine.submit, self._post, self)
        self.opening = Opening(self, self)
        self.strangers = Strangers(
            self, self.edits, self._engine.submit, self._post, self.opening, self
        )
        self.watching = Watching(self, self.edits, self.strangers, self)
        self.files = ModelFiles(
            self,
            self.edits,
            self.runs,
            self.strangers,
            self.opening,
            self.watching,
            self._post,
            self,
        )
        self.votes = Votes(self, self.edits, self)
        self.lessons = Lessons(self, self.edits, self)
        self.hand_nets = HandNets(self, self.edits, self)
        self.gradient_checks = GradientChecks(self, self.runs, self._post, self)
        self.recovery = Recovery(self.files, self)
        self.library = Library(self, self.edits, self._post, self)
        self.moments = Moments(self, self.runs, self)
        self.sweeps = Sweeps(self, self)
        self.queue = Queue(self, self.edits, self)
        self.watching.moments_changed.connect(self.moments.look_again)
        self.overlays = Overlays(self)
        self.others = Others(self, self.runs, self.overlays, self._post, self)
        self.comparison = Comparison(self, self.library, self.overlays, self)
        self.runs.settled.connect(self.comparison.look)

    @classmethod
    def with_data(cls, spec: ExperimentSpec, data: PreparedData) -> Self:
        """A studio that has its images already."""
        studio = cls(spec)
        studio.images.take(data)
        return studio

    def start(self) -> None:
        """Starts the engine's import and loads the data; call once the window is shown."""
        self._engine.start()
        self._importing = self.activities.begin(tr("Loading the engine (TensorFlow)"))
        self.images.load()
        self.recovery.look()
        self.library.clear_deleted()
        self.queue.look()

    def shutdown(self, timeout_s: float = 2.0) -> bool:
        """Ends everything; True when all threads have ended in time."""
        self.runs.close()
        self.votes.close()
        deadline = time.monotonic() + timeout_s
        ended = self._engine.close(timeout_s)
        parts = (
            self.images,
            self.judged_images,
            self.files,
            self.lessons,
            self.missing_data,
            self.recovery,
            self.library,
            self.comparison,
            self.moments,
            self.sweeps,
            self.queue,
            self.watching,
            self.others,
        )
        for part in parts:
            ended = part.close(max(deadline - time.monotonic(), 0.05)) and ended
        return ended

    def _use(self, spec: ExperimentSpec) -> None:
        """Has an experiment, edited or brought back, take effect everywhere."""
        before = self.spec
        self.runs.send_live_changes(before, spec)
        self.set_spec(spec)
        self.votes.follow(before, spec)
        self.strangers.follow_preprocessing(spec)
        self.images.check()
        self.images.follow(spec)

    # --- from the engine's thread -----------------------------------------------------

    def _tell_engine_state(self, state: str, message: str) -> None:
        self._post(lambda: self._take_engine_state(EngineState(state), message))

    def _take_engine_state(self, state: EngineState, message: str) -> None:
        self.set_engine_state(state, message)
        if state is not EngineState.LOADING:
            self.activities.end(self._importing)

    def _tell_device(self, device: TrainingDevice) -> None:
        self._post(lambda: self.set_training_device(device))

    def _tell_engine_error(self, message: str, details: str) -> None:
        error = UserError(tr("The engine reported an error"), message, details)
        self._post(lambda: self.error_raised.emit(error))
