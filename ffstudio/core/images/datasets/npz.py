"""Data sets in a NumPy .npz file: x_train, y_train and, if there are, x_test, y_test."""

from __future__ import annotations

import math
import zipfile
from pathlib import Path
from typing import IO, Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.dataset import Dataset

MOST_BYTES = 4 * 2**30
MOST_CLASSES = 1000
KEYS = ("x_train", "y_train", "x_test", "y_test")
# Above it a float no longer tells one whole number from the next.
_LARGEST_LABEL = 2**53

Array = npt.NDArray[Any]


def read(path: str | Path, name: str = "file", title: str = "", names: Any = None) -> Dataset:
    """Reads images and labels; nothing in the file is executed.

    Args:
        path: The file.
        name: The data set's name in an experiment.
        title: For a reader; the file's name by default.
        names: Class names in label order; the label values by default.

    Raises:
        DatasetError: The file cannot be used; says why.
    """
    path = Path(path)
    arrays = _arrays(path)
    title = title or path.name
    x_train, y_train = _images(arrays, "x_train", path), _labels(arrays, "y_train", path)
    _same_length(x_train, y_train, "train", path)
    source = str(path)
    if "x_test" in arrays:
        x_test, y_test = _images(arrays, "x_test", path), _labels(arrays, "y_test", path)
        _same_length(x_test, y_test, "test", path)
        if x_test.shape[1:] != x_train.shape[1:]:
            raise DatasetError(
                f"{path.name}: training images are {x_train.shape[1:]}, test images "
                f"{x_test.shape[1:]}.",
                "Give both the same height and width.",
            )
    else:
        x_train, y_train, x_test, y_test = hold_out(x_train, y_train)
        source += f" (it has no test set: {len(x_test):,} images were held back)"
    both = np.concatenate([y_train, y_test])
    values = np.unique(both)
    if len(values) < 2:
        raise DatasetError(f"{path.name} holds one class only.", "Use data with two or more.")
    if len(values) > MOST_CLASSES:
        raise DatasetError(
            f"{path.name} has {len(values):,} different labels; at most {MOST_CLASSES} are possible.",
            "Check that y_train holds class labels.",
        )
    if names is None or values[-1] >= len(names) or values[0] < 0:
        names = tuple(str(v) for v in values)
        y_train, y_test = np.searchsorted(values, y_train), np.searchsorted(values, y_test)
    x_train, x_test = _scale(x_train, x_test)
    return Dataset(name, title, x_train, y_train, x_test, y_test, tuple(names), source)


def hold_out(x: Array, y: Array, share: float = 1 / 6) -> tuple[Array, Array, Array, Array]:
    """Holds back a share of every class as a test set, always the same images."""
    rng = np.random.default_rng(20221213)
    labels, sizes = np.unique(y, return_counts=True)
    # Whole images per class; those lost by rounding down go where most was lost.
    exact = sizes * share
    counts = np.maximum(exact.astype(np.int64), 1)
    missing = int(round(len(y) * share)) - int(counts.sum())
    counts[np.argsort(counts - exact, kind="stable")[: max(missing, 0)]] += 1
    test = [
        rng.permutation(np.flatnonzero(y == label))[:count]
        for label, count in zip(labels, counts, strict=True)
    ]
    chosen = np.sort(np.concatenate(test))
    rest = np.setdiff1d(np.arange(len(y)), chosen)
    if len(rest) == 0:
        raise DatasetError("There are too few images to hold some back.", "Add x_test and y_test.")
    return x[rest], y[rest], x[chosen], y[chosen]


def _arrays(path: Path) -> dict[str, Array]:
    try:
        exists, is_file = path.exists(), path.is_file()
    except (OSError, ValueError) as error:  # a name too long, a folder that may not be entered
        raise DatasetError(
            f"The file cannot be reached ({error_words(error)}).", "Choose another file."
        ) from (error)
    if not exists:
        raise DatasetError(f"There is no file {path}.", "Choose another file.")
    if not is_file:  # reading a device or a pipe might never end
        raise DatasetError(
            f"{path} cannot be read as .npz: it is not a file.", "Choose another file."
        )
    try:
        with zipfile.ZipFile(path) as archive:
            wanted = _read_members(archive, path)
    except DatasetError:
        raise
    except MemoryError as error:
        raise DatasetError(
            f"{path.name} does not fit into memory.", "Use a part of it, or close other programs."
        ) from error
    except (OSError, zipfile.BadZipFile, ValueError, EOFError, KeyError, RuntimeError) as error:
        raise DatasetError(
            f"{path.name} cannot be read as .npz ({error_words(error)}).",
            "Save it again with numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…).",
        ) from error
    except Exception as error:  # zlib.error and whatever a damaged archive provokes
        raise DatasetError(
            f"{path.name} is damaged ({error_words(error)}).", "Get a fresh copy."
        ) from error
    for key in ("x_train", "y_train"):
        if key not in wanted:
            raise DatasetError(
                f"{path.name} holds no {key}.", "An .npz needs x_train, y_train, x_test, y_test."
            )
    if ("x_test" in wanted) != ("y_test" in wanted):
        raise DatasetError(f"{path.name} holds only half a test set.", "Add x_test and y_test.")
    return wanted


