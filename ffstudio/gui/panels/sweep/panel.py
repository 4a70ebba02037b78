"""A sweep while it is trained and after: its runs as a table and over parallel axes."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import error_words
from ffstudio.core.experiment.sweep_plan import SEED
from ffstudio.core.experiment.sweep_rows import (
    DONE,
    INTERRUPTED,
    RUNNING,
    WAITING,
    SweepRow,
    to_csv,
)
from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.gui.forms.typed_edit import commit_open_texts
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.sweep.parallel_view import ParallelView
from ffstudio.gui.panels.sweep.run_table import STATES, PassingRuns, RunTable, say_name
from ffstudio.gui.panels.sweep.sweep_figure import NETS, draw_sweep, lay_over_axes
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from ffstudio.jobs.sweeps import SweepState

_EMPTY = (
    "No sweep is open.\n\nA sweep trains one experiment with many settings and seeds, and shows "
    "which do best. Right-click a setting in the builder and choose Sweep…, or press New Sweep. "
    "One that was begun before, or by the command ffstudio sweep, is brought up by Open Sweep."
)
_UNDER_WAY = (RUNNING, WAITING, INTERRUPTED)
_MOST_PROCESSES = 64


class SweepPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("sweep_panel")
        self.setAccessibleName(tr("Sweep"))
        self.setMinimumWidth(300)
        self._sweeps = studio.sweeps
        self._build()
        self._sweeps.changed.connect(self._show)
        self._sweeps.workers_changed.connect(self._update_buttons)
        for changed in (studio.spec_changed, studio.problems_changed, studio.data_state_changed):
            changed.connect(self._update_buttons)
        if self._sweeps.state is not None:
            self._show(self._sweeps.state)
        install_copy(self, lambda: next(iter(self.figures()), None), studio.message.emit)
        self.installEventFilter(self)
        self._update_buttons()

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        bar = FlowBar("sweep_controls", self)
        self._new = self._make_button(tr("New Sweep…"), "new_sweep_button", bar)
        self._new.clicked.connect(lambda checked=False: self.links.sweep_wanted.emit(""))
        self._open = self._make_button(tr("Open Sweep…"), "open_sweep_button", bar)
        self._open.setToolTip(tr("Shows the sweep in a folder, begun here or by 'ffstudio sweep'."))
        self._open.clicked.connect(self._ask_for_sweep)
        self._train = self._make_button(tr("Go On"), "go_on_sweep_button", bar)
        self._train.setToolTip(tr("Trains what waits, in processes of their own."))
        self._train.clicked.connect(self._go_on)
        self._jobs = WholeBox(bar)
        self._jobs.setObjectName("sweep_jobs_spin")
        self._jobs.setAccessibleName(tr("Processes that train at once"))
        self._jobs.setToolTip(tr("How many processes train at once; they share the cores."))
        self._jobs.setRange(1, _MOST_PROCESSES)
        self._jobs.setSuffix(" " + tr("at a time"))
        self._pause = self._make_button(tr("Pause"), "pause_sweep_button", bar)
        self._pause.setToolTip(
            tr(
                "Ends the processes that were started here. What they train goes on later from its "
                "last whole epoch."
            )
        )
        self._pause.clicked.connect(self._sweeps.pause)
        self._open_run = self._make_button(tr("Open Run"), "open_sweep_run_button", bar)
        self._open_run.setToolTip(tr("Opens the nets and curves of the run chosen in the table."))
        self._open_run.clicked.connect(self._open_chosen)
        self._clear = self._make_button(tr("Show All"), "show_all_runs_button", bar)
        self._clear.setToolTip(tr("Lets all runs through again."))
        self._export = self._make_button(tr("Export Table…"), "export_sweep_button", bar)
        self._export.setToolTip(tr("Writes the runs shown into a CSV file."))
        self._export.clicked.connect(self._export_table)
        for widget in (self._new, self._open, self._train, self._jobs, self._pause, self._open_run,
                       self._clear, self._export):  # fmt: skip
            bar.add(widget)
        self._about = QLabel(self)
        self._about.setObjectName("sweep_about_label")
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._about.setContentsMargins(8, 0, 8, 0)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("sweep_progress")
        self._progress.setAccessibleName(tr("Progress of the sweep"))
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(6)
        self._progress.hide()
        self._empty = QLabel(tr(_EMPTY), self)
        self._empty.setObjectName("sweep_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._view = ParallelView(self._themes, self)
        self._view.run_chosen.connect(self._choose_row)
        self._view.filtered.connect(self._filter)
        self._clear.clicked.connect(self._view.clear_filters)
        self._model = RunTable(self)
        self._passing = PassingRuns(self)
        self._passing.setSourceModel(self._model)
        self._table = QTableView(self)
        self._table.setObjectName("sweep_table")
        self._table.setAccessibleName(tr("Runs of the sweep"))
        self._table.setModel(self._passing)
        self._table.setSortingEnabled(True)
        self._table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setAlternatingRowColors(True)
        self._table.setTabKeyNavigation(False)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.selectionModel().currentRowChanged.connect(self._mark_row)
        self._table.activated.connect(self._open_chosen)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setObjectName("sweep_splitter")
        split.setChildrenCollapsible(False)
        split.addWidget(self._view)
        split.addWidget(self._table)
        split.setSizes([240, 260])
        content = QWidget(self)
        self._stack = QStackedLayout(content)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(bar)
        column.addWidget(self._progress)
        column.addWidget(self._about)
        column.addWidget(content, 1)

    def _make_button(self, text: str, name: str, parent: QWidget) -> QPushButton:
        button = QPushButton(text, parent)
        button.setObjectName(name)
        button.setAccessibleName(text.rstrip("…"))
        return button

    # --- what every panel has -------------------------------------------------------

    def first_control(self) -> QWidget | None:
        return self._table if self._sweeps.state is not None else self._new

    def figures(self) -> list[Figure]:
        """The runs over their settings; nothing while no sweep is open."""
        state = self._sweeps.state
        if state is None:
            return []
        runs, name = self._view.what_is_shown(), state.path.name
        return [draw_sweep(name, state.plan, state.rows, runs)]

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """How many processes; the rest belongs to the sweep."""
        return {"jobs": self._jobs}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._sweeps.wake()
        elif event.type() == QEvent.Type.Hide:
            self._sweeps.rest()
        return False

    # --- showing --------------------------------------------------------------------

    @Slot(object)
    def _show(self, state: SweepState | None) -> None:
        if state is None:
            self._stack.setCurrentIndex(0)
            self._update_about()
            self._update_buttons()
            return
        names = list(state.plan.settings)
        rows = list(state.rows)
        self._model.show_rows(names, rows)
        runs = lay_over_axes(state.plan, rows)
        self._view.show_runs(runs, [_words(row, names) for row in rows])
        self._stack.setCurrentIndex(1)
        self._filter()
        self._update_buttons()

    @Slot()
    def _filter(self) -> None:
        self._passing.show_passing(self._view.passing())
        self._clear.setEnabled(self._view.is_filtered)
        self._update_about()

    def _update_about(self) -> None:
        state = self._sweeps.state
        if state is None:
            self._about.clear()
            self._progress.hide()
            return
        self._show_progress(state)
        counts = {name: sum(r.state == name for r in state.rows) for name in (DONE, RUNNING)}
        left = sum(row.state in (WAITING, INTERRUPTED) for row in state.rows)
        name, done, rows = state.path.name, counts[DONE], len(state.rows)
        if counts[RUNNING] or left:
            running = counts[RUNNING]
            about = tr(
                "{name}: {done} of {rows} runs are done, {running} running, {left} to be made.",
                name=name,
                done=done,
                rows=rows,
                running=running,
                left=left,
            )
        else:
            about = tr("{name}: {done} of {rows} runs are done.", name=name, done=done, rows=rows)
        sentences = [about]
        if self._sweeps.is_pausing:
            sentences.append(tr("It pauses after the mini-batches under way."))
        best = max((r for r in state.rows if r.judged is not None), key=_rate, default=None)
        if best is not None:
            sentences.append(
                tr(
                    "Best so far: {accuracy} by run {number} ({settings}).",
                    accuracy=write_percent(best.judged, 2),
                    number=best.number,
                    settings=", ".join(_list_settings(best, list(state.plan.settings))),
                )
            )
        if self._view.is_filtered:
            count = self._passing.rowCount()
            sentences.append(tr("{count} pass the filters.", count=count))
        judged_on = "validation" if state.plan.spec.data.validation else "test"
        sentences.append(
            tr(
                "Accuracy: {net} after its last epoch, on {judged_on} images.",
                net=NETS[state.plan.net],
                judged_on=judged_on,
            )
        )
        if state.size:
            sentences.append(_say_size(state))
        self._about.setText(" ".join(sentences))

    def _show_progress(self, state: SweepState) -> None:
        """Epochs done of all there are; a run that was ended early leaves none."""
        epochs = [self._count_epochs(state, row) for row in state.rows]
        done = sum(r.epochs if r.state in _UNDER_WAY else n
                   for r, n in zip(state.rows, epochs, strict=True))  # fmt: skip
        total = max(sum(epochs), 1)
        self._progress.setRange(0, total)
        self._progress.setValue(min(done, total))
        self._progress.setVisible(done < total)
        self._progress.setToolTip(
            tr("{done} of {total} epochs of all runs.", done=done, total=total)
        )

    def _count_epochs(self, state: SweepState, row: SweepRow) -> int:
        epochs = row.chosen.get("epochs", state.plan.spec.epochs)
        return int(epochs) if isinstance(epochs, (int, float)) else state.plan.spec.epochs

    @Slot()
    def _update_buttons(self, *_: object) -> None:
        state = self._sweeps.state
        rows = () if state is None else state.rows
        trains = self._sweeps.num_workers > 0
        why = self._studio.why_not_apart()
        self._new.setEnabled(not why)
        self._new.setToolTip(why or tr("Asks which settings of the builder's experiment to vary."))
        self._train.setEnabled(
            not trains and any(row.state in (WAITING, INTERRUPTED) for row in rows)
        )
        self._jobs.setEnabled(not trains)
        self._pause.setEnabled(trains and not self._sweeps.is_pausing)
        self._export.setEnabled(bool(rows))
        self._clear.setEnabled(self._view.is_filtered)
        problem = _why_not_open(self._find_chosen())
        self._open_run.setEnabled(not problem)
        self._open_run.setToolTip(
            problem or tr("Opens the nets and curves of the run chosen in the table.")
        )

    # --- choosing -------------------------------------------------------------------

    def _find_chosen(self) -> SweepRow | None:
        index = self._passing.mapToSource(self._table.currentIndex())
        return self._model.rows[index.row()] if index.isValid() else None

    @Slot(int)
    def _choose_row(self, row: int) -> None:
        index = self._passing.mapFromSource(self._model.index(row, 0))
        if index.isValid():
            self._table.setCurrentIndex(index)
            self._table.scrollTo(index)

    @Slot(QModelIndex, QModelIndex)
    def _mark_row(self, index: QModelIndex, before: QModelIndex) -> None:
        source = self._passing.mapToSource(index)
        self._view.choose(source.row() if source.isValid() else None)
        self._update_buttons()

    @Slot()
    def _open_chosen(self, *_: object) -> None:
        row = self._find_chosen()
        if row is not None and not _why_not_open(row):
            self.links.run_wanted.emit(row.folder)

    # --- verbs ----------------------------------------------------------------------

    @Slot()
    def _ask_for_sweep(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Open Sweep"))
        if name:
            self._sweeps.open(Path(name))

    @Slot()
    def _go_on(self) -> None:
        commit_open_texts()
        self._sweeps.start_workers(self._jobs.value())
        self._update_buttons()

    @Slot()
    def _export_table(self) -> None:
        state = self._sweeps.state
        if state is None:
            return
        suggested = f"{state.path.name}.csv"
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export Table"), suggested, tr("CSV (*.csv)")
        )
        if not name:
            return
        path = Path(name)
        if not path.suffix:
            path = path.with_suffix(".csv")
        rows = [row for row, passes in zip(state.rows, self._view.passing(), strict=True) if passes]
        try:
            write_text_atomically(path, to_csv(rows, list(state.plan.settings)))
        except OSError as error:
            text = tr(
                "{path} cannot be written ({error_words}).",
                path=path,
                error_words=error_words(error),
            )
            self._studio.error_raised.emit(UserError(tr("The table was not exported"), text))
        else:
            self._studio.message.emit(tr("The table was exported to {path}.", path=path))


def _why_not_open(row: SweepRow | None) -> str:
    if row is None:
        return tr("Choose a run in the table first.")
    if row.state == RUNNING:
        return tr("This run is being trained. Wait for its end.")
    if row.folder is None or not row.epochs:
        return tr("Nothing is kept of this run yet.")
    return ""


def _list_settings(row: SweepRow, names: Sequence[str]) -> list[str]:
    """What was chosen for a run, as one reads it."""
    return [
        f"{tr('seed') if name == SEED else say_name(name)} {number_text(row.chosen.get(name))}"
        for name in (*names, SEED)
    ]


def _rate(row: SweepRow) -> float:
    return -math.inf if row.judged is None else row.judged


def _to_megabytes(size: int) -> str:
    if size < 1e9:
        return tr("{size} MB", size=write_number(size / 1e6, ".1f"))
    return tr("{size} GB", size=write_number(size / 1e9, ".2f"))


def _say_size(state: SweepState) -> str:
    size = _to_megabytes(state.size)
    if state.counts:
        return tr("It takes {size}, of the 5 GB that all runs may take.", size=size)
    return tr("It takes {size}, besides the 5 GB that your runs may take.", size=size)


def _words(row: SweepRow, names: Sequence[str]) -> str:
    lines = [tr("Run {number}: {state}", number=row.number, state=STATES[row.state])]
    lines += _list_settings(row, names)
    if row.judged is not None:
        lines.append(tr("accuracy: {judged}", judged=write_percent(row.judged, 2)))
    return "\n".join(lines)
