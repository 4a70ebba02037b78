"""Live histograms of what parts in each layer.

Each image's own gap between its labels, or positive against negative data around θ: by itself
the panel shows what the layer's loss works on.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.image_shape import shape_text
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.separation import MOST_IMAGES
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.events import RunStarted
from ffstudio.core.run.status import DataState
from ffstudio.core.words import say_all, tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.view_head import ViewHead
from ffstudio.gui.panels.goodness.goodness_figures import (
    GapsFigure,
    GoodnessFigure,
    LayerAccuracyFigure,
    RidgeFigure,
    SeparationFigure,
)
from ffstudio.gui.panels.goodness.histograms_view import HistogramsView
from ffstudio.gui.panels.goodness.measured import (
    BOTH,
    GAPS,
    POPULATIONS,
    RIDGE,
    Moment,
    Probed,
    ShownGoodness,
    measure_ridge,
    probe,
)
from ffstudio.gui.panels.goodness.threshold_bar import ThresholdBar
from ffstudio.gui.panels.goodness.time_strip import TimeStrip
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.plots.chart import Chart
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio
from ffstudio.jobs.through_time import ThroughTime

_LEAST_PAUSE_S = 0.2

_VIEWS = say_all(
    (
        ("What the Loss Parts", ""),
        ("Gap of Each Image", GAPS),
        ("Positive and Negative", POPULATIONS),
        ("Both", BOTH),
        ("Ridge Over Epochs", RIDGE),
    )
)


class GoodnessPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("goodness_panel")
        self.setAccessibleName(tr("Goodness"))
        self.setMinimumWidth(300)
        self._shown = ShownGoodness()
        self._asked: tuple[ModelSnapshot, PreparedData, str] | None = None
        self._task = LatestTask(self, name="goodness", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._build()
        self._through = ThroughTime(
            studio, measure_ridge, self._give_samples, self, name="goodness"
        )
        self._through.changed.connect(self._take_ridge)
        self._gaps, self._populations = GapsFigure(self._shown), GoodnessFigure(self._shown)
        self._figures: list[Figure] = [
            self._populations,
            self._gaps,
            SeparationFigure(self._shown),
            LayerAccuracyFigure(self._shown),
            RidgeFigure(self._shown),
        ]
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        studio.judged_images.changed.connect(self._take_data)
        studio.data_state_changed.connect(self._take_data)
        studio.run_started.connect(self._restart)
        self._update_state()
        self.pace.ask()

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        controls = self._controls()
        self._about = QLabel(self)
        self._about.setObjectName("goodness_about_label")
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._about.setContentsMargins(8, 0, 8, 0)
        self._empty = QLabel(self)
        self._empty.setObjectName("goodness_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._view = HistogramsView(self._themes, self._shown, self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("goodness_scroll")
        self._scroll.setAccessibleName(tr("Histograms of all layers"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        self._strip = TimeStrip(self._themes, self._shown, self)
        self._bar = ThresholdBar(self._shown, self)
        self._bar.changed.connect(self._view.refresh)
        self._bar.applied.connect(self._apply_threshold)
        self._view.threshold_dragged.connect(self._bar.try_threshold)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        head = ViewHead(
            "goodness",
            tr(
                "How far each layer's goodness parts right labels from wrong ones, or positive from "
                "negative data, and how that came about."
            ),
            full,
        )
        head.why_wanted.connect(lambda: self.links.help_wanted.emit("goodness"))
        column.addWidget(head)
        column.addWidget(controls)
        column.addWidget(self._about)
        column.addWidget(self._bar)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._strip)
        self._full = full
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)

    def _controls(self) -> QWidget:
        bar = FlowBar("goodness_controls", self, spacing=10)
        self._views = Combo(bar)
        self._views.setObjectName("goodness_view_choice")
        self._views.setAccessibleName(tr("What is shown of each layer"))
        self._views.setToolTip(
            tr(
                "Gap of Each Image: goodness of the true label less that of the best wrong one; what "
                "pair losses learn.\n"
                "Positive and Negative: all images with a right against all with a wrong label; what "
                "losses with a threshold learn.\n"
                "What the Loss Parts: of each layer the view that its local loss works on.\n"
                "Ridge Over Epochs: positive and negative data, epoch above epoch."
            )
        )
        for text, view in _VIEWS:
            self._views.addItem(text, view)
        self._views.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._views.currentIndexChanged.connect(self._choose_view)
        bar.add(self._views)
        self._common = QCheckBox(tr("Same Range for All Layers"), bar)
        self._common.setObjectName("goodness_common_check")
        self._common.setAccessibleName(tr("Same Range for All Layers"))
        self._common.setToolTip(
            tr(
                "Gives all layers the same x-axis, so that their goodness can be compared.\n"
                "Otherwise each layer's axis shows its own values as large as possible."
            )
        )
        self._common.toggled.connect(self._set_common_range)
        bar.add(self._common)
        return bar

    # --- state ----------------------------------------------------------------------

    @property
    def probed(self) -> Probed | None:
        """What is shown now."""
        return self._shown.probed

    @property
    def over_time(self) -> list[Moment]:
        """What the layers were like during the run, oldest first."""
        return self._shown.over_time

    @property
    def cells(self) -> list[tuple[int, str]]:
        """The histograms in sight: layer (0-based) and view."""
        return self._shown.cells

    def gap_text(self, layer: int) -> str:
        """How many images are above 0 in a layer (0-based), as shown."""
        return self._shown.gap_text(layer)

    def side_text(self, layer: int) -> str:
        """How much lies on the right side of a layer's (0-based) threshold, as shown."""
        return self._shown.side_text(layer)

    def read_out(self, layer: int) -> str:
        """AUC, d′ and overlap of a layer (0-based) as shown."""
        return self._shown.read_out(layer)

    def chart(self, layer: int, view: str = POPULATIONS) -> Chart:
        """What is painted for a layer (0-based) in a view."""
        return self._shown.chart_of(layer, view, self._themes.theme)

    def first_control(self) -> QWidget | None:
        """The histograms, which can be scrolled."""
        return self._scroll

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        if self._shown.wanted == RIDGE:
            self._through.complete()
        return [f for f in self._figures if not f.figure_size().isEmpty()] or self._figures[:1]

    def _figure_to_copy(self) -> Figure | None:
        if self._shown.probed is None:
            return None
        if self._shown.wanted == RIDGE:
            return self._figures[-1]
        return self._gaps if GAPS in self._shown.kinds_of_view else self._populations

    def why_empty(self) -> str:
        """Why there is nothing to show, or an empty text."""
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        if snapshot is None:
            return tr(
                "No net yet.\nPress Train (Space): each layer's goodness appears here, positive "
                "against negative data."
            )
        if snapshot.ff is None:
            return tr(
                "This model has no Forward-Forward net, so there is no goodness to show.\n"
                "Train with Forward-Forward switched on."
            )
        if data is None:
            state, message = self._studio.data_state
            if state is DataState.LOADING:
                return message or tr("Loading the data…")
            return tr("There are no images to measure. {message}", message=message).strip()
        if data.num_inputs != snapshot.num_inputs or data.num_classes != snapshot.num_classes:
            return tr(
                "The net was trained on {size} images in {num_classes} classes; "
                "{data_title} has {other_size} images in {num_classes_2}.\n"
                "Choose the data set it was trained on, or train again.",
                size=shape_text(snapshot.image_shape),
                num_classes=snapshot.num_classes,
                data_title=data.title,
                other_size=shape_text(data.image_shape),
                num_classes_2=data.num_classes,
            )
        which = self._studio.judged_on
        if not len(data.samples(which)):
            return tr(
                "{data_title} has no {which} images to measure.", data_title=data.title, which=which
            )
        return ""

    def _update_state(self) -> None:
        why = self.why_empty()
        if why:
            self._shown.probed = None
            self._task.forget()
            self._asked = None
        elif self._shown.probed is None:
            why = tr("Measuring…")
        self._empty.setText(why)
        self._stack.setCurrentWidget(self._empty if why else self._full)
        self._strip.setVisible(len(self._shown.over_time) > 1)

    # --- measuring ------------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        past = self._shown.over_time
        layers = len(snapshot.ff.layers) if snapshot is not None and snapshot.ff else 0
        is_earlier = past and snapshot and snapshot.epoch < past[-1].epoch
        # Going back in time leaves the time that has passed as it is.
        if past and (len(past[0].aucs) != layers or (is_earlier and not self._studio.past)):
            past.clear()
        self._update_state()
        self.look_again(self.pace)

    @Slot()
    def _take_data(self, *_: object) -> None:
        self._update_state()
        self.look_again(self.pace)

    @Slot(object)
    def _restart(self, event: RunStarted) -> None:
        if not event.resumed:
            self._shown.over_time.clear()
            self._update_state()

    def _measure(self) -> None:
        """Has the newest weights measured in the background."""
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        if self.why_empty() or snapshot is None or snapshot.ff is None or data is None:
            return
        which, asked = self._studio.judged_on, self._asked
        if asked is not None and asked[0] is snapshot and asked[1] is data and asked[2] == which:
            return
        self._asked = snapshot, data, which
        samples = data.samples(which)
        self._task.submit(probe, snapshot.ff, snapshot.version, snapshot.epoch, samples, which)

    @Slot(object)
    def _take(self, probed: Probed) -> None:
        snapshot, data = self._studio.snapshot, self._studio.judged_images.data
        if self.why_empty() or snapshot is None or data is None:
            return
        if snapshot.ff is None or len(snapshot.ff.layers) != len(probed.layers):
            return
        self._shown.probed = probed
        spec = self._studio.trained_spec
        self._shown.losses = tuple(layer.loss for layer in spec.layers) if spec is not None else ()
        self._shown.class_loss = spec.ff.class_loss if spec is not None else ""
        self._shown.sharpness = spec.ff.sharpness if spec is not None else 1.0
        past = self._shown.over_time
        if not past or probed.epoch > past[-1].epoch:
            past.append(Moment.of(probed))
            if len(past) > 2000:  # a long run keeps its shape in half the points
                del past[1:-1:2]
        self._say_what_is_shown()
        self._update_state()
        if self._give_samples() is not None:
            ridge = tuple(
                (layer.positive.astype(np.float32), layer.negative.astype(np.float32))
                for layer in probed.layers
            )
            self._through.add(probed.epoch, ridge)
            self._through.look()
        self._bar.refresh(self._why_not_apply())
        self._view.refresh()
        self._strip.update()

    # --- the ridge, and another threshold -------------------------------------------

    def _give_samples(self) -> tuple[Any, ...] | None:
        """The images that ridges are measured on; None while nobody looks at any."""
        data = self._studio.data
        if self._shown.wanted != RIDGE or data is None or self.why_empty():
            return None
        return (data.samples(self._studio.judged_on),)

    @Slot()
    def _take_ridge(self) -> None:
        self._shown.ridge = self._through.points
        self._view.refresh()

    def _why_not_apply(self) -> str:
        """Why a threshold cannot be applied, a sentence; empty when it can."""
        spec, made = self._studio.spec, self._studio.newest.spec
        if self._studio.past is not None:
            return tr("Back at an earlier moment nothing is changed: go back to now first.")
        if not spec.trains_ff or made is None or len(spec.layers) != len(self._shown.layers):
            return tr("The builder's experiment has other layers than the net that is shown.")
        return ""

    @Slot(int, float)
    def _apply_threshold(self, layer: int, threshold: float) -> None:
        """Has the experiment, and the run that is under way, learn with another threshold."""
        why = self._why_not_apply()
        if why:
            self._studio.message.emit(why)
            return
        spec = self._studio.spec
        layers = list(spec.layers)
        layers[layer] = dataclasses.replace(layers[layer], threshold=threshold)
        text = tr("Threshold of layer {k}", k=layer + 1)
        self._studio.edits.edit(spec.replace(layers=tuple(layers)), text)
        self._studio.message.emit(
            tr("θ of layer {k} is {value} from the next batch on.", k=layer + 1, value=threshold)
            if self._studio.status.is_active
            else tr("θ of layer {k} is {value} in the experiment.", k=layer + 1, value=threshold)
        )
        self._shown.tried.pop(layer, None)
        self._bar.refresh(self._why_not_apply())
        self._view.refresh()

    def _say_what_is_shown(self) -> None:
        """Images, moment, what parts, and how it is measured."""
        probed, data = self._shown.probed, self._studio.judged_images.data
        if probed is None or data is None:
            return
        count = min(len(data.samples(probed.which)), MOST_IMAGES)
        views = self._shown.kinds_of_view
        compared = (
            tr(", each {about}", about=probed.net.kind.words.about) if POPULATIONS in views else ""
        )
        said = [
            tr(
                "{count} {which} images of {data_title}{compared}. Epoch\u00a0{epoch}.",
                count=write_number(count, ","),
                which=probed.which,
                data_title=data.title,
                compared=compared,
                epoch=number_text(round(probed.epoch, 2)),
            )
        ]
        if GAPS in views:
            said.append(tr("Gap: the true label's goodness less that of the best wrong one."))
        health = self._shown.health_text()
        said += [*self._shown.aims, self._shown.no_gaps, health]
        self._about.setText(" ".join(sentence for sentence in said if sentence))
        self._bar.setVisible(
            POPULATIONS in views
            and any(self._shown.has_threshold(k) for k in range(len(self._shown.layers)))
        )

    @Slot()
    def _choose_view(self) -> None:
        self._shown.wanted = self._views.currentData()
        if self._shown.wanted == RIDGE:
            self._asked = None  # the moment that is shown is a row of the ridge too
            self.pace.ask()
            self._through.look()
        self._say_what_is_shown()
        self._view.refresh()
        self._strip.update()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = None
        self._shown.probed = None
        self._empty.setText(tr("The goodness could not be measured: {message}", message=message))
        self._stack.setCurrentWidget(self._empty)

    @Slot(bool)
    def _set_common_range(self, common: bool) -> None:
        self._shown.common_range = common
        self._view.refresh()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"view": self._views, "common_range": self._common}

    def shutdown(self) -> None:
        """Ends the background thread."""
        self.pace.close()
        self._through.close()
        self._task.close(1.0)
