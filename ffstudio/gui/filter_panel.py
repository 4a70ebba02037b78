"""The weights of every layer, live."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.snapshot import BPSnapshot, ConvWeights, DenseWeights, FFSnapshot, ModelSnapshot
from ffstudio.gui.colormaps import diverge_pixels
from ffstudio.gui.figure import Figure, install_copy
from ffstudio.gui.filter_sheet import SORTS, ColorBar, Filters, FilterSheet, to_image
from ffstudio.gui.flow import FlowLayout
from ffstudio.gui.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.studio import Studio, UserError

_PROBE = 512
_UPDATE_MS = 250
_DETAIL = 132
# Weights that a tile is wide before small ones are enlarged.
_USUAL_WIDTH = 14

# The layer's weights, net and layer (0-based), and which of its units are dead.
Dead = tuple[tuple[DenseWeights, str, int], npt.NDArray[np.bool_]]


def filters_of(snapshot: ModelSnapshot, algorithm: str, layer: int) -> Filters | None:
    """The weights of one layer (0-based), cut into image and label."""
    net: FFSnapshot | BPSnapshot | None = getattr(snapshot, algorithm)
    if net is None or layer >= len(net.layers):
        return None
    weights = net.layers[layer]
    name = {"ff": "Forward-Forward", "bp": "Backprop"}[algorithm]
    last = algorithm == "bp" and layer == len(net.layers) - 1
    title = f"{name} {'output' if last else f'layer {layer + 1}'}"
    if isinstance(weights, ConvWeights):
        return _kernels(weights, layer, title)
    if layer:
        return Filters(weights.kernel, weights.bias, None, title=title)
    if isinstance(net, BPSnapshot):
        return Filters(weights.kernel, weights.bias, snapshot.image_shape, title=title)
    pixels = weights.kernel[: net.num_inputs]
    if net.supervision != "labels":
        return Filters(pixels, weights.bias, snapshot.image_shape, title=title)
    return Filters(
        pixels,
        weights.bias,
        snapshot.image_shape,
        net.label_kernel,
        net.label_rows.stop if net.label_embedding == "replace" else 0,
        class_names=snapshot.class_names,
        title=title,
    )


def _kernels(weights: ConvWeights, layer: int, title: str) -> Filters:
    """A convolution's kernels as tiles: of the image, or the mean over the channels below."""
    if layer == 0:
        found = weights.kernel[:, :, 0]  # the other planes, if any, carry the label
    else:
        found = weights.kernel.mean(axis=2)
        title += " (mean over the channels below)"
    size = found.shape[:2]
    return Filters(found.reshape(-1, weights.units), weights.bias, (size[0], size[1]), title=title)


def dead_units(
    snapshot: ModelSnapshot, algorithm: str, layer: int, x: npt.NDArray[np.float32], y: Any
) -> Dead:
    """Which units answer to none of the images: (weights, net, layer) and (units,)."""
    if algorithm == "ff" and snapshot.ff is not None:
        active = snapshot.ff.activities(x, y)[layer]
    else:
        assert snapshot.bp is not None  # noqa: S101 - the caller has checked
        active = snapshot.bp.activities(x)[layer]
    weights = getattr(snapshot, algorithm).layers[layer]
    return (weights, algorithm, layer), np.logical_not((active > 0).any(axis=0))


