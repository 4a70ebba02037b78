"""The library: the runs that are kept, found again, opened, described and deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.runs.about_run import AboutRun
from ffstudio.gui.panels.runs.actions import RunActions
from ffstudio.gui.panels.runs.model import RunsFilter, RunsModel
from ffstudio.gui.panels.runs.table_view import RunsTable
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager, run_color
from ffstudio.jobs.library import KeptRun
from ffstudio.jobs.studio import Studio

# Between two looks for what other processes do.
LOOK_S = 2.0
ALL = ""
STATES = say_all(
    {
        ALL: "All states",
        "running": "Running",
        "interrupted": "Interrupted",
        "stopped": "Stopped",
        "completed": "Completed",
        "failed": "Failed",
        "damaged": "Damaged",
    }
)


class RunsPanel(Panel):
    """Lists ``studio.library.runs``; looks for others while it is seen."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("runs_panel")
        self._library = studio.library
        self._model = RunsModel(themes.theme, self)
        self._shown = RunsFilter(self._model, self)
        self._filters()
        self._table = RunsTable(self._shown, self)
        self._actions = RunActions(studio, self._table, self)
        self._words = QLabel(self)
        self._words.setObjectName("runs_words")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("muted", True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._table)
        # The folder's path may be long: in a low panel it would be cut.
        self._told = QScrollArea(self)
        self._told.setObjectName("runs_words_scroll")
        self._told.setFrameShape(QFrame.Shape.NoFrame)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.setWidgetResizable(True)
        self._told.setWidget(self._words)
        self._pages.addWidget(self._told)
        self._count = QLabel(self)
        self._count.setObjectName("runs_count")
        self._count.setProperty("muted", True)
        self._lay_out()
        self._table.opened.connect(lambda run: self._actions.open.trigger())
        self._table.star_clicked.connect(self._toggle_star)
        self._table.chosen.connect(self._show_chosen)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(self._offer)
        self._actions.open_wanted.connect(self.links.run_wanted)
        self._actions.note_wanted.connect(self._about.note.setFocus)
        self._actions.tags_wanted.connect(self._about.tags.setFocus)
        comparison = studio.comparison
        self._model.ticked.connect(lambda path, on: comparison.tick([path], on=on))
        comparison.ticks_changed.connect(self._mark_ticked)
        studio.overlays.changed.connect(self._mark_ticked)
        self._model.renamed.connect(lambda path, name: self._library.describe([path], name=name))
        # It asks for the next round itself: files tell nobody that they have changed.
        self._pace = self.make_pace(self._look, LOOK_S, *self._library.tasks)
        self._library.changed.connect(self._show_runs)
        studio.run_started.connect(self._look_soon)
        studio.run_finished.connect(self._look_soon)
        studio.status_changed.connect(self._show_what_can_be_done)
        studio.model_changed.connect(self._mark_shown)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self._mark_shown()
        self._mark_ticked()
        self._show_runs()
        self._pace.ask()

    # --- building the panel -----------------------------------------------------------

    def _filters(self) -> None:
        self._search = QLineEdit(self)
        self._search.setAcceptDrops(False)  # files that are dropped are the window's
        self._search.setObjectName("runs_search")
        self._search.setAccessibleName(tr("Search runs"))
        self._search.setPlaceholderText(tr("Search"))
        self._search.setToolTip(
            tr("Words in name, note, tags, preset or data; all have to be there.")
        )
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(130)
        self._search.textChanged.connect(self._look_for)
        self._state = Combo(self)
        self._state.setObjectName("runs_state_filter")
        self._state.setAccessibleName(tr("State of the runs that are listed"))
        self._state.setToolTip(tr("Only runs in this state."))
        for state, text in STATES.items():
            self._state.addItem(text, state)
        self._tag = Combo(self)
        self._tag.setObjectName("runs_tag_filter")
        self._tag.setAccessibleName(tr("Tag of the runs that are listed"))
        self._tag.setToolTip(tr("Only runs with this tag."))
        self._tag.addItem(tr("All tags"), ALL)
        self._starred = QCheckBox(tr("With star"), self)
        self._starred.setObjectName("runs_starred")
        self._starred.setToolTip(tr("Only runs with a star."))
        self._hide = QCheckBox(tr("Hide finished"), self)
        self._hide.setObjectName("runs_hide_finished")
        self._hide.setToolTip(tr("Only runs that are being trained, can go on, or are damaged."))
        for combo in (self._state, self._tag):
            combo.currentIndexChanged.connect(self._filter)
        for box in (self._starred, self._hide):
            box.toggled.connect(self._filter)

    def _lay_out(self) -> None:
        filters = FlowLayout(spacing=8)
        chosen_by: tuple[QWidget, ...] = (
            self._search,
            self._state,
            self._tag,
            self._starred,
            self._hide,
        )
        for widget in chosen_by:
            filters.addWidget(widget)
        buttons = FlowLayout(spacing=6)
        self._buttons: list[QPushButton] = []
        for action in (
            self._actions.open,
            self._actions.compare,
            self._actions.use,
            self._actions.delete,
        ):
            button = QPushButton(action.text(), self)
            button.setObjectName(action.objectName().replace("_action", "_button"))
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda b=button, a=action: _follow(b, a))
            _follow(button, action)
            self._buttons.append(button)
            buttons.addWidget(button)
        more = QToolButton(self)
        more.setObjectName("runs_more_button")
        more.setText(tr("More"))
        more.setAccessibleName(tr("More to do with the runs that are chosen"))
        more.setToolTip(tr("All that can be done with the runs that are chosen."))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(more)
        self._menu.setObjectName("runs_menu")
        self._actions.fill(self._menu)
        more.setMenu(self._menu)
        self._columns = QToolButton(self)
        self._columns.setObjectName("runs_columns_button")
        self._columns.setText(tr("Columns"))
        self._columns.setAccessibleName(tr("Columns"))
        self._columns.setToolTip(tr("Choose the columns; so does a right click on their heads."))
        self._columns.clicked.connect(self._offer_columns)
        self._compared = QPushButton(self)
        self._compared.setObjectName("runs_compared_button")
        self._compared.setToolTip(tr("Show what the runs with a tick differ in."))
        self._compared.clicked.connect(lambda: self.links.panel_wanted.emit("compare"))
        for widget in (more, self._columns, self._count, self._compared):
            buttons.addWidget(widget)
        self._about = AboutRun(self._library, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(filters)
        column.addWidget(self._pages, 1)
        column.addLayout(buttons)
        column.addWidget(self._about)

    # --- what every panel does --------------------------------------------------------

    def first_control(self) -> QWidget:
        """The table, or else where one searches."""
        return self._table if self._library.runs else self._search

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """What is filtered by; words and tags belong to the runs that are there."""
        return {"state": self._state, "starred": self._starred, "hide_finished": self._hide}

    def choices(self) -> dict[str, object]:
        """Columns and sorting as well."""
        columns, sorting = self._table.columns_text(), self._table.sorting_text()
        return {**super().choices(), "columns": columns, "sorting": sorting}

    def choose(self, choices: dict[str, object]) -> None:
        """Columns and sorting as well."""
        super().choose(choices)
        columns, sorting = choices.get("columns"), choices.get("sorting")
        if isinstance(columns, str):
            self._table.use_columns(columns)
        if isinstance(sorting, str):
            self._table.use_sorting(sorting)

    def shutdown(self) -> None:
        """Keeps what is being typed, and looks no more."""
        self._table.keep_typed()
        self._about.close_it()
        self._pace.close()

    # --- looking ----------------------------------------------------------------------

    def _look(self) -> None:
        self._library.look()
        self._library.measure()
        self._show_words()
        self._pace.ask()

    @Slot()
    def _look_soon(self, *_: object) -> None:
        self._pace.hurry()

    @Slot()
    def _show_runs(self) -> None:
        runs = self._library.runs
        self._model.show_runs(runs)
        self._show_tags(runs)
        self._show_chosen()
        self._show_words()
        if self._pace.is_shown:
            self._library.measure()

    def _show_tags(self, runs: Sequence[KeptRun]) -> None:
        tags = sorted({tag for run in runs for tag in run.tags}, key=str.lower)
        combo, chosen = self._tag, self._tag.currentData()
        if [combo.itemData(i) for i in range(1, combo.count())] == tags:
            return
        combo.blockSignals(True)
        while combo.count() > 1:
            combo.removeItem(1)
        for tag in tags:
            combo.addItem(tag, tag)
        combo.setCurrentIndex(max(combo.findData(chosen), 0))
        combo.blockSignals(False)
        self._filter()

    @Slot()
    def _mark_shown(self) -> None:
        self._model.mark_shown(self._studio.shown.kept)
        self._mark_ticked()
        self._show_what_can_be_done()

    @Slot()
    def _mark_ticked(self) -> None:
        """Ticks, each in the colour of its curves; the run that is shown has no other."""
        theme, overlays = self._themes.theme, self._studio.overlays
        given = {one.source: one.color for one in overlays.histories}
        colours: dict[Path, QColor | None] = {}
        for path in self._studio.comparison.ticked:
            source = str(path)
            if path == self._studio.shown.kept:
                colours[path] = QColor(theme.text)
            elif source in given:
                number = overlays.number(source)
                colours[path] = QColor(given[source] or run_color(theme, number))
            else:
                colours[path] = None
        self._model.mark_ticked(colours)
        self._compared.setVisible(bool(colours))
        self._compared.setText(
            tr("1 Compared") if len(colours) == 1 else tr("{count} Compared", count=len(colours))
        )
        self._compared.setAccessibleName(tr("Show the comparison"))
        self._actions.refresh()

    @Slot()
    def _show_what_can_be_done(self, *_: object) -> None:
        self._actions.refresh()

    @Slot()
    def _show_chosen(self) -> None:
        self._actions.refresh()
        runs = self._table.list_chosen()
        if len(runs) == 1:
            self._about.show_run(runs[0])
        else:
            many = (
                tr("{runs} runs are chosen.", runs=len(runs))
                if runs
                else tr("Choose a run to write about it.")
            )
            self._about.show_run(None, many)

    def _show_words(self) -> None:
        """How many there are; where there are none, why, and what would change that."""
        library = self._library
        count, seen = self._model.rowCount(), self._shown.rowCount()
        self._count.setText(
            tr("{seen} of {count} runs", seen=seen, count=count)
            if seen < count
            else _count_of(count)
        )
        self._pages.setCurrentWidget(self._table if seen else self._told)
        self._about.setVisible(bool(count))
        if library.problem:
            text = library.problem
        elif not library.has_looked:
            text = tr("The runs are being listed…")
        elif count:
            text = tr("No run fits what is searched and chosen above.")
        else:
            kept = (
                tr("Runs are being kept: the next one is listed here.")
                if self._studio.runs.are_kept
                else tr("Runs are not kept now; Run › Keep Runs on Disk changes that.")
            )
            text = tr(
                "There are no runs yet.\n\nA run is what Train does, from its first step to its "
                "end: settings, curves, and the nets at many moments, in a folder of its own.\n\n"
                "{kept}\n{root}",
                kept=kept,
                root=library.root,
            )
        if text != self._words.text():
            self._words.setText(text)

    # --- filters ----------------------------------------------------------------------

    @Slot(str)
    def _look_for(self, text: str) -> None:
        self._shown.look_for(text)
        self._show_words()

    @Slot()
    def _filter(self, *_: object) -> None:
        state, tag = self._state.currentData(), self._tag.currentData()
        starred, hides = self._starred.isChecked(), self._hide.isChecked()

        def fits(run: KeptRun) -> bool:
            return (
                (not state or run.state.removesuffix(" early") == state)
                and (not tag or tag in run.tags)
                and (not starred or run.star)
                and not (hides and run.is_over)
            )

        self._shown.choose(fits)
        self._show_words()

    # --- hands ------------------------------------------------------------------------

    @Slot(object)
    def _toggle_star(self, run: KeptRun) -> None:
        if not run.problem:
            self._library.describe([run.path], star=not run.star)

    @Slot(QPoint)
    def _offer(self, at: QPoint) -> None:
        self._menu.popup(self._table.viewport().mapToGlobal(at))

    @Slot()
    def _offer_columns(self) -> None:
        menu = self._table.column_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._model.use_theme(theme)
        self._mark_ticked()
        self._actions.delete.setIcon(icon("clear", theme))
        self._actions.copy_path.setIcon(icon("copy", theme))
        self._actions.open.setIcon(icon("open", theme))


def _follow(button: QPushButton, action: QAction) -> None:
    """A button is as its action is."""
    button.setText(action.text())
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())


def _count_of(count: int) -> str:
    return tr("1 run") if count == 1 else tr("{count} runs", count=count)
