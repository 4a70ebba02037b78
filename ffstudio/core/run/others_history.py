"""Others' curves as a history: which of the plots that are there each of them belongs to."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ffstudio.core.errors import FfstudioError
from ffstudio.core.run.effort import Effort
from ffstudio.core.run.history import X_AXES, History, Series, SeriesKey
from ffstudio.core.run.others import OthersCurves, curves_of_tags, read_others
from ffstudio.core.run.quantities import QUANTITIES

# So much of a file is looked at to tell what it holds.
_SAMPLE = 4096
# A tag that ffstudio's own event files have: ``loss/ff_layer_1``, ``accuracy/bp_test``.
_OWN_TAG = re.compile(r"(?:.*/)?(\w+)/(ff|bp)(?:_layer_(\d+))?(?:_(train|validation|test))?$")
# What Keras calls its metrics, in CSVLogger, History and TensorBoard's epoch_… .
_METRICS = {
    "loss": "loss",
    "accuracy": "accuracy",
    "acc": "accuracy",
    "sparse_categorical_accuracy": "accuracy",
    "categorical_accuracy": "accuracy",
    "binary_accuracy": "accuracy",
}
_OWN_COLUMNS = {"algorithm", "metric", "layer", "dataset", "step", "epoch", "seconds", "value"}


@dataclass(frozen=True)
class OthersHistory:
    """Others' curves by the plots that they belong to.

    Attributes:
        taken: What each of its curves was read as, by its name there.
        left_out: Those that no plot shows.
    """

    name: str
    history: History
    taken: dict[str, SeriesKey]
    left_out: tuple[str, ...] = ()

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes along which all of them have places."""
        series = [one for one in self.history.series.values() if len(one)]
        return tuple(
            axis for axis in X_AXES if all(math.isfinite(one.axis(axis)[-1]) for one in series)
        )


def key_of(name: str) -> SeriesKey | None:
    """Which curve a name means; None for none that is drawn.

    Other programs' nets learn by backprop. ``val_…`` and tags below ``validation/`` are of
    validation images; Forward-Forward nets trained by Keras' ``fit`` have ``layer_1_loss``.
    """
    own = _OWN_TAG.match(name)
    if own is not None and own[1] in QUANTITIES:
        layer = None if own[3] is None else int(own[3]) - 1
        return SeriesKey(own[2], own[1], layer, own[4] or "train")
    *folders, last = name.replace("\\", "/").lower().split("/")
    last = last.removeprefix("epoch_")
    dataset = "validation" if last.startswith("val_") or "validation" in folders else "train"
    if "test" in folders or last.startswith("test_"):
        dataset = "test"
    last = last.removeprefix("val_").removeprefix("test_")
    of_layer = re.fullmatch(r"(?:ff_)?layer_(\d+)_loss", last)
    if of_layer is not None and int(of_layer[1]) > 0:
        return SeriesKey("ff", "loss", int(of_layer[1]) - 1, dataset)
    metric = _METRICS.get(last)
    if metric == "loss" and dataset != "train":
        metric = "evaluation_loss"
    return None if metric is None else SeriesKey("bp", metric, None, dataset)


def history_of(others: OthersCurves) -> OthersHistory:
    """Curves that know epochs alone, put where they belong.

    Of two with the same meaning the first counts.
    """
    history, taken, left_out = History(), {}, []
    for name, (epochs, values) in others.curves.items():
        key = key_of(name)
        if key is None or key in history.series:
            left_out.append(name)
            continue
        places = np.asarray(epochs, np.float64)
        unknown = np.full(len(places), np.nan)
        column = np.asarray(values, np.float64)
        history.series[key] = Series.of(unknown, places, unknown, column)
        taken[name] = key
    return OthersHistory(others.name, history, taken, tuple(left_out))


def history_of_tags(name: str, scalars: Mapping[str, Sequence[tuple[int, float]]]) -> OthersHistory:
    """Scalars by tag, as event files have them: ffstudio's own by step, others' by epoch."""
    own = {tag: points for tag, points in scalars.items() if points and _OWN_TAG.match(tag)}
    if not own:
        return history_of(curves_of_tags(name, scalars))
    history, taken = History(), {}
    for tag, points in own.items():
        key = key_of(tag)
        if key is None or key in history.series:
            continue
        steps, values = np.asarray(points, np.float64).T
        unknown = np.full(len(steps), np.nan)
        history.series[key] = Series.of(steps, unknown, unknown, values)
        taken[tag] = key
    left_out = tuple(tag for tag, points in scalars.items() if points and tag not in taken)
    return OthersHistory(name, history, taken, left_out)


