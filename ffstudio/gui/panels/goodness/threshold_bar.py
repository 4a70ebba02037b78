"""Another threshold tried out: what it would do to goodness as it is, before it is applied."""

from __future__ import annotations

import math

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.look.thresholds import ThresholdEffect, find_best_threshold
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import RealBox
from ffstudio.gui.panels.goodness.measured import ShownGoodness


class ThresholdBar(QWidget):
    """A layer, a threshold to try, and what comes of it.

    Signals:
        changed(): Another threshold is tried, or none any more.
        applied(layer, threshold): It shall be learnt with.
    """

    changed = Signal()
    applied = Signal(int, float)

    def __init__(self, shown: ShownGoodness, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goodness_threshold_bar")
        self._shown = shown
        self._why_not = ""
        self._is_refreshed = False
        self._layer = Combo(self)
        self._layer.setObjectName("goodness_theta_layer")
        self._layer.setAccessibleName(tr("Layer whose threshold is tried"))
        self._layer.setToolTip(tr("The layer whose threshold is tried out."))
        self._layer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._layer.currentIndexChanged.connect(self._show)
        self._value = RealBox(self)
        self._value.setObjectName("goodness_theta_spin")
        self._value.setAccessibleName(tr("Threshold to try"))
        self._value.setToolTip(
            tr(
                "A threshold to try: type it, step it, or drag θ in the histogram.\nNothing is changed "
                "before Apply."
            )
        )
        self._value.setDecimals(3)
        self._value.setSingleStep(0.05)
        self._value.setRange(-1e6, 1e6)
        self._value.valueChanged.connect(self._try)
        self._best = self._button(
            "best", tr("Best"), tr("Try the threshold that tells positive from negative data best.")
        )
        self._best.clicked.connect(self._try_best)
        self._apply = self._button("apply", tr("Apply"), "")
        self._apply.clicked.connect(self._apply_tried)
        self._reset = self._button("reset", tr("Reset"), tr("Try no threshold any more."))
        self._reset.clicked.connect(self._forget)
        holder = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = FlowLayout(holder, spacing=8)
        for widget in (self._layer, self._value, self._best, self._apply, self._reset):
            flow.addWidget(widget)
        self._effect = QLabel(self)
        self._effect.setObjectName("goodness_theta_effect")
        self._effect.setWordWrap(True)
        self._effect.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(2)
        column.addWidget(holder)
        column.addWidget(self._effect)

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(f"goodness_theta_{name}_button")
        button.setAccessibleName(text)
        button.setToolTip(tip)
        return button

    # --- from outside -------------------------------------------------------------------

    @property
    def effect_text(self) -> str:
        """What is said of the threshold that is tried."""
        return self._effect.text()

    def refresh(self, why_not: str) -> None:
        """Other goodness is shown.

        Args:
            why_not: Why no threshold can be applied now; empty when one can.
        """
        self._why_not = why_not
        layers = [k for k in range(len(self._shown.layers)) if self._shown.has_threshold(k)]
        if [self._layer.itemData(i) for i in range(self._layer.count())] != layers:
            before = self._layer.currentData()
            self._layer.blockSignals(True)
            self._layer.clear()
            for k in layers:
                self._layer.addItem(tr("θ of layer {k}", k=k + 1), k)
            self._layer.setCurrentIndex(max(self._layer.findData(before), 0))
            self._layer.blockSignals(False)
        for k in [k for k in self._shown.tried if k not in layers]:
            del self._shown.tried[k]
        self._is_refreshed = True
        self._show()
        self._is_refreshed = False

    def try_threshold(self, layer: int, threshold: float) -> None:
        """Tries a threshold that was dragged to."""
        self._shown.tried[layer] = round(threshold, 3)
        self._layer.setCurrentIndex(self._layer.findData(layer))
        self._show()
        self.changed.emit()

    # --- inside -------------------------------------------------------------------------

    @property
    def _chosen(self) -> int | None:
        k = self._layer.currentData()
        return int(k) if k is not None and k < len(self._shown.layers) else None

    @Slot()
    def _show(self) -> None:
        k = self._chosen
        if k is None:
            return
        now = self._shown.layers[k].threshold
        tried = self._shown.tried.get(k)
        # A number that is being typed stays as it is.
        if not (self._value.hasFocus() and self._is_refreshed):
            self._value.blockSignals(True)
            self._value.setValue(now if tried is None else tried)
            self._value.blockSignals(False)
        self._apply.setEnabled(tried is not None and not self._why_not)
        self._apply.setToolTip(
            self._why_not
            or tr("Learn with this threshold from the next batch on; Undo takes it back.")
        )
        self._reset.setEnabled(tried is not None)
        before = self._shown.effect(k, now)
        self._effect.setText(
            tr("Drag θ in the histogram, or type another one, to see what it would do.")
            if tried is None
            else _say(before, self._shown.effect(k, tried))
        )

    @Slot(float)
    def _try(self, value: float) -> None:
        k = self._chosen
        if k is not None:
            self._shown.tried[k] = value
            self._is_refreshed = True
            self._show()
            self._is_refreshed = False
            self.changed.emit()

    @Slot()
    def _try_best(self) -> None:
        k = self._chosen
        if k is not None:
            layer = self._shown.layers[k]
            best = find_best_threshold(layer.positive, layer.negative)
            if math.isfinite(best):
                self.try_threshold(k, best)

    @Slot()
    def _forget(self) -> None:
        k = self._chosen
        if k is not None:
            self._shown.tried.pop(k, None)
            self._show()
            self.changed.emit()

    @Slot()
    def _apply_tried(self) -> None:
        k = self._chosen
        if k is not None and k in self._shown.tried:
            self.applied.emit(k, self._shown.tried[k])


def _say(before: ThresholdEffect, after: ThresholdEffect) -> str:
    text = tr(
        "θ {old} → {new}: positive above {above} → {above_2}%, negative below {below} → {below_2}%, "
        "told apart {right} → {right_2}%.",
        old=number_text(before.threshold, digits=3),
        new=number_text(after.threshold, digits=3),
        above=_percent(before.positives_above),
        above_2=_percent(after.positives_above),
        below=_percent(before.negatives_below),
        below_2=_percent(after.negatives_below),
        right=_percent(before.told_apart),
        right_2=_percent(after.told_apart),
    )
    if math.isfinite(before.loss) and math.isfinite(after.loss):
        text += " " + tr(
            "Local loss {loss} → {loss_2}.",
            loss=number_text(before.loss, digits=3),
            loss_2=number_text(after.loss, digits=3),
        )
    return text + " " + tr("The labels that the net names change only once it learns with it.")


def _percent(share: float) -> str:
    return write_number(100 * share, ".1f") if math.isfinite(share) else "–"
