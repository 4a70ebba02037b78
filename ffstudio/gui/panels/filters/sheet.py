"""Weights as pictures: first-layer tiles, deeper layers as a heat map."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.gui.look.colormaps import Pixels, diverge_pixels, diverging, packed
from ffstudio.gui.look.theme import Theme, ThemeManager

Floats = npt.NDArray[np.float32]

SORTS = {
    "index": "Number",
    "norm": "Norm, largest first",
    "label": "Label selectivity",
}


@dataclass(frozen=True)
class Filters:
    """The weights of one layer as they shall be shown.

    Attributes:
        kernel: (inputs, units), image rows only for a first layer.
        label_kernel: Weights of the label (classes, units), or None.
        image_shape: (height, width) for tiles, or None for a heat map.
        label_pixels: Pixels of the first row that carry the label. Where it has inputs of
            its own (none of the pixels), they stand as a strip below the tile.
        dead: Units that never answer (units,), or None while unknown.
        unit: What a column of the kernel is: ``unit`` or ``channel``.
        value: What is shown: ``weight``, or ``activity`` of feature maps.
        places: (height, width, channels) where the inputs of a heat map are an image.
        rows_above: Last rows of a heat map, which see the layer above instead; of a layer
            shown as tiles they are left out.
    """

    kernel: Floats
    bias: Floats
    image_shape: tuple[int, int] | None
    label_kernel: Floats | None = None
    label_pixels: int = 0
    dead: npt.NDArray[np.bool_] | None = None
    class_names: tuple[str, ...] = ()
    title: str = ""
    unit: str = "unit"
    value: str = "weight"
    places: tuple[int, int, int] | None = None
    rows_above: int = 0

    @property
    def counted(self) -> str:
        """For example ``20 channels``."""
        units = self.kernel.shape[1]
        return f"{units:,} {self.unit}{'s' if units != 1 else ''}"

    def input_name(self, row: int) -> str:
        """What a row of a heat map sees."""
        inputs = self.kernel.shape[0] - self.rows_above
        if row >= inputs:
            return f"unit {row - inputs + 1} above"
        if self.places is None:
            return f"unit {row + 1} below"
        _, width, channels = self.places
        place, channel = divmod(row, channels)
        return f"channel {channel + 1} below at ({place // width}, {place % width})"

    @property
    def rows_text(self) -> str:
        """What the rows of a heat map are, for a reader."""
        below = "one row per unit below"
        if self.places is not None:
            below = "one row per place and channel below"
        return f"{below}, then per unit above" if self.rows_above else below

    @cached_property
    def norms(self) -> Floats:
        """Length of each unit's weight vector (units,)."""
        return np.sqrt(np.square(self.kernel).sum(axis=0))

    @cached_property
    def limit(self) -> float:
        """The weight that gets the full colour."""
        return color_limit(self.kernel)

    @cached_property
    def own_limits(self) -> Floats:
        """The largest weight of each unit (units,)."""
        return np.abs(self.kernel).max(axis=0)

    @property
    def strip(self) -> Strip | None:
        """Where label inputs of their own are drawn."""
        if self.image_shape is None or self.label_kernel is None or self.label_pixels:
            return None
        height, width = self.image_shape
        cell = max(1, width // len(self.label_kernel))
        return Strip(height + 1, cell, width // cell, len(self.label_kernel))

    @property
    def tile_shape(self) -> tuple[int, int]:
        """(height, width) of a tile with its strip, in weights."""
        assert self.image_shape is not None  # noqa: S101 - a heat map has no tiles
        height, width = self.image_shape
        return height if self.strip is None else self.strip.bottom, width


@dataclass(frozen=True)
class Strip:
    """Squares below a tile, one per class, on as many rows as the tile's width asks for.

    Attributes:
        top: First row inside the tile; ``cell``: side of a square, both in weights.
        per_row: Squares in a row; ``classes``: how many there are.
    """

    top: int
    cell: int
    per_row: int
    classes: int

    @property
    def bottom(self) -> int:
        return self.top + self.cell * -(-self.classes // self.per_row)

    def class_at(self, row: int, column: int) -> int | None:
        """The class whose square is at a place inside the tile."""
        down, right = (row - self.top) // self.cell, column // self.cell
        found = down * self.per_row + right
        return found if row >= self.top and right < self.per_row and found < self.classes else None


def sort_order(filters: Filters, how: str) -> npt.NDArray[np.int64]:
    """Unit numbers in the order asked for."""
    units = filters.kernel.shape[1]
    if how == "norm":
        return np.argsort(-filters.norms, kind="stable")
    if how == "label" and filters.label_kernel is not None:
        spread = filters.label_kernel.max(axis=0) - filters.label_kernel.min(axis=0)
        return np.argsort(-spread, kind="stable")
    return np.arange(units)


def color_limit(kernel: Floats) -> float:
    """The weight that gets the full colour: nearly the largest, so that one giant spoils nothing."""
    flat = kernel.ravel()
    if flat.size > 200_000:
        flat = flat[:: flat.size // 200_000]
    finite = np.abs(flat[np.isfinite(flat)])
    if not finite.size:
        return 1.0
    return float(np.quantile(finite, 0.998)) or 1.0


def tile_sheet(
    filters: Filters,
    order: npt.NDArray[np.int64],
    columns: int,
    per_tile: bool,
    is_dark: bool,
    ground: QColor,
) -> Pixels:
    """All tiles as one picture, one pixel per weight: (height, width) of 0xffRRGGBB."""
    assert filters.image_shape is not None  # noqa: S101 - tiles need a shape
    height, width = filters.image_shape
    full, strip = filters.tile_shape[0], filters.strip
    limit = filters.own_limits if per_tile else filters.limit
    rows = -(-len(order) // columns)
    tiles = np.full((rows * columns, full + 1, width + 1), packed(ground), np.uint32)
    # Colours in the order of the kernel, then moved: the cheap way round.
    colors = diverge_pixels(filters.kernel, limit, is_dark).T[order]
    tiles[: len(order), :height, :width] = colors.reshape(-1, height, width)
    if strip is not None and filters.label_kernel is not None:
        side = strip.cell
        squares = diverge_pixels(filters.label_kernel, limit, is_dark)[:, order]
        for label, color in enumerate(squares):
            down, right = divmod(label, strip.per_row)
            y, x = strip.top + down * side, right * side
            tiles[: len(order), y : y + side, x : x + side] = color[:, None, None]
    grid = tiles.reshape(rows, columns, full + 1, width + 1).transpose(0, 2, 1, 3)
    return grid.reshape(rows * (full + 1), columns * (width + 1))


def to_image(pixels: Pixels) -> QImage:
    """A picture of 0xffRRGGBB that owns its pixels."""
    height, width = pixels.shape
    data = np.ascontiguousarray(pixels)
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


class FilterSheet(QWidget):
    """Tiles of a first layer or the heat map of a deeper one; an exportable figure.

    Signals:
        unit_chosen(unit): A tile or column was clicked.
        zoom_wanted(by): Ctrl+wheel, +1 or −1.
    """

    unit_chosen = Signal(int)
    zoom_wanted = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_sheet")
        self.setAccessibleName("Weights of the layer")
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
        self.update()

    def rebuild(self, *_: object) -> None:
        """Makes the picture anew."""
        filters = self._filters
        if filters is None:
            self._image, self._made_of = None, ()
            self.setFixedSize(QSize(max(self._room, 100), 200))
            self.update()
            return
        theme = self._themes.theme
        columns = self._tile_columns()
        made_of = (theme.name, columns, self._how, self._per_tile)
        if made_of != self._made_of or self._image is None:
            self._order = sort_order(filters, self._how)
            self._image, self._columns = self._picture(theme, columns), columns
            self._made_of = made_of
        size = self._shown_size()
        self.setFixedSize(size)
        self.setAccessibleDescription(f"{filters.title}, {filters.counted}")
        self.update()

    def _tile_columns(self) -> int:
        assert self._filters is not None  # noqa: S101 - asked with filters only
        if self._filters.image_shape is None:
            return 1
        width = (self._filters.image_shape[1] + 1) * self._zoom
        return max(1, min(int(self._room / width), self._filters.kernel.shape[1]))

    def _picture(self, theme: Theme, columns: int) -> QImage:
        filters = self._filters
        assert filters is not None  # noqa: S101 - asked with filters only
        if filters.image_shape is not None:
            pixels = tile_sheet(
                filters, self._order, columns, self._per_tile, theme.is_dark, QColor(theme.surface)
            )
            return to_image(pixels)
        limit = filters.own_limits if self._per_tile else filters.limit
        return to_image(diverge_pixels(filters.kernel, limit, theme.is_dark)[:, self._order])

    def _shown_size(self) -> QSize:
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
        found = self._under(event.position())
        if found is not None:
            self.choose(found[0])
            self.unit_chosen.emit(found[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
            Qt.Key.Key_Home: -len(self._order),
            Qt.Key.Key_End: len(self._order),
        }
        key = Qt.Key(event.key())
        if self._filters is None or key not in moves:
            super().keyPressEvent(event)
            return
        found = np.flatnonzero(self._order == self._chosen)
        last = len(self._order) - 1
        edge = key in (Qt.Key.Key_Home, Qt.Key.Key_End)
        before = int(found[0]) if found.size else 0
        at = before + (moves[key] if found.size or edge else 0)
        if not edge and not 0 <= at <= last:
            at = before  # up from the top row stays in its column
        unit = int(self._order[min(max(at, 0), last)])
        self.choose(unit)
        self.unit_chosen.emit(unit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            found = self._under(QPointF(event.pos()))
            if found is not None:
                QToolTip.showText(event.globalPos(), self.describe(*found), self)
            return True
        return super().event(event)

    def describe(self, unit: int, row: int = 0, column: int = 0) -> str:
        """What is under the mouse."""
        filters = self._filters
        assert filters is not None  # noqa: S101 - asked with filters only
        lines = [f"{filters.unit} {unit + 1}: "]
        if filters.value == "weight":
            lines[0] += f"norm {filters.norms[unit]:.3g}, bias {filters.bias[unit]:.3g}"
        else:
            lines[0] += f"largest {filters.value} {filters.kernel[:, unit].max():.3g}"
        if filters.dead is not None and filters.dead[unit]:
            lines.append("dead: it answers to none of the images tried")
        if filters.image_shape is None:
            lines.append(f"weight from {filters.input_name(row)}: {filters.kernel[row, unit]:+.4f}")
            return "\n".join(lines)
        if row >= filters.image_shape[0]:
            label = filters.strip.class_at(row, column) if filters.strip is not None else None
            if label is not None and filters.label_kernel is not None:
                weight = filters.label_kernel[label, unit]
                of = "mean weight" if filters.unit == "channel" else "weight"
                lines.append(f"{of} of the label {filters.class_names[label]}: {weight:+.4f}")
            return "\n".join(lines)
        index = row * filters.image_shape[1] + column
        where = "of pixel" if filters.unit == "unit" or filters.value != "weight" else "at"
        lines.append(
            f"{filters.value} {where} ({row}, {column}): {filters.kernel[index, unit]:+.4f}"
        )
        if index < filters.label_pixels:
            label_name = filters.class_names[index % len(filters.class_names)]
            lines.append(f"this pixel carries the label {label_name}")
        return "\n".join(lines)

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
        columns = self._columns
        self._paint_marks(painter, QRectF(self.rect()), self._image, columns, theme, clip)
        if self._chosen >= 0:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = self.place_of(self._chosen)
            # A thin column would vanish below its own frame.
            thin = max(0.0, 6.0 - place.width()) / 2
            painter.drawRect(place.adjusted(-thin, 0, thin, 0))

    def _paint_marks(
        self,
        painter: QPainter,
        rect: QRectF,
        image: QImage,
        columns: int,
        theme: Theme,
        clip: QRectF | None,
    ) -> None:
        """Label pixels underlined, dead units crossed out (a heat map's: ticked at the top)."""
        filters = self._filters
        if filters is None:
            return
        scale = rect.width() / image.width()
        dead = QPen(QColor(theme.danger), 0)
        if filters.image_shape is None:
            if filters.rows_above:  # where the rows of the layer above begin
                edge = rect.top() + (filters.kernel.shape[0] - filters.rows_above) * scale
                painter.setPen(QPen(QColor(theme.text), 2))
                painter.drawLine(QPointF(rect.left(), edge), QPointF(rect.right(), edge))
            painter.setPen(QPen(QColor(theme.danger), max(1.0, min(scale, 3.0))))
            if filters.dead is not None:
                for at in np.flatnonzero(filters.dead[self._order]).tolist():
                    x = rect.left() + (at + 0.5) * scale
                    painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.top() + 7))
            return
        label = QPen(QColor(theme.warning), 0)
        height, width = filters.image_shape
        full = filters.tile_shape[0]
        for at, unit in enumerate(self._order.tolist()):
            row, column = divmod(at, columns)
            y = rect.top() + row * (full + 1) * scale
            if clip is not None and (y > clip.bottom() or y + height * scale < clip.top()):
                continue
            x = rect.left() + column * (width + 1) * scale
            # The label may fill several rows of a tiny picture.
            for below in range(-(-filters.label_pixels // width)):
                many = min(filters.label_pixels - below * width, width)
                line = y + (below + 1) * scale
                painter.setPen(label)
                painter.drawLine(QPointF(x, line), QPointF(x + many * scale, line))
            if filters.dead is not None and filters.dead[unit]:
                painter.setPen(dead)
                painter.drawLine(QPointF(x, y), QPointF(x + width * scale, y + height * scale))
                painter.drawLine(QPointF(x + width * scale, y), QPointF(x, y + height * scale))

    # --- figure -----------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        maps = self._filters is not None and self._filters.value != "weight"
        return "feature-maps" if maps else "filters"

    @property
    def figure_title(self) -> str:
        return self._filters.title if self._filters is not None else "Filters"

    def figure_size(self) -> QSizeF:
        filters = self._filters
        if filters is None:
            return QSizeF(400, 200)
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
        image = self._picture(theme, columns)
        metrics = QFontMetricsF(painter.font(), painter.device())
        head = metrics.height() * 1.4
        painter.setPen(QColor(theme.text))
        limit = filters.limit
        scale = "each tile by its own largest weight" if self._per_tile else f"±{limit:.3g}"
        painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), head),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            f"{filters.title}, colours span {scale}",
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
            limits = (f"−{limit:.2g}", f"+{limit:.2g}")
        bar = QRectF(foot.left(), foot.top() + 0.3 * head, min(foot.width(), 180.0), 0.5 * head)
        paint_color_bar(painter, bar, limits, theme)
        left = 0.0 if filters.image_shape is not None else head
        area = rect.adjusted(left, head, 0, -2 * head)
        factor = min(area.width() / image.width(), area.height() / image.height())
        shown = QRectF(area.left(), area.top(), image.width() * factor, image.height() * factor)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(shown, image)
        self._paint_marks(painter, shown, image, columns, theme, None)
        if filters.image_shape is None:
            painter.setPen(QColor(theme.text))
            words = QRectF(bar.right() + head, foot.top(), rect.right() - bar.right() - head, head)
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft, "one column per unit")

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


def paint_color_bar(painter: QPainter, bar: QRectF, limits: tuple[str, str], theme: Theme) -> None:
    """A scale with its ends and zero written below; vectors only."""
    table = diverging(theme.is_dark)
    ramp = QLinearGradient(bar.topLeft(), bar.topRight())
    for place in range(0, len(table), 15):
        ramp.setColorAt(place / (len(table) - 1), QColor(*(int(c) for c in table[place])))
    painter.fillRect(bar, ramp)
    painter.setPen(QPen(QColor(theme.line), 0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(bar)
    painter.setPen(QColor(theme.muted))
    height = QFontMetricsF(painter.font(), painter.device()).height()
    below = QRectF(bar.left(), bar.bottom() + 1, bar.width(), height)
    for where, text in (
        (Qt.AlignmentFlag.AlignLeft, limits[0]),
        (Qt.AlignmentFlag.AlignHCenter, "0"),
        (Qt.AlignmentFlag.AlignRight, limits[1]),
    ):
        painter.drawText(below, where, text)


class ColorBar(QWidget):
    """What the colours mean."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_color_bar")
        self.setAccessibleName("Colour scale of the weights")
        self.setFixedHeight(32)
        self.setMinimumWidth(120)
        self._themes = themes
        self._limits: tuple[str, str] | None = None
        themes.changed.connect(self.update)

    def set_limit(self, limit: float) -> None:
        """The weights of the full colours; 0 shows nothing."""
        self._limits = (f"−{limit:.2g}", f"+{limit:.2g}") if limit else None
        self.setAccessibleDescription(f"from {-limit:.3g} to {limit:.3g}")
        self.update()

    def set_own_scales(self) -> None:
        """Every unit has a limit of its own."""
        self._limits = ("−largest of its unit", "+largest")
        self.setAccessibleDescription("from minus to plus the largest weight of each unit")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._limits is None:
            return
        bar = QRectF(0.5, 2.5, self.width() - 1, 9)
        paint_color_bar(QPainter(self), bar, self._limits, self._themes.theme)
