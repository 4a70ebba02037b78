"""Editors in tables that nothing which arrives meanwhile disturbs."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex
_FILLED = "was_filled"


class SteadyDelegate(QStyledItemDelegate):
    """Fills an editor once, when it is opened: what is typed is the hand's from then on.

    Qt's own writes the model's value over it whenever the row's data change.

    Signals:
        begun(index), ended(): An editor was opened, or closed again.
    """

    begun = Signal(QModelIndex)
    ended = Signal()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        model, horizontal = index.model(), Qt.Orientation.Horizontal
        head = model.headerData(index.column(), horizontal, Qt.ItemDataRole.AccessibleTextRole)
        editor.setAccessibleName(str(head or ""))
        self.begun.emit(model.index(index.row(), index.column(), index.parent()))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if not editor.property(_FILLED):
            super().setEditorData(editor, index)
            editor.setProperty(_FILLED, True)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        super().destroyEditor(editor, index)
        self.ended.emit()

    def keep_typed(self, editor: QWidget) -> None:
        """Takes what an open editor holds, and closes it."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, self.EndEditHint.NoHint)
