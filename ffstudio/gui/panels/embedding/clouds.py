"""What the clouds show, as plain data, and how it is painted."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from ffstudio.core.look.embedding import BOTH, Embedding, Plane
from ffstudio.core.numbers import write_number
from ffstudio.core.words import say_all, tr
from ffstudio.gui.plots.chart import paint_marker
from ffstudio.gui.plots.same_scales import share_limit
from ffstudio.gui.style.palettes import class_colors
from ffstudio.gui.style.theme import Theme, chart_pen, mix

Points = npt.NDArray[np.float64]

BY_CLASS, BY_SIGN, BY_ANSWER = "class", "sign", "answer"
_NARROWEST, _WIDEST = 230.0, 460.0
_GAP = 14.0
_DOT = 4.2
# How much of their colour dots keep while others are chosen.
_FADED = 0.22
# So many classes have a name in the picture and in its legend.
_MOST_NAMED = 20
_WORDS = say_all(
    {
        "positive": "positive data",
        "negative": "negative data",
        "right": "named rightly",
        "wrong": "named wrongly",
    }
)


@dataclass
class ShownClouds:
    """What is shown.

    Attributes:
        embedding: None for nothing.
        names: Of the classes.
        by: What colours tell: ``class``, ``sign`` or ``answer``.
        chosen: Images of the sample that a lasso went around.
        pointed: Row of data and layer (0-based) under the pointer, or None.
        caption: Of which images, net and epoch.
        says_wrong: False where negative data carry no label.
    """

    embedding: Embedding | None = None
    names: tuple[str, ...] = ()
    by: str = BY_CLASS
    chosen: frozenset[int] = frozenset()
    pointed: tuple[int, int] | None = None
    caption: str = ""
    says_wrong: bool = True

    @property
    def planes(self) -> tuple[Plane, ...]:
        return () if self.embedding is None else self.embedding.planes

    def group_of(self) -> npt.NDArray[np.int64]:
        """Of every row of data, which colour and shape it has."""
        shown = self.embedding
        if shown is None:
            return np.zeros(0, np.int64)
        labels = shown.sample.y.astype(np.int64)
        if self.by == BY_SIGN and shown.what == BOTH:
            return shown.is_negative.astype(np.int64)
        groups = labels if self.by != BY_ANSWER else (shown.predictions != labels).astype(np.int64)
        return np.tile(groups, 2) if shown.what == BOTH else groups

    def legend(self, theme: Theme) -> list[tuple[str, QColor, str]]:
        """Words, colour and shape of every group, in order."""
        positive, negative = QColor(theme.positive), QColor(theme.negative)
        if self.by == BY_SIGN:
            return [
                (_WORDS["positive"], positive, "circle"),
                (_WORDS["negative"], negative, "triangle"),
            ]
        if self.by == BY_ANSWER:
            return [
                (_WORDS["right"], positive, "circle"),
                (_WORDS["wrong"], negative, "diamond"),
            ]
        colors = class_colors(len(self.names), theme.raised)
        return [
            (name, QColor(color), "circle") for name, color in zip(self.names, colors, strict=True)
        ]

    def say_row(self, row: int) -> str:
        """A row of data in words: which image, its label and what the net makes of it."""
        shown = self.embedding
        if shown is None:
            return ""
        at = shown.image_of(row)
        lines = [
            tr(
                "Image {number} of the {which} set",
                number=write_number(int(shown.sample.rows[at]), ","),
                which=shown.sample.which,
            ),
            tr("label {name}", name=self._name(int(shown.sample.y[at]))),
        ]
        if row >= len(shown.sample):
            wrong = int(shown.wrong[at])
            lines.append(
                tr("as negative data, with label {name}", name=self._name(wrong))
                if wrong >= 0 and self.says_wrong
                else tr("as negative data")
            )
        answer = int(shown.predictions[at])
        if answer >= 0:
            lines.append(tr("the net says {name}", name=self._name(answer)))
        return "\n".join(lines)

    def say_answer(self, at: int) -> str:
        """An image's label and what the net makes of it, as short as can be."""
        shown = self.embedding
        if shown is None:
            return ""
        label, answer = self._name(int(shown.sample.y[at])), int(shown.predictions[at])
        return label if answer < 0 else f"{label} → {self._name(answer)}"

    def _name(self, label: int) -> str:
        return self.names[label] if 0 <= label < len(self.names) else str(label)


@dataclass(frozen=True)
class Cell:
    """Where one layer's cloud is painted.

    Attributes:
        frame: Between the axes, a square.
        reach: What half of it is, in units of activity.
    """

    frame: QRectF
    reach: float

    def place(self, places: Points) -> Points:
        """Data as painter units (rows, 2)."""
        half = self.frame.width() / 2
        middle = np.array([self.frame.center().x(), self.frame.center().y()])
        return np.asarray(middle + places * (half / self.reach, -half / self.reach))


