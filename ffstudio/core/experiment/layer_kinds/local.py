"""Local receptive fields without shared weights."""

from __future__ import annotations

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
)
from ffstudio.core.experiment.layer_settings import FF_SETTINGS, LayerSettings
from ffstudio.core.words import spoken, tr


class Local(LayerKind):
    """Units see a square of the image each, with weights of their own."""

    name = "local"
    label = spoken("Local fields")
    help = spoken(
        "Squares of the image, each seen by units of its own: a convolution that shares no "
        "weights (Hinton 2022, 3.2; LocallyConnected2D of older Keras)."
    )
    settings = (
        "units", "kernel_size", "stride", "activation", "use_bias", "batch_norm", "dropout", "l1",
        "l2", *FF_SETTINGS, "bp_learns",
    )  # fmt: skip
    labels: ClassVar[Mapping[str, str]] = spoken(
        {"units": "Units of a field", "kernel_size": "Field size"}
    )
    keras = ("LocallyConnected2D",)
    backprop_only = False
    is_helper = False
    needs = IMAGE
    enters = IMAGE
    most_units = 32

    def ff_obstacle(self, layer: LayerSettings) -> str | None:
        return None if layer.use_bias else tr(" without bias")

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer(
            "LocallyConnected2D", name, filters=layer.units, kernel_size=layer.kernel_size,
            strides=layer.stride, activation=own_activation(layer), use_bias=layer.use_bias,
            kernel_regularizer=penalty(layer),
        )  # fmt: skip
        # Together for the units of one number in all fields, as dropout is.
        yield from make_norm_and_activation(layer, name)
        yield from make_dropout(layer, name, "SpatialDropout2D")

    def misfit(self, layer: LayerSettings, part: Layer, below: tuple[int, ...]) -> Misfit | None:
        if part.kind == "LocallyConnected2D" and min(below[:2]) < layer.kernel_size:
            return kernel_misfit(below)
        return None

    def short_text(self, layer: LayerSettings) -> str:
        return f"local{layer.units}"

    def text(self, layer: LayerSettings) -> str:
        side = layer.kernel_size
        words = [tr("fields {side}×{side}", side=side), str(layer.units)]
        if layer.stride != 1:
            words.append(tr("stride {stride}", stride=layer.stride))
        if layer.batch_norm:
            words.append(tr("norm"))
        return " · ".join([*words, activation_text(layer)])

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "units": settings["filters"],
            "kernel_size": settings["kernel_size"][0],
            "stride": settings["strides"][0],
            **activation_and_bias(settings),
        }

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        return None  # (places, patch, units) do not say how wide a patch is
