"""What the view paints: answers of all units, which are pinned, and what they like."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ffstudio.core.image_shape import ImageShape
from ffstudio.core.look.unit_activity import Liked, UnitAnswers, most_active
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr


@dataclass
class ShownAnswers:
    """See the module docstring.

    Attributes:
        names: Of the layers.
        liked: Per layer the images that its units like best; empty before they are known.
        pinned: (layer, unit), the oldest first.
    """

    answers: UnitAnswers | None = None
    names: tuple[str, ...] = ()
    image_shape: ImageShape = (1, 1)
    liked: tuple[Liked, ...] = ()
    pinned: list[tuple[int, int]] = field(default_factory=list)

    def units_of(self, layer: int, count: int) -> list[int]:
        """The units to look closer at: those pinned, then those that answer most."""
        if self.answers is None:
            return []
        chosen = [unit for at, unit in self.pinned if at == layer]
        for unit in most_active(self.answers.activities[layer], count):
            if unit not in chosen:
                chosen.append(unit)
        return chosen[:count]

    def toggle(self, layer: int, unit: int) -> bool:
        """Pins a unit, or no longer; True when it is pinned now."""
        if (layer, unit) in self.pinned:
            self.pinned.remove((layer, unit))
            return False
        self.pinned.append((layer, unit))
        return True

    def forget_absent(self) -> None:
        """Lets go of pins that another net does not have."""
        sizes = [a.size for a in self.answers.activities] if self.answers is not None else []
        self.pinned = [(at, u) for at, u in self.pinned if at < len(sizes) and u < sizes[at]]

    def head_words(self, layer: int) -> str:
        """How many units of a layer answer, and how much."""
        if self.answers is None:
            return ""
        values = self.answers.activities[layer]
        return tr(
            "{active} of {units} units answer; the largest activity is {largest}",
            active=write_number(int(np.count_nonzero(np.nan_to_num(values))), ","),
            units=write_number(values.size, ","),
            largest=number_text(float(np.nanmax(np.abs(values))) if values.size else 0.0, digits=3),
        )

    def unit_words(self, layer: int, unit: int) -> str:
        """A unit's number and activity."""
        if self.answers is None:
            return ""
        value = float(self.answers.activities[layer][unit])
        return f"{unit + 1}: {number_text(value, digits=3)}"
