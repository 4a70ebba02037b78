"""The cosines over the epochs, as charts."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from ffstudio.core.look.alignment import Alignment
from ffstudio.core.numbers import number_text
from ffstudio.core.words import spoken, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.style.theme import DASHES, Theme

SUM, TWIN = "with_sum", "with_twin"
_HEIGHT = 210.0


@dataclass
class Course:
    """What has been measured.

    Attributes:
        points: (epoch, alignment), ascending.
        now: Of the moment that is looked at.
    """

    points: list[tuple[float, Alignment]] = field(default_factory=list)
    now: Alignment | None = None

    @property
    def num_layers(self) -> int:
        return len(self.now.with_sum) if self.now is not None else 0

    def chart(self, which: str, theme: Theme) -> Chart:
        """A line per layer."""
        title = (
            tr("Own gradient and that of all layers' losses")
            if which == SUM
            else tr("Own gradient and that of the twin's loss")
        )
        same = [point for point in self.points if len(point[1].with_sum) == self.num_layers]
        epochs = np.array([epoch for epoch, _ in same], np.float64)
        lines = []
        for layer in range(self.num_layers):
            values = np.array([getattr(point, which)[layer] for _, point in same], np.float64)
            lines.append(
                Line(
                    epochs,
                    values,
                    QColor(theme.layers[layer % len(theme.layers)]),
                    self.label(which, layer),
                    DASHES[layer % len(DASHES)],
                    "circle" if len(epochs) < 2 else "",
                )
            )
        last = float(epochs[-1]) if len(epochs) else 1.0
        return Chart(
            title,
            tr("epoch"),
            tr("cosine"),
            # A little more, so that points at the ends are whole.
            (0.0, 1.02 * last if last > 0 else 1.0),
            (-1.04, 1.04),
            lines,
            y_limits=(-1.04, 1.04),
        )

    def label(self, which: str, layer: int) -> str:
        """A layer and its cosine now."""
        value = float(getattr(self.now, which)[layer]) if self.now is not None else float("nan")
        said = number_text(round(value, 3), digits=3) if np.isfinite(value) else tr("none")
        return tr("Layer {number}: {value}", number=layer + 1, value=said)


def paint_course(painter: QPainter, rect: QRectF, theme: Theme, course: Course) -> None:
    """Both charts, side by side where there is room."""
    if course.now is None:
        return
    is_wide = rect.width() > 640
    for k, which in enumerate((SUM, TWIN)):
        place = QRectF(rect)
        if is_wide:
            place.setWidth(rect.width() / 2 - 8)
            place.moveLeft(rect.left() + k * (rect.width() / 2 + 8))
        else:
            place.setHeight(rect.height() / 2 - 6)
            place.moveTop(rect.top() + k * (rect.height() / 2 + 6))
        paint_chart(painter, place, theme, course.chart(which, theme))


def course_height(width: float) -> float:
    """Of both charts."""
    return _HEIGHT if width > 640 else 2 * _HEIGHT + 12


class AlignmentFigure:
    """The cosines over the epochs, for export."""

    figure_name = "gradient-alignment"
    figure_title = spoken("Alignment of local gradients")
    figure_min_width = 240.0

    def __init__(self, course: Course) -> None:
        self._course = course

    def figure_size(self) -> QSizeF:
        return QSizeF(468.0, 2 * _HEIGHT + 32) if self._course.now is not None else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_course(painter, rect.adjusted(10, 10, -10, -8), theme, self._course)

    def figure_table(self) -> Table:
        """One row per moment and layer."""
        rows: list[list[object]] = [
            [epoch, layer + 1, point.with_sum[layer], point.with_twin[layer], point.loss[layer]]
            for epoch, point in self._course.points
            for layer in range(len(point.with_sum))
        ]
        return ["epoch", "layer", "cosine_with_sum", "cosine_with_twin", "local_loss"], rows
