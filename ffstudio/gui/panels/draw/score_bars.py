"""What the nets think of every label: goodness stacked by layer, probability beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QLineF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.gui.look.theme import Theme, ThemeManager, layer_color, mixed
from ffstudio.gui.plots.pictures import grey_image

# When a net counts as sure. Forward-Forward: its best label leads the second one by at
# least this many standard deviations of the other labels' goodness, and by at least this
# share of its own goodness. On MNIST, of a net that is 97.7 % right 5 % of the test images
# are "not sure" (two thirds of those are right, 99.2 % of the others); of untrained nets
# and of nets after two epochs of the Keras recipe, about 85 %.
SURE_LEAD = 1.0
SURE_SHARE = 0.01
# Backprop: the probability of its best label.
SURE_PROBABILITY = 0.6

Floats = npt.NDArray[np.floating]


# Of more labels than these only the best are shown.
MOST_LABELS = 30
_BEST_LABELS = 20


@dataclass(frozen=True)
class Answer:
    """What a net that is no classifier makes of one picture.

    Attributes:
        role: See :data:`ffstudio.core.describe.network.ROLES`.
        given, made: The net's input and an autoencoder's output (height, width), or None.
        numbers: The first numbers that come out of any other net (n,).
        total: How many come out in all.
        words: What there is to say instead.
    """

    role: str
    given: Floats | None = None
    made: Floats | None = None
    numbers: Floats | None = None
    total: int = 0
    words: str = ""


@dataclass(frozen=True)
class Scores:
    """Scores of one picture.

    Attributes:
        goodness: (layers, classes), or None without a Forward-Forward net.
        first_voter: First layer whose goodness counts (0-based).
        probabilities: (classes,), or None without a backprop net.
        read_out: Probabilities of the Forward-Forward net's linear read-out, or None.
        is_logits: True where ``goodness`` holds each layer's share of the read-out's logits:
            what an unsupervised net has instead of a goodness per label.
        other: What a net that is no classifier puts out.
    """

    class_names: tuple[str, ...]
    goodness: Floats | None = None
    first_voter: int = 0
    probabilities: Floats | None = None
    read_out: Floats | None = None
    is_logits: bool = False
    other: Answer | None = None

    @property
    def only_relative(self) -> bool:
        """True when bars cannot begin at 0: goodness may be negative, and is of some nets."""
        return self.goodness is not None and bool((self.goodness < 0).any())

    @property
    def totals(self) -> Floats | None:
        """Goodness summed over the voting layers: (classes,)."""
        return None if self.goodness is None else self.goodness[self.first_voter :].sum(axis=0)

    @property
    def has_diverged(self) -> bool:
        """True when a score is not a number."""
        found: tuple[Floats | None, ...] = (self.goodness, self.probabilities, self.read_out)
        if self.other is not None:
            found = (self.other.made, self.other.numbers)
        return not all(np.isfinite(s).all() for s in found if s is not None)


def score(snapshot: ModelSnapshot, picture: Floats) -> Scores:
    """Scores a picture (height, width) with NumPy alone."""
    x = np.asarray(picture, np.float32).reshape(1, -1)
    goodness, first, probabilities, read_out, is_logits = None, 0, None, None, False
    if snapshot.ff is not None:
        goodness = snapshot.ff.label_goodness(x)[0]
        first = snapshot.ff.net.first_scorer
        is_logits = snapshot.ff.kind.scores_are_logits
        if snapshot.ff.read_out is not None:
            read_out = snapshot.ff.read_out_probabilities(x)[0]
    names, other = snapshot.class_names, None
    if snapshot.bp is not None:
        names, probabilities, other = _of_network(snapshot.bp, names, x)
    return Scores(names, goodness, first, probabilities, read_out, is_logits, other)


def _of_network(
    net: NetworkSnapshot, names: tuple[str, ...], x: npt.NDArray[np.float32]
) -> tuple[tuple[str, ...], Floats | None, Answer | None]:
    """What a backprop net says: labels and their probabilities, a picture, or other numbers."""
    if not net.takes_images:
        size = "×".join("?" if n is None else str(n) for n in net.input_shape)
        words = (
            f"This {net.role} takes {size} numbers, not a picture: there is nothing to draw for it."
        )
        return names, None, Answer(net.role, words=words)
    if net.role == "autoencoder":
        given, made = net.reconstructions(x)
        return names, None, Answer(net.role, given[0], made[0], total=made[0].size)
    if net.role != "classifier":
        out = net.outputs(x).reshape(-1)
        return names, None, Answer(net.role, numbers=out[:MOST_LABELS], total=len(out))
    p = net.probabilities(x)[0]
    if len(p) <= MOST_LABELS:
        return names, p, None
    best = np.sort(np.argsort(-p, kind="stable")[:_BEST_LABELS])
    return tuple(names[i] for i in best), p[best], None


@dataclass(frozen=True)
class Verdict:
    """The best label of one net and how sure it is."""

    label: str
    text: str
    is_sure: bool


def ff_verdict(scores: Scores) -> Verdict | None:
    """Forward-Forward: the lead over the second label tells how sure it is.

    An unsupervised net answers with its read-out, whose probability tells it.
    """
    if scores.is_logits:
        return _by_probability(scores, scores.read_out)
    totals = scores.totals
    if totals is None or not np.isfinite(totals).all() or len(totals) < 2:
        return None
    order = np.argsort(totals, kind="stable")[::-1]
    best, second = int(order[0]), int(order[1])
    lead = float(totals[best] - totals[second])
    spread = float(np.std(totals[order[1:]]))
    sure = lead > 0 and lead >= SURE_LEAD * spread and lead >= SURE_SHARE * abs(totals[best])
    name, other = scores.class_names[best], scores.class_names[second]
    return Verdict(name, f"ahead of {other} by {lead:.3g} goodness", bool(sure))


def bp_verdict(scores: Scores) -> Verdict | None:
    """Backprop: the probability tells how sure it is."""
    return _by_probability(scores, scores.probabilities)


def read_out_verdict(scores: Scores) -> Verdict | None:
    """The linear read-out beside the goodness; None where it is Forward-Forward's only answer."""
    return None if scores.is_logits else _by_probability(scores, scores.read_out)


