"""Layers that make one value of each block of pixels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import (
    IMAGE,
    LayerKind,
    Misfit,
    make_layer,
    say_nothing_is_left,
)
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.words import spoken, tr


class _Pool(LayerKind):
    """Pooling of either sort; ``short`` is its name in short."""

    group = "pooling"
    settings = ("pool_size",)
    needs = IMAGE
    enters = IMAGE
    short: str

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer(self.keras[0], name, pool_size=layer.pool_size)

    def misfit(self, layer: LayerSettings, part: Layer, below: tuple[int, ...]) -> Misfit | None:
        smallest = min(below[:2])
        if smallest >= layer.pool_size:
            return None
        value = max(smallest, 1)
        return Misfit(
            "pool_size", say_nothing_is_left(below), tr("Set it to {value}.", value=value), value
        )

    def short_text(self, layer: LayerSettings) -> str:
        return f"{self.short}{layer.pool_size}"

    def text(self, layer: LayerSettings) -> str:
        return f"{self.name.replace('_', ' ')} {layer.pool_size}×{layer.pool_size}"

    def settings_of(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        return {"pool_size": settings["pool_size"][0]}


class MaxPool(_Pool):
    """The largest value of each block."""

    name = "max_pool"
    label = spoken("Max pooling")
    help = spoken("The largest value of each block. Backprop only.")
    keras = ("MaxPooling2D",)
    short = "max"


class AveragePool(_Pool):
    """The mean of each block."""

    name = "average_pool"
    label = spoken("Average pooling")
    help = spoken("The mean of each block. Backprop only.")
    keras = ("AveragePooling2D",)
    short = "mean"
