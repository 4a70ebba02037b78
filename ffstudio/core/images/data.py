"""The images of a run: a data set, split into training, validation and test images."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset, DataShape

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Samples:
    """Flat images (n, pixels) float32, 0–1 (±1 for the camera), and labels (n,) int32."""

    x: Floats
    y: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.y)


@dataclass(frozen=True)
class PreparedData:
    """What a run learns from and is judged on."""

    spec: DataSpec
    title: str
    train: Samples
    validation: Samples
    test: Samples
    image_shape: tuple[int, int]
    class_names: tuple[str, ...]
    source: str = ""
    # Of the draw of the images held back: see prepare().
    seed: int = 0

    @property
    def num_inputs(self) -> int:
        return self.image_shape[0] * self.image_shape[1]

    @property
    def num_classes(self) -> int:
        return len(self.class_names)

    @property
    def shape(self) -> DataShape:
        return DataShape(self.image_shape, self.class_names, self.title)

    def samples(self, which: str) -> Samples:
        """``train``, ``validation`` or ``test``."""
        sets = {"train": self.train, "validation": self.validation, "test": self.test}
        return sets[which]

    @property
    def evaluated_on(self) -> str:
        """The set on which a run is judged while it learns."""
        return "validation" if len(self.validation) else "test"


def prepare(dataset: Dataset, spec: DataSpec, seed: int) -> PreparedData:
    """Scales, subsets and splits a data set; equal arguments give equal splits.

    The validation images come out of the training images; both are drawn class by
    class, so every class keeps its share. The test images are never touched.

    Raises:
        DatasetError: Too few images are left to train with.
    """
    rng = np.random.default_rng([seed, 0x5711])
    chosen: list[npt.NDArray[np.int64]] = []
    held: list[npt.NDArray[np.int64]] = []
    for label in range(len(dataset.class_names)):
        rows = np.flatnonzero(dataset.y_train == label)
        rows = rng.permutation(rows)[: int(np.ceil(len(rows) * spec.subset))]
        cut = int(round(len(rows) * spec.validation))
        held.append(rows[:cut])
        chosen.append(rows[cut:])
    train, validation = np.sort(np.concatenate(chosen)), np.sort(np.concatenate(held))
    if len(train) < 2:
        raise DatasetError(
            f"Only {len(train)} training images of {dataset.title} are left.",
            "Use a larger share of the data or hold back less for validation.",
        )
    if spec.validation > 0 and len(validation) == 0:
        raise DatasetError(
            f"{spec.validation:.0%} of {len(train)} training images is less than one image.",
            "Hold back a larger share for validation, or none.",
        )

    def samples(x: npt.NDArray[np.generic], y: npt.NDArray[np.integer]) -> Samples:
        flat = x.reshape(len(x), int(np.prod(x.shape[1:]))).astype(np.float32)
        if x.dtype == np.uint8:
            flat *= np.float32(1.0 / 255.0)
        return Samples(np.ascontiguousarray(flat), y.astype(np.int32))

    return PreparedData(
        spec,
        dataset.title,
        samples(dataset.x_train[train], dataset.y_train[train]),
        samples(dataset.x_train[validation], dataset.y_train[validation]),
        samples(dataset.x_test, dataset.y_test),
        dataset.image_shape,
        dataset.class_names,
        dataset.source,
        seed,
    )
