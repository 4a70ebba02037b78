"""How an image is raised: where it begins, how far and how often it goes, and what holds it back."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.look.ascent import GREY, IMAGE, NOISE, AscentRule
from ffstudio.core.look.image_gradients import LABEL, LAYER, UNIT
from ffstudio.core.numbers import number_text
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import RealBox, WholeBox
from ffstudio.gui.forms.section import Section

_STARTS = say_all({GREY: "From Grey", NOISE: "From Noise", IMAGE: "From an Image"})
_USUAL = AscentRule()


class AscentControls(QWidget):
    """See the module docstring.

    Signals:
        changed(): Another rule.
        follow_changed(follows): New weights shall, or shall no longer, be followed.
        stretch_changed(stretched): Images shall be painted so, or no longer.
        run_wanted(), cancel_wanted(), pad_wanted(): A button was pressed.
    """

    changed = Signal()
    follow_changed = Signal(bool)
    stretch_changed = Signal(bool)
    run_wanted = Signal()
    cancel_wanted = Signal()
    pad_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wants_ascent_controls")
        self.start = Combo(self)
        self.start.setObjectName("wants_start")
        self.start.setAccessibleName(tr("Start"))
        self.start.setToolTip(tr("The image that it begins with."))
        self.start.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for key, text in _STARTS.items():
            self.start.addItem(text, key)
        self.start.currentIndexChanged.connect(self._tell)
        self.seed = self._whole("seed", tr("Seed"), tr("Other seeds, other noise."), 1, 9999, 1)
        self.seed.setPrefix(tr("seed "))
        self.sheet = QCheckBox(tr("Sheet"), self)
        self.sheet.setObjectName("wants_sheet_check")
        self.sheet.setAccessibleName(tr("Sheet"))
        self.sheet.setToolTip(
            tr("All labels of the layer at once, or as many of its first units as is said here.")
        )
        self.sheet.setChecked(True)
        self.sheet.toggled.connect(self._tell)
        self.count = self._whole(
            "count", tr("Units on the sheet"), tr("So many first units of the layer."), 1, 100, 20
        )
        self.count.setPrefix(tr("units "))
        self.follow = QCheckBox(tr("Follow Training"), self)
        self.follow.setObjectName("wants_follow_check")
        self.follow.setAccessibleName(tr("Follow training"))
        self.follow.setToolTip(
            tr("Makes the images anew when the weights change, as often as one core has time for.")
        )
        self.follow.setChecked(True)
        self.follow.toggled.connect(self.follow_changed)
        self.stretch = QCheckBox(tr("Stretch Contrast"), self)
        self.stretch.setObjectName("wants_stretch_check")
        self.stretch.setAccessibleName(tr("Stretch contrast"))
        self.stretch.setToolTip(
            tr(
                "Paints each image from its darkest to its brightest pixel; otherwise as images of "
                "the data are."
            )
        )
        self.stretch.setChecked(True)
        self.stretch.toggled.connect(self.stretch_changed)
        self._run = self._button("run", tr("Make Anew"), tr("Begins again at the start."))
        self._run.clicked.connect(self.run_wanted)
        self._cancel = self._button(
            "cancel", tr("Cancel"), tr("Ends it; what has been made stays.")
        )
        self._cancel.clicked.connect(self.cancel_wanted)
        self._pad = self._button(
            "pad",
            tr("Put on the Pad"),
            tr("Puts the large image on the drawing pad, where every label is scored."),
        )
        self._pad.clicked.connect(self.pad_wanted)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("wants_progress")
        self._progress.setAccessibleName(tr("Steps made"))
        self._progress.setToolTip(tr("How many steps have been made."))
        self._progress.setFormat("%v / %m")
        self._progress.setFixedWidth(120)
        bar = FlowLayout(spacing=8)
        for widget in (
            self.start, self.seed, self.sheet, self.count, self.follow, self.stretch, self._run, self._cancel,
            self._pad, self._progress,
        ):  # fmt: skip
            bar.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(bar)
        column.addWidget(self._build_rule())
        self._kind = LABEL
        self.show_progress(0, 0)
        self._show_parts()

    def _build_rule(self) -> QWidget:
        self.section = Section("wants_rule", tr("How It Is Raised"), self, is_part=True)
        self.steps = self._whole(
            "steps", tr("Steps"), tr("How often the gradient is followed."), 1, 2000, _USUAL.steps
        )
        self.step = self._real(
            "step",
            tr("First step"),
            tr("How far pixels go in the first step (root mean square); later ones adapt."),
            (0.001, 1.0, _USUAL.step),
        )
        self.smoothness = self._real(
            "smoothness",
            tr("Smoothness"),
            tr("Weight of the squared differences between neighbours, held against the image."),
            (0.0, 100.0, _USUAL.smoothness),
        )
        self.shrinking = self._real(
            "shrinking",
            tr("L2"),
            tr("Weight of half the sum of squared pixels, held against the image."),
            (0.0, 100.0, _USUAL.shrinking),
        )
        self._low = self._real(
            "low", tr("Darkest"), tr("No pixel gets darker than that."), (-10.0, 10.0, 0.0)
        )
        self._high = self._real(
            "high", tr("Brightest"), tr("No pixel gets brighter than that."), (-10.0, 10.0, 1.0)
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        fields = (self.steps, self.step, self.smoothness, self.shrinking, self._low, self._high)
        for i, control in enumerate(fields):
            label = QLabel(control.accessibleName(), self)
            label.setBuddy(control)
            grid.addWidget(label, i // 2, 2 * (i % 2), Qt.AlignmentFlag.AlignRight)
            grid.addWidget(control, i // 2, 2 * (i % 2) + 1)
        grid.setColumnStretch(4, 1)
        self.section.column.addLayout(grid)
        self.section.set_open(False)
        self._say_rule()
        return self.section

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        made = QPushButton(text, self)
        made.setObjectName(f"wants_{name}_button")
        made.setAccessibleName(text)
        made.setToolTip(tip)
        return made

    def _whole(self, name: str, spoken: str, tip: str, low: int, high: int, now: int) -> QSpinBox:
        made = WholeBox(self)
        made.setObjectName(f"wants_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(tip)
        made.setRange(low, high)
        made.setValue(now)
        made.valueChanged.connect(self._tell)
        return made

    def _real(
        self, name: str, spoken: str, tip: str, values: tuple[float, float, float]
    ) -> RealBox:
        made = RealBox(self)
        made.setObjectName(f"wants_{name}")
        made.setAccessibleName(spoken)
        made.setToolTip(tip)
        made.setDecimals(3)
        made.setRange(values[0], values[1])
        made.setSingleStep(0.1 if values[1] > 1 else 0.02)
        made.setValue(values[2])
        made.valueChanged.connect(self._tell)
        return made

    # --- what is chosen -----------------------------------------------------------------------

    @property
    def rule(self) -> AscentRule:
        """What is set."""
        low, high = sorted((self._low.value(), self._high.value()))
        return AscentRule(
            self.steps.value(),
            self.step.value(),
            self.smoothness.value(),
            self.shrinking.value(),
            low,
            high if high > low else low + 1e-3,
            str(self.start.currentData()),
            self.seed.value(),
        )

    @property
    def begins_with_image(self) -> bool:
        """True when the image chosen above is the start."""
        return bool(self.start.currentData() == IMAGE)

    @property
    def num_wanted(self) -> int:
        """How many are made at once: 1, or all labels (0), or so many first units."""
        if not self.sheet.isChecked() or self._kind == LAYER:
            return 1
        return self.count.value() if self._kind == UNIT else 0

    def set_kind(self, kind: str) -> None:
        """What is wished for: a sheet is of its kind."""
        self._kind = kind
        self._show_parts()

    def set_range(self, low: float, high: float) -> None:
        """The range that the pixels of the net's images have."""
        with QSignalBlocker(self._low), QSignalBlocker(self._high):
            self._low.setValue(low)
            self._high.setValue(high)
        self._say_rule()

    def set_possible(self, is_possible: bool, has_image: bool) -> None:
        """Whether there is something to raise, and something to put on the pad."""
        self._run.setEnabled(is_possible)
        self._pad.setEnabled(has_image)

    def show_progress(self, done: int, total: int) -> None:
        """How many steps have been made; 0 of 0 when nothing is under way."""
        is_busy = total > 0
        self._cancel.setEnabled(is_busy)
        self._progress.setVisible(is_busy)
        self._progress.setMaximum(max(total, 1))
        self._progress.setValue(done)

    def _show_parts(self) -> None:
        self.seed.setVisible(self.start.currentData() == NOISE)
        self.sheet.setVisible(self._kind != LAYER)
        self.count.setVisible(self._kind == UNIT and self.sheet.isChecked())

    def _say_rule(self) -> None:
        rule = self.rule
        self.section.set_note(
            tr(
                "{steps} steps, smoothness {smoothness}, L2 {shrinking}, pixels {low} to {high}",
                steps=rule.steps,
                smoothness=number_text(rule.smoothness),
                shrinking=number_text(rule.shrinking),
                low=number_text(rule.low),
                high=number_text(rule.high),
            )
        )

    @Slot()
    def _tell(self, *_: object) -> None:
        if not hasattr(self, "_high"):
            return  # still being built
        self._show_parts()
        self._say_rule()
        self.changed.emit()
