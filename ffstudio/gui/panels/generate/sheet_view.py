"""Pictures in rows, as a widget and as a figure."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.figures.figure import Table
from ffstudio.gui.forms.grid_keys import move_in_rows
from ffstudio.gui.panels.generate.views import PictureSheet, Tile
from ffstudio.gui.plots.pictures import picture_image, plain_image
from ffstudio.gui.style.focus_ring import paint_focus_ring
from ffstudio.gui.style.theme import Theme, ThemeManager

_GAP = 3.0
# Numbers of a code that go into a table.
_MOST_NUMBERS = 256


def tile_image(tile: Tile, theme: Theme) -> QImage:
    """A picture in grey or in its own colours."""
    picture = tile.picture
    if picture.shape[2] != 3:
        return picture_image(picture.mean(axis=2), theme)
    return plain_image(np.clip(picture, 0, 1))


class PictureSheetView(QWidget):
    """A sheet, as large as there is room; its pictures can be chosen.

    Signals:
        tile_chosen(number): A picture was clicked, or gone to by keys.
    """

    KEYS = say_all(
        (("Arrows, Home, End", "On a sheet of made pictures: take the code of another picture."),)
    )

    tile_chosen = Signal(int)

    def __init__(
        self, themes: ThemeManager, name: str, spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("usesKeys", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._themes = themes
        self._sheet: PictureSheet | None = None
        self._at = -1
        themes.changed.connect(self.update)

    @property
    def sheet(self) -> PictureSheet | None:
        """What is shown."""
        return self._sheet

    @property
    def chosen(self) -> int:
        """The picture that was chosen, or −1."""
        return self._at

    def minimumSizeHint(self) -> QSize:
        return QSize(96, 96)

    def sizeHint(self) -> QSize:
        return QSize(320, 320)

    def show_sheet(self, sheet: PictureSheet | None) -> None:
        """Shows another sheet, or none."""
        former = self._sheet
        self._sheet = sheet
        if sheet is None or former is None or sheet.name != former.name:
            self._at = -1
        self._describe()
        self.update()

    def _describe(self) -> None:
        sheet = self._sheet
        words = "" if sheet is None else sheet.words
        if sheet is not None and 0 <= self._at < len(sheet.tiles):
            words = f"{words} {sheet.tiles[self._at].caption}"
        self.setAccessibleDescription(words)

    # --- choosing -----------------------------------------------------------------------

    def place_of(self, number: int) -> QRectF:
        """Where a picture is."""
        sheet = self._sheet
        if sheet is None or not sheet.tiles:
            return QRectF()
        return _place(self._area(), self.fontMetrics().height(), sheet, number)

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(3, 3, -3, -3)

    def _under(self, point: QPointF) -> int:
        count = 0 if self._sheet is None else len(self._sheet.tiles)
        return next((i for i in range(count) if self.place_of(i).contains(point)), -1)

    def _choose(self, number: int) -> None:
        self._at = number
        self._describe()
        self.update()
        self.tile_chosen.emit(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and under >= 0:
            self._choose(under)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sheet = self._sheet
        count = 0 if sheet is None else len(sheet.tiles)
        columns = 1 if sheet is None else sheet.columns
        new = move_in_rows(event.key(), self._at, count, columns, 1)
        if new is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif new != self._at:
            self._choose(new)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            under = self._under(QPointF(event.pos()))
            if under >= 0 and self._sheet is not None:
                QToolTip.showText(event.globalPos(), self._sheet.tiles[under].caption, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    # --- painting -----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._themes.theme
        if self._sheet is not None and self._sheet.tiles:
            _paint(painter, self._area(), self._sheet, theme)
            if len(self._sheet.tiles) > 1 and 0 <= self._at < len(self._sheet.tiles):
                painter.setPen(QPen(QColor(theme.accent), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(self.place_of(self._at))
        if self.hasFocus():
            paint_focus_ring(painter, self.rect(), theme)

    # --- figure -------------------------------------------------------------------------

    @property
    def figure_name(self) -> str:
        return "generated" if self._sheet is None else self._sheet.name

    @property
    def figure_title(self) -> str:
        return tr("Made pictures") if self._sheet is None else self._sheet.title

    def figure_size(self) -> QSizeF:
        sheet = self._sheet
        if sheet is None or not sheet.tiles:
            return QSizeF()
        rows = math.ceil(len(sheet.tiles) / sheet.columns)
        width = min(60.0 * sheet.columns, 480.0) + (30 if sheet.heads else 0)
        return QSizeF(max(width, 180.0), width * rows / sheet.columns + 40)

    def paint_figure(self, painter: QPainter, rect: QRectF, theme: Theme) -> None:
        sheet = self._sheet
        if sheet is None or not sheet.tiles:
            return
        metrics = QFontMetricsF(painter.font(), painter.device())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        head = metrics.boundingRect(rect, int(flags), sheet.words).height() + 6
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(rect.left(), rect.top(), rect.width(), head), flags, sheet.words)
        _paint(painter, rect.adjusted(0, head, 0, 0), sheet, theme)

    def figure_table(self) -> Table:
        sheet = self._sheet
        if sheet is None:
            return ["row", "column", "picture"], []
        codes = [len(t.code) for t in sheet.tiles if t.code is not None]
        count = min(max(codes, default=0), _MOST_NUMBERS)
        header = ["row", "column", "picture", "label", "value"]
        header += [f"code {i + 1}" for i in range(count)]
        rows: list[list[object]] = []
        for number, tile in enumerate(sheet.tiles):
            row, column = divmod(number, sheet.columns)
            code: list[object] = [""] * count
            if tile.code is not None:
                code = [float(v) for v in tile.code[:count]]
            label: object = tile.label if tile.label >= 0 else ""
            value: object = tile.value if math.isfinite(tile.value) else ""
            rows.append([row + 1, column + 1, tile.caption, label, value, *code])
        return header, rows


def _place(area: QRectF, line: float, sheet: PictureSheet, number: int) -> QRectF:
    rows = math.ceil(len(sheet.tiles) / sheet.columns)
    head = 2.2 * line if sheet.heads else 0.0
    foot = line if _says_values(sheet) else 0.0
    height, width, _ = sheet.tiles[0].picture.shape
    wide = (area.width() - head) / sheet.columns - _GAP
    wide = max(min(wide, (area.height() / rows - _GAP - foot) * width / height), 4.0)
    high = wide * height / width
    row, column = divmod(number, sheet.columns)
    left, top = area.left() + head + column * (wide + _GAP), area.top() + row * (high + foot + _GAP)
    return QRectF(left, top, wide, high)


def _says_values(sheet: PictureSheet) -> bool:
    return sheet.name == "distances"


def _paint(painter: QPainter, area: QRectF, sheet: PictureSheet, theme: Theme) -> None:
    line = QFontMetricsF(painter.font(), painter.device()).height()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    for number, tile in enumerate(sheet.tiles):
        place = _place(area, line, sheet, number)
        painter.drawImage(place, tile_image(tile, theme))
        if _says_values(sheet):
            below = QRectF(place.left() - _GAP, place.bottom(), place.width() + 2 * _GAP, line)
            painter.setPen(QColor(theme.text))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, tile.caption)
        if sheet.heads and number % sheet.columns == 0:
            before = QRectF(
                area.left(), place.top(), place.left() - area.left() - 4, place.height()
            )
            painter.setPen(QColor(theme.muted))
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(before, flags, sheet.heads[number // sheet.columns])
