"""Clouds and the images that were chosen in them, for export."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from ffstudio.core.look.embedding import BOTH
from ffstudio.core.numbers import write_number
from ffstudio.core.words import spoken, tr
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.embedding.clouds import ShownClouds, measure_height, paint_clouds
from ffstudio.gui.style.theme import Theme

_WIDTH = 520.0
_SIDE, _GAP = 44.0, 8.0
# So many fit a page.
_MOST = 120


class CloudsFigure:
    """All layers' clouds."""

    figure_name = "embedding"
    figure_title = spoken("Images by what each layer answers")
    figure_min_width = 260.0

    def __init__(self, shown: ShownClouds) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        """Empty while there is no cloud."""
        shown, metrics = self._shown, QFontMetricsF(figure_font())
        if not shown.planes:
            return QSizeF()
        height = measure_height(_WIDTH - 20, shown, metrics) + 2.2 * metrics.height() + 14
        return QSizeF(_WIDTH, height)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        inside = rect.adjusted(10, 8, -10, -6)
        painter.setPen(QColor(theme.muted))
        text = metrics.elidedText(self._shown.caption, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), text)
        below = inside.adjusted(0, 1.5 * metrics.height(), 0, 0)
        pointed, self._shown.pointed = self._shown.pointed, None
        try:
            paint_clouds(painter, below, theme, self._shown)
        finally:
            self._shown.pointed = pointed

    def figure_table(self) -> Table:
        """A row per layer and dot."""
        shown = self._shown
        header = ["layer", "image", "set", "data", "label", "embedded_label", "answer", "axis_1",
                  "axis_2", "share_1", "share_2", "chosen"]  # fmt: skip
        rows: list[list[object]] = []
        one = shown.embedding
        for plane in shown.planes:
            for row, (x, y) in enumerate(plane.places.tolist()):
                assert one is not None  # noqa: S101 - there are planes
                at = one.image_of(row)
                is_negative = one.what == BOTH and row >= len(one.sample)
                label, answer = int(one.sample.y[at]), int(one.predictions[at])
                carried = int(one.wrong[at]) if is_negative else label
                rows.append(
                    [
                        plane.name,
                        int(one.sample.rows[at]),
                        one.sample.which,
                        "negative" if is_negative else "positive",
                        label,
                        None if one.what == "neutral" or carried < 0 else carried,
                        None if answer < 0 else answer,
                        x,
                        y,
                        *plane.shares,
                        int(at in shown.chosen),
                    ]
                )
        return header, rows


class ChosenFigure:
    """The images that were chosen, with their labels and the net's answers."""

    figure_name = "embedding-images"
    figure_title = spoken("Images chosen in the embedding")
    figure_min_width = 200.0

    def __init__(self, shown: ShownClouds, image_of: Callable[[int, Theme], QImage]) -> None:
        self._shown, self._image_of = shown, image_of

    @property
    def _chosen(self) -> list[int]:
        return sorted(self._shown.chosen) if self._shown.embedding is not None else []

    def figure_size(self) -> QSizeF:
        """Empty while nothing is chosen."""
        count = min(len(self._chosen), _MOST)
        if not count:
            return QSizeF()
        return QSizeF(_WIDTH, self._height(_WIDTH, count, QFontMetricsF(figure_font(7.5))))

    @staticmethod
    def _height(width: float, count: int, metrics: QFontMetricsF) -> float:
        columns = max(int((width - 20 + _GAP) // (_SIDE + _GAP)), 1)
        each = _SIDE + metrics.height() + _GAP
        return 2 * metrics.height() + 16 + math.ceil(count / columns) * each

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        one, inside = self._shown.embedding, rect.adjusted(10, 8, -10, -6)
        if one is None:
            return
        plain = painter.font()
        small = QFont(plain)
        small.setPointSizeF(plain.pointSizeF() * 7.5 / 9)
        painter.setFont(small)
        metrics = QFontMetricsF(small, painter.device())
        chosen = self._chosen
        said = tr(
            "{count} images, below each its label and the net's answer",
            count=write_number(len(chosen), ","),
        )
        if len(chosen) > _MOST:
            said = tr(
                "{shown} of {count} images, below each its label and the net's answer",
                shown=_MOST,
                count=write_number(len(chosen), ","),
            )
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), said)
        columns = max(int((inside.width() + _GAP) // (_SIDE + _GAP)), 1)
        top = inside.top() + 1.8 * metrics.height()
        for k, at in enumerate(chosen[:_MOST]):
            x = inside.left() + (k % columns) * (_SIDE + _GAP)
            y = top + (k // columns) * (_SIDE + metrics.height() + _GAP)
            image = self._image_of(at, theme)
            size = QSizeF(image.size()).scaled(
                QSizeF(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio
            )
            painter.drawImage(QRectF(QPointF(x, y), size), image)
            text = metrics.elidedText(
                self._shown.say_answer(at), Qt.TextElideMode.ElideRight, _SIDE + _GAP - 2
            )
            is_wrong = one.predictions[at] >= 0 and one.predictions[at] != one.sample.y[at]
            painter.setPen(QColor(theme.negative if is_wrong else theme.text))
            painter.drawText(QPointF(x, y + _SIDE + 1 + metrics.ascent()), text)
        painter.setFont(plain)

    def figure_table(self) -> Table:
        """A row per image."""
        one = self._shown.embedding
        rows: list[list[object]] = []
        if one is not None:
            rows = [
                [
                    int(one.sample.rows[at]),
                    one.sample.which,
                    int(one.sample.y[at]),
                    int(one.predictions[at]) if one.predictions[at] >= 0 else None,
                ]
                for at in self._chosen
            ]
        return ["image", "set", "label", "answer"], rows
