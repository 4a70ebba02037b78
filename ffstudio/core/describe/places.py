"""Nets that say something of each place of what they are given: masks, labels of a sequence."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from ffstudio.core.describe.architecture import Architecture, Layer
from ffstudio.core.describe.kinds import Shape

# Losses that ask for one of several classes.
_CLASSES = re.compile(r"categorical|nll|sparse")
# Losses and metrics that compare masks.
_OVERLAPS = re.compile(r"dice|jaccard|tversky|lovasz|(?<![a-z])(?:binary_|mean_|one_hot_)*m?io_?u")
# What people call nets that mark what is where, their layers and their files.
_MASKS = re.compile(
    r"(?<![a-z])(?:res|att|attention|mini|small|simple)?[-_]?u[-_]?net|segment|"
    r"(?<![a-z])seg(?![a-z])|(?<![a-z])masks?(?![a-z])"
)
# What makes pictures smaller whatever its settings.
_POOLS = ("MaxPooling2D", "AveragePooling2D")
_JOINS = ("Concatenate", "Add")


def count_places(shape: Shape) -> int:
    """For how many places there are numbers: 1 for a row of them, 784 for 28×28×10; sizes that are
    open count as two."""
    return math.prod(2 if n is None else n for n in shape[:-1])


def labels_places(given: Shape, made: Shape, last: str, loss: str) -> bool:
    """Whether each place of the output is given one of several classes.

    Args:
        last: The activation at the end, in small letters.
        loss: In small letters; empty where the file has none.
    """
    if count_places(made) < 2 or (made[-1] or 2) < 2:
        return False
    if last in ("softmax", "log_softmax"):
        return True
    # Some train pictures that are to come back by such a loss.
    return bool(_CLASSES.search(loss)) and not (last == "sigmoid" and given == made)


def says_mask(names: str, training: Mapping[str, Any]) -> bool:
    """Whether names, loss or metrics say that masks are made.

    Args:
        names: Of the file, the net and its last layer, in small letters.
    """
    judged = f"{training.get('loss') or ''} {training.get('metrics') or ''}".lower()
    return bool(_MASKS.search(names) or _OVERLAPS.search(judged))


def has_skip(network: Architecture) -> bool:
    """Whether a connection leads past all that makes the picture smaller, as in a U-Net: nothing
    has to go through a code."""
    sunk: set[tuple[str, int]] = set()  # uses of layers that come out of smaller pictures
    for _ in network.layers:  # in a file's order a layer may stand before what feeds it
        before = len(sunk)
        for layer in network.layers:
            for call, fed in enumerate(layer.calls):
                if _makes_smaller(layer) or any((p.layer, p.call) in sunk for p in fed):
                    sunk.add((layer.name, call))
        if len(sunk) == before:
            break
    for layer in network.layers:
        if isinstance(layer.inner, Architecture) and has_skip(layer.inner):
            return True
        for fed in layer.calls if layer.kind in _JOINS else ():
            if len({(p.layer, p.call) in sunk for p in fed}) == 2:
                return True
    return False


def _makes_smaller(layer: Layer) -> bool:
    if isinstance(layer.inner, Architecture):
        return any(map(_makes_smaller, layer.inner.layers))
    if layer.kind in _POOLS:
        return True
    strides = layer.settings.get("strides")
    steps = strides if isinstance(strides, (list, tuple)) else [strides]
    # (A transposed convolution with strides makes pictures larger.)
    return layer.kind.endswith("Conv2D") and any(isinstance(n, int) and n > 1 for n in steps)
