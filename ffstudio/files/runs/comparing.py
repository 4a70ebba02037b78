"""What several runs differ in: settings and results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from ffstudio.core.experiment import reading
from ffstudio.core.run.history import History
from ffstudio.files.runs.folder import RunCard, RunFolder
from ffstudio.files.runs.record import Record, read_record

# Said of an experiment, not of what it does.
_WORDS = {"name", "description", "format", "version"}


@dataclass(frozen=True)
class ComparedRun:
    """One of the runs.

    Attributes:
        settings: As in an experiment file, by path: ``layers.0.units``.
    """

    folder: RunFolder
    card: RunCard
    record: Record
    settings: Mapping[str, Any]

    @property
    def epochs(self) -> int:
        """Whole epochs in its record."""
        return len(self.record.history.epochs)


def read_run(folder: RunFolder) -> ComparedRun:
    """Reads a run's settings and curves.

    Raises:
        FfstudioError: It cannot be read.
    """
    record = read_record(folder.record_path)
    spec = folder.read_spec() if record.started is None else record.started.spec
    return ComparedRun(folder, folder.read_card(), record, reading.flatten(reading.to_dict(spec)))


class HasSettings(Protocol):
    """Whatever has settings by path: ``layers.0.units``."""

    @property
    def settings(self) -> Mapping[str, Any]: ...


def differing_settings(runs: Sequence[HasSettings]) -> dict[str, list[Any]]:
    """The settings in which the runs differ, one value a run; None where a run has none."""
    names: dict[str, None] = {}
    for run in runs:
        names |= dict.fromkeys(run.settings)
    table = {name: [run.settings.get(name) for run in runs] for name in names if name not in _WORDS}
    return {name: row for name, row in table.items() if any(value != row[0] for value in row)}


def have_equal_curves(first: History, second: History) -> bool:
    """Whether all values of both are the same, bit for bit; seconds are not compared."""
    if first.series.keys() != second.series.keys():
        return False
    return all(
        np.array_equal(one.axis("step"), second.series[key].axis("step"))
        and np.array_equal(one.values, second.series[key].values, equal_nan=True)
        for key, one in first.series.items()
    )
