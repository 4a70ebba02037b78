"""Optuna, where it is installed, and the storage that several processes share."""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ffstudio.core.errors import SweepError, error_words
from ffstudio.core.words import tr

JOURNAL = "study.journal"
_PIECE = 4096


def import_optuna() -> Any:
    """Optuna, which is an extra.

    Raises:
        SweepError: It is not installed; says how to.
    """
    try:
        optuna = importlib.import_module("optuna")
    except ImportError as error:
        raise SweepError(
            tr("Sweeps need Optuna, which is not installed."),
            tr('Install the extra: pip install "ffstudio[sweep]".'),
        ) from error
    optuna.logging.set_verbosity(optuna.logging.ERROR)
    return optuna


def open_storage(where: str) -> Any:
    """A journal file, or a database by its address (``sqlite:///…``, ``postgresql://…``).

    Raises:
        SweepError: It cannot be opened.
    """
    optuna = import_optuna()
    try:
        if "://" in where:
            return optuna.storages.RDBStorage(where)
        backend = optuna.storages.journal.JournalFileBackend(where, _mending_lock(where))
        with _acquire(_mending_lock(where)):
            pass  # mends what a killed process left
        return optuna.storages.JournalStorage(backend)
    except OSError as error:
        raise SweepError(
            tr(
                "{where} cannot be written ({error_words}).",
                where=where,
                error_words=error_words(error),
            ),
            tr("Name another folder."),
        ) from error
    except Exception as error:  # of whichever database driver it is
        raise SweepError(
            tr(
                "The sweep's storage {where} cannot be opened ({first_line}).",
                where=where,
                first_line=_first_line(error),
            ),
            tr("Give --storage the path of a file, or the address of a database you may write."),
        ) from error


@contextlib.contextmanager
def hold(path: str) -> Iterator[Path]:
    """Keeps other processes from what is guarded by ``path``, on network drives too.

    Yields:
        The lock's file: who holds it for long touches it, for half a minute's rest counts as
        the death of its holder.
    """
    with _acquire(import_optuna().storages.journal.JournalFileOpenLock(path)):
        yield Path(f"{path}.lock")


@contextlib.contextmanager
def _acquire(lock: Any) -> Iterator[None]:
    lock.acquire()
    try:
        yield
    finally:
        with contextlib.suppress(RuntimeError):  # somebody thought us dead
            lock.release()


def _mending_lock(path: str) -> Any:
    """Optuna's lock; whoever gets it drops a last line that a killed process left half."""
    base = import_optuna().storages.journal.JournalFileOpenLock

    class MendingLock(base):  # type: ignore[misc,valid-type]
        def acquire(self) -> bool:
            acquired: bool = super().acquire()
            _drop_half_line(Path(path))
            return acquired

    return MendingLock(path)


def _drop_half_line(path: Path) -> None:
    try:
        with path.open("r+b") as stream:
            size = end = stream.seek(0, os.SEEK_END)
            while end:
                start = max(0, end - _PIECE)
                stream.seek(start)
                newline = stream.read(end - start).rfind(b"\n")
                if newline >= 0:
                    end = start + newline + 1
                    break
                end = start
            if end < size:
                stream.truncate(end)
    except FileNotFoundError:
        return


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
