"""The row above the plots: what runs along x, the scale, the smoothing, and all of it in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from ffstudio.core.numbers import write_number
from ffstudio.core.run.history import X_AXES
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.panel import RememberedWidget

_AXIS_TITLES = say_all(
    {
        "step": "Step",
        "epoch": "Epoch",
        "seconds": "Seconds",
        "images": "Images",
        "multiply_adds": "Multiply-Adds",
    }
)
_SMOOTHING = 80


class CurvesControls(QWidget):
    """See the module docstring.

    Signals:
        axis_chosen(axis): One of :data:`~ffstudio.core.run.history.X_AXES`.
        log_chosen(log): Logarithmic y-axes or not.
        smoothing_chosen(smoothing): 0 (raw) to 0.99.
        turns_chosen(marked): Where held-out curves turn is to be marked or not.
        fit_wanted(): Everything shall be in view.
    """

    axis_chosen = Signal(str)
    log_chosen = Signal(bool)
    smoothing_chosen = Signal(float)
    turns_chosen = Signal(bool)
    fit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curves_controls")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, spacing=8)
        flow.setContentsMargins(8, 0, 8, 0)

        self._axis = Combo(self)
        self._axis.setObjectName("curves_axis_combo")
        self._axis.setAccessibleName(tr("X-axis"))
        self._axis.setToolTip(
            tr(
                "What runs along the x-axis.\nStep compares mini-batches, Epoch compares passes over "
                "the data,\nSeconds compares the time each net has really taken, Images what it has learnt "
                "from,\nMultiply-Adds the work it took, counted for each net by itself."
            )
        )
        for axis in X_AXES:
            self._axis.addItem(_AXIS_TITLES[axis], axis)
        self._axis.currentIndexChanged.connect(lambda _: self.axis_chosen.emit(self.axis))
        flow.addWidget(_label(tr("X-axis"), self._axis))

        self._log = QCheckBox(tr("Log Scale"), self)
        self._log.setObjectName("curves_log_check")
        self._log.setAccessibleName(tr("Log Scale"))
        self._log.setToolTip(
            tr(
                "Draws the losses on a logarithmic axis: small losses are told apart better.\n"
                "A loss of zero has no place there and leaves a gap."
            )
        )
        self._log.toggled.connect(self.log_chosen)
        flow.addWidget(self._log)

        self._turns = QCheckBox(tr("Mark Turns"), self)
        self._turns.setObjectName("curves_turns_check")
        self._turns.setAccessibleName(tr("Mark Turns"))
        self._turns.setToolTip(
            tr(
                "Marks the epoch to stop at, where the held-out loss of a net (or its error, where no "
                "loss is measured)\nis lowest, once it has risen by more than noise since."
            )
        )
        self._turns.setChecked(True)
        self._turns.toggled.connect(self.turns_chosen)
        flow.addWidget(self._turns)

        self._smoothing = QSlider(Qt.Orientation.Horizontal, self)
        self._smoothing.setObjectName("curves_smoothing_slider")
        self._smoothing.setAccessibleName(tr("Smoothing"))
        self._smoothing.setRange(0, 99)
        self._smoothing.setValue(_SMOOTHING)
        self._smoothing.setFixedWidth(90)
        self._smoothing.setToolTip(
            tr(
                "Averages the loss over about 1 ÷ (1 − smoothing) steps: 0.90 is ten steps, 0.99 is "
                "a hundred. The raw values stay behind it, faint."
            )
        )
        self._smoothing_text = _SteadyLabel(self)
        self._smoothing_text.setObjectName("curves_smoothing_label")
        self._smoothing.valueChanged.connect(self._tell_smoothing)
        self._tell_smoothing()
        flow.addWidget(_label(tr("Smoothing"), self._smoothing, self._smoothing_text))

        fit = QPushButton(tr("Fit View"), self)
        fit.setObjectName("curves_fit_button")
        fit.setAccessibleName(tr("Fit View"))
        fit.setToolTip(
            tr(
                "Shows everything and follows new values again.\nIn a plot: wheel magnifies along x, "
                "Ctrl+wheel along y, a drag moves, a double click fits."
            )
        )
        fit.clicked.connect(self.fit_wanted)
        flow.addWidget(fit)

    @property
    def axis(self) -> str:
        """One of :data:`~ffstudio.core.run.history.X_AXES`."""
        return str(self._axis.currentData())

    def choose_among(self, axes: Sequence[str]) -> None:
        """Has the first of these run along the x-axis, unless one of them does."""
        if axes and self.axis not in axes:
            self._axis.setCurrentIndex(self._axis.findData(axes[0]))

    @property
    def is_log(self) -> bool:
        return self._log.isChecked()

    @property
    def smoothing(self) -> float:
        """0 (raw) to 0.99."""
        return self._smoothing.value() / 100

    @Slot()
    def _tell_smoothing(self) -> None:
        self._smoothing_text.setText(write_number(self.smoothing, ".2f"))
        self.smoothing_chosen.emit(self.smoothing)

    def controls_to_remember(self) -> dict[str, RememberedWidget]:
        """The controls whose state is kept, by name."""
        return {
            "axis": self._axis,
            "log": self._log,
            "turns": self._turns,
            "smoothing": self._smoothing,
        }


class AddCurvesButton(QToolButton):
    """Has other programs' curves laid over those shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curves_add_button")
        self.setText(tr("Add Curves…"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setAccessibleName(tr("Add Curves…"))
        self.setToolTip(
            tr(
                "Lays another program's curves over those shown: a Keras CSVLogger table, a "
                "history's JSON or TensorBoard's event files. They can be dropped here too."
            )
        )


class _SteadyLabel(QLabel):
    """A number that keeps its width while its digits change."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return hint.expandedTo(QSize(self.fontMetrics().horizontalAdvance("0.00") + 2, 0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _label(text: str, *widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    label = QLabel(text, holder)
    label.setBuddy(widgets[0])
    row.addWidget(label)
    for widget in widgets:
        row.addWidget(widget)
    return holder
