"""Two nets put the same questions: the same images, the same drawing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.mathematics.votes import count_votes

Floats = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class LabelScores:
    """What one net says of every label of one picture.

    Attributes:
        values: (classes,); Forward-Forward: goodness summed over the voting layers, or the
            read-out's logits of an unsupervised net; backprop: probabilities.
        shares: (classes,) 0-1: probabilities, or where the value lies between the lowest and
            the highest label's, for goodness of two nets has no common scale.
    """

    values: Floats
    shares: Floats

    @property
    def best(self) -> int:
        """The label with the highest score."""
        return int(self.values.argmax())


def has_net(snapshot: ModelSnapshot, algorithm: str) -> bool:
    """Whether there is a net of that algorithm, ``ff`` or ``bp``, that tells classes apart."""
    if algorithm == "ff":
        return snapshot.ff is not None
    return snapshot.bp is not None and snapshot.bp.role == "classifier"


def score_labels(snapshot: ModelSnapshot, algorithm: str, picture: npt.ArrayLike) -> LabelScores:
    """Scores of a picture (height, width), 0-1; the net has to be there: :func:`has_net`."""
    x = np.asarray(picture, np.float32).reshape(1, -1)
    if algorithm == "ff":
        ff = snapshot.ff
        assert ff is not None  # noqa: S101 - asked before
        values = np.asarray(count_votes(ff.label_goodness(x), ff.net.shown_votes)[0], np.float64)
        low, high = values.min(), values.max()
        return LabelScores(values, (values - low) / ((high - low) or 1.0))
    assert snapshot.bp is not None  # noqa: S101 - asked before
    values = np.asarray(snapshot.bp.probabilities(x)[0], np.float64)
    return LabelScores(values, values)


def count_confusions(
    snapshot: ModelSnapshot, algorithm: str, samples: Samples, errand: Errand | None = None
) -> Counts:
    """How often each class (row) is taken for each (column); see :func:`has_net`.

    Raises:
        CalledOff: The errand was called off.
    """
    net = snapshot.ff if algorithm == "ff" else snapshot.bp
    assert net is not None  # noqa: S101 - asked before
    predictions = net.judge(samples, errand or Errand()).predictions
    return np.asarray(confusion_counts(samples.y, predictions, len(snapshot.class_names)))
