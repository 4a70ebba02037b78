"""What parts in a layer that compares labels: each image's own gap between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]


@dataclass(frozen=True, eq=False)
class LayerGaps:
    """How far ahead each image's true label is, in one layer.

    Attributes:
        gaps: Goodness of the true label minus that of the best wrong one (images,); NaN where
            one of them is no number.
        rivals: The best wrong label of each image (images,).
        labels: The true ones (images,).
        rows: Which images of the set they are (images,).
        above: Share of the images whose gap is above 0. For these the layer alone names the
            right label, so this is its own accuracy (a judge gives ties to the lower label, here
            they are not above 0); NaN when no gap is a number.
    """

    gaps: Values
    rivals: Ints
    labels: Ints
    rows: Ints
    above: float

    @property
    def finite(self) -> Values:
        """The gaps that are numbers."""
        return self.gaps[np.isfinite(self.gaps)]


def label_gaps(
    scores: npt.NDArray[np.floating], labels: Ints, rows: Sequence[int] | Ints
) -> list[LayerGaps]:
    """The gaps in every layer.

    Args:
        scores: The goodness of every label in every layer (images, layers, classes).
        labels: True labels (images,).
        rows: Which images of the set they are (images,).
    """
    wide = np.asarray(scores, np.float64)
    one_image_each = np.arange(len(wide))
    measured = []
    for layer in wide.transpose(1, 0, 2):
        wrong = layer.copy()
        wrong[one_image_each, labels] = -np.inf
        rivals = np.argmax(wrong, axis=1)
        with np.errstate(invalid="ignore"):  # diverged weights are told by the missing values
            gaps = layer[one_image_each, labels] - wrong[one_image_each, rivals]
        gaps[~np.isfinite(layer).all(axis=1)] = np.nan
        known = np.isfinite(gaps).any()
        above = float(np.mean(gaps > 0)) if known else float("nan")
        measured.append(LayerGaps(gaps, rivals, labels, np.asarray(rows), above))
    return measured
