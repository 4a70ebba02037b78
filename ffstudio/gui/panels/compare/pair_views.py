"""Two nets beside each other: the difference of their matrices, and their scores of a drawing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.look.two_nets import LabelScores
from ffstudio.core.numbers import write_number
from ffstudio.core.words import end_sentence, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.style.colormaps import readable_on
from ffstudio.gui.style.theme import Theme, ThemeManager, mix

Counts = npt.NDArray[np.int64]


class DifferenceView(QWidget):
    """Counts of the first net minus those of the second: rows are true classes.

    The second's matrix is what it was, so that a cell of +3 says three images more.
    """

    figure_name = "confusion-of-two-runs"

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare_difference")
        self.setAccessibleName(tr("Difference of two confusion matrices"))
        self.setMinimumSize(220, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._themes = themes
        self._parts: tuple[Counts, Counts] | None = None
        self._classes: tuple[str, ...] = ()
        self._title, self._note = "", ""
        themes.changed.connect(self.update)

    @property
    def difference(self) -> Counts | None:
        """(true, predicted): images that the first puts there more than the second."""
        return None if self._parts is None else self._parts[0] - self._parts[1]

    def show_parts(
        self, parts: tuple[Counts, Counts] | None, classes: tuple[str, ...], title: str, note: str
    ) -> None:
        """Shows the difference of two matrices.

        Args:
            note: What the numbers are of, or why there are none.
        """
        self._parts, self._classes = parts, classes
        self._title, self._note = title, note
        self.setAccessibleDescription(f"{end_sentence(title)} {note}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 340)

    @property
    def figure_title(self) -> str:
        return tr("Confusion, {title}", title=self._title)

    def figure_size(self) -> QSizeF:
        return QSizeF() if self._parts is None else QSizeF(360, 390)

    def figure_table(self) -> Table:
        """A row a true class."""
        difference = self.difference
        rows: list[list[object]] = []
        if difference is not None:
            rows = [
                [name, *map(int, line)]
                for name, line in zip(self._classes, difference, strict=True)
            ]
        return ["true \\ predicted", *self._classes], rows

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the matrix."""
        self._paint(painter, rect.adjusted(8, 8, -8, -8), theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QHelpEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _grid(self, rect: QRectF, metrics: QFontMetricsF) -> QRectF:
        line = metrics.height()
        widest = max((metrics.horizontalAdvance(name) for name in self._classes), default=10.0)
        left, top = min(widest, rect.width() * 0.25) + line + 8, 2.6 * line
        side = min(rect.width() - left - 4, rect.height() - top - 2.6 * line)
        return QRectF(rect.left() + left, rect.top() + top, max(side, 20.0), max(side, 20.0))

    def _tip(self, at: QPointF) -> str:
        grid = self._grid(QRectF(self.rect()), QFontMetricsF(self.font()))
        if self._parts is None or not grid.contains(at):
            return self._note
        size = grid.width() / len(self._classes)
        row, column = int((at.y() - grid.top()) / size), int((at.x() - grid.left()) / size)
        last = len(self._classes) - 1
        row, column = min(row, last), min(column, last)
        first, second = (int(part[row, column]) for part in self._parts)
        return tr(
            "true {true}, predicted {predicted}: {first} images by the first, {second} by the second",
            true=self._classes[row],
            predicted=self._classes[column],
            first=first,
            second=second,
        )

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        difference = self.difference
        if difference is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(12, 0, -12, 0), flags, self._note)
            return
        grid, plain, bold = self._grid(rect, metrics), painter.font(), QFont(painter.font())
        bold.setBold(True)
        line, elide = metrics.height(), Qt.TextElideMode.ElideRight
        head = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        wide = QFontMetricsF(bold, painter.device())
        title = wide.elidedText(self._title, elide, rect.width() - 4)
        painter.drawText(QRectF(rect.left() + 2, rect.top(), rect.width() - 4, line), head, title)
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        note = metrics.elidedText(self._note, elide, rect.width() - 4)
        place = QRectF(rect.left() + 2, rect.top() + 1.2 * line, rect.width() - 4, line)
        painter.drawText(place, head, note)
        self._paint_cells(painter, grid, difference, theme)
        self._paint_names(painter, rect, grid, theme)

    def _paint_cells(
        self, painter: QPainter, grid: QRectF, difference: Counts, theme: Theme
    ) -> None:
        count = len(difference)
        size, most = grid.width() / count, max(int(np.abs(difference).max()), 1)
        plain, small = painter.font(), QFont(painter.font())
        small.setPointSizeF(max(min(plain.pointSizeF(), size * 0.34), 3.0))
        painter.setFont(small)
        for row in range(count):
            for column in range(count):
                value = int(difference[row, column])
                cell = QRectF(grid.left() + column * size, grid.top() + row * size, size, size)
                # Good for the first: more that are right, or fewer that are wrong.
                color = QColor(theme.ff if (value > 0) == (row == column) else theme.bp)
                share = 0.85 * (abs(value) / most) ** 0.7 if value else 0.0
                ground = mix(color, QColor(theme.raised), share)
                painter.fillRect(cell, ground)
                if value:
                    painter.setPen(readable_on(ground))
                    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{value:+d}")
        painter.setFont(plain)
        painter.setPen(QColor(theme.line))
        for i in range(count + 1):
            x, y = grid.left() + i * size, grid.top() + i * size
            painter.drawLine(QPointF(x, grid.top()), QPointF(x, grid.bottom()))
            painter.drawLine(QPointF(grid.left(), y), QPointF(grid.right(), y))

    def _paint_names(self, painter: QPainter, rect: QRectF, grid: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        line, size = metrics.height(), grid.width() / len(self._classes)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        elide, centre = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignCenter
        painter.setPen(QColor(theme.text))
        room = grid.left() - rect.left() - line - 6
        for i, name in enumerate(self._classes):
            row = QRectF(rect.left() + line, grid.top() + i * size, room, size)
            painter.drawText(
                row, right | Qt.TextFlag.TextDontClip, metrics.elidedText(name, elide, room)
            )
            column = QRectF(grid.left() + i * size, grid.bottom() + 2, size, line)
            painter.drawText(column, centre, metrics.elidedText(name, elide, size))
        painter.setPen(QColor(theme.muted))
        below = QRectF(grid.left(), grid.bottom() + 1.2 * line, grid.width(), line)
        painter.drawText(below, centre, tr("predicted class"))
        painter.save()
        painter.translate(rect.left() + line * 0.9, grid.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-grid.height() / 2, -line, grid.height(), line), centre, tr("true class")
        )
        painter.restore()


