"""How a stranger's net wants its images and what its outputs mean, set by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ffstudio.core.describe.preprocessing import FITS, Preprocessing
from ffstudio.core.describe.scales import SCALE_LABELS
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox

_TURNS = say_all(("Not Turned", "Turned Left", "Upside Down", "Turned Right"))
# Of images that people train on, in pixels.
_SIDES = (4, 1024)
_FIT_LABELS = say_all({"resize": "Scaled", "pad": "Framed", "crop": "Cut and Scaled"})


class ByHandForm(QWidget):
    """Scale and inversion, turn, mirror, fit, the side of the images, and the names of the outputs in their order.

    Signals:
        way_chosen(Preprocessing): Images shall be handed over so.
        side_typed(pixels): Images shall have so many pixels a side.
        classes_named(names): So the outputs are called, in their order.
    """

    way_chosen = Signal(object)
    classes_named = Signal(object)
    side_typed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("model_card_by_hand")
        self._way: Preprocessing | None = None
        self._count = 0
        self._scale = self._box(
            "by_hand_scale", tr("Scale"), tr("Which numbers the net gets for black and white.")
        )
        for key, text in SCALE_LABELS.items():
            self._scale.addItem(text, key)
        self._turn = self._box(
            "by_hand_turn", tr("Turn"), tr("How pictures are turned before the net gets them.")
        )
        for number, text in enumerate(_TURNS):
            self._turn.addItem(tr(text), number)
        self._fit = self._box(
            "by_hand_fit", tr("Fit"), tr("How pictures are brought to the net's size.")
        )
        for key in FITS:
            self._fit.addItem(tr(_FIT_LABELS[key]), key)
        self._transposed = QCheckBox(tr("Rows and Columns Exchanged"), self)
        self._transposed.setObjectName("by_hand_transposed")
        self._transposed.setAccessibleName(tr("Rows and columns exchanged"))
        self._transposed.setToolTip(tr("As EMNIST's files have their pictures."))
        self._transposed.clicked.connect(self._tell_way)
        images = QWidget(self)
        row = FlowLayout(images, spacing=6)
        for widget in (self._scale, self._turn, self._fit, self._transposed):
            row.addWidget(widget)
        self._names = QLineEdit(self)
        self._names.setObjectName("by_hand_classes")
        self._names.setAccessibleName(tr("Names of the outputs"))
        self._names.setToolTip(
            tr(
                "What the outputs stand for, in their order, for example 7 2 1 0 4 9 5 8 3 6: "
                "names with spaces or commas between them, or one character each."
            )
        )
        self._names.returnPressed.connect(self._tell_names)
        self._use = QPushButton(tr("Use These Names"), self)
        self._use.setObjectName("by_hand_use_classes")
        self._use.setAccessibleName(tr("Use these names"))
        self._use.setToolTip(tr("Name the outputs so and try the images again."))
        self._use.setAutoDefault(False)
        self._use.clicked.connect(self._tell_names)
        classes = QWidget(self)
        beside = QHBoxLayout(classes)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._names, 1)
        beside.addWidget(self._use)
        self._wrong = QLabel(self)
        self._wrong.setObjectName("by_hand_wrong")
        self._wrong.setWordWrap(True)
        self._wrong.setProperty("warning", True)
        self._wrong.hide()
        self._classes_label = QLabel(tr("Outputs in order"), self)
        self._classes_label.setBuddy(self._names)
        self._classes = classes
        self._side = WholeBox(self)
        self._side.setObjectName("by_hand_side")
        self._side.setAccessibleName(tr("Side of the images"))
        self._side.setRange(*_SIDES)
        self._side.setSuffix(tr(" pixels"))
        self._side.setToolTip(
            tr(
                "The size of its images is not in the file; type it. Where no network in the list "
                "is for such images, one is searched."
            )
        )
        self._side.lineEdit().returnPressed.connect(self._tell_side)
        self._use_side = QPushButton(tr("Use This Size"), self)
        self._use_side.setObjectName("by_hand_use_side")
        self._use_side.setAccessibleName(tr("Use this size"))
        self._use_side.setToolTip(tr("Try the net on images of so many pixels a side."))
        self._use_side.setAutoDefault(False)
        self._use_side.clicked.connect(self._tell_side)
        self._size = QWidget(self)
        sized = QHBoxLayout(self._size)
        sized.setContentsMargins(0, 0, 0, 0)
        sized.addWidget(self._side)
        sized.addWidget(self._use_side)
        sized.addStretch(1)
        self._side_label = QLabel(tr("Side of the images"), self)
        self._side_label.setBuddy(self._side)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(tr("Images by hand"), images)
        form.addRow(self._side_label, self._size)
        form.addRow(self._classes_label, classes)
        form.addRow("", self._wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what was typed; it does not press the dialog's Close."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _box(self, name: str, spoken: str, tip: str) -> Combo:
        box = Combo(self)
        box.setObjectName(name)
        box.setAccessibleName(spoken)
        box.setToolTip(tip)
        box.activated.connect(self._tell_way)
        return box

    def show_way(self, way: Preprocessing | None) -> None:
        """The way in use; none hides the form's half of it."""
        self._way = way
        self.setVisible(way is not None)
        if way is None:
            return
        for box, value in (
            (self._scale, way.scale),
            (self._turn, way.turned),
            (self._fit, way.fit),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        with QSignalBlocker(self._transposed):
            self._transposed.setChecked(way.transposed)

    def show_side(self, side: int) -> None:
        """Pixels a side of the images of bare weights that do not tell it; else 0."""
        self._size.setVisible(side > 0)
        self._side_label.setVisible(side > 0)
        if side > 0:
            self._side.setValue(side)

    def show_classes(self, names: Sequence[str]) -> None:
        """Names of the outputs; none for a net that tells no classes."""
        self._count = len(names)
        self._classes.setVisible(bool(names))
        self._classes_label.setVisible(bool(names))
        self._wrong.hide()
        text = " ".join(names) if not any(" " in name for name in names) else ", ".join(names)
        self._names.setText(text)

    @Slot()
    def _tell_way(self, *_: object) -> None:
        if self._way is not None:
            way = replace(
                self._way,
                scale=str(self._scale.currentData()),
                turned=int(self._turn.currentData()),
                fit=str(self._fit.currentData()),
                transposed=self._transposed.isChecked(),
            )
            if way != self._way:
                self._way = way
                self.way_chosen.emit(way)

    @Slot()
    def _tell_side(self) -> None:
        self._side.interpretText()
        self.side_typed.emit(self._side.value())

    @Slot()
    def _tell_names(self) -> None:
        names = read_names(self._names.text(), self._count)
        wrong = ""
        if len(names) != self._count:
            wrong = tr(
                "The net has {count} outputs, these are {given} names.",
                count=self._count,
                given=len(names),
            )
        elif len(set(names)) != len(names):
            twice = next(name for name in names if names.count(name) > 1)
            wrong = tr("“{twice}” is there twice; each output has a name of its own.", twice=twice)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        if not wrong:
            self.classes_named.emit(names)


def read_names(text: str, count: int) -> tuple[str, ...]:
    """Names with commas, or else spaces, between them; a word of ``count`` characters is spelt out."""
    parts = text.split(",") if "," in text else text.split()
    names = tuple(part.strip() for part in parts if part.strip())
    return tuple(names[0]) if len(names) == 1 and len(names[0]) == count else names
