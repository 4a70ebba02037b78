"""All layers' histograms on the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.panels.goodness.layer_painter import (
    CELL_HEIGHT,
    cell_of,
    columns_in,
    paint_layer,
    paint_legend,
)
from ffstudio.gui.panels.goodness.measured import GAPS, POPULATIONS, ShownGoodness
from ffstudio.gui.style.theme import ThemeManager

# As near as this, in pixels, a mouse takes hold of θ.
_GRIP = 7.0


@dataclass(frozen=True)
class _Axis:
    """Where a layer's goodness is on the screen."""

    layer: int
    inner: QRectF
    low: float
    high: float

    def x_of(self, value: float) -> float:
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.inner.left() + share * self.inner.width()

    def value_at(self, x: float) -> float:
        share = min(max((x - self.inner.left()) / self.inner.width(), 0.0), 1.0)
        return self.low + share * (self.high - self.low)


class HistogramsView(QWidget):
    """All layers' histograms in a grid that reflows.

    Signals:
        threshold_dragged(layer, threshold): θ of a layer (0-based) was dragged there.
    """

    threshold_dragged = Signal(int, float)

    def __init__(
        self, themes: ThemeManager, shown: ShownGoodness, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes, self._shown = themes, shown
        self._below_legend = 0.0
        self._inside: dict[int, QRectF] = {}
        self._dragged: _Axis | None = None
        self.setMouseTracking(True)
        self.setObjectName("goodness_view")
        self.setAccessibleName(tr("Goodness histograms"))
        self.setMinimumWidth(220)
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Paints what has changed."""
        shown = self._shown
        self.setAccessibleDescription(
            "; ".join(
                tr(
                    "layer {k}: {gap_text}",
                    k=k + 1,
                    gap_text=shown.gap_text(k) if view == GAPS else shown.read_out(k),
                )
                for k, view in shown.cells
            )
        )
        self._fix_height()
        self.update()

    def _geometry(self) -> tuple[int, int, float]:
        count = len(self._shown.cells)
        columns = columns_in(self.width() - 16, max(count, 1), self._shown.views_per_layer)
        scale = max(QFontMetricsF(self.font()).height() / 15.0, 1.0)
        return columns, math.ceil(count / columns), CELL_HEIGHT * scale

    def _fix_height(self) -> None:
        _, rows, height = self._geometry()
        self.setMinimumHeight(round(rows * height + 30 + 20 * len(self._shown.kinds_of_view)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fix_height()

    def _layout(self, painter_height: float) -> tuple[QRectF, int, int]:
        columns, rows, height = self._geometry()
        inner = QRectF(self.rect()).adjusted(10, 8 + painter_height, -6, -8)
        tall = min(inner.height(), rows * height * 1.9)
        return QRectF(inner.topLeft(), QSizeF(inner.width(), tall)), columns, rows

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, shown = self._themes.theme, self._shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        if shown.probed is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.92, 6.5))
        painter.setFont(font)
        used = paint_legend(
            painter,
            QRectF(self.rect()).adjusted(10, 8, -10, 0),
            theme,
            shown,
            shown.kinds_of_view,
        )
        self._below_legend = used + 10
        area, columns, rows = self._layout(self._below_legend)
        for at, (k, view) in enumerate(shown.cells):
            cell = cell_of(area, at, columns, rows, 14)
            if event.rect().intersects(cell.toAlignedRect()):
                inner = paint_layer(painter, cell, theme, shown, k, view)
                if view == POPULATIONS:
                    self._inside[k] = inner

    # --- dragging θ -----------------------------------------------------------------------

    def threshold_place(self, layer: int) -> QPointF:
        """Where θ of a layer (0-based), or the one tried there, is taken hold of."""
        axis = self._axis(layer)
        if axis is None:
            return QPointF(-1, -1)
        return QPointF(axis.x_of(self._find_tried(layer)), axis.inner.center().y())

    def _find_tried(self, layer: int) -> float:
        return self._shown.tried.get(layer, self._shown.layers[layer].threshold)

    def _axis(self, layer: int) -> _Axis | None:
        inner = self._inside.get(layer)
        if inner is None or (layer, POPULATIONS) not in self._shown.cells:
            return None
        if not self._shown.has_threshold(layer):
            return None
        low, high = self._shown.chart(layer, self._themes.theme).x_range
        return _Axis(layer, inner, low, high)

    def _grip_at(self, at: QPointF) -> _Axis | None:
        for layer, inner in self._inside.items():
            if inner.adjusted(-_GRIP, 0, _GRIP, 0).contains(at):
                axis = self._axis(layer)
                if axis is not None and abs(at.x() - axis.x_of(self._find_tried(layer))) <= _GRIP:
                    return axis
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._shown.probed is not None:
            self._dragged = self._grip_at(event.position())
        if self._dragged is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._dragged is not None:
            self.threshold_dragged.emit(self._dragged.layer, self._dragged.value_at(x))
        elif self._shown.probed is not None and self._grip_at(event.position()):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            super().mouseReleaseEvent(event)
        self._dragged = None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return bool(super().event(event))

    def _tip(self, at: QPointF) -> str:
        area, columns, rows = self._layout(self._below_legend)
        for place, (k, view) in enumerate(self._shown.cells):
            if cell_of(area, place, columns, rows, 14).contains(at):
                return self._gap_tip(k) if view == GAPS else self._population_tip(k)
        return ""

    def _gap_tip(self, k: int) -> str:
        shown = self._shown
        text = tr(
            "Layer {k}: {gap_text}, {median_text}\n",
            k=k + 1,
            gap_text=shown.gap_text(k),
            median_text=shown.median_text(k),
        )
        return text + (
            tr(
                "Of each image: the goodness of its true label less that of the best wrong one.\n"
                "Above 0 this layer alone names the right label, so the share above 0 is the layer's "
                "own accuracy."
            )
        )

    def _population_tip(self, k: int) -> str:
        shown, layer = self._shown, self._shown.layers[k]
        thresholds = [f"{n} = {number_text(at)}" for n, at in shown.thresholds(k)]
        about = ", ".join(thresholds) or shown.note(k)
        text = tr("Layer {k}{either}{about}\n", k=k + 1, either=", " if about else "", about=about)
        if len(layer.positive) and len(layer.negative):
            text += tr(
                "Positive: mean {mean} ± {std}\nNegative: mean {mean_2} ± {std_2}\n",
                mean=number_text(layer.positive.mean(), digits=4),
                std=number_text(layer.positive.std(), digits=3),
                mean_2=number_text(layer.negative.mean(), digits=4),
                std_2=number_text(layer.negative.std(), digits=3),
            )
        return text + (
            tr(
                "AUC: how often a positive has more goodness than a negative (0.5 is chance).\n"
                "d′: distance of the means in standard deviations. Overlap: shared area of the "
                "histograms.\n{winner} wins: {wins}",
                winner=shown.words.winner.capitalize(),
                wins=shown.words.wins,
            )
        )
