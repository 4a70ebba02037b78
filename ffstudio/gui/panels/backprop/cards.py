"""Paints each layer as a card of numbers, a row per unit: weights in, z, a, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ffstudio.core.look.inspection import ACTIVATE, ERROR, GRADIENT, LOSS, SUM
from ffstudio.core.look.layer_gradients import LayerGradient
from ffstudio.core.mathematics.activations import say_activation
from ffstudio.core.words import tr
from ffstudio.gui.panels.backprop.formulas import down, say_pulled, up
from ffstudio.gui.panels.backprop.maps import (
    list_columns,
    list_local_columns,
    measure_card,
    paint_local_maps,
    paint_maps,
    place_row,
    place_weights,
)
from ffstudio.gui.panels.backprop.numbers import short
from ffstudio.gui.panels.backprop.page import Page, largest_local
from ffstudio.gui.style.colormaps import diverge, readable_on
from ffstudio.gui.style.theme import Theme

_GAP, _PAD = 8.0, 6.0
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOT_YET = "·"


@dataclass(frozen=True)
class Sizes:
    """Of rows and columns, from the font."""

    line: float
    cell: float
    index: float

    @classmethod
    def of(cls, metrics: QFontMetricsF) -> Sizes:
        return cls(
            metrics.height() * 1.06,
            metrics.horizontalAdvance("−0.0e−0") + 2.0,
            metrics.horizontalAdvance("000") + 3.0,
        )


@dataclass(frozen=True)
class Card:
    """One layer's place.

    Attributes:
        layer: 0-based.
        is_local: True for a Forward-Forward layer.
    """

    layer: int
    is_local: bool
    rect: QRectF


# Behind the weights: what stands in a column, its head, and the step that brings it.
_AFTER = ("z", "a", "slope", "pulled", "delta")


def lay_out(page: Page, width: float, sizes: Sizes) -> tuple[list[Card], float]:
    """Places of all cards, like words on lines; and the height of them all."""
    inspection = page.inspection
    if inspection is None:
        return [], 0.0
    wanted = []
    for i, layer in enumerate(inspection.traced.layers):
        units, sources = page.list_shown(i)
        if layer.is_map:
            count = len(list_columns(page, i))
            wide, high = measure_card(count, len(units), sizes.line, sizes.index)
            wanted.append((i, False, wide + 2 * _PAD, high + 2 * _PAD + 1.3 * sizes.line))
            continue
        cells = len(sources) + 1 + len(_AFTER)
        high = 2 * _PAD + sizes.line * (1.3 + 2.2 + 2.0 * len(units))
        wanted.append((i, False, 2 * _PAD + sizes.index + cells * sizes.cell, high))
    cards, x, y, tall = [], _GAP, 0.0, 0.0
    for part in (wanted, _local_sizes(page, sizes)):
        if part and part[0][1]:
            x, y, tall = _GAP, y + tall + _GAP + sizes.line * 1.6, 0.0
        for number, is_local, wide, high in part:
            if x > _GAP and x + wide > width - _GAP:
                x, y, tall = _GAP, y + tall + _GAP, 0.0
            cards.append(Card(number, is_local, QRectF(x, y, wide, high)))
            x, tall = x + wide + _GAP, max(tall, high)
    return cards, y + tall + _GAP


def widest(page: Page, sizes: Sizes) -> float:
    """Width of the widest card and its margins."""
    cards, _ = lay_out(page, 0.0, sizes)
    return max((card.rect.width() for card in cards), default=0.0) + 2 * _GAP


def _local_sizes(page: Page, sizes: Sizes) -> list[tuple[int, bool, float, float]]:
    inspection = page.inspection
    if inspection is None or not page.shows_local:
        return []
    made = []
    for i, layer in enumerate(inspection.local):
        rows = len(largest_local(layer.delta))
        if layer.before.ndim == 4:
            count = len(list_local_columns(layer))
            wide, high = measure_card(count, rows, sizes.line, sizes.index)
            high += 2.6 * sizes.line
        else:
            wide = sizes.index * 1.5 + 3 * len(layer.before) * sizes.cell
            high = sizes.line * (3.6 + 1.2 * rows)
        least = 26 * sizes.index / 3  # for what is said of goodness
        made.append((i, True, 2 * _PAD + max(wide, least), 2 * _PAD + high))
    return made


def _inside(card: Card, sizes: Sizes, lines: float) -> QRectF:
    """A card without its margin and its first lines."""
    return card.rect.adjusted(_PAD, _PAD + lines * sizes.line, -_PAD, -_PAD)


def weight_places(page: Page, card: Card, sizes: Sizes) -> list[tuple[QRectF, int, int]]:
    """Where a layer's weights are: place, unit, source; the bias is the source after the last."""
    assert page.inspection is not None  # noqa: S101 - a card is there
    if page.inspection.traced.layers[card.layer].is_map:
        corner = _inside(card, sizes, 1.3)
        return place_weights(page, card.layer, corner, sizes.line, sizes.index)
    units, columns = page.list_shown(card.layer)[0], page.list_columns(card.layer)
    return [
        (_cell(card, row, column, sizes), unit, source)
        for row, unit in enumerate(units)
        for column, source in enumerate(columns)
    ]


