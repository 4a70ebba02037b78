"""Figures of merit, as pure NumPy functions."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Counts = npt.NDArray[np.int64]


def confusion_counts(true: npt.ArrayLike, predicted: npt.ArrayLike, num_classes: int) -> Counts:
    """Counts (true class × predicted class); those with a negative prediction are left out."""
    true, predicted = np.asarray(true, np.int64), np.asarray(predicted, np.int64)
    codes = (true * num_classes + predicted)[predicted >= 0]
    return np.bincount(codes, minlength=num_classes**2).reshape(num_classes, num_classes)


def accuracy(true: npt.ArrayLike, predicted: npt.ArrayLike) -> float:
    """Share of equal entries, 0–1; NaN for no entries."""
    true = np.asarray(true)
    return float(np.mean(true == np.asarray(predicted))) if len(true) else float("nan")


def separation_auc(positive: npt.ArrayLike, negative: npt.ArrayLike) -> float:
    """Probability that a random positive exceeds a random negative (ties count half).

    The area under the ROC curve by the rank-sum statistic (Mann & Whitney 1947).
    """
    positive, negative = np.asarray(positive, np.float64), np.asarray(negative, np.float64)
    if not len(positive) or not len(negative):
        return float("nan")
    ordered = np.sort(negative)
    below = np.searchsorted(ordered, positive, side="left")
    upto = np.searchsorted(ordered, positive, side="right")
    return float((below + upto).mean() / (2.0 * len(negative)))


def overlap(positive: npt.ArrayLike, negative: npt.ArrayLike, bins: int = 50) -> float:
    """Shared area of two normalised histograms over their common range, 0–1."""
    positive, negative = np.asarray(positive, np.float64), np.asarray(negative, np.float64)
    if not len(positive) or not len(negative):
        return float("nan")
    both = np.concatenate([positive, negative])
    low, high = float(both.min()), float(both.max())
    if high <= low:
        return 1.0
    p, _ = np.histogram(positive, bins, (low, high))
    n, _ = np.histogram(negative, bins, (low, high))
    return float(np.minimum(p / len(positive), n / len(negative)).sum())


def d_prime(positive: npt.ArrayLike, negative: npt.ArrayLike) -> float:
    """Sensitivity index d′ = (μ⁺ − μ⁻) / √(½(σ⁺² + σ⁻²)) (Green & Swets 1966).

    Infinite when both are constant and differ; NaN for no entries or no difference at all.
    """
    positive, negative = np.asarray(positive, np.float64), np.asarray(negative, np.float64)
    if not len(positive) or not len(negative):
        return float("nan")
    gap = float(positive.mean() - negative.mean())
    spread = float(np.sqrt(0.5 * (positive.var() + negative.var())))
    if spread == 0.0:
        return float(np.copysign(np.inf, gap)) if gap else float("nan")
    return gap / spread
