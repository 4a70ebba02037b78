"""Colours of the light, dark and paper themes, and one colour and dash per series.

Colours are Okabe & Ito's unless others are chosen, told apart by colour-blind readers too; the
dash tells series apart without colour.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette, QPen

from ffstudio.gui.style import colormaps
from ffstudio.gui.style.palettes import OWN, series_colors


@dataclass(frozen=True)
class Colors:
    """Which colours data are shown in.

    Attributes:
        weights: One of :data:`~ffstudio.gui.style.colormaps.WEIGHT_MAPS`.
        pictures: Of images and counts, one of ``PICTURE_MAPS`` there.
        curves: Of nets, layers and positive and negative data, one of
            :data:`~ffstudio.gui.style.palettes.PALETTES`.
    """

    weights: str = colormaps.OWN
    pictures: str = colormaps.GREY
    curves: str = OWN


@dataclass(frozen=True)
class Theme:
    """Colours of one look; hex strings.

    Attributes:
        surface: Window background.
        raised: Panels, cards and fields.
        text: Main text; ``muted`` for labels and units.
        line: Borders and grid.
        ff: Forward-Forward; ``bp``: backprop.
        positive: Positive data; ``negative``: negative data.
        layers: Of the layers, in turn.
        colors: What data are shown in, as it was chosen.
    """

    name: str
    surface: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    accent_text: str
    danger: str
    warning: str
    success: str
    ff: str
    bp: str
    positive: str
    negative: str
    layers: tuple[str, ...]
    colors: Colors = Colors()

    @property
    def is_dark(self) -> bool:
        return QColor(self.surface).lightness() < 128


LIGHT = Theme(
    name="light",
    surface="#f4f5f7",
    raised="#ffffff",
    text="#1b1f24",
    muted="#5b6470",
    line="#d5d9df",
    accent="#0b63b0",
    accent_text="#ffffff",
    danger="#b3261e",
    warning="#8a5a00",
    success="#0f7a4f",
    ff="#0072b2",
    bp="#c44e00",
    positive="#0072b2",
    negative="#c44e00",
    layers=("#0072b2", "#00845f", "#b0568c", "#2f8fc4", "#9a7b00", "#6b5bb5", "#5b6470"),
)

DARK = Theme(
    name="dark",
    surface="#16191d",
    raised="#1f2329",
    text="#e7eaee",
    muted="#a0a9b4",
    line="#363c45",
    accent="#4aa8e8",
    accent_text="#0b1117",
    danger="#ff8a80",
    warning="#f0b849",
    success="#4fd0a0",
    ff="#56b4e9",
    bp="#ff9248",
    positive="#56b4e9",
    negative="#ff9248",
    layers=("#56b4e9", "#2fcf9f", "#e08fbb", "#8ecdf0", "#f0e442", "#a99bf0", "#a0a9b4"),
)

# What exports look like, whatever the window looks like; see `paper`.
PAPER = Theme(
    **{
        **{k: getattr(LIGHT, k) for k in LIGHT.__dataclass_fields__},
        "name": "paper",
        "surface": "#ffffff",
        "raised": "#ffffff",
        "text": "#000000",
        "muted": "#404040",
        "line": "#bfbfbf",
    }
)

# The colours that the window shows data in: what is exported has the same.
_colors = Colors()


def recolor(theme: Theme, colors: Colors) -> Theme:
    """The theme with its data in other colours."""
    if colors == theme.colors:
        return theme
    plain = next(one for one in (LIGHT, DARK, PAPER) if one.name == theme.name)
    if colors == plain.colors:
        return plain
    series = series_colors(colors.curves, plain.raised)
    if series is None:
        return replace(plain, colors=colors)
    return replace(
        plain,
        colors=colors,
        ff=series.ff or plain.ff,
        bp=series.bp or plain.bp,
        positive=series.ff or plain.positive,
        negative=series.bp or plain.negative,
        layers=series.layers,
    )


def paper() -> Theme:
    """What exports look like: white, with data in the colours that are chosen."""
    return recolor(PAPER, _colors)


DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)


def layer_color(theme: Theme, layer: int) -> QColor:
    """The colour of a layer (0-based) in every plot."""
    return QColor(theme.layers[layer % len(theme.layers)])


# In which order runs take the layers' colours: the first ones are those farthest from each other.
_RUN_ORDER = (0, 1, 2, 4, 5, 3, 6)


def run_color(theme: Theme, number: int) -> QColor:
    """The colour of a run among others (0-based) in every plot."""
    number %= len(theme.layers)
    return layer_color(theme, _RUN_ORDER[number] if number < len(_RUN_ORDER) else number)


def layer_dash(layer: int) -> Qt.PenStyle:
    """The dash of a layer (0-based) in every plot."""
    return DASHES[layer % len(DASHES)]


def line_pen(color: QColor | str, dash: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A one-pixel pen: wider ones are many times slower to draw."""
    pen = QPen(QColor(color), 1, dash)
    pen.setCosmetic(True)
    return pen


def chart_pen(color: QColor, width: float, dash: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """A pen for charts on paper: its width is in the painter's own units."""
    pen = QPen(color, width, dash)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def mix(over: QColor, ground: QColor, share: float) -> QColor:
    """An opaque mixture: translucent pens are many times slower and not in every format."""
    rest = 1.0 - share
    return QColor(
        round(over.red() * share + ground.red() * rest),
        round(over.green() * share + ground.green() * rest),
        round(over.blue() * share + ground.blue() * rest),
    )


class ThemeManager(QObject):
    """Which theme is shown now; widgets repaint on ``changed``.

    Signals:
        changed(theme): A :class:`Theme`.
    """

    changed = Signal(object)

    def __init__(
        self,
        choice: str = "system",
        parent: QObject | None = None,
        *,
        colors: Colors = Colors(),
    ) -> None:
        global _colors
        super().__init__(parent)
        self._choice, self._colors = choice, colors
        _colors = colors
        self._theme = self._resolve()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._choice

    @property
    def colors(self) -> Colors:
        """What data are shown in."""
        return self._colors

    def choose(self, choice: str) -> None:
        """Changes the theme."""
        self._choice = choice
        self._refresh()

    def choose_colors(self, colors: Colors) -> None:
        """Changes what data are shown in, also in what is exported."""
        global _colors
        self._colors = _colors = colors
        self._refresh()

    def _refresh(self) -> None:
        theme = self._resolve()
        if theme != self._theme:
            self._theme = theme
            self.changed.emit(theme)

    def _resolve(self) -> Theme:
        return recolor(self._resolve_ground(), self._colors)

    def _resolve_ground(self) -> Theme:
        if self._choice == "light":
            return LIGHT
        if self._choice == "dark":
            return DARK
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT

    @Slot(Qt.ColorScheme)
    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self.choose(self._choice)


def palette(theme: Theme) -> QPalette:
    """The Qt palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, theme.surface),
        (role.WindowText, theme.text),
        (role.Base, theme.raised),
        (role.AlternateBase, theme.surface),
        (role.Text, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_text),
        (role.Link, theme.accent),
        (role.Accent, theme.accent),
        (role.Mid, theme.line),
        (role.Midlight, theme.line),
        (role.Dark, theme.line),
        (role.Light, theme.raised),
        (role.Shadow, theme.line),
    ):
        made.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return made
