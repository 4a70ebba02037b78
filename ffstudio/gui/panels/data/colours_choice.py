"""Whether pictures in colour keep their colours: one choice for the preview and the Data panel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffstudio.core.images.data_spec import COLOURS
from ffstudio.core.words import tr
from ffstudio.gui.forms.combo import Combo


class ColoursChoice(Combo):
    """``Colours: kept`` or ``Colours: turned grey``.

    Args:
        name: Its object name.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Colours of the pictures"))
        self.setToolTip(
            tr(
                "Pictures in colour are turned grey by their brightness, or keep red, green and "
                "blue: three numbers a pixel. Grey pictures stay grey. Kept in the experiment."
            )
        )
        for choice in COLOURS:
            label = choice.label[:1].lower() + choice.label[1:]
            self.addItem(tr("Colours: {choice}", choice=label), choice.value)

    @property
    def value(self) -> str:
        """As the experiment has it."""
        return str(self.currentData())

    def show_choice(self, value: str) -> None:
        """Shows what the experiment has."""
        self.setCurrentIndex(max(self.findData(value), 0))
