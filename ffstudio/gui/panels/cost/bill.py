"""The table of costs and the accuracy that they have bought."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from ffstudio.core.experiment.training_work import TrainingWork
from ffstudio.core.look.layer_times import LayerTime
from ffstudio.core.numbers import number_text
from ffstudio.core.run.history import History
from ffstudio.core.words import say_all, spoken, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.plots.chart import Chart, Line, paint_chart
from ffstudio.gui.plots.ticks import raise_number
from ffstudio.gui.style.theme import DASHES, Theme

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CHART = 220.0
# Room behind the last point, which shall be whole.
_BESIDE = 1.03
NETS = ("ff", "bp")
_NAMES = {"ff": "FF", "bp": "BP"}
_HEADS = say_all(
    (
        "multiply-adds per image",
        "activities of a batch",
        "measured activities",
        "measured forward pass",
    )
)


@dataclass
class Bill:
    """What is shown.

    Attributes:
        times: Per net the measured layers, for ``timed`` images.
        history: For what training took, and the accuracy it reached.
    """

    work: TrainingWork | None = None
    times: dict[str, tuple[LayerTime, ...]] = field(default_factory=dict)
    timed: int = 0
    history: History | None = None

    def rows(self) -> list[tuple[str, list[str]]]:
        """Name of a layer, and the words in each column; the sum last."""
        if self.work is None:
            return []
        made = []
        for i, layer in enumerate(self.work.layers):
            words = [_say_count(getattr(layer, n)) for n in NETS]
            words += [_say_bytes(getattr(layer, f"{n}_activities")) for n in NETS]
            timed = [self._time_of(n, i) for n in NETS]
            words += [_say_bytes(t.num_bytes) if t else "–" for t in timed]
            words += [_say_seconds(t.seconds) if t else "–" for t in timed]
            made.append((layer.name, words))
        total = [_say_count(sum(getattr(layer, n) for layer in self.work.layers)) for n in NETS]
        total += [_say_bytes(self.work.activities(n)) for n in NETS]
        total += [_say_bytes(sum(t.num_bytes for t in self.times.get(n, ()))) for n in NETS]
        total += [_say_seconds(sum(t.seconds for t in self.times.get(n, ()))) for n in NETS]
        return [*made, (tr("In all"), total)]

    def _time_of(self, net: str, layer: int) -> LayerTime | None:
        times = self.times.get(net, ())
        return times[layer] if layer < len(times) else None

    def seconds_per_step(self, net: str) -> float | None:
        """What a step took in the run that is shown; None before it has taken any."""
        if self.history is None:
            return None
        series = [
            s for key, s in self.history.series.items() if key.algorithm == net and len(s) > 0
        ]
        if not series:
            return None
        longest = max(series, key=lambda s: float(np.nan_to_num(s.axis("step")[-1])))
        steps, seconds = float(longest.axis("step")[-1]), float(longest.axis("seconds")[-1])
        return seconds / steps if steps > 0 and np.isfinite(seconds) else None

    def training_words(self) -> str:
        """What training has taken, for both nets, sentences."""
        said = []
        for net in NETS:
            seconds = self.seconds_per_step(net)
            work = self.work.per_step(net) if self.work is not None else 0
            if seconds is None or not seconds or not work:
                continue
            said.append(
                tr(
                    "{net}: {milliseconds} ms a step of {batch} images, measured while it learnt, so "
                    "{rate} multiply-adds a second.",
                    net=_NAMES[net],
                    milliseconds=number_text(1000 * seconds, digits=3),
                    batch=self.work.batch if self.work is not None else 0,
                    rate=_say_count(round(work / seconds)),
                )
            )
        return " ".join(said)

    def chart(self, theme: Theme) -> Chart | None:
        """Accuracy against the multiply-adds spent; None where there is no accuracy."""
        if self.work is None or self.history is None:
            return None
        lines, most = [], 0.0
        for k, net in enumerate(NETS):
            per_step = self.work.per_step(net)
            keys = [
                key
                for key in self.history.series
                if key.algorithm == net and key.metric == "accuracy" and key.layer is None
            ]
            held = [key for key in keys if key.dataset != "train"] or keys
            if not held or not per_step:
                continue
            series = self.history.series[held[0]]
            x = series.axis("step") * per_step
            if not len(x) or not np.isfinite(x).all():
                continue
            most = max(most, float(x[-1]))
            color = QColor(theme.ff if net == "ff" else theme.bp)
            lines.append(Line(x, series.values * 100, color, _NAMES[net], DASHES[k], "circle"))
        if not lines:
            return None
        low = min(float(np.nanmin(line.y)) for line in lines)
        power = 3 * max(int(np.log10(max(most, 1.0)) // 3), 0)
        lines = [replace(line, x=line.x / 10.0**power) for line in lines]
        most /= 10.0**power
        return Chart(
            tr("What accuracy costs"),
            tr("multiply-adds, in {power}", power=f"10{raise_number(power)}")
            if power
            else tr("multiply-adds"),
            tr("accuracy (%)"),
            (0.0, _BESIDE * most or 1.0),
            (max(np.floor(min(low, 99.0)) - 1, 0.0), 100.0),
            lines,
            y_limits=(0.0, 100.0),
        )


def _say_count(count: int) -> str:
    if not count:
        return "–"
    for limit, unit in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if count >= limit:
            return f"{number_text(count / limit, digits=3)} {unit}"
    return str(count)


def _say_bytes(count: int) -> str:
    if not count:
        return "–"
    for limit, unit in ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB")):
        if count >= 0.95 * limit:
            return f"{number_text(count / limit, digits=3)} {unit}"
    return f"{count} B"


def _say_seconds(seconds: float) -> str:
    return f"{number_text(1000 * seconds, digits=3)} ms" if seconds > 0 else "–"


# --- painting ---------------------------------------------------------------------------


@dataclass(frozen=True)
class TableShape:
    """How the table is laid out: whole, or in parts below each other where it is narrow.

    Attributes:
        columns: Heads in each part.
        first: Width of the layers' names, in points.
        cell: Width of one number.
        head: Height of the heads of a part.
        line: Height of a row.
        height: Of all parts.
    """

    columns: int
    first: float
    cell: float
    head: float
    line: float
    height: float


def shape_table(bill: Bill, metrics: QFontMetricsF, width: float) -> TableShape:
    """Fits the table into a width: its parts as wide as they go."""
    rows = bill.rows()
    line = metrics.height() * 1.5
    first = max((metrics.horizontalAdvance(name) for name, _ in rows), default=0.0) + 14
    numbers = max((metrics.horizontalAdvance(w) for _, words in rows for w in words), default=0.0)
    longest = max(metrics.horizontalAdvance(w) for head in _HEADS for w in head.split())
    for columns in (len(_HEADS), 2, 1):
        cell = (width - first) / (2 * columns)
        if cell >= numbers + 10 and 2 * cell - 6 >= longest:
            break
    page = QRectF(0, 0, 2 * cell - 6, 10_000)
    wrapped = [metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, head) for head in _HEADS]
    head = max(rect.height() for rect in wrapped) + 0.3 * line
    parts = -(-len(_HEADS) // columns)
    return TableShape(columns, first, cell, head, line, parts * (head + (len(rows) + 1.2) * line))


def bill_height(bill: Bill, metrics: QFontMetricsF, width: float) -> float:
    """Of table and chart in this width."""
    return shape_table(bill, metrics, width).height + _CHART


def paint_bill(painter: QPainter, rect: QRectF, theme: Theme, bill: Bill) -> None:
    """A row per layer, and below it the chart."""
    if not bill.rows():
        return
    metrics = QFontMetricsF(painter.font(), painter.device())
    shape, y = shape_table(bill, metrics, rect.width()), rect.top()
    for at in range(0, len(_HEADS), shape.columns):
        y = _paint_part(painter, rect, y, theme, bill, shape, at) + 0.2 * shape.line
    chart = bill.chart(theme)
    if chart is not None:
        paint_chart(painter, QRectF(rect.left(), y + 10, rect.width(), _CHART - 20), theme, chart)


def _paint_part(
    painter: QPainter,
    rect: QRectF,
    top: float,
    theme: Theme,
    bill: Bill,
    shape: TableShape,
    at: int,
) -> float:
    """Some of the columns, from head ``at`` on; where it ends."""
    line, cell, left = shape.line, shape.cell, rect.left() + shape.first
    heads = list(_HEADS)[at : at + shape.columns]
    painter.setPen(QColor(theme.muted))
    for k, head in enumerate(heads):
        place = QRectF(left + 2 * k * cell, top, 2 * cell - 6, shape.head)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        painter.drawText(place, flags | Qt.TextFlag.TextWordWrap, head)
    y = top + shape.head
    for k in range(2 * len(heads)):
        net = NETS[k % 2]
        painter.setPen(QColor(theme.ff if net == "ff" else theme.bp))
        painter.drawText(QRectF(left + k * cell, y, cell - 6, line), _RIGHT, _NAMES[net])
    y += line
    rows = bill.rows()
    for number, (name, words) in enumerate(rows):
        if number == len(rows) - 1:  # the sum
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(rect.left(), y, shape.first, line), _LEFT, name)
        for k, word in enumerate(words[2 * at : 2 * (at + len(heads))]):
            place = QRectF(left + k * cell, y, cell - 6, line)
            painter.drawText(place, _RIGHT | Qt.TextFlag.TextDontClip, word)
        y += line
    return y


class CostFigure:
    """The table and the chart, for export."""

    figure_name = "cost"
    figure_of_run = True
    figure_title = spoken("Cost of both nets")
    figure_min_width = 560.0

    def __init__(self, bill: Bill) -> None:
        self._bill = bill

    def figure_size(self) -> QSizeF:
        rows = self._bill.rows()
        return QSizeF(560.0, (len(rows) + 3.6) * 17.0 + _CHART + 20) if rows else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        paint_bill(painter, rect.adjusted(10, 10, -10, -8), theme, self._bill)

    def figure_table(self) -> Table:
        """A row per layer and net."""
        header = [
            "layer", "net", "multiply_adds_forward", "multiply_adds_backward",
            "activity_bytes_of_batch", "measured_bytes", "measured_forward_s",
        ]  # fmt: skip
        rows: list[list[object]] = []
        if self._bill.work is None:
            return header, rows
        for i, layer in enumerate(self._bill.work.layers):
            for net in NETS:
                times = self._bill.times.get(net, ())
                timed: list[object] = (
                    [times[i].num_bytes, times[i].seconds] if i < len(times) else ["", ""]
                )
                rows.append(
                    [
                        layer.name, net, getattr(layer, f"{net}_forward"),
                        getattr(layer, f"{net}_backward"), getattr(layer, f"{net}_activities"),
                        *timed,
                    ]
                )  # fmt: skip
        return header, rows
