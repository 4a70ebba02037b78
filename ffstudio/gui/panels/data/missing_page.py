"""What is shown in place of images that are not on this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ffstudio.gui.dialogs.missing_data import MissingDataRow
from ffstudio.jobs.studio import Studio


class MissingDataPage(QWidget):
    """A card with the reason and what can be done."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = QFrame(self)
        card.setObjectName("missing_data_card")
        self.row = MissingDataRow(studio, card)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.addWidget(self.row)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(2)
