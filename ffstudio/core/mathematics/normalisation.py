"""Normalisation between layers: what hides a layer's goodness from the next.

A new one is a function of a vector's sum of squares here and an entry in
:data:`NORMALISATIONS`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ffstudio.core.mathematics._variant import Array, Namespace, Variant
from ffstudio.core.mathematics.goodness import by_class


def l2_divisor(sum_of_squares: Array, width: int, xp: Namespace = np) -> Array:
    """‖x‖₂ + 1e-4: afterwards the vector has length 1 (Keras example)."""
    return xp.sqrt(sum_of_squares) + 1e-4


def rms_divisor(sum_of_squares: Array, width: int, xp: Namespace = np) -> Array:
    """Root mean square, + 1e-8 under the root: afterwards the mean square is 1.

    Source: Hinton's published Matlab code, ``ffnormrows``.
    """
    return xp.sqrt(sum_of_squares / float(width) + 1e-8)


def no_divisor(sum_of_squares: Array, width: int, xp: Namespace = np) -> Array:
    """1: the activities go up as they are, so goodness leaks to the next layer."""
    return xp.ones_like(sum_of_squares)


@dataclass(frozen=True)
class Normalisation(Variant):
    """What a vector is divided by: ``function(sum of squares, width, xp)``.

    Attributes:
        centred: True when the vector's mean is taken from it first; the sum of squares is then
            that of what is left.
        by_place: True when the channels at each place of a convolution's activities are brought to
            mean 0 and variance 1 instead, place by place.
    """

    centred: bool = False
    by_place: bool = False


NORMALISATIONS: dict[str, Normalisation] = {
    "rms": Normalisation(
        rms_divisor,
        "Root mean square",
        "Each layer sees inputs of mean square 1: only their direction tells (Hinton's code).",
    ),
    "standard": Normalisation(
        rms_divisor,
        "Mean and spread",
        "Each layer sees inputs of mean 0 and standard deviation 1: activity minus its mean "
        "(SCFF, 2025).",
        centred=True,
    ),
    "channels": Normalisation(
        rms_divisor,
        "Channels, place by place",
        "At each place a convolution sees channels of mean 0 and variance 1, so that no place is "
        "louder than another (layer normalisation over the channels, as in ASGE, arXiv 2509.12394); "
        "images and dense layers are brought to mean square 1.",
        by_place=True,
    ),
    "l2": Normalisation(
        l2_divisor,
        "Unit length",
        "Each layer sees inputs of length 1 (Keras example); needs large learning rates.",
    ),
    "none": Normalisation(
        no_divisor,
        "None",
        "Inputs go up unchanged: the next layer can cheat by reading the goodness below.",
    ),
}


def centre(x: Array, normalisation: str, xp: Namespace = np) -> Array:
    """Each vector of ``x`` (..., width) less its mean, where the normalisation asks for it."""
    if not NORMALISATIONS[normalisation].centred:
        return x
    return x - xp.mean(x, axis=-1, keepdims=True)


def normalise(x: Array, normalisation: str, xp: Namespace = np) -> Array:
    """Divides each vector of ``x`` (..., width) by its divisor."""
    x = centre(x, normalisation, xp)
    sum_of_squares = xp.sum(xp.square(x), axis=-1, keepdims=True)
    width = int(x.shape[-1])
    return x / NORMALISATIONS[normalisation].function(sum_of_squares, width, xp)


def normalise_layer(
    x: Array,
    normalisation: str,
    num_classes: int = 1,
    xp: Namespace = np,
    is_image: bool = False,
) -> Array:
    """What a layer sees of the activities below it; the shape stays.

    Args:
        x: (batch, units) or (batch, height, width, channels).
        num_classes: Above goodness class by class their number: each class's units are
            brought to mean 0 and variance 1 (+ 1e-5 under the root), so that neither its
            mean nor its mean square goes up (DeeperForward's group normalisation).
        is_image: True for the image itself: its colours are never brought to one mean and variance
            place by place, which would take the brightness and leave the hue.
    """
    if num_classes > 1:
        groups = by_class(x, num_classes, xp)
        centred = groups - xp.mean(groups, axis=(1, 3), keepdims=True)
        variance = xp.mean(xp.square(centred), axis=(1, 3), keepdims=True)
        return xp.reshape(centred / xp.sqrt(variance + 1e-5), (-1, *x.shape[1:]))
    if len(x.shape) == 2:
        return normalise(x, normalisation, xp)
    if NORMALISATIONS[normalisation].by_place and not is_image and int(x.shape[-1]) > 1:
        centred = x - xp.mean(x, axis=-1, keepdims=True)
        variance = xp.mean(xp.square(centred), axis=-1, keepdims=True)
        return centred / xp.sqrt(variance + 1e-5)
    flat = xp.reshape(x, (-1, int(np.prod(x.shape[1:]))))
    return xp.reshape(normalise(flat, normalisation, xp), (-1, *x.shape[1:]))
