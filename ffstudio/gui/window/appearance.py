"""Colours and text size of the whole application, and how they are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from ffstudio.gui.commands.command import MenuChoice
from ffstudio.gui.style.stylesheet import stylesheet
from ffstudio.gui.style.theme import Theme, ThemeManager, palette
from ffstudio.gui.system.settings import FONT_SCALES, THEMES, Settings
from ffstudio.gui.window.messages import Messages

_TEXTS = {"light": "&Light", "dark": "&Dark", "system": "&Follow System"}
_TIPS = {
    "light": "Dark text on a light ground.",
    "dark": "Light text on a dark ground.",
    "system": "Light or dark, as the system is.",
}


class Appearance(QObject):
    """Dresses the application, and again whenever the theme changes.

    Signals:
        zooming(), zoomed(): The size of all texts is about to change, and has changed.
    """

    zooming = Signal()
    zoomed = Signal()

    def __init__(
        self, themes: ThemeManager, settings: Settings, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._themes, self._settings, self._messages = themes, settings, messages
        self._font = QApplication.font()
        self._zoom(settings.font_scale)
        themes.changed.connect(self._dress)

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(theme))
            application.setStyleSheet(stylesheet(theme))

    def themes(self) -> Sequence[MenuChoice]:
        """What the theme can be."""
        return [
            MenuChoice(
                f"theme_{name}",
                _TEXTS[name],
                _TIPS[name],
                lambda name=name: self.choose_theme(name),  # type: ignore[misc]
                is_on=name == self._themes.choice,
            )
            for name in THEMES
        ]

    def choose_theme(self, choice: str) -> None:
        """Changes the theme and remembers it."""
        self._settings.theme = choice
        self._themes.choose(choice)

    # --- text size ------------------------------------------------------------------

    @property
    def is_largest(self) -> bool:
        return self._settings.font_scale == FONT_SCALES[-1]

    @property
    def is_smallest(self) -> bool:
        return self._settings.font_scale == FONT_SCALES[0]

    def _zoom(self, scale: float) -> None:
        self._settings.font_scale = scale
        font = QApplication.font()
        font.setPointSizeF(self._font.pointSizeF() * scale)
        QApplication.setFont(font)
        # What the style sheet makes bold keeps its old size until the sheet is laid on anew.
        self._dress(self._themes.theme)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller text."""
        at = FONT_SCALES.index(self._settings.font_scale) + steps
        self.zoom_to(FONT_SCALES[min(max(at, 0), len(FONT_SCALES) - 1)])

    def zoom_to(self, scale: float) -> None:
        """Text of that size; 1.0 is the system's."""
        self.zooming.emit()
        self._zoom(scale)
        self.zoomed.emit()
        self._messages.say(f"Text size {scale:.0%}")
