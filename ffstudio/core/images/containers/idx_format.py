"""IDX files, plain or gzipped, in which MNIST and Fashion-MNIST were first published."""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path
from typing import IO, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, explain_reading, is_of_the_system
from ffstudio.core.images.containers.archive import find_bytes, open_unpacked
from ffstudio.core.images.understanding.stored import MAPPED_FROM
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

MOST_BYTES = 2**31
# What the third byte of the head says of the numbers, which come with the highest byte first.
TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


class Head(NamedTuple):
    """What an IDX file says of itself."""

    dtype: np.dtype[Any]
    shape: tuple[int, ...]
    start: int

    @property
    def size(self) -> int:
        """Of its numbers, in bytes."""
        return math.prod(self.shape) * self.dtype.itemsize


def read_head(stream: IO[bytes]) -> Head | None:
    """The type and shape of an IDX file, which is then at its numbers; None for other files.

    Raises:
        EOFError: It ends before its numbers begin.
    """
    magic = stream.read(4)
    if len(magic) < 4 or magic[:2] != b"\0\0" or magic[2] not in TYPES or not 1 <= magic[3] <= 4:
        return None
    sizes = stream.read(4 * magic[3])
    if len(sizes) < 4 * magic[3]:
        raise EOFError
    shape = struct.unpack(f">{magic[3]}I", sizes)
    return Head(np.dtype(TYPES[magic[2]]), shape, 4 + 4 * magic[3])


def read(path: str | Path) -> npt.NDArray[Any]:
    """One IDX file: big-endian magic, sizes, then the numbers.

    Raises:
        DatasetError: The file is missing, damaged or of another kind.
    """
    path = Path(path) if isinstance(path, str) else path
    try:
        with open_unpacked(path) as stream:
            head = read_head(stream)
            if head is None:
                raise DatasetError(
                    tr("{path_name} is not an IDX file.", path_name=path.name),
                    tr("Get a fresh copy."),
                )
            count = head.size
            if count > MOST_BYTES and not stays_on_disk(path, head):
                raise DatasetError(
                    tr(
                        "{path_name} declares {count} bytes.",
                        path_name=path.name,
                        count=write_number(count, ","),
                    ),
                    tr("Get a fresh copy."),
                )
            if stays_on_disk(path, head):
                _refuse_more(path, path.stat().st_size > head.start + count, head)
                file, start = find_bytes(path) or (path, 0)
                return np.memmap(file, head.dtype, "r", start + head.start, head.shape)
            data = stream.read(count)
            _refuse_more(path, bool(stream.read(1)), head)
    except (OSError, EOFError, zlib.error) as error:
        if isinstance(error, OSError) and is_of_the_system(error):
            raise DatasetError(*explain_reading(path.name, error)) from error
        raise DatasetError(
            tr("{path_name} is damaged.", path_name=path.name), tr("Get a fresh copy.")
        ) from error
    if len(data) != count:
        raise DatasetError(
            tr("{path_name} is cut short.", path_name=path.name), tr("Get a fresh copy.")
        )
    return np.frombuffer(data, head.dtype).reshape(head.shape)


def _refuse_more(path: Path, has_more: bool, head: Head) -> None:
    """Refuses a file that goes on after what its head declares, as with a wrong magic number.

    Raises:
        DatasetError: It does.
    """
    if has_more:
        raise DatasetError(
            tr(
                "{path_name} declares {sizes} numbers and goes on after them: its head is wrong, or "
                "something else follows.",
                path_name=path.name,
                sizes="×".join(map(str, head.shape)),
            ),
            tr(
                "Get a fresh copy, or write it anew: images have the magic number 2051, labels 2049."
            ),
        )


def stays_on_disk(path: Path, head: Head) -> bool:
    """Whether a file's numbers are mapped: many, not packed, and all there."""
    if head.size < MAPPED_FROM or find_bytes(path) is None:
        return False
    try:
        with path.open("rb") as raw:
            is_packed = raw.read(2) == b"\x1f\x8b"
        return not is_packed and path.stat().st_size >= head.start + head.size
    except OSError:
        return False
