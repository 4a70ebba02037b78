"""What is measured of each layer's goodness, and the charts made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from ffstudio.core.forward_forward import Words
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.separation import LayerSeparation, separation
from ffstudio.core.mathematics import GOODNESS, USES_THRESHOLD
from ffstudio.core.mathematics.losses import SEPARATION
from ffstudio.gui.plots.chart import Area, Chart, Line
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

Values = npt.NDArray[np.float64]

_BINS = 40


def goodness_unit(net: FFSnapshot) -> str:
    """What goodness is counted in."""
    return {"mean_square": "mean square", "sum_square": "sum of squares"}.get(
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


def probe(net: FFSnapshot, version: int, epoch: float, samples: Samples) -> Probed:
    """Measures a net on images: each with its positive against its negative version."""
    return Probed(net, version, epoch, separation(net, samples))


@dataclass
class ShownGoodness:
    """Everything that the views and figures paint."""

    probed: Probed | None = None
    losses: tuple[str, ...] = ()
    common_range: bool = False
    over_time: list[tuple[float, tuple[float, ...]]] = field(default_factory=list)

    @property
    def layers(self) -> list[LayerSeparation]:
        """Of what is shown; none before the first measurement."""
        return self.probed.layers if self.probed is not None else []

    def read_out(self, k: int) -> str:
        """A layer's figures of merit in one line."""
        layer = self.layers[k]
        if not len(layer.positive) or not len(layer.negative):
            return "not a number: the layer has diverged"
        d = layer.d_prime
        d_text = "∞" if math.isinf(d) else "–" if math.isnan(d) else f"{d:.2f}"
        return f"AUC {layer.auc:.3f}   d′ {d_text}   overlap {100 * layer.overlap:.0f} %"

    def wins(self, k: int) -> str:
        """How often the true label has more goodness than the wrong one, image by image."""
        wins = self.layers[k].wins
        return f"{self.words.winner} wins {100 * wins:.0f} %" if math.isfinite(wins) else ""

    @property
    def words(self) -> Words:
        """What positive and negative mean here."""
        return (self.probed.net.kind if self.probed is not None else LabelNet).words

    def thresholds(self, k: int) -> list[tuple[str, float]]:
        """Name and place of each threshold that a layer's loss looks at."""
        theta = self.layers[k].threshold
        if self.note(k) or not math.isfinite(theta):
            return []
        if k < len(self.losses) and self.losses[k] == "separate":
            gap = SEPARATION * abs(theta)
            return [("θ⁻", theta - gap), ("θ⁺", theta + gap)]
        return [("θ", theta)]

    def note(self, k: int) -> str:
        """Whether θ matters to the layer."""
        if self.probed is not None and self.probed.net.kind.no_threshold:
            return self.probed.net.kind.no_threshold
        loss = self.losses[k] if k < len(self.losses) else ""
        return "θ not used: pair loss" if loss and loss not in USES_THRESHOLD else ""

    def chart(self, k: int, theme: Theme) -> Chart:
        """A layer's histograms."""
        layers = self.layers
        layer = layers[k]
        thresholds = [self.thresholds(i) for i in range(len(layers))]
        chosen = range(len(layers)) if self.common_range else [k]
        low, high = value_range(
            [layers[i] for i in chosen], [at for i in chosen for _, at in thresholds[i]]
        )
        edges = np.linspace(low, high, _BINS + 1)
        positive, negative = histogram(layer.positive, edges), histogram(layer.negative, edges)
        top = max(float(positive.max()), float(negative.max()), 1e-9)
        marks, notes = [], []
        for name, at in thresholds[k]:
            text = f"{name} = {at:g}"
            if low <= at <= high:
                marks.append(PlotMark(at, text, QColor(theme.text)))
            else:
                notes.append(f"{text}, off to the {'right' if at > high else 'left'}")
        if self.note(k):
            notes.append(self.note(k))
        words = self.words
        return Chart(
            "",
            f"Goodness ({goodness_unit(self.probed.net)})" if self.probed else "Goodness",
            "Images (%)",
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

    def time_chart(self, theme: Theme, title: str = "Separation over time") -> Chart:
        """AUC of every layer against epochs."""
        epochs = np.array([e for e, _ in self.over_time])
        table = np.array([a for _, a in self.over_time])
        finite = table[np.isfinite(table)]
        low = min(float(finite.min()), 0.9) if len(finite) else 0.5
        span = (float(epochs[-1] - epochs[0]) or 1.0) * 0.01
        return Chart(
            title,
            "Epoch",
            "AUC",
            (float(epochs[0]) - span, float(epochs[-1]) + span),
            (low - 0.04 * (1.0 - low), 1.0 + 0.06 * (1.0 - low)),
            [
                Line(epochs, table[:, k], layer_color(theme, k), f"Layer {k + 1}", layer_dash(k))
                for k in range(table.shape[1])
            ],
        )
