"""The frame that views have in common: what is seen in a sentence, why, and why there is nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from ffstudio.gui.forms.view_head import ViewHead
from ffstudio.gui.panels.panel import Panel


class ViewFrame:
    """A sentence and "Why?", controls, and below them a page or why there is nothing to see.

    Args:
        panel: Is laid out; "Why?" opens the help at ``name``.
        name: Object names begin with it; the text that takes the place of a page is its
            ``_empty_label``.
        sentence: Says what is seen.
        pages: Of which one is shown.
        controls: Between the sentence and the page, shown in either case.
    """

    def __init__(
        self,
        panel: Panel,
        name: str,
        sentence: str,
        *pages: QWidget,
        controls: Sequence[QWidget] = (),
    ) -> None:
        head = ViewHead(name, sentence, panel)
        head.why_wanted.connect(lambda: panel.links.help_wanted.emit(name))
        self._empty = QLabel(panel)
        self._empty.setObjectName(f"{name}_empty_label")
        self._empty.setProperty("muted", True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setMargin(24)
        self._pages = pages
        below = QWidget(panel)
        self._stack = QStackedLayout(below)
        for page in (self._empty, *pages):
            self._stack.addWidget(page)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 6, 0, 4)
        column.setSpacing(4)
        for widget in (head, *controls):
            column.addWidget(widget)
        column.addWidget(below, 1)

    def show(self, why_empty: str, page: int = 0) -> None:
        """Shows a page, or why there is nothing to see."""
        self._empty.setText(why_empty)
        self._stack.setCurrentWidget(self._empty if why_empty else self._pages[page])


def make_about_label(panel: Panel, name: str) -> QLabel:
    """For what is said of the images and the moment that are looked at."""
    made = QLabel(panel)
    made.setObjectName(name)
    made.setProperty("muted", True)
    made.setWordWrap(True)
    made.setContentsMargins(8, 0, 8, 0)
    return made
