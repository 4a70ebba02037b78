"""Writing files so that an interruption never leaves half of one behind."""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path


def write_atomically(
    path: Path, write: Callable[[Path], object], check: Callable[[Path], None] | None = None
) -> None:
    """Writes a temporary file beside ``path``, checks it, then renames it over ``path``.

    Args:
        write: Writes the temporary file; it carries the suffix of ``path``.
        check: Reads the temporary file back and raises when it is not as it should be.

    Raises:
        OSError: The folder cannot be written. Whatever ``write`` and ``check`` raise.
            In every case ``path`` is as it was and no temporary file stays.
    """
    path = Path(path)
    handle, name = tempfile.mkstemp(
        prefix=f".{path.stem[:40]}-", suffix=path.suffix, dir=path.parent or Path(".")
    )
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        if check is not None:
            check(temporary)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def write_text_atomically(path: Path, text: str) -> None:
    """UTF-8 with plain newlines."""
    write_atomically(Path(path), lambda p: p.write_bytes(text.encode("utf-8")))


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def looks_like_model(path: Path) -> bool:
    """True for a file that begins as HDF5 files and ``.keras`` archives do, whatever its name."""
    try:
        with path.open("rb") as stream:
            start = stream.read(8)
    except OSError:
        return False
    return start == b"\x89HDF\r\n\x1a\n" or start.startswith(b"PK\x03\x04")


def holds_member(path: Path, name: str) -> bool:
    """True for a zip archive with that member."""
    try:
        with zipfile.ZipFile(path) as archive:
            return name in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        return False
