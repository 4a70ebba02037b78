"""The mathematics of Forward-Forward, written once for NumPy and for Keras.

Every function takes the array namespace ``xp`` last: ``numpy`` on the drawing
canvas and in inspection, ``keras.ops`` inside the compiled training step. A new
goodness, local loss, normalisation or negative strategy is one function here
plus one entry in the table below it; builder, experiment files and command
line pick it up from the table.

Notation: ``a`` activities (..., units) after the activation function; ``g``
goodness (...,); θ threshold; α sharpness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = Any
Namespace = Any


@dataclass(frozen=True)
class Variant:
    """One named way of doing something: the function and its sentence of help."""

    function: Callable[..., Array]
    label: str
    help: str


# --- goodness ---------------------------------------------------------------------------


def mean_square(a: Array, xp: Namespace = np) -> Array:
    """g = mean_j a_j² (Keras example ``forwardforward``); (..., units) → (...,)."""
    return xp.mean(xp.square(a), axis=-1)


def sum_square(a: Array, xp: Namespace = np) -> Array:
    """g = Σ_j a_j² (Hinton 2022, section 2); (..., units) → (...,)."""
    return xp.sum(xp.square(a), axis=-1)


GOODNESS: dict[str, Variant] = {
    "mean_square": Variant(
        mean_square,
        "Mean of squares",
        "Mean of the squared activities; a threshold near 1 suits any width (Keras example).",
    ),
    "sum_square": Variant(
        sum_square,
        "Sum of squares",
        "Sum of the squared activities; the threshold grows with the width (Hinton 2022, sec. 2).",
    ),
}


# --- local loss -------------------------------------------------------------------------


def _softplus(u: Array, xp: Namespace) -> Array:
    return xp.logaddexp(u, xp.zeros_like(u))


def logistic_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """½[softplus(α(θ−g⁺)) + softplus(α(g⁻−θ))], the mean over the two examples.

    Source: Hinton 2022, section 2, p(positive) = σ(g − θ); the mean over both
    halves is the Keras example's.
    """
    return 0.5 * (
        _softplus(sharpness * (threshold - positive), xp)
        + _softplus(sharpness * (negative - threshold), xp)
    )


def symmetric_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """softplus(−α(g⁺ − g⁻)): only the gap counts, not the threshold (SymBa, 2023)."""
    return _softplus(-sharpness * (positive - negative), xp)


def swish_loss(
    positive: Array, negative: Array, threshold: Array, sharpness: Array, xp: Namespace = np
) -> Array:
    """u·σ(u) with u = −α(g⁺ − g⁻): flat for pairs that are far apart already."""
    u = -sharpness * (positive - negative)
    return u / (1.0 + xp.exp(-xp.clip(u, -60.0, 60.0)))


LOCAL_LOSSES: dict[str, Variant] = {
    "logistic": Variant(
        logistic_loss,
        "Logistic around θ",
        "Pushes positive goodness above the threshold and negative below it (Hinton 2022).",
    ),
    "symmetric": Variant(
        symmetric_loss,
        "Symmetric pair (SymBa)",
        "Pushes the two goodness values of a pair apart; needs no threshold (Lee & Song 2023).",
    ),
    "swish": Variant(
        swish_loss,
        "Swish pair",
        "Like the symmetric pair, but pairs that are far apart no longer count.",
    ),
}


# --- normalisation ----------------------------------------------------------------------


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


NORMALISATIONS: dict[str, Variant] = {
    "rms": Variant(
        rms_divisor,
        "Root mean square",
        "Each layer sees inputs of mean square 1: only their direction tells (Hinton's code).",
    ),
    "l2": Variant(
        l2_divisor,
        "Unit length",
        "Each layer sees inputs of length 1 (Keras example); needs large learning rates.",
    ),
    "none": Variant(
        no_divisor,
        "None",
        "Inputs go up unchanged: the next layer can cheat by reading the goodness below.",
    ),
}


def normalise(x: Array, normalisation: str, xp: Namespace = np) -> Array:
    """Divides each vector of ``x`` (..., width) by its divisor."""
    sum_of_squares = xp.sum(xp.square(x), axis=-1, keepdims=True)
    width = int(x.shape[-1])
    return x / NORMALISATIONS[normalisation].function(sum_of_squares, width, xp)


# --- negative labels --------------------------------------------------------------------


def _to_int(x: Array, xp: Namespace) -> Array:
    return x.astype(np.int32) if xp is np else xp.cast(x, "int32")


def random_wrong_labels(
    labels: Array, num_classes: int, uniform: Array, xp: Namespace = np
) -> Array:
    """A wrong label, all equally likely; never the true one.

    Args:
        labels: True labels (batch,), integer.
        uniform: Random numbers in [0, 1) (batch, num_classes); column 0 is used.
    """
    shift = 1 + _to_int(xp.floor(uniform[:, 0] * (num_classes - 1)), xp)
    shift = xp.minimum(shift, num_classes - 1)  # the product may round up to num_classes - 1
    return (labels + shift) % num_classes


def hard_wrong_labels(
    labels: Array, logits: Array, uniform: Array, one_hot: Array, xp: Namespace = np
) -> Array:
    """A wrong label with probability ∝ exp(logit); never the true one.

    Gumbel-max sampling; Hinton 2022, section 3.3 draws negatives from the net's
    own predictions in the same way.

    Args:
        labels: True labels (batch,).
        logits: What the net thinks of each label (batch, num_classes).
        uniform: Random numbers in [0, 1) of the same shape.
        one_hot: One-hot of the true labels (batch, num_classes).
    """
    gumbel = -xp.log(-xp.log(xp.clip(uniform, 1e-7, 1.0 - 1e-7)))
    return _to_int(xp.argmax(logits + gumbel - 1e9 * one_hot, axis=-1), xp)


@dataclass(frozen=True)
class NegativeStrategy:
    """How negative labels are chosen.

    Attributes:
        scores: Layers that score all labels before each step: ``none``, ``first`` or
            ``all`` that learn.
        may_collide: True when a negative may carry the true label.
    """

    label: str
    help: str
    scores: str = "none"
    may_collide: bool = False


NEGATIVES: dict[str, NegativeStrategy] = {
    "random": NegativeStrategy(
        "Random wrong label",
        "Any wrong label, all equally likely; never the true one.",
    ),
    "hard": NegativeStrategy(
        "Hard wrong label",
        "A wrong label the net itself finds plausible; never the true one (Hinton 2022, 3.3).",
        scores="all",
    ),
    "hard_first": NegativeStrategy(
        "Hard wrong label, first layer's view",
        "As the hard wrong label, but only the first layer judges: it scores all labels with one "
        "product, so hard negatives cost almost nothing.",
        scores="first",
    ),
    "shuffled": NegativeStrategy(
        "Shuffled labels (Keras example)",
        "Labels shuffled among the images: about 1 in 10 negatives carries its true label.",
        may_collide=True,
    ),
}


# --- activations (NumPy side; Keras has its own) ------------------------------------------


def _elu(x: Array) -> Array:
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


ACTIVATIONS: dict[str, Callable[[Array], Array]] = {
    "relu": lambda x: np.maximum(x, 0),
    "tanh": np.tanh,
    "sigmoid": lambda x: (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "leaky_relu": lambda x: np.where(x > 0, x, np.float32(0.2) * x),
    "elu": _elu,
    "silu": lambda x: x * (0.5 * (1.0 + np.tanh(0.5 * x))).astype(np.float32),
    "linear": lambda x: x,
}

ACTIVATION_LABELS: dict[str, str] = {
    "relu": "ReLU",
    "tanh": "tanh",
    "sigmoid": "Sigmoid",
    "leaky_relu": "Leaky ReLU (0.2)",
    "elu": "ELU",
    "silu": "SiLU (swish)",
    "linear": "Linear",
}


def softmax(logits: Array) -> Array:
    """exp(z)/Σexp(z) along the last axis, shifted by the maximum against overflow."""
    z = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    return z / np.sum(z, axis=-1, keepdims=True)
