"""Paints what a net that is no classifier makes of a picture: a picture, or numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.gui.panels.draw.bars_painter import GAP, MOST_ROW, goodness_text
from ffstudio.gui.panels.draw.scores import Answer
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.theme import Theme

Floats = npt.NDArray[np.floating]


def paint_answer(painter: QPainter, rect: QRectF, theme: Theme, answer: Answer) -> None:
    """Paints what a net that is no classifier puts out."""
    if answer.given is not None and answer.made is not None:
        is_same = answer.role == "autoencoder"
        _paint_pictures(painter, rect, theme, answer.given, answer.made, is_same, answer.classes)
    elif answer.numbers is not None:
        _paint_numbers(painter, rect, theme, answer)


def share_explained(given: Floats, made: Floats) -> float:
    """Share of a picture's variance that its reconstruction gives back; 1 is all."""
    spread = float(np.var(given))
    wrong = float(np.mean(np.square(np.asarray(made, np.float64) - given)))
    return 1 - wrong / max(spread, 1e-9)


def _paint_pictures(
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    given: Floats,
    made: Floats,
    is_same: bool,
    classes: int,
) -> None:
    """The net's input and what it makes of it, side by side.

    Args:
        is_same: It is to be the same again: both are on one scale, and how near it comes is said.
        classes: Of how many ``made`` has the likeliest of each place; they keep their shades. 0
            where it has other numbers, which are shown from the least to the most.
    """
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    side = min((rect.width() - 14) / 2, rect.height() - 2 * line - 10)
    if side < 20:
        return
    left = rect.left() + (rect.width() - 2 * side - 14) / 2
    for i, (picture, title) in enumerate(
        (
            (given, tr("The net's input")),
            (made, tr("What it gives back") if is_same else tr("What it makes")),
        )
    ):
        on = given if is_same else picture
        low = float(on.min())
        spread = max(float(on.max()) - low, 1e-9)
        if classes and i == 1:
            low, spread = 0.0, classes - 1.0
        area = QRectF(left + i * (side + 14), rect.top() + line + 4, side, side)
        painter.setPen(QColor(theme.muted if i == 0 else theme.bp))
        head = QRectF(area.left(), rect.top(), side, line)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
        shown = np.clip((picture - low) / spread, 0, 1).astype(np.float32)
        painter.drawImage(area, picture_image(shown, theme))
        painter.setPen(QColor(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
    painter.setPen(QColor(theme.text))
    if is_same:
        words = _say_error(given, made)
    elif classes:
        words = tr("Likeliest class: 1 black, {count} white", count=classes)
    else:
        words = tr(
            "{height}×{width} values from {low} to {high}",
            height=made.shape[0],
            width=made.shape[1],
            low=number_text(float(made.min()), digits=3),
            high=number_text(float(made.max()), digits=3),
        )
    below = QRectF(rect.left(), rect.top() + line + side + 8, rect.width(), line)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)


def _say_error(given: Floats, made: Floats) -> str:
    wrong = float(np.mean(np.square(np.asarray(made, np.float64) - given)))
    return tr(
        "{share} of the variance given back, mean squared error {wrong}",
        share=write_percent(share_explained(given, made), 0),
        wrong=number_text(wrong, digits=3),
    )


def _paint_numbers(painter: QPainter, rect: QRectF, theme: Theme, answer: Answer) -> None:
    """Bars from a middle axis, a row per number."""
    assert answer.numbers is not None  # noqa: S101 - the caller has checked
    values = [float(v) for v in answer.numbers]
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    few = (
        tr("first {values} of {total}", values=len(values), total=write_number(answer.total, ","))
        if answer.total > len(values)
        else ""
    )
    title = tr("What the {role} puts out{few}", role=answer.role, few=", " + few if few else "")
    painter.setPen(QColor(theme.bp))
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), line), title)
    row = min((rect.height() - line - 4) / max(len(values), 1), MOST_ROW)
    names = metrics.horizontalAdvance("000") + 8
    room = max(metrics.horizontalAdvance(goodness_text(v)) for v in values) + GAP
    wide = rect.width() - names - 2 * room
    largest = max(max(abs(v) for v in values), 1e-12)
    has_negative = min(values) < 0
    zero = rect.left() + names + (room + wide / 2 if has_negative else 0)
    scale = (wide / 2 if has_negative else wide + room) / largest
    flags = Qt.AlignmentFlag.AlignVCenter
    for k, value in enumerate(values):
        y = rect.top() + line + 4 + k * row
        length = value * scale
        bar = QRectF(zero + min(length, 0), y + row * 0.15, abs(length), row * 0.7)
        painter.fillRect(bar, QColor(theme.bp))
        painter.setPen(QColor(theme.muted))
        name = QRectF(rect.left(), y, names - 8, row)
        painter.drawText(name, flags | Qt.AlignmentFlag.AlignRight, str(k + 1))
        painter.drawLine(QLineF(zero, y, zero, y + row))
        painter.setPen(QColor(theme.text))
        if value < 0:
            cell = QRectF(bar.left() - room, y, room - GAP, row)
            painter.drawText(cell, flags | Qt.AlignmentFlag.AlignRight, goodness_text(value))
        else:
            cell = QRectF(bar.right() + GAP, y, room, row)
            painter.drawText(cell, flags | Qt.AlignmentFlag.AlignLeft, goodness_text(value))