def row_places(card: Card, count: int, sizes: Sizes) -> list[QRectF]:
    """Where the rows of a card of pictures are."""
    corner = _inside(card, sizes, 1.3)
    return [place_row(corner, row, corner.width(), sizes.line) for row in range(count)]


def _cell(card: Card, row: int, column: int, sizes: Sizes) -> QRectF:
    left = card.rect.left() + _PAD + sizes.index + column * sizes.cell
    top = card.rect.top() + _PAD + sizes.line * (1.3 + 2.2 + 2.0 * row)
    return QRectF(left, top, sizes.cell, sizes.line * 2.0)


def paint_cards(
    painter: QPainter, cards: list[Card], page: Page, sizes: Sizes, theme: Theme, clip: QRectF
) -> None:
    """Paints the cards that ``clip`` touches."""
    painter.save()
    for card in cards:
        if not card.rect.adjusted(0, -2 * sizes.line, 0, 0).intersects(clip):
            continue
        if card.is_local:
            _paint_local(painter, card, page, sizes, theme)
        else:
            _paint_layer(painter, card, page, sizes, theme)
    painter.restore()


def _frame(painter: QPainter, card: Card, theme: Theme, edge: str, width: float) -> None:
    pen = QPen(QColor(edge), width)
    painter.setPen(pen)
    painter.setBrush(QColor(theme.surface))
    painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_layer(painter: QPainter, card: Card, page: Page, sizes: Sizes, theme: Theme) -> None:
    assert page.inspection is not None  # noqa: S101 - a card is there
    traced, i = page.inspection.traced, card.layer
    layer = traced.layers[i]
    is_here = page.inspection.steps[page.step][1] == i
    _frame(painter, card, theme, theme.bp if is_here else theme.line, 1.6 if is_here else 1.0)
    units, sources = page.list_shown(i)
    head = QRectF(
        card.rect.left() + _PAD, card.rect.top() + _PAD, card.rect.width() - 2 * _PAD, sizes.line
    )
    said = layer.title if layer.activation == "linear" and not layer.is_dense else ""
    said = said or f"{layer.title} · {say_activation(layer.activation)}"
    _title(painter, head, said, _come_back(page, i), theme)
    if layer.is_map:
        corner = _inside(card, sizes, 1.3)
        paint_maps(painter, corner, page, i, (sizes.line, sizes.index), theme)
        return
    _heads(painter, card, page, sizes, theme)
    reached = {
        "z": page.is_reached(SUM, i),
        "a": page.is_reached(ACTIVATE, i),
        "slope": page.is_reached(ERROR, i),
        "pulled": page.is_reached(ERROR, i),
        "delta": page.is_reached(ERROR, i),
    }
    columns = {
        "z": layer.before, "a": layer.after, "slope": layer.slope,
        "pulled": layer.pulled, "delta": layer.delta,
    }  # fmt: skip
    limit = float(np.abs(layer.kernel).max()) or 1.0 if layer.has_weights else 1.0
    weights, gradients = layer.weights, layer.weight_gradients
    name = theme.colors.weights
    for place, unit, source in weight_places(page, card, sizes):
        is_bias = source >= len(weights)
        weight = layer.bias[unit] if is_bias else weights[source, unit]
        # Twice the limit: the text stands on half of the colour.
        rgb = diverge(np.array([weight]), 2 * limit, theme.is_dark, name)[0]
        ground = QColor(*(int(c) for c in rgb))
        painter.fillRect(place.adjusted(1, 1, -1, -1), ground)
        ink = readable_on(ground)
        painter.setPen(ink)
        top = QRectF(place.left(), place.top() + 1, place.width(), sizes.line)
        painter.drawText(top, _CENTRE, short(weight))
        if page.is_reached(GRADIENT, i):
            gradient = layer.bias_gradient[unit] if is_bias else gradients[source, unit]
            soft = QColor(ink)
            soft.setAlphaF(0.72)
            painter.setPen(soft)
            low = QRectF(place.left(), place.top() + sizes.line, place.width(), sizes.line - 1)
            painter.drawText(low, _CENTRE, short(gradient))
        if (i, unit, source) == (page.layer, page.unit, page.source):
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -1, -1))
    for row, unit in enumerate(units):
        is_chosen = (page.layer, page.unit) == (i, unit)
        at = QRectF(_cell(card, row, 0, sizes))
        at.moveLeft(card.rect.left() + _PAD)
        at.setWidth(sizes.index)
        painter.setPen(QColor(theme.accent if is_chosen else theme.muted))
        painter.drawText(at, _LEFT, str(unit + 1))
        for k, key in enumerate(_AFTER):
            place = _cell(card, row, len(sources) + 1 + k, sizes)
            values = columns[key]
            painter.setPen(QColor(theme.text if reached[key] else theme.muted))
            if not reached[key]:
                painter.drawText(place, _CENTRE, _NOT_YET)
            elif values is None:
                painter.drawText(place, _CENTRE, "—")
            else:
                painter.drawText(place, _CENTRE, short(values[unit]))


