"""A layout that places widgets like words, on as many rows as the width asks for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from ffstudio.gui.forms.placed import widgets_in

# What Qt calls the largest size of a layout.
_MOST = 524_287


class FlowLayout(QHBoxLayout):
    """Left to right, then the next row; hidden widgets take no room.

    Holds widgets only. Its items are kept by Qt's box layout: items kept in Python would outlive
    what they stand for.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        # A layout without a widget yet is given one by the layout that takes it in.
        super().__init__(parent) if parent is not None else super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        self._heights: dict[int, int] = {}

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        # While it is made there are no heights yet.
        self.__dict__.get("_heights", {}).clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        # Asked for again and again by every layout around it.
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        QLayout.setGeometry(self, rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for widget in widgets_in(self):
            if not widget.isHidden():
                size = size.expandedTo(_smallest(widget))
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def maximumSize(self) -> QSize:
        return QSize(_MOST, _MOST)

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        rows: list[list[tuple[QWidget, QSize]]] = []
        x = 0
        for widget in widgets_in(self):
            if widget.isHidden():
                continue
            wanted = _compute_wanted(widget)
            size = wanted.boundedTo(QSize(max(inner.width(), 1), _MOST))
            if size.width() < wanted.width() and widget.hasHeightForWidth():
                size.setHeight(widget.heightForWidth(size.width()))  # its text wraps
            if not rows or x + size.width() > inner.width():
                rows.append([])
                x = 0
            rows[-1].append((widget, size))
            x += size.width() + self.spacing()
        y = inner.top()
        for row in rows:
            height = max(size.height() for _, size in row)
            x = inner.left()
            for widget, size in row:
                if move:
                    top = y + (height - size.height()) // 2
                    widget.setGeometry(QRect(QPoint(x, top), size))
                x += size.width() + self.spacing()
            y += height + self.spacing()
        used = y - self.spacing() if rows else y
        return used - rect.top() + margins.bottom()


def _compute_wanted(widget: QWidget) -> QSize:
    """The size a layout would like to give it, as ``QWidgetItem`` has it."""
    size = widget.sizeHint().expandedTo(widget.minimumSizeHint())
    policy = widget.sizePolicy()
    if policy.horizontalPolicy() == QSizePolicy.Policy.Ignored:
        size.setWidth(0)
    if policy.verticalPolicy() == QSizePolicy.Policy.Ignored:
        size.setHeight(0)
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


def _smallest(widget: QWidget) -> QSize:
    """The least size a layout may give it: its hint where it may not shrink."""
    policy, wanted, least = widget.sizePolicy(), _compute_wanted(widget), widget.minimumSizeHint()
    shrink = QSizePolicy.PolicyFlag.ShrinkFlag.value
    size = QSize(
        least.width() if policy.horizontalPolicy().value & shrink else wanted.width(),
        least.height() if policy.verticalPolicy().value & shrink else wanted.height(),
    )
    return size.boundedTo(widget.maximumSize()).expandedTo(widget.minimumSize())


class FlowBar(QWidget):
    """A bar of controls as high as they need at its width.

    Args:
        name: Its object name.
        margin: Left and right of them.
    """

    def __init__(self, name: str, parent: QWidget, spacing: int = 8, margin: int = 8) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self, spacing=spacing)
        self.flow.setContentsMargins(margin, 0, margin, 0)

    def add(self, *widgets: QWidget) -> None:
        """Widgets, one after the other."""
        for widget in widgets:
            self.flow.addWidget(widget)
