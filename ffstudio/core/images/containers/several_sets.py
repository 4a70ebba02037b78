"""Several data sets in one folder or archive: one is read, and how to have another is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ffstudio.core.images.understanding.stored import Found
from ffstudio.core.words import tr

_MOST_NAMED = 8


def say_others(content: Found, folder: str, first: str, others: dict[str, str]) -> Found:
    """What was read, with a note of what else lies there, to be chosen.

    Args:
        content: Whose ``choices`` begin with its own path.
        folder: Where they lie, for a reader.
        first: Name of the one that was read.
        others: By their names the paths of the others.
    """
    note = tr(
        "{folder} holds {count} data sets: {first} was read. Another one ({others}) can be chosen in "
        "the preview, or named by its path: {path}.",
        folder=folder,
        count=len(others) + 1,
        first=first,
        others=name_some(list(others)),
        path=next(iter(others.values())),
    )
    return replace(
        content, notes=(note, *content.notes), choices=(*content.choices[:1], *others.values())
    )


def name_some(names: Sequence[str]) -> str:
    """The first of them, for a reader."""
    return ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
