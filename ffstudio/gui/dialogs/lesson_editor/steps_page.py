"""The steps of a lesson: their list, and title, text, panel and checks of one."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.fields import Field
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.lesson_editor.checks_page import ChecksPage
from ffstudio.gui.dialogs.lesson_editor.draft import DraftStep
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.typed_edit import TextEdit, TypedArea

_LIST_WIDTH = 210


class StepsPage(QWidget):
    """See the module docstring.

    Args:
        steps: Edited in place; there is always one.
        panels: Name → title.

    Signals:
        changed(what): Something is other than before; ``what`` names a text that is being
            typed, and is empty for all else.
    """

    changed = Signal(str)

    def __init__(self, steps: list[DraftStep], panels: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps
        self._is_filling = False
        self._list = QListWidget(self)
        self._list.setObjectName("lesson_editor_steps")
        self._list.setAccessibleName(tr("Steps"))
        self._list.currentRowChanged.connect(self._show_step)
        side = QVBoxLayout()
        side.addWidget(self._list, 1)
        self._buttons: dict[str, QPushButton] = {}
        for pair in (
            (("add", tr("Add"), self._add), ("duplicate", tr("Duplicate"), self._duplicate)),
            (("up", tr("Up"), lambda: self._move(-1)), ("down", tr("Down"), lambda: self._move(1))),
            (("remove", tr("Remove"), self._remove),),
        ):
            row = QHBoxLayout()
            for name, text, act in pair:
                button = QPushButton(text, self)
                button.setObjectName(f"lesson_editor_{name}_step")
                button.setAccessibleName(tr("{text} step", text=text))
                button.clicked.connect(lambda checked=False, act=act: act())
                self._buttons[name] = button
                row.addWidget(button)
            side.addLayout(row)
        self._list.setFixedWidth(_LIST_WIDTH)
        self._title = TextEdit(Field("text", tr("Title of the step"), ""), self)
        self._title.setObjectName("lesson_editor_step_title")
        self._title.setAccessibleName(tr("Title of the step"))
        self._title.value_edited.connect(self._take)
        self._text = TypedArea(self)
        self._text.setObjectName("lesson_editor_step_text")
        self._text.setAccessibleName(tr("Text of the step"))
        self._text.setPlaceholderText(
            tr("What to do and what to look at. Markdown: **bold**, *italic*, - lists.")
        )
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self._take_text)
        self._panel = Combo(self)
        self._panel.setObjectName("lesson_editor_step_panel")
        self._panel.setAccessibleName(tr("Panel that the step brings up"))
        self._panel.addItem(tr("None"), "")
        for name, title in panels.items():
            self._panel.addItem(title, name)
        self._panel.activated.connect(self._take)
        form = QFormLayout()
        form.addRow(tr("Title"), self._title)
        form.addRow(tr("Text"), self._text)
        form.addRow(tr("Brings up"), self._panel)
        self._checks = ChecksPage(panels, self)
        self._checks.changed.connect(lambda: self.changed.emit(""))
        right = QVBoxLayout()
        right.addLayout(form, 1)
        right.addWidget(self._checks)
        row = QHBoxLayout(self)
        row.addLayout(side)
        row.addLayout(right, 1)
        self._fill(0)

    def show_again(self) -> None:
        """The steps have been changed elsewhere."""
        self._fill(min(max(self._list.currentRow(), 0), len(self._steps) - 1))

    def _fill(self, row: int) -> None:
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([f"{i}  {s.title}" for i, s in enumerate(self._steps, start=1)])
        self._list.setCurrentRow(row)
        self._list.blockSignals(False)
        self._show_step(row)

    @Slot(int)
    def _show_step(self, row: int) -> None:
        step = self._steps[row]
        self._is_filling = True
        self._title.set_value(step.title)
        self._text.set_value(step.text)
        self._panel.setCurrentIndex(max(self._panel.findData(step.panel), 0))
        self._is_filling = False
        self._checks.show_checks(step.checks)
        self._buttons["remove"].setEnabled(len(self._steps) > 1)
        self._buttons["up"].setEnabled(row > 0)
        self._buttons["down"].setEnabled(row < len(self._steps) - 1)

    @Slot()
    def _take(self, *_: object) -> None:
        if self._is_filling:
            return
        row = self._list.currentRow()
        step = self._steps[row]
        step.title = self._title.text()
        step.panel = self._panel.currentData()
        self._list.item(row).setText(f"{row + 1}  {step.title}")
        self.changed.emit("")

    @Slot()
    def _take_text(self) -> None:
        if not self._is_filling:
            row = self._list.currentRow()
            self._steps[row].text = self._text.toPlainText()
            self.changed.emit(f"text of step {row}")

    def _add(self) -> None:
        self._insert(DraftStep(title=tr("New step")))
        self._title.selectAll()
        self._title.setFocus()

    def _duplicate(self) -> None:
        self._insert(self._steps[self._list.currentRow()].copy())

    def _insert(self, step: DraftStep) -> None:
        at = self._list.currentRow() + 1
        self._steps.insert(at, step)
        self._fill(at)
        self.changed.emit("")

    def _remove(self) -> None:
        at = self._list.currentRow()
        del self._steps[at]
        self._fill(min(at, len(self._steps) - 1))
        self.changed.emit("")

    def _move(self, by: int) -> None:
        at = self._list.currentRow()
        self._steps.insert(at + by, self._steps.pop(at))
        self._fill(at + by)
        self.changed.emit("")
