"""Activation functions: by name, and as layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    optional,
    read_axes,
    read_axis,
    read_number,
    read_settings,
)

ACTIVATION_NAMES = (
    "linear", "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "silu", "mish",
    "sigmoid", "hard_sigmoid", "hard_silu", "hard_tanh", "tanh", "tanh_shrink", "soft_shrink",
    "hard_shrink", "softmax", "log_softmax", "log_sigmoid", "softplus", "softsign", "exponential",
    "squareplus", "sparse_plus", "sparsemax", "threshold",
    # Keras 1 and 2: clip(0.2·x + 0.5); Keras 3's slope is 1/6. And GELU by tanh.
    "hard_sigmoid_2", "gelu_tanh",
)  # fmt: skip


def _prelu_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    (given,) = fed
    shared = [place(n, len(given)) for n in s["shared_axes"] or []]
    return [
        Weight("alpha", tuple(1 if i in shared else require_known(n) for i, n in enumerate(given)))
    ]


# Layers that may also stand where a function is expected.
_IN_PLACE_OF_A_FUNCTION: dict[str, Kind] = {
    "ReLU": pointwise(
        max_value=Setting(optional(read_number)),
        negative_slope=Setting(read_number, 0.0),
        threshold=Setting(read_number, 0.0),
    ),
    "LeakyReLU": pointwise(negative_slope=Setting(read_number, 0.3)),
    "ELU": pointwise(alpha=Setting(read_number, 1.0)),
    "Softmax": Kind({"axis": Setting(read_axes, -1)}, same_shape),
}


def read_activation(value: Any) -> Any:
    """The name of a function, or a layer of :data:`ACTIVATION_LAYERS` in its place."""
    if value is None:
        return "linear"
    if isinstance(value, str):
        if value not in ACTIVATION_NAMES:
            raise ValueError("no known activation")
        return value
    if isinstance(value, Mapping) and value.get("kind") in _IN_PLACE_OF_A_FUNCTION:
        kind = str(value["kind"])
        known = _IN_PLACE_OF_A_FUNCTION[kind]
        settings = read_settings(known, kind, value.get("settings"), "activation")
        return {"kind": kind, "settings": settings}
    raise ValueError("no known activation")


ACTIVE = Setting(read_activation, "linear")
GATE = Setting(read_activation, "sigmoid")


ACTIVATION_LAYERS: dict[str, Kind] = {
    "Activation": pointwise(activation=ACTIVE),
    **_IN_PLACE_OF_A_FUNCTION,
    "PReLU": Kind(
        {"shared_axes": Setting(optional(lambda v: [read_axis(n) for n in v]))},
        same_shape,
        _prelu_weights,
    ),
}
