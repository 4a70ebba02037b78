"""The dense layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import (
    LIST,
    LayerArrays,
    LayerKind,
    activation_and_bias,
    activation_text,
    make_dropout,
    make_layer,
    make_norm_and_activation,
    own_activation,
    penalty,
    shortcut_words,
)
from ffstudio.core.experiment.layer_settings import FF_SETTINGS, LayerSettings
from ffstudio.core.words import spoken, tr


class Dense(LayerKind):
    """Every neuron sees all of the layer below."""

    name = "dense"
    label = spoken("Dense")
    help = spoken("Every neuron sees all of the layer below.")
    settings = (
        "units",
        "activation",
        "use_bias",
        "batch_norm",
        "skip",
        "dropout",
        "l1",
        "l2",
        *FF_SETTINGS,
        "bp_learns",
    )
    keras = ("Dense",)
    backprop_only = False
    is_helper = False
    needs = LIST
    enters = LIST

    def ff_obstacle(self, layer: LayerSettings) -> str | None:
        return None if layer.use_bias else tr(" without bias")

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer(
            "Dense", name, units=layer.units, activation=own_activation(layer),
            use_bias=layer.use_bias, kernel_regularizer=penalty(layer),
        )  # fmt: skip
        yield from make_norm_and_activation(layer, name)
        yield from make_dropout(layer, name)

    def short_text(self, layer: LayerSettings) -> str:
        return str(layer.units)

    def text(self, layer: LayerSettings) -> str:
        words = [str(layer.units), *[tr("norm")] * layer.batch_norm, *shortcut_words(layer)]
        return " · ".join([*words, activation_text(layer)])

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {"units": settings["units"], **activation_and_bias(settings)}

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        if not arrays or arrays[0].ndim != 2:
            return None
        return {"units": arrays[0].shape[1], "use_bias": len(arrays) > 1}
