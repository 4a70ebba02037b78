"""What each pixel of an image adds to one number of one layer.

Sources: Simonyan, Vedaldi & Zisserman 2013, "Deep inside convolutional networks", section 3
(gradients as maps); Shrikumar et al. 2016 (gradient × input); Sundararajan, Taly & Yan 2017,
"Axiomatic attribution for deep networks" (integrated gradients); Zeiler & Fergus 2014,
"Visualizing and understanding convolutional networks", section 4.2 (occlusion).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import size_of, spread_over_channels
from ffstudio.core.look.image_gradients import ImageGradient, Values

INPUT, INTEGRATED, OCCLUDED = "input", "integrated", "occluded"

# Gauss-Legendre, three points on 0…1: exact for polynomials of degree five.
_POINTS, _POINT_WEIGHTS = (
    0.5 + 0.5 * np.polynomial.legendre.leggauss(3)[0],
    0.5 * np.polynomial.legendre.leggauss(3)[1],
)
# Pieces of the path are not cut finer than that: 2⁻⁴⁰ of it.
_SHORTEST = 2.0**-40


@dataclass(frozen=True)
class AttributionRule:
    """How a number is shared out among pixels.

    Attributes:
        method: ``input`` (gradient × input), ``integrated`` (integrated gradients) or ``occluded``.
        baseline: The pixels' value that stands for nothing.
        most: At most so many gradients along the path of integrated gradients.
        tolerance: Integrated gradients look closer until the sum is so near, as a share of the
            difference.
        patch: Side of the square that occlusion covers, in pixels.
    """

    method: str = INTEGRATED
    baseline: float = 0.0
    most: int = 500
    tolerance: float = 0.005
    patch: int = 4


@dataclass(frozen=True, eq=False)
class Attribution:
    """One number shared out among the pixels of an image.

    Attributes:
        pixels: What each adds (pixels,).
        value: The number of the image.
        base: The number of the baseline.
        looks: How many images were looked at.
    """

    method: str
    pixels: Values
    value: float
    base: float
    looks: int

    @property
    def total(self) -> float:
        """The attributions' sum."""
        return float(self.pixels.sum())

    @property
    def difference(self) -> float:
        """What integrated gradients' sum ought to be: the number less that of the baseline."""
        return self.value - self.base

    @property
    def missing(self) -> float:
        """How far the sum is from that, as a share of it; infinite where that is 0."""
        if self.total == self.difference:
            return 0.0
        return abs(self.total - self.difference) / abs(self.difference or np.nan)


def attribute(
    gradient: ImageGradient, x: npt.ArrayLike, number: int, rule: AttributionRule
) -> Attribution:
    """What each pixel of an image adds to the wish's value.

    Args:
        x: (pixels,).
        number: The label or unit that is meant.
    """
    image = np.asarray(x, np.float64)
    base = np.full_like(image, rule.baseline)
    which = np.array([number])
    ends = gradient.measure(np.stack([base, image]), np.array([number, number]))
    if rule.method == INPUT:
        _, slope = gradient.follow(image[None], which)
        pixels, looks = (image - base) * slope[0], 1
    elif rule.method == INTEGRATED:
        pixels, looks = _integrate(gradient, base, image, number, ends, rule)
    else:
        pixels, looks = _occlude(gradient, base, image, number, float(ends[1]), rule)
    return Attribution(rule.method, pixels, float(ends[1]), float(ends[0]), looks + 2)


def _integrate(
    gradient: ImageGradient,
    base: Values,
    image: Values,
    number: int,
    ends: Values,
    rule: AttributionRule,
) -> tuple[Values, int]:
    """(x − x₀) · ∫ ∂f/∂x (x₀ + t(x − x₀)) dt over the straight path, t from 0 to 1.

    How much f grows on a piece of the path is known from its ends, and that is what the piece's
    attributions have to add up to: the pieces where they do so least are cut in halves, again and
    again. A layer that normalises its input changes most close to a black baseline, and there the
    pieces become short.
    """
    along = image - base

    def integrate(starts: Values, lengths: Values) -> Values:
        at = starts[:, None] + lengths[:, None] * _POINTS
        rows = base + at.reshape(-1, 1) * along
        _, slopes = gradient.follow(rows, np.full(len(rows), number))
        slopes = slopes.reshape(len(starts), len(_POINTS), -1)
        mean = np.tensordot(slopes, _POINT_WEIGHTS, axes=(1, 0))
        return np.asarray(lengths[:, None] * mean * along)

    def heights(at: Values) -> Values:
        return gradient.measure(base + at[:, None] * along, np.full(len(at), number))

    cuts = np.linspace(0.0, 1.0, 9)
    level = heights(cuts[1:-1])
    known = np.concatenate([ends[:1], level, ends[1:]])
    starts, lengths, growth = cuts[:-1], np.diff(cuts), np.diff(known)
    parts = integrate(starts, lengths)
    looks = len(level) + 3 * len(starts)
    limit = rule.tolerance * max(abs(float(ends[1] - ends[0])), 1e-12)
    while looks < rule.most:
        off = np.abs(parts.sum(axis=1) - growth)
        if not off.sum() > limit:
            break
        # Those that are off by more than their share, the worst first, as many as may be.
        worst = np.argsort(-off)[: max((rule.most - looks) // 7, 1)]
        cut = worst[(off[worst] > 0.25 * off.max()) & (lengths[worst] > _SHORTEST)]
        if not len(cut):
            break
        halves = 0.5 * lengths[cut]
        middles = starts[cut] + halves
        level = heights(middles)
        first = level - heights(starts[cut])
        new_starts = np.concatenate([starts[cut], middles])
        new_lengths = np.concatenate([halves, halves])
        new_growth = np.concatenate([first, growth[cut] - first])
        made = integrate(new_starts, new_lengths)
        rest = np.setdiff1d(np.arange(len(starts)), cut)
        starts = np.concatenate([starts[rest], new_starts])
        lengths = np.concatenate([lengths[rest], new_lengths])
        growth = np.concatenate([growth[rest], new_growth])
        parts = np.concatenate([parts[rest], made])
        looks += 2 * len(cut) + 3 * len(new_starts)
    return parts.sum(axis=0), looks


def _occlude(
    gradient: ImageGradient,
    base: Values,
    image: Values,
    number: int,
    whole: float,
    rule: AttributionRule,
) -> tuple[Values, int]:
    """How much is lost by covering squares, the mean over the squares that cover a pixel."""
    shape = gradient.net.image_shape or (1, len(image))
    height, width = size_of(shape)
    high, wide = min(rule.patch, height), min(rule.patch, width)
    tops, lefts = _places(height, high), _places(width, wide)
    masks = np.zeros((len(tops) * len(lefts), height, width), bool)
    for i, top in enumerate(tops):
        for j, left in enumerate(lefts):
            masks[i * len(lefts) + j, top : top + high, left : left + wide] = True
    covers = spread_over_channels(masks, shape)  # all colours of a pixel at once
    rows = np.where(covers, base, image)
    lost = whole - gradient.measure(rows, np.full(len(rows), number))
    return (lost @ covers) / covers.sum(axis=0), len(rows)


def _places(size: int, patch: int) -> list[int]:
    """Where squares begin: half a square apart, the last at the edge."""
    step = max(patch // 2, 1)
    return sorted({*range(0, size - patch + 1, step), size - patch})