def _by_probability(scores: Scores, p: Floats | None) -> Verdict | None:
    if p is None or not np.isfinite(p).all():
        return None
    best = int(np.argmax(p))
    return Verdict(
        scores.class_names[best], f"probability {p[best]:.1%}", bool(p[best] >= SURE_PROBABILITY)
    )


def told(scores: Scores | None) -> str:
    """All verdicts in one line, for screen readers."""
    if scores is None:
        return "nothing to predict"
    if scores.has_diverged:
        return "no prediction: the weights are not numbers"
    if scores.other is not None:
        return scores.other.words or f"what the {scores.other.role} puts out"
    found = []
    for name, verdict in (
        ("Forward-Forward", ff_verdict(scores)),
        ("read-out", read_out_verdict(scores)),
        ("backprop", bp_verdict(scores)),
    ):
        if verdict is not None:
            doubt = "" if verdict.is_sure else " (not sure)"
            found.append(f"{name}: {verdict.label}, {verdict.text}{doubt}")
    return "; ".join(found)


# --- painting ---------------------------------------------------------------------------

_GAP = 6.0
_LEAST_ROW = 14.0
_MOST_ROW = 26.0


@dataclass(frozen=True)
class _Look:
    """What the bars show besides the scores."""

    relative: bool = True
    true_label: int | None = None
    empty: str = "Draw something: every label's scores appear here."


def shown_goodness(scores: Scores, relative: bool) -> Floats:
    """Bar lengths (layers, classes): goodness, or what exceeds the layer's lowest label.

    Either way the order of the voting layers' sums is the same.
    """
    assert scores.goodness is not None  # noqa: S101 - the caller has checked
    if relative or scores.only_relative:
        return scores.goodness - scores.goodness.min(axis=1, keepdims=True)
    return scores.goodness


def stacking_order(scores: Scores) -> list[int]:
    """Voting layers first; what does not vote is told apart at the end of the bar."""
    assert scores.goodness is not None  # noqa: S101
    count = len(scores.goodness)
    return [*range(scores.first_voter, count), *range(scores.first_voter)]


def _hatch(painter: QPainter, bar: QRectF, layer: int, color: QColor, width: float) -> None:
    """Lines of our own: pattern brushes do not scale in every format. Layer 1 has none."""
    kind = layer % 5
    if kind == 0:
        return
    painter.save()
    painter.setClipRect(bar, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color, width))
    height = bar.height()
    if kind in (1, 2, 4):
        x = bar.left() - height
        while x < bar.right():
            if kind in (1, 4):
                painter.drawLine(QLineF(x, bar.bottom(), x + height, bar.top()))
            if kind in (2, 4):
                painter.drawLine(QLineF(x, bar.top(), x + height, bar.bottom()))
            x += 5.0
    else:
        x = bar.left() + 2.0
        while x < bar.right():
            painter.drawLine(QLineF(x, bar.top(), x, bar.bottom()))
            x += 4.0
    painter.restore()


