"""Whether written characters lie on their side: EMNIST's files have rows and columns exchanged."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.assets import resource
from ffstudio.core.images.streaming import Images
from ffstudio.core.images.understanding.colours import brightness_of

Array = npt.NDArray[Any]

# Images that are looked at, regularly spaced, and the side that those of digits are brought to.
_MOST, _SIDE = 3000, 8
# Images of a class below which its mean tells little.
_FEW = 5
# How alike digits on their side and those bundled must be, and how much more than upright ones.
_ALIKE, _MORE = 0.25, 0.12
# Written letters are higher than wide; this much wider than high, nearly all lie on their side.
_WIDE = 1.08
_DIGITS = tuple("0123456789")
_FROM_ONE = (*_DIGITS[1:], "10")


def look_transposed(x: Images, labels: Array, class_names: tuple[str, ...]) -> bool:
    """True for pictures of digits or letters that seem to have rows and columns exchanged.

    Digits are held against the bundled ones class by class, letters are told by being wider than
    high. Of other pictures nothing is said.

    Args:
        x: (n, height, width), or with colours, ink brighter or darker than the paper.
        labels: (n,) counted from 0.
    """
    height, width = x.shape[1:3] if x.ndim in (3, 4) else (0, 0)
    if height != width or height < _SIDE or not len(x):
        return False
    rows = np.arange(0, len(x), max(1, len(x) // _MOST))
    some = np.asarray(x[rows]).astype(np.float32)
    ink = _ink(brightness_of(some, np.float32) if some.ndim == 4 else some)
    if ink is None:
        return False
    y = np.asarray(labels)[rows]
    if class_names[:10] == _DIGITS:
        of_digits = y < 10
        return _are_digits_on_their_side(ink[of_digits], y[of_digits])
    if class_names == _FROM_ONE:  # 10 for the digit 0, as MATLAB counts
        return _are_digits_on_their_side(ink, (y + 1) % 10)
    if _are_letters(class_names):
        across, down = (_spread(ink.sum(axis=axis)) for axis in (1, 2))
        return bool(across > _WIDE * down)
    return False


def _ink(x: Array) -> Array | None:
    """How far each pixel is from the paper, 0–1; None for pictures without paper around them."""
    border = np.concatenate([x[:, 0], x[:, -1], x[:, :, 0], x[:, :, -1]], axis=1)
    paper, top = float(np.median(border)), float(np.abs(x).max())
    ink: Array = np.abs(x - paper)
    if top == 0 or ink.max() == 0:
        return None
    ink /= ink.max()
    # Characters stand free: nearly nothing at the edge, and most of the picture is paper.
    plain = float((np.abs(border - paper) < 0.1 * np.abs(x - paper).max()).mean())
    return ink if plain > 0.8 else None


def _spread(profile: Array) -> float:
    """Standard deviation of places along (n, side) profiles of ink, the mean of all pictures."""
    at = np.arange(profile.shape[1])
    mass = np.maximum(profile.sum(axis=1), 1e-6)
    centre = (profile @ at) / mass
    variance = (profile * (at[None] - centre[:, None]) ** 2).sum(axis=1) / mass
    return float(np.sqrt(np.maximum(variance, 0)).mean())


def _are_letters(class_names: tuple[str, ...]) -> bool:
    """By their names, or where these are numbers, by how many EMNIST has."""
    if all(name.isdecimal() for name in class_names):
        return len(class_names) in (26, 27)
    return len(class_names) > 1 and all(len(n) == 1 and n.isalpha() for n in class_names)


def _are_digits_on_their_side(ink: Array, y: Array) -> bool:
    classes = [k for k in range(10) if np.count_nonzero(y == k) >= _FEW]
    if len(classes) < 3:
        return False
    means = np.stack([_shrink(ink[y == k].mean(axis=0)) for k in classes])
    known = _digit_means()[classes]
    upright = _likeness(means, known)
    on_side = _likeness(means.transpose(0, 2, 1), known)
    return on_side >= _ALIKE and on_side >= upright + _MORE


def _likeness(one: Array, other: Array) -> float:
    """Correlation of what parts the classes from their mean."""
    a, b = one - one.mean(axis=0), other - other.mean(axis=0)
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float((a * b).sum()) / norm if norm else 0.0


def _shrink(picture: Array) -> Array:
    """The inked middle of a picture as 8×8 pixels, its brightest 1."""
    where = picture > 0.1 * picture.max()
    rows, columns = (np.flatnonzero(where.any(axis=axis)) for axis in (1, 0))
    low, high = min(rows[0], columns[0]), max(rows[-1], columns[-1]) + 1
    box = picture[low:high, low:high]
    edges = np.linspace(0, len(box), _SIDE + 1)
    # The share of each old row that falls into each new one.
    at = np.arange(len(box))
    over = np.minimum(edges[1:, None], at[None] + 1) - np.maximum(edges[:-1, None], at[None])
    part = np.maximum(over, 0)
    part /= part.sum(axis=1, keepdims=True)
    small: Array = part @ box @ part.T
    return small / max(float(small.max()), 1e-6)


@cache
def _digit_means() -> Array:
    """(10, 8, 8): the mean bundled digit of each class, 0–1."""
    with np.load(resource("data", "digits.npz"), allow_pickle=False) as archive:
        images, labels = archive["images"].astype(np.float64), archive["labels"]
    means = np.stack([images[labels == k].mean(axis=0) for k in range(10)])
    return np.stack([_shrink(mean) for mean in means])
