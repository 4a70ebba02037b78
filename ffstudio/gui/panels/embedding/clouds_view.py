"""The clouds on the screen: by mouse, lasso and keys."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.grid_keys import ARROWS, CHOOSE
from ffstudio.gui.panels.embedding.clouds import (
    Cell,
    ShownClouds,
    lay_cells,
    measure_height,
    paint_clouds,
)
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager, mix

# As near as this the pointer means a dot.
_NEAR = 9.0
# A drag of less is a click.
_LEAST_DRAG = 5.0
_CARD = 84.0
_WAYS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class CloudsView(QWidget):
    """A cloud per layer.

    Args:
        image_of: The picture of an image of the sample, in a theme's colours.

    Signals:
        pointed_changed(): Another dot, or none, is looked at.
        lasso_closed(layer, rows): A lasso went around these rows of data.
        row_chosen(layer, row): A dot was clicked, or Enter pressed on it.
        let_go(): Escape was pressed, or nothing clicked: nothing shall be chosen.
    """

    KEYS = say_all(
        (
            ("Arrows", "In a cloud: go to the next image that way."),
            ("Home, End", "In a cloud: the first and the last image of the sample."),
            ("PgUp, PgDn", "In a cloud: the same image in the layer before, in the next."),
            ("Enter, Space", "In a cloud: show the image and those nearest to it."),
            ("Esc", "In a cloud: let go of what is chosen."),
        )
    )

    pointed_changed = Signal()
    lasso_closed = Signal(int, object)
    row_chosen = Signal(int, int)
    let_go = Signal()

    def __init__(
        self,
        shown: ShownClouds,
        themes: ThemeManager,
        image_of: Callable[[int, Theme], QImage],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("embedding_view")
        self.setAccessibleName(tr("Images by what each layer answers"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._shown, self._themes, self._image_of = shown, themes, image_of
        self._lasso: QPolygonF | None = None
        self._lasso_layer = -1
        themes.changed.connect(self.update)

    # --- to read ------------------------------------------------------------------------

    def dot(self, layer: int, row: int) -> QPointF:
        """Where a row of data is in a layer's cloud."""
        at = self._cells()[layer].place(self._shown.planes[layer].places[row])
        return QPointF(float(at[0]), float(at[1]))

    def cell_rect(self, layer: int) -> QRectF:
        """Where a layer's cloud is."""
        return self._cells()[layer].frame

    def refresh(self) -> None:
        """There is something else to show."""
        pointed = self._shown.pointed
        if pointed is not None:
            planes, embedding = self._shown.planes, self._shown.embedding
            rows = 0 if embedding is None else embedding.num_rows
            if pointed[0] >= rows or pointed[1] >= len(planes) or planes[pointed[1]].why_not:
                self._shown.pointed = None
        self._fit()
        self._describe()
        self.update()

    # --- geometry -------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(500, 320)

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(10, 8, -10, -6)

    def _cells(self) -> list[Cell]:
        return lay_cells(self._inside(), self._shown, QFontMetricsF(self.font()))

    def _fit(self) -> None:
        height = measure_height(self._inside().width(), self._shown, QFontMetricsF(self.font()))
        self.setMinimumHeight(round(height) + 14)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _layer_at(self, position: QPointF) -> int | None:
        for k, cell in enumerate(self._cells()):
            if cell.frame.adjusted(-4, -4, 4, 4).contains(position):
                return None if self._shown.planes[k].why_not else k
        return None

    def _row_at(self, position: QPointF) -> tuple[int, int] | None:
        layer = self._layer_at(position)
        if layer is None:
            return None
        at = self._cells()[layer].place(self._shown.planes[layer].places)
        far = np.hypot(at[:, 0] - position.x(), at[:, 1] - position.y())
        row = int(far.argmin())
        return (row, layer) if far[row] <= _NEAR else None

    # --- mouse ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        layer = self._layer_at(event.position())
        if layer is not None:
            self._lasso, self._lasso_layer = QPolygonF([event.position()]), layer

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._lasso is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._lasso.append(event.position())
            self.update()
            return
        self._point(self._row_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        lasso, self._lasso = self._lasso, None
        if lasso is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.update()
        box = lasso.boundingRect()
        if max(box.width(), box.height()) < _LEAST_DRAG:
            near = self._row_at(event.position())
            if near is None:
                self.let_go.emit()
            else:
                self._point(near)
                self.row_chosen.emit(near[1], near[0])
            return
        layer = self._lasso_layer
        if layer >= len(self._shown.planes) or self._shown.planes[layer].why_not:
            return
        at = self._cells()[layer].place(self._shown.planes[layer].places)
        rows = [
            row
            for row, (x, y) in enumerate(at.tolist())
            if lasso.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill)
        ]
        self.lasso_closed.emit(layer, rows)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def _point(self, pointed: tuple[int, int] | None) -> None:
        if pointed == self._shown.pointed:
            return
        self._shown.pointed = pointed
        self._describe()
        self.update()
        self.pointed_changed.emit()

    def _describe(self) -> None:
        shown = self._shown
        said = shown.caption
        if shown.pointed is not None:
            row, layer = shown.pointed
            words = shown.say_row(row).replace("\n", ", ")
            said = tr("{words}, in {layer}", words=words, layer=shown.planes[layer].name)
        self.setAccessibleDescription(said)

    # --- keys -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shown = Qt.Key(event.key()), self._shown
        there = [k for k, plane in enumerate(shown.planes) if not plane.why_not]
        if not there:
            super().keyPressEvent(event)
        elif key in (*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(key, there)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            row, layer = shown.pointed or (0, there[0])
            step = 1 if key is Qt.Key.Key_PageDown else -1
            at = there.index(layer) + step if shown.pointed else 0
            self._go_to(row, there[min(max(at, 0), len(there) - 1)])
        elif key in CHOOSE and shown.pointed is not None:
            self.row_chosen.emit(shown.pointed[1], shown.pointed[0])
        elif key is Qt.Key.Key_Escape and (shown.chosen or shown.pointed):
            self._point(None)
            self.let_go.emit()
        else:
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key, there: list[int]) -> None:
        shown = self._shown
        assert shown.embedding is not None  # noqa: S101 - there are planes
        if key is Qt.Key.Key_Home or shown.pointed is None:
            self._go_to(0, there[0] if shown.pointed is None else shown.pointed[1])
            return
        row, layer = shown.pointed
        if key is Qt.Key.Key_End:
            self._go_to(shown.embedding.num_rows - 1, layer)
            return
        at = self._cells()[layer].place(shown.planes[layer].places)
        way = np.array(_WAYS[key])
        step = at - at[row]
        along, aside = step @ way, np.abs(step @ way[::-1])
        # Whoever goes right goes more to the right than up or down; the nearest of these.
        ahead = (along > 0) & (along >= aside)
        if ahead.any():
            cost = np.where(ahead, np.hypot(along, 2 * aside), np.inf)
            self._go_to(int(cost.argmin()), layer)

    def _go_to(self, row: int, layer: int) -> None:
        self._point((row, layer))
        place, area = self.dot(layer, row), self.parent()
        scroll = area.parent() if area is not None else None
        if isinstance(scroll, QScrollArea):
            scroll.ensureVisible(round(place.x()), round(place.y()), 60, 120)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        paint_clouds(painter, self._inside(), theme, self._shown)
        if self._lasso is not None:
            painter.setPen(QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DashLine))
            painter.drawPolygon(self._lasso)
        elif self._shown.pointed is not None:
            self._paint_card(painter, theme, *self._shown.pointed)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)

    def _paint_card(self, painter: QPainter, theme: Theme, row: int, layer: int) -> None:
        """The image itself, and what is known of it, beside its dot."""
        embedding = self._shown.embedding
        if embedding is None:
            return
        image = self._image_of(embedding.image_of(row), theme)
        lines, metrics = self._shown.say_row(row).split("\n"), QFontMetricsF(self.font())
        wide = max(metrics.horizontalAdvance(text) for text in lines)
        size = QSizeF(_CARD + wide + 24, max(_CARD, len(lines) * metrics.height()) + 16)
        dot, inside = self.dot(layer, row), QRectF(self.visibleRegion().boundingRect())
        box = QRectF(dot + QPointF(14, 10), size)
        if box.right() > inside.right() - 4:
            box.moveRight(max(dot.x() - 14, inside.left() + 4 + size.width()))
        if box.bottom() > inside.bottom() - 4:
            box.moveBottom(max(dot.y() - 10, inside.top() + 4 + size.height()))
        painter.setPen(QPen(mix(QColor(theme.text), QColor(theme.raised), 0.4), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, 4, 4)
        place = QRectF(box.left() + 8, box.top() + 8, _CARD, _CARD)
        fitted = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(place.topLeft(), fitted), image)
        painter.setPen(QColor(theme.text))
        y = box.top() + 8 + metrics.ascent()
        for text in lines:
            painter.drawText(QPointF(place.right() + 8, y), text)
            y += metrics.height()
