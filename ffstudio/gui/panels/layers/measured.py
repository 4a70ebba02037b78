"""What is measured of the layers at a moment, and the charts made of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor

from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.layer_scores import (
    ALONE,
    SUMMED,
    SUMS,
    WITHOUT_FIRST,
    LayerScores,
    score_sample,
)
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.run.judging import margin
from ffstudio.core.words import say_all, tr
from ffstudio.gui.plots.chart import Chart, Line
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.gui.plots.ticks import pad_course
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

Values = npt.NDArray[np.float64]

TITLES = say_all(
    {ALONE: "Each layer alone", SUMMED: "Summed up to it", WITHOUT_FIRST: "Without the first"}
)
# Below this the axis begins at 0: narrower ones make noise look like news.
_ROOM = 0.06


@dataclass(frozen=True)
class Accuracies:
    """Share of right labels (0–1) by sum and layer."""

    shares: dict[str, tuple[float, ...]]

    @classmethod
    def of(cls, scores: LayerScores) -> Accuracies:
        """Of a net of one moment."""
        return cls({which: scores.accuracy(which) for which in SUMS})


@dataclass(frozen=True)
class Measured:
    """A net of one moment.

    Attributes:
        snapshot: The net it is of.
    """

    snapshot: ModelSnapshot
    scores: LayerScores
    accuracies: Accuracies


def measure(snapshot: ModelSnapshot, sample: FixedSample) -> Measured | None:
    """Everything that the panel shows of a moment."""
    if snapshot.ff is None:
        return None
    scores = score_sample(snapshot.ff, sample)
    return Measured(snapshot, scores, Accuracies.of(scores))


def measure_accuracies(snapshot: ModelSnapshot, sample: FixedSample) -> Accuracies | None:
    """What is kept of each moment of a run."""
    measured = measure(snapshot, sample)
    return None if measured is None else measured.accuracies


@dataclass
class ShownLayers:
    """Everything that the views and figures paint.

    Attributes:
        over_time: (epoch, accuracies), ascending.
        at: The epoch that is looked at, where that is an earlier moment.
        class_names: One per label.
    """

    measured: Measured | None = None
    over_time: list[tuple[float, Accuracies]] = field(default_factory=list)
    at: float | None = None
    class_names: tuple[str, ...] = ()
    about: str = ""

    @property
    def num_layers(self) -> int:
        return self.measured.scores.num_layers if self.measured is not None else 0

    @property
    def count(self) -> int:
        """How many images."""
        return len(self.measured.scores.sample) if self.measured is not None else 0

    @property
    def sums(self) -> list[str]:
        """Those that this net has: a single layer is neither summed nor left out."""
        return [ALONE] if self.num_layers < 2 else list(SUMS)

    def share_text(self, which: str, layer: int) -> str:
        """For example ``96.4 ± 1.2%``; the margin is of 95 in 100 cases."""
        if self.measured is None:
            return "–"
        share = self.measured.accuracies.shares[which][layer]
        if not math.isfinite(share):
            return "–"
        if self.measured.scores.sample.is_whole:
            return write_percent(share)
        return f"{write_number(100 * share, '.1f')} ± {write_number(100 * margin(share, self.count), '.1f')}%"

    def is_own_rule(self, which: str) -> bool:
        """True for the sum that the net itself predicts by."""
        return self.measured is not None and self.measured.scores.own_rule == which

    def say_accuracies(self) -> str:
        """All accuracies in words."""
        return "; ".join(
            tr(
                "{title}: {values}",
                title=TITLES[which],
                values=", ".join(
                    tr("layer {k}: {share}", k=k + 1, share=self.share_text(which, k))
                    for k in range(self.num_layers)
                    if self.share_text(which, k) != "–"
                ),
            )
            for which in self.sums
        )

    # --- over time ------------------------------------------------------------------------

    def _table(self, which: str) -> Values:
        rows = [moment.shares[which] for _, moment in self.over_time]
        return 100.0 * np.array(rows, float).reshape(len(rows), self.num_layers)

    def _y_range(self) -> tuple[float, float]:
        """The same for all charts, so that they can be compared."""
        tables = [self._table(which) for which in self.sums]
        every = np.concatenate([table[np.isfinite(table)] for table in tables])
        low = float(every.min()) if len(every) else 0.0
        low = max(low - _ROOM * (100.0 - low), 0.0)
        return min(low, 94.0), 100.0

    def chart(self, which: str, theme: Theme) -> Chart:
        """A sum's accuracy by layer against epochs."""
        epochs = np.array([epoch for epoch, _ in self.over_time])
        table = self._table(which)
        span = pad_course(epochs, 0.02)
        marks = []
        if self.at is not None and span[0] <= self.at <= span[1]:
            marks.append(PlotMark(self.at, tr("shown"), QColor(theme.text)))
        first = 1 if which == WITHOUT_FIRST else 0
        return Chart(
            TITLES[which],
            tr("Epoch"),
            tr("Right (%)"),
            span,
            self._y_range(),
            [
                Line(
                    epochs,
                    table[:, k],
                    layer_color(theme, k),
                    tr("Layer {k}: {share}", k=k + 1, share=self.share_text(which, k)),
                    layer_dash(k),
                    "circle" if len(epochs) < 3 else "",
                )
                for k in range(first, self.num_layers)
            ],
            marks=marks,
            y_limits=(0.0, 100.0),
            legend_note=tr("the net's own vote") if self.is_own_rule(which) else "",
        )
