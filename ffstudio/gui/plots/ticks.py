"""Round numbers along an axis, and ranges with some air around the data."""

from __future__ import annotations

import math


def nice_ticks(low: float, high: float, about: int) -> list[float]:
    """Round numbers (1, 2 or 5 times a power of ten) from ``low`` to ``high``."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return []
    rough = (high - low) / max(about, 1)
    size = 10.0 ** math.floor(math.log10(rough))
    step = size * min((1.0, 2.0, 5.0, 10.0), key=lambda m: abs(math.log(m * size / rough)))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    if last - first > 1000:  # the range is below the resolution of the numbers
        return []
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


def tick_text(value: float, step: float = 0.0) -> str:
    """A tick's number, as short as the distance to the next tick allows."""
    size = abs(value)
    if size < 1e-12 * max(step, 1e-300) or value == 0:
        return "0"
    if size >= 1e6 or (step and step < 1e-4) or size < 1e-4:
        text = f"{value:.3g}"
        if "e" in text:
            mantissa, exponent = text.split("e")
            return f"{mantissa}e{int(exponent)}"
        return f"{value:,.0f}" if size >= 1e6 else text
    if not step:
        return f"{value:,.10g}" if size >= 1 else f"{value:.10g}"
    decimals = max(-math.floor(math.log10(step) + 1e-9), 0)
    return f"{value:,.{decimals}f}"


def pad_range(
    low: float, high: float, *, log: bool = False, share: float = 0.05
) -> tuple[float, float]:
    """A range with some air around it; never empty, and positive if ``log``."""
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
