"""One plot of the curves with its title, its legend and the boxes of what is shown on demand."""

from __future__ import annotations

import math
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ffstudio.core.run.history import Series, SeriesKey
from ffstudio.core.run.quantities import PLOTS, QUANTITIES, CurveSwitch
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.curves.looks import Look
from ffstudio.gui.panels.curves.overlaid import OverlaidLines
from ffstudio.gui.panels.curves.shown_curves import Range, ShownCurves
from ffstudio.gui.plots.chart import Chart, Line
from ffstudio.gui.plots.curve import Curve
from ffstudio.gui.plots.legend import LegendChip
from ffstudio.gui.plots.plot import Plot
from ffstudio.gui.plots.ticks import pad_range
from ffstudio.gui.style.theme import Theme, ThemeManager

Column = npt.NDArray[np.float64]

X_LABELS = say_all(
    {
        "step": "Step (mini-batches)",
        "epoch": "Epoch",
        "seconds": "Training time (s)",
        "images": "Images learnt from",
        "multiply_adds": "Multiply-adds",
    }
)

_POINTS = 1200  # per curve on the screen: more than a plot has columns of pixels
_FIGURE_POINTS = 2400
_MOST_MARKED = 60  # points of a figure's curve that each get a marker


class _Note(QLabel):
    """Stands on one line where there is room, and wraps in a narrower panel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Its whole text on one line; labels that wrap would ask for a column."""
        margins = self.contentsMargins()
        # (One pixel more: a label breaks a line that fits it exactly.)
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 1
        wide += margins.left() + margins.right()
        return QSize(wide, self.fontMetrics().height() + margins.top() + margins.bottom())


