"""How a number is shared out among pixels."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from ffstudio.core.look.attribution import INPUT, INTEGRATED, OCCLUDED, AttributionRule
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox

METHODS = say_all(
    {
        INTEGRATED: "Integrated Gradients",
        INPUT: "Gradient × Input",
        OCCLUDED: "Occlusion",
    }
)
# Where in the range of pixels the baseline is.
_BASELINES = say_all({"dark": "From Black", "middle": "From Grey", "bright": "From White"})
_SHARES = {"dark": 0.0, "middle": 0.5, "bright": 1.0}
_USUAL = AttributionRule()


class AttributionControls(QWidget):
    """See the module docstring.

    Signals:
        changed(): Another rule.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wants_attribution_controls")
        self.method = self._combo(
            "method",
            tr("Method"),
            tr(
                "Integrated gradients add up to the difference to the baseline; gradient × input "
                "looks at the image alone; occlusion covers squares of it and measures what is lost."
            ),
            METHODS,
        )
        self.baseline = self._combo(
            "baseline",
            tr("Baseline"),
            tr("The image that stands for nothing: attribution begins there."),
            _BASELINES,
        )
        self.most = self._whole(
            "most",
            tr("Most gradients"),
            tr(
                "Integrated gradients look closer where they do not add up yet, with at most so "
                "many gradients."
            ),
            (40, 5000, _USUAL.most),
        )
        self.most.setPrefix(tr("at most "))
        self.most.setSingleStep(100)
        self.patch = self._whole(
            "patch", tr("Square"), tr("Side of the square that is covered."), (1, 14, _USUAL.patch)
        )
        self.patch.setSuffix(tr(" pixels"))
        flow = FlowLayout(self, spacing=8)
        for widget in (self.method, self.baseline, self.most, self.patch):
            flow.addWidget(widget)
        self._show_parts()

    def _combo(self, name: str, spoken: str, tip: str, entries: dict[str, str]) -> Combo:
        made = Combo(self)
        made.setObjectName(f"wants_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(tip)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, text in entries.items():
            made.addItem(text, key)
        made.currentIndexChanged.connect(self._tell)
        return made

    def _whole(self, name: str, spoken: str, tip: str, values: tuple[int, int, int]) -> QSpinBox:
        made = WholeBox(self)
        made.setObjectName(f"wants_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(tip)
        made.setRange(values[0], values[1])
        made.setValue(values[2])
        made.valueChanged.connect(self._tell)
        return made

    def rule(self, low: float, high: float) -> AttributionRule:
        """What is set, for pixels of that range."""
        share = _SHARES[str(self.baseline.currentData())]
        return AttributionRule(
            str(self.method.currentData()),
            low + share * (high - low),
            self.most.value(),
            patch=self.patch.value(),
        )

    def _show_parts(self) -> None:
        method = self.method.currentData()
        self.most.setVisible(method == INTEGRATED)
        self.patch.setVisible(method == OCCLUDED)

    @Slot()
    def _tell(self, *_: object) -> None:
        if hasattr(self, "patch"):
            self._show_parts()
            self.changed.emit()
