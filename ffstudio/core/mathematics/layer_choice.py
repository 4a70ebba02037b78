"""Which layers of a net count, as a text: ``all``, ``2-``, ``2-3``, ``last``, or a weight for each.

One notation for all settings that choose layers: which of them vote, which of them a read-out sees.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr

ALL, LAST = "all", "last"

_RANGE = re.compile(r"(\d{1,5})\s*(?:([-–])\s*(\d{1,5}|last)?)?")


def layer_weights(text: str, num_layers: int, weighted: bool = True) -> tuple[float, ...]:
    """How much each layer counts; 0 for one that does not.

    Args:
        text: ``all``, ``last``, a layer (``3``), a range (``2-3``, ``2-``: to the last one), or
            numbers with commas, one for each layer (``0, 1, 0.5``). A range that reaches past the
            last layer ends there; one that begins past it means the last layer.
        weighted: False where a layer counts or does not: only 0 and 1 are taken then.

    Raises:
        ValueError: It is none of those; says what it may be.
    """
    text = text.strip().lower()
    if "," in text:
        return _read_list(text, num_layers, weighted)
    if text == ALL:
        return (1.0,) * num_layers
    if text == LAST:
        first = last = num_layers
    else:
        read = _RANGE.fullmatch(text)
        if read is None or int(read[1]) < 1:
            raise ValueError(_what_is_known(text, num_layers))
        first = int(read[1])
        last = first
        if read[2]:
            last = num_layers if read[3] in (None, LAST) else int(read[3])
            if last < first and read[3] not in (None, LAST):
                raise ValueError(_what_is_known(text, num_layers))
    first, last = min(first, num_layers), min(max(last, first), num_layers)
    return tuple(float(first <= i <= last) for i in range(1, num_layers + 1))


def check_layers(text: str, num_layers: int, weighted: bool = True) -> None:
    """Refuses what a user has typed where it names a layer that the net does not have.

    :func:`layer_weights` reads such a text all the same: nets that were saved with one mean the
    last layer by it. A range with an open end (``2-``) names none.

    Raises:
        ValueError: It does, or is no choice at all.
    """
    layer_weights(text, num_layers, weighted)
    read = None if "," in text else _RANGE.fullmatch(text.strip().lower())
    if read is None:
        return
    is_open = bool(read[2]) and read[3] in (None, LAST)
    named = int(read[3] or read[1]) if not is_open else 0
    if named > num_layers:
        raise ValueError(
            tr("names layer {named} of {num_layers}", named=named, num_layers=num_layers)
        )


def why_no_weights(text: str, num_layers: int) -> str:
    """What keeps a text from being a choice of so many layers; empty where nothing does."""
    try:
        check_layers(text, num_layers)
    except ValueError as error:
        return str(error)
    return ""


def pick_layers(weights: Sequence[float]) -> tuple[int, ...]:
    """Those that count (0-based)."""
    return tuple(i for i, weight in enumerate(weights) if weight)


def weights_text(weights: Sequence[float]) -> str:
    """The shortest text that :func:`layer_weights` reads as these weights."""
    chosen = pick_layers(weights)
    is_run = bool(chosen) and chosen == tuple(range(chosen[0], chosen[-1] + 1))
    if not is_run or any(weights[i] != 1.0 for i in chosen):
        return ", ".join(number_text(weight, local=False) for weight in weights)
    first, last = chosen[0] + 1, chosen[-1] + 1
    if len(chosen) == len(weights):
        return ALL
    if last == len(weights) and first < last:
        return f"{first}-"
    return str(first) if first == last else f"{first}-{last}"


def _read_list(text: str, num_layers: int, weighted: bool) -> tuple[float, ...]:
    parts = [part.strip() for part in text.split(",")]
    try:
        weights = tuple(float(part) for part in parts)
    except ValueError:
        raise ValueError(_what_is_known(text, num_layers)) from None
    if len(weights) != num_layers:
        raise ValueError(
            tr(
                "has {count} weights for {num_layers} layers",
                count=len(weights),
                num_layers=num_layers,
            )
        )
    if not all(math.isfinite(w) and w >= 0.0 for w in weights) or not any(weights):
        raise ValueError(tr("must have weights of 0 or more, one of them above 0"))
    if not weighted and set(weights) - {0.0, 1.0}:
        raise ValueError(tr("takes a layer or leaves it out: only 0 and 1 count here"))
    return weights


def _what_is_known(text: str, num_layers: int) -> str:
    return tr(
        "must be all, last, a layer such as {num_layers}, a range such as 1-{num_layers}, or a weight "
        "for each layer with commas between them; it is {text}",
        num_layers=num_layers,
        text=repr(text[:40]),
    )
