"""One image, and the label embedded in it moved from class to class."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import (
    QLabel,
    QScrollArea,
    QSlider,
    QWidget,
)

from ffstudio.core.look.label_looks import LabelLooks, look_at_labels, why_no_label_looks
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.flow import FlowBar
from ffstudio.gui.forms.sample_choice import ChosenImage, SampleChoice
from ffstudio.gui.panels.labels.label_figure import LabelFigure
from ffstudio.gui.panels.labels.label_view import LabelView
from ffstudio.gui.panels.labels.looks_painter import Scrub
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.15


class LabelsPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("labels_panel")
        self.setAccessibleName(tr("Labels"))
        self.setMinimumWidth(320)
        self._scrub = Scrub()
        self._figure = LabelFigure(self._scrub, lambda: self._sample.name_image())
        self._task = LatestTask(self, name="label-looks", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._look, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(self, lambda: self._figure if self._scrub.looks else None, studio.message.emit)
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        self.links.picture_changed.connect(self._sample.set_picture)
        if self.links.picture is not None:
            self._sample.set_picture(self.links.picture)
        self._update_state()
        self.pace.ask()

    # --- building -------------------------------------------------------------------

    def _build(self) -> None:
        self._view = LabelView(self._scrub, self._themes, self)
        self._view.label_wanted.connect(self.embed)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("labels_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        self._frame = ViewFrame(
            self,
            "labels",
            tr(
                "One image carries each label in turn: how every layer answers, and how good each "
                "label looks to it."
            ),
            self._scroll,
            controls=[self._controls()],
        )

    def _controls(self) -> QWidget:
        bar = FlowBar("labels_controls", self)
        self._sample = SampleChoice("labels", self._studio, bar)
        self._sample.changed.connect(self._look_again)
        self._slider = QSlider(Qt.Orientation.Horizontal, bar)
        self._slider.setObjectName("labels_slider")
        self._slider.setAccessibleName(tr("Embedded label"))
        self._slider.setToolTip(tr("The label that the image carries; digits choose it too."))
        self._slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self._slider.setFixedWidth(200)
        self._slider.setPageStep(1)
        self._slider.valueChanged.connect(self._embed)
        self._name = QLabel(bar)
        self._name.setObjectName("labels_name_label")
        bar.add(self._sample, self._slider, self._name)
        return bar

    # --- for others -------------------------------------------------------------------

    @property
    def looks(self) -> LabelLooks | None:
        """What is shown."""
        return self._scrub.looks

    @property
    def label(self) -> int:
        """The label that is embedded."""
        return self._scrub.label

    @property
    def compared_with(self) -> int:
        """The label that it is compared with."""
        return self._scrub.true

    @Slot(int)
    def embed(self, label: int) -> None:
        """Embeds another label; one that is not there changes nothing."""
        if 0 <= label <= self._slider.maximum():
            self._slider.setValue(label)

    def first_control(self) -> QWidget | None:
        return self._slider

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return [self._figure]

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"source": self._sample.source_choice}

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._task.close(1.0)

    # --- following the studio -----------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._update_state()
        self.look_again(self.pace)

    @Slot(object)
    def _take_data(self, *_: object) -> None:
        self._sample.take_data()
        self._update_state()
        self.look_again(self.pace)

    @Slot()
    def _look_again(self) -> None:
        self._update_state()
        self.pace.hurry()

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot = self._studio.snapshot
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open one.")
        if snapshot.ff is None:
            return tr(
                "This model has no Forward-Forward net, and only that carries labels.\n"
                "Train with Forward-Forward switched on."
            )
        return why_no_label_looks(snapshot.ff) or self._sample.image()[1]

    def _update_state(self) -> None:
        why = self.why_empty()
        if why:
            self._scrub.looks = None
            self._task.forget()
        elif self._scrub.looks is None:
            why = tr("Looking…")
        self._frame.show(why)
        self._slider.setEnabled(not why)

    def _look(self) -> None:
        """Has the image looked at under every label, in the background."""
        snapshot, (image, _) = self._studio.snapshot, self._sample.image()
        if self.why_empty() or snapshot is None or snapshot.ff is None or image is None:
            self._update_state()
            return
        self._task.submit(_look_at, snapshot, image)

    @Slot(object)
    def _take(self, made: tuple[ModelSnapshot, ChosenImage, LabelLooks]) -> None:
        snapshot, image, looks = made
        if self.why_empty():
            return
        scrub = self._scrub
        is_first = scrub.looks is None
        scrub.looks, scrub.names = looks, snapshot.class_names
        scrub.is_known = image.label is not None and image.label < looks.num_labels
        scrub.true = (
            int(image.label) if scrub.is_known and image.label is not None else looks.answer
        )
        with QSignalBlocker(self._slider):
            self._slider.setMaximum(looks.num_labels - 1)
            if is_first:
                self._slider.setValue(scrub.true)
        scrub.label = self._slider.value()
        self._update_state()
        self._show()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._scrub.looks = None
        self._frame.show(message)

    @Slot(int)
    def _embed(self, label: int) -> None:
        self._scrub.label = label
        self._show()

    def _show(self) -> None:
        self._name.setText(tr("Label {name}", name=self._scrub.name(self._scrub.label)))
        self._view.refresh()


def _look_at(
    snapshot: ModelSnapshot, image: ChosenImage
) -> tuple[ModelSnapshot, ChosenImage, LabelLooks]:
    assert snapshot.ff is not None  # noqa: S101 - asked with such a net only
    return snapshot, image, look_at_labels(snapshot.ff, image.x)
