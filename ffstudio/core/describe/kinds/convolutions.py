"""Convolutions of one, two and three directions."""

from __future__ import annotations

import math
from collections.abc import Sequence

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
    require_positive,
    with_bias,
)
from ffstudio.core.describe.kinds.setting_readers import (
    CAUSAL,
    DATA_FORMAT,
    PADDING,
    one_of,
    optional,
    read_whole,
    sizes,
)
from ffstudio.core.describe.kinds.weighted import REGULAR


def slide(n: int | None, size: int, stride: int, padding: str, dilation: int = 1) -> int | None:
    """How many places a window of ``size`` has along ``n`` values."""
    if n is None:
        return None
    if padding != "valid":
        return -(-n // stride)
    return require_positive((n - (size - 1) * dilation - 1) // stride + 1)


def conv_shape(s: SettingValues, given: Shape, filters: int) -> Shape:
    """What a convolution makes of (…, channels)."""
    sizes = s["kernel_size"]
    check_rank(given, len(sizes) + 1)
    moved = (
        slide(n, k, t, s["padding"], d)
        for n, k, t, d in zip(given[:-1], sizes, s["strides"], s["dilation_rate"], strict=True)
    )
    return (*moved, filters)


def _conv_transpose_shape(s: SettingValues, given: Shape) -> Shape:
    sizes, extra = s["kernel_size"], s["output_padding"]
    check_rank(given, len(sizes) + 1)

    def grow(i: int, n: int | None) -> int | None:
        if n is None:
            return None
        stride = s["strides"][i]
        size = (sizes[i] - 1) * s["dilation_rate"][i] + 1
        if extra is None:
            return n * stride + (max(size - stride, 0) if s["padding"] == "valid" else 0)
        margin = size // 2 if s["padding"] == "same" else 0
        return require_positive((n - 1) * stride + size - 2 * margin + extra[i])

    return (*(grow(i, n) for i, n in enumerate(given[:-1])), s["filters"])


def _local_shape(s: SettingValues, given: Shape) -> Shape:
    return conv_shape({**s, "dilation_rate": [1] * len(s["kernel_size"])}, given, s["filters"])


def _conv_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    channels = channels_of(s, fed)
    if channels % s["groups"] or s["filters"] % s["groups"]:
        raise ValueError("groups do not divide the channels")
    kernel = Weight("kernel", (*s["kernel_size"], channels // s["groups"], s["filters"]))
    return with_bias(s, [kernel], s["filters"])


def _conv_transpose_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    kernel = Weight("kernel", (*s["kernel_size"], s["filters"], channels_of(s, fed)))
    return with_bias(s, [kernel], s["filters"])


def _depthwise_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    channels, times = channels_of(s, fed), s["depth_multiplier"]
    kernel = Weight("kernel", (*s["kernel_size"], channels, times))
    return with_bias(s, [kernel], channels * times)


def _separable_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    channels, times, filters = channels_of(s, fed), s["depth_multiplier"], s["filters"]
    ones = [1] * len(s["kernel_size"])
    kernels = [
        Weight("depthwise_kernel", (*s["kernel_size"], channels, times)),
        Weight("pointwise_kernel", (*ones, channels * times, filters)),
    ]
    return with_bias(s, kernels, filters)


def _local_weights(s: SettingValues, fed: Sequence[Shape]) -> list[Weight]:
    """A kernel of its own for every place, the places in one row."""
    (given,), channels = fed, channels_of(s, fed)
    if s["data_format"] == "channels_first":
        given = (*given[1:], channels)
    places = tuple(map(require_known, _local_shape(s, given)[:-1]))
    size = (math.prod(places), math.prod(s["kernel_size"]) * channels, s["filters"])
    bias = [Weight("bias", (*places, s["filters"]))] if s["use_bias"] else []
    return [Weight("kernel", size), *bias]


def conv_settings(n: int) -> dict[str, Setting]:
    """Of a convolution in ``n`` directions."""
    return {
        "filters": Setting(read_whole),
        "kernel_size": Setting(sizes(n)),
        "strides": Setting(sizes(n), [1] * n),
        "padding": CAUSAL if n == 1 else PADDING,
        "data_format": DATA_FORMAT,
        "dilation_rate": Setting(sizes(n), [1] * n),
        **REGULAR,
    }


def _without(settings: dict[str, Setting], *names: str) -> dict[str, Setting]:
    return {k: v for k, v in settings.items() if k not in names}


def _of_directions(n: int) -> dict[str, Kind]:
    """The convolutions that slide in ``n`` directions."""
    kinds = {
        f"Conv{n}D": Kind(
            {**conv_settings(n), "groups": Setting(read_whole, 1)},
            either_order(lambda s, x: conv_shape(s, x, s["filters"])),
            _conv_weights,
        ),
        f"Conv{n}DTranspose": Kind(
            {
                **conv_settings(n),
                "padding": PADDING,
                "output_padding": Setting(optional(sizes(n, 0))),
            },
            either_order(_conv_transpose_shape),
            _conv_transpose_weights,
        ),
    }
    if n == 3:
        return kinds
    return kinds | {
        f"DepthwiseConv{n}D": Kind(
            {
                **_without(conv_settings(n), "filters"),
                "padding": PADDING,
                "depth_multiplier": Setting(read_whole, 1),
            },
            either_order(
                lambda s, x: conv_shape(s, x, require_known(x[-1]) * s["depth_multiplier"])
            ),
            _depthwise_weights,
        ),
        f"SeparableConv{n}D": Kind(
            {**conv_settings(n), "depth_multiplier": Setting(read_whole, 1)},
            either_order(lambda s, x: conv_shape(s, x, s["filters"])),
            _separable_weights,
        ),
        # Keras 1's and 2's; no longer in Keras 3.
        f"LocallyConnected{n}D": Kind(
            {
                **_without(conv_settings(n), "dilation_rate"),
                "padding": Setting(one_of("valid"), "valid"),
            },
            either_order(_local_shape),
            _local_weights,
        ),
    }


CONVOLUTIONS: dict[str, Kind] = _of_directions(1) | _of_directions(2) | _of_directions(3)
