"""One confusion matrix: painted, selectable by mouse and keyboard, exportable."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.gui.colormaps import readable_on
from ffstudio.gui.theme import Theme, ThemeManager

Counts = npt.NDArray[np.int64]

MODES = {
    "counts": "Counts",
    "row": "Percent of true class",
    "column": "Percent of predicted class",
    "all": "Percent of all",
}


def shares(counts: npt.NDArray[np.generic], mode: str) -> npt.NDArray[np.float64]:
    """Counts (true × predicted) as shares of their row, column or all; 0 where there are none."""
    values = np.asarray(counts, np.float64)
    if mode == "row":
        total = values.sum(axis=1, keepdims=True)
    elif mode == "column":
        total = values.sum(axis=0, keepdims=True)
    else:
        total = values.sum(keepdims=True)
    return np.divide(values, total, out=np.zeros_like(values), where=total > 0)


class ConfusionView(QWidget):
    """Rows are true classes, columns predicted ones.

    Signals:
        cell_chosen(true, predicted): A cell was clicked, or Enter pressed on it.
    """

    cell_chosen = Signal(int, int)

    def __init__(
        self, name: str, title: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_confusion")
        self.setAccessibleName(f"{title} confusion matrix")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._name, self._title, self._themes = name, title, themes
        self._counts: Counts | None = None
        self._classes: tuple[str, ...] = ()
        self._mode = "counts"
        self._signed = False
        self._note = ""
        self._selected: tuple[int, int] | None = None
        themes.changed.connect(self.update)

    # --- content ------------------------------------------------------------------------

    @property
    def counts(self) -> Counts | None:
        return self._counts

    @property
    def selected(self) -> tuple[int, int] | None:
        return self._selected

    def show_counts(
        self, counts: Counts | None, classes: tuple[str, ...], note: str = "", signed: bool = False
    ) -> None:
        """Shows a matrix; ``signed`` for the difference of two."""
        self._counts, self._classes, self._note, self._signed = counts, classes, note, signed
        if counts is not None and self._selected and max(self._selected) >= len(counts):
            self._selected = None
        self._describe()
        self.update()

    def set_mode(self, mode: str) -> None:
        self._mode = mode
        self.update()

    def _describe(self) -> None:
        if self._counts is None:
            self.setAccessibleDescription(self._note or "empty")
            return
        text = self.heading()
        if self._selected:
            row, column = self._selected
            text += (
                f"; true {self._classes[row]}, predicted {self._classes[column]}: "
                f"{self._counts[row, column]}"
            )
        self.setAccessibleDescription(text)

    def heading(self) -> str:
        """Title with accuracy."""
        if self._counts is None or self._signed:
            return self._title
        total = int(self._counts.sum())
        right = int(np.trace(self._counts))
        return f"{self._title}: {right / max(total, 1):.2%} right"

    # --- geometry -------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(230, 230)

    def _grid(self, rect: QRectF, metrics: QFontMetricsF) -> QRectF:
        """Where the cells are, without margins for names and titles."""
        longest = max((metrics.horizontalAdvance(n) for n in self._classes), default=10.0)
        line = metrics.height()
        left = min(longest, rect.width() * 0.24) + line + 8
        top = line * 1.5
        slanted = longest > 3 * line
        bottom = line * (1.2 if not slanted else 2.6) + line + 6
        right = line * 2.6 if slanted else 6.0
        side = min(rect.width() - left - right, rect.height() - top - bottom)
        return QRectF(rect.left() + left, rect.top() + top, max(side, 20), max(side, 20))

    def _cell_at(self, position: QPointF) -> tuple[int, int] | None:
        if self._counts is None:
            return None
        grid = self._grid(QRectF(self.rect()), QFontMetricsF(self.font()))
        if not grid.contains(position):
            return None
        size = grid.width() / len(self._counts)
        row = int((position.y() - grid.top()) / size)
        column = int((position.x() - grid.left()) / size)
        last = len(self._counts) - 1
        return min(row, last), min(column, last)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """A cell in widget coordinates."""
        grid = self._grid(QRectF(self.rect()), QFontMetricsF(self.font()))
        size = grid.width() / max(len(self._classes), 1)
        return QRectF(grid.left() + column * size, grid.top() + row * size, size, size)

    # --- input ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        self.setFocus()
        if cell is not None:
            self._select(cell)
            self.cell_chosen.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        key = Qt.Key(event.key())
        if self._counts is not None and key in moves:
            row, column = self._selected or (0, 0)
            down, right = moves[key] if self._selected else (0, 0)
            last = len(self._counts) - 1
            self._select((min(max(row + down, 0), last), min(max(column + right, 0), last)))
        elif self._selected and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.cell_chosen.emit(*self._selected)
        else:
            super().keyPressEvent(event)

    def _select(self, cell: tuple[int, int]) -> None:
        self._selected = cell
        self._describe()
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            cell = self._cell_at(QPointF(event.pos()))
            if cell is not None and self._counts is not None:
                QToolTip.showText(event.globalPos(), self._tip(*cell), self)
            return True
        return super().event(event)

    def _tip(self, row: int, column: int) -> str:
        assert self._counts is not None  # noqa: S101 - the caller has checked
        true, predicted = self._classes[row], self._classes[column]
        count = int(self._counts[row, column])
        if self._signed:
            return f"true {true}, predicted {predicted}: FF has {count:+d} more than BP"
        by_row = shares(self._counts, "row")[row, column]
        by_column = shares(self._counts, "column")[row, column]
        return (
            f"true {true}, predicted {predicted}: {count:,} images\n"
            f"{by_row:.1%} of true {true}, {by_column:.1%} of predicted {predicted}\n"
            "Click to see them."
        )

    # --- figure -----------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return f"confusion-{self._name}"

    @property
    def figure_title(self) -> str:
        return f"Confusion matrix, {self._title}"

    def figure_size(self) -> QSizeF:
        return QSizeF(400, 400)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme, None)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        if self._counts is None:
            return ["true \\ predicted"], []
        rows: list[list[object]] = []
        values = self._values()
        for name, line in zip(self._classes, values, strict=True):
            cells = [int(v) for v in line] if self._mode == "counts" else [float(v) for v in line]
            rows.append([name, *cells])
        return ["true \\ predicted", *self._classes], rows

    # --- painting -----------------------------------------------------------------------------

    def _values(self) -> npt.NDArray[np.float64]:
        assert self._counts is not None  # noqa: S101 - the caller has checked
        if self._mode == "counts" or self._signed:
            return self._counts.astype(np.float64)
        return shares(self._counts, self._mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme, self._selected)

    def _paint(
        self, painter: QPainter, rect: QRectF, theme: Theme, selected: tuple[int, int] | None
    ) -> None:
        if self._counts is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(16, 0, -16, 0), flags, self._note)
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        grid = self._grid(rect, metrics)
        size = grid.width() / len(self._counts)
        line = metrics.height()
        bold = QFont(painter.font())
        plain = painter.font()
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        title = QRectF(grid.left(), rect.top(), rect.right() - grid.left(), line * 1.3)
        wide = QFontMetricsF(bold, painter.device())
        heading = wide.elidedText(self.heading(), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, heading)
        painter.setFont(plain)
        self._paint_cells(painter, grid, size, theme)
        self._paint_names(painter, rect, grid, size, theme, metrics)
        if selected is not None:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            row, column = selected
            painter.drawRect(
                QRectF(grid.left() + column * size, grid.top() + row * size, size, size)
            )

    def _paint_cells(self, painter: QPainter, grid: QRectF, size: float, theme: Theme) -> None:
        counts, values = self._counts, self._values()
        assert counts is not None  # noqa: S101 - the caller has checked
        count = len(counts)
        diagonal = np.eye(count, dtype=bool)
        # Errors get a scale of their own, or nobody would see them beside the diagonal.
        most_right = float(np.abs(values[diagonal]).max()) or 1.0
        most_wrong = float(np.abs(values[~diagonal]).max()) if count > 1 else 1.0
        font, plain = QFont(painter.font()), painter.font()
        longest = max((len(self._text(float(v))) for v in values.ravel()), default=1)
        wanted = min(size * 0.36, size * 1.05 / max(longest, 1))
        font.setPointSizeF(max(min(plain.pointSizeF(), wanted), 3.0))
        painter.setFont(font)
        for row in range(count):
            for column in range(count):
                value = float(values[row, column])
                cell = QRectF(grid.left() + column * size, grid.top() + row * size, size, size)
                share = abs(value) / (most_right if row == column else (most_wrong or 1.0))
                wrong = row != column
                if self._signed:
                    good = (value > 0) == (row == column)
                    color = QColor(theme.ff if good else theme.bp)
                else:
                    color = QColor(theme.bp if wrong else theme.accent)
                ground = sequential_to(color, share * 0.85, theme)
                painter.fillRect(cell, ground)
                text = self._text(value)
                if text:
                    painter.setPen(readable_on(ground))
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(plain)
        painter.setPen(QPen(QColor(theme.line), 0))
        for i in range(count + 1):
            x, y = grid.left() + i * size, grid.top() + i * size
            painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()))
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))

    def _text(self, value: float) -> str:
        if value == 0:
            return ""
        if self._signed:
            return f"{value:+.0f}"
        if self._mode == "counts":
            return f"{value:.0f}"
        percent = 100 * value
        return f"{percent:.0f}" if percent >= 9.95 else f"{percent:.1f}"

    def _paint_names(
        self,
        painter: QPainter,
        rect: QRectF,
        grid: QRectF,
        size: float,
        theme: Theme,
        metrics: QFontMetricsF,
    ) -> None:
        painter.setPen(QColor(theme.text))
        line = metrics.height()
        slanted = max(metrics.horizontalAdvance(n) for n in self._classes) > size - 2
        elide = Qt.TextElideMode.ElideRight
        for i, name in enumerate(self._classes):
            room = grid.left() - rect.left() - line - 8
            row = QRectF(rect.left() + line + 2, grid.top() + i * size, room, size)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(row, flags, metrics.elidedText(name, elide, room))
            middle = grid.left() + (i + 0.5) * size
            if slanted:
                painter.save()
                painter.translate(middle + line * 0.2, grid.bottom() + 3)
                painter.rotate(35)
                painter.drawText(QPointF(0, line * 0.7), metrics.elidedText(name, elide, line * 4))
                painter.restore()
            else:
                column = QRectF(middle - size / 2, grid.bottom() + 2, size, line)
                painter.drawText(column, Qt.AlignmentFlag.AlignCenter, name)
        painter.setPen(QColor(theme.muted))
        below = grid.bottom() + line * (2.6 if slanted else 1.2)
        unit = "" if self._mode == "counts" or self._signed else ", %"
        painter.drawText(
            QRectF(grid.left(), below, grid.width(), line + 4),
            Qt.AlignmentFlag.AlignCenter,
            f"predicted class{unit}",
        )
        painter.save()
        painter.translate(rect.left() + line * 0.9, grid.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-grid.height() / 2, -line, grid.height(), line),
            Qt.AlignmentFlag.AlignCenter,
            "true class",
        )
        painter.restore()


def sequential_to(color: QColor, share: float, theme: Theme) -> QColor:
    """From the theme's paper toward ``color`` by a share of 0–1."""
    ground = QColor(theme.raised)
    share = min(max(share, 0.0), 1.0) ** 0.7
    return QColor(
        round(ground.red() * (1 - share) + color.red() * share),
        round(ground.green() * (1 - share) + color.green() * share),
        round(ground.blue() * (1 - share) + color.blue() * share),
    )
