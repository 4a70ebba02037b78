"""Readers of settings: each returns the value as it is kept, or raises ValueError."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
)
from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

MOST_UNITS = 2**22


def read_whole(value: Any, low: int = 1, high: int = MOST_UNITS) -> int:
    """A whole number."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"no whole number between {low} and {high:,}")
    return value


def read_number(value: Any) -> float:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError("no number")
    return value


def read_flag(value: Any) -> bool:
    """True or false, also as 1 or 0."""
    if isinstance(value, bool) or value in (0, 1):
        return bool(value)
    raise ValueError("neither true nor false")


def read_share(value: Any) -> float:
    """From 0 up to, but not including, 1."""
    share = read_number(value)
    if not 0 <= share < 1:
        raise ValueError("no share between 0 and 1")
    return share


def optional(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader that lets None pass."""
    return lambda value: None if value is None else read(value)


def one_of(*names: str) -> Callable[[Any], str]:
    """A reader of one of some words."""

    def read(value: Any) -> str:
        if value not in names:
            raise ValueError(f"none of {', '.join(names)}")
        return str(value)

    return read


def sizes(count: int, low: int = 1) -> Callable[[Any], list[int]]:
    """A number per direction; one for all is repeated."""

    def read(value: Any) -> list[int]:
        listed = list(value) if isinstance(value, (list, tuple)) else [value] * count
        if len(listed) != count:
            raise ValueError(f"no {count} sizes")
        return [read_whole(n, low, 100_000) for n in listed]

    return read


def margin_pairs(count: int) -> Callable[[Any], list[list[int]]]:
    """(before, after) per direction, in any of Keras' short forms."""

    def read(value: Any) -> list[list[int]]:
        listed = list(value) if isinstance(value, (list, tuple)) else [value] * count
        if count == 1:
            # 1-D padding is one pair, whether it is wrapped or not.
            listed = [listed] if listed and not isinstance(listed[0], (list, tuple)) else listed
            if len(listed[0]) == 1:
                listed = [[listed[0][0]] * 2]
        elif len(listed) == 4 and count == 2:  # Keras 1: top, bottom, left, right
            listed = [listed[:2], listed[2:]]
        if len(listed) != count:
            raise ValueError(f"no {count} margins")
        pairs = [list(p) if isinstance(p, (list, tuple)) else [p, p] for p in listed]
        if any(len(p) != 2 for p in pairs):
            raise ValueError("no margins")
        return [[read_whole(n, 0, 100_000) for n in p] for p in pairs]

    return read


def lengths(low: int) -> Callable[[Any], list[int]]:
    """A reader of a short list of whole numbers."""

    def read(value: Any) -> list[int]:
        if not isinstance(value, (list, tuple)) or len(value) > 8:
            raise ValueError("no list of sizes")
        return [read_whole(n, low) for n in value]

    return read


def read_axis(value: Any) -> int:
    """One axis, also as a list of one."""
    if isinstance(value, (list, tuple)) and len(value) == 1:
        value = value[0]
    return read_whole(value, -8, 8)


def read_axes(value: Any) -> int | list[int]:
    """One axis or several."""
    if isinstance(value, (list, tuple)) and len(value) != 1:
        return [read_axis(n) for n in value]
    return read_axis(value)


def read_shape(value: Any) -> list[int | None]:
    """Sizes, None where one is open."""
    if not isinstance(value, (list, tuple)) or len(value) > 8:
        raise ValueError("no shape")
    return [None if n is None else read_whole(n) for n in value]


def read_numbers(value: Any) -> Any:
    """A number, or nested lists of them."""
    if isinstance(value, (list, tuple)) and len(value) <= 4096:
        return [read_numbers(n) for n in value]
    return read_number(value)


YES, NO = Setting(read_flag, True), Setting(read_flag, False)
DATA_FORMAT = Setting(one_of("channels_last", "channels_first"), "channels_last")
PADDING = Setting(one_of("valid", "same"), "valid")
CAUSAL = Setting(one_of("valid", "same", "causal"), "valid")


def read_settings(known: Kind, kind: str, given: Any, name: str = "") -> dict[str, Any]:
    """The settings of a layer, each read as its kind says; what is not given has its default.

    Raises:
        ModelFileError: A value is impossible.
    """
    if not isinstance(given, Mapping):
        raise ModelFileError(
            tr("The settings of {name} are damaged.", name=name), tr("Get a fresh copy.")
        )
    values = {}
    for key, setting in known.settings.items():
        if key not in given and setting.default is not ...:
            values[key] = setting.default
            continue
        try:
            values[key] = setting.read(given.get(key))
        except (ValueError, TypeError, OverflowError) as error:
            value = str(given.get(key))
            value = value if len(value) < 60 else value[:57] + "…"
            raise ModelFileError(
                tr(
                    "The setting {key} of the layer {layer} ({kind}) cannot be used: {value}.",
                    key=key,
                    layer=name[:80],
                    kind=kind,
                    value=value,
                ),
                tr("ffstudio does not know such a value; the file may also be damaged."),
            ) from error
    return values
