"""The experiments of the queue as a list whose rows can be dragged into another order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from ffstudio.core.words import say_all, tr

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class QueueRow:
    """One experiment as it is shown.

    Attributes:
        head, below: Its two lines.
    """

    id: str
    head: str
    below: str
    tip: str


class QueueList(QListWidget):
    """See the module docstring.

    Signals:
        reordered(ids): They were put into another order.
        remove_wanted(), edit_wanted(): Of the one chosen.
        move_wanted(step): The one chosen shall go that many places down.
    """

    KEYS = say_all(
        (
            ("Del", "In the queue: take the experiment out."),
            ("Alt+Up, Alt+Down", "In the queue: have the experiment trained sooner or later."),
            ("Enter", "In the queue: edit the experiment in the builder."),
        )
    )

    reordered = Signal(object)
    remove_wanted = Signal()
    edit_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue_list")
        self.setAccessibleName(tr("Queue"))
        self.setToolTip(
            tr("The first is trained first. Drag to reorder, or Alt+Up and Alt+Down; Del removes.")
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._is_filling = False
        self.model().rowsMoved.connect(self._tell_order)
        self.itemDoubleClicked.connect(lambda item: self.edit_wanted.emit())

    def find_chosen(self) -> str:
        """The id of the one that is chosen; empty for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_ID))

    def choose(self, number: str) -> None:
        """Chooses one by its id."""
        for i in range(self.count()):
            if self.item(i).data(_ID) == number:
                self.setCurrentRow(i)

    def show_rows(self, rows: Sequence[QueueRow]) -> None:
        """Shows others, or more that is known of the same; what is chosen stays chosen."""
        chosen = self.find_chosen()
        self._is_filling = True
        try:
            while self.count() > len(rows):
                self.takeItem(self.count() - 1)
            while self.count() < len(rows):
                self.addItem(QListWidgetItem())
            for i, row in enumerate(rows):
                item = self.item(i)
                item.setText(f"{row.head}\n{row.below}")
                item.setToolTip(row.tip)
                item.setData(_ID, row.id)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.head}, {row.below}")
            self.choose(chosen)
            if self.currentRow() < 0 and rows:
                self.setCurrentRow(0)
        finally:
            self._is_filling = False
        self._fit_rows()

    def _fit_rows(self) -> None:
        for i in range(self.count()):
            self.item(i).setSizeHint(QSize(10, 2 * self.fontMetrics().height() + 12))

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _tell_order(self, *_: object) -> None:
        if not self._is_filling:
            self.reordered.emit([str(self.item(i).data(_ID)) for i in range(self.count())])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif is_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)
