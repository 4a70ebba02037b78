"""Which classes each net takes for which, live, and the images behind every cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.look.affordable import predict_affordable
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import say_all, tr
from ffstudio.gui.figures.clipboard import copy_figure, install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.confusion.cell_gallery import CellGallery
from ffstudio.gui.panels.confusion.cell_shares import MODES
from ffstudio.gui.panels.confusion.cell_words import JudgedImages, say_cell
from ffstudio.gui.panels.confusion.matrix_view import ConfusionView
from ffstudio.gui.panels.confusion.side_by_side import SideBySide
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.jobs.activities import Activity
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.1
NAMES = say_all({"ff": "Forward-Forward", "bp": "Backprop"})
# A matrix that would be narrower stands below the other one.
_NARROWEST = 260
_TALLEST = 340


@dataclass(frozen=True, eq=False)
class Predictions:
    """Predicted labels of a set, per algorithm."""

    snapshot: ModelSnapshot | None
    samples: Samples
    labels: dict[str, npt.NDArray[np.integer]]
    is_whole: bool = False


class ConfusionPanel(Panel):
    """Matrices of both nets and a gallery."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("confusion_panel")
        self.setMinimumWidth(300)
        self._is_exported = False
        self._task = LatestTask(self, name="confusion")
        self._errand = Errand()
        # What judges all images, though one costs much, for a user who asked for it.
        self._activity: Activity | None = None
        self._task.done.connect(self._take_predictions)
        self._task.failed.connect(self._tell_failure)
        self._labels: dict[str, npt.NDArray[np.integer]] = {}
        # Whose predictions these are: the snapshot (None: the run's) and the images.
        self._labels_of: tuple[ModelSnapshot | None, Samples | None] = (None, None)
        self._run_data: PreparedData | None = None
        self._was_shown = False
        self._nets: set[str] = set(NAMES)
        # The nets, algorithm and cell whose images the gallery shows.
        self._chosen: tuple[int, str, int, int] | None = None
        self._asked: tuple[ModelSnapshot | None, Samples | None] = (None, None)
        self._past: object = None
        self.pace = self.make_pace(self._update, _LEAST_PAUSE_S, self._task)
        self._build()
        studio.epoch_done.connect(self._take_epoch)
        studio.snapshot_changed.connect(self._take_snapshot)
        # Nobody shall click on a cell of other images meanwhile.
        studio.data_changed.connect(self.pace.at_once)
        studio.judged_images.changed.connect(self.pace.at_once)
        studio.status_changed.connect(self._take_status)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)
        self.pace.now()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {
            "set": self._set,
            "numbers": self._mode,
            "difference": self._show_difference,
        }

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._errand.call_off()
        self._task.close()
        self._gallery.close_task()

    def figures(self) -> list[Figure]:
        """For export, judged now if nobody has looked; those without a matrix are left out."""
        self._is_exported = True
        self._match_labels()
        self._is_exported = False
        self.pace.complete()
        return [v for v in (*self._views.values(), self._difference) if v.counts is not None]

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._set = Combo(self)
        self._set.setObjectName("confusion_set")
        self._set.setAccessibleName(tr("Set"))
        self._set.setToolTip(
            tr(
                "Which images are judged. Automatic: those the run is judged on, "
                "or the test images where the nets may have learnt from the others."
            )
        )
        for text, value in (
            (tr("Automatic"), ""),
            (tr("Test set"), "test"),
            (tr("Validation set"), "validation"),
        ):
            self._set.addItem(text, value)
        self._set.currentIndexChanged.connect(self.pace.at_once)
        self._mode = Combo(self)
        self._mode.setObjectName("confusion_mode")
        self._mode.setAccessibleName(tr("Numbers"))
        self._mode.setToolTip(tr("Counts, or percent of a row, a column or all images."))
        for value, text in MODES.items():
            self._mode.addItem(text, value)
        self._mode.currentIndexChanged.connect(self._set_mode)
        for box in (self._set, self._mode):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._show_difference = QCheckBox(tr("Difference"), self)
        self._show_difference.setObjectName("confusion_difference")
        self._show_difference.setAccessibleName(tr("Difference"))
        self._show_difference.setToolTip(
            tr(
                "Forward-Forward's numbers minus backprop's; in their place where there is no room for "
                "three matrices."
            )
        )
        self._show_difference.toggled.connect(self.pace.at_once)
        self._copy = QToolButton(self)
        self._copy.setObjectName("copy_confusion_button")
        self._copy.setAccessibleName(tr("Copy what is shown"))
        self._copy.setToolTip(
            tr(
                "Copy the matrices as they are shown, as a table and a picture. Ctrl+C copies the one "
                "that has the keyboard."
            )
        )
        self._copy.clicked.connect(self._copy_matrix)
        bar = FlowLayout(spacing=6)
        # What the numbers are of, where that is not the whole set.
        self._judged = QLabel(tr("± for 95%"), self)
        self._judged.setObjectName("confusion_judged")
        self._judged.setProperty("muted", True)
        self._judged.setToolTip(
            tr(
                "While a run goes on, its epochs are judged on a fixed sample, the last one on all "
                "images. Run › Judge Epochs On changes it."
            )
        )
        self._judged.hide()
        self._judge_all = QToolButton(self)
        self._judge_all.setObjectName("judge_all_button")
        self._judge_all.setText(tr("Judge All"))
        self._judge_all.setToolTip(
            tr(
                "One image costs this net much work, so a sample was judged, always the same. This "
                "judges all images, which may take minutes and can be cancelled."
            )
        )
        self._judge_all.clicked.connect(self._want_all)
        self._judge_all.hide()
        for widget in (
            self._set,
            self._mode,
            self._show_difference,
            self._copy,
            self._judged,
            self._judge_all,
        ):
            bar.addWidget(widget)

        self._views = {a: ConfusionView(a, NAMES[a], self._themes, self) for a in ("ff", "bp")}
        self._difference = ConfusionView("difference", tr("FF − BP"), self._themes, self)
        holder = QWidget(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._row.setContentsMargins(0, 0, 0, 0)
        for algorithm, view in self._views.items():
            view.cell_chosen.connect(lambda r, c, a=algorithm: self._choose(a, r, c))
            self._row.addWidget(view, 1)
        self._difference.cell_chosen.connect(lambda r, c: self._choose("ff", r, c))
        self._row.addWidget(self._difference, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)

        self._gallery = CellGallery(self._themes, self)
        self._gallery.image_chosen.connect(self.links.choose_image)
        self._gallery.failed.connect(self._tell_failure)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(scroll)
        self._split.addWidget(self._gallery)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(0, False)
        self._split.setSizes([420, 170])

        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        # How images are handed over that the nets have not learnt from.
        self._handed = QLabel(self)
        self._handed.setObjectName("confusion_handed")
        self._handed.setAccessibleName(tr("How these images are handed to the nets"))
        self._handed.setProperty("muted", True)
        self._handed.setWordWrap(True)
        self._handed.hide()
        layout.addLayout(bar)
        layout.addWidget(self._handed)
        layout.addWidget(self._split, 1)
        install_copy(self, self._current_figure, self._studio.message.emit)

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._copy.setIcon(icon("copy", theme))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Chooses what there is room for: a difference out of sight would be no use."""
        views = (*self._views.values(), self._difference)
        difference = self._difference.counts is not None and self._show_difference.isChecked()
        alone = difference and self.width() < 3 * _NARROWEST
        for algorithm, view in self._views.items():
            view.setVisible(algorithm in self._nets and not alone)
        self._difference.setVisible(difference)
        wide = self.width() >= _NARROWEST * sum(not v.isHidden() for v in views)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        for view in views:
            # Below each other they scroll, and need not be tiny.
            view.setMinimumHeight(0 if wide else min(self.width(), _TALLEST))

    # --- where the predictions come from --------------------------------------------------

    def _data(self) -> PreparedData | None:
        """The images judged: a run keeps its own even if the experiment's data change."""
        if self._studio.status.is_active and self._run_data is not None:
            return self._run_data
        return self._studio.judged_images.data

    def _samples(self) -> Samples | None:
        data = self._data()
        return data.samples(self._which()) if data is not None else None

    def _which(self) -> str:
        wanted = str(self._set.currentData())
        data = self._data()
        if wanted == "" and data is not None:
            return data.evaluated_on if data is self._run_data else self._studio.judged_on
        return wanted or "test"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._was_shown:
            # The gallery gets what two matrices side by side leave.
            self._was_shown = True
            above = min(round(0.65 * self.height()), self.width() // 2 + 70)
            if self.width() >= 2 * _NARROWEST:
                self._split.setSizes([above, self.height() - above])

    @Slot(object)
    def _take_snapshot(self, _snapshot: object) -> None:
        # Also while hidden: a matrix of a net that is gone would be the first thing seen.
        self._show_nets()
        self.look_again(self.pace)

    def _update(self) -> None:
        """Shows what is known, and has the predictions that are missing computed."""
        self._match_labels()
        self._show()

    def _match_labels(self) -> None:
        """Makes the predicted labels those of the images and, at rest, of the net shown."""
        snapshot, samples, which = self._studio.snapshot, self._samples(), self._which()
        past = self._studio.past
        turned, self._past = past is not self._past, past
        other = self._labels_of[1] is not samples or turned
        if other:
            # Predictions for other images would be laid beside the wrong labels.
            self._labels, self._labels_of = {}, (None, samples)
        judged = any(e.evaluated_on == which for e in self._studio.last_epochs.values())
        if self._studio.status.is_active or (past is not None and judged):
            # During a run the engine judges each epoch; nothing is computed twice.
            if other and samples is not None:
                self._labels = {
                    algorithm: epoch.predictions_of(len(samples))
                    for algorithm, epoch in self._studio.last_epochs.items()
                    if epoch.evaluated_on == which
                }
        elif self._mismatch() or snapshot is None or samples is None:
            self._labels, self._labels_of = {}, (None, samples)
        elif self._labels and self._labels_of[0] is snapshot:
            return
        elif (self.pace.is_shown or self._is_exported) and not (
            self._asked[0] is snapshot and self._asked[1] is samples
        ):
            # Until the new ones are there, the ones before stay.
            self._judge(snapshot, samples)

    def _judge(
        self, snapshot: ModelSnapshot, samples: Samples, activity: Activity | None = None
    ) -> None:
        """Has labels predicted: of all images where that is an activity, else of affordable ones."""
        self._asked = snapshot, samples
        self._errand.call_off()
        self._studio.activities.end(self._activity)
        self._activity = activity
        self._errand = activity.errand if activity is not None else Errand()
        self._task.submit(_predict, snapshot, samples, self._errand, activity is not None)

    @Slot()
    def _want_all(self) -> None:
        snapshot, samples = self._studio.snapshot, self._samples()
        if snapshot is None or samples is None or self._studio.status.is_active:
            return
        title = tr("Judging all images")
        self._judge(snapshot, samples, self._studio.activities.begin(title, self._end_all))
        self._judge_all.hide()

    @Slot()
    def _end_all(self) -> None:
        """All images are judged, or nobody wants it any more: the sample stays."""
        activity, self._activity = self._activity, None
        if activity is not None:
            activity.errand.call_off()
            self._studio.activities.end(activity)
            self._asked = (None, None)
            self.pace.ask()

    def _mismatch(self) -> str:
        """Why there is nothing to show, or nothing."""
        snapshot, data = self._studio.snapshot, self._data()
        if snapshot is None:
            return tr("Train a net or open one, and its mistakes appear here.")
        if snapshot.role != "classifier":
            article = "an" if snapshot.role[0] in "aeiou" else "a"
            return tr(
                "This net is {article} {role}: it tells no classes apart.",
                article=article,
                role=snapshot.role,
            )
        if snapshot.why_no_pictures:
            return tr(
                "{why_no_pictures} There is nothing to judge it on.",
                why_no_pictures=snapshot.why_no_pictures,
            )
        if data is None:
            return tr("There is no data set to judge the net on.")
        fits = (data.num_inputs, data.num_classes) == (snapshot.num_inputs, snapshot.num_classes)
        if not fits and self._studio.judged_images.is_trying:
            return tr("Trying how these pictures are handed to the net…")
        if not fits:
            return tr(
                "{data_title} does not fit this net: it takes {num_inputs} pixels and tells "
                "{num_classes} classes apart.",
                data_title=data.title,
                num_inputs=snapshot.num_inputs,
                num_classes=snapshot.num_classes,
            )
        if not len(data.samples(self._which())):
            return tr("No images are held back for validation; choose the test set.")
        return ""

    @Slot(object)
    def _take_predictions(self, predicted: Predictions | None) -> None:
        if predicted is None:
            return  # nobody wanted them any more
        self._asked = (None, None)
        if self._activity is not None and predicted.is_whole:
            self._end_all()
        if self._studio.status.is_active or predicted.samples is not self._samples():
            return
        if predicted.snapshot is self._studio.snapshot:
            self._labels = predicted.labels
            self._labels_of = predicted.snapshot, predicted.samples
            self._show()
            if self._chosen is not None and self._chosen[0] != self._studio.shown.number:
                self._choose(*self._chosen[1:])  # the images were other nets'

    @Slot(object)
    def _take_epoch(self, event: EpochDone) -> None:
        samples = self._samples()
        if (
            self._studio.past is None
            and samples is not None
            and event.evaluated_on == self._which()
        ):
            # A new dict: the old one may belong to predictions of a snapshot.
            kept = self._labels if self._labels_of[1] is samples else {}
            self._labels = {**kept, event.algorithm: event.predictions_of(len(samples))}
            self._labels_of = (None, samples)
            self.pace.ask()

    @Slot(RunStatus)
    def _take_status(self, status: RunStatus) -> None:
        if status is RunStatus.STARTING:
            self._end_all()
            self._errand.call_off()
            self._task.forget()
            self._asked = (None, None)
            self._run_data = self._studio.data
            self._labels, self._labels_of = {}, (None, self._samples())
        elif status is RunStatus.IDLE:
            self._run_data = None
        self.pace.now()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._end_all()
        self._asked = (None, None)
        self.complain(UserError(tr("The matrix could not be made"), message, details), self.pace)

    # --- showing ----------------------------------------------------------------------------

    def _show(self) -> None:
        why, data = self._mismatch(), self._data()
        handed = self._studio.judged_images.text
        self._handed.setText(handed)
        self._handed.setVisible(bool(handed))
        self._gallery.keep_only(self._samples())
        counts: dict[str, npt.NDArray[np.int64]] = {}
        images: dict[str, JudgedImages] = {}
        names = data.class_names if data is not None else ()
        for algorithm, view in self._views.items():
            labels = self._labels.get(algorithm)
            if why or labels is None or data is None:
                view.show_counts(None, (), why or self._waiting(algorithm))
                continue
            true = data.samples(self._which()).y
            if len(labels) != len(true):
                view.show_counts(None, (), tr("Waiting for the next epoch…"))
                continue
            counts[algorithm] = confusion_counts(true, labels, len(names))
            count = int(counts[algorithm].sum())
            images[algorithm] = JudgedImages(self._which(), data.title, count, len(true))
            view.show_counts(counts[algorithm], names, images=images[algorithm])
        # Of the same images only.
        both = len(counts) == 2 and images["ff"] == images["bp"]
        self._show_difference.setEnabled(both)
        if both:
            self._difference.show_difference(counts["ff"], counts["bp"], names, images["ff"])
        else:
            self._difference.show_counts(None, ())
        self._copy.setEnabled(bool(counts))
        self._judged.setVisible(any(one.is_sample for one in images.values()))
        self._show_nets()

        is_at_rest = not self._studio.status.is_active and self._activity is None
        is_kept = self._studio.past is None
        sample = next((one for one in images.values() if one.is_sample), None)
        self._judge_all.setVisible(sample is not None and is_at_rest and is_kept)
        words = tr("± for 95%")
        if sample is not None and not self._studio.status.is_active:
            words = tr("{images}; ± for 95%", images=sample.text)
        self._judged.setText(words)

    def _show_nets(self) -> None:
        """A matrix for each net there is."""
        snapshot, made = self._studio.snapshot, self._studio.trained_spec
        if self._studio.status.is_active and made is not None:
            has = {"ff": made.trains_ff, "bp": made.trains_bp}
        elif snapshot is not None:
            has = {"ff": snapshot.ff is not None, "bp": snapshot.bp is not None}
        else:
            has = dict.fromkeys(self._views, True)
        self._nets = {algorithm for algorithm, there in has.items() if there}
        self._arrange()

    def _waiting(self, algorithm: str) -> str:
        if self._studio.status.is_active:
            return tr("{NAMES} is judged after its first epoch.", NAMES=NAMES[algorithm])
        return tr("Judging {NAMES}…", NAMES=NAMES[algorithm])

    @Slot(int)
    def _set_mode(self, index: int) -> None:
        for view in (*self._views.values(), self._difference):
            view.set_mode(str(self._mode.itemData(index)))

    def _current_figure(self) -> Figure | None:
        """The matrix that has the keyboard, or else all that are shown."""
        focused = [v for v in self._list_shown() if v.hasFocus()]
        return focused[0] if focused else self._figure_as_shown()

    def _list_shown(self) -> list[ConfusionView]:
        views = (*self._views.values(), self._difference)
        return [v for v in views if v.counts is not None and not v.isHidden()]

    def _figure_as_shown(self) -> Figure | None:
        shown = self._list_shown()
        return shown[0] if len(shown) == 1 else SideBySide(shown) if shown else None

    @Slot()
    def _copy_matrix(self) -> None:
        figure = self._figure_as_shown()
        if figure is not None:
            copy_figure(figure)
            self._studio.message.emit(tr("Copied {figure_title}", figure_title=figure.figure_title))

    # --- gallery ------------------------------------------------------------------------------

    def _choose(self, algorithm: str, true: int, predicted: int) -> None:
        data, snapshot, which = self._data(), self._studio.snapshot, self._which()
        labels = self._labels.get(algorithm)
        if data is None or labels is None or snapshot is None:
            return
        samples = data.samples(which)
        if len(labels) == len(samples):
            rows = np.flatnonzero((samples.y == true) & (labels == predicted))
            name, judged = self._studio.net_name, labels >= 0
            of = int(np.count_nonzero((samples.y == true) & judged))
            words = say_cell(
                data.class_names[true], data.class_names[predicted], len(rows), of, which
            )
            epoch = f", {name.epoch}" if name is not None and name.epoch else ""
            caption = f"{NAMES[algorithm]}{epoch} — {words}"
            self._chosen = self._studio.shown.number, algorithm, true, predicted
            self._gallery.show_cell(caption, snapshot, data, which, rows, (true, predicted))


def _predict(
    snapshot: ModelSnapshot, samples: Samples, errand: Errand, judges_all: bool
) -> Predictions | None:
    """What each net says of the images; None when that was called off."""
    nets = {"ff": snapshot.ff, "bp": snapshot.bp}
    try:
        judged: dict[str, npt.NDArray[np.integer]] = {
            a: predict_affordable(net, samples, errand, judges_all)
            for a, net in nets.items()
            if net is not None
        }
    except CalledOff:
        return None
    return Predictions(snapshot, samples, judged, judges_all)
