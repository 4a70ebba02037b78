"""The weights of every layer, live."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.weights import DenseWeights
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.panels.filters.filter_controls import FilterControls
from ffstudio.gui.panels.filters.net_parts import (
    Dead,
    Maps,
    dead_units,
    feature_maps,
    filters_of,
)
from ffstudio.gui.panels.filters.sheet import FilterSheet
from ffstudio.gui.panels.filters.unit_detail import UnitDetail
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Panel, RememberedWidget
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.state import UserError
from ffstudio.jobs.studio import Studio

_PROBE = 512
_LEAST_PAUSE_S = 0.25
# Weights that a tile is wide before small ones are enlarged.
_USUAL_WIDTH = 14
_MOST_ENLARGED = 8.0


class FilterPanel(Panel):
    """Choose net and layer; sort, zoom, look closer."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("filter_panel")
        self.setMinimumWidth(300)
        # While a net learns, the answer for the weights of a moment ago is better than none.
        self._task = LatestTask(self, name="dead-units", keep_stale=True)
        self._task.done.connect(self._take_dead)
        self._task.failed.connect(self._tell_failure)
        self._maps_task = LatestTask(self, name="feature-maps", keep_stale=True)
        self._maps_task.done.connect(self._take_maps)
        self._maps_task.failed.connect(self._tell_failure)
        self._maps: Maps | None = None
        self._maps_asked: tuple[object, ...] = ()
        self._maps_net: ModelSnapshot | None = None
        self._picture_drawn = self.links.picture
        self._map_input: npt.NDArray[np.float32] | None = None
        self._dead: Dead | None = None
        self._asked: DenseWeights | None = None
        self.pace = self.make_pace(self._show, _LEAST_PAUSE_S, self._task, self._maps_task)
        self._build()
        self._controls.show_images(self._studio.data)
        studio.snapshot_changed.connect(self._take_snapshot)
        studio.data_changed.connect(self._take_data)
        studio.judged_images.changed.connect(self._take_handed)
        themes.changed.connect(self._show_detail)
        self.links.picture_changed.connect(self.set_picture)
        self.links.unit_wanted.connect(self._find_unit)
        self._take_snapshot(studio.snapshot)

    def controls_to_remember(self) -> Mapping[str, RememberedWidget]:
        return self._controls.controls_to_remember()

    def shutdown(self) -> None:
        """Ends the background work."""
        self.pace.close()
        self._task.close()
        self._maps_task.close()

    @Slot(object)
    def set_picture(self, picture: npt.NDArray[np.float32]) -> None:
        """The picture on the pad (height, width), for its feature maps."""
        before = self._picture_drawn
        if before is not None and np.array_equal(before, picture):
            return
        self._picture_drawn = picture.copy()
        if self._controls.wants_maps:
            self.pace.ask()

    def figures(self) -> list[Figure]:
        self.pace.complete()
        return [self._sheet] if self._sheet.filters is not None else []

    # --- building -----------------------------------------------------------------------

    def _build(self) -> None:
        self._controls = FilterControls(self)
        self._controls.content_chosen.connect(self.pace.at_once)
        self._controls.look_chosen.connect(self._arrange)
        self._sheet = FilterSheet(self._themes, self)
        self._sheet.unit_chosen.connect(self._choose)
        self._sheet.zoom_wanted.connect(self._controls.zoom_by)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("filter_scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the sheet inside takes the arrows
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._sheet)
        for bar in (self._scroll.verticalScrollBar(), self._scroll.horizontalScrollBar()):
            bar.valueChanged.connect(self._sheet.follow_scroll)
        self._detail = UnitDetail(self._themes, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._controls)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._detail)
        install_copy(
            self, lambda: self._sheet if self._sheet.filters else None, self._studio.message.emit
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- following the studio ---------------------------------------------------------------

    @Slot(object)
    def _take_snapshot(self, snapshot: ModelSnapshot | None) -> None:
        self._controls.show_nets(snapshot)
        self.look_again(self.pace)

    @Slot(object)
    def _take_data(self, _data: object) -> None:
        """Other images: units that answered to none may answer to these."""
        self._asked, self._maps_asked = None, ()
        self._controls.show_images(self._studio.data)
        self.look_again(self.pace)

    @Slot()
    def _take_handed(self) -> None:
        """It is known by now how the nets take images that they have not learnt from."""
        self._asked, self._maps_asked = None, ()
        self.pace.ask()

    def _show(self) -> None:
        """Shows the chosen layer of the newest weights."""
        snapshot = self._studio.snapshot
        algorithm, layer = self._controls.algorithm, self._controls.layer
        self._controls.show_layer_choices()
        if snapshot is not None and self._controls.wants_maps:
            self._show_maps(snapshot, algorithm, layer)
            return
        self._maps_asked = ()
        filters = None
        if snapshot is not None and layer >= 0:
            filters = filters_of(snapshot, algorithm, layer, self._controls.channel)
        if filters is None or snapshot is None:
            self._sheet.show_filters(
                None, tr("Train a net or open one, and its weights appear here.")
            )
            self._detail.show_summary("")
            self._detail.bar.set_limit(0.0)
            self._show_detail()
            return
        self._ask_dead(snapshot, algorithm, layer)
        known = self._dead
        fits = known is not None and known[0][1:] == (algorithm, layer)
        if fits and known is not None and len(known[1]) == filters.kernel.shape[1]:
            filters = replace(filters, dead=known[1])
        self._sheet.show_filters(filters)
        self._arrange()
        text = f"{filters.title}: {filters.counted}"
        if filters.dead is not None:
            text += tr(", {sum} dead", sum=write_number(int(filters.dead.sum()), ","))
        if filters.is_coloured:
            text += tr(
                "; in the colours of the image: middle grey is 0, brighter counts for a colour, darker "
                "against it"
            )
        if filters.label_pixels:
            text += tr("; the marked row of pixels carries the label")
        elif filters.strip is not None and filters.scores_classes:
            text += tr("; each square below is how much it counts in the score of a class")
        elif filters.strip is not None and filters.unit == "channel":
            text += tr("; each square below is the mean weight of a label's plane")
        elif filters.strip is not None:
            text += tr("; each square below is the weight of a label")
        elif filters.image_shape is not None and filters.rows_above:
            text += tr("; the weights from the layer above are not shown")
        self._detail.show_summary(text)
        self._show_detail()

    @Slot()
    @Slot(int)
    @Slot(bool)
    def _arrange(self, *_: object) -> None:
        room = self._scroll.viewport().width() - 2
        controls = self._controls
        zoom = controls.zoom * self._enlargement(controls.zoom)
        self._sheet.arrange(controls.order, controls.has_own_scales, zoom, room)
        filters = self._sheet.filters
        if filters is None or filters.is_coloured:
            self._detail.bar.set_limit(0.0)
        elif controls.has_own_scales:
            self._detail.bar.set_own_scales()
        else:
            self._detail.bar.set_limit(filters.limit)

    def _enlargement(self, zoom: float) -> float:
        """How much larger what has few weights is drawn, so that it does not get lost."""
        filters, view = self._sheet.filters, self._scroll.viewport()
        if filters is None:
            return 1.0
        if filters.image_shape is None:
            inputs, units = filters.kernel.shape
            side = max(zoom / 2, 0.25)  # of a weight in a heat map
            room = min(view.width() / (units * side), view.height() / (inputs * side))
            return float(min(max(room, 1.0), _MOST_ENLARGED))
        # A 3×3 kernel is as large on the screen as half an image.
        factor = max(1.0, _USUAL_WIDTH / filters.image_shape[1])
        if filters.unit == "unit":
            return factor
        count, (high, wide) = filters.kernel.shape[1], filters.tile_shape
        for more in (3.0, 2.5, 2.0, 1.5):
            side = zoom * factor * more
            columns = max(int((view.width() - 2) / ((wide + 1) * side)), 1)
            if -(-count // columns) * (high + 1) * side <= view.height():
                return factor * more
        return factor

    # --- feature maps -------------------------------------------------------------------------

    def _map_picture(self, snapshot: ModelSnapshot) -> tuple[npt.NDArray[np.float32] | None, str]:
        """The picture whose maps are asked for, or None; and its name, or why there is none."""
        if snapshot.why_no_pictures:
            return None, tr(
                "{why_no_pictures} So there are no feature maps of a picture.",
                why_no_pictures=snapshot.why_no_pictures,
            )
        number, data = self._controls.image, self._studio.data
        if number >= 0 and data is not None:
            handed = self._studio.judged_images.data
            if handed is None or handed.image_shape != snapshot.image_shape:
                return None, tr(
                    "{data_title} has images of another size than the net was trained on.",
                    data_title=data.title,
                )
            place = self._studio.judged_images.place_of(number, "test")
            if place is None:
                return None, tr(
                    "The net does not know the class of test image {number}.", number=number
                )
            return np.asarray(handed.test.x[place]).reshape(handed.image_shape), tr(
                "test image {number}", number=number
            )
        picture = self._picture_drawn
        if picture is None or picture.shape != snapshot.image_shape or not picture.any():
            return None, (
                tr("The drawing pad is empty: draw something there, or choose a test image above.")
            )
        return picture, tr("the picture on the drawing pad")

    def _show_maps(self, snapshot: ModelSnapshot, algorithm: str, layer: int) -> None:
        """Asks for the maps; until they come, those of the moment before stay."""
        self._dead = self._asked = None
        self._task.forget()
        picture, name = self._map_picture(snapshot)
        self._map_input = picture
        if picture is None:
            self._maps, self._maps_asked = None, ()
            self._maps_task.forget()
            self._sheet.show_filters(None, name)
            self._detail.bar.set_limit(0.0)
            self._detail.show_summary("")
            self._show_detail()
            return
        asked = (algorithm, layer, picture.tobytes())
        # Weights are compared by who they are: two snapshots never share them.
        if asked != self._maps_asked or snapshot is not self._maps_net:
            self._maps_asked, self._maps_net = asked, snapshot
            self._maps_task.submit(feature_maps, snapshot, algorithm, layer, picture, name)
        maps = self._maps
        if maps is None or maps.asked != (algorithm, layer):
            return
        filters = maps.filters
        self._sheet.show_filters(filters)
        self._arrange()
        size = "×".join(str(n) for n in filters.image_shape or ())
        self._detail.show_summary(
            tr(
                "{filters_title}: {counted} of {size}, of {of}",
                filters_title=filters.title,
                counted=filters.counted,
                size=size,
                of=maps.of,
            )
        )
        self._show_detail()

    @Slot(object)
    def _take_maps(self, maps: Maps) -> None:
        if not self._maps_asked:
            return  # weights are shown by now
        self._maps = maps
        self._show()

    # --- dead units -------------------------------------------------------------------------

    def _ask_dead(self, snapshot: ModelSnapshot, algorithm: str, layer: int) -> None:
        data = self._studio.judged_images.data
        net = getattr(snapshot, algorithm)
        rectified = net.layers[layer].activation == "relu"
        fits = data is not None and data.num_inputs == snapshot.num_inputs
        if data is None or not rectified or not fits or snapshot.why_no_pictures:
            self._dead = self._asked = None
            self._task.forget()
            return
        # Versions of two runs may be equal; the weights of two snapshots never are the same.
        if self._asked is net.layers[layer]:
            return
        self._asked = net.layers[layer]
        samples = data.samples(self._studio.judged_on)
        x, y = samples.x[:_PROBE], np.minimum(samples.y[:_PROBE], snapshot.num_classes - 1)
        self._task.submit(dead_units, snapshot, algorithm, layer, x, y)

    @Slot(object)
    def _take_dead(self, dead: Dead) -> None:
        if self._asked is None or dead[0][1:] != (
            self._controls.algorithm,
            self._controls.layer,
        ):
            return
        before, self._dead = self._dead, dead
        same = (
            before is not None
            and before[0][1:] == dead[0][1:]
            and np.array_equal(before[1], dead[1])
        )
        if not same:
            self._show()

    @Slot(str, str)
    def _tell_failure(self, message: str, details: str) -> None:
        self._asked, self._maps_asked = None, ()
        self.complain(UserError(tr("The weights could not be shown"), message, details), self.pace)

    @Slot(str, int, int)
    def _find_unit(self, algorithm: str, layer: int, unit: int) -> None:
        """Another panel asks for the weights of a unit."""
        if self._controls.choose_layer(algorithm, layer):
            self.pace.now()
            filters = self._sheet.filters
            if filters is not None and unit < filters.kernel.shape[1]:
                self._sheet.choose(unit)
                self._choose(unit)

    # --- a closer look ------------------------------------------------------------------------

    def _filters_are_tiles(self) -> bool:
        filters = self._sheet.filters
        return filters is not None and filters.image_shape is not None

    @Slot(int)
    def _choose(self, unit: int) -> None:
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
        self._detail.show_unit(self._sheet.filters, self._sheet.chosen, self._map_input)
