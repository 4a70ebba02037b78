"""Single settings of an experiment by their names: ``epochs``, ``ff.loss``, ``layers.0.units``.

They are those of an experiment file, with its levels joined by points; layers count from 0.
"""

from __future__ import annotations

import json
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.numbers import number_text, read_number


def plain_name(name: str) -> str:
    """The name as an experiment file has it: layers belong to both nets, ``ff.layers`` too."""
    name = name.strip()
    for net in ("ff.", "bp."):
        if name.startswith(f"{net}layers."):
            return name.removeprefix(net)
    return name


def setting_of(config: dict[str, Any], name: str) -> Any:
    """The value of a setting in an experiment's dictionary.

    Raises:
        SpecError: There is none of that name, or it is a group of several.
    """
    place, key = _find(config, name)
    return place[key]


def change_setting(config: dict[str, Any], name: str, value: Any) -> None:
    """Changes a setting in an experiment's dictionary; ``reading.from_dict`` judges the value.

    Raises:
        SpecError: As for :func:`setting_of`.
    """
    place, key = _find(config, name)
    place[key] = value


def read_value(config: dict[str, Any], name: str, text: str) -> tuple[Any, str]:
    """What was typed as the value of a setting.

    Returns:
        The value, and a sentence where a comma was taken for a point or for thousands.

    Raises:
        SpecError: As for :func:`setting_of`.
    """
    known = setting_of(config, name)
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = text
    if isinstance(known, str) and not isinstance(value, str):
        value = text
    if isinstance(known, (int, float)) and not isinstance(known, bool) and value == text:
        number = read_number(text, whole=isinstance(known, int))
        if number is not None:  # a decimal comma, or thousands
            return number, f"{name}: {text} is read as {number_text(number, grouped=False)}."
    return value, ""


def _find(config: dict[str, Any], name: str) -> tuple[Any, Any]:
    """Where a setting is, and under which key there."""
    *path, last = plain_name(name).split(".")
    place: Any = config
    try:
        for step in path:
            place = place[int(step) if isinstance(place, list) else step]
        key: Any = int(last) if isinstance(place, list) else last
        known = place[key]
    except (KeyError, IndexError, ValueError, TypeError):
        raise SpecError(
            f"There is no setting {name!r}.",
            "Settings are named as in an experiment file, for example epochs, ff.negatives or "
            "layers.0.units.",
        ) from None
    if isinstance(known, (dict, list)) or last in ("format", "version"):
        raise SpecError(f"{name!r} cannot be set.", "Set one setting at a time.")
    return place, key
