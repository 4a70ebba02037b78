"""What pictures look like to a net that learns from them: kept with it, so that others can be alike."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.streaming import Images
from ffstudio.core.images.understanding.value_range import AS_THEY_ARE, ValueRange
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr

# Images that are looked at, regularly spaced.
_MOST = 500
# An edge as dark, or as bright, as this share of the range is paper.
_PLAIN = 0.2
DARK, LIGHT = "dark", "light"


@dataclass(frozen=True)
class Appearance:
    """How a set of pictures looks to a net.

    Attributes:
        low, high: What is handed to the net for black and for white.
        paper: ``dark`` (light ink on it, as MNIST has), ``light``, or empty for pictures that
            fill their frame.
        values: How the numbers of the file were read; None where there was no question.
        taken_from: The data set that is known to look so, where a file of nets does not say what
            their pictures looked like but names that set; empty where it was looked at.
    """

    low: float = 0.0
    high: float = 1.0
    paper: str = DARK
    values: ValueRange | None = None
    taken_from: str = field(default="", compare=False)

    @property
    def is_usual(self) -> bool:
        """True for what is assumed where nothing is known: light ink on dark paper, 0…1."""
        return (self.low, self.high) == (0.0, 1.0) and self.paper != LIGHT

    @property
    def text(self) -> str:
        """For a reader, for example ``dark ink on light paper, values 0…255 read as 0…1``."""
        papers = {
            DARK: tr("light ink on dark paper"),
            LIGHT: tr("dark ink on light paper"),
            "": tr("pictures that fill their frame"),
        }
        if self.values is not None:
            return f"{papers[self.paper]}, {self.values.text}"
        numbers = f"{number_text(self.low)}…{number_text(self.high)}"
        return tr("{paper}, handed over as {numbers}", paper=papers[self.paper], numbers=numbers)

    def draw(self, ink: npt.NDArray[np.float32], is_light: bool) -> npt.NDArray[np.float32]:
        """What is drawn as the net is handed it.

        Args:
            ink: 0 (paper) to 1 (ink).
            is_light: Dark ink on light paper.
        """
        shade = 1 - ink if is_light else ink
        return np.asarray(self.low + (self.high - self.low) * shade, np.float32)

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        about: dict[str, Any] = {"low": self.low, "high": self.high, "paper": self.paper}
        if self.values is not None:
            about["values"] = self.values.to_dict()
        if self.taken_from:
            about["taken_from"] = self.taken_from
        return about

    @classmethod
    def from_dict(cls, saved: Any) -> Appearance:
        """The inverse of :meth:`to_dict`.

        Raises:
            ValueError: It describes nothing of the kind.
        """
        if not isinstance(saved, Mapping) or saved.get("paper") not in (DARK, LIGHT, ""):
            raise ValueError("no appearance of pictures")
        low, high = _number(saved.get("low")), _number(saved.get("high"))
        if not low < high:
            raise ValueError("no range of values")
        values, taken_from = saved.get("values"), saved.get("taken_from", "")
        if not isinstance(taken_from, str):
            raise ValueError("no name of a data set")
        if values is None:
            return cls(low, high, saved["paper"], taken_from=taken_from)
        if not isinstance(values, Mapping) or not isinstance(values.get("range"), str):
            raise ValueError("no range of values")
        ends = [_number(values.get(name)) for name in ("low", "high", "black", "white")]
        read = ValueRange(ends[0], ends[1], values["range"], ends[2], ends[3])
        return cls(low, high, saved["paper"], read, taken_from)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError("no number")
    return float(value)


def look_at_pictures(x: Images, values: ValueRange | None) -> Appearance:
    """How pictures (n, height, width) look to a net: bytes of 0–255, or floats as it gets them.

    Args:
        values: How their file was read, where there was a question.
    """
    some = np.asarray(x[:: max(1, len(x) // _MOST)]).astype(np.float32)
    if x.dtype == np.uint8:
        some /= np.float32(255)
    low, high = 0.0, 1.0
    is_raw = values is None or values.name == AS_THEY_ARE
    if x.dtype != np.uint8 and is_raw and some.size and some.max() > some.min():
        low, high = float(some.min()), float(some.max())
    return Appearance(low, high, _find_paper(some, low, high), values)


def _find_paper(x: npt.NDArray[np.float32], low: float, high: float) -> str:
    if not x.size:
        return DARK
    edge = np.concatenate([x[:, 0], x[:, -1], x[:, :, 0], x[:, :, -1]], axis=1)
    brightness = (float(np.median(edge)) - low) / (high - low)
    if brightness < _PLAIN:
        return DARK
    return LIGHT if brightness > 1 - _PLAIN else ""
