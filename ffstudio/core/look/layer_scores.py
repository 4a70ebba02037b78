"""Every layer's goodness of every label on the same images, and what follows from it.

How well each layer names labels by itself and together with those below it, which of them
decides, and how good each label looks on the images of each class.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample
from ffstudio.core.mathematics.layer_choice import pick_layers
from ffstudio.core.mathematics.votes import count_votes, weigh_votes

Values = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# Which layers' goodness is added up before the largest is taken.
ALONE, SUMMED, WITHOUT_FIRST = "alone", "summed", "without_first"
SUMS = (ALONE, SUMMED, WITHOUT_FIRST)

# Activities at a time: every label of an image is a row of its own in each layer.
_MOST_ACTIVITIES = 8_000_000


@dataclass(frozen=True, eq=False)
class LayerScores:
    """The scores of a sample's images in a net of one moment.

    Attributes:
        scores: Goodness of every label in every layer (images, layers, classes); of an
            unsupervised net each layer's share of the read-out's logits.
        weights: How much each layer counts in the net's own prediction; 0 where it does not.
    """

    scores: npt.NDArray[np.float32]
    sample: FixedSample
    weights: tuple[float, ...]

    @property
    def num_layers(self) -> int:
        return self.scores.shape[1]

    @property
    def num_classes(self) -> int:
        return self.scores.shape[2]

    # --- how well layers name labels ------------------------------------------------------

    def add_up(self, which: str) -> Values:
        """The scores that a prediction is made of: (images, layers, classes).

        Args:
            which: ``alone``: the layer's own; ``summed``: those of all layers up to it;
                ``without_first``: those from the second one up to it, not a number in the first.
        """
        wide = self.scores.astype(np.float64)
        if which == ALONE:
            return wide
        if which == SUMMED:
            return np.asarray(wide.cumsum(axis=1))
        later = wide.copy()
        later[:, 0] = 0.0
        later = later.cumsum(axis=1)
        later[:, 0] = np.nan
        return later

    def predict(self, which: str) -> Ints:
        """The label with the most goodness: (images, layers); −1 where scores are no numbers."""
        summed = self.add_up(which)
        known = np.asarray(np.isfinite(summed).all(axis=2))
        return np.where(known, np.argmax(np.where(known[:, :, None], summed, 0.0), axis=2), -1)

    def accuracy(self, which: str) -> tuple[float, ...]:
        """Share of the images whose label is found, by layer; NaN where no layer is summed."""
        right = self._right(which)
        shares = right.mean(axis=0) if len(right) else np.full(self.num_layers, np.nan)
        return tuple(_blank_first(shares, which).tolist())

    def class_accuracy(self, which: str) -> Values:
        """The same by class: (classes, layers); NaN for classes without an image."""
        right, table = self._right(which), np.full((self.num_classes, self.num_layers), np.nan)
        for label in range(self.num_classes):
            own = self.sample.y == label
            if own.any():
                table[label] = _blank_first(right[own].mean(axis=0), which)
        return table

    def _right(self, which: str) -> npt.NDArray[np.bool_]:
        return np.asarray(self.predict(which) == self.sample.y[:, None])

    @property
    def own_rule(self) -> str:
        """The sum, up to the last layer, that the net itself predicts by; empty for another."""
        without = (0.0, *(1.0,) * (self.num_layers - 1))
        rules = {(1.0,) * self.num_layers: SUMMED}
        if self.num_layers > 1:
            rules[without] = WITHOUT_FIRST
        return rules.get(tuple(self.weights), "")

    # --- who decides ------------------------------------------------------------------------

    @cached_property
    def deciders(self) -> Ints:
        """The layer (0-based) that decides each image: (images,); −1 where scores are no numbers.

        Among the layers that vote it is the one that adds most to the lead of the label that
        the net names over the next best one.
        """
        voters = pick_layers(self.weights)
        votes = weigh_votes(self.scores.astype(np.float64), self.weights)
        known = np.asarray(np.isfinite(votes).all(axis=(1, 2)))
        votes = np.where(known[:, None, None], votes, 0.0)
        total = votes.sum(axis=1)
        each = np.arange(len(total))
        winner = total.argmax(axis=1)
        others = total.copy()
        others[each, winner] = -np.inf
        rival = others.argmax(axis=1)
        lead = votes[each, :, winner] - votes[each, :, rival]
        return np.where(known, voters[0] + lead.argmax(axis=1), -1)

    def count_deciders(self) -> Values:
        """Of each class's images, the share that each layer decides: (classes, layers)."""
        table = np.full((self.num_classes, self.num_layers), np.nan)
        for label in range(self.num_classes):
            deciders = self.deciders[(self.sample.y == label) & (self.deciders >= 0)]
            if len(deciders):
                table[label] = np.bincount(deciders, minlength=self.num_layers) / len(deciders)
        return table

    # --- how good labels look ---------------------------------------------------------------

    def of_layer(self, layer: int | None) -> Values:
        """Every label's goodness in a layer (0-based), or summed over those that vote (None):
        (images, classes).
        """
        wide = self.scores.astype(np.float64)
        if layer is None:
            return np.asarray(count_votes(wide, self.weights))
        return np.asarray(wide[:, layer])

    def mean_goodness(self, layer: int | None) -> Values:
        """Mean goodness of each candidate label on the images of each true one.

        Args:
            layer: 0-based; None for the sum over the layers that vote.

        Returns:
            (true labels, candidate labels); NaN for classes without an image.
        """
        goodness, table = self.of_layer(layer), np.full((self.num_classes,) * 2, np.nan)
        for label in range(self.num_classes):
            own = self.sample.y == label
            if own.any():
                table[label] = goodness[own].mean(axis=0)
        return table


def _blank_first(shares: Values, which: str) -> Values:
    if which == WITHOUT_FIRST:
        shares = shares.copy()
        shares[0] = np.nan
    return shares


def score_sample(net: FFSnapshot, sample: FixedSample, errand: Errand | None = None) -> LayerScores:
    """Asks a net for the goodness of every label, a part of the images at a time.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    size = sum(layer.output_size for layer in net.net.layers) * net.num_classes
    many = min(max(_MOST_ACTIVITIES // size, 20), max(len(sample), 1))
    parts = []
    with np.errstate(all="ignore"):  # diverged weights are told by what is no number
        for start in range(0, max(len(sample), 1), many):
            if errand is not None:
                errand.check()
            parts.append(net.label_goodness(sample.x[start : start + many]))
    return LayerScores(np.concatenate(parts), sample, net.vote_weights)
