"""Live histograms of each layer's goodness: positive against negative data around θ."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from ffstudio.core.forward_forward import Words
from ffstudio.core.forward_forward.labels import LabelNet
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.separation import MOST_IMAGES, LayerSeparation, separation
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics import GOODNESS, LOCAL_LOSSES, USES_THRESHOLD
from ffstudio.core.mathematics.losses import SEPARATION
from ffstudio.core.run.status import DataState
from ffstudio.gui.figures.clipboard import install_copy
from ffstudio.gui.figures.figure import Figure, Table
from ffstudio.gui.forms.flow import FlowLayout
from ffstudio.gui.look.theme import Theme, ThemeManager, layer_color, layer_dash, mixed
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.panel import Control, Panel
from ffstudio.gui.plots.chart import (
    Area,
    Chart,
    Line,
    paint_area_sample,
    paint_chart,
)
from ffstudio.gui.plots.marks import PlotMark
from ffstudio.jobs.latest import LatestTask
from ffstudio.jobs.pace import Pace
from ffstudio.jobs.studio import Studio

Values = npt.NDArray[np.float64]

_BINS = 40
_CELL_WIDTH = 260.0
_CELL_HEIGHT = 176.0
_LEAST_PAUSE_S = 0.2
_STRIP_HEIGHT = 150


def goodness_unit(net: FFSnapshot) -> str:
    """What goodness is counted in."""
    return {"mean_square": "mean square", "sum_square": "sum of squares"}.get(
        net.goodness, GOODNESS[net.goodness].label.lower()
    )


def value_range(
    layers: list[LayerSeparation], thresholds: Sequence[float] | None = None
) -> tuple[float, float]:
    """Where nearly all goodness values lie, θ included when it is near.

    Args:
        thresholds: Those that matter; None for the layers' own.
    """
    values = np.concatenate([v for layer in layers for v in (layer.positive, layer.negative)])
    if not len(values):
        return 0.0, 1.0
    low, high = (float(v) for v in np.percentile(values, (0.25, 99.75)))
    if high <= low:
        air = max(abs(high) * 0.5, 0.5)
        return max(low - air, 0.0) if low >= 0 else low - air, high + air
    least, most = low, high
    for at in [layer.threshold for layer in layers] if thresholds is None else thresholds:
        if most < at <= most + 0.5 * (most - least):
            high = max(high, at)
        elif at < 0 and least - 0.5 * (most - least) <= at < least:
            low = min(low, at)  # goodness that is made small lies below 0
    air = 0.03 * (high - low)
    return (max(low - air, 0.0) if low >= 0 else low - air), high + air


def histogram(values: Values, edges: Values) -> Values:
    """Percent of the values per bin; what lies outside counts in the outermost bins."""
    if not len(values):
        return np.zeros(len(edges) - 1)
    counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
    return np.asarray(100.0 * counts / len(values))


@dataclass(frozen=True)
class Probed:
    """What the panel shows, computed off the window's thread."""

    net: FFSnapshot
    version: int
    epoch: float
    layers: list[LayerSeparation]


def _probe(net: FFSnapshot, version: int, epoch: float, samples: Samples) -> Probed:
    return Probed(net, version, epoch, separation(net, samples))


