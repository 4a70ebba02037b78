"""The runs of a sweep as a table that can be sorted, and filtered from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from ffstudio.core.experiment.sweep_plan import SEED
from ffstudio.core.experiment.sweep_rows import (
    DONE,
    FAILED,
    INTERRUPTED,
    PRUNED,
    RUNNING,
    WAITING,
    SweepRow,
)
from ffstudio.core.experiment.sweep_values import label_named
from ffstudio.core.numbers import number_text, write_percent
from ffstudio.core.words import say_all

_Index = QModelIndex | QPersistentModelIndex
_BEFORE = say_all(("Run", "State", "Judged"))
_AFTER = say_all(("Seed", "Epochs", "FF test", "BP test", "Seconds"))
STATES = say_all(
    {
        WAITING: "waiting",
        RUNNING: "running",
        INTERRUPTED: "interrupted",
        DONE: "done",
        PRUNED: "ended early",
        FAILED: "failed",
    }
)
# Columns that hold accuracies: of all, and of those after the settings.
_JUDGED, _SHARES = 2, (2, 3)


def say_name(name: str) -> str:
    """A setting's name for a reader; one that is not known is shown as it is."""
    try:
        return label_named(name)
    except KeyError:
        return name


class RunTable(QAbstractTableModel):
    """A row for each run."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._rows: list[SweepRow] = []

    @property
    def rows(self) -> list[SweepRow]:
        """As they are shown before sorting."""
        return self._rows

    def show_rows(self, names: Sequence[str], rows: Sequence[SweepRow]) -> None:
        """Shows other runs, or more of the same ones: what is chosen stays chosen."""
        same = list(names) == self._names and len(rows) == len(self._rows)
        if not same:
            self.beginResetModel()
        before = self._rows
        self._names, self._rows = list(names), list(rows)
        if not same:
            self.endResetModel()
            return
        for i, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(i, 0), self.index(i, self.columnCount() - 1))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_BEFORE) + len(self._names) + len(_AFTER)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (*_BEFORE, *map(say_name, self._names), *_AFTER)[section]
        if role == Qt.ItemDataRole.ToolTipRole:  # as files and the command have it
            return (*_BEFORE, *self._names, *_AFTER)[section]
        return None

    def data(self, index: Any, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        value = self._value(row, column)
        if role == Qt.ItemDataRole.UserRole:  # to sort by
            return -1.0 if value is None else value
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(value, str):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and row.problem:
            return row.problem
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if value is None:
            return ""
        if column == _JUDGED or column - len(_BEFORE) - len(self._names) in _SHARES:
            return write_percent(value, 2)
        return number_text(value, digits=4)

    def _value(self, row: SweepRow, column: int) -> Any:
        chosen = [row.chosen.get(name) for name in (*self._names, SEED)]
        tested = (row.accuracy.get("ff"), row.accuracy.get("bp"))
        seconds = None if row.seconds is None else round(row.seconds, 1)
        value = (row.number, STATES[row.state], row.judged, *chosen, row.epochs, *tested, seconds)[
            column
        ]
        return str(value).lower() if isinstance(value, bool) else value


class PassingRuns(QSortFilterProxyModel):
    """Those runs that filters let through, sorted by what is under the cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passing: npt.NDArray[np.bool_] = np.zeros(0, bool)
        self.setSortRole(int(Qt.ItemDataRole.UserRole))

    def show_passing(self, passing: npt.NDArray[np.bool_]) -> None:
        """Lets through the runs of these rows."""
        self._passing = passing
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: Any) -> bool:
        return row >= len(self._passing) or bool(self._passing[row])
