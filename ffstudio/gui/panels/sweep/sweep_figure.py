"""A sweep over its settings: which axes it has, and the figure that is made of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ffstudio.core.experiment.sweep_plan import SEED, SweepPlan, Value
from ffstudio.core.experiment.sweep_rows import DONE, SweepRow, tabulate
from ffstudio.core.numbers import number_text, write_percent
from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.sweep.parallel_painter import (
    ParallelAxis,
    ParallelFigure,
    ParallelRuns,
)
from ffstudio.gui.panels.sweep.run_table import say_name

NETS = say_all({"ff": "Forward-Forward", "bp": "backprop"})


def lay_over_axes(plan: SweepPlan, rows: Sequence[SweepRow]) -> ParallelRuns:
    """An axis for each setting, one for seeds where there are several, the accuracy last."""
    names = list(plan.settings)
    judged = np.array([math.nan if r.judged is None else r.judged for r in rows], float)
    known = judged[~np.isnan(judged)]
    axes = [_axis(say_name(n), [row.chosen.get(n) for row in rows]) for n in names]
    if len(plan.seeds) > 1 or not names:
        axes.append(_axis(tr("seed"), [row.chosen.get(SEED) for row in rows]))
    spread = float(np.ptp(known)) if len(known) else 0.0
    low = float(known.min()) if len(known) else 0.0
    places = (judged - low) / spread if spread else judged * 0 + 0.5
    axes.append(ParallelAxis(tr("accuracy"), places, _ticks(low, spread) if len(known) else []))
    return ParallelRuns(axes, places)


def draw_sweep(
    name: str, plan: SweepPlan, rows: Sequence[SweepRow], runs: ParallelRuns | None = None
) -> ParallelFigure:
    """The figure of a sweep.

    Args:
        name: What the sweep is called.
        runs: As they are shown, with filters; None for all.
    """
    runs = lay_over_axes(plan, rows) if runs is None else runs
    source = tr(
        "{sweep} · {experiment} · {done} of {count} runs · accuracy of {net} on {judged_on} images",
        sweep=name,
        experiment=plan.spec.title,
        done=sum(row.state == DONE for row in rows),
        count=len(rows),
        net=NETS[plan.net],
        judged_on="validation" if plan.spec.data.validation else "test",
    )
    head, cells = tabulate(rows, list(plan.settings))
    passing = runs.passing()
    table = [[*row, int(passes)] for row, passes in zip(cells, passing, strict=True)]
    return ParallelFigure(runs, source, ([*head, "passes"], table))


def _axis(name: str, values: Sequence[Value]) -> ParallelAxis:
    """An axis of a setting: numbers in their order, at distances that can be told apart."""
    distinct = list(dict.fromkeys(value for value in values if value is not None))
    is_number = all(isinstance(v, (int, float)) and not isinstance(v, bool) for v in distinct)
    if is_number and len(distinct) > 8:
        numbers = np.array([math.nan if v is None else float(v) for v in values])
        low, high = float(np.nanmin(numbers)), float(np.nanmax(numbers))
        is_log = low > 0 and high / low > 50
        scaled, ends = (np.log(numbers), np.log([low, high])) if is_log else (numbers, [low, high])
        ticks = [(0.0, number_text(low, digits=2)), (1.0, number_text(high, digits=2))]
        return ParallelAxis(name, (scaled - ends[0]) / (ends[1] - ends[0]), ticks)
    ordered = sorted(distinct) if is_number else distinct
    count = max(len(ordered) - 1, 1)
    place = {value: (i / count if len(ordered) > 1 else 0.5) for i, value in enumerate(ordered)}
    places = np.array([math.nan if v is None else place[v] for v in values], float)
    return ParallelAxis(name, places, [(place[v], number_text(v, digits=3)) for v in ordered])


def _ticks(low: float, spread: float) -> list[tuple[float, str]]:
    if not spread:
        return [(0.5, write_percent(low))]
    return [(share, write_percent(low + share * spread)) for share in (0.0, 0.5, 1.0)]