@dataclass
class _Shown:
    """Everything the view paints."""

    probed: Probed | None = None
    losses: tuple[str, ...] = ()
    common_range: bool = False
    over_time: list[tuple[float, tuple[float, ...]]] = field(default_factory=list)

    @property
    def layers(self) -> list[LayerSeparation]:
        """Of what is shown; none before the first measurement."""
        return self.probed.layers if self.probed is not None else []

    def read_out(self, k: int) -> str:
        """A layer's figures of merit in one line."""
        layer = self.layers[k]
        if not len(layer.positive) or not len(layer.negative):
            return "not a number: the layer has diverged"
        d = layer.d_prime
        d_text = "∞" if math.isinf(d) else "–" if math.isnan(d) else f"{d:.2f}"
        return f"AUC {layer.auc:.3f}   d′ {d_text}   overlap {100 * layer.overlap:.0f} %"

    def wins(self, k: int) -> str:
        """How often the true label has more goodness than the wrong one, image by image."""
        wins = self.layers[k].wins
        return f"{self.words.winner} wins {100 * wins:.0f} %" if math.isfinite(wins) else ""

    @property
    def words(self) -> Words:
        """What positive and negative mean here."""
        return (self.probed.net.kind if self.probed is not None else LabelNet).words

    def thresholds(self, k: int) -> list[tuple[str, float]]:
        """Name and place of each threshold that a layer's loss looks at."""
        theta = self.layers[k].threshold
        if self.note(k) or not math.isfinite(theta):
            return []
        if k < len(self.losses) and self.losses[k] == "separate":
            gap = SEPARATION * abs(theta)
            return [("θ⁻", theta - gap), ("θ⁺", theta + gap)]
        return [("θ", theta)]

    def note(self, k: int) -> str:
        """Whether θ matters to the layer."""
        if self.probed is not None and self.probed.net.kind.no_threshold:
            return self.probed.net.kind.no_threshold
        loss = self.losses[k] if k < len(self.losses) else ""
        return "θ not used: pair loss" if loss and loss not in USES_THRESHOLD else ""

    def chart(self, k: int, theme: Theme) -> Chart:
        layers = self.layers
        layer = layers[k]
        thresholds = [self.thresholds(i) for i in range(len(layers))]
        chosen = range(len(layers)) if self.common_range else [k]
        low, high = value_range(
            [layers[i] for i in chosen], [at for i in chosen for _, at in thresholds[i]]
        )
        edges = np.linspace(low, high, _BINS + 1)
        positive, negative = histogram(layer.positive, edges), histogram(layer.negative, edges)
        top = max(float(positive.max()), float(negative.max()), 1e-9)
        marks, notes = [], []
        for name, at in thresholds[k]:
            text = f"{name} = {at:g}"
            if low <= at <= high:
                marks.append(PlotMark(at, text, QColor(theme.text)))
            else:
                notes.append(f"{text}, off to the {'right' if at > high else 'left'}")
        if self.note(k):
            notes.append(self.note(k))
        words = self.words
        return Chart(
            "",
            f"Goodness ({goodness_unit(self.probed.net)})" if self.probed else "Goodness",
            "Images (%)",
            (low, high),
            (0.0, top * 1.25),
            areas=[
                Area(edges, negative, QColor(theme.negative), words.negative, True),
                Area(edges, positive, QColor(theme.positive), words.positive),
            ],
            marks=marks,
            legend=False,
            notes=tuple(notes),
        )

    def time_chart(self, theme: Theme, title: str = "Separation over time") -> Chart:
        """AUC of every layer against epochs."""
        epochs = np.array([e for e, _ in self.over_time])
        table = np.array([a for _, a in self.over_time])
        finite = table[np.isfinite(table)]
        low = min(float(finite.min()), 0.9) if len(finite) else 0.5
        span = (float(epochs[-1] - epochs[0]) or 1.0) * 0.01
        return Chart(
            title,
            "Epoch",
            "AUC",
            (float(epochs[0]) - span, float(epochs[-1]) + span),
            (low - 0.04 * (1.0 - low), 1.0 + 0.06 * (1.0 - low)),
            [
                Line(epochs, table[:, k], layer_color(theme, k), f"Layer {k + 1}", layer_dash(k))
                for k in range(table.shape[1])
            ],
        )


