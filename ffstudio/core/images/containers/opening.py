"""What all readers ask before they open a file."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import DatasetError, error_words, explain_reading
from ffstudio.core.words import tr

_POINTER = b"version https://git-lfs.github.com/"
_PAGES = (b"<!doctype html", b"<html", b"<head")


def check_file(path: Path, kind: str) -> None:
    """Refuses what is no file.

    Raises:
        DatasetError: There is none, it cannot be reached, or it is a folder or a device.
    """
    try:
        exists, is_file = path.exists(), path.is_file()
    except (OSError, ValueError) as error:  # a name too long, a folder that may not be entered
        raise DatasetError(
            tr("The file cannot be reached ({error_words}).", error_words=error_words(error)),
            tr("Choose another file."),
        ) from error
    if not exists:
        raise DatasetError(tr("There is no file {path}.", path=path), tr("Choose another file."))
    if not is_file:  # reading a device or a pipe might never end
        raise DatasetError(
            tr("{path} cannot be read as {kind}: it is not a file.", path=path, kind=kind),
            tr("Choose another file."),
        )
    try:
        with path.open("rb") as stream:
            head = stream.read(64)
    except OSError as error:
        raise DatasetError(*explain_reading(path.name, error)) from error
    if not head:
        raise DatasetError(
            tr(
                "{path_name} cannot be read as {kind}: it is empty.", path_name=path.name, kind=kind
            ),
            tr("Save it again."),
        )
    refuse_stand_in(path.name, head)


def refuse_stand_in(name: str, head: bytes) -> None:
    """Refuses what downloads leave instead of a file: a page of the web, a pointer of Git LFS.

    Args:
        head: Its first bytes.

    Raises:
        DatasetError: It is one.
    """
    if head.startswith(_POINTER):
        raise DatasetError(
            tr("{name} is no data, but says where Git LFS keeps them.", name=name),
            tr("Fetch them with git lfs pull, or download the file itself."),
        )
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGES):
        raise DatasetError(
            tr("{name} is a page of the web, no data: the download went wrong.", name=name),
            tr("Download the file itself."),
        )
