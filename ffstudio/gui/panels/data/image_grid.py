"""Pictures in rows, each with a caption."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.image_shape import count_marked
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.grid_keys import CHOOSE, move_in_rows
from ffstudio.gui.plots.pictures import picture_image
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager

_CELL, _GAP = 58.0, 8
# So few pictures of one example are in a row at any width.
_ALWAYS_WHOLE = 3
# On the screen there is a ring around all of it.
_EDGE = 4


class ImageGrid(QWidget):
    """Pictures with a caption each, as many as fit, the rest by keys or wheel; a figure.

    Signals:
        picture_chosen(at): One was double-clicked, or Enter pressed on it.
    """

    KEYS = say_all(
        (
            ("Arrows, Home, End, PgUp, PgDn", "In a grid of images: go to another one."),
            ("Enter, Space", "In a grid of images: show this one on the drawing pad."),
        )
    )

    picture_chosen = Signal(int)

    def __init__(
        self, name: str, title: str, themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setMinimumSize(QSize(200, 120))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._title, self._name, self._themes = title, name.replace("_", "-"), themes
        self._together = 2
        self._pictures: list[tuple[npt.NDArray[np.float32], str, str]] = []
        self._label_pixels = 0
        self._spoken: list[str] = []
        self._current, self._first_row = -1, 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self._describe()
        themes.changed.connect(self.update)

    def show_pictures(
        self,
        pictures: list[tuple[npt.NDArray[np.float32], str, str]],
        label_pixels: int = 0,
        together: int = 2,
        spoken: list[str] | None = None,
    ) -> None:
        """Pictures (height, width) with caption and kind: ``positive``, ``negative`` or empty.

        Args:
            label_pixels: How many of the first pixels carry the label.
            together: This many are one example: where there is room they are never parted.
            spoken: What a screen reader says of each, where captions are too short for that.
        """
        self._pictures, self._label_pixels = pictures, label_pixels
        self._together = together
        self._spoken = spoken or [f"{kind} {caption}".strip() for _, caption, kind in pictures]
        if self._current >= len(pictures):
            self._current = -1
        self._keep_in_sight()

    @property
    def pictures(self) -> list[tuple[npt.NDArray[np.float32], str, str]]:
        return self._pictures

    @property
    def current(self) -> int:
        """The picture that the keys have led to, or −1."""
        return self._current

    # --- geometry -----------------------------------------------------------------------

    def _columns_in(self, width: float) -> int:
        group, room = self._together, max(int((width + _GAP) / (_CELL + _GAP)), 1)
        if room >= group or group <= _ALWAYS_WHOLE:
            return max(group, room // group * group)
        # Too many for a row: in rows of equal length where their number allows it.
        return next((n for n in range(room, 1, -1) if group % n == 0), room)

    @property
    def columns(self) -> int:
        """Pictures side by side."""
        return self._columns_in(self.width() - 2 * _EDGE)

    @property
    def _row_height(self) -> float:
        return _CELL + QFontMetricsF(self.font()).height() + _GAP

    @property
    def _rows_in_sight(self) -> int:
        return max(int((self.height() - 2 * _EDGE + 6) / self._row_height), 1)

    def place_of(self, at: int) -> QRectF:
        """Where a picture is painted; empty for one that is out of sight."""
        row, column = divmod(at, self.columns)
        row -= self._first_row
        if not 0 <= row < self._rows_in_sight:
            return QRectF()
        x, y = column * (_CELL + _GAP) + _EDGE + 1, row * self._row_height + _EDGE + 1
        return QRectF(x, y, _CELL, _CELL)

    def _at(self, position: QPointF) -> int:
        first = self._first_row * self.columns
        last = min(first + self._rows_in_sight * self.columns, len(self._pictures))
        return next((i for i in range(first, last) if self.place_of(i).contains(position)), -1)

    def _scroll_to(self, row: int) -> None:
        rows = -(-len(self._pictures) // self.columns)
        self._first_row = min(max(row, 0), max(rows - self._rows_in_sight, 0))
        self.update()

    def _keep_in_sight(self) -> None:
        """Scrolls as far as it takes to see the current picture; none leaves all as it is."""
        first = self._first_row
        if self._current >= 0:
            row = self._current // self.columns
            first = min(max(first, row - self._rows_in_sight + 1), row)
        self._scroll_to(first)
        self._describe()

    # --- input --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes to another picture, or takes the current one."""
        at = move_in_rows(
            event.key(), self._current, len(self._pictures), self.columns, self._rows_in_sight
        )
        if at is not None:
            self._go_to(at)
        elif self._current >= 0 and event.key() in CHOOSE:
            self.picture_chosen.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Goes to the picture under the mouse."""
        at = self._at(event.position())
        if at >= 0:
            self._go_to(at)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the picture under the mouse."""
        if self._at(event.position()) >= 0:
            self.picture_chosen.emit(self._current)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls row by row."""
        self._scroll_to(self._first_row - (1 if event.angleDelta().y() > 0 else -1))
        event.accept()

    def _go_to(self, at: int) -> None:
        self._current = at
        self._keep_in_sight()

    def _describe(self) -> None:
        count = len(self._pictures)
        text = tr("{count} images", count=count) if count else tr("No images.")
        if self._current >= 0:
            text = tr(
                "{spoken}; {current} of {count}",
                spoken=self._spoken[self._current],
                current=self._current + 1,
                count=count,
            )
        self.setAccessibleDescription(text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows that it has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Shows that it has the keyboard no longer."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keeps the current picture in sight."""
        super().resizeEvent(event)
        self._keep_in_sight()

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the rows in sight, and where the keyboard is."""
        painter = QPainter(self)
        painter.setFont(self.font())
        theme = self._themes.theme
        inside = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        self._paint(painter, inside, theme, self._first_row)
        place = self.place_of(self._current) if self._current >= 0 else QRectF()
        if not place.isEmpty():
            painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)

    def _paint(self, painter: QPainter, rect: QRectF, theme: Theme, first_row: int = 0) -> None:
        line = QFontMetricsF(painter.font(), painter.device()).height()
        cell = _CELL
        step_x, step_y = cell + _GAP, cell + line + _GAP
        columns = self._columns_in(rect.width())
        metrics = QFontMetricsF(painter.font(), painter.device())
        for at, (picture, caption, kind) in enumerate(self._pictures):
            row, column = divmod(at, columns)
            row -= first_row
            if row < 0:
                continue
            x, y = rect.left() + column * step_x + 1, rect.top() + row * step_y + 1
            if y + step_y > rect.bottom() + 6:
                break
            area = QRectF(x, y, cell, cell)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(area, picture_image(picture, theme))
            if self._label_pixels:
                pixel, width = cell / picture.shape[1], picture.shape[1]
                painter.setPen(QPen(QColor(theme.warning), 1))
                marked = count_marked(self._label_pixels, picture.shape)
                for down in range(-(-marked // width)):
                    many = min(marked - down * width, width)
                    painter.drawRect(QRectF(x, y + down * pixel, pixel * many, pixel))
            color = {"positive": theme.positive, "negative": theme.negative}.get(kind, theme.line)
            style = Qt.PenStyle.DashLine if kind == "negative" else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(color), 1.5 if kind else 1, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
            painter.setPen(QColor(theme.text))
            text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, cell + 6)
            painter.drawText(
                QRectF(x - 3, y + cell + 1, cell + 6, line), Qt.AlignmentFlag.AlignHCenter, text
            )

    @property
    def figure_name(self) -> str:
        return self._name

    @property
    def figure_title(self) -> str:
        return self._title

    def figure_size(self) -> QSizeF:
        return QSizeF(480, 340) if self._pictures else QSizeF()

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        self._paint(painter, rect, theme)

    def figure_table(self) -> tuple[list[str], list[list[object]]]:
        return ["caption", "kind"], [[caption, kind] for _, caption, kind in self._pictures]