def _heads(painter: QPainter, card: Card, page: Page, sizes: Sizes, theme: Theme) -> None:
    """What stands in each column; above the weights the activity that each meets."""
    assert page.inspection is not None  # noqa: S101 - a card is there
    i, layer = card.layer, page.inspection.traced.layers[card.layer]
    _, sources = page.list_shown(i)
    n, below = up(i + 1), up(layer.sources[0] + 1)
    pulled = say_pulled(page.inspection, i)
    heads = [f"a{below}{down(s + 1)}" for s in sources]
    heads += [f"β{n}" if layer.has_bias else "", f"z{n}", f"a{n}", "g′(z)", pulled, f"δ{n}"]
    is_known = layer.sources[0] < 0 or page.is_reached(ACTIVATE, layer.sources[0])
    values = [short(layer.below[s]) if is_known else _NOT_YET for s in sources]
    current = {
        len(sources) + 1: SUM, len(sources) + 2: ACTIVATE, len(sources) + 5: ERROR
    }  # fmt: skip
    for column, text in enumerate(heads):
        place = _cell(card, 0, column, sizes)
        place.moveTop(card.rect.top() + _PAD + 1.3 * sizes.line)
        place.setHeight(2.1 * sizes.line)
        kind = current.get(column)
        is_weight = column < len(sources) + 1
        is_now = (kind is not None and page.is_current(kind, i)) or (
            is_weight and page.is_current(GRADIENT, i)
        )
        if is_now:
            glow = QColor(theme.bp)
            glow.setAlphaF(0.18)
            whole = QRectF(
                place.left(), place.top(), place.width(), card.rect.bottom() - place.top() - _PAD
            )
            painter.fillRect(whole, glow)
        painter.setPen(QColor(theme.muted))
        top = QRectF(place.left(), place.top(), place.width(), sizes.line)
        painter.drawText(top, _CENTRE | Qt.TextFlag.TextDontClip, text)
        if column < len(sources):
            painter.setPen(QColor(theme.text))
            low = QRectF(place.left(), place.top() + sizes.line, place.width(), sizes.line)
            painter.drawText(low, _CENTRE, values[column])


