"""What a forward rule is given: one use of one layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Layer

Array = npt.NDArray[Any]
# Per path of a layer (inner layers after a slash) its weights, in Keras 3's order.
Weights = Mapping[str, Sequence[Array]]


@dataclass(frozen=True, eq=False)
class Use:
    """One use of a layer.

    Attributes:
        path: Where its weights are.
        fed: What enters, with the batch.
        masks: Per input which steps count, or None where all do; as in Keras they come
            from Masking and Embedding (https://keras.io/guides/understanding_masking_and_padding).
    """

    layer: Layer
    path: str
    arrays: Weights
    fed: tuple[Array, ...]
    masks: tuple[Array | None, ...]

    @property
    def settings(self) -> Mapping[str, Any]:
        return self.layer.settings

    @property
    def x(self) -> Array:
        """The one input.

        Raises:
            ValueError: There are several.
        """
        (only,) = self.fed
        return only

    @property
    def mask(self) -> Array | None:
        """Of the first input."""
        return self.masks[0]

    @property
    def weights(self) -> list[Array]:
        """In the inputs' type."""
        return [np.asarray(a, self.fed[0].dtype) for a in self.arrays.get(self.path, ())]


# Several outputs come as a tuple.
Rule = Callable[[Use], Array | tuple[Array, ...]]
