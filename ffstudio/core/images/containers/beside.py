"""Files of one data set that lie side by side: an array each, or a set each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.understanding.roles import find_set_word, role_of, set_of
from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

_MOST_FILES = 64


def join_beside(
    path: Path, content: Found, endings: tuple[str, ...], read: Callable[[Path], Found]
) -> Found:
    """With what lies beside it: the other arrays of files of one each, or the other set.

    Args:
        content: What the file itself holds.
        endings: Of files of its kind.
        read: Reads another one; what raises :class:`DatasetError` is left where it lies.
    """
    if len(content.arrays) == 1 and role_of(path.stem) is not None:
        return _gather_single(path, content, files_beside(path, endings), read)
    which = _set_of_file(path)
    other = {"train": "test", "test": "train"}.get(which, "")
    named = {(role_of(key) or "")[2:] for key in content.arrays}
    if not other or named & {"test", "val"}:
        return content
    beside = [
        p
        for p in files_beside(path, endings)
        if _set_of_file(p) == other and _plain(p) == _plain(path)
    ]
    if len(beside) != 1:
        return content
    try:
        partner = read(beside[0])
    except DatasetError:  # what lies beside it need not belong to it
        return content
    arrays = {
        f"{where}/{key}": stored
        for where, one in sorted(((which, content), (other, partner)), reverse=True)
        for key, stored in one.arrays.items()
    }
    note = tr("{other_name} beside it was read too.", other_name=beside[0].name)
    return replace(content, arrays=arrays, notes=(*content.notes, note))


def _gather_single(
    path: Path, content: Found, beside: Iterable[Path], read: Callable[[Path], Found]
) -> Found:
    """Files of one array each, as Kuzushiji-MNIST has them: those of one data set."""
    arrays = {path.stem: next(iter(content.arrays.values()))}
    for file in beside:
        if role_of(file.stem) is None or _before_set(file) != _before_set(path):
            continue
        try:
            one = read(file)
        except DatasetError:
            continue
        if len(one.arrays) == 1:
            arrays[file.stem] = next(iter(one.arrays.values()))
    if len(arrays) == 1:
        return content
    files = ", ".join(f"{key}{path.suffix}" for key in sorted(arrays))
    note = tr("Read together: {files}.", files=files)
    ordered = {key: arrays[key] for key in sorted(arrays)}
    return replace(content, arrays=ordered, notes=(*content.notes, note))


def files_beside(path: Path, endings: tuple[str, ...]) -> list[Path]:
    """The other files of those endings in its folder."""
    beside = (
        p
        for p in path.parent.iterdir()
        if p != path and p.name.lower().endswith(endings) and p.is_file()
    )
    return sorted(beside)[:_MOST_FILES]


def has_partner(path: Path, endings: tuple[str, ...]) -> bool:
    """Whether images lie beside a file of labels, or labels beside one of images, by their names."""
    role = role_of(path.stem)
    partner = {"x": "y", "y": "x"}.get((role or "")[:1], "") + (role or "")[1:]
    return role is not None and any(
        role_of(p.stem) == partner and _before_set(p) == _before_set(path)
        for p in files_beside(path, endings)
    )


def _set_of_file(path: Path) -> str:
    return set_of(path.stem) or find_set_word(path.stem)


def _plain(path: Path) -> str:
    """A file's name without the word for its set."""
    return re.sub("training|train|testing|test", "", path.stem.lower())


def _before_set(path: Path) -> str:
    return re.split("train|test|val", path.stem.lower())[0]
