"""What can be changed while a run trains, in words, and back from the words of older records."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Protocol

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import number_text
from ffstudio.core.words import say_all

# A layer is begun anew: no setting, but told as one, its seed in place of a value.
BEGUN_ANEW = "begun_anew"
# Whether a layer learns, per net; and the output of the backprop net.
LEARNS, BP_LEARNS, OUTPUT_LEARNS = "learns", "bp_learns", "output_learns"
_OUTPUT = "Backprop output"
FREEZING = (LEARNS, BP_LEARNS, OUTPUT_LEARNS)
# Which layers of a Forward-Forward net vote; its value is a text.
VOTES = "votes"

# Where a change happened (nothing: all of the net) and what was changed → what is said of it.
# Records and command lines hold the same in English (:func:`change_text`).
_PLACES = say_all(
    {
        "ff": "",
        "bp": "Backprop",
        "ff layer": "Layer {layer}",
        "bp layer": "Backprop layer {layer}",
        "output": "Backprop output",
    }
)
_CHANGES = say_all(
    {
        "learning_rate": "{place} learning rate → {value}",
        "threshold": "{place} threshold → {value}",
        VOTES: "Layers that vote → {value}",
        BEGUN_ANEW: "{place} begun anew (seed {value})",
        "frozen": "{place} frozen",
        LEARNS: "{place} learns",
    }
)


class Told(Protocol):
    """A change as it is told: :class:`ffstudio.core.run.events.SettingChanged`."""

    @property
    def algorithm(self) -> str: ...

    @property
    def step(self) -> int: ...

    @property
    def epoch(self) -> float: ...

    @property
    def seconds(self) -> float: ...

    @property
    def layer(self) -> int | None: ...

    @property
    def setting(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def value(self) -> float | str: ...


def say_change(algorithm: str, layer: int | None, name: str, is_output: bool = False) -> str:
    """What is changed, for a reader: ``Layer 1 learning rate``.

    Args:
        layer: 0-based; None for all of the net.
        is_output: The layer is the backprop net's output.
    """
    where = "" if algorithm == "ff" else "Backprop"
    if name == VOTES:
        return "Layers that vote"
    if is_output:
        where = _OUTPUT
    elif layer is not None:
        where = f"{where} layer {layer + 1}" if where else f"Layer {layer + 1}"
    plain = LEARNS if name in FREEZING else name
    return f"{where} {plain.replace('_', ' ')}".strip()


def change_text(event: Told) -> str:
    """A change with its value, for a mark: ``Layer 1 learning rate → 0.01``, ``Layer 2 frozen``."""
    if isinstance(event.value, str):
        return f"{event.setting} → {event.value}"
    if event.name == BEGUN_ANEW:
        return f"{event.setting} (seed {event.value:.0f})"
    if event.name in FREEZING:
        where = event.setting.removesuffix(f" {LEARNS}")
        return f"{where} learns" if event.value else f"{where} frozen"
    return f"{event.setting} → {number_text(event.value, local=False)}"


def apply_change(
    spec: ExperimentSpec, algorithm: str, layer: int, name: str, value: float | str
) -> ExperimentSpec:
    """An experiment after a live change of one setting; a new start is none.

    Args:
        layer: 0-based; of no account where the setting is all of the net's.
    """
    if name == BEGUN_ANEW:
        return spec
    if name == VOTES:
        return spec.replace(ff=replace(spec.ff, votes=str(value)))
    if name in (LEARNS, BP_LEARNS):
        return spec.with_layer(layer, **{name: bool(value)})
    if name == OUTPUT_LEARNS:
        return spec.replace(bp=replace(spec.bp, output_learns=bool(value)))
    if algorithm == "ff":
        return spec.with_layer(layer, **{name: value})
    return spec.replace(bp=replace(spec.bp, learning_rate=float(value)))


def read_change(setting: str) -> tuple[int | None, str]:
    """Layer (0-based, or None) and name of what a record calls ``Layer 1 learning rate``."""
    layer = re.fullmatch(r"Layer (\d+) (.+)", setting)
    if setting == say_change("ff", None, VOTES):
        return None, VOTES
    if layer is not None:
        return int(layer[1]) - 1, layer[2].replace(" ", "_")
    return None, setting.removeprefix("Backprop ").replace(" ", "_")


@dataclass(frozen=True)
class Mark:
    """A live change of a setting, drawn as a line across the curves.

    Attributes:
        layer, name, value: As in :class:`~ffstudio.core.run.events.SettingChanged`; not known of
            those that earlier versions have written.
    """

    algorithm: str
    text: str
    step: float
    epoch: float
    seconds: float
    layer: int | None = None
    name: str = ""
    value: float | str | None = None

    @property
    def said(self) -> str:
        """The text in the language that is spoken now; as it was written where it says no more."""
        name, value = self.name, self.value
        if name in FREEZING:
            name = LEARNS if value else "frozen"
        if name not in _CHANGES or value is None:
            return self.text
        if self.name == OUTPUT_LEARNS or self.text.startswith(_OUTPUT):
            where = "output"
        else:
            where = self.algorithm if self.layer is None else f"{self.algorithm} layer"
        place = _PLACES[where].format(layer=(self.layer or 0) + 1)
        shown = value if isinstance(value, str) else number_text(value, grouped=name != BEGUN_ANEW)
        return _CHANGES[name].format(place=place, value=shown).strip()

    def at(self, axis: str) -> float:
        """Where it is along one of :data:`~ffstudio.core.run.history.AXES`."""
        return float(getattr(self, axis))


def mark_of(event: Told) -> Mark:
    """The mark that a live change leaves on the curves."""
    return Mark(
        event.algorithm,
        change_text(event),
        event.step,
        event.epoch,
        event.seconds,
        event.layer,
        event.name,
        event.value,
    )
