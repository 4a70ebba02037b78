"""How layers vote: a label's votes are its scores in the layers that count, added up."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ffstudio.core.mathematics._variant import Array, Namespace


def weigh_votes(scores: Array, weights: Sequence[float]) -> Array:
    """The scores of the first layer that counts up to the last one, times what each counts.

    Args:
        scores: (batch, layers, classes); of fewer layers than there are weights, the last of them
            counts where none of them does otherwise.
        weights: One a layer (:func:`ffstudio.core.mathematics.layer_choice.layer_weights`).
    """
    count = int(scores.shape[1])
    weights = list(weights[:count])
    if not any(weights):
        weights[-1] = 1.0
    voters = [i for i, weight in enumerate(weights) if weight]
    first, last = voters[0], voters[-1] + 1
    part = scores[:, first:last]
    factors = weights[first:last]
    if all(factor == 1.0 for factor in factors):
        return part
    return part * np.asarray(factors, np.float32)[:, None]


def count_votes(scores: Array, weights: Sequence[float], xp: Namespace = np) -> Array:
    """All votes of every label: (batch, classes); arguments as for :func:`weigh_votes`."""
    return xp.sum(weigh_votes(scores, weights), axis=1)
