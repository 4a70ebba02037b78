"""The convolution over images."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import (
    IMAGE,
    LayerArrays,
    LayerKind,
    Misfit,
    activation_and_bias,
    activation_text,
    kernel_misfit,
    make_dropout,
    make_layer,
    make_norm_and_activation,
    own_activation,
    penalty,
    places,
    pool_name,
    say_nothing_is_left,
    shortcut_words,
)
from ffstudio.core.experiment.layer_settings import FF_SETTINGS, LayerSettings
from ffstudio.core.words import spoken, tr

# Keras has no layer for the root mean square: the backprop net takes the average there.
_POOLS = {"rms": "AveragePooling2D", "max": "MaxPooling2D", "average": "AveragePooling2D"}


class Conv(LayerKind):
    """Every channel slides one small kernel over the image."""

    name = "conv"
    label = spoken("Convolution")
    help = spoken(
        "Every channel slides one small kernel over the image. Convolutions come before "
        "dense layers."
    )
    settings = (
        "units", "kernel_size", "stride", "padding", "groups", "pooling", "activation", "use_bias",
        "batch_norm", "skip",
        "dropout", "l1", "l2", *FF_SETTINGS, "bp_learns",
    )  # fmt: skip
    labels: ClassVar[Mapping[str, str]] = spoken({"units": "Channels"})
    keras = ("Conv2D",)
    backprop_only = False
    is_helper = False
    needs = IMAGE
    enters = IMAGE
    most_units = 32

    def ff_obstacle(self, layer: LayerSettings) -> str | None:
        return None if layer.use_bias else tr(" without bias")

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer(
            "Conv2D", name, filters=layer.units, kernel_size=layer.kernel_size,
            strides=layer.stride, padding=layer.padding, groups=layer.groups,
            activation=own_activation(layer),
            use_bias=layer.use_bias, kernel_regularizer=penalty(layer),
        )  # fmt: skip
        yield from make_norm_and_activation(layer, name)
        if layer.pooling != "none":
            yield make_layer(_POOLS[layer.pooling], pool_name(name), pool_size=2)
        # As in Forward-Forward nets whole channels are dropped.
        yield from make_dropout(layer, name, "SpatialDropout2D")

    def misfit(self, layer: LayerSettings, part: Layer, below: tuple[int, ...]) -> Misfit | None:
        smallest = min(below[:2])
        if part.kind in _POOLS.values() and smallest < 2:
            return Misfit("pooling", say_nothing_is_left(below), tr("Turn it off."), "none")
        if part.kind == "Conv2D" and (below[2] % layer.groups or layer.units % layer.groups):
            fitting = math.gcd(layer.groups, below[2], layer.units)
            what = tr(
                "must divide the channels below ({below}) and its own ({own}) without a rest",
                below=below[2],
                own=layer.units,
            )
            return Misfit("groups", what, tr("Set it to {legal}.", legal=fitting), fitting)
        if part.kind == "Conv2D" and layer.padding == "valid" and smallest < layer.kernel_size:
            return kernel_misfit(below)
        return None

    def kernel_uses(self, below: tuple[int, ...], output: tuple[int, ...]) -> int:
        return places(output)

    def short_text(self, layer: LayerSettings) -> str:
        return f"conv{layer.units}"

    def text(self, layer: LayerSettings) -> str:
        side = layer.kernel_size
        words = [tr("conv {side}×{side}", side=side), str(layer.units)]
        if layer.stride != 1:
            words.append(tr("stride {stride}", stride=layer.stride))
        if layer.padding == "valid":
            words.append(tr("inside only"))
        if layer.groups != 1:
            words.append(tr("{groups} groups", groups=layer.groups))
        if layer.batch_norm:
            words.append(tr("norm"))
        if layer.pooling != "none":
            words.append(tr("{pooling} pool", pooling=layer.pooling))
        words += shortcut_words(layer)
        return " · ".join([*words, activation_text(layer)])

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "units": settings["filters"],
            "kernel_size": settings["kernel_size"][0],
            "stride": settings["strides"][0],
            "padding": settings["padding"],
            "groups": settings.get("groups", 1),
            **activation_and_bias(settings),
        }

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        if not arrays or arrays[0].ndim != 4:
            return None
        side, _, _, channels = arrays[0].shape
        return {
            "units": channels,
            "kernel_size": side,
            "padding": "valid",
            "use_bias": len(arrays) > 1,
        }
