"""What it costs to ask a Keras model, counted and, where the count falls short, measured."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

import keras
import numpy as np

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.work import SEARCH_WORK, count_call_work, count_multiply_adds
from ffstudio.engine.strangers.predicting import predict

# Multiply-adds of a second of processor time: what SEARCH_WORK is meant to take on two cores.
_PER_SECOND = SEARCH_WORK / 14
# Images of the call that is measured; so much dearer than counted it must be to be believed, as
# small differences are noise and the same file should be tried the same way on every machine.
_MEASURED, _DEARER = 10, 3.0


@dataclass(frozen=True)
class Costs:
    """In multiply-adds, or what takes as long.

    Attributes:
        per_image: For one image.
        per_call: For calling the model, whatever the number of images.
    """

    per_image: float
    per_call: float


def find_costs(
    network: Architecture, model: keras.Model, check: Callable[[], object] = lambda: None
) -> Costs:
    """Depthwise convolutions and many small layers take far longer than their multiply-adds say.

    Args:
        model: Of the network; it takes images.
        check: Called before every batch; raises when nobody wants the answer any more.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    counted = Costs(float(count_multiply_adds(network)), count_call_work(network))
    shape = flow(network).shapes[network.inputs[0]]
    images = np.zeros((_MEASURED, *(28 if n is None else n for n in shape)), np.float32)
    predict(model, images[:1], check=check)  # the first call does more
    expected = (_MEASURED * counted.per_image + counted.per_call) / _PER_SECOND
    dearer = 1.0
    # Processor time: what else the machine does shall not count. What else this program does,
    # in another thread, may pass meanwhile: a second look tells.
    for _ in range(2):
        began = time.process_time()
        predict(model, images, check=check)
        seen = (time.process_time() - began) / expected
        dearer = seen if dearer == 1.0 else min(dearer, seen)
        if dearer < _DEARER:
            return counted
    return Costs(counted.per_image * dearer, counted.per_call * dearer)
