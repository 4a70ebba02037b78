"""Commands that lead to the panels, made from the table of panels, and the keys inside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from ffstudio.core.words import say_all, tr
from ffstudio.gui.commands.command import Command
from ffstudio.gui.panels.table import PanelEntry, panel_keys
from ffstudio.gui.window.docks import Docks

# Handled by whatever has the keyboard, in all panels alike.
_EVERYWHERE: tuple[tuple[str, str], ...] = say_all(
    (
        ("Ctrl+C", "In a plot or table: copy it as a picture and as a table."),
        ("Ctrl+Z", "In the Draw panel or a field: take back the last stroke or typing."),
        ("Tab, Shift+Tab", "Go to the next or previous control."),
    )
)


def go_commands(
    panels: Sequence[PanelEntry], why_not: Callable[[Any, str], str]
) -> tuple[Command[Any], ...]:
    """A command for each panel, the first nine with a digit, and two that go round.

    Args:
        why_not: Why a panel cannot be shown now.
    """
    keys = panel_keys(panels)
    return (
        *(_go_to(entry, keys.get(entry.name, ""), why_not) for entry in panels),
        Command(
            "next_panel",
            tr("Next Panel"),
            tr("Give the keyboard to the next panel in sight."),
            lambda parts: parts.docks.go_on(1),
            keys=("F6", "Ctrl+Tab"),
        ),
        Command(
            "previous_panel",
            tr("Previous Panel"),
            tr("Give the keyboard to the previous panel in sight."),
            lambda parts: parts.docks.go_on(-1),
            keys=("Shift+F6", "Ctrl+Shift+Tab"),
        ),
    )


def _go_to(entry: PanelEntry, key: str, why_not: Callable[[Any, str], str]) -> Command[Any]:
    return Command(
        f"show_{entry.name}",
        tr("Show {entry_title}", entry_title=entry.title),
        f"{entry.title}: {entry.shows[:1].lower()}{entry.shows[1:]}",
        lambda parts: parts.docks.go_to(entry.name),
        lambda parts: why_not(parts, entry.name),
        (key,) if key else (),
    )


def panel_key_rows(docks: Docks) -> list[tuple[str, str, str]]:
    """(panel, keys, what they do) of the widgets in the panels, as each declares beside itself.

    A widget with keys of its own names them in a tuple ``KEYS`` of its class. Panels that are
    still to be made are made for it.
    """
    rows = [(tr("Panels"), keys, tip) for keys, tip in _EVERYWHERE]
    for dock in docks:
        for kind in dict.fromkeys(type(w) for w in dock.panel.findChildren(QWidget)):
            rows += [(dock.entry.title, keys, tip) for keys, tip in getattr(kind, "KEYS", ())]
    return rows
