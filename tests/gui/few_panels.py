"""Windows with a few panels: making them all takes most of the time of most windows."""

from __future__ import annotations

from ffstudio.gui.panels.table import PANELS, PanelEntry


def few_panels(*names: str) -> tuple[PanelEntry, ...]:
    """The entries of these panels, in the window's order."""
    chosen = tuple(entry for entry in PANELS if entry.name in names)
    assert len(chosen) == len(set(names)), set(names) - {entry.name for entry in chosen}
    return chosen
