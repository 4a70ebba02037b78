"""Layers that go through time, and wrappers that send others through it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ffstudio.core.describe.kinds.activation_layers import GATE, read_activation
from ffstudio.core.describe.kinds.convolutions import conv_settings, conv_shape
from ffstudio.core.describe.kinds.kind import (
    Kind,
    Setting,
    SettingValues,
    Shape,
    Weight,
    channels_of,
    check_rank,
    either_order,
    require_known,
    same_shape,
    with_bias,
)
from ffstudio.core.describe.kinds.setting_readers import (
    NO,
    YES,
    one_of,
    optional,
    read_number,
    read_share,
    read_whole,
)


def _recurrent_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    if len(fed) != 1:
        raise ValueError("states given from outside")
    check_rank(fed[0], 2)
    return (fed[0][0], s["units"]) if s["return_sequences"] else (s["units"],)


def _film_shape(s: SettingValues, fed: Sequence[Shape]) -> Shape:
    """ConvLSTM2D: (time, height, width, channels)."""
    (given,) = fed
    check_rank(given, 4)
    one = either_order(lambda t, x: conv_shape(t, x, t["filters"]))(s, [given[1:]])
    return (given[0], *one) if s["return_sequences"] else one


def _recurrent_weights(gates: int) -> Callable[[SettingValues, Sequence[Shape]], list[Weight]]:
    def weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
        units, given = s["units"], fed[0]
        kernels = [
            Weight("kernel", (require_known(given[-1]), gates * units)),
            Weight("recurrent_kernel", (units, gates * units)),
        ]
        if s["use_bias"] and s.get("reset_after"):
            return [*kernels, Weight("bias", (2, gates * units))]
        return with_bias(s, kernels, gates * units)

    return weights


def _film_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    channels, wide = channels_of(s, [fed[0][1:]]), 4 * s["filters"]
    kernels = [
        Weight("kernel", (*s["kernel_size"], channels, wide)),
        Weight("recurrent_kernel", (*s["kernel_size"], s["filters"], wide)),
    ]
    return with_bias(s, kernels, wide)


def _recurrent(gates: int, **more: Setting) -> Kind:
    settings = {
        "units": Setting(read_whole),
        "activation": Setting(read_activation, "tanh"),
        "use_bias": YES,
        "return_sequences": NO,
        "go_backwards": NO,
        "dropout": Setting(read_share, 0.0),
        "recurrent_dropout": Setting(read_share, 0.0),
        **more,
    }
    return Kind(settings, _recurrent_shape, _recurrent_weights(gates))


RECURRENT: dict[str, Kind] = {
    "Masking": Kind({"mask_value": Setting(read_number, 0.0)}, same_shape),
    "SimpleRNN": _recurrent(1),
    "LSTM": _recurrent(4, recurrent_activation=GATE),
    "GRU": _recurrent(3, recurrent_activation=GATE, reset_after=YES),
    "ConvLSTM2D": Kind(
        {
            **conv_settings(2),
            "activation": Setting(read_activation, "tanh"),
            "recurrent_activation": GATE,
            "return_sequences": NO,
            "go_backwards": NO,
        },
        _film_shape,
        _film_weights,
    ),
    "Bidirectional": Kind(
        {"merge_mode": Setting(optional(one_of("concat", "sum", "mul", "ave")), "concat")}
    ),
    "TimeDistributed": Kind(),
}
