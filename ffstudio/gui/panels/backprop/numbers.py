"""Numbers as short as they can stand in a cell."""

from __future__ import annotations

import math

from ffstudio.core.numbers import number_text
from ffstudio.core.words import localize_number


def short(value: float, in_formula: bool = False) -> str:
    """Four digits or so; a true minus.

    Args:
        in_formula: Negative numbers in brackets.
    """
    number = float(value)
    if not math.isfinite(number):
        return "∞" if math.isinf(number) else "?"
    size = abs(number)
    if size == 0:
        text = "0"
    elif size >= 1000 or size < 0.0005:
        # In a cell there is room for one digit where the exponent has two.
        text = number_text(size, digits=1 if size < 1e-9 else 2, grouped=False).replace("-", "−")
    elif size >= 10:
        text = localize_number(f"{size:.{1 if size >= 100 else 2}f}".rstrip("0").rstrip("."))
    else:
        text = localize_number(f"{size:.3f}".rstrip("0").rstrip("."))
    if number < 0:
        return f"(−{text})" if in_formula else f"−{text}"
    return text
