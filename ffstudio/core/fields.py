"""Settings declared once: form, validation, command line and help are made from them.

A setting is a dataclass field made with :func:`setting`; its :class:`Field`
carries label, limits, unit, choices and the sentence shown as help.
"""

from __future__ import annotations

import dataclasses
import math
import reprlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, overload

from ffstudio.core.numbers import number_text
from ffstudio.core.words import speaks, tr

# Values come from files too: a message stays short however large or deep they are.
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60


@speaks("label", "help", "group")
@dataclass(frozen=True)
class Choice:
    """One value of a setting that is chosen from a list.

    Attributes:
        group: Choices with the same one stand together, apart from the others.
    """

    value: str
    label: str
    help: str = ""
    group: str = ""


class Named(Protocol):
    """An entry of a table that can be chosen from."""

    @property
    def label(self) -> str: ...

    @property
    def help(self) -> str: ...


class TableChoices(Sequence[Choice]):
    """The entries of a table as choices.

    The table is read anew each time: an entry that is added to it is a choice at once.
    Entries with a ``group`` stand together under it.
    """

    def __init__(self, table: Mapping[str, Named]) -> None:
        self._table = table

    def __len__(self) -> int:
        return len(self._table)

    @overload
    def __getitem__(self, index: int) -> Choice: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Choice]: ...

    def __getitem__(self, index: int | slice) -> Choice | Sequence[Choice]:
        return list(self)[index]

    def __iter__(self) -> Iterator[Choice]:
        for name, entry in self._table.items():
            yield Choice(name, entry.label, entry.help, getattr(entry, "group", ""))


@speaks("label", "help", "unit")
@dataclass(frozen=True)
class Field:
    """How one setting is named, limited and explained.

    Attributes:
        kind: ``int``, ``float``, ``bool``, ``choice`` or ``text``.
        minimum: Smallest legal value (``above`` makes it exclusive).
        maximum: Largest legal value.
        above: True when ``minimum`` itself is not legal.
        unit: Shown after the value, for example ``units`` or ``px``.
        live: True when the value may be changed while training runs.
    """

    kind: str
    label: str
    help: str
    minimum: float | None = None
    maximum: float | None = None
    above: bool = False
    unit: str = ""
    choices: Sequence[Choice] = ()
    live: bool = False
    name: str = ""
    default: Any = None

    def problem(self, value: Any) -> tuple[str, Any] | None:
        """Returns (reason, nearest legal value) when ``value`` is not legal, else None."""
        if self.kind == "bool":
            return None if isinstance(value, bool) else (tr("must be on or off"), self.default)
        if self.kind == "text":
            return None if isinstance(value, str) else (tr("must be text"), self.default)
        if self.kind == "choice":
            values = [c.value for c in self.choices]
            if value in values:
                return None
            text = _SHORT.repr(value)
            return (
                tr("must be one of {values}; it is {text}", values=", ".join(values), text=text),
                self.default,
            )
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not is_number or (isinstance(value, float) and not math.isfinite(value)):
            if value == "":
                return tr("must be a number; it is empty"), self.default
            return (tr("must be a number; it is {repr}", repr=_SHORT.repr(value)), self.default)
        if self.kind == "int" and int(value) != value:
            return (
                tr("must be a whole number; it is {value}", value=number_text(value)),
                self._whole(value),
            )
        if self.minimum is not None:
            if self.above and value <= self.minimum:
                return (
                    tr(
                        "must be above {minimum}; it is {value}",
                        minimum=number_text(self.minimum),
                        value=number_text(value),
                    ),
                    self._low(),
                )
            if value < self.minimum:
                return (
                    tr(
                        "must be at least {minimum}; it is {value}",
                        minimum=number_text(self.minimum),
                        value=number_text(value),
                    ),
                    self._low(),
                )
        if self.maximum is not None and value > self.maximum:
            top = int(self.maximum) if self.kind == "int" else self.maximum
            return (
                tr(
                    "must be at most {maximum}; it is {value}",
                    maximum=number_text(self.maximum),
                    value=number_text(value),
                ),
                top,
            )
        return None

    def _whole(self, value: float) -> int:
        """The nearest legal whole number."""
        whole = round(value)
        if self.minimum is not None:
            whole = max(whole, math.floor(self.minimum) + 1 if self.above else round(self.minimum))
        return whole if self.maximum is None else min(whole, int(self.maximum))

    def _low(self) -> Any:
        if self.above:
            return self.default
        low = self.minimum if self.minimum is not None else 0
        return int(low) if self.kind == "int" else low


def setting(default: Any, kind: str, label: str, help: str, **extra: Any) -> Any:
    """A dataclass field that carries its :class:`Field` declaration."""
    return dataclasses.field(
        default=default, metadata={"field": Field(kind, label, help, default=default, **extra)}
    )


def fields_of(cls: type) -> dict[str, Field]:
    """The declared settings of a spec class, by name, in order."""
    return {
        f.name: dataclasses.replace(f.metadata["field"], name=f.name)
        for f in dataclasses.fields(cls)
        if "field" in f.metadata
    }


def field_problems(spec: Any) -> Iterator[tuple[str, str, Any]]:
    """Yields (setting, reason, nearest legal value) for each bad setting of ``spec``."""
    for name, declared in fields_of(type(spec)).items():
        problem = declared.problem(getattr(spec, name))
        if problem:
            reason, legal = problem
            yield name, reason, legal
