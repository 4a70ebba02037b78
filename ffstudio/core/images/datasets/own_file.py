"""Images of the user's own."""

from __future__ import annotations

from ffstudio.core.images.datasets import npz
from ffstudio.core.images.datasets.known import KnownDataset

OWN_FILE = KnownDataset(
    "file",
    "NPZ file…",
    "Your own x_train, y_train, x_test, y_test.",
    npz.read,
    endings=(".npz",),
)
