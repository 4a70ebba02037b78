"""A field for a real number, in the window's language whatever the system's is."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from ffstudio.core.numbers import decimal_sign
from ffstudio.core.words import language_spoken


class RealBox(QDoubleSpinBox):
    """Shows decimals as all numbers here, and understands a point and a comma.

    Qt's own takes the system's sign and passes over the other one: 0.25 would become 25.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = decimal_sign()
        self._other = "." if self._sign == "," else ","
        self.setLocale(QLocale(language_spoken()) if self._sign == "," else QLocale.c())
        self.setGroupSeparatorShown(False)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        answer: tuple[QValidator.State, str, int] = super().validate(self._read(text), at)
        return answer

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._read(text))

    def _read(self, text: str) -> str:
        return text.replace(self._other, self._sign)
