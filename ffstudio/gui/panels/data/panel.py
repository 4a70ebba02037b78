"""What the nets learn from: a look at the images, the classes, and the pairs."""

from __future__ import annotations

import dataclasses
import threading

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.errors import DownloadCancelled, FfstudioError
from ffstudio.core.fields import field_problems
from ffstudio.core.images.augmentation import augment, changes_images
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import DATASETS, KnownDataset
from ffstudio.core.images.datasets.download import download
from ffstudio.core.look.pairs import make_pairs
from ffstudio.core.run.status import DataState
from ffstudio.gui.dialogs.file_filters import data_filter
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.look.theme import Theme, ThemeManager
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel
from ffstudio.gui.plots.pictures import grey_image
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

_PAIRS = 512
# A convolution takes long to judge every label of an image: no more than are shown.
_SLOW_PAIRS = 60
_LEAST_PAUSE_S = 0.1

Ints = npt.NDArray[np.integer]


def changes_text(spec: DataSpec) -> str:
    """What augmentation does, for a reader."""
    parts = []
    if spec.shift:
        parts.append(f"moved by up to {spec.shift} px")
    if spec.rotation:
        parts.append(f"turned by up to {spec.rotation:g}°")
    if spec.zoom:
        parts.append(f"up to {100 * spec.zoom:g} % larger or smaller")
    if spec.dropped_pixels:
        parts.append(f"{100 * spec.dropped_pixels:g} % of the pixels dropped")
    return ", ".join(parts)


