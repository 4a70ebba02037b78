"""Layer-wise accuracy, live: each layer alone, summed up to it, and without the first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.layers.layer_figures import DecidersFigure, LayersOverTime
from ffstudio.gui.panels.layers.measured import (
    TITLES,
    Measured,
    ShownLayers,
    measure,
    measure_accuracies,
)
from ffstudio.gui.panels.layers.views import ClassesView, TimesView
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from ffstudio.jobs.through_time import ThroughTime

_LEAST_PAUSE_S = 0.3
TIME, CLASSES, ALL = "time", "classes", ""


class LayersPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("layers_panel")
        self.setMinimumWidth(300)
        self._shown = ShownLayers()
        self._asked: tuple[object, object] = (None, None)
        self._task = LatestTask(self, name="layers")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._through = ThroughTime(
            studio, measure_accuracies, self._give_sample, self, name="layers"
        )
        self._through.changed.connect(self._take_times)
        self._build()
        self._times_figure = LayersOverTime(self._shown)
        self._deciders = DecidersFigure(self._shown)
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.data_state_changed.connect(self._look)
        self._show_state()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._parts = Combo(self)
        self._parts.setObjectName("layers_parts")
        self._parts.setAccessibleName(tr("What is shown"))
        self._parts.setToolTip(tr("The course over the epochs, the classes, or both."))
        for text, value in (
            (tr("Over Time and by Class"), ALL),
            (tr("Over Time"), TIME),
            (tr("By Class"), CLASSES),
        ):
            self._parts.addItem(text, value)
        self._parts.currentIndexChanged.connect(self._arrange)
        self._sum = Combo(self)
        self._sum.setObjectName("layers_sum")
        self._sum.setAccessibleName(tr("Accuracy by class"))
        self._sum.setToolTip(
            tr(
                "Whose accuracy the table of classes shows: that of a layer alone, of all layers up to "
                "it added up, or of those from the second one up to it."
            )
        )
        for which, title in TITLES.items():
            self._sum.addItem(title, which)
        self._sum.currentIndexChanged.connect(self._choose_sum)
        bar = FlowLayout(spacing=8)
        bar.setContentsMargins(8, 0, 8, 0)
        for box in (self._parts, self._sum):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            bar.addWidget(box)
        self._about = make_about_label(self, "layers_about")
        self._times = TimesView(self._themes, self._shown, self)
        self._classes = ClassesView(self._themes, self._shown, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._times)
        column.addWidget(self._classes)
        column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("layers_scroll")
        self._scroll.setAccessibleName(tr("Accuracy of the layers"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self._about)
        column.addWidget(self._scroll, 1)
        self._frame = ViewFrame(
            self,
            "layers",
            tr(
                "How many images each layer's goodness names rightly, by itself and together with "
                "those below it, and which layer settles the answer."
            ),
            full,
        )

    # --- to read ------------------------------------------------------------------------

    @property
    def measured(self) -> Measured | None:
        """What is shown of the nets that are looked at."""
        return self._shown.measured

    @property
    def epochs(self) -> list[float]:
        """The moments in the charts."""
        return [epoch for epoch, _ in self._shown.over_time]

    def first_control(self) -> QWidget | None:
        """What to show."""
        return self._parts

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"parts": self._parts, "sum": self._sum}

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        self._through.complete()
        self._take_times()
        figures: list[Figure] = [self._times_figure, self._deciders]
        return [f for f in figures if not f.figure_size().isEmpty()] or figures[:1]

    def shutdown(self) -> None:
        """Ends its threads."""
        self.pace.close()
        self._through.close()
        self._task.close(1.0)

    # --- measuring ----------------------------------------------------------------------

    def _give_sample(self) -> tuple[Any, ...] | None:
        sample = self.choose_sample()
        return None if sample is None or self.why_no_goodness() else (sample,)

    @Slot()
    def _look(self, *_: object) -> None:
        if self.why_no_goodness():
            self._shown.measured = None
            self._asked = (None, None)
            self._task.forget()
        self._show_state()
        self.look_again(self.pace)

    def _measure(self) -> None:
        snapshot, sample = self._studio.snapshot, self.choose_sample()
        if self.why_no_goodness() or snapshot is None or sample is None:
            return
        self._through.look()
        if self._asked[0] is snapshot and self._asked[1] is sample:
            return
        self._asked = snapshot, sample
        self._task.submit(measure, snapshot, sample)

    @Slot(object)
    def _take(self, measured: Measured | None) -> None:
        if measured is None or measured.snapshot is not self._asked[0] or self.why_no_goodness():
            return
        snapshot, data = measured.snapshot, self._studio.data
        self._shown.measured = measured
        self._shown.class_names = snapshot.class_names
        self._through.add(snapshot.epoch, measured.accuracies)
        if data is not None:
            self._about.setText(
                tr(
                    "Measured on {images}. Epoch\u00a0{epoch}. ± holds in 95 of 100 cases.",
                    images=measured.scores.sample.describe(data.title),
                    epoch=number_text(round(snapshot.epoch, 2)),
                )
            )
        self._show_state()
        self._take_times()
        self._classes.refresh()

    @Slot()
    def _take_times(self) -> None:
        layers = self._shown.num_layers
        self._shown.over_time = [
            point for point in self._through.points if len(point[1].shares["alone"]) == layers
        ]
        past = self._studio.past
        snapshot = past.snapshot if past is not None else None
        self._shown.at = snapshot.epoch if snapshot is not None else None
        self._times.refresh()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = (None, None)
        title = tr("The layers could not be measured")
        self.complain(UserError(title, message, details), self.pace)

    # --- showing ------------------------------------------------------------------------

    def _show_state(self) -> None:
        why = self.why_no_goodness()
        if not why and self._shown.measured is None:
            why = tr("Measuring…")
        self._frame.show(why)

    @Slot()
    def _arrange(self) -> None:
        parts = self._parts.currentData()
        self._times.setVisible(parts != CLASSES)
        self._classes.setVisible(parts != TIME)
        self._sum.setEnabled(parts != TIME)

    @Slot()
    def _choose_sum(self) -> None:
        self._classes.which = self._deciders.which = str(self._sum.currentData())
        self._classes.refresh()

    def _figure_to_copy(self) -> Figure | None:
        if self._shown.measured is None:
            return None
        return self._deciders if self._parts.currentData() == CLASSES else self._times_figure
