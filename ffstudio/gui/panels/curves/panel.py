"""Live curves: Forward-Forward loss per layer, backprop loss, and accuracy of both.

The two losses measure different things on different scales, so each has its own plot;
all plots share the x-axis and the crosshair. Which plots there are and what they show is
declared in :mod:`ffstudio.core.run.quantities`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.run.history import X_AXES, Series, SeriesKey
from ffstudio.core.run.quantities import PLOTS
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.panels.curves.controls import AddCurvesButton, CurvesControls
from ffstudio.gui.panels.curves.curve_figures import CurvesFigure
from ffstudio.gui.panels.curves.looks import say_place
from ffstudio.gui.panels.curves.plot_group import X_LABELS, PlotGroup
from ffstudio.gui.panels.curves.run_legend import RunLegend
from ffstudio.gui.panels.curves.shown_curves import ShownCurves
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.plots.chart import Chart
from ffstudio.gui.plots.curve import Curve
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.plots.plot import Plot
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.others import holds_curves
from ffstudio.jobs.studio import Studio

_FRAME_S = 1 / 30


def _curves_in(event: QDropEvent) -> list[Path]:
    """The files of curves, or folders of them, that are dropped."""
    places = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in places if holds_curves(path)]


class CurvesPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("curves_panel")
        self.setAccessibleName(tr("Curves"))
        self.setMinimumWidth(300)
        self._shown = ShownCurves(studio.history)
        # The plot under the pointer, and where on its x-axis that is.
        self._cursor: tuple[str, float] | None = None
        self.pace = self.make_pace(self._draw, _FRAME_S)
        # Plots with something new, the one that has waited longest first.
        self._stale: list[PlotGroup] = []
        # What lies over the run's own curves, as it was told last.
        self._laid_over: tuple[object, ...] | None = None
        self._build()
        self._figures = self._make_figures()
        self._copy_shortcut = install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.history_changed.connect(self._grow)
        studio.status_changed.connect(self.pace.ask)
        studio.problems_changed.connect(self.pace.ask)
        studio.moment_changed.connect(self._show_cursor)
        studio.overlays.changed.connect(self.pace.hurry)
        themes.changed.connect(self._recolour)
        self.redraw()

    def _build(self) -> None:
        self._empty = QLabel(self)
        self._empty.setObjectName("curves_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.setObjectName("curves_splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(5)
        self._groups = {
            name: PlotGroup(name, self._shown, self._themes, self._splitter) for name in PLOTS
        }
        for name, group in self._groups.items():
            self._splitter.addWidget(group)
            group.hide()
            group.curves_chosen.connect(self.redraw)
            group.choice_made.connect(self._choose_on_demand)
            group.plot.moved.connect(self._move)
            group.plot.reset_asked.connect(self.fit_view)
            group.plot.hovered.connect(partial(self._hover, name))
            group.plot.menu_filled.connect(self._fill_menu)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)
        self._controls = CurvesControls(self)
        self._shown.smoothing = self._controls.smoothing
        self._controls.axis_chosen.connect(self._choose_axis)
        self._controls.log_chosen.connect(self._choose_log)
        self._controls.turns_chosen.connect(self._choose_turns)
        self._controls.smoothing_chosen.connect(self._choose_smoothing)
        self._controls.fit_wanted.connect(self.fit_view)
        self.links.curves_need_axis.connect(self._controls.choose_among)
        self.setAcceptDrops(True)
        self._runs = RunLegend(self._shown, self._studio.overlays, self._themes, self)
        self._runs.runs_chosen.connect(self.redraw)
        self._runs.bands_chosen.connect(self._choose_bands)
        self._read_out = QLabel(self)
        self._read_out.setObjectName("curves_read_out")
        self._read_out.setAccessibleName(tr("Position of the crosshair"))
        self._read_out.setProperty("muted", True)
        self._read_out.setContentsMargins(8, 0, 8, 0)
        # The button beside it leaves it little room in a narrow panel.
        self._read_out.setWordWrap(True)
        self._read_out.setToolTip(
            tr(
                "Where the crosshair is. The legends show each curve's value there, smoothed if "
                "smoothing is on."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._controls)
        add = AddCurvesButton(self)
        add.clicked.connect(self.links.curves_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._read_out, 1)
        row.addWidget(add)
        column.addLayout(row)
        column.addWidget(self._runs)
        column.addWidget(holder, 1)

    def _make_figures(self) -> list[CurvesFigure]:
        """All plots together, then each alone."""
        figures = [
            CurvesFigure(
                self._shown, self.chart, tuple(PLOTS), "learning-curves", tr("Learning curves")
            )
        ]
        for name, entry in PLOTS.items():
            title = entry.figure_title or entry.title
            figures.append(
                CurvesFigure(self._shown, self.chart, (name,), name.replace("_", "-"), title)
            )
        return figures

    # --- state ----------------------------------------------------------------------

    @property
    def axis(self) -> str:
        """``step``, ``epoch`` or ``seconds``."""
        return self._shown.axis

    @property
    def smoothing(self) -> float:
        """0 (raw) to 0.99."""
        return self._shown.smoothing

    @property
    def is_log(self) -> bool:
        return self._shown.is_log

    def plot(self, name: str) -> Plot:
        """A plot by its name in :data:`~ffstudio.core.run.quantities.PLOTS`."""
        return self._groups[name].plot

    def _group_of(self, key: SeriesKey) -> PlotGroup | None:
        return self._groups.get(key.quantity.plot_of(key.algorithm) or "")

    def curve(self, key: SeriesKey) -> Curve | None:
        """The line of a curve, if it is among those drawn."""
        group = self._group_of(key)
        return group.curves.get(key) if group else None

    def chip(self, key: SeriesKey) -> LegendChip | None:
        """The legend's entry of a curve."""
        group = self._group_of(key)
        return group.chips.get(key) if group else None

    def keys(self, plot: str) -> list[SeriesKey]:
        """The curves shown in a plot, in the legend's order."""
        return self._shown.keys(plot)

    def chart(self, plot: str, theme: Theme) -> Chart:
        """A plot as it is shown now, for painting in any theme."""
        return self._groups[plot].chart(theme)

    def figures(self) -> list[Figure]:
        """For export: all plots together, and each alone; those without curves are left out."""
        self._stale.clear()
        self.pace.catch_up()
        filled: list[Figure] = [f for f in self._figures if not f.figure_size().isEmpty()]
        # One plot alone would be the same picture twice.
        return filled[1:] if len(filled) == 2 else filled or [self._figures[0]]

    def why_blank(self, figure: Figure) -> str:
        return tr("There are no curves yet.")

    def _figure_to_copy(self) -> Figure | None:
        for figure, name in zip(self._figures[1:], PLOTS, strict=True):
            if self._groups[name].plot.hasFocus() and not figure.figure_size().isEmpty():
                return figure
        return self._figures[0] if self._studio.history else None

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        kept: dict[str, RememberedWidget] = dict(self._controls.controls_to_remember())
        for group in self._groups.values():
            kept.update(group.boxes)
        return {**kept, "bands": self._runs.bands}

    # --- what the user does ---------------------------------------------------------

    @Slot(str)
    def _choose_axis(self, axis: str) -> None:
        self._shown.axis = axis
        for group in self._groups.values():
            group.plot.follow()
            group.plot.set_labels(x=X_LABELS[axis])
        self._cursor = None
        self.redraw()

    @Slot(bool)
    def _choose_log(self, log: bool) -> None:
        self._shown.is_log = log
        for name, group in self._groups.items():
            if not PLOTS[name].in_percent:
                group.plot.set_log(log)
                group.plot.follow()
        self.redraw()

    @Slot(bool)
    def _choose_turns(self, marked: bool) -> None:
        self._shown.marks_turns = marked
        self.pace.hurry()

    @Slot(float)
    def _choose_smoothing(self, smoothing: float) -> None:
        self._shown.smoothing = smoothing
        self.pace.hurry()

    @Slot(str, bool)
    def _choose_on_demand(self, metric: str, on: bool) -> None:
        (self._shown.on_demand.add if on else self._shown.on_demand.discard)(metric)
        self.redraw()

    @Slot(bool)
    def _choose_bands(self, on: bool) -> None:
        self._laid_over = None
        self.redraw()

    @Slot()
    def fit_view(self) -> None:
        """Shows everything and follows new values."""
        for group in self._groups.values():
            group.plot.follow()
        self.redraw()

    @Slot(object)
    def _move(self, x_range: tuple[float, float]) -> None:
        self._shown.x_range = x_range
        for group in self._groups.values():
            group.plot.set_x_range(*x_range, by_user=True)
        self.pace.hurry()

    def _hover(self, name: str, x: float | None) -> None:
        if x is not None:
            self._cursor = (name, x)
        elif self._cursor is None or self._cursor[0] != name:
            return
        else:
            self._cursor = None
        self._show_cursor()

    @Slot(object)
    def _fill_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(tr("Copy Picture and Data")).triggered.connect(self._copy_shortcut.activated)

    # --- drawing --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files of curves; what else can be opened is the window's."""
        if _curves_in(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lays the curves of the files over those shown."""
        paths = _curves_in(event)
        if paths:
            event.acceptProposedAction()
            self.links.curves_dropped.emit(paths)
        else:
            event.ignore()

    @Slot()
    def redraw(self) -> None:
        """Brings everything up to date at once."""
        self._stale.clear()
        self.pace.now()

    @Slot()
    def _grow(self) -> None:
        """There is more to draw: while a run goes on, in one plot after the other.

        Drawn and painted together they would keep the window from its user three times as long.
        """
        if self._studio.is_learning:
            self._stale += [g for g in self._groups.values() if g not in self._stale]
        self.pace.ask()

    def _draw(self) -> None:
        self._take_history()
        self._take_overlays()
        for group in self._groups.values():
            group.match()
        filled = [group for group in self._groups.values() if group.chips]
        for group in self._groups.values():
            group.setVisible(group in filled)
            group.plot.set_x_axis_shown(bool(filled) and group is filled[-1])
        self._stack.setCurrentWidget(self._splitter if filled else self._empty)
        self._show_empty_text()
        if filled:
            if all(group.plot.follows_x for group in filled):
                self._shown.x_range = self._shown.whole_x_range()
            turn = next((group for group in self._stale if group in filled), None)
            drawn = filled if turn is None else [turn]
            for group in drawn:
                group.draw()
            self._show_cursor(drawn)
            self._stale = [g for g in self._stale if g in filled and g not in drawn]
            if self._stale:
                self.pace.ask()
        else:
            self._read_out.setText(" ")

    def _take_history(self) -> None:
        history = self._studio.history
        self._shown.set_sizes = self._studio.judged_set_sizes
        if history is not self._shown.history:
            self._shown.history = history
            self._cursor = None
            for group in self._groups.values():
                group.forget()
                group.plot.follow()

    def _take_overlays(self) -> None:
        """What lies over the run's own curves, made anew where it has changed."""
        overlays, studio = self._studio.overlays, self._studio
        histories = overlays.histories
        sizes = [len(s) for one in histories for s in one.history.series.values()]
        told = (histories, sizes)
        if told != self._laid_over:
            had, self._laid_over = self._shown.overlays, told
            numbers = {one.source: overlays.number(one.source) for one in histories}
            self._shown.lay_over(histories, numbers, bands=self._runs.bands.isChecked())
            if bool(had) != bool(self._shown.overlays):  # colours tell runs, or layers again
                for group in self._groups.values():
                    group.recolour(self._themes.theme)
        nets = studio.shown.net_name
        title = studio.spec.title if nets is None else nets.title
        own = tr("{name} (shown)", name=title) if title else tr("The run shown")
        self._shown.own_name = own
        self._runs.match(own if studio.history else "")

    def _show_empty_text(self) -> None:
        network = self._studio.spec.network
        why = next((p.reason for p in self._studio.problems if p.path == ("network",)), "")
        if self._studio.is_learning:
            text = tr("Waiting for the first mini-batch…")
        elif network is not None and why:
            text = tr(
                "No curves: this net cannot be trained here.\n{why}{why_2}.",
                why=why[0].upper(),
                why_2=why[1:],
            )
        else:
            text = tr(
                "No curves yet.\nPress Train (Space) and watch the losses fall here, layer by "
                "layer, with backprop beside them."
            )
        self._empty.setText(text)

    def _moment(self) -> tuple[Series, int] | None:
        """The last point before the earlier moment that is looked at."""
        past = self._studio.past
        series = next((s for s in self._shown.history.series.values() if len(s)), None)
        if past is None or past.snapshot is None or series is None:
            return None
        epochs = series.axis("epoch")
        return series, max(int(np.searchsorted(epochs, past.snapshot.epoch, "right")) - 1, 0)

    @Slot()
    def _show_cursor(self, newest: Collection[PlotGroup] | None = None) -> None:
        """The line through all plots, dots on the curves, and the values in the legends.

        Args:
            newest: Where values have changed; all by default.
        """
        if self._cursor:
            snapped = self._groups[self._cursor[0]].snap(self._cursor[1])
        else:
            snapped = self._moment()
        if snapped is None:
            if self._cursor is None:
                for group in newest if newest is not None else self._groups.values():
                    group.show_last_values()
                self._runs.show_values()
                self._read_out.setText(self._shown.last_read_out())
            return
        series, i = snapped
        self._read_out.setText(
            say_place({name: series.place(name, i) for name in X_AXES}, self.axis)
        )
        x = float(series.axis(self.axis)[i])
        for group in self._groups.values():
            group.show_values_at(x)
        self._runs.show_values(self._cursor[0] if self._cursor else "accuracy", x)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        for group in self._groups.values():
            group.recolour(theme)
        self.pace.ask()

    def shutdown(self) -> None:
        """Stops redrawing."""
        self.pace.close()
