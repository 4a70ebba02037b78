"""The numbers of all layers; a weight is chosen by mouse or keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.panels.backprop.cards import (
    Card,
    Sizes,
    lay_out,
    paint_cards,
    row_places,
    weight_places,
    widest,
)
from ffstudio.gui.panels.backprop.maps import name_weight
from ffstudio.gui.panels.backprop.numbers import short
from ffstudio.gui.panels.backprop.page import Page
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import ThemeManager

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_NEXT = (Qt.Key.Key_N, Qt.Key.Key_PageDown)
_BACK = (Qt.Key.Key_B, Qt.Key.Key_PageUp)
# Of the panel's font.
_LARGEST, _SMALLEST = 0.9, 0.7
_TYPED = "0123456789.,-+−"


class NetView(QWidget):
    """See the module docstring.

    Signals:
        weight_chosen(): Another weight is chosen.
        step_wanted(by): A step forwards or back.
        edit_wanted(text): The chosen weight shall be typed, beginning with this text.
    """

    KEYS = say_all(
        (
            ("N, PgDn", "In the backprop inspector: the next step."),
            ("B, PgUp", "In the backprop inspector: the step before."),
            ("Arrows", "In the backprop inspector: choose another weight."),
            ("Enter, digits", "In the backprop inspector: type the chosen weight."),
        )
    )

    weight_chosen = Signal()
    step_wanted = Signal(int)
    edit_wanted = Signal(str)

    def __init__(self, page: Page, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backprop_numbers")
        self.setAccessibleName(tr("Numbers of all layers"))
        self.setToolTip(
            tr(
                "A row per unit: its weights with what they meet above, z, a, and what comes back.\n"
                "Below each weight its gradient. Click a weight to choose it."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._page, self._themes = page, themes
        self._cards: list[Card] = []
        self._scale = _LARGEST
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Another step, other numbers or another choice."""
        self._arrange()
        self._describe()
        self.update()

    def place_of(self, layer: int, unit: int, source: int) -> QRectF:
        """Where a weight stands; empty when it is not shown."""
        for card in self._cards:
            if card.layer == layer and not card.is_local:
                for place, *which in weight_places(self._page, card, self._sizes()):
                    if which == [unit, source]:
                        return place
        return QRectF()

    def place_of_layer(self, layer: int) -> QRectF:
        """Where a layer's card stands; empty without one."""
        for card in self._cards:
            if card.layer == layer and not card.is_local:
                return card.rect
        return QRectF()

    def _sizes(self) -> Sizes:
        return Sizes.of(QFontMetricsF(self._small_font(), self))

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * self._scale, 6.5))
        return font

    def _arrange(self) -> None:
        self._scale = _LARGEST
        wanted = widest(self._page, self._sizes())
        if wanted > self.width():  # smaller, so that a layer is seen whole
            self._scale = max(_LARGEST * self.width() / wanted, _SMALLEST)
        self._cards, height = lay_out(self._page, self.width(), self._sizes())
        wide = max((card.rect.right() for card in self._cards), default=0.0) + 8
        self.setMinimumSize(round(min(wide, 2000)) if self._cards else 0, round(height))

    def _describe(self) -> None:
        page = self._page
        if page.inspection is None:
            self.setAccessibleDescription("")
            return
        layer = page.chosen_layer
        if not layer.has_weights:
            said = tr("{title}, unit {unit}: no weights", title=layer.title, unit=page.unit + 1)
            self.setAccessibleDescription(said)
            return
        is_bias = page.source >= len(layer.weights)
        weight = layer.bias[page.unit] if is_bias else layer.weights[page.source, page.unit]
        text = tr(
            "{title}, unit {unit}, {what}: {weight}",
            title=layer.title,
            unit=page.unit + 1,
            what=tr("bias") if is_bias else name_weight(page, page.layer, page.source),
            weight=short(weight),
        )
        self.setAccessibleDescription(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._themes.theme
        painter.fillRect(event.rect(), QColor(theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        paint_cards(painter, self._cards, self._page, self._sizes(), theme, QRectF(event.rect()))
        if self.hasFocus():
            paint_focus_ring(painter, self.visibleRegion().boundingRect(), theme)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._choose_at(event.position()):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._choose_at(event.position()):
            self.edit_wanted.emit("")

    def _choose_at(self, at: QPointF) -> bool:
        for card in self._cards:
            if card.is_local or not card.rect.contains(at):
                continue
            for place, unit, source in weight_places(self._page, card, self._sizes()):
                if place.contains(at):
                    self._page.choose(card.layer, unit, source)
                    self._tell_choice()
                    return True
            row = self._find_row(card, at)
            if row is not None:
                self._page.choose_unit(card.layer, row)
                self._tell_choice()
                return True
        return False

    def _find_row(self, card: Card, at: QPointF) -> int | None:
        """The channel whose pictures are there."""
        inspection = self._page.inspection
        if inspection is None or not inspection.traced.layers[card.layer].is_map:
            return None
        units = self._page.list_shown(card.layer)[0]
        places = row_places(card, len(units), self._sizes())
        return next((u for u, place in zip(units, places, strict=True) if place.contains(at)), None)

    def _tell_choice(self) -> None:
        self._describe()
        self.update()
        self.weight_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if key in _NEXT or key in _BACK:
            self.step_wanted.emit(1 if key in _NEXT else -1)
        elif key in _STEPS:
            if self._page.move(*_STEPS[key]):
                self._tell_choice()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit("")
        elif text and text in _TYPED:
            self.edit_wanted.emit(text)
        else:
            super().keyPressEvent(event)
