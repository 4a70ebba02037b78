"""What a lesson hides: panels, and settings part by part."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.lessons.settings import PARTS, SETTINGS, names_in
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.lesson_editor.draft import Draft

_NAME = Qt.ItemDataRole.UserRole


class HiddenPage(QWidget):
    """See the module docstring; what is ticked is shown.

    Args:
        panels: Name → title.

    Signals:
        changed(): Something else is hidden.
    """

    changed = Signal()

    def __init__(self, draft: Draft, panels: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._is_filling = True
        about = QLabel(tr("What is ticked is there in the lesson; all else is hidden."), self)
        about.setProperty("muted", True)
        self._panels = self._tree("lesson_editor_panels", tr("Panels"))
        for name, title in panels.items():
            self._add(self._panels.invisibleRootItem(), title, name, name in draft.hidden_panels)
        self._settings = self._tree("lesson_editor_settings", tr("Settings in the builder"))
        for part, (title, _) in PARTS.items():
            branch = QTreeWidgetItem(self._settings, [title])
            branch.setFlags(
                branch.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
            )
            for name in names_in(part):
                label = SETTINGS[name].field.label
                self._add(branch, f"{label}  ({name})", name, name in draft.hidden_settings)
            branch.setExpanded(part == "layers")
        row = QHBoxLayout()
        row.addWidget(self._panels, 1)
        row.addWidget(self._settings, 2)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(row, 1)
        self._is_filling = False
        self._panels.itemChanged.connect(self._take)
        self._settings.itemChanged.connect(self._take)

    def show_again(self) -> None:
        """What is hidden has been changed elsewhere."""
        self._is_filling = True
        _tick(self._panels.invisibleRootItem(), self._draft.hidden_panels)
        for part in _children(self._settings.invisibleRootItem()):
            _tick(part, self._draft.hidden_settings)
        self._is_filling = False

    def _tree(self, name: str, title: str) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setObjectName(name)
        tree.setAccessibleName(title)
        tree.setHeaderLabel(title)
        return tree

    @staticmethod
    def _add(parent: QTreeWidgetItem, text: str, name: str, hidden: bool) -> None:
        item = QTreeWidgetItem(parent, [text])
        item.setData(0, _NAME, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked if hidden else Qt.CheckState.Checked)

    @Slot()
    def _take(self, *_: object) -> None:
        if self._is_filling:
            return
        self._draft.hidden_panels = _list_unticked(self._panels.invisibleRootItem())
        settings = self._settings.invisibleRootItem()
        self._draft.hidden_settings = set().union(*map(_list_unticked, _children(settings)))
        self.changed.emit()


def _children(branch: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    items = (branch.child(i) for i in range(branch.childCount()))
    return [item for item in items if item is not None]


def _list_unticked(branch: QTreeWidgetItem) -> set[str]:
    return {
        str(item.data(0, _NAME))
        for item in _children(branch)
        if item.checkState(0) == Qt.CheckState.Unchecked
    }


def _tick(branch: QTreeWidgetItem, hidden: set[str]) -> None:
    for item in _children(branch):
        is_hidden = str(item.data(0, _NAME)) in hidden
        item.setCheckState(0, Qt.CheckState.Unchecked if is_hidden else Qt.CheckState.Checked)
