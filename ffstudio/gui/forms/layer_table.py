"""The layers of the experiment as a table, as ``summary()`` prints it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.describe.cards import shape_text
from ffstudio.core.experiment.summary import SummaryRow, summary_text, totals
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_ROWS = 12


class LayerTable(QWidget):
    """Name, output shape and parameters of every layer, and their sum."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[SummaryRow] = []
        self._table = QTableWidget(0, 4, self)
        self._table.setObjectName("layer_table")
        self._table.setAccessibleName(tr("Layers, output shapes and parameters"))
        self._table.setToolTip(tr("Ctrl+C copies the table as text."))
        self._table.verticalHeader().setVisible(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)  # Tab goes on to the next field of the form
        self._table.setShowGrid(False)
        self._table.setWordWrap(False)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self._table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for i, text in enumerate((tr("Layer"), tr("Output"), tr("FF"), tr("BP"))):
            item = QTableWidgetItem(text)
            item.setTextAlignment(
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter if i < 2 else _RIGHT
            )
            item.setToolTip(
                ("", "", tr("Parameters, Forward-Forward"), tr("Parameters, backprop"))[i]
            )
            self._table.setHorizontalHeaderItem(i, item)
        self._sums = QLabel(self)
        self._sums.setObjectName("layer_table_sums")
        self._sums.setProperty("muted", True)
        self._sums.setWordWrap(True)
        self._sums.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._table)
        column.addWidget(self._sums)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self._table)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        action = self._table.addAction(tr("Copy as Text"))
        action.setObjectName("copy_layer_table_action")
        action.triggered.connect(self.copy)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_rows(self, rows: Sequence[SummaryRow], why: str = "") -> None:
        """Shows the layers; without any, why there are none."""
        if self._rows == list(rows) and rows:
            return
        self._rows = list(rows)
        table = self._table
        table.setVisible(bool(rows))
        self._sums.setText("\n".join(totals(self._rows)) if rows else why)
        table.setColumnHidden(2, all(row.ff is None for row in rows))
        table.setColumnHidden(3, all(row.bp is None for row in rows))
        table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            texts = [row.name, shape_text(row.output)]
            texts += ["–" if n is None else write_number(n, ",") for n in (row.ff, row.bp)]
            for j, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if j >= 2:
                    item.setTextAlignment(_RIGHT)
                table.setItem(i, j, item)
        self._fit_rows()

    def _fit_rows(self) -> None:
        table = self._table
        table.resizeRowsToContents()
        height = sum(table.rowHeight(i) for i in range(min(len(self._rows), _MOST_ROWS)))
        table.setFixedHeight(height + table.horizontalHeader().sizeHint().height() + 4)

    def event(self, event: QEvent) -> bool:
        """Follows the text's size, once the table itself has taken it."""
        if event.type() == QEvent.Type.LayoutRequest and self._rows:
            self._fit_rows()
        return bool(super().event(event))

    @Slot()
    def copy(self) -> None:
        """Puts the table on the clipboard as text."""
        if self._rows:
            QGuiApplication.clipboard().setText(summary_text(self._rows))
