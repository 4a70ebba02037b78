"""Data sets in a NumPy .npz file: x_train, y_train and, if there are, x_test, y_test."""

from __future__ import annotations

import math
import zipfile
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.data import Dataset
from ffstudio.core.errors import DatasetError

MOST_BYTES = 4 * 2**30
MOST_CLASSES = 1000

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
    x_train, x_test = _scaled(x_train, x_test)
    return Dataset(name, title, x_train, y_train, x_test, y_test, tuple(names), source)


def hold_out(x: Array, y: Array, share: float = 1 / 6) -> tuple[Array, Array, Array, Array]:
    """Holds back a share of every class as a test set, always the same images."""
    rng = np.random.default_rng(20221213)
    test: list[npt.NDArray[np.int64]] = []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        test.append(rows[: max(1, int(round(len(rows) * share)))])
    chosen = np.sort(np.concatenate(test))
    rest = np.setdiff1d(np.arange(len(y)), chosen)
    if len(rest) == 0:
        raise DatasetError("There are too few images to hold some back.", "Add x_test and y_test.")
    return x[rest], y[rest], x[chosen], y[chosen]


def _arrays(path: Path) -> dict[str, Array]:
    if not path.exists():
        raise DatasetError(f"There is no file {path}.", "Choose another file.")
    wanted = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                key = member.filename.removesuffix(".npy")
                if key not in ("x_train", "y_train", "x_test", "y_test"):
                    continue
                with archive.open(member) as stream:
                    wanted[key] = _array(stream, key, path)
    except DatasetError:
        raise
    except (OSError, zipfile.BadZipFile, ValueError, EOFError, KeyError, RuntimeError) as error:
        raise DatasetError(
            f"{path.name} cannot be read as .npz ({error}).",
            "Save it again with numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…).",
        ) from error
    except Exception as error:  # zlib.error and whatever a damaged archive provokes
        raise DatasetError(f"{path.name} is damaged ({error}).", "Get a fresh copy.") from error
    for key in ("x_train", "y_train"):
        if key not in wanted:
            raise DatasetError(
                f"{path.name} holds no {key}.", "An .npz needs x_train, y_train, x_test, y_test."
            )
    if ("x_test" in wanted) != ("y_test" in wanted):
        raise DatasetError(f"{path.name} holds only half a test set.", "Add x_test and y_test.")
    return wanted


def _array(stream: IO[bytes], key: str, path: Path) -> Array:
    """One .npy member, its declared size checked before anything of that size is read."""
    version = np.lib.format.read_magic(stream)
    header = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }.get(version)
    if header is None:
        raise DatasetError(f"{path.name}: {key} has an unknown format.", "Save it again.")
    shape, fortran, dtype = header(stream)
    if dtype.hasobject:
        raise DatasetError(
            f"{path.name}: {key} holds Python objects, which could run code.",
            "Save plain arrays of numbers.",
        )
    if any(n < 0 for n in shape):
        raise DatasetError(
            f"{path.name}: {key} has the impossible shape {shape}.", "Save it again."
        )
    size = math.prod(shape) * dtype.itemsize
    if size > MOST_BYTES:
        raise DatasetError(
            f"{path.name}: {key} would take {size / 2**30:,.1f} GiB.",
            f"At most {MOST_BYTES / 2**30:.0f} GiB can be opened; use a part of it.",
        )
    data = stream.read(size)
    if len(data) < size:
        raise DatasetError(f"{path.name}: {key} is cut short.", "Get a fresh copy of the file.")
    return np.frombuffer(data, dtype).reshape(shape, order="F" if fortran else "C")


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
    if y.dtype.kind == "f" and np.isfinite(y).all() and np.array_equal(y, np.round(y)):
        y = y.astype(np.int64)
    if y.dtype.kind not in "uib":
        raise DatasetError(f"{path.name}: {key} holds {y.dtype}.", "Labels must be whole numbers.")
    return y.astype(np.int64)


def _same_length(x: Array, y: Array, which: str, path: Path) -> None:
    if len(x) != len(y):
        raise DatasetError(
            f"{path.name}: {len(x):,} {which} images but {len(y):,} labels.",
            "Give every image one label.",
        )


def _scaled(*images: Array) -> list[Array]:
    """uint8 stays; other numbers in 0–255 become uint8-like floats in 0–1."""
    if all(x.dtype == np.uint8 for x in images):
        return list(images)
    top = max(float(x.max()) for x in images)
    low = min(float(x.min()) for x in images)
    factor = 1 / 255.0 if low >= 0 and 1.5 < top <= 255 else 1.0
    return [(x.astype(np.float32) * np.float32(factor)) for x in images]
