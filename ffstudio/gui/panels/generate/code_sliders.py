"""A slider for each of the first numbers of a code, and a button for each label."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QSlider, QToolButton, QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.forms.flow import FlowLayout

Floats = npt.NDArray[np.float32]

MOST_SLIDERS = 10
# Standard deviations to either side, and steps for each.
_REACH, _STEPS = 3, 100
# One below the other; those after them stand beside.
_ROWS = 5


class CodeSliders(QWidget):
    """The code as far as it can be set by hand; the numbers after that stay as they are.

    Signals:
        changed(): A slider was moved by hand.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = self._mean = self._spread = np.zeros(0, np.float32)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        for column in (1, 4):
            self._grid.setColumnStretch(column, 1)
        self._sliders: list[QSlider] = []
        self._values: list[QLabel] = []
        self._names: list[QLabel] = []
        for number in range(MOST_SLIDERS):
            self._add(number)

    def _add(self, number: int) -> None:
        name = QLabel(str(number + 1), self)
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setObjectName(f"code_{number + 1}")
        slider.setAccessibleName(tr("Number {number} of the code", number=number + 1))
        slider.setToolTip(
            tr(
                "Number {number} of the code: three standard deviations to either side of its mean.",
                number=number + 1,
            )
        )
        slider.setRange(-_REACH * _STEPS, _REACH * _STEPS)
        slider.setPageStep(_STEPS // 2)
        slider.valueChanged.connect(self._take)
        value = QLabel(self)
        value.setProperty("muted", True)
        value.setMinimumWidth(value.fontMetrics().horizontalAdvance("−00.000"))
        block, row = divmod(number, _ROWS)
        for column, widget in enumerate((name, slider, value)):
            self._grid.addWidget(widget, row, 3 * block + column)
        self._names.append(name)
        self._sliders.append(slider)
        self._values.append(value)

    @property
    def code(self) -> Floats:
        """All its numbers."""
        return self._code.copy()

    def show_code(self, code: Floats, mean: Floats, spread: Floats) -> None:
        """Stands for a code; nothing is told."""
        self._code, self._mean, self._spread = code.copy(), mean, spread
        for number, slider in enumerate(self._sliders):
            is_there = number < len(code)
            for widget in (slider, self._names[number], self._values[number]):
                widget.setVisible(is_there)
            if is_there:
                steps = (code[number] - mean[number]) / spread[number] * _STEPS
                with QSignalBlocker(slider):
                    slider.setValue(round(float(np.clip(np.nan_to_num(steps), -300, 300))))
                self._values[number].setText(number_text(float(code[number]), digits=3))

    @Slot(int)
    def _take(self, value: int) -> None:
        number = next((i for i, slider in enumerate(self._sliders) if slider is self.sender()), -1)
        if 0 <= number < len(self._code):
            self._code[number] = self._mean[number] + self._spread[number] * value / _STEPS
            self._values[number].setText(number_text(float(self._code[number]), digits=3))
            self.changed.emit()


class LabelButtons(QWidget):
    """One button a label, in rows.

    Signals:
        changed(): Another label is asked for.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("generate_labels")
        self.setAccessibleName(tr("Labels to ask for"))
        self._row = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idToggled.connect(self._tell)
        self._names: tuple[str, ...] = ()

    @property
    def label(self) -> int:
        """The one that is asked for; 0 where there are none."""
        return max(self._group.checkedId(), 0)

    def choose(self, label: int) -> None:
        """Presses a button; nothing is told."""
        button = self._group.button(label)
        if button is not None:
            with QSignalBlocker(self._group):
                button.setChecked(True)

    def offer(self, names: tuple[str, ...]) -> None:
        """Other labels."""
        if names == self._names:
            return
        self._names, former = names, self.label
        with QSignalBlocker(self._group):
            for button in self._group.buttons():
                self._group.removeButton(button)
                button.hide()
                button.deleteLater()
            for label, name in enumerate(names):
                made = QToolButton(self)
                made.setText(name)
                made.setCheckable(True)
                made.setObjectName(f"generate_label_{label}")
                made.setAccessibleName(tr("Ask for {name}", name=name))
                made.setToolTip(tr("Ask the net for {name}.", name=name))
                self._group.addButton(made, label)
                self._row.addWidget(made)
                made.show()
            first = self._group.button(former if former < len(names) else 0)
            if first is not None:
                first.setChecked(True)

    @Slot(int, bool)
    def _tell(self, label: int, checked: bool) -> None:
        if checked:
            self.changed.emit()
