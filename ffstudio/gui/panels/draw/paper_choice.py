"""Which is darker on the pad, ink or paper: as the nets have learnt it, unless one chooses."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from ffstudio.core.images.appearance import DARK, LIGHT, Appearance
from ffstudio.core.words import tr
from ffstudio.gui.forms.combo import Combo

_AS_LEARNT = ""


class PaperChoice(Combo):
    """As learnt, which says what that is and whether it is known; or the one or the other.

    It stands in a narrow row: closed it shows a sheet with a stroke, and a question mark where the
    paper is merely assumed. Its list and its tip have the words.

    Signals:
        changed(): The pad has another paper now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pad_paper")
        self.setAccessibleName(tr("Ink and paper"))
        # Room for the sheet and a question mark.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(2)
        # It paints no words; its tip and its list have them.
        self.setProperty("wordless", True)
        self._is_known = False
        self._learnt: Appearance | None = None
        self._was_light = False
        for text, value in (
            ("", _AS_LEARNT),
            (tr("Light on dark"), DARK),
            (tr("Dark on light"), LIGHT),
        ):
            self.addItem(text, value)
        self.take(None, is_known=False)
        self.currentIndexChanged.connect(self._tell)

    @property
    def is_light(self) -> bool:
        """True while one draws dark ink on light paper."""
        chosen = self.currentData()
        return (self.appearance.paper if chosen == _AS_LEARNT else chosen) == LIGHT

    @property
    def appearance(self) -> Appearance:
        """What the nets have learnt from, or what is assumed."""
        return self._learnt or Appearance()

    def take(self, learnt: Appearance | None, *, is_known: bool) -> None:
        """Other nets, or other images.

        Args:
            learnt: What the pictures look like; None where nothing says so.
            is_known: False where light ink on dark paper is merely assumed.
        """
        self._learnt, self._is_known = learnt, is_known
        light = self.appearance.paper == LIGHT
        if not is_known:
            text = tr("Light on dark: assumed")
            tip = tr(
                "Nothing says which pictures these nets have learnt from: light ink on dark paper "
                "is assumed. Choose the other where they answer nonsense."
            )
        elif self.appearance.taken_from:
            data = self.appearance.taken_from
            text = tr("Dark on light: as {data}", data=data)
            if not light:
                text = tr("Light on dark: as {data}", data=data)
            tip = tr(
                "The nets' file does not say what their images looked like, but names {data}: "
                "{pictures}. What is drawn is handed to them in the same way.",
                data=data,
                pictures=self.appearance.text,
            )
        else:
            text = tr("Dark on light: as learnt") if light else tr("Light on dark: as learnt")
            tip = tr(
                "The nets have learnt from {pictures}. What is drawn is handed to them in the "
                "same way.",
                pictures=self.appearance.text,
            )
        self.setItemText(0, text)
        self.setToolTip(tip)
        self._tell()

    def sizeHint(self) -> QSize:
        """No higher than the boxes to tick that stand beside it."""
        hint = super().sizeHint()
        return QSize(hint.width(), min(hint.height(), self.fontMetrics().height() + 5))

    def minimumSizeHint(self) -> QSize:
        """As :meth:`sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A box with the sheet in place of words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText, option.currentIcon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QRectF(
            self.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                option,
                QStyle.SubControl.SC_ComboBoxEditField,
                self,
            )
        )
        side = round(0.8 * self.fontMetrics().height())
        sheet = QRectF(field.left() + 2, (self.height() - side) / 2, side, side)
        ink, paper = QColor("#f4f4f4"), QColor("#151515")
        if self.is_light:
            ink, paper = paper, ink
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1))
        painter.setBrush(paper)
        painter.drawRoundedRect(sheet, 2, 2)
        cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(ink, 0.14 * side, Qt.PenStyle.SolidLine, cap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 0.27 * side
        painter.drawEllipse(sheet.adjusted(inset + 1, inset, -inset - 1, -inset))
        if not self._is_known and self.currentData() == _AS_LEARNT:
            rest = QRectF(sheet.right() + 4, 0, field.right(), self.height())
            painter.setPen(self.palette().text().color())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "?")
        painter.end()

    @Slot()
    def _tell(self) -> None:
        self.update()
        if self.is_light != self._was_light:
            self._was_light = self.is_light
            self.changed.emit()
