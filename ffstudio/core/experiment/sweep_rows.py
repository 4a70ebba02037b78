"""What has come of a sweep: a row for every run."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.experiment.sweep_plan import SEED, Value

WAITING, RUNNING, INTERRUPTED = "waiting", "running", "interrupted"
DONE, PRUNED, FAILED = "done", "pruned", "failed"


@dataclass(frozen=True)
class SweepRow:
    """One run of a sweep in a table.

    Attributes:
        number: Of the trial that began it, as in the name of its folder.
        chosen: Settings and ``seed``; what is not chosen yet is missing.
        state: ``waiting``, ``running``, ``interrupted``, ``done``, ``pruned`` or ``failed``.
        epochs: Whole epochs.
        judged: Accuracy of the net that is searched for after the last of them.
        accuracy: On the test images, by net; once it has ended.
        folder: Its run's; None before it was begun.
    """

    number: int
    chosen: Mapping[str, Value]
    state: str
    epochs: int
    judged: float | None
    accuracy: Mapping[str, float | None]
    tested_on: str
    seconds: float | None
    folder: Path | None
    problem: str


def tabulate(
    rows: Sequence[SweepRow], names: Sequence[str]
) -> tuple[list[str], list[list[object]]]:
    """Head and cells of a table of all runs; accuracies are shares of 1, gaps are empty.

    Args:
        names: Of the settings that differ.
    """
    head = ["number", *names, SEED, "state", "epochs", "judged", "ff_test", "bp_test", "seconds"]
    cells: list[list[object]] = []
    for row in rows:
        chosen = [row.chosen.get(name, "") for name in (*names, SEED)]
        results = [row.judged, row.accuracy.get("ff"), row.accuracy.get("bp"), row.seconds]
        known = ["" if value is None else value for value in results]
        folder = "" if row.folder is None else row.folder.name
        cells.append([row.number, *chosen, row.state, row.epochs, *known, folder])
    return [*head, "run"], cells


def to_csv(rows: Sequence[SweepRow], names: Sequence[str]) -> str:
    """The same as text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    head, cells = tabulate(rows, names)
    writer.writerow(head)
    writer.writerows(cells)
    return text.getvalue()
