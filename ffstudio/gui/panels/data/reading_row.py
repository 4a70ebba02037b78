"""How the user's own images were read: their values, what was assumed, and what is odd."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.understanding.colours import KEPT
from ffstudio.core.images.understanding.value_range import CHOICES
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.data.colours_choice import ColoursChoice
from ffstudio.jobs.studio import Studio


class ReadingRow(QWidget):
    """A line about the values with the choices of how they are read; known sets are not asked of."""

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
        self._transposed = QCheckBox(tr("Transposed"), self)
        self._transposed.setObjectName("data_transposed")
        self._transposed.setAccessibleName(tr("Rows and columns exchanged"))
        self._transposed.setToolTip(
            tr(
                "Exchange rows and columns, as EMNIST's files need. Kept in the experiment; undo "
                "takes it back."
            )
        )
        self._transposed.clicked.connect(self._choose)
        self._colours = ColoursChoice("data_colours", self)
        self._colours.activated.connect(self._choose)
        self._notes = _label("data_notes", tr("What was assumed"), self)
        self._warnings = _label("data_warnings", tr("What is odd about these images"), self)
        self._warnings.setProperty("tone", "warning")
        line = FlowLayout(spacing=8)
        line.addWidget(self._choice)
        line.addWidget(self._colours)
        line.addWidget(self._transposed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._values)
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
        self._values.setText(end_sentence(f"{text[:1].upper()}{text[1:]}"))
        for part in (self._values, self._choice):
            part.setVisible(is_own)
        self._colours.show_choice(data.spec.colours)
        self._colours.setVisible(is_own and (data.has_colours or data.spec.colours == KEPT))
        self._transposed.setVisible(is_own or data.spec.transposed)
        self._transposed.setChecked(data.spec.transposed)
        self._choice.setCurrentIndex(max(self._choice.findData(data.spec.range), 0))
        self._notes.setText(" ".join(data.notes))
        self._notes.setVisible(bool(data.notes))
        self._warnings.setText("\n".join(f"⚠ {warning}" for warning in data.warnings))
        self._warnings.setVisible(bool(data.warnings))

    @Slot()
    def _choose(self) -> None:
        spec = self._studio.spec
        values, transposed = str(self._choice.currentData()), self._transposed.isChecked()
        data = dataclasses.replace(
            spec.data, range=values, transposed=transposed, colours=self._colours.value
        )
        if data != spec.data:
            what = tr("Transposed Pictures")
            if data.range != spec.data.range:
                what = tr("Value Range")
            elif data.colours != spec.data.colours:
                what = tr("Colours of Pictures")
            self._studio.edits.edit(spec.replace(data=data), what)


def _label(name: str, spoken: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setAccessibleName(spoken)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
