"""The layer that lays everything out in one row."""

from __future__ import annotations

from collections.abc import Iterator

from ffstudio.core.describe.architecture import Layer
from ffstudio.core.experiment.layer_kinds.kind import IMAGE, LayerKind, make_layer
from ffstudio.core.experiment.layer_settings import LayerSettings
from ffstudio.core.words import spoken


class Flatten(LayerKind):
    """Places and channels in one row."""

    name = "flatten"
    label = spoken("Flatten")
    help = spoken("Places and channels in one row. Backprop only.")
    group = "other"
    keras = ("Flatten",)
    enters = IMAGE

    def make(self, layer: LayerSettings, name: str, hands_on_rows: bool) -> Iterator[Layer]:
        yield make_layer("Flatten", name)

    def short_text(self, layer: LayerSettings) -> str:
        return "flat"
