"""Goodness: how a layer's activities become one number.

Activities are ``a``; ``axis`` says which of its axes make up the layer: the last one of
dense activities (..., units), all but the first of images of activities (batch, height,
width, channels). A new goodness is one function here and one entry in :data:`GOODNESS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ffstudio.core.mathematics._variant import Array, Namespace, Variant
from ffstudio.core.mathematics.projection import (
    FIXED,
    LEARNT,
    RUNNING,
    near,
    patch_energies,
    patch_means,
    project,
)
from ffstudio.core.mathematics.sparse_goodness import entmax_square, kurtosis, top_k_square

Axis = Any  # an int or a tuple of them


def mean_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = mean_j a_j² (Keras example ``forwardforward``); (..., units) → (...,)."""
    return xp.mean(xp.square(a), axis=axis)


def sum_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = Σ_j a_j² (Hinton 2022, section 2); (..., units) → (...,)."""
    return xp.sum(xp.square(a), axis=axis)


def minus_mean_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = −mean_j a_j²: positive data make the layer quiet; (..., units) → (...,)."""
    return -mean_square(a, xp, axis)


def minus_sum_square(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = −Σ_j a_j² (Hinton 2022, section 5, "min ssq"); (..., units) → (...,)."""
    return -sum_square(a, xp, axis)


def mean_absolute(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = mean_j |a_j|; (..., units) → (...,)."""
    return xp.mean(xp.abs(a), axis=axis)


def mean_activity(a: Array, xp: Namespace = np, axis: Axis = -1) -> Array:
    """g = mean_j a_j (DeeperForward, ICLR 2025); (..., units) → (...,)."""
    return xp.mean(a, axis=axis)


@dataclass(frozen=True)
class Goodness(Variant):
    """A goodness.

    Attributes:
        by_class: The units are shared out among the classes, and each class has the
            goodness of its own units: one pass scores all labels, no label enters the
            input, and there are no negative data.
        threshold: One that suits it, per unit where it is a sum.
        per_unit: True where it is a sum.
        projection: ``learnt``, ``fixed`` or ``running`` where the layer has a matrix of its own
            that gives every class a score from what the function sees of the activities; empty
            elsewhere. No label enters the input then either, and there are no negative data.
        score: (what the function sees (batch, features), the matrix (features, classes), xp) →
            scores (batch, classes).
    """

    by_class: bool = False
    threshold: float = 1.0
    per_unit: bool = False
    projection: str = ""
    score: Callable[..., Array] = project

    @property
    def scores_classes(self) -> bool:
        """True where one pass gives every class a score."""
        return self.by_class or bool(self.projection)


GOODNESS: dict[str, Goodness] = {
    "mean_square": Goodness(
        mean_square,
        "Mean of squares",
        "Mean of the squared activities; a threshold near 1 suits any width (Keras example).",
    ),
    "sum_square": Goodness(
        sum_square,
        "Sum of squares",
        "Sum of the squared activities; the threshold grows with the width (Hinton 2022, sec. 2).",
        per_unit=True,
    ),
    "minus_mean_square": Goodness(
        minus_mean_square,
        "Minus mean of squares",
        "Positive data are to make the layer quiet, negative data loud; thresholds are negative.",
        threshold=-1.0,
    ),
    "minus_sum_square": Goodness(
        minus_sum_square,
        "Minus sum of squares",
        "Sum of squares made small for positive data (Hinton 2022, sec. 5); thresholds are "
        "negative.",
        threshold=-1.0,
        per_unit=True,
    ),
    "mean_absolute": Goodness(
        mean_absolute,
        "Mean of absolute values",
        "Mean of the activities without their signs: large activities count for less.",
    ),
    "top_k": Goodness(
        top_k_square,
        "Mean of the largest squares",
        "Mean of the largest tenth of the squared activities: the others may do as they like "
        "(arXiv 2604.13081).",
        threshold=4.0,
    ),
    "entmax": Goodness(
        entmax_square,
        "Squares, sparsely weighted",
        "Squared activities weighted by the 1.5-entmax of the activities: those far below the "
        "largest one have no weight (arXiv 2604.13081; Peters, Niculae & Martins 2019).",
        threshold=4.0,
    ),
    "kurtosis": Goodness(
        kurtosis,
        "Kurtosis",
        "Mean fourth power over the squared mean square: large where few units stand out. No "
        "normalisation hides it from the next layer (arXiv 2604.13081).",
        threshold=6.0,
    ),
    "class_mean": Goodness(
        mean_activity,
        "Mean, class by class",
        "Each class owns an equal share of the units or channels and is scored by their mean "
        "activity (DeeperForward, ICLR 2025); no negative data are needed.",
        by_class=True,
    ),
    "class_mean_square": Goodness(
        mean_square,
        "Mean of squares, class by class",
        "Each class owns an equal share of the units or channels and is scored by their mean "
        "square (CwComp, AAAI 2024); no negative data are needed.",
        by_class=True,
    ),
    "projection": Goodness(
        patch_means,
        "Learnt projection",
        "A matrix that each layer learns beside its weights makes a score of every class from the "
        "activities (Mono-Forward, arXiv 2501.09238); no negative data are needed.",
        projection=LEARNT,
    ),
    "spatial": Goodness(
        patch_energies,
        "Spatial, random projection",
        "The mean squares of patches of each channel, made into a score of every class by a random "
        "matrix that never learns (ASGE, arXiv 2509.12394); no negative data are needed.",
        projection=FIXED,
    ),
    "prototypes": Goodness(
        patch_means,
        "Prototypes of the classes",
        "How near the direction of a layer's activities is to each class's prototype, the running "
        "mean of the directions of its images (after HFF, arXiv 2605.00082); no negative data are "
        "needed.",
        projection=RUNNING,
        score=near,
    ),
}


def by_class(a: Array, num_classes: int, xp: Namespace = np) -> Array:
    """Puts the classes on an axis of their own: → (batch, positions, classes, units each).

    Class k owns the k-th run of ``units / num_classes`` neighbouring units or channels.

    Args:
        a: (batch, units) or (batch, height, width, channels).
    """
    positions = int(np.prod([int(n) for n in a.shape[1:-1]], dtype=int))
    return xp.reshape(a, (-1, positions, num_classes, int(a.shape[-1]) // num_classes))
