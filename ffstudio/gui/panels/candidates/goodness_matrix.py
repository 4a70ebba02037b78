"""Mean goodness of candidate labels by true label: painted, by mouse and keys, exportable."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.forms.cell_matrix import CellMatrix
from ffstudio.gui.plots.same_scales import share_range
from ffstudio.gui.style.colormaps import readable_on
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager, mix

Values = npt.NDArray[np.float64]

# The strongest ground still lets the number on it be read.
_STRONGEST = 0.85


class GoodnessMatrix(CellMatrix):
    """Rows are true labels, columns the labels that are tried; a cell is (true, candidate)."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        self._goodness: Values | None = None
        self._title = ""
        self._is_lead = False
        spoken = tr("Mean goodness of each label by true label")
        super().__init__("goodness_matrix", spoken, themes, parent)

    @property
    def has_cells(self) -> bool:
        return self._goodness is not None

    # --- content ------------------------------------------------------------------------

    @property
    def values(self) -> Values | None:
        """What the cells say: goodness, or how far it is from that of the true label."""
        if self._goodness is None or not self._is_lead:
            return self._goodness
        return np.asarray(self._goodness - np.diag(self._goodness)[:, None])

    def show_goodness(
        self, goodness: Values | None, classes: tuple[str, ...], title: str, *, is_lead: bool
    ) -> None:
        """Shows a matrix.

        Args:
            goodness: Mean goodness (true, candidate); None for nothing.
            title: Of which layer and of what.
            is_lead: Shows each row less its true label's goodness.
        """
        self._goodness, self._title, self._is_lead = goodness, title, is_lead
        self.take_classes(classes)

    def describe(self) -> None:
        text = self._title if self._goodness is not None else tr("No goodness yet.")
        if self._selected and self._goodness is not None:
            text = f"{self.say_cell(*self._selected)}; {text}"
        self.setAccessibleDescription(text)

    def say_cell(self, true: int, candidate: int) -> str:
        """A cell in words."""
        assert self._goodness is not None  # noqa: S101 - the caller has checked
        row = self._goodness[true]
        return tr(
            "images of {true} with label {candidate}: goodness {value}, {lead} beside the true label",
            true=self._classes[true],
            candidate=self._classes[candidate],
            value=_number(row[candidate]),
            lead=_sign(row[candidate] - row[true]),
        )

    # --- geometry -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(220, 220)

    def _grid(self, rect: QRectF, metrics: QFontMetricsF) -> QRectF:
        line = metrics.height()
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=8.0)
        left = min(widest, rect.width() * 0.24) + line + 12
        top, bottom = line * 1.6, line * 2.6
        side = max(min(rect.width() - left - 8, rect.height() - top - bottom), 20.0)
        return QRectF(rect.left() + left, rect.top() + top, side, side)

    def cells_place(self) -> QRectF:
        return self._grid(self._inside(), QFontMetricsF(self.font()))

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(6, 4, -6, -4)

    def _cell(self, grid: QRectF, true: int, candidate: int) -> QRectF:
        size = grid.width() / max(len(self._classes), 1)
        return QRectF(grid.left() + candidate * size, grid.top() + true * size, size, size)

    def tell_cell(self, row: int, column: int) -> str:
        return tr("{cell}\nClick to see the images.", cell=self.say_cell(row, column))

    # --- figure -----------------------------------------------------------------------------

    figure_name = "goodness-confusion"

    @property
    def figure_title(self) -> str:
        return self._title or tr("Goodness of candidate labels")

    def figure_size(self) -> QSizeF:
        return QSizeF(400, 400) if self._goodness is not None else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme, None)

    def figure_table(self) -> Table:
        """As it is shown."""
        values = self.values
        if values is None:
            return ["true \\ candidate"], []
        rows: list[list[object]] = [
            [name, *map(float, line)] for name, line in zip(self._classes, values, strict=True)
        ]
        return ["true \\ candidate", *self._classes], rows

    # --- painting -----------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, self._inside(), self._themes.theme, self._selected)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self._themes.theme)

    def _paint(
        self, painter: QPainter, rect: QRectF, theme: Theme, selected: tuple[int, int] | None
    ) -> None:
        values = self.values
        if values is None:
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        grid = self._grid(rect, metrics)
        plain, bold = painter.font(), QFont(painter.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        head = QRectF(rect.left(), rect.top(), rect.width(), metrics.height() * 1.4)
        title = QFontMetricsF(bold, painter.device()).elidedText(
            self._title, Qt.TextElideMode.ElideRight, head.width()
        )
        painter.drawText(head, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(plain)
        finite = values[np.isfinite(values)]
        low = float(finite.min()) if len(finite) else 0.0
        high = float(finite.max()) if len(finite) else 1.0
        low, high = share_range(f"goodness of {self._title}", low, high)
        far = max(abs(low), abs(high), 1e-12)
        write = _sign if self._is_lead else _number
        widest = max((metrics.horizontalAdvance(write(float(v))) for v in values.flat), default=0.0)
        # All or none: a number here and there would look like something that is there alone.
        has_room = widest <= grid.width() / max(len(values), 1) - 2
        for true in range(len(values)):
            for candidate in range(len(values)):
                value, cell = float(values[true, candidate]), self._cell(grid, true, candidate)
                ground = self._ground(value, low, high, far, theme)
                painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), ground)
                if has_room:
                    painter.setPen(readable_on(ground))
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, write(value))
                if true == candidate:
                    painter.setPen(QPen(QColor(theme.muted), 1))
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.drawRect(cell.adjusted(1, 1, -1, -1))
        self._paint_names(painter, rect, grid, theme, metrics)
        if selected is not None:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._cell(grid, *selected))

    def _ground(self, value: float, low: float, high: float, far: float, theme: Theme) -> QColor:
        paper = QColor(theme.raised)
        if not math.isfinite(value):
            return paper
        if self._is_lead:
            color = QColor(theme.negative if value > 0 else theme.positive)
            return mix(color, paper, abs(value) / far * _STRONGEST)
        return mix(QColor(theme.accent), paper, (value - low) / max(high - low, 1e-12) * _STRONGEST)

    def _paint_names(
        self,
        painter: QPainter,
        rect: QRectF,
        grid: QRectF,
        theme: Theme,
        metrics: QFontMetricsF,
    ) -> None:
        line, size = metrics.height(), grid.width() / max(len(self._classes), 1)
        painter.setPen(QColor(theme.text))
        for k, name in enumerate(self._classes):
            place = QRectF(
                rect.left() + line,
                grid.top() + k * size,
                grid.left() - rect.left() - line - 5,
                size,
            )
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, place.width())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, flags, text)
            below = QRectF(grid.left() + k * size, grid.bottom() + 2, size, line * 1.1)
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, below.width())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            QRectF(grid.left(), grid.bottom() + 2 + line * 1.1, grid.width(), line * 1.2),
            Qt.AlignmentFlag.AlignCenter,
            tr("Label tried"),
        )
        painter.save()
        painter.translate(rect.left() + line / 2, grid.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-grid.height() / 2, -line / 2, grid.height(), line),
            Qt.AlignmentFlag.AlignCenter,
            tr("True label"),
        )
        painter.restore()


def _number(value: float) -> str:
    return number_text(value, digits=3) if math.isfinite(value) else "–"


def _sign(value: float) -> str:
    if not math.isfinite(value):
        return "–"
    sign = "−" if value < 0 else "+" if value > 0 else ""
    return sign + number_text(abs(value), digits=2)
