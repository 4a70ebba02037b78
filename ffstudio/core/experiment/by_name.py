"""Single settings of an experiment by their names: ``epochs``, ``ff.loss``, ``layers.0.units``.

They are those of an experiment file, with its levels joined by points; layers count from 0.
"""

from __future__ import annotations

import difflib
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.numbers import number_text, read_number
from ffstudio.core.words import tr

# What people write for on and off; the first of each is JSON's.
_SWITCHES = {
    "true": True, "on": True, "yes": True, "1": True,
    "false": False, "off": False, "no": False, "0": False,
}  # fmt: skip


def plain_name(name: str) -> str:
    """The name as an experiment file has it: layers belong to both nets, ``ff.layers`` too."""
    # layers[0].units as Python and JavaScript write it, and with spaces around.
    name = re.sub(r"\.?\s*\[\s*[\"']?([-−]?\w+)[\"']?\s*\]", r".\1", name.strip())
    name = re.sub(r"\s*\.\s*", ".", name).strip(".").replace("−", "-")
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
    except (ValueError, RecursionError):  # no JSON, or a number of more digits than Python reads
        value = text
    if isinstance(known, str) and not isinstance(value, str):
        value = text
    if isinstance(known, bool):
        return _SWITCHES.get(text.lower(), value), ""
    # 1.000 is 1 in JSON and a thousand to many: a whole number is read as the window reads it.
    is_grouped = isinstance(known, int) and isinstance(value, float)
    if isinstance(known, (int, float)) and (is_grouped or value == text):
        number = read_number(text, whole=isinstance(known, int))
        if (
            number is not None and number != value and math.isfinite(number)
        ):  # a decimal comma, or thousands
            return number, tr(
                "{name}: {text} is read as {number}.",
                name=name,
                text=text,
                number=number_text(number, grouped=False),
            )
    return value, ""


def _find(config: dict[str, Any], name: str) -> tuple[Any, Any]:
    """Where a setting is, and under which key there."""
    name = plain_name(name)
    *path, last = name.split(".")
    for step in path:
        if step.startswith("-"):
            raise SpecError(
                tr(
                    "There is no setting {name}: layers are counted from 0, the first; there is "
                    "none {step}.",
                    name=f"{name!r}",
                    step=step,
                ),
                tr("The last is {number}.", number=len(config["layers"]) - 1),
            )
    if len(path) > 1 and path[0] == "layers" and path[1].isdecimal():
        count = len(config["layers"])
        if int(path[1]) >= count:
            raise SpecError(
                tr(
                    "There is no setting {name}: the experiment has {count} layers, counted from 0.",
                    name=f"{name!r}",
                    count=count,
                ),
                tr("The last is {number}.", number=count - 1),
            )
    place: Any = config
    try:
        for step in path:
            place = place[int(step) if isinstance(place, list) else step]
        key: Any = int(last) if isinstance(place, list) else last
        known = place[key]
    except (KeyError, IndexError, ValueError, TypeError):
        raise SpecError(
            tr(
                "There is no setting {name}.{suggest}",
                name=f"{name!r}",
                suggest=_suggest(config, name),
            ),
            tr(
                "Settings are named as in an experiment file, for example epochs, ff.negatives or "
                "layers.0.units."
            ),
        ) from None
    if isinstance(known, (dict, list)) or last in ("format", "version"):
        raise SpecError(
            tr("{name} cannot be set.", name=f"{name!r}"), tr("Set one setting at a time.")
        )
    return place, key


def _suggest(config: dict[str, Any], name: str) -> str:
    """The name that was probably meant, as the end of a sentence; nothing where none is near."""
    names = list(_walk_names(config))
    folded = {n.replace("_", "").replace("-", "").lower(): n for n in reversed(names)}
    wanted = name.replace("_", "").replace("-", "").lower()
    near = difflib.get_close_matches(wanted, folded, 1, 0.75)
    if not near:  # the last part alone: units for layers.0.units
        last_parts = {known.split(".")[-1]: known for known in folded}
        last = difflib.get_close_matches(wanted.split(".")[-1], last_parts, 1, 0.75)
        near = [last_parts[part] for part in last]
    return " " + tr("Is {name} meant?", name=folded[near[0]]) if near else ""


def _walk_names(value: Any, before: str = "") -> Iterator[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, (dict, list)):
            yield from _walk_names(inner, f"{before}{key}.")
        elif key not in ("format", "version"):
            yield f"{before}{key}"