def _come_back(page: Page, i: int) -> str:
    """What a card says at its right: what comes or goes, and how well it has been checked."""
    assert page.inspection is not None  # noqa: S101 - a card is there
    traced = page.inspection.traced
    parts = []
    checked = page.check.of(traced.layers[i].path, 0) if page.check is not None else None
    if checked is not None and page.is_reached(GRADIENT, i):
        engine = checked.engine_difference
        if engine is not None:
            parts.append(tr("TensorFlow ±{engine}", engine=short(engine)))
        parts.append(tr("numerical ±{number}", number=short(checked.numerical_difference)))
    elif i == len(traced.layers) - 1:
        if page.is_reached(LOSS, i):
            parts.append(f"J = {short(traced.loss)}")
    elif page.is_reached(ERROR, i):
        parts.append("← " + ", ".join(f"δ{up(k + 1)}" for k in page.inspection.list_above(i)))
    elif page.is_reached(ACTIVATE, i):
        parts.append(f"a{up(i + 1)} →")
    return " · ".join(parts)


def _title(painter: QPainter, head: QRectF, left: str, right: str, theme: Theme) -> None:
    font = painter.font()
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    painter.drawText(head, _LEFT, left)
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    painter.drawText(head, _RIGHT, right)


def _paint_local(painter: QPainter, card: Card, page: Page, sizes: Sizes, theme: Theme) -> None:
    inspection = page.inspection
    assert inspection is not None  # noqa: S101 - a card is there
    layer: LayerGradient = inspection.local[card.layer]
    if card.layer == 0:
        line = QRectF(
            card.rect.left(), card.rect.top() - 1.7 * sizes.line, 2000.0, sizes.line * 1.4
        )
        painter.setPen(QColor(theme.ff))
        painter.drawText(
            line,
            _LEFT,
            tr("Forward-Forward: each layer learns from its own loss; no arrow goes back."),
        )
    _frame(painter, card, theme, theme.line, 1.0)
    # A wall where the error would come from, had there been an arrow.
    painter.setPen(QPen(QColor(theme.ff), 3))
    edge = card.rect.right() - 2
    painter.drawLine(QPointF(edge, card.rect.top() + 6), QPointF(edge, card.rect.bottom() - 6))
    head = QRectF(
        card.rect.left() + _PAD, card.rect.top() + _PAD, card.rect.width() - 2 * _PAD, sizes.line
    )
    number = card.layer + 1
    _title(painter, head, tr("Layer {number}", number=number), f"L = {short(layer.loss)}", theme)
    is_pair = layer.goodness.ndim == 1
    if is_pair:
        said = tr(
            "g⁺ = {positive} (label {label})   g⁻ = {negative} (label {wrong})   θ = {theta}",
            positive=short(layer.goodness[0]),
            label=inspection.label,
            negative=short(layer.goodness[1]),
            wrong=inspection.wrong,
            theta=short(inspection.thresholds[card.layer]),
        )
    else:
        said = tr(
            "g = {positive} of label {label}, {negative} of label {wrong}",
            positive=short(layer.goodness[0, inspection.label]),
            label=inspection.label,
            negative=short(layer.goodness[0, inspection.wrong]),
            wrong=inspection.wrong,
        )
    painter.setPen(QColor(theme.text))
    painter.drawText(head.translated(0, 1.2 * sizes.line), _LEFT | Qt.TextFlag.TextDontClip, said)
    if layer.before.ndim == 4:
        corner = _inside(card, sizes, 2.6)
        paint_local_maps(painter, corner, layer, (sizes.line, sizes.index), theme)
        return
    left = card.rect.left() + _PAD + 1.5 * sizes.index
    heads: tuple[str, ...] = ("z⁺", "a⁺", "∂L/∂z⁺", "z⁻", "a⁻", "∂L/∂z⁻")
    heads = heads if is_pair else ("z", "a", "∂L/∂z")
    rows = [
        part[row]
        for row in range(len(layer.before))
        for part in (layer.before, layer.after, layer.delta)
    ]
    top = head.top() + 2.4 * sizes.line
    painter.setPen(QColor(theme.muted))
    for k, text in enumerate(heads):
        place = QRectF(left + k * sizes.cell, top, sizes.cell, sizes.line)
        painter.drawText(place, _CENTRE, text)
    for row, unit in enumerate(largest_local(layer.delta)):
        at = top + sizes.line * (1.2 + 1.2 * row)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            QRectF(head.left(), at, 1.5 * sizes.index, sizes.line), _LEFT, str(unit + 1)
        )
        painter.setPen(QColor(theme.text))
        for k, values in enumerate(rows):
            place = QRectF(left + k * sizes.cell, at, sizes.cell, sizes.line)
            painter.drawText(place, _CENTRE, short(values[unit]))
