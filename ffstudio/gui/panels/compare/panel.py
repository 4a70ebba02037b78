"""Compared runs side by side: a column a run, a line a result, a setting or a curve."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.compare.pair_page import PairPage
from ffstudio.gui.panels.compare.rows import Row, list_rows
from ffstudio.gui.panels.compare.table_figure import TableFigure
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.theme import ThemeManager, run_color
from ffstudio.jobs.comparison import TickedRun
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.2
# Of a column, in pixels: its cells, each line of its head, and what is beside that.
_WIDEST_CELL, _WIDEST_HEAD, _BESIDE_HEAD = 240, 300, 34


def _head_of(run: TickedRun, metrics: QFontMetrics) -> str:
    """A run's name, and in a line of its own what tells it from others of that name."""
    middle = Qt.TextElideMode.ElideMiddle
    lines = run.name.split(" · ", maxsplit=1)
    return "\n".join(metrics.elidedText(line, middle, _WIDEST_HEAD) for line in lines)


class ComparePanel(Panel):
    """Follows ``studio.comparison``."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("compare_panel")
        self.setAccessibleName(tr("Compare"))
        self._comparison = studio.comparison
        self._runs: tuple[TickedRun, ...] = ()
        self._rows: list[Row] = []
        self._build()
        self._figure = TableFigure(self._list_names, lambda: self._rows)
        install_copy(self, lambda: self._figure if self._runs else None, studio.message.emit)
        self._pace = self.make_pace(self._fill, _LEAST_PAUSE_S)
        self._comparison.changed.connect(self._pace.ask)
        self._comparison.ticks_changed.connect(self._pace.ask)
        studio.overlays.changed.connect(self._pace.ask)
        studio.model_changed.connect(self._pace.ask)
        studio.data_changed.connect(self._pace.ask)
        studio.status_changed.connect(self._show_what_can_be_done)
        themes.changed.connect(self._pace.ask)
        self._pace.now()

    def _build(self) -> None:
        about = QLabel(
            tr(
                "Results of the runs with a tick, the settings in which they differ, and what their "
                "curves came to, the best of each line bold; or two of their nets on the same images."
            ),
            self,
        )
        about.setObjectName("compare_about")
        about.setProperty("muted", True)
        about.setWordWrap(True)
        self._table = QTableWidget(0, 0, self)
        self._table.setObjectName("compare_table")
        self._table.setAccessibleName(tr("Compared runs"))
        self._table.setAccessibleDescription(
            tr("A column a run. The buttons below act on the run of the column one is in.")
        )
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setMinimumHeight(90)
        self._table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._table.verticalHeader().setMaximumWidth(260)
        head = self._table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setMinimumSectionSize(60)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setTextElideMode(Qt.TextElideMode.ElideNone)  # heads are cut before, in their middle
        self._table.itemSelectionChanged.connect(self._show_what_can_be_done)
        head.sectionClicked.connect(self._choose_column)
        self._use = self._make_button(
            "compare_use_button",
            tr("Use These Settings"),
            tr(
                "Bring the settings of the chosen column's run into the builder; undo takes them back."
            ),
        )
        self._use.clicked.connect(self._use_settings)
        self._away = self._make_button(
            "compare_away_button", tr("Take Away"), tr("Compare the chosen column's run no more.")
        )
        self._away.clicked.connect(self._take_away)
        self._clear = self._make_button(
            "compare_clear_button", tr("Clear"), tr("Compare no runs any more.")
        )
        self._clear.clicked.connect(self._comparison.clear)
        curves = self._make_button(
            "compare_curves_button",
            tr("Show Curves"),
            tr("Their curves lie over each other there."),
        )
        curves.clicked.connect(lambda: self.links.panel_wanted.emit("curves"))
        buttons = FlowLayout(spacing=6)
        for button in (self._use, self._away, self._clear, curves):
            buttons.addWidget(button)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._table, 1)
        column.addLayout(buttons)
        empty = QWidget(self)
        self._empty = QLabel(empty)
        self._empty.setObjectName("compare_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        to_runs = self._make_button(
            "compare_runs_button", tr("Show Runs"), tr("The runs that are kept are listed there.")
        )
        to_runs.clicked.connect(lambda: self.links.panel_wanted.emit("runs"))
        middle = QVBoxLayout(empty)
        middle.addStretch(1)
        middle.addWidget(self._empty)
        middle.addWidget(to_runs, 0, Qt.AlignmentFlag.AlignCenter)
        middle.addStretch(1)
        self._to_runs = to_runs
        self._pair = PairPage(self._studio, self._themes, self.links, self)
        self._tabs = QTabBar(self)
        self._tabs.setObjectName("compare_tabs")
        self._tabs.setAccessibleName(tr("What is compared"))
        self._tabs.setToolTip(tr("All runs in a table, or two nets on the same images."))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(tr("Table"))
        self._tabs.addTab(tr("Two Nets"))
        self._parts = QStackedWidget(self)
        self._parts.addWidget(full)
        self._parts.addWidget(self._pair)
        self._tabs.currentChanged.connect(self._turn)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._parts)
        self._pages.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 8, 10, 8)
        whole.setSpacing(6)
        whole.addWidget(about)
        whole.addWidget(self._tabs)
        whole.addWidget(self._pages, 1)

    def _make_button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        button.setProperty("tip", tip)
        return button

    @Slot(int)
    def _turn(self, page: int) -> None:
        self._parts.setCurrentIndex(page)
        if page == 1:
            self._pair.look()

    # --- what every panel does --------------------------------------------------------

    def first_control(self) -> QWidget:
        """The table, or where runs are to be ticked."""
        return self._table if self._runs else self._to_runs

    def figures(self) -> list[Figure]:
        """The table."""
        self._pace.catch_up()
        return [self._figure, *self._pair.figures()] if self._runs else []

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """Which runs are chosen belongs to those that have ticks."""
        return {"part": self._tabs, "net": self._pair.net}

    def shutdown(self) -> None:
        """Follows no more."""
        self._pace.close()
        self._pair.close_task()

    # --- filling ----------------------------------------------------------------------

    def _list_names(self) -> list[str]:
        return [run.name for run in self._runs]

    def _fill(self) -> None:
        runs = self._comparison.runs
        rows = list_rows(runs, self._comparison.differences) if runs else []
        others = [run.path for run in runs] != [run.path for run in self._runs]
        self._runs = runs
        is_reading = bool(self._comparison.ticked) and not runs
        self._empty.setText(
            tr("The runs are being read…")
            if is_reading
            else tr(
                "No runs are compared yet.\n\nSet ticks in the panel Runs: their curves lie over "
                "each other in Curves, and what differs is listed here."
            )
        )
        self._pages.setCurrentIndex(0 if runs else 1)
        if rows != self._rows or others:
            self._rows = rows
            self._fill_table(others)
        self._colour_heads()
        self._show_what_can_be_done()

    def _fill_table(self, others: bool) -> None:
        table, rows = self._table, self._rows
        table.setRowCount(len(rows))
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 11)
        if others:
            table.setColumnCount(len(self._runs))
        bold = QFont(table.font())
        bold.setBold(True)
        for i, row in enumerate(rows):
            head = QTableWidgetItem(row.name)
            head.setToolTip("\n".join(part for part in (row.name, row.tip) if part))
            if row.is_head:
                head.setFont(bold)
            table.setVerticalHeaderItem(i, head)
            for j in range(len(self._runs)):
                text = "" if row.is_head else row.cells[j]
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if j in row.best:
                    item.setFont(bold)
                table.setItem(i, j, item)
        if others:
            table.resizeColumnsToContents()
            metrics = table.horizontalHeader().fontMetrics()
            for j, run in enumerate(self._runs):
                lines = _head_of(run, metrics).split("\n")
                needed = max(metrics.horizontalAdvance(line) for line in lines) + _BESIDE_HEAD
                wide = min(max(table.columnWidth(j), 110), _WIDEST_CELL)
                table.setColumnWidth(j, max(wide, needed))

    def _colour_heads(self) -> None:
        theme, overlays = self._themes.theme, self._studio.overlays
        given = {one.source: one.color for one in overlays.histories}
        colors: dict[Path, tuple[TickedRun, QColor]] = {}
        for j, run in enumerate(self._runs):
            metrics = self._table.horizontalHeader().fontMetrics()
            item, source = QTableWidgetItem(_head_of(run, metrics)), str(run.path)
            item.setToolTip(f"{run.name}\n{run.path}")
            color = QColor(theme.text)
            if source in given:
                color = QColor(given[source] or run_color(theme, overlays.number(source)))
            colors[run.path] = run, color
            picture = QPixmap(12, 12)
            picture.fill(color)
            item.setIcon(QIcon(picture))
            self._table.setHorizontalHeaderItem(j, item)
        self._pair.show_runs(colors)

    # --- hands ------------------------------------------------------------------------

    def _find_chosen(self) -> TickedRun | None:
        at = self._table.selectedIndexes()
        column = at[0].column() if at else -1
        return self._runs[column] if 0 <= column < len(self._runs) else None

    @Slot(int)
    def _choose_column(self, column: int) -> None:
        row = max(self._table.currentRow(), 0)
        self._table.setCurrentCell(row, column)

    @Slot()
    def _show_what_can_be_done(self, *_: object) -> None:
        run = self._find_chosen()
        why = tr("Choose a column first: a click on a run's name, or in its column.")
        self._disable(self._away, "" if run else why)
        self._disable(self._use, self._studio.library.why_not_use(run.run) if run else why)

    @staticmethod
    def _disable(button: QPushButton, reason: str) -> None:
        button.setEnabled(not reason)
        button.setToolTip(reason or str(button.property("tip")))

    @Slot()
    def _use_settings(self) -> None:
        run = self._find_chosen()
        if run is not None:
            self._studio.library.use_settings(run.run)

    @Slot()
    def _take_away(self) -> None:
        run = self._find_chosen()
        if run is not None:
            self._comparison.tick([run.path], on=False)