def _paint_segment(painter: QPainter, bar: QRectF, theme: Theme, layer: int, votes: bool) -> None:
    """A layer's part: flat or hatched in its colour; hollow when it has no vote."""
    if bar.width() <= 0.0:
        return
    color, ground = layer_color(theme, layer), QColor(theme.raised)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if votes:
        painter.fillRect(bar, color)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if votes:
        _hatch(painter, bar, layer, mixed(ground, color, 0.62), 1.0)
    else:
        _hatch(painter, bar, 1, mixed(color, ground, 0.45), 0.8)
        painter.setPen(QPen(mixed(color, ground, 0.6), 0.8, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)


class _Painter:
    """Paints the bars into a rectangle, on the screen and for export."""

    def __init__(
        self, painter: QPainter, rect: QRectF, theme: Theme, scores: Scores, look: _Look
    ) -> None:
        self.painter, self.rect, self.theme = painter, rect, theme
        self.scores, self.look = scores, look
        self.font = QFont(painter.font())
        self.bold = QFont(self.font)
        self.bold.setBold(True)
        self.metrics = QFontMetricsF(self.font, painter.device())
        self.strong = QFontMetricsF(self.bold, painter.device())

    def paint(self) -> None:
        scores, rect = self.scores, self.rect
        line = self.metrics.height()
        has_legend = scores.goodness is not None and len(scores.goodness) > 1
        head = line + 4 + (line + 3 if has_legend else 0)
        row = min((rect.height() - head) / len(scores.class_names), _MOST_ROW)
        names = max(self.strong.horizontalAdvance(n) for n in scores.class_names)
        mark = self.metrics.horizontalAdvance("✓") + 3 if self.look.true_label is not None else 0.0
        names = min(names, rect.width() * 0.27) + 8 + mark
        top = rect.top() + head
        wide = rect.width() - names
        # Goodness takes the room that the narrower columns of probabilities leave.
        columns: list[tuple[str, float]] = []
        if scores.goodness is not None:
            columns.append(("goodness", 1.63))
        if scores.read_out is not None:
            columns.append(("read_out", 1.0))
        if scores.probabilities is not None:
            columns.append(("bp", 1.0))
        share = (wide - 14 * (len(columns) - 1)) / sum(weight for _, weight in columns)
        x, places = rect.left() + names, {}
        for name, weight in columns:
            places[name] = QRectF(x, top, weight * share, 0)
            x += weight * share + 14
        self._names(QRectF(rect.left(), top, names - 8, 0), row, mark)
        if scores.goodness is not None:
            left = places["goodness"]
            self._goodness(left, row)
            if has_legend:
                self._legend(
                    QRectF(left.left(), rect.top() + line + 3, rect.right() - left.left(), line)
                )
        few = len(columns) < 3
        if scores.read_out is not None:
            title = "FF read-out" if few else "Read-out"
            self._probabilities(places["read_out"], row, scores.read_out, title, self.theme.ff)
        if scores.probabilities is not None:
            title = "BP probability" if few else "BP"
            self._probabilities(places["bp"], row, scores.probabilities, title, self.theme.bp)

    def _text(
        self, rect: QRectF, text: str, *, strong: bool = False, right: bool = False, color: str = ""
    ) -> None:
        painter, metrics = self.painter, self.strong if strong else self.metrics
        painter.setFont(self.bold if strong else self.font)
        painter.setPen(QColor(color or (self.theme.text if strong else self.theme.muted)))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _names(self, column: QRectF, row: float, mark: float) -> None:
        scores = self.scores
        found = (scores.totals, scores.read_out, scores.probabilities)
        best = {int(np.argmax(s)) for s in found if s is not None}
        for k, name in enumerate(self.scores.class_names):
            cell = QRectF(column.left(), column.top() + k * row, column.width(), row)
            if k == self.look.true_label:
                self._text(cell, "✓", color=self.theme.success)
            cell.setLeft(cell.left() + mark)
            self._text(cell, name, strong=k in best, right=True, color=self.theme.text)

    def _head(self, column: QRectF, text: str, color: str) -> None:
        line = self.metrics.height()
        cell = QRectF(column.left(), self.rect.top(), column.width(), line)
        self._text(cell, text, color=color)

    def _legend(self, rect: QRectF) -> None:
        scores = self.scores
        assert scores.goodness is not None  # noqa: S101
        x, height = rect.left(), rect.height()
        for layer in range(len(scores.goodness)):
            votes = layer >= scores.first_voter
            text = f"Layer {layer + 1}" + ("" if votes else " (no vote)")
            width = self.metrics.horizontalAdvance(text)
            if x + 16 + width > rect.right():
                self._text(QRectF(x, rect.top(), rect.right() - x, height), "…")
                return
            box = QRectF(x, rect.top() + height * 0.22, 12, height * 0.56)
            _paint_segment(self.painter, box, self.theme, layer, votes)
            self._text(QRectF(x + 16, rect.top(), width + 2, height), text)
            x += width + 28

    def _goodness(self, column: QRectF, row: float) -> None:
        scores, theme = self.scores, self.theme
        totals = scores.totals
        assert scores.goodness is not None  # noqa: S101
        assert totals is not None  # noqa: S101
        lengths = shown_goodness(scores, self.look.relative)
        head = "FF logits" if scores.is_logits else "FF goodness"
        relative = self.look.relative or scores.only_relative
        self._head(column, f"{head}, relative" if relative else head, theme.ff)
        values = [_number(float(v)) for v in totals]
        room = max(self.strong.horizontalAdvance(v) for v in values) + _GAP + 2
        longest = max(float(lengths.sum(axis=0).max()), 1e-12)
        scale = max(column.width() - room, 8.0) / longest
        best = int(np.argmax(totals))
        for k, value in enumerate(values):
            x, y = column.left(), column.top() + k * row
            for layer in stacking_order(scores):
                width = float(lengths[layer, k]) * scale
                bar = QRectF(x, y + row * 0.15, width, row * 0.7)
                _paint_segment(self.painter, bar, theme, layer, layer >= scores.first_voter)
                x += width
            self._axis(column, y, row)
            self._text(QRectF(x + _GAP, y, room, row), value, strong=k == best)

    def _probabilities(self, column: QRectF, row: float, p: Floats, head: str, color: str) -> None:
        self._head(column, head, color)
        room = self.strong.horizontalAdvance("100 %") + _GAP + 2
        best = int(np.argmax(p))
        for k, value in enumerate(p.tolist()):
            y = column.top() + k * row
            width = max(column.width() - room, 8.0) * value
            self.painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            bar = QRectF(column.left(), y + row * 0.15, width, row * 0.7)
            self.painter.fillRect(bar, QColor(color))
            self._axis(column, y, row)
            cell = QRectF(bar.right() + _GAP, y, room, row)
            self._text(cell, f"{100 * value:.0f} %", strong=k == best)

    def _axis(self, column: QRectF, y: float, row: float) -> None:
        pen = QPen(mixed(QColor(self.theme.muted), QColor(self.theme.raised), 0.6), 1)
        pen.setCosmetic(True)
        self.painter.setPen(pen)
        self.painter.drawLine(QLineF(column.left(), y, column.left(), y + row))


def paint_answer(painter: QPainter, rect: QRectF, theme: Theme, answer: Answer) -> None:
    """Paints what a net that is no classifier puts out."""
    if answer.given is not None and answer.made is not None:
        _paint_pictures(painter, rect, theme, answer.given, answer.made)
    elif answer.numbers is not None:
        _paint_numbers(painter, rect, theme, answer)


def given_back(given: Floats, made: Floats) -> float:
    """Share of a picture's variance that its reconstruction gives back; 1 is all."""
    spread = float(np.var(given))
    wrong = float(np.mean(np.square(np.asarray(made, np.float64) - given)))
    return 1 - wrong / max(spread, 1e-9)


def _paint_pictures(
    painter: QPainter, rect: QRectF, theme: Theme, given: Floats, made: Floats
) -> None:
    """The net's input and what it makes of it, side by side, on one scale of grey."""
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    side = min((rect.width() - 14) / 2, rect.height() - 2 * line - 10)
    if side < 20:
        return
    low, high = float(given.min()), float(given.max())
    spread = max(high - low, 1e-9)
    left = rect.left() + (rect.width() - 2 * side - 14) / 2
    for i, (picture, title) in enumerate(
        ((given, "The net's input"), (made, "What it gives back"))
    ):
        area = QRectF(left + i * (side + 14), rect.top() + line + 4, side, side)
        painter.setPen(QColor(theme.muted if i == 0 else theme.bp))
        head = QRectF(area.left(), rect.top(), side, line)
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft, title)
        shown = np.clip((picture - low) / spread, 0, 1).astype(np.float32)
        painter.drawImage(area, grey_image(shown))
        painter.setPen(QColor(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
    painter.setPen(QColor(theme.text))
    wrong = float(np.mean(np.square(np.asarray(made, np.float64) - given)))
    words = (
        f"{given_back(given, made):.0%} of the variance given back, mean squared error {wrong:.3g}"
    )
    below = QRectF(rect.left(), rect.top() + line + side + 8, rect.width(), line)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)


def _paint_numbers(painter: QPainter, rect: QRectF, theme: Theme, answer: Answer) -> None:
    """Bars from a middle axis, a row per number."""
    assert answer.numbers is not None  # noqa: S101 - the caller has checked
    values = [float(v) for v in answer.numbers]
    metrics = QFontMetricsF(painter.font())
    line = metrics.height()
    few = f"first {len(values)} of {answer.total:,}" if answer.total > len(values) else ""
    title = f"What the {answer.role} puts out{', ' + few if few else ''}"
    painter.setPen(QColor(theme.bp))
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), line), title)
    row = min((rect.height() - line - 4) / max(len(values), 1), _MOST_ROW)
    names = metrics.horizontalAdvance("000") + 8
    room = max(metrics.horizontalAdvance(_number(v)) for v in values) + _GAP
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
            cell = QRectF(bar.left() - room, y, room - _GAP, row)
            painter.drawText(cell, flags | Qt.AlignmentFlag.AlignRight, _number(value))
        else:
            cell = QRectF(bar.right() + _GAP, y, room, row)
            painter.drawText(cell, flags | Qt.AlignmentFlag.AlignLeft, _number(value))


