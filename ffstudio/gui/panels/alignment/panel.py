"""The angle between what each layer learns by itself and what backprop would have it learn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.alignment import Alignment, align, count_followed, why_no_alignment
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.panels.alignment.course import (
    AlignmentFigure,
    Course,
    course_height,
    paint_course,
)
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio
from ffstudio.jobs.through_time import ThroughTime

_LEAST_PAUSE_S = 0.5


class AlignmentView(QWidget):
    """Paints the charts."""

    def __init__(self, course: Course, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alignment_view")
        self.setAccessibleName(tr("Cosines over the epochs"))
        self.setToolTip(
            tr(
                "1: the layer's own gradient points exactly where the other does; 0: they are at "
                "right angles; −1: it points the other way."
            )
        )
        self._course, self._themes = course, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """There are other values."""
        course = self._course
        words = [course.label("with_sum", i) for i in range(course.num_layers)]
        self.setAccessibleDescription(". ".join(words))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(round(course_height(self.width() - 16)) + 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_course(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), theme, self._course)


class AlignmentPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("alignment_panel")
        self.setMinimumWidth(300)
        self._course = Course()
        self._asked: tuple[object, object] = (None, None)
        self._task = LatestTask(self, name="alignment", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._through = ThroughTime(studio, align, self._give, self, name="alignment")
        self._through.changed.connect(self._take_times)
        self._figure = AlignmentFigure(self._course)
        self._build()
        install_copy(self, lambda: self._figure if self._course.now else None, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.data_state_changed.connect(self._look)
        self._show_state()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._past_too = QCheckBox(tr("Kept Epochs Too"), self)
        self._past_too.setObjectName("alignment_kept_check")
        self._past_too.setAccessibleName(tr("Kept Epochs Too"))
        self._past_too.setToolTip(
            tr("Looks at the epochs of the run that are kept on disk, too, while this is in sight.")
        )
        self._past_too.setChecked(True)
        self._past_too.toggled.connect(self._look)
        self._about = make_about_label(self, "alignment_about_label")
        self._view = AlignmentView(self._course, self._themes, self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("alignment_scroll")
        self._scroll.setAccessibleName(tr("Charts of the cosines"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._past_too)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._about)
        column.addWidget(self._scroll, 1)
        self._frame = ViewFrame(
            self,
            "alignment",
            tr(
                "The cosine between the gradient that each layer learns by and two others: the true "
                "one of all layers' losses together, and that of the twin's loss."
            ),
            full,
        )

    # --- to read ------------------------------------------------------------------------

    @property
    def alignment(self) -> Alignment | None:
        """Of the nets that are looked at."""
        return self._course.now

    @property
    def points(self) -> list[tuple[float, Alignment]]:
        """What has been measured, by epoch."""
        return self._course.points

    def first_control(self) -> QWidget | None:
        return self._past_too

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"kept": self._past_too}

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        if self._past_too.isChecked():
            self._through.complete()
        self._take_times()
        return [self._figure]

    def shutdown(self) -> None:
        """Ends its threads."""
        self.pace.close()
        self._through.close()
        self._task.close(1.0)

    # --- measuring ----------------------------------------------------------------------

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        why = self.why_no_goodness()
        snapshot = self._studio.snapshot
        if why or snapshot is None:
            return why
        return why_no_alignment(snapshot, self._studio.trained_spec)

    def _give(self) -> tuple[Any, ...] | None:
        sample, spec = self.choose_sample(), self._studio.newest.spec
        return None if sample is None or spec is None or self.why_empty() else (sample, spec)

    @Slot()
    def _look(self, *_: object) -> None:
        if self.why_empty():
            self._course.now = None
            self._asked = (None, None)
            self._task.forget()
        self._show_state()
        self.look_again(self.pace)

    def _measure(self) -> None:
        snapshot, sample = self._studio.snapshot, self.choose_sample()
        spec = self._studio.trained_spec
        if self.why_empty() or snapshot is None or sample is None or spec is None:
            return
        if self._past_too.isChecked():
            self._through.look()
        if self._asked[0] is snapshot and self._asked[1] is sample:
            return
        self._asked = snapshot, sample
        self._task.submit(_align_now, snapshot, sample, spec)

    @Slot(object)
    def _take(self, made: tuple[ModelSnapshot, Alignment | None]) -> None:
        snapshot, alignment = made
        if alignment is None or self.why_empty():
            return
        self._course.now = alignment
        self._through.add(snapshot.epoch, alignment)
        data, sample = self._studio.data, self.choose_sample()
        if data is not None and sample is not None and snapshot.ff is not None:
            count = count_followed(snapshot.ff, len(sample))
            self._about.setText(
                tr(
                    "Gradients of {count} {which} images of {title}; {how}. Epoch\u00a0{epoch}.",
                    count=write_number(count, ","),
                    which=sample.which,
                    title=data.title,
                    how=_say_negatives(snapshot.ff),
                    epoch=number_text(round(snapshot.epoch, 2)),
                )
            )
        self._show_state()
        self._take_times()

    @Slot()
    def _take_times(self) -> None:
        self._course.points = self._through.points
        self._view.refresh()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = (None, None)
        title = tr("The gradients could not be compared")
        self.complain(UserError(title, message, details), self.pace)

    def _show_state(self) -> None:
        why = self.why_empty()
        if not why and self._course.now is None:
            why = tr("Measuring…")
        self._frame.show(why)


def _align_now(
    snapshot: ModelSnapshot, sample: FixedSample, spec: ExperimentSpec
) -> tuple[ModelSnapshot, Alignment | None]:
    return snapshot, align(snapshot, sample, spec)


def _say_negatives(net: FFSnapshot) -> str:
    """What the images are compared with, if anything."""
    if net.has_label_in_input:
        return tr("as many with a random wrong label beside them")
    if net.kind.has_negatives:
        return tr("each beside a hybrid of it and another one")
    return tr("each layer scores all labels, without negative data")
