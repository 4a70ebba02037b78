"""Weights as pictures: first-layer tiles, deeper layers as a heat map."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.grid_keys import move_in_rows
from ffstudio.gui.panels.filters.layer_filters import Filters, sort_order
from ffstudio.gui.panels.filters.tiles import find_limit, paint_unit_marks, picture_of
from ffstudio.gui.plots.color_scale import paint_color_bar
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager

_COLUMNS_A_PAGE = 10


class FilterSheet(QWidget):
    """Tiles of a first layer or the heat map of a deeper one; an exportable figure.

    Signals:
        unit_chosen(unit): A tile or column was clicked.
        zoom_wanted(by): Ctrl+wheel, +1 or −1.
    """

    KEYS = say_all(
        (
            (
                "Arrows, Home, End, PgUp, PgDn",
                "On the sheet of filters: choose a unit to look at closely.",
            ),
        )
    )

    unit_chosen = Signal(int)
    zoom_wanted = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_sheet")
        self.setAccessibleName(tr("Weights of the layer"))
        self.setAccessibleDescription(tr("No weights yet."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._made_of: tuple[object, ...] = ()
        self._filters: Filters | None = None
        self._order: npt.NDArray[np.int64] = np.arange(0)
        self._how, self._per_tile, self._zoom = "index", False, 2.0
        self._image: QImage | None = None
        self._columns = 1
        self._room = 400
        self._chosen = -1
        self._note = ""
        themes.changed.connect(self.rebuild)

    # --- content ------------------------------------------------------------------------

    @property
    def filters(self) -> Filters | None:
        return self._filters

    @property
    def order(self) -> npt.NDArray[np.int64]:
        return self._order

    @property
    def image(self) -> QImage | None:
        return self._image

    @property
    def columns(self) -> int:
        """Tiles side by side; 1 for a heat map."""
        return self._columns

    @property
    def chosen(self) -> int:
        """The unit that was clicked (0-based), or −1."""
        return self._chosen

    def show_filters(self, filters: Filters | None, note: str = "") -> None:
        self._filters, self._note = filters, note
        self._made_of = ()  # other weights
        if filters is not None and self._chosen >= filters.kernel.shape[1]:
            self._chosen = -1
        self.rebuild()

    def arrange(self, how: str, per_tile: bool, zoom: float, room: int) -> None:
        """How to sort, scale and enlarge, and how wide the view is."""
        self._how, self._per_tile, self._zoom, self._room = how, per_tile, zoom, room
        self.rebuild()

    def choose(self, unit: int) -> None:
        self._chosen = unit
        self._describe()
        self.update()

    def _describe(self) -> None:
        filters = self._filters
        if filters is None:
            self.setAccessibleDescription(self._note or tr("No weights yet."))
            return
        text = f"{filters.title}, {filters.counted}"
        if 0 <= self._chosen < filters.kernel.shape[1]:
            words = filters.describe(self._chosen).replace("\n", ", ")
            text += f"; {words.split(f', {filters.value}')[0]}"
        self.setAccessibleDescription(text)

    def follow_scroll(self) -> None:
        """The ring stays at the edge of what is seen."""
        if self.hasFocus():
            self.update()

    def rebuild(self, *_: object) -> None:
        """Makes the picture anew."""
        filters = self._filters
        if filters is None:
            self._image, self._made_of = None, ()
            self.setFixedSize(QSize(max(self._room, 100), 200))
            self._describe()
            self.update()
            return
        theme = self._themes.theme
        columns = self._tile_columns()
        made_of = (theme.name, theme.colors, columns, self._how, self._per_tile)
        if made_of != self._made_of or self._image is None:
            self._order = sort_order(filters, self._how)
            self._image = picture_of(filters, self._order, columns, self._per_tile, theme)
            self._columns = columns
            self._made_of = made_of
        size = self._size_on_screen()
        self.setFixedSize(size)
        self._describe()
        self.update()

    def _tile_columns(self) -> int:
        assert self._filters is not None  # noqa: S101 - asked with filters only
        if self._filters.image_shape is None:
            return 1
        width = (self._filters.image_shape[1] + 1) * self._zoom
        return max(1, min(int(self._room / width), self._filters.kernel.shape[1]))

    def _size_on_screen(self) -> QSize:
        assert self._image is not None  # noqa: S101 - just made
        assert self._filters is not None  # noqa: S101
        zoom = self._zoom if self._filters.image_shape is not None else max(self._zoom / 2, 0.25)
        return QSize(
            max(1, round(self._image.width() * zoom)), max(1, round(self._image.height() * zoom))
        )

    # --- geometry -------------------------------------------------------------------------

    def place_of(self, unit: int) -> QRectF:
        """A unit's tile or column in widget coordinates."""
        filters = self._filters
        if filters is None or self._image is None:
            return QRectF()
        at = int(np.flatnonzero(self._order == unit)[0])
        scale = self.width() / self._image.width()
        if filters.image_shape is None:
            return QRectF(at * scale, 0, scale, self.height())
        height, width = filters.tile_shape
        row, column = divmod(at, self._columns)
        return QRectF(
            column * (width + 1) * scale, row * (height + 1) * scale, width * scale, height * scale
        )

    def _under(self, position: QPointF) -> tuple[int, int, int] | None:
        """Unit, and the row and column inside its tile with strip (or the input and 0)."""
        filters = self._filters
        if filters is None or self._image is None:
            return None
        scale = self.width() / self._image.width()
        x, y = int(position.x() / scale), int(position.y() / scale)
        if filters.image_shape is None:
            if 0 <= x < len(self._order) and 0 <= y < filters.kernel.shape[0]:
                return int(self._order[x]), y, 0
            return None
        height, width = filters.tile_shape
        column, inside_x = divmod(x, width + 1)
        row, inside_y = divmod(y, height + 1)
        at = row * self._columns + column
        if (
            inside_x >= width
            or inside_y >= height
            or column >= self._columns
            or at >= len(self._order)
        ):
            return None
        return int(self._order[at]), inside_y, inside_x

    # --- input ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if under is not None:
            self.choose(under[0])
            self.unit_chosen.emit(under[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        places = np.flatnonzero(self._order == self._chosen)
        at = move_in_rows(
            event.key(),
            int(places[0]) if places.size else -1,
            len(self._order) if self._filters is not None else 0,
            self._columns,
            self._rows_in_sight(),
        )
        if at is None:
            super().keyPressEvent(event)
            return
        unit = int(self._order[at])
        self.choose(unit)
        self.unit_chosen.emit(unit)

    def _rows_in_sight(self) -> int:
        """Whole rows of tiles that are seen; of a heat map ten columns count as a page."""
        if self._filters is None or self._image is None or self._filters.image_shape is None:
            return _COLUMNS_A_PAGE
        row = (self._filters.tile_shape[0] + 1) * self.width() / self._image.width()
        return max(int(self.visibleRegion().boundingRect().height() / row), 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            under = self._under(QPointF(event.pos()))
            if under is not None:
                QToolTip.showText(event.globalPos(), self.describe(*under), self)
            return True
        return super().event(event)

    def describe(self, unit: int, row: int = 0, column: int = 0) -> str:
        """What is under the mouse, in words."""
        assert self._filters is not None  # noqa: S101 - asked with filters only
        return self._filters.describe(unit, row, column)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._themes.theme
        if self._image is None or self._filters is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(16, 0, -16, 0), flags, self._note)
            return
        painter.drawImage(QRectF(self.rect()), self._image)
        clip = QRectF(event.rect())
        scale = self.width() / self._image.width()
        paint_unit_marks(
            painter,
            QRectF(self.rect()),
            self._filters,
            self._order,
            self._columns,
            scale,
            theme,
            clip,
        )
        if self._chosen >= 0:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self.place_of(self._chosen)
            # A thin column would vanish below its own frame.
            thin = max(0.0, 6.0 - place.width()) / 2
            painter.drawRect(place.adjusted(-thin, 0, thin, 0))
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    # --- figure -----------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        maps = self._filters is not None and self._filters.value != "weight"
        return "feature-maps" if maps else "filters"

    @property
    def figure_title(self) -> str:
        return self._filters.title if self._filters is not None else tr("Filters")

    def figure_size(self) -> QSizeF:
        filters = self._filters
        if filters is None:
            return QSizeF()
        width = 500.0
        if filters.image_shape is None:
            share = filters.kernel.shape[0] / filters.kernel.shape[1]
        else:
            columns, (high, wide) = self._figure_columns(), filters.tile_shape
            rows = -(-len(self._order) // columns)
            share = rows * (high + 1) / (columns * (wide + 1))
        # A very long or flat heat map keeps a shape that fits a page.
        return QSizeF(width, width * min(max(share, 0.2), 3.0) + 60)

    def _figure_columns(self) -> int:
        """As many tiles in a row as make the figure about square, however wide the panel is."""
        if self._filters is None or self._filters.image_shape is None:
            return 1
        high, wide = self._filters.tile_shape
        return max(1, math.ceil(math.sqrt(len(self._order) * (high + 1) / (wide + 1))))

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        filters = self._filters
        if filters is None or self._image is None:
            return
        columns = self._figure_columns()
        image = picture_of(filters, self._order, columns, self._per_tile, theme)
        metrics = QFontMetricsF(painter.font(), painter.device())
        head = metrics.height() * 1.4
        painter.setPen(QColor(theme.text))
        limit = find_limit(filters)
        scale = (
            tr("each tile by its own largest weight")
            if self._per_tile
            else f"±{number_text(limit, digits=3)}"
        )
        painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), head),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            tr("{filters_title}, colours span {scale}", filters_title=filters.title, scale=scale),
        )
        if filters.image_shape is None:
            side = QRectF(rect.left(), rect.top() + head, head, rect.height() - 3 * head)
            painter.save()
            painter.translate(side.center())
            painter.rotate(-90)
            turned = QRectF(-side.height() / 2, -head / 2, side.height(), head)
            painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, filters.rows_text)
            painter.restore()
        foot = QRectF(rect.left(), rect.bottom() - 2 * head, rect.width(), 2 * head)
        if self._per_tile:
            limits = ("−largest", "+largest")
        else:
            limits = (f"−{number_text(limit, digits=2)}", f"+{number_text(limit, digits=2)}")
        bar = QRectF(foot.left(), foot.top() + 0.3 * head, min(foot.width(), 180.0), 0.5 * head)
        if filters.is_coloured:
            painter.setPen(QColor(theme.text))
            said = tr("middle grey is 0, full colour {limit}", limit=limits[1])
            painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, said)
        else:
            paint_color_bar(painter, bar, limits, theme)
        left = 0.0 if filters.image_shape is not None else head
        area = rect.adjusted(left, head, 0, -2 * head)
        factor = min(area.width() / image.width(), area.height() / image.height())
        shown = QRectF(area.left(), area.top(), image.width() * factor, image.height() * factor)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(shown, image)
        paint_unit_marks(painter, shown, filters, self._order, columns, factor, theme, None)
        if filters.image_shape is None:
            painter.setPen(QColor(theme.text))
            words = QRectF(bar.right() + head, foot.top(), rect.right() - bar.right() - head, head)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft, tr("one column per unit"))

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        filters = self._filters
        if filters is None:
            return ["unit"], []
        header = [filters.unit, "norm", "bias", "dead"]
        header += [f"{filters.value} {i}" for i in range(filters.kernel.shape[0])]
        rows: list[list[object]] = []
        for unit in self._order.tolist():
            dead: object = "" if filters.dead is None else bool(filters.dead[unit])
            weights = [float(v) for v in filters.kernel[:, unit]]
            rows.append(
                [unit + 1, float(filters.norms[unit]), float(filters.bias[unit]), dead, *weights]
            )
        return header, rows
