"""What is shown of an inspection: the step, what is chosen, and which numbers of large layers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.gradient_check import GradientCheck
from ffstudio.core.look.inspection import ACTIVATE, ERROR, GRADIENT, SUM, Inspection

# Of larger layers those with the largest gradients are shown.
MOST_UNITS = 10
MOST_SOURCES = 8
MOST_LOCAL_UNITS = 6
# Channels whose images are shown.
MOST_MAPS = 4


@dataclass
class Page:
    """What the view paints.

    Attributes:
        step: Which of the inspection's.
        layer, unit, source: The weight that is chosen (0-based); the source after the last input
            is the bias.
        check: What others say of the gradients, or None.
        shows_local: Whether the Forward-Forward layers stand beside.
    """

    inspection: Inspection | None = None
    step: int = 0
    layer: int = 0
    unit: int = 0
    source: int = 0
    check: GradientCheck | None = None
    shows_local: bool = True
    _shown: list[tuple[list[int], list[int]]] = field(default_factory=list)
    _channels: list[int] = field(default_factory=list)

    def take(self, inspection: Inspection) -> None:
        """Another image or other weights: step and choice stay where they can."""
        self.inspection, self.check = inspection, None
        self.step = min(self.step, len(inspection.steps) - 1)
        layers = inspection.traced.layers
        kept = self._channels if len(self._channels) == len(layers) else [-1] * len(layers)
        self._channels = [_choose_channel(*each) for each in zip(layers, kept, strict=True)]
        self._shown = [
            (_choose_units(layer), _list_sources(layer, channel))
            for layer, channel in zip(layers, self._channels, strict=True)
        ]
        self.layer = min(self.layer, len(self._shown) - 1)
        units, columns = self._shown[self.layer][0], self.list_columns(self.layer)
        if self.unit not in units:
            self.unit = units[0]
        if self.source not in columns:
            self.source = columns[0] if columns else 0

    @property
    def chosen_layer(self) -> TracedLayer:
        """The layer of the weight that is chosen."""
        assert self.inspection is not None  # noqa: S101 - asked with an inspection only
        return self.inspection.traced.layers[self.layer]

    def list_shown(self, layer: int) -> tuple[list[int], list[int]]:
        """Units and inputs of a layer whose numbers are shown."""
        return self._shown[layer]

    def list_columns(self, layer: int) -> list[int]:
        """A unit's weights that are shown, its bias last; empty without weights."""
        assert self.inspection is not None  # noqa: S101 - asked with an inspection only
        made = self.inspection.traced.layers[layer]
        return [*self._shown[layer][1], *([len(made.weights)] * made.has_bias)]

    def channel_of(self, layer: int) -> int:
        """Which channel below a convolution's weights that are shown meet; −1 of others."""
        return self._channels[layer]

    def choose(self, layer: int, unit: int, source: int) -> None:
        """Chooses a weight."""
        self.layer, self.unit, self.source = layer, unit, source

    def choose_unit(self, layer: int, unit: int) -> None:
        """Chooses a unit; the place of the weight stays where it can."""
        columns = self.list_columns(layer)
        kept = self.source if self.source in columns else (columns[0] if columns else 0)
        self.choose(layer, unit, kept)

    def choose_channel(self, layer: int, channel: int) -> bool:
        """Shows a convolution's weights to another channel below. False where there is none."""
        assert self.inspection is not None  # noqa: S101 - asked with an inspection only
        made = self.inspection.traced.layers[layer]
        if made.kernel.ndim != 4 or not 0 <= channel < made.kernel.shape[2]:
            return False
        self._channels[layer] = channel
        self._shown[layer] = (self._shown[layer][0], _list_sources(made, channel))
        return True

    def go_to(self, step: int) -> bool:
        """Goes to a step; the choice follows into its layer. False when nothing changes."""
        inspection = self.inspection
        if inspection is None or not 0 <= step < len(inspection.steps) or step == self.step:
            return False
        self.step = step
        layer = inspection.steps[step][1]
        if layer != self.layer:
            units = self._shown[layer][0]
            self.choose_unit(layer, self.unit if self.unit in units else units[0])
        return True

    def is_reached(self, kind: str, layer: int) -> bool:
        """True when a step has been gone through, or is the present one.

        Where a layer has no such step, that before it counts.
        """
        inspection = self.inspection
        if inspection is None:
            return False
        steps = inspection.steps
        wanted = (kind, layer)
        if wanted not in steps:
            wanted = ({ACTIVATE: SUM, GRADIENT: ERROR}.get(kind, kind), layer)
        return steps.index(wanted) <= self.step

    def is_current(self, kind: str, layer: int) -> bool:
        """True for the present step."""
        inspection = self.inspection
        return inspection is not None and inspection.steps[self.step] == (kind, layer)

    def move(self, across: int, down: int) -> bool:
        """Chooses the next weight in a direction, over into the next layer at an edge."""
        if self.inspection is None:
            return False
        units, columns = self._shown[self.layer][0], self.list_columns(self.layer)
        row = units.index(self.unit) + down
        column = (columns.index(self.source) if columns else 0) + across
        if 0 <= row < len(units) and (0 <= column < len(columns) or not across):
            self.choose(self.layer, units[row], columns[column] if columns else 0)
            return True
        if across and self.choose_channel(self.layer, self._channels[self.layer] + across):
            columns = self._shown[self.layer][1]
            self.choose(self.layer, units[row], columns[0] if across > 0 else columns[-1])
            return True
        layer = self.layer + (1 if row >= len(units) else -1 if row < 0 else 0)
        if layer == self.layer or not 0 <= layer < len(self._shown):
            return False
        units, columns = self._shown[layer][0], self.list_columns(layer)
        self.choose(layer, units[0] if down > 0 else units[-1], columns[0] if columns else 0)
        return True


def _choose_units(layer: TracedLayer) -> list[int]:
    """Units or channels with the largest δ, in their order; all of a small layer."""
    sizes = np.abs(layer.delta).reshape(-1, layer.units).sum(axis=0)
    return _largest(sizes, MOST_MAPS if layer.is_map else MOST_UNITS)


def _choose_channel(layer: TracedLayer, kept: int) -> int:
    """The channel below whose weights have the largest gradients; the one before where it is."""
    if layer.kernel.ndim != 4:
        return -1
    if 0 <= kept < layer.kernel.shape[2]:
        return kept
    return int(np.argmax(np.nan_to_num(np.abs(layer.kernel_gradient)).sum(axis=(0, 1, 3))))


def _list_sources(layer: TracedLayer, channel: int) -> list[int]:
    """Inputs that are shown: of a dense layer those with the largest a, of a kernel a channel's."""
    if not layer.has_weights:
        return []
    if channel < 0:
        return _largest(np.abs(layer.below), MOST_SOURCES)
    high, wide, channels, _ = layer.kernel.shape
    return (np.arange(high * wide) * channels + channel).tolist()


def _largest(sizes: np.ndarray, most: int) -> list[int]:
    if sizes.size <= most:
        return list(range(sizes.size))
    return sorted(np.argsort(-np.nan_to_num(sizes), kind="stable")[:most].tolist())


def largest_local(delta: np.ndarray) -> list[int]:
    """Units of a Forward-Forward layer with the largest δ of its own (rows, …, units)."""
    sizes = np.abs(delta).reshape(-1, delta.shape[-1]).sum(axis=0)
    return _largest(sizes, MOST_MAPS if delta.ndim == 4 else MOST_LOCAL_UNITS)
