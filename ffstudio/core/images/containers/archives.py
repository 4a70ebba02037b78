"""Zips and tars of data: read as the folder that they would unpack to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers import csv_table, pictures
from ffstudio.core.images.containers.archive import enter_archive
from ffstudio.core.images.containers.csv_table import open_csv
from ffstudio.core.images.containers.folder import is_folder_of_data, open_folder
from ffstudio.core.images.containers.matlab_file import open_matlab
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

# Readers of one file, by its ending.
_READERS = (
    ((".npz",), open_npz),
    ((".mat",), open_matlab),
    (csv_table.ENDINGS, open_csv),
)
_MOST_NAMED = 8


def open_archive(path: Path, in_colour: bool = False) -> Found:
    """The data in a zip or tar; nothing is unpacked to disk.

    Args:
        in_colour: Pictures keep their colours.

    Raises:
        DatasetError: There are none, or they cannot be read.
    """
    check_file(path, tr("an archive"))
    root = enter_archive(path)
    files = [p for p in root.rglob("*") if p.is_file()]
    if is_folder_of_data(root):
        content = open_folder(root, in_colour)
    else:
        content = _open_only(path, root, files)
    return replace(content, title=path.name, source=str(path))


def _open_only(path: Path, root: Path, files: list[Path]) -> Found:
    """What one file in the archive holds, where no other could be meant."""
    fitting = [(f, read) for ends, read in _READERS for f in files if f.name.lower().endswith(ends)]
    if len(fitting) == 1:
        file, read = fitting[0]
        return read(file)
    names = [str(f.relative_to(root)) for f in files]
    inside = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    if len(fitting) > 1:
        raise DatasetError(
            tr(
                "{path_name} holds several data sets, and which one is meant is not clear: {inside}.",
                path_name=path.name,
                inside=inside,
            ),
            tr("Unpack it, and open one of them."),
        )
    if any(f.name.lower().endswith(pictures.ENDINGS) for f in files):
        raise DatasetError(
            tr("{title} has no folders with pictures.", title=path.name),
            tr(
                "Put the pictures of each class into a folder that is named after it, or a table of "
                "their names and labels beside them."
            ),
        )
    raise DatasetError(
        tr(
            "{path_name} holds no images with labels that can be read here; found: {inside}.",
            path_name=path.name,
            inside=inside or tr("nothing"),
        ),
        tr("Unpack it, and open what is inside."),
    )
