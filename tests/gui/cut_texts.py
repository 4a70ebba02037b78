"""Finds what a window shows only in part: texts wider than their place, widgets out of sight.

The walk asks every widget itself; what widgets paint by their own hand is not seen here.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionTab,
    QTabBar,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from tests.gui.tips import tip_at

# Half a pixel may be lost when widths are rounded.
_ROUNDING = 1.0


def cut_texts(root: QWidget) -> list[str]:
    """A sentence for every visible widget below ``root`` that is not shown whole."""
    return [
        f"{_name(widget)}: {what}"
        for widget in root.findChildren(QWidget)
        # Asking for a tooltip deletes the one before it, which may be among these.
        if isValid(widget) and widget.isVisible() and not _is_behind(widget, root)
        for what in (*_text_faults(widget), *_place_faults(widget, root))
    ]


def _name(widget: QWidget) -> str:
    own = widget.objectName() or widget.accessibleName()
    parent = widget.parentWidget()
    while not own and parent is not None:
        own, parent = (
            f"in {parent.objectName()}" if parent.objectName() else "",
            (parent.parentWidget()),
        )
    return f"{type(widget).__name__} {own}"


def _is_behind(widget: QWidget, root: QWidget) -> bool:
    """True inside a dock that another tab covers: Qt moves it out of the window."""
    inside: QWidget | None = widget
    while inside is not None and inside is not root:
        if isinstance(inside, QDockWidget):
            frame = inside.geometry()
            return frame.right() < 0 or frame.bottom() < 0
        if inside is not widget and inside.height() == 0:
            return True  # the header of a dock that a tab names
        inside = inside.parentWidget()
    return False


# --- texts ----------------------------------------------------------------------------------


def _text_faults(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label_faults(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _button_faults(widget)
    elif isinstance(widget, QComboBox):
        yield from _combo_faults(widget)
    elif isinstance(widget, QAbstractSpinBox):
        yield from _spin_faults(widget)
    elif isinstance(widget, QLineEdit):
        yield from _line_faults(widget)
    elif isinstance(widget, QTabBar):
        yield from _tab_faults(widget)
    elif isinstance(widget, QMenuBar):
        for action in widget.actions():
            if action.isVisible() and not widget.rect().contains(widget.actionGeometry(action)):
                yield f"the menu {action.text()!r} has no room"


def _label_faults(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    place = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + _ROUNDING:
            yield f"{label.text()[:60]!r} needs {needed} px of height, has {label.height()}"
        return
    if "<" in label.text() and label.textFormat() != Qt.TextFormat.PlainText:
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(label.font())
        document.setHtml(label.text())
        wide, high = document.idealWidth(), document.size().height()
    else:
        metrics = QFontMetricsF(label.font())
        lines = label.text().split("\n")
        wide = max(metrics.horizontalAdvance(line) for line in lines)
        high = metrics.height() * len(lines)
    if wide > place.width() + _ROUNDING:
        yield f"{label.text()[:60]!r} is {wide:.0f} px wide, has {place.width()}"
    if high > place.height() + _ROUNDING:
        yield f"{label.text()[:60]!r} is {high:.0f} px high, has {place.height()}"


def _button_faults(button: QAbstractButton) -> Iterator[str]:
    text = button.text()
    if isinstance(button, QToolButton) and (
        button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        text = ""
    needed = button.minimumSizeHint().expandedTo(button.sizeHint())
    if text and needed.width() > button.width() + _ROUNDING:
        yield f"{text!r} needs {needed.width()} px of width, has {button.width()}"
    if text and QFontMetricsF(button.font()).height() > button.height() + _ROUNDING:
        yield f"{text!r} is higher than its place of {button.height()} px"


def _combo_faults(combo: QComboBox) -> Iterator[str]:
    if combo.property("wordless"):
        if combo.currentText() not in _tip(combo):
            yield f"{combo.currentText()!r} is nowhere to be read"
        return
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    place = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        combo,
    )
    metrics = QFontMetricsF(combo.font())
    wide = metrics.horizontalAdvance(combo.currentText())
    if wide > place.width() + _ROUNDING and combo.currentText() not in _tip(combo):
        yield f"{combo.currentText()!r} is {wide:.0f} px wide, has {place.width()}"
    if metrics.height() > place.height() + _ROUNDING:
        yield f"{combo.currentText()!r} is higher than its place of {place.height()} px"


def _tip(widget: QWidget) -> str:
    return tip_at(widget, QPointF(widget.rect().center()))


def _spin_faults(spin: QAbstractSpinBox) -> Iterator[str]:
    field = spin.lineEdit() if hasattr(spin, "lineEdit") else None
    if field is not None:
        yield from _field_faults(field, spin.text())


def _line_faults(line: QLineEdit) -> Iterator[str]:
    if isinstance(line.parentWidget(), QAbstractSpinBox | QComboBox):
        return
    yield from _field_faults(line, line.text() or line.placeholderText())


def _field_faults(line: QLineEdit, text: str) -> Iterator[str]:
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    place = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    margins = line.textMargins()
    room = place.width() - margins.left() - margins.right()
    metrics = QFontMetricsF(line.font())
    wide = metrics.horizontalAdvance(text)
    if wide > room + _ROUNDING and text not in _tip(line):
        yield f"{text[:60]!r} is {wide:.0f} px wide, has {room}"
    if metrics.height() > place.height() + _ROUNDING:
        yield f"{text[:60]!r} is {metrics.height():.0f} px high, has {place.height()}"


def _tab_faults(bar: QTabBar) -> Iterator[str]:
    metrics = QFontMetricsF(bar.font())
    for at in range(bar.count()):
        if not bar.isTabVisible(at):
            continue
        place, text = bar.tabRect(at), bar.tabText(at)
        option = QStyleOptionTab()
        bar.initStyleOption(option, at)
        room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar)
        if not bar.rect().contains(place):
            yield f"the tab {text!r} has no room"
        elif metrics.horizontalAdvance(text) > room.width() + _ROUNDING:
            yield f"the tab {text!r} is cut"


# --- places ---------------------------------------------------------------------------------


def _place_faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    """Out of its parent, where nothing scrolls."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or widget.width() <= 0 or widget.height() <= 0:
        return
    across, down = _scrolls(parent)
    inside, place = parent.rect(), widget.geometry()
    if isinstance(widget, QAbstractScrollArea) or _scrolled_by(widget) is not None:
        pass
    if not across and (place.left() < inside.left() or place.right() > inside.right()):
        yield f"stands at {place.left()}…{place.right()} in a parent {inside.width()} px wide"
    if not down and (place.top() < inside.top() or place.bottom() > inside.bottom()):
        yield f"stands at {place.top()}…{place.bottom()} in a parent {inside.height()} px high"
    if not parent.isWindow():
        return
    corner = widget.mapTo(root, QPoint(0, 0))
    if not root.rect().contains(QRect(corner, widget.size())):
        yield "stands out of the window"


def _scrolled_by(widget: QWidget) -> QAbstractScrollArea | None:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return area
    return None


def _scrolls(parent: QWidget) -> tuple[bool, bool]:
    """Whether what stands in ``parent`` can be scrolled to, across and down."""
    area = parent.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not parent:
        return False, False
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBarPolicy() != off, area.verticalScrollBarPolicy() != off