class FilterPanel(QWidget):
    """Choose net and layer; sort, zoom, look closer."""

    def __init__(self, studio: Studio, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_panel")
        self.setMinimumWidth(300)
        self._studio, self._themes = studio, themes
        # While a net learns, the answer for the weights of a moment ago is better than none.
        self._task = LatestTask(self, name="dead-units", keep_stale=True)
        self._task.done.connect(self._take_dead)
        self._task.failed.connect(self._failed)
        self._dead: Dead | None = None
        self._asked: DenseWeights | None = None
        self._unit = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UPDATE_MS)
        self._timer.timeout.connect(self._show)
        self._build()
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        themes.changed.connect(self._show_detail)
        self._take_snapshot(studio.snapshot)

    def shutdown(self) -> None:
        """Ends the background work."""
        self._timer.stop()
        self._task.close()

    def figures(self) -> list[Figure]:
        return [self._sheet] if self._sheet.filters is not None else []

    # --- building -----------------------------------------------------------------------

    def _box(self, name: str, accessible: str, tip: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setToolTip(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _build(self) -> None:
        self._net = self._box("filter_net", "Net", "Whose weights are shown.")
        self._layer = self._box("filter_layer", "Layer", "Which layer's weights are shown.")
        self._sort = self._box("filter_sort", "Order", "How the units are ordered.")
        for value, text in SORTS.items():
            self._sort.addItem(text, value)
        self._net.currentIndexChanged.connect(self._change_net)
        self._layer.currentIndexChanged.connect(self._show)
        self._sort.currentIndexChanged.connect(self._arrange)
        self._own = QCheckBox("Own scale", self)
        self._own.setObjectName("filter_own_scale")
        self._own.setAccessibleName("Own scale per tile")
        self._own.setToolTip("Each tile by its own largest weight, so that faint ones show too.")
        self._own.toggled.connect(self._arrange)
        self._zoom = QSlider(Qt.Orientation.Horizontal, self)
        self._zoom.setObjectName("filter_zoom")
        self._zoom.setAccessibleName("Zoom")
        self._zoom.setToolTip("Size of a weight on screen (Ctrl+wheel).")
        self._zoom.setRange(2, 24)
        self._zoom.setValue(8)
        self._zoom.setFixedWidth(90)
        self._zoom.setAccessibleDescription("from half a pixel to six pixels per weight")
        zoom = QWidget(self)
        zoom_row = QHBoxLayout(zoom)
        zoom_row.setContentsMargins(0, 0, 0, 0)
        zoom_label = QLabel("Zoom", zoom)
        zoom_label.setBuddy(self._zoom)
        zoom_row.addWidget(zoom_label)
        zoom_row.addWidget(self._zoom)
        self._zoom.valueChanged.connect(self._arrange)
        bar = FlowLayout(spacing=6)
        for widget in (self._net, self._layer, self._sort, self._own, zoom):
            bar.addWidget(widget)

        self._sheet = FilterSheet(self._themes, self)
        self._sheet.unit_chosen.connect(self._choose)
        self._sheet.zoom_wanted.connect(lambda by: self._zoom.setValue(self._zoom.value() + 2 * by))
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("filter_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._sheet)

        self._picture = QLabel(self)
        self._picture.setObjectName("filter_detail_picture")
        self._picture.setFixedSize(_DETAIL, _DETAIL)
        self._text = QLabel(self)
        self._text.setObjectName("filter_detail_text")
        self._text.setWordWrap(True)
        self._bar = ColorBar(self._themes, self)
        self._summary = QLabel(self)
        self._summary.setObjectName("filter_summary")
        self._summary.setWordWrap(True)
        self._summary.setProperty("muted", True)
        words = QVBoxLayout()
        words.addWidget(self._summary)
        words.addWidget(self._text)
        words.addStretch(1)
        words.addWidget(self._bar)
        detail = QHBoxLayout()
        detail.addWidget(self._picture)
        detail.addLayout(words, 1)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(detail)
        install_copy(
            self, lambda: self._sheet if self._sheet.filters else None, self._studio.message.emit
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    # --- following the studio ---------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._fill_choices(snapshot)
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot(object)
    def _take_data(self, _data: object) -> None:
        """Other images: units that answered to none may answer to these."""
        self._asked = None
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _fill_choices(self, snapshot: ModelSnapshot | None) -> None:
        nets = [
            (text, value)
            for text, value in (("Forward-Forward", "ff"), ("Backprop", "bp"))
            if snapshot is not None and getattr(snapshot, value) is not None
        ]
        if [self._net.itemData(i) for i in range(self._net.count())] != [v for _, v in nets]:
            self._net.blockSignals(True)
            self._net.clear()
            for text, value in nets:
                self._net.addItem(text, value)
            self._net.blockSignals(False)
        self._fill_layers()

    def _fill_layers(self) -> None:
        snapshot, algorithm = self._studio.snapshot, self._net.currentData()
        net = getattr(snapshot, str(algorithm), None) if snapshot is not None else None
        count = len(net.layers) if net is not None else 0
        names = [f"Layer {i + 1}" for i in range(count)]
        if algorithm == "bp" and names:
            names[-1] = "Output"
        if [self._layer.itemText(i) for i in range(self._layer.count())] != names:
            before = max(self._layer.currentIndex(), 0)
            self._layer.blockSignals(True)
            self._layer.clear()
            self._layer.addItems(names)
            self._layer.setCurrentIndex(min(before, count - 1))
            self._layer.blockSignals(False)

    @Slot(int)
    def _change_net(self, index: int) -> None:
        self._fill_layers()
        self._show()

    @Slot()
    @Slot(int)
    def _show(self, *_: object) -> None:
        """Shows the chosen layer of the newest weights."""
        snapshot = self._studio.snapshot
        algorithm, layer = str(self._net.currentData()), self._layer.currentIndex()
        filters = None
        if snapshot is not None and layer >= 0:
            filters = filters_of(snapshot, algorithm, layer)
        if filters is None or snapshot is None:
            self._sheet.show_filters(None, "Train a net or open one, and its weights appear here.")
            self._summary.setText("")
            self._bar.set_limit(0.0)
            self._show_detail()
            return
        self._ask_dead(snapshot, algorithm, layer)
        known = self._dead
        fits = known is not None and known[0][1:] == (algorithm, layer)
        if fits and known is not None and len(known[1]) == filters.kernel.shape[1]:
            filters = replace(filters, dead=known[1])
        self._sheet.show_filters(filters)
        self._arrange()
        units = filters.kernel.shape[1]
        text = f"{filters.title}: {units:,} units"
        if filters.dead is not None:
            text += f", {int(filters.dead.sum()):,} dead"
        if filters.label_pixels:
            text += "; the marked row of pixels carries the label"
        self._summary.setText(text)
        self._show_detail()

    @Slot()
    @Slot(int)
    @Slot(bool)
    def _arrange(self, *_: object) -> None:
        room = self._scroll.viewport().width() - 2
        how, zoom = str(self._sort.currentData()), self._zoom.value() / 4
        shown = self._sheet.filters
        if shown is not None and shown.image_shape is not None:
            # A 3×3 kernel is as large on the screen as half an image.
            zoom *= max(1.0, _USUAL_WIDTH / shown.image_shape[1])
        self._sheet.arrange(how, self._own.isChecked(), zoom, room)
        filters = self._sheet.filters
        if filters is None:
            self._bar.set_limit(0.0)
        elif self._own.isChecked():
            self._bar.set_own_scales()
        else:
            self._bar.set_limit(filters.limit)

    # --- dead units -------------------------------------------------------------------------

    def _ask_dead(self, snapshot: ModelSnapshot, algorithm: str, layer: int) -> None:
        data = self._studio.data
        net = getattr(snapshot, algorithm)
        rectified = net.layers[layer].activation == "relu"
        if data is None or not rectified or data.num_inputs != snapshot.num_inputs:
            self._dead = self._asked = None
            self._task.forget()
            return
        # Versions of two runs may be equal; the weights of two snapshots never are the same.
        if self._asked is net.layers[layer]:
            return
        self._asked = net.layers[layer]
        samples = data.samples(data.evaluated_on)
        x, y = samples.x[:_PROBE], np.minimum(samples.y[:_PROBE], snapshot.num_classes - 1)
        self._task.submit(dead_units, snapshot, algorithm, layer, x, y)

    @Slot(object)
    def _take_dead(self, found: Dead) -> None:
        if self._asked is None or found[0][1:] != (
            str(self._net.currentData()),
            self._layer.currentIndex(),
        ):
            return
        before, self._dead = self._dead, found
        same = (
            before is not None
            and before[0][1:] == found[0][1:]
            and np.array_equal(before[1], found[1])
        )
        if not same:
            self._show()

    @Slot(str, str)
    def _failed(self, message: str, details: str) -> None:
        self._studio.error_raised.emit(
            UserError("The weights could not be shown", message, details)
        )

    # --- a closer look ------------------------------------------------------------------------

    def _filters_are_tiles(self) -> bool:
        filters = self._sheet.filters
        return filters is not None and filters.image_shape is not None

    @Slot(int)
    def _choose(self, unit: int) -> None:
        self._unit = unit
        self._show_detail()
        layout = self.layout()
        if layout is not None:
            layout.activate()  # the detail takes room from the tiles
        if self._filters_are_tiles():
            # All of the tile, as far as the view is large enough.
            place, view = self._sheet.place_of(unit), self._scroll.viewport()
            middle = place.center().toPoint()
            across = min(round(place.width() / 2) + 4, view.width() // 2)
            down = min(round(place.height() / 2) + 4, view.height() // 2)
            self._scroll.ensureVisible(middle.x(), middle.y(), across, down)

    @Slot()
    @Slot(object)
    def _show_detail(self, *_: object) -> None:
        filters = self._sheet.filters
        if filters is None or not 0 <= self._unit < filters.kernel.shape[1]:
            self._picture.hide()
            text = "Click a unit for a closer look."
            if filters is not None and filters.image_shape is None:
                text = "One column per unit, one row per unit below. Click a column to name it."
            self._text.setText("" if filters is None else text)
            return
        words = self._sheet.describe(self._unit).split("\nweight")[0]
        largest = float(np.abs(filters.kernel[:, self._unit]).max())
        self._text.setText(f"{words}\nlargest weight ±{largest:.3g}")
        self._picture.setVisible(filters.image_shape is not None)
        if filters.image_shape is not None:
            tile = filters.kernel[:, self._unit].reshape(filters.image_shape)
            limit = float(np.abs(tile).max()) or 1.0
            # Its own limit, so that a faint unit can be read here; the text says which.
            image = to_image(diverge_pixels(tile, limit, self._themes.theme.is_dark))
            self._picture.setPixmap(QPixmap.fromImage(image.scaled(_DETAIL, _DETAIL)))
