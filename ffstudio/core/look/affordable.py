"""Predictions for a set, or for as many of its images as there is time for."""

from __future__ import annotations

from typing import Protocol

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.work import count_affordable
from ffstudio.core.errand import Errand
from ffstudio.core.images.data import Samples
from ffstudio.core.look.fixed_sample import draw_sample
from ffstudio.core.look.judge import Judgement
from ffstudio.core.look.network_snapshot import NetworkSnapshot

# Multiply-adds with NumPy before a sample has to do: some ten seconds.
NUMPY_WORK = 100e9


class _Judged(Protocol):
    """A net of a moment."""

    def judge(self, samples: Samples, errand: Errand | None = None) -> Judgement: ...


def predict_affordable(
    net: _Judged, samples: Samples, errand: Errand, judges_all: bool = False
) -> npt.NDArray[np.int16]:
    """Predicted labels (n,); −1 of images that were not judged because one costs much.

    Which those are is the same at every call.

    Args:
        judges_all: However long that takes.

    Raises:
        CalledOff: Nobody wants to know any more.
    """
    total = len(samples)
    if isinstance(net, NetworkSnapshot) and not judges_all:
        count = count_affordable(net.work, total, NUMPY_WORK)
        if count < total:
            drawn = draw_sample(samples, "", count)
            predictions = np.full(total, -1, np.int16)
            predictions[drawn.rows] = net.judge(drawn.samples, errand).predictions
            return predictions
    return net.judge(samples, errand).predictions
