"""What the nets think of every label: goodness stacked by layer, probability beside it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import figure_font
from ffstudio.gui.panels.draw.answer_painter import paint_answer
from ffstudio.gui.panels.draw.bars_painter import BarsLook, BarsPainter, count_legend_lines
from ffstudio.gui.panels.draw.scores import Answer, Scores, describe_scores
from ffstudio.gui.style.theme import Theme, ThemeManager

_LEAST_ROW = 14.0


class ScoreBars(QWidget):
    """Bars per label; an exportable figure."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_bars")
        self.setAccessibleName(tr("Scores per label"))
        self.setAccessibleDescription(describe_scores(None))
        self.setToolTip(
            tr(
                "Left: goodness of each label, stacked by layer, its sum at the end. Beside it the "
                "probabilities of Forward-Forward's linear read-out, if it has one, and of the "
                "backprop twin.\nAn unsupervised net has no goodness per label: its bars are each "
                "layer's share of the read-out's logits.\n"
                "The winner's numbers are bold. Hollow parts belong to "
                "a layer that has no vote.\n“Relative” counts from each layer's lowest label; the "
                "numbers stay the full sums."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._image = ""
        self._scores: Scores | None = None
        self._look = BarsLook()
        self._lines = 0
        themes.changed.connect(self.update)

    @property
    def scores(self) -> Scores | None:
        """What is shown, or None."""
        return self._scores

    @property
    def relative(self) -> bool:
        """True while each layer counts from its lowest label."""
        return self._look.relative

    def show_scores(self, scores: Scores | None, true_label: int | None = None) -> None:
        """Shows scores; a known true label is marked."""
        if (scores is None) != (self._scores is None) or (
            scores is not None
            and self._scores is not None
            and _shape(scores) != _shape(self._scores)
        ):
            self.updateGeometry()
        self._scores = scores
        self._look = replace(self._look, true_label=true_label)
        self.setAccessibleDescription(describe_scores(scores))
        self.update()

    def set_relative(self, relative: bool) -> None:
        """Shows each layer's goodness above that of its lowest label, or all of it."""
        self._look = replace(self._look, relative=relative)
        self.update()

    @property
    def empty_text(self) -> str:
        """What is said while there is nothing to show."""
        return self._look.empty

    def set_empty_text(self, text: str) -> None:
        """What is said while there is nothing to show."""
        self._look = replace(self._look, empty=text)
        self.update()

    def _height(self, row: float) -> int:
        count = 10
        if self._scores is not None and self._scores.other is None:
            count = len(self._scores.class_names)
        elif self._scores is not None and self._scores.other is not None:
            numbers = self._scores.other.numbers
            count = 10 if numbers is None else max(len(numbers), 10)
        line = QFontMetricsF(self.font()).height()
        return math.ceil((2 + self._more_lines()) * line + 8 + count * max(row, line * 0.92))

    def _more_lines(self) -> int:
        """Lines of the legend below its first one."""
        if self._scores is None:
            return 0
        metrics = QFontMetricsF(self.font())
        return max(count_legend_lines(self._scores, metrics, self.width()) - 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A legend of more lines needs more height."""
        super().resizeEvent(event)
        if self._lines != self._more_lines():
            self._lines = self._more_lines()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(320, self._height(19.0))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self._height(_LEAST_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def set_image(self, name: str) -> None:
        """Of which image the scores are, in a few words; empty for a drawing."""
        self._image = name

    # --- figure -------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return "label-scores"

    @property
    def figure_title(self) -> str:
        return tr("Scores per label")

    @property
    def figure_image(self) -> str:
        return self._image

    def figure_size(self) -> QSizeF:
        if self._scores is None:
            return QSizeF()
        if self._scores.other is not None:
            count = 8 if self._scores.other.numbers is None else len(self._scores.other.numbers)
            return QSizeF(380.0, 56.0 + 17.0 * max(count, 8))
        metrics = QFontMetricsF(figure_font())
        more = max(count_legend_lines(self._scores, metrics, 360.0) - 1, 0)
        return QSizeF(380.0, 56.0 + 17.0 * (len(self._scores.class_names) + more))

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the bars."""
        self._paint(painter, rect.adjusted(10, 8, -10, -8), theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        """One row per label."""
        scores = self._scores
        if scores is None:
            return ["label"], []
        if scores.other is not None:
            return _other_table(scores.other)
        header: list[str] = ["label"]
        columns: list[list[object]] = [list(scores.class_names)]
        if scores.goodness is not None:
            what = "logit" if scores.is_logits else "goodness"
            for i, layer in enumerate(scores.goodness):
                header.append(f"{what} layer {i + 1}")
                columns.append([float(v) for v in layer])
            header.append(what)
            columns.append([float(v) for v in scores.totals])  # type: ignore[union-attr]
        if scores.read_out is not None:
            header.append("read-out probability")
            columns.append([float(v) for v in scores.read_out])
        if scores.probabilities is not None:
            header.append("probability")
            columns.append([float(v) for v in scores.probabilities])
        return header, [list(row) for row in zip(*columns, strict=True)]

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        scores, text = self._scores, self._look.empty
        if scores is not None and scores.has_diverged:
            text = tr("The net has diverged: its weights are no longer numbers.")
        elif scores is not None and scores.other is not None:
            if not scores.other.words:
                paint_answer(painter, rect, theme, scores.other)
                return
            text = scores.other.words
        elif scores is not None and (
            scores.goodness is not None or scores.probabilities is not None
        ):
            BarsPainter(painter, rect, theme, scores, self._look).paint()
            return
        painter.setPen(QColor(theme.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(12, 0, -12, 0), int(flags), text)


def _shape(scores: Scores) -> tuple[object, ...]:
    """What decides how much room scores take."""
    layers = 0 if scores.goodness is None else len(scores.goodness)
    return scores.class_names, layers, scores.weights


def _other_table(answer: Answer) -> tuple[list[str], list[list[object]]]:
    rows: list[list[object]]
    if answer.made is not None and answer.role != "autoencoder":
        rows = [[i, float(v)] for i, v in enumerate(answer.made.reshape(-1))]
        return ["pixel", "class, counted from 0" if answer.classes else "value"], rows
    if answer.given is not None and answer.made is not None:
        pairs = zip(answer.given.reshape(-1), answer.made.reshape(-1), strict=True)
        rows = [[i, float(a), float(b)] for i, (a, b) in enumerate(pairs)]
        return ["pixel", "input", "reconstruction"], rows
    numbers = answer.numbers if answer.numbers is not None else np.zeros(0)
    return ["output", "value"], [[i + 1, float(v)] for i, v in enumerate(numbers)]
