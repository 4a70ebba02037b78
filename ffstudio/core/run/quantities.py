"""Everything a run measures, declared once: names, units, plots, styles, places in files.

A new quantity is an entry of :data:`QUANTITIES` and, if it has a plot of its own, one of
:data:`PLOTS`. From there it flows by itself to events, history, curves, CSV, JSON, the
command line and model files. Its value comes from :attr:`Quantity.measure`, or from the line
of the trainer that puts it into ``StepDone.values`` or ``EpochDone.values`` under its name.

Tables keep their order: it is that of legends, of a history's curves and of its epoch rows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import Samples
from ffstudio.core.words import speaks

# One number, or one for each layer; a shorter tuple belongs to the last layers.
Value = float | tuple[float, ...]

ALGORITHMS = ("ff", "bp")
NET_NAMES = {"ff": "FF", "bp": "BP"}
MOVED, LEARNT = "moved", "learnt"


@dataclass(frozen=True)
class Moment:
    """What a quantity can be measured from, at the end of a step or an epoch.

    Attributes:
        algorithm: ``ff`` or ``bp``.
        losses: Of the step, or the epoch's means: per Forward-Forward layer, or one.
        judged_on: The images that the epoch is judged on; None after a step.
        look: Copies the net's weights: slow, so it is called at most once.
    """

    algorithm: str
    spec: ExperimentSpec
    losses: tuple[float, ...]
    judged_on: Samples | None
    look: Callable[[], Any]

    @cached_property
    def net(self) -> Any:
        """The net as a snapshot (:mod:`ffstudio.core.look`), its weights in ``net.layers``."""
        return self.look()


@speaks("title", "y_label", "figure_title")
@dataclass(frozen=True)
class PlotEntry:
    """One plot of the curves.

    Attributes:
        title: Above the plot.
        y_label: Along its y-axis.
        algorithm: Whose curves it shows, ``ff`` or ``bp``; empty for both.
        figure_title: Its name among the figures to export; empty for the title.
        in_percent: Values are shares, 0–1, and are shown in percent.
    """

    title: str
    y_label: str
    algorithm: str = ""
    figure_title: str = ""
    in_percent: bool = False

    @property
    def limits(self) -> tuple[float, float] | None:
        """What its values can be at most, as the plot shows them; None knows no end."""
        return (0.0, 100.0) if self.in_percent else None


@speaks("text", "help", "spoken")
@dataclass(frozen=True)
class CurveSwitch:
    """A check box that shows curves which are not shown at first.

    Attributes:
        name: Part of its object name, and its name among remembered choices.
        text: On the box.
        help: Its tooltip.
        spoken: For screen readers; empty for the text.
    """

    name: str
    text: str
    help: str
    spoken: str = ""


@speaks("noun", "legend", "layer_legend", "layer_words")
@dataclass(frozen=True)
class Quantity:
    """One thing that is measured.

    Attributes:
        name: The metric in curves and files, the key in ``values`` of events. Never changed:
            files hold it.
        noun: What it is, in a sentence about one value.
        algorithms: Which nets have it.
        per_layer: Which of those nets have one value for each layer.
        per_step: True for a value after every step, False after every epoch.
        is_judged: Measured on the set that epochs are judged on, not on training data.
        has_curve: False keeps it out of curves, CSV and plots: it is in epoch rows only.
        skips_nan: NaN means "not measured" and leaves no point; otherwise it is a gap, and the
            first one is marked.
        row: Its key in epoch rows, after ``ff_`` or ``bp_``; None keeps it out of them.
        plot: The entry of :data:`PLOTS` that shows it, ``{algorithm}`` filled in; None: nowhere.
        is_smoothed: Noisy enough to be averaged; steps are.
        legend: Its name in the legend, without a layer: ``{net}`` and ``{set}`` are filled in.
        layer_legend: The same for one layer, with ``{layer}``, counted from 1.
        layer_words: The layer in a sentence about one curve.
        dash: Without a layer: ``solid``, ``dashed`` or ``dash-dotted``; empty for the net's own.
            Layers have their own.
        marker: ``circle``, ``square``, ``triangle``, ``diamond``, or empty for none; None for
            the net's own.
        choice: Shown only on demand, by this box.
        last_is: The quantity that the last layer's value repeats: it gets no curve.
        measure: Computes it at the end of a step or epoch; None where trainers tell it. None as
            its result means "not measured".
    """

    name: str
    noun: str
    algorithms: tuple[str, ...] = ALGORITHMS
    per_layer: tuple[str, ...] = ()
    per_step: bool = False
    is_judged: bool = False
    has_curve: bool = True
    skips_nan: bool = False
    row: str | None = None
    plot: str | None = None
    is_smoothed: bool = False
    legend: str = "{net}"
    layer_legend: str = "Layer {layer}"
    layer_words: str = "layer {layer}"
    dash: str = ""
    marker: str | None = ""
    choice: CurveSwitch | None = None
    last_is: str = ""
    measure: Callable[[Moment], Value | None] | None = None

    def row_key(self, algorithm: str) -> str | None:
        """Its key in epoch rows, or None when it is not in them."""
        return None if self.row is None else f"{algorithm}_{self.row}"

    def plot_of(self, algorithm: str) -> str | None:
        """The name of the plot that shows it, or None."""
        if self.plot is None or algorithm not in self.algorithms:
            return None
        return self.plot.format(algorithm=algorithm)

    @property
    def in_percent(self) -> bool:
        """True when its values are shares that are shown in percent."""
        plots = {self.plot_of(a) for a in self.algorithms}
        return any(PLOTS[name].in_percent for name in plots if name is not None)


PLOTS: dict[str, PlotEntry] = {
    "ff_loss": PlotEntry(
        "Forward-Forward loss per layer", "FF loss", "ff", figure_title="FF loss per layer"
    ),
    "bp_loss": PlotEntry("Backprop loss", "Cross-entropy", "bp"),
    "accuracy": PlotEntry("Accuracy", "Accuracy (%)", in_percent=True),
}


def _table(quantities: Iterable[Quantity]) -> dict[str, Quantity]:
    return {quantity.name: quantity for quantity in quantities}


QUANTITIES: dict[str, Quantity] = _table(
    (
        Quantity(
            "loss",
            "loss",
            per_layer=("ff",),
            per_step=True,
            plot="{algorithm}_loss",
            is_smoothed=True,
            legend="Train",
            dash="solid",
        ),
        # The epoch's mean training loss of each layer.
        Quantity(
            "losses", "loss", algorithms=("ff",), per_layer=("ff",), has_curve=False, row="losses"
        ),
        # One number for the epoch: the recipe's own summary.
        Quantity("epoch_loss", "loss", row="loss"),
        Quantity(
            "accuracy",
            "accuracy",
            is_judged=True,
            row="accuracy",
            plot="accuracy",
            legend="{net} {set}",
            marker=None,
        ),
        Quantity(
            "evaluation_loss",
            "loss",
            algorithms=("bp",),
            is_judged=True,
            skips_nan=True,
            row="evaluation_loss",
            plot="bp_loss",
            legend="{Set}",
            marker=None,
        ),
        # Each layer asked alone.
        Quantity(
            "layer_accuracy",
            "accuracy",
            algorithms=("ff",),
            per_layer=("ff",),
            is_judged=True,
            row="layer_accuracy",
            plot="accuracy",
            marker="triangle",
            choice=CurveSwitch(
                "layers",
                "Per-Layer Accuracy",
                "Also shows how often each Forward-Forward layer, asked alone, names the right "
                "label.",
            ),
        ),
        # The voting layers' goodness added up, from the first of them to each.
        Quantity(
            "cumulative_accuracy",
            "accuracy",
            algorithms=("ff",),
            per_layer=("ff",),
            is_judged=True,
            row="cumulative_accuracy",
            plot="accuracy",
            layer_legend="Up to layer {layer}",
            layer_words="up to layer {layer}",
            marker="diamond",
            choice=CurveSwitch(
                "sums",
                "Sums",
                "Also shows the accuracy of the voting layers' goodness added up from the first "
                "of\nthem to each: what one more layer brings. The last sum is the accuracy "
                "itself.",
                "Accuracy of layers added up",
            ),
            last_is="accuracy",
        ),
        Quantity(
            "read_out_accuracy",
            "read-out accuracy",
            algorithms=("ff",),
            is_judged=True,
            row="read_out_accuracy",
            plot="accuracy",
            legend="{net} read-out {set}",
            dash="dash-dotted",
            marker="diamond",
        ),
        # How far the layer's weights have moved since the epoch began, as a share of their norm.
        Quantity(MOVED, "weight change", per_layer=ALGORITHMS, skips_nan=True),
        # The share of the epoch's steps, of those that could be the layer's, in which it learnt.
        Quantity(LEARNT, "share of steps that it learnt", per_layer=ALGORITHMS, skips_nan=True),
    )
)


def of_epochs(algorithm: str) -> list[Quantity]:
    """What is told of a net at the end of an epoch, in the table's order."""
    return [q for q in QUANTITIES.values() if not q.per_step and algorithm in q.algorithms]


