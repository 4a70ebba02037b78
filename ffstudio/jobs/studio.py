"""The studio: what every panel is given, and all it needs to know.

Panels read the state, listen to its signals and call the verbs of its parts; none of
them knows the engine. Everything here runs in the GUI thread except the functions that
are handed to the engine thread and to :class:`~ffstudio.jobs.latest.LatestTask`.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Self

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoStack

from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.status import EngineState
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.engine_thread import EngineThread
from ffstudio.jobs.image_source import ImageSource
from ffstudio.jobs.model_files import ModelFiles
from ffstudio.jobs.post import Post
from ffstudio.jobs.runs import Runs
from ffstudio.jobs.state import StudioState, UserError
from ffstudio.jobs.strangers import Strangers


class Studio(StudioState):
    """The state, and the parts that change it.

    Attributes:
        edits: Changes the experiment, undoably.
        images: Loads the images it asks for.
        runs: Trains, pauses, stops and cancels.
        strangers: Opens models that other programs have written.
        files: Opens and saves models and experiments.
    """

    def __init__(self, spec: ExperimentSpec | None = None, parent: QObject | None = None) -> None:
        super().__init__(spec, parent)
        self._post = Post(self)
        self._engine = EngineThread(self._tell_engine_state, self._tell_engine_error)
        self.edits = Edits(self, self._use, self)
        self.images = ImageSource(self, self)
        self.runs = Runs(self, self._engine.submit, self)
        self.strangers = Strangers(self, self.edits, self._engine.submit, self._post, self)
        self.files = ModelFiles(self, self.edits, self.runs, self.strangers, self._post, self)

    @classmethod
    def with_data(cls, spec: ExperimentSpec, data: PreparedData) -> Self:
        """A studio that has its images already."""
        studio = cls(spec)
        studio.images.take(data)
        return studio

    def start(self) -> None:
        """Starts the engine's import and loads the data; call once the window is shown."""
        self._engine.start()
        self.images.load()

    def shutdown(self, timeout_s: float = 2.0) -> bool:
        """Ends everything; True when all threads have ended in time."""
        self.runs.close()
        deadline = time.monotonic() + timeout_s
        ended = self._engine.close(timeout_s)
        for part in (self.images, self.files):
            ended = part.close(max(deadline - time.monotonic(), 0.05)) and ended
        return ended

    def _use(self, spec: ExperimentSpec) -> None:
        """Has an experiment, edited or brought back, take effect everywhere."""
        self.runs.send_live_changes(self.spec, spec)
        self.set_spec(spec)
        self.strangers.follow_preprocessing(spec)
        self.images.check()
        self.images.follow(spec)

    # --- from the engine's thread -----------------------------------------------------

    def _tell_engine_state(self, state: str, message: str) -> None:
        self._post(lambda: self.set_engine_state(EngineState(state), message))

    def _tell_engine_error(self, message: str, details: str) -> None:
        error = UserError("The engine reported an error", message, details)
        self._post(lambda: self.error_raised.emit(error))

    # --- the parts' verbs under their old names -----------------------------------------

    @property
    def undo_stack(self) -> QUndoStack:
        return self.edits.undo_stack

    @property
    def foreign(self) -> Strangers:
        return self.strangers

    def edit(self, spec: ExperimentSpec, text: str = "Edit", key: str = "") -> None:
        self.edits.edit(spec, text, key)

    def reload_data(self) -> None:
        self.images.reload()

    def train(self, *, resume: bool = False, paused: bool = False) -> None:
        self.runs.train(resume=resume, paused=paused)

    def pause(self) -> None:
        self.runs.pause()

    def resume(self) -> None:
        self.runs.resume()

    def toggle(self) -> None:
        self.runs.toggle()

    def step_batch(self) -> None:
        self.runs.step_batch()

    def step_epoch(self) -> None:
        self.runs.step_epoch()

    def stop(self) -> None:
        self.runs.stop()

    def cancel(self) -> None:
        self.runs.cancel()

    def open_file(self, path: str | Path, *, quietly: bool = False) -> None:
        self.files.open(path, quietly=quietly)

    def save_model(self, path: str | Path, which: str = "both") -> None:
        self.files.save(path, which)

    def export_net(self, path: str | Path) -> None:
        self.files.export_net(path)

    def save_experiment(self, path: str | Path) -> None:
        self.files.save_experiment(path)

    def complete_weights(self) -> str:
        return self.strangers.complete_weights()

    def choose_preprocessing(self, way: Preprocessing) -> None:
        self.strangers.choose_preprocessing(way)


__all__ = ["Studio", "UserError"]
