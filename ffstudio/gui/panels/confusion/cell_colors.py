"""The ground of a cell: the more it counts, the further from the paper."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ffstudio.gui.style.colormaps import GREY, sequential
from ffstudio.gui.style.theme import Theme

# The strongest ground still lets the number on it be read.
_STRONGEST = 0.85


def cell_ground(share: float, is_wrong: bool, theme: Theme) -> QColor:
    """The ground of a cell that counts a share (0–1) of what the fullest one does."""
    if theme.colors.pictures != GREY:
        return map_color(theme.colors.pictures, share, theme)
    return sequential_to(QColor(theme.bp if is_wrong else theme.accent), share * _STRONGEST, theme)


def map_color(name: str, share: float, theme: Theme) -> QColor:
    """A share of 0–1 in a map of colours; more is further from the paper, and none is paper."""
    if share <= 0:
        return QColor(theme.raised)
    place = round(255 * min(share, 1.0))
    return QColor(*sequential(name)[place if theme.is_dark else 255 - place].tolist())


def sequential_to(color: QColor, share: float, theme: Theme) -> QColor:
    """From the theme's paper toward ``color`` by a share of 0–1."""
    ground = QColor(theme.raised)
    share = min(max(share, 0.0), 1.0) ** 0.7
    return QColor(
        round(ground.red() * (1 - share) + color.red() * share),
        round(ground.green() * (1 - share) + color.green() * share),
        round(ground.blue() * (1 - share) + color.blue() * share),
    )
