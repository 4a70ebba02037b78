"""One confusion matrix: painted, selectable by mouse and keyboard, exportable."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.run.judging import margin
from ffstudio.core.words import tr
from ffstudio.gui.forms.cell_matrix import CellMatrix
from ffstudio.gui.panels.confusion.cell_colors import cell_ground, sequential_to
from ffstudio.gui.panels.confusion.cell_shares import cell_shares
from ffstudio.gui.panels.confusion.cell_words import Counts, JudgedImages, say_both, say_cell
from ffstudio.gui.plots.fitting import shrink_to_fit
from ffstudio.gui.plots.same_scales import share_limit
from ffstudio.gui.style.colormaps import readable_on
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager

# Smaller cells leave no room for recall and precision beside them.
_SMALLEST_WITH_RATES = 20.0
_RECALL, _PRECISION, _PRECISION_SHORT = "recall %", "precision %", "prec. %"


@dataclass(frozen=True)
class Arrangement:
    """Where things are in a rectangle.

    Attributes:
        grid: The cells, a square; ``size``: side of a cell.
        names_height: Room for the class names below the cells.
        turned: Those names are written upward, for they are wider than a cell.
        has_rates: Recall stands beside the rows and precision below the columns.
    """

    grid: QRectF
    size: float
    names_height: float
    turned: bool
    has_rates: bool

    def cell(self, row: int, column: int) -> QRectF:
        x, y = self.grid.left() + column * self.size, self.grid.top() + row * self.size
        return QRectF(x, y, self.size, self.size)


class ConfusionView(CellMatrix):
    """Rows are true classes, columns predicted ones; a cell is (true, predicted)."""

    def __init__(
        self, name: str, title: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        self._name, self._title = name, title
        self._counts: Counts | None = None
        self._mode = "counts"
        # Of a difference: the two that it is of.
        self._parts: tuple[Counts, Counts] | None = None
        self._images: JudgedImages | None = None
        self._note = ""
        spoken = tr("{title} confusion matrix", title=title)
        super().__init__(f"{name}_confusion", spoken, themes, parent)
        self.setMouseTracking(True)

    @property
    def has_cells(self) -> bool:
        return self._counts is not None

    # --- content ------------------------------------------------------------------------

    @property
    def counts(self) -> Counts | None:
        return self._counts

    def show_counts(
        self,
        counts: Counts | None,
        classes: tuple[str, ...],
        note: str = "",
        images: JudgedImages | None = None,
    ) -> None:
        """Shows a matrix.

        Args:
            note: What to say where there is none.
            images: Those that it counts.
        """
        self._parts = None
        self._take(counts, classes, note, images)

    def show_difference(
        self, first: Counts, second: Counts, classes: tuple[str, ...], images: JudgedImages
    ) -> None:
        """Shows what the first matrix has more than the second, of the same images."""
        self._parts = first, second
        self._take(first - second, classes, "", images)

    def _take(
        self,
        counts: Counts | None,
        classes: tuple[str, ...],
        note: str,
        images: JudgedImages | None,
    ) -> None:
        self._counts, self._note, self._images = counts, note, images
        self.take_classes(classes)

    def set_mode(self, mode: str) -> None:
        self._mode = mode
        self.update()

    def describe(self) -> None:
        if self._counts is None:
            self.setAccessibleDescription(self._note or "empty")
            return
        text = self.described
        if self._selected:
            text = f"{self._spell_cell(*self._selected)}; {text}"
        self.setAccessibleDescription(text)

    def _spell_cell(self, row: int, column: int) -> str:
        """A cell as a screen reader says it: where one is, then what is there."""
        assert self._counts is not None  # noqa: S101 - the caller has checked
        true, predicted = self._classes[row], self._classes[column]
        count = int(self._counts[row, column])
        if self._parts is not None:
            return tr(
                "true {true}, predicted {predicted}; {say_cell}",
                true=true,
                predicted=predicted,
                say_cell=self._say_cell(row, column),
            )
        noun = "image" if count == 1 else "images"
        return tr(
            "true {true}, predicted {predicted}, {count} {noun}",
            true=true,
            predicted=predicted,
            count=write_number(count, ","),
            noun=noun,
        )

    def heading(self, title: str = "") -> str:
        """Title with accuracy; ``title`` takes the place of the view's own."""
        if self._counts is None or self._parts is not None:
            return self._title
        total = int(self._counts.sum())
        right = int(np.trace(self._counts))
        share = right / max(total, 1)
        is_sample = self._images is not None and self._images.is_sample
        about = (
            f" ± {write_number(100 * margin(share, total), '.2f')}" if is_sample and total else ""
        )
        return tr(
            "{title}: {share}{about}% right",
            title=title or self._title,
            share=write_number(100 * share, ".2f"),
            about=about,
        )

    @property
    def title(self) -> str:
        """Whose matrix it is."""
        return self._title

    @property
    def described(self) -> str:
        """The heading, and what images it is of."""
        return (
            tr("{heading} of {images_text}", heading=self.heading(), images_text=self._images.text)
            if self._images
            else self.heading()
        )

    def _say_cell(self, row: int, column: int) -> str:
        assert self._counts is not None  # noqa: S101 - the caller has checked
        true, predicted = self._classes[row], self._classes[column]
        which = self._images.which if self._images is not None else ""
        if self._parts is None:
            count, of = int(self._counts[row, column]), int(self._counts[row].sum())
            return say_cell(true, predicted, count, of, which)
        first, second = (int(part[row, column]) for part in self._parts)
        return say_both(true, predicted, first, second, int(self._parts[0][row].sum()), which)

    # --- geometry -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(230, 230)

    def arrange(self, rect: QRectF, metrics: QFontMetricsF) -> Arrangement:
        """The largest cells that leave room for names, titles and, if they can, rates."""
        count, line = max(len(self._classes), 1), metrics.height()
        widest = max((metrics.horizontalAdvance(n) for n in self._classes), default=10.0)
        longest = min(widest, rect.width() * 0.24)
        left, top = longest + line + 8, line * (2.5 if self._images is not None else 1.5)
        for has_rates in (False,) if self._parts is not None else (True, False):
            right = metrics.horizontalAdvance(_RECALL) + 10 if has_rates else 6.0
            for turned in (False, True):
                names = longest + 8 if turned else line * 1.2
                below = names + line + 6 + (line * 1.2 if has_rates else 0)
                side = min(rect.width() - left - right, rect.height() - top - below)
                if widest <= side / count - 2:
                    break
            if side / count >= _SMALLEST_WITH_RATES:
                break
        side = max(side, 20.0)
        grid = QRectF(rect.left() + left, rect.top() + top, side, side)
        return Arrangement(grid, side / count, names, turned, has_rates)

    def _arrangement(self) -> Arrangement:
        return self.arrange(QRectF(self.rect()), QFontMetricsF(self.font()))

    def cells_place(self) -> QRectF:
        return self._arrangement().grid

    def tell_cell(self, row: int, column: int) -> str:
        assert self._counts is not None  # noqa: S101 - the caller has checked
        if self._parts is not None:
            return tr(
                "{say_cell}.\nClick to see Forward-Forward's.", say_cell=self._say_cell(row, column)
            )
        true, predicted = self._classes[row], self._classes[column]
        by_row = cell_shares(self._counts, "row")[row, column]
        by_column = cell_shares(self._counts, "column")[row, column]
        return tr(
            "{say_cell}\n{by_row} of all {true}, {by_column} of all taken for {predicted}\n"
            "Click to see them.",
            say_cell=self._say_cell(row, column),
            by_row=write_percent(by_row),
            true=true,
            by_column=write_percent(by_column),
            predicted=predicted,
        )

    # --- figure -----------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return f"confusion-{self._name}"

    @property
    def figure_title(self) -> str:
        return tr("Confusion matrix, {described}", described=self.described)

    def figure_size(self) -> QSizeF:
        return QSizeF(400, 400) if self._counts is not None else QSizeF()

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
        if self._mode == "counts":
            return self._counts.astype(np.float64)
        if self._parts is not None:
            first, second = (cell_shares(part, self._mode) for part in self._parts)
            return first - second
        return cell_shares(self._counts, self._mode)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        self._paint(painter, QRectF(self.rect()), self._themes.theme, self._selected)
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), self._themes.theme)

    def _paint(
        self, painter: QPainter, rect: QRectF, theme: Theme, selected: tuple[int, int] | None
    ) -> None:
        if self._counts is None:
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(16, 0, -16, 0), flags, self._note)
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        at = self.arrange(rect, metrics)
        self._paint_heading(painter, rect, at, theme)
        self._paint_cells(painter, at.grid, at.size, theme)
        self._paint_names(painter, rect, at, theme, metrics)
        if at.has_rates:
            self._paint_rates(painter, rect, at, theme, metrics)
        if selected is not None:
            painter.setPen(QPen(QColor(theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(at.cell(*selected))

    def _paint_heading(
        self, painter: QPainter, rect: QRectF, at: Arrangement, theme: Theme
    ) -> None:
        plain, bold = painter.font(), QFont(painter.font())
        bold.setBold(True)
        bold = shrink_to_fit(bold, self.heading(), rect.width() - 2, painter)
        wide = QFontMetricsF(bold, painter.device())
        # Above the cells, or from the edge where it would not fit there.
        left = at.grid.left()
        if wide.horizontalAdvance(self.heading()) > rect.right() - left:
            left = rect.left() + 2
        place = QRectF(left, rect.top(), rect.right() - left, wide.height() * 1.3)
        text = self.heading()
        if wide.horizontalAdvance(text) > place.width():
            text = self.heading(tr("FF") if self._name.startswith("ff") else tr("BP"))
        text = wide.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(bold)
        painter.setPen(QColor(theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(plain)
        if self._images is not None:
            self._paint_images(painter, rect, place.bottom(), left, theme)

    def _paint_images(
        self, painter: QPainter, rect: QRectF, top: float, left: float, theme: Theme
    ) -> None:
        """What the accuracy is of: no figure of it without its set and number of images."""
        assert self._images is not None  # noqa: S101 - the caller has checked
        text, plain = self._images.text, painter.font()
        painter.setFont(shrink_to_fit(plain, text, rect.width() - 2, painter))
        metrics = QFontMetricsF(painter.font(), painter.device())
        if metrics.horizontalAdvance(text) > rect.right() - left:
            left = rect.left() + 2
        place = QRectF(left, top, rect.right() - left, metrics.height())
        short = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.setPen(QColor(theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, short)
        painter.setFont(plain)

    def _paint_cells(self, painter: QPainter, grid: QRectF, size: float, theme: Theme) -> None:
        counts, values = self._counts, self._values()
        assert counts is not None  # noqa: S101 - the caller has checked
        count = len(counts)
        diagonal = np.eye(count, dtype=bool)
        # Errors get a scale of their own, or nobody would see them beside the diagonal.
        most_right = float(np.abs(values[diagonal]).max()) or 1.0
        most_wrong = float(np.abs(values[~diagonal]).max()) if count > 1 else 1.0
        most_right = share_limit(f"right in {self.figure_name}", most_right)
        most_wrong = share_limit(f"wrong in {self.figure_name}", most_wrong)
        plain = painter.font()
        # Two sizes: the long numbers of the diagonal shall not make the errors tiny.
        fonts = []
        for chosen in (diagonal, ~diagonal):
            longest = max((len(self._text(float(v))) for v in values[chosen]), default=1)
            wanted = min(size * 0.36, size * 1.1 / max(longest, 1))
            font = QFont(plain)
            font.setPointSizeF(max(min(plain.pointSizeF(), wanted), 3.0))
            fonts.append(font)
        for row in range(count):
            for column in range(count):
                value = float(values[row, column])
                cell = QRectF(grid.left() + column * size, grid.top() + row * size, size, size)
                share = abs(value) / (most_right if row == column else (most_wrong or 1.0))
                wrong = row != column
                if self._parts is not None:
                    good = (value > 0) == (row == column)
                    color = QColor(theme.ff if good else theme.bp)
                    ground = sequential_to(color, share * 0.85, theme)
                else:
                    ground = cell_ground(share, wrong, theme)
                painter.fillRect(cell, ground)
                text = self._text(value)
                if text:
                    painter.setFont(fonts[wrong])
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
        if self._parts is not None:
            text = f"{value:+.0f}" if self._mode == "counts" else write_number(100 * value, "+.1f")
            return "" if text in ("+0.0", "-0.0") else text
        if self._mode == "counts":
            return f"{value:.0f}"
        percent = 100 * value
        return f"{percent:.0f}" if percent >= 9.95 else write_number(percent, ".1f")

    def _paint_names(
        self,
        painter: QPainter,
        rect: QRectF,
        at: Arrangement,
        theme: Theme,
        metrics: QFontMetricsF,
    ) -> None:
        grid, size, line = at.grid, at.size, metrics.height()
        elide = Qt.TextElideMode.ElideRight
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        room = grid.left() - rect.left() - line - 6
        painter.setPen(QColor(theme.text))
        for i, name in enumerate(self._classes):
            row = QRectF(rect.left() + line + 2, grid.top() + i * size, room, size)
            # Text taller than its row is no reason to hide it.
            painter.drawText(
                row, right | Qt.TextFlag.TextDontClip, metrics.elidedText(name, elide, room)
            )
            middle = grid.left() + (i + 0.5) * size
            if at.turned:
                painter.save()
                painter.translate(middle, grid.bottom() + 4)
                painter.rotate(-90)
                long = at.names_height - 6
                column = QRectF(-long, -line / 2, long, line)
                painter.drawText(column, right, metrics.elidedText(name, elide, long))
                painter.restore()
            else:
                column = QRectF(middle - size / 2, grid.bottom() + 2, size, line)
                painter.drawText(column, Qt.AlignmentFlag.AlignCenter, name)
        painter.setPen(QColor(theme.muted))
        below = grid.bottom() + at.names_height + (line * 1.2 if at.has_rates else 0) + 2
        unit = "" if self._mode == "counts" else ", %"
        if self._parts is not None:
            unit = tr(", images") if self._mode == "counts" else tr(", percentage points")
            unit += tr(" more or fewer")
        text = tr("predicted class{unit}", unit=unit)
        wide = max(grid.width(), metrics.horizontalAdvance(text) + 2)
        painter.drawText(
            QRectF(grid.center().x() - wide / 2, below, wide, line + 4),
            Qt.AlignmentFlag.AlignCenter,
            text,
        )
        painter.save()
        painter.translate(rect.left() + line * 0.9, grid.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-grid.height() / 2, -line, grid.height(), line),
            Qt.AlignmentFlag.AlignCenter,
            tr("true class"),
        )
        painter.restore()

    def _paint_rates(
        self,
        painter: QPainter,
        rect: QRectF,
        at: Arrangement,
        theme: Theme,
        metrics: QFontMetricsF,
    ) -> None:
        """Recall of every true class at the right, precision of every predicted one below."""
        assert self._counts is not None  # noqa: S101 - the caller has checked
        grid, size, line = at.grid, at.size, metrics.height()
        # Whole percents where tenths would touch those of the next column.
        tenths = metrics.horizontalAdvance("99.9") + 4 <= size
        painter.setPen(QColor(theme.muted))
        center = Qt.AlignmentFlag.AlignCenter
        column = metrics.horizontalAdvance(_RECALL)
        bottom = grid.bottom() + at.names_height
        painter.drawText(
            QRectF(grid.right() + 6, grid.bottom() + 2, column + 2, line), center, _RECALL
        )
        room = grid.left() - rect.left() - 6
        long = metrics.horizontalAdvance(_PRECISION) <= room
        label = _PRECISION if long else _PRECISION_SHORT
        # Where even the short one is too wide, it stands below the recall.
        if long or metrics.horizontalAdvance(label) <= room:
            place = QRectF(rect.left(), bottom, room, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, label)
        else:
            painter.drawText(QRectF(grid.right() + 6, bottom, column + 2, line), center, label)
        rates = zip(recall(self._counts), precision(self._counts), strict=True)
        for i, (recalled, precise) in enumerate(rates):
            beside = QRectF(grid.right() + 6, grid.top() + i * size, column + 2, size)
            painter.drawText(beside, center, _rate(recalled))
            below = QRectF(grid.left() + i * size, bottom, size, line)
            painter.drawText(below, center, _rate(precise, tenths))


def recall(counts: Counts) -> npt.NDArray[np.float64]:
    """Share of each true class that was found, NaN for a class without images."""
    return _divide(np.diagonal(counts), counts.sum(axis=1))


def precision(counts: Counts) -> npt.NDArray[np.float64]:
    """Share of each predicted class that is right, NaN for one never predicted."""
    return _divide(np.diagonal(counts), counts.sum(axis=0))


def _divide(part: Counts, whole: Counts) -> npt.NDArray[np.float64]:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)


def _rate(share: float, tenths: bool = True) -> str:
    if np.isnan(share):
        return "–"
    return (
        f"{100 * share:.0f}" if share > 0.9995 or not tenths else write_number(100 * share, ".1f")
    )
