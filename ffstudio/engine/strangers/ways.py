"""Ways to hand images to a net of Keras', tried within what that may cost."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.preprocessing import Trial, search, search_reconstruction
from ffstudio.core.errand import Errand
from ffstudio.engine.strangers.costs import Costs, find_costs
from ffstudio.engine.strangers.predicting import predict

Floats = npt.NDArray[np.float32]

# Multiply-adds for one image from which on a search does not try what it need not.
SLOW = 20_000_000
# Multiply-adds of one look at all images, and the fewest images that tell anything.
_MOST_WORK, _FEWEST = 20_000_000_000, 100


@dataclass(frozen=True, eq=False)
class LabelledImages:
    """Pictures (n, height, width) or (n, height, width, 3), 0–255, and the label of each."""

    images: npt.NDArray[Any]
    labels: npt.NDArray[np.integer]


def try_ways(
    network: Architecture,
    model: keras.Model,
    some: LabelledImages,
    errand: Errand,
    to_beat: float = -1.0,
    at_a_glance: bool = False,
) -> tuple[Trial, ...]:
    """Ways to hand images to a classifier, that by which it recognises most first.

    Args:
        model: The network as Keras computes it.
        to_beat: Nobody asks for a score below this.
        at_a_glance: What it recognises is asked first; how it wants its images, later.

    Raises:
        ModelFileError: It takes no images.
        CalledOff: Somebody no longer wants it.
    """
    costs = find_costs(network, model, errand.check)
    step = _find_step(len(some.images), costs.per_image)
    is_slow = at_a_glance or costs.per_image > SLOW
    answer = _answer_within(model, costs, errand)
    images, labels = some.images[::step], some.labels[::step]
    shape = flow(network).shapes[network.inputs[0]]
    return tuple(search(answer, shape, images, labels, errand, to_beat, is_slow))


def try_reconstruction(
    network: Architecture, model: keras.Model, images: npt.NDArray[Any], errand: Errand
) -> tuple[Trial, ...]:
    """The same for an autoencoder, by the share of variance that it gives back.

    Raises:
        ModelFileError: It takes no images.
        CalledOff: Somebody no longer wants it.
    """
    costs = find_costs(network, model, errand.check)
    images = images[:: _find_step(len(images), costs.per_image)]
    shape = flow(network).shapes[network.inputs[0]]
    answer = _answer_within(model, costs, errand)
    return tuple(search_reconstruction(answer, shape, images, errand))


def _find_step(count: int, work: float) -> int:
    """Every so many images are looked at, so that each class is there still."""
    if count * work <= _MOST_WORK:
        return 1
    return min(math.ceil(count * work / _MOST_WORK), max(count // _FEWEST, 1))


def _answer_within(model: keras.Model, costs: Costs, errand: Errand) -> Callable[[Floats], Floats]:
    """What computes the model, and counts what that costs."""

    def answer(x: Floats) -> Floats:
        errand.spend(len(x) * costs.per_image + costs.per_call)
        return predict(model, x, check=errand.check)

    return answer
