"""Opening strangers' files: what they are by content, and the checks before anything is read."""

from __future__ import annotations

import io
import mmap
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import h5py

from ffstudio.core.errors import ModelFileError
from ffstudio.files.hdf5 import MOST_PACKED, check_heaps, check_structure

HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
ZIP_MAGIC = b"PK\x03\x04"


def container(path: Path) -> str:
    """``hdf5``, ``zip`` or an empty text, by the first bytes and never by the name."""
    with path.open("rb") as stream:
        magic = stream.read(8)
    if magic == HDF5_MAGIC:
        return "hdf5"
    return "zip" if magic[:4] == ZIP_MAGIC else ""


@contextmanager
def open_hdf5(source: Path | bytes) -> Iterator[h5py.File]:
    """An HDF5 file or its content, open for reading, its heaps and links checked.

    Raises:
        ModelFileError: It is damaged or reaches out of itself.
    """
    if isinstance(source, bytes):
        check_heaps(source)
        with h5py.File(io.BytesIO(source), "r") as file:
            check_structure(file)
            yield file
        return
    with (
        source.open("rb") as stream,
        mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data,
    ):
        check_heaps(data)
    with h5py.File(source, "r") as file:
        check_structure(file)
        yield file


def check_size(path: Path) -> int:
    """The size of a file that can be read, in bytes.

    Raises:
        ModelFileError: It is no file, or empty.
        OSError: It may not be read.
    """
    if path.is_dir():
        raise ModelFileError(f"{path.name} is a folder.", "Choose a file.")
    if not path.exists():
        raise ModelFileError(f"{path.name}: there is no such file.", "Choose another file.")
    size = path.stat().st_size
    if size == 0:
        raise ModelFileError(f"{path.name} is empty.", "Get a fresh copy.")
    with path.open("rb"):
        return size


def damage(error: Exception) -> str:
    """What a reader can use of a library's complaint; the rest stays in the traceback."""
    sizes = re.search(r"truncated file: eof = (\d+),.*stored_eof = (\d+)", str(error))
    if sizes:
        return f"is cut short: {int(sizes[1]):,} of its {int(sizes[2]):,} bytes are there."
    if isinstance(error, zipfile.BadZipFile) and "not a zip file" in str(error):
        return "is cut short or damaged: the archive has no end."
    return "is damaged and cannot be read."


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """One member of an archive, in memory: nothing is ever unpacked to disk.

    Raises:
        ModelFileError: It unpacks to more than ``most`` bytes or than real weights do.
    """
    if info.file_size > min(most, MOST_PACKED * info.compress_size):
        raise ModelFileError(f"{info.filename} unpacks to too much.", "The archive is refused.")
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise ModelFileError(f"{info.filename} is not as large as it says.", "Get a fresh copy.")
    return data
