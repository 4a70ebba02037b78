"""How far a net's confidence can be trusted: of images named with 90%, are 90% named rightly?

Backprop's confidence is its softmax. Forward-Forward has goodness: its confidence is the softmax of
the goodness summed over the layers that vote, softmax(β Σₗ gₗ(x, y)), with β = 1 as the goodness
comes, or a β that fits held-out images best (temperature scaling, T = 1/β; C. Guo, G. Pleiss,
Y. Sun, K. Weinberger, *On Calibration of Modern Neural Networks*, 2017). A read-out's scores are
logits. The expected calibration error (M. Naeini, G. Cooper, M. Hauskrecht 2015) is
ECE = Σ_b (n_b/n) |acc(b) − conf(b)| over bins b of equal width of the confidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.snapshot import Net

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.integer]

BINS = 15
# A share of fewer images says next to nothing.
FEW = 20
# Images at a time.
_ROWS = 250
# Between these a sharpness is looked for.
_LEAST, _MOST = 1e-3, 1e3


@dataclass(frozen=True, eq=False)
class Bins:
    """Images by confidence.

    Attributes:
        edges: Ascending (bins + 1,); a bin is (a, b], so that a confidence of 1 is in the last.
        counts: Images in each (bins,).
        accuracy: Share named rightly (bins,); NaN where there is no image.
        confidence: Its mean (bins,); NaN where there is no image.
    """

    edges: Values
    counts: npt.NDArray[np.int64]
    accuracy: Values
    confidence: Values

    @cached_property
    def interval(self) -> tuple[Values, Values]:
        """Between what the true accuracy of each bin lies with 95% (bins,), twice; NaN without images.

        The score interval: E. B. Wilson, *Probable Inference, the Law of Succession, and
        Statistical Inference*, 1927.
        """
        z = 1.959963984540054
        with np.errstate(divide="ignore", invalid="ignore"):
            share, spread = self.accuracy, z * z / self.counts
            middle = (share + spread / 2) / (1 + spread)
            inner = share * (1 - share) / self.counts + spread / (4 * self.counts)
            half = z / (1 + spread) * np.sqrt(inner)
        return np.clip(middle - half, 0.0, 1.0), np.clip(middle + half, 0.0, 1.0)


def bin_images(confidence: Values, right: npt.NDArray[np.bool_], edges: Values) -> Bins:
    """Accuracy and mean confidence of the images between each two edges."""
    number = len(edges) - 1
    at = np.searchsorted(edges[1:-1], confidence)
    counts = np.bincount(at, minlength=number)
    means = [
        np.where(counts > 0, np.bincount(at, values, number) / np.maximum(counts, 1), np.nan)
        for values in (right.astype(np.float64), confidence)
    ]
    return Bins(edges, counts, means[0], means[1])


@dataclass(frozen=True, eq=False)
class Calibration:
    """Confidence and accuracy of one net on some images.

    Attributes:
        confidence: Of the label that the net names (images,), 0–1.
        right: Whether that is the true one (images,).
        sharpness: β, what scores are multiplied with before the softmax.
    """

    confidence: Values
    right: npt.NDArray[np.bool_]
    sharpness: float = 1.0

    @cached_property
    def by_width(self) -> Bins:
        """Bins of equal width."""
        return bin_images(self.confidence, self.right, np.linspace(0.0, 1.0, BINS + 1))

    @cached_property
    def by_count(self) -> Bins:
        """Bins with equally many images, at least :data:`FEW` each; fewer where many are as sure."""
        most = max(min(BINS, len(self.confidence) // FEW), 1)
        edges = np.array([0.0, 1.0])
        if len(self.confidence):
            edges = np.percentile(self.confidence, np.linspace(0.0, 100.0, most + 1))
            edges[0], edges[-1] = 0.0, 1.0
        return bin_images(self.confidence, self.right, edges)

    @property
    def error(self) -> float:
        """The expected calibration error, 0–1; NaN without images."""
        if not len(self.confidence):
            return float("nan")
        bins = self.by_width
        gaps = np.abs(bins.accuracy - bins.confidence)
        return float(np.nansum(gaps * bins.counts) / len(self.confidence))

    @property
    def accuracy(self) -> float:
        return float(self.right.mean()) if len(self.right) else float("nan")

    @property
    def mean_confidence(self) -> float:
        return float(self.confidence.mean()) if len(self.confidence) else float("nan")


def score_images(net: Net, x: npt.NDArray[np.float32], errand: Errand | None = None) -> Values:
    """What a softmax makes confidence of: summed goodness, or logarithms of probabilities.

    Returns:
        (images, classes).

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    parts = []
    for start in range(0, max(len(x), 1), _ROWS):
        if errand is not None:
            errand.check()
        some = x[start : start + _ROWS]
        with np.errstate(all="ignore"):  # diverged weights are told by what is no number
            if isinstance(net, FFSnapshot):
                parts.append(np.asarray(net.total_goodness(some), np.float64))
            else:
                shares = net.probabilities(some).astype(np.float64)
                parts.append(np.log(np.maximum(shares, 1e-30)) + 0.0 * shares)
    return np.concatenate(parts)


