"""What the nets learn from: a look at the images, the classes, and the pairs."""

from __future__ import annotations

import html
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.fields import field_problems
from ffstudio.core.image_shape import shape_text
from ffstudio.core.images.augmentation import augment, changes_images
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import NEGATIVES
from ffstudio.core.numbers import write_number
from ffstudio.core.run.status import DataState
from ffstudio.core.words import tr
from ffstudio.gui.dialogs.missing_data import MissingDataRow
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.view_head import ViewHead
from ffstudio.gui.panels.data.class_histogram import ClassHistogram
from ffstudio.gui.panels.data.gallery import Gallery, changes_text, make_gallery
from ffstudio.gui.panels.data.image_grid import ImageGrid
from ffstudio.gui.panels.data.missing_page import MissingDataPage
from ffstudio.gui.panels.data.reading_row import ReadingRow
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_PAIRS = 512
# A convolution takes long to judge every label of an image: no more than are shown.
_SLOW_PAIRS = 60
_LEAST_PAUSE_S = 0.1


class DataPanel(Panel):
    """Preview, histogram and pairs; or what to do when the data are missing."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("data_panel")
        self.setMinimumWidth(300)
        self._round = 0
        # Of each picture in the grid, the number of its image.
        self._rows = np.empty(0, np.int64)
        # The images in the grid, and what chose and changed them.
        self._grid_of: tuple[PreparedData, tuple[object, ...]] | None = None
        self._task = LatestTask(self, name="pairs")
        self._task.done.connect(self._take_gallery)
        self._task.failed.connect(self._tell_failure)
        self.pace = self.make_pace(self._draw, _LEAST_PAUSE_S, self._task)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._build_data())
        self._missing = MissingDataPage(studio, self)
        self._stack.addWidget(self._missing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._stack)
        studio.data_changed.connect(self._show)
        studio.data_state_changed.connect(self._show_state)
        studio.spec_changed.connect(self.pace.ask)
        studio.snapshot_changed.connect(self._tell_other_input)
        self._tell_other_input(studio.snapshot)
        studio.snapshot_changed.connect(self._take_snapshot)
        self._show(studio.data)
        self._show_state(*studio.data_state)

    def shutdown(self) -> None:
        """Draws no more."""
        self.pace.close()
        self._task.close()

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return {"set": self._set, "tab": self._tabs.tabBar()}

    def figures(self) -> list[Figure]:
        """For export; the pairs too, whose tab need not have been opened."""
        self.pace.catch_up()
        self._show_pairs()
        self._task.finish()
        return [self._grid, self._histogram, self._pairs] if self._studio.data is not None else []

    def first_control(self) -> QWidget | None:
        """What to do about missing images, or which images to look at."""
        row = self._missing.row if self._stack.currentIndex() else self._stand_in
        return row.first_button or self._set

    # --- building -----------------------------------------------------------------------

    def _build_data(self) -> QWidget:
        page = QWidget(self)
        self._title = QLabel(page)
        self._title.setObjectName("data_title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._other_input = QLabel(page)
        self._other_input.setObjectName("data_other_input")
        self._other_input.setWordWrap(True)
        self._other_input.setProperty("muted", True)
        self._other_input.hide()
        self._set = Combo(page)
        self._set.setObjectName("data_set_choice")
        self._set.setAccessibleName(tr("Set shown"))
        self._set.setToolTip(tr("Which images are shown."))
        for text, value in (
            (tr("Training"), "train"),
            (tr("Validation"), "validation"),
            (tr("Test"), "test"),
        ):
            self._set.addItem(text, value)
        self._class = Combo(page)
        self._class.setObjectName("data_class_choice")
        self._class.setAccessibleName(tr("Class shown"))
        self._class.setToolTip(tr("Show one class only."))
        for box in (self._set, self._class):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._shuffle = QPushButton(tr("Shuffle"), page)
        self._shuffle.setObjectName("data_shuffle_button")
        self._shuffle.setAccessibleName(tr("Shuffle"))
        self._shuffle.setToolTip(tr("Show other images."))
        self._set.currentIndexChanged.connect(self.pace.at_once)
        self._class.currentIndexChanged.connect(self.pace.at_once)
        self._shuffle.clicked.connect(self._next_round)
        bar = FlowLayout(spacing=8)
        for widget in (self._set, self._class, self._shuffle):
            bar.addWidget(widget)
        self._grid = ImageGrid("data_preview", tr("Images"), self._themes, page)
        self._grid.setToolTip(tr("Double-click an image, or press Enter, to draw on with it."))
        self._grid.picture_chosen.connect(self._choose_image)
        self._histogram = ClassHistogram(self._themes, page)
        first = QWidget(page)
        column = QVBoxLayout(first)
        self._changes = QLabel(first)
        self._changes.setObjectName("augmentation_note")
        self._changes.setWordWrap(True)
        self._changes.setProperty("muted", True)
        self._changes.hide()
        column.addWidget(self._changes)
        column.addWidget(self._grid, 1)
        column.addWidget(self._histogram)
        second = QWidget(page)
        column = QVBoxLayout(second)
        head = ViewHead(
            "data_pairs",
            tr(
                "What a net learns from: positive data, the negative data made of them, who makes "
                "them, and how hard they are for the net."
            ),
            second,
        )
        head.why_wanted.connect(lambda: self.links.help_wanted.emit("data"))
        column.addWidget(head)
        self._collisions = QLabel(second)
        self._collisions.setObjectName("negative_collisions")
        self._collisions.setWordWrap(True)
        self._pairs = ImageGrid(
            "pair_preview", tr("Positive and negative pairs"), self._themes, second
        )
        column.addWidget(self._collisions)
        column.addWidget(self._pairs, 1)
        self._tabs = QTabWidget(page)
        self._tabs.setObjectName("data_tabs")
        self._tabs.addTab(first, tr("Images"))
        self._tabs.addTab(second, tr("Positive and Negative"))
        self._tabs.currentChanged.connect(self.pace.at_once)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        self._stand_in = MissingDataRow(self._studio, page)
        layout.addWidget(self._title)
        self._reading = ReadingRow(self._studio, page)
        layout.addWidget(self._reading)
        layout.addWidget(self._stand_in)
        layout.addWidget(self._other_input)
        layout.addLayout(bar)
        layout.addWidget(self._tabs, 1)
        install_copy(self, self._current_figure, self._studio.message.emit)
        return page

    def _current_figure(self) -> Figure:
        return self._grid if self._tabs.currentIndex() == 0 else self._pairs

    # --- showing ------------------------------------------------------------------------

    @Slot(object, str)
    def _show_state(self, state: DataState, text: str) -> None:
        missing = state is DataState.MISSING
        self._stack.setCurrentIndex(1 if missing else 0)

    @Slot(object)
    def _show(self, data: PreparedData | None) -> None:
        self._reading.show_data(data)
        if data is None:
            self._title.setText(tr("Loading the images…"))
            return
        self._title.setText(
            tr(
                "<b>{escape}</b> · {size} pixels · {num_classes} classes<br>{train} "
                "training, {validation} validation, {test} test images",
                escape=html.escape(data.title),
                size=shape_text(data.image_shape),
                num_classes=data.num_classes,
                train=write_number(len(data.train), ","),
                validation=write_number(len(data.validation), ","),
                test=write_number(len(data.test), ","),
            )
        )
        self._title.setToolTip(data.source)
        self._fill_classes(data.class_names)
        self.pace.ask()

    @Slot(object)
    def _tell_other_input(self, snapshot: ModelSnapshot | None) -> None:
        """Says that the net that is shown takes no images, where that is so."""
        why = snapshot.why_no_pictures if snapshot is not None else ""
        self._other_input.setVisible(bool(why))
        self._other_input.setText(
            tr("{why} These images are not for the net that is shown.", why=why)
        )

    def _fill_classes(self, names: tuple[str, ...]) -> None:
        """The classes to choose from; the one that was chosen stays if it is among them."""
        if [self._class.itemText(i) for i in range(1, self._class.count())] == list(names):
            return
        wanted = self._class.currentText()
        self._class.blockSignals(True)
        self._class.clear()
        self._class.addItem(tr("All classes"), -1)
        for i, name in enumerate(names):
            self._class.addItem(name, i)
        self._class.setCurrentIndex(max(self._class.findText(wanted), 0))
        self._class.blockSignals(False)

    @Slot(object)
    def _take_snapshot(self, _snapshot: object) -> None:
        """Other weights may choose other negatives, and find them harder or easier."""
        spec = self._studio.spec
        chooser = NEGATIVES.get(spec.ff.negatives)
        chooses = chooser is None or chooser.scores != "none"
        if spec.trains_ff and (chooses or self._tabs.currentIndex() == 1):
            self.look_again(self.pace)

    @Slot()
    def _next_round(self) -> None:
        self._round += 1
        self.pace.now()

    def _draw(self) -> None:
        self._show_grid()
        if self._tabs.currentIndex() == 1:
            self._show_pairs()

    def _show_grid(self) -> None:
        data = self._studio.data
        if data is None or any(p.path == ("seed",) for p in self._studio.problems):
            return  # the seed that is being typed need not be a number yet
        samples = data.samples(str(self._set.currentData()))
        wanted, augmentation = self._class.currentData(), self._augmentation()
        chosen = (
            self._set.currentData(),
            wanted,
            augmentation,
            self._studio.spec.seed,
            self._round,
        )
        if self._grid_of is not None and self._grid_of[0] is data and self._grid_of[1] == chosen:
            return
        self._grid_of = data, chosen
        rows = np.arange(len(samples))
        if wanted is not None and wanted >= 0:
            rows = np.flatnonzero(samples.y == wanted)
        rng = np.random.default_rng([self._studio.spec.seed, self._round])
        rows = rng.permutation(rows)[:200]
        changes = augmentation if samples is data.train else None
        self._changes.setVisible(changes is not None)
        pictures, spoken = [], []
        changed = samples.x[rows]
        if changes is not None:
            self._changes.setText(
                tr(
                    "Training images are changed anew in every epoch: each is followed by a copy "
                    "as an epoch may show it ({changes_text}).",
                    changes_text=changes_text(changes),
                )
            )
            changed = augment(changed, data.image_shape, changes, rng)
        for i, copy in zip(rows.tolist(), changed, strict=True):
            name = data.class_names[samples.y[i]]
            pictures.append((samples.x[i].reshape(data.image_shape), name, ""))
            spoken.append(
                tr(
                    "{name}, image {i} of the {currentText} set",
                    name=name,
                    i=i,
                    currentText=self._set.currentText().lower(),
                )
            )
            if changes is not None:
                pictures.append((copy.reshape(data.image_shape), tr("changed"), "changed"))
                spoken.append(tr("{name}, the same image as an epoch may show it", name=name))
        self._rows = np.repeat(rows, 2 if changes is not None else 1)
        self._grid.show_pictures(pictures, spoken=spoken)
        counts = np.bincount(samples.y, minlength=data.num_classes)
        self._histogram.show_counts(
            [(n, int(c)) for n, c in zip(data.class_names, counts, strict=True)]
        )

    @Slot(int)
    def _choose_image(self, at: int) -> None:
        """Puts an image of the grid on the drawing pad."""
        index, which = int(self._rows[at]), str(self._set.currentData())
        place = self._studio.judged_images.place_of(index, which)
        if place is None:
            self._studio.message.emit(tr("The nets shown know no class of that name."))
        else:
            self.links.choose_image(place, which)

    def _augmentation(self) -> DataSpec | None:
        """What is done to training images, or None."""
        spec = self._studio.spec.data
        # What is being typed need not be a number yet.
        return None if any(field_problems(spec)) or not changes_images(spec) else spec

    def _show_pairs(self) -> None:
        data, spec = self._studio.data, self._studio.spec
        if data is None:
            return
        if any(field_problems(spec.ff)) or self._studio.problems:
            return
        if not spec.trains_ff:
            self._task.forget()
            self._collisions.setText(tr("Only backprop is trained: it needs no negative data."))
            self._pairs.show_pictures([])
            return
        snapshot = self._studio.snapshot
        net = snapshot.ff if snapshot is not None else None
        slow = net is not None and net.is_convolutional
        # While a net learns it chooses anew again and again: no more than are shown.
        slow = slow or self._studio.status.is_active
        name = self._studio.net_name
        self._task.submit(
            make_gallery,
            data,
            spec,
            self._augmentation(),
            net,
            name.text if name is not None else "",
            _SLOW_PAIRS if slow else _PAIRS,
            self._round,
        )

    @Slot(object)
    def _take_gallery(self, gallery: Gallery) -> None:
        if not self._studio.spec.trains_ff:
            return  # it was asked for before
        self._collisions.setText(gallery.text)
        pairs = gallery.pairs
        shown = [(one.pixels, one.caption, one.role) for one in pairs.pictures]
        self._pairs.show_pictures(shown, pairs.label_pixels, together=pairs.together)

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        title = tr("The pairs cannot be shown")
        self.complain(UserError(title, message, details=details), self.pace)
