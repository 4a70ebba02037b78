"""The one judge: how a net does on images, from the scores it gave their labels.

The trainer, the command line, the confusion matrices, the canvas and the search for mistakes
all count votes here: a label's votes are its goodness summed over the voting layers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.metrics import accuracy
from ffstudio.core.mathematics.layer_choice import pick_layers
from ffstudio.core.mathematics.votes import weigh_votes

Floats = npt.NDArray[np.floating[Any]]
Ints = npt.NDArray[np.integer]

# Images at a time, where NumPy judges.
_ROWS = 500


@dataclass(frozen=True, eq=False)
class Judgement:
    """How a net does on a set.

    Attributes:
        predictions: Predicted label of every image (n,) int16.
        loss: Mean cross-entropy (backprop), NaN for Forward-Forward.
        layer_accuracy: Forward-Forward: each layer alone.
        cumulative_accuracy: Forward-Forward: the goodness of the voting layers added up,
            from the first of them to each layer above it.
        read_out_accuracy: Forward-Forward: the linear read-out, None without one.
    """

    accuracy: float
    predictions: npt.NDArray[np.int16]
    loss: float = float("nan")
    layer_accuracy: tuple[float, ...] = ()
    cumulative_accuracy: tuple[float, ...] = ()
    read_out_accuracy: float | None = None

    @property
    def values(self) -> dict[str, float | tuple[float, ...]]:
        """By the names of quantities; what a net does not have is missing."""
        values: dict[str, float | tuple[float, ...]] = {
            "accuracy": self.accuracy,
            "evaluation_loss": self.loss,
            "layer_accuracy": self.layer_accuracy,
            "cumulative_accuracy": self.cumulative_accuracy,
        }
        if self.read_out_accuracy is not None:
            values["read_out_accuracy"] = self.read_out_accuracy
        return values


@dataclass(frozen=True, eq=False)
class Ballot:
    """Every layer's score of every label.

    Attributes:
        scores: (batch, layers, classes).
        weights: How much each layer counts; 0 where it does not vote.
    """

    scores: Floats
    weights: tuple[float, ...]

    @cached_property
    def so_far(self) -> Floats:
        """The voting layers' scores added up, from the first of them to each layer above it.

        A layer that does not vote adds nothing.
        """
        sums = np.asarray(weigh_votes(self.scores, self.weights).cumsum(axis=1))
        silent = len(self.weights) - 1 - pick_layers(self.weights)[-1]
        return np.concatenate([sums, *[sums[:, -1:]] * silent], axis=1)

    @property
    def totals(self) -> Any:
        """All votes of every label: (batch, classes)."""
        return self.so_far[:, -1]

    @property
    def predictions(self) -> npt.NDArray[np.int64]:
        """The label with the most votes: (batch,)."""
        return np.argmax(self.totals, axis=1)


def judge_ballot(ballot: Ballot, y: Ints, read_out: Floats | None = None) -> Judgement:
    """Judges a Forward-Forward net.

    Args:
        y: True labels (n,).
        read_out: The linear read-out's scores (n, classes), where there is one.
    """
    predictions = ballot.predictions.astype(np.int16)
    by_layer = (ballot.scores.transpose(1, 0, 2), ballot.so_far.transpose(1, 0, 2))
    alone, cumulative = (
        tuple(accuracy(y, layer.argmax(axis=1)) for layer in layers) for layers in by_layer
    )
    right = None if read_out is None else accuracy(y, read_out.argmax(axis=1))
    return Judgement(accuracy(y, predictions), predictions, float("nan"), alone, cumulative, right)


def judge_logits(logits: Floats, y: Ints) -> Judgement:
    """Judges a net by its logits (n, classes): loss is their mean cross-entropy."""
    wide = logits.astype(np.float64)
    shifted = wide - wide.max(axis=1, keepdims=True)
    log_sum = np.log(np.exp(shifted).sum(axis=1))
    loss = float(np.mean(log_sum - shifted[np.arange(len(wide)), y]))
    return _judge_outputs(wide, y, loss)


def judge_shares(outputs: Floats, y: Ints) -> Judgement:
    """Judges a net by outputs (n, classes) whose shares are its probabilities.

    Sigmoids and the like: the loss is Keras' cross-entropy of what they make of the sum.
    """
    wide = outputs.astype(np.float64)
    shares = wide / wide.sum(axis=1, keepdims=True)
    right = np.clip(shares[np.arange(len(wide)), y], 1e-7, 1 - 1e-7)
    return _judge_outputs(wide, y, float(np.mean(-np.log(right))))


def _judge_outputs(outputs: Floats, y: Ints, loss: float) -> Judgement:
    predictions = outputs.argmax(axis=1).astype(np.int16)
    return Judgement(accuracy(y, predictions), predictions, loss)


class _Voting(Protocol):
    """A Forward-Forward snapshot."""

    @property
    def read_out(self) -> Any: ...

    def ballot(self, x: npt.NDArray[np.float32]) -> Ballot: ...

    def read_out_probabilities(self, x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]: ...


def judge_snapshot(net: _Voting, samples: Samples, errand: Errand | None = None) -> Judgement:
    """Judges a Forward-Forward net of a moment on a set, a part of the images at a time.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    ballots, read_out = [], []
    for x in _parts(samples):
        if errand is not None:
            errand.check()
        ballots.append(net.ballot(x))
        if net.read_out is not None:
            read_out.append(net.read_out_probabilities(x))
    scores = np.concatenate([ballot.scores for ballot in ballots])
    whole = Ballot(scores, ballots[0].weights)
    return judge_ballot(whole, samples.y, np.concatenate(read_out) if read_out else None)


def _parts(samples: Samples) -> Iterator[npt.NDArray[np.float32]]:
    for start in range(0, max(len(samples), 1), _ROWS):
        yield samples.x[start : start + _ROWS]
