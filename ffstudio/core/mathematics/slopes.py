"""Derivatives of what stands in this room's tables, written out: for views that follow gradients.

Training needs none of them; Keras differentiates there. What has no entry here is not followed,
and the views say so.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.mathematics.activations import SELU_ALPHA, SELU_SCALE, normal_share
from ffstudio.core.mathematics.convolution import correlate, margins, pad, pool, windows
from ffstudio.core.mathematics.goodness import by_class
from ffstudio.core.mathematics.losses import OVERLAP, SEPARATION
from ffstudio.core.mathematics.normalisation import NORMALISATIONS
from ffstudio.core.mathematics.projection import RUNNING, patch_side, unit_length
from ffstudio.core.mathematics.sparse_goodness import top_count

Values = npt.NDArray[np.float64]

# Numbers in the patches of one product: 2 MB.
_MOST_PATCHES = 1 << 18


def _sigmoid(z: Values) -> Values:
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _silu_slope(z: Values) -> Values:
    s = _sigmoid(z)
    return s + z * s * (1.0 - s)


def _gelu_slope(z: Values) -> Values:
    return normal_share(z) + z * np.exp(-0.5 * z * z) / math.sqrt(2.0 * math.pi)


# g′(z) by the name of g; at a kink, 0 as TensorFlow has it.
ACTIVATION_SLOPES: dict[str, Callable[[Values], Values]] = {
    "relu": lambda z: (z > 0).astype(np.float64),
    "relu6": lambda z: ((z > 0) & (z < 6)).astype(np.float64),
    "tanh": lambda z: 1.0 - np.tanh(z) ** 2,
    "sigmoid": lambda z: _sigmoid(z) * (1.0 - _sigmoid(z)),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, 0.2),
    "elu": lambda z: np.where(z > 0, 1.0, np.exp(np.minimum(z, 0.0))),
    "silu": _silu_slope,
    "gelu": _gelu_slope,
    "selu": lambda z: SELU_SCALE * np.where(z > 0, 1.0, SELU_ALPHA * np.exp(np.minimum(z, 0.0))),
    "softplus": _sigmoid,
    "softsign": lambda z: 1.0 / (1.0 + np.abs(z)) ** 2,
    "exponential": np.exp,
    "linear": np.ones_like,
}

# What g′(z) is, for a reader.
ACTIVATION_SLOPE_WORDS: dict[str, str] = {
    "relu": "1 if z > 0, else 0",
    "relu6": "1 if 0 < z < 6, else 0",
    "tanh": "1 − tanh²(z)",
    "sigmoid": "σ(z)(1 − σ(z))",
    "leaky_relu": "1 if z > 0, else 0.2",
    "elu": "1 if z > 0, else eᶻ",
    "silu": "σ(z) + z·σ(z)(1 − σ(z))",
    "gelu": "Φ(z) + z·e^(−z²/2) / √(2π)",
    "selu": "1.0507 if z > 0, else 1.7581·eᶻ",
    "softplus": "σ(z)",
    "softsign": "1 / (1 + |z|)²",
    "exponential": "eᶻ",
    "linear": "1",
}

# ∂g/∂a of a layer's activities a (rows, units).
GOODNESS_SLOPES: dict[str, Callable[[Values], Values]] = {
    "mean_square": lambda a: 2.0 * a / a.shape[-1],
    "sum_square": lambda a: 2.0 * a,
    "minus_mean_square": lambda a: -2.0 * a / a.shape[-1],
    "minus_sum_square": lambda a: -2.0 * a,
    "mean_absolute": lambda a: np.sign(a) / a.shape[-1],
    "top_k": lambda a: _top_k_slope(a),
    "entmax": lambda a: _entmax_slope(a),
    "kurtosis": lambda a: _kurtosis_slope(a),
}


def _top_k_slope(a: Values) -> Values:
    squares, k = a * a, top_count(a.shape[-1])
    least = -np.partition(-squares, k - 1, axis=-1)[..., k - 1 : k]
    above, tied = squares > least, squares == least
    share = (k - above.sum(-1, keepdims=True)) / tied.sum(-1, keepdims=True)
    return np.asarray(2.0 * a / k * (above + share * tied))


def _entmax_slope(a: Values) -> Values:
    # With r = √p: ∂p_i/∂|a_j| = r_i (δ_ij − r_j / Σr).
    squares, half = a * a, 0.5 * np.abs(a)
    order = -np.sort(-half, axis=-1)
    size = np.arange(1, a.shape[-1] + 1)
    mean, mean_square = order.cumsum(-1) / size, (order**2).cumsum(-1) / size
    spread = np.maximum((1.0 - size * (mean_square - mean**2)) / size, 0.0)
    tau = mean - np.sqrt(spread)  # were the first so many units alone to have weight
    count = (tau <= order).sum(axis=-1, keepdims=True)
    root = np.maximum(half - np.take_along_axis(tau, count - 1, axis=-1), 0.0)
    centre = (squares * root).sum(-1, keepdims=True) / root.sum(-1, keepdims=True)
    return np.asarray(2.0 * a * root**2 + np.sign(a) * root * (squares - centre))


def _kurtosis_slope(a: Values) -> Values:
    squares = a * a
    mean = squares.mean(axis=-1, keepdims=True)
    fourth, below = (squares**2).mean(axis=-1, keepdims=True), mean**2 + 1e-8
    return np.asarray(4.0 / a.shape[-1] * (a**3 / below - fourth * mean * a / below**2))


def _logistic(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    return (
        -0.5 * alpha * _sigmoid(alpha * (theta - p)),
        0.5 * alpha * _sigmoid(alpha * (n - theta)),
    )


def _separate(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    gap = SEPARATION * abs(theta)
    return (
        -0.5 * alpha * _sigmoid(alpha * (theta + gap - p)),
        0.5 * alpha * _sigmoid(alpha * (n - theta + gap)),
    )


def _overlap(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    gap = OVERLAP * abs(theta)
    return (
        -0.5 * alpha * _sigmoid(alpha * (theta - gap - p)),
        0.5 * alpha * _sigmoid(alpha * (n - theta - gap)),
    )


def _symmetric(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    push = alpha * _sigmoid(-alpha * (p - n))
    return -push, push


def _swish(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    push = alpha * _silu_slope(np.clip(-alpha * (p - n), -60.0, 60.0))
    return -push, push


def _margin(p: Values, n: Values, theta: float, alpha: float) -> tuple[Values, Values]:
    push = np.where(alpha * (p - n) < 1.0, alpha, 0.0)
    return -push, push


# (∂L/∂g⁺, ∂L/∂g⁻) of one pair's local loss, from g⁺, g⁻ (rows,), θ and the sharpness α.
LOSS_SLOPES: dict[str, Callable[[Values, Values, float, float], tuple[Values, Values]]] = {
    "logistic": _logistic,
    "separate": _separate,
    "overlap": _overlap,
    "symmetric": _symmetric,
    "swish": _swish,
    "margin": _margin,
    "softmax": _symmetric,  # of one wrong label
}

# ∂d/∂(Σx²) of a normalisation's divisor d, from Σx² (…, 1) and the width.
DIVISOR_SLOPES: dict[str, Callable[[Any, int], Any]] = {
    "rms": lambda squares, width: 0.5 / (width * np.sqrt(squares / width + 1e-8)),
    "l2": lambda squares, width: 0.5 / np.sqrt(np.maximum(squares, 1e-300)),
    "standard": lambda squares, width: 0.5 / (width * np.sqrt(squares / width + 1e-8)),
    # A vector that has no places is brought to mean square 1.
    "channels": lambda squares, width: 0.5 / (width * np.sqrt(squares / width + 1e-8)),
    "none": lambda squares, width: np.zeros_like(squares),
}


def pull_through_norm(x: Values, pulled: Values, divisor: Values, normalisation: str) -> Values:
    """∂J/∂x from ∂J/∂y for y = c / d(Σc²): each row of (rows, width) by itself.

    c is x, or x less its mean where the normalisation centres.

    Args:
        x: c (rows, width).
        pulled: ∂J/∂y (rows, width).
        divisor: d of every row (rows, 1).
    """
    squares = np.sum(x * x, axis=-1, keepdims=True)
    slope = DIVISOR_SLOPES[normalisation](squares, x.shape[-1])
    along = np.sum(pulled * x, axis=-1, keepdims=True)
    back = pulled / divisor - 2.0 * x * slope * along / divisor**2
    if NORMALISATIONS[normalisation].centred:
        back = back - back.mean(axis=-1, keepdims=True)
    return np.asarray(back)


def pull_through_class_norm(x: Values, pulled: Values, num_classes: int) -> Values:
    """∂J/∂x from ∂J/∂y where each class's units are brought to mean 0 and variance 1.

    With y = (x − mean) / σ and σ² = variance + 1e-5 of the n units of one class,
    ∂J/∂x = (p − mean(p) − y·mean(p·y)) / σ for p = ∂J/∂y
    (Ioffe & Szegedy 2015, "Batch normalization", section 3, for one group).

    Args:
        x, pulled: (rows, units) or (rows, height, width, channels).
    """
    groups, p = by_class(x, num_classes), by_class(pulled, num_classes)
    axes = (1, 3)
    centred = groups - groups.mean(axis=axes, keepdims=True)
    spread = np.sqrt(np.mean(centred**2, axis=axes, keepdims=True) + 1e-5)
    y = centred / spread
    back = p - p.mean(axis=axes, keepdims=True) - y * np.mean(p * y, axis=axes, keepdims=True)
    return np.asarray(back / spread).reshape(x.shape)


# ∂g/∂a of goodness class by class, from (rows, positions, classes, units each).
CLASS_GOODNESS_SLOPES: dict[str, Callable[[Values], Values]] = {
    "class_mean": lambda a: np.ones_like(a) / (a.shape[1] * a.shape[3]),
    "class_mean_square": lambda a: 2.0 * a / (a.shape[1] * a.shape[3]),
}


def pull_through_convolution(
    pulled: Values,
    kernel: Values,
    places: tuple[int, int] | None = None,
    stride: int = 1,
    padding: str = "same",
    groups: int = 1,
) -> Values:
    """∂J/∂x from ∂J/∂y for y = x slid under by a kernel.

    Each value of y came from one window of x; what comes back is added up there, with the
    kernel mirrored and the gaps of the stride filled with zeros.

    Args:
        pulled: ∂J/∂y (rows, windows high, windows wide, filters).
        kernel: (kernel height, kernel width, channels / groups, filters).
        places: (height, width) of x; by default those of ``pulled``.
        stride: From one window to the next, both ways.
        padding: ``same`` or ``valid``.
        groups: Each group of filters sees its own group of channels.

    Returns:
        (rows, height, width, channels).
    """
    if groups > 1:
        parts = zip(np.split(pulled, groups, -1), np.split(kernel, groups, -1), strict=True)
        each = [pull_through_convolution(p, k, places, stride, padding) for p, k in parts]
        return np.concatenate(each, axis=-1)
    places = places or (pulled.shape[1], pulled.shape[2])
    rows, high, wide, filters = pulled.shape
    spread = np.zeros((rows, (high - 1) * stride + 1, (wide - 1) * stride + 1, filters))
    spread[:, ::stride, ::stride] = pulled
    around, cut = [], [slice(None)]
    for n, size, there in zip(places, kernel.shape, spread.shape[1:3], strict=False):
        before = margins(n, size, stride, padding)[0]
        # Padded, x reaches from −before on; a window may end before x does, or behind it.
        around.append((size - 1, max(n + before - there, 0)))
        cut.append(slice(before, before + n))
    turned = np.ascontiguousarray(kernel[::-1, ::-1].transpose(0, 1, 3, 2))
    return np.asarray(correlate(pad(spread, around), turned)[tuple(cut)])


def pull_to_kernel(
    x: Values,
    pulled: Values,
    shape: tuple[int, ...],
    stride: int = 1,
    padding: str = "same",
    groups: int = 1,
) -> Values:
    """∂J/∂kernel from ∂J/∂y for y = x slid under by a kernel: every window times its δ, added up.

    Args:
        x: (rows, height, width, channels).
        pulled: ∂J/∂y (rows, windows high, windows wide, filters).
        shape: Of the kernel: (kernel height, kernel width, channels / groups, filters).
    """
    if groups > 1:
        parts = zip(np.split(x, groups, -1), np.split(pulled, groups, -1), strict=True)
        part = *shape[:3], shape[3] // groups
        each = [pull_to_kernel(a, p, part, stride, padding) for a, p in parts]
        return np.concatenate(each, axis=-1)
    sizes = shape[:2]
    around = [margins(n, k, stride, padding) for n, k in zip(x.shape[1:3], sizes, strict=True)]
    seen = windows(pad(x, around), sizes, [stride, stride], [1, 1])
    patch, filters = math.prod(shape[:3]), shape[3]
    made = np.zeros((patch, filters))
    # Products of patches with δ, so many images at once that both stay near a core's cache.
    together = max(_MOST_PATCHES // max(math.prod(pulled.shape[1:3]) * patch, 1), 1)
    for start in range(0, len(x), together):
        some = slice(start, start + together)
        made += seen[some].reshape(-1, patch).T @ pulled[some].reshape(-1, filters)
    return made.reshape(shape)


def pull_through_pool(x: Values, pulled: Values, kind: str) -> Values:
    """∂J/∂x from ∂J/∂y for y = 2×2 pooling of x; of equal largest ones the first is meant.

    Args:
        x: (rows, height, width, channels).
        pulled: (rows, height // 2, width // 2, channels).
        kind: ``none``, ``average``, ``max`` or ``rms``.
    """
    if kind == "none":
        return pulled
    rows, height, width, channels = x.shape
    high, wide = height // 2, width // 2
    blocks = x[:, : 2 * high, : 2 * wide].reshape(rows, high, 2, wide, 2, channels)
    blocks = blocks.transpose(0, 1, 3, 5, 2, 4).reshape(rows, high, wide, channels, 4)
    if kind == "average":
        shares = np.full_like(blocks, 0.25)
    elif kind == "rms":
        pooled = np.asarray(pool(x, kind))  # type: ignore[arg-type]
        shares = blocks / (4.0 * pooled[..., None])
    else:
        shares = np.eye(4)[blocks.argmax(axis=-1)]
    shares = shares * pulled[..., None]
    shares = shares.reshape(rows, high, wide, channels, 2, 2).transpose(0, 1, 4, 2, 5, 3)
    back = np.zeros_like(x)
    back[:, : 2 * high, : 2 * wide] = shares.reshape(rows, 2 * high, 2 * wide, channels)
    return back


# ∂φ/∂a of what a projection averages over patches: each activity's own slope.
PROJECTED_SLOPES: dict[str, Callable[[Values], Values]] = {
    "projection": np.ones_like,
    "spatial": lambda a: 2.0 * a,
    "prototypes": np.ones_like,
}


def pull_through_scores(features: Values, matrix: Values, pulled: Values, how: str) -> Values:
    """∂J/∂h from ∂J/∂g for the scores g (rows, classes) of h (rows, features).

    g = h·M, or where ``how`` is ``running`` −‖z − c‖² with z = h / n, n = √(Σ h² + 1e-8): then
    ∂J/∂z = 2·(p·Cᵀ − z·Σ p) for p = ∂J/∂g and ∂J/∂h = (q − z·Σ z·q) / n for q = ∂J/∂z.

    Args:
        matrix: M, or the prototypes C as columns (features, classes).
        pulled: ∂J/∂g (rows, classes).
        how: As :attr:`ffstudio.core.mathematics.goodness.Goodness.projection`.
    """
    if how != RUNNING:
        return np.asarray(pulled @ matrix.T)
    z = np.asarray(unit_length(features))
    length = np.sqrt(np.sum(features**2, axis=1, keepdims=True) + 1e-8)
    back = 2.0 * (pulled @ matrix.T - z * pulled.sum(axis=1, keepdims=True))
    return np.asarray((back - z * np.sum(z * back, axis=1, keepdims=True)) / length)


def pull_through_patch_means(shape: tuple[int, ...], pulled: Values) -> Values:
    """∂J/∂a from ∂J/∂h for the means h of patches of activities a.

    Args:
        shape: Of a: (rows, units), seen one by one, or (rows, height, width, channels).
        pulled: ∂J/∂h (rows, features).
    """
    if len(shape) == 2:
        return pulled
    rows, height, width, channels = shape
    side = patch_side(height, width, channels)
    places, sizes = [], []
    for n in (height, width):
        before = (-(-n // side) * side - n) // 2  # zeros that TensorFlow puts before the first
        place = (np.arange(n) + before) // side
        places.append(place)
        sizes.append(np.bincount(place)[place])  # patches at the edges may be smaller
    patches = pulled.reshape(rows, -(-height // side), -(-width // side), channels)
    spread = patches[:, places[0]][:, :, places[1]]
    return np.asarray(spread / (sizes[0][:, None, None] * sizes[1][:, None]))
