"""The choice of a language, and how a window that is open takes it up.

Everything that holds texts is made anew on the same studio: a run goes on, nets, curves, the
drawing and the layout stay.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ffstudio.core.words import tr
from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.system.languages import NAMES, SYSTEM, Languages
from ffstudio.gui.system.settings import Settings


class Speech(QObject):
    """What the Language menu offers; the choice is remembered."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.languages = Languages(settings.language, self)

    def choices(self) -> Sequence[MenuChoice]:
        """The languages, each in its own words."""
        offered = {SYSTEM: tr("&Follow System"), **NAMES}
        return [
            MenuChoice(
                f"language_{name.lower()}",
                text,
                tr("The system's language, where ffstudio speaks it; else English.")
                if name == SYSTEM
                else text,
                lambda name=name: self.choose(name),  # type: ignore[misc]
                is_on=name == self.languages.choice,
            )
            for name, text in offered.items()
        ]

    def choose(self, choice: str) -> None:
        """Speaks another language at once, and at the next start."""
        self._settings.language = choice
        self.languages.choose(choice)
