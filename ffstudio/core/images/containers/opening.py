"""What all readers ask before they open a file."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.errors import DatasetError, error_words, explain_reading
from ffstudio.core.words import tr


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
            empty = not stream.read(1)
    except OSError as error:
        raise DatasetError(*explain_reading(path.name, error)) from error
    if empty:
        raise DatasetError(
            tr(
                "{path_name} cannot be read as {kind}: it is empty.", path_name=path.name, kind=kind
            ),
            tr("Save it again."),
        )
