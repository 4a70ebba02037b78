"""A data set as NumPy arrays, and what a net must know of one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from ffstudio.core.image_shape import ImageShape, count_numbers, read_shape
from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.streaming import Images
from ffstudio.core.images.understanding.value_range import ValueRange
from ffstudio.core.words import say_all

T = TypeVar("T")
# What data sets that come along are called, and where they are from; files have names of their own.
_NAMES = say_all(
    {
        "Bundled digits": "Bundled digits",
        "Bundled digits 8×8": "Bundled digits 8×8",
        "4-pixel camera": "4-pixel camera",
        "bundled with ffstudio (UCI handwritten digits)": (
            "bundled with ffstudio (UCI handwritten digits)"
        ),
        "generated": "generated",
    }
)


class SpokenName:
    """A field of a dataclass that names images: said in the language that is spoken when it is read.

    Images stay when another language is chosen, and a run may be learning from them.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    def __get__(self, images: object, owner: type) -> str:
        name: str = getattr(images, self._name)
        return _NAMES.get(name, name)

    def __set__(self, images: object, name: str) -> None:
        object.__setattr__(images, self._name, name)


def speak_names(cls: type[T]) -> type[T]:
    """Has ``title`` and ``source`` of a dataclass said in the language that is spoken."""
    for name in ("title", "source"):
        field_ = SpokenName()
        field_.__set_name__(cls, name)
        setattr(cls, name, field_)
    return cls


@speak_names
@dataclass(frozen=True, eq=False)
class Dataset:
    """A data set as it was found.

    Attributes:
        name: A key of :data:`ffstudio.core.images.datasets.DATASETS`.
        title: For a reader.
        x_train: (n, height, width), of colour pictures (n, height, width, 3); uint8 0–255 or float32
            as the net shall see it; large sets are read from disk when images are wanted.
        y_train: (n,) integer labels counted from 0.
        class_names: One per label.
        source: Where it came from, for a reader.
        x_validation, y_validation: Its own validation set; empty where it has none.
        values: How its pixels were read; None where there was no question.
        notes: What was assumed to read it, a sentence each.
        warnings: What is odd about it, a sentence each.
        held_out: True when it came without a test set, and a part of it serves as one.
        has_colours: True where its pictures are in colour, be they kept or turned grey.
        choices: Paths of the data sets in one file or folder, where they are several: this one's
            first.
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
    has_colours: bool = False
    choices: tuple[str, ...] = ()

    @property
    def image_shape(self) -> ImageShape:
        return read_shape(list(map(int, self.x_train.shape[1:])))


@dataclass(frozen=True)
class DataShape:
    """What a net must know of the data: enough to look at it without the images.

    Attributes:
        image_shape: (height, width), of colour pictures (height, width, 3).
        appearance: What the pictures look like; None in files that do not say.
    """

    image_shape: ImageShape
    class_names: tuple[str, ...]
    title: str = ""
    appearance: Appearance | None = None

    @property
    def num_inputs(self) -> int:
        return count_numbers(self.image_shape)

    @property
    def num_classes(self) -> int:
        return len(self.class_names)
