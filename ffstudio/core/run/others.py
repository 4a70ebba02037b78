"""Curves that other programs have written: Keras' CSVLogger, JSON histories, scalars by tag."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.words import tr

# A curve: epochs, counted from 1, and values.
Curve = tuple[list[float], list[float]]
_MOST_BYTES = 256 * 2**20


@dataclass(frozen=True)
class OthersCurves:
    """The curves of one file or folder.

    Attributes:
        name: Of the file.
        curves: By the names they have there: ``val_accuracy``.
    """

    name: str
    curves: Mapping[str, Curve]

    def find(self, metric: str, net: str = "") -> dict[str, Curve]:
        """Those of a metric: ``accuracy`` or ``loss``; without those that name the net that is
        not ``net``, ``ff`` or ``bp``.
        """
        words = {"accuracy", "acc"} if metric == "accuracy" else {"loss"}
        others = {"ff", "bp"} - {net} if net else set()
        parts = {name: set(name.lower().replace("/", "_").split("_")) for name in self.curves}
        return {
            name: curve
            for name, curve in self.curves.items()
            if parts[name] & words and not parts[name] & others
        }


def read_others(path: Path) -> OthersCurves:
    """Reads a CSVLogger's table (.csv) or a history's JSON (.json).

    Raises:
        FfstudioError: It cannot be read, or holds no curves; says why.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise FfstudioError(
                tr("{path} is too large for a file of curves.", path=path), tr("Name another.")
            )
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise FfstudioError(
            tr("{path} cannot be read ({error_words}).", path=path, error_words=error_words(error)),
            tr("Name another file."),
        ) from error
    except UnicodeDecodeError as error:
        raise FfstudioError(
            tr("{path} is not a text file.", path=path), tr("Name a .csv or .json file.")
        ) from error
    curves = _read_json(text, path) if path.suffix.lower() == ".json" else _read_csv(text)
    if not curves:
        raise FfstudioError(
            tr("{path} holds no curves.", path=path),
            tr("A table has a row an epoch and a named column a curve; JSON has lists of numbers."),
        )
    return OthersCurves(path.name, curves)


def curves_of_tags(name: str, scalars: Mapping[str, Sequence[tuple[int, float]]]) -> OthersCurves:
    """Scalars by tag, as event files have them; an epoch is the n-th value of a tag.

    Keras' callback writes one value an epoch under ``epoch_…``, its first at step 0.
    """
    curves = {
        tag: ([float(i) for i in range(1, len(points) + 1)], [value for _, value in points])
        for tag, points in scalars.items()
        if points
    }
    return OthersCurves(name, curves)


def _read_csv(text: str) -> dict[str, Curve]:
    """Columns by name; ``epoch`` counts from 0, as CSVLogger writes it, where it begins so."""
    sample = text[:4096]
    separator = max(",;\t", key=sample.count)
    try:
        rows = list(csv.DictReader(text.splitlines(), delimiter=separator))
    except csv.Error:  # no table: null bytes, or a field without end
        return {}
    first = next((_number(row.get("epoch")) for row in rows), math.nan)
    offset = 1.0 if first == 0 else 0.0
    curves: dict[str, Curve] = {}
    for at, row in enumerate(rows, 1):
        epoch = _number(row.get("epoch"))
        x = epoch + offset if math.isfinite(epoch) else float(at)
        for name, value in row.items():
            number = _number(value)
            if name and name != "epoch" and not math.isnan(number):
                xs, ys = curves.setdefault(name, ([], []))
                xs.append(x)
                ys.append(number)
    return curves


def _read_json(text: str, path: Path) -> dict[str, Curve]:
    """``History.history`` of Keras, by itself or under ``history``."""
    try:
        config: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FfstudioError(
            tr("{path} is not valid JSON ({error}).", path=path, error=error), tr("Name another.")
        ) from error
    if isinstance(config, dict) and isinstance(config.get("history"), dict):
        config = config["history"]
    if not isinstance(config, dict):
        return {}
    return {
        name: ([float(i) for i in range(1, len(values) + 1)], [_number(v) for v in values])
        for name, values in config.items()
        if isinstance(values, list) and values and all(map(_is_number, values))
    }


def _is_number(value: Any) -> bool:
    return value is None or (isinstance(value, int | float) and not isinstance(value, bool))


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, OverflowError):
        return math.nan
