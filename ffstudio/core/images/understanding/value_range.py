"""What the numbers of a picture mean: the range that is read as black to white.

Decided for each set by itself, by where nearly all of its pixels lie, never by one of them:
a resampled picture overshoots, and one odd pixel says nothing of sixty thousand images.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.fields import Choice
from ffstudio.core.images.streaming import Images, change_images
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

AUTOMATIC, AS_THEY_ARE, STRETCHED = "automatic", "as they are", "stretched"
# Ranges with a name: its low and high end are read as 0 and 1.
RANGES: dict[str, tuple[float, float]] = {
    "0 to 1": (0.0, 1.0),
    "0 to 16": (0.0, 16.0),
    "0 to 255": (0.0, 255.0),
    "0 to 1023": (0.0, 1023.0),
    "0 to 4095": (0.0, 4095.0),
    "0 to 65535": (0.0, 65535.0),
    "-1 to 1": (-1.0, 1.0),
    "-0.5 to 0.5": (-0.5, 0.5),
    "-128 to 127": (-128.0, 127.0),
}
CHOICES = (
    Choice(AUTOMATIC, "Automatic", "Told by where nearly all pixels lie."),
    *(
        Choice(name, name.replace("-", "−").replace(" to ", "…"), "Read as 0…1; clipped to it.")
        for name in RANGES
    ),
    Choice(STRETCHED, "Darkest to brightest", "What the training images hold, read as 0…1."),
    Choice(AS_THEY_ARE, "As they are", "The numbers are handed to the net unchanged."),
)

# Beyond the ends of a range by this share of its width: resampling does that.
_OVERSHOOT = 0.1
# This share of the pixels that are no background may lie anywhere.
_ODD = 0.002
# A range of which a set fills less than this is not the one it was made for.
_FILLED = 0.5
# How far the blacks of two sets of one scale may be from each other, by its width.
_SAME_BLACK = 0.08
# A set that fills less than this share of the range that was chosen for it is nearly one shade.
_BARELY = 0.1
# One set's brightest pixel below this share of another's: they may be on other scales.
_DIM = 0.7
# Sets that end otherwise by this share of the brighter one's top, and each of which has this share
# of many pixels that are no background at its own top, were cut off at different whites.
_OTHER_TOP, _AT_TOP, _MANY_PIXELS = 0.02, 0.01, 1000
# A third value that is this much further out than the second, and rare, is an odd pixel.
_FAR = 4.0
# Pixels that are looked at; of larger sets a regular sample.
_MOST_PIXELS = 2_000_000


@dataclass(frozen=True)
class ValueRange:
    """The values of one set, and how they are read.

    Attributes:
        low, high: Smallest and largest value found.
        name: An entry of :data:`RANGES`, ``stretched`` or ``as they are``.
        black, white: What is read as 0 and as 1.
        common: Between which values all lie but for a few odd ones; None where nobody looked.
        is_full: Whether many pixels are as bright as the brightest, which is white then.
    """

    low: float
    high: float
    name: str
    black: float
    white: float
    common: tuple[float, float] | None = field(default=None, compare=False)
    is_full: bool = field(default=False, compare=False)

    @property
    def ends(self) -> tuple[float, float]:
        """The darkest and the brightest value, odd ones left out."""
        return self.common or (self.low, self.high)

    @property
    def text(self) -> str:
        """Values and reading, for a reader."""
        values = tr("values {between}", between=_between(self.low, self.high))
        if self.name == AS_THEY_ARE:
            return tr("{values}, read as they are", values=values)
        if (self.black, self.white) == (0.0, 1.0) and self.low >= 0 and self.high <= 1:
            return tr("{values}, read as black to white", values=values)
        clipped = tr(", clipped") if self.low < self.black or self.high > self.white else ""
        return tr(
            "{values}, {between} read as 0…1{clipped}",
            values=values,
            between=_between(self.black, self.white),
            clipped=clipped,
        )

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "low": self.low,
            "high": self.high,
            "range": self.name,
            "black": self.black,
            "white": self.white,
        }


def _between(low: float, high: float) -> str:
    return f"{_short(low)}…{_short(high)}"


def _short(value: float) -> str:
    rounded = float(f"{value:.4g}") if abs(value) < 1000 else round(value)
    return number_text(rounded, grouped=False)


def find_range(images: Images, wanted: str = AUTOMATIC) -> ValueRange:
    """What the values of one set of images mean.

    Args:
        images: (n, height, width) numbers, all finite.
        wanted: A value of :data:`CHOICES`.
    """
    low, high = _ends(images)
    pixels = _look_at(images)
    values, counts = np.unique(pixels, return_counts=True)
    common = _common_ends(values, counts)
    chosen = _choose_range(images, pixels, low, high, *common, wanted)
    return replace(chosen, common=common, is_full=_is_full(values, counts, common[1]))


def _choose_range(
    images: Images,
    pixels: Array,
    low: float,
    high: float,
    common_low: float,
    common_high: float,
    wanted: str,
) -> ValueRange:
    if wanted == AS_THEY_ARE:
        return ValueRange(low, high, AS_THEY_ARE, 0.0, 1.0)
    if wanted in RANGES:
        return ValueRange(low, high, wanted, *RANGES[wanted])
    if wanted == STRETCHED:
        return _stretch(low, high, common_low, common_high)
    if images.dtype == np.uint8 and low == high:
        return ValueRange(low, high, tr("0 to 255"), 0.0, 255.0)
    if low == high:  # one value everywhere: by what it may be
        fitting = next((n for n, (b, w) in RANGES.items() if b <= low <= w), AS_THEY_ARE)
        return ValueRange(low, high, fitting, *RANGES.get(fitting, (0.0, 1.0)))
    for name, (black, white) in RANGES.items():
        width = white - black
        # Some hundredths beyond an end are no overshoot of a set that has steps of that size.
        near = low >= black - _OVERSHOOT * width and high <= white + _OVERSHOOT * width
        inside = common_low >= black - 0.02 * width and common_high <= white + 0.02 * width
        if not (inside or near):
            continue
        if black < 0 and common_low > black + 0.3 * width:
            continue  # standardised: its negative values are not black
        filled = common_high >= black + _FILLED * width
        if black < 0:
            filled = common_high >= black + 0.75 * width and common_low < black + 0.25 * width
        elif common_low < -_OVERSHOOT * width:
            continue
        if name == "0 to 1":  # faint pictures are known; those of 0…0.01 were scaled twice
            filled = common_high >= 0.25 and (_all_whole(pixels) or white >= 0.5)
        if name == "0 to 16":
            # Counts up to 16 are a known set; up to 15, 7 or 3 are fewer bits.
            filled = common_high > 15.0
        if filled:
            return ValueRange(low, high, name, black, white)
    return _stretch(low, high, common_low, common_high)


def read_alike(
    train: Images, test: Images, wanted: str = AUTOMATIC
) -> tuple[ValueRange, ValueRange]:
    """What the values of training and test images mean.

    Raises:
        DatasetError: They do not agree and neither can be told.
    """
    one = find_range(train, wanted)
    if wanted != AUTOMATIC:
        same = find_range(test, wanted)
        if wanted == STRETCHED:  # the net shall see both by one scale
            same = replace(same, name=STRETCHED, black=one.black, white=one.white)
        return one, same
    other = find_range(test)
    fits = _fits(other, one)
    if one.name == other.name == STRETCHED or (fits and other.name in (one.name, STRETCHED)):
        if not fits and not _fits(one, other):
            raise _disagree(one, other)
        return one, replace(other, name=one.name, black=one.black, white=one.white)
    if fits:
        return one, replace(other, name=one.name, black=one.black, white=one.white)
    if one.name == STRETCHED and _fits(one, other):
        return replace(one, name=other.name, black=other.black, white=other.white), other
    if STRETCHED in (one.name, other.name):
        raise _disagree(one, other)
    return one, other


def _fits(values: ValueRange, into: ValueRange) -> bool:
    """Whether the values lie in a range, and are read by it as by their own."""
    room = 2 * _OVERSHOOT * (into.white - into.black)
    width = into.white - into.black
    inside = into.black - room <= values.black and values.white <= into.white + room
    # A set of 0…1 lies within −1…1 too, but its black would be grey there.
    low, high = values.ends
    ends = low < into.black + 0.3 * width and high > into.black + 0.3 * width
    if into.name == STRETCHED or into.black < 0:  # their black is one certain value
        ends = ends and abs(values.black - into.black) <= _SAME_BLACK * width
    return inside and ends


def say_dimmer(sets: dict[str, ValueRange]) -> list[str]:
    """Sentences about sets that are read alike, of which one is much darker than the first, or
    somewhat where both were cut off at their own white.

    Args:
        sets: The values of each set, by its name for a reader.
    """
    (first, one), *others = sets.items()
    said = []
    for which, other in others:
        if (one.black, one.white) != (other.black, other.white):
            continue
        tops = [values.ends[1] - values.black for values in (one, other)]
        most = 1 - _OTHER_TOP if one.is_full and other.is_full else _DIM
        if min(tops) < most * max(tops):
            said.append(
                tr(
                    "The {first} images reach {high}, the {which} images {other_high}, and both "
                    "are read by one scale: if one of them was scaled otherwise, bring both to "
                    "one range.",
                    first=first,
                    high=_short(one.ends[1]),
                    which=which,
                    other_high=_short(other.ends[1]),
                )
            )
    return said


def say_unfilled(which: str, values: ValueRange) -> list[str]:
    """That a set hardly fills the range that was chosen for it; nothing of others.

    Args:
        which: The set's name for a reader.
    """
    low, high = (min(max(v, values.black), values.white) for v in values.ends)
    if values.name not in RANGES or high - low >= _BARELY * (values.white - values.black):
        return []
    return [
        tr(
            "The {which} images hold values {between}, nearly one shade in the range that was "
            "chosen ({range}): choose another one (Data: Values).",
            which=which,
            between=_between(*values.ends),
            range=_between(values.black, values.white),
        )
    ]


def _disagree(one: ValueRange, other: ValueRange) -> DatasetError:
    return DatasetError(
        tr(
            "The training images hold {one_text}; the test images {other_text}.",
            one_text=one.text,
            other_text=other.text,
        ),
        tr("Bring both to one range, or choose how values are read (Data: Values)."),
    )


def scale(images: Images, values: ValueRange) -> Images:
    """Images as a net sees them: uint8 where they are bytes of 0–255, else float32.

    Floats are 0–1 unless they are taken as they are. Those of large sets are made when they are
    wanted.
    """
    if images.dtype == np.uint8 and values.name == "0 to 255":
        return images
    if values.name == AS_THEY_ARE and images.dtype == np.float32:
        return images
    factor = 1.0 / (values.white - values.black)

    def read(part: Array) -> Array:
        if values.name == AS_THEY_ARE:
            return part.astype(np.float32)
        scaled = np.clip((part.astype(np.float64) - values.black) * factor, 0.0, 1.0)
        return scaled.astype(np.float32)

    return change_images(images, read, images.shape[1:], np.float32)


def _ends(images: Images) -> tuple[float, float]:
    return (float(images.min()), float(images.max())) if images.size else (0.0, 0.0)


def _look_at(images: Images) -> Array:
    """A regular sample of the images' pixels, as floats, flat."""
    step = max(1, images.size // _MOST_PIXELS)
    return np.asarray(images[::step]).astype(np.float64).ravel()


def _common_ends(values: Array, counts: Array) -> tuple[float, float]:
    """Between which values all lie but for a few of those that are no background."""
    if len(values) == 1:
        return float(values[0]), float(values[0])
    below = np.cumsum(counts)
    background = counts.max()
    odd = max(0.0, _ODD * (below[-1] - background))
    # Two or three values, and one of them seldom: that is ink, not an odd pixel.
    if len(values) == 3 and counts[2] <= max(odd, 1) and values[2] > _FAR * abs(values[1]) > 0:
        return float(values[0]), float(values[1])
    if len(values) <= 3 or odd < 1:
        odd = 0.0 if len(values) <= 3 else 1.0
    first = int(np.searchsorted(below, odd, side="right"))
    last = int(np.searchsorted(below, below[-1] - odd, side="left"))
    first, last = min(first, len(values) - 1), min(last, len(values) - 1)
    if first >= last:
        return float(values[0]), float(values[-1])
    return float(values[first]), float(values[last])


def _is_full(values: Array, counts: Array, top: float) -> bool:
    """Whether many pixels that are no background are as bright as the brightest."""
    ink = int(counts.sum()) - int(counts.max(initial=0))
    at_top = int(counts[values >= top].sum())
    return ink >= _MANY_PIXELS and at_top >= _AT_TOP * ink


def _all_whole(pixels: Array) -> bool:
    return bool((pixels == np.round(pixels)).all())


def _stretch(low: float, high: float, common_low: float, common_high: float) -> ValueRange:
    """From darkest to brightest; 0 is black where there is nothing clearly below it."""
    black = (
        0.0 if 0 <= common_low < 0.5 * common_high or -0.02 * common_high <= low < 0 else common_low
    )
    white = common_high if common_high > black else black + 1.0
    # The ends themselves, unless they stand far out.
    if high - white <= _OVERSHOOT * (white - black):
        white = high
    if black != 0.0 and black - low <= _OVERSHOOT * (white - black):
        black = low
    return ValueRange(low, high, STRETCHED, black, white if white > black else black + 1.0)
