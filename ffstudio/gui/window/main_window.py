"""The window: puts its parts together. Each part is in a file of its own beside this one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QToolBar

from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.commands.actions import Actions
from ffstudio.gui.commands.command import Menu
from ffstudio.gui.forms.resting_focus import RestingFocus
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.panels.table import PANELS, PanelEntry
from ffstudio.gui.style.icons import app_icon
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.log_records import LogRecords
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.appearance import Appearance
from ffstudio.gui.window.closing import Closing
from ffstudio.gui.window.command_table import menus, shortcut_rows
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.drops import FileDrops
from ffstudio.gui.window.file_actions import Files
from ffstudio.gui.window.help import Help
from ffstudio.gui.window.holding_back import HoldingBack
from ffstudio.gui.window.judging_choice import JudgingChoice
from ffstudio.gui.window.keeping import Keeping
from ffstudio.gui.window.keys import Keys
from ffstudio.gui.window.layout import Layout
from ffstudio.gui.window.lesson_mode import LessonMode
from ffstudio.gui.window.menus import Menus
from ffstudio.gui.window.messages import Messages
from ffstudio.gui.window.obstacles import Parts
from ffstudio.gui.window.others import OthersCurvesActions
from ffstudio.gui.window.panel_commands import panel_key_rows
from ffstudio.gui.window.panel_dock import count_painting
from ffstudio.gui.window.reports import Reports
from ffstudio.gui.window.run_controls import RunControls
from ffstudio.gui.window.sharing import Sharing
from ffstudio.gui.window.speech import Speech
from ffstudio.gui.window.status_bar import Status
from ffstudio.gui.window.stranger_cards import Cards
from ffstudio.gui.window.sweeping import Sweeping
from ffstudio.gui.window.time_bar import TimeBar
from ffstudio.gui.window.tour.guide import Tour
from ffstudio.gui.window.watching import Watcher
from ffstudio.gui.window.welcome import WelcomeBar
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

if TYPE_CHECKING:
    from ffstudio.gui.commands.palette import CommandPalette


class MainWindow(QMainWindow):
    """See the module docstring.

    Args:
        panels: The panels it holds.
        commands: The menus with all commands; those that belong to the panels by default.

    Signals:
        appeared(): The window has painted itself for the first time, and its panels are there.
        closing(): The user has agreed, settings are written; threads are about to be ended.
        closed(): Everything has been ended, or has been given the time to.
    """

    appeared = Signal()
    closing = Signal()
    closed = Signal()

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        settings: Settings,
        *,
        panels: Sequence[PanelEntry] = PANELS,
        commands: Sequence[Menu[Parts]] | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setAccessibleName("ffstudio")
        self.setWindowIcon(app_icon())
        # Space shall train from the start, and after a click beside all fields.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAnimated(False)
        self.studio, self.themes, self.settings = studio, themes, settings
        self.speech = Speech(settings, self)  # before the first text
        self._has_painted = False
        self._nets: tuple[bool, bool] | None = None  # that commands know of
        self._declare = lambda: commands or menus(panels)
        self._palette: CommandPalette | None = None
        self._log_records = LogRecords.install()

        self.messages = Messages(self, themes)
        self.appearance = Appearance(themes, settings, self.messages, self)
        self._keys = Keys(lambda event: self.commands.take_key(event), self)
        self.docks = Docks(panels, studio, themes, settings, self._keys, self)
        bring_up = self.docks.bring_up
        self.files = Files(studio, settings, self.messages, bring_up, themes, self)
        self.sharing = Sharing(studio, settings, self.messages, self.docks, self)
        self.drops = FileDrops(self, self.files.open_path, self.messages.notify)
        self.help = Help(themes, self._shortcuts, lambda: self.studio.training_device, self)
        self.cards = Cards(studio, themes, settings, self.messages, bring_up, self.help.serve, self)
        self.reports = Reports(studio, self.messages, bring_up, self)
        self.sweeping = Sweeping(studio, settings, self.messages, bring_up, self)
        self.run_bar = self._bar(tr("Run Controls"), "run_toolbar")
        self.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self.welcome = WelcomeBar(studio, themes, settings, self.messages, self.docks, self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.welcome)
        self.time_bar = TimeBar(studio, themes, self)
        self.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self.time_bar)
        self.layout_ = Layout(self, self.docks, settings, self.run_bar, self.welcome)
        self.lessons = LessonMode(
            studio, self.docks, self.layout_, settings, self.files, self.messages, self
        )
        self.tour = Tour(studio, settings, self.files, self.docks, self.messages, themes, self)
        self.keeping = Keeping(studio, settings, self.messages, self.files.may_lose_model, self)
        self._leave = Closing(
            studio,
            settings,
            self.files,
            remember=self._remember,
            ends=(
                self.keeping.close,
                self.tour.close,
                self.files.close,
                self.docks.shutdown,
                self.messages.close,
                self.help.close,
                self.cards.close,
            ),
            window=self,
        )
        parts = Parts(
            studio,
            self.files,
            self.docks,
            self.layout_,
            self.appearance,
            JudgingChoice(studio.runs, settings, self.messages),
            self.keeping,
            HoldingBack(studio.allowance, settings, self.messages),
            self.cards,
            self.help,
            self.welcome,
            self.tour,
            self.lessons,
            self.speech,
            self.time_bar,
            self.sharing,
            self.sweeping,
            Watcher(studio, settings, self.messages, self.files, self),
            OthersCurvesActions(studio, settings, self.messages, self.docks.links, bring_up, self),
            export=self._export,
            animate=self._animate,
            show_palette=self._show_palette,
            close=self.close,
        )
        self.commands = Actions(self._declare(), parts, themes, self.messages.say, self)
        self._add_run_controls()
        self.time_bar.add_buttons(self.commands)
        self.menus = Menus(self.commands, parts, themes, self)
        self.welcome.offer_nets(self.menus.find_choices("shipped"))
        self.status = Status(studio, self.messages, self)
        self._connect()
        self.installEventFilter(self._keys)
        self._resting_focus = RestingFocus(self)
        self.layout_.restore()

    def event(self, event: QEvent) -> bool:
        """Counts what painting takes."""
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        return count_painting(self.studio.allowance, self, super().event, event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab; and a button that has the focus and cannot be pressed any more."""
        resting = self._resting_focus
        return resting.take_from(self.focusWidget()) or super().focusNextPrevChild(forwards)

    def _bar(self, title: str, name: str) -> QToolBar:
        bar = QToolBar(title, self)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        return bar

    def _add_run_controls(self) -> None:
        self.run_controls = RunControls(self.studio, self.commands, self.themes, self)
        self.run_bar.addWidget(self.run_controls)
        self.welcome.train_wanted.connect(self.run_controls.focus_train)

    @Slot(str)
    def _explain_panel(self, name: str) -> None:
        self.help.show_for(self.docks[name])

    @Slot()
    def _speak_anew(self) -> None:
        """What holds texts is made anew; a run goes on, and what is drawn or chosen stays."""
        self.setUpdatesEnabled(False)
        try:
            self.studio.images.check()
            self.docks.speak_anew()
            self.commands.speak_anew(self._declare())
            self.run_bar.setWindowTitle(tr("Run Controls"))
            old = self.run_controls
            self.run_bar.clear()
            old.deleteLater()
            self._add_run_controls()
            self.welcome.speak_anew()
            self.tour.speak_anew()
            self.time_bar.speak_anew()
            self.status.speak_anew()
            self.help.speak_anew()
            self.cards.speak_anew()
            if self._palette is not None:
                self._palette.close()
                self._palette.deleteLater()
                self._palette = None
        finally:
            self.setUpdatesEnabled(True)

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        """New weights of the same kinds of nets change no command."""
        nets = None if snapshot is None else (snapshot.ff is None, snapshot.bp is None)
        if nets != self._nets:
            self._nets = nets
            self.commands.refresh_soon()

    def _connect(self) -> None:
        studio, stack = self.studio, self.studio.edits.undo_stack
        for change in (
            studio.engine_state_changed,
            studio.data_state_changed,
            studio.data_changed,
            studio.status_changed,
            studio.problems_changed,
            studio.model_changed,
            studio.spec_changed,
            studio.moments.changed,
            studio.watching.changed,
            studio.overlays.changed,
            self.time_bar.visibilityChanged,
            studio.strangers.changed,
            studio.lessons.opened,
            studio.lessons.left,
            self.tour.changed,
            stack.changed,
        ):
            change.connect(self.commands.refresh_soon)
        studio.snapshot_changed.connect(self._take_snapshot)
        # What is seen in a field is what is trained, saved and undone.
        self.commands.begun.connect(commit_open_texts)
        studio.error_raised.connect(self.messages.fail)
        studio.message.connect(self.messages.say)
        self.docks.filled.connect(self.appeared)
        self.tour.changed.connect(self.welcome.note_tour)
        self.welcome.tour_wanted.connect(lambda: self.commands.run("tour"))
        self.docks.links.card_wanted.connect(self.cards.show_current)
        self.docks.links.help_wanted.connect(self._explain_panel)
        self.docks.links.run_wanted.connect(self.files.open_run)
        self.docks.links.sweep_wanted.connect(self.sweeping.ask)
        self.docks.links.queue_wanted.connect(self.sweeping.add_to_queue)
        for dock in self.docks:  # a panel that comes up would cover the messages
            dock.visibilityChanged.connect(self.messages.place)
        self.appearance.zooming.connect(self.layout_.keep_widths)
        self.appearance.zoomed.connect(self.layout_.restore_widths)
        self.speech.languages.changed.connect(self._speak_anew)
        self._leave.begun.connect(self.closing)
        self._leave.done.connect(self._log_records.uninstall)
        self._leave.done.connect(self.closed)

    # --- for the program ------------------------------------------------------------

    @property
    def ended(self) -> bool:
        """True once everything has been ended."""
        return self._leave.ended

    @property
    def ended_cleanly(self) -> bool:
        """False when something was still under way then."""
        return self._leave.ended_cleanly

    def open_path(self, path: str | Path) -> None:
        """Opens a model, an experiment, a lesson or a data set, whichever the file is."""
        self.files.open_path(path)

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """An error in a dialog that blocks nothing."""
        self.messages.fail(error)

    def close_without_asking(self) -> None:
        """For Ctrl-C in the terminal and the like: a run is cancelled."""
        self.files.asks = False
        self.close()

    # --- what commands need the window for ------------------------------------------

    def _export(self) -> None:
        from ffstudio.gui.figures.export_dialog import ExportDialog

        # Panels that nobody has looked at compute theirs first.
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            figures = self.docks.figures()
        finally:
            QApplication.restoreOverrideCursor()
        serve = partial(self.help.serve, page=ExportDialog.help_page)
        ExportDialog.ask(
            self, figures, self.studio, self.settings, serve, why_blank=self.docks.why_blank
        )

    def _animate(self) -> None:
        from ffstudio.gui.window.animating import ask_for_animation

        ask_for_animation(self.studio, self.docks, self.settings, self.themes, self.help, self)

    def _show_palette(self) -> None:
        from ffstudio.gui.commands.palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self.themes, self)
        self._palette.open(self.commands.offers())

    def _shortcuts(self) -> list[tuple[str, str, str]]:
        return [*shortcut_rows(self.commands.menus), *panel_key_rows(self.docks)]

    def _remember(self) -> None:
        self.lessons.remember()
        self.layout_.save()
        self.docks.remember()

    # --- events ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Has the panels made after the first time, once all of it is on the screen."""
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.setFocus()
            QTimer.singleShot(0, self, self.docks.begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the messages in their corner."""
        super().resizeEvent(event)
        self.messages.place()

    def createPopupMenu(self) -> QMenu:
        """A right click on a bar offers the panels, not the bars."""
        menu = QMenu(self)
        menu.addActions(self.docks.toggles())
        return menu

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks when something would be lost, then ends everything."""
        event.setAccepted(self._leave.close())
