"""Which layers had best vote, by how they did on images held back: a range, or weights for all."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.look.layer_scores import score_sample
from ffstudio.core.look.metrics import accuracy
from ffstudio.core.mathematics.layer_choice import weights_text
from ffstudio.core.mathematics.votes import count_votes
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr

Floats = npt.NDArray[np.floating]
Ints = npt.NDArray[np.integer]

# How far weights are told: three digits are enough, and can be typed.
_DIGITS = 3


@dataclass(frozen=True)
class VoteChoice:
    """A choice of layers and how well it names labels.

    Attributes:
        votes: As :func:`ffstudio.core.mathematics.layer_choice.layer_weights` reads it.
        weights: One a layer.
        accuracy: Share of the images whose label gets the most votes.
        images: How many they were.
    """

    votes: str
    weights: tuple[float, ...]
    accuracy: float
    images: int


def judge_ranges(scores: Floats, y: Ints) -> tuple[VoteChoice, ...]:
    """Every run of neighbouring layers, the most accurate first.

    Of equally accurate ones that of more layers stands first, and then the one further up
    (DeeperForward, ICLR 2025, chooses so).

    Args:
        scores: Of every label in every layer (images, layers, classes).
        y: True labels (images,).
    """
    layers = scores.shape[1]
    tried = []
    for first in range(layers):
        for last in range(first, layers):
            weights = tuple(float(first <= i <= last) for i in range(layers))
            tried.append((_judge(scores, y, weights), last - first, first))
    tried.sort(key=lambda entry: (-entry[0].accuracy, -entry[1], -entry[2]))
    return tuple(choice for choice, _, _ in tried)


def fit_weights(scores: Floats, y: Ints) -> VoteChoice:
    """Weights of 0 or more for all layers, learnt from these images.

    They make the cross-entropy of softmax(Σ w·g) least, each layer's scores being brought to one
    spread first, and are then scaled so that the largest is 1.

    Args:
        scores: Of every label in every layer (images, layers, classes).
        y: True labels (images,).
    """
    wide = np.asarray(scores, np.float64)
    wide = wide - wide.mean(axis=2, keepdims=True)
    spreads = wide.std(axis=(0, 2))
    # What says nothing, or is no number, stays silent.
    usable = np.isfinite(spreads) & (spreads > 1e-12)
    seen = np.where(usable[None, :, None], wide, 0.0) / np.where(usable, spreads, 1.0)[:, None]
    each = np.arange(len(y))

    def loss(weights: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.float64]]:
        logits = np.einsum("nlc,l->nc", seen, weights)
        logits -= logits.max(axis=1, keepdims=True)
        shares = np.exp(logits)
        shares /= shares.sum(axis=1, keepdims=True)
        right = np.maximum(shares[each, y], 1e-300)
        error = shares.copy()
        error[each, y] -= 1.0
        return float(-np.log(right).mean()), np.einsum("nc,nlc->l", error, seen) / len(y)

    layers = scores.shape[1]
    fitted = minimize(
        loss, np.ones(layers), jac=True, method="L-BFGS-B", bounds=[(0, 100)] * layers
    )
    # Back to the scores as they are.
    weights = np.where(usable, fitted.x / np.where(usable, spreads, 1.0), 0.0)
    largest = weights.max()
    weights = weights / largest if largest > 0 else np.ones(layers)
    return _judge(scores, y, tuple(_shorten(float(w)) for w in weights))


def _shorten(weight: float) -> float:
    """A weight of so many digits as are told."""
    if weight <= 0.0:
        return 0.0
    return round(weight, _DIGITS - 1 - math.floor(math.log10(weight)))


def _judge(scores: Floats, y: Ints, weights: tuple[float, ...]) -> VoteChoice:
    named = count_votes(scores, weights).argmax(axis=1)
    return VoteChoice(weights_text(weights), weights, accuracy(y, named), len(y))


def choose_votes(net: FFSnapshot, sample: FixedSample, weighted: bool) -> VoteChoice:
    """The votes that do best on a sample."""
    scores = score_sample(net, sample).scores
    if weighted:
        return fit_weights(scores, sample.y)
    return judge_ranges(scores, sample.y)[0]


def say_choice(choice: VoteChoice) -> str:
    """A choice, with how well it did and on how many images."""
    return tr(
        "Layers that vote: {votes}. {accuracy} right of {images} validation images.",
        votes=choice.votes,
        accuracy=write_percent(choice.accuracy, 2),
        images=write_number(choice.images, ","),
    )
