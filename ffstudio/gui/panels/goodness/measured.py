"""What is measured of each layer's goodness, and the charts made of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from ffstudio.core.forward_forward import Words
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.separation import LayerSeparation, separation
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.thresholds import ThresholdEffect, try_threshold
from ffstudio.core.look.unit_health import UnitHealth, count_idle_units
from ffstudio.core.mathematics import CLASS_LOSSES, GOODNESS, LOCAL_LOSSES, LocalLoss
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.plots.chart import Area, Chart, Line
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.plots.same_scales import share_range
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

Values = npt.NDArray[np.float64]

# Of every layer, positive and negative goodness at one moment.
Ridge = tuple[tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]], ...]

_BINS = 40
# Rows of a ridge: more would hide each other.
_MOST_ROWS = 12
# Enough to tell a unit that is always silent.
_HEALTH_IMAGES = 300

# What can be shown of a layer: each image's own gap between its labels, or the two populations
# of positive and negative data.
GAPS, POPULATIONS = "gaps", "populations"
BOTH = "both"
# The same two populations, epoch above epoch.
RIDGE = "ridge"

GAP_RIGHT = "Gap above 0: the true label is ahead"
GAP_WRONG = "Gap below 0: another label is ahead"


def goodness_unit(net: FFSnapshot) -> str:
    """What goodness is counted in."""
    return {"mean_square": tr("mean square"), "sum_square": tr("sum of squares")}.get(
        net.goodness, GOODNESS[net.goodness].label.lower()
    )


def value_range(
    layers: list[LayerSeparation], thresholds: Sequence[float] | None = None
) -> tuple[float, float]:
    """Where nearly all goodness values lie, θ included when it is near.

    Args:
        thresholds: Those that matter; None for the layers' own.
    """
    values = np.concatenate([v for layer in layers for v in (layer.positive, layer.negative)])
    if not len(values):
        return 0.0, 1.0
    low, high = (float(v) for v in np.percentile(values, (0.25, 99.75)))
    if high <= low:
        air = max(abs(high) * 0.5, 0.5)
        return max(low - air, 0.0) if low >= 0 else low - air, high + air
    least, most = low, high
    for at in [layer.threshold for layer in layers] if thresholds is None else thresholds:
        if most < at <= most + 0.5 * (most - least):
            high = max(high, at)
        elif at < 0 and least - 0.5 * (most - least) <= at < least:
            low = min(low, at)  # goodness that is made small lies below 0
    air = 0.03 * (high - low)
    return (max(low - air, 0.0) if low >= 0 else low - air), high + air


def gap_edges(gaps: Iterable[Values]) -> Values:
    """Edges of bins in which nearly all gaps lie; 0 is one of them, so no bin holds both sides."""
    every = np.concatenate([np.zeros(1), *gaps])
    low, high = (float(v) for v in np.percentile(every, (0.25, 99.75)))
    low, high = min(low, 0.0), max(high, 0.0)
    if high <= low:
        low, high = -1.0, 1.0
    return bin_around_zero(low - 0.06 * (high - low), high + 0.03 * (high - low))


def bin_around_zero(low: float, high: float) -> Values:
    """Edges of equal bins from ``low`` (below 0) to ``high`` (above 0), one of them at 0."""
    width = (high - low) / _BINS
    below, above = math.ceil(-low / width), math.ceil(high / width)
    return np.asarray(np.arange(-below, above + 1) * width)


def histogram(values: Values, edges: Values) -> Values:
    """Percent of the values per bin; what lies outside counts in the outermost bins."""
    if not len(values):
        return np.zeros(len(edges) - 1)
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
    return np.asarray(100.0 * counts / len(values))


@dataclass(frozen=True)
class Probed:
    """What the panel shows, computed off the window's thread."""

    net: FFSnapshot
    version: int
    epoch: float
    layers: list[LayerSeparation]
    which: str = ""
    health: tuple[UnitHealth, ...] = ()
    health_images: int = 0


def probe(
    net: FFSnapshot, version: int, epoch: float, samples: Samples, which: str = "test"
) -> Probed:
    """Measures a net on images of the set ``which``: their positive against their negative
    versions, and the gap between the labels of each.
    """
    few = draw_sample(samples, which, _HEALTH_IMAGES)
    health = tuple(count_idle_units(net, few))
    return Probed(net, version, epoch, separation(net, samples), which, health, len(few))


def measure_ridge(snapshot: ModelSnapshot, samples: Samples) -> Ridge | None:
    """Both populations in every layer, for one row of the ridges."""
    if snapshot.ff is None:
        return None
    layers = separation(snapshot.ff, samples)
    return tuple(
        (layer.positive.astype(np.float32), layer.negative.astype(np.float32)) for layer in layers
    )


