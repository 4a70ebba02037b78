"""The checks of the step that is being written: their list and the form of one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.lessons.checks import CHECKS
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.lesson_editor.draft import DraftCheck, parameters_of
from ffstudio.gui.forms.setting_form import SettingForm

_LIST_HEIGHT = 92


class ChecksPage(QWidget):
    """See the module docstring.

    Args:
        panels: Name → title.

    Signals:
        changed(): A check was added, removed or changed.
    """

    changed = Signal()

    def __init__(self, panels: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._panels = panels
        self._checks: list[DraftCheck] = []
        self._form: SettingForm | None = None
        self._list = QListWidget(self)
        self._list.setObjectName("lesson_editor_checks")
        self._list.setAccessibleName(tr("Checks of the step"))
        self._list.setFixedHeight(_LIST_HEIGHT)
        self._list.currentRowChanged.connect(self._show_form)
        self._add = QToolButton(self)
        self._add.setObjectName("lesson_editor_add_check")
        self._add.setText(tr("Add Check"))
        self._add.setAccessibleName(tr("Add Check"))
        self._add.setToolTip(tr("What must hold before the step is done."))
        self._add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._add)
        menu.setObjectName("lesson_editor_check_menu")
        menu.setToolTipsVisible(True)
        for kind, declared in CHECKS.items():
            action = menu.addAction(declared.label)
            action.setObjectName(f"add_{kind}_check")
            action.setToolTip(declared.help)
            action.triggered.connect(lambda checked=False, kind=kind: self.add(kind))
        self._add.setMenu(menu)
        self._remove = QPushButton(tr("Remove Check"), self)
        self._remove.setObjectName("lesson_editor_remove_check")
        self._remove.clicked.connect(self._remove_current)
        self._none = QLabel(tr("Without a check, the step is done by Next."), self)
        self._none.setObjectName("lesson_editor_no_checks")
        self._none.setProperty("muted", True)
        self._help = QLabel(self)
        self._help.setProperty("muted", True)
        self._help.setWordWrap(True)
        self._place = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(self._remove)
        buttons.addWidget(self._none)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self._list)
        column.addWidget(self._help)
        column.addLayout(self._place)

    def show_checks(self, checks: list[DraftCheck]) -> None:
        """Edits another step's checks, in place."""
        self._checks = checks
        self._fill(0)

    def add(self, kind: str) -> None:
        """Adds a check with the usual arguments."""
        self._checks.append(DraftCheck.new(kind))
        self._fill(len(self._checks) - 1)
        self.changed.emit()

    @Slot()
    def _remove_current(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._checks):
            del self._checks[row]
            self._fill(min(row, len(self._checks) - 1))
            self.changed.emit()

    def _fill(self, row: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([check.tell() for check in self._checks])
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._list.setVisible(bool(self._checks))
        self._none.setVisible(not self._checks)
        self._remove.setEnabled(bool(self._checks))
        self._show_form(row)

    @Slot(int)
    def _show_form(self, row: int) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.setParent(None)
            self._form.deleteLater()
            self._form = None
        is_shown = 0 <= row < len(self._checks)
        self._help.setVisible(is_shown)
        if not is_shown:
            return
        check = self._checks[row]
        self._help.setText(CHECKS[check.kind].help)
        self._form = SettingForm("check", parameters_of(check.kind, self._panels), self)
        self._form.set_values(SimpleNamespace(**check.arguments))
        self._form.edited.connect(lambda name, value: self._edit(row, name, value))
        self._place.addWidget(self._form)

    def _edit(self, row: int, name: str, value: Any) -> None:
        check = self._checks[row]
        check.arguments[name] = value
        self._list.item(row).setText(check.tell())
        if self._form is not None:
            self._form.set_values(SimpleNamespace(**check.arguments))
        self.changed.emit()
