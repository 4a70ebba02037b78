"""All docks of the window, and when their panels are made.

A panel is made when somebody asks for it, or else once the window has been painted: those in
sight first, then those behind tabs, one in a turn of the event loop, so that no turn is long.
One that is out of sight costs nothing until it is shown.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCursor, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ffstudio.core.words import tr
from ffstudio.gui.forms.tab_order import first_control, order_tabs
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.gui.panels.table import PanelEntry, panel_keys
from ffstudio.gui.style.theme import ThemeManager
from ffstudio.gui.system.settings import Settings
from ffstudio.gui.window.keys import Keys
from ffstudio.gui.window.net_line import NetLine
from ffstudio.gui.window.panel_dock import PanelDock
from ffstudio.jobs.studio import Studio

if TYPE_CHECKING:  # panels and what they are made of come after the first picture
    from ffstudio.gui.figures.figure import Figure
    from ffstudio.gui.panels.panel import Panel


_NATIVE = QKeySequence.SequenceFormat.NativeText


class Docks(QObject):
    """The docks by the names of their panels.

    Signals:
        filled(): Every panel that is not out of sight has been made, or it has been tried.
    """

    filled = Signal()

    def __init__(
        self,
        entries: Sequence[PanelEntry],
        studio: Studio,
        themes: ThemeManager,
        settings: Settings,
        keys: Keys,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._studio, self._themes, self._settings = studio, themes, settings
        self.links = PanelLinks(self)
        self.links.panel_wanted.connect(self.bring_up)
        self._by_name = {
            entry.name: PanelDock(
                entry,
                self._make,
                themes,
                keys,
                NetLine(studio, themes) if entry.shows_nets else None,
                studio.allowance,
                window,
            )
            for entry in entries
        }
        self._tried: list[PanelDock] = []
        self._withheld: frozenset[str] = frozenset()
        self._figures_of: dict[int, str] = {}
        self._held_choices: dict[str, dict[str, object]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_next)
        self._digits = panel_keys(entries)
        # Which control had the keyboard last, by panel.
        self._last: dict[str, weakref.ref[QWidget]] = {}
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]
        for dock in self:
            dock.toggleViewAction().setObjectName(f"show_{dock.objectName()}_action")
            self._write_toggle(dock)

    def _write_toggle(self, dock: PanelDock) -> None:
        toggle = dock.toggleViewAction()
        if dock.entry.name in self._digits:  # the command's key, told in the menu
            native = QKeySequence(self._digits[dock.entry.name]).toString(_NATIVE)
            toggle.setText(f"{dock.entry.title}\t{native}")
        toggle.setStatusTip(tr("Show or hide this panel. {shows}", shows=dock.entry.shows))

    def speak_anew(self) -> None:
        """Another language is spoken: panels are made anew, as they were set up."""
        for dock in self:
            dock.write_texts()
            self._write_toggle(dock)
            dock.remake_panel()

    def __getitem__(self, name: str) -> PanelDock:
        return self._by_name[name]

    def __iter__(self) -> Iterator[PanelDock]:
        return iter(self._by_name.values())

    @property
    def by_name(self) -> Mapping[str, PanelDock]:
        """The docks by the names of their panels."""
        return self._by_name

    # --- making panels --------------------------------------------------------------

    def begin(self) -> None:
        """Makes the panels, one at a time; call once the window has been painted."""
        self._timer.start()

    def _is_needed(self, dock: PanelDock) -> bool:
        return dock.is_shown or dock.entry.listens or not dock.entry.hidden

    def _make(self, entry: PanelEntry, parent: QWidget) -> Panel:
        panel = entry.make(self._studio, self._themes, self.links, parent)
        panel.choose(self._settings.choices(entry.name))
        return panel

    @Slot()
    def _make_next(self) -> None:
        missing = [
            dock
            for dock in self._by_name.values()
            if dock not in self._tried and self._is_needed(dock)
        ]
        if not missing:
            self._timer.stop()
            for dock in self:
                dock.makes_when_shown = dock not in self._tried
            self.filled.emit()
            return
        dock = min(missing, key=lambda dock: not dock.is_seen)
        # A panel that cannot be made is told of once and keeps none of the others away.
        self._tried.append(dock)
        dock.make_panel()

    # --- all of them ----------------------------------------------------------------

    @Slot(str)
    def bring_up(self, name: str) -> None:
        """Shows a panel, in front of those tabbed with it; not one that is withheld."""
        if name in self._withheld:
            return
        dock = self._by_name[name]
        dock.make_panel()
        dock.bring_up()

    @property
    def withheld(self) -> frozenset[str]:
        """The panels that cannot be shown now."""
        return self._withheld

    def withhold(self, names: Iterable[str]) -> None:
        """Hides just these panels until others are withheld, or none; nothing brings them up.

        Those that are let go of stay hidden until somebody shows them.
        """
        self._withheld = frozenset(names)
        for name, dock in self._by_name.items():
            toggle = dock.toggleViewAction()
            toggle.setVisible(name not in self._withheld)
            toggle.setEnabled(name not in self._withheld)
            if name in self._withheld:
                dock.hide()

    def at_hand(self) -> PanelDock | None:
        """The one that has the keyboard, or else the one under the mouse."""
        for widget in (QApplication.focusWidget(), QApplication.widgetAt(QCursor.pos())):
            for dock in self:
                if dock.holds(widget):
                    return dock
        return None

    # --- the keyboard ---------------------------------------------------------------

    @Slot(QWidget, QWidget)
    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and (dock := self._dock_of(now)) is not None:
            self._last[dock.entry.name] = weakref.ref(now)

    def _dock_of(self, widget: QWidget | None) -> PanelDock | None:
        return next((dock for dock in self if dock.holds(widget)), None)

    def go_to(self, name: str) -> None:
        """Shows a panel and gives it the keyboard: the control that had it last, or the first."""
        self.bring_up(name)
        dock = self._by_name[name]
        dock.activateWindow()
        order_tabs(dock.panel)  # with what has come since, a legend's entries say
        begins = dock.panel.first_control() or first_control(dock.panel) or dock.panel
        control = self._last_control(name) or begins
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _last_control(self, name: str) -> QWidget | None:
        """The one that had the keyboard last, if it is still there to be seen."""
        last = self._last[name]() if name in self._last else None
        try:
            return last if last is not None and last.isVisible() and last.isEnabled() else None
        except RuntimeError:  # Qt has deleted it; Python has not noticed yet
            return None

    def go_on(self, by: int) -> None:
        """Gives the keyboard to the next (1) or the previous (−1) panel in sight."""
        seen = [dock for dock in self if dock.is_seen]
        if not seen:
            return
        now = self._dock_of(QApplication.focusWidget())
        at = seen.index(now) + by if now in seen else (0 if by > 0 else -1)
        self.go_to(seen[at % len(seen)].entry.name)

    def toggles(self, *, more: bool = False) -> list[QAction]:
        """For each dock the action that shows or hides it.

        Args:
            more: Of those that are out of sight at first and have no digit, else of the others:
                together they are more than a menu has room for.
        """
        return [
            dock.toggleViewAction()
            for dock in self
            if more is (dock.entry.hidden and dock.entry.name not in self._digits)
        ]

    def figures(self) -> list[Figure]:
        """Everything that can be exported, in the order of the panels."""
        return [figure for _, figures in self.figures_by_panel() for figure in figures]

    def figures_by_panel(self) -> list[tuple[PanelEntry, list[Figure]]]:
        """The same, with the panel that each is of."""
        shown = [dock for dock in self if dock.entry.name not in self._withheld]
        given = [(dock.entry, dock.panel.figures()) for dock in shown]
        self._figures_of = {id(one): entry.name for entry, figures in given for one in figures}
        return given

    def why_blank(self, figure: Figure) -> str:
        """Why one of those given last has nothing to show; empty where nobody knows."""
        name = self._figures_of.get(id(figure))
        return "" if name is None else self[name].panel.why_blank(figure)

    def remember(self) -> None:
        """Keeps how the panels are set up for the next start."""
        choices = self._choices() if self._held_choices is None else self._held_choices
        for name, chosen in choices.items():
            self._settings.set_choices(name, chosen)

    def _choices(self) -> dict[str, dict[str, object]]:
        return {dock.entry.name: dock.panel.choices() for dock in self if dock.is_made}

    def hold_choices(self) -> None:
        """However the panels are set up from now on, it is not kept."""
        self._held_choices = self._choices()

    def bring_back_choices(self) -> None:
        """Sets the panels up as they were when that was held."""
        held, self._held_choices = self._held_choices or {}, None
        for name, dock in self._by_name.items():
            if name in held:
                dock.panel.choose(held[name])
            elif dock.is_made:  # since then
                dock.panel.choose(self._settings.choices(name))

    def shutdown(self) -> None:
        """Ends the panels' work."""
        self._timer.stop()
        for dock in self:
            if dock.is_made:
                dock.panel.shutdown()