def row_quantities() -> dict[str, tuple[str, Quantity]]:
    """The keys of an epoch row that hold quantities, in order: algorithm and quantity of each."""
    return {
        key: (algorithm, quantity)
        for quantity in QUANTITIES.values()
        for algorithm in ALGORITHMS
        if algorithm in quantity.algorithms and (key := quantity.row_key(algorithm)) is not None
    }


def measure(moment: Moment, *, per_step: bool) -> dict[str, Value]:
    """What the table itself knows how to measure at this moment."""
    values: dict[str, Value] = {}
    for quantity in QUANTITIES.values():
        wanted = quantity.per_step is per_step and moment.algorithm in quantity.algorithms
        if wanted and quantity.measure is not None:
            value = quantity.measure(moment)
            if isinstance(value, tuple):
                values[quantity.name] = tuple(float(number) for number in value)
            elif value is not None:
                values[quantity.name] = float(value)
    return values


def num_layers(values: Mapping[str, Value]) -> int:
    """How many layers the longest of the values is of."""
    return max((len(v) for v in values.values() if isinstance(v, tuple)), default=0)


def by_layer(value: Value, layers: int) -> list[tuple[int | None, float]]:
    """A value as pairs (0-based layer or None, number)."""
    if not isinstance(value, tuple):
        return [(None, value)]
    first = layers - len(value)
    return [(first + i, number) for i, number in enumerate(value)]


def is_point(quantity: Quantity, number: float) -> bool:
    """False for "not measured", which leaves no point on a curve."""
    return math.isfinite(number) or not quantity.skips_nan
