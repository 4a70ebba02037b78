"""The settings a lesson can hide or ask for, by the names that experiment files give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec, ForwardForwardSpec
from ffstudio.core.fields import Field, fields_of
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.words import say_all, tr

ALL = "*"
LAYERS = "layers"
# Part of the experiment → its heading, and what holds its settings. The run's have no part.
PARTS: Mapping[str, tuple[str, type]] = say_all(
    {
        "data": ("Data", DataSpec),
        LAYERS: ("Layers", LayerSpec),
        "ff": ("Forward-Forward", ForwardForwardSpec),
        "bp": ("Backprop", BackpropSpec),
        "run": ("Training", ExperimentSpec),
    }
)
_NOT_OFFERED = {("run", "name"), ("run", "description")}


@dataclass(frozen=True)
class NamedSetting:
    """One setting of the experiment.

    Attributes:
        part: A key of :data:`PARTS`.
        name: Within its part.
    """

    part: str
    name: str
    field: Field

    @property
    def full_name(self) -> str:
        """As lesson files write it, for example ``ff.negatives``."""
        return f"{self.part}.{self.name}"

    @property
    def label(self) -> str:
        """For a reader, by itself."""
        who = {"bp": tr("Backprop "), "data": tr("Data: ")}.get(self.part, "")
        name = self.field.label
        return f"{who}{name[:1].lower()}{name[1:]}" if who else name

    def values_in(self, spec: ExperimentSpec) -> list[object]:
        """What it is; of a setting of layers, one value a layer."""
        if self.part == LAYERS:
            return [getattr(layer, self.name) for layer in spec.layers]
        holder = spec if self.part == "run" else getattr(spec, self.part)
        return [getattr(holder, self.name)]


SETTINGS: Mapping[str, NamedSetting] = {
    f"{part}.{name}": NamedSetting(part, name, field)
    for part, (_, cls) in PARTS.items()
    for name, field in fields_of(cls).items()
    if (part, name) not in _NOT_OFFERED
}


def names_in(part: str) -> list[str]:
    """All settings of a part, by their full names."""
    return [name for name, one in SETTINGS.items() if one.part == part]


def spread(name: str) -> list[str]:
    """The settings that a name stands for: itself, or with ``bp.*`` all of a part.

    Returns:
        None at all for a name that nothing has.
    """
    part, _, last = name.partition(".")
    if last == ALL and part in PARTS:
        return names_in(part)
    return [name] if name in SETTINGS else []


def gather(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The same settings in as few names as there are.

    A part of which most is named is named as a whole, ``bp.*``, with exceptions: so settings that
    a later version adds to it are named too.

    Returns:
        What names them, and which of those are excepted.
    """
    wanted = set(names)
    short, excepted = [], []
    for part in PARTS:
        mine = names_in(part)
        others = [name for name in mine if name not in wanted]
        if 2 * len(others) < len(mine):
            short.append(f"{part}.{ALL}")
            excepted += others
        else:
            short += [name for name in mine if name in wanted]
    return short, excepted


def list_hidden_in(part: str, hidden: Iterable[str]) -> set[str]:
    """Of full names, those of one part, without it."""
    return {name.partition(".")[2] for name in hidden if name.partition(".")[0] == part}
