"""The colour of the ink, for nets that see colours: a few to choose from, or any other."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QColorDialog, QComboBox, QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo

_PLAIN, _OTHER = "", "other"
# Inks, told apart easily on black and on white paper.
_INKS = say_all(
    {
        "#e02020": "Red",
        "#f08020": "Orange",
        "#f0d020": "Yellow",
        "#20a040": "Green",
        "#20c0d0": "Turquoise",
        "#2050e0": "Blue",
        "#9030c0": "Violet",
        "#f070b0": "Pink",
        "#805030": "Brown",
        "#808080": "Grey",
    }
)
_SWATCH = 14


class InkChoice(Combo):
    """Plain ink, which is the opposite of the paper, or a colour.

    Signals:
        chosen(colour): As ``#rrggbb``; empty for plain ink.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pad_ink")
        self.setAccessibleName(tr("Colour of the ink"))
        self.setToolTip(
            tr(
                "The nets see colours: this is the ink's. Plain ink is white on dark paper and "
                "black on light paper, which is all three colours alike."
            )
        )
        self.setIconSize(QSize(_SWATCH, _SWATCH))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.addItem(tr("Plain ink"), _PLAIN)
        for colour, name in _INKS.items():
            self.addItem(_swatch(colour), name, colour)
        self.addItem(tr("Other…"), _OTHER)
        self._before = 0
        self.activated.connect(self._ask)
        self.currentIndexChanged.connect(self._tell)

    @property
    def colour(self) -> str:
        """As ``#rrggbb``; empty for plain ink."""
        value = str(self.currentData() or "")
        return "" if value == _OTHER else value

    def take_colour(self, colour: QColor) -> None:
        """Draws in a colour that is not in the list."""
        name = colour.name()
        at = self.findData(name)
        if at < 0:
            at = self.count() - 1
            self.insertItem(at, _swatch(name), name, name)
        self.setCurrentIndex(at)

    @Slot(int)
    def _ask(self, index: int) -> None:
        """Another colour is asked for."""
        if self.itemData(index) != _OTHER:
            return
        self.setCurrentIndex(self._before)
        dialog = QColorDialog(QColor(self.colour or "white"), self)
        dialog.setObjectName("ink_dialog")
        dialog.setWindowTitle(tr("Colour of the ink"))
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self.take_colour)
        dialog.open()

    @Slot(int)
    def _tell(self, index: int) -> None:
        if self.itemData(index) != _OTHER:
            self._before = index
            self.chosen.emit(self.colour)


def _swatch(colour: str) -> QIcon:
    pixels = QPixmap(_SWATCH, _SWATCH)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(Qt.GlobalColor.gray), 1))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(1, 1, _SWATCH - 2, _SWATCH - 2)
    painter.end()
    return QIcon(pixels)
