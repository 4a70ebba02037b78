"""What the nets think of every label: goodness stacked by layer, probability beside it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.snapshot import ModelSnapshot
from ffstudio.gui.theme import Theme, ThemeManager, layer_color

# Below these a net is not sure: its lead over the second label as a share of the range
# from the lowest to the highest goodness, and the probability of the best label.
SURE_LEAD = 0.15
SURE_PROBABILITY = 0.6

_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
)

Floats = npt.NDArray[np.floating]


@dataclass(frozen=True)
class Scores:
    """Scores of one picture.

    Attributes:
        goodness: (layers, classes), or None without a Forward-Forward net.
        first_voter: First layer whose goodness counts (0-based).
        probabilities: (classes,), or None without a backprop net.
    """

    class_names: tuple[str, ...]
    goodness: Floats | None = None
    first_voter: int = 0
    probabilities: Floats | None = None

    @property
    def totals(self) -> Floats | None:
        """Goodness summed over the voting layers: (classes,)."""
        return None if self.goodness is None else self.goodness[self.first_voter :].sum(axis=0)


def score(snapshot: ModelSnapshot, picture: Floats) -> Scores:
    """Scores a picture (height, width) with NumPy alone."""
    x = np.asarray(picture, np.float32).reshape(1, -1)
    goodness, first, probabilities = None, 0, None
    if snapshot.ff is not None:
        goodness = snapshot.ff.label_goodness(x)[0]
        first = snapshot.ff.voting_layers.start
    if snapshot.bp is not None:
        probabilities = snapshot.bp.probabilities(x)[0]
    return Scores(snapshot.class_names, goodness, first, probabilities)


@dataclass(frozen=True)
class Verdict:
    """The best label of one net and how sure it is."""

    label: str
    text: str
    is_sure: bool


def ff_verdict(scores: Scores) -> Verdict | None:
    """Forward-Forward: the lead over the second label tells how sure it is."""
    totals = scores.totals
    if totals is None or not np.isfinite(totals).all():
        return None
    order = np.argsort(totals)[::-1]
    best, second = int(order[0]), int(order[1])
    lead = float(totals[best] - totals[second])
    spread = float(totals[best] - totals[order[-1]])
    sure = spread > 0 and lead / spread >= SURE_LEAD
    name, other = scores.class_names[best], scores.class_names[second]
    return Verdict(name, f"ahead of {other} by {lead:.3g} goodness", sure)


def bp_verdict(scores: Scores) -> Verdict | None:
    """Backprop: the probability tells how sure it is."""
    p = scores.probabilities
    if p is None or not np.isfinite(p).all():
        return None
    best = int(np.argmax(p))
    return Verdict(
        scores.class_names[best], f"probability {p[best]:.1%}", p[best] >= SURE_PROBABILITY
    )


class ScoreBars(QWidget):
    """Bars per label; an exportable figure."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_bars")
        self.setAccessibleName("Scores per label")
        self.setToolTip(
            "Left: goodness of each label, stacked by layer; right: the backprop twin's "
            "probability.\nHollow parts belong to a layer that does not vote."
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._themes = themes
        self._scores: Scores | None = None
        self.relative = True
        themes.changed.connect(self.update)

    @property
    def scores(self) -> Scores | None:
        return self._scores

    def show_scores(self, scores: Scores | None) -> None:
        self._scores = scores
        if scores is None:
            self.setAccessibleDescription("nothing to predict")
        else:
            verdicts = (("Forward-Forward", ff_verdict(scores)), ("backprop", bp_verdict(scores)))
            told = [f"{n}: {v.label}, {v.text}" for n, v in verdicts if v is not None]
            self.setAccessibleDescription("; ".join(told))
        self.update()

    def set_relative(self, relative: bool) -> None:
        """Shows each layer's goodness above that of its lowest label, or all of it."""
        self.relative = relative
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 250)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    # --- figure -------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return "label-scores"

    @property
    def figure_title(self) -> str:
        return "Goodness and probability per label"

    def figure_size(self) -> QSizeF:
        return QSizeF(340, 240)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        scores = self._scores
        if scores is None:
            return ["label"], []
        header: list[str] = ["label"]
        columns: list[list[object]] = [list(scores.class_names)]
        if scores.goodness is not None:
            for i, layer in enumerate(scores.goodness):
                header.append(f"goodness layer {i + 1}")
                columns.append([float(v) for v in layer])
            header.append("goodness")
            columns.append([float(v) for v in scores.totals])  # type: ignore[union-attr]
        if scores.probabilities is not None:
            header.append("probability")
            columns.append([float(v) for v in scores.probabilities])
        return header, [list(row) for row in zip(*columns, strict=True)]

    # --- painting -----------------------------------------------------------------------

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        scores = self._scores
        if scores is None or (scores.goodness is None and scores.probabilities is None):
            painter.setPen(QColor(theme.muted))
            text = "Draw something, and every label's goodness appears here."
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        names = max(metrics.horizontalAdvance(n) for n in scores.class_names)
        names = min(names, rect.width() * 0.3) + 8
        head = metrics.height() + 4
        row = (rect.height() - head - 2) / len(scores.class_names)
        both = scores.goodness is not None and scores.probabilities is not None
        gap = 14.0
        width = rect.width() - names - 4
        left = QRectF(
            rect.left() + names, rect.top(), (width * 0.58 - gap) if both else width, head
        )
        right = QRectF(left.right() + gap, rect.top(), width * 0.42, head) if both else left
        for i, name in enumerate(scores.class_names):
            line = QRectF(rect.left(), rect.top() + head + i * row, names - 8, row)
            painter.setPen(QColor(theme.text))
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short
            )
        if scores.goodness is not None:
            self._paint_goodness(painter, left, head, row, theme, scores)
        if scores.probabilities is not None:
            self._paint_probabilities(painter, right, head, row, theme, scores.probabilities)

    def _paint_head(self, painter: QPainter, rect: QRectF, text: str, theme: Theme) -> None:
        painter.setPen(QColor(theme.muted))
        metrics = QFontMetricsF(painter.font(), painter.device())
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)

    def _paint_goodness(
        self, painter: QPainter, rect: QRectF, head: float, row: float, theme: Theme, scores: Scores
    ) -> None:
        goodness, totals = scores.goodness, scores.totals
        assert goodness is not None  # noqa: S101 - the caller has checked
        assert totals is not None  # noqa: S101
        shown = np.where(np.isfinite(goodness), goodness, 0.0)
        if self.relative:
            shown = shown - shown.min(axis=1, keepdims=True)
        kind = "Goodness (relative)" if self.relative else "Goodness"
        self._paint_head(painter, rect, kind, theme)
        longest = max(float(shown.sum(axis=0).max()), 1e-12)
        digits = [f"{v:.2f}" for v in totals]
        metrics = QFontMetricsF(painter.font(), painter.device())
        room = max(metrics.horizontalAdvance(d) for d in digits) + 8
        scale = max(rect.width() - room, 10) / longest
        best = int(np.argmax(totals))
        for k in range(shown.shape[1]):
            y, x = rect.top() + head + k * row, rect.left()
            for i in range(shown.shape[0]):
                bar = QRectF(x, y + row * 0.14, float(shown[i, k]) * scale, row * 0.72)
                self._fill(painter, bar, theme, i, i >= scores.first_voter)
                x = bar.right()
            self._write(painter, QRectF(x + 5, y, room, row), digits[k], theme, k == best)

    @staticmethod
    def _fill(painter: QPainter, bar: QRectF, theme: Theme, layer: int, votes: bool) -> None:
        color = layer_color(theme, layer)
        if bar.width() <= 0:
            return
        if votes:
            ground = QColor(color)
            ground.setAlpha(70)
            pattern = _PATTERNS[layer % len(_PATTERNS)]
            painter.fillRect(bar, ground)
            painter.fillRect(bar, QBrush(color, pattern))
        painter.setPen(QPen(color, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)

    @staticmethod
    def _write(painter: QPainter, rect: QRectF, text: str, theme: Theme, is_best: bool) -> None:
        plain = painter.font()
        font = QFont(plain)
        font.setBold(is_best)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if is_best else theme.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(plain)

    def _paint_probabilities(
        self, painter: QPainter, rect: QRectF, head: float, row: float, theme: Theme, p: Floats
    ) -> None:
        self._paint_head(painter, rect, "Probability (BP)", theme)
        metrics = QFontMetricsF(painter.font(), painter.device())
        room = metrics.horizontalAdvance("100 %") + 8
        best = int(np.argmax(p))
        for k, value in enumerate(np.nan_to_num(p)):
            y = rect.top() + head + k * row
            bar = QRectF(
                rect.left(), y + row * 0.14, max(rect.width() - room, 10) * value, row * 0.72
            )
            painter.fillRect(bar, QColor(theme.bp))
            self._write(
                painter, QRectF(bar.right() + 5, y, room, row), f"{value:.0%}", theme, k == best
            )
