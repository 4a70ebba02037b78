"""Shortcuts past layers, as lines beside the list of layers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QListWidget, QWidget

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.gui.style.theme import ThemeManager, layer_color

# Room of one line, and what lies between a row's edge and a line's end.
_STEP, _INSET = 7, 6


def list_shortcuts(spec: ExperimentSpec) -> list[tuple[int, int]]:
    """The first and the last layer (0-based) of each block past which a shortcut goes."""
    blocks = [(i, layer.block) for i, layer in enumerate(spec.layers)]
    # What is being typed need not be a number yet.
    return [(i + 1 - block, i) for i, block in blocks if type(block) is int and 0 < block <= i]


def place_side_by_side(blocks: Sequence[tuple[int, int]]) -> list[int]:
    """A column for each block, so that those that have a layer in common do not meet."""
    columns: list[int] = []
    for at, (first, last) in enumerate(blocks):
        taken = {
            columns[other]
            for other, (begin, end) in enumerate(blocks[:at])
            if begin <= last and first <= end
        }
        columns.append(next(column for column in range(at + 1) if column not in taken))
    return columns


class ShortcutStrip(QWidget):
    """A column at the right of a list of layers, a line for each shortcut.

    A line leaves the list at the top of the block's first layer, where its input comes in, and
    ends with an arrow at its last.
    """

    def __init__(self, rows: QListWidget, themes: ThemeManager) -> None:
        super().__init__(rows)
        self.setObjectName("shortcut_strip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._rows, self._themes = rows, themes
        self._blocks: list[tuple[int, int]] = []
        self._columns: list[int] = []
        rows.verticalScrollBar().valueChanged.connect(self.update)
        self.hide()

    @property
    def room(self) -> int:
        """Pixels that the lines need beside the rows; 0 without any."""
        return _STEP * (max(self._columns) + 1) + 4 if self._columns else 0

    @property
    def blocks(self) -> list[tuple[int, int]]:
        """What is shown: first and last layer of each block (0-based)."""
        return list(self._blocks)

    def show_blocks(self, spec: ExperimentSpec) -> None:
        """Shows the shortcuts of ``spec``."""
        self._blocks = list_shortcuts(spec)
        self._columns = place_side_by_side(self._blocks)
        self.setVisible(bool(self._blocks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._rows.viewport().y() - self.y()
        painter.setClipRect(0, top, self.width(), self._rows.viewport().height())
        for (first, last), column in zip(self._blocks, self._columns, strict=True):
            if self._rows.item(last) is None:
                continue
            start = self._rows.visualItemRect(self._rows.item(first)).top() + _INSET + top
            end = self._rows.visualItemRect(self._rows.item(last)).bottom() - _INSET + top
            x = 2.5 + _STEP * (column + 1)
            color = QColor(layer_color(self._themes.theme, last))
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            way = [QPointF(0, start), QPointF(x, start), QPointF(x, end), QPointF(3, end)]
            painter.drawPolyline(QPolygonF(way))
            painter.setBrush(color)
            painter.setPen(Qt.PenStyle.NoPen)
            tip = [QPointF(0, end), QPointF(5, end - 3.5), QPointF(5, end + 3.5)]
            painter.drawPolygon(QPolygonF(tip))
        painter.end()
