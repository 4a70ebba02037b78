"""Shortcuts past a block of layers: what the block sees is added to what its last layer sums up.

a = g(F(x) + x), or a = g(F(x) + W·x) where the two have other shapes: W is then a learnt matrix, of
a convolution a 1×1 kernel that takes steps (He, Zhang, Ren and Sun 2015, arXiv 1512.03385,
equations 1 and 2; identity shortcuts, and projections where shapes differ: their option B). In a
Forward-Forward net x is what the block's first layer sees, normalised and a constant: W learns by
the loss of the layer that adds it, and nothing goes back into the layers below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Shortcut:
    """How what a block sees is brought to the shape of its last layer's sums.

    Attributes:
        kernel: Shape of the learnt matrix: (inputs, units), or of a convolution (1, 1, channels,
            units); () where it is added as it is.
        stride: Pixels from one place that is taken to the next.
    """

    kernel: tuple[int, ...] = ()
    stride: int = 1


def find_stride(below: Sequence[int], above: Sequence[int]) -> int:
    """The stride that brings so many places each way to others; 0 where none does."""
    for stride in range(1, max(below) + 1):
        if all(-(-n // stride) == m for n, m in zip(below, above, strict=True)):
            return stride
    return 0


def plan_shortcut(block: Sequence[int], sums: Sequence[int]) -> Shortcut | None:
    """The shortcut from what a block sees to what its last layer sums up; None where none fits.

    Args:
        block: (inputs,) or (height, width, channels).
        sums: (units,) or (height, width, units), before any pooling.
    """
    if len(block) != len(sums):
        return None
    if tuple(block) == tuple(sums):
        return Shortcut()
    if len(block) == 1:
        return Shortcut((block[0], sums[0]))
    stride = find_stride(block[:2], sums[:2])
    return Shortcut((1, 1, block[2], sums[2]), stride) if stride else None