@dataclass(frozen=True)
class Moment:
    """What the layers were like at a moment of the run.

    Attributes:
        aucs: Of every layer.
        above: Share of the images whose gap is above 0, of every layer; NaN without labels.
    """

    epoch: float
    aucs: tuple[float, ...]
    above: tuple[float, ...]

    @classmethod
    def of(cls, probed: Probed) -> Moment:
        owned = [layer.own for layer in probed.layers]
        return cls(
            probed.epoch,
            tuple(layer.auc for layer in probed.layers),
            tuple(own.above if own is not None else math.nan for own in owned),
        )


@dataclass(eq=False)
class ShownGoodness:
    """Everything that the views and figures paint.

    Attributes:
        losses: A name of ``LOCAL_LOSSES`` per layer, as far as they are known.
        wanted: ``GAPS``, ``POPULATIONS``, ``BOTH``, ``RIDGE``, or empty for what fits each
            layer's loss.
        ridge: (epoch, populations), ascending.
        class_loss: A name of ``CLASS_LOSSES`` where the layers score classes, if it is known.
        sharpness: α of the local losses.
        tried: Thresholds that are tried out and not applied, by layer (0-based).
    """

    probed: Probed | None = None
    losses: tuple[str, ...] = ()
    class_loss: str = ""
    wanted: str = ""
    common_range: bool = False
    over_time: list[Moment] = field(default_factory=list)
    ridge: list[tuple[float, Ridge]] = field(default_factory=list)
    sharpness: float = 1.0
    tried: dict[int, float] = field(default_factory=dict)

    # --- which view ---------------------------------------------------------------------

    @property
    def no_gaps(self) -> str:
        """Why there are no gaps between labels; empty where there are."""
        return self.probed.net.kind.no_gaps if self.probed is not None else ""

    def _loss(self, k: int) -> LocalLoss | None:
        return LOCAL_LOSSES.get(self.losses[k]) if k < len(self.losses) else None

    def fitting(self, k: int) -> str:
        """The view in which a layer's loss is seen at work."""
        if self.probed is None or self.no_gaps:
            return POPULATIONS
        if self.probed.net.kind.no_threshold:
            return GAPS
        loss = self._loss(k)
        return GAPS if loss is not None and not loss.uses_threshold else POPULATIONS

    def views(self, k: int) -> tuple[str, ...]:
        """What is shown of a layer."""
        if self.wanted == RIDGE:
            return (RIDGE,)
        if self.no_gaps:
            return (POPULATIONS,)
        if self.wanted == BOTH:
            return GAPS, POPULATIONS
        return (self.wanted or self.fitting(k),)

    @property
    def cells(self) -> list[tuple[int, str]]:
        """Every histogram that is shown: its layer and view."""
        return [(k, view) for k in range(len(self.layers)) for view in self.views(k)]

    @property
    def views_per_layer(self) -> int:
        """How many histograms each layer has."""
        return max((len(self.views(k)) for k in range(len(self.layers))), default=1)

    @property
    def kinds_of_view(self) -> list[str]:
        """The views that are shown of some layer."""
        shown = {view for _, view in self.cells}
        return [view for view in (GAPS, POPULATIONS, RIDGE) if view in shown]

    @property
    def aims(self) -> list[str]:
        """What parts as the layers learn, in sentences; the same one is said once."""
        if self.probed is None:
            return []
        if self.probed.net.kind.aim:
            own = CLASS_LOSSES.get(self.class_loss)
            return [own.aim if own is not None and own.aim else self.probed.net.kind.aim]
        losses = [self._loss(k) for k in range(len(self.layers))]
        said = dict.fromkeys(loss.aim for loss in losses if loss is not None)
        if len(said) == 1:
            return list(said)
        return [
            tr("Layer {k}: {aim}", k=k + 1, aim=loss.aim)
            for k, loss in enumerate(losses)
            if loss is not None
        ]

    # --- in words -----------------------------------------------------------------------

    @property
    def layers(self) -> list[LayerSeparation]:
        """Of what is shown; none before the first measurement."""
        return self.probed.layers if self.probed is not None else []

    def read_out(self, k: int) -> str:
        """A layer's figures of merit in one line."""
        layer = self.layers[k]
        if not len(layer.positive) or not len(layer.negative):
            return tr("not a number: the layer has diverged")
        d = layer.d_prime
        d_text = "∞" if math.isinf(d) else "–" if math.isnan(d) else write_number(d, ".2f")
        return tr(
            "AUC {auc}   d′ {d_text}   overlap {overlap}%",
            auc=write_number(layer.auc, ".3f"),
            d_text=d_text,
            overlap=f"{100 * layer.overlap:.0f}",
        )

    def gap_text(self, k: int) -> str:
        """How many images' true label is ahead in a layer."""
        own = self.layers[k].own
        if own is None or self.probed is None:
            return ""
        if not math.isfinite(own.above):
            return tr("not a number: the layer has diverged")
        return tr(
            "{above}% of {gaps} {which} images above 0",
            above=write_number(100 * own.above, ".1f"),
            gaps=write_number(len(own.gaps), ","),
            which=self.probed.which,
        )

    def median_text(self, k: int) -> str:
        """The gap that half of the images exceed."""
        own = self.layers[k].own
        if own is None or not math.isfinite(own.above):
            return ""
        median = float(np.median(own.finite))
        sign = "−" if median < 0 else "+"
        return tr("median {sign}{median}", sign=sign, median=number_text(abs(median), digits=3))

    def wins(self, k: int) -> str:
        """How often the true label has more goodness than the wrong one, image by image."""
        wins = self.layers[k].wins
        return (
            tr("{winner} wins {wins}%", winner=self.words.winner, wins=f"{100 * wins:.0f}")
            if math.isfinite(wins)
            else ""
        )

    @property
    def words(self) -> Words:
        """What positive and negative mean here."""
        return (self.probed.net.kind if self.probed is not None else LabelNet).words

    def thresholds(self, k: int) -> list[tuple[str, float]]:
        """Name and place of each threshold that a layer's loss looks at."""
        theta = self.layers[k].threshold
        if self.note(k) or not math.isfinite(theta):
            return []
        loss = self._loss(k)
        return (
            [("θ", theta)] if loss is None or loss.thresholds is None else [*loss.thresholds(theta)]
        )

    def note(self, k: int) -> str:
        """Whether θ matters to the layer."""
        if self.probed is not None and self.probed.net.kind.no_threshold:
            return self.probed.net.kind.no_threshold
        loss = self._loss(k)
        return tr("θ not used: pair loss") if loss is not None and not loss.uses_threshold else ""

    # --- trying a threshold -----------------------------------------------------------------

    def has_threshold(self, k: int) -> bool:
        """True where a layer's loss holds goodness against θ."""
        return bool(self.thresholds(k))

    def effect(self, k: int, threshold: float) -> ThresholdEffect:
        """What a threshold does to a layer's goodness as it is."""
        layer = self.layers[k]
        loss = self._loss(k)
        return try_threshold(layer.positive, layer.negative, threshold, loss, self.sharpness)

    def side_text(self, k: int) -> str:
        """How much lies on the right side of a layer's θ, or of the one tried there."""
        if not self.has_threshold(k):
            return ""
        effect = self.effect(k, self.tried.get(k, self.layers[k].threshold))
        if not math.isfinite(effect.told_apart):
            return ""
        return tr(
            "positive above θ {above}%   negative below {below}%",
            above=f"{100 * effect.positives_above:.0f}",
            below=f"{100 * effect.negatives_below:.0f}",
        )

    def health_text(self) -> str:
        """Dead and saturated units of every layer, in words."""
        if self.probed is None or not self.probed.health:
            return ""
        layers = []
        for k, health in enumerate(self.probed.health):
            text = tr(
                "layer {k}: {dead} of {units} dead", k=k + 1, dead=health.dead, units=health.units
            )
            if health.saturated is not None:
                text += tr(", {saturated} saturated", saturated=health.saturated)
            layers.append(text)
        return tr(
            "Units on {count} images: {layers}.",
            count=self.probed.health_images,
            layers="; ".join(layers),
        )

    def ridge_rows(self) -> list[tuple[float, Ridge]]:
        """The moments of a ridge, evenly spread, the newest last."""
        rows = [row for row in self.ridge if len(row[1]) == len(self.layers)]
        if len(rows) <= _MOST_ROWS:
            return rows
        last = len(rows) - 1
        return [rows[round(i * last / (_MOST_ROWS - 1))] for i in range(_MOST_ROWS)]

    # --- charts -------------------------------------------------------------------------

    def chart(self, k: int, theme: Theme) -> Chart:
        """A layer's histograms."""
        layers = self.layers
        layer = layers[k]
        thresholds = [self.thresholds(i) for i in range(len(layers))]
        chosen = range(len(layers)) if self.common_range else [k]
        low, high = value_range(
            [layers[i] for i in chosen], [at for i in chosen for _, at in thresholds[i]]
        )
        low, high = share_range(f"goodness of layer {k}", low, high, leads=True)
        edges = np.linspace(low, high, _BINS + 1)
        positive, negative = histogram(layer.positive, edges), histogram(layer.negative, edges)
        top = max(float(positive.max()), float(negative.max()), 1e-9)
        marks, notes = [], []
        for name, at in thresholds[k]:
            text = f"{name} = {number_text(at)}"
            if low <= at <= high:
                marks.append(PlotMark(at, text, QColor(theme.text)))
            else:
                notes.append(
                    tr(
                        "{text}, off to the {either}",
                        text=text,
                        either="right" if at > high else "left",
                    )
                )
        if self.note(k):
            notes.append(self.note(k))
        if k in self.tried:
            at = self.tried[k]
            text = tr("tried: {at}", at=number_text(at, digits=3))
            marks.append(PlotMark(min(max(at, low), high), text, QColor(theme.warning)))
        words = self.words
        return Chart(
            "",
            tr("Goodness ({goodness_unit})", goodness_unit=goodness_unit(self.probed.net))
            if self.probed
            else tr("Goodness"),
            tr("Images (%)"),
            (low, high),
            (0.0, top * 1.25),
            areas=[
                Area(edges, negative, QColor(theme.negative), words.negative, True),
                Area(edges, positive, QColor(theme.positive), words.positive),
            ],
            marks=marks,
            legend=False,
            notes=tuple(notes),
        )

    def gap_chart(self, k: int, theme: Theme) -> Chart:
        """How often each gap occurs in a layer, those above 0 apart from those below."""
        layers = self.layers
        chosen = layers if self.common_range else [layers[k]]
        edges = gap_edges(layer.own.finite for layer in chosen if layer.own is not None)
        own_range = float(edges[0]), float(edges[-1])
        shared = share_range(f"gaps of layer {k}", *own_range, leads=True)
        if shared != own_range:
            edges = bin_around_zero(*shared)
        own = layers[k].own
        heights = histogram(own.finite if own is not None else np.empty(0), edges)
        zero = int(np.searchsorted(edges, -1e-12 * (edges[-1] - edges[0])))
        top = max(float(heights.max()), 1e-9)
        unit = f" ({goodness_unit(self.probed.net)})" if self.probed is not None else ""
        return Chart(
            "",
            tr("Gap{unit}", unit=unit),
            tr("Images (%)"),
            (float(edges[0]), float(edges[-1])),
            (0.0, top * 1.25),
            areas=[
                Area(
                    edges[: zero + 1], heights[:zero], QColor(theme.negative), tr(GAP_WRONG), True
                ),
                Area(edges[zero:], heights[zero:], QColor(theme.positive), tr(GAP_RIGHT)),
            ],
            marks=[PlotMark(0.0, "0", QColor(theme.text))],
            legend=False,
        )

    def chart_of(self, k: int, view: str, theme: Theme) -> Chart:
        """A layer in one of the views."""
        return self.gap_chart(k, theme) if view == GAPS else self.chart(k, theme)

    def time_charts(self, theme: Theme) -> list[Chart]:
        """What became of the layers, for every view that is shown."""
        charts = {
            GAPS: self.accuracy_chart,
            POPULATIONS: self.time_chart,
            RIDGE: self.time_chart,
        }
        return [charts[view](theme) for view in self.kinds_of_view]

    def accuracy_chart(self, theme: Theme) -> Chart:
        """The share of images above 0, each layer's own accuracy, against epochs."""
        table = 100.0 * np.array([moment.above for moment in self.over_time])
        finite = table[np.isfinite(table)]
        low = min(float(finite.min()), 90.0) if len(finite) else 0.0
        low = max(low - 0.04 * (100.0 - low), 0.0)
        title = tr("Each layer's own accuracy over time")
        return self._over_time(theme, title, tr("Above 0 (%)"), (low, 100.0), table, (0.0, 100.0))

    def time_chart(self, theme: Theme) -> Chart:
        """AUC of every layer against epochs."""
        table = np.array([moment.aucs for moment in self.over_time])
        finite = table[np.isfinite(table)]
        low = min(float(finite.min()), 0.9) if len(finite) else 0.5
        span = (low - 0.04 * (1.0 - low), 1.0 + 0.06 * (1.0 - low))
        return self._over_time(theme, tr("Separation over time"), "AUC", span, table, (0.0, 1.0))

    def _over_time(
        self,
        theme: Theme,
        title: str,
        label: str,
        y_range: tuple[float, float],
        table: Values,
        limits: tuple[float, float],
    ) -> Chart:
        epochs = np.array([moment.epoch for moment in self.over_time])
        span = (float(epochs[-1] - epochs[0]) or 1.0) * 0.01
        return Chart(
            title,
            tr("Epoch"),
            label,
            (float(epochs[0]) - span, float(epochs[-1]) + span),
            y_range,
            [
                Line(
                    epochs,
                    table[:, k],
                    layer_color(theme, k),
                    tr("Layer {k}", k=k + 1),
                    layer_dash(k),
                )
                for k in range(table.shape[1])
            ],
            y_limits=limits,
        )