def _read_members(archive: zipfile.ZipFile, path: Path) -> dict[str, Array]:
    """The four arrays, as far as they are there; all headers are checked before any data."""
    members = {}
    for info in archive.infolist():
        key = info.filename.removesuffix(".npy")
        if key in KEYS:
            if key in members:
                raise DatasetError(f"{path.name} holds {key} twice.", "Save it again.")
            members[key] = info
    headers, rooms = {}, {}
    for key, info in members.items():
        with archive.open(info) as stream:
            headers[key] = _header(stream, key, path)
            rooms[key] = info.file_size - stream.tell()
    total = sum(header.size for header in headers.values())
    if total > MOST_BYTES:
        raise DatasetError(
            f"{path.name} would take {total / 2**30:,.1f} GiB.",
            f"At most {MOST_BYTES / 2**30:.0f} GiB can be opened; use a part of it.",
        )
    for key, header in headers.items():
        if rooms[key] < header.size:
            raise DatasetError(f"{path.name}: {key} is cut short.", "Get a fresh copy of the file.")
    arrays = {}
    for key, info in members.items():
        with archive.open(info) as stream:
            header = _header(stream, key, path)
            data = stream.read(header.size)
        if len(data) < header.size:
            raise DatasetError(f"{path.name}: {key} is cut short.", "Get a fresh copy of the file.")
        order: Literal["F", "C"] = "F" if header.fortran else "C"
        arrays[key] = np.frombuffer(data, header.dtype).reshape(header.shape, order=order)
    return arrays


class _Header(NamedTuple):
    """What an .npy member says of itself."""

    shape: tuple[int, ...]
    fortran: bool
    dtype: np.dtype[Any]

    @property
    def size(self) -> int:
        return math.prod(self.shape) * self.dtype.itemsize


def _header(stream: IO[bytes], key: str, path: Path) -> _Header:
    version = np.lib.format.read_magic(stream)
    read = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
    if read is None:
        raise DatasetError(f"{path.name}: {key} has an unknown format.", "Save it again.")
    header = _Header(*read(stream))
    if header.dtype.hasobject:
        raise DatasetError(
            f"{path.name}: {key} holds Python objects, which could run code.",
            "Save plain arrays of numbers.",
        )
    if any(n < 0 for n in header.shape):
        raise DatasetError(
            f"{path.name}: {key} has the impossible shape {header.shape}.", "Save it again."
        )
    return header


def _images(arrays: dict[str, Array], key: str, path: Path) -> Array:
    x = arrays[key]
    if x.ndim == 4 and x.shape[3] == 1:
        x = x[..., 0]
    if x.ndim == 2 and math.isqrt(x.shape[1]) ** 2 == x.shape[1]:
        side = math.isqrt(x.shape[1])
        x = x.reshape(len(x), side, side)
    if x.ndim != 3 or 0 in x.shape:
        raise DatasetError(
            f"{path.name}: {key} has shape {arrays[key].shape}.",
            "Images must be (number, height, width), grey.",
        )
    if x.dtype.kind not in "uifb":
        raise DatasetError(f"{path.name}: {key} holds {x.dtype}, not numbers.", "Save numbers.")
    with np.errstate(over="ignore"):  # what overflows is infinite, and refused
        x = x.astype(np.float32) if x.dtype.kind == "f" else x
    if x.dtype.kind == "f" and not np.isfinite(x).all():
        raise DatasetError(f"{path.name}: {key} holds NaN or infinite pixels.", "Clean the images.")
    return x


def _labels(arrays: dict[str, Array], key: str, path: Path) -> Array:
    y = arrays[key]
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    if y.ndim != 1 or len(y) == 0:
        raise DatasetError(
            f"{path.name}: {key} has shape {y.shape}.", "Labels must be one whole number per image."
        )
    if y.dtype.kind == "f" and (np.abs(y) < _LARGEST_LABEL).all() and (y == np.round(y)).all():
        y = y.astype(np.int64)
    if y.dtype.kind not in "uib":
        raise DatasetError(f"{path.name}: {key} holds {y.dtype}.", "Labels must be whole numbers.")
    if y.dtype.kind == "u" and y.max() > _LARGEST_LABEL:
        raise DatasetError(f"{path.name}: {key} holds {y.max():,}.", "Use smaller class labels.")
    return y.astype(np.int64)


def _same_length(x: Array, y: Array, which: str, path: Path) -> None:
    if len(x) != len(y):
        raise DatasetError(
            f"{path.name}: {len(x):,} {which} images but {len(y):,} labels.",
            "Give every image one label.",
        )


def _scale(*images: Array) -> list[Array]:
    """uint8 stays; other numbers in 0–255 become floats in 0–1, the rest stay as they are."""
    if all(x.dtype == np.uint8 for x in images):
        return list(images)
    floats = [x.astype(np.float32) for x in images]
    # A byte is 0–255 by its type; of the others, the largest tells.
    others = [f for x, f in zip(images, floats, strict=True) if x.dtype != np.uint8]
    wide = min(f.min() for f in others) >= 0 and 1.5 < max(f.max() for f in others) <= 255
    for x, f in zip(images, floats, strict=True):
        if wide or x.dtype == np.uint8:
            f *= np.float32(1 / 255.0)
    return floats
