"""Runs that were deleted: put aside at first, so that it can be undone, and removed later.

::

    .deleted/HOST-PID/   what the window with that process has put aside
"""

from __future__ import annotations

import contextlib
import os
import platform
import time
from pathlib import Path

import psutil

from ffstudio.core.errors import RunFolderError, error_words
from ffstudio.core.words import tr
from ffstudio.files.runs.folder import LOCK, RUN, RUNNING, RunFolder

DELETED = ".deleted"
# What another machine has put aside in a shared folder is removed after that time.
_FOREIGN_S = 24 * 3600.0


def put_aside(folder: RunFolder) -> Path:
    """Takes a run out of the library.

    Returns:
        Where it is until it is removed for good.

    Raises:
        RunFolderError: It is being trained, or cannot be moved.
    """
    place = folder.path.parent / DELETED / f"{platform.node()}-{os.getpid()}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        with folder.hold():  # nobody begins to train it between the look and the move
            if _is_running(folder):
                raise RunFolderError(
                    tr("{path_name} is being trained.", path_name=folder.path.name),
                    tr("Stop it first."),
                )
            aside = _free(place, folder.path.name)
            folder.path.rename(aside)
            (aside / LOCK).unlink(missing_ok=True)
    except OSError as error:
        raise RunFolderError(
            tr(
                "{path_name} cannot be deleted ({error_words}).",
                path_name=folder.path.name,
                error_words=error_words(error),
            ),
            tr("See that its folder may be written."),
        ) from error
    return aside


def _is_running(folder: RunFolder) -> bool:
    try:
        return folder.state() == RUNNING
    except RunFolderError:
        return False  # damaged: that is a reason to be rid of it


def bring_back(aside: Path, path: Path) -> None:
    """Puts a run back where it was before :func:`put_aside`.

    Raises:
        RunFolderError: It is gone, another one has its place, or it cannot be moved.
    """
    if path.exists():
        raise RunFolderError(tr("{path} is there again.", path=path), tr("Move that one first."))
    try:
        aside.rename(path)
    except OSError as error:
        raise RunFolderError(
            tr(
                "{path_name} cannot be brought back ({error_words}).",
                path_name=path.name,
                error_words=error_words(error),
            ),
            tr("Move {aside} yourself.", aside=aside),
        ) from error
    for emptied in (aside.parent, aside.parent.parent):
        with contextlib.suppress(OSError):  # others are in it
            emptied.rmdir()


def remove_deleted(root: Path) -> int:
    """Removes for good what windows that have ended have put aside in a library.

    Only what runs consist of is removed. Where somebody put files of another kind into a run's
    folder, these are back in the library afterwards, in a folder of that name.

    Returns:
        How many runs were removed.
    """
    try:
        places = list((root / DELETED).iterdir())
    except OSError:
        return 0
    removed = 0
    for place in places:
        if place.is_symlink() or not place.is_dir() or _may_come_back(place):
            continue
        removed += sum(_remove(root, aside) for aside in list(place.iterdir()))
        with contextlib.suppress(OSError):  # something of others is in it
            place.rmdir()
    with contextlib.suppress(OSError):  # another window's are in it
        (root / DELETED).rmdir()
    return removed


def _remove(root: Path, aside: Path) -> bool:
    """Removes one run; False when it is none, or cannot be removed now."""
    if not (aside / RUN).is_file():
        return False
    try:
        if aside.is_symlink():  # what it leads to was not deleted
            aside.unlink()
        else:
            RunFolder(aside).delete()
            if aside.exists():
                aside.rename(_free(root, aside.name))
    except OSError:  # the next start tries again
        return False
    return True


def _may_come_back(place: Path) -> bool:
    """Whether the window that has put it aside may still undo that."""
    host, _, number = place.name.rpartition("-")
    if host == platform.node() and number.isdigit():
        # At its own start a process has put nothing aside: its number was another's.
        return int(number) != os.getpid() and psutil.pid_exists(int(number))
    try:
        return time.time() - place.stat().st_mtime < _FOREIGN_S
    except OSError:
        return False


def _free(place: Path, name: str) -> Path:
    """A path that is not taken."""
    path, number = place / name, 2
    while path.exists():
        path, number = place / f"{name}-{number}", number + 1
    return path
