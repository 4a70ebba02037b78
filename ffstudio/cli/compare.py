"""``ffstudio compare``: what runs differ in, and how well each did."""

from __future__ import annotations

import argparse
import json
import math
from typing import Any

from ffstudio.cli.codes import OK
from ffstudio.cli.run_data import tell_of_no_curves
from ffstudio.cli.subcommand import Subcommand
from ffstudio.cli.terminal import is_terminal, print_cells, print_table
from ffstudio.core.errors import SpecError
from ffstudio.core.numbers import write_json, write_percent
from ffstudio.core.run.history import Series, SeriesKey
from ffstudio.core.run.quantities import NET_NAMES
from ffstudio.files.runs.comparing import (
    ComparedRun,
    differing_settings,
    have_equal_curves,
    read_run,
)
from ffstudio.files.runs.library import find_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which runs."""
    parser.add_argument(
        "runs", nargs="+", metavar="RUN", help="folders, or names in 'ffstudio runs'"
    )
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Prints what differs in settings, and the results."""
    if len(options.runs) < 2:
        raise SpecError("There is one run only.", "Name two or more.")
    runs = [read_run(find_run(name)) for name in options.runs]
    differing = differing_settings(runs)
    first = runs[0].record.history
    for one in runs:
        tell_of_no_curves(one.folder.path.name, one.record.history)
    equal = [bool(first) and have_equal_curves(first, one.record.history) for one in runs[1:]]
    results = [_results(one) for one in runs]
    if options.json:
        print(write_json({"runs": results, "settings": differing, "curves_equal": equal}))
        return OK
    names = [one.folder.path.name for one in runs]
    rows = [(name, *map(_text, values)) for name, values in differing.items()]
    for label, key in (("epochs", "epochs"), ("state", "state")):
        rows.append((label, *(str(result[key]) for result in results)))
    for net in ("ff", "bp"):
        rows += _accuracy_rows(NET_NAMES[net], [result["accuracy"][net] for result in results])
    if is_terminal():
        print_table(("", *names), rows, range(1, len(names) + 1))
    else:
        print_cells(("", *names))
        for row in rows:
            print_cells(row)
    for name, same in zip(names[1:], equal, strict=True):
        if same:
            print(f"{name}: every value of its curves is that of {names[0]}, bit for bit.")
    return OK


def _accuracy_rows(net: str, accuracies: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    """How one net did in each run: on the test set at the end, and over its epochs."""
    rows: list[tuple[str, ...]] = []
    for label, key in (
        (f"{net} test accuracy at the end", "test"),
        (f"{net} best of its epochs", "best"),
        (f"{net} last epoch", "last"),
    ):
        if any(accuracy[key] is not None for accuracy in accuracies):
            shown = []
            for accuracy in accuracies:
                count = accuracy[f"{key}_images"] if key != "test" else None
                images = f" of {count:,} {accuracy['judged_on']} images" if count else ""
                on = images or f" ({accuracy['judged_on']})"
                if key == "test":
                    on = f" of {accuracy['tested_on'] or 'the test images'}"
                value = accuracy[key]
                shown.append("–" if value is None else f"{write_percent(value, 2)}{on}")
            rows.append((label, *shown))
    return rows


def _results(one: ComparedRun) -> dict[str, Any]:
    accuracy = {}
    for net in ("ff", "bp"):
        judged = {
            which: series
            for which in ("validation", "test")
            if (series := one.record.history.series.get(SeriesKey(net, "accuracy", None, which)))
        }
        which = next(iter(judged), None)
        series = Series() if which is None else judged[which]
        values = series.values.tolist()
        last = max((i for i, value in enumerate(values) if math.isfinite(value)), default=None)
        best = max(series.comparable.tolist(), key=values.__getitem__, default=None)
        accuracy[net] = {
            "test": one.card.test_accuracy.get(net),
            "tested_on": one.card.tested_on,
            "judged_on": which,
            "images": series.images,
            "best": None if best is None else values[best],
            "best_images": None if best is None else series.num_images(best),
            "last": None if last is None else values[last],
            "last_images": None if last is None else series.num_images(last),
        }
    return {
        "run": str(one.folder.path),
        "name": one.card.name,
        "preset": one.card.preset or None,
        "seed": one.card.seed,
        "data": one.card.data,
        "state": one.folder.state(),
        "epochs": one.epochs,
        "accuracy": accuracy,
    }


def _text(value: Any) -> str:
    return "–" if value is None else value if isinstance(value, str) else json.dumps(value)


COMMAND = Subcommand("say what runs differ in, and how well each did", add_arguments, run)
