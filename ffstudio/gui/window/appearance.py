"""Colours and text size of the whole application, and how they are chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication

from ffstudio.core.numbers import write_percent
from ffstudio.core.words import say_all, tr
from ffstudio.gui.commands.command import MenuChoice, without_mnemonic
from ffstudio.gui.style.stylesheet import stylesheet
from ffstudio.gui.style.theme import Colors, Theme, ThemeManager, palette
from ffstudio.gui.system.settings import FONT_SCALES, THEMES, Settings
from ffstudio.gui.window.messages import Messages

_TEXTS = say_all({"light": "&Light", "dark": "&Dark", "system": "&Follow System"})
_TIPS = say_all(
    {
        "light": "Dark text on a light ground.",
        "dark": "Light text on a dark ground.",
        "system": "Light or dark, as the system is.",
    }
)
_COLORS = say_all(
    {
        "weights": {
            "orange-purple": ("&Orange and Purple", "Zero is the ground; safe for every eye."),
            "blue-red": ("&Blue and Red", "Perceptually uniform; zero is the ground."),
            "blue-yellow": (
                "Blue and &Yellow",
                "Perceptually uniform, made for eyes that do not part red from green.",
            ),
            "grey": ("&Grey", "From black by grey, which is zero, to white."),
        },
        "pictures": {
            "grey": ("&Grey", "Images in grey; matrices in the colours of right and wrong."),
            "viridis": ("&Viridis", "Perceptually uniform, from dark blue by green to yellow."),
            "cividis": (
                "&Cividis",
                "Perceptually uniform, looks the same to eyes that do not part red from green.",
            ),
            "magma": ("&Magma", "Perceptually uniform, from black by red to pale yellow."),
            "inferno": ("&Inferno", "Perceptually uniform, from black by orange to bright yellow."),
        },
        "curves": {
            "studio": ("&Studio", "Okabe and Ito's colours, made for every eye."),
            "bright": ("&Bright", "Paul Tol's bright colours, made for every eye."),
            "depth": ("By &Depth", "Layers run through Viridis, from the first to the last."),
            "grey": ("&Grey", "Shades and dashes alone, as for a print without colour."),
        },
    }
)
_COLOR_WORDS = say_all(
    {"weights": "Weights", "pictures": "Images and matrices", "curves": "Curves"}
)


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
        self._dressed_size = self._font.pointSizeF()
        self._zoom(settings.font_scale)
        themes.changed.connect(self._dress)

    @Slot(object)
    def _dress(self, theme: Theme) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(palette(theme))
            sheet, size = stylesheet(theme), application.font().pointSizeF()
            # Even the same one has Qt dress every widget anew. What it makes bold keeps its old
            # size until it is laid on anew.
            if (application.styleSheet(), self._dressed_size) != (sheet, size):
                application.setStyleSheet(sheet)
                self._dressed_size = size

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

    # --- colours of data ------------------------------------------------------------

    def weight_colors(self) -> Sequence[MenuChoice]:
        """What weights and feature maps can be shown in."""
        return self._list_colors("weights")

    def picture_colors(self) -> Sequence[MenuChoice]:
        """What images and matrices can be shown in."""
        return self._list_colors("pictures")

    def curve_colors(self) -> Sequence[MenuChoice]:
        """What nets, layers and positive and negative data can be shown in."""
        return self._list_colors("curves")

    def _list_colors(self, field: str) -> Sequence[MenuChoice]:
        chosen = getattr(self._themes.colors, field)
        return [
            MenuChoice(
                f"{field}_colors_{name}",
                text,
                tip,
                partial(self._choose_colors, field, name),
                is_on=name == chosen,
            )
            for name, (text, tip) in _COLORS[field].items()
        ]

    def _choose_colors(self, field: str, name: str) -> None:
        colors: Colors = replace(self._themes.colors, **{field: name})
        self._settings.colors = colors
        self._themes.choose_colors(colors)
        words = without_mnemonic(_COLORS[field][name][0])
        self._messages.say(f"{_COLOR_WORDS[field]}: {words}")

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
        self._messages.say(tr("Text size {scale}", scale=write_percent(scale, 0)))
