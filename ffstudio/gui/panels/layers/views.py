"""Accuracy over time and the table of classes on the screen."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ffstudio.core.look.layer_scores import ALONE
from ffstudio.core.words import tr
from ffstudio.gui.panels.layers.measured import ShownLayers
from ffstudio.gui.panels.layers.painters import CHART_HEIGHT, ClassTable, columns_in, paint_times
from ffstudio.gui.style.theme import ThemeManager

_EDGE = 10


class _View(QWidget):
    """What both have: a ground in the theme's colour, a small font, a height that follows."""

    def __init__(
        self, name: str, themes: ThemeManager, shown: ShownLayers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes, self._shown = themes, shown
        self.setObjectName(name)
        self.setMinimumWidth(220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def refresh(self) -> None:
        """Paints what has changed."""
        self.setFixedHeight(round(self._height()))
        self.update()

    def _height(self) -> float:
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(round(self._height()))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.92, 6.5))
        return font

    def _inside(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_EDGE, 8, -_EDGE, -8)

    def _begin(self) -> QPainter:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._themes.theme.raised))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        return painter


class TimesView(_View):
    """A chart for every sum."""

    def __init__(
        self, themes: ThemeManager, shown: ShownLayers, parent: QWidget | None = None
    ) -> None:
        super().__init__("layers_times", themes, shown, parent)
        self.setAccessibleName(tr("Accuracy of the layers over time"))

    def refresh(self) -> None:
        self.setAccessibleDescription(self._shown.say_accuracies())
        super().refresh()

    def _height(self) -> float:
        count = max(len(self._shown.sums), 1)
        rows = math.ceil(count / columns_in(self.width() - 2 * _EDGE, count))
        return rows * CHART_HEIGHT * max(QFontMetricsF(self.font()).height() / 15.0, 1.0) + 16

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._begin()
        if self._shown.measured is not None:
            paint_times(painter, self._inside(), self._themes.theme, self._shown)


class ClassesView(_View):
    """Which layer decides, class by class, and how many each gets right."""

    def __init__(
        self, themes: ThemeManager, shown: ShownLayers, parent: QWidget | None = None
    ) -> None:
        super().__init__("layers_classes", themes, shown, parent)
        self.which = ALONE
        self.setAccessibleName(tr("Which layer decides, by class"))

    def refresh(self) -> None:
        table = self.table()
        self.setAccessibleDescription(
            "; ".join(table.tip(label) for label in range(len(self._shown.class_names)))
        )
        super().refresh()

    def table(self) -> ClassTable:
        """Where the classes are."""
        return ClassTable(self._shown, self.which, self._inside(), QFontMetricsF(self._small()))

    def _height(self) -> float:
        line = QFontMetricsF(self._small()).height() * 1.45
        return ClassTable.rows(self._shown) * line + 20

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self._begin()
        self.table().paint(painter, self._themes.theme)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            table = self.table()
            label = table.row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if label is None else table.tip(label), self)
            return True
        return bool(super().event(event))