def soften(scores: Values, sharpness: float) -> Values:
    """Softmax of scores times a sharpness: (images, classes)."""
    raised = sharpness * (scores - scores.max(axis=1, keepdims=True))
    shares = np.exp(raised)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))


def calibrate(scores: Values, labels: Ints, sharpness: float = 1.0) -> Calibration:
    """Confidence of the label that has the highest score; images without finite scores are left out."""
    known = np.isfinite(scores).all(axis=1)
    scores, labels = scores[known], np.asarray(labels)[known]
    if not len(scores):
        return Calibration(np.zeros(0), np.zeros(0, bool), sharpness)
    shares = soften(scores, sharpness)
    return Calibration(shares.max(axis=1), scores.argmax(axis=1) == labels, sharpness)


def measure_surprise(scores: Values, labels: Ints, sharpness: float) -> float:
    """Mean cross-entropy of the true labels."""
    raised = sharpness * (scores - scores.max(axis=1, keepdims=True))
    right = raised[np.arange(len(scores)), labels]
    return float(np.mean(np.log(np.exp(raised).sum(axis=1)) - right))


def fit_sharpness(scores: Values, labels: Ints) -> float:
    """The sharpness β that the true labels are most likely under: temperature 1/β.

    The mean cross-entropy is convex in β; it is searched by golden section in log β. β ends at 1000
    or 0.001 where images are named without a mistake, or by chance.
    """
    known = np.isfinite(scores).all(axis=1)
    scores, labels = scores[known], np.asarray(labels)[known]
    if not len(scores):
        return 1.0
    low, high = np.log(_LEAST), np.log(_MOST)
    ratio = (np.sqrt(5.0) - 1.0) / 2.0

    def ask(at: float) -> float:
        return measure_surprise(scores, labels, float(np.exp(at)))

    first, second = high - ratio * (high - low), low + ratio * (high - low)
    at_first, at_second = ask(first), ask(second)
    for _ in range(48):
        if at_first <= at_second:
            high, second, at_second = second, first, at_first
            first = high - ratio * (high - low)
            at_first = ask(first)
        else:
            low, first, at_first = first, second, at_second
            second = low + ratio * (high - low)
            at_second = ask(second)
    return float(np.exp((low + high) / 2.0))


@dataclass(frozen=True)
class NetCalibration:
    """One net, on held-out images and beside them on training images.

    Attributes:
        held_out: As the scores come; ``fitted``: by the sharpness that fits ``fitted_on`` best, None
            where there is no set to fit it on that is not itself looked at.
        train: Accuracy and confidence on training images; None where there are none.
    """

    held_out: Calibration
    fitted: Calibration | None
    train: Calibration | None

    @property
    def gap(self) -> float:
        """Training accuracy minus held-out accuracy; NaN without training images."""
        return float("nan") if self.train is None else self.train.accuracy - self.held_out.accuracy


def calibrate_net(
    net: Net,
    sample: FixedSample,
    fitted_on: FixedSample | None,
    train: FixedSample | None,
    errand: Errand | None = None,
) -> NetCalibration:
    """Looks at a net's confidence.

    Args:
        sample: Held-out images.
        fitted_on: What a sharpness is fitted on: none of the images of ``sample``.
        train: Training images, for the gap between them and the held-out ones.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    scores = score_images(net, sample.x, errand)
    fitted = beside = None
    if fitted_on is not None and len(fitted_on):
        sharpness = fit_sharpness(score_images(net, fitted_on.x, errand), fitted_on.y)
        fitted = calibrate(scores, sample.y, sharpness)
    if train is not None and len(train):
        beside = calibrate(score_images(net, train.x, errand), train.y)
    return NetCalibration(calibrate(scores, sample.y), fitted, beside)


def split_for_fit(samples: Samples, sample: FixedSample, most: int) -> FixedSample | None:
    """Images of the set that are not in the sample, for a fit; None where there are too few."""
    rest = np.setdiff1d(np.arange(len(samples)), sample.rows)
    if len(rest) < 50:
        return None
    rows = np.sort(
        np.random.default_rng(20221213).choice(rest, min(most, len(rest)), replace=False)
    )
    return FixedSample(samples.x[rows], samples.y[rows], rows, sample.which, len(samples))
