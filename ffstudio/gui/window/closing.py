"""The end of a window: asks when something would be lost, then ends everything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.experiment.spec import say_title
from ffstudio.core.words import tr
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
        self._agreed: tuple[bool, int] | None = None  # while it waits for files
        self._knows_what_ends = False
        self.ended = False
        self.ended_cleanly = True
        studio.activities.changed.connect(self._look_at_files)
        studio.error_raised.connect(self._stay)

    def close(self) -> bool:
        """True when the window may go; everything has been ended then."""
        if self.ended:
            return True
        if not self._may_close():
            return False
        self._end()
        return True

    def _may_close(self) -> bool:
        """Asks what is to be asked; False as long as files are being written, too."""
        if not self._files.asks:
            return True
        if self._agreed != self._what_is_lost():
            beside = [] if self._knows_what_ends else list_what_ends(self._studio)
            if not self._files.may_lose_run(self._close_after_saving, beside):
                return False
        return not self._wait_for_files()

    def _what_is_lost(self) -> tuple[bool, int]:
        """What an answer was about: it does not count for other nets, or for a run begun since."""
        return self._studio.status.is_active, self._studio.newest.number

    def _close_after_saving(self) -> None:
        """Closes; what else comes to an end was told before."""
        self._knows_what_ends = True
        try:
            self._window.close()
        finally:
            self._knows_what_ends = False

    def _wait_for_files(self) -> bool:
        """True while what the user has saved is being written: the window closes after it."""
        what = self._studio.files.being_written
        if what:
            self._agreed = self._what_is_lost()
            self._studio.message.emit(tr("{what}: ffstudio closes after it.", what=what))
        return bool(what)

    @Slot()
    def _look_at_files(self) -> None:
        if self._agreed is not None and not self._studio.files.being_written:
            QTimer.singleShot(0, self, self._close_if_due)  # whether it failed is known by then

    @Slot()
    def _close_if_due(self) -> None:
        if self._agreed is not None:
            self._close_after_saving()
            self._agreed = None

    @Slot(object)
    def _stay(self, error: object) -> None:
        """Something went wrong, saving for example: the window stays."""
        self._agreed = None

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


def list_what_ends(studio: Studio) -> list[str]:
    """Sentences on what comes to an end with the window, beside the run that is trained in it."""
    sentences = []
    if studio.queue.is_on:
        trained = studio.queue.trained
        sentences.append(
            tr("The queue is paused; Start, in the panel Queue, goes on with it another time.")
            if trained is None
            else tr(
                "The queue, which trains {name}, is paused; Start, in the panel Queue, goes on with "
                "it another time.",
                name=say_title(trained.name),
            )
        )
    sweeps = studio.sweeps
    if sweeps.num_workers and not sweeps.is_pausing and sweeps.path is not None:
        sentences.append(
            tr(
                "The sweep {name} is paused; Go On, in the panel Sweep, takes up the rest another "
                "time.",
                name=sweeps.path.name,
            )
        )
    download = studio.missing_data.download_under_way
    if download is not None:
        sentences.append(
            tr("{what} is broken off and has to begin anew another time.", what=download.title)
        )
    return sentences
