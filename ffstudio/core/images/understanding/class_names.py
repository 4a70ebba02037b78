"""Which words of a file are the names of its classes: not those of pixels, files or images."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from ffstudio.core.images.understanding.labels import Array, decode_words
from ffstudio.core.images.understanding.roles import role_of, words_of
from ffstudio.core.images.understanding.stored import Found, Stored
from ffstudio.core.words import tr

# Lists that call themselves names of classes, those that may, names alone, and names of other things.
_SURE, _LIKELY, _PERHAPS, _NEVER = range(4)
_OF_CLASSES = {
    "class", "classes", "label", "labels", "target", "targets", "category", "categories", "fine",
    "coarse", "meta", "digit", "digits",
}  # fmt: skip
_AS_LIST = {"name", "names", "list", "map"}
_FILES = {"file", "files", "filename", "filenames", "path", "paths"}
_OF_OTHERS = {
    "feature", "features", "pixel", "pixels", "column", "columns", "file", "files", "image", "images",
    "img", "imgs", "filename", "filenames", "path", "paths", "sample", "samples", "picture",
    "pictures", "attribute", "attributes", "variable", "variables",
}  # fmt: skip
# Arrays of names that are longer are none of classes, and larger ones are not looked at.
_MOST, _MOST_BYTES = 1000, 2**20
# So many more names than classes are of something else: of sure lists, of others; and how few may be.
_TOO_MANY, _FEW = {_SURE: 20, _LIKELY: 3, _PERHAPS: 3}, 50


def list_name_keys(content: Found) -> list[str]:
    """The arrays that may name classes, or name something else, the likeliest first."""
    ranks = {
        key: rank
        for key, stored in content.arrays.items()
        if (rank := _rank(key, stored, content)) is not None
    }
    return sorted(ranks, key=lambda key: (ranks[key], "coarse" in words_of(key)))


def _rank(key: str, stored: Stored, content: Found) -> int | None:
    words = set(words_of(key.rpartition("/")[2]))
    is_text = stored.dtype.kind in "US"
    if (words & _OF_OTHERS and words & _AS_LIST) or (is_text and words & _FILES):
        return _NEVER
    if (words & _OF_CLASSES and words & _AS_LIST) or words in (
        {"classnames"}, {"labelnames"}, {"targetnames"}, {"classname"}, {"labelmap"},
        {"class", "labels"}, {"classlabels"}, {"listclasses"}, {"categorynames"},
    ):  # fmt: skip
        return _SURE
    if not is_text or max(stored.shape, default=0) > _MOST:
        return _LIKELY if words in ({"names"},) else None
    if words in ({"names"}, {"name"}):
        return _PERHAPS
    if len(stored.shape) != 1 or words not in (
        {"classes"}, {"categories"}, {"labels"}, {"targets"}, {"label"},
    ):  # fmt: skip
        return None
    others = [k for k in content.arrays if k != key and (role_of(k) or "").startswith("y_")]
    counts = {s.shape[0] for k, s in content.arrays.items() if len(s.shape) > 1 and k != key}
    if words in ({"classes"}, {"categories"}):
        return None if stored.shape[0] in counts and not others else _LIKELY
    return _LIKELY if others and stored.shape[0] not in counts else None


def choose_names(
    content: Found,
    keys: Collection[str],
    labels: Collection[Array],
    images: Collection[tuple[int, ...]],
    notes: list[str],
) -> tuple[tuple[str, ...], list[str]]:
    """The names of the classes, and the arrays of which all is said.

    Args:
        keys: As :func:`list_name_keys` has them.
        labels: Of each set, as :func:`ffstudio.core.images.understanding.labels.read_labels` gives
            them.
        images: The shapes of each set's images, (n, height, width) or with colours.
        notes: Takes why one is none of classes.
    """
    told: list[str] = []
    for key in keys:
        rank = _rank(key, content.arrays[key], content)
        if rank is None or rank == _NEVER:
            continue
        if key.rpartition("/")[2].lower() in {k.rpartition("/")[2].lower() for k in told}:
            told.append(key)  # the same again beside another set
            continue
        given = _read(content, key, notes)
        if not given:
            continue
        why = _why_none(given, rank, labels, images)
        if not why:
            return given, [*told, key, *(k for k in keys if _is_again(k, key))]
        told.append(key)
        notes.append(
            tr(
                "{key} holds {count} names, {why}: no names of classes, left out.",
                key=key,
                count=len(given),
                why=why,
            )
        )
    return (), told


def _is_again(key: str, chosen: str) -> bool:
    return key != chosen and key.rpartition("/")[2] == chosen.rpartition("/")[2]


def _why_none(
    given: tuple[str, ...],
    rank: int,
    labels: Collection[Array],
    images: Collection[tuple[int, ...]],
) -> str:
    """Why names are not those of classes, for a reader; empty where they may be."""
    values = np.unique(np.concatenate(list(labels)))
    if values.dtype.kind == "U":
        classes = len(given) if set(values.tolist()) <= set(given) else len(values)
    else:
        classes = int(values[-1]) + 1
    if len(given) <= classes:
        return ""
    if len(given) in (*(shape[0] for shape in images), sum(shape[0] for shape in images)):
        return tr("one for each image")
    each = {n for shape in images for n in (shape[1] * shape[2], int(np.prod(shape[1:])))}
    if len(given) in each:
        return tr("one for each pixel")
    if len(given) >= _FEW and len(given) > _TOO_MANY[rank] * classes:
        return tr("many more than its classes")
    return ""


def _read(content: Found, key: str, notes: list[str]) -> tuple[str, ...]:
    stored = content.arrays[key]
    if stored.size > _MOST_BYTES or stored.dtype.kind not in "US":
        return ()
    given = stored.read()
    if given.dtype.kind == "S":
        given = decode_words(given, key, notes)
    return tuple(str(v).strip() for v in given.ravel()) if given.dtype.kind == "U" else ()
