"""Zips and tars of data: read as the folder that they would unpack to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers import csv_table, picture_files
from ffstudio.core.images.containers.archive import TAR_ENDINGS, enter_archive
from ffstudio.core.images.containers.csv_table import open_csv
from ffstudio.core.images.containers.folder import is_folder_of_data, open_folder
from ffstudio.core.images.containers.matlab_file import open_matlab
from ffstudio.core.images.containers.npz_file import open_npz
from ffstudio.core.images.containers.opening import check_file
from ffstudio.core.images.containers.several_sets import name_some, say_others
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

# Readers of one file, by its ending.
_READERS: tuple[tuple[tuple[str, ...], Callable[[Path], Found]], ...] = (
    ((".npz",), open_npz),
    ((".mat",), open_matlab),
    (csv_table.ENDINGS, open_csv),
)


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
        content = _name_others(open_folder(root, in_colour), path, root, files)
    else:
        content = _open_only(path, root, files, in_colour)
    return replace(content, title=path.name, source=str(path))


def _name_others(content: Found, path: Path, root: Path, files: list[Path]) -> Found:
    """The same with a note where a file of data was read and others lie in other folders."""
    read = next((f for f in files if str(f) == content.source), None)
    if read is None or content.choices:
        return content
    said = " ".join(content.notes)
    others = {
        str(f.relative_to(root)): str(f)
        for f in files
        if f.name.lower().endswith(tuple(e for ends, _ in _READERS for e in ends))
        and f.parent != read.parent
        and f.name not in said
        and "submission" not in f.name.lower()
    }
    if not others:
        return content
    first = replace(content, choices=(content.source,))
    return say_others(first, path.name, str(read.relative_to(root)), others)


def _open_only(path: Path, root: Path, files: list[Path], in_colour: bool) -> Found:
    """What one file in the archive holds, where no other could be meant."""
    fitting = [(f, read) for ends, read in _READERS for f in files if f.name.lower().endswith(ends)]
    if len(fitting) == 1:
        file, read = fitting[0]
        return read(file)
    packed = [f for f in files if f.name.lower().endswith((".zip", *TAR_ENDINGS))]
    if not fitting and packed and isinstance(path, Path):  # once: one in one in one may have no end
        training = [f for f in packed if "train" in f.name.lower()]
        if len(packed) == 1 or len(training) == 1:
            (file,) = packed if len(packed) == 1 else training
            left = [f.name for f in packed if f != file]
            note = tr("{name} in it was read.", name=file.name) + (
                " " + tr("Beside it, left out: {names}.", names=name_some(left)) if left else ""
            )
            content = open_archive(file, in_colour)
            choices = content.choices or (str(file), *(str(f) for f in packed if f != file))
            return replace(
                content, notes=(note, *content.notes), choices=choices if len(choices) > 1 else ()
            )
        fitting = [(f, open_archive) for f in packed]
    inside = name_some([str(f.relative_to(root)) for f in files])
    if len(fitting) > 1:
        several = DatasetError(
            tr(
                "{path_name} holds several data sets, and which one is meant is not clear: {inside}.",
                path_name=path.name,
                inside=inside,
            ),
            tr(
                "Choose one in the preview, or name it by its path: {path}.",
                path=fitting[0][0],
            ),
        )
        several.choices = tuple(str(f) for f, _ in fitting)
        raise several
    if any(f.name.lower().endswith(picture_files.ENDINGS) for f in files):
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
