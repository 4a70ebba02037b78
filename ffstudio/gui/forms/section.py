"""A heading that folds what is below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ffstudio.core.words import tr


class Section(QWidget):
    """A heading that folds what is below it; a note beside it says what a fold would hide.

    Args:
        name: Prefix of the object names.
        is_part: True for a heading inside another section: less loud.
    """

    def __init__(
        self, name: str, title: str, parent: QWidget | None = None, *, is_part: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_section_box")
        self._title = title
        self._head = QToolButton(self)
        self._head.setObjectName(f"{name}_section")
        self._head.setAccessibleName(tr("{title} section", title=title))
        self._head.setText(title)
        self._head.setCheckable(True)
        self._head.setChecked(True)
        self._head.setArrowType(Qt.ArrowType.DownArrow)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setProperty("heading", "part" if is_part else "section")
        self._head.setIconSize(QSize(9, 9))
        self._head.toggled.connect(self._fold)
        self._note = QLabel(self)
        self._note.setObjectName(f"{name}_section_note")
        self._note.setProperty("muted", True)
        self._note.setWordWrap(True)
        self._note.hide()
        self.body = QWidget(self)
        self.body.setObjectName(f"{name}_section_body")
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(8, 0, 2, 6)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._head)
        head.addWidget(self._note, 1)
        head.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.body)

    @property
    def head(self) -> QToolButton:
        """What folds and unfolds it."""
        return self._head

    def set_open(self, is_open: bool) -> None:
        """Folds or unfolds what is below the heading."""
        self._head.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        return self._head.isChecked()

    def set_title(self, title: str) -> None:
        """Names it otherwise."""
        self._title = title
        self._head.setText(title)
        self._head.setAccessibleName(tr("{title} section", title=title))

    def set_note(self, short: str, long: str = "") -> None:
        """What is worth knowing of the part while it is folded."""
        self._note.setText(short)
        self._note.setToolTip(long)
        self._head.setToolTip(long)
        self._head.setAccessibleDescription(long.replace("\n", "; "))
        self._note.setVisible(bool(short) and not self.is_open)

    @Slot(bool)
    def _fold(self, is_open: bool) -> None:
        self._head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)
        self._note.setVisible(bool(self._note.text()) and not is_open)
