"""How a curve is told from the others, with and without colour, and how its values read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.run.effort import DERIVED_AXES
from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.judging import margin
from ffstudio.core.run.quantities import NET_NAMES
from ffstudio.core.words import localize_number, tr
from ffstudio.gui.style.theme import Theme, layer_color, layer_dash

_DASHES = {
    "solid": Qt.PenStyle.SolidLine,
    "dashed": Qt.PenStyle.DashLine,
    "dash-dotted": Qt.PenStyle.DashDotLine,
}
_OWN_DASHES = {"ff": "solid", "bp": "dashed"}
_OWN_MARKERS = {"ff": "circle", "bp": "square"}


@dataclass(frozen=True)
class Look:
    """A curve's name in the legend, its dash and the markers on its points."""

    name: str
    dash: Qt.PenStyle
    marker: str

    @staticmethod
    def of(key: SeriesKey) -> Look:
        """As the curve's quantity is declared."""
        quantity = key.quantity
        marker = _OWN_MARKERS[key.algorithm] if quantity.marker is None else quantity.marker
        words = {
            "net": NET_NAMES[key.algorithm],
            "set": tr(key.dataset),
            "Set": tr(key.dataset.capitalize()),
        }
        if key.layer is not None:
            name = quantity.layer_legend.format(layer=key.layer + 1, **words)
            return Look(name, layer_dash(key.layer), marker)
        name = quantity.legend.format(**words)
        return Look(name, _DASHES[quantity.dash or _OWN_DASHES[key.algorithm]], marker)


def color_of(key: SeriesKey, theme: Theme) -> QColor:
    """A layer's colour, or its algorithm's."""
    if key.layer is not None:
        return layer_color(theme, key.layer)
    return QColor(theme.ff if key.algorithm == "ff" else theme.bp)


def say_place(places: Mapping[str, float], axis: str) -> str:
    """Where points lie: step, epoch and seconds, and what else runs along x.

    Args:
        places: By axis, of :data:`~ffstudio.core.run.history.X_AXES`.
        axis: What runs along x.
    """
    place = tr(
        "Step {step}  ·  epoch {epoch}  ·  {seconds} s",
        step=write_number(places["step"], ",.0f"),
        epoch=write_number(places["epoch"], ".2f"),
        seconds=write_number(places["seconds"], ".1f"),
    )
    if axis not in DERIVED_AXES or not math.isfinite(places[axis]):
        return _keep_together(place)
    count = number_text(places[axis], digits=4)
    if axis == "images":
        return _keep_together(tr("{place}  ·  {count} images", place=place, count=count))
    return _keep_together(tr("{place}  ·  {count} multiply-adds", place=place, count=count))


def _keep_together(place: str) -> str:
    """A narrow panel breaks it between its parts, not before a unit."""
    parts = place.split("  ·  ")
    return "  ·  ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def value_text(key: SeriesKey, value: float, sample: int | None = None) -> str:
    """A value with its unit; of a sample, with how far it may be off."""
    if math.isnan(value):
        return tr("NaN")
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if key.quantity.in_percent:
        about = "" if sample is None else f" ± {write_number(100 * margin(value, sample), '.2f')}"
        return f"{write_number(100 * value, '.2f')}{about}%"
    plain = value == 0 or 1e-4 <= abs(value) < 1e4
    text = localize_number(f"{value:#.4g}".rstrip(".")) if plain else number_text(value, digits=4)
    return f"{'' if sample is None else '≈ '}{text}"
