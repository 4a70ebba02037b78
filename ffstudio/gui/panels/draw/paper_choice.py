"""Which is darker on the pad, ink or paper: as the nets have learnt it, unless one chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ffstudio.core.images.appearance import DARK, LIGHT, Appearance
from ffstudio.core.words import tr
from ffstudio.gui.forms.combo import Combo

_AS_LEARNT = ""


class PaperChoice(Combo):
    """As learnt, which says what that is and whether it is known; or the one or the other.

    Signals:
        changed(): The pad has another paper now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pad_paper")
        self.setAccessibleName(tr("Ink and paper"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
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
        self._learnt = learnt
        light = self.appearance.paper == LIGHT
        if not is_known:
            text = tr("Light on dark: assumed")
            tip = tr(
                "Nothing says which pictures these nets have learnt from: light ink on dark paper "
                "is assumed. Choose the other where they answer nonsense."
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

    @Slot()
    def _tell(self) -> None:
        if self.is_light != self._was_light:
            self._was_light = self.is_light
            self.changed.emit()
