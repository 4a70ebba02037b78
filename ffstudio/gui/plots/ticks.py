"""Round numbers along an axis, and ranges with some air around the data."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ffstudio.core.words import localize_number

Column = npt.NDArray[np.float64]

_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
# Steps smaller than this share of the numbers are lost in their rounding.
_RESOLUTION = 1e-12
# What is shown of values between limits, at least: a point of a percentage.
_LEAST_SHARE = 0.01


def nice_ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) from ``low`` to ``high``."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return []
    rough = (high - low) / max(about, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = size * min((1.0, 2.0, 5.0, 10.0), key=lambda m: abs(math.log(m * size / rough)))
    if step < _RESOLUTION * max(abs(low), abs(high)):
        return []
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [i * step for i in range(first, last + 1)]


def log_ticks(low: float, high: float, about: int) -> list[float]:
    """Powers of ten, with 2 and 5 times those where there is room."""
    if not 0 < low < high or not math.isfinite(high):
        return []
    decades = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    every = max(math.ceil(len(decades) / max(about, 1)), 1)
    for factors in ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,)):
        if len(factors) > 1 and every > 1:
            continue
        powers = [d for d in decades if d % every == 0]
        ticks = [m * 10.0**d for d in powers for m in factors]
        ticks = [t for t in ticks if low * (1 - 1e-9) <= t <= high * (1 + 1e-9)]
        if len(ticks) <= max(about, 2) or len(factors) == 1:
            break
    return ticks if len(ticks) >= 2 else nice_ticks(low, high, about)


def tick_texts(ticks: Sequence[float], room: int = 9) -> list[str]:
    """The ticks' numbers: as short as telling them apart allows, and never two alike.

    Args:
        ticks: In rising order.
        room: In characters; longer ones are written as 2×10⁶ where that is shorter.
    """
    if not ticks:
        return []
    gap = min((b - a for a, b in itertools.pairwise(ticks)), default=abs(ticks[0]))
    even = len(ticks) < 3 or math.isclose(ticks[-1] - ticks[0], gap * (len(ticks) - 1))
    # Beside its neighbours a number this small is nothing.
    values = [0.0 if abs(v) < 1e-9 * gap else v for v in ticks]
    plain = _plain_texts(values, gap, even=even)
    many_zeros = any(t.lstrip("-").startswith("0.0000") for t in plain)
    if max(map(len, plain)) <= room and not many_zeros:
        return list(map(localize_number, plain))
    powers = _power_texts(values, gap if even else 0.0)
    shorter = max(map(len, powers)) < max(map(len, plain))
    chosen = powers if shorter and len(set(powers)) == len(powers) else plain
    return list(map(localize_number, chosen))


def _plain_texts(values: Sequence[float], gap: float, *, even: bool) -> list[str]:
    """All with the same decimals where the steps are equal, else each with its own."""
    texts: list[str] = []
    for digits in range(1, 17):
        texts = []
        for value in values:
            size = gap if even else abs(value) or 1.0
            decimals = max(digits - 1 - math.floor(math.log10(size or 1.0) + 1e-9), 0)
            texts.append(f"{value:,.{decimals}f}")
        if len(set(texts)) == len(texts) and _tell(texts, values, gap if even else 0.0):
            break
    return ["0" if float(t.replace(",", "")) == 0 else t for t in texts]


def _tell(texts: Sequence[str], values: Sequence[float], gap: float) -> bool:
    """True when the texts say what the values are, to a thousandth of the gap or of themselves."""
    return all(
        abs(float(t.replace(",", "")) - v) <= 1e-3 * (gap or abs(v))
        for t, v in zip(texts, values, strict=True)
    )


def raise_number(number: int) -> str:
    """A whole number as an exponent: ¹²."""
    return str(number).translate(_RAISED)


def _power_texts(values: Sequence[float], gap: float) -> list[str]:
    """As 2.5×10⁶, with the fewest digits that tell them apart."""
    texts: list[str] = []
    for digits in range(17):
        written = [f"{value:.{digits}e}" for value in values]
        texts = [_power_text(text) for text in written]
        if len(set(texts)) == len(texts) and _tell(written, values, gap):
            break
    return texts


def _power_text(written: str) -> str:
    mantissa, exponent = written.split("e")
    if float(mantissa) == 0:
        return "0"
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    power = "10" + raise_number(int(exponent))
    if mantissa in ("1", "-1"):
        return mantissa.removesuffix("1") + power
    return f"{mantissa}×{power}"


def pad_course(places: Sequence[float] | Column, share: float) -> tuple[float, float]:
    """A range around places in rising order along a run, with some air.

    A single place, as of a run of one epoch, has the way from the run's start before it.
    """
    first, last = (float(places[0]), float(places[-1])) if len(places) else (0.0, 0.0)
    if last <= first:
        return (0.0, last * (1 + 2 * share)) if last > 0 else (last, last + 1.0)
    air = (last - first) * share
    return first - air, last + air


def pad_range(
    low: float,
    high: float,
    *,
    log: bool = False,
    share: float = 0.05,
    limits: tuple[float, float] | None = None,
) -> tuple[float, float]:
    """A range with some air around it; never empty, and positive if ``log``.

    Args:
        limits: What the values can be at most: the air ends there.
    """
    if limits is not None:
        bottom, top = limits
        if math.isfinite(low) and math.isfinite(high):  # nobody reads hundredths of a per cent
            least = _LEAST_SHARE * (top - bottom)
            more = max(least - (high - low), 0.0) / 2
            low, high = low - more, high + more
        low, high = pad_range(low, high, share=share)
        return max(low, bottom), min(high, top)
    if not (math.isfinite(low) and math.isfinite(high)):
        return (0.1, 1.0) if log else (0.0, 1.0)
    if log:
        if low <= 0 or high <= 0:
            return 0.1, 1.0
        if high / low < 1.02:
            return low / 1.5, high * 1.5
        air = (high / low) ** share
        return low / air, high * air
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        air = max(abs(high) * 0.1, 0.5 if high == 0 else 0.0)
        return low - air, high + air
    air = (high - low) * share
    return low - air, high + air
