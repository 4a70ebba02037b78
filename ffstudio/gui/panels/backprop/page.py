"""What is shown of an inspection: the step, what is chosen, and which numbers of large layers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ffstudio.core.look.backpropagation import TracedLayer
from ffstudio.core.look.gradient_check import GradientCheck
from ffstudio.core.look.inspection import Inspection

# Of larger layers those with the largest gradients are shown.
MOST_UNITS = 10
MOST_SOURCES = 8
MOST_LOCAL_UNITS = 6


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

    def take(self, inspection: Inspection) -> None:
        """Another image or other weights: step and choice stay where they can."""
        self.inspection, self.check = inspection, None
        self.step = min(self.step, len(inspection.steps) - 1)
        self._shown = [_choose(layer) for layer in inspection.traced.layers]
        self.layer = min(self.layer, len(self._shown) - 1)
        units, sources = self._shown[self.layer]
        if self.unit not in units:
            self.unit = units[0]
        if self.source not in [*sources, self.chosen_layer.below.size]:
            self.source = sources[0]

    @property
    def chosen_layer(self) -> TracedLayer:
        """The layer of the weight that is chosen."""
        assert self.inspection is not None  # noqa: S101 - asked with an inspection only
        return self.inspection.traced.layers[self.layer]

    def list_shown(self, layer: int) -> tuple[list[int], list[int]]:
        """Units and inputs of a layer whose numbers are shown."""
        return self._shown[layer]

    def choose(self, layer: int, unit: int, source: int) -> None:
        """Chooses a weight."""
        self.layer, self.unit, self.source = layer, unit, source

    def go_to(self, step: int) -> bool:
        """Goes to a step; the choice follows into its layer. False when nothing changes."""
        inspection = self.inspection
        if inspection is None or not 0 <= step < len(inspection.steps) or step == self.step:
            return False
        self.step = step
        layer = inspection.steps[step][1]
        if layer != self.layer:
            units, sources = self._shown[layer]
            below = inspection.traced.layers[layer].below.size
            unit = self.unit if self.unit in units else units[0]
            source = self.source if self.source in [*sources, below] else sources[0]
            self.choose(layer, unit, source)
        return True

    def is_reached(self, kind: str, layer: int) -> bool:
        """True when a step has been gone through, or is the present one."""
        inspection = self.inspection
        return inspection is not None and inspection.steps.index((kind, layer)) <= self.step

    def is_current(self, kind: str, layer: int) -> bool:
        """True for the present step."""
        inspection = self.inspection
        return inspection is not None and inspection.steps[self.step] == (kind, layer)

    def move(self, across: int, down: int) -> bool:
        """Chooses the next weight in a direction, over into the next layer at an edge."""
        if self.inspection is None:
            return False
        units, sources = self._shown[self.layer]
        columns = [*sources, *([self.chosen_layer.below.size] * self.chosen_layer.has_bias)]
        row, column = units.index(self.unit) + down, columns.index(self.source) + across
        if 0 <= row < len(units) and 0 <= column < len(columns):
            self.choose(self.layer, units[row], columns[column])
            return True
        layer = self.layer + (1 if row >= len(units) else -1 if row < 0 else 0)
        if layer == self.layer or not 0 <= layer < len(self._shown):
            return False
        units, sources = self._shown[layer]
        self.choose(layer, units[0] if down > 0 else units[-1], sources[0])
        return True


def _choose(layer: TracedLayer) -> tuple[list[int], list[int]]:
    """Units and inputs with the largest gradients, in their order; all of a small layer."""
    units = _largest(np.abs(layer.delta), MOST_UNITS)
    return units, _largest(np.abs(layer.below), MOST_SOURCES)


def _largest(sizes: np.ndarray, most: int) -> list[int]:
    if sizes.size <= most:
        return list(range(sizes.size))
    return sorted(np.argsort(-np.nan_to_num(sizes), kind="stable")[:most].tolist())


def largest_local(delta: np.ndarray) -> list[int]:
    """Units of a Forward-Forward layer with the largest δ of its own (rows, units)."""
    return _largest(np.abs(delta).sum(axis=0), MOST_LOCAL_UNITS)
