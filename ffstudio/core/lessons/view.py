"""What checks look at: the studio's state as plain values."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.lessons.lesson import Check
from ffstudio.core.look.separation import LayerSeparation
from ffstudio.core.numbers import write_number
from ffstudio.core.run.history import SAMPLES, History
from ffstudio.core.words import tr

# Deeds of the user that leave no trace in the studio's state.
DREW, OPENED, EXPORTED = "drew", "opened", "exported"


@dataclass(frozen=True)
class Measured:
    """How the nets of a lesson do by now.

    Attributes:
        epochs: Finished, of each net that learns.
        accuracy: 0–1, of each net that was judged, ``ff`` and ``bp``.
        layer_accuracy: Of each Forward-Forward layer asked alone.
        judged_on: Which images, for example ``179 validation images``.
    """

    epochs: Mapping[str, int] = field(default_factory=dict)
    accuracy: Mapping[str, float] = field(default_factory=dict)
    layer_accuracy: tuple[float, ...] = ()
    judged_on: str = ""


@dataclass(frozen=True)
class LessonView:
    """See the module docstring.

    Attributes:
        spec: The experiment in the builder.
        trained_spec: That of the nets trained in this lesson; None before there are any.
        separations: How far each layer parts positive from negative data; None while that
            is not known.
        deeds: What the user has done in this step: kind and details.
        answers: To the questions of this step.
    """

    spec: ExperimentSpec
    trained_spec: ExperimentSpec | None = None
    measured: Measured = field(default_factory=Measured)
    separations: tuple[LayerSeparation, ...] | None = None
    deeds: frozenset[tuple[str, str]] = frozenset()
    answers: Mapping[Check, str] = field(default_factory=dict)


def measure_history(history: History, sizes: Mapping[str, int]) -> Measured:
    """How nets do, from their curves.

    Args:
        sizes: How many images each set has.
    """
    epochs: dict[str, int] = {}
    accuracy: dict[str, float] = {}
    layers: tuple[float, ...] = ()
    judged_on = ""
    for row in history.epochs:
        for net in ("ff", "bp"):
            value = row.get(f"{net}_accuracy")
            if value is None:
                continue
            epochs[net] = int(row["epoch"])
            accuracy[net] = float(value)
            judged_on = _count_images(row, net, sizes)
        if row.get("ff_layer_accuracy"):
            layers = tuple(_number(value) for value in row["ff_layer_accuracy"])
    return Measured(epochs, accuracy, layers, judged_on)


def _count_images(row: Mapping[str, Any], net: str, sizes: Mapping[str, int]) -> str:
    which = str(row.get("evaluated_on") or "test")
    count = (row.get(SAMPLES) or {}).get(net, sizes.get(which))
    return (
        tr("{count} {which} images", count=write_number(count, ","), which=which)
        if count
        else tr("{which} images", which=which)
    )


def _number(value: Any) -> float:
    return math.nan if value is None else float(value)
