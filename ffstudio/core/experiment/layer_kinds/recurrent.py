"""Layers that read the image row by row and remember."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import (
    ROWS,
    LayerArrays,
    LayerKind,
    activation_and_bias,
    activation_text,
    make_dropout,
    make_layer,
)
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.words import spoken


class _Recurrent(LayerKind):
    """A recurrent layer of any sort; ``short`` is its name in short."""

    group = "recurrent"
    settings = ("units", "activation", "use_bias", "dropout", "bp_learns")
    family = "recurrent"
    is_helper = False
    needs = ROWS
    enters = ROWS
    activation = "tanh"
    most_units = 128
    short: str

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer(
            self.keras[0], name, units=layer.units, activation=layer.activation,
            use_bias=layer.use_bias, return_sequences=hands_on_rows,
        )  # fmt: skip
        yield from make_dropout(layer, name)

    def kernel_uses(self, below: tuple[int, ...], output: tuple[int, ...]) -> int:
        return below[0]

    def short_text(self, layer: LayerSettings) -> str:
        return f"{self.short}{layer.units}"

    def text(self, layer: LayerSettings) -> str:
        return f"{self.keras[0]} {layer.units} · {activation_text(layer)}"

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {"units": settings["units"], **activation_and_bias(settings)}

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        if len(arrays) < 2:
            return None
        units = arrays[1].shape[0]  # of the recurrent kernel
        return {"units": units, "activation": "tanh", "use_bias": len(arrays) > 2}


class SimpleRNN(_Recurrent):
    """A row of neurons that sees its own output of the row before (Elman 1990)."""

    name = "simple_rnn"
    label = spoken("Simple RNN")
    help = spoken("Reads the image row by row, from the top. Backprop only.")
    keras = ("SimpleRNN",)
    short = "rnn"


class LSTM(_Recurrent):
    """Long short-term memory (Hochreiter and Schmidhuber 1997)."""

    name = "lstm"
    label = spoken("LSTM")
    help = spoken("Long short-term memory, row by row. Backprop only.")
    keras = ("LSTM",)
    short = "lstm"


class GRU(_Recurrent):
    """Gated recurrent unit (Cho et al. 2014)."""

    name = "gru"
    label = spoken("GRU")
    help = spoken("Gated recurrent unit, row by row. Backprop only.")
    keras = ("GRU",)
    short = "gru"
