"""Weights given by hand: where a backprop net of dense layers starts, in place of chance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

# Larger nets are no longer read, let alone typed; files stay small.
MOST_NUMBERS = 100_000


@dataclass(frozen=True)
class HandWeights:
    """The weights of one dense layer.

    Attributes:
        kernel: One row per input, one number per unit.
        bias: One number per unit; empty for a layer without.
    """

    kernel: tuple[tuple[float, ...], ...]
    bias: tuple[float, ...] = ()

    @property
    def num_inputs(self) -> int:
        return len(self.kernel)

    @property
    def num_units(self) -> int:
        return len(self.kernel[0]) if self.kernel else 0

    def with_number(self, row: int, unit: int, value: float) -> HandWeights:
        """A copy in which one weight is another; the row after the last input is the bias."""
        if row == len(self.kernel):
            return HandWeights(self.kernel, _put(self.bias, unit, value))
        changed = list(self.kernel)
        changed[row] = _put(changed[row], unit, value)
        return HandWeights(tuple(changed), self.bias)


def read_hand_weights(values: Any) -> tuple[HandWeights, ...]:
    """Reads what an experiment file holds under ``weights``.

    Raises:
        SpecError: It is not a list of layers with a rectangle of finite numbers each.
    """
    if not isinstance(values, (list, tuple)) or not values:
        raise SpecError(
            tr("The experiment's weights are not a list of layers."),
            tr(
                'Give one {"kernel": [[…]], "bias": […]} per layer, the output last, or leave them out.'
            ),
        )
    made = tuple(_read_layer(value, f"weights.{i}") for i, value in enumerate(values))
    if sum(layer.num_inputs * layer.num_units for layer in made) > MOST_NUMBERS:
        raise SpecError(
            tr(
                "The experiment's weights are more than {MOST_NUMBERS} numbers.",
                MOST_NUMBERS=write_number(MOST_NUMBERS, ","),
            ),
            tr("Save such a net as a model file."),
        )
    return made


def hand_weights_misfit(
    weights: Sequence[HandWeights], units: Sequence[int], num_inputs: int | None
) -> str:
    """Why weights do not fit a net, lower case, no full stop; empty when they do.

    Args:
        units: Per hidden layer.
        num_inputs: Pixels of an image, when known.
    """
    if len(weights) != len(units) + 1:
        return tr(
            "given by hand are for {weights} layers; the net has {units} with the output",
            weights=len(weights),
            units=len(units) + 1,
        )
    given = num_inputs if num_inputs is not None else weights[0].num_inputs
    for i, layer in enumerate(weights):
        name = tr("layer {i}", i=i + 1) if i < len(units) else tr("the output")
        wanted = units[i] if i < len(units) else layer.num_units
        if (layer.num_inputs, layer.num_units) != (given, wanted):
            return tr(
                "given by hand for {name} are {num_inputs} × {num_units}; it needs {given} × "
                "{wanted}",
                name=name,
                num_inputs=layer.num_inputs,
                num_units=layer.num_units,
                given=given,
                wanted=wanted,
            )
        given = layer.num_units
    return ""


def _read_layer(value: Any, where: str) -> HandWeights:
    if not isinstance(value, dict) or set(value) - {"kernel", "bias"} or "kernel" not in value:
        raise SpecError(
            tr("{where} needs a kernel and may have a bias, and nothing else.", where=where)
        )
    rows = value["kernel"]
    if not isinstance(rows, (list, tuple)) or not rows:
        raise SpecError(tr("{where}.kernel is not a list of rows, one per input.", where=where))
    kernel = tuple(_read_numbers(row, f"{where}.kernel.{i}") for i, row in enumerate(rows))
    if len({len(row) for row in kernel}) != 1 or not kernel[0]:
        raise SpecError(
            tr(
                "The rows of {where}.kernel are not of one length: one number per unit.",
                where=where,
            )
        )
    bias = _read_numbers(value.get("bias", ()), f"{where}.bias")
    if bias and len(bias) != len(kernel[0]):
        raise SpecError(
            tr(
                "{where}.bias needs {kernel} numbers, one per unit.",
                where=where,
                kernel=len(kernel[0]),
            )
        )
    return HandWeights(kernel, bias)


def _read_numbers(values: Any, where: str) -> tuple[float, ...]:
    if not isinstance(values, (list, tuple)):
        raise SpecError(tr("{where} is not a list of numbers.", where=where))
    for value in values:
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise SpecError(tr("{where} holds something that is no number.", where=where))
    try:
        numbers = tuple(float(value) for value in values)
    except OverflowError:
        numbers = (math.inf,)
    if not all(map(math.isfinite, numbers)):
        raise SpecError(tr("{where} holds a number that is not finite.", where=where))
    return numbers


def _put(values: tuple[float, ...], index: int, value: float) -> tuple[float, ...]:
    return (*values[:index], value, *values[index + 1 :])