class PlotGroup(QWidget):
    """See the module docstring.

    Signals:
        curves_chosen(): The legend has switched curves on or off.
        choice_made(metric, on): A box of what is shown on demand was clicked.
    """

    curves_chosen = Signal()
    choice_made = Signal(str, bool)

    def __init__(
        self, name: str, shown: ShownCurves, themes: ThemeManager, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._name, self._entry = name, PLOTS[name]
        self._shown, self._themes = shown, themes
        self.setObjectName(f"{name}_group")
        self.curves: dict[SeriesKey, Curve] = {}
        self.chips: dict[SeriesKey, LegendChip] = {}
        # Per curve what its line was made of, and its lowest and highest value.
        self._made: dict[SeriesKey, tuple[tuple[object, ...], list[Range]]] = {}
        self._boxes: dict[str, QCheckBox] = {}
        self._title = QLabel(self._entry.title, self)
        self._title.setObjectName(f"{name}_title")
        font = QFont(self._title.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._title.setContentsMargins(7, 0, 0, 0)
        self.plot = Plot(themes, X_LABELS["step"], self._entry.y_label, self)
        self.plot.setObjectName(f"{name}_plot")
        self.plot.set_y_limits(self._entry.limits)
        self.plot.setAccessibleName(tr("{entry_title} plot", entry_title=self._entry.title))
        self.overlaid = OverlaidLines(name, shown, self.plot)
        legend = QWidget(self)
        legend.setObjectName(f"{name}_legend")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        legend.setSizePolicy(policy)
        self._flow = FlowLayout(legend, spacing=2)
        self._smoothed = _Note(legend)
        self._smoothed.setObjectName(f"{name}_smoothed_label")
        self._smoothed.setProperty("muted", True)
        self._smoothed.setContentsMargins(7, 3, 7, 3)
        self._smoothed.hide()
        self._flow.addWidget(self._smoothed)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        head = QWidget(self)
        head.setSizePolicy(policy)
        row = FlowLayout(head, spacing=12)
        row.addWidget(self._title)
        for quantity in QUANTITIES.values():
            plots = {quantity.plot_of(a) for a in quantity.algorithms}
            if quantity.choice is not None and name in plots:
                row.addWidget(self._make_box(quantity.name, quantity.choice))
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 5, 2, 2)
        column.setSpacing(1)
        column.addWidget(head)
        column.addWidget(legend)
        column.addWidget(self.plot, 1)

    def _make_box(self, metric: str, choice: CurveSwitch) -> QCheckBox:
        box = QCheckBox(choice.text, self)
        box.setObjectName(f"curves_{choice.name}_check")
        box.setAccessibleName(choice.spoken or choice.text)
        box.setToolTip(choice.help)
        box.toggled.connect(partial(self.choice_made.emit, metric))
        self._boxes[metric] = box
        return box

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        """The boxes of what is shown on demand, by the names of their choices."""
        named = {QUANTITIES[metric].choice: box for metric, box in self._boxes.items()}
        return {choice.name: box for choice, box in named.items() if choice is not None}

    # --- following the history ---------------------------------------------------------

    def match(self) -> None:
        """Makes and removes curves and legend entries so that they are the history's."""
        for metric, box in self._boxes.items():
            box.setVisible(self._shown.has_any(metric))
        wanted = self._shown.all_keys(self._name)
        if list(self.chips) == wanted:
            return
        for key in [k for k in self.chips if k not in wanted]:
            self.curves.pop(key).remove()
            self._made.pop(key, None)
            chip = self.chips.pop(key)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        for key in [k for k in wanted if k not in self.chips]:
            self._add(key)
        self.chips = {key: self.chips[key] for key in wanted}
        for chip in self.chips.values():  # in the legend's order
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._flow.removeWidget(self._smoothed)
        self._flow.addWidget(self._smoothed)

    def minimumSizeHint(self) -> QSize:
        """No higher than it must be at its present width: how legends wrap in the narrowest panel
        says nothing about a wider one.
        """
        hint, layout = super().minimumSizeHint(), self.layout()
        if layout is None or self.width() < hint.width():
            return hint
        return QSize(hint.width(), layout.minimumHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Says anew how high it must be."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _add(self, key: SeriesKey) -> None:
        look, theme = Look.of(key), self._themes.theme
        curve = Curve(self.plot, marker=look.marker)
        curve.set_look(self._shown.color(key, theme), QColor(theme.raised), look.dash)
        self.curves[key] = curve
        chip = LegendChip(
            self._themes,
            look.name,
            lambda: self._shown.color(key, self._themes.theme),
            look.dash,
            look.marker,
            partial(self._shown.details, key),
            self,
        )
        layer = "" if key.layer is None else f"_{key.layer + 1}"
        chip.setObjectName(f"curve_{key.algorithm}_{key.metric}_{key.dataset}{layer}")
        chip.setChecked(key not in self._shown.hidden)
        chip.clicked.connect(self._take_legend)
        chip.solo_asked.connect(partial(self._show_alone, chip))
        self.chips[key] = chip

    def forget(self) -> None:
        """The history is another one: every line is made anew."""
        self._made.clear()

    def recolour(self, theme: Theme) -> None:
        """Draws the curves in the colours of a theme."""
        for key, curve in self.curves.items():
            curve.set_look(self._shown.color(key, theme), QColor(theme.raised), Look.of(key).dash)
        self.overlaid.recolour(theme)
        for chip in self.chips.values():
            chip.update()

    # --- the legend --------------------------------------------------------------------

    def _take_legend(self) -> None:
        for key, chip in self.chips.items():
            (self._shown.hidden.discard if chip.isChecked() else self._shown.hidden.add)(key)
        self.curves_chosen.emit()

    def _show_alone(self, chosen: LegendChip) -> None:
        """Shows one curve alone; all again when it was alone already."""
        alone = all(c.isChecked() == (c is chosen) for c in self.chips.values())
        for chip in self.chips.values():
            chip.setChecked(alone or chip is chosen)
        self._take_legend()

    def show_last_values(self) -> None:
        """Each curve's newest value beside its name, and no crosshair."""
        self.plot.set_cursor(None, [])
        for key, chip in self.chips.items():
            has_own = key in self._shown.history.series
            chip.set_value(self._shown.last_text(key) if has_own else "")

    def show_values_at(self, x: float) -> None:
        """Each curve's value at the crosshair, and a dot there."""
        dots = []
        for key in self.curves:
            if key not in self._shown.history.series:
                continue
            at, value, text = self._shown.value_at(key, x)
            self.chips[key].set_value(text)
            if key not in self._shown.hidden and self._shown.has_own:
                y = float(self._shown.to_plot(self._name, np.array([value]))[0])
                dots.append((at, y, self._shown.color(key, self._themes.theme)))
        dots += self.overlaid.dots(x, self._themes.theme)
        self.plot.set_cursor(x, dots)

    def snap(self, x: float) -> tuple[Series, int] | None:
        """The curve with the point nearest to ``x``, and which of its points that is.

        One of the run's own, or else, where it has none here, of those that lie over them.
        """
        shown, best = self._shown, None
        candidates = [shown.series(key) for key in shown.keys(self._name)] or [
            shown.series(key, one.history)
            for one in shown.overlays
            for key in shown.keys(self._name, history=one.history)
            if shown.has_place(one.history, key)
        ]
        for series in candidates:
            i = shown.nearest(series, x)
            distance = abs(float(series.axis(shown.axis)[i]) - x)
            if best is None or distance < best[0]:
                best = distance, series, i
        return None if best is None else (best[1], best[2])

    # --- drawing -----------------------------------------------------------------------

    def _within(self) -> Range | None:
        return None if self.plot.follows_x else self._shown.x_range

    def draw(self) -> None:
        """Brings lines, marks and ranges up to date."""
        plot, shown = self.plot, self._shown
        plot.set_x_range(*shown.x_range)
        smoothed = shown.note(self._name)
        if smoothed != self._smoothed.text():
            self._smoothed.setText(smoothed)
        self._smoothed.setVisible(bool(smoothed))
        bounds: list[Range] = []
        for key, curve in self.curves.items():
            visible = key not in shown.hidden and key in shown.history.series and shown.has_own
            curve.set_visible(visible)
            if visible:
                bounds += self._draw_curve(key, curve)
        bounds += self.overlaid.draw(self._within(), _POINTS, self._themes.theme)
        plot.set_marks(shown.marks(self._name, self._themes.theme))
        low, high = _unite(bounds)
        if math.isfinite(low):
            plot.fit_y(low, high)
        plot.settle()

    def _draw_curve(self, key: SeriesKey, curve: Curve) -> list[Range]:
        """Gives a curve its points, unless it has them already; their lowest and highest."""
        shown, within = self._shown, self._within()
        series, weight = shown.series(key), shown.weight(key)
        made_of = (len(series), series.times_cut, shown.axis, weight, shown.is_log, within)
        if key in self._made and self._made[key][0] == made_of:
            return self._made[key][1]
        x, y = series.thin(shown.axis, _POINTS, weight=weight, within=within)
        y, faint, bounds = shown.to_plot(self._name, y), None, []
        if weight > 0:
            raw_x, raw = series.thin(shown.axis, _POINTS, within=within)
            raw = shown.to_plot(self._name, raw)
            faint = raw_x, raw
            bounds.append(_bulk(raw))
        bounds.append(_ends(y))
        curve.set_data(x, y, faint)
        self._made[key] = made_of, bounds
        return bounds

    def chart(self, theme: Theme) -> Chart:
        """The plot as it is shown now, for painting in any theme."""
        shown, name, plot = self._shown, self._name, self.plot
        if plot.follows_x:
            shown.x_range = shown.whole_x_range()
        within, lines, bounds = self._within(), [], []
        scale = 100.0 if self._entry.in_percent else 1.0
        for key in shown.keys(name) if shown.has_own else ():
            series, look, color = shown.series(key), Look.of(key), shown.color(key, theme)
            weight = shown.weight(key)
            x, y = series.thin(shown.axis, _FIGURE_POINTS, weight=weight, within=within)
            if weight > 0:
                raw_x, raw = series.thin(shown.axis, _FIGURE_POINTS, within=within)
                lines.append(Line(raw_x, raw * scale, color, faint=True))
                bounds.append(_bulk(shown.to_plot(name, raw)))
            bounds.append(_ends(shown.to_plot(name, y)))
            marker = look.marker if len(x) <= _MOST_MARKED else ""
            legend = look.name + shown.sample_text(key)
            if shown.overlays:
                legend = f"{shown.own_name} · {legend}: {shown.summary(key, shown.history)}"
            lines.append(Line(x, y * scale, color, legend, look.dash, marker))
        over, bands, more = self.overlaid.chart_parts(within, _FIGURE_POINTS, theme)
        lines += over
        bounds += more
        marks, (low_x, high_x) = shown.marks(name, theme), shown.x_range
        if plot.follows_y:
            low, high = _unite(bounds)
            low, high = pad_range(low, high, share=0.06, limits=self._entry.limits)
            if any(low_x <= m.x <= high_x for m in marks):  # their texts' own room
                high += 0.2 * (high - low)
        else:
            low, high = plot.y_range
        log = shown.is_log_plot(name)
        return Chart(
            self._entry.title,
            X_LABELS[shown.axis],
            self._entry.y_label,
            shown.x_range,
            (10.0**low, 10.0**high) if log else (low, high),
            lines,
            bands=bands,
            marks=marks,
            log_y=log,
            y_limits=self._entry.limits,
            legend_note=shown.note(name),
        )


def _unite(bounds: list[Range]) -> Range:
    """The lowest and highest of several ranges; NaN when none has any."""
    lows = [low for low, _ in bounds if math.isfinite(low)]
    highs = [high for _, high in bounds if math.isfinite(high)]
    return (min(lows), max(highs)) if lows else (math.nan, math.nan)


def _ends(y: Column) -> Range:
    """Smallest and largest finite value."""
    y = y[np.isfinite(y)]
    return (float(y.min()), float(y.max())) if len(y) else (math.nan, math.nan)


def _bulk(y: Column) -> Range:
    """As :func:`_ends`, but a few spikes of a long raw line may leave the picture."""
    y = y[np.isfinite(y)]
    if len(y) < 50:
        return _ends(y)
    low, high = np.percentile(y, (1.0, 98.0))
    return float(low), float(high)
