"""Numbers that models want for black and white: scales of grey images 0–255."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import numpy.typing as npt

from ffstudio.core.assets import resource
from ffstudio.core.words import say_all

Floats = npt.NDArray[np.float32]

# MNIST's training images, as many tutorials write them.
_MEAN, _DEVIATION = 0.1307, 0.3081
# The side of scikit-learn's digits, which have a mean image of their own.
_SMALL_SIDE = 8
# Pixels that hardly ever differ, 0–1: whoever divides by their deviation trained on other ones.
_LEAST_DEVIATION = 0.02


def _per_image(x: Floats) -> Floats:
    axes = (1, 2)
    spread = x.std(axis=axes, keepdims=True)
    centred: Floats = (x - x.mean(axis=axes, keepdims=True)) / np.maximum(spread, 1e-6)
    return centred


def _by_length(*axes: int) -> Callable[[Floats], Floats]:
    """As ``keras.utils.normalize`` does: of nothing but zeros nothing is made."""

    def scale(x: Floats) -> Floats:
        length = np.sqrt((x * x).sum(axis=axes, keepdims=True))
        return (x / np.where(length == 0, 1, length)).astype(np.float32)

    return scale


# The commonest first.
SCALES: dict[str, Callable[[Floats], Floats]] = {
    "0–1": lambda x: x / np.float32(255),
    "0–16": lambda x: x / np.float32(255 / 16),
    "0–255": lambda x: x,
    "1–0": lambda x: 1 - x / np.float32(255),
    "255–0": lambda x: 255 - x,
    "−1…1": lambda x: x / np.float32(127.5) - 1,
    "1…−1": lambda x: 1 - x / np.float32(127.5),
    "mean/std": lambda x: (x / np.float32(255) - np.float32(_MEAN)) / np.float32(_DEVIATION),
    "mean/std per image": _per_image,
    "length of columns": _by_length(1),
    "length of rows": _by_length(2),
    "length of images": _by_length(1, 2),
}
# Those that need a mean image and its deviations, 0–1, besides: see :func:`pixel_statistics`.
PIXEL_SCALES: dict[str, Callable[[Floats, Floats, Floats], Floats]] = {
    "mean/std per pixel": lambda x, mean, deviation: (x / np.float32(255) - mean) / deviation,
    "minus mean image": lambda x, mean, deviation: x / np.float32(255) - mean,
}
# Those in which black and white are the same numbers in every image and at every place.
FIXED_SCALES = ("0–1", "0–255", "1–0", "255–0", "−1…1", "1…−1", "mean/std", "0–16")
# Those that are tried only where the usual ones leave something to explain.
RARE_SCALES = (
    "mean/std per pixel",
    "minus mean image",
    "length of columns",
    "length of rows",
    "length of images",
)

SCALE_LABELS: dict[str, str] = say_all(
    {
        "0–1": "x/255",
        "0–255": "raw 0–255",
        "1–0": "1 − x/255 (black on white)",
        "255–0": "255 − x (black on white)",
        "−1…1": "x/127.5 − 1",
        "1…−1": "1 − x/127.5 (black on white)",
        "mean/std": "(x/255 − 0.1307) / 0.3081",
        "mean/std per image": "mean 0, deviation 1 in every image",
        "0–16": "0–16 (scikit-learn's digits)",
        "length of columns": "every column by its length (Keras' normalize, axis 1)",
        "length of rows": "every row by its length (Keras' normalize, axis 2)",
        "length of images": "every image by its length",
        "mean/std per pixel": "mean 0, deviation 1 in every pixel, as digits have them",
        "minus mean image": "x/255 minus the mean image of digits",
    }
)


@cache
def pixel_statistics(size: tuple[int, int]) -> tuple[Floats, Floats]:
    """The mean image of digits and the deviation of its pixels, each (1, side, side), 0–1.

    Those of MNIST's training images, 28×28, or, for images as small as scikit-learn's, of
    those. A pixel that never differs has the deviation 1, as scikit-learn has it.

    Args:
        size: Height and width of the images that are scaled.
    """
    if size == (_SMALL_SIDE, _SMALL_SIDE):
        with np.load(resource("data", "digits.npz"), allow_pickle=False) as archive:
            images = archive["images"].astype(np.float32) / np.float32(16)
        return images.mean(axis=0)[None], images.std(axis=0)[None]
    with np.load(resource("data", "mnist_pixels.npz"), allow_pickle=False) as archive:
        return archive["mean"][None], archive["deviation"][None]


def divide_by(deviation: Floats) -> Floats:
    """What is divided by for so large deviations: 1 where pixels do not differ."""
    return np.where(deviation < _LEAST_DEVIATION, np.float32(1), deviation).astype(np.float32)
