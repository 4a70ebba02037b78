"""Downloading a data set: with progress, cancel, hash check, and nothing left half done."""

from __future__ import annotations

import functools
import hashlib
import http.client
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.datasets.folders import data_folder
from ffstudio.core.datasets.mnist import IDX_FILES, TITLES
from ffstudio.core.errors import DatasetError, DownloadCancelled
from ffstudio.core.files import write_atomically

CHUNK = 64 * 1024
TIMEOUT_S = 20.0


@dataclass(frozen=True)
class Source:
    """One file of a data set.

    Attributes:
        file: Its place below the data folder.
        algorithm: ``sha256`` or ``md5``, as its publisher gives it.
    """

    url: str
    file: str
    algorithm: str
    digest: str


_FASHION = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"

SOURCES: dict[str, tuple[Source, ...]] = {
    "mnist": (
        Source(
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz",
            "mnist.npz",
            "sha256",
            "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
        ),
    ),
    "fashion_mnist": tuple(
        Source(_FASHION + IDX_FILES[key], f"fashion-mnist/{IDX_FILES[key]}", "md5", digest)
        for key, digest in (
            ("x_train", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
            ("y_train", "25c81989df183df01b3e8a0aad5dffbe"),
            ("x_test", "bef4ecab320f06d8554ea6380940ec79"),
            ("y_test", "bb300cfdad3c16e7a12a480ee83cd310"),
        )
    ),
}

_OTHER_WAYS = "Check the connection, use the bundled digits, or choose a file."


def download(
    name: str,
    progress: Callable[[int, int | None], None] = lambda done, total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
    folder: Path | None = None,
    sources: Mapping[str, Sequence[Source]] = SOURCES,
) -> Path:
    """Fetches all files of a data set into the app's data folder.

    Args:
        progress: Called with bytes so far and in all (None while unknown) of a file.
        is_cancelled: Asked after every chunk.
        folder: Where to put it; the app's data folder by default.
        sources: Where to get it.

    Returns:
        The folder.

    Raises:
        DownloadCancelled: ``is_cancelled`` said so; nothing stays behind.
        DatasetError: It could not be fetched or is not what was expected.
    """
    folder = folder or data_folder()
    for source in sources[name]:
        target = folder / source.file
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(
                target, functools.partial(_fetch, source, name, progress, is_cancelled)
            )
        except (
            urllib.error.URLError,
            http.client.HTTPException,
            TimeoutError,
            ConnectionError,
            ssl.SSLError,
        ) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(error, urllib.error.HTTPError):
                error.close()  # it holds the connection
            raise DatasetError(
                f"{TITLES.get(name, name)} could not be downloaded ({reason}).", _OTHER_WAYS
            ) from error
        except OSError as error:
            raise DatasetError(
                f"{TITLES.get(name, name)} could not be saved in {folder} ({error}).", _OTHER_WAYS
            ) from error
    return folder


def _fetch(
    source: Source,
    name: str,
    progress: Callable[[int, int | None], None],
    is_cancelled: Callable[[], bool],
    path: Path,
) -> None:
    digest = hashlib.new(source.algorithm)
    request = urllib.request.Request(source.url, headers={"User-Agent": "ffstudio"})
    with (
        urllib.request.urlopen(request, timeout=TIMEOUT_S, context=_context(source.url)) as reply,
        path.open("wb") as out,
    ):
        length = reply.headers.get("Content-Length")
        total = int(length) if length and length.isdigit() else None
        done = 0
        progress(done, total)
        while chunk := reply.read(CHUNK):
            if is_cancelled():
                raise DownloadCancelled("The download was cancelled.", "Nothing was kept.")
            out.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            progress(done, total)
    if total is not None and done < total:
        raise DatasetError(
            f"The download of {TITLES.get(name, name)} broke off after {done:,} of {total:,} bytes.",
            "Try again.",
        )
    if digest.hexdigest() != source.digest:
        raise DatasetError(
            f"The downloaded {source.file} is not the published file (its {source.algorithm} "
            "differs).",
            "Try again on another network, or choose a file.",
        )


def _context(url: str) -> ssl.SSLContext | None:
    """Certificates of certifi where it is installed: some Pythons come with none."""
    if not url.startswith("https"):
        return None
    try:
        import certifi
    except ImportError:
        return ssl.create_default_context()
    return ssl.create_default_context(cafile=certifi.where())
