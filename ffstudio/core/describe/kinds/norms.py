"""Layers that bring values to one scale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    Weight,
    place,
    pointwise,
    require_known,
    same_shape,
)
from ffstudio.core.describe.kinds.setting_readers import (
    YES,
    optional,
    read_axes,
    read_axis,
    read_number,
    read_numbers,
    read_whole,
)


def _group_norm_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    channels = require_known(given[place(s["axis"], len(given))])
    if s["groups"] != -1 and channels % s["groups"]:
        raise ValueError("groups do not divide the channels")
    return given


def _batch_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    size = (require_known(given[place(s["axis"], len(given))]),)
    weights = [Weight("gamma", size)] if s["scale"] else []
    weights += [Weight("beta", size)] if s["center"] else []
    return [*weights, Weight("moving_mean", size, False), Weight("moving_variance", size, False)]


def _layer_norm_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    axes = s["axis"] if isinstance(s["axis"], list) else [s["axis"]]
    size = tuple(require_known(given[place(n, len(given))]) for n in axes)
    weights = [Weight("gamma", size)] if s["scale"] else []
    return [*weights, Weight("beta", size)] if s["center"] else weights


def _normal_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    if s["mean"] is not None:
        return []
    (given,) = fed
    axes = s["axis"] if isinstance(s["axis"], list) else [s["axis"]]
    size = tuple(require_known(given[place(n, len(given))]) for n in axes if n is not None)
    return [
        Weight("mean", size, False),
        Weight("variance", size, False),
        Weight("count", (), False),
    ]


def _read_ends(value: Any) -> list[float]:
    """Two different numbers, the lower one first."""
    low, high = sorted(map(read_number, value))
    if low == high:
        raise ValueError("no range")
    return [low, high]


_MARGIN = Setting(read_number, 1e-3)


NORMALISATION: dict[str, Kind] = {
    "BatchNormalization": Kind(
        {
            "axis": Setting(read_axis, -1),
            "momentum": Setting(read_number, 0.99),
            "epsilon": _MARGIN,
            "center": YES,
            "scale": YES,
        },
        same_shape,
        _batch_weights,
    ),
    "LayerNormalization": Kind(
        {"axis": Setting(read_axes, -1), "epsilon": _MARGIN, "center": YES, "scale": YES},
        same_shape,
        _layer_norm_weights,
    ),
    "GroupNormalization": Kind(
        {
            "groups": Setting(lambda n: n if n == -1 else read_whole(n), 32),
            "axis": Setting(read_axis, -1),
            "epsilon": _MARGIN,
            "center": YES,
            "scale": YES,
        },
        _group_norm_shape,
        _layer_norm_weights,
    ),
    "UnitNormalization": Kind({"axis": Setting(read_axes, -1)}, same_shape),
    "AutoContrast": Kind({"value_range": Setting(_read_ends, [0, 255])}, same_shape),
    "Rescaling": pointwise(scale=Setting(read_number, 1.0), offset=Setting(read_number, 0.0)),
    "Normalization": Kind(
        {
            "axis": Setting(optional(read_axes), -1),
            "mean": Setting(optional(read_numbers)),
            "variance": Setting(optional(read_numbers)),
        },
        same_shape,
        _normal_weights,
    ),
}
