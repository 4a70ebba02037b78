"""The strips and closer looks; a click or Enter pins a unit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.grid_keys import CHOOSE, move_in_rows
from ffstudio.gui.panels.activations.answers import ShownAnswers
from ffstudio.gui.panels.activations.answers_painter import (
    ImageOf,
    LayerPlaces,
    answers_height,
    lay_out,
    paint_answers,
)
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager


class AnswersView(QWidget):
    """See the module docstring.

    Signals:
        unit_pinned(layer, unit): A unit was clicked.
    """

    KEYS = say_all(
        (
            ("Arrows", "In Activations: go to another unit; at an edge, to the next layer."),
            ("Enter", "In Activations: pin the unit, or let go of it."),
        )
    )

    unit_pinned = Signal(int, int)

    def __init__(
        self,
        shown: ShownAnswers,
        themes: ThemeManager,
        image_of: ImageOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("activations_view")
        self.setAccessibleName(tr("Activity of all layers"))
        self.setToolTip(
            tr("A square per unit, and below those that answer most. Click one to pin it.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._shown, self._themes, self._image_of = shown, themes, image_of
        self._places: list[LayerPlaces] = []
        self._chosen: tuple[int, int] | None = None
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Other answers, pins or images."""
        self._arrange()
        self.update()

    def place_of(self, layer: int, unit: int) -> QRectF:
        """A unit's square in its layer's strip; empty without one."""
        for place in self._places:
            if place.layer == layer and unit < place.strip.count:
                return place.strip.place_of(unit)
        return QRectF()

    def card_of(self, layer: int, unit: int) -> QRectF:
        """The closer look at a unit; empty without one."""
        for place in self._places:
            for shown, card in place.cards:
                if (place.layer, shown) == (layer, unit):
                    return card
        return QRectF()

    def cards(self, layer: int) -> list[int]:
        """Units of a layer that are looked at closer."""
        return [unit for place in self._places if place.layer == layer for unit, _ in place.cards]

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(8, 6, -8, -6)

    def _arrange(self) -> None:
        metrics = QFontMetricsF(self.font())
        self._places = lay_out(self._shown, self._area(), metrics)
        high = answers_height(self._shown, self._area().width(), metrics)
        self.setMinimumHeight(round(high) + 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        chosen = self._chosen if self.hasFocus() else None
        paint_answers(painter, self._places, theme, self._shown, self._image_of, chosen)
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def _unit_at(self, at: QPointF) -> tuple[int, int] | None:
        for place in self._places:
            unit = place.strip.unit_at(at)
            if unit is not None:
                return place.layer, unit
            for shown, card in place.cards:
                if card.contains(at):
                    return place.layer, shown
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._unit_at(event.position())
        if under is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go_to(under)
            self.unit_pinned.emit(*under)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CHOOSE[:2] and self._chosen is not None:
            self.unit_pinned.emit(*self._chosen)
            return
        layer, unit = self._chosen or (0, -1)
        places = {place.layer: place.strip for place in self._places}
        if layer not in places:
            super().keyPressEvent(event)
            return
        strip = places[layer]
        at = move_in_rows(event.key(), unit, strip.count, strip.columns, strip.rows)
        if at is None:
            super().keyPressEvent(event)
        elif at != unit:
            self._go_to((layer, at))
        else:  # at an edge
            back = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left)
            after = layer - 1 if back else layer + 1
            if after in places:
                self._go_to((after, places[after].count - 1 if back else 0))

    def _go_to(self, unit: tuple[int, int]) -> None:
        self._chosen = unit
        self.setAccessibleDescription(self._describe(*unit))
        self.update()

    def _describe(self, layer: int, unit: int) -> str:
        words = self._shown.unit_words(layer, unit)
        name = self._shown.names[layer] if layer < len(self._shown.names) else ""
        return tr("{name}, unit {words}", name=name, words=words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._unit_at(QPointF(event.pos()))
            text = self._describe(*under) if under is not None else self.toolTip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))
