"""The one long-lived thread that owns every Keras object, from import to save."""

from __future__ import annotations

import importlib
import queue
import threading
import traceback
from collections.abc import Callable
from typing import Any

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.core.words import tr

_Work = Callable[[Any], None]


class EngineThread:
    """Imports the engine, then runs what it is given, one after the other.

    Args:
        on_state: Called in this thread with (state, message): ``loading``, ``ready`` or
            ``failed``.
        on_error: Called in this thread with (message, details) when work raised.
        on_device: Called in this thread with the device that trains, before ``ready``.
    """

    def __init__(
        self,
        on_state: Callable[[str, str], None],
        on_error: Callable[[str, str], None],
        on_device: Callable[[TrainingDevice], None],
    ) -> None:
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._on_state = on_state
        self._on_error = on_error
        self._on_device = on_device
        self._thread = threading.Thread(target=self._run, name="ffstudio-engine", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def submit(self, work: _Work) -> None:
        """Has ``work(engine)`` run in the thread, ``engine`` being ``ffstudio.engine``."""
        self._queue.put(work)

    def close(self, timeout_s: float) -> bool:
        """Ends the thread after what it works on; True when it has ended."""
        self._queue.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._on_state("loading", "")
        try:
            engine = importlib.import_module("ffstudio.engine")
        except Exception as error:
            details = traceback.format_exc()
            self._on_state("failed", f"{error}\n\n{details}")
            while self._queue.get() is not None:
                self._on_error(tr("The engine could not be started; see the log."), details)
            return
        self._on_device(engine.training_device())
        self._on_state("ready", "")
        while (work := self._queue.get()) is not None:
            try:
                work(engine)
            except FfstudioError as error:
                self._on_error(str(error), "")
            except Exception as error:
                self._on_error(error_words(error), traceback.format_exc())
