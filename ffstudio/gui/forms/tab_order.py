"""Has Tab go through a panel as one reads it: in the order of its layouts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QTabWidget, QWidget

from ffstudio.gui.forms.placed import all_widgets_in


def order_tabs(panel: QWidget) -> None:
    """Widgets were made in whatever order was handy; from now on layouts decide."""
    controls = [w for w in _in_reading_order(panel) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    for before, after in itertools.pairwise(controls):
        QWidget.setTabOrder(before, after)


def first_control(panel: QWidget) -> QWidget | None:
    """The first control in sight that Tab leads to."""
    for widget in _in_reading_order(panel):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisibleTo(panel) and widget.isEnabled():
            return widget
    return None


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    inside: list[QWidget | None] = []
    if isinstance(widget, QScrollArea):
        inside = [widget.widget()]
    elif isinstance(widget, QTabWidget):
        inside = [widget.tabBar(), *(widget.widget(i) for i in range(widget.count()))]
    elif isinstance(widget, QSplitter):
        inside = [widget.widget(i) for i in range(widget.count())]
    elif (layout := widget.layout()) is not None:
        inside = list(all_widgets_in(layout))
    for child in inside:
        if child is not None:
            yield from _in_reading_order(child)
