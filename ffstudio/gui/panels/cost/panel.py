"""What both nets cost, layer by layer: multiply-adds, memory for activities, and seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ffstudio.core.experiment.stack import StackError
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.layer_times import LayerTime, time_layers
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.panels.cost.bill import NETS, Bill, CostFigure, bill_height, paint_bill
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.panels.view_frame import ViewFrame, make_about_label
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 1.0
_TIMED = 256


class CostView(QWidget):
    """Paints the table and the chart."""

    def __init__(self, bill: Bill, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cost_view")
        self.setAccessibleName(tr("Costs of all layers"))
        self.setToolTip(
            tr(
                "Per image that is learnt from: both passes and the gradients of weights.\n"
                "Forward-Forward holds the activities of one layer at a time, backprop all of them."
            )
        )
        self._bill, self._themes = bill, themes
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """There are other numbers."""
        self._fit()
        rows = [f"{name}: {', '.join(words)}" for name, words in self._bill.rows()]
        self.setAccessibleDescription(". ".join(rows))
        self.update()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self.font())
        self.setMinimumHeight(round(bill_height(self._bill, metrics, self.width() - 16)) + 16)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow table stands in parts below each other."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_bill(painter, QRectF(self.rect()).adjusted(8, 8, -8, -8), theme, self._bill)


class CostPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("cost_panel")
        self.setMinimumWidth(300)
        self._bill = Bill()
        self._figure = CostFigure(self._bill)
        self._timed_of: tuple[object, object] = (None, None)
        self._task = LatestTask(self, name="layer-times", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._count, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(self, lambda: self._figure if self._bill.work else None, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.history_changed.connect(self.pace.ask)
        self._show_state()
        self.pace.ask()

    def _build(self) -> None:
        self._about = make_about_label(self, "cost_about_label")
        self._view = CostView(self._bill, self._themes, self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("cost_scroll")
        self._scroll.setAccessibleName(tr("Table of costs"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._about)
        self._frame = ViewFrame(
            self,
            "cost",
            tr(
                "What every layer costs while it learns, computed and measured: multiply-adds, "
                "memory for activities, seconds."
            ),
            full,
        )

    # --- to read ------------------------------------------------------------------------

    @property
    def bill(self) -> Bill:
        """What is shown."""
        return self._bill

    def first_control(self) -> QWidget | None:
        return self._scroll

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return [self._figure]

    def shutdown(self) -> None:
        """Ends its thread."""
        self.pace.close()
        self._task.close(2.0)

    def why_empty(self) -> str:
        """Why there is nothing to show; empty when there is."""
        snapshot, spec = self._studio.snapshot, self._studio.trained_spec
        if snapshot is None:
            return tr("No net yet. Press Train (Space) or open one.")
        if spec is None or spec.network is not None:
            return tr("Costs are counted for nets of the builder; this one is of another program.")
        return ""

    # --- counting and measuring -------------------------------------------------------------

    @Slot()
    def _look(self, *_: object) -> None:
        self._show_state()
        self.look_again(self.pace)

    def _show_state(self) -> None:
        why = self.why_empty()
        if why:
            self._bill.work, self._bill.times = None, {}
        elif self._bill.work is None:
            why = tr("Counting…")
        self._frame.show(why)

    def _count(self) -> None:
        snapshot, spec, data = (
            self._studio.snapshot, self._studio.trained_spec, self._studio.data
        )  # fmt: skip
        if self.why_empty() or snapshot is None or spec is None:
            self._show_state()
            return
        shape = DataShape(snapshot.image_shape, snapshot.class_names)
        count = len(data.train) if data is not None else None
        try:
            self._bill.work = count_training_work(spec, shape, count)
        except StackError as error:
            self._frame.show(f"{end_sentence(error.reason)} {error.fix}")
            return
        self._bill.history = self._studio.history
        sample = self.choose_sample()
        fits = data is not None and data.image_shape == snapshot.image_shape
        # Times do not depend on what the weights are: a net is measured once, not while it learns.
        asked, is_known = (spec, data), bool(self._bill.times)
        may_time = fits and not self._studio.status.is_active
        if may_time and sample is not None and not (is_known and self._timed_of == asked):
            self._timed_of = asked
            self._task.submit(_time_both, snapshot, sample)
        self._show()

    @Slot(object)
    def _take(self, made: tuple[dict[str, tuple[LayerTime, ...]], int]) -> None:
        self._bill.times, self._bill.timed = made
        self._show()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._about.setText(tr("The layers were not timed: {message}", message=message))

    def _show(self) -> None:
        self._show_state()
        said = [self._bill.training_words()]
        if self._bill.times:
            said.append(
                tr(
                    "The forward pass was measured in NumPy on {count} images, the shortest of five.",
                    count=self._bill.timed,
                )
            )
        elif self._studio.status.is_active:
            said.append(tr("Layers are timed once the run rests."))
        self._about.setText(" ".join(part for part in said if part))
        self._view.refresh()


def _time_both(
    snapshot: ModelSnapshot, sample: FixedSample
) -> tuple[dict[str, tuple[LayerTime, ...]], int]:
    x, labels = sample.x[:_TIMED], sample.y[:_TIMED]
    times = {}
    for name in NETS:
        net = getattr(snapshot, name)
        if net is not None and not (name == "bp" and snapshot.why_no_pictures):
            times[name] = time_layers(net, x, labels)
    return times, len(x)
