"""The runs as a table, and those of them that are looked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPixmap, QPixmapCache

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.runs.columns import (
    BY_NAME,
    COLOUR,
    COLUMNS,
    COURSE,
    NAME,
    STAR,
    TICK,
    say_colour,
)
from ffstudio.gui.style.theme import Theme
from ffstudio.jobs.library import DAMAGED, FAILED, INTERRUPTED, RUNNING, KeptRun

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
# How many dots of a thumbnail lie in one of the screen's lengths.
_DOTS = 2
STATE_TIPS = say_all(
    {
        RUNNING: "It is being trained.",
        INTERRUPTED: "It was cut off: the program was killed, or its machine went down. Open it and "
        "continue where it stands.",
        "stopped": "It was stopped, and what it had learnt was kept.",
        "stopped early": "It stopped by itself, because it no longer got better.",
        "completed": "It was trained to its end.",
        FAILED: "It ended with an error.",
        "cancelled": "It was cancelled.",
    }
)


class RunsModel(QAbstractTableModel):
    """A row per run, as :meth:`show_runs` was told last.

    Signals:
        renamed(path, name): The user has typed another name.
        ticked(path, on): The user has set a tick, or taken it away.
    """

    renamed = Signal(object, str)
    ticked = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        # The runs that are compared, and their colours.
        self._ticks: dict[Path, QColor | None] = {}
        self._runs: list[KeptRun] = []
        self._shown: Path | None = None

    def show_runs(self, runs: Sequence[KeptRun]) -> None:
        """Other runs, or others of their values; rows that stay keep their place."""
        wanted = {run.path: run for run in runs}
        for row in reversed(range(len(self._runs))):
            if self._runs[row].path not in wanted:
                self.beginRemoveRows(_NO_PARENT, row, row)
                del self._runs[row]
                self.endRemoveRows()
        last = len(COLUMNS) - 1
        for row, old in enumerate(self._runs):
            run = wanted.pop(old.path)
            if run != old:
                self._runs[row] = run
                self.dataChanged.emit(self.index(row, 0), self.index(row, last))
        if wanted:
            first = len(self._runs)
            self.beginInsertRows(_NO_PARENT, first, first + len(wanted) - 1)
            self._runs.extend(wanted.values())
            self.endInsertRows()

    def mark_shown(self, path: Path | None) -> None:
        """The run whose nets are shown."""
        if path != self._shown:
            self._shown = path
            self._repaint()

    def mark_ticked(self, colours: Mapping[Path, QColor | None]) -> None:
        """The runs that are compared, with the colour of their curves where they have one."""
        if dict(colours) != self._ticks:
            self._ticks = dict(colours)
            self._repaint()

    def use_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        self._repaint()

    def _repaint(self) -> None:
        if self._runs:
            corner = self.index(len(self._runs) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def run_at(self, row: int) -> KeptRun:
        """The run of a row."""
        return self._runs[row]

    # --- for Qt ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_name = index.isValid() and COLUMNS[index.column()].name == NAME
        if is_name and self._runs[index.row()].state != DAMAGED:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.isValid() and COLUMNS[index.column()].name == TICK:
            can_be = self._runs[index.row()].state != DAMAGED
            flags |= Qt.ItemFlag.ItemIsUserCheckable if can_be else Qt.ItemFlag.NoItemFlags
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{column.title}: {column.tip}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, run = COLUMNS[index.column()], self._runs[index.row()]
        is_shown = run.path == self._shown
        match role:
            case Qt.ItemDataRole.DisplayRole:
                text = column.text(run)
                return tr("{text} (shown)", text=text) if is_shown and column.name == NAME else text
            case Qt.ItemDataRole.EditRole:
                return column.text(run)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.column(), run)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index.column(), run)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour_of(column.name, run)
            case Qt.ItemDataRole.CheckStateRole if column.name == TICK:
                if run.state == DAMAGED:
                    return None
                is_ticked = run.path in self._ticks
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DecorationRole if column.name == TICK:
                return self._ticks.get(run.path)
            case Qt.ItemDataRole.DecorationRole if column.name == COURSE:
                return self._find_picture(run)
            case Qt.ItemDataRole.DecorationRole:
                return QColor(run.colour) if column.name == COLOUR and run.colour else None
            case Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setBold(True)
                return font if is_shown and column.name == NAME else None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        run, name = self._runs[index.row()], str(value).strip()
        if role == Qt.ItemDataRole.CheckStateRole:
            self.ticked.emit(run.path, Qt.CheckState(value) is Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and name != run.title:
            self.renamed.emit(run.path, name)
            return True
        return False

    @staticmethod
    def _find_picture(run: KeptRun) -> QPixmap | None:
        if not run.pictured:
            return None
        key, picture = f"{run.picture}?{run.pictured}", QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = QPixmap(str(run.picture))
            picture.setDevicePixelRatio(_DOTS)
            QPixmapCache.insert(key, picture)
        return None if picture.isNull() else picture

    def _spoken(self, column: int, run: KeptRun) -> str:
        name = COLUMNS[column].name
        if name == TICK:
            is_ticked = run.path in self._ticks
            return tr("Is compared") if is_ticked else tr("Is not compared")
        if name == STAR:
            return tr("With a star") if run.star else tr("Without a star")
        if name == COLOUR:
            return say_colour(run.colour)
        if name == COURSE:
            return tr("A picture of its accuracies") if run.pictured else ""
        shown = tr(" (its nets are shown)") if name == NAME and run.path == self._shown else ""
        return f"{COLUMNS[column].text(run)}{shown}"

    def _tip(self, column: int, run: KeptRun) -> str:
        name = COLUMNS[column].name
        if name == "state":
            return run.problem or STATE_TIPS.get(run.state, "")
        if name in (TICK, STAR, COLOUR):
            return self._spoken(column, run)
        parts = [run.title or run.path.name]
        if run.path == self._shown:
            parts.append(tr("Its nets are the ones shown."))
        if run.note:
            parts.append(run.note)
        if run.tags:
            parts.append(tr("Tags: {tags}", tags=", ".join(run.tags)))
        return "\n".join([*parts, str(run.path)])

    def _colour_of(self, column: str, run: KeptRun) -> QColor | None:
        theme = self._theme
        if column == STAR:
            return QColor(theme.warning if run.star else theme.muted)
        if column != "state":
            return None
        colours = {
            RUNNING: theme.accent,
            INTERRUPTED: theme.warning,
            FAILED: theme.danger,
            DAMAGED: theme.danger,
        }
        return QColor(colours.get(run.state, theme.text))


def _alignment(column: int) -> int:
    if COLUMNS[column].name in (TICK, STAR, COLOUR):
        return _CENTRE
    return _RIGHT if COLUMNS[column].is_number else _LEFT


class RunsFilter(QSortFilterProxyModel):
    """Those that are looked for, sorted; what is not known comes last, whichever way."""

    def __init__(self, runs: RunsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs = runs
        self._words: list[str] = []
        self._fits: Callable[[KeptRun], bool] = lambda run: True
        self.setSourceModel(runs)

    def look_for(self, text: str) -> None:
        """Only runs in whose name, note, tags, preset and data all of these words are."""
        self._words = text.lower().split()
        self.invalidate()

    def choose(self, fits: Callable[[KeptRun], bool]) -> None:
        """Only runs that fit."""
        self._fits = fits
        self.invalidate()

    def keep_still(self, on: bool) -> None:
        """Leaves rows where they are, those that no longer fit too, while a hand is at one."""
        if on == self.dynamicSortFilter():
            self.setDynamicSortFilter(not on)
            if not on:
                self.invalidate()

    def run_at(self, index: Index) -> KeptRun:
        """The run of a row as it is shown."""
        return self._runs.run_at(self.mapToSource(index).row())

    def index_of(self, path: Path, column: str = NAME) -> QModelIndex:
        """Where a run is shown; invalid where it is not."""
        for row in range(self.rowCount()):
            index = self.index(row, BY_NAME[column])
            if self.run_at(index).path == path:
                return index
        return QModelIndex()

    # --- for Qt ---------------------------------------------------------------------

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        run = self._runs.run_at(row)
        if not self._fits(run):
            return False
        if not self._words:
            return True
        text = "\n".join((run.title, run.note, " ".join(run.tags), run.preset, run.data)).lower()
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        key = COLUMNS[left.column()].key
        one, other = self._runs.run_at(left.row()), self._runs.run_at(right.row())
        a, b = key(one), key(other)
        if a == b:
            return (one.begun, one.path.name) < (other.begun, other.path.name)
        ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
        if a is None:
            return not ascending
        if b is None:
            return ascending
        return bool(a < b)  # type: ignore[operator]
