"""How well each layer separates its data as training goes on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.panels.goodness.measured import ShownGoodness
from ffstudio.gui.plots.chart import paint_chart
from ffstudio.gui.style.theme import ThemeManager, mix

_HEIGHT = 150
_GAP = 14.0


class TimeStrip(QWidget):
    """Against epochs, for every view that is shown: AUC, or each layer's own accuracy."""

    def __init__(
        self, themes: ThemeManager, shown: ShownGoodness, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes, self._shown = themes, shown
        self.setObjectName("goodness_time_strip")
        self.setAccessibleName(tr("Separation over time"))
        self.setToolTip(
            tr(
                "How far each layer has come as training goes on. With the gaps: the share of images "
                "above 0, the layer's own accuracy. With the populations: how well positive is told "
                "from negative data, the AUC; 1 is perfect and 0.5 is chance."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(300, round(_HEIGHT * QFontMetricsF(self.font()).height() / 15.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.raised))
        painter.setPen(mix(QColor(theme.line), QColor(theme.raised), 0.8))
        painter.drawLine(0, 0, self.width(), 0)
        if len(self._shown.over_time) < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.92, 6.5))
        painter.setFont(font)
        rect = QRectF(self.rect()).adjusted(10, 8, -8, -6)
        charts = self._shown.time_charts(theme)
        width = (rect.width() - _GAP * (len(charts) - 1)) / max(len(charts), 1)
        for at, chart in enumerate(charts):
            left = rect.left() + at * (width + _GAP)
            paint_chart(painter, QRectF(left, rect.top(), width, rect.height()), theme, chart)
