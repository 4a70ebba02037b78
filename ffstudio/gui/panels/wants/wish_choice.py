"""Which layer is asked, and what of it: a label, a unit or the layer's own goodness."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ffstudio.core.look.image_gradients import (
    ALONE,
    BEST,
    LABEL,
    LAYER,
    MEAN,
    UNIT,
    Wish,
    kinds_of_wishes,
    why_no_image_gradients,
)
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox

_KINDS = say_all({LABEL: "A Label", UNIT: "A Unit", LAYER: "The Whole Layer"})
_AGAINST = say_all(
    {BEST: "Minus the Best Other", MEAN: "Minus the Mean of Others", ALONE: "By Itself"}
)
# As the label's number: the image's own, or what the net answers.
_ANSWER = -1


class WishChoice(QWidget):
    """See the module docstring.

    Signals:
        changed(): Something else is wished for.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wants_wish")
        self._layer = self._combo("layer", tr("Layer"), tr("The layer that is asked."))
        self.kind = self._combo(
            "kind",
            tr("What of the layer"),
            tr("A label's goodness in the layer, one unit's answer, or the layer's own goodness."),
        )
        self._label = self._combo("label", tr("Label"), tr("The label whose goodness is followed."))
        self._unit = WholeBox(self)
        self._unit.setObjectName("wants_unit")
        self._unit.setAccessibleName(tr("Unit"))
        self._unit.setToolTip(tr("The unit or channel that is followed, counted from 1."))
        self._unit.setPrefix(tr("unit "))
        self._unit.setMinimum(1)
        self._unit.valueChanged.connect(self._tell)
        self.against = self._combo(
            "against",
            tr("Compared with"),
            tr(
                "The label's goodness by itself, less that of the best other label, or less the "
                "mean of the others'."
            ),
        )
        self._embedded = self._combo(
            "embedded",
            tr("Label in the image"),
            tr("The label that the image carries while the unit is followed."),
        )
        for key, text in _AGAINST.items():
            self.against.addItem(text, key)
        for key in (LABEL, UNIT):
            self.kind.addItem(_KINDS[key], key)
        flow = FlowLayout(self, spacing=8)
        for widget in (
            self._layer, self.kind, self._label, self._unit, self.against, self._embedded,
        ):  # fmt: skip
            flow.addWidget(widget)
        self._offered: tuple[object, ...] = ()
        self._show_parts()

    def _combo(self, name: str, spoken: str, tip: str) -> Combo:
        made = Combo(self)
        made.setObjectName(f"wants_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(tip)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.currentIndexChanged.connect(self._tell)
        return made

    # --- what is wished for -------------------------------------------------------------

    @property
    def layer_choice(self) -> QWidget:
        """Where one begins."""
        return self._layer

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        embedded = self._embedded.currentData()
        return Wish(
            str(self.kind.currentData()),
            int(self._layer.currentData() or 0),
            str(self.against.currentData()),
            None if embedded is None or embedded == _ANSWER else int(embedded),
        )

    @property
    def number(self) -> int | None:
        """The label or unit (0-based); None for the label of the image, or the net's answer."""
        kind = self.kind.currentData()
        if kind == UNIT:
            return self._unit.value() - 1
        if kind == LAYER:
            return 0
        label = self._label.currentData()
        return None if label is None or label == _ANSWER else int(label)

    @Slot(int)
    def choose_number(self, number: int) -> None:
        """Chooses another label or unit."""
        if self.kind.currentData() == UNIT:
            self._unit.setValue(number + 1)
        elif self.kind.currentData() == LABEL:
            self._label.setCurrentIndex(max(self._label.findData(number), 0))

    # --- what there is to choose from ---------------------------------------------------------

    def offer(self, snapshot: ModelSnapshot | None) -> None:
        """What the net has; what is chosen stays where it can."""
        ff = None if snapshot is None else snapshot.ff
        is_possible = ff is not None and not why_no_image_gradients(ff)
        kinds: tuple[str, ...] = (LABEL, UNIT)
        labels: tuple[str, ...] = ()
        layers, has_label = 0, False
        if snapshot is not None and ff is not None and is_possible:
            kinds, layers = kinds_of_wishes(ff), len(ff.layers)
            labels, has_label = snapshot.class_names, ff.has_label_in_input
        offered = kinds, layers, labels, has_label
        if is_possible and ff is not None:
            self._fit_unit(ff.layers[min(self.wish.layer, layers - 1)].units)
        if offered == self._offered:
            return
        self._offered = offered
        names = [(tr("Layer {number}", number=i + 1), i) for i in range(layers)]
        _fill(self._layer, names)
        _fill(self.kind, [(_KINDS[kind], kind) for kind in kinds])
        numbered = list(zip(labels, range(len(labels)), strict=True))
        _fill(self._label, [(tr("True Label or Answer"), _ANSWER), *numbered])
        neutral = (tr("A Little of Each Label"), _ANSWER)
        _fill(
            self._embedded,
            [neutral, *((tr("Label {name}", name=name), i) for name, i in numbered)]
            if has_label
            else [],
        )
        self._show_parts()

    def _fit_unit(self, units: int) -> None:
        if self._unit.maximum() != max(units, 1):
            with QSignalBlocker(self._unit):
                self._unit.setMaximum(max(units, 1))

    def _show_parts(self) -> None:
        """The controls that what is chosen has."""
        kind = self.kind.currentData()
        self._label.setVisible(kind == LABEL)
        self.against.setVisible(kind == LABEL)
        self._unit.setVisible(kind == UNIT)
        self._embedded.setVisible(kind == UNIT and self._embedded.count() > 1)

    @Slot()
    def _tell(self, *_: object) -> None:
        self._show_parts()
        self.changed.emit()


def _fill(combo: QComboBox, entries: Sequence[tuple[str, object]]) -> None:
    """Other entries, nothing told; the one that was chosen stays."""
    before = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, data in entries:
            combo.addItem(text, data)
        combo.setCurrentIndex(max(combo.findData(before), 0) if entries else -1)
