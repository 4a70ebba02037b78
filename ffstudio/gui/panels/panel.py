"""What every panel is: a widget on the studio that the window can hold without knowing it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.look.theme import ThemeManager
from ffstudio.gui.panels.links import PanelLinks
from ffstudio.jobs.studio import Studio


class Panel(QWidget):
    """Shows one thing of the studio.

    A panel is made whenever it is first needed, which may be long after the studio has
    changed: it shows what the studio holds by then, and says in words what is missing when
    that is nothing. What it tells other panels goes through ``links``.

    Args:
        links: Shared by all panels of a window; a panel on its own has links that lead nowhere.

    Attributes:
        links: See above.
    """

    def __init__(
        self,
        studio: Studio,
        themes: ThemeManager,
        links: PanelLinks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._studio, self._themes = studio, themes
        self.links = links if links is not None else PanelLinks(self)

    def figures(self) -> list[Figure]:
        """What can be exported as it is shown now."""
        return []

    def choices(self) -> dict[str, object]:
        """How it is set up, to be remembered: plain values by name."""
        return {}

    def choose(self, choices: dict[str, object]) -> None:
        """Goes back to remembered choices; anything unknown is passed over."""

    def shutdown(self) -> None:
        """Ends its timers and background work; the panel is not used after that."""
