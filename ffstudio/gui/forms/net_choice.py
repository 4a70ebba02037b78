"""Which of the nets there are a view shows."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from ffstudio.core.look.snapshot import ModelSnapshot, Net
from ffstudio.core.words import say_all, tr
from ffstudio.gui.forms.combo import Combo

_NETS = say_all({"ff": "Forward-Forward", "bp": "Backprop"})


class NetChoice(Combo):
    """Forward-Forward or backprop; the one that is chosen stays as long as it is there.

    Args:
        name: Its object name; ``tip``: what it decides.
    """

    def __init__(self, name: str, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(tr("Net"))
        self.setToolTip(tip)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, snapshot: ModelSnapshot | None) -> None:
        """Offers the nets of a snapshot; tells nobody of the change."""
        nets = [n for n in _NETS if snapshot is not None and getattr(snapshot, n) is not None]
        if [self.itemData(i) for i in range(self.count())] == nets:
            return
        before = self.currentData()
        with QSignalBlocker(self):
            self.clear()
            for name in nets:
                self.addItem(_NETS[name], name)
            if nets:
                self.setCurrentIndex(max(self.findData(before), 0))

    def net_of(self, snapshot: ModelSnapshot | None) -> Net | None:
        """The chosen net of a snapshot; None where it has none of that kind."""
        if snapshot is None:
            return None
        return snapshot.ff if self.currentData() == "ff" else snapshot.bp
