"""Layers that make one tensor of several."""

from __future__ import annotations

from collections.abc import Sequence

from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    place,
    require_known,
)
from ffstudio.core.describe.kinds.setting_readers import (
    NO,
    read_axes,
    read_axis,
)


def _broadcast_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    rank = max(len(x) for x in fed)
    wide = [(1,) * (rank - len(x)) + x for x in fed]
    merged: list[int | None] = []
    for sizes in zip(*wide, strict=True):
        real = {n for n in sizes if n not in (1, None)}
        if len(real) > 1:
            raise ValueError("different sizes")
        merged.append(real.pop() if real else (None if None in sizes else 1))
    return tuple(merged)


def _concatenate_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    at = place(s["axis"], len(fed[0]))
    for other in fed[1:]:
        pairs = zip(fed[0], other, strict=True)
        if any(a != b and None not in (a, b) for i, (a, b) in enumerate(pairs) if i != at):
            raise ValueError("different sizes")
    total = [x[at] for x in fed]
    joined = list(fed[0])
    joined[at] = None if None in total else sum(require_known(n) for n in total)
    return tuple(joined)


def _dot_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    first, second = fed
    axes = s["axes"] if isinstance(s["axes"], list) else [s["axes"]] * 2
    one, two = place(axes[0], len(first)), place(axes[1], len(second))
    left = (*first[:one], *first[one + 1 :], *second[:two], *second[two + 1 :])
    return left or (1,)


def _merge(**settings: Setting) -> Kind:
    return Kind(settings, _broadcast_shape, pointwise=True)


MERGING: dict[str, Kind] = {
    "Add": _merge(),
    "Subtract": _merge(),
    "Multiply": _merge(),
    "Average": _merge(),
    "Maximum": _merge(),
    "Minimum": _merge(),
    "Concatenate": Kind({"axis": Setting(read_axis, -1)}, _concatenate_shape),
    "Dot": Kind({"axes": Setting(read_axes), "normalize": NO}, _dot_shape),
}
