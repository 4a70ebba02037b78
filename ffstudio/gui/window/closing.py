"""The end of a window: asks when something would be lost, then ends everything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.file_actions import Files
from ffstudio.jobs.studio import Studio

log = logging.getLogger(__name__)

# How long threads may take to end; the window is hidden by then.
SHUTDOWN_S = 3.0


class Closing(QObject):
    """Closes a window with care.

    Args:
        remember: What is written before anything is ended.
        ends: What is ended, in this order, once the window is hidden.

    Attributes:
        ended: True once everything has been ended, or has been given the time to.
        ended_cleanly: False when something was still under way then.

    Signals:
        begun(): The user has agreed, settings are written; threads are about to be ended.
        done(): Everything has been ended, or has been given the time to.
    """

    begun = Signal()
    done = Signal()

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        files: Files,
        remember: Callable[[], None],
        ends: Sequence[Callable[[], None]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._settings, self._files = studio, settings, files
        self._remember, self._ends, self._window = remember, ends, window
        self.ended = False
        self.ended_cleanly = True

    def close(self) -> bool:
        """True when the window may go; everything has been ended then."""
        if self.ended:
            return True
        if not self._files.may_lose_run(self._window.close):
            return False
        self._end()
        return True

    def _end(self) -> None:
        self.ended = True
        self._remember()
        self._settings.last_experiment = self._studio.lessons.own_spec
        self._settings.sync()
        self.begun.emit()
        # What takes time below shall not be looked at.
        self._window.hide()
        for end in self._ends:
            end()
        self.ended_cleanly = self._studio.shutdown(SHUTDOWN_S)
        if not self.ended_cleanly:
            log.info("Some work was still under way at the end.")
        self.done.emit()
