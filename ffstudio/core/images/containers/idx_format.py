"""IDX files, plain or gzipped, in which MNIST and Fashion-MNIST were first published."""

from __future__ import annotations

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, explain_reading, is_of_the_system
from ffstudio.core.images.understanding.stored import MAPPED_FROM
from ffstudio.core.words import tr

MOST_BYTES = 2**31


def read(path: str | Path) -> npt.NDArray[np.uint8]:
    """One IDX file of unsigned bytes: big-endian magic, sizes, then the data.

    Raises:
        DatasetError: The file is missing, damaged or of another kind.
    """
    path = Path(path)
    try:
        with path.open("rb") as raw:
            zipped = raw.read(2) == b"\x1f\x8b"
        with gzip.open(path) if zipped else path.open("rb") as stream:
            magic = stream.read(4)
            if len(magic) < 4 or magic[:3] != b"\0\0\x08" or not 1 <= magic[3] <= 4:
                raise DatasetError(
                    tr("{path_name} is not an IDX file of bytes.", path_name=path.name),
                    tr("Get a fresh copy."),
                )
            sizes = struct.unpack(f">{magic[3]}I", stream.read(4 * magic[3]))
            count = math.prod(sizes)
            start = stream.tell()
            if count > MOST_BYTES and not stays_on_disk(path, sizes):
                raise DatasetError(
                    tr(
                        "{path_name} declares {count} bytes.",
                        path_name=path.name,
                        count=f"{count:,}",
                    ),
                    tr("Get a fresh copy."),
                )
            if stays_on_disk(path, sizes):
                return np.memmap(path, np.uint8, "r", start, sizes)
            data = stream.read(count)
    except (OSError, EOFError, zlib.error, struct.error) as error:
        if isinstance(error, OSError) and is_of_the_system(error):
            raise DatasetError(*explain_reading(path.name, error)) from error
        raise DatasetError(
            tr("{path_name} is damaged.", path_name=path.name), tr("Get a fresh copy.")
        ) from error
    if len(data) != count:
        raise DatasetError(
            tr("{path_name} is cut short.", path_name=path.name), tr("Get a fresh copy.")
        )
    return np.frombuffer(data, np.uint8).reshape(sizes)


def stays_on_disk(path: Path, sizes: tuple[int, ...]) -> bool:
    """Whether a file's bytes are mapped: many, not packed, and all there."""
    count = math.prod(sizes)
    if count < MAPPED_FROM:
        return False
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == b"\x1f\x8b"
        return not is_packed and path.stat().st_size >= 4 + 4 * len(sizes) + count
    except OSError:
        return False
