"""A heading that folds what is below it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget


class Section(QWidget):
    """A heading that folds what is below it."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QToolButton(self)
        self._head.setObjectName(f"{name}_section")
        self._head.setAccessibleName(f"{title} section")
        self._head.setText(title)
        self._head.setCheckable(True)
        self._head.setChecked(True)
        self._head.setArrowType(Qt.ArrowType.DownArrow)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setStyleSheet(
            "QToolButton { border: none; background: transparent; font-weight: 600; }"
        )
        self._head.setIconSize(QSize(9, 9))
        self._head.toggled.connect(self._fold)
        self.body = QWidget(self)
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(8, 0, 2, 6)
        self.column.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._head)
        layout.addWidget(self.body)

    def set_open(self, is_open: bool) -> None:
        """Folds or unfolds what is below the heading."""
        self._head.setChecked(is_open)

    @property
    def is_open(self) -> bool:
        return self._head.isChecked()

    @Slot(bool)
    def _fold(self, is_open: bool) -> None:
        self._head.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self.body.setVisible(is_open)
