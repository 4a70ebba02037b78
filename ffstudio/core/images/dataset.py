"""A data set as NumPy arrays, and what a net must know of one."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.streaming import Images
from ffstudio.core.images.understanding.value_range import ValueRange


@dataclass(frozen=True)
class Dataset:
    """A data set as it was found.

    Attributes:
        name: A key of :data:`ffstudio.core.images.datasets.DATASETS`.
        title: For a reader.
        x_train: (n, height, width), uint8 0–255 or float32 as the net shall see it; large sets are
            read from disk when images are wanted.
        y_train: (n,) integer labels counted from 0.
        class_names: One per label.
        source: Where it came from, for a reader.
        x_validation, y_validation: Its own validation set; empty where it has none.
        values: How its pixels were read; None where there was no question.
        notes: What was assumed to read it, a sentence each.
        warnings: What is odd about it, a sentence each.
        held_out: True when it came without a test set, and a part of it serves as one.
    """

    name: str
    title: str
    x_train: Images
    y_train: npt.NDArray[np.integer]
    x_test: Images
    y_test: npt.NDArray[np.integer]
    class_names: tuple[str, ...]
    source: str = ""
    x_validation: Images = field(default_factory=lambda: np.zeros((0, 0, 0), np.uint8))
    y_validation: npt.NDArray[np.integer] = field(default_factory=lambda: np.zeros(0, np.int64))
    values: ValueRange | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    held_out: bool = False

    @property
    def image_shape(self) -> tuple[int, int]:
        return int(self.x_train.shape[1]), int(self.x_train.shape[2])


@dataclass(frozen=True)
class DataShape:
    """What a net must know of the data: enough to look at it without the images.

    Attributes:
        appearance: What the pictures look like; None in files that do not say.
    """

    image_shape: tuple[int, int]
    class_names: tuple[str, ...]
    title: str = ""
    appearance: Appearance | None = None

    @property
    def num_inputs(self) -> int:
        return self.image_shape[0] * self.image_shape[1]

    @property
    def num_classes(self) -> int:
        return len(self.class_names)
