"""Live curves: Forward-Forward loss per layer, backprop loss, and accuracy of both.

The two losses measure different things on different scales, so each has its own plot;
all plots share the x-axis and the crosshair.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSizeF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.run.history import AXES, Mark, Series, SeriesKey
from ffstudio.gui.figures.figure import Figure, Table, install_copy
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.look.theme import Theme, ThemeManager, layer_color, layer_dash
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.plots.chart import (
    Chart,
    Line,
    paint_chart,
    stacked,
    y_axis_width,
)
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.plots.plot import Curve, Plot
from ffstudio.gui.plots.ticks import padded
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

Column = npt.NDArray[np.float64]

GROUPS = ("ff_loss", "bp_loss", "accuracy")
_TITLES = {
    "ff_loss": "Forward-Forward loss per layer",
    "bp_loss": "Backprop loss",
    "accuracy": "Accuracy",
}
_Y_LABELS = {"ff_loss": "FF loss", "bp_loss": "Cross-entropy", "accuracy": "Accuracy (%)"}
_X_LABELS = {"step": "Step (mini-batches)", "epoch": "Epoch", "seconds": "Training time (s)"}
_AXIS_TITLES = {"step": "Step", "epoch": "Epoch", "seconds": "Seconds"}

_POINTS = 1200  # per curve on the screen: more than a plot has columns of pixels
_FIGURE_POINTS = 2400
_TABLE_POINTS = 20_000
_FRAME_S = 1 / 30


def group_of(key: SeriesKey) -> str | None:
    """The plot that shows a curve, or None."""
    if key.metric == "loss":
        return f"{key.algorithm}_loss"
    if key.metric == "evaluation_loss":
        return "bp_loss" if key.algorithm == "bp" else None
    if key.metric.endswith("accuracy"):
        return "accuracy"
    return None


@dataclass(frozen=True)
class Look:
    """How a curve is told from the others, with and without colour."""

    name: str
    dash: Qt.PenStyle
    marker: str

    @staticmethod
    def of(key: SeriesKey) -> Look:
        solid, dashed = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
        where = key.dataset.capitalize()
        if key.metric == "loss" and key.layer is not None:
            return Look(f"Layer {key.layer + 1}", layer_dash(key.layer), "")
        if key.metric == "loss":
            return Look("Train", solid, "")
        if key.metric == "evaluation_loss":
            return Look(where, dashed, "square")
        if key.metric == "layer_accuracy" and key.layer is not None:
            return Look(f"Layer {key.layer + 1}", layer_dash(key.layer), "triangle")
        if key.metric == "cumulative_accuracy" and key.layer is not None:
            return Look(f"Up to layer {key.layer + 1}", layer_dash(key.layer), "diamond")
        if key.metric == "read_out_accuracy":
            return Look(f"FF read-out {key.dataset}", Qt.PenStyle.DashDotLine, "diamond")
        if key.algorithm == "ff":
            return Look(f"FF {key.dataset}", solid, "circle")
        return Look(f"BP {key.dataset}", dashed, "square")


def color_of(key: SeriesKey, theme: Theme) -> QColor:
    """A layer's colour, or its algorithm's."""
    if key.layer is not None:
        return layer_color(theme, key.layer)
    return QColor(theme.ff if key.algorithm == "ff" else theme.bp)


def value_text(key: SeriesKey, value: float) -> str:
    """A value with its unit."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if "accuracy" in key.metric:
        return f"{100 * value:.2f} %"
    return f"{value:#.4g}".rstrip(".")


def is_smoothed(key: SeriesKey) -> bool:
    """Only values per step are noisy enough to need it."""
    return key.metric == "loss"


def thinned_marks(marks: Iterable[Mark], axis: str, nearer_than: float) -> list[Mark]:
    """Marks of which a drag of one setting's slider leaves only the last."""
    kept: list[Mark] = []
    for mark in marks:
        setting = mark.text.partition(" → ")[0]
        for i in range(len(kept) - 1, -1, -1):
            if mark.at(axis) - kept[i].at(axis) > nearer_than:
                break
            same = kept[i].algorithm == mark.algorithm
            if same and kept[i].text.partition(" → ")[0] == setting:
                del kept[i]
                break
        kept.append(mark)
    return kept


