"""The row above the weights: whose are shown, of which layer, in which order and how large."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QWidget,
)

from ffstudio.core.image_shape import COLOURS, name_colour
from ffstudio.core.images.data import PreparedData
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.forms.number_boxes import WholeBox
from ffstudio.gui.panels.filters.layer_filters import SORTS
from ffstudio.gui.panels.filters.net_parts import (
    channels_below,
    is_convolution,
    layer_names,
    net_of,
    sees_colours,
)
from ffstudio.gui.panels.panel import RememberedWidget

# More channels than these are shown by their mean only.
_MOST_CHANNELS = 1024
_NETS = say_all({"ff": "Forward-Forward", "bp": "Backprop"})
_MOST_ZOOM_STEPS = 24
# Steps of the slider by which a turn of the wheel zooms.
_WHEEL_STEPS = 2


class FilterControls(QWidget):
    """See the module docstring; choices that a layer does not have are not there.

    Signals:
        content_chosen(): Something else is to be shown.
        look_chosen(): The same in another order, scale or size.
    """

    content_chosen = Signal()
    look_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_controls")
        self._snapshot: ModelSnapshot | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._net = self._box("filter_net", tr("Net"), tr("Whose weights are shown."))
        self._layer = self._box("filter_layer", tr("Layer"), tr("Which layer's weights are shown."))
        self._view = self._box(
            "filter_view",
            tr("What is shown"),
            tr("The kernels of a convolution, or what its channels answer to a picture."),
        )
        self._view.addItem(tr("Weights"), "weights")
        self._view.addItem(tr("Feature maps"), "maps")
        self._channel = self._box(
            "filter_channel",
            tr("Channel below"),
            tr("Which channel of the layer below the kernels shown look at, or the mean of all."),
        )
        self._image = self._image_box()
        self._sort = self._box("filter_sort", tr("Order"), tr("How the units are ordered."))
        _refill(self._sort, [(text, value) for value, text in SORTS.items()])
        self._own = QCheckBox(tr("Own scale"), self)
        self._own.setObjectName("filter_own_scale")
        self._own.setAccessibleName(tr("Own scale per tile"))
        self._own.setToolTip(
            tr("Each tile by its own largest weight, so that faint ones show too.")
        )
        self._zoom = self._zoom_slider()
        zoom_label = QLabel(tr("Zoom"), self)
        zoom_label.setBuddy(self._zoom)
        zoom = QWidget(self)
        zoom_row = QHBoxLayout(zoom)
        zoom_row.setContentsMargins(0, 0, 0, 0)
        zoom_row.addWidget(zoom_label)
        zoom_row.addWidget(self._zoom)
        flow = FlowLayout(self, spacing=6)
        what: tuple[QWidget, ...] = (self._net, self._layer, self._view, self._channel, self._image)
        for widget in (*what, self._sort, self._own, zoom):
            flow.addWidget(widget)

        self._net.currentIndexChanged.connect(self._change_net)
        for box in (self._layer, self._view, self._channel):
            box.currentIndexChanged.connect(self.content_chosen)
        self._image.valueChanged.connect(self.content_chosen)
        self._sort.currentIndexChanged.connect(self.look_chosen)
        self._own.toggled.connect(self.look_chosen)
        self._zoom.valueChanged.connect(self.look_chosen)

    def _box(self, name: str, accessible: str, tip: str) -> QComboBox:
        box = Combo(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setToolTip(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _image_box(self) -> QSpinBox:
        image = WholeBox(self)
        image.setObjectName("filter_image")
        image.setAccessibleName(tr("Picture"))
        image.setToolTip(
            tr(
                "Whose feature maps are shown: the picture on the drawing pad, or a test image by "
                "its number."
            )
        )
        image.setMinimum(-1)
        image.setSpecialValueText(tr("Drawing pad"))
        image.setPrefix(tr("Test image "))
        image.setValue(-1)
        return image

    def _zoom_slider(self) -> QSlider:
        zoom = QSlider(Qt.Orientation.Horizontal, self)
        zoom.setObjectName("filter_zoom")
        zoom.setAccessibleName(tr("Zoom"))
        zoom.setToolTip(tr("Size of a weight on screen (Ctrl+wheel)."))
        zoom.setRange(2, _MOST_ZOOM_STEPS)
        zoom.setValue(8)
        zoom.setFixedWidth(90)
        zoom.setAccessibleDescription(tr("from half a pixel to six pixels per weight"))
        return zoom

    # --- what is chosen -----------------------------------------------------------------

    @property
    def algorithm(self) -> str:
        """``ff`` or ``bp``; ``None`` as a text without a net."""
        return str(self._net.currentData())

    @property
    def layer(self) -> int:
        """Counted from 0; −1 without a net."""
        return self._layer.currentIndex()

    @property
    def channel(self) -> int | None:
        """Which channel below the kernels look at, counted from 0; None for their mean."""
        channel: int | None = self._channel.currentData()
        return channel

    @property
    def wants_maps(self) -> bool:
        """True while feature maps are asked for and the layer has some."""
        wanted = self._view.currentData() == "maps"
        return wanted and is_convolution(self._snapshot, self.algorithm, self.layer)

    @property
    def image(self) -> int:
        """Number of the test image whose maps are wanted; −1 for the drawing pad's."""
        return self._image.value()

    @property
    def order(self) -> str:
        """How the units are ordered: a key of :data:`SORTS`."""
        return str(self._sort.currentData())

    @property
    def has_own_scales(self) -> bool:
        return self._own.isChecked()

    @property
    def zoom(self) -> float:
        """Pixels on the screen for a weight, before what has few weights is enlarged."""
        return self._zoom.value() / 4

    def choose_layer(self, algorithm: str, layer: int) -> bool:
        """Chooses a net, a layer (0-based) and its weights; False where there is none such."""
        at = self._net.findData(algorithm)
        if at < 0:
            return False
        with QSignalBlocker(self._net), QSignalBlocker(self._layer), QSignalBlocker(self._view):
            self._net.setCurrentIndex(at)
            self._show_layers()
            if not 0 <= layer < self._layer.count():
                return False
            self._layer.setCurrentIndex(layer)
            self._view.setCurrentIndex(self._view.findData("weights"))
        self.content_chosen.emit()
        return True

    @Slot(int)
    def zoom_by(self, turns: int) -> None:
        """Larger or smaller, as a wheel is turned."""
        self._zoom.setValue(self._zoom.value() + _WHEEL_STEPS * turns)

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        """What is kept from one start to the next."""
        return {
            "view": self._view,
            "order": self._sort,
            "own_scale": self._own,
            "zoom": self._zoom,
        }

    # --- what there is to choose from ---------------------------------------------------

    def show_nets(self, snapshot: ModelSnapshot | None) -> None:
        """Offers the nets of a snapshot and their layers."""
        self._snapshot = snapshot
        nets = [(text, a) for a, text in _NETS.items() if net_of(snapshot, a) is not None]
        before = self._net.currentData()
        if _refill(self._net, nets):
            with QSignalBlocker(self._net):
                self._net.setCurrentIndex(max(self._net.findData(before), 0) if nets else -1)
        self._show_layers()

    def show_images(self, data: PreparedData | None) -> None:
        """Offers as many test images as there are."""
        last = len(data.test) - 1 if data is not None else -1
        if last != self._image.maximum():  # else it would take away what is being typed
            with QSignalBlocker(self._image):
                self._image.setMaximum(last)

    def show_layer_choices(self) -> None:
        """Offers what only a convolution has, or takes it away."""
        count = channels_below(self._snapshot, self.algorithm, self.layer)
        channels: list[tuple[str, object]] = []
        if sees_colours(self._snapshot, self.algorithm, self.layer):
            channels = [(tr("In colour"), None)]
            channels += [(name_colour(k).capitalize(), k) for k in range(COLOURS)]
        elif 0 < count <= _MOST_CHANNELS:
            channels = [(tr("Channel mean"), None)]
            channels += [(tr("Channel {i}", i=i + 1), i) for i in range(count)]
        _refill(self._channel, channels)
        self._view.setVisible(is_convolution(self._snapshot, self.algorithm, self.layer))
        self._channel.setVisible(bool(channels) and not self.wants_maps)
        self._image.setVisible(self.wants_maps)

    def _show_layers(self) -> None:
        names = layer_names(net_of(self._snapshot, self.algorithm))
        before = max(self._layer.currentIndex(), 0)
        if _refill(self._layer, [(name, name) for name in names]):
            with QSignalBlocker(self._layer):
                self._layer.setCurrentIndex(min(before, len(names) - 1))

    @Slot(int)
    def _change_net(self, _index: int) -> None:
        self._show_layers()
        self.content_chosen.emit()


def _refill(box: QComboBox, entries: Sequence[tuple[str, object]]) -> bool:
    """Gives a box other entries (text, value) unless it has them; True if it had not."""
    if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] == list(entries):
        return False
    with QSignalBlocker(box):
        box.clear()
        for text, value in entries:
            box.addItem(text, value)
    return True
