"""The list of layers: add, remove, duplicate, reorder by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QStyle, QWidget

from ffstudio.core.experiment.costs import LayerCost, read_out_parameters
from ffstudio.core.experiment.layers import layer_text
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_number
from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.builder.shortcut_strip import ShortcutStrip, list_shortcuts
from ffstudio.gui.style.theme import ThemeManager, layer_color, layer_dash

_INDEX = Qt.ItemDataRole.UserRole
_MARGIN = QStyle.PixelMetric.PM_FocusFrameHMargin


def size_text(num_bytes: int) -> str:
    """Bytes for a reader."""
    value = float(num_bytes)
    for unit in ("B", "kB", tr("MB"), tr("GB")):
        if value < 1000 or unit == "GB":
            break
        value /= 1000
    return (
        f"{value:.0f} {unit}"
        if value >= 10 or unit == "B"
        else f"{write_number(value, '.1f')} {unit}"
    )


class LayerList(QListWidget):
    """One row per hidden layer, and fixed last ones for the read-out and the twin's output.

    Signals:
        reordered(order): The new order as old 0-based numbers.
        add_wanted(), remove_wanted(), duplicate_wanted(): Keys Ins, Del, Ctrl+D.
        move_wanted(by): Alt+Up (−1) and Alt+Down (+1).
    """

    KEYS = say_all(
        (
            ("Ins", "In the list of layers: add a layer below."),
            ("Del", "In the list of layers: remove the layer."),
            ("Ctrl+D", "In the list of layers: duplicate the layer."),
            ("Alt+Up, Alt+Down", "In the list of layers: move the layer up or down."),
        )
    )

    reordered = Signal(object)
    add_wanted = Signal()
    remove_wanted = Signal()
    duplicate_wanted = Signal()
    move_wanted = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer_list")
        self.setAccessibleName(tr("Layers"))
        self.setToolTip(
            tr(
                "The hidden layers, first layer on top. Drag to reorder, or Alt+Up and Alt+Down.\n"
                "Ins adds a layer, Del removes it, Ctrl+D duplicates it."
            )
        )
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(True)
        self._themes = themes
        self._strip = ShortcutStrip(self, themes)
        self._filling = False
        self.model().rowsMoved.connect(self._tell_order)

    def show_layers(
        self, spec: ExperimentSpec, costs: Sequence[LayerCost] | None, classes: int | None
    ) -> None:
        """Shows the layers of ``spec``; without costs their sizes stay open."""
        current = self.current_layer()
        self._filling = True
        try:
            self.clear()
            for i, layer in enumerate(spec.layers):
                head = tr("Layer {i} · {layer_text}", i=i + 1, layer_text=layer_text(layer))
                item = QListWidgetItem(self._swatch(i), f"{head}\n{_cost_text(costs, i)}")
                item.setData(_INDEX, i)
                item.setToolTip(_cost_tip(costs, i) + _shortcut_tip(spec, i))
                self.addItem(item)
            size = classes if classes is not None else "?"
            if spec.trains_ff and spec.ff.has_read_out and spec.layers:
                self._add_fixed(
                    tr(
                        "FF read-out · {size} · softmax\n{read_out_text}",
                        size=size,
                        read_out_text=_read_out_text(spec, costs),
                    ),
                    tr(
                        "Forward-Forward's linear read-out: one probability per class, from the "
                        "activities of all layers but the first. No gradient reaches the layers."
                    ),
                )
            if spec.trains_bp:
                self._add_fixed(
                    tr(
                        "Output · {size} · softmax\n{cost_text}",
                        size=size,
                        cost_text=_cost_text(costs, -1),
                    ),
                    tr("The backprop twin's output: one probability per class."),
                )
            self.setCurrentRow(min(max(current, 0), len(spec.layers) - 1))
        finally:
            self._filling = False
        self._strip.show_blocks(spec)
        self._place_strip()
        self._fit_rows()

    def _place_strip(self) -> None:
        room = self._strip.room
        if self.viewportMargins().right() != room:
            self.setViewportMargins(0, 0, room, 0)
        seen = self.viewport().geometry()
        self._strip.setGeometry(seen.right() + 1, seen.top(), room, seen.height())

    def _fit_rows(self) -> None:
        """As many lines a row as its text needs in this width, and room for most rows."""
        line = self.fontMetrics().height()
        heights = [line * self._lines(self.item(i)) + 10 for i in range(self.count())]
        for i, height in enumerate(heights):
            if self.item(i).sizeHint().height() != height:
                self.item(i).setSizeHint(QSize(10, height))
        row = 2 * line + 10
        wanted = max(2 * row, min(sum(heights) + 8, 8 * row))
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def _lines(self, item: QListWidgetItem) -> int:
        style = self.style()
        room = self.viewport().width() - 4 * (style.pixelMetric(_MARGIN, None, self) + 1)
        if not item.icon().isNull():
            room -= self.iconSize().width()
        page = QRect(0, 0, max(room, 40), 10_000)
        text = self.fontMetrics().boundingRect(page, Qt.TextFlag.TextWordWrap, item.text())
        return max(round(text.height() / self.fontMetrics().lineSpacing()), 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take other lines."""
        super().resizeEvent(event)
        self._place_strip()
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rows()

    def _add_fixed(self, text: str, tip: str) -> None:
        """A row below the layers that cannot be chosen."""
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setToolTip(tip)
        item.setData(_INDEX, -1)
        self.addItem(item)

    def current_layer(self) -> int:
        """0-based, or −1."""
        item = self.currentItem()
        return int(item.data(_INDEX)) if item is not None else -1

    @property
    def is_filling(self) -> bool:
        return self._filling

    def _swatch(self, layer: int) -> QIcon:
        picture = QPixmap(18, 18)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On a ground of its own, so that it shows on a selected row too.
        painter.setBrush(QColor(self._themes.theme.raised))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(0, 0, 18, 18, 4, 4)
        painter.setPen(QPen(layer_color(self._themes.theme, layer), 3, layer_dash(layer)))
        painter.drawLine(2, 9, 16, 9)
        painter.end()
        return QIcon(picture)

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _tell_order(
        self, parent: QModelIndex, start: int, end: int, to: QModelIndex, row: int
    ) -> None:
        if self._filling:
            return
        order = [int(self.item(i).data(_INDEX)) for i in range(self.count())]
        self.reordered.emit([i for i in order if i >= 0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers()
        alt = modifiers == Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif key == Qt.Key.Key_D and modifiers == Qt.KeyboardModifier.ControlModifier:
            self.duplicate_wanted.emit()
        elif alt and key == Qt.Key.Key_Up:
            self.move_wanted.emit(-1)
        elif alt and key == Qt.Key.Key_Down:
            self.move_wanted.emit(1)
        else:
            super().keyPressEvent(event)


def _shortcut_tip(spec: ExperimentSpec, index: int) -> str:
    for first, last in list_shortcuts(spec):
        if last == index:
            return tr(
                "\nWhat layer {first} sees is added to this layer's sums (the line at the right).",
                first=first + 1,
            )
    return ""


def _shape_text(shape: Sequence[int]) -> str:
    """height×width×channels."""
    return "×".join(write_number(n, ",") for n in shape)


def _cost_text(costs: Sequence[LayerCost] | None, index: int) -> str:
    if costs is None:
        return "…"
    cost = costs[index]
    if cost.ff_parameters == 0 and (len(cost.output_shape) > 1 or not cost.bp_parameters):
        count = (
            tr("{bp_parameters} weights", bp_parameters=write_number(cost.bp_parameters, ","))
            if cost.bp_parameters
            else tr("no weights")
        )
        return f"→ {_shape_text(cost.output_shape)} · {count}"
    if cost.ff_parameters == 0:
        return tr(
            "{bp_parameters} weights · BP {size_text}",
            bp_parameters=write_number(cost.bp_parameters, ","),
            size_text=size_text(cost.bp_memory),
        )
    size = tr(
        "{ff_parameters} weights · FF {size_text}",
        ff_parameters=write_number(cost.ff_parameters, ","),
        size_text=size_text(cost.ff_memory),
    )
    if len(cost.output_shape) > 1:  # there is no room for more; the tooltip has the rest
        return f"→ {_shape_text(cost.output_shape)} · {size}"
    return tr("{size} · BP {size_text}", size=size, size_text=size_text(cost.bp_memory))


def _read_out_text(spec: ExperimentSpec, costs: Sequence[LayerCost] | None) -> str:
    return (
        "…"
        if costs is None
        else tr(
            "{read_out_parameters} weights",
            read_out_parameters=write_number(read_out_parameters(costs, spec.ff.read_layers), ","),
        )
    )


def _cost_tip(costs: Sequence[LayerCost] | None, index: int) -> str:
    if costs is None:
        return ""
    cost = costs[index]
    of = f" ({_shape_text(cost.output_shape)})" if len(cost.output_shape) > 1 else ""
    return tr(
        "{inputs} inputs → {units} outputs{of}\nParameters: {ff_parameters} "
        "(Forward-Forward), {bp_parameters} (backprop)\nMemory while training: "
        "{size_text} (Forward-Forward, one layer at a time), {size_text_2} (backprop, "
        "held until the backward pass)\n{multiply_adds} multiply-adds per image and "
        "forward pass",
        inputs=write_number(cost.inputs, ","),
        units=write_number(cost.units, ","),
        of=of,
        ff_parameters=write_number(cost.ff_parameters, ","),
        bp_parameters=write_number(cost.bp_parameters, ","),
        size_text=size_text(cost.ff_memory),
        size_text_2=size_text(cost.bp_memory),
        multiply_adds=write_number(cost.multiply_adds, ","),
    )
