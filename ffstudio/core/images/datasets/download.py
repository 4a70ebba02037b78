"""Downloading a data set: with progress, cancel, hash check, and nothing left half done."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import queue
import ssl
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import DatasetError, DownloadCancelled, error_words
from ffstudio.core.folders import data_folder
from ffstudio.core.images.datasets.known import KnownDataset, PublishedFile
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

CHUNK = 64 * 1024
TIMEOUT_S = 20.0
# How long a cancel may have to wait, and how much is too much for any of the files below.
_PATIENCE_S = 0.05
MOST_BYTES = 256 * 2**20


class _UnreachableError(Exception):
    """The network's fault, not the disk's."""


_OTHER_WAYS = "Check the connection, use the bundled digits, or choose a file."


def download(
    known: KnownDataset,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    folder: Path | None = None,
) -> Path:
    """Fetches all files of a data set into the app's data folder.

    Files that are there and whole already are not fetched again.

    Args:
        progress: Called with bytes so far and in all (None while unknown) of a file.
        is_cancelled: Asked many times a second, also while the server is silent.
        folder: Where to put it; the app's data folder by default.

    Returns:
        The folder.

    Raises:
        DownloadCancelled: ``is_cancelled`` said so; no half file stays behind.
        DatasetError: It could not be fetched or is not what was expected.
    """
    folder = folder or data_folder()
    title = known.label
    for source in known.downloads:
        target = folder / source.file
        try:
            if _is_whole(target, source):
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(
                target, functools.partial(_fetch_from_any, source, title, progress, is_cancelled)
            )
        except _UnreachableError as error:
            raise DatasetError(
                tr("{title} could not be downloaded ({error}).", title=title, error=error),
                tr(_OTHER_WAYS),
            ) from (error)
        except OSError as error:
            raise DatasetError(
                tr(
                    "{title} could not be saved in {folder} ({error_words}).",
                    title=title,
                    folder=folder,
                    error_words=error_words(error),
                ),
                tr(_OTHER_WAYS),
            ) from error
    return folder


def _is_whole(path: Path, source: PublishedFile) -> bool:
    if not path.is_file() or path.stat().st_size > MOST_BYTES:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, source.algorithm).hexdigest() == source.digest


def _fetch_from_any(
    source: PublishedFile,
    title: str,
    progress: Callable[[int, int | None], None],
    is_cancelled: Callable[[], bool],
    path: Path,
) -> None:
    *others, last = (source.url, *source.mirrors)
    for url in others:
        with contextlib.suppress(_UnreachableError):
            return _fetch(url, source, title, progress, is_cancelled, path)
    return _fetch(last, source, title, progress, is_cancelled, path)


def _fetch(
    url: str,
    source: PublishedFile,
    title: str,
    progress: Callable[[int, int | None], None],
    is_cancelled: Callable[[], bool],
    path: Path,
) -> None:
    # A silent server blocks whoever listens to it until the timeout: a thread of its own
    # listens, so that a cancel is answered at once.
    received: queue.Queue[_Received] = queue.Queue(maxsize=16)
    given_up = threading.Event()
    threading.Thread(
        target=_receive, args=(url, received, given_up), name="ffstudio-receive", daemon=True
    ).start()
    digest, done, total = hashlib.new(source.algorithm), 0, None
    try:
        with path.open("wb") as out:
            while True:
                if is_cancelled():
                    raise DownloadCancelled(tr("The download was cancelled."))
                try:
                    what = received.get(timeout=_PATIENCE_S)
                except queue.Empty:
                    continue
                if isinstance(what, Exception):
                    raise _UnreachableError(error_words(what)) from what
                if isinstance(what, _Length):
                    total = what.total
                elif not what:
                    break
                else:
                    out.write(what)
                    digest.update(what)
                    done += len(what)
                if done > MOST_BYTES:
                    raise DatasetError(
                        tr("The server sends more than {file} can hold.", file=source.file),
                        tr("Try again on another network, or choose a file."),
                    )
                progress(done, total)
    finally:
        given_up.set()
    if total is not None and done < total:
        raise DatasetError(
            tr(
                "The download of {title} broke off after {done} of {total} bytes.",
                title=title,
                done=write_number(done, ","),
                total=write_number(total, ","),
            ),
            tr("Try again."),
        )
    if digest.hexdigest() != source.digest:
        raise DatasetError(
            tr(
                "The downloaded {file} is not the published file (its {algorithm} differs).",
                file=source.file,
                algorithm=source.algorithm,
            ),
            tr("Try again on another network, or choose a file."),
        )


@dataclass(frozen=True)
class _Length:
    """The size that the server announced, None when it did not."""

    total: int | None


# The length, then chunks; an empty one is the end, an error is one too.
_Received = _Length | bytes | Exception


def _receive(url: str, received: queue.Queue[_Received], given_up: threading.Event) -> None:
    def hand_over(what: _Received) -> None:
        while not given_up.is_set():
            with contextlib.suppress(queue.Full):
                received.put(what, timeout=_PATIENCE_S)
                return

    request = urllib.request.Request(url, headers={"User-Agent": "ffstudio"})
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_S, context=_context(url)) as reply:
            length = reply.headers.get("Content-Length")
            hand_over(_Length(int(length) if length and length.isdigit() else None))
            while not given_up.is_set() and (chunk := reply.read1(CHUNK)):
                hand_over(chunk)
    except Exception as error:  # whatever a network provokes; the other thread says it
        if isinstance(error, urllib.error.HTTPError):
            error.close()  # it holds the connection
        hand_over(error)
    else:
        hand_over(b"")


def _context(url: str) -> ssl.SSLContext | None:
    """Certificates of certifi where it is installed: some Pythons come with none."""
    if not url.startswith("https"):
        return None
    try:
        import certifi
    except ImportError:
        return ssl.create_default_context()
    return ssl.create_default_context(cafile=certifi.where())
