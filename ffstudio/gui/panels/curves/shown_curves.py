"""What the curves panel shows and how: the run's curves, and what the user has chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from ffstudio.core.run.history import History, Mark, Series, SeriesKey
from ffstudio.core.run.quantities import PLOTS, QUANTITIES
from ffstudio.core.words import tr
from ffstudio.gui.panels.curves.looks import Look, value_text
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.style.theme import Theme

Column = npt.NDArray[np.float64]
Range = tuple[float, float]

# Marks of one setting nearer than this share of the width are one drag.
_ONE_DRAG = 0.01
_AIR = 0.01


@dataclass
class ShownCurves:
    """Curves and choices; plain data without a widget.

    Attributes:
        history: The run's curves.
        axis: ``step``, ``epoch`` or ``seconds``.
        smoothing: 0 (raw) to 0.99.
        is_log: Logarithmic y-axes, where values are no shares.
        hidden: Curves that the legend has switched off.
        on_demand: Quantities with a :class:`~ffstudio.core.run.quantities.CurveSwitch` that are on.
        x_range: The stretch of the x-axis that all plots show.
        set_sizes: How many images a set has, for curves that do not say on how many they were
            judged, as those of older files.
    """

    history: History
    axis: str = "step"
    smoothing: float = 0.8
    is_log: bool = False
    hidden: set[SeriesKey] = field(default_factory=set)
    on_demand: set[str] = field(default_factory=set)
    x_range: Range = (0.0, 1.0)
    set_sizes: dict[str, int] = field(default_factory=dict)

    # --- which curves ----------------------------------------------------------------

    def keys(self, plot: str, *, hidden: bool = False) -> list[SeriesKey]:
        """The curves of a plot in the legend's order.

        Args:
            hidden: Also those that are switched off.
        """
        keys = [
            key
            for key, series in self.history.series.items()
            if len(series)
            and key.quantity.plot_of(key.algorithm) == plot
            and (key.quantity.choice is None or key.metric in self.on_demand)
            and not self._is_repeated(key)
            and (hidden or key not in self.hidden)
        ]
        place = {name: i for i, name in enumerate(QUANTITIES)}
        return sorted(
            keys,
            key=lambda k: (
                k.layer is not None,
                place.get(k.metric, len(place)),
                k.algorithm != "ff",
                k.layer or 0,
                k.dataset,
            ),
        )

    def has_any(self, metric: str) -> bool:
        """True when there are curves of a quantity that can be shown."""
        return any(k.metric == metric and not self._is_repeated(k) for k in self.history.series)

    def _is_repeated(self, key: SeriesKey) -> bool:
        """True for the last layer of a quantity whose value there is another's."""
        if not key.quantity.last_is or key.layer is None:
            return False
        return all(
            (k.layer or 0) <= key.layer for k in self.history.series if k.metric == key.metric
        )

    # --- their values ----------------------------------------------------------------

    def series(self, key: SeriesKey) -> Series:
        """The curve itself."""
        return self.history.series[key]

    def weight(self, key: SeriesKey) -> float:
        """How much a curve is smoothed."""
        return self.smoothing if key.quantity.is_smoothed else 0.0

    def note(self, plot: str) -> str:
        """For a legend: that lines are averages, and on which images they were judged."""
        notes = []
        if any(self.weight(key) > 0 for key in self.keys(plot)):
            notes.append(
                tr("smoothed {smoothing}, raw values faint", smoothing=f"{self.smoothing:.2f}")
            )
        judged = {
            self._say_judged_on(key)
            for key in self.keys(plot)
            if key.quantity.is_judged and key.quantity.in_percent
        }
        notes += sorted(judged - {""})
        return "; ".join(notes)

    def _say_judged_on(self, key: SeriesKey) -> str:
        """For example ``of 10,000 test images``."""
        series = self.series(key)
        whole = series.images or self.set_sizes.get(key.dataset)
        samples = sorted({f"{count:,}" for count in series.samples.values()})
        if not samples:
            return (
                tr(
                    "of {whole} {dataset} image{value}",
                    whole=f"{whole:,}",
                    dataset=key.dataset,
                    value="s" * (whole != 1),
                )
                if whole
                else ""
            )
        said = tr(
            "of samples of {samples} {dataset} images",
            samples=", ".join(samples),
            dataset=key.dataset,
        )
        has_whole = len(series.samples) < len(series)
        return (
            tr("{said}, at last of all {whole}", said=said, whole=f"{whole:,}")
            if has_whole and whole
            else said
        )

    def _say_images(self, key: SeriesKey, i: int) -> str:
        """Of how many images one point is; empty where nothing was judged."""
        if not key.quantity.is_judged:
            return ""
        series = self.series(key)
        sample = series.samples.get(i)
        count = sample or series.images or self.set_sizes.get(key.dataset)
        if not count:
            return f" ({key.dataset})"
        return tr(
            " of {either}{count} {dataset} image{value}",
            either=tr("a sample of ") if sample else "",
            count=f"{count:,}",
            dataset=key.dataset,
            value="s" * (count != 1),
        )

    def is_log_plot(self, plot: str) -> bool:
        """True when the plot's y-axis is logarithmic."""
        return self.is_log and not PLOTS[plot].in_percent

    def to_plot(self, plot: str, y: Column) -> Column:
        """Values as the plot takes them: percent, or log10; what has no place is NaN."""
        if PLOTS[plot].in_percent:
            return y * 100.0
        if self.is_log:
            good = np.isfinite(y) & (y > 0)
            return np.log10(y, where=good, out=np.full(len(y), np.nan))
        return np.where(np.isfinite(y), y, np.nan)

    def nearest(self, series: Series, x: float) -> int:
        """The point of a curve that is nearest to a place on the x-axis."""
        axis = series.axis(self.axis)
        i = int(np.searchsorted(axis, x))
        if i >= len(axis):
            return len(axis) - 1
        if i > 0 and x - axis[i - 1] <= axis[i] - x:
            return i - 1
        return i

    def value_at(self, key: SeriesKey, x: float) -> tuple[float, float, str]:
        """Position and value of the main line's point nearest to ``x``, and the value in words."""
        series = self.series(key)
        i = self.nearest(series, x)
        value = float(series.values[i])
        if math.isfinite(value):
            value = float(series.smooth(self.weight(key))[i])
        text = value_text(key, value, series.samples.get(i))
        return float(series.axis(self.axis)[i]), value, text

    def last_text(self, key: SeriesKey) -> str:
        """The newest value, smoothed if the line is."""
        series, weight = self.series(key), self.weight(key)
        value = float(series.values[-1])
        if weight > 0 and math.isfinite(value):
            value = float(series.smooth(weight)[-1])
        return value_text(key, value, series.samples.get(len(series) - 1))

    def sample_text(self, key: SeriesKey) -> str:
        """Of how many images the points are, where that is not the whole set."""
        counts = sorted(set(self.series(key).samples.values()))
        return (
            tr(" (samples of {counts})", counts=", ".join(f"{count:,}" for count in counts))
            if counts
            else ""
        )

    def details(self, key: SeriesKey) -> str:
        """A curve in words, for a tooltip."""
        series = self.history.series.get(key)
        if series is None or not len(series):
            return ""
        finite = series.values[np.isfinite(series.values)]
        last = value_text(key, float(series.values[-1]), series.samples.get(len(series) - 1))
        text = tr(
            "{key_label}\nLast {last}{say_images}",
            key_label=key.label,
            last=last,
            say_images=self._say_images(key, len(series) - 1),
        )
        if len(finite):
            text += tr(" · lowest {value_text}", value_text=value_text(key, float(finite.min())))
            text += tr(" · highest {value_text}", value_text=value_text(key, float(finite.max())))
        text += tr(" · {series} values", series=f"{len(series):,}")
        if series.samples:
            text += tr(
                ", {samples} of them{sample_text}",
                samples=f"{len(series.samples):,}",
                sample_text=self.sample_text(key),
            )
        return text

    # --- the x-axis ------------------------------------------------------------------

    def whole_x_range(self) -> Range:
        """All that any plot has to show, with some air."""
        axes = [self.series(key).axis(self.axis) for plot in PLOTS for key in self.keys(plot)]
        if not axes:
            return 0.0, 1.0
        low, high = min(float(a[0]) for a in axes), max(float(a[-1]) for a in axes)
        if high <= low:
            return low - 0.5, high + 0.5
        air = _AIR * (high - low)
        return low - air, high + air

    def last_read_out(self) -> str:
        """Where the run is."""
        rows = [s for s in self.history.series.values() if len(s)]
        if not rows:
            return " "
        step = max(float(s.axis("step")[-1]) for s in rows)
        epoch = max(float(s.axis("epoch")[-1]) for s in rows)
        seconds = max(float(s.axis("seconds")[-1]) for s in rows)
        return tr(
            "Step {step}  ·  epoch {epoch}  ·  {seconds} s",
            step=f"{step:,.0f}",
            epoch=f"{epoch:.2f}",
            seconds=f"{seconds:.1f}",
        )

    # --- marks -----------------------------------------------------------------------

    def marks(self, plot: str, theme: Theme) -> list[PlotMark]:
        """Live changes, and where a value stopped being a number."""
        entry, marks = PLOTS[plot], []
        width = self.x_range[1] - self.x_range[0]
        for mark in thin_marks(self.history.marks, self.axis, _ONE_DRAG * width):
            if entry.algorithm in ("", mark.algorithm):
                named = not entry.algorithm
                marks.append(PlotMark.of(mark, self.axis, theme, names_net=named))
        for key in self.keys(plot):
            series = self.series(key)
            if series.first_bad is not None:
                at = float(series.axis(self.axis)[series.first_bad])
                bad = value_text(key, float(series.values[series.first_bad]))
                text = tr(
                    "{of_name} {noun} became {bad}",
                    of_name=Look.of(key).name,
                    noun=key.quantity.noun,
                    bad=bad,
                )
                marks.append(PlotMark(at, text, QColor(theme.danger)))
        return marks


def thin_marks(marks: Iterable[Mark], axis: str, nearer_than: float) -> list[Mark]:
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