class PairScores(QWidget):
    """Of every label a bar of each net, in the runs' colours."""

    figure_name = "scores-of-two-runs"

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("compare_scores")
        self.setAccessibleName(tr("What two nets make of the drawing"))
        self.setToolTip(
            tr(
                "Probabilities, or goodness from the lowest label to the highest: goodness of two nets "
                "has no common scale. The numbers are the goodness itself."
            )
        )
        self.setMinimumSize(200, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._scores: tuple[LabelScores, LabelScores] | None = None
        self._classes: tuple[str, ...] = ()
        self._colors: tuple[QColor, QColor] = (QColor(), QColor())
        self._empty = ""
        themes.changed.connect(self.update)

    @property
    def scores(self) -> tuple[LabelScores, LabelScores] | None:
        """Of the first and the second net, or None."""
        return self._scores

    def show_scores(
        self,
        scores: tuple[LabelScores, LabelScores] | None,
        classes: tuple[str, ...],
        colors: tuple[QColor, QColor],
        empty: str,
    ) -> None:
        """Shows what two nets make of a drawing.

        Args:
            empty: What to say where there is nothing.
        """
        self._scores, self._classes, self._colors, self._empty = scores, classes, colors, empty
        words = empty
        if scores is not None:
            first, second = (classes[one.best] for one in scores)
            words = tr("First net: {first}; second net: {second}", first=first, second=second)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 340)

    @property
    def figure_title(self) -> str:
        return tr("Scores of two runs")

    def figure_size(self) -> QSizeF:
        return QSizeF() if self._scores is None else QSizeF(300, 24 * len(self._classes) + 20)

    def figure_table(self) -> Table:
        """A row a label."""
        rows: list[list[object]] = []
        if self._scores is not None:
            first, second = self._scores
            for name, a, b in zip(self._classes, first.values, second.values, strict=True):
                rows.append([name, float(a), float(b)])
        return ["label", "first", "second"], rows

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        """Paints the bars."""
        self._paint(painter, rect.adjusted(10, 10, -10, -10), theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        metrics = QFontMetricsF(painter.font(), painter.device())
        if self._scores is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(12, 0, -12, 0), flags, self._empty)
            return
        row = rect.height() / len(self._classes)
        names = min(max(map(metrics.horizontalAdvance, self._classes)), rect.width() * 0.3) + 8
        numbers = metrics.horizontalAdvance("0000.00") + 6
        room = max(rect.width() - names - numbers, 10.0)
        plain, bold, small = painter.font(), QFont(painter.font()), QFont(painter.font())
        bold.setBold(True)
        small.setPointSizeF(max(min(plain.pointSizeF(), 0.3 * row), 4.0))
        vertical = Qt.AlignmentFlag.AlignVCenter
        for i, name in enumerate(self._classes):
            top = rect.top() + i * row
            is_best = any(one.best == i for one in self._scores)
            painter.setFont(bold if is_best else plain)
            painter.setPen(QColor(theme.text))
            short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names - 8)
            place = QRectF(rect.left(), top, names - 6, row)
            painter.drawText(place, vertical | Qt.AlignmentFlag.AlignRight, short)
            for j, (one, color) in enumerate(zip(self._scores, self._colors, strict=True)):
                height = 0.38 * row
                y = top + (0.1 + 0.42 * j) * row
                left = rect.left() + names
                width = max(float(np.nan_to_num(one.shares[i])) * room, 1.0)
                painter.fillRect(QRectF(left, y, width, height), color)
                strong = QFont(small)
                strong.setBold(one.best == i)
                painter.setFont(strong)
                painter.setPen(QColor(theme.text if one.best == i else theme.muted))
                text = write_number(one.values[i], ".2f")
                painter.drawText(QPointF(left + width + 4, y + height * 0.9), text)
        painter.setFont(plain)
