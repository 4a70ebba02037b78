"""A run that somebody else trains, watched: its folder is read again and again, never written."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ffstudio.core.run.events import EpochDone, RunFinished, RunStarted
from ffstudio.core.run.progress import ProgressMeter
from ffstudio.core.run.status import WatchState
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.shown import OpenedFile, Shown
from ffstudio.jobs.state import RUN_IS_ACTIVE, StudioState, UserError
from ffstudio.jobs.strangers import Strangers

if TYPE_CHECKING:
    from ffstudio.files.runs.watching import FolderWatch, Glance

# Between two looks while the run grows, and while it does not.
LOOK_MS = 500
REST_MS = 2000


class Watching(QObject):
    """Shows a run as it is written, a second behind.

    The nets and curves that come are shown as those of a run of one's own, so that every panel
    follows. While a run of one's own is active nothing is looked at; cancelled, one watches on.

    Signals:
        changed(): Another folder is watched, or none, or what it is like is something else.
        ended(WatchState): What is watched has ended, broken off or gone.
        moments_changed(): Other moments of the run may be kept than before.
    """

    changed = Signal()
    ended = Signal(object)
    moments_changed = Signal()

    def __init__(
        self, state: StudioState, edits: Edits, strangers: Strangers, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._state, self._edits, self._strangers = state, edits, strangers
        self._folder: Path | None = None
        self._watch: FolderWatch | None = None
        # The nets that make way for those that are watched, then those: others end the watching.
        self._number = 0
        self._meter: ProgressMeter | None = None
        self._glance: Glance | None = None
        self._task = LatestTask(self, name="watching")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        state.status_changed.connect(self._follow_status)
        state.model_changed.connect(self._follow_nets)

    def close(self, timeout_s: float) -> bool:
        """Ends its thread; True when it has ended in time."""
        self._timer.stop()
        return self._task.close(timeout_s)

    # --- to read --------------------------------------------------------------------

    @property
    def folder(self) -> Path | None:
        """What is watched; None when nothing is."""
        return self._folder

    @property
    def is_on(self) -> bool:
        """True while a folder is watched, whatever it is like."""
        return self._folder is not None

    @property
    def condition(self) -> WatchState:
        """What the folder is like."""
        return WatchState.WAITING if self._glance is None else self._glance.condition

    @property
    def is_live(self) -> bool:
        """True while more is to be expected any moment."""
        return self.is_on and self.condition is WatchState.LIVE

    @property
    def quiet_s(self) -> float:
        """For how long nothing has come."""
        return 0.0 if self._glance is None else self._glance.quiet_s

    @property
    def problem(self) -> str:
        """What of the folder cannot be read, a sentence; empty as a rule."""
        return "" if self._glance is None else self._glance.problem

    @property
    def name(self) -> str:
        """Of the run that is watched, or of its folder as long as nothing else is known."""
        if self._glance is not None and self._glance.spec is not None:
            return self._glance.spec.title
        return "" if self._folder is None else self._folder.name

    # --- verbs ----------------------------------------------------------------------

    def begin(self, folder: Path) -> None:
        """Watches a folder from now on; it may be empty, or not there yet."""
        if self._state.status.is_active:
            self._state.error_raised.emit(UserError(tr("Not now"), tr(RUN_IS_ACTIVE)))
            return
        self._folder = folder
        self._number = self._state.newest.number
        self._state.message.emit(tr("Watching {folder_name}", folder_name=folder.name))
        self._begin_anew()

    @Slot()
    def stop(self) -> None:
        """Looks no longer; what is shown stays, as nets of one's own in no folder."""
        if not self.is_on:
            return
        name, newest = self.name, self._state.newest
        self._forget()
        if newest.is_watched:
            stays = dataclasses.replace(newest.standing(), is_past=False, is_watched=False)
            self._state.show(dataclasses.replace(stays, kept=None))
        self._state.message.emit(
            tr("{name} is no longer watched; what had come of it stays.", name=name)
        )

    # --- behind them ----------------------------------------------------------------

    def _begin_anew(self) -> None:
        from ffstudio.files.runs.watching import FolderWatch

        if self._folder is not None:
            self._watch, self._glance, self._meter = FolderWatch(self._folder), None, None
            self._timer.start(LOOK_MS)
            self._look()
            self.changed.emit()

    def _forget(self) -> None:
        self._timer.stop()
        self._task.forget()
        self._folder = self._watch = self._glance = self._meter = None
        self.changed.emit()

    @Slot()
    def _look(self) -> None:
        if self._watch is not None and not self._task.is_busy:
            self._task.submit(_look_at, self._watch)

    @Slot(object)
    def _follow_status(self, status: object) -> None:
        """A run of one's own takes the nets' place; when it is cancelled they come back."""
        if not self.is_on:
            return
        if self._state.status.is_active:
            self._timer.stop()
            self._task.forget()
            self._watch = None
        elif self._state.newest.number == self._number:
            self._begin_anew()
        else:
            self._forget()

    @Slot()
    def _follow_nets(self) -> None:
        """Whoever opens something else watches no longer."""
        is_other = self._state.newest.number != self._number
        if self.is_on and is_other and not self._state.status.is_active:
            self._forget()

    @Slot(str, str)
    def _fail(self, message: str, details: str) -> None:
        name = self.name
        self._forget()
        text = tr("{name} can no longer be watched: {message}", name=name, message=message)
        self._state.error_raised.emit(UserError(tr("The run is not watched"), text, details))

    @Slot(object)
    def _take(self, looked: tuple[FolderWatch, Glance]) -> None:
        watch, glance = looked
        if watch is not self._watch:
            return  # of a folder that is no longer watched, or that is read anew
        before, had_problem = self.condition, self.problem
        is_first = self._glance is None
        self._glance = glance
        archive, folder = glance.archive, self._folder
        if glance.is_anew or (archive is not None and not self._state.newest.is_watched):
            self._show_anew(glance)
        else:
            self._add(glance)
            if archive is not None and folder is not None:
                self._state.take_weights(archive.snapshot, OpenedFile(archive, folder))
                self._state.model_changed.emit()
        if glance.is_anew or glance.events or glance.archive is not None:
            if self._meter is not None:
                self._state.set_progress(self._meter.progress)
            self._state.tell_curves()
        if glance.has_moments or glance.is_anew:
            self.moments_changed.emit()
        rests = glance.condition not in (WatchState.LIVE, WatchState.WAITING)
        self._timer.setInterval(REST_MS if rests else LOOK_MS)
        if is_first or rests or (glance.condition, glance.problem) != (before, had_problem):
            self.changed.emit()
        over = (WatchState.ENDED, WatchState.BROKEN_OFF, WatchState.GONE)
        if glance.condition in over and glance.condition is not before:
            self.ended.emit(glance.condition)

    def _show_anew(self, glance: Glance) -> None:
        """Shows the run as it is read from the start, or the weights of one without curves."""
        record, archive, state = glance.record, glance.archive, self._state
        spec = glance.spec or (archive.spec if archive is not None else None)
        if spec is None or self._folder is None:
            return
        before = state.newest
        was_watched = before.is_watched and before.number == self._number
        made = before.spec if was_watched else None
        if not was_watched:
            self._strangers.close()
        if made != spec and (made is None or state.spec == made):
            self._edits.edit(spec, tr("Watch {spec_name}", spec_name=spec.title))
        snapshot, file = (before.snapshot, before.file) if was_watched else (None, None)
        if archive is not None:
            snapshot, file = archive.snapshot, OpenedFile(archive, self._folder)
        shown = Shown(snapshot, spec, file=file, kept=self._folder, is_watched=True)
        if record is not None:
            self._meter = glance.meter
            shown = dataclasses.replace(
                shown,
                history=record.history,
                last_epochs=MappingProxyType(dict(record.last_epochs)),
                finished=record.finished,
                judged=record.judged,
            )
        self._number = shown.number
        state.show(shown)

    def _add(self, glance: Glance) -> None:
        state = self._state
        for event in glance.events:
            state.history.add(event)
            if isinstance(event, EpochDone):
                state.add_epoch(event)
            elif isinstance(event, RunStarted):
                self._meter = ProgressMeter(event)
            elif isinstance(event, RunFinished):
                state.note_finished(event)
                state.model_changed.emit()
            if self._meter is not None:
                self._meter.add(event)


def _look_at(watch: FolderWatch) -> tuple[FolderWatch, Glance]:
    return watch, watch.look()
