"""Local losses: what one layer alone tries to make small.

g⁺ and g⁻ are the goodness (batch,) of positive and negative data, θ the threshold, α the
sharpness. A new loss is one function here and one entry in :data:`LOCAL_LOSSES`, which also
says whether it looks at thresholds, and so what is to be seen of a layer that learns by it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ffstudio.core.mathematics._variant import Array, Namespace, Variant
from ffstudio.core.words import speaks

# How far either side of θ the separate thresholds lie, as a share of θ.
SEPARATION = 0.5
# How far overlapping thresholds reach over θ, as a share of θ: 4 and 6 around 5 (SCFF's code).
OVERLAP = 0.2


def _softplus(u: Array, xp: Namespace) -> Array:
    return xp.logaddexp(u, xp.zeros_like(u))


def logistic_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """½[softplus(α(θ−g⁺)) + softplus(α(g⁻−θ))], the mean over the two examples.

    Source: Hinton 2022, section 2, p(positive) = σ(g − θ); the mean over both
    halves is the Keras example's.
    """
    return 0.5 * (
        _softplus(sharpness * (threshold - positive), xp)
        + _softplus(sharpness * (negative - threshold), xp)
    )


def separate_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """½[softplus(α(θ+δ−g⁺)) + softplus(α(g⁻−θ+δ))] with δ = |θ|/2.

    Two thresholds, one for each kind of data, as in self-contrastive Forward-Forward
    (SCFF, 2025): goodness has to leave the band between them.
    """
    gap = SEPARATION * xp.abs(threshold)
    return 0.5 * (
        _softplus(sharpness * (threshold + gap - positive), xp)
        + _softplus(sharpness * (negative - threshold + gap), xp)
    )


def overlap_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """½[softplus(α(θ−δ−g⁺)) + softplus(α(g⁻−θ−δ))] with δ = |θ|/5.

    Two thresholds that overlap: a pair may lie between them. The published code of
    self-contrastive Forward-Forward (SCFF, 2025) has 4 and 6 in its first layer on MNIST.
    """
    gap = OVERLAP * xp.abs(threshold)
    return 0.5 * (
        _softplus(sharpness * (threshold - gap - positive), xp)
        + _softplus(sharpness * (negative - threshold - gap), xp)
    )


def symmetric_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """softplus(−α(g⁺ − g⁻)): only the gap counts, not the threshold (SymBa, 2023)."""
    return _softplus(-sharpness * (positive - negative), xp)


def swish_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """u·σ(u) with u = −α(g⁺ − g⁻): flat for pairs that are far apart already."""
    u = -sharpness * (positive - negative)
    return u / (1.0 + xp.exp(-xp.clip(u, -60.0, 60.0)))


def margin_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """max(0, 1 − α(g⁺ − g⁻)): pairs further apart than 1/α no longer count (hinge)."""
    return xp.maximum(1.0 - sharpness * (positive - negative), 0.0)


def softmax_loss(scores: Array, one_hot: Array, sharpness: Array, xp: Namespace = np) -> Array:
    """log(1 + Σ_k exp(−α(g⁺ − g⁻_k))): cross-entropy of the true label's share; (batch,).

    The (N+1)-tuplet loss (Sohn 2016, "Improved Deep Metric Learning with Multi-class N-pair
    Loss Objective") of a layer's goodness. Of one wrong label it is :func:`symmetric_loss`.

    Args:
        scores: Goodness with every label (batch, classes).
        one_hot: True labels (batch, classes).
    """
    return class_loss(scores, one_hot, sharpness, xp)


Thresholds = Callable[[float], tuple[tuple[str, float], ...]]


@speaks("aim")
@dataclass(frozen=True)
class LocalLoss(Variant):
    """A local loss, and what is to be seen of a layer that learns by it.

    Attributes:
        thresholds: From a layer's θ the name and place of each threshold that goodness is held
            against; None for a loss that compares the two goodness values of a pair. Around a
            threshold the populations of positive and negative data part; a pair loss parts the
            goodness values of each image, and the populations may go on overlapping.
        aim: What parts, for a reader who watches it: a whole sentence.
        over_labels: (scores (batch, classes), one_hot, α, xp) → (batch,), where an image's wrong
            labels, all of them, count together; None for the mean of ``function`` over them.
    """

    thresholds: Thresholds | None = None
    aim: str = (
        "This loss makes the gap between an image's positive and negative version grow; no "
        "threshold parts all images."
    )
    over_labels: Callable[..., Array] | None = None

    @property
    def uses_threshold(self) -> bool:
        """True when it looks at θ."""
        return self.thresholds is not None


def _one_threshold(theta: float) -> tuple[tuple[str, float], ...]:
    return (("θ", theta),)


def _two_thresholds(theta: float) -> tuple[tuple[str, float], ...]:
    gap = SEPARATION * abs(theta)
    return ("θ⁻", theta - gap), ("θ⁺", theta + gap)


def _overlapping(theta: float) -> tuple[tuple[str, float], ...]:
    gap = OVERLAP * abs(theta)
    return ("θ⁺", theta - gap), ("θ⁻", theta + gap)


LOCAL_LOSSES: dict[str, LocalLoss] = {
    "logistic": LocalLoss(
        logistic_loss,
        "Logistic around θ",
        "Pushes positive goodness above the threshold and negative below it (Hinton 2022).",
        _one_threshold,
        "This loss pushes positive goodness above the threshold θ and negative goodness below it.",
    ),
    "separate": LocalLoss(
        separate_loss,
        "Logistic, two thresholds",
        "Positive goodness must exceed 1.5 θ, negative stay below 0.5 θ (after SCFF, 2025).",
        _two_thresholds,
        "This loss pushes positive goodness above θ⁺ and negative goodness below θ⁻.",
    ),
    "overlap": LocalLoss(
        overlap_loss,
        "Logistic, overlapping thresholds",
        "Positive goodness must exceed 0.8 θ, negative stay below 1.2 θ (SCFF's code, 2025).",
        _overlapping,
        "This loss pushes positive goodness above θ⁺ and negative goodness below θ⁻, which lies "
        "higher: goodness between the two suits both.",
    ),
    "symmetric": LocalLoss(
        symmetric_loss,
        "Symmetric pair (SymBa)",
        "Pushes the two goodness values of a pair apart; needs no threshold (Lee & Song 2023).",
    ),
    "swish": LocalLoss(
        swish_loss,
        "Swish pair",
        "Like the symmetric pair, but pairs that are far apart no longer count, nor those that "
        "are hopelessly wrong.",
    ),
    "margin": LocalLoss(
        margin_loss,
        "Margin pair",
        "Pushes a pair apart until its gap is 1/α, and then leaves it alone.",
    ),
    "softmax": LocalLoss(
        symmetric_loss,
        "Softmax over labels",
        "With all wrong labels as negative data: cross-entropy of the true label's share of all "
        "labels' goodness (tuplet loss, Sohn 2016). With one wrong label it is the symmetric pair.",
        over_labels=softmax_loss,
    ),
}


def loss_over_labels(
    loss: LocalLoss,
    scores: Array,
    one_hot: Array,
    threshold: Array,
    sharpness: Array,
    xp: Namespace = np,
) -> Array:
    """1/(K−1) Σ_{k≠y} L(g_y, g_k), or the loss's own way with all labels; (batch,).

    Args:
        loss: An entry of :data:`LOCAL_LOSSES`.
        scores: g, goodness with every label (batch, classes).
        one_hot: True labels (batch, classes).
        threshold: θ.
        sharpness: α.
    """
    if loss.over_labels is not None:
        return loss.over_labels(scores, one_hot, sharpness, xp)
    positive = xp.sum(scores * one_hot, axis=-1, keepdims=True) + xp.zeros_like(scores)
    pairs = loss.function(positive, scores, threshold, sharpness, xp)
    wrong = 1.0 - one_hot
    return xp.sum(pairs * wrong, axis=-1) / xp.sum(wrong, axis=-1)


def class_loss(goodness: Array, one_hot: Array, sharpness: Array, xp: Namespace = np) -> Array:
    """−log softmax(α·g)[true class]: cross-entropy over the classes' goodness; (batch,).

    The local loss of goodness class by class (DeeperForward, ICLR 2025; CwComp, AAAI 2024).

    Args:
        goodness: Each class's own (batch, classes).
        one_hot: True classes (batch, classes), possibly smoothed.
    """
    logits = sharpness * goodness
    logits = logits - xp.max(logits, axis=-1, keepdims=True)
    log_sum = xp.log(xp.sum(xp.exp(logits), axis=-1, keepdims=True))
    return -xp.sum(one_hot * (logits - log_sum), axis=-1)


def peer_loss(before: Array, mean_activity: Array, strength: Array, xp: Namespace = np) -> Array:
    """λ Σ_j (m_j − mean(m)) z̄_j, whose gradient pulls each unit toward its peers; a scalar.

    Hinton's published Matlab code adds λ(mean(m) − m_j) to the ascent direction of every
    unit's summed input z_j, also where a ReLU is off, so that silent units wake up.

    Args:
        before: z of positive data, before the activation function (batch, units).
        mean_activity: m, each unit's running mean activity (units,); no gradient.
        strength: λ; 0.03 in Hinton's code.
    """
    pull = mean_activity - xp.mean(mean_activity)
    return strength * xp.sum(pull * xp.mean(before, axis=0))
