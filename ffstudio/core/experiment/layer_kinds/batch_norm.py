"""The batch normalisation layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import LayerArrays, LayerKind, make_layer
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.words import spoken


class BatchNorm(LayerKind):
    """Mean 0 and deviation 1 over the mini-batch, then a learnt scale and shift."""

    name = "batch_norm"
    label = spoken("Batch normalisation")
    help = spoken(
        "Mean 0 and deviation 1 over the mini-batch, then a scale and a shift that are "
        "learnt (Ioffe and Szegedy 2015). A layer of its own for backprop only; dense layers and "
        "convolutions have a setting for both nets."
    )
    group = "other"
    settings = ("bp_learns",)
    keras = ("BatchNormalization",)
    keeps_rows = True

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer("BatchNormalization", name)

    def short_text(self, layer: LayerSettings) -> str:
        return "norm"

    def settings_of_weights(self, arrays: LayerArrays) -> dict[str, Any] | None:
        return {} if arrays else None
