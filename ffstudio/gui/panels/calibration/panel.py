"""Calibration: of images named with so much confidence, how many are named rightly, for both nets."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.calibration import FEW, NetCalibration, calibrate_net, split_for_fit
from ffstudio.core.look.fixed_sample import MOST_IMAGES, FixedSample, draw_sample
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.two_nets import has_net
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.panels.calibration.reliability import (
    CalibrationFigure,
    Reliability,
    paint_reliability,
    reliability_height,
)
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.5
PLAIN, FITTED = "plain", "fitted"
BY_WIDTH, BY_COUNT = "width", "count"

# Held-out images, those a temperature is fitted on, and training images.
_Samples = tuple[FixedSample, FixedSample | None, FixedSample | None]


class CalibrationView(QWidget):
    """Paints the charts."""

    def __init__(
        self, shown: Reliability, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("calibration_view")
        self.setAccessibleName(tr("Reliability of both nets"))
        self.setToolTip(
            tr(
                "A dot on the dashed line: of images named with that confidence, as many are named "
                "rightly.\nBelow it the net is surer than it is right, above it less sure. Upright "
                "lines: so far the accuracy is known from that many images (95% intervals); dots of "
                "fewer than {few} are not joined.",
                few=FEW,
            )
        )
        self._shown, self._themes = shown, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """There are other values."""
        words = [". ".join([name, *self._shown.say(name)]) for name in self._shown.nets]
        self.setAccessibleDescription(". ".join(words))
        self._fit()
        self.update()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.setMinimumHeight(
            round(reliability_height(self.width() - 16, self._shown, metrics)) + 16
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        paint_reliability(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), theme, self._shown)


class CalibrationPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("calibration_panel")
        self.setAccessibleName(tr("Calibration"))
        self.setMinimumWidth(300)
        self._shown = Reliability()
        self._drawn_from: tuple[PreparedData, str, bool, _Samples] | None = None
        self._asked: tuple[object, object] = (None, None)
        self._errand = Errand()
        self._task = LatestTask(self, name="calibration")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._figure = CalibrationFigure(self._shown)
        self._build()
        install_copy(self, lambda: self._figure if self._shown.nets else None, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.data_state_changed.connect(self._look)
        studio.judged_images.changed.connect(self._look)
        self._show_state()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._mode = Combo(self)
        self._mode.setObjectName("calibration_mode")
        self._mode.setAccessibleName(tr("Confidence"))
        self._mode.setToolTip(
            tr(
                "The softmax of the scores as they come (temperature 1), or with the temperature that "
                "fits other images of the same set best. It changes how sure a net is, not what it "
                "says."
            )
        )
        self._mode.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._mode.addItem(tr("Confidence as It Comes"), PLAIN)
        self._mode.addItem(tr("Fitted Temperature"), FITTED)
        self._mode.currentIndexChanged.connect(self._change_mode)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._mode)
        self._bins = Combo(self)
        self._bins.setObjectName("calibration_bins")
        self._bins.setAccessibleName(tr("Bins"))
        self._bins.setToolTip(
            tr(
                "Images of like confidence are put together: in 15 bins of equal width, or in up to "
                "15 with equally many images, at least {few} each.",
                few=FEW,
            )
        )
        self._bins.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._bins.addItem(tr("Bins of Equal Width"), BY_WIDTH)
        self._bins.addItem(tr("Bins with Equally Many Images"), BY_COUNT)
        self._bins.currentIndexChanged.connect(self._change_mode)
        row.addWidget(self._bins)
        row.addStretch(1)
        self._about = make_about_label(self, "calibration_about")
        self._view = CalibrationView(self._shown, self._themes, self)
        scroll = QScrollArea(self)
        scroll.setObjectName("calibration_scroll")
        scroll.setAccessibleName(tr("Charts of both nets"))
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._view)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._about)
        column.addWidget(scroll, 1)
        self._frame = ViewFrame(
            self,
            "calibration",
            tr(
                "Whether a net is as sure as it is right: of the images that it names with 90% "
                "confidence, nine in ten should be named rightly."
            ),
            full,
        )

    # --- to read ------------------------------------------------------------------------

    @property
    def calibrations(self) -> Mapping[str, NetCalibration]:
        """What was measured, by algorithm."""
        return self._shown.nets

    def first_control(self) -> QWidget | None:
        return self._mode

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"mode": self._mode, "bins": self._bins}

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        return [self._figure]

    def shutdown(self) -> None:
        """Ends the background thread."""
        self.pace.close()
        self._errand.call_off()
        self._task.close(1.0)

    # --- measuring ----------------------------------------------------------------------

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open a run, and this view follows it.")
        if snapshot.why_no_pictures:
            return snapshot.why_no_pictures
        if not any(has_net(snapshot, algorithm) for algorithm in ("ff", "bp")):
            return tr("This net tells no classes apart, so it has no confidence in any.")
        return self.why_no_images(snapshot, data, self._studio.judged_images.is_trying)

    def _samples(self) -> _Samples | None:
        """The images that are judged, the very same objects each time."""
        data, which = self._studio.judged_images.data, self._studio.judged_on
        if data is None:
            return None
        has_trained = self._studio.trained_spec is not None
        drawn = self._drawn_from
        if drawn is None or drawn[0] is not data or drawn[1:3] != (which, has_trained):
            held = draw_sample(data.samples(which), which)
            rest = split_for_fit(data.samples(which), held, MOST_IMAGES)
            if rest is None and len(held) >= 100:
                # All images were drawn: one half is looked at, the other fits.
                held, rest = _halve(held)
            train = draw_sample(data.train, "train") if has_trained and len(data.train) else None
            drawn = self._drawn_from = data, which, has_trained, (held, rest, train)
        return drawn[3]

    @Slot()
    def _look(self, *_: object) -> None:
        if self.why_empty():
            self._shown.nets, self._asked = {}, (None, None)
            self._task.forget()
        self._show_state()
        self.look_again(self.pace)

    def _measure(self) -> None:
        snapshot, samples = self._studio.snapshot, self._samples()
        if self.why_empty() or snapshot is None or samples is None:
            return
        if self._asked[0] is snapshot and self._asked[1] is samples:
            return
        self._asked = snapshot, samples
        self._errand.call_off()
        self._errand = Errand()
        self._task.submit(_calibrate, snapshot, samples, self._errand)

    @Slot(object)
    def _take(self, made: tuple[ModelSnapshot, _Samples, dict[str, NetCalibration]] | None) -> None:
        if made is None or made[0] is not self._asked[0] or self.why_empty():
            return
        snapshot, samples, nets = made
        self._shown.nets = nets
        goodness = tr("goodness summed over the layers that vote")
        if snapshot.ff is not None and snapshot.ff.kind.scores_are_logits:
            goodness = tr("the read-out's logits")
        self._shown.scale_words = {"ff": goodness, "bp": tr("the output's logits")}
        self._say_images(snapshot, samples)
        self._change_mode()

    def _say_images(self, snapshot: ModelSnapshot, samples: _Samples) -> None:
        data = self._studio.judged_images.data
        title = data.title if data is not None else ""
        held, fitted_on, train = samples
        said = [
            tr(
                "Epoch\u00a0{epoch}: {images}.",
                epoch=number_text(round(snapshot.epoch, 2)),
                images=held.describe(title),
            )
        ]
        if fitted_on is not None:
            said.append(
                tr(
                    "The temperature is fitted on {count} other {which} images.",
                    count=write_number(len(fitted_on), ","),
                    which=fitted_on.which,
                )
            )
        else:
            said.append(tr("There are too few images to fit a temperature on others."))
        if train is not None:
            said.append(
                tr("Beside them {count} training images.", count=write_number(len(train), ","))
            )
        said.append(self._studio.judged_images.text)
        self._about.setText(" ".join(filter(None, said)))

    @Slot()
    def _change_mode(self, *_: object) -> None:
        self._shown.is_fitted = self._mode.currentData() == FITTED
        self._shown.is_by_count = self._bins.currentData() == BY_COUNT
        self._show_state()
        self._view.refresh()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = (None, None)
        title = tr("The confidence could not be measured")
        self.complain(UserError(title, message, details), self.pace)

    def _show_state(self) -> None:
        why = self.why_empty()
        if not why and not self._shown.nets:
            why = tr("Measuring…")
        self._frame.show(why)


def _halve(sample: FixedSample) -> tuple[FixedSample, FixedSample]:
    halves = [
        FixedSample(sample.x[k::2], sample.y[k::2], sample.rows[k::2], sample.which, sample.total)
        for k in (0, 1)
    ]
    return halves[0], halves[1]


def _calibrate(
    snapshot: ModelSnapshot, samples: _Samples, errand: Errand
) -> tuple[ModelSnapshot, _Samples, dict[str, NetCalibration]] | None:
    held, fitted_on, train = samples
    nets = {"ff": snapshot.ff, "bp": snapshot.bp}
    try:
        made = {
            algorithm: calibrate_net(net, held, fitted_on, train, errand)
            for algorithm, net in nets.items()
            if net is not None and has_net(snapshot, algorithm)
        }
    except CalledOff:
        return None
    return snapshot, samples, made
