"""Weights as pictures: first-layer tiles, deeper layers as a heat map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.gui.colormaps import diverge, diverging
from ffstudio.gui.theme import PAPER, Theme, ThemeManager

Floats = npt.NDArray[np.float32]

GAP = 3
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
        label_pixels: Pixels of the first row that carry the label.
        dead: Units that never answer (units,), or None while unknown.
    """

    kernel: Floats
    bias: Floats
    image_shape: tuple[int, int] | None
    label_kernel: Floats | None = None
    label_pixels: int = 0
    dead: npt.NDArray[np.bool_] | None = None
    class_names: tuple[str, ...] = ()
    title: str = ""

    @property
    def norms(self) -> Floats:
        """Length of each unit's weight vector (units,)."""
        return np.sqrt(np.square(self.kernel).sum(axis=0))


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
    finite = np.abs(kernel[np.isfinite(kernel)])
    if not finite.size:
        return 1.0
    sample = finite if finite.size <= 200_000 else finite[:: finite.size // 200_000]
    return float(np.quantile(sample, 0.998)) or 1.0


def tile_sheet(
    filters: Filters,
    order: npt.NDArray[np.int64],
    columns: int,
    per_tile: bool,
    is_dark: bool,
    ground: QColor,
) -> npt.NDArray[np.uint8]:
    """All tiles as one picture, one pixel per weight: (height, width, 3) uint8."""
    assert filters.image_shape is not None  # noqa: S101 - tiles need a shape
    height, width = filters.image_shape
    chosen = filters.kernel[:, order].T.reshape(len(order), height, width)
    if per_tile:
        limit = np.abs(chosen).max(axis=(1, 2), keepdims=True)
        colors = diverge(chosen / np.where(limit > 0, limit, 1.0), 1.0, is_dark)
    else:
        colors = diverge(chosen, color_limit(filters.kernel), is_dark)
    rows = -(-len(order) // columns)
    sheet = np.empty((rows, height + 1, columns, width + 1, 3), np.uint8)
    sheet[:] = (ground.red(), ground.green(), ground.blue())
    full = np.empty((rows * columns, height, width, 3), np.uint8)
    full[:] = (ground.red(), ground.green(), ground.blue())
    full[: len(order)] = colors
    tiles = full.reshape(rows, columns, height, width, 3).transpose(0, 2, 1, 3, 4)
    sheet[:, :height, :, :width] = tiles
    return sheet.reshape(rows * (height + 1), columns * (width + 1), 3)


def to_image(pixels: npt.NDArray[np.uint8]) -> QImage:
    """An RGB picture that owns its pixels."""
    height, width, _ = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


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
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
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

    def show_filters(self, filters: Filters | None, note: str = "") -> None:
        self._filters, self._note = filters, note
        if filters is None or self._chosen >= filters.kernel.shape[1]:
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
            self._image = None
            self.setFixedSize(QSize(max(self._room, 100), 200))
            self.update()
            return
        theme = self._themes.theme
        self._order = sort_order(filters, self._how)
        self._image, self._columns = self._picture(theme, self._tile_columns())
        size = self._shown_size()
        self.setFixedSize(size)
        self.setAccessibleDescription(f"{filters.title}, {filters.kernel.shape[1]} units")
        self.update()

    def _tile_columns(self) -> int:
        assert self._filters is not None  # noqa: S101 - asked with filters only
        if self._filters.image_shape is None:
            return 1
        width = (self._filters.image_shape[1] + 1) * self._zoom
        return max(1, min(int(self._room / width), self._filters.kernel.shape[1]))

    def _picture(self, theme: Theme, columns: int) -> tuple[QImage, int]:
        filters = self._filters
        assert filters is not None  # noqa: S101 - asked with filters only
        if filters.image_shape is not None:
            pixels = tile_sheet(
                filters, self._order, columns, self._per_tile, theme.is_dark, QColor(theme.surface)
            )
            return to_image(pixels), columns
        chosen = filters.kernel[:, self._order]
        return to_image(diverge(chosen, color_limit(chosen), theme.is_dark)), 1

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
        height, width = filters.image_shape
        row, column = divmod(at, self._columns)
        return QRectF(
            column * (width + 1) * scale, row * (height + 1) * scale, width * scale, height * scale
        )

    def _under(self, position: QPointF) -> tuple[int, int, int] | None:
        """Unit, and the row and column inside its tile (or the input and 0)."""
        filters = self._filters
        if filters is None or self._image is None:
            return None
        scale = self.width() / self._image.width()
        x, y = int(position.x() / scale), int(position.y() / scale)
        if filters.image_shape is None:
            if 0 <= x < len(self._order) and 0 <= y < filters.kernel.shape[0]:
                return int(self._order[x]), y, 0
            return None
        height, width = filters.image_shape
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
        lines = [f"unit {unit + 1}: norm {filters.norms[unit]:.3g}, bias {filters.bias[unit]:.3g}"]
        if filters.dead is not None and filters.dead[unit]:
            lines.append("dead: it answers to none of the images tried")
        if filters.image_shape is None:
            lines.append(f"weight from unit {row + 1} below: {filters.kernel[row, unit]:+.4f}")
            return "\n".join(lines)
        index = row * filters.image_shape[1] + column
        lines.append(f"weight of pixel ({row}, {column}): {filters.kernel[index, unit]:+.4f}")
        if index < filters.label_pixels:
            lines.append(f"this pixel carries the label {filters.class_names[index]}")
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
        self._paint_marks(
            painter, QRectF(self.rect()), self._image, self._columns, theme, event.rect()
        )
        if self._chosen >= 0:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.place_of(self._chosen))

    def _paint_marks(
        self,
        painter: QPainter,
        rect: QRectF,
        image: QImage,
        columns: int,
        theme: Theme,
        clip: object,
    ) -> None:
        """Label pixels as a dotted frame, dead units crossed out."""
        filters = self._filters
        if filters is None or filters.image_shape is None:
            return
        scale = rect.width() / image.width()
        height, width = filters.image_shape
        label = QPen(QColor(theme.warning), 0, Qt.PenStyle.SolidLine)
        dead = QPen(QColor(theme.danger), 0)
        top = clip.top() if hasattr(clip, "top") else None
        bottom = clip.bottom() if hasattr(clip, "bottom") else None
        for at, unit in enumerate(self._order.tolist()):
            row, column = divmod(at, columns)
            y = rect.top() + row * (height + 1) * scale
            if top is not None and bottom is not None and (y > bottom or y + height * scale < top):
                continue
            x = rect.left() + column * (width + 1) * scale
            if filters.label_pixels:
                painter.setPen(label)
                painter.drawLine(
                    QPointF(x, y + scale),
                    QPointF(x + min(filters.label_pixels, width) * scale, y + scale),
                )
            if filters.dead is not None and filters.dead[unit]:
                painter.setPen(dead)
                painter.drawLine(QPointF(x, y), QPointF(x + width * scale, y + height * scale))
                painter.drawLine(QPointF(x + width * scale, y), QPointF(x, y + height * scale))

    # --- figure -----------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return "filters"

    @property
    def figure_title(self) -> str:
        return self._filters.title if self._filters is not None else "Filters"

    def figure_size(self) -> QSizeF:
        if self._image is None:
            return QSizeF(400, 200)
        width = 500.0
        return QSizeF(width, width * self._image.height() / self._image.width() + 40)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        filters = self._filters
        if filters is None or self._image is None:
            return
        image, columns = self._picture(PAPER if theme is PAPER else theme, self._columns)
        metrics = QFontMetricsF(painter.font(), painter.device())
        head = metrics.height() * 1.4
        painter.setPen(QColor(theme.text))
        limit = color_limit(filters.kernel)
        scale = "each tile by its own largest weight" if self._per_tile else f"±{limit:.3g}"
        painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), head),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            f"{filters.title}, colours span {scale}",
        )
        area = rect.adjusted(0, head, 0, 0)
        factor = min(area.width() / image.width(), area.height() / image.height())
        shown = QRectF(area.left(), area.top(), image.width() * factor, image.height() * factor)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(shown, image)
        self._paint_marks(painter, shown, image, columns, theme, None)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        filters = self._filters
        if filters is None:
            return ["unit"], []
        header = ["unit", "norm", "bias", "dead"]
        header += [f"weight {i}" for i in range(filters.kernel.shape[0])]
        rows: list[list[object]] = []
        for unit in self._order.tolist():
            dead: object = "" if filters.dead is None else bool(filters.dead[unit])
            weights = [float(v) for v in filters.kernel[:, unit]]
            rows.append(
                [unit + 1, float(filters.norms[unit]), float(filters.bias[unit]), dead, *weights]
            )
        return header, rows


class ColorBar(QWidget):
    """What the colours mean."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_color_bar")
        self.setAccessibleName("Colour scale of the weights")
        self.setFixedHeight(30)
        self.setMinimumWidth(120)
        self._themes = themes
        self._limit = 0.0
        themes.changed.connect(self.update)

    def set_limit(self, limit: float) -> None:
        self._limit = limit
        self.setAccessibleDescription(f"from {-limit:.3g} to {limit:.3g}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._limit:
            return
        painter = QPainter(self)
        theme = self._themes.theme
        table = diverging(theme.is_dark)[None, :, :]
        bar = QRectF(0, 2, self.width(), 9)
        painter.drawImage(bar, to_image(table))
        painter.setPen(QColor(theme.line))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setPen(QColor(theme.muted))
        below = QRectF(0, 12, self.width(), 18)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, f"−{self._limit:.2g}")
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, f"+{self._limit:.2g}")
