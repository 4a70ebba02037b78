"""Layers that only lay their input out otherwise, and the input itself."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    require_known,
)
from ffstudio.core.describe.kinds.setting_readers import (
    DATA_FORMAT,
    lengths,
    optional,
    read_shape,
    read_whole,
)


def _flat_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    return (None,) if None in given else (math.prod(require_known(n) for n in given),)


def _reshape_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    (given,), target = fed, s["target_shape"]
    if None in given:
        return tuple(None if n == -1 else n for n in target)
    total = math.prod(require_known(n) for n in given)
    rest = math.prod(n for n in target if n != -1)
    if target.count(-1) > 1 or rest == 0 or total % rest or (-1 not in target and rest != total):
        raise ValueError("another number of values")
    return tuple(total // rest if n == -1 else n for n in target)


def _permute_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    (given,) = fed
    if sorted(s["dims"]) != list(range(1, len(given) + 1)):
        raise ValueError("no permutation")
    return tuple(given[i - 1] for i in s["dims"])


RESHAPING: dict[str, Kind] = {
    "InputLayer": Kind({"shape": Setting(optional(read_shape))}),
    "Flatten": Kind({"data_format": DATA_FORMAT}, _flat_shape),
    "Reshape": Kind({"target_shape": Setting(lengths(-1))}, _reshape_shape),
    "Permute": Kind({"dims": Setting(lengths(1))}, _permute_shape),
    "RepeatVector": Kind({"n": Setting(read_whole)}, lambda s, x: (s["n"], *x[0])),
    # Of our own: a last axis of 1, as tf.expand_dims makes it.
    "ExpandLast": Kind({}, lambda s, x: (*x[0], 1)),
}
