"""Histories that are laid over a run's own curves: other runs, seeds in one, others' files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.run.history import AXES, History, Series, SeriesKey
from ffstudio.core.words import tr

Column = npt.NDArray[np.float64]


@dataclass(frozen=True)
class NamedHistory:
    """Curves with a name, to be drawn in the plots of a run that are there already.

    A curve is drawn where the run's own curve of the same :class:`SeriesKey` is, and along an
    axis on which it has places: one that knows only epochs has NaN for steps and seconds.

    Attributes:
        source: Tells it from every other one and stays with it: a path, for example.
        name: In the legend.
        about: More than the name, for a tooltip.
        color: ``#rrggbb``, or empty for one that no other has.
        group: Equal for runs of one experiment with other seeds; empty for what stands alone.
        group_name: What they are called together; empty for the name of the first.
        low, high: Where a band around the curves ends, point for point; None for no band.
    """

    source: str
    name: str
    history: History
    about: str = ""
    color: str = ""
    group: str = ""
    group_name: str = ""
    low: History | None = None
    high: History | None = None


def band_of(runs: Sequence[NamedHistory]) -> NamedHistory:
    """The mean of several runs with a band of one standard deviation on either side.

    At every step that all of them have; the deviation is that of a sample (n − 1). Places on
    the other axes are means too, for seconds are each run's own.

    Args:
        runs: At least two.
    """
    mean, low, high = History(), History(), History()
    first = runs[0]
    for key in first.history.series:
        columns = [run.history.series.get(key) for run in runs]
        shared = [series for series in columns if series is not None]
        if len(shared) == len(runs):
            _add_band(key, shared, (mean, low, high))
    called = first.group_name or first.name
    name = tr("{name}: mean of {count} seeds", name=called, count=len(runs))
    about = "\n".join(run.name for run in runs)
    source = f"seeds of {first.group or first.source}"
    return NamedHistory(source, name, mean, about, first.color, low=low, high=high)


def _add_band(
    key: SeriesKey, runs: Sequence[Series], into: tuple[History, History, History]
) -> None:
    steps = runs[0].axis("step")
    for series in runs[1:]:
        steps = np.intersect1d(steps, series.axis("step"))
    at = [np.searchsorted(series.axis("step"), steps) for series in runs]
    values = np.stack([series.values[i] for series, i in zip(runs, at, strict=True)])
    with np.errstate(invalid="ignore"):  # what became infinite
        mean, deviation = values.mean(0), values.std(0, ddof=1)
    places = [
        np.mean([series.axis(axis)[i] for series, i in zip(runs, at, strict=True)], axis=0)
        for axis in AXES
    ]
    for history, column in zip(into, (mean, mean - deviation, mean + deviation), strict=True):
        history.series[key] = Series.of(places[0], places[1], places[2], column)
        # Runs that differ in nothing but the seed take the same.
        history.series[key].effort = runs[0].effort
