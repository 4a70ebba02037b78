"""A dock with a slim header of its own, which a tab replaces; its panel comes when needed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ffstudio.core.words import tr
from ffstudio.gui.forms.resting_focus import RestingFocus
from ffstudio.gui.forms.tab_order import order_tabs
from ffstudio.gui.panels.table import PanelEntry
from ffstudio.gui.style.icons import icon
from ffstudio.gui.style.theme import Theme, ThemeManager
from ffstudio.gui.window.keys import Keys
from ffstudio.gui.window.net_line import NetLine
from ffstudio.jobs.allowance import Allowance
from ffstudio.jobs.pace import COVERED, Pace

if TYPE_CHECKING:  # panels and what they are made of come after the first picture
    from ffstudio.gui.panels.panel import Panel

LEAST_HEIGHT = 180
# Of a dock whose panel is still to be made: most panels need as much.
LEAST_WIDTH = 300
ANY_WIDTH = 16_777_215  # Qt's own largest


def count_painting(
    allowance: Allowance, window: QWidget, handle: Callable[[QEvent], bool], event: QEvent
) -> bool:
    """Has a window paint what is new in it; what that takes, views take of their allowance."""
    start = time.thread_time()
    is_handled = handle(event)
    allowance.note_painting(window, time.thread_time() - start)
    return is_handled


class DockHeader(QWidget):
    """Title, the nets it shows, float and close.

    While a tab shows the title, only the line with the nets is left, if there is one.

    Args:
        net_line: Names the nets; None for a panel that shows none.
    """

    def __init__(
        self, dock: QDockWidget, themes: ThemeManager, net_line: NetLine | None = None
    ) -> None:
        super().__init__(dock)
        self.setObjectName("dock_header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._slim = False
        self._net_line = net_line
        self._title = QLabel(self)
        self._title.setObjectName("dock_header_title")
        self._float = QToolButton(self)
        self._float.setObjectName("dock_float_button")
        self._float.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        self._close = QToolButton(self)
        self._close.setObjectName("dock_close_button")
        self._close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 2, 4, 2)
        row.setSpacing(2)
        row.addWidget(self._title)
        if net_line is None:
            row.addStretch(1)
        else:
            row.addSpacing(8)
            row.addWidget(net_line, 1)
        for button in (self._float, self._close):
            button.setIconSize(QSize(13, 13))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(button)
        themes.changed.connect(self._recolour)
        self._recolour(themes.theme)

    def write_texts(self, title: str) -> None:
        """Writes the panel's title, and what the buttons do."""
        self._title.setText(title)
        self._float.setAccessibleName(tr("Float {title}", title=title))
        self._float.setToolTip(tr("Make this panel a window of its own, or put it back."))
        self._close.setAccessibleName(tr("Close {title}", title=title))
        self._close.setToolTip(tr("Hide this panel; the View menu brings it back."))
        if self._net_line is not None:
            self._net_line.look_again()

    def follow(self, paces: Sequence[Pace]) -> None:
        """Says how often the panel follows a run, where it holds back."""
        if self._net_line is not None:
            self._net_line.follow_paces(paces)

    def set_slim(self, slim: bool) -> None:
        """Leaves only what a tab does not show, or gives all of it back."""
        if slim != self._slim:
            self._slim = slim
            for widget in (self._title, self._float, self._close):
                widget.setVisible(not slim)
            self.setMaximumHeight(0 if self._is_empty else 16777215)
            self.updateGeometry()

    @property
    def is_slim(self) -> bool:
        """True while a tab shows the title."""
        return self._slim

    @property
    def _is_empty(self) -> bool:
        return self._slim and self._net_line is None

    def sizeHint(self) -> QSize:
        """No height where there is nothing to show."""
        hint = super().sizeHint()
        return QSize(hint.width(), 0) if self._is_empty else hint

    def minimumSizeHint(self) -> QSize:
        """No height where there is nothing to show."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self._is_empty else hint

    @Slot(object)
    def _recolour(self, theme: Theme) -> None:
        self._float.setIcon(icon("float", theme, theme.muted))
        self._close.setIcon(icon("close", theme, theme.muted))


class PanelScroll(QScrollArea):
    """Lets a panel be taller than a low window, and wider than a narrow one.

    A window on a small screen must not be forced to be higher than the screen by its
    tallest panel, nor may panels stand over each other where all need more than its width.

    Args:
        scrolls_itself: True for a panel that needs no bar at its side.

    Signals:
        placed(): It has another width, or needs another.
    """

    placed = Signal()

    def __init__(self, parent: QWidget, *, scrolls_itself: bool = False) -> None:
        super().__init__(parent)
        self._told = QSize()  # the hint that the dock knows
        self._scrolls_itself = scrolls_itself
        self._most_width = ANY_WIDTH
        self._needed = -1  # reckoning it is not for every look
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)

    def _fit(self) -> None:
        """The panel fills the place; only what it cannot do without is scrolled.

        (A resizable QScrollArea would give a panel with a square in it, such as a drawing
        pad, all the height that the square would like to have.)
        """
        panel = self.widget()
        if panel is None:
            return
        least = self._least_of(panel)
        room = self.contentsRect().size()
        # A bar takes room from the other direction, which may then need one too.
        across = self.horizontalScrollBar().sizeHint().height()
        down = self.verticalScrollBar().sizeHint().width()
        bar_down = least.height() > room.height()
        bar_across = least.width() > room.width() - (down if bar_down else 0)
        bar_down = least.height() > room.height() - (across if bar_across else 0)
        room -= QSize(down if bar_down else 0, across if bar_across else 0)
        panel.resize(room.expandedTo(least))

    def _least_of(self, panel: QWidget) -> QSize:
        """What the panel cannot do without; one that scrolls itself has said so, or its hint."""
        hint, said = panel.minimumSizeHint(), panel.minimumSize()
        if not self._scrolls_itself:
            return hint.expandedTo(said)
        return QSize(said.width() or hint.width(), said.height() or hint.height())

    @property
    def needed_width(self) -> int:
        """What it would have as its least width if there were room for any."""
        panel = self.widget()
        if self._needed < 0 and panel is not None:
            self._needed = self._measure(panel)
        return max(self._needed, 0)

    def _measure(self, panel: QWidget) -> int:
        if self._scrolls_itself:
            return self._least_of(panel).width()
        return panel.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def set_most_width(self, width: int) -> bool:
        """Insists on no more than this; what has no room then is scrolled to.

        Returns:
            True when that is less than before.
        """
        is_less = min(width, self.needed_width) < min(self._most_width, self.needed_width)
        if width != self._most_width:
            self._most_width = width
            self._told = self.minimumSizeHint()
            self.updateGeometry()
        return is_less

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the panel."""
        self._fit()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.placed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fits the panel anew when its contents have changed."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self._fit_anew()
        return super().eventFilter(watched, event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Fits the panel anew when it was given another minimum from outside."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_anew()
        return super().viewportEvent(event)

    def _fit_anew(self) -> None:
        """And tells the dock where the panel needs another width than before."""
        self._fit()
        before, panel = self._needed, self.widget()
        if panel is not None:
            self._needed = self._measure(panel)
        hint = self.minimumSizeHint()
        if hint != self._told:
            self._told = hint
            self.updateGeometry()
        if self._needed != before:
            self.placed.emit()

    def minimumSizeHint(self) -> QSize:
        """As wide as the panel needs where there is room, but of little height."""
        panel = self.widget()
        height = panel.minimumSizeHint().height() if panel is not None else 0
        return QSize(min(self.needed_width, self._most_width), min(height, LEAST_HEIGHT))

    def sizeHint(self) -> QSize:
        """The panel's own."""
        panel = self.widget()
        return panel.sizeHint() if panel is not None else super().sizeHint()


class PanelDock(QDockWidget):
    """Holds one panel, which is made when it is first needed.

    Args:
        make: Makes the panel.
        keys: Decides about keys; a dock that floats is a window of its own.
        net_line: Names the nets in its header; None for a panel that shows none.
        allowance: Is told what painting it takes while it is a window of its own.

    Signals:
        placed(): Its panel has another width, or needs another.
    """

    placed = Signal()

    def __init__(
        self,
        entry: PanelEntry,
        make: Callable[[PanelEntry, QWidget], Panel],
        themes: ThemeManager,
        keys: Keys,
        net_line: NetLine | None,
        allowance: Allowance,
        parent: QMainWindow,
    ) -> None:
        super().__init__(entry.title, parent)
        self._allowance = allowance
        # Stored layouts know the dock by this name.
        self.setObjectName(f"{entry.name}_dock")
        self.entry = entry
        self._make = make
        self.installEventFilter(keys)
        self._resting_focus = RestingFocus(self)
        self._panel: Panel | None = None
        # False until the window has been painted: its first picture waits for no panel.
        self.makes_when_shown = False
        self.header = DockHeader(self, themes, net_line)
        self.setTitleBarWidget(self.header)
        self.write_texts()
        empty = QWidget(self)
        empty.setMinimumWidth(LEAST_WIDTH)
        self.setWidget(empty)
        self.visibilityChanged.connect(self._tell_panel)
        self.topLevelChanged.connect(self._tell_panel)

    def event(self, event: QEvent) -> bool:
        """Counts what painting takes."""
        if event.type() != QEvent.Type.UpdateRequest:
            return super().event(event)
        return count_painting(self._allowance, self, super().event, event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab; and a button that has the focus and cannot be pressed any more."""
        resting = self._resting_focus
        if self.isWindow() and resting.take_from(self.focusWidget()):
            return True
        return super().focusNextPrevChild(forwards)

    @property
    def panel(self) -> Panel:
        """The panel; makes it if need be."""
        return self._panel if self._panel is not None else self.make_panel()

    def make_panel(self) -> Panel:
        """Makes the panel unless it is there already."""
        if self._panel is None:
            empty = self.widget()
            scroll = PanelScroll(self, scrolls_itself=self.entry.scrolls_itself)
            # Made where it stays: who changes its parent is dressed anew, with all inside.
            self._panel = self._make(self.entry, scroll.viewport())
            order_tabs(self._panel)
            self.header.follow(self._panel.paces)
            scroll.setWidget(self._panel)
            scroll.placed.connect(self.placed)
            self.setWidget(scroll)
            empty.deleteLater()
            self._tell_panel()
        return self._panel

    def write_texts(self) -> None:
        """Writes the panel's title wherever it stands."""
        self.setWindowTitle(self.entry.title)
        self.setAccessibleName(self.entry.title)
        self.setAccessibleDescription(self.entry.shows)
        self.header.write_texts(self.entry.title)

    def remake_panel(self) -> None:
        """Makes the panel anew if it is there; how it is set up and what it holds stays."""
        old = self._panel
        if old is not None:
            choices, held = old.choices(), old.hand_over()
            old.shutdown()
            self._panel = None
            panel = self.make_panel()
            panel.choose(choices)
            panel.take_over(held)

    @Slot()
    def _tell_panel(self, *_: object) -> None:
        """Tells the panel whether another tab covers it: to Qt it is visible all the same.

        One that is shown for the first time is made now.
        """
        if self._panel is None and self.makes_when_shown and self.is_shown:
            self.make_panel()
        elif self._panel is not None:
            self._panel.setProperty(COVERED, self.isVisible() and not self.is_seen)

    @property
    def needed_width(self) -> int:
        """The least width it would have if there were room for any."""
        inside = self.widget()
        return inside.needed_width if isinstance(inside, PanelScroll) else inside.minimumWidth()

    def set_most_width(self, width: int) -> bool:
        """Insists on no more than this width; True when that is less than before."""
        inside = self.widget()
        return isinstance(inside, PanelScroll) and inside.set_most_width(width)

    @property
    def is_made(self) -> bool:
        """True once the panel is there."""
        return self._panel is not None

    @property
    def is_shown(self) -> bool:
        """True while it has a place in the window, be it behind another tab."""
        return not self.isHidden()

    @property
    def is_seen(self) -> bool:
        """True while the dock is on the screen and in front of those tabbed with it."""
        # Qt moves a dock behind another tab out of its window, to the upper left.
        behind = self.geometry().right() < 0 or self.geometry().bottom() < 0
        return self.isVisible() and (self.isFloating() or not behind)

    def holds(self, widget: QWidget | None) -> bool:
        """True for a widget inside it, its head included."""
        while widget is not None and widget is not self:
            widget = widget.parentWidget()
        return widget is self

    def bring_up(self) -> None:
        """Shows the panel, in front of those tabbed with it."""
        self.show()
        self.raise_()
