"""Lessons in the window: opened, kept track of, and left with everything as it was before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from ffstudio.core.errors import FfstudioError
from ffstudio.core.lessons.lesson import Lesson
from ffstudio.core.lessons.reading import LESSON_SUFFIX, read_lesson, write_lesson
from ffstudio.core.lessons.shipped import SHIPPED, find_shipped, name_of_shipped
from ffstudio.core.lessons.view import OPENED
from ffstudio.core.words import tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.dialogs import questions
from ffstudio.gui.dialogs.lesson_editor.draft import Draft
from ffstudio.gui.panels.table import LESSON, PANELS, panel_names
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.file_actions import Files, file_stem
from ffstudio.gui.window.layout import Layout
from ffstudio.gui.window.messages import Messages
from ffstudio.jobs.lessons import Attempt
from ffstudio.jobs.state import RUN_IS_ACTIVE, UserError
from ffstudio.jobs.studio import Studio

_NOT_OPENED = "The lesson was not opened"
_WAIT_MS = 30


class LessonMode(QObject):
    """What the window does about lessons.

    The user's own layout, experiment, nets and choices are held while a lesson is open: they are
    what is written to disk, and they come back when it is left.

    Args:
        window: Parent of the dialogs.
    """

    def __init__(
        self,
        studio: Studio,
        docks: Docks,
        layout: Layout,
        settings: Settings,
        files: Files,
        messages: Messages,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._studio, self._lessons = studio, studio.lessons
        self._docks, self._layout, self._settings = docks, layout, settings
        self._files, self._messages, self._window = files, messages, window
        self._path: Path | None = None
        self._was_done: frozenset[int] = frozenset()
        files.take_lessons(self.open_path)
        docks.links.lesson_wanted.connect(self.open_shipped)
        docks.links.lesson_left.connect(self.leave)
        docks.links.lesson_restarted.connect(self.restart)
        self._lessons.step_changed.connect(self._show_step)
        self._lessons.advanced.connect(self._remember)
        for dock in docks:
            dock.visibilityChanged.connect(self._note_panels)

    @property
    def path(self) -> Path | None:
        """The file of the lesson that is open."""
        return self._path if self._lessons.is_open else None

    # --- opening --------------------------------------------------------------------

    def list_shipped(self) -> Sequence[MenuChoice]:
        """The lessons that come along."""
        choices = []
        for name in SHIPPED:
            lesson = self._read(find_shipped(name))
            if lesson is not None:
                is_on = self.path is not None and name_of_shipped(self.path) == name
                open_it: Callable[[], object] = lambda name=name: self.open_shipped(name)  # type: ignore[misc]  # noqa: E731
                choices.append(
                    MenuChoice(f"lesson_{name}", lesson.title, lesson.about, open_it, is_on)
                )
        return choices

    @Slot(str)
    def open_shipped(self, name: str) -> None:
        """Opens one of the lessons that come along."""
        self.open_path(find_shipped(name))

    def open_path(self, path: Path) -> None:
        """Opens a lesson, where one left off the last time."""
        if self._studio.status.is_active:
            self._messages.fail(UserError(tr("Not now"), tr(RUN_IS_ACTIVE)))
            return
        if self._studio.files.is_busy:
            # The net that comes along is the user's own, for after the lesson.
            QTimer.singleShot(_WAIT_MS, self, lambda: self.open_path(path))
            return
        lesson = self._read(path)
        if lesson is None or not self._files.may_lose_model(lambda: self.open_path(path)):
            return
        if self._lessons.is_open:
            self._end()
        self._begin(path, lesson)

    def open_again(self) -> None:
        """Goes on with the lesson that was open when the program was closed."""
        path = self._settings.open_lesson
        if path is not None and path.is_file():
            self.open_path(path)

    def _read(self, path: Path) -> Lesson | None:
        try:
            return read_lesson(path, panel_names())
        except FfstudioError as error:
            self._messages.fail(UserError(tr(_NOT_OPENED), str(error)))
            return None

    def _begin(self, path: Path, lesson: Lesson) -> None:
        self._path = path
        if not name_of_shipped(path):
            self._settings.add_recent_file(path)
        self._layout.hold()
        self._docks.hold_choices()
        self._docks.withhold(lesson.hidden_panels)
        shown = [
            dock.entry.name
            for dock in self._docks
            if dock.entry.name not in lesson.hidden_panels
            and (not dock.entry.hidden or dock.entry.name == LESSON)
        ]
        self._layout.arrange_for(shown, "")
        kept = self._settings.attempt(self._key(path))
        self._was_done = frozenset()
        self._lessons.open(lesson, Attempt.from_dict(kept, len(lesson.steps)))
        self._settings.open_lesson = path
        self._docks.bring_up(LESSON)
        self._messages.say(tr("Lesson: {lesson_title}", lesson_title=lesson.title))

    @staticmethod
    def _key(path: Path) -> str:
        """What a lesson is known by: those that come along move with the program."""
        name = name_of_shipped(path)
        return f"shipped:{name}" if name else str(path.resolve())

    # --- writing --------------------------------------------------------------------

    def write_new(self) -> None:
        """Writes a lesson that begins with what the window shows now."""
        hidden = [name for name in panel_names() if self._docks[name].isHidden()]
        settings = self._lessons.hidden_settings
        self._write(Draft.of_present(self._studio.spec, hidden, settings), None)

    def edit(self) -> None:
        """Edits the lesson that is open, or else one from a file."""
        path = self.path
        if path is None:
            path = questions.OpenDialog.ask(self._window, self._settings.folder("lesson"))
        lesson = self._read(path) if path is not None else None
        if path is not None and lesson is not None:
            self._write(Draft.of(lesson), path)

    def _write(self, draft: Draft, path: Path | None) -> None:
        """Has a lesson written and put into a file.

        Args:
            path: Where it came from.
        """
        from ffstudio.gui.dialogs.lesson_editor.dialog import LessonEditor

        panels = {e.name: e.title for e in PANELS if e.name in panel_names()}
        LessonEditor.ask(
            self._window, draft, panels, self._studio.spec, lambda made: self._save(made, path)
        )

    def _save(self, lesson: Lesson, path: Path | None) -> bool:
        """Asks for a file and writes the lesson; True when it is written."""
        if path is None or name_of_shipped(path):  # those that come along stay as they are
            folder = self._settings.folder("lesson")
            path = folder / f"{file_stem(lesson.title)}{LESSON_SUFFIX}"
        chosen = questions.SaveDialog.ask(
            self._window,
            tr("Save Lesson"),
            path,
            tr("Lesson (*{LESSON_SUFFIX})", LESSON_SUFFIX=LESSON_SUFFIX),
        )
        if chosen is None:
            return False
        try:
            write_lesson(chosen, lesson)
        except FfstudioError as error:
            self._messages.fail(UserError(tr("The lesson was not saved"), str(error)))
            return False
        self._settings.set_folder("lesson", chosen)
        self._settings.add_recent_file(chosen)
        self._messages.notify(
            tr("Lesson saved"),
            tr("{chosen_name} can be opened like any other file.", chosen_name=chosen.name),
            action=(tr("Try It"), lambda: self.open_path(chosen)),
        )
        return True

    # --- leaving --------------------------------------------------------------------

    @Slot()
    def leave(self) -> None:
        """Brings back all that is the user's own; asks about nets that are not saved."""
        if not self._lessons.is_open:
            return
        if self._studio.status.is_active:
            text = tr("A run is active. Stop or cancel it first, then leave the lesson.")
            self._messages.fail(UserError(tr("Not now"), text))
        elif self._files.may_lose_model(self.leave):
            self._end()
            self._messages.say(tr("The lesson was left; your own panels and experiment are back."))

    def _end(self) -> None:
        self._remember()
        self._settings.open_lesson = None
        self._docks.withhold(())
        self._lessons.leave()
        self._layout.bring_back()
        self._docks.bring_back_choices()

    @Slot()
    def restart(self) -> None:
        """Begins the lesson anew."""
        if self._studio.status.is_active:
            text = tr("A run is active. Stop or cancel it first, then begin the lesson anew.")
            self._messages.fail(UserError(tr("Not now"), text))
        elif self._files.may_lose_model(self.restart):
            self._was_done = frozenset()
            self._lessons.restart()

    # --- in a lesson ----------------------------------------------------------------

    @Slot()
    def _show_step(self) -> None:
        """Brings up the step's panel, and tells which are in sight."""
        step = self._lessons.step
        if step is not None and step.panel:
            self._docks.bring_up(step.panel)
        self._note_panels()

    @Slot()
    def _note_panels(self, *_: object) -> None:
        if self._lessons.is_open:
            for dock in self._docks:
                if dock.is_seen:
                    self._lessons.note(OPENED, dock.entry.name)

    @Slot()
    def _remember(self) -> None:
        """Keeps how far one has got: the program may end in any way."""
        if self._path is None or not self._lessons.is_open:
            return
        self._settings.set_attempt(self._key(self._path), self._lessons.attempt.to_dict())
        done = self._lessons.done
        fresh, self._was_done = done - self._was_done, done
        step = self._lessons.step
        if step is not None and step.checks and self._lessons.index in fresh:
            self._messages.say(tr("Done: {step_title}", step_title=step.title))

    def remember(self) -> None:
        """For the end of the program: the next start goes on where one left off."""
        self._remember()
