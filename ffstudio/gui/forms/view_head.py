"""What stands at the head of a view: one sentence, and a button that leads to its help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ffstudio.core.words import tr


class ViewHead(QWidget):
    """A sentence that says what is seen, and "Why?".

    Args:
        name: Its controls' object names begin with it.
        text: The sentence.

    Signals:
        why_wanted(): The page that explains it is asked for.
    """

    why_wanted = Signal()

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_head")
        self._text = QLabel(text, self)
        self._text.setObjectName(f"{name}_sentence")
        self._text.setWordWrap(True)
        self._why = QToolButton(self)
        self._why.setObjectName(f"{name}_why_button")
        self._why.setText(tr("Why?"))
        self._why.setAccessibleName(tr("Why?"))
        self._why.setToolTip(tr("Open the page of the help that explains this view."))
        self._why.clicked.connect(self.why_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._why)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text.text()
