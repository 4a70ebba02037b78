"""A field for a real number that reads the same whatever the system's language is."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget


class RealBox(QDoubleSpinBox):
    """Shows a decimal point, as all numbers here, and understands a decimal comma too.

    Qt's own takes the system's sign and passes over the other one: 0.25 would become 25.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        answer: tuple[QValidator.State, str, int] = super().validate(text.replace(",", "."), at)
        return answer

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(text.replace(",", "."))
