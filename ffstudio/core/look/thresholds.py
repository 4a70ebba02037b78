"""What a threshold would do to goodness as it is: tried out before anybody learns by it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics import LocalLoss

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ThresholdEffect:
    """How positive and negative data lie around a threshold.

    Attributes:
        positives_above: Share of positive data above it; ``negatives_below``: of negative data
            below it. NaN where there are none.
        told_apart: The mean of the two: how often positive is told from negative data by it.
        loss: Mean local loss with it; NaN where the loss is not known.
    """

    threshold: float
    positives_above: float
    negatives_below: float
    told_apart: float
    loss: float = math.nan


def try_threshold(
    positive: Values,
    negative: Values,
    threshold: float,
    loss: LocalLoss | None = None,
    sharpness: float = 1.0,
) -> ThresholdEffect:
    """Holds goodness against a threshold.

    Args:
        positive, negative: Goodness of positive and negative data, finite.
        loss: The layer's local loss, where it is to be told too; the two are then pairs where
            they are equally many.
    """
    above = float(np.mean(positive > threshold)) if len(positive) else math.nan
    below = float(np.mean(negative < threshold)) if len(negative) else math.nan
    mean = math.nan
    if loss is not None and len(positive) and len(negative):
        count = min(len(positive), len(negative))
        pairs = loss.function(positive[:count], negative[:count], threshold, sharpness)
        mean = float(np.mean(pairs))
    return ThresholdEffect(threshold, above, below, (above + below) / 2, mean)


def find_best_threshold(positive: Values, negative: Values) -> float:
    """The threshold that tells positive from negative data best: NaN without both.

    In the middle between two neighbouring values, where the share of positives above and
    negatives below is largest (Youden's index; Cancer 3, 1950).
    """
    if not len(positive) or not len(negative):
        return math.nan
    every = np.unique(np.concatenate([positive, negative]))
    if len(every) < 2:
        return float(every[0])
    middles = (every[1:] + every[:-1]) / 2
    above = 1.0 - np.searchsorted(np.sort(positive), middles, side="right") / len(positive)
    below = np.searchsorted(np.sort(negative), middles, side="left") / len(negative)
    return float(middles[np.argmax(above + below)])
