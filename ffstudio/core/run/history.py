"""All curves of a run: growing columns, thinned for drawing, exported as tidy rows."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import StackError
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.numbers import write_json
from ffstudio.core.run.changes import Mark, mark_of
from ffstudio.core.run.effort import DERIVED_AXES, EFFORTS, Effort, efforts_entry, read_efforts
from ffstudio.core.run.events import EpochDone, Event, SettingChanged, StepDone
from ffstudio.core.run.quantities import (
    NET_NAMES,
    QUANTITIES,
    Quantity,
    Value,
    by_layer,
    is_point,
    num_layers,
    of_epochs,
    row_quantities,
)
from ffstudio.core.run.thinning import Thinning, thin
from ffstudio.core.words import tr

Column = npt.NDArray[np.float64]

# What every point of a curve has, in files too.
AXES = ("step", "epoch", "seconds")
# What curves can be drawn along.
X_AXES = (*AXES, *DERIVED_AXES)
# In an epoch's row, where a net was judged on a sample: of how many images.
SAMPLES = "samples"
# In a curve's entry: of how many images its points are, the samples' aside.
IMAGES = "images"
_MOST_THINNINGS = 4
# In a file: what the first layer's number is; 0 where that is not said.
_FIRST_LAYER = "first_layer"


class Series:
    """One curve: rows of (step, epoch, seconds, value), kept in a doubling buffer.

    Attributes:
        first_bad: Index of the first value that is NaN or infinite, or None.
        times_cut: How often points were taken away: else, equally long is equal.
        samples: Of how many images a point is, where that is not the whole set.
        images: Of how many images the others are; None where that is not known, or of none.
        effort: What the net's steps have taken; None where that is not known.
    """

    def __init__(self) -> None:
        self._rows = np.empty((64, 4), np.float64)
        self._count = 0
        self.first_bad: int | None = None
        self.times_cut = 0
        self.samples: dict[int, int] = {}
        self.images: int | None = None
        self.effort: Effort | None = None
        self._average: _Average | None = None
        self._thinnings: dict[tuple[float, int], Thinning] = {}

    def __len__(self) -> int:
        return self._count

    def append(
        self,
        step: float,
        epoch: float,
        seconds: float,
        value: float,
        sample: int | None = None,
    ) -> None:
        """Adds a point.

        Args:
            sample: Of how many images it is; None for all of the set.
        """
        if sample is not None:
            self.samples[self._count] = sample
        if self._count == len(self._rows):
            more = np.empty((max(self._count, 64), 4), np.float64)
            self._rows = np.concatenate([self._rows, more])
        self._rows[self._count] = (step, epoch, seconds, value)
        if self.first_bad is None and not math.isfinite(value):
            self.first_bad = self._count
        self._count += 1

    @classmethod
    def of(cls, step: Column, epoch: Column, seconds: Column, values: Column) -> Series:
        """A curve from columns, each (points,); NaN for places on an axis that are not known."""
        made = cls()
        made._rows = np.column_stack([step, epoch, seconds, values]).astype(np.float64)
        made._count = len(made._rows)
        bad = np.flatnonzero(~np.isfinite(made._rows[:, 3]))
        made.first_bad = int(bad[0]) if len(bad) else None
        return made

    def copy(self) -> Series:
        """The curve as it is now, for any thread; points are shared until either grows."""
        made = Series()
        # Points that are there never change, so that nothing has to be copied before the
        # copy itself grows: its buffer is full.
        made._rows, made._count = self._rows[: self._count], self._count
        made.first_bad, made.samples = self.first_bad, dict(self.samples)
        made.images, made.effort = self.images, self.effort
        return made

    def cut(self, count: int) -> None:
        """Forgets everything after the first ``count`` points."""
        # A buffer of its own: copies look at the old one.
        self._rows, self._count = self._rows[:count].copy(), count
        self.samples = {i: sample for i, sample in self.samples.items() if i < count}
        if self.first_bad is not None and self.first_bad >= count:
            self.first_bad = None
        self.times_cut += 1
        self._average = None
        self._thinnings.clear()

    def dataset_name(self, dataset: str, index: int) -> str:
        """What a point was measured on: the set, or ``test sample of 2000``; English, for files."""
        sample = self.samples.get(index)
        return dataset if sample is None else f"{dataset} sample of {sample}"

    @property
    def values(self) -> Column:
        return self._rows[: self._count, 3]

    @property
    def comparable(self) -> npt.NDArray[np.int64]:
        """Which points can be compared: the finite ones of all images, else of the largest sample."""
        finite = np.isfinite(self.values)
        if finite.any() and self.samples:
            count = np.full(len(finite), np.inf)
            count[list(self.samples)] = list(self.samples.values())
            finite &= count == count[finite].max()
        return np.flatnonzero(finite)

    def num_images(self, index: int) -> int | None:
        """Of how many images a point is; None where that is not known, or of none."""
        return self.samples.get(index, self.images)

    def axis(self, name: str) -> Column:
        """The x values along one of :data:`X_AXES`; NaN where they are not known."""
        if name in DERIVED_AXES:
            steps = self.axis("step")
            if self.effort is None:
                return np.full(len(steps), np.nan)
            return self.effort.total(name, steps)
        return self._rows[: self._count, AXES.index(name)]

    def place(self, name: str, index: int) -> float:
        """Where one point lies along one of :data:`X_AXES`, without looking at the others."""
        if name not in DERIVED_AXES:
            return float(self.axis(name)[index])
        if self.effort is None:
            return math.nan
        return float(self.effort.total(name, self.axis("step")[[index]])[0])

    def smooth(self, weight: float) -> Column:
        """As :func:`smooth` of the values; only what is new is computed."""
        if weight <= 0:
            return self.values
        if self._average is None or self._average.weight != weight:
            self._average = _Average(weight)
        return self._average.extend(self.values)

    def thin(
        self,
        axis: str,
        most: int = 2000,
        *,
        weight: float = 0.0,
        within: tuple[float, float] | None = None,
    ) -> tuple[Column, Column]:
        """At most about ``most`` points (x, y) that keep each stretch's extremes.

        Args:
            weight: Of :func:`smooth`, applied before thinning.
            within: Only this stretch of the axis and one point on either side, so that a
                magnified curve shows all its points.
        """
        x, y = self.axis(axis), self.smooth(weight)
        if within is not None and len(x):
            first = max(int(np.searchsorted(x, within[0], "left")) - 1, 0)
            stop = int(np.searchsorted(x, within[1], "right")) + 1
            return thin(x[first:stop], y[first:stop], most)
        chosen = self._thinning(weight, most).choose(y)
        return (x.copy(), y.copy()) if chosen is None else (x[chosen], y[chosen])

    def _thinning(self, weight: float, most: int) -> Thinning:
        """What was thinned so far; of few kinds, for a slider of smoothing passes by many."""
        if (weight, most) not in self._thinnings:
            while len(self._thinnings) >= _MOST_THINNINGS:
                del self._thinnings[next(iter(self._thinnings))]
            self._thinnings[weight, most] = Thinning(most)
        return self._thinnings[weight, most]


class _Average:
    """An exponential moving average with bias correction that goes on where it stopped."""

    # A block's weights span at most e**200: far from the limits of float64.
    _SPAN = 200.0

    def __init__(self, weight: float) -> None:
        self.weight = weight
        self._done = np.empty(64, np.float64)
        self._count = 0
        self._last = 0.0
        self._missing = 1.0  # weight**(number of finite values so far)
        self._shown = math.nan
        length = max(int(self._SPAN / -math.log(weight)), 1)
        self._powers = weight ** np.arange(1.0, min(length, 4096) + 1.0)

    def extend(self, values: Column) -> Column:
        """The average at each of ``values``, which begin as they did in the last call."""
        total = len(values)
        if total > len(self._done):
            grown = np.empty(max(2 * len(self._done), total), np.float64)
            grown[: self._count] = self._done[: self._count]
            self._done = grown
        if total > self._count:
            self._done[self._count : total] = self._average_of(values[self._count :])
            self._count = total
        return self._done[:total]

    def _average_of(self, values: Column) -> Column:
        finite = np.isfinite(values)
        known = values[finite]
        out = np.empty(len(known))
        for start in range(0, len(known), len(self._powers)):
            block = known[start : start + len(self._powers)]
            powers = self._powers[: len(block)]
            sums = (1.0 - self.weight) * np.cumsum(block / powers)
            raw = (self._last + sums) * powers
            missing = self._missing * powers
            out[start : start + len(block)] = raw / (1.0 - missing)
            self._last, self._missing = float(raw[-1]), float(missing[-1])
        if len(known) == len(values):
            result = out
        else:  # gaps repeat what was shown before them
            result = np.concatenate([[self._shown], out])[np.cumsum(finite)]
        if len(known):
            self._shown = float(out[-1])
        return result


def smooth(values: Column, weight: float) -> Column:
    """Exponential moving average with bias correction; NaN gaps are bridged.

    Args:
        weight: 0 (raw) to below 1 (very smooth).
    """
    if weight <= 0 or len(values) == 0:
        return values
    return _Average(weight).extend(np.asarray(values, np.float64))


@dataclass(frozen=True)
class SeriesKey:
    """Names a curve.

    Attributes:
        algorithm: ``ff`` or ``bp``.
        metric: The name of a quantity.
        layer: 0-based FF layer, or None.
        dataset: ``train``, ``validation`` or ``test``.
    """

    algorithm: str
    metric: str
    layer: int | None = None
    dataset: str = "train"

    @property
    def quantity(self) -> Quantity:
        """What it is a curve of; of a quantity nobody has declared, nothing but its name."""
        noun = self.metric.replace("_", " ")
        return QUANTITIES.get(self.metric) or Quantity(self.metric, noun)

    @property
    def label(self) -> str:
        """For a reader, by itself."""
        quantity, where = self.quantity, ""
        if self.layer is not None:
            where = " " + quantity.layer_words.format(layer=self.layer + 1)
        which = "" if quantity.per_step else f" ({tr(self.dataset)})"
        return f"{NET_NAMES[self.algorithm]}{where} {quantity.noun}{which}"


def epoch_row_keys() -> list[str]:
    """What a row of ``History.epochs`` holds, in order."""
    return ["epoch", "seconds", *row_quantities(), "evaluated_on"]


@dataclass(frozen=True)
class Bookmark:
    """How far a history had got: see :meth:`History.bookmark`."""

    points: dict[SeriesKey, int]
    marks: int
    epochs: tuple[dict[str, Any], ...]


class History:
    """Every curve and mark of a run, fed with events.

    Attributes:
        efforts: What the steps of each algorithm have taken.
    """

    def __init__(self) -> None:
        self.series: dict[SeriesKey, Series] = {}
        self.efforts: dict[str, Effort] = {}
        self.marks: list[Mark] = []
        self.epochs: list[dict[str, Any]] = []

    def __bool__(self) -> bool:
        return bool(self.series)

    def copy(self) -> History:
        """All of it as it is now, for a thread that writes it down while it grows here."""
        made = History()
        made.series = {key: series.copy() for key, series in self.series.items()}
        made._take_efforts(self)
        made.marks = list(self.marks)
        made.epochs = [dict(row) for row in self.epochs]
        return made

    @property
    def seconds(self) -> float:
        """Seconds of training up to the last point."""
        last = [float(s.axis("seconds")[-1]) for s in self.series.values() if len(s)]
        return max((value for value in last if math.isfinite(value)), default=0.0)

    @property
    def reached(self) -> float:
        """Epochs up to the last point, fractional inside an epoch."""
        last = [float(s.axis("epoch")[-1]) for s in self.series.values() if len(s)]
        whole = float(len(self.epochs))
        return max((value for value in last if math.isfinite(value)), default=whole)

    def bookmark(self) -> Bookmark:
        """How far it has got, for :meth:`go_back`; curves only grow, so that lengths do."""
        # An epoch's row is filled in by one net after the other.
        rows = tuple(dict(row) for row in self.epochs)
        return Bookmark({k: len(s) for k, s in self.series.items()}, len(self.marks), rows)

    def go_back(self, bookmark: Bookmark) -> None:
        """Forgets everything that was added since."""
        self.series = {key: self.series[key] for key in bookmark.points}
        for key, count in bookmark.points.items():
            if len(self.series[key]) > count:
                self.series[key].cut(count)
        del self.marks[bookmark.marks :]
        self.epochs = [dict(row) for row in bookmark.epochs]

    def until(self, steps: Mapping[str, int], epoch: int) -> History:
        """What it was at an earlier moment, as a history of its own.

        Args:
            steps: Per algorithm, the last step that counts.
            epoch: The last whole epoch.
        """
        made = History()
        for key, series in self.series.items():
            last = steps.get(key.algorithm, -1)
            count = int(np.searchsorted(series.axis("step"), last, "right"))
            if count:
                made.series[key] = series.copy()
                made.series[key].cut(count)
        made._take_efforts(self)
        made.marks = [mark for mark in self.marks if mark.step <= steps.get(mark.algorithm, -1)]
        made.epochs = [dict(row) for row in self.epochs[:epoch]]
        return made

    def add(self, event: Event) -> bool:
        """Takes up an event; returns True when a curve or mark changed."""
        if isinstance(event, StepDone):
            if event.samples:
                effort = self.efforts.setdefault(event.algorithm, Effort())
                effort.note(event.step, event.samples, event.multiply_adds)
            for i, loss in enumerate(event.losses):
                layer = i if event.algorithm == "ff" else None
                does_not_learn = event.layer not in (None, i) or (
                    layer is not None and i in event.frozen
                )
                if np.isnan(loss) and does_not_learn:
                    continue
                key = SeriesKey(event.algorithm, "loss", layer)
                self._series(key).append(event.step, event.epoch, event.seconds, loss)
            for name, value in event.values.items():
                layers = max(len(event.losses), num_layers(event.values))
                self._add_value(event, QUANTITIES[name], value, "train", layers)
            return True
        if isinstance(event, EpochDone):
            self._add_epoch(event)
            return True
        if isinstance(event, SettingChanged):
            self.marks.append(mark_of(event))
            return True
        return False

    def _series(self, key: SeriesKey) -> Series:
        series = self.series.setdefault(key, Series())
        if series.effort is None:
            series.effort = self.efforts.get(key.algorithm)
        return series

    def _take_efforts(self, other: History) -> None:
        """Has the curves know what their steps have taken, as another history does by now."""
        self.efforts = {name: effort.copy() for name, effort in other.efforts.items()}
        for key, series in self.series.items():
            series.effort = self.efforts.get(key.algorithm)

    def place(self, mark: Mark, axis: str) -> float:
        """Where a mark is along one of :data:`X_AXES`; NaN where that is not known."""
        if axis not in DERIVED_AXES:
            return mark.at(axis)
        effort = self.efforts.get(mark.algorithm, Effort())
        return float(effort.total(axis, np.array([mark.step], np.float64))[0])

    def assume_efforts(self, spec: ExperimentSpec, shape: DataShape) -> None:
        """Counts by the experiment what the record does not tell: that of earlier versions."""
        unknown = {k.algorithm for k in self.series} - {n for n, e in self.efforts.items() if e}
        if not unknown or spec.network is not None:
            return
        try:
            work = count_training_work(spec, shape)
        except StackError:
            return
        for algorithm in unknown:
            effort = Effort()
            effort.note(1, work.batch, work.per_step(algorithm))
            self.efforts[algorithm] = effort
        self.set_efforts(self.efforts)

    def set_efforts(self, efforts: Mapping[str, Effort]) -> None:
        """What the steps of each algorithm have taken, as a file says."""
        self.efforts = dict(efforts)
        for key, series in self.series.items():
            series.effort = self.efforts.get(key.algorithm)

    def _add_value(
        self, event: StepDone | EpochDone, quantity: Quantity, value: Value, on: str, layers: int
    ) -> None:
        judged = isinstance(event, EpochDone) and quantity.is_judged
        sample = event.sample if isinstance(event, EpochDone) and judged else None
        for layer, number in by_layer(value, layers):
            if is_point(quantity, number):
                series = self._series(SeriesKey(event.algorithm, quantity.name, layer, on))
                series.append(event.step, event.epoch, event.seconds, number, sample)
                if judged and isinstance(event, EpochDone) and sample is None:
                    series.images = len(event.predictions)

    def _add_epoch(self, event: EpochDone) -> None:
        row, layers = self._row(event), num_layers(event.values)
        row["seconds"] = max(event.seconds, row["seconds"] or 0.0)
        if event.sample is not None:
            row.setdefault(SAMPLES, {})[event.algorithm] = event.sample
        for quantity in of_epochs(event.algorithm):
            value = event.values.get(quantity.name)
            if value is None:
                continue
            if quantity.has_curve:
                on = event.evaluated_on if quantity.is_judged else "train"
                self._add_value(event, quantity, value, on, layers)
            key = quantity.row_key(event.algorithm)
            if key is not None:
                row[key] = list(value) if isinstance(value, tuple) else value

    def _row(self, event: EpochDone) -> dict[str, Any]:
        """The row of the event's epoch; both nets share it."""
        while len(self.epochs) < event.epoch:
            row: dict[str, Any] = dict.fromkeys(epoch_row_keys())
            row["epoch"], row["evaluated_on"] = len(self.epochs) + 1, event.evaluated_on
            self.epochs.append(row)
        return self.epochs[event.epoch - 1]

    # --- export and files -----------------------------------------------------------

    def rows(self) -> Iterator[dict[str, Any]]:
        """Tidy long rows: one value each."""
        for key, series in self.series.items():
            images, work = (series.axis(axis) for axis in DERIVED_AXES)
            for i in range(len(series)):
                yield {
                    "algorithm": key.algorithm,
                    "metric": key.metric,
                    "layer": "" if key.layer is None else key.layer + 1,
                    "dataset": series.dataset_name(key.dataset, i),
                    "step": int(series.axis("step")[i]),
                    "epoch": float(series.axis("epoch")[i]),
                    "seconds": float(series.axis("seconds")[i]),
                    "images": _plain_count(images[i]),
                    "multiply_adds": _plain_count(work[i]),
                    "value": float(series.values[i]),
                }

    def to_csv(self, run: str = "", preset: str = "", seed: int | None = None) -> str:
        """All curves as one tidy table; layers count from 1.

        Args:
            run: In the last columns of every row, with ``preset`` and ``seed``: tables of
                several runs can be put under each other.
        """
        out = io.StringIO()
        names = ["algorithm", "metric", "layer", "dataset", *X_AXES, "value"]
        about = {"run": run, "preset": preset, "seed": "" if seed is None else seed}
        writer = csv.DictWriter(out, [*names, *about], lineterminator="\n")
        writer.writeheader()
        writer.writerows({**row, **about} for row in self.rows())
        return out.getvalue()

    def to_dict(self) -> dict[str, Any]:
        """For records and model files, layers from 0; read back by :meth:`from_dict`."""
        return {
            "series": [
                {
                    **key_entry(key, s),
                    **{a: s.axis(a).tolist() for a in AXES},
                    "value": _plain(s.values),
                }
                for key, s in self.series.items()
            ],
            "marks": [asdict(m) for m in self.marks],
            "epochs": self.epochs,
            EFFORTS: efforts_entry(self.efforts),
        }

    def to_json(self, **extra: Any) -> str:
        """For people and other programs: as :meth:`to_csv`, layers count from 1."""
        saved = self.to_dict()
        for entry in saved["series"]:
            if entry["layer"] is not None:
                entry["layer"] += 1
        made = {**extra, _FIRST_LAYER: 1, **saved}
        return write_json(made, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_dict(cls, saved: dict[str, Any]) -> History:
        """Reads what :meth:`to_dict` or :meth:`to_json` gave, of earlier versions too."""
        history = cls()
        first = saved.get(_FIRST_LAYER, 0)
        for entry in saved.get("series", []):
            layer = None if entry["layer"] is None else entry["layer"] - first
            key = SeriesKey(entry["algorithm"], entry["metric"], layer, entry["dataset"])
            series = history._series(key)
            columns = [entry[a] for a in AXES] + [entry["value"]]
            columns.append(entry.get(SAMPLES) or [None] * len(entry["value"]))
            series.images = entry.get(IMAGES)
            for step, epoch, seconds, value, sample in zip(*columns, strict=True):
                series.append(step, epoch, seconds, np.nan if value is None else value, sample)
        history.marks = [Mark(**m) for m in saved.get("marks", [])]
        history.epochs = [_read_row(row) for row in saved.get("epochs", [])]
        history.set_efforts(read_efforts(saved.get(EFFORTS, {})))
        return history


def key_entry(key: SeriesKey, series: Series) -> dict[str, Any]:
    """Which curve it is, for files; where points are of samples, of how many images each."""
    entry = asdict(key)
    if series.samples:
        entry[SAMPLES] = [series.samples.get(i) for i in range(len(series))]
    if series.images is not None:
        entry[IMAGES] = series.images
    return entry


def _read_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """An epoch's row; gaps among its layers' numbers are NaN again."""
    return {
        name: [math.nan if v is None else v for v in value] if isinstance(value, list) else value
        for name, value in row.items()
    }


def _plain_count(value: float) -> int | float | str:
    """Whole where it is; empty where it is not known."""
    if math.isnan(value):
        return ""
    return int(value) if float(value).is_integer() else float(value)


def _plain(values: Column) -> list[float | None]:
    """JSON has no NaN: gaps become null."""
    return [v if np.isfinite(v) else None for v in values.tolist()]