def count_columns(width: float, count: int) -> int:
    """How many clouds stand beside each other."""
    most = max(int((width + _GAP) // (_NARROWEST + _GAP)), 1)
    rows = math.ceil(count / min(most, max(count, 1)))
    return max(math.ceil(count / rows), 1)


def measure_height(width: float, shown: ShownClouds, metrics: QFontMetricsF) -> float:
    """Of all clouds and the legend, in the painter's units."""
    count = len(shown.planes)
    if not count:
        return 0.0
    columns = count_columns(width, count)
    each = min((width + _GAP) / columns - _GAP, _WIDEST)
    rows = math.ceil(count / columns)
    legend = _legend_height(width, shown, metrics)
    return legend + rows * (each + 1.7 * metrics.height() + _GAP)


def lay_cells(rect: QRectF, shown: ShownClouds, metrics: QFontMetricsF) -> list[Cell]:
    """Where each layer's cloud is."""
    line, count = metrics.height(), len(shown.planes)
    if not count:
        return []
    columns = count_columns(rect.width(), count)
    each = min((rect.width() + _GAP) / columns - _GAP, _WIDEST)
    top = rect.top() + _legend_height(rect.width(), shown, metrics)
    cells = []
    for k, plane in enumerate(shown.planes):
        left = rect.left() + (k % columns) * (each + _GAP)
        y = top + (k // columns) * (each + 1.7 * line + _GAP)
        # Left and below runs a line of text.
        frame = QRectF(left + 1.4 * line, y + 1.5 * line, each - 1.6 * line, each - 1.6 * line)
        reach = share_limit(f"embedding {k}", 1.06 * plane.reach)
        cells.append(Cell(frame, reach if reach > 0 else 1.0))
    return cells


def paint_clouds(painter: QPainter, rect: QRectF, theme: Theme, shown: ShownClouds) -> None:
    """All layers' clouds, and what colours mean."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    _paint_legend(painter, rect, theme, shown, metrics)
    groups, legend = shown.group_of(), shown.legend(theme)
    for k, cell in enumerate(lay_cells(rect, shown, metrics)):
        _paint_axes(painter, cell, theme, shown.planes[k], metrics)
        if shown.planes[k].why_not:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(cell.frame.adjusted(12, 0, -12, 0), flags, shown.planes[k].why_not)
            continue
        _paint_dots(painter, cell, theme, shown, k, groups, legend)
        if shown.by == BY_CLASS:
            _paint_names(painter, cell, theme, shown, k, groups, legend, metrics)


def _paint_axes(
    painter: QPainter, cell: Cell, theme: Theme, plane: Plane, metrics: QFontMetricsF
) -> None:
    line, frame = metrics.height(), cell.frame
    bold = QFont(painter.font())
    bold.setBold(True)
    plain = painter.font()
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    wide = QFontMetricsF(bold, painter.device())
    name = wide.elidedText(plane.name, Qt.TextElideMode.ElideRight, 0.72 * frame.width())
    baseline = frame.top() - 0.35 * line
    painter.drawText(QPointF(frame.left(), baseline), name)
    painter.setFont(plain)
    painter.setPen(QColor(theme.muted))
    units = tr("{count} units", count=write_number(plane.num_units, ",")) if plane.num_units else ""
    if metrics.horizontalAdvance(units) < frame.width() - wide.horizontalAdvance(name) - 8:
        painter.drawText(QPointF(frame.right() - metrics.horizontalAdvance(units), baseline), units)
    painter.setPen(chart_pen(mix(QColor(theme.line), QColor(theme.raised), 0.8), 0.75))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    middle = frame.center()
    painter.drawLine(QPointF(frame.left(), middle.y()), QPointF(frame.right(), middle.y()))
    painter.drawLine(QPointF(middle.x(), frame.top()), QPointF(middle.x(), frame.bottom()))
    painter.setPen(chart_pen(QColor(theme.line), 1.0))
    painter.drawRect(frame)
    if plane.why_not:
        return
    painter.setPen(QColor(theme.text))
    words = [tr("axis {number}: {share}% of variance", number=k + 1, share=write_number(100 * share, ".1f"))
             for k, share in enumerate(plane.shares)]  # fmt: skip
    x = middle.x() - metrics.horizontalAdvance(words[0]) / 2
    painter.drawText(QPointF(x, frame.bottom() + 2 + metrics.ascent()), words[0])
    painter.save()
    painter.translate(frame.left() - 4 - metrics.descent(), middle.y())
    painter.rotate(-90)
    painter.drawText(QPointF(-metrics.horizontalAdvance(words[1]) / 2, 0), words[1])
    painter.restore()


def _paint_dots(
    painter: QPainter,
    cell: Cell,
    theme: Theme,
    shown: ShownClouds,
    layer: int,
    groups: npt.NDArray[np.int64],
    legend: list[tuple[str, QColor, str]],
) -> None:
    at = cell.place(shown.planes[layer].places)
    count = len(shown.embedding.sample) if shown.embedding is not None else 1
    paper = QColor(theme.raised)
    picked = np.isin(np.arange(len(at)) % count, list(shown.chosen))
    # Mistakes and negative data are few, or hidden by the others, so they come last; what is
    # chosen lies on top of all.
    order = np.lexsort((groups if shown.by == BY_ANSWER else np.zeros(len(at)), picked))
    painter.save()
    painter.setClipRect(cell.frame.adjusted(-3, -3, 3, 3), Qt.ClipOperation.IntersectClip)
    for row in order.tolist():
        _, color, shape = legend[groups[row]]
        if shown.chosen and not picked[row]:
            color = mix(color, paper, _FADED)
        size = _DOT * (1.25 if shape == "diamond" else 1.0)
        paint_marker(painter, QPointF(*at[row].tolist()), shape, size, color)
    painter.restore()
    if shown.pointed is not None:
        painter.setPen(QPen(QColor(theme.text), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*at[shown.pointed[0]].tolist()), 6.0, 6.0)


def _paint_names(
    painter: QPainter,
    cell: Cell,
    theme: Theme,
    shown: ShownClouds,
    layer: int,
    groups: npt.NDArray[np.int64],
    legend: list[tuple[str, QColor, str]],
    metrics: QFontMetricsF,
) -> None:
    """The name of each class amid its dots: no colour has to be told from another one."""
    if len(legend) > _MOST_NAMED:
        return
    at = cell.place(shown.planes[layer].places)
    taken: list[QRectF] = []
    bold = QFont(painter.font())
    bold.setBold(True)
    plain = painter.font()
    painter.setFont(bold)
    for group, (name, color, _) in enumerate(legend):
        own = at[groups == group]
        if not len(own):
            continue
        middle = np.median(own, axis=0)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, 90)
        width = QFontMetricsF(bold, painter.device()).horizontalAdvance(text)
        box = QRectF(
            middle[0] - width / 2 - 2.5,
            middle[1] - metrics.height() / 2,
            width + 5,
            metrics.height(),
        )
        place = next((at for at in _places_beside(box) if not _meets(at, taken)), None)
        if place is None:  # the legend still tells its colour
            continue
        box = place
        taken.append(box)
        painter.setPen(chart_pen(color, 1.0))
        painter.setBrush(QColor(theme.raised))
        painter.drawRect(box)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(box.left() + 2.5, box.top() + metrics.ascent()), text)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(plain)


def _places_beside(box: QRectF) -> list[QRectF]:
    """Where a name may stand so that it is still amid its dots."""
    right, down = box.width() + 1, box.height() + 1
    steps = ((0.0, 0.0), (0.0, -down), (0.0, down), (-right, 0.0), (right, 0.0))
    return [box.translated(x, y) for x, y in steps]


def _meets(box: QRectF, others: list[QRectF]) -> bool:
    return any(box.intersects(other) for other in others)


def _legend_rows(
    width: float, shown: ShownClouds, metrics: QFontMetricsF
) -> list[tuple[float, int, float]]:
    """(left, row, width) of every entry of the legend."""
    texts = _legend_texts(shown)
    x, row, places = 0.0, 0, []
    for text in texts:
        wide = metrics.height() + metrics.horizontalAdvance(text)
        if x > 0 and x + wide > width:
            x, row = 0.0, row + 1
        places.append((x, row, wide))
        x += wide + metrics.height() * 0.9
    return places


def _legend_texts(shown: ShownClouds) -> list[str]:
    if shown.by == BY_CLASS:
        return list(shown.names) if len(shown.names) <= _MOST_NAMED else []
    pair = ("positive", "negative") if shown.by == BY_SIGN else ("right", "wrong")
    return [_WORDS[word] for word in pair]


def _legend_height(width: float, shown: ShownClouds, metrics: QFontMetricsF) -> float:
    places = _legend_rows(width, shown, metrics)
    return (places[-1][1] + 1) * metrics.height() * 1.15 + 4 if places else 0.0


def _paint_legend(
    painter: QPainter, rect: QRectF, theme: Theme, shown: ShownClouds, metrics: QFontMetricsF
) -> None:
    line = metrics.height()
    places = _legend_rows(rect.width(), shown, metrics)
    for (left, row, _), (text, color, shape) in zip(places, shown.legend(theme), strict=False):
        x, y = rect.left() + left, rect.top() + row * line * 1.15
        paint_marker(painter, QPointF(x + line * 0.4, y + line / 2), shape, line * 0.5, color)
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(x + line, y + metrics.ascent()), text)
