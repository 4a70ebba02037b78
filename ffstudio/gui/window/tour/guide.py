"""Leads through the tour: brings up what a step speaks of, points at it, and sees what is done."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QWidget

from ffstudio.core.run.events import EpochDone, RunFinished
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.gui.panels.table import LESSON
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.file_actions import Files
from ffstudio.gui.window.messages import Messages
from ffstudio.gui.window.tour.callout import Ring, TourCard
from ffstudio.gui.window.tour.placing import place_beside
from ffstudio.gui.window.tour.steps import STEPS, Progress, TourStep, choose_experiment
from ffstudio.jobs.studio import Studio

# Docks are moved, tabs chosen and windows resized at any time: so often it is looked where
# what is spoken of has got to.
_LOOK_MS = 120
_WAIT_MS = 30
# Panels that go on from where it ends.
_MORE = ("explain", LESSON)


class Tour(QObject):
    """The guided tour of the window.

    It changes the builder's experiment, undoably, and nothing else: whatever else happens, the user
    does by its buttons or by the window's own.

    Signals:
        changed(): It has begun or ended.
    """

    changed = Signal()

    def __init__(
        self,
        studio: Studio,
        settings: Settings,
        files: Files,
        docks: Docks,
        messages: Messages,
        themes: ThemeManager,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._studio, self._settings, self._files = studio, settings, files
        self._docks, self._messages, self._themes = docks, messages, themes
        self._window = window
        self._at = 0
        self._progress = Progress()
        # The nets that were there when it began, and those of its runs.
        self._known: set[int] = set()
        self._card: TourCard | None = None
        self._ring: Ring | None = None
        self._target: QWidget | None = None
        self._shown: tuple[object, ...] = ()
        self._waiting = False
        self._keys: list[QShortcut] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._follow)
        studio.run_started.connect(self._note_start)
        studio.epoch_done.connect(self._note_epoch)
        studio.run_finished.connect(self._note_end)
        studio.model_opened.connect(self._end_for_other)
        studio.snapshot_changed.connect(self._note_nets)
        studio.lessons.opened.connect(self._end_for_other)
        studio.watching.changed.connect(self._note_watching)
        docks.links.drawing_scored.connect(self._note_drawing)

    # --- to read ------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """True while it leads."""
        return self._card is not None

    @property
    def step(self) -> TourStep:
        """The step that it is at."""
        return STEPS[self._at]

    @property
    def progress(self) -> Progress:
        """What has been done on it."""
        return self._progress

    # --- beginning and ending -----------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Begins with the first step; asks first when nets would be lost that nobody has kept."""
        if self.is_on or self._waiting:
            return
        if self._studio.files.is_busy:  # the net that comes along is on its way
            self._waiting = True
            QTimer.singleShot(_WAIT_MS, self, self._begin_later)
            return
        if not self._files.may_lose_unkept(self.begin):
            return
        studio = self._studio
        studio.moments.leave()
        chosen = choose_experiment(studio.spec, studio.data is not None)
        studio.edits.edit(chosen, tr("Guided Tour"))
        self._at, self._progress = 0, Progress()
        self._known = {studio.newest.number}
        more = [name for name in _MORE if name in self._docks.by_name]
        self._card = card = TourCard(self._themes, more, self._window)
        card.next_wanted.connect(self.go_on)
        card.back_wanted.connect(self.go_back)
        card.leave_wanted.connect(self.leave)
        card.more_wanted.connect(self._show_more)
        self._keys = [
            self._key("Esc", self.leave),
            self._key("Ctrl+Right", self.go_on),
            self._key("Ctrl+Left", self.go_back),
        ]
        self._timer.start()
        self._go_to(0)
        self.changed.emit()

    @Slot()
    def _begin_later(self) -> None:
        self._waiting = False
        self.begin()

    def _key(self, keys: str, does: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(does)
        return shortcut

    @Slot()
    def leave(self) -> None:
        """Ends it here; a run goes on, and what has been trained or drawn stays."""
        if not self.is_on:
            return
        self._end()
        if self._studio.status.is_active:
            self._messages.say(tr("You have left the tour; its run goes on."))
        else:
            self._messages.say(tr("You have left the tour; Help → Guided Tour begins it anew."))

    def close(self) -> None:
        """Takes it away without a word."""
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        for key in self._keys:
            key.setEnabled(False)
            key.deleteLater()
        self._keys = []
        for part in (self._card, self._ring):
            if part is not None:
                part.hide()
                part.deleteLater()
        was_on = self._card is not None
        self._card = self._ring = self._target = None
        self._shown = ()
        if was_on:
            self._window.setFocus()
            self.changed.emit()

    @Slot()
    @Slot(object)
    @Slot(str)
    def _end_for_other(self, *_: object) -> None:
        """Another model or a lesson was opened: the tour speaks of nets that are no longer there."""
        if self.is_on:
            self._end()
            self._messages.say(tr("Something else was opened, so the tour has ended."))

    @Slot(object)
    def _note_nets(self, *_: object) -> None:
        if self._studio.status.is_active:
            self._known.add(self._studio.newest.number)
        elif self._studio.newest.number not in self._known:
            self._end_for_other()

    @Slot()
    def _note_watching(self) -> None:
        if self._studio.watching.is_on:
            self._end_for_other()

    def speak_anew(self) -> None:
        """Another language is spoken: the same step in it."""
        self._target = None
        self._tell()

    # --- from step to step --------------------------------------------------------------

    @Slot()
    def go_on(self) -> None:
        """Does what the step wants done, if a button can; else leads to the next one."""
        if not self.is_on:
            return
        step = self.step
        if step.presses and not step.is_done(self._progress):
            target = self._find_target()
            if isinstance(target, QAbstractButton) and target.isEnabled():
                target.click()
            else:
                self._messages.say(self._studio.why_not_train())
        elif self._at + 1 < len(STEPS):
            self._go_to(self._at + 1)
        else:
            self._settings.guided_tour_done = True
            self._end()

    @Slot()
    def go_back(self) -> None:
        """The step before."""
        if self.is_on and self._at > 0:
            self._go_to(self._at - 1)

    def _go_to(self, at: int) -> None:
        card = self._card
        if card is None:
            return
        keeps_keyboard = at == 0 or card.holds_keyboard()
        self._at, self._target = at, None
        if self.step.panel in self._docks.by_name:
            self._docks.bring_up(self.step.panel)
        self._tell()
        card.show()
        self._follow()
        if keeps_keyboard:
            card.take_keyboard()

    @Slot(str)
    def _show_more(self, name: str) -> None:
        self.go_on()
        self._docks.bring_up(name)

    def _tell(self) -> None:
        """Writes the step's words, as things are now."""
        card, step = self._card, self.step
        if card is None:
            return
        if step.is_done(self._progress):
            on = step.next_text
        else:
            on = tr("Train") if step.presses else tr("Skip")
        card.tell(step.title, step.text, step.says(self._progress), self._at + 1, len(STEPS), on)
        self._shown = ()

    # --- pointing -----------------------------------------------------------------------

    def _find_target(self) -> QWidget | None:
        name = self.step.target
        target = self._target
        try:
            if target is not None and target.objectName() == name:
                return target
        except RuntimeError:  # made anew, in another language say; Python has not noticed
            pass
        self._target = self._window.findChild(QWidget, name) if name else None
        return self._target

    @Slot()
    def _follow(self) -> None:
        """Puts ring and card where they belong, if that is another place than before."""
        card = self._card
        if card is None:
            return
        target = self._find_target()
        window = target.window() if target is not None else self._window
        place = _find_place(target, window) if target is not None else None
        room = self._window.rect()
        shown = (window, place, room, card.size())
        covered = not card.isAncestorOf(self._window.childAt(card.geometry().center()) or card)
        if shown == self._shown and not covered:
            return
        self._shown = shown
        if place is None:
            if self._ring is not None:
                self._ring.hide()
        else:
            if self._ring is None:
                self._ring = Ring(self._themes, window)
            elif self._ring.parentWidget() is not window:
                self._ring.setParent(window)
            self._ring.surround(place)
        beside = place if window is self._window else None
        if place is not None and beside is None:
            beside = QRect(
                self._window.mapFromGlobal(window.mapToGlobal(place.topLeft())), place.size()
            )
            beside = beside if beside.intersects(room) else None
        card.move(place_beside(card.size(), beside, room))
        card.raise_()

    # --- what is done -------------------------------------------------------------------

    def _note(self, **changes: object) -> None:
        """Something has been done; the step that waits for it says so."""
        self._progress = dataclasses.replace(self._progress, **changes)  # type: ignore[arg-type]
        self._tell()
        self._follow()

    @Slot(object)
    def _note_start(self, event: object) -> None:
        if not self.is_on or not self._studio.status.is_active:
            return
        self._note(
            has_begun=True, epochs=0, accuracy=None, twin_accuracy=None, is_over=False, answer=""
        )
        if self.step.name == "train":
            self.go_on()

    @Slot(object)
    def _note_epoch(self, event: EpochDone) -> None:
        if not self.is_on or not self._progress.has_begun or not self._studio.status.is_active:
            return
        value = event.values.get("accuracy")
        accuracy = float(value) if isinstance(value, (int, float)) else None
        if event.algorithm == "ff":
            self._note(epochs=event.epoch, accuracy=accuracy)
        else:
            self._note(twin_accuracy=accuracy)

    @Slot(object)
    def _note_end(self, event: RunFinished) -> None:
        if not self.is_on or not self._progress.has_begun:
            return
        if event.end in (RunEnd.CANCELLED, RunEnd.FAILED):
            self._note(**vars(Progress()))  # the nets from before are back
        else:
            self._note(is_over=True)

    @Slot(str)
    def _note_drawing(self, answer: str) -> None:
        if self.is_on and self.step.name in ("draw", "bars"):
            self._note(answer=answer)


def _find_place(target: QWidget, window: QWidget) -> QRect | None:
    """What of it is in sight, in its window; None where that is nothing."""
    if not target.isVisible():
        return None
    place, inside = target.rect(), target
    while inside is not window:
        place.translate(inside.pos())
        parent = inside.parentWidget()
        if parent is None:
            return None
        inside = parent
        place = place.intersected(inside.rect())
    return None if place.isEmpty() else place