def read_history(path: Path) -> OthersHistory:
    """Reads a table or JSON of curves: another program's, or ffstudio's own.

    Raises:
        FfstudioError: It cannot be read, or holds nothing that is drawn; says why.
    """
    return read_own(path) or history_of(read_others(path))


def read_own(path: Path) -> OthersHistory | None:
    """A history that ffstudio has written itself; None for anything else."""
    own = _read_own(path)
    if own is None:
        return None
    return OthersHistory(path.name, own, {key.label: key for key in own.series})


def are_own_tags(scalars: Mapping[str, object]) -> bool:
    """Whether ffstudio has written an event file with these tags."""
    return any(map(_OWN_TAG.match, scalars))


def over_epochs(one: OthersHistory) -> OthersCurves:
    """What ffstudio has written itself, as curves over epochs: nets' accuracies and losses.

    Event files tell steps alone: the first accuracy of a net says how many an epoch has. Where
    that is missing, the net's losses are left out.
    """
    curves, tags = {}, {key: name for name, key in one.taken.items() if _OWN_TAG.match(name)}
    for key, series in one.history.series.items():
        if key.layer is not None or key.metric not in ("accuracy", "loss") or not len(series):
            continue
        epochs = series.axis("epoch")
        if not np.isfinite(epochs).all():
            epochs = series.axis("step") / _find_epoch_steps(one.history, key.algorithm)
        if np.isfinite(epochs).all():
            name = f"{key.algorithm}_{key.metric}_{key.dataset}"
            curves[tags.get(key, name)] = epochs.tolist(), series.values.tolist()
    return OthersCurves(one.name, curves)


def _find_epoch_steps(history: History, algorithm: str) -> float:
    """Steps of a net's epoch; NaN where nothing tells."""
    steps = [
        float(series.axis("step")[0])
        for key, series in history.series.items()
        if key.algorithm == algorithm and not key.quantity.per_step and len(series)
    ]
    return min((step for step in steps if step > 0), default=math.nan)


def looks_like_curves(path: Path) -> bool:
    """True for a file of curves, told by its name or its beginning; not for data or settings."""
    if ".tfevents." in path.name:
        return True
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".json"):
        return False
    try:
        with path.open(encoding="utf-8-sig") as stream:
            sample = stream.read(_SAMPLE)
    except (OSError, UnicodeDecodeError):
        return False
    if suffix == ".csv":
        head = re.split(r"[,;\t]", sample.partition("\n")[0].strip().lower())
        names = {name.strip('" ') for name in head}
        return names >= _OWN_COLUMNS or any(key_of(name) is not None for name in names)
    names_there = re.findall(r'"([\w/]+)"\s*:\s*\[', sample)
    return any(key_of(name) is not None for name in names_there) or '"series"' in sample


def _read_own(path: Path) -> History | None:
    """A history that ffstudio has written; None for what is another program's."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix.lower() == ".json":
            saved = json.loads(text)
            is_own = isinstance(saved, dict) and isinstance(saved.get("series"), list)
            return History.from_dict(saved) if is_own else None
        rows = csv.DictReader(io.StringIO(text))
        return _of_rows(rows) if set(rows.fieldnames or ()) >= _OWN_COLUMNS else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError, csv.Error, FfstudioError):
        return None  # whoever reads it as another program's says what is wrong


def _of_rows(rows: csv.DictReader[str]) -> History:
    columns: dict[SeriesKey, list[list[float]]] = {}
    for row in rows:
        layer = int(row["layer"]) - 1 if row["layer"] else None
        # ``validation (100 of 1000)`` where a sample was judged.
        dataset = row["dataset"].split(" ")[0]
        key = SeriesKey(row["algorithm"], row["metric"], layer, dataset)
        places = [float(row.get(name) or "nan") for name in (*X_AXES, "value")]
        columns.setdefault(key, []).append(places)
    history, efforts = History(), {}
    for key, points in columns.items():
        step, epoch, seconds, images, work, value = np.asarray(points, np.float64).T
        history.series[key] = Series.of(step, epoch, seconds, value)
        effort = Effort.from_points(step, images, work)
        if key.quantity.per_step or key.algorithm not in efforts:
            efforts[key.algorithm] = effort
    history.set_efforts(efforts)
    return history
