"""What a sweep tries: values of settings, seeds, and how the trials are chosen."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import numpy as np

from ffstudio.core.errors import SpecError, SweepError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.by_name import (
    change_setting,
    plain_name,
    read_value,
    setting_of,
)
from ffstudio.core.experiment.idle import idle_settings
from ffstudio.core.experiment.layers import layer_settings
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.mathematics import LOCAL_LOSSES
from ffstudio.core.numbers import read_number, write_number
from ffstudio.core.words import tr

PLAN_FORMAT = "ffstudio-sweep"
PLAN_VERSION = 1
# More is a slip of the hand rather than a wish.
MOST_TRIALS = 100_000
# Values tried to see whether a setting changes anything.
_MOST_TRIED = 256
SEED = "seed"

Value = int | float | str | bool | None
_RANGE = re.compile(r"(?P<low>[^:]+?)\.\.(?P<high>[^:]+?)(?::(?P<count>\d+))?(?P<log>:log)?")


class Sampler(Enum):
    """How the trials are chosen."""

    GRID = "grid"
    RANDOM = "random"
    TPE = "tpe"


@dataclass(frozen=True)
class Values:
    """What one setting may be in a sweep.

    Attributes:
        listed: One by one; empty for a range.
        low, high: Ends of the range, both included.
        is_log: Whether equal ratios count as equal steps.
        is_whole: Whether only whole numbers are meant.
    """

    listed: tuple[Value, ...] = ()
    low: float = 0.0
    high: float = 0.0
    is_log: bool = False
    is_whole: bool = False

    @property
    def ends(self) -> tuple[Value, ...]:
        """Values that stand for all when it is asked whether they are legal."""
        if self.listed:
            return self.listed
        return tuple(int(v) if self.is_whole else v for v in (self.low, self.high))

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        if self.listed:
            return {"values": list(self.listed)}
        return {"low": self.low, "high": self.high, "log": self.is_log, "whole": self.is_whole}

    @classmethod
    def from_dict(cls, config: Mapping[str, Any]) -> Values:
        """Reads what :meth:`to_dict` wrote."""
        if "values" in config:
            return cls(tuple(config["values"]))
        low, high = float(config["low"]), float(config["high"])
        return cls((), low, high, config["log"] is True, config["whole"] is True)


@dataclass(frozen=True)
class SweepPlan:
    """A sweep as it was asked for.

    Attributes:
        settings: By name, as in an experiment file: ``layers.0.threshold``.
        seeds: A grid tries every one with all values; other samplers take them in turn.
        trials: How many runs a sampler other than the grid chooses.
        prunes: Whether runs that fall behind the others are ended early.
        net: The net whose accuracy the search looks at: ``ff`` or ``bp``.
    """

    spec: ExperimentSpec
    settings: Mapping[str, Values] = field(default_factory=dict)
    seeds: tuple[int, ...] = ()
    sampler: Sampler = Sampler.GRID
    trials: int = 0
    prunes: bool = False
    net: str = "ff"

    @property
    def count(self) -> int:
        """How many runs that makes."""
        if self.sampler is not Sampler.GRID:
            return self.trials
        return math.prod(len(v.listed) for v in self.settings.values()) * len(self.seeds)

    def queue(self) -> list[dict[str, Value]]:
        """What is fixed of each trial: all with a grid, the seed alone with other samplers.

        Seeds change slowest, so that a sweep which is ended early has tried every value.
        """
        if self.sampler is not Sampler.GRID:
            return [{SEED: self.seeds[i % len(self.seeds)]} for i in range(self.trials)]
        names = list(self.settings)
        return [
            {**dict(zip(names, row, strict=True)), SEED: seed}
            for seed in self.seeds
            for row in itertools.product(*(v.listed for v in self.settings.values()))
        ]

    def experiment(self, chosen: Mapping[str, Value]) -> ExperimentSpec:
        """The experiment of one trial.

        Raises:
            SpecError: The values cannot be used, alone or together.
        """
        config = reading.to_dict(self.spec)
        config["layers"] = [dict(layer) for layer in config["layers"]]
        for name, value in chosen.items():
            change_setting(config, name, value)
        return reading.from_dict(config, advice=tr("Give other values."))

    def check(self) -> None:
        """Sees that it can be begun.

        Raises:
            SpecError: Values cannot be used.
            SweepError: There is nothing to do, or too much.
        """
        if not self.seeds:
            raise SweepError(tr("A sweep needs a seed."), tr("Give --seeds, like 1-5 or 1,2,7."))
        if self.sampler is Sampler.GRID:
            for name, values in self.settings.items():
                if not values.listed:
                    raise SweepError(
                        tr("A grid needs to know how many values of {name} to try.", name=name),
                        tr("Write LOW..HIGH:COUNT, list them, or choose --sampler random."),
                    )
        elif self.trials < 1:
            raise SweepError(
                tr(
                    "The sampler {sampler} needs to know how many runs to make.",
                    sampler=self.sampler.value,
                ),
                tr("Give --trials N."),
            )
        elif not self.settings:
            raise SweepError(tr("There is nothing to search."), tr("Give --set NAME=VALUES."))
        if self.count > MOST_TRIALS:
            raise SweepError(
                tr(
                    "That makes {count} runs; {most} are the most.",
                    count=write_number(self.count, ","),
                    most=write_number(MOST_TRIALS, ","),
                ),
                tr("Leave out values, or choose --sampler random --trials N."),
            )
        for name, values in self.settings.items():
            for value in values.ends:
                self._check_one({name: value})
        if self.sampler is Sampler.GRID:
            for chosen in self.queue()[: self.count // len(self.seeds)]:
                self._check_one(chosen)
        if not (self.spec.trains_ff if self.net == "ff" else self.spec.trains_bp):
            raise SweepError(
                tr("The experiment does not train that net."), tr("Name the other by --by.")
            )

    def list_idle(self) -> dict[str, str]:
        """The settings that change nothing whatever the others are, with the reason."""
        ends = [values.ends for values in self.settings.values()]
        reasons: dict[str, str] | None = None
        for row in itertools.islice(itertools.product(*ends), _MOST_TRIED):
            try:
                spec = self.experiment(dict(zip(self.settings, row, strict=True)))
            except SpecError:
                continue
            whys = {name: _why_idle(spec, name) for name in self.settings}
            earlier = whys if reasons is None else reasons
            reasons = {name: why for name, why in earlier.items() if why and whys[name]}
        return reasons or {}

    def _check_one(self, chosen: Mapping[str, Value]) -> None:
        try:
            self.experiment(chosen)
        except SpecError as error:
            words = ", ".join(f"{name} = {value}" for name, value in chosen.items())
            raise SpecError(
                tr("With {words}: {message}", words=words, message=error.message),
                tr("Leave that value out."),
            ) from error

    def to_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "format": PLAN_FORMAT,
            "version": PLAN_VERSION,
            "settings": {name: values.to_dict() for name, values in self.settings.items()},
            "seeds": list(self.seeds),
            "sampler": self.sampler.value,
            "trials": self.trials,
            "prunes": self.prunes,
            "net": self.net,
            "experiment": reading.to_dict(self.spec),
        }

    @classmethod
    def from_dict(cls, config: Any) -> SweepPlan:
        """Reads what :meth:`to_dict` wrote.

        Raises:
            SweepError: It is no plan, a damaged one, or one of a newer ffstudio.
        """
        if not isinstance(config, dict) or config.get("format") != PLAN_FORMAT:
            raise SweepError(tr("That is no sweep of ffstudio."), tr("Name another folder."))
        version = config.get("version")
        if not isinstance(version, int) or version > PLAN_VERSION:
            raise SweepError(tr("The sweep is of a newer ffstudio."), tr("Update ffstudio."))
        try:
            return cls(
                reading.from_dict(config["experiment"]),
                {str(k): Values.from_dict(v) for k, v in config["settings"].items()},
                tuple(map(int, config["seeds"])),
                Sampler(config["sampler"]),
                int(config["trials"]),
                config["prunes"] is True,
                "bp" if config["net"] == "bp" else "ff",
            )
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise SweepError(
                tr("The sweep's plan is damaged."), tr("Begin it anew elsewhere.")
            ) from error


def _why_idle(spec: ExperimentSpec, name: str) -> str:
    part, _, setting = name.partition(".")
    if part in ("ff", "bp") and not (spec.trains_ff if part == "ff" else spec.trains_bp):
        return tr("That net is not trained.")
    if part in ("data", "ff"):
        return idle_settings(spec).get((part, setting), "")
    if part != "layers":
        return ""
    number, _, setting = setting.partition(".")
    layer = spec.layers[int(number)]
    if setting not in layer_settings(layer.kind, spec.trains_ff):
        return tr("Such a layer does not have it.")
    if setting == "threshold" and not LOCAL_LOSSES[layer.loss].uses_threshold:
        return tr("The loss {loss} has no threshold.", loss=layer.loss)
    return idle_settings(spec).get(("layer", setting), "")


# --- as it is typed -------------------------------------------------------------------------


def read_settings(spec: ExperimentSpec, texts: Iterable[str]) -> dict[str, Values]:
    """Values of settings as they are typed: ``layers.0.threshold=1,2,4``.

    ``0.1..2`` is a range, ``0.1..2:5`` five values in it, ``1e-4..1e-1:4:log`` four in equal
    ratios.

    Raises:
        SpecError: There is no such setting, or values are missing or no values.
    """
    config = reading.to_dict(spec)
    config["layers"] = list(config["layers"])
    settings: dict[str, Values] = {}
    for text in texts:
        typed, equals, values = text.partition("=")
        if not equals or not typed.strip():
            raise SpecError(
                tr("--set {text} is no setting.", text=f"{text!r}"), tr("Write NAME=VALUE,VALUE…")
            )
        setting_of(config, typed)
        name = plain_name(typed)
        if name == SEED:
            raise SpecError(tr("Seeds are not set like other settings."), tr("Give --seeds 1-5."))
        if name in settings:
            raise SpecError(
                tr("{name} is given twice.", name=name), tr("Give all its values at once.")
            )
        settings[name] = read_values(config, name, values)
    return settings


def read_values(config: dict[str, Any], name: str, text: str) -> Values:
    """Values of one setting as they are typed; see :func:`read_settings`.

    Args:
        config: The experiment's dictionary.

    Raises:
        SpecError: There are none, or they are no values of that setting.
    """
    known = setting_of(config, name)
    is_number = isinstance(known, (int, float)) and not isinstance(known, bool)
    is_whole = is_number and isinstance(known, int)
    match = _RANGE.fullmatch(text.strip())
    if match is not None and (is_number or known is None):
        return _read_range(name, match, is_whole)
    listed: list[Value] = []
    for part in text.split(","):
        if not part.strip():
            raise SpecError(
                tr("{name} has no values to try.", name=name), tr("List them: NAME=VALUE,VALUE…")
            )
        value, _ = read_value(config, name, part.strip())
        if is_number and (isinstance(value, bool) or not isinstance(value, (int, float))):
            raise SpecError(
                tr("{part} is no number, for {name}.", part=f"{part.strip()!r}", name=name),
                tr("Write it like 0.5."),
            )
        if isinstance(known, bool) and not isinstance(value, bool):
            raise SpecError(
                tr("{name} is true or false, not {part}.", name=name, part=f"{part.strip()!r}"),
                tr("Write true,false."),
            )
        if isinstance(value, (dict, list)):
            raise SpecError(
                tr("{part} is no value of {name}.", part=f"{part.strip()!r}", name=name),
                tr("Set one at a time."),
            )
        if value not in listed:
            listed.append(value)
    return Values(tuple(listed))


def _read_range(name: str, match: re.Match[str], is_whole: bool) -> Values:
    ends = [read_number(match[end].strip()) for end in ("low", "high")]
    low, high = ends
    if low is None or high is None or low >= high:
        raise SpecError(
            tr("{match} is no range for {name}.", match=f"{match[0]!r}", name=name),
            tr("Write LOW..HIGH, like 0.1..2."),
        )
    is_log = match["log"] is not None
    if is_log and low <= 0:
        raise SpecError(
            tr("{match}: equal ratios begin above 0.", match=f"{match[0]!r}"),
            tr("Write 1e-4..1e-1:log."),
        )
    if match["count"] is None:
        return Values((), float(low), float(high), is_log, is_whole)
    count = int(match["count"])
    if count < 2:
        raise SpecError(
            tr("{match} is one value only.", match=f"{match[0]!r}"), tr("Ask for two or more.")
        )
    numbers = np.geomspace(low, high, count) if is_log else np.linspace(low, high, count)
    # Twelve digits: 0.3 and not 0.30000000000000004.
    values = [round(v) if is_whole else float(f"{v:.12g}") for v in numbers.tolist()]
    return Values(tuple(dict.fromkeys(values)))


def read_seeds(text: str) -> tuple[int, ...]:
    """Seeds as they are typed: ``1-5``, ``1,2,7``.

    Raises:
        SpecError: They are none.
    """
    seeds: dict[int, None] = {}
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,10})\s*(?:(?:-|–|\.\.)\s*(\d{1,10}))?\s*", part)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if first > last or last - first >= MOST_TRIALS:
            raise SpecError(
                tr("{text} are no seeds.", text=f"{text!r}"), tr("Write them like 1-5 or 1,2,7.")
            )
        seeds |= dict.fromkeys(range(first, last + 1))
    return tuple(seeds)


def summarise(rows: Sequence[float]) -> tuple[float, float]:
    """Mean and standard deviation (n − 1) of accuracies; the latter NaN for one alone."""
    deviation = float(np.std(rows, ddof=1)) if len(rows) > 1 else math.nan
    return float(np.mean(rows)), deviation
