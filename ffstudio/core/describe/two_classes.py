"""Nets that tell two classes apart by one number, said as nets with an output for each class."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.roles import find_last_activation

Weights = Mapping[str, Sequence[npt.NDArray[np.float32]]]

# What one number is: a share from 0 to 1, of which a half parts the classes, or a score that 0 does.
SHARE, SCORE = "share", "score"


def find_two_classes(network: Architecture, role: str, training: Mapping[str, Any]) -> str:
    """``SHARE`` or ``SCORE`` for a net whose one number tells two classes apart, as far as its last
    activation or its loss says so; else empty.

    Args:
        training: How it was trained, as far as its file tells.

    Raises:
        ModelFileError: The layers do not fit each other.
    """
    if role != "network" or len(network.inputs) != 1 or len(network.outputs) != 1:
        return ""
    if math.prod(n or 0 for n in flow(network).shapes[network.outputs[0]]) != 1:
        return ""
    if find_last_activation(network) == "sigmoid":
        return SHARE
    is_of_two = "binary_crossentropy" in str(training.get("loss") or "").lower()
    return SCORE if is_of_two else ""


def give_two_outputs(
    network: Architecture, weights: Weights, what: str
) -> tuple[Architecture, dict[str, Sequence[npt.NDArray[np.float32]]]]:
    """The same net with an output for each of its two classes, the one that it answers with a small
    number first: the shares 1 − p and p, or the scores 0 and z.

    Args:
        what: ``SHARE`` or ``SCORE``.
    """
    (end,) = network.outputs
    taken = {layer.name for layer in network.layers}
    name = next(
        n for n in ("two_classes", *map("two_classes_{}".format, range(99))) if n not in taken
    )
    settings = check_settings("Dense", {"units": 2, "activation": "linear"})
    added = Layer(name, "Dense", settings, calls=((end,),))
    first = (-1, 1) if what == SHARE else (0, 0)
    kernel = np.array([[first[0], 1]], np.float32)
    bias = np.array([first[1], 0], np.float32)
    widened = replace(network, layers=(*network.layers, added), outputs=(Port(name),))
    return widened, {**weights, name: (kernel, bias)}
