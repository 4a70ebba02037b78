"""All curves of a run: growing columns, thinned for drawing, exported as tidy rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.events import EpochDone, Event, SettingChanged, StepDone

Column = npt.NDArray[np.float64]

AXES = ("step", "epoch", "seconds")


class Series:
    """One curve: rows of (step, epoch, seconds, value), kept in a doubling buffer."""

    def __init__(self) -> None:
        self._rows = np.empty((64, 4), np.float64)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def append(self, step: float, epoch: float, seconds: float, value: float) -> None:
        if self._count == len(self._rows):
            self._rows = np.concatenate([self._rows, np.empty_like(self._rows)])
        self._rows[self._count] = (step, epoch, seconds, value)
        self._count += 1

    @property
    def values(self) -> Column:
        return self._rows[: self._count, 3]

    def axis(self, name: str) -> Column:
        """The x values: ``step``, ``epoch`` or ``seconds``."""
        return self._rows[: self._count, AXES.index(name)]

    def thinned(self, axis: str, most: int = 2000) -> tuple[Column, Column]:
        """At most about ``most`` points (x, y) that keep each stretch's extremes."""
        x, y = self.axis(axis), self.values
        if len(y) <= most:
            return x.copy(), y.copy()
        stride = int(np.ceil(2 * len(y) / most))
        whole = len(y) // stride * stride
        blocks = y[:whole].reshape(-1, stride)
        safe = np.where(np.isfinite(blocks), blocks, np.inf)
        low = safe.argmin(axis=1)
        high = np.where(np.isfinite(blocks), blocks, -np.inf).argmax(axis=1)
        pairs = np.sort(np.stack([low, high], axis=1), axis=1)
        chosen = (np.arange(len(blocks))[:, None] * stride + pairs).ravel()
        chosen = np.unique(np.concatenate([chosen, np.arange(whole, len(y)), [len(y) - 1]]))
        return x[chosen], y[chosen]


def smoothed(values: Column, weight: float) -> Column:
    """Exponential moving average with bias correction; NaN gaps are bridged.

    Args:
        weight: 0 (raw) to below 1 (very smooth).
    """
    if weight <= 0 or len(values) == 0:
        return values
    result = np.empty(len(values))
    last, mass = 0.0, 0.0
    for i, value in enumerate(values.tolist()):
        if np.isfinite(value):
            last = weight * last + (1.0 - weight) * value
            mass = weight * mass + (1.0 - weight)
        result[i] = last / mass if mass else np.nan
    return result


@dataclass(frozen=True)
class Mark:
    """A live change of a setting, drawn as a line across the curves."""

    algorithm: str
    text: str
    step: float
    epoch: float
    seconds: float

    def at(self, axis: str) -> float:
        return float(getattr(self, axis))


@dataclass(frozen=True)
class SeriesKey:
    """Names a curve.

    Attributes:
        algorithm: ``ff`` or ``bp``.
        metric: ``loss`` (per step), ``epoch_loss``, ``evaluation_loss``, ``accuracy``
            or ``layer_accuracy``.
        layer: 0-based FF layer, or None.
        dataset: ``train``, ``validation`` or ``test``.
    """

    algorithm: str
    metric: str
    layer: int | None = None
    dataset: str = "train"

    @property
    def label(self) -> str:
        """For a legend."""
        name = {"ff": "FF", "bp": "BP"}[self.algorithm]
        where = f" layer {self.layer + 1}" if self.layer is not None else ""
        metric = self.metric.replace("epoch_", "").replace("evaluation_", "")
        metric = metric.replace("layer_", "")
        which = "" if self.metric == "loss" else f" ({self.dataset})"
        return f"{name}{where} {metric}{which}"


