"""The four-pixel camera: solid, vertical, diagonal and horizontal patterns of ±1."""

from __future__ import annotations

import numpy as np

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets.known import KnownDataset

CLASSES = ("solid", "vertical", "diagonal", "horizontal")

# One pattern per class; its negative belongs to the same class.
PATTERNS = np.array(
    [[[1, 1], [1, 1]], [[1, -1], [1, -1]], [[1, -1], [-1, 1]], [[1, 1], [-1, -1]]], np.float32
)


def generate(num: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Random pictures (num, 2, 2) float32 of ±1 and their labels (num,)."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, len(CLASSES), num)
    signs = rng.choice(np.array([-1.0, 1.0], np.float32), num)
    return PATTERNS[labels] * signs[:, None, None], labels


def load() -> Dataset:
    """800 training and 200 test pictures, always the same."""
    x_train, y_train = generate(800, 4)
    x_test, y_test = generate(200, 40)
    return Dataset(
        "camera", "4-pixel camera", x_train, y_train, x_test, y_test, CLASSES, "generated"
    )


CAMERA = KnownDataset(
    "camera",
    "4-pixel camera",
    "Solid, vertical, diagonal, horizontal; 2×2.",
    lambda _: load(),
    DataShape((2, 2), CLASSES, "4-pixel camera", Appearance(-1.0, 1.0)),
)
