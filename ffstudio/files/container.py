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

from ffstudio.core.errors import ModelFileError, explain_reading
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr
from ffstudio.files.hdf5 import MOST_PACKED, check_heaps, check_structure

HDF5_MAGIC = b"\x89HDF\r\n\x1a\n"
ZIP_MAGIC = b"PK\x03\x04"


def container(source: Path | bytes) -> str:
    """``hdf5``, ``zip`` or an empty text, by the first bytes and never by the name."""
    if isinstance(source, bytes):
        magic = source[:8]
    else:
        with source.open("rb") as stream:
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
        ModelFileError: It is no file, may not be read, or is empty.
    """
    try:
        if (path / "saved_model.pb").is_file():
            raise ModelFileError(
                tr("{path_name} is a TensorFlow SavedModel.", path_name=path.name),
                tr("Save the model again with model.save('model.keras') in Keras."),
            )
        if path.is_dir():
            raise ModelFileError(
                tr("{path_name} is a folder.", path_name=path.name), tr("Choose a file.")
            )
        if path.exists() and not path.is_file():  # reading a device or a pipe might never end
            raise ModelFileError(
                tr("{path_name} is a device, no file.", path_name=path.name), tr("Choose a file.")
            )
        with path.open("rb") as stream:
            stream.read(1)
            size = path.stat().st_size
    except OSError as error:
        raise ModelFileError(*explain_reading(path.name, error)) from error
    except ValueError as error:  # a name with a zero byte in it
        raise ModelFileError(
            tr("A file's name cannot hold that."), tr("Choose another file.")
        ) from error
    if size == 0:
        raise ModelFileError(
            tr(
                "{path_name} is empty: whoever wrote or fetched it did not come to an end.",
                path_name=path.name,
            ),
            tr("Save or fetch it again."),
        )
    return size


def damage(error: Exception) -> tuple[str, str]:
    """What a reader can use of a library's complaint, and advice; the traceback has the rest.

    Call it where the bytes are at fault: see :func:`ffstudio.core.errors.is_of_the_system`.
    """
    sizes = re.search(r"truncated file: eof = (\d+),.*stored_eof = (\d+)", str(error))
    if sizes:
        return (
            tr(
                "is cut short: {held} of its {whole} bytes are there.",
                held=write_number(int(sizes[1]), ","),
                whole=write_number(int(sizes[2]), ","),
            ),
            tr("Get a fresh copy."),
        )
    if isinstance(error, zipfile.BadZipFile) and "not a zip file" in str(error):
        return tr("is cut short or damaged: the archive has no end."), tr("Get a fresh copy.")
    if isinstance(error, NotImplementedError) or "unknown superblock version" in str(error):
        return (
            tr("was packed by a newer program, in a way that cannot be read here."),
            tr("Save it again in Keras, or update ffstudio."),
        )
    return tr("is damaged and cannot be read."), tr("Get a fresh copy.")


def read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """One member of an archive, in memory: nothing is ever unpacked to disk.

    Raises:
        ModelFileError: It unpacks to more than ``most`` bytes or than real weights do.
    """
    if info.file_size > min(most, MOST_PACKED * info.compress_size):
        raise ModelFileError(
            tr("{filename} unpacks to too much.", filename=info.filename),
            tr("The archive is refused."),
        )
    with archive.open(info) as stream:
        data = stream.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise ModelFileError(
            tr("{filename} is not as large as it says.", filename=info.filename),
            tr("Get a fresh copy."),
        )
    return data
