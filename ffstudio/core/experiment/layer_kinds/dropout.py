"""The dropout layer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import LayerArrays, LayerKind, make_layer
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.numbers import write_percent
from ffstudio.core.words import spoken, tr

_USUAL = 0.25


class Dropout(LayerKind):
    """Sets a share of the values to zero while training (Srivastava et al. 2014)."""

    name = "dropout"
    label = spoken("Dropout")
    help = spoken("Sets a share of the values to zero while training. Backprop only.")
    group = "other"
    settings = ("dropout",)
    labels: ClassVar[Mapping[str, str]] = spoken({"dropout": "Share"})
    keras = ("Dropout", "SpatialDropout2D")
    keeps_rows = True

    def leave(self, layer: LayerSettings) -> dict[str, Any]:
        return {"dropout": 0.0}

    def enter(self, layer: LayerSettings, was: LayerKind) -> dict[str, Any]:
        return {**super().enter(layer, was), "dropout": layer.dropout or _USUAL}

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer("Dropout", name, rate=layer.dropout)

    def short_text(self, layer: LayerSettings) -> str:
        return "drop"

    def text(self, layer: LayerSettings) -> str:
        return tr("dropout {dropout}", dropout=write_percent(layer.dropout, 0))

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {"dropout": min(float(settings["rate"]), 0.95)}

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        return None if arrays else {"dropout": _USUAL}
