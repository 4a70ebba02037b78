"""Strips and closer looks, for export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter

from ffstudio.core.words import spoken
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.activations.answers import ShownAnswers
from ffstudio.gui.panels.activations.answers_painter import (
    ImageOf,
    answers_height,
    lay_out,
    paint_answers,
)
from ffstudio.gui.style.theme import Theme


class ActivationsFigure:
    """What the view shows; its table has every unit."""

    figure_name = "activations"
    figure_title = spoken("Activations of one image")
    figure_min_width = 240.0

    def __init__(
        self, shown: ShownAnswers, image_of: ImageOf, name_image: Callable[[], str]
    ) -> None:
        self._shown, self._image_of, self._name_image = shown, image_of, name_image

    @property
    def figure_image(self) -> str:
        return self._name_image()

    def figure_size(self) -> QSizeF:
        if self._shown.answers is None:
            return QSizeF()
        height = answers_height(self._shown, 480.0, QFontMetricsF(figure_font()))
        return QSizeF(500.0, height + 20)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        places = lay_out(self._shown, rect.adjusted(10, 10, -10, -10), metrics)
        paint_answers(painter, places, theme, self._shown, self._image_of, None)

    def figure_table(self) -> Table:
        """Every unit's activity, and the numbers of the images that it likes best."""
        rows: list[list[object]] = []
        answers = self._shown.answers
        if answers is not None:
            for layer, activity in enumerate(answers.activities):
                liked = self._shown.liked[layer] if layer < len(self._shown.liked) else None
                for unit, value in enumerate(activity.tolist()):
                    likes: object = ""
                    if liked is not None and unit < len(liked.rows) and not liked.silent[unit]:
                        likes = " ".join(map(str, liked.rows[unit].tolist()))
                    rows.append([layer + 1, unit + 1, value, likes])
        return ["layer", "unit", "activity", "likes_images"], rows
