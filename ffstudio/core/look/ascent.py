"""An image made step by step so that one layer likes it better: gradient ascent on the pixels.

Sources: Erhan, Bengio, Courville & Vincent 2009, "Visualizing higher-layer features of a deep
network" (a unit); Simonyan, Vedaldi & Zisserman 2013, "Deep inside convolutional networks",
section 2 (a class score with an L2 penalty); Mahendran & Vedaldi 2015, "Understanding deep image
representations by inverting them", section 3 (total variation).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errand import Errand
from ffstudio.core.image_shape import ImageShape, pictures_of
from ffstudio.core.look.image_gradients import ImageGradient, Values
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.integer]

GREY, NOISE, IMAGE = "grey", "noise", "image"
# A step that makes it worse is taken back and halved; one that helps lets the next grow.
_SHRINK, _GROW = 0.5, 1.15


@dataclass(frozen=True)
class AscentRule:
    """How an image is raised.

    Attributes:
        steps: How often the gradient is followed.
        step: How far the pixels go in the first step, their root mean square.
        smoothness: Weight of the variation between neighbours.
        shrinking: Weight of half the sum of squared pixels (L2), which pulls them to 0.
        low, high: The range that pixels are kept in.
        start: ``grey`` (the middle of the range), ``noise`` or ``image``.
        seed: Of the noise.
    """

    steps: int = 80
    step: float = 0.1
    smoothness: float = 1.0
    shrinking: float = 0.3
    low: float = 0.0
    high: float = 1.0
    start: str = GREY
    seed: int = 1


@dataclass(frozen=True, eq=False)
class Ascent:
    """Images that were raised, several at once.

    Attributes:
        numbers: The label or unit that is meant in each (n,).
        images: (n, pixels).
        values: What was raised, after every step, the start first (steps + 1, n).
        is_done: False while more steps are to come.
        is_silent: Which of them had no gradient at their start (n,).
    """

    numbers: Ints
    images: Floats
    values: Values
    is_done: bool
    is_silent: npt.NDArray[np.bool_]

    @property
    def steps(self) -> int:
        """How many have been made."""
        return len(self.values) - 1


def start_images(
    rule: AscentRule, count: int, num_pixels: int, label_pixels: int, image: npt.ArrayLike | None
) -> Values:
    """Where the images begin: (count, pixels).

    Args:
        label_pixels: So many first pixels carry the label: the net does not see what stands there,
            and they stay as dark as can be.
        image: For ``image`` (pixels,).
    """
    middle = 0.5 * (rule.low + rule.high)
    if rule.start == IMAGE and image is not None:
        made = np.tile(np.asarray(image, np.float64), (count, 1))
    elif rule.start == NOISE:
        # The same noise for all, so that what differs is what was wanted.
        rng = np.random.default_rng(rule.seed)
        noise = rng.uniform(rule.low, rule.high, num_pixels)
        made = np.tile(middle + 0.5 * (noise - middle), (count, 1))
    else:
        made = np.full((count, num_pixels), middle)
    if rule.start != IMAGE:
        made[:, :label_pixels] = rule.low
    return np.clip(made, rule.low, rule.high)


def measure_variation(x: Values, shape: ImageShape) -> tuple[Values, Values]:
    """Σ (Δ↓² + Δ→²) of images and its gradient: how much neighbours differ.

    Source: Mahendran & Vedaldi 2015, section 3, total variation with β = 2, which has no corner.

    Args:
        x: (n, numbers); ``shape``: (height, width), or with channels, which do not count as
            neighbours of each other.

    Returns:
        (n,) and (n, pixels).
    """
    pictures = pictures_of(x, shape)
    down, right = np.diff(pictures, axis=1), np.diff(pictures, axis=2)
    slope = np.zeros_like(pictures)
    slope[:, :-1] -= 2.0 * down
    slope[:, 1:] += 2.0 * down
    slope[:, :, :-1] -= 2.0 * right
    slope[:, :, 1:] += 2.0 * right
    varied = np.sum(down**2, axis=(1, 2, 3)) + np.sum(right**2, axis=(1, 2, 3))
    return varied, slope.reshape(x.shape)


def ascend(
    gradient: ImageGradient,
    numbers: Ints,
    start: Values,
    rule: AscentRule,
    errand: Errand | None = None,
    tell: Callable[[Ascent], object] = lambda ascent: None,
) -> Ascent:
    """Raises images from their start.

    Climbs f(x)/s − λ₂·½Σx² − λ_V·V(x), where f is what is wanted, V the variation between
    neighbours and s the root mean square of f's gradient at the start (so the weights λ mean the
    same for every layer and goodness). Each step goes along the gradient, scaled to a length, and
    is cut off at the range; one that does not climb is taken back and the next is half as long.
    So without penalties f never falls.

    Args:
        numbers: The label or unit that is meant in each (n,).
        start: (n, pixels), from :func:`start_images`.
        errand: Told of every twentieth part; ends the work when it is called off.
        tell: Told as often what there is by then.

    Raises:
        CalledOff: Nobody wants it any more.
    """
    errand = errand or Errand()
    shape = gradient.net.image_shape or (1, start.shape[1])
    penalised = gradient.net.label_pixels
    x = start.copy()
    values, slope = gradient.follow(x, numbers)
    scale = np.sqrt(np.mean(slope**2, axis=1))
    silent = ~(scale > 0)  # NaN of a net that diverged included
    scale = np.where(silent, 1.0, scale)[:, None]

    def judge(images: Values, value: Values, towards: Values) -> tuple[Values, Values]:
        height, up = value / scale[:, 0], towards / scale
        if rule.shrinking:
            height = height - 0.5 * rule.shrinking * np.sum(images**2, axis=1)
            up = up - rule.shrinking * images
        if rule.smoothness:
            varied, more = measure_variation(images, shape)
            height, up = height - rule.smoothness * varied, up - rule.smoothness * more
        up[:, :penalised] = 0.0
        up[silent] = 0.0
        return height, up

    height, up = judge(x, values, slope)
    lengths = np.full((len(x), 1), rule.step)
    course = [values]
    every = max(rule.steps // 20, 1)
    for made in range(rule.steps):
        errand.check()
        size = np.sqrt(np.mean(up**2, axis=1, keepdims=True))
        there = np.clip(x + lengths * up / np.where(size > 0, size, 1.0), rule.low, rule.high)
        value_there, slope_there = gradient.follow(there, numbers)
        height_there, up_there = judge(there, value_there, slope_there)
        climbs = height_there > height
        lengths = np.where(
            climbs[:, None], np.minimum(lengths * _GROW, 4 * rule.step), lengths * _SHRINK
        )
        x = np.where(climbs[:, None], there, x)
        up = np.where(climbs[:, None], up_there, up)
        height = np.where(climbs, height_there, height)
        values = np.where(climbs, value_there, values)
        course.append(values)
        if (made + 1) % every == 0 and made + 1 < rule.steps:
            errand.tell(tr("Raising the image, step"), made + 1, rule.steps)
            tell(Ascent(numbers, x.astype(np.float32), np.array(course), False, silent))
    return Ascent(numbers, x.astype(np.float32), np.array(course), True, silent)