class _Group(QWidget):
    """One plot with its title and legend."""

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"{name}_group")
        self.curves: dict[SeriesKey, Curve] = {}
        self.chips: dict[SeriesKey, LegendChip] = {}
        self.title = QLabel(_TITLES[name], self)
        self.title.setObjectName(f"{name}_title")
        font = QFont(self.title.font())
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.plot = Plot(themes, _X_LABELS["step"], _Y_LABELS[name], self)
        self.plot.setObjectName(f"{name}_plot")
        self.plot.setAccessibleName(f"{_TITLES[name]} plot")
        legend = QWidget(self)
        legend.setObjectName(f"{name}_legend")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        legend.setSizePolicy(policy)
        self.flow = FlowLayout(legend, spacing=2)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.title.setContentsMargins(7, 0, 0, 0)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 5, 2, 2)
        column.setSpacing(1)
        column.addLayout(self.head)
        column.addWidget(legend)
        column.addWidget(self.plot, 1)


class CurvesFigure:
    """Some of the panel's plots as they are shown now, for export."""

    figure_min_width = 230.0

    def __init__(self, panel: CurvesPanel, groups: tuple[str, ...], name: str, title: str) -> None:
        self._panel, self._groups, self._name, self._title = panel, groups, name, title

    @property
    def figure_name(self) -> str:
        return self._name

    @property
    def figure_title(self) -> str:
        return self._title

    def _shown(self) -> list[str]:
        return [g for g in self._groups if self._panel.keys(g)]

    def figure_size(self) -> QSizeF:
        count = len(self._shown())
        return QSizeF(468.0, 14.0 + 176.0 * count) if count else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the plots one below the other."""
        shown = self._shown()
        inner = rect.adjusted(10, 10, -10, -8)
        parts = stacked(inner, len(shown), 12.0)
        charts = [self._panel.chart(name, theme) for name in shown]
        pairs = list(zip(parts, charts, strict=True))
        width = max((y_axis_width(painter, part, chart) for part, chart in pairs), default=0.0)
        for part, chart in pairs:
            paint_chart(painter, part, theme, chart, width)

    def figure_table(self) -> Table:
        """Tidy rows of the curves shown; very long ones keep their extremes."""
        header = ["curve", "algorithm", "metric", "layer", "dataset", *AXES, "value"]
        rows: list[list[object]] = []
        for name in self._shown():
            for key in self._panel.keys(name):
                series = self._panel.studio.history.series[key]
                if len(series) <= _TABLE_POINTS:
                    chosen = np.arange(len(series))
                else:
                    kept, _ = series.thinned("step", _TABLE_POINTS)
                    chosen = np.searchsorted(series.axis("step"), kept)
                columns = [series.axis(a)[chosen].tolist() for a in AXES]
                layer = "" if key.layer is None else key.layer + 1
                head = [key.label, key.algorithm, key.metric, layer, key.dataset]
                values = series.values[chosen].tolist()
                for step, epoch, seconds, value in zip(*columns, values, strict=True):
                    rows.append([*head, int(step), epoch, seconds, value])
        return header, rows


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
        self.setAccessibleName("Curves")
        self.setMinimumWidth(300)
        self.studio = studio
        self._history = studio.history
        self._hidden: set[SeriesKey] = set()
        self._cursor: tuple[str, float] | None = None
        self._x_range = (0.0, 1.0)
        self.pace = Pace(self._draw, self, least_s=_FRAME_S)

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
        self._groups = {name: _Group(name, themes, self._splitter) for name in GROUPS}
        for group in self._groups.values():
            self._splitter.addWidget(group)
            group.hide()
            group.plot.moved.connect(self._moved)
            group.plot.reset_asked.connect(self.fit_view)
            group.plot.hovered.connect(self._hovered)
            group.plot.menu_filled.connect(self._fill_menu)
            group.plot.painted.connect(self.pace.spent)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._make_controls())
        column.addWidget(self._read_out)
        column.addWidget(holder, 1)

        self._figures = [
            CurvesFigure(self, GROUPS, "learning-curves", "Learning curves"),
            CurvesFigure(self, ("ff_loss",), "ff-loss", "FF loss per layer"),
            CurvesFigure(self, ("bp_loss",), "bp-loss", "Backprop loss"),
            CurvesFigure(self, ("accuracy",), "accuracy", "Accuracy"),
        ]
        self._copy_shortcut = install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.history_changed.connect(self.pace.ask)
        studio.status_changed.connect(self.pace.ask)
        themes.changed.connect(self._dress)
        self._dress(themes.theme)
        self.redraw()

    def _make_controls(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("curves_controls")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        flow = FlowLayout(bar, spacing=8)
        flow.setContentsMargins(8, 0, 8, 0)

        self._axis_box = QComboBox(bar)
        self._axis_box.setObjectName("curves_axis_combo")
        self._axis_box.setAccessibleName("X-axis")
        self._axis_box.setToolTip(
            "What runs along the x-axis.\nStep compares mini-batches, Epoch compares passes over "
            "the data,\nSeconds compares the time each net has really taken."
        )
        for axis in AXES:
            self._axis_box.addItem(_AXIS_TITLES[axis], axis)
        self._axis_box.currentIndexChanged.connect(self._axis_chosen)
        flow.addWidget(_pair("X-axis", self._axis_box))

        self._log_box = QCheckBox("Log Scale", bar)
        self._log_box.setObjectName("curves_log_check")
        self._log_box.setAccessibleName("Log Scale")
        self._log_box.setToolTip(
            "Draws the losses on a logarithmic axis: small losses are told apart better.\n"
            "A loss of zero has no place there and leaves a gap."
        )
        self._log_box.toggled.connect(self._log_chosen)
        flow.addWidget(self._log_box)

        self._smoothing = QSlider(Qt.Orientation.Horizontal, bar)
        self._smoothing.setObjectName("curves_smoothing_slider")
        self._smoothing.setAccessibleName("Smoothing")
        self._smoothing.setRange(0, 99)
        self._smoothing.setValue(80)
        self._smoothing.setFixedWidth(90)
        self._smoothing.setToolTip(
            "Averages the loss over about 1 ÷ (1 − smoothing) steps: 0.90 is ten steps, 0.99 is\n"
            "a hundred. The raw values stay behind it, faint."
        )
        self._smoothing.valueChanged.connect(self._smoothing_chosen)
        self._smoothing_text = QLabel("0.80", bar)
        self._smoothing_text.setObjectName("curves_smoothing_label")
        self._smoothing_text.setMinimumWidth(
            self._smoothing_text.fontMetrics().horizontalAdvance("0.00") + 2
        )
        flow.addWidget(_pair("Smoothing", self._smoothing, self._smoothing_text))

        self._layers_box = QCheckBox("Per-Layer Accuracy", self._groups["accuracy"])
        self._layers_box.setObjectName("curves_layers_check")
        self._layers_box.setAccessibleName("Per-Layer Accuracy")
        self._layers_box.setToolTip(
            "Also shows how often each Forward-Forward layer, asked alone, names the right label."
        )
        self._layers_box.toggled.connect(self._layers_toggled)
        self._sums_box = QCheckBox("Sums", self._groups["accuracy"])
        self._sums_box.setObjectName("curves_sums_check")
        self._sums_box.setAccessibleName("Accuracy of layers added up")
        self._sums_box.setToolTip(
            "Also shows the accuracy of the voting layers' goodness added up from the first of\n"
            "them to each: what one more layer brings. The last sum is the accuracy itself."
        )
        self._sums_box.toggled.connect(self._layers_toggled)
        head = self._groups["accuracy"].head
        head.addWidget(self._layers_box)
        head.addWidget(self._sums_box)
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(12)
        # Two boxes leave a narrow panel no room for all of the title.
        self._groups["accuracy"].title.setMinimumWidth(1)

        self._fit_button = QPushButton("Fit View", bar)
        self._fit_button.setObjectName("curves_fit_button")
        self._fit_button.setAccessibleName("Fit View")
        self._fit_button.setToolTip(
            "Shows everything and follows new values again.\nIn a plot: wheel magnifies along x, "
            "Ctrl+wheel along y, a drag moves, a double click fits."
        )
        self._fit_button.clicked.connect(self.fit_view)
        flow.addWidget(self._fit_button)

        self._read_out = QLabel(self)
        self._read_out.setObjectName("curves_read_out")
        self._read_out.setAccessibleName("Position of the crosshair")
        self._read_out.setProperty("muted", True)
        self._read_out.setContentsMargins(8, 0, 8, 0)
        self._read_out.setToolTip(
            "Where the crosshair is. The legends show each curve's value there, smoothed if "
            "smoothing is on."
        )
        return bar

    # --- state ----------------------------------------------------------------------

    @property
    def axis(self) -> str:
        """``step``, ``epoch`` or ``seconds``."""
        return str(self._axis_box.currentData())

    @property
    def smoothing(self) -> float:
        """0 (raw) to 0.99."""
        return self._smoothing.value() / 100

    @property
    def is_log(self) -> bool:
        return self._log_box.isChecked()

    def plot(self, group: str) -> Plot:
        """The plot of ``ff_loss``, ``bp_loss`` or ``accuracy``."""
        return self._groups[group].plot

    def curve(self, key: SeriesKey) -> Curve | None:
        """The line of a curve, if it is among those drawn."""
        group = group_of(key)
        return self._groups[group].curves.get(key) if group else None

    def chip(self, key: SeriesKey) -> LegendChip | None:
        """The legend's entry of a curve."""
        group = group_of(key)
        return self._groups[group].chips.get(key) if group else None

    def keys(self, group: str, *, hidden: bool = False) -> list[SeriesKey]:
        """The curves of a plot in the legend's order; with ``hidden`` also those switched off."""
        found = [
            key
            for key, series in self.studio.history.series.items()
            if group_of(key) == group
            and len(series)
            and (key.metric != "layer_accuracy" or self._layers_box.isChecked())
            and (key.metric != "cumulative_accuracy" or self._shows_sum(key))
            and (hidden or key not in self._hidden)
        ]
        order = {
            "loss": 0,
            "evaluation_loss": 1,
            "accuracy": 2,
            "read_out_accuracy": 3,
            "layer_accuracy": 4,
            "cumulative_accuracy": 5,
        }
        return sorted(
            found,
            key=lambda k: (order[k.metric], k.algorithm != "ff", k.layer or 0, k.dataset),
        )

    def _sums(self) -> list[SeriesKey]:
        """The curves of added-up goodness, but for the last, which is the accuracy itself."""
        found = [k for k in self.studio.history.series if k.metric == "cumulative_accuracy"]
        last = max((k.layer or 0 for k in found), default=0)
        return [k for k in found if (k.layer or 0) < last]

    def _shows_sum(self, key: SeriesKey) -> bool:
        return self._sums_box.isChecked() and key in self._sums()

    def figures(self) -> list[Figure]:
        """For export: all plots together, and each alone; those without curves are left out."""
        shown: list[Figure] = [f for f in self._figures if not f.figure_size().isEmpty()]
        # One plot alone would be the same picture twice.
        return shown[1:] if len(shown) == 2 else shown or [self._figures[0]]

    def _figure_to_copy(self) -> Figure | None:
        for figure, name in zip(self._figures[1:], GROUPS, strict=True):
            if self._groups[name].plot.hasFocus() and not figure.figure_size().isEmpty():
                return figure
        return self._figures[0] if self.studio.history else None

    def choices(self) -> dict[str, object]:
        """What the user has chosen here, to be remembered."""
        return {
            "axis": self.axis,
            "log": self.is_log,
            "smoothing": self._smoothing.value(),
            "layers": self._layers_box.isChecked(),
            "sums": self._sums_box.isChecked(),
        }

    def choose(self, choices: dict[str, object]) -> None:
        """Goes back to remembered choices; anything unknown is passed over."""
        axis = choices.get("axis")
        if axis in AXES:
            self._axis_box.setCurrentIndex(AXES.index(str(axis)))
        smoothing = choices.get("smoothing")
        if isinstance(smoothing, int):
            self._smoothing.setValue(smoothing)
        self._log_box.setChecked(bool(choices.get("log", self.is_log)))
        self._layers_box.setChecked(bool(choices.get("layers", self._layers_box.isChecked())))
        self._sums_box.setChecked(bool(choices.get("sums", self._sums_box.isChecked())))

    # --- what the user does ---------------------------------------------------------

    @Slot(int)
    def _axis_chosen(self, index: int) -> None:
        for group in self._groups.values():
            group.plot.follow()
            group.plot.set_labels(x=_X_LABELS[self.axis])
        self._cursor = None
        self.redraw()

    @Slot(bool)
    def _log_chosen(self, log: bool) -> None:
        for name in ("ff_loss", "bp_loss"):
            plot = self._groups[name].plot
            plot.set_log(log)
            plot.follow()
        self.redraw()

    @Slot(int)
    def _smoothing_chosen(self, value: int) -> None:
        self._smoothing_text.setText(f"{value / 100:.2f}")
        self.pace.hurry()

    @Slot(bool)
    def _layers_toggled(self, shown: bool) -> None:
        self.redraw()

    @Slot()
    def fit_view(self) -> None:
        """Shows everything and follows new values."""
        for group in self._groups.values():
            group.plot.follow()
        self.redraw()

    @Slot(object)
    def _moved(self, x_range: tuple[float, float]) -> None:
        self._x_range = x_range
        for group in self._groups.values():
            group.plot.set_x_range(*x_range, by_user=True)
        self.pace.hurry()

    @Slot(bool)
    def _chip_clicked(self, shown: bool) -> None:
        for group in self._groups.values():
            for key, chip in group.chips.items():
                if chip.isChecked():
                    self._hidden.discard(key)
                else:
                    self._hidden.add(key)
        self.redraw()

    @Slot()
    def _chip_solo(self) -> None:
        sender = self.sender()
        for group in self._groups.values():
            if sender not in group.chips.values():
                continue
            alone = all(c.isChecked() == (c is sender) for c in group.chips.values())
            for chip in group.chips.values():
                chip.setChecked(alone or chip is sender)
        self._chip_clicked(True)

    @Slot(object)
    def _hovered(self, x: float | None) -> None:
        sender = self.sender()
        name = next((n for n, g in self._groups.items() if g.plot is sender), None)
        if x is None:
            if self._cursor is not None and (name is None or self._cursor[0] == name):
                self._cursor = None
                self._show_cursor()
        elif name is not None:
            self._cursor = (name, x)
            self._show_cursor()

    @Slot(object)
    def _fill_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction("Copy Picture and Data").triggered.connect(self._copy_shortcut.activated)

    # --- drawing --------------------------------------------------------------------

    @Slot()
    def redraw(self) -> None:
        """Brings everything up to date at once."""
        self.pace.now()

    def _draw(self) -> None:
        history = self.studio.history
        if history is not self._history:
            self._history = history
            self._cursor = None
            for group in self._groups.values():
                group.plot.follow()
        self._sums_box.setVisible(bool(self._sums()))
        for group in self._groups.values():
            self._match_curves(group)
        shown = [g for g in self._groups.values() if g.chips]
        for group in self._groups.values():
            group.setVisible(group in shown)
            group.plot.set_x_axis_shown(bool(shown) and group is shown[-1])
        self._stack.setCurrentWidget(self._splitter if shown else self._empty)
        self._show_empty_text()
        if shown:
            if all(g.plot.follows_x for g in shown):
                self._x_range = self._full_x_range()
            for group in shown:
                self._draw_group(group)
            self._show_cursor()
        else:
            self._read_out.setText(" ")

    def _show_empty_text(self) -> None:
        active = self.studio.status.is_active
        self._empty.setText(
            "Waiting for the first mini-batch…"
            if active
            else "No curves yet.\nPress Train (Space) and watch the losses fall here, layer by "
            "layer, with backprop beside them."
        )

    def _match_curves(self, group: _Group) -> None:
        """Makes and removes curves and legend entries so that they are the history's."""
        wanted = self.keys(group.name, hidden=True)
        if list(group.chips) == wanted:
            return
        for key in [k for k in group.chips if k not in wanted]:
            group.curves.pop(key).remove()
            chip = group.chips.pop(key)
            group.flow.removeWidget(chip)
            chip.deleteLater()
        theme = self._themes.theme
        for key in [k for k in wanted if k not in group.chips]:
            look = Look.of(key)
            curve = Curve(group.plot, marker=look.marker)
            curve.set_look(color_of(key, theme), QColor(theme.raised), look.dash)
            group.curves[key] = curve
            chip = LegendChip(
                self._themes,
                look.name,
                partial(self._color, key),
                look.dash,
                look.marker,
                partial(self._details, key),
                group,
            )
            layer = "" if key.layer is None else f"_{key.layer + 1}"
            chip.setObjectName(f"curve_{key.algorithm}_{key.metric}_{key.dataset}{layer}")
            chip.setChecked(key not in self._hidden)
            chip.clicked.connect(self._chip_clicked)
            chip.solo_asked.connect(self._chip_solo)
            group.chips[key] = chip
        group.chips = {key: group.chips[key] for key in wanted}
        for chip in group.chips.values():  # in the legend's order
            group.flow.removeWidget(chip)
            group.flow.addWidget(chip)
            chip.show()

    def _full_x_range(self) -> tuple[float, float]:
        lows, highs = [], []
        for name in GROUPS:
            for key in self.keys(name):
                x = self.studio.history.series[key].axis(self.axis)
                lows.append(float(x[0]))
                highs.append(float(x[-1]))
        if not lows:
            return 0.0, 1.0
        low, high = min(lows), max(highs)
        if high <= low:
            return low - 0.5, high + 0.5
        air = 0.01 * (high - low)
        return low - air, high + air

    def _to_plot(self, group: str, y: Column) -> Column:
        """Values as the plot takes them: percent, or log10; what has no place is NaN."""
        if group == "accuracy":
            return y * 100.0
        if self.is_log:
            good = np.isfinite(y) & (y > 0)
            return np.log10(y, where=good, out=np.full(len(y), np.nan))
        return np.where(np.isfinite(y), y, np.nan)

    def _within(self, plot: Plot) -> tuple[float, float] | None:
        return None if plot.follows_x else self._x_range

    def _draw_group(self, group: _Group) -> None:
        plot, history = group.plot, self.studio.history
        plot.set_x_range(*self._x_range)
        within = self._within(plot)
        bounds: list[tuple[float, float]] = []
        for key, curve in group.curves.items():
            visible = key not in self._hidden
            curve.set_visible(visible)
            series = history.series[key]
            if visible:
                weight = self.smoothing if is_smoothed(key) else 0.0
                x, y = series.thinned(self.axis, _POINTS, weight=weight, within=within)
                y = self._to_plot(group.name, y)
                faint = None
                if weight > 0:
                    raw_x, raw = series.thinned(self.axis, _POINTS, within=within)
                    raw = self._to_plot(group.name, raw)
                    faint = raw_x, raw
                    bounds.append(_bulk(raw))
                bounds.append(_ends(y))
                curve.set_data(x, y, faint)
            if self._cursor is None:
                group.chips[key].set_value(self._last_text(key, series))
        plot.set_marks(self._marks(group.name, self._themes.theme))
        lows = [b[0] for b in bounds if math.isfinite(b[0])]
        highs = [b[1] for b in bounds if math.isfinite(b[1])]
        if lows:
            plot.fit_y(min(lows), max(highs))

    def _last_text(self, key: SeriesKey, series: Series) -> str:
        if is_smoothed(key) and math.isfinite(series.values[-1]):
            return value_text(key, float(series.smoothed(self.smoothing)[-1]))
        return value_text(key, float(series.values[-1]))

    def _marks(self, group: str, theme: Theme) -> list[PlotMark]:
        """Live changes, and where a loss stopped being a number."""
        width = self._x_range[1] - self._x_range[0]
        marks = []
        for mark in thinned_marks(self.studio.history.marks, self.axis, 0.01 * width):
            if group == "accuracy" or group == f"{mark.algorithm}_loss":
                both = group == "accuracy"
                marks.append(PlotMark.of(mark, self.axis, theme, names_net=both))
        for key in self.keys(group):
            series = self.studio.history.series[key]
            if series.first_bad is not None:
                at = float(series.axis(self.axis)[series.first_bad])
                bad = value_text(key, float(series.values[series.first_bad]))
                text = f"{Look.of(key).name} loss became {bad}"
                marks.append(PlotMark(at, text, QColor(theme.danger)))
        return marks

    def _color(self, key: SeriesKey) -> QColor:
        return color_of(key, self._themes.theme)

    def _details(self, key: SeriesKey) -> str:
        """For the legend's tooltip."""
        series = self.studio.history.series.get(key)
        if series is None or not len(series):
            return ""
        finite = series.values[np.isfinite(series.values)]
        text = f"{key.label}\nLast {value_text(key, float(series.values[-1]))}"
        if len(finite):
            text += f" · lowest {value_text(key, float(finite.min()))}"
            text += f" · highest {value_text(key, float(finite.max()))}"
        return text + f" · {len(series):,} values"

    # --- crosshair ------------------------------------------------------------------

    def _nearest(self, series: Series, x: float) -> int:
        axis = series.axis(self.axis)
        i = int(np.searchsorted(axis, x))
        if i >= len(axis):
            return len(axis) - 1
        if i > 0 and x - axis[i - 1] <= axis[i] - x:
            return i - 1
        return i

    @Slot()
    def _show_cursor(self) -> None:
        """The line through all plots, dots on the curves, and the values in the legends."""
        history = self.studio.history
        if self._cursor is None:
            for group in self._groups.values():
                group.plot.set_cursor(None, [])
                for key, chip in group.chips.items():
                    if key in history.series:
                        chip.set_value(self._last_text(key, history.series[key]))
            self._read_out.setText(self._last_read_out())
            return
        name, wanted = self._cursor
        # Snap to a point of the plot under the pointer.
        best: tuple[float, Series, int] | None = None
        for key in self.keys(name):
            series = history.series[key]
            i = self._nearest(series, wanted)
            distance = abs(float(series.axis(self.axis)[i]) - wanted)
            if best is None or distance < best[0]:
                best = (distance, series, i)
        if best is None:
            return
        _, series, i = best
        x = float(series.axis(self.axis)[i])
        self._read_out.setText(
            f"Step {series.axis('step')[i]:,.0f}  ·  epoch {series.axis('epoch')[i]:.2f}  ·  "
            f"{series.axis('seconds')[i]:.1f} s"
        )
        for group in self._groups.values():
            points = []
            for key in group.curves:
                if key not in history.series:
                    continue
                found, value = self._value_at(key, x)
                group.chips[key].set_value(value_text(key, value))
                if key not in self._hidden:
                    y = float(self._to_plot(group.name, np.array([value]))[0])
                    points.append((found, y, color_of(key, self._themes.theme)))
            group.plot.set_cursor(x, points)

    def _value_at(self, key: SeriesKey, x: float) -> tuple[float, float]:
        """Position and value of the main line's point nearest to ``x``."""
        series = self.studio.history.series[key]
        i = self._nearest(series, x)
        weight = self.smoothing if is_smoothed(key) else 0.0
        value = float(series.values[i])
        if math.isfinite(value):
            value = float(series.smoothed(weight)[i])
        return float(series.axis(self.axis)[i]), value

    def _last_read_out(self) -> str:
        rows = [s for s in self.studio.history.series.values() if len(s)]
        if not rows:
            return " "
        step = max(float(s.axis("step")[-1]) for s in rows)
        epoch = max(float(s.axis("epoch")[-1]) for s in rows)
        seconds = max(float(s.axis("seconds")[-1]) for s in rows)
        return f"Step {step:,.0f}  ·  epoch {epoch:.2f}  ·  {seconds:.1f} s"

    # --- look and export ------------------------------------------------------------

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        for group in self._groups.values():
            for key, curve in group.curves.items():
                curve.set_look(color_of(key, theme), QColor(theme.raised), Look.of(key).dash)
        self.pace.ask()

    def chart(self, group: str, theme: Theme) -> Chart:
        """A plot as it is shown now, for painting in any theme."""
        plot = self._groups[group].plot
        if plot.follows_x:
            self._x_range = self._full_x_range()
        within, lines, bounds = self._within(plot), [], []
        for key in self.keys(group):
            series, look = self.studio.history.series[key], Look.of(key)
            color = color_of(key, theme)
            weight = self.smoothing if is_smoothed(key) else 0.0
            x, y = series.thinned(self.axis, _FIGURE_POINTS, weight=weight, within=within)
            scale = 100.0 if group == "accuracy" else 1.0
            if weight > 0:
                raw_x, raw = series.thinned(self.axis, _FIGURE_POINTS, within=within)
                lines.append(Line(raw_x, raw * scale, color, faint=True))
                bounds.append(_bulk(self._to_plot(group, raw)))
            bounds.append(_ends(self._to_plot(group, y)))
            marker = look.marker if len(x) <= 60 else ""
            lines.append(Line(x, y * scale, color, look.name, look.dash, marker))
        log = self.is_log and group != "accuracy"
        marks, (low_x, high_x) = self._marks(group, theme), self._x_range
        if plot.follows_y:
            lows = [b[0] for b in bounds if math.isfinite(b[0])]
            highs = [b[1] for b in bounds if math.isfinite(b[1])]
            low, high = padded(min(lows), max(highs), share=0.06) if lows else (0.0, 1.0)
            if any(low_x <= m.x <= high_x for m in marks):  # their texts' own room
                high += 0.2 * (high - low)
        else:
            low, high = plot.y_range
        return Chart(
            _TITLES[group],
            _X_LABELS[self.axis],
            _Y_LABELS[group],
            self._x_range,
            (10.0**low, 10.0**high) if log else (low, high),
            lines,
            marks=marks,
            log_y=log,
        )

    def shutdown(self) -> None:
        """Stops redrawing."""
        self.pace.close()


def _pair(text: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label = QLabel(text, holder)
    label.setBuddy(widgets[0])
    row.addWidget(label)
    for widget in widgets:
        row.addWidget(widget)
    return holder


def _ends(y: Column) -> tuple[float, float]:
    """Smallest and largest finite value."""
    y = y[np.isfinite(y)]
    return (float(y.min()), float(y.max())) if len(y) else (math.nan, math.nan)


def _bulk(y: Column) -> tuple[float, float]:
    """As :func:`_ends`, but a few spikes of a long raw line may leave the picture."""
    y = y[np.isfinite(y)]
    if len(y) < 50:
        return _ends(y)
    low, high = np.percentile(y, (1.0, 98.0))
    return float(low), float(high)
