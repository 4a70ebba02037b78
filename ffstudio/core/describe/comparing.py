"""Which of several ways to hand images over is taken, by what a classifier answers to each.

Shares recognised alone do not tell ways apart that are nearly as good, and a scale that is larger
makes a net surer, rightly or not. So ways are compared on the same images, by what is recognised
and by how far answers lie from the right ones together; where both leave it open the commonest
is taken.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating]
Labels = npt.NDArray[np.integer]

# Standard deviations, of score and of loss together, from which one way is better than another.
_CLEARLY = 4.0
# What a rare way must do beyond that: leave no more than this of the loss of the usual one.
_MUCH_LESS = 0.7
# Share of the variance of right answers that numbers explain which stand for them.
_EXPLAINED = 0.5
# A mean loss is no better for being so little smaller: of a net that knows all images by heart
# every larger scale is surer still.
_NOTHING = 0.005
# The most that one image adds to a loss in nats.
_MOST_LOSS = 16.0


def choose(answers: Sequence[Floats], labels: Labels, is_rare: Sequence[bool] | None = None) -> int:
    """The index of the way that is taken.

    Args:
        answers: Per way, the commonest first, what came out for the same images, (n, classes).
        labels: (n,).
        is_rare: Per way; such a one must be much better than a usual one. None: all are usual.
    """
    rights = [answer.argmax(axis=1) == labels for answer in answers]
    losses = measure_losses(answers, labels)
    rare = [False] * len(answers) if is_rare is None else list(is_rare)

    def compare(a: int, b: int) -> float:
        return _deviations(rights[a], rights[b]) + _deviations(-losses[a], -losses[b], _NOTHING)

    def find_best(among: Sequence[int]) -> int:
        beaten = {one: max(compare(other, one) for other in among) for one in among}
        unbeaten = [one for one in among if beaten[one] <= _CLEARLY]
        return unbeaten[0] if unbeaten else min(among, key=lambda one: beaten[one])

    usual = [one for one in range(len(answers)) if not rare[one]]
    others = [one for one in range(len(answers)) if rare[one]]
    if not usual or not others:
        return find_best(usual or others)
    best = find_best(usual)
    better = [
        one
        for one in others
        if compare(one, best) > _CLEARLY
        and rights[one].mean() >= rights[best].mean()
        and losses[one].mean() <= _MUCH_LESS * losses[best].mean()
    ]
    return find_best(better) if better else best


def measure_losses(answers: Sequence[Floats], labels: Labels) -> list[Floats]:
    """Per way how far the answers lie from the right ones, an array (n,).

    Probabilities and logits are judged by their cross-entropy in nats. Numbers that a net was
    trained to have near 0 and 1, or −1 and 1, are no logits, whose size tells how sure they
    are: they are judged by their squared distance.
    """
    measures: list[Callable[[Floats], Floats]] = [lambda answer: _entropies(answer, labels)]
    if not any(are_shares(answer) for answer in answers):
        classes = max(answers[0].shape[1], int(labels.max(initial=0)) + 1)
        one_hot = np.eye(classes)[labels][:, : answers[0].shape[1]]
        targets = (one_hot, 2 * one_hot - 1)
        explained = [max(_explain(answer, target) for answer in answers) for target in targets]
        if max(explained) >= _EXPLAINED:
            target = targets[int(np.argmax(explained))]
            measures = [lambda answer: ((answer - target) ** 2).sum(axis=1)]
    made = []
    with np.errstate(all="ignore"):
        for answer in answers:
            loss = measures[0](np.asarray(answer, np.float64))
            made.append(np.nan_to_num(loss, nan=_MOST_LOSS, posinf=_MOST_LOSS).clip(max=_MOST_LOSS))
    return made


def are_shares(scores: Floats) -> bool:
    """True for probabilities (n, classes)."""
    return bool(scores.min() >= 0 and np.allclose(scores.sum(axis=1), 1, atol=1e-3))


def to_shares(scores: Floats) -> Floats:
    """Probabilities (n, classes); of scores that are none, their softmax."""
    if are_shares(scores):
        return scores
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    probabilities: Floats = shifted / shifted.sum(axis=1, keepdims=True)
    return probabilities


def _entropies(answer: Floats, labels: Labels) -> Floats:
    known = labels < answer.shape[1]
    right = to_shares(answer)[np.arange(len(labels)), np.where(known, labels, 0)]
    return np.where(known, -np.log(np.maximum(right, 1e-7)), _MOST_LOSS)


def _explain(answer: Floats, target: Floats) -> float:
    spread = float(((target - target.mean()) ** 2).mean())
    with np.errstate(all="ignore"):
        share = 1 - float(((answer - target) ** 2).mean()) / max(spread, 1e-9)
    return share if math.isfinite(share) else -math.inf


def _deviations(
    a: npt.NDArray[np.generic], b: npt.NDArray[np.generic], nothing: float = 0.0
) -> float:
    """By how many standard deviations the mean of a is above that of b, on the same images.

    Args:
        nothing: A deviation of the mean that is there in any case.
    """
    apart = a.astype(np.float64) - b.astype(np.float64)
    spread = max(float(np.sqrt((apart**2).sum() + (nothing * len(apart)) ** 2)), 1e-9)
    return float(apart.sum()) / spread
