"""Where the docks are: at first, as they were left, and as they were at first again."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import QMainWindow, QStyle, QTabBar, QTabWidget, QToolBar

from ffstudio.gui.panels.table import Place
from ffstudio.gui.system.settings import LAYOUT_VERSION, Settings
from ffstudio.gui.window.docks import Docks
from ffstudio.gui.window.panel_dock import ANY_WIDTH, PanelDock

DEFAULT_SIZE = QSize(1280, 800)
LARGEST_FIRST_SIZE = QSize(1680, 1050)
# Smaller it cannot be made, unless the screen is smaller still.
LEAST_SIZE = QSize(820, 560)
# What a title bar and a frame add to the window's own size; it is not known before the first
# window is shown.
FRAME = QSize(4, 36)
# A smaller screen has no room for three columns, nor for the welcome card.
ROOMY = QSize(800, 520)
# Layouts of such a screen and of others are no good to each other.
_NARROW_VERSION = 1000
_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly
# A column that has given way has still this much, unless the pad gives way too.
LEAST_SHARE = 220
# Shares of the window's width.
_WIDTHS = {Place.EDGE: 0.25, Place.LEFT: 0.27, Place.CENTRE: 0.43, Place.RIGHT: 0.30}


class Layout(QObject):
    """Arranges the docks of a window.

    Args:
        run_bar: Always shown, whatever a stored layout says.
        welcome_bar: Shown until the user has seen enough of it.
    """

    def __init__(
        self,
        window: QMainWindow,
        docks: Docks,
        settings: Settings,
        run_bar: QToolBar,
        welcome_bar: QToolBar,
    ) -> None:
        super().__init__(window)
        self._window, self._docks, self._settings = window, docks, settings
        self._run_bar, self._welcome_bar = run_bar, welcome_bar
        available = window.screen().availableSize()
        self._is_narrow = available.width() < ROOMY.width()
        self._is_low = available.height() < ROOMY.height()
        self._version = LAYOUT_VERSION + (_NARROW_VERSION if self._is_narrow else 0)
        window.setMinimumSize(LEAST_SIZE.boundedTo(available - FRAME))
        window.resize(first_size(available))
        # A tab shows the title already: headers follow once Qt has settled the tabs.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._settle_headers)
        self._timer.timeout.connect(self._share_least_widths)
        for dock in docks:
            dock.topLevelChanged.connect(self._timer.start)
            dock.dockLocationChanged.connect(self._timer.start)
            dock.visibilityChanged.connect(self._timer.start)
            dock.placed.connect(self._timer.start)
        window.installEventFilter(self)
        # Widths of docks by name: as they shall be, and what the text's size has made of them.
        self._wanted: dict[str, int] = {}
        self._squeezed: dict[str, int] = {}
        self._held: tuple[QByteArray, QByteArray] | None = None
        self._fronts = self._arrange()
        self._first_state = window.saveState(self._version)

    def _arrange(self) -> dict[Place, PanelDock]:
        """Puts every dock in its place; there is no central widget, so all can be moved.

        Returns:
            The first dock of each place.
        """
        window = self._window
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        places: dict[Place, list[PanelDock]] = {place: [] for place in Place}
        for dock in self._docks:
            place = dock.entry.place
            if self._is_narrow and place is not Place.RIGHT:
                place = Place.CENTRE
            places[place].append(dock)
        places[Place.CENTRE].sort(key=lambda dock: dock.entry.place is not Place.CENTRE)
        fronts = {place: docks[0] for place, docks in places.items() if docks}
        before: PanelDock | None = None
        for place, dock in fronts.items():
            if place is Place.BOTTOM:
                window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            elif before is None:
                window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
            else:
                window.splitDockWidget(before, dock, Qt.Orientation.Horizontal)
            before = dock
        # A dock that is split off one with tabs would become a tab too: tabs come last.
        for place, docks in places.items():
            for dock in docks[1:]:
                window.tabifyDockWidget(fronts[place], dock)
        for dock in self._docks:
            dock.setVisible(not dock.entry.hidden)
        self._raise(fronts)
        return fronts

    def _raise(self, fronts: dict[Place, PanelDock]) -> None:
        """The first dock in the middle in front, and the width shared out."""
        if Place.CENTRE in fronts:
            fronts[Place.CENTRE].raise_()
        self._share_width({p: dock for p, dock in fronts.items() if not dock.entry.hidden})

    def _list_fronts(self) -> dict[Place, PanelDock]:
        return {p: dock for p, dock in self._fronts.items() if not dock.entry.hidden}

    def _share_width(self, fronts: dict[Place, PanelDock]) -> None:
        shared = self._compute_widths(fronts)
        docks, widths = [dock for dock, _ in shared], [width for _, width in shared]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)

    def _compute_widths(self, fronts: dict[Place, PanelDock]) -> list[tuple[PanelDock, int]]:
        width = self._window.width()
        return [(d, round(width * _WIDTHS[p])) for p, d in fronts.items() if p in _WIDTHS]

    def restore(self) -> None:
        """Puts the docks where they were left, if that is known."""
        stored = self._settings.layout()
        if stored is not None:
            geometry, state = stored
            self._window.restoreGeometry(geometry)
            if not self._window.restoreState(state, self._version):
                self._window.restoreState(self._first_state, self._version)
        self._settle()

    def _settle(self) -> None:
        self._run_bar.show()
        self._welcome_bar.setVisible(not self._settings.tour_seen and not self._is_low)
        self._timer.start()

    def reset(self) -> None:
        """Puts every panel back in its place."""
        for dock in self._docks:
            dock.setFloating(False)
        self._window.restoreState(self._first_state, self._version)
        self._settings.forget_layout()
        self._raise(self._fronts)
        self._settle()
        # Larger texts may want more room than these widths: smaller ones have them again.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._wanted = {
            dock.objectName(): width for dock, width in self._compute_widths(self._list_fronts())
        }
        self._squeezed = self._widths()

    # --- text size ------------------------------------------------------------------

    @Slot()
    def keep_widths(self) -> None:
        """Before the text's size changes: how wide the docks shall be, as far as they can.

        What an earlier change has squeezed is not what somebody wants.
        """
        widths = self._widths()
        if widths != self._squeezed:
            self._wanted = widths

    @Slot()
    def restore_widths(self) -> None:
        """After the text's size has changed: gives the docks the widths that are wanted."""
        docks = [dock for dock in self._docks if dock.objectName() in self._wanted]
        # What the docks need has to be known first.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        widths = [self._wanted[dock.objectName()] for dock in docks]
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self._squeezed = self._widths()

    def _widths(self) -> dict[str, int]:
        return {d.objectName(): d.width() for d in self._docks if d.is_seen and not d.isFloating()}

    def save(self) -> None:
        """Remembers it for the next start; while one is held, that one."""
        self._timer.stop()
        self._settings.save_layout(*(self._held or self._state()))

    def _state(self) -> tuple[QByteArray, QByteArray]:
        return (
            QByteArray(self._window.saveGeometry()),
            QByteArray(self._window.saveState(self._version)),
        )

    def hold(self) -> None:
        """Wherever the docks are from now on, it is not remembered."""
        self._held = self._state()

    def bring_back(self) -> None:
        """Puts the docks where they were when that was held."""
        if self._held is not None:
            (_, state), self._held = self._held, None
            self._window.restoreState(state, self._version)
            self._settle()

    def arrange_for(self, shown: Iterable[str], front: str) -> None:
        """Shows just these panels, each in its first place.

        Where four columns have no room beside each other, the left one goes behind the middle.

        Args:
            front: The one in front of those tabbed with it.
        """
        for dock in self._docks:
            dock.setFloating(False)
        self._window.restoreState(self._first_state, self._version)
        names = set(shown)
        for name, dock in self._docks.by_name.items():
            dock.setVisible(name in names)
        seen = [dock for name, dock in self._docks.by_name.items() if name in names]
        places = {dock.entry.place: dock for dock in reversed(seen)}
        if Place.CENTRE in places and not self._has_room_for(seen):
            places.pop(Place.LEFT, None)
            for dock in seen:
                if dock.entry.place is Place.LEFT:
                    self._window.tabifyDockWidget(places[Place.CENTRE], dock)
        if front in names:
            self._docks[front].raise_()
        elif Place.CENTRE in places:
            places[Place.CENTRE].raise_()
        self._share_width(places)
        self._run_bar.show()
        self._welcome_bar.hide()
        self._timer.start()

    def _has_room_for(self, docks: Sequence[PanelDock]) -> bool:
        """False where more columns than three would be narrower than they need."""
        columns = {
            place: [dock.needed_width for dock in docks if dock.entry.place is place]
            for place in _WIDTHS
        }
        widths = [max(column) for column in columns.values() if column]
        return len(widths) <= 3 or sum(widths) <= self._window.width()

    @Slot()
    def _settle_headers(self) -> None:
        for bar in self._window.findChildren(QTabBar, options=_DIRECTLY):
            # Titles are never cut: where there is no room for all, arrows lead to the others.
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)
        for dock in self._docks:
            tabbed = not dock.isFloating() and bool(self._window.tabifiedDockWidgets(dock))
            dock.header.set_slim(tabbed)

    # --- more panels than there is room for -------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another width of the window may have room for less, or for more."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._timer.start()
        return False

    @Slot()
    def _share_least_widths(self) -> None:
        """Has columns insist on no more than all of them can have.

        Qt would put panels over each other. The widest give way first.
        """
        columns = self._columns()
        if not columns:
            return
        style = self._window.style()
        between = style.pixelMetric(QStyle.PixelMetric.PM_DockWidgetSeparatorExtent)
        room = self._window.width() - between * (len(columns) - 1)
        needed = [max(dock.needed_width for dock in column) for column in columns]
        # A pad can be drawn on only whole: the others give way before it.
        is_pad = [any(d.entry.place is Place.RIGHT for d in column) for column in columns]
        pads = sum(width for width, pad in zip(needed, is_pad, strict=True) if pad)
        others = [width for width, pad in zip(needed, is_pad, strict=True) if not pad]
        most, spares_pad = fair_width(others, room - pads), True
        if most is not None and most < LEAST_SHARE:
            most, spares_pad = fair_width(needed, room), False
        given_way = []
        for column, pad in zip(columns, is_pad, strict=True):
            width = ANY_WIDTH if most is None or (pad and spares_pad) else most
            given_way += [dock.set_most_width(width) for dock in column]
        if any(given_way):
            self._timer.start()  # to look again once Qt has heard of it
            return
        # Qt has given them their places, where they were still wider than that, and takes them
        # for in place.
        fronts = sorted((column[0] for column in columns), key=PanelDock.x)
        for dock, beside in itertools.pairwise(fronts):
            if dock.geometry().right() >= beside.x():
                dock.resize(beside.x() - between - dock.x(), dock.height())
        if fronts[-1].geometry().right() >= self._window.width():
            fronts[-1].resize(self._window.width() - fronts[-1].x(), fronts[-1].height())

    def _columns(self) -> list[list[PanelDock]]:
        """The docks that stand beside each other, those at one place together."""
        below = (Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.TopDockWidgetArea)
        columns: dict[int, list[PanelDock]] = {}
        for dock in self._docks:
            if (
                dock.is_seen
                and not dock.isFloating()
                and self._window.dockWidgetArea(dock) not in below
            ):
                tabbed = self._window.tabifiedDockWidgets(dock)
                behind = [d for d in tabbed if isinstance(d, PanelDock) and d.isVisible()]
                columns.setdefault(dock.x(), []).extend((dock, *behind))
        return list(columns.values())


def fair_width(needed: Sequence[int], room: int) -> int | None:
    """What the widest columns may insist on so that all have room; None where they have it."""
    if sum(needed) <= room:
        return None
    left = room
    for number, width in enumerate(sorted(needed)):
        share = left // (len(needed) - number)
        if width >= share:
            return share
        left -= width
    return None


def first_size(available: QSize) -> QSize:
    """The window's first size: roomy, but within the screen with its title bar and frame."""
    wanted = QSize(available.width() * 4 // 5, available.height() * 17 // 20)
    wanted = wanted.expandedTo(DEFAULT_SIZE).boundedTo(LARGEST_FIRST_SIZE)
    return wanted.boundedTo(available - FRAME)
