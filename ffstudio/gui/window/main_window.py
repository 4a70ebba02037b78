"""The window: panels in docks, menus, status bar, files, and a careful way to close."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QTabWidget,
    QToolBar,
    QWidget,
)

from ffstudio.core.describe.preprocessing import CHANCE
from ffstudio.core.disk import holds_member, looks_like_model
from ffstudio.core.errors import FfstudioError
from ffstudio.core.experiment.presets import presets
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.run.events import Diverged, RunFinished, RunStarted
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.gui.commands import Actions
from ffstudio.gui.dialogs import dialogs
from ffstudio.gui.dialogs.help_window import SHORTCUTS, HelpWindow
from ffstudio.gui.dialogs.model_card import ModelCardDialog
from ffstudio.gui.figures.export_dialog import ExportDialog
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.look.icons import app_icon, icon
from ffstudio.gui.look.stylesheet import stylesheet
from ffstudio.gui.look.theme import Theme, ThemeManager, palette
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.table import PANELS, Place
from ffstudio.gui.system.log_records import LogRecords
from ffstudio.gui.system.notifications import ErrorDialog, Toasts
from ffstudio.gui.system.settings import FONT_SCALES, LAYOUT_VERSION, THEMES, Settings
from ffstudio.gui.window.docks import PanelDock
from ffstudio.gui.window.keys import control_uses
from ffstudio.gui.window.run_controls import RunControls
from ffstudio.gui.window.welcome import WelcomeCard
from ffstudio.jobs.studio import Studio, UserError

log = logging.getLogger(__name__)

# Endings of formats that hold the backprop net and nothing of ours.
_BARE = (".weights.h5", ".numpy.h5")
OPENABLE = (".h5", ".hdf5", ".keras", ".json", ".npz")
DEFAULT_SIZE = QSize(1280, 800)
LARGEST_FIRST_SIZE = QSize(1680, 1050)
# How long threads may take to end; the window is hidden by then.
SHUTDOWN_S = 3.0
# Share of the window's width.
_WIDTHS = {Place.LEFT: 0.27, Place.CENTRE: 0.43, Place.RIGHT: 0.30}
_MESSAGE_MS = 7000


class MainWindow(QMainWindow):
    """See the module docstring.

    Signals:
        appeared(): The window has painted itself for the first time.
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("main_window")
        self.setAccessibleName("ffstudio")
        self.studio, self.themes, self.settings = studio, themes, settings
        self.ended = False
        self.ended_cleanly = True
        self._asks = True
        self._has_appeared = False
        self._after_save: tuple[Path, Callable[[], object]] | None = None
        self._help: HelpWindow | None = None
        self._card: ModelCardDialog | None = None
        self._font = QApplication.font()
        self.setWindowIcon(app_icon())
        self.setAcceptDrops(True)
        # Space shall train from the start, and after a click beside all fields.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)
        self.setMinimumSize(820, 560)
        self.resize(_first_size(self.screen().availableSize()))
        self._zoom(settings.font_scale)
        self._dress(themes.theme)

        self.toasts = Toasts(self, themes)
        self.error_dialog = ErrorDialog(themes, self)
        self.actions_ = Actions(self)
        self._make_toolbars()
        self._make_docks()
        self._make_menus()
        self._make_status_bar()
        self._connect()
        self._recolour_icons(themes.theme)

        self._arrange()
        self._default_state = self.saveState(LAYOUT_VERSION)
        self._restore_layout()
        self._show_title()
        self._show_run_state(studio.status)
        self._show_engine_state(*studio.engine_state)
        self._show_data_state(*studio.data_state)

    # --- construction ---------------------------------------------------------------

    def _make_toolbars(self) -> None:
        self.run_controls = RunControls(self.studio, self.themes, self)
        bar = QToolBar("Run Controls", self)
        bar.setObjectName("run_toolbar")
        bar.addWidget(self.run_controls)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        self.run_toolbar = bar
        self.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        self.welcome = WelcomeCard(self.themes, self)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(2, 3, 2, 3)
        row.addWidget(self.welcome)
        self.welcome_bar = QToolBar("Welcome", self)
        self.welcome_bar.setObjectName("welcome_toolbar")
        self.welcome_bar.setMovable(False)
        self.welcome_bar.addWidget(holder)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.welcome_bar)

    def _make_docks(self) -> None:
        self.log_records = LogRecords.install()
        self.links = PanelLinks(self)
        self.docks: dict[str, PanelDock] = {}
        # A tab shows the title already: headers follow once Qt has settled the tabs.
        self._header_timer = QTimer(self)
        self._header_timer.setSingleShot(True)
        self._header_timer.setInterval(0)
        self._header_timer.timeout.connect(self._settle_headers)
        for entry in PANELS:
            panel = entry.make(self.studio, self.themes, self.links)
            dock = PanelDock(entry, panel, self.themes, self._spares_key, self)
            dock.topLevelChanged.connect(self._header_timer.start)
            dock.dockLocationChanged.connect(self._header_timer.start)
            dock.visibilityChanged.connect(self._header_timer.start)
            self.docks[entry.name] = dock

    def _arrange(self) -> None:
        """Builder, tabs, drawing pad; there is no central widget, so all can be moved."""
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        places: dict[Place, list[PanelDock]] = {place: [] for place in Place}
        for dock in self.docks.values():
            places[dock.entry.place].append(dock)
        self._front = {place: docks[0] for place, docks in places.items() if docks}
        before: PanelDock | None = None
        for place, dock in self._front.items():
            if place is Place.BOTTOM:
                self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            elif before is None:
                self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
            else:
                self.splitDockWidget(before, dock, Qt.Orientation.Horizontal)
            before = dock
        # A dock that is split off one with tabs would become a tab too: tabs come last.
        for place, docks in places.items():
            for dock in docks[1:]:
                self.tabifyDockWidget(self._front[place], dock)
        for dock in self.docks.values():
            dock.setVisible(not dock.entry.hidden)
        self._raise_fronts()

    def _raise_fronts(self) -> None:
        """The first panel in the middle in front, and the width shared out."""
        self._front[Place.CENTRE].raise_()
        docks = [self._front[place] for place in _WIDTHS if place in self._front]
        widths = [round(self.width() * _WIDTHS[dock.entry.place]) for dock in docks]
        self.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _make_menus(self) -> None:
        made = self.actions_
        bar = self.menuBar()
        files = bar.addMenu("&File")
        files.setObjectName("file_menu")
        files.addAction(made["new_experiment"])
        self.preset_menu = files.addMenu("New from &Preset")
        self.preset_menu.setObjectName("preset_menu")
        self.preset_menu.setToolTipsVisible(True)
        self.preset_menu.aboutToShow.connect(self._fill_presets)
        files.addAction(made["open_file"])
        self.recent_menu = files.addMenu("Open &Recent")
        self.recent_menu.setObjectName("recent_menu")
        self.recent_menu.setToolTipsVisible(True)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        files.addSeparator()
        for name in ("save_model", "save_model_as", "save_twin_as", "save_experiment_as"):
            files.addAction(made[name])
        files.addSeparator()
        files.addAction(made["export"])
        files.addSeparator()
        files.addAction(made["quit"])
        made["quit"].setMenuRole(QAction.MenuRole.QuitRole)

        edit = bar.addMenu("&Edit")
        edit.setObjectName("edit_menu")
        edit.addActions(made.group("Edit"))
        run = bar.addMenu("&Run")
        run.setObjectName("run_menu")
        run.addActions(made.group("Run"))
        run.insertSeparator(made["stop"])
        run.insertSeparator(made["continue"])
        made["train"].setAutoRepeat(False)

        view = bar.addMenu("&View")
        view.setObjectName("view_menu")
        for dock in self.docks.values():
            toggle = dock.toggleViewAction()
            toggle.setObjectName(f"show_{dock.objectName()}_action")
            toggle.setStatusTip(f"Show or hide the {dock.windowTitle()} panel.")
            view.addAction(toggle)
        view.addSeparator()
        view.addAction(made["model_card"])
        view.addSeparator()
        view.addAction(made["reset_layout"])
        theme_menu = view.addMenu("&Theme")
        theme_menu.setObjectName("theme_menu")
        self._theme_menu = theme_menu
        group = QActionGroup(self)
        for choice, text in zip(THEMES, ("&Light", "&Dark", "&Follow System"), strict=True):
            action = theme_menu.addAction(text)
            action.setObjectName(f"theme_{choice}_action")
            action.setCheckable(True)
            action.setData(choice)
            action.setChecked(choice == self.themes.choice)
            group.addAction(action)
        group.triggered.connect(self._choose_theme)
        view.addSeparator()
        view.addActions([made[n] for n in ("zoom_in", "zoom_out", "zoom_reset")])

        help_menu = bar.addMenu("&Help")
        help_menu.setObjectName("help_menu")
        help_menu.addActions(made.group("Help"))
        help_menu.insertSeparator(made["about"])
        made["about"].setMenuRole(QAction.MenuRole.AboutRole)

    def _make_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setObjectName("status_bar")
        bar.setSizeGripEnabled(False)
        self._labels: dict[str, QLabel] = {}
        for name, accessible in (
            ("unsaved", "Unsaved model"),
            ("run", "Run status"),
            ("data", "Data set"),
            ("engine", "Engine"),
        ):
            label = QLabel(bar)
            label.setObjectName(f"{name}_status")
            label.setAccessibleName(accessible)
            bar.addPermanentWidget(label)
            self._labels[name] = label

    def _connect(self) -> None:
        studio, made = self.studio, self.actions_
        for name, verb in (
            ("new_experiment", self.new_experiment),
            ("open_file", self.ask_and_open),
            ("save_model", self.save_model),
            ("save_model_as", self.save_model_as),
            ("save_twin_as", self.save_twin_as),
            ("save_experiment_as", self.save_experiment_as),
            ("export", self.export),
            ("quit", self.close),
            ("undo", studio.undo_stack.undo),
            ("redo", studio.undo_stack.redo),
            ("train", self.toggle_training),
            ("step_batch", self.step_batch),
            ("step_epoch", self.step_epoch),
            ("stop", studio.stop),
            ("cancel", studio.cancel),
            ("continue", self.continue_training),
            ("reset_layout", self.reset_layout),
            ("zoom_in", self.zoom_in),
            ("zoom_out", self.zoom_out),
            ("zoom_reset", self.zoom_reset),
            ("model_card", self.show_model_card),
            ("help", self.show_help),
            ("shortcuts", self.show_shortcuts),
            ("welcome", self.show_welcome),
            ("about", self.show_about),
        ):
            made[name].triggered.connect(verb)
        stack = studio.undo_stack
        stack.canUndoChanged.connect(made["undo"].setEnabled)
        stack.canRedoChanged.connect(made["redo"].setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)
        made["undo"].setEnabled(stack.canUndo())
        made["redo"].setEnabled(stack.canRedo())

        studio.engine_state_changed.connect(self._show_engine_state)
        studio.data_state_changed.connect(self._show_data_state)
        studio.data_changed.connect(self._show_data)
        studio.status_changed.connect(self._show_run_state)
        studio.problems_changed.connect(self._update_actions)
        studio.snapshot_changed.connect(self._update_actions)
        studio.spec_changed.connect(self._show_title)
        studio.model_changed.connect(self._show_title)
        studio.model_opened.connect(self._opened)
        studio.model_saved.connect(self._saved)
        studio.net_exported.connect(self._net_exported)
        studio.foreign.opened.connect(self._foreign_opened)
        studio.foreign.changed.connect(self._update_actions)
        studio.foreign.opening.connect(self._foreign_opening)
        studio.foreign.incomplete_changed.connect(self._weights_wait)
        studio.card_refused.connect(self._show_refused)
        studio.run_started.connect(self._run_started)
        studio.run_finished.connect(self._run_finished)
        studio.diverged.connect(self._diverged)
        studio.error_raised.connect(self.show_error)
        studio.message.connect(self.show_message)
        self.links.panel_wanted.connect(self.bring_up)
        self.links.card_wanted.connect(self.show_model_card)
        self.themes.changed.connect(self._dress)
        self.themes.changed.connect(self._recolour_icons)
        self.welcome.step_chosen.connect(self._take_step)
        self.welcome.dismissed.connect(self._dismiss_welcome)
        self.docks["goodness"].visibilityChanged.connect(self._goodness_seen)
        for dock in self.docks.values():  # a panel that comes up would cover the messages
            dock.visibilityChanged.connect(self.toasts.bring_up)

    # --- look -----------------------------------------------------------------------

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(theme))
            application.setStyleSheet(stylesheet(theme))

    @Slot(object)
    def _recolour_icons(self, theme: Theme) -> None:
        self.actions_.recolour(theme)
        self._theme_menu.setIcon(icon("theme", theme))
        self._update_actions()

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.settings.theme = action.data()
        self.themes.choose(action.data())

    def _zoom(self, scale: float) -> None:
        self.settings.font_scale = scale
        font = QApplication.font()
        font.setPointSizeF(self._font.pointSizeF() * scale)
        QApplication.setFont(font)

    def _zoom_by(self, steps: int) -> None:
        at = FONT_SCALES.index(self.settings.font_scale) + steps
        scale = FONT_SCALES[min(max(at, 0), len(FONT_SCALES) - 1)]
        self._zoom(scale)
        self.show_message(f"Text size {scale:.0%}")

    @Slot()
    def zoom_in(self) -> None:
        """Larger text."""
        self._zoom_by(1)

    @Slot()
    def zoom_out(self) -> None:
        """Smaller text."""
        self._zoom_by(-1)

    @Slot()
    def zoom_reset(self) -> None:
        """The system's text size."""
        self._zoom(1.0)
        self.show_message("Text size 100%")

    # --- layout ---------------------------------------------------------------------

    def _restore_layout(self) -> None:
        stored = self.settings.layout()
        if stored is not None:
            geometry, state = stored
            self.restoreGeometry(geometry)
            if not self.restoreState(state, LAYOUT_VERSION):
                self.restoreState(self._default_state, LAYOUT_VERSION)
        self.run_toolbar.show()
        self.welcome_bar.setVisible(not self.settings.tour_seen)
        self._header_timer.start()

    @Slot()
    def reset_layout(self) -> None:
        """Puts every panel back in its place."""
        for dock in self.docks.values():
            dock.setFloating(False)
        self.restoreState(self._default_state, LAYOUT_VERSION)
        self.settings.forget_layout()
        self.run_toolbar.show()
        self.welcome_bar.setVisible(not self.settings.tour_seen)
        self._raise_fronts()
        self._header_timer.start()

    @Slot()
    def _settle_headers(self) -> None:
        for dock in self.docks.values():
            tabbed = not dock.isFloating() and bool(self.tabifiedDockWidgets(dock))
            dock.header.set_slim(tabbed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells of the first time, once all of it is on the screen."""
        super().paintEvent(event)
        if not self._has_appeared:
            self._has_appeared = True
            self.setFocus()
            QTimer.singleShot(0, self, self.appeared.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the messages in their corner."""
        super().resizeEvent(event)
        self.toasts.place()

    def createPopupMenu(self) -> QMenu:
        """A right click on a bar offers the panels, not the bars."""
        menu = QMenu(self)
        for dock in self.docks.values():
            menu.addAction(dock.toggleViewAction())
        return menu

    # --- keyboard -------------------------------------------------------------------

    def _spares_key(self, event: QKeyEvent) -> bool:
        return control_uses(QApplication.focusWidget(), event)

    def event(self, event: QEvent) -> bool:
        """Leaves keys to the focused control."""
        # A control that does not take a key passes the question up to its window.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._spares_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    # --- status ---------------------------------------------------------------------

    def _set_status(self, name: str, text: str, tone: str = "", tip: str = "") -> None:
        label = self._labels[name]
        label.setText(text)
        label.setToolTip(tip or text)
        label.setVisible(bool(text))
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().unpolish(label)
            label.style().polish(label)

    @Slot(str, str)
    def _show_engine_state(self, state: str, message: str) -> None:
        if state == "ready":
            self._set_status(
                "engine", "● Ready · TensorFlow", "good", "The engine is ready to train."
            )
        elif state == "failed":
            self._set_status("engine", "▲ Engine failed", "bad", message.split("\n", 1)[0])
            head, _, details = message.partition("\n\n")
            self.show_error(
                UserError(
                    "The engine could not be started",
                    f"{head}. Drawing and looking at models still work. Install ffstudio again "
                    "with its training libraries to train.",
                    details,
                )
            )
        else:
            text = "TensorFlow is being loaded; everything but training works already."
            self._set_status("engine", "○ Engine is warming up…", "busy", text)
        self._update_actions()

    @Slot(str, str)
    def _show_data_state(self, state: str, message: str) -> None:
        if state == "missing":
            self._set_status("data", "▲ No data set", "bad", message)
        elif state == "loading":
            self._set_status("data", "Loading data…", "busy", message)
        self._update_actions()

    @Slot(object)
    def _show_data(self, data: PreparedData | None) -> None:
        if data is not None:
            text = f"{data.title} · {len(data.train):,} images"
            self._set_status("data", text, "", data.source)
        self._update_actions()

    @Slot(object)
    def _show_run_state(self, status: RunStatus) -> None:
        texts = {
            RunStatus.STARTING: "Starting…",
            RunStatus.RUNNING: "▶ Training",
            RunStatus.PAUSED: "Paused",
            RunStatus.STOPPING: "Stopping…",
        }
        self._set_status("run", texts.get(status, ""))
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        made, studio = self.actions_, self.studio
        status = studio.status
        active, idle = status.is_active, status is RunStatus.IDLE
        word, picture = "&Train", "play"
        if status is RunStatus.PAUSED:
            word = "Resu&me"
        elif active:
            word, picture = "&Pause", "pause"
        made["train"].setText(word)
        made["train"].setIcon(icon(picture, self.themes.theme))
        why = studio.why_not_train() if idle else ""
        made["train"].setStatusTip(why or "Train, pause or resume, whichever is next.")
        steps = status in (RunStatus.IDLE, RunStatus.PAUSED, RunStatus.RUNNING)
        for name in ("step_batch", "step_epoch"):
            made[name].setEnabled(steps)
        ends = active and status is not RunStatus.STOPPING
        made["stop"].setEnabled(ends)
        made["cancel"].setEnabled(ends)
        made["continue"].setEnabled(studio.can_continue and not why)
        for name in ("new_experiment", "open_file"):
            made[name].setEnabled(not active)
        self.preset_menu.setEnabled(not active)
        self.recent_menu.setEnabled(not active)
        for name in ("save_model", "save_model_as"):
            made[name].setEnabled(studio.has_model)
        made["model_card"].setEnabled(studio.foreign.current is not None)
        snapshot = studio.snapshot
        made["save_twin_as"].setEnabled(snapshot is not None and snapshot.bp is not None)

    @Slot()
    def _show_title(self) -> None:
        studio = self.studio
        path = studio.model_path
        name = path.stem if path is not None else studio.spec.name
        self.setWindowTitle(f"{name}[*] — ffstudio")
        self.setWindowModified(studio.has_unsaved_model)
        unsaved = studio.has_unsaved_model
        self._set_status("unsaved", "● Unsaved model" if unsaved else "", "busy")
        self._update_actions()

    @Slot(str)
    def _name_undo(self, text: str) -> None:
        self.actions_["undo"].setText(f"&Undo {text}".rstrip())

    @Slot(str)
    def _name_redo(self, text: str) -> None:
        self.actions_["redo"].setText(f"&Redo {text}".rstrip())

    @Slot(str)
    def show_message(self, text: str) -> None:
        """A sentence in the status bar."""
        log.info("%s", text)
        self.statusBar().showMessage(text, _MESSAGE_MS)

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """An error in a dialog that blocks nothing."""
        self._after_save = None
        self.error_dialog.add(error)

    # --- run ------------------------------------------------------------------------

    def _may_train(self) -> bool:
        why = self.studio.why_not_train() if self.studio.status is RunStatus.IDLE else ""
        if why:
            self.show_message(why)
        return not why

    @Slot()
    def toggle_training(self) -> None:
        """Trains, pauses or resumes; says why when it cannot."""
        if self._may_train():
            self.studio.toggle()

    @Slot()
    def step_batch(self) -> None:
        """Trains one mini-batch, then pauses."""
        if self._may_train():
            self.studio.step_batch()

    @Slot()
    def step_epoch(self) -> None:
        """Trains to the end of the epoch, then pauses."""
        if self._may_train():
            self.studio.step_epoch()

    @Slot()
    def continue_training(self) -> None:
        """Trains the nets shown for some more epochs."""
        if self._may_train():
            self.studio.train(resume=True)

    @Slot(object)
    def _run_started(self, event: RunStarted) -> None:
        self.welcome.tick("train")

    @Slot(object)
    def _run_finished(self, event: RunFinished) -> None:
        if event.end is not RunEnd.FAILED:
            parts = [
                f"{name} {event.test_accuracy[key]:.2%}"
                for key, name in (("ff", "Forward-Forward"), ("bp", "backprop"))
                if event.test_accuracy.get(key) is not None
            ]
            result = f" Test accuracy: {', '.join(parts)}." if parts else ""
            self.show_message(f"Training {event.end.value}.{result}")
        if self._after_save is not None:
            path, _ = self._after_save
            self.studio.save_model(path)

    @Slot(object)
    def _diverged(self, event: Diverged) -> None:
        who = "The backprop net" if event.layer is None else f"Layer {event.layer + 1}"
        self.toasts.show(
            f"{who} diverged",
            f"{event.message} Training is paused with the last good weights.",
            level="warning",
            action=("Show Curves", self.docks["curves"].bring_up),
            lasts_ms=0,
        )

    @Slot(str)
    def bring_up(self, name: str) -> None:
        """Shows the panel of that name, in front of those tabbed with it."""
        self.docks[name].bring_up()

    # --- files ----------------------------------------------------------------------

    @Slot()
    def new_experiment(self) -> None:
        """Starts from the default settings, undoably."""
        self.studio.edit(ExperimentSpec(), "New Experiment")

    @Slot()
    def _fill_presets(self) -> None:
        self.preset_menu.clear()
        try:
            found = presets()
        except FfstudioError as error:
            self.show_error(UserError("The presets cannot be read", str(error)))
            return
        for name, spec in found.items():
            action = self.preset_menu.addAction(spec.name if spec.name != "Untitled" else name)
            action.setObjectName(f"preset_{name}_action")
            action.setToolTip(spec.description)
            action.setStatusTip(spec.description)
            action.setData(name)
            action.triggered.connect(self._use_preset)

    @Slot()
    def _use_preset(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            name = sender.data()
            self.studio.edit(presets()[name], f"Preset {name}")

    @Slot()
    def _fill_recent(self) -> None:
        menu = self.recent_menu
        menu.clear()
        files = self.settings.recent_files
        for number, path in enumerate(files, start=1):
            key = f"&{number}  " if number < 10 else ""
            action = menu.addAction(f"{key}{path.name}")
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if not files:
            menu.addAction("No Recent Files").setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction("Clear List").triggered.connect(self.settings.clear_recent_files)

    @Slot()
    def _open_recent(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.open_path(sender.data())

    @Slot()
    def ask_and_open(self) -> None:
        """Asks for a file and opens it."""
        path = dialogs.OpenDialog.ask(self, self.settings.folder("open"))
        if path is not None:
            self.settings.set_folder("open", path)
            self.open_path(path)

    def open_path(self, path: str | Path) -> None:
        """Opens a model, an experiment or a data set, whichever the file is."""
        path = Path(path)
        suffix = path.suffix.lower()
        if not path.is_file():
            text = f"{path} does not exist or is not a file."
            self.show_error(UserError("The file was not opened", text))
        elif suffix == ".npz" and not holds_member(path, "architecture.npy"):
            if self.studio.status.is_active:
                text = "A run is active. Stop or cancel it first, then open the file again."
                self.show_error(UserError("Not now", text))
                return
            spec = self.studio.spec
            data = DataSpec("file", str(path.resolve()), spec.data.subset, spec.data.validation)
            self.studio.edit(spec.replace(data=data), f"Use {path.name}")
            self.settings.add_recent_file(path)
            self.docks["data"].bring_up()
        else:
            replaces_model = suffix != ".json" and not self.studio.status.is_active
            if not replaces_model or self._may_lose_model(lambda: self.studio.open_file(path)):
                self.studio.open_file(path)

    def _may_lose_model(self, then: Callable[[], object]) -> bool:
        """True when there is nothing to lose or the user lets it go.

        Args:
            then: What to do after saving, when the user wants to save first.
        """
        if not self.studio.has_unsaved_model or not self._asks:
            return True
        answer = dialogs.UnsavedModelDialog.ask(self, self.studio.spec.name)
        if answer is dialogs.Leave.SAVE:
            self._save_then(then)
        return answer is dialogs.Leave.DISCARD

    def _save_then(self, then: Callable[[], object]) -> None:
        """Stops the run if there is one, saves the model, then goes on with ``then``."""
        path = self.studio.model_path or self._ask_model_path("Save Model")
        if path is None:
            return
        self._after_save = (path, then)
        if self.studio.status.is_active:
            self.studio.stop()
        else:
            self.studio.save_model(path)

    def _ask_model_path(self, title: str, ending: str = "") -> Path | None:
        current = self.studio.model_path
        stem = current.stem if current else _file_stem(self.studio.spec.name)
        folder = current.parent if current else self.settings.folder("save")
        path = dialogs.SaveDialog.ask(
            self, title, folder / f"{stem}{ending}.h5", dialogs.MODEL_FILTER
        )
        if path is not None:
            self.settings.set_folder("save", path)
        return path

    @Slot()
    def save_model(self) -> None:
        """Writes the model to its file; asks for one if it has none."""
        path = self.studio.model_path or self._ask_model_path("Save Model")
        if path is not None:
            self.studio.save_model(path)

    @Slot()
    def save_model_as(self) -> None:
        """Asks for a file and writes the model."""
        path = self._ask_model_path("Save Model As")
        if path is not None:
            self.studio.save_model(path)

    @Slot()
    def save_twin_as(self) -> None:
        """Asks for a file and writes the backprop net alone."""
        stem = _file_stem(self.studio.spec.name)
        path = dialogs.SaveDialog.ask(
            self,
            "Save Backprop Net As",
            self.settings.folder("save") / f"{stem}-backprop.keras",
            dialogs.NET_FILTER,
        )
        if path is None:
            return
        self.settings.set_folder("save", path)
        name = path.name.lower()
        keras = name.endswith((".h5", ".keras")) and not name.endswith(_BARE)
        if keras and self.studio.has_model:
            self.studio.save_model(path, which="bp")
        else:
            self.studio.export_net(path)

    @Slot()
    def save_experiment_as(self) -> None:
        """Asks for a file and writes the settings."""
        spec = self.studio.spec
        suggested = self.settings.folder("experiment") / f"{_file_stem(spec.name)}.json"
        path = dialogs.SaveDialog.ask(
            self, "Save Experiment As", suggested, dialogs.EXPERIMENT_FILTER
        )
        if path is not None:
            self.settings.set_folder("experiment", path)
            self.studio.save_experiment(path)
            if path.is_file():
                self.settings.add_recent_file(path)

    @Slot(str)
    def _opened(self, path: str) -> None:
        self.settings.add_recent_file(path)
        self.show_message(f"Opened {Path(path).name}")

    @Slot(str)
    def _saved(self, path: str) -> None:
        self.settings.add_recent_file(path)
        self.show_message(f"Saved {path}")
        if self._after_save is not None:
            _, then = self._after_save
            self._after_save = None
            QTimer.singleShot(0, then)

    @Slot(str, str)
    def _net_exported(self, path: str, text: str) -> None:
        self.show_message(f"Saved {path}")
        self.toasts.show(f"Saved {Path(path).name}", text.split(". ", 1)[-1])

    @Slot(str)
    def _foreign_opening(self, name: str) -> None:
        waits = self.studio.engine_state[0] == "loading"
        more = " as soon as the engine is ready" if waits else ""
        self.show_message(f"Opening {name}{more}…")

    @Slot(object)
    def _foreign_opened(self, opened: Any) -> None:
        """Says in a few words what was opened and how it is used."""
        card, trials = opened.card, opened.trials
        words = [f"A {card.role}" if card.role[:1] not in "ae" else f"An {card.role}"]
        if card.writer:
            words[0] += f" written by {card.writer}"
        if trials and card.role == "classifier":
            best = trials[0]
            words.append(
                f"Images as {best.preprocessing.text()}: {best.score:.1%} of {opened.tried_on} "
                "images recognised"
            )
            if best.score < CHANCE:
                words.append("It may have learnt something else, or nothing yet")
        elif trials:
            words.append(f"Images as {trials[0].preprocessing.text()}")
        if len(opened.answers) > 1:
            words.append(f"{len(opened.answers)} networks fit its weights; this one did best")
        self.toasts.show(
            f"Opened {card.file}",
            ". ".join(words) + ".",
            action=("Model Card…", self.show_model_card),
            lasts_ms=12000,
        )

    @Slot()
    def _weights_wait(self) -> None:
        waiting = self.studio.foreign.incomplete
        if waiting is None:
            return
        path, found = waiting
        self.docks["builder"].bring_up()
        self.settings.add_recent_file(path)
        why = " ".join(found.card.refused)
        words = "What is known of its layers is in the builder: change them, then use the weights."
        self.toasts.show(f"{path.name}: weights at hand", f"{why} {words}".strip(), lasts_ms=15000)

    @Slot()
    def show_model_card(self) -> None:
        """Shows what is in the stranger's model that is open."""
        if self.studio.foreign.current is None:
            self.show_message("The card belongs to models that other programs have written.")
            return
        self._show_card(ModelCardDialog(self.studio, self.themes, None, self))

    @Slot(object)
    def _show_refused(self, card: Any) -> None:
        self._show_card(ModelCardDialog(self.studio, self.themes, card, self))

    def _show_card(self, dialog: ModelCardDialog) -> None:
        if self._card is not None:
            self._card.close()
        self._card = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def figures(self) -> list[Figure]:
        """Everything that can be exported, in the order of the panels."""
        found: list[Figure] = []
        for dock in self.docks.values():
            found += dock.panel.figures()
        return found

    @Slot()
    def export(self) -> None:
        """Shows the export dialog."""
        ExportDialog.ask(self, self.figures(), self.studio, self.settings)

    # --- drag and drop --------------------------------------------------------------

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        for url in event.mimeData().urls():
            path = Path(url.toLocalFile())
            if not url.isLocalFile():
                continue
            if path.suffix.lower() in OPENABLE or looks_like_model(path):
                return path
        return None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcomes files that can be opened."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()
            self.statusBar().showMessage("Drop the file to open it.")
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Takes the hint back."""
        self.statusBar().clearMessage()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the first file that can be opened."""
        self.statusBar().clearMessage()
        path = self._dropped(event)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        # Not inside the drop: a question would freeze the program the file came from.
        QTimer.singleShot(0, lambda: self.open_path(path))

    # --- help and welcome -----------------------------------------------------------

    def _help_window(self) -> HelpWindow:
        if self._help is None:
            self._help = HelpWindow(self.themes, self)
        return self._help

    @Slot()
    def show_help(self) -> None:
        """Shows the help."""
        self._help_window().open_page()

    @Slot()
    def show_shortcuts(self) -> None:
        """Shows the sheet of all shortcuts."""
        self._help_window().open_page(SHORTCUTS)

    @Slot()
    def show_about(self) -> None:
        """Shows versions and licences."""
        dialogs.AboutDialog.ask(self)

    @Slot()
    def show_welcome(self) -> None:
        """Brings the welcome card back."""
        self.settings.tour_seen = False
        self.welcome_bar.show()

    @Slot()
    def _dismiss_welcome(self) -> None:
        self.settings.tour_seen = True
        self.welcome_bar.hide()

    @Slot(str)
    def _take_step(self, name: str) -> None:
        if name == "train":
            button = self.run_controls.findChild(QWidget, "train_button") or self.run_controls
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.show_message("Press Space or click Train: both nets learn side by side.")
        else:
            self.docks[name].bring_up()
            if name == "draw":
                self.welcome.tick("draw")

    @Slot(bool)
    def _goodness_seen(self, visible: bool) -> None:
        if visible and self.studio.history:
            self.welcome.tick("goodness")

    # --- closing --------------------------------------------------------------------

    def close_without_asking(self) -> None:
        """For Ctrl-C in the terminal and the like: a run is cancelled."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks when something would be lost, then ends everything."""
        if self.ended:
            event.accept()
        elif self._may_close():
            event.accept()
            self._end()
        else:
            event.ignore()

    def _may_close(self) -> bool:
        if not self._asks:
            return True
        if self.studio.status.is_active:
            answer = dialogs.CloseWhileTrainingDialog.ask(self)
            if answer is dialogs.Leave.SAVE:
                self._save_then(self.close)
            return answer is dialogs.Leave.DISCARD
        return self._may_lose_model(self.close)

    def _end(self) -> None:
        self.ended = True
        self.settings.save_layout(
            QByteArray(self.saveGeometry()), QByteArray(self.saveState(LAYOUT_VERSION))
        )
        self.settings.last_experiment = self.studio.spec
        self.settings.sync()
        self.closing.emit()
        # What takes time below shall not be looked at.
        self.hide()
        self._header_timer.stop()
        self.toasts.clear()
        self.error_dialog.close()
        for window in (self._help, self._card):
            if window is not None:
                window.close()
        for dock in self.docks.values():
            dock.panel.shutdown()
        self.ended_cleanly = self.studio.shutdown(SHUTDOWN_S)
        if not self.ended_cleanly:
            log.info("Some work was still under way at the end.")
        self.log_records.uninstall()
        self.closed.emit()


def _first_size(available: QSize) -> QSize:
    """The window's first size: roomy, but within the screen if that is any large."""
    wanted = QSize(available.width() * 4 // 5, available.height() * 17 // 20)
    wanted = wanted.expandedTo(DEFAULT_SIZE).boundedTo(LARGEST_FIRST_SIZE)
    return wanted.boundedTo(available) if available.width() >= 1000 else DEFAULT_SIZE


def _file_stem(name: str) -> str:
    """A file name made of an experiment's name."""
    kept = "".join(c if c.isalnum() or c in " -_." else "-" for c in name).strip(" .")
    return kept or "model"
