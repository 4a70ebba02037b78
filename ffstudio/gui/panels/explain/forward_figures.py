"""Figures of what goes forward: goodness, the two passes, labels and prediction."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from ffstudio.core.image_shape import count_marked
from ffstudio.core.look.explained import Explained
from ffstudio.core.mathematics import LOCAL_LOSSES
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.panels.explain.brush import CENTRE, RIGHT, Brush, say
from ffstudio.gui.panels.explain.view_state import ViewState, layer_name
from ffstudio.gui.plots.same_scales import share_limit, share_range
from ffstudio.gui.style.theme import layer_color

_STRIP, _BARS, _PICTURE, _GAP, _BAR = 46.0, 62.0, 96.0, 12.0, 13.0


def _threshold(made: Explained, layer: int) -> float | None:
    """θ, where the layer's loss looks at it."""
    if layer >= len(made.losses) or not LOCAL_LOSSES[made.losses[layer]].uses_threshold:
        return None
    return float(made.net.layers[layer].threshold)


def _is_narrow(width: float) -> bool:
    return width < 440


def _beside_picture(rect: QRectF) -> QRectF:
    """What is left beside a picture, or below it where there is little room."""
    if _is_narrow(rect.width()):
        return rect.adjusted(0, _PICTURE + _GAP, 0, 0)
    return rect.adjusted(_PICTURE + 18, 0, 0, 0)


def _extra_height(width: float) -> float:
    return _PICTURE + _GAP if _is_narrow(width) else 0.0


# --- what goodness is ---------------------------------------------------------------------


def goodness_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of goodness."""
    rows = made.num_layers * (3 * line + _STRIP + _GAP)
    return max(rows, _PICTURE + line) + _extra_height(width)


def paint_goodness(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """One image; per layer its activities, what each unit adds, and the sum as a bar."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    theme, line = brush.theme, brush.line
    _paint_image(brush, rect, state, made.label, tr("label {name}", name=state.name(made.label)))
    side = _beside_picture(rect)
    thetas = [_threshold(made, i) for i in range(made.num_layers)]
    marks = [abs(theta) for theta in thetas if theta is not None]
    limit = max([*np.abs(np.nan_to_num(made.goodness)), *marks, 1e-9]) * 1.12
    limit = share_limit("goodness of an explained image", float(limit))
    y = side.top()
    for layer in range(made.num_layers):
        color = layer_color(theme, layer)
        activity, shares = made.activities[layer], made.shares[layer]
        half = (side.width() - _GAP) / 2
        row = QRectF(side.left(), y, side.width(), line)
        wide = brush.write(row, layer_name(layer), color=color, is_bold=True)
        units = tr("{count} units", count=write_number(activity.size, ","))
        brush.write(row.adjusted(wide + 8, 0, 0, 0), units, color=theme.muted)
        y += line
        top = float(np.nanmax(np.abs(activity))) if activity.size else 1.0
        place = QRectF(side.left(), y, half if shares is not None else side.width(), _STRIP)
        brush.strip(place, activity, share_limit(f"activity of layer {layer}", top))
        if shares is not None:
            place.moveLeft(side.left() + half + _GAP)
            most = float(np.nanmax(np.abs(shares))) if shares.size else 1.0
            brush.strip(place, shares, share_limit(f"shares of layer {layer}", most))
        y += _STRIP
        below = QRectF(side.left(), y, half, line)
        brush.write(below, tr("what each unit answers, a"), color=theme.muted)
        if shares is not None:
            below.moveLeft(side.left() + half + _GAP)
            brush.write(below, tr("what each unit adds to g"), color=theme.muted)
        y += line
        said = tr("g = {value}", value=say(float(made.goodness[layer])))
        if thetas[layer] is not None:
            said += f"   θ = {say(float(thetas[layer] or 0.0))}"
        words = brush.metrics.horizontalAdvance(said) + 14
        bar = QRectF(side.left(), y + (line - _BAR) / 2, side.width() - words, _BAR)
        brush.bar(bar, abs(float(np.nan_to_num(made.goodness[layer]))) / limit, color)
        theta = thetas[layer]
        if theta is not None:
            x = bar.left() + bar.width() * abs(theta) / limit
            brush.painter.setPen(QPen(QColor(theme.text), 1.4, Qt.PenStyle.DashLine))
            brush.painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3))
        brush.write(QRectF(bar.right(), y, words, line), said, RIGHT, is_bold=True)
        y += line + _GAP


