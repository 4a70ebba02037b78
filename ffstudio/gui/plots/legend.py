"""A legend whose entries are buttons: line sample, name and value; a click hides the curve."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.plots.chart import paint_sample
from ffstudio.gui.style.theme import ThemeManager, mix

_SAMPLE = 22


class LegendChip(QAbstractButton):
    """One entry; checked while its curve is shown.

    Signals:
        solo_asked(): Show this curve alone, or all again (Ctrl+click).
    """

    KEYS = say_all((("Space", "In a legend: hide or show the curve."),))

    solo_asked = Signal()

    def __init__(
        self,
        themes: ThemeManager,
        name: str,
        color: Callable[[], QColor],
        dash: Qt.PenStyle,
        marker: str = "",
        details: Callable[[], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes, self._color, self._dash, self._marker = themes, color, dash, marker
        self._details = details
        self._value = ""
        self._widest = ""
        self.setCheckable(True)
        self.setChecked(True)
        self.setText(name)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tr("Click hides or shows the curve; Ctrl+click shows it alone."))
        themes.changed.connect(self.update)

    @property
    def value(self) -> str:
        """The number beside the name."""
        return self._value

    def set_value(self, value: str) -> None:
        if value == self._value:
            return
        self._value = value
        self.setAccessibleDescription(value)
        if len(value) > len(self._widest):  # keeps its width while digits change
            self._widest = value
            self.updateGeometry()
        self.update()

    def details(self) -> str:
        """More about its curve, for the tooltip."""
        return self._details() if self._details is not None else ""

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        width = 8 + _SAMPLE + 6 + metrics.horizontalAdvance(self.text()) + 8
        if self._widest:
            wide = "0" * len(self._widest)
            bold = QFontMetricsF(self._bold())
            width += 6 + max(bold.horizontalAdvance(wide), bold.horizontalAdvance(self._widest))
        return QSize(int(width + 1), int(metrics.height() + 7))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.solo_asked.emit()
            event.accept()
            return
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = f"{self.details()}\n{self.toolTip()}".strip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        raised, text = QColor(theme.raised), QColor(theme.text)
        shown = self.isChecked()
        if self.underMouse() or self.hasFocus():
            painter.setPen(QColor(theme.accent) if self.hasFocus() else QColor(theme.line))
            painter.setBrush(mix(QColor(theme.accent), raised, 0.10))
            painter.drawRoundedRect(box, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        color = self._color()
        faded = color if shown else mix(QColor(theme.muted), raised, 0.45)
        sample = QRectF(box.left() + 7.5, box.top(), _SAMPLE, box.height())
        paint_sample(painter, sample, faded, self._dash, self._marker)
        metrics = QFontMetricsF(self.font())
        baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        x = sample.right() + 6
        name_font = QFont(self.font())
        name_font.setStrikeOut(not shown)
        painter.setFont(name_font)
        painter.setPen(QColor(theme.muted))
        painter.drawText(int(x), round(baseline), self.text())
        if shown and self._value:
            painter.setFont(self._bold())
            painter.setPen(text)
            x += metrics.horizontalAdvance(self.text()) + 6
            painter.drawText(int(x), round(baseline), self._value)