def _other_table(answer: Answer) -> tuple[list[str], list[list[object]]]:
    if answer.given is not None and answer.made is not None:
        pairs = zip(answer.given.reshape(-1), answer.made.reshape(-1), strict=True)
        rows: list[list[object]] = [[i, float(a), float(b)] for i, (a, b) in enumerate(pairs)]
        return ["pixel", "input", "reconstruction"], rows
    numbers = answer.numbers if answer.numbers is not None else np.zeros(0)
    return ["output", "value"], [[i + 1, float(v)] for i, v in enumerate(numbers)]


def _number(value: float) -> str:
    """Goodness as short as its size allows."""
    size = abs(value)
    text = f"{value:.3f}" if size < 10 else f"{value:.2f}" if size < 1000 else f"{value:.0f}"
    if size and (size < 0.01 or size >= 1e5):
        text = f"{value:.2e}"
    return text.replace("-", "−")


class ScoreBars(QWidget):
    """Bars per label; an exportable figure."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_bars")
        self.setAccessibleName("Scores per label")
        self.setAccessibleDescription(told(None))
        self.setToolTip(
            "Left: goodness of each label, stacked by layer, its sum at the end. Beside it the "
            "probabilities of Forward-Forward's linear read-out, if it has one, and of the "
            "backprop twin.\nAn unsupervised net has no goodness per label: its bars are each "
            "layer's share of the read-out's logits.\nThe winner's numbers are bold. Hollow parts belong to "
            "a layer that has no vote.\n“Relative” counts from each layer's lowest label; the "
            "numbers stay the full sums."
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._scores: Scores | None = None
        self._look = _Look()
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
            and scores.class_names != self._scores.class_names
        ):
            self.updateGeometry()
        self._scores = scores
        self._look = replace(self._look, true_label=true_label)
        self.setAccessibleDescription(told(scores))
        self.update()

    def set_relative(self, relative: bool) -> None:
        """Shows each layer's goodness above that of its lowest label, or all of it."""
        self._look = replace(self._look, relative=relative)
        self.update()

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
        return math.ceil(2 * line + 8 + count * max(row, line * 0.92))

    def sizeHint(self) -> QSize:
        return QSize(320, self._height(19.0))

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self._height(_LEAST_ROW))

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
        return "Scores per label"

    def figure_size(self) -> QSizeF:
        if self._scores is None:
            return QSizeF()
        if self._scores.other is not None:
            count = 8 if self._scores.other.numbers is None else len(self._scores.other.numbers)
            return QSizeF(380.0, 56.0 + 17.0 * max(count, 8))
        return QSizeF(380.0, 56.0 + 17.0 * len(self._scores.class_names))

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
            text = "The net has diverged: its weights are no longer numbers."
        elif scores is not None and scores.other is not None:
            if not scores.other.words:
                paint_answer(painter, rect, theme, scores.other)
                return
            text = scores.other.words
        elif scores is not None and (
            scores.goodness is not None or scores.probabilities is not None
        ):
            _Painter(painter, rect, theme, scores, self._look).paint()
            return
        painter.setPen(QColor(theme.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(12, 0, -12, 0), int(flags), text)