def _paint_image(
    brush: Brush, rect: QRectF, state: ViewState, label: int, words: str, at: float = 0.0
) -> QRectF:
    """The image as it enters, under a label, and words below it."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    pixels = made.x if made.pictures is None else made.pictures[label]
    place = QRectF(rect.left() + at, rect.top(), _PICTURE, _PICTURE - brush.line)
    lies = brush.picture(place, pixels, made.snapshot.image_shape)
    _mark_label(brush, lies, made)
    under = QRectF(rect.left() + at, lies.bottom() + 1, _PICTURE + 14, brush.line)
    brush.write(under, words, color=brush.theme.muted)
    return lies


def _mark_label(brush: Brush, lies: QRectF, made: Explained) -> None:
    """A frame around the pixels that carry the label."""
    count = count_marked(made.net.label_pixels, made.snapshot.image_shape)
    width = made.snapshot.image_shape[1]
    if not count:
        return
    step = lies.width() / width
    rows = -(-count // width)
    strip = QRectF(lies.left(), lies.top(), min(count, width) * step, rows * step)
    brush.painter.setPen(QPen(QColor(brush.theme.warning), 1.6))
    brush.painter.drawRect(strip.adjusted(-1, -1, 1, 1))


def goodness_table(state: ViewState) -> Table:
    """A row per unit."""
    made, rows = state.explained, list[list[object]]()
    if made is not None:
        for layer, activity in enumerate(made.activities):
            shares = made.shares[layer]
            for unit, value in enumerate(activity.tolist()):
                share = "" if shares is None else float(shares[unit])
                rows.append([layer + 1, unit + 1, value, share, float(made.goodness[layer])])
    return ["layer", "unit", "activity", "added_goodness", "goodness"], rows


# --- why two forward passes ---------------------------------------------------------------


def passes_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of both passes."""
    return _PICTURE + made.num_layers * (3 * line + _GAP)


