"""Figures of what goes back, and where nothing does: gradients of both nets."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.explained import Explained
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.explain.brush import CENTRE, RIGHT, Brush, say
from ffstudio.gui.panels.explain.view_state import ViewState, layer_name
from ffstudio.gui.plots.same_scales import share_limit
from ffstudio.gui.style.theme import layer_color

_BOX, _LANE, _GAP, _STRIP = 34.0, 40.0, 12.0, 40.0


def _norm(values: np.ndarray) -> float:
    return float(np.linalg.norm(values))


# --- what is local ------------------------------------------------------------------------


def local_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of both nets as blocks."""
    lanes = int(bool(made.local)) + int(made.trace is not None)
    return lanes * (line * 3 + _BOX + _LANE) + (lanes - 1) * 1.5 * _GAP


def paint_local(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """Both nets as blocks, with the gradients of this image's pair."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    top = rect.top()
    if made.local:
        names = [layer_name(i) for i in range(made.num_layers)]
        norms = [norm.own for norm in made.norms]
        top = _paint_lane(brush, rect, top, tr("Forward-Forward"), names, norms, is_ff=True)
        top += 1.5 * _GAP
    if made.trace is not None:
        names = [layer.title for layer in made.trace.layers]
        norms = list(made.trace_norms)
        _paint_lane(brush, rect, top, tr("Backprop"), names, norms, is_ff=False)


def _paint_lane(
    brush: Brush,
    rect: QRectF,
    top: float,
    title: str,
    names: list[str],
    norms: list[float],
    *,
    is_ff: bool,
) -> float:
    """One net from left to right; the bottom of what was painted."""
    theme, line = brush.theme, brush.line
    color = theme.ff if is_ff else theme.bp
    head = QRectF(rect.left(), top, rect.width(), line)
    wide = brush.write(head, title, color=color, is_bold=True)
    said = (
        tr("each gradient is made in its layer")
        if is_ff
        else tr("each gradient needs the one above")
    )
    brush.write(head.adjusted(wide + 8, 0, 0, 0), said, color=theme.muted)
    boxes = [tr("Image"), *names]
    step = rect.width() / len(boxes)
    gap = min(34.0, step * 0.3)
    y = top + line + 6
    middle = y + _BOX / 2
    for k, name in enumerate(boxes):
        place = QRectF(rect.left() + k * step, y, step - gap, _BOX)
        brush.box(place, name, color if k else theme.muted)
        if k + 1 < len(boxes):
            start = QPointF(place.right() + 3, middle - (5 if k and not is_ff else 0))
            brush.arrow(start, QPointF(place.right() + gap - 3, start.y()), theme.muted)
        if k == 0:
            continue
        centre, low = place.center().x(), place.bottom()
        if is_ff:
            _paint_loop(brush, centre, low, color)
            if k > 1:
                _paint_no_way(brush, QPointF(place.left() - gap / 2, low + 0.42 * _LANE))
        elif k > 1:
            end = QPointF(place.left() - gap + 3, middle + 8)
            brush.arrow(QPointF(place.left() - 3, middle + 8), end, color)
        under = QRectF(place.left() - gap / 2, low + _LANE - 6, step, line)
        sign = "‖∂ℓ/∂Θ‖" if is_ff else "‖∂J/∂Θ‖"
        brush.write(under, sign, CENTRE, theme.muted)
        brush.write(under.translated(0, line), say(norms[k - 1]), CENTRE, is_bold=True)
        if not is_ff:
            brush.arrow(QPointF(centre, low + 4), QPointF(centre, low + _LANE - 8), color)
    return y + _BOX + _LANE + 2 * line


def _paint_loop(brush: Brush, centre: float, low: float, color: str) -> None:
    """An arrow out of a layer and back into it."""
    brush.painter.setPen(QPen(QColor(color), 1.6))
    loop = QRectF(centre - 17, low - 7, 34, 0.66 * _LANE)
    brush.painter.drawArc(loop, -180 * 16 + 14 * 16, 152 * 16)
    brush.arrow(
        QPointF(loop.left() + 3, loop.center().y() + 1),
        QPointF(loop.left() + 1, low + 1),
        color,
    )


def _paint_no_way(brush: Brush, at: QPointF) -> None:
    """A cross: nothing goes back here."""
    brush.painter.setPen(QPen(QColor(brush.theme.danger), 1.8))
    for way in (1, -1):
        brush.painter.drawLine(at + QPointF(-5, -5 * way), at + QPointF(5, 5 * way))


def local_table(state: ViewState) -> Table:
    """A row per layer of each net."""
    made, rows = state.explained, list[list[object]]()
    if made is not None:
        rows += [["ff", layer_name(i), n.own, n.through] for i, n in enumerate(made.norms)]
        traced = made.trace.layers if made.trace is not None else ()
        rows += [
            ["bp", layer.title, norm, ""]
            for layer, norm in zip(traced, made.trace_norms, strict=True)
        ]
    return ["net", "layer", "gradient_norm", "norm_with_what_came_back"], rows


# --- what backprop does instead -----------------------------------------------------------


def backprop_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of the error on its way back."""
    layers = len(made.trace.layers) if made.trace is not None else 0
    return line * 1.4 + layers * (2 * line + _STRIP + _GAP) + max(layers - 1, 0) * line


def paint_backprop(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """δ of each layer from the output back; beside it that of Forward-Forward's layers."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    assert made.trace is not None  # noqa: S101 - asked for first
    theme, line = brush.theme, brush.line
    has_both = bool(made.local)
    half = (rect.width() - 24) / 2 if has_both else rect.width()
    right = rect.left() + half + 24
    brush.write(
        QRectF(rect.left(), rect.top(), half, line), tr("Backprop"), color=theme.bp, is_bold=True
    )
    loss = tr("loss {value}", value=say(made.trace.loss))
    brush.write(QRectF(rect.left(), rect.top(), half, line), loss, RIGHT, theme.muted)
    if has_both:
        head = QRectF(right, rect.top(), half, line)
        brush.write(head, tr("Forward-Forward"), color=theme.ff, is_bold=True)
    y = rect.top() + 1.4 * line
    layers = list(enumerate(made.trace.layers))
    for index, layer in reversed(layers):
        is_last = index == len(layers) - 1
        _paint_delta(brush, QRectF(rect.left(), y, half, 2 * line + _STRIP), layer, is_last)
        if has_both and index < len(made.local):
            own = made.local[index].delta
            place = QRectF(right, y, half, 2 * line + _STRIP)
            color = layer_color(theme, index)
            _paint_strip(brush, place, layer_name(index), color, own[:1].ravel(), index)
        elif has_both and is_last:
            place = QRectF(right, y, half, line)
            brush.write(place, tr("There is no output, and no loss here."), color=theme.muted)
        y += 2 * line + _STRIP + _GAP
        if index > 0:
            middle = rect.left() + 12
            brush.arrow(QPointF(middle, y - _GAP + 1), QPointF(middle, y + line - 3), theme.bp, 2.0)
            back = QRectF(rect.left() + 26, y - _GAP / 2, half - 26, line)
            brush.write(back, "Θᵀ δ ⊙ g′(z)", color=theme.muted)
            if has_both:
                brush.painter.setPen(QPen(QColor(theme.line), 1, Qt.PenStyle.DashLine))
                at = y - _GAP / 2 + line / 2
                brush.painter.drawLine(QPointF(right, at), QPointF(right + half, at))
            y += line


def _paint_delta(brush: Brush, place: QRectF, layer: TracedLayer, is_last: bool) -> None:
    said = tr("{name}: δ = a − t", name=layer.title) if is_last else layer.title
    _paint_strip(brush, place, said, brush.theme.bp, layer.delta, -1)


def _paint_strip(
    brush: Brush, place: QRectF, title: str, color: QColor | str, delta: np.ndarray, index: int
) -> None:
    """δ of a layer, a square per unit, and its length."""
    line = brush.line
    brush.write(QRectF(place.left(), place.top(), place.width(), line), title, color=color)
    strip = QRectF(place.left(), place.top() + line, place.width(), _STRIP)
    limit = float(np.nanmax(np.abs(delta))) if delta.size else 1.0
    signed = np.where(delta == 0, -1e-30, delta)  # two colours around zero, whatever the signs
    brush.strip(strip, signed, share_limit(f"delta of {title} {index}", limit or 1.0))
    below = QRectF(place.left(), strip.bottom(), place.width(), line)
    brush.write(below, tr("‖δ‖ = {value}", value=say(_norm(delta))), is_bold=True)


def backprop_table(state: ViewState) -> Table:
    """A row per layer of each net."""
    made, rows = state.explained, list[list[object]]()
    if made is not None and made.trace is not None:
        rows += [
            ["bp", layer.title, _norm(layer.delta), norm]
            for layer, norm in zip(made.trace.layers, made.trace_norms, strict=True)
        ]
        rows += [
            ["ff", layer_name(i), _norm(layer.delta[:1]), norm.own]
            for i, (layer, norm) in enumerate(zip(made.local, made.norms, strict=True))
        ]
    return ["net", "layer", "delta_norm", "gradient_norm"], rows
