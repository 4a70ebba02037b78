"""Fields with arrows for numbers: what is typed counts when one is done with it.

That is on Enter, on leaving the field, and after a pause when the number is finished; not at
every key, which would take 3 for the head of 300. The arrows count at once.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QWidget

from ffstudio.core.numbers import decimal_sign, is_finished_number
from ffstudio.core.words import language_spoken
from ffstudio.gui.forms.typed_edit import PAUSE_MS


class WholeBox(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _count_when_done(self, whole=True)


class RealBox(QDoubleSpinBox):
    """Shows decimals and a minus as all numbers here, and understands a point and a comma.

    Qt's own takes the system's sign and passes over the other one: 0.25 would become 25.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = decimal_sign()
        self._other = "." if self._sign == "," else ","
        self.setLocale(QLocale(language_spoken()) if self._sign == "," else QLocale.c())
        self.setGroupSeparatorShown(False)
        _count_when_done(self, whole=False)

    def textFromValue(self, value: float) -> str:
        return super().textFromValue(value).replace("-", "−")

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        state, read, at = super().validate(self._read(text), at)
        return state, read.replace("-", "−"), at

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(self._read(text))

    def _read(self, text: str) -> str:
        return text.replace(self._other, self._sign).replace("−", "-")


def _count_when_done(box: QAbstractSpinBox, *, whole: bool) -> None:
    box.setKeyboardTracking(False)
    box.lineEdit().setAcceptDrops(False)  # a file that is dropped is the window's
    pause = QTimer(box)
    pause.setSingleShot(True)
    pause.setInterval(PAUSE_MS)

    def end_pause() -> None:
        typed = box.text()
        if isinstance(box, QSpinBox | QDoubleSpinBox):
            typed = box.cleanText()
        if box.hasAcceptableInput() and is_finished_number(typed, whole=whole):
            box.interpretText()

    pause.timeout.connect(end_pause)
    box.lineEdit().textEdited.connect(lambda _: pause.start())
    box.editingFinished.connect(pause.stop)
