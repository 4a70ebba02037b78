"""Numbers as people write and read them: the one place that turns one into the other."""

from __future__ import annotations

import contextlib
import json
import math
import numbers
import re
from typing import Any

from ffstudio.core.words import localize_number, tr

_EXPONENT = re.compile(r"e([+-]?)0*(\d+)$")
# A whole or decimal number with nothing left open: not "-", "0.", "1e" or "1e-".
_FINISHED = re.compile(r"[+-]?(\d+([.]\d+)?|[.]\d+)(e[+-]?\d+)?")
# Thousands parted by one kind of sign: 1,000 or 12.500.000.
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}([.,'])\d{3}(\1\d{3})*")
_SPACES = str.maketrans("", "", " \t\u00a0\u2009\u202f_")
_MOST_DIGITS = 18
# A share nearer to 1 is 1: sums of shares miss it by so little.
_ROUNDING = 1e-9


def write_number(value: Any, spec: str) -> str:
    """``format(value, spec)`` with the signs of the language that is spoken."""
    return localize_number(format(value, spec))


def write_percent(share: Any, digits: int = 1) -> str:
    """A share from 0 to 1 as percent: ``97.3%``, in the language that is spoken.

    100% means all: what is less is not rounded up to it but cut off, ``99.9%``.

    Args:
        digits: Decimals of the percentage.
    """
    most = 1 - 10.0 ** -(digits + 2)  # what can be written below 100%
    if most < share < 1 - _ROUNDING:
        share = most
    return write_number(share, f".{digits}%")


def write_json(value: Any, **options: Any) -> str:
    """``json.dumps``, with null for what is no number: JSON has neither NaN nor infinity, and
    programs other than Python refuse the whole text for one of them.

    Args:
        options: Of ``json.dumps``.
    """
    return json.dumps(_without_gaps(value), allow_nan=False, **options)


def _without_gaps(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_gaps(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_without_gaps(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def decimal_sign() -> str:
    """What parts the decimals in the language that is spoken: a point or a comma."""
    return localize_number(".")


def number_text(value: Any, *, digits: int = 6, grouped: bool = True, local: bool = True) -> str:
    """A number for a reader: 1,000,000, 0.003 and 1e-7; anything else as it is.

    Args:
        digits: How many of them count, in a number that is not whole.
        grouped: False leaves thousands together, as one types them.
        local: False keeps the point, where the text is a list with commas or a code.
    """
    text = _write_plainly(value, digits, grouped)
    return localize_number(text) if local and _is_number(value) else text


def _is_number(value: Any) -> bool:
    return isinstance(value, numbers.Real) and not isinstance(value, bool)


def _write_plainly(value: Any, digits: int, grouped: bool) -> str:
    if not _is_number(value):
        return str(value)
    # NumPy's numbers are told apart in the same way.
    value = int(value) if isinstance(value, numbers.Integral) else float(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    comma = "," if grouped else ""
    if isinstance(value, int):
        if abs(value) >= 10**_MOST_DIGITS:
            about = round(abs(value).bit_length() * math.log10(2))
            return tr("a number of about {about} digits", about=about)
        return f"{value:{comma}}"
    size = abs(value)
    if size != 0 and not 1e-4 <= size < 1e15:
        text = f"{value:.{digits}g}"
        return _EXPONENT.sub(lambda m: f"e{m[1].strip('+')}{m[2]}", text)
    if value == int(value):
        return f"{int(value):{comma}}"
    decimals = max(digits - 1 - math.floor(math.log10(size)), 0)
    text = f"{value:{comma}.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def is_grouped(text: str) -> bool:
    """True for thousands that are parted, like 1,000."""
    return _GROUPED.fullmatch(text.translate(_SPACES)) is not None


def plain_number(text: str, *, whole: bool = False) -> str:
    """What was typed, as Python writes numbers: a decimal comma becomes a point.

    ``1,000`` is a thousand where only whole numbers make sense, else one.
    """
    text = text.strip().translate(_SPACES).replace("−", "-").lower()
    points, commas = text.count("."), text.count(",")
    if is_grouped(text) and (whole or max(points, commas, text.count("'")) > 1 or "'" in text):
        return re.sub(r"[.,']", "", text)
    if points and commas:  # the last of them parts the decimals
        last = max(text.rfind("."), text.rfind(","))
        head = text[:last]
        if is_grouped(head):
            return re.sub(r"[.,]", "", head) + "." + text[last + 1 :]
        return text
    return text.replace(",", ".") if commas == 1 else text


def read_number(text: str, *, whole: bool = False) -> int | float | None:
    """The number that was typed, or None when it is none."""
    plain = plain_number(text, whole=whole)
    if not plain or plain.strip("+-")[:1].isalpha():  # neither nan nor infinity is typed
        return None
    with contextlib.suppress(ValueError):
        if whole:
            return int(plain)
    with contextlib.suppress(ValueError):
        value = float(plain)
        return int(value) if whole and value.is_integer() else value
    return None


def is_finished_number(text: str, *, whole: bool = False) -> bool:
    """True when nothing is left open: not for ``-``, ``0.``, ``1e`` or ``1e-``."""
    if whole and "," in text and not is_grouped(text):
        return False  # thousands on their way
    return _FINISHED.fullmatch(plain_number(text, whole=whole)) is not None


def was_interpreted(text: str, *, whole: bool = False) -> bool:
    """True when reading it took a decision that should be shown: commas and thousands."""
    if not whole and decimal_sign() == "," and "'" not in text and not is_grouped(text):
        return False  # the sign is the reader's own
    return any(sign in text for sign in ",'") or (whole and "." in text and is_grouped(text))
