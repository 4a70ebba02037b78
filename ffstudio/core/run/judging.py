"""How many images the epochs of a run are judged on while it goes on.

Scoring ten labels of 10,000 images takes as long as many training steps. Where somebody
watches a run, its epochs are judged on a fixed sample instead, so large that judging takes
about one twentieth of the time by the multiply-adds; both nets on the same images, the last
epoch always on all. What is learnt does not depend on it, but for early stopping, which
therefore sees all images.
"""

from __future__ import annotations

import math
from enum import Enum

import numpy as np
import numpy.typing as npt

from ffstudio.core.experiment.costs import layer_costs
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.images.data import PreparedData

Rows = npt.NDArray[np.int64]

# Share of the multiply-adds that judging may take.
SHARE = 0.05
# Images judged at once: part of a piece costs as much as a whole one, and fewer than one
# would tell too little.
PIECE = 1000
# Sets not much larger than the sample are judged whole.
_WHOLE_FROM = 0.8


class Judging(Enum):
    """What each epoch but the last is judged on."""

    WHOLE = "all"
    SAMPLE = "sample"


def sample_rows(spec: ExperimentSpec, data: PreparedData) -> Rows | None:
    """Numbers of the images that a run's epochs are judged on, ascending; None for all.

    They depend on the experiment and its data alone, and each class keeps its share.
    """
    labels = data.samples(data.evaluated_on).y
    count = sample_size(spec, data)
    if count >= _WHOLE_FROM * len(labels) or (spec.trains_bp and spec.bp.patience):
        return None
    rng = np.random.default_rng([spec.seed, 0x1D6E])
    order = rng.permutation(len(labels))
    # A class's images at even places among all: any first part has each class's share.
    place = np.empty(len(labels))
    for label in np.unique(labels):
        own = order[labels[order] == label]
        place[own] = (np.arange(len(own)) + rng.random()) / len(own)
    return np.sort(np.argsort(place, kind="stable")[:count])


def sample_size(spec: ExperimentSpec, data: PreparedData) -> int:
    """How many images may be judged after an epoch: whole pieces, at least one."""
    learn, judge = _multiply_adds(spec, data)
    may = SHARE / (1 - SHARE) * learn * len(data.train) / judge
    return max(1, math.floor(may / PIECE)) * PIECE


def _multiply_adds(spec: ExperimentSpec, data: PreparedData) -> tuple[float, float]:
    """Per image, to learn from it in one epoch and to judge it: all nets together."""
    if spec.network is not None:
        return 3.0, 1.0  # of one forward pass, whatever that costs
    costs = layer_costs(spec, data.num_inputs, data.num_classes, None, data.image_shape)
    adds = [cost.multiply_adds for cost in costs]
    learn = judge = 0.0
    if spec.trains_bp:
        # Backward come a product for the weights and one for what lies below.
        learn, judge = 3.0 * sum(adds), float(sum(adds))
    if spec.trains_ff:
        kind, hidden = kind_of(spec.ff), adds[:-1]
        passes = [kind.passes_to_score(i, data.num_classes) for i in range(len(hidden))]
        repeats = spec.ff.inner_steps if spec.ff.schedule == "inner_loops" else 1
        rows = kind.rows_to_learn(spec.ff.negatives, data.num_classes)
        learn += 2.0 * rows * repeats * sum(hidden)
        judge += sum(n * m for n, m in zip(passes, hidden, strict=True))
    return learn, judge


def margin(accuracy: float, count: int) -> float:
    """How far an accuracy measured on ``count`` images may be off, 0–1: in 95 of 100 cases less.

    The distance to the farther bound of Wilson's score interval (J. Am. Stat. Assoc. 22,
    1927), which also holds near 0 and 1; for a set much larger than the sample.
    """
    low, high = interval(accuracy, count)
    return max(accuracy - low, high - accuracy)


def interval(accuracy: float, count: int) -> tuple[float, float]:
    """Bounds between which the accuracy on a whole set lies in 95 of 100 cases: see :func:`margin`.

    Args:
        accuracy: Measured on ``count`` images drawn at random, 0–1.
    """
    z2 = 1.96**2 / count
    middle = (accuracy + z2 / 2) / (1 + z2)
    half = math.sqrt(z2 * max(accuracy * (1 - accuracy), 0.0) + z2**2 / 4) / (1 + z2)
    return middle - half, middle + half
