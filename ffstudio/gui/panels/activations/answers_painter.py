"""Paints a strip per layer, and below it the units that answer most with the images they like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from ffstudio.core.words import tr
from ffstudio.gui.panels.activations.answers import ShownAnswers
from ffstudio.gui.plots.activity_strip import StripGrid, paint_strip
from ffstudio.gui.plots.same_scales import share_limit
from ffstudio.gui.style.theme import Theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_STRIP, _GAP, _THUMB, _ACROSS = 56.0, 8.0, 24.0, 3
# The image with a number in the sample's set, as it is painted.
ImageOf = Callable[[int, Theme], QImage]


@dataclass(frozen=True)
class LayerPlaces:
    """Where things of a layer are.

    Attributes:
        cards: Unit and place of each closer look.
    """

    layer: int
    head: QRectF
    strip: StripGrid
    cards: tuple[tuple[int, QRectF], ...]


def lay_out(shown: ShownAnswers, area: QRectF, metrics: QFontMetricsF) -> list[LayerPlaces]:
    """Places of all layers, one below the other."""
    if shown.answers is None:
        return []
    line, y, made = metrics.height() * 1.2, area.top(), []
    wide = _ACROSS * (_THUMB + 1)
    count = max(int((area.width() + _GAP) // (wide + _GAP)), 1)
    for layer, activity in enumerate(shown.answers.activities):
        head = QRectF(area.left(), y, area.width(), line)
        strip = StripGrid.fit(QRectF(area.left(), y + line, area.width(), _STRIP), activity.size)
        top = y + line + strip.rows * strip.side + 6
        cards = tuple(
            (unit, QRectF(area.left() + k * (wide + _GAP), top, wide, line + wide))
            for k, unit in enumerate(shown.units_of(layer, count))
        )
        made.append(LayerPlaces(layer, head, strip, cards))
        y = top + line + wide + 2 * _GAP
    return made


def answers_height(shown: ShownAnswers, width: float, metrics: QFontMetricsF) -> float:
    """Of all layers."""
    places = lay_out(shown, QRectF(0, 0, width, 0), metrics)
    if not places:
        return 0.0
    last = places[-1]
    wide = _ACROSS * (_THUMB + 1)
    bottom = last.strip.place.top() + last.strip.rows * last.strip.side
    return bottom + 6 + metrics.height() * 1.2 + wide + _GAP


def paint_answers(
    painter: QPainter,
    places: list[LayerPlaces],
    theme: Theme,
    shown: ShownAnswers,
    image_of: ImageOf,
    chosen: tuple[int, int] | None,
) -> None:
    """Paints all layers.

    Args:
        chosen: The layer and unit that the keyboard is at.
    """
    answers = shown.answers
    if answers is None:
        return
    for place in places:
        layer = place.layer
        _paint_head(painter, place, theme, shown)
        activity = answers.activities[layer]
        limit = float(np.nanmax(np.abs(activity))) if activity.size else 1.0
        limit = share_limit(f"activity of layer {layer}", limit)
        marked = {unit: theme.accent for at, unit in shown.pinned if at == layer}
        if chosen is not None and chosen[0] == layer:
            marked[chosen[1]] = theme.text
        signed = bool((activity < 0).any())
        paint_strip(painter, place.strip, activity, limit, theme, is_signed=signed, marked=marked)
        for unit, card in place.cards:
            _paint_card(painter, card, theme, shown, layer, unit, image_of)


def _paint_head(painter: QPainter, place: LayerPlaces, theme: Theme, shown: ShownAnswers) -> None:
    font = painter.font()
    bold = QFont(font)
    bold.setBold(True)
    name = shown.names[place.layer] if place.layer < len(shown.names) else ""
    painter.setFont(bold)
    painter.setPen(QColor(theme.layers[place.layer % len(theme.layers)]))
    painter.drawText(place.head, _LEFT, name)
    wide = QFontMetricsF(bold).horizontalAdvance(name) + 10
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    room = place.head.adjusted(wide, 0, 0, 0)
    metrics = QFontMetricsF(font, painter.device())
    words = shown.head_words(place.layer)
    painter.drawText(
        room, _LEFT, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    )


def _paint_card(
    painter: QPainter,
    card: QRectF,
    theme: Theme,
    shown: ShownAnswers,
    layer: int,
    unit: int,
    image_of: ImageOf,
) -> None:
    metrics = QFontMetricsF(painter.font(), painter.device())
    line = metrics.height() * 1.2
    is_pinned = (layer, unit) in shown.pinned
    painter.setPen(QColor(theme.accent if is_pinned else theme.text))
    text = shown.unit_words(layer, unit)
    painter.drawText(
        QRectF(card.left(), card.top(), card.width(), line),
        _LEFT,
        metrics.elidedText(text, Qt.TextElideMode.ElideRight, card.width()),
    )
    pictures = QRectF(card.left(), card.top() + line, card.width(), card.height() - line)
    liked = shown.liked[layer] if layer < len(shown.liked) else None
    if liked is None or unit >= len(liked.rows):
        painter.setPen(QColor(theme.muted))
        painter.drawText(pictures, _CENTRE, "…")
    elif liked.silent[unit]:
        painter.setPen(QColor(theme.muted))
        painter.drawText(pictures, _CENTRE | Qt.TextFlag.TextWordWrap, tr("answers to none"))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        for k, row in enumerate(liked.rows[unit].tolist()):
            down, across = divmod(k, _ACROSS)
            place = QRectF(
                pictures.left() + across * (_THUMB + 1),
                pictures.top() + down * (_THUMB + 1),
                _THUMB,
                _THUMB,
            )
            painter.drawImage(place, image_of(row, theme))
    if is_pinned:
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(pictures.adjusted(-2, -2, 1, 1))