def _columns(width: float, count: int) -> int:
    return max(min(int(width // _CELL_WIDTH), count), 1)


def _cell(rect: QRectF, k: int, columns: int, rows: int, gap: float) -> QRectF:
    width = (rect.width() - gap * (columns - 1)) / columns
    height = (rect.height() - gap * (rows - 1)) / rows
    row, column = divmod(k, columns)
    corner = rect.topLeft() + QPointF(column * (width + gap), row * (height + gap))
    return QRectF(corner, QSizeF(width, height))


def _paint_layer(painter: QPainter, rect: QRectF, theme: Theme, shown: _Shown, k: int) -> None:
    """One layer: its name in its colour and dash, its figures of merit, its histograms."""
    font = QFont(painter.font())
    bold = QFont(font)
    bold.setBold(True)
    metrics = QFontMetricsF(bold, painter.device())
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    title = f"Layer {k + 1}"
    painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), title)
    pen = painter.pen()
    pen.setColor(layer_color(theme, k))
    pen.setWidthF(2.0)
    pen.setStyle(layer_dash(k))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    y = rect.top() + metrics.height() / 2
    x = rect.left() + metrics.horizontalAdvance(title) + 7
    painter.drawLine(QPointF(x, y), QPointF(x + 20, y))
    painter.setFont(font)
    painter.setPen(QColor(theme.muted))
    metrics = QFontMetricsF(font, painter.device())
    wins = shown.wins(k)
    width = metrics.horizontalAdvance(wins)
    if x + 26 + width <= rect.right():
        painter.drawText(QPointF(rect.right() - width, rect.top() + metrics.ascent()), wins)
    text = metrics.elidedText(shown.read_out(k), Qt.TextElideMode.ElideRight, rect.width())
    baseline = rect.top() + metrics.height() + 1 + metrics.ascent()
    painter.drawText(QPointF(rect.left(), baseline), text)
    chart_rect = rect.adjusted(0, 2 * metrics.height() + 2, 0, 0)
    paint_chart(painter, chart_rect, theme, shown.chart(k, theme))


def _paint_legend(painter: QPainter, rect: QRectF, theme: Theme, words: Words) -> float:
    """What is blue and flat, what is orange and hatched; returns its height."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    x, y, height = rect.left(), rect.top(), metrics.height()
    for color, hatched, text in (
        (theme.positive, False, words.positive),
        (theme.negative, True, words.negative),
    ):
        width = height * 1.5 + 5 + metrics.horizontalAdvance(text)
        if x > rect.left() and x + width > rect.right():
            x, y = rect.left(), y + height + 3
        box = QRectF(x, y + 1, height * 1.5, height - 2)
        paint_area_sample(painter, box, QColor(color), hatched, QColor(theme.raised))
        painter.setPen(QColor(theme.text))
        painter.drawText(QPointF(x + height * 1.5 + 5, y + metrics.ascent()), text)
        x += width + height
    return y - rect.top() + height


class GoodnessView(QWidget):
    """All layers' histograms in a grid that reflows."""

    def __init__(self, themes: ThemeManager, shown: _Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._shown = themes, shown
        self.setObjectName("goodness_view")
        self.setAccessibleName("Goodness histograms")
        self.setMinimumWidth(220)
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Paints what has changed."""
        probed = self._shown.probed
        count = len(probed.layers) if probed is not None else 0
        self.setAccessibleDescription(
            "; ".join(f"layer {k + 1}: {self._shown.read_out(k)}" for k in range(count))
        )
        self._fix_height()
        self.update()

    def _geometry(self) -> tuple[int, int, float]:
        probed = self._shown.probed
        count = len(probed.layers) if probed is not None else 0
        columns = _columns(self.width() - 16, max(count, 1))
        scale = max(QFontMetricsF(self.font()).height() / 15.0, 1.0)
        return columns, math.ceil(count / columns), _CELL_HEIGHT * scale

    def _fix_height(self) -> None:
        _, rows, height = self._geometry()
        self.setMinimumHeight(round(rows * height + 50))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fix_height()

    def _layout(self, painter_height: float) -> tuple[QRectF, int, int]:
        columns, rows, height = self._geometry()
        inner = QRectF(self.rect()).adjusted(10, 8 + painter_height, -6, -8)
        tall = min(inner.height(), rows * height * 1.9)
        return QRectF(inner.topLeft(), QSizeF(inner.width(), tall)), columns, rows

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, shown = self._themes.theme, self._shown
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        if shown.probed is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.92, 6.5))
        painter.setFont(font)
        used = _paint_legend(
            painter, QRectF(self.rect()).adjusted(10, 8, -10, 0), theme, shown.words
        )
        area, columns, rows = self._layout(used + 10)
        for k in range(len(shown.probed.layers)):
            cell = _cell(area, k, columns, rows, 14)
            if event.rect().intersects(cell.toAlignedRect()):
                _paint_layer(painter, cell, theme, shown, k)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return bool(super().event(event))

    def _tip(self, at: QPointF) -> str:
        probed = self._shown.probed
        if probed is None:
            return ""
        area, columns, rows = self._layout(QFontMetricsF(self.font()).height() + 10)
        for k, layer in enumerate(probed.layers):
            if not _cell(area, k, columns, rows, 14).contains(at):
                continue
            thresholds = [f"{n} = {at:g}" for n, at in self._shown.thresholds(k)]
            about = ", ".join(thresholds) or self._shown.note(k)
            text = f"Layer {k + 1}{', ' if about else ''}{about}\n"
            if len(layer.positive) and len(layer.negative):
                text += (
                    f"Positive: mean {layer.positive.mean():.4g} ± {layer.positive.std():.3g}\n"
                    f"Negative: mean {layer.negative.mean():.4g} ± {layer.negative.std():.3g}\n"
                )
            return text + (
                "AUC: how often a positive has more goodness than a negative (0.5 is chance).\n"
                "d′: distance of the means in standard deviations. "
                "Overlap: shared area of the histograms.\n"
                f"{self._shown.words.winner.capitalize()} wins: {self._shown.words.wins}"
            )
        return ""


class _TimeStrip(QWidget):
    """AUC per layer against epochs."""

    def __init__(self, themes: ThemeManager, shown: _Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes, self._shown = themes, shown
        self.setObjectName("goodness_time_strip")
        self.setAccessibleName("Separation over time")
        self.setToolTip(
            "How well each layer separates positive from negative data as training goes on:\n"
            "the AUC, 1 is perfect and 0.5 is chance."
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(300, round(_STRIP_HEIGHT * QFontMetricsF(self.font()).height() / 15.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        painter.setPen(mixed(QColor(theme.line), QColor(theme.raised), 0.8))
        painter.drawLine(0, 0, self.width(), 0)
        if len(self._shown.over_time) < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.92, 6.5))
        painter.setFont(font)
        rect = QRectF(self.rect()).adjusted(10, 8, -8, -6)
        paint_chart(painter, rect, theme, self._shown.time_chart(theme))


class GoodnessFigure:
    """The histograms, for export."""

    figure_name = "goodness"
    figure_title = "Goodness per layer"
    figure_min_width = 230.0

    def __init__(self, shown: _Shown) -> None:
        self._shown = shown

    def _count(self) -> int:
        return len(self._shown.probed.layers) if self._shown.probed is not None else 0

    def figure_size(self) -> QSizeF:
        count = self._count()
        if not count:
            return QSizeF()
        rows = math.ceil(count / _columns(468.0 - 20, count))
        return QSizeF(468.0 if count > 1 else 300.0, 36.0 + 170.0 * rows)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the legend and a grid of histograms."""
        count = self._count()
        inner = rect.adjusted(10, 10, -10, -8)
        used = _paint_legend(painter, inner, theme, self._shown.words)
        area = inner.adjusted(0, used + 8, 0, 0)
        columns = max(min(int(rect.width() // 215), count), 1)
        rows = math.ceil(count / columns)
        for k in range(count):
            _paint_layer(painter, _cell(area, k, columns, rows, 14), theme, self._shown, k)

    def figure_table(self) -> Table:
        """Every image's goodness."""
        rows: list[list[object]] = []
        if self._shown.probed is not None:
            for k, layer in enumerate(self._shown.probed.layers):
                for name, values in (("positive", layer.positive), ("negative", layer.negative)):
                    rows += [[k + 1, name, value] for value in values.tolist()]
        return ["layer", "data", "goodness"], rows


class SeparationFigure:
    """AUC over time, for export."""

    figure_name = "separation"
    figure_title = "Separation over time"
    figure_min_width = 230.0

    def __init__(self, shown: _Shown) -> None:
        self._shown = shown

    def figure_size(self) -> QSizeF:
        return QSizeF(468.0, 200.0) if len(self._shown.over_time) > 1 else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints one line per layer."""
        paint_chart(painter, rect.adjusted(10, 10, -10, -8), theme, self._shown.time_chart(theme))

    def figure_table(self) -> Table:
        """One row per layer and moment."""
        rows: list[list[object]] = [
            [epoch, k + 1, value]
            for epoch, values in self._shown.over_time
            for k, value in enumerate(values)
        ]
        return ["epoch", "layer", "auc"], rows


class GoodnessPanel(Panel):
    """See the module docstring."""

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(studio, themes, links, parent)
        self.setObjectName("goodness_panel")
        self.setAccessibleName("Goodness")
        self.setMinimumWidth(300)
        self._shown = _Shown()
        self._asked: tuple[int, int, str] | None = None
        self._task = LatestTask(self, name="goodness", keep_stale=True)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._failed)
        self.pace = Pace(self._measure, self, least_s=_LEAST_PAUSE_S, tasks=[self._task])

        bar = QWidget(self)
        bar.setObjectName("goodness_controls")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        bar.setSizePolicy(policy)
        flow = FlowLayout(bar, spacing=10)
        flow.setContentsMargins(8, 0, 8, 0)
        self._common = QCheckBox("Same Range for All Layers", bar)
        self._common.setObjectName("goodness_common_check")
        self._common.setAccessibleName("Same Range for All Layers")
        self._common.setToolTip(
            "Gives all layers the same x-axis, so that their goodness can be compared.\n"
            "Otherwise each layer's axis shows its own values as large as possible."
        )
        self._common.toggled.connect(self._common_toggled)
        flow.addWidget(self._common)
        self._about = QLabel(self)
        self._about.setObjectName("goodness_about_label")
        self._about.setProperty("muted", True)
        self._about.setWordWrap(True)
        self._about.setContentsMargins(8, 0, 8, 0)
        self._empty = QLabel(self)
        self._empty.setObjectName("goodness_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._view = GoodnessView(themes, self._shown, self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("goodness_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._view)
        self._strip = _TimeStrip(themes, self._shown, self)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(bar)
        column.addWidget(self._about)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._strip)
        self._full = full
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(full)

        self._figures: list[Figure] = [GoodnessFigure(self._shown), SeparationFigure(self._shown)]
        install_copy(self, self._figure_to_copy, studio.message.emit)
        studio.snapshot_changed.connect(self._snapshot_changed)
        studio.data_changed.connect(self._data_changed)
        studio.data_state_changed.connect(self._data_changed)
        studio.run_started.connect(self._restart)
        self._update_state()
        self.pace.ask()

    # --- state ----------------------------------------------------------------------

    @property
    def probed(self) -> Probed | None:
        """What is shown now."""
        return self._shown.probed

    @property
    def over_time(self) -> list[tuple[float, tuple[float, ...]]]:
        """(epoch, AUC of each layer), oldest first."""
        return self._shown.over_time

    def read_out(self, layer: int) -> str:
        """AUC, d′ and overlap of a layer (0-based) as shown."""
        return self._shown.read_out(layer)

    def chart(self, layer: int) -> Chart:
        """What is painted for a layer (0-based)."""
        return self._shown.chart(layer, self._themes.theme)

    def figures(self) -> list[Figure]:
        """For export."""
        return [f for f in self._figures if not f.figure_size().isEmpty()] or self._figures[:1]

    def _figure_to_copy(self) -> Figure | None:
        return self._figures[0] if self._shown.probed is not None else None

    def why_empty(self) -> str:
        """Why there is nothing to show, or an empty text."""
        snapshot, data = self._studio.snapshot, self._studio.data
        if snapshot is None:
            return (
                "No net yet.\nPress Train (Space): each layer's goodness appears here, positive "
                "against negative data."
            )
        if snapshot.ff is None:
            return (
                "This model has no Forward-Forward net, so there is no goodness to show.\n"
                "Train with Forward-Forward switched on."
            )
        if data is None:
            state, message = self._studio.data_state
            if state is DataState.LOADING:
                return message or "Loading the data…"
            return f"There are no images to measure. {message}".strip()
        if data.num_inputs != snapshot.num_inputs or data.num_classes != snapshot.num_classes:
            height, width = snapshot.image_shape
            return (
                f"The net was trained on {height}×{width} images in {snapshot.num_classes} "
                f"classes; {data.title} has {data.image_shape[0]}×{data.image_shape[1]} images "
                f"in {data.num_classes}.\nChoose the data set it was trained on, or train again."
            )
        if not len(data.samples(data.evaluated_on)):
            return f"{data.title} has no {data.evaluated_on} images to measure."
        return ""

    def _update_state(self) -> None:
        why = self.why_empty()
        if why:
            self._shown.probed = None
            self._task.forget()
            self._asked = None
        elif self._shown.probed is None:
            why = "Measuring…"
        self._empty.setText(why)
        self._stack.setCurrentWidget(self._empty if why else self._full)
        self._strip.setVisible(len(self._shown.over_time) > 1)

    # --- measuring ------------------------------------------------------------------

    @Slot(object)
    def _snapshot_changed(self, snapshot: ModelSnapshot | None) -> None:
        past = self._shown.over_time
        layers = len(snapshot.ff.layers) if snapshot is not None and snapshot.ff else 0
        if past and (len(past[0][1]) != layers or (snapshot and snapshot.epoch < past[-1][0])):
            past.clear()
        self._update_state()
        self.look_again(self.pace)

    @Slot()
    def _data_changed(self, *_: object) -> None:
        self._update_state()
        self.look_again(self.pace)

    @Slot(object)
    def _restart(self, event: object) -> None:
        if not getattr(event, "resumed", False):
            self._shown.over_time.clear()
            self._update_state()

    def _measure(self) -> None:
        """Has the newest weights measured in the background."""
        snapshot, data = self._studio.snapshot, self._studio.data
        if self.why_empty() or snapshot is None or snapshot.ff is None or data is None:
            return
        asked = (id(snapshot), id(data), data.evaluated_on)
        if asked == self._asked:
            return
        self._asked = asked
        samples = data.samples(data.evaluated_on)
        self._task.submit(_probe, snapshot.ff, snapshot.version, snapshot.epoch, samples)

    @Slot(object)
    def _take(self, probed: Probed) -> None:
        snapshot, data = self._studio.snapshot, self._studio.data
        if self.why_empty() or snapshot is None or data is None:
            return
        if snapshot.ff is None or len(snapshot.ff.layers) != len(probed.layers):
            return
        self._shown.probed = probed
        spec = self._studio.trained_spec
        layers = spec.layers if spec is not None else ()
        self._shown.losses = tuple(s.loss for s in layers if s.loss in LOCAL_LOSSES)
        past = self._shown.over_time
        if not past or probed.epoch > past[-1][0]:
            past.append((probed.epoch, tuple(layer.auc for layer in probed.layers)))
            if len(past) > 2000:  # a long run keeps its shape in half the points
                del past[1:-1:2]
        which = data.evaluated_on
        count = min(len(data.samples(which)), MOST_IMAGES)
        compared = snapshot.ff.kind.words.about
        self._about.setText(
            f"{count} {which} images of {data.title}, each {compared}. Epoch\N{NO-BREAK SPACE}{probed.epoch:.2f}."
        )
        self._update_state()
        self._view.refresh()
        self._strip.update()

    @Slot(str, str)
    def _failed(self, message: str, details: str) -> None:
        self._asked = None
        self._shown.probed = None
        self._empty.setText(f"The goodness could not be measured: {message}")
        self._stack.setCurrentWidget(self._empty)

    @Slot(bool)
    def _common_toggled(self, common: bool) -> None:
        self._shown.common_range = common
        self._view.refresh()

    def remembered(self) -> Mapping[str, Control]:
        return {"common_range": self._common}

    def shutdown(self) -> None:
        """Ends the background thread."""
        self.pace.close()
        self._task.close(1.0)
