"""What there is to say about a kind of layer, and helpers to say it with.

Shapes leave out the batch; a size that the network leaves open is None.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Shape = tuple[int | None, ...]
SettingValues = Mapping[str, Any]


@dataclass(frozen=True)
class Weight:
    """One array of weights.

    Attributes:
        role: As Keras 3 names it.
        trainable: False for what is counted along, like a moving mean.
        layer: Path of the layer, inner layers after a slash.
    """

    role: str
    shape: tuple[int, ...]
    trainable: bool = True
    layer: str = ""

    @property
    def size(self) -> int:
        return math.prod(self.shape)


@dataclass(frozen=True)
class Setting:
    """One setting: ``read`` returns the value as it is kept, or raises ValueError."""

    read: Callable[[Any], Any]
    default: Any = ...  # none: it must be given, or be None where that is allowed


@dataclass(frozen=True)
class Kind:
    """What is known of a kind of layer.

    Attributes:
        settings: All it has.
        shape: (settings, input shapes) → output shape, or a list of several.
        weights: (settings, input shapes) → weights in Keras 3's order.
        pointwise: True when the order of axes does not matter to it.
        idle: True when it does nothing once training is over.
    """

    settings: Mapping[str, Setting] = field(default_factory=dict)
    shape: Callable[[SettingValues, Sequence[Shape]], Any] = lambda s, x: x[0]
    weights: Callable[[SettingValues, Sequence[Shape]], list[Weight]] = lambda s, x: []
    pointwise: bool = False
    idle: bool = False


def require_known(n: int | None) -> int:
    """A size that must be known."""
    if n is None:
        raise ValueError("an open size")
    return n


def require_positive(n: int) -> int:
    """A size that must leave something."""
    if n < 1:
        raise ValueError("nothing is left")
    return n


def either_order(function: Callable[[SettingValues, Shape], Shape]) -> Callable[..., Shape]:
    """Lets a function for channels last serve channels first too."""

    def shape(settings: SettingValues, fed: Sequence[Shape]) -> Shape:
        (given,) = fed
        if settings["data_format"] == "channels_last":
            return function(settings, given)
        moved = function(settings, (*given[1:], given[0]))
        return (moved[-1], *moved[:-1])

    return shape


def channels_of(settings: SettingValues, fed: Sequence[Shape]) -> int:
    """Channels of the one input."""
    (given,) = fed
    return require_known(given[0 if settings.get("data_format") == "channels_first" else -1])


def check_rank(given: Shape, count: int) -> None:
    """Raises ValueError unless a shape has that many axes."""
    if len(given) != count:
        raise ValueError(f"not {count} axes")


def place(axis: int, rank: int) -> int:
    """An axis of Keras, which counts the batch, as an index into a shape without it.

    Raises:
        ValueError: The shape has no such axis.
    """
    index = axis - 1 if axis > 0 else rank + axis
    if axis == 0 or not 0 <= index < rank:
        raise ValueError("no such axis")
    return index


def same_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    """Of layers that leave shapes as they are."""
    (given,) = fed
    return given


def with_bias(s: SettingValues, kernels: list[Weight], units: int) -> list[Weight]:
    """Weights of a layer that may have a bias."""
    return [*kernels, Weight("bias", (units,))] if s["use_bias"] else kernels


def pointwise(**settings: Setting) -> Kind:
    """A kind that does the same to every value."""
    return Kind(settings, same_shape, pointwise=True)
