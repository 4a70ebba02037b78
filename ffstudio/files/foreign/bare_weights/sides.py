"""Sides of the images that bare weights were trained on: told by their rows, else by habit."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from ffstudio.core.describe.architecture import Layer
from ffstudio.files.foreign.bare_weights.geometry import WIDE
from ffstudio.files.foreign.bare_weights.pieces import Piece

# Sides of square images that people train on, the commonest first.
SIDES = (28, 32, 64, 20, 24, 8, 16, 14, 48, 56, 80, 96, 100, 128, 150, 160, 192, 200, 224, 256)
# Others that are tried after these, the rounder ones first.
_LEAST, _MOST = 8, 257
# What nets whose weights fit images of any size are tried with.
_USUAL = (28, 32, 64, 128, 224)
# Sides of nets that begin with a wide stride.
_LARGE = (227, 224, 256, 128, 96)
# What is said of them.
ANY_SIDE = "their size is a guess, these weights fit images of any"
# A map of fewer places a side is seldom what is averaged; so large an image begins no photographs.
_LEAST_MAP, _PHOTOGRAPH = 2, 224
# From here on every halving makes images larger than what is written or drawn.
_MANY_HALVINGS = 32


def list_groups(channels: int) -> Iterator[list[tuple[int, tuple[int, ...]]]]:
    """Groups of sides of images with levels of oddity: the first group with an answer counts.

    Digits are 28 wide; as often as a network for 32, which they were padded to, it is one for
    28 that fits with a little oddity, such as another padding in one convolution.
    """
    # Colour pictures are CIFAR's more often than not.
    usual = (32, 64, 28) if channels == 3 else (28, 32)
    first, *others = usual
    yield [(first, (0,))]
    yield [(first, (1, 2)), *((side, (0,)) for side in others)]
    yield [(first, (3,)), *((side, (1, 2)) for side in others)]
    yield [(first, (4,)), *((side, (3,)) for side in others)]
    rest = [side for side in SIDES if side not in usual]
    *round_ones, even, odd = _list_unusual()
    # A margin of one pixel less and another padding fit alike: images tell which.
    likely = [*rest, *itertools.chain(*round_ones)]
    yield [(side, (0,)) for side in likely]
    yield [(side, (0,)) for side in (*even, *odd)]
    for side in likely:
        yield [(side, (1, 2))]
    yield [(side, (WIDE,)) for side in _LARGE]


def list_levels(side: int) -> list[list[tuple[int, tuple[int, ...]]]]:
    """As :func:`list_groups`, for images of one side alone, which somebody says they have."""
    return [[(side, levels)] for levels in ((0,), (1, 2), (3,), (4,), (WIDE,))]


def _list_unusual() -> list[list[int]]:
    """Sides that few use, those together that are as round, the roundest first."""
    left = [side for side in range(_LEAST, _MOST) if side not in SIDES]
    groups = []
    for step in (8, 10, 4, 2):
        groups.append([side for side in left if side % step == 0])
        left = [side for side in left if side % step]
    return [*groups, left]


def fits_any_side(line: Sequence[Piece]) -> bool:
    """True where a mean over each map is named: the dense rows behind it follow from channels."""
    convs = [i for i, piece in enumerate(line) if piece.kind == "Conv2D" and piece.shapes]
    if not convs or any("Transpose" in piece.kind for piece in line):
        return False
    if not any(piece.kind.startswith("Global") for piece in line[convs[-1] :]):
        return False  # a map of one place may be laid out, as LeNet's last is
    dense = next((piece for piece in line[convs[-1] :] if piece.kind == "Dense"), None)
    return dense is not None and dense.shapes[0][0] == line[convs[-1]].shapes[0][-1]


def guess_sides(layers: Sequence[Layer], channels: int) -> list[int]:
    """Sides to try for weights that fit any, the likeliest first.

    By habit: digits and small pictures where something is left of them before the mean, and
    photographs where images are halved five times or more.
    """
    halved = math.prod(_step_of(layer) for layer in layers)
    small = 32 if channels == 3 else 28
    if halved >= _MANY_HALVINGS:
        first = _PHOTOGRAPH
    else:
        first = next(
            (s for s in (small, *_USUAL) if s >= small and s // halved >= _LEAST_MAP), small
        )
    return [first, *(side for side in _USUAL if side != first and side >= halved)]


def _step_of(layer: Layer) -> int:
    if layer.kind.startswith("Global"):
        return 1
    step = layer.settings.get("strides") or layer.settings.get("pool_size") or 1
    return int(step[0] if isinstance(step, (list, tuple)) else step)


def habitual_strides(line: Sequence[Piece]) -> list[dict[str, int]]:
    """Strides that nets without pools have by habit: where channels grow, or in all convolutions."""
    convs = [piece for piece in line if piece.kind == "Conv2D" and piece.shapes]
    if len(convs) < 2 or any("Pooling" in p.kind and "Global" not in p.kind for p in line):
        return []
    grown = [convs[0].name] if convs[0].shapes[0][0] > 1 else []
    for before, piece in itertools.pairwise(convs):
        if piece.shapes[0][-1] > before.shapes[0][-1] and piece.shapes[0][0] > 1:
            grown.append(piece.name)
    ways = [dict.fromkeys(grown, 2)] if grown else []
    every = dict.fromkeys((piece.name for piece in convs), 2)
    return [*ways, every] if every not in ways and len(convs) <= 5 else ways
