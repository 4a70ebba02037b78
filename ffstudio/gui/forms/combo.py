"""A list of choices whose entries can be read whole, however narrow the box itself is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
)

_MOST_ROWS = 20
_ICON_GAP = 4


class Combo(QComboBox):
    """Opens a list that is as wide as its longest entry; says in its tip what has no room."""

    def showPopup(self) -> None:
        """Opens the list, wide enough for all of it."""
        view = self.view()
        self.setMaxVisibleItems(_MOST_ROWS)
        needed = view.sizeHintForColumn(0) + 2 * view.frameWidth() + view.contentsMargins().left()
        needed += view.contentsMargins().right()
        if self.count() > _MOST_ROWS:
            needed += view.verticalScrollBar().sizeHint().width()
        room = self.screen().availableSize().width()
        view.setMinimumWidth(min(max(needed, self.width()), room))
        super().showPopup()

    def showEvent(self, event: QShowEvent) -> None:
        """Reckons its width anew: the one kept may be of before it had the style sheet."""
        letters = self.minimumContentsLength()
        self.setMinimumContentsLength(letters + 1)
        self.setMinimumContentsLength(letters)
        super().showEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ends in an ellipsis what has no room; Qt would cut through a letter."""
        if not self.is_cut:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    @property
    def is_cut(self) -> bool:
        """True while the box is too narrow for the choice it shows."""
        metrics = QFontMetricsF(self.font())
        return metrics.horizontalAdvance(self.currentText()) > self._text_width()

    @property
    def shown_text(self) -> str:
        """The choice, or its beginning and an ellipsis where it has no room."""
        metrics, room = QFontMetricsF(self.font()), self._text_width()
        return metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _text_width(self) -> float:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        place = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        icon = 0 if option.currentIcon.isNull() else option.iconSize.width() + _ICON_GAP
        return float(place.width() - icon)

    def event(self, event: QEvent) -> bool:
        """A tip that begins with the whole choice where the box shows only a part."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut:
            text = f"{self.currentText()}\n{self.toolTip()}".strip()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return bool(super().event(event))
