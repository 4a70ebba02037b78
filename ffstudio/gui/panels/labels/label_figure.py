"""The layers under one label, for export."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from ffstudio.core.words import spoken, tr
from ffstudio.gui.figures.figure import Table, figure_font
from ffstudio.gui.panels.labels.looks_painter import Scrub, paint_scrub, scrub_height
from ffstudio.gui.style.theme import Theme


class LabelFigure:
    """What the view shows; its table has every label."""

    figure_name = "label-scrubber"
    figure_title = spoken("One image under a label")
    figure_min_width = 300.0

    def __init__(self, scrub: Scrub, name_image: Callable[[], str]) -> None:
        self._scrub, self._name_image = scrub, name_image

    @property
    def figure_image(self) -> str:
        return self._name_image()

    def figure_size(self) -> QSizeF:
        looks = self._scrub.looks
        if looks is None:
            return QSizeF()
        metrics = QFontMetricsF(figure_font())
        height = scrub_height(metrics, len(looks.activities)) + metrics.height() * 1.4
        return QSizeF(500.0, height + 20)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        line = metrics.height() * 1.4
        painter.setPen(QColor(theme.text))
        head = tr("Label {name} embedded", name=self._scrub.name(self._scrub.label))
        inner = rect.adjusted(10, 8, -10, -8)
        painter.drawText(
            QRectF(inner.left(), inner.top(), inner.width(), line), Qt.AlignmentFlag.AlignLeft, head
        )
        paint_scrub(painter, inner.adjusted(0, line, 0, 0), theme, self._scrub)

    def figure_table(self) -> Table:
        """Goodness of every label in every layer, and every unit's activity."""
        looks, rows = self._scrub.looks, list[list[object]]()
        if looks is not None:
            for layer, activity in enumerate(looks.activities):
                for label in range(looks.num_labels):
                    goodness = float(looks.goodness[layer, label])
                    name = self._scrub.name(label)
                    rows.append([layer + 1, name, "goodness", "", goodness])
                    rows += [
                        [layer + 1, name, "activity", unit + 1, value]
                        for unit, value in enumerate(activity[label].tolist())
                    ]
        return ["layer", "label", "quantity", "unit", "value"], rows