def paint_passes(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """Both pictures; per layer both goodness values, and where the loss pushes them."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    assert made.looks is not None  # noqa: S101 - asked for first
    theme, line = brush.theme, brush.line
    half = rect.width() / 2
    for at, label, sign, color in (
        (0.0, made.label, tr("positive"), theme.positive),
        (half, made.wrong, tr("negative"), theme.negative),
    ):
        lies = _paint_image(brush, rect, state, label, "", at)
        words = QRectF(lies.right() + 10, lies.top(), half - lies.width() - 14, line)
        brush.write(words, sign, color=color, is_bold=True)
        words.translate(0, line)
        brush.write(words, tr("label {name}", name=state.name(label)))
        words.translate(0, line)
        if label == made.wrong:
            brush.write(words, tr("best wrong label"), color=theme.muted)
    values = made.looks.goodness
    pair = np.nan_to_num(values[:, [made.label, made.wrong]])
    limit = share_limit("goodness of a pair", float(max(np.abs(pair).max(), 1e-9)) * 1.1)
    strongest = max([max(abs(p.positive), abs(p.negative)) for p in made.pushes] or [1.0])
    y = rect.top() + _PICTURE
    for layer in range(made.num_layers):
        row = QRectF(rect.left(), y, rect.width(), line)
        brush.write(row, layer_name(layer), color=layer_color(theme, layer), is_bold=True)
        if made.local:
            loss = tr("local loss {value}", value=say(made.local[layer].loss))
            brush.write(row, loss, RIGHT, theme.muted)
        for k, (sign, color) in enumerate((("g⁺", theme.positive), ("g⁻", theme.negative))):
            y_here = y + (k + 1) * line
            value = float(pair[layer, k])
            head = QRectF(rect.left(), y_here, 26, line)
            brush.write(head, sign, color=color, is_bold=True)
            room = rect.width() - 26 - 172
            bar = QRectF(rect.left() + 26, y_here + (line - _BAR) / 2, room, _BAR)
            brush.bar(bar, abs(value) / limit, color)
            brush.write(QRectF(bar.right() + 4, y_here, 54, line), say(value), RIGHT)
            if made.pushes:
                push = made.pushes[layer].positive if k == 0 else made.pushes[layer].negative
                _paint_push(brush, QRectF(bar.right() + 66, y_here, 106, line), push, strongest)
        y += 3 * line + _GAP


def _paint_push(brush: Brush, place: QRectF, push: float, strongest: float) -> None:
    """An arrow up or down, and how strong: the loss's slope."""
    theme, middle = brush.theme, place.left() + 7
    if push == 0 or not np.isfinite(push):
        brush.write(place.adjusted(16, 0, 0, 0), tr("left alone"), color=theme.muted)
        return
    reach = 0.25 * place.height() + 0.2 * place.height() * abs(push) / (strongest or 1.0)
    up = QPointF(middle, place.center().y() - reach)
    down = QPointF(middle, place.center().y() + reach)
    color = theme.success if push > 0 else theme.danger
    brush.arrow(*((down, up) if push > 0 else (up, down)), color)
    said = tr("up {value}", value=say(push)) if push > 0 else tr("down {value}", value=say(-push))
    brush.write(place.adjusted(18, 0, 0, 0), said, color=theme.text)


def passes_table(state: ViewState) -> Table:
    """A row per layer."""
    made, rows = state.explained, list[list[object]]()
    if made is not None and made.looks is not None:
        for layer in range(made.num_layers):
            loss = made.local[layer].loss if made.local else ""
            push = made.pushes[layer] if made.pushes else None
            goodness = made.looks.goodness[layer]
            rows.append(
                [
                    layer + 1, state.name(made.label), state.name(made.wrong),
                    float(goodness[made.label]), float(goodness[made.wrong]), loss,
                    "" if push is None else push.positive, "" if push is None else push.negative,
                ]
            )  # fmt: skip
    head = ["layer", "label", "wrong_label", "positive_goodness", "negative_goodness"]
    return [*head, "local_loss", "push_on_positive", "push_on_negative"], rows


# --- how labels are embedded --------------------------------------------------------------


def labels_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of labels."""
    rows = 2 * line + 10 + made.num_layers * (line + _BARS + _GAP)
    return max(rows, _PICTURE + 2 * line) + _extra_height(width)


def paint_labels(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """The image under the label chosen, the label's cells, and every label's goodness."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    assert made.looks is not None  # noqa: S101 - asked for first
    theme, line, label = brush.theme, brush.line, state.label
    _paint_image(brush, rect, state, label, tr("label {name}", name=state.name(label)))
    side = _beside_picture(rect)
    place = (
        tr("label pixels of the image") if made.net.label_pixels else tr("label units beside it")
    )
    brush.write(QRectF(side.left(), side.top(), side.width(), line), place, color=theme.muted)
    _paint_cells(brush, QRectF(side.left(), side.top() + line, side.width(), line + 4), state)
    y = side.top() + 2 * line + 10
    for layer in range(made.num_layers):
        row = QRectF(side.left(), y, side.width(), line)
        color = layer_color(theme, layer)
        wide = brush.write(row, layer_name(layer), color=color, is_bold=True)
        said = tr("g = {value}", value=say(float(made.looks.goodness[layer, label])))
        brush.write(row.adjusted(wide + 8, 0, 0, 0), said)
        bars = QRectF(side.left(), y + line, side.width(), _BARS)
        values = made.looks.goodness[layer]
        brush.label_bars(
            bars, values, state.names, label, made.label, color, _threshold(made, layer)
        )
        y += line + _BARS + _GAP


def _paint_cells(brush: Brush, place: QRectF, state: ViewState) -> None:
    """One cell per label, the one that is switched on filled."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    count = made.net.num_classes
    side = min(place.height(), place.width() / count)
    for label in range(count):
        cell = QRectF(place.left() + label * side, place.top(), side - 2, side - 2)
        is_on = label == state.label
        brush.painter.fillRect(cell, QColor(brush.theme.warning if is_on else brush.theme.line))
        color = brush.theme.raised if is_on else brush.theme.muted
        brush.write(cell, state.name(label), CENTRE, color, is_bold=is_on)


def labels_table(state: ViewState) -> Table:
    """A row per layer and label."""
    made, rows = state.explained, list[list[object]]()
    if made is not None and made.looks is not None:
        for layer, values in enumerate(made.looks.goodness):
            rows += [[layer + 1, state.name(k), float(v)] for k, v in enumerate(values)]
    return ["layer", "label", "goodness"], rows


# --- how prediction works -----------------------------------------------------------------


def prediction_height(made: Explained, line: float, width: float) -> float:
    """Of the figure of prediction."""
    rows = (made.num_layers + 1) * (line + _BARS + _GAP) + 0.4 * _BARS
    return max(rows, _PICTURE + line) + _extra_height(width)


def paint_prediction(brush: Brush, rect: QRectF, state: ViewState) -> None:
    """Every label's goodness in each layer, and their sum, whose largest is the answer."""
    made = state.explained
    assert made is not None  # noqa: S101 - painted with one only
    theme, line = brush.theme, brush.line
    words = tr("true label {name}", name=state.name(made.label)) if made.is_known else tr("drawing")
    _paint_image(brush, rect, state, made.answer, words)
    side = _beside_picture(rect)
    votes, y = made.net.net.shown_votes, side.top()
    for layer in range(made.num_layers):
        row = QRectF(side.left(), y, side.width(), line)
        color = layer_color(theme, layer)
        wide = brush.write(row, layer_name(layer), color=color, is_bold=True)
        best = int(np.argmax(np.nan_to_num(made.scores[layer], nan=-np.inf)))
        said = tr("most for {name}", name=state.name(best))
        if votes[layer] == 0.0:
            said = tr("does not vote")
        brush.write(row.adjusted(wide + 8, 0, 0, 0), said, color=theme.muted)
        bars = QRectF(side.left(), y + line, side.width(), _BARS)
        framed = made.label if made.is_known else -1
        brush.label_bars(bars, made.scores[layer], state.names, best, framed, color)
        y += line + _BARS + _GAP
    row = QRectF(side.left(), y, side.width(), line)
    answer = tr("Summed: the net answers {name}", name=state.name(made.answer))
    if made.is_known and made.answer != made.label:
        answer = tr(
            "Summed: the net answers {name}, the true label is {label}",
            name=state.name(made.answer),
            label=state.name(made.label),
        )
    brush.write(row, answer, is_bold=True)
    bars = QRectF(side.left(), y + line, side.width(), 1.4 * _BARS)
    share_range("summed goodness of all labels", float(made.summed.min()), float(made.summed.max()))
    framed = made.label if made.is_known else -1
    brush.label_bars(bars, made.summed, state.names, made.answer, framed, theme.ff)


def prediction_table(state: ViewState) -> Table:
    """A row per layer and label; layer ``sum`` at the end."""
    made, rows = state.explained, list[list[object]]()
    if made is not None:
        for layer, values in enumerate(made.scores):
            rows += [[layer + 1, state.name(k), float(v)] for k, v in enumerate(values)]
        rows += [["sum", state.name(k), float(v)] for k, v in enumerate(made.summed)]
    return ["layer", "label", "score"], rows
