"""How the user's own images were read: their values, what was assumed, and what is odd."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.understanding.value_range import CHOICES
from ffstudio.core.words import tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.jobs.studio import Studio


class ReadingRow(QWidget):
    """A line about the values with the choice of how they are read; known sets are not asked of."""

    def __init__(self, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent)
        self._studio = studio
        self._values = _label("data_values", tr("How values are read"), self)
        self._choice = Combo(self)
        self._choice.setObjectName("data_range_choice")
        self._choice.setAccessibleName(tr("Values read as"))
        self._choice.setToolTip(
            tr("Which values are black and white. Kept in the experiment; undo takes it back.")
        )
        for choice in CHOICES:
            self._choice.addItem(choice.label, choice.value)
        self._choice.activated.connect(self._choose)
        self._notes = _label("data_notes", tr("What was assumed"), self)
        self._warnings = _label("data_warnings", tr("What is odd about these images"), self)
        self._warnings.setProperty("tone", "warning")
        line = QHBoxLayout()
        line.addWidget(self._values, 1)
        line.addWidget(self._choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._notes)
        column.addWidget(self._warnings)
        for label in (self._values, self._notes):
            label.setProperty("muted", True)
        self.hide()

    def show_data(self, data: PreparedData | None) -> None:
        """Tells how these images were read."""
        is_own = data is not None and data.values is not None and data.spec.name == "file"
        self.setVisible(data is not None and (is_own or bool(data.notes or data.warnings)))
        if data is None:
            return
        text = data.values.text if data.values is not None else ""
        self._values.setText(f"{text[:1].upper()}{text[1:]}.")
        for part in (self._values, self._choice):
            part.setVisible(is_own)
        self._choice.setCurrentIndex(max(self._choice.findData(data.spec.range), 0))
        self._notes.setText(" ".join(data.notes))
        self._notes.setVisible(bool(data.notes))
        self._warnings.setText("\n".join(f"⚠ {warning}" for warning in data.warnings))
        self._warnings.setVisible(bool(data.warnings))

    @Slot()
    def _choose(self) -> None:
        spec = self._studio.spec
        data = dataclasses.replace(spec.data, range=str(self._choice.currentData()))
        if data != spec.data:
            self._studio.edits.edit(spec.replace(data=data), tr("Value Range"))


def _label(name: str, spoken: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setAccessibleName(spoken)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