class History:
    """Every curve and mark of a run, fed with events."""

    def __init__(self) -> None:
        self.series: dict[SeriesKey, Series] = {}
        self.marks: list[Mark] = []
        self.epochs: list[dict[str, Any]] = []

    def __bool__(self) -> bool:
        return bool(self.series)

    def add(self, event: Event) -> bool:
        """Takes up an event; returns True when a curve or mark changed."""
        if isinstance(event, StepDone):
            for i, loss in enumerate(event.losses):
                layer = i if event.algorithm == "ff" else None
                if np.isnan(loss) and event.layer is not None and event.layer != i:
                    continue
                key = SeriesKey(event.algorithm, "loss", layer)
                self._series(key).append(event.step, event.epoch, event.seconds, loss)
            return True
        if isinstance(event, EpochDone):
            self._add_epoch(event)
            return True
        if isinstance(event, SettingChanged):
            text = f"{event.setting} → {event.value:g}"
            self.marks.append(
                Mark(event.algorithm, text, event.step, event.epoch, event.seconds)
            )
            return True
        return False

    def _series(self, key: SeriesKey) -> Series:
        return self.series.setdefault(key, Series())

    def _add_epoch(self, event: EpochDone) -> None:
        at = (event.step, event.epoch, event.seconds)
        name, on = event.algorithm, event.evaluated_on
        self._series(SeriesKey(name, "epoch_loss")).append(*at, event.loss)
        self._series(SeriesKey(name, "accuracy", None, on)).append(*at, event.accuracy)
        if np.isfinite(event.evaluation_loss):
            key = SeriesKey(name, "evaluation_loss", None, on)
            self._series(key).append(*at, event.evaluation_loss)
        for i, value in enumerate(event.layer_accuracy):
            self._series(SeriesKey(name, "layer_accuracy", i, on)).append(*at, value)
        while len(self.epochs) < event.epoch:
            self.epochs.append(
                {
                    "epoch": len(self.epochs) + 1,
                    "seconds": None,
                    "ff_losses": None,
                    "ff_loss": None,
                    "bp_loss": None,
                    "ff_accuracy": None,
                    "bp_accuracy": None,
                    "bp_evaluation_loss": None,
                    "ff_layer_accuracy": None,
                    "evaluated_on": on,
                }
            )
        row = self.epochs[event.epoch - 1]
        row["seconds"] = max(event.seconds, row["seconds"] or 0.0)
        row[f"{name}_loss"] = event.loss
        row[f"{name}_accuracy"] = event.accuracy
        if name == "ff":
            row["ff_losses"] = list(event.losses)
            row["ff_layer_accuracy"] = list(event.layer_accuracy)
        else:
            row["bp_evaluation_loss"] = event.evaluation_loss

    # --- export and files -----------------------------------------------------------

    def rows(self) -> Iterator[dict[str, Any]]:
        """Tidy long rows: one value each."""
        for key, series in self.series.items():
            for i in range(len(series)):
                yield {
                    "algorithm": key.algorithm,
                    "metric": key.metric,
                    "layer": "" if key.layer is None else key.layer + 1,
                    "dataset": key.dataset,
                    "step": int(series.axis("step")[i]),
                    "epoch": float(series.axis("epoch")[i]),
                    "seconds": float(series.axis("seconds")[i]),
                    "value": float(series.values[i]),
                }

    def to_csv(self) -> str:
        """All curves as one tidy table."""
        out = io.StringIO()
        names = ["algorithm", "metric", "layer", "dataset", "step", "epoch", "seconds", "value"]
        writer = csv.DictWriter(out, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows())
        return out.getvalue()

    def to_dict(self) -> dict[str, Any]:
        """For JSON and model files; read back by :meth:`from_dict`."""
        return {
            "series": [
                {**asdict(key), **{a: s.axis(a).tolist() for a in AXES}, "value": _plain(s.values)}
                for key, s in self.series.items()
            ],
            "marks": [asdict(m) for m in self.marks],
            "epochs": self.epochs,
        }

    def to_json(self, **extra: Any) -> str:
        return json.dumps({**extra, **self.to_dict()}, indent=1, ensure_ascii=False) + "\n"

    @classmethod
    def from_dict(cls, saved: dict[str, Any]) -> History:
        history = cls()
        for entry in saved.get("series", []):
            key = SeriesKey(
                entry["algorithm"], entry["metric"], entry["layer"], entry["dataset"]
            )
            series = history._series(key)
            columns = [entry[a] for a in AXES] + [entry["value"]]
            for step, epoch, seconds, value in zip(*columns, strict=True):
                series.append(step, epoch, seconds, np.nan if value is None else value)
        history.marks = [Mark(**m) for m in saved.get("marks", [])]
        history.epochs = list(saved.get("epochs", []))
        return history


def _plain(values: Column) -> list[float | None]:
    """JSON has no NaN: gaps become null."""
    return [v if np.isfinite(v) else None for v in values.tolist()]
