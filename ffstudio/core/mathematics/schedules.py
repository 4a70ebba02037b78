"""Learning-rate schedules: the factor on every learning rate, by the share of a plan done.

A new schedule is one function here and one entry in :data:`RATE_SCHEDULES`.
"""

from __future__ import annotations

import math

from ffstudio.core.mathematics._variant import Variant


def constant(progress: float) -> float:
    """1 throughout."""
    return 1.0


def half_linear(progress: float) -> float:
    """1 for the first half, then linear to 0 (Hinton's published Matlab code)."""
    return min(1.0, 2.0 * (1.0 - progress))


def linear(progress: float) -> float:
    """1 − progress."""
    return 1.0 - progress


def cosine(progress: float) -> float:
    """½(1 + cos(π·progress)) (Loshchilov & Hutter 2017)."""
    return 0.5 * (1.0 + math.cos(math.pi * progress))


RATE_SCHEDULES: dict[str, Variant] = {
    "constant": Variant(constant, "Constant", "The learning rate stays as it is."),
    "half_linear": Variant(
        half_linear,
        "Cool-down over second half",
        "Constant for the first half of the epochs, then linear to zero (Hinton's code).",
    ),
    "linear": Variant(linear, "Linear to zero", "Falls evenly from the first step to the last."),
    "cosine": Variant(cosine, "Cosine to zero", "Falls slowly, then fast, then slowly."),
}
