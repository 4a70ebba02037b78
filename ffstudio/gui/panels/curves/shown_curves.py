"""What the curves panel shows and how: the run's curves, and what the user has chosen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.changes import Mark
from ffstudio.core.run.history import X_AXES, History, Series, SeriesKey
from ffstudio.core.run.lanes import leave_gaps
from ffstudio.core.run.overlays import NamedHistory, band_of
from ffstudio.core.run.quantities import NET_NAMES, PLOTS, QUANTITIES
from ffstudio.core.run.turning import Turn, find_turns, loss_gap
from ffstudio.core.words import tr
from ffstudio.gui.panels.curves.looks import Look, color_of, say_place, value_text
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.plots.ticks import pad_course
from ffstudio.gui.style.theme import Theme, mix, run_color

Column = npt.NDArray[np.float64]
Range = tuple[float, float]

# Marks of one setting nearer than this share of the width are one drag.
_ONE_DRAG = 0.01
_AIR = 0.01
# Among the sources of what lies over each other: the run that is shown.
OWN = ""


@dataclass
class ShownCurves:
    """Curves and choices; plain data without a widget.

    Attributes:
        history: The run's curves.
        axis: One of :data:`~ffstudio.core.run.history.X_AXES`.
        smoothing: 0 (raw) to 0.99.
        is_log: Logarithmic y-axes, where values are no shares.
        hidden: Curves that the legend has switched off.
        on_demand: Quantities with a :class:`~ffstudio.core.run.quantities.CurveSwitch` that are on.
        x_range: The stretch of the x-axis that all plots show.
        set_sizes: How many images a set has, for curves that do not say on how many they were
            judged, as those of older files.
        overlays: What lies over the run's own curves, seeds that are a band as one.
        own_name: What the run that is shown is called beside them.
        numbers: Their numbers by source, which their colours follow.
        hidden_runs: Sources that the legend of runs has switched off.
        members: Of each band, the sources of its runs.
        has_seeds: True when there are runs that can be a band.
        marks_turns: Where held-out loss or error turns is marked.
    """

    history: History
    axis: str = "step"
    smoothing: float = 0.8
    is_log: bool = False
    hidden: set[SeriesKey] = field(default_factory=set)
    on_demand: set[str] = field(default_factory=set)
    x_range: Range = (0.0, 1.0)
    set_sizes: dict[str, int] = field(default_factory=dict)
    overlays: tuple[NamedHistory, ...] = ()
    own_name: str = ""
    numbers: dict[str, int] = field(default_factory=dict)
    hidden_runs: set[str] = field(default_factory=set)
    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    has_seeds: bool = False
    marks_turns: bool = True
    _turns: tuple[tuple[object, ...], list[Turn]] = ((), [])

    # --- which curves ----------------------------------------------------------------

    def keys(
        self, plot: str, *, hidden: bool = False, history: History | None = None
    ) -> list[SeriesKey]:
        """The curves of a plot in the legend's order.

        Args:
            hidden: Also those that are switched off.
            history: Whose; the run's own by default.
        """
        series = (self.history if history is None else history).series
        return self._sort(
            key
            for key in series
            if len(series[key])
            and key.quantity.plot_of(key.algorithm) == plot
            and (key.quantity.choice is None or key.metric in self.on_demand)
            and not _is_repeated(key, series)
            and (hidden or key not in self.hidden)
        )

    def all_keys(self, plot: str) -> list[SeriesKey]:
        """What the legend of a plot names: the run's own curves and those that lie over them."""
        keys = dict.fromkeys(self.keys(plot, hidden=True))
        for one in self.overlays:
            keys |= dict.fromkeys(self.keys(plot, hidden=True, history=one.history))
        return self._sort(keys)

    @staticmethod
    def _sort(keys: Iterable[SeriesKey]) -> list[SeriesKey]:
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
        return any(
            key.metric == metric and not _is_repeated(key, history.series)
            for history in (self.history, *(one.history for one in self.overlays))
            for key in history.series
        )

    @property
    def has_own(self) -> bool:
        """True when the run's own curves are to be seen."""
        return OWN not in self.hidden_runs or not self.overlays

    # --- their values ----------------------------------------------------------------

    def series(self, key: SeriesKey, history: History | None = None) -> Series:
        """The curve itself; the run's own by default."""
        return (self.history if history is None else history).series[key]

    def points(
        self,
        key: SeriesKey,
        most: int,
        within: Range | None,
        history: History | None = None,
        *,
        raw: bool = False,
    ) -> tuple[Column, Column]:
        """What is drawn of a curve: x and its smoothed values, thinned."""
        weight = 0.0 if raw else self.weight(key)
        x, y = self.series(key, history).thin(self.axis, most, weight=weight, within=within)
        return leave_gaps(x, y, self.history if history is None else history, key, self.axis)

    def weight(self, key: SeriesKey) -> float:
        """How much a curve is smoothed."""
        return self.smoothing if key.quantity.is_smoothed else 0.0

    def note(self, plot: str) -> str:
        """For a legend: that lines are averages, and on which images they were judged."""
        notes = []
        if any(not self.has_place(self.history, key) for key in self.keys(plot)):
            notes.append(tr("where points lie along this axis is not known"))
        if any(self.weight(key) > 0 for key in self.keys(plot)):
            notes.append(
                tr(
                    "smoothed {smoothing}, raw values faint",
                    smoothing=write_number(self.smoothing, ".2f"),
                )
            )
        notes += self._say_gap(plot)
        judged = {
            self._say_judged_on(key)
            for key in self.keys(plot)
            if key.quantity.is_judged and key.quantity.in_percent
        }
        notes += sorted(judged - {""})
        return "; ".join(notes)

    def _say_gap(self, plot: str) -> list[str]:
        """How far held-out loss is above training loss."""
        keys = [key for key in self.keys(plot) if key.metric == "evaluation_loss"]
        gap = loss_gap(self.history, keys[0].algorithm) if keys else None
        if gap is None or not self.has_own:
            return []
        train, held, dataset = gap
        sign = "+" if held >= train else "−"
        return [
            tr(
                "gap of {dataset} to training loss {gap}",
                dataset=dataset,
                gap=f"{sign}{number_text(abs(held - train), digits=3)}",
            )
        ]

    def _say_judged_on(self, key: SeriesKey) -> str:
        """For example ``of 10,000 test images``."""
        series = self.series(key)
        whole = series.images or self.set_sizes.get(key.dataset)
        samples = sorted({write_number(count, ",") for count in series.samples.values()})
        if not samples:
            return (
                tr(
                    "of {whole} {dataset} image{value}",
                    whole=write_number(whole, ","),
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
            tr("{said}, at last of all {whole}", said=said, whole=write_number(whole, ","))
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
            count=write_number(count, ","),
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

    def value_at(
        self, key: SeriesKey, x: float, history: History | None = None
    ) -> tuple[float, float, str]:
        """Position and value of the main line's point nearest to ``x``, and the value in words."""
        series = self.series(key, history)
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
            tr(
                " (samples of {counts})",
                counts=", ".join(write_number(count, ",") for count in counts),
            )
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
        text += tr(" · {series} values", series=write_number(len(series), ","))
        if series.samples:
            text += tr(
                ", {samples} of them{sample_text}",
                samples=write_number(len(series.samples), ","),
                sample_text=self.sample_text(key),
            )
        return text

    # --- what lies over them ------------------------------------------------------------

    def lay_over(
        self, histories: Iterable[NamedHistory], numbers: dict[str, int], *, bands: bool
    ) -> None:
        """Takes other overlays.

        Args:
            numbers: By source.
            bands: Runs that differ in nothing but the seed become one.
        """
        groups: dict[str, list[NamedHistory]] = {}
        for one in histories:
            groups.setdefault(one.group or f"alone {one.source}", []).append(one)
        made: list[NamedHistory] = []
        self.members, self.numbers = {}, dict(numbers)
        for runs in groups.values():
            if bands and len(runs) > 1:
                band = band_of(runs)
                self.members[band.source] = tuple(run.source for run in runs)
                self.numbers[band.source] = numbers.get(runs[0].source, 0)
                made.append(band)
            else:
                made += runs
        self.has_seeds = any(len(runs) > 1 for runs in groups.values())
        self.overlays = tuple(made)

    def run_color(self, one: NamedHistory, theme: Theme) -> QColor:
        """The colour of a run in every plot."""
        return QColor(one.color or run_color(theme, self.numbers.get(one.source, 0)))

    def color(self, key: SeriesKey, theme: Theme) -> QColor:
        """Of the run's own curve: while colours tell runs, one that no other run has."""
        return QColor(theme.text) if self.overlays else color_of(key, theme)

    def history_of(self, source: str) -> History | None:
        """The curves of a run in the legend of runs."""
        if source == OWN:
            return self.history
        return next((one.history for one in self.overlays if one.source == source), None)

    def has_place(self, history: History, key: SeriesKey) -> bool:
        """False where it is not known where the curve's points lie along the axis."""
        series = history.series[key]
        return len(series) > 0 and math.isfinite(series.place(self.axis, -1))

    def is_percent(self, plot: str) -> bool:
        """True when the plot shows shares."""
        return PLOTS[plot].in_percent

    def summary(self, key: SeriesKey, history: History) -> str:
        """The last value of a curve and its best: the highest share, the lowest loss."""
        series = history.series[key]
        finite = series.values[series.comparable]
        last = value_text(key, float(series.values[-1]))
        if not len(finite):
            return last
        if key.quantity.in_percent:
            best = value_text(key, float(finite.max()))
            return tr("last {last}, best {best}", last=last, best=best)
        return tr("last {last}, min {least}", last=last, least=value_text(key, float(finite.min())))

    def accuracies(self, history: History) -> str:
        """How much each net of a run got right at last; of one without, nothing."""
        parts = [
            f"{NET_NAMES[key.algorithm]} {value_text(key, float(history.series[key].values[-1]))}"
            for key in self._sort(history.series)
            if key.metric == "accuracy" and len(history.series[key])
        ]
        return " · ".join(parts)

    def text_at(self, plot: str, x: float, history: History) -> str:
        """The values of a run's curves in a plot nearest to a place on the x-axis."""
        parts = [
            f"{Look.of(key).name} {self.value_at(key, x, history)[2]}"
            for key in self.keys(plot, history=history)
            if self.has_place(history, key)
        ]
        return " · ".join(parts)

    def run_details(self, source: str) -> str:
        """A run in words, for a tooltip: a line a curve with its last and its best value."""
        history = self.history_of(source)
        if history is None:
            return ""
        one = next((o for o in self.overlays if o.source == source), None)
        lines = [one.about] if one is not None and one.about else []
        for plot in PLOTS:
            for key in self.keys(plot, history=history):
                words = f"{key.label}: {self.summary(key, history)}"
                if not self.has_place(history, key):
                    words = tr("{curve} (has no places along this axis)", curve=words)
                lines.append(words)
        return "\n".join(lines)

    # --- the x-axis ------------------------------------------------------------------

    def whole_x_range(self) -> Range:
        """All that any plot has to show, with some air."""
        histories = [self.history] if self.has_own else []
        histories += [o.history for o in self.overlays if o.source not in self.hidden_runs]
        shown = [
            self.series(key, history)
            for history in histories
            for plot in PLOTS
            for key in self.keys(plot, history=history)
            if self.has_place(history, key)
        ]
        if not shown:
            return 0.0, 1.0
        low = min(series.place(self.axis, 0) for series in shown)
        high = max(series.place(self.axis, -1) for series in shown)
        return pad_course((low, high), _AIR)

    def last_read_out(self) -> str:
        """Where the run is."""
        rows = [s for s in self.history.series.values() if len(s)]
        if not rows:
            return " "
        last = {name: max(s.place(name, -1) for s in rows) for name in X_AXES}
        return say_place(last, self.axis)

    # --- marks -----------------------------------------------------------------------

    def marks(self, plot: str, theme: Theme) -> list[PlotMark]:
        """Live changes, and where a value stopped being a number."""
        entry, marks = PLOTS[plot], []
        width = self.x_range[1] - self.x_range[0]
        placed = ((self.history.place(m, self.axis), m) for m in self.history.marks)
        known = [(x, mark) for x, mark in placed if math.isfinite(x)]
        for x, mark in thin_marks(known, _ONE_DRAG * width):
            if entry.algorithm in ("", mark.algorithm):
                named = not entry.algorithm
                marks.append(PlotMark.of(mark, x, theme, names_net=named))
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
        return marks + self._turn_marks(plot, theme)

    def turns(self) -> list[Turn]:
        """Where the run's held-out curves turn, as far as they have."""
        judged = [
            (key, len(series), series.times_cut)
            for key, series in self.history.series.items()
            if key.quantity.is_judged
        ]
        told = (id(self.history), *judged)
        if told != self._turns[0]:
            self._turns = told, find_turns(self.history)
        return self._turns[1]

    def _turn_marks(self, plot: str, theme: Theme) -> list[PlotMark]:
        if not self.marks_turns or not self.has_own:
            return []
        marks, shown = [], self.keys(plot)
        for turn in self.turns():
            if turn.key not in shown:
                continue
            at = float(self.series(turn.key).axis(self.axis)[turn.index])
            color = QColor(theme.ff if turn.key.algorithm == "ff" else theme.bp)
            words = {
                "net": NET_NAMES[turn.key.algorithm],
                "dataset": turn.key.dataset,
                "epoch": number_text(turn.epoch),
            }
            text = (
                tr("{net} {dataset} error lowest: stop at epoch {epoch}", **words)
                if turn.key.quantity.in_percent
                else tr("{net} {dataset} loss lowest: stop at epoch {epoch}", **words)
            )
            if math.isfinite(at):
                color = mix(color, QColor(theme.text), 0.55)
                marks.append(PlotMark(at, text, color, Qt.PenStyle.DotLine))
        return marks


def _is_repeated(key: SeriesKey, among: Iterable[SeriesKey]) -> bool:
    """True for the last layer of a quantity whose value there is another's."""
    if not key.quantity.last_is or key.layer is None:
        return False
    return all((k.layer or 0) <= key.layer for k in among if k.metric == key.metric)


def thin_marks(marks: Iterable[tuple[float, Mark]], nearer_than: float) -> list[tuple[float, Mark]]:
    """Marks and their places, of which a drag of one setting's slider leaves only the last."""
    kept: list[tuple[float, Mark]] = []
    for x, mark in marks:
        setting = mark.text.partition(" → ")[0]
        for i in range(len(kept) - 1, -1, -1):
            before, other = kept[i]
            if x - before > nearer_than:
                break
            same = other.algorithm == mark.algorithm
            if same and other.text.partition(" → ")[0] == setting:
                del kept[i]
                break
        kept.append((x, mark))
    return kept
