"""The images of a run: a data set, split into training, validation and test images."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.image_shape import ImageShape, count_numbers
from ffstudio.core.images.appearance import Appearance, look_at_pictures
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset, DataShape, speak_names
from ffstudio.core.images.streaming import (
    Images,
    StreamedImages,
    is_streamed,
    swap_rows_and_columns,
)
from ffstudio.core.images.understanding.direction import look_transposed
from ffstudio.core.images.understanding.value_range import ValueRange
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Samples:
    """Flat images (n, pixels) float32, 0–1 (±1 for the camera), and labels (n,) int32.

    Images of large sets are made when they are wanted.
    """

    x: Floats | StreamedImages
    y: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.y)


@speak_names
@dataclass(frozen=True)
class PreparedData:
    """What a run learns from and is judged on."""

    spec: DataSpec
    title: str
    train: Samples
    validation: Samples
    test: Samples
    image_shape: ImageShape
    class_names: tuple[str, ...]
    source: str = ""
    # Of the draw of the images held back: see prepare().
    seed: int = 0
    # What was assumed to read it, and what is odd about it: see Dataset.
    values: ValueRange | None = None
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    appearance: Appearance = field(default_factory=Appearance)
    has_colours: bool = False
    choices: tuple[str, ...] = ()

    @property
    def num_inputs(self) -> int:
        return count_numbers(self.image_shape)

    @property
    def num_classes(self) -> int:
        return len(self.class_names)

    @property
    def shape(self) -> DataShape:
        return DataShape(self.image_shape, self.class_names, self.title, self.appearance)

    def samples(self, which: str) -> Samples:
        """``train``, ``validation`` or ``test``."""
        sets = {"train": self.train, "validation": self.validation, "test": self.test}
        return sets[which]

    def change_each(self, change: Callable[[Samples], Samples]) -> PreparedData:
        """The same data with each of its sets changed."""
        return dataclasses.replace(
            self,
            train=change(self.train),
            validation=change(self.validation),
            test=change(self.test),
        )

    @property
    def evaluated_on(self) -> str:
        """The set on which a run is judged while it learns."""
        return "validation" if len(self.validation) else "test"


def prepare(dataset: Dataset, spec: DataSpec, seed: int, to_train: bool = True) -> PreparedData:
    """Scales, subsets and splits a data set; equal arguments give equal splits.

    The validation images come out of the training images; both are drawn class by
    class, so every class keeps its share. A data set that has validation images of its
    own keeps those instead. The test images are never touched.

    Args:
        to_train: False lets test images without training images pass.

    Raises:
        DatasetError: Too few images are left to train with.
    """
    dataset = turn_upright(dataset, spec)
    has_own = len(dataset.y_validation) > 0
    share = 0.0 if has_own else spec.validation
    rng = np.random.default_rng([seed, 0x5711])
    rows_of = [
        rng.permutation(np.flatnonzero(dataset.y_train == label))
        for label in range(len(dataset.class_names))
    ]
    rows_of = [rows[: int(np.ceil(len(rows) * spec.subset))] for rows in rows_of]
    sizes = [len(rows) for rows in rows_of]
    cuts = _share_out(sizes, share)
    if share > 0 and not any(cuts):
        raise DatasetError(
            tr(
                "{validation} of {sizes} training images is less than one image.",
                validation=write_percent(spec.validation),
                sizes=write_number(sum(sizes), ","),
            ),
            tr("Hold back a larger share for validation, or none."),
        )
    held = [rows[:cut] for rows, cut in zip(rows_of, cuts, strict=True)]
    chosen = [rows[cut:] for rows, cut in zip(rows_of, cuts, strict=True)]
    train, validation = np.sort(np.concatenate(chosen)), np.sort(np.concatenate(held))
    if len(train) < 2 and not len(dataset.y_train) and not to_train:
        train = train[:0]
    elif not len(dataset.y_train):
        raise DatasetError(
            tr("{dataset_title} holds test images only.", dataset_title=dataset.title),
            tr("Nets can be judged on them (ffstudio evaluate), not trained."),
        )
    elif len(train) < 2:
        raise DatasetError(
            tr(
                "Only {train} training images of {dataset_title} are left.",
                train=len(train),
                dataset_title=dataset.title,
            ),
            tr("Use a larger share of the data or hold back less for validation."),
        )

    labels = dataset.y_train[train]
    notes = dataset.notes
    if spec.label_noise > 0 and len(labels):
        labels, wrong = spoil_labels(labels, len(dataset.class_names), spec)
        notes = (
            *notes,
            tr(
                "{wrong} of {labels} training images have a wrong label.",
                wrong=write_number(wrong, ","),
                labels=write_number(len(labels), ","),
            ),
        )
    return PreparedData(
        spec,
        dataset.title,
        _as_samples(dataset.x_train, labels, train),
        _as_samples(dataset.x_validation, dataset.y_validation)
        if has_own
        else _as_samples(dataset.x_train, dataset.y_train[validation], validation),
        _as_samples(dataset.x_test, dataset.y_test),
        dataset.image_shape,
        dataset.class_names,
        dataset.source,
        seed,
        dataset.values,
        notes,
        dataset.warnings,
        look_at_pictures(
            dataset.x_train if len(dataset.y_train) else dataset.x_test, dataset.values
        ),
        dataset.has_colours,
        dataset.choices,
    )


def _as_samples(
    x: Images, y: npt.NDArray[np.integer], rows: npt.NDArray[np.integer] | None = None
) -> Samples:
    """Some images, or all of them, flat and as a net gets them.

    Made at once where they fit into memory; of a large set whenever some are wanted.
    """
    pixels = int(np.prod(x.shape[1:]))
    flat = StreamedImages(StreamedImages(x, rows=rows), flatten_images, (pixels,), np.float32)
    return Samples(flat if is_streamed(x) else np.asarray(flat), y.astype(np.int32))


def flatten_images(x: npt.NDArray[np.generic]) -> Floats:
    """Pictures (n, height, width), with colours or without, as rows of floats (n, numbers).

    Bytes become 0–1.
    """
    flat = np.empty((len(x), int(np.prod(x.shape[1:]))), np.float32)
    flat[:] = x.reshape(flat.shape)
    if x.dtype == np.uint8:
        flat *= np.float32(1.0 / 255.0)
    return flat


def turn_upright(dataset: Dataset, spec: DataSpec) -> Dataset:
    """With rows and columns exchanged where that is wanted; says so, or where it seems to be due.

    Pictures of known data sets are upright and not looked at.
    """
    if spec.transposed:
        turned: dict[str, Any] = {
            name: swap_rows_and_columns(getattr(dataset, name))
            for name in ("x_train", "x_validation", "x_test")
        }
        note = tr("Rows and columns of the pictures were exchanged.")
        dataset = dataclasses.replace(dataset, **turned, notes=(*dataset.notes, note))
    if dataset.values is None:
        return dataset
    on_side = {
        which: look_transposed(x, y, dataset.class_names)
        for which, x, y in (
            ("train", dataset.x_train, dataset.y_train),
            ("test", dataset.x_test, dataset.y_test),
        )
        if len(y)
    }
    if not any(on_side.values()):
        return dataset
    if on_side.get("test") and not on_side.get("train", True):
        warning = tr(
            "The test images look as if rows and columns were exchanged, the training images do "
            "not: exchange them in one of both sets."
        )
    elif not on_side.get("train", True):
        return dataset
    elif spec.transposed:
        warning = tr("The pictures lie on their side now: do not exchange rows and columns.")
    else:
        warning = tr(
            "The pictures look transposed, as EMNIST's files are: rows and columns exchanged "
            "(Data: Transposed, or --set data.transposed=true) brings them upright."
        )
    return dataclasses.replace(dataset, warnings=(*dataset.warnings, warning))


def spoil_labels(
    labels: npt.NDArray[np.integer], num_classes: int, spec: DataSpec
) -> tuple[npt.NDArray[np.integer], int]:
    """Labels (n,) of which a share is replaced by another class each, and how many are.

    Each of the other classes is as likely (symmetric noise, Patrini et al. 2017, 1609.03683).
    """
    rng = np.random.default_rng([spec.noise_seed, 0x1ABE1])
    count = int(round(len(labels) * spec.label_noise))
    rows = rng.permutation(len(labels))[:count]
    spoilt = labels.copy()
    spoilt[rows] = (labels[rows] + rng.integers(1, max(num_classes, 2), count)) % num_classes
    return spoilt, count


def _share_out(sizes: list[int], share: float) -> list[int]:
    """How many images of each class are held back: its share, to the nearest whole image.

    Where that is none of any class, as of few images of many classes, the largest classes give
    one each, as many as the share is of all images.
    """
    cuts = [int(round(size * share)) for size in sizes]
    if share > 0 and not any(cuts):
        wanted = int(round(sum(sizes) * share))
        for index in sorted(range(len(sizes)), key=lambda i: -sizes[i])[:wanted]:
            cuts[index] = min(1, max(sizes[index] - 1, 0))
    return cuts
