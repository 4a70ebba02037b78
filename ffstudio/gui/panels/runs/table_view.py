"""The table itself: its columns, chosen and remembered, and where hands meet it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.forms.steady_delegate import SteadyDelegate
from ffstudio.gui.panels.runs.columns import BY_NAME, COLUMNS, NAME, STAR, TICK
from ffstudio.gui.panels.runs.model import RunsFilter
from ffstudio.jobs.library import KeptRun

_LEAST_WIDTH = 24


class RunsTable(QTableView):
    """A row a run.

    Signals:
        opened(run): A double click, or Enter.
        star_clicked(run): A click on its star.
        chosen(): Other rows are selected.
    """

    opened = Signal(object)
    star_clicked = Signal(object)
    chosen = Signal()

    def __init__(self, shown: RunsFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.setObjectName("runs_table")
        self.setAccessibleName(tr("Runs that are kept"))
        self.setAccessibleDescription(
            tr("Enter opens a run, F2 renames it, Delete deletes it, the menu key offers the rest.")
        )
        self.setModel(shown)
        # The name that is being typed; runs that are being trained change all the time.
        self._typed: QPersistentModelIndex | None = None
        self._steady = SteadyDelegate(self)
        self._steady.begun.connect(self._begin_typing)
        self._steady.ended.connect(self._end_typing)
        self.setItemDelegate(self._steady)
        shown.rowsRemoved.connect(self._see_whether_it_is_gone)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.setMinimumHeight(90)
        self.verticalHeader().setVisible(False)
        head = self.horizontalHeader()
        head.setObjectName("runs_header")
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_LEAST_WIDTH)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._offer_columns)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(self._open)
        self.clicked.connect(self._click)
        self.reset_columns()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self._fit_rows()

    # --- columns --------------------------------------------------------------------

    def reset_columns(self) -> None:
        """Columns, widths, order and sorting as at first."""
        head, em = self.horizontalHeader(), self.fontMetrics().averageCharWidth()
        for i, column in enumerate(COLUMNS):
            head.moveSection(head.visualIndex(i), i)
            self.setColumnHidden(i, column.hidden)
            self.setColumnWidth(i, max(round((column.width + 2) * em * 1.05), 34))
        self.sortByColumn(BY_NAME["begun"], Qt.SortOrder.DescendingOrder)

    def column_menu(self, parent: QWidget) -> QMenu:
        """All columns, to be shown or hidden."""
        menu = QMenu(parent)
        menu.setObjectName("runs_columns_menu")
        menu.setToolTipsVisible(True)
        for i, column in enumerate(COLUMNS):
            action = menu.addAction(column.title)
            action.setObjectName(f"runs_column_{column.name}_action")
            action.setToolTip(column.tip)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(i))
            # Without a name nobody would know which run is which.
            action.setEnabled(column.name != NAME)
            action.toggled.connect(lambda on, i=i: self.setColumnHidden(i, not on))
        menu.addSeparator()
        reset = menu.addAction(tr("Reset Columns"))
        reset.setObjectName("runs_columns_reset_action")
        reset.triggered.connect(self.reset_columns)
        return menu

    @Slot(QPoint)
    def _offer_columns(self, at: QPoint) -> None:
        menu = self.column_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.horizontalHeader().mapToGlobal(at))

    def columns_text(self) -> str:
        """Columns in their order with their widths, those that are hidden with a minus."""
        head = self.horizontalHeader()
        parts = []
        for at in range(head.count()):
            i = head.logicalIndex(at)
            is_hidden = self.isColumnHidden(i)
            # Qt forgets how wide a hidden one was only in its answer.
            width = head.sectionSize(i) if not is_hidden else 0
            parts.append(f"{'-' if is_hidden else ''}{COLUMNS[i].name}:{width}")
        return " ".join(parts)

    def use_columns(self, text: str) -> None:
        """Goes back to what :meth:`columns_text` said; what is not understood is passed over."""
        head = self.horizontalHeader()
        for at, part in enumerate(text.split()):
            name, _, width = part.removeprefix("-").partition(":")
            i = BY_NAME.get(name)
            if i is None or not width.isdigit():
                continue
            head.moveSection(head.visualIndex(i), min(at, head.count() - 1))
            self.setColumnHidden(i, part.startswith("-") and name != NAME)
            if int(width) >= _LEAST_WIDTH:
                self.setColumnWidth(i, min(int(width), 2000))

    def sorting_text(self) -> str:
        """What it is sorted by, with a minus for the other way."""
        head = self.horizontalHeader()
        down = head.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        return ("-" if down else "") + COLUMNS[head.sortIndicatorSection()].name

    def use_sorting(self, text: str) -> None:
        """Goes back to what :meth:`sorting_text` said."""
        i = BY_NAME.get(text.removeprefix("-"))
        if i is not None:
            down = text.startswith("-")
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.sortByColumn(i, order)

    # --- what is chosen ---------------------------------------------------------------

    def list_chosen(self) -> list[KeptRun]:
        """The runs whose rows are selected, in the order of the table."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._shown.run_at(index) for index in rows]

    def rename(self, path: Path) -> None:
        """Has the name of a run typed in its place."""
        index = self._shown.index_of(path)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def keep_typed(self) -> None:
        """Takes a half-typed name as it is: the table is about to go."""
        typed = self._typed
        if typed is None:
            return
        editor = self.indexWidget(self._shown.index(typed.row(), typed.column()))
        if editor is not None:
            self._steady.keep_typed(editor)

    @Slot(QModelIndex)
    def _begin_typing(self, index: QModelIndex) -> None:
        self._typed = QPersistentModelIndex(index)
        self._shown.keep_still(True)

    @Slot()
    def _end_typing(self) -> None:
        self._typed = None
        # Not while Qt is in the middle of closing the editor.
        QTimer.singleShot(0, self, self._let_rows_move)

    @Slot()
    def _let_rows_move(self) -> None:
        if self._typed is None:
            self._shown.keep_still(False)

    @Slot()
    def _see_whether_it_is_gone(self, *_: object) -> None:
        """With its run a name that is being typed goes too."""
        if self._typed is not None and not self._typed.isValid():
            self._end_typing()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].name not in (STAR, TICK):
            self.opened.emit(self._shown.run_at(index))

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        if COLUMNS[index.column()].name == STAR:
            self.star_clicked.emit(self._shown.run_at(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Only the left button opens."""
        if event.button() is Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Rows follow the text's size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