class ImageGrid(QWidget):
    """Pictures with a caption each, as many as fit; an exportable figure."""

    def __init__(
        self, name: str, title: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumSize(QSize(200, 120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._title, self._name, self._themes = title, name.replace("_", "-"), themes
        self._together = 2
        self._pictures: list[tuple[npt.NDArray[np.float32], str, str]] = []
        self._label_pixels = 0
        themes.changed.connect(self.update)

    def show_pictures(
        self,
        pictures: list[tuple[npt.NDArray[np.float32], str, str]],
        label_pixels: int = 0,
        together: int = 2,
    ) -> None:
        """Pictures (height, width) with caption and kind: ``positive``, ``negative`` or empty.

        Args:
            label_pixels: How many of the first pixels carry the label.
            together: This many in a row are never parted.
        """
        self._pictures, self._label_pixels = pictures, label_pixels
        self._together = together
        self.update()

    @property
    def pictures(self) -> list[tuple[npt.NDArray[np.float32], str, str]]:
        return self._pictures

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        line = QFontMetricsF(painter.font(), painter.device()).height()
        cell = 58.0
        step_x, step_y = cell + 8, cell + line + 8
        group = self._together
        columns = max(group, int((rect.width() + 8) / step_x) // group * group)
        metrics = QFontMetricsF(painter.font(), painter.device())
        for at, (picture, caption, kind) in enumerate(self._pictures):
            row, column = divmod(at, columns)
            x, y = rect.left() + column * step_x + 1, rect.top() + row * step_y + 1
            if y + step_y > rect.bottom() + 6:
                break
            area = QRectF(x, y, cell, cell)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(area, grey_image(picture))
            if self._label_pixels:
                pixel, width = cell / picture.shape[1], picture.shape[1]
                painter.setPen(QPen(QColor(theme.warning), 1))
                for down in range(-(-self._label_pixels // width)):
                    many = min(self._label_pixels - down * width, width)
                    painter.drawRect(QRectF(x, y + down * pixel, pixel * many, pixel))
            color = {"positive": theme.positive, "negative": theme.negative}.get(kind, theme.line)
            style = Qt.PenStyle.DashLine if kind == "negative" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(color), 1.5 if kind else 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
            painter.setPen(QColor(theme.text))
            text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, cell + 6)
            painter.drawText(
                QRectF(x - 3, y + cell + 1, cell + 6, line), Qt.AlignmentFlag.AlignHCenter, text
            )

    @property
    def figure_name(self) -> str:
        return self._name

    @property
    def figure_title(self) -> str:
        return self._title

    def figure_size(self) -> QSizeF:
        return QSizeF(480, 340)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        return ["caption", "kind"], [[caption, kind] for _, caption, kind in self._pictures]


class ClassHistogram(QWidget):
    """How many images each class has in the set chosen."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("class_histogram")
        self.setAccessibleName("Images per class")
        self.setFixedHeight(92)
        self._themes = themes
        self._counts: list[tuple[str, int]] = []
        themes.changed.connect(self.update)

    def show_counts(self, counts: list[tuple[str, int]]) -> None:
        self._counts = counts
        self.setAccessibleDescription(", ".join(f"{n}: {c}" for n, c in counts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        if not self._counts:
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        line = metrics.height()
        step = rect.width() / len(self._counts)
        most = max(c for _, c in self._counts) or 1
        room = rect.height() - 2 * line - 4
        for i, (name, count) in enumerate(self._counts):
            height = room * count / most
            x = rect.left() + i * step
            bar = QRectF(x + step * 0.12, rect.bottom() - line - height, step * 0.76, height)
            painter.fillRect(bar, QColor(theme.accent))
            painter.setPen(QColor(theme.text))
            below = QRectF(x, rect.bottom() - line, step, line)
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, step - 2)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, short)
            painter.setPen(QColor(theme.muted))
            above = QRectF(x - 10, bar.top() - line, step + 20, line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, f"{count:,}")

    @property
    def figure_name(self) -> str:
        return "images-per-class"

    @property
    def figure_title(self) -> str:
        return "Images per class"

    def figure_size(self) -> QSizeF:
        return QSizeF(420, 110)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        return ["class", "images"], [[name, count] for name, count in self._counts]


class DataPanel(Panel):
    """Preview, histogram and pairs; or what to do when the data are missing."""

    _progressed = Signal(float, float)

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
        # The images in the grid, and what chose and changed them.
        self._grid_of: tuple[PreparedData, tuple[object, ...]] | None = None
        self.pace = Pace(self._draw, self, least_s=_LEAST_PAUSE_S)
        self._cancelled = threading.Event()
        self._task = LatestTask(self, name="download")
        self._task.done.connect(self._downloaded)
        self._task.failed.connect(self._download_failed)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._build_data())
        self._stack.addWidget(self._build_missing())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._stack)
        studio.data_changed.connect(self._show)
        studio.data_state_changed.connect(self._show_state)
        studio.spec_changed.connect(self.pace.ask)
        self._show(studio.data)
        self._show_state(*studio.data_state)

    def shutdown(self) -> None:
        """Cancels a download and ends the background work."""
        self.pace.close()
        self._cancelled.set()
        self._task.close()

    def figures(self) -> list[Figure]:
        """For export."""
        self.pace.catch_up()
        return [self._grid, self._histogram, self._pairs] if self._studio.data is not None else []

    # --- building -----------------------------------------------------------------------

    def _build_data(self) -> QWidget:
        page = QWidget(self)
        self._title = QLabel(page)
        self._title.setObjectName("data_title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._set = QComboBox(page)
        self._set.setObjectName("data_set_choice")
        self._set.setAccessibleName("Set shown")
        self._set.setToolTip("Which images are shown.")
        for text, value in (("Training", "train"), ("Validation", "validation"), ("Test", "test")):
            self._set.addItem(text, value)
        self._class = QComboBox(page)
        self._class.setObjectName("data_class_choice")
        self._class.setAccessibleName("Class shown")
        self._class.setToolTip("Show one class only.")
        for box in (self._set, self._class):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._shuffle = QPushButton("Shuffle", page)
        self._shuffle.setObjectName("data_shuffle_button")
        self._shuffle.setAccessibleName("Shuffle")
        self._shuffle.setToolTip("Show other images.")
        self._set.currentIndexChanged.connect(self.pace.now)
        self._class.currentIndexChanged.connect(self.pace.now)
        self._shuffle.clicked.connect(self._next_round)
        bar = QHBoxLayout()
        bar.addWidget(self._set)
        bar.addWidget(self._class)
        bar.addStretch(1)
        bar.addWidget(self._shuffle)
        self._grid = ImageGrid("data_preview", "Images", self._themes, page)
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
        self._collisions = QLabel(second)
        self._collisions.setObjectName("negative_collisions")
        self._collisions.setWordWrap(True)
        self._pairs = ImageGrid("pair_preview", "Positive and negative pairs", self._themes, second)
        column.addWidget(self._collisions)
        column.addWidget(self._pairs, 1)
        self._tabs = QTabWidget(page)
        self._tabs.setObjectName("data_tabs")
        self._tabs.addTab(first, "Images")
        self._tabs.addTab(second, "Positive and Negative")
        self._tabs.currentChanged.connect(self.pace.now)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addLayout(bar)
        layout.addWidget(self._tabs, 1)
        install_copy(self, self._figure_shown, self._studio.message.emit)
        return page

    def _figure_shown(self) -> Figure:
        return self._grid if self._tabs.currentIndex() == 0 else self._pairs

    def _build_missing(self) -> QWidget:
        page = QWidget(self)
        card = QFrame(page)
        card.setObjectName("welcome_card")
        self._reason = QLabel(card)
        self._reason.setObjectName("data_missing_reason")
        self._reason.setWordWrap(True)
        self._download = QPushButton("Download", card)
        self._download.setObjectName("download_button")
        self._download.setAccessibleName("Download the data set")
        self._download.setToolTip("Fetch the published files into ffstudio's data folder.")
        self._download.clicked.connect(self.start_download)
        self._bundled = QPushButton("Use Bundled Digits", card)
        self._bundled.setObjectName("use_digits_button")
        self._bundled.setAccessibleName("Use the bundled digits")
        self._bundled.setToolTip("1,797 handwritten digits that came with ffstudio.")
        self._bundled.clicked.connect(self._use_digits)
        self._choose = QPushButton("Choose a File…", card)
        self._choose.setObjectName("choose_file_button")
        self._choose.setAccessibleName("Choose a data file")
        self._choose.setToolTip("An .npz file with x_train, y_train, x_test and y_test.")
        self._choose.clicked.connect(self._choose_file)
        self._bar = QProgressBar(card)
        self._bar.setObjectName("download_progress")
        self._bar.setAccessibleName("Download progress")
        self._cancel = QPushButton("Cancel", card)
        self._cancel.setObjectName("cancel_download_button")
        self._cancel.setAccessibleName("Cancel the download")
        self._cancel.clicked.connect(self._cancelled.set)
        self._bar.hide()
        self._cancel.hide()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(18, 16, 18, 16)
        inner.setSpacing(10)
        inner.addWidget(self._reason)
        for button in (self._download, self._bundled, self._choose):
            inner.addWidget(button)
        inner.addWidget(self._bar)
        inner.addWidget(self._cancel)
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(card)
        column.addStretch(2)
        return page

    # --- showing ------------------------------------------------------------------------

    @Slot(object, str)
    def _show_state(self, state: DataState, text: str) -> None:
        missing = state is DataState.MISSING
        if missing:
            self._reason.setText(text)
            self._download.setVisible(bool(DATASETS[self._studio.spec.data.name].downloads))
        self._stack.setCurrentIndex(1 if missing else 0)

    @Slot(object)
    def _show(self, data: PreparedData | None) -> None:
        if data is None:
            self._title.setText("Loading the images…")
            return
        height, width = data.image_shape
        self._title.setText(
            f"<b>{data.title}</b> · {height}×{width} pixels · {data.num_classes} classes<br>"
            f"{len(data.train):,} training, {len(data.validation):,} validation, "
            f"{len(data.test):,} test images"
        )
        self._title.setToolTip(data.source)
        self._fill_classes(data.class_names)
        self.pace.ask()

    def _fill_classes(self, names: tuple[str, ...]) -> None:
        """The classes to choose from; the one that was chosen stays if it is among them."""
        if [self._class.itemText(i) for i in range(1, self._class.count())] == list(names):
            return
        wanted = self._class.currentText()
        self._class.blockSignals(True)
        self._class.clear()
        self._class.addItem("All classes", -1)
        for i, name in enumerate(names):
            self._class.addItem(name, i)
        self._class.setCurrentIndex(max(self._class.findText(wanted), 0))
        self._class.blockSignals(False)

    @Slot()
    def _next_round(self) -> None:
        self._round += 1
        self.pace.now()

    def _draw(self) -> None:
        self._show_grid()
        self._show_pairs()

    def _show_grid(self) -> None:
        data = self._studio.data
        if data is None:
            return
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
        pictures = []
        changed = samples.x[rows]
        if changes is not None:
            self._changes.setText(
                "Training images are changed anew in every epoch: each is followed by a copy "
                f"as an epoch may show it ({changes_text(changes)})."
            )
            changed = augment(changed, data.image_shape, changes, rng)
        for i, copy in zip(rows.tolist(), changed, strict=True):
            name = data.class_names[samples.y[i]]
            pictures.append((samples.x[i].reshape(data.image_shape), name, ""))
            if changes is not None:
                pictures.append((copy.reshape(data.image_shape), "changed", "changed"))
        self._grid.show_pictures(pictures)
        counts = np.bincount(samples.y, minlength=data.num_classes)
        self._histogram.show_counts(
            [(n, int(c)) for n, c in zip(data.class_names, counts, strict=True)]
        )

    def _augmentation(self) -> DataSpec | None:
        """What is done to training images, or None."""
        spec = self._studio.spec.data
        # What is being typed need not be a number yet.
        return None if any(field_problems(spec)) or not changes_images(spec) else spec

    def _show_pairs(self) -> None:
        data, spec = self._studio.data, self._studio.spec
        if data is None or self._tabs.currentIndex() != 1:
            return
        if any(field_problems(spec.ff)) or self._studio.problems:
            return
        if not spec.trains_ff:
            self._collisions.setText("Only backprop is trained: it needs no negative data.")
            self._pairs.show_pictures([])
            return
        rng = np.random.default_rng([spec.seed, self._round, 7])
        snapshot = self._studio.snapshot
        slow = snapshot is not None and snapshot.ff is not None and snapshot.ff.is_convolutional
        rows = rng.permutation(len(data.train))[: _SLOW_PAIRS if slow else _PAIRS]
        x, y = data.train.x[rows], data.train.y[rows]
        changes = self._augmentation()
        if changes is not None:
            x = augment(x, data.image_shape, changes, rng)
        net = snapshot.ff if snapshot is not None else None
        pairs = make_pairs(x, y, data.shape, spec, net, rng)
        text = pairs.text
        if pairs.pictures and changes is not None:
            text += f"\nThe images are changed as in training: {changes_text(changes)}."
        self._collisions.setText(text)
        shown = [(one.pixels, one.caption, one.role) for one in pairs.pictures]
        self._pairs.show_pictures(shown, pairs.label_pixels, together=pairs.together)

    # --- missing data ---------------------------------------------------------------------

    def _edit(self, data: DataSpec, text: str) -> None:
        self._studio.edits.edit(self._studio.spec.replace(data=data), text)

    @Slot()
    def _use_digits(self) -> None:
        data = dataclasses.replace(self._studio.spec.data, name="digits", path="")
        self._edit(data, "Use bundled digits")

    @Slot()
    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Choose a Data Set", "", data_filter())
        if path:
            data = dataclasses.replace(self._studio.spec.data, name="file", path=path)
            self._edit(data, "Choose data file")

    @Slot()
    def start_download(self) -> None:
        """Fetches the data set that is missing."""
        known = DATASETS[self._studio.spec.data.name]
        self._cancelled.clear()
        self._downloading(True)
        self._task.submit(_download, known, self._progressed.emit, self._cancelled.is_set)

    def _downloading(self, active: bool) -> None:
        for button in (self._download, self._bundled, self._choose):
            button.setEnabled(not active)
        self._bar.setVisible(active)
        self._cancel.setVisible(active)
        self._bar.setRange(0, 0)

    @Slot(float, float)
    def _show_progress(self, done: float, total: float) -> None:
        self._bar.setRange(0, 1000 if total > 0 else 0)
        if total > 0:
            self._bar.setValue(round(1000 * done / total))
            self._bar.setFormat(f"{done / 1e6:.1f} of {total / 1e6:.1f} MB")

    @Slot(object)
    def _downloaded(self, error: FfstudioError | None) -> None:
        self._downloading(False)
        if error is None:
            self._studio.images.reload()
        elif isinstance(error, DownloadCancelled):
            self._reason.setText(f"{error}")
        else:
            self._reason.setText(str(error))

    @Slot(str, str)
    def _download_failed(self, message: str, details: str) -> None:
        self._downloading(False)
        self._reason.setText(f"The download failed ({message}). Try again or choose a file.")


def _download(known: KnownDataset, tell: object, is_cancelled: object) -> FfstudioError | None:
    try:
        download(
            known,
            lambda done, total: tell(float(done), float(total or 0)),  # type: ignore[operator]
            is_cancelled,  # type: ignore[arg-type]
        )
    except FfstudioError as error:
        return error
    return None
