"""One hidden layer of the builder, of one of the kinds in :data:`LAYER_KINDS`."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from ffstudio.core.experiment.layer_kinds import LAYER_KINDS
from ffstudio.core.experiment.layer_kinds.kind import IMAGE
from ffstudio.core.experiment.layer_settings import FF_SETTINGS, LayerSettings
from ffstudio.core.fields import TableChoices, setting
from ffstudio.core.words import tr


@dataclass(frozen=True)
class LayerSpec(LayerSettings):
    """One hidden layer, with its own Forward-Forward objective and optimizer."""

    kind: str = setting(
        "dense",
        "choice",
        "Kind",
        "What the layer does. Dense layers, convolutions and local fields can learn by "
        "Forward-Forward; all others are for backprop alone.",
        choices=TableChoices(LAYER_KINDS),
    )

    @property
    def sees_places(self) -> bool:
        """True for a layer that sees an image, not a list of numbers."""
        return LAYER_KINDS[self.kind].needs == IMAGE


def layer_settings(kind: str, trains_ff: bool = True) -> tuple[str, ...]:
    """The settings that a layer of a kind has; an unknown one has its kind alone.

    Args:
        trains_ff: False leaves out those that only Forward-Forward uses.
    """
    names = ("kind", *(LAYER_KINDS[kind].settings if kind in LAYER_KINDS else ()))
    return names if trains_ff else tuple(n for n in names if n not in FF_SETTINGS)


def with_kind(layer: LayerSpec, kind: str) -> LayerSpec:
    """The layer as one of another kind, with what is usual there instead of what is not."""
    was, now = LAYER_KINDS[layer.kind], LAYER_KINDS[kind]
    changes = {**was.leave(layer), **now.enter(layer, was)}
    return dataclasses.replace(layer, **changes, kind=kind)


def ff_obstacle(layer: LayerSpec) -> str | None:
    """None when Forward-Forward can train the layer, else words to put after its name."""
    kind = LAYER_KINDS.get(layer.kind)
    return None if kind is None else kind.ff_obstacle(layer)


def needs_backprop(layer: LayerSpec) -> bool:
    """True for a layer that Forward-Forward nets do not have."""
    return ff_obstacle(layer) is not None


def layer_text(layer: LayerSpec) -> str:
    """A layer in a few words: ``conv 9×9 · 20 · ReLU``, and whether it is frozen."""
    text = LAYER_KINDS[layer.kind].text(layer)
    frozen = "" if layer.learns and layer.bp_learns else tr("frozen in BP")
    if not layer.learns:
        frozen = tr("frozen in FF") if layer.bp_learns else tr("frozen")
    return f"{text} · {frozen}" if frozen else text


def short_text(layer: LayerSpec) -> str:
    """A layer in the name of a net: ``conv20``, ``max2``, ``100``."""
    return LAYER_KINDS[layer.kind].short_text(layer)
