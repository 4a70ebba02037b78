"""What is said of compared runs, as rows of a table: a column a run."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ffstudio.core.experiment.differences import say_setting
from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.run.history import Series, SeriesKey
from ffstudio.core.run.quantities import QUANTITIES
from ffstudio.core.run.results import say_state
from ffstudio.core.words import tr
from ffstudio.jobs.comparison import TickedRun


@dataclass(frozen=True)
class Row:
    """One line; ``cells`` are a text a run, ``is_best`` marks those that are best of all.

    Attributes:
        tip: More than its name; empty for nothing more.
        is_head: A heading of the rows below it, without cells.
        exact: The same for a file, numbers in full, where a cell rounds or holds two of them: names
            of lines, and a value a run.
    """

    name: str
    cells: tuple[str, ...] = ()
    best: frozenset[int] = frozenset()
    tip: str = ""
    is_head: bool = False
    exact: tuple[tuple[str, tuple[object, ...]], ...] = ()

    @property
    def lines(self) -> tuple[tuple[str, tuple[object, ...]], ...]:
        """For a file: the name of each line, and a value a run."""
        return self.exact or ((self.name, self.cells),)


def list_rows(runs: Sequence[TickedRun], differences: Mapping[str, Sequence[Any]]) -> list[Row]:
    """Results, then the settings that differ, then what each curve came to."""
    rows = [Row(tr("Results"), is_head=True), *_list_results(runs)]
    rows.append(Row(tr("Settings that differ"), is_head=True))
    readable = [run for run in runs if not run.problem]
    at = [runs.index(run) for run in readable]
    for path, values in differences.items():
        cells = ["–"] * len(runs)
        for i, value in zip(at, values, strict=True):
            cells[i] = _say_value(value)
        exact: list[object] = [None] * len(runs)
        for i, value in zip(at, values, strict=True):
            exact[i] = value if _is_number(value) else cells[i]
        name = say_setting(path)
        rows.append(Row(name, tuple(cells), tip=path, exact=((name, tuple(exact)),)))
    if not differences:
        text = tr("none") if len(readable) > 1 else tr("a single run")
        rows.append(Row(text, ("",) * len(runs)))
    rows.append(Row(tr("Curves: last, and least or best"), is_head=True))
    rows += _list_curves(runs)
    if len({run.run.data for run in readable}) > 1:  # what is best of other images is not better
        rows = [dataclasses.replace(row, best=frozenset()) for row in rows]
    return rows


def _list_results(runs: Sequence[TickedRun]) -> list[Row]:
    rows = [
        _share_row(tr("FF accuracy on the test images"), [run.run.ff for run in runs]),
        _share_row(tr("BP accuracy on the test images"), [run.run.bp for run in runs]),
        Row(tr("State"), tuple(say_state(run.run.state) for run in runs)),
        Row(tr("Epochs"), tuple(str(len(run.history.epochs)) for run in runs)),
        Row(
            tr("Seconds of training and judging"),
            tuple(write_number(run.history.seconds, ",.1f") for run in runs),
            exact=(
                (
                    tr("Seconds of training and judging"),
                    tuple(run.history.seconds for run in runs),
                ),
            ),
        ),
    ]
    problems = tuple(run.problem for run in runs)
    if any(problems):
        rows.append(Row(tr("Cannot be read"), problems))
    return rows


def _share_row(name: str, shares: Sequence[float | None]) -> Row:
    known = {i: share for i, share in enumerate(shares) if share is not None}
    cells = tuple("–" if share is None else write_percent(share, 2) for share in shares)
    return Row(name, cells, _mark(known, max), exact=((name, tuple(shares)),))


def _list_curves(runs: Sequence[TickedRun]) -> list[Row]:
    keys = dict.fromkeys(
        key
        for run in runs
        for key, series in run.history.series.items()
        if len(series) and key.quantity.plot_of(key.algorithm) is not None
    )
    place = {name: i for i, name in enumerate(QUANTITIES)}
    ordered = sorted(
        keys,
        key=lambda k: (place.get(k.metric, len(place)), k.algorithm != "ff", k.layer or 0),
    )
    return [_curve_row(key, [run.history.series.get(key) for run in runs]) for key in ordered]


def _curve_row(key: SeriesKey, curves: Sequence[Series | None]) -> Row:
    in_percent = key.quantity.in_percent
    choose = max if in_percent else min
    bests: dict[int, float] = {}
    lasts: list[float | None] = [None] * len(curves)
    cells = []
    for i, series in enumerate(curves):
        if series is None or not len(series):
            cells.append("–")
            continue
        last, finite = float(series.values[-1]), series.values[series.comparable]
        lasts[i] = last
        text = _say_number(last, in_percent)
        if len(finite):
            bests[i] = float(choose(finite))
            text += f"  ({_say_number(bests[i], in_percent)})"
        cells.append(text)
    tip = (
        tr("The last value, and in brackets the highest.")
        if in_percent
        else tr("The last value, and in brackets the lowest.")
    )
    best = (
        tr("{curve}: highest", curve=key.label)
        if in_percent
        else tr("{curve}: lowest", curve=key.label)
    )
    exact = (
        (tr("{curve}: last", curve=key.label), tuple(lasts)),
        (best, tuple(bests.get(i) for i in range(len(curves)))),
    )
    return Row(key.label, tuple(cells), _mark(bests, choose), tip, exact=exact)


def _mark(
    values: Mapping[int, float], choose: Callable[[Sequence[float]], float]
) -> frozenset[int]:
    """Which are best; of one alone, and where all are equal, none."""
    if len(set(values.values())) < 2:
        return frozenset()
    best = choose(list(values.values()))
    return frozenset(i for i, value in values.items() if value == best)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _say_number(value: float, in_percent: bool) -> str:
    if not math.isfinite(value):
        return number_text(value)
    return write_percent(value, 2) if in_percent else number_text(value, digits=4)


def _say_value(value: Any) -> str:
    if value is None:
        return "–"
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    if _is_number(value):
        return number_text(value)
    return str(value)
