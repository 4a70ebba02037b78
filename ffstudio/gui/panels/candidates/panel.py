"""Goodness confusion, live: every candidate label's mean goodness on the images of each class."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QVBoxLayout, QWidget

from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.layer_scores import LayerScores, score_sample
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.panels.candidates.goodness_matrix import GoodnessMatrix
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.panels.view_frame import ViewFrame
from ffstudio.gui.plots.image_gallery import ImageGallery
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_LEAST_PAUSE_S = 0.3
GOODNESS, LEAD = "goodness", "lead"


class CandidatesPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("candidates_panel")
        self.setMinimumWidth(300)
        self._scores: LayerScores | None = None
        self._asked: tuple[object, object] = (None, None)
        self._chosen: tuple[int, int] | None = None
        self._task = LatestTask(self, name="candidates")
        self._task.done.connect(self._take)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._measure, _LEAST_PAUSE_S, self._task)
        self._build()
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._look)
        studio.data_changed.connect(self._look)
        studio.data_state_changed.connect(self._look)
        self._show_state()
        self.pace.ask()

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._layer = Combo(self)
        self._layer.setObjectName("candidates_layer")
        self._layer.setAccessibleName(tr("Layer"))
        self._layer.setToolTip(tr("Whose goodness: one layer's, or summed over those that vote."))
        self._layer.currentIndexChanged.connect(self._show)
        self._mode = Combo(self)
        self._mode.setObjectName("candidates_mode")
        self._mode.setAccessibleName(tr("Numbers"))
        self._mode.setToolTip(
            tr("The goodness itself, or how much more or less it is than the true label's.")
        )
        for text, value in (
            (tr("Mean Goodness"), GOODNESS),
            (tr("Beside the True Label's"), LEAD),
        ):
            self._mode.addItem(text, value)
        self._mode.currentIndexChanged.connect(self._show)
        bar = FlowLayout(spacing=8)
        for box in (self._layer, self._mode):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            bar.addWidget(box)
        self._about = QLabel(self)
        self._about.setObjectName("candidates_about")
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._matrix = GoodnessMatrix(self._themes, self)
        self._matrix.cell_chosen.connect(self._choose)
        self._gallery = ImageGallery(
            "candidates_gallery",
            "candidates_caption",
            tr("Click a cell to see its images."),
            self._themes,
            self,
        )
        self._gallery.image_chosen.connect(self.links.choose_image)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self._matrix)
        split.addWidget(self._gallery)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setCollapsible(0, False)
        split.setSizes([400, 150])
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(8, 0, 8, 8)
        column.addLayout(bar)
        column.addWidget(self._about)
        column.addWidget(split, 1)
        self._frame = ViewFrame(
            self,
            "candidates",
            tr(
                "How much goodness each label has on the images of each class: bright beside the "
                "diagonal is what the net takes for right though it is wrong."
            ),
            full,
        )

    # --- to read ------------------------------------------------------------------------

    @property
    def scores(self) -> LayerScores | None:
        """What is shown."""
        return self._scores

    def first_control(self) -> QWidget | None:
        """The matrix, or the layer while there is none."""
        return self._matrix

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"mode": self._mode}

    def figures(self) -> list[Figure]:
        """For export; measured now if nobody has looked."""
        self.pace.complete()
        return [self._matrix]

    def why_blank(self, figure: Figure) -> str:
        return self.why_no_goodness()

    def shutdown(self) -> None:
        """Ends the background thread."""
        self.pace.close()
        self._task.close(1.0)

    # --- measuring ----------------------------------------------------------------------

    @Slot()
    def _look(self, *_: object) -> None:
        if self.why_no_goodness():
            self._scores, self._asked = None, (None, None)
            self._task.forget()
        self._show_state()
        self.look_again(self.pace)

    def _measure(self) -> None:
        snapshot, sample = self._studio.snapshot, self.choose_sample()
        if self.why_no_goodness() or snapshot is None or sample is None:
            return
        if self._asked[0] is not snapshot or self._asked[1] is not sample:
            self._asked = snapshot, sample
            self._task.submit(_score, snapshot, sample)

    @Slot(object)
    def _take(self, measured: tuple[ModelSnapshot, LayerScores]) -> None:
        snapshot, scores = measured
        if snapshot is not self._asked[0] or self.why_no_goodness():
            return
        other = self._scores is None or self._scores.sample is not scores.sample
        self._scores = scores
        self._fill_layers(scores.num_layers)
        data = self._studio.data
        if data is not None:
            self._about.setText(
                tr(
                    "Means over {images}. Epoch\u00a0{epoch}.",
                    images=scores.sample.describe(data.title),
                    epoch=number_text(round(snapshot.epoch, 2)),
                )
            )
        if other:
            self._chosen = None
            self._gallery.empty()
        self._show_state()
        self._show()

    def _fill_layers(self, count: int) -> None:
        if self._layer.count() == count + 1:
            return
        before = self._layer.currentData()
        self._layer.blockSignals(True)
        self._layer.clear()
        self._layer.addItem(tr("Summed"), -1)
        for k in range(count):
            self._layer.addItem(tr("Layer {k}", k=k + 1), k)
        self._layer.setCurrentIndex(max(self._layer.findData(before), 0))
        self._layer.blockSignals(False)

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked = (None, None)
        title = tr("The goodness could not be measured")
        self.complain(UserError(title, message, details), self.pace)

    # --- showing ------------------------------------------------------------------------

    def _show_state(self) -> None:
        why = self.why_no_goodness()
        if not why and self._scores is None:
            why = tr("Measuring…")
        self._frame.show(why)
        if why:
            self._matrix.show_goodness(None, (), "", is_lead=False)

    def _layer_chosen(self) -> int | None:
        at = self._layer.currentData()
        return None if at is None or at < 0 else int(at)

    @Slot()
    def _show(self) -> None:
        snapshot = self._studio.snapshot
        if self._scores is None or snapshot is None:
            return
        layer = self._layer_chosen()
        title = tr("Summed goodness") if layer is None else tr("Goodness of layer {k}", k=layer + 1)
        self._matrix.show_goodness(
            self._scores.mean_goodness(layer),
            snapshot.class_names,
            title,
            is_lead=self._mode.currentData() == LEAD,
        )
        if self._chosen is not None and not self._studio.status.is_active:
            self._choose(*self._chosen)

    @Slot(int, int)
    def _choose(self, true: int, candidate: int) -> None:
        """Shows the images of a cell, those that like the wrong label best first."""
        data, scores, snapshot = self._studio.data, self._scores, self._studio.snapshot
        if data is None or scores is None or snapshot is None:
            return
        self._chosen = true, candidate
        goodness = scores.of_layer(self._layer_chosen())
        own = np.flatnonzero(scores.sample.y == true)
        if true == candidate:
            others = goodness[own].copy()
            others[:, true] = -np.inf
            lead = goodness[own, true] - others.max(axis=1)
            order = np.argsort(lead)
            caption = tr(
                "{count} images of {name}, those first whose best wrong label comes nearest: + is the "
                "true label's lead",
                count=write_number(len(own), ","),
                name=snapshot.class_names[true],
            )
        else:
            lead = goodness[own, candidate] - goodness[own, true]
            order = np.argsort(-lead)
            caption = tr(
                "{count} images of {name}, those first on which {other} looks best: + is more goodness "
                "than the true label's",
                count=write_number(len(own), ","),
                name=snapshot.class_names[true],
                other=snapshot.class_names[candidate],
            )
        rows = scores.sample.rows[own[order]]
        texts = [f"{'+' if v >= 0 else '−'}{write_number(abs(v), '.2f')}" for v in lead[order]]
        which = scores.sample.which
        self._gallery.show_images(
            caption, data.samples(which), data.image_shape, which, rows.tolist(), texts
        )

    def _figure_to_copy(self) -> Figure | None:
        return self._matrix if self._matrix.values is not None else None


def _score(snapshot: ModelSnapshot, sample: FixedSample) -> tuple[ModelSnapshot, LayerScores]:
    if snapshot.ff is None:
        raise ValueError("no Forward-Forward net")
    return snapshot, score_sample(snapshot.ff, sample)
