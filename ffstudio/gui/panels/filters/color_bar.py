"""What the colours of weights mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr
from ffstudio.gui.plots.color_scale import paint_color_bar
from ffstudio.gui.style.theme import ThemeManager


class ColorBar(QWidget):
    """What the colours mean."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_color_bar")
        self.setAccessibleName(tr("Colour scale of the weights"))
        self._fit_font()
        self.setMinimumWidth(120)
        self._themes = themes
        self._limits: tuple[str, str] | None = None
        themes.changed.connect(self.update)

    def set_limit(self, limit: float) -> None:
        """The weights of the full colours; 0 shows nothing."""
        self._limits = (
            (f"−{number_text(limit, digits=2)}", f"+{number_text(limit, digits=2)}")
            if limit
            else None
        )
        self.setAccessibleDescription(
            tr(
                "from {limit} to {limit_2}",
                limit=number_text(-limit, digits=3),
                limit_2=number_text(limit, digits=3),
            )
        )
        self.update()

    def set_own_scales(self) -> None:
        """Every unit has a limit of its own."""
        self._limits = (tr("−largest of its unit"), "+largest")
        self.setAccessibleDescription(tr("from minus to plus the largest weight of each unit"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the text's size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_font()

    def _fit_font(self) -> None:
        self.setFixedHeight(18 + self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._limits is None:
            return
        bar = QRectF(0.5, 2.5, self.width() - 1, 9)
        paint_color_bar(QPainter(self), bar, self._limits, self._themes.theme)
