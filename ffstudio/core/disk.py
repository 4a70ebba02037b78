"""Writing files so that an interruption never leaves half of one behind."""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from ffstudio.core.errors import WriteProtectedError

# How the names of temporary files begin.
_TEMPORARY = ".ffstudio-"


def write_atomically(
    path: Path, write: Callable[[Path], object], check: Callable[[Path], None] | None = None
) -> None:
    """Writes a temporary file beside ``path``, checks it, then renames it over ``path``.

    What was written is on the disk before the rename, so that a power cut leaves the old file
    or the new one. Where ``path`` is a link, it stays one: the file it leads to is replaced.
    A file that nobody may write is not replaced, though its folder would allow it.

    Args:
        write: Writes the temporary file; it carries the suffix of ``path``.
        check: Reads the temporary file back and raises when it is not as it should be.

    Raises:
        WriteProtectedError: The file is there and may not be written.
        OSError: The folder cannot be written. Whatever ``write`` and ``check`` raise.
            In every case ``path`` is as it was and no temporary file stays.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.stat().st_mode & 0o222:
        raise WriteProtectedError(path)
    clear_leftovers(path.parent)
    handle, name = tempfile.mkstemp(
        prefix=f"{_TEMPORARY}{path.stem[:40]}-", suffix=path.suffix, dir=path.parent
    )
    os.close(handle)
    temporary = Path(name)
    try:
        write(temporary)
        if check is not None:
            check(temporary)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        with temporary.open("rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(temporary, path)
        sync_folder(path.parent)
    finally:
        temporary.unlink(missing_ok=True)


def clear_leftovers(folder: Path, older_than_s: float = 3600.0) -> None:
    """Removes temporary files of ours whose writer was killed.

    Args:
        older_than_s: Younger ones may be another process' that still writes.
    """
    now = time.time()
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_TEMPORARY}*"):
            if now - path.stat().st_mtime > older_than_s:
                path.unlink()


# A lock that stays as it is for so long was left by a process that was killed: work under one
# takes milliseconds.
LOCK_IS_STALE_S = 5.0


@contextlib.contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Keeps other processes, on this machine and others, out of the same work for a moment.

    A file of that name is the lock. It can be had once at a time, in one thread too.

    Raises:
        OSError: Its folder is gone or cannot be written.
    """
    seen, since = None, time.monotonic()
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            now = identify_file(path)
            if now != seen:
                seen, since = now, time.monotonic()
            elif seen is not None and time.monotonic() - since > LOCK_IS_STALE_S:
                path.unlink(missing_ok=True)
                continue
        except PermissionError:  # Windows, while another one removes it
            if os.name != "nt" or time.monotonic() - since > LOCK_IS_STALE_S:
                raise
        time.sleep(0.01)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # the folder was moved with it
            path.unlink()


def identify_file(path: Path) -> tuple[int, int] | None:
    """What is another for a file that was written anew or exchanged; None for none there."""
    try:
        about = path.stat()
    except OSError:  # it has just gone
        return None
    return about.st_ino, about.st_mtime_ns


def sync_folder(folder: Path) -> None:
    """Has the names in a folder reach the disk, where the system can be asked for that."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


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
