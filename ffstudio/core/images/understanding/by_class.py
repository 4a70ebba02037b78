"""Files in which each array holds the pictures of one class: as pictures and labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import numpy as np

from ffstudio.core.images.understanding.class_names import list_name_keys
from ffstudio.core.images.understanding.role_finding import is_picture
from ffstudio.core.images.understanding.roles import (
    find_set_word,
    role_of,
    says_kind,
    without_set,
)
from ffstudio.core.images.understanding.stored import Array, Found, Stored, hold_array
from ffstudio.core.words import tr

_MOST_CLASSES = 1000
_PARTS = re.compile(r"(?:^|[-_/. ])(arr|batch|part|chunk|shard|fold|block|page)[-_/. ]?\d+$", re.I)


def classes_of(content: Found) -> Found:
    """Pictures and their labels where each array holds the pictures of one class, else the same.

    As *Quick, Draw!* has them: a file of drawings a class; or as ``mnist_all.mat`` of S. Roweis
    does: train0 … train9 and test0 … test9.
    """
    names = list_name_keys(content)
    arrays = {k: s for k, s in content.arrays.items() if k not in names and s.shape}
    sets = _classes_by_set(arrays)
    if not sets:
        classes = _classes_by_name(arrays)
        sets = {"train": classes} if classes else {}
    if not sets:
        return content
    joined: dict[str, Stored] = {}
    for which, classes in sets.items():
        joined[f"x_{which}"], joined[f"y_{which}"] = _join(classes)
    classes = sets["train"]
    note = tr(
        "Each array was taken for the images of one class: {names}.",
        names=", ".join(list(classes)[:8]) + (" …" if len(classes) > 8 else ""),
    )
    joined |= {key: content.arrays[key] for key in names}
    return replace(content, arrays=joined, notes=(*content.notes, note))


def _classes_by_set(arrays: Mapping[str, Stored]) -> dict[str, dict[str, Stored]]:
    """Arrays by set and class, where every name says a set and then a class; else none."""
    sets: dict[str, dict[str, Stored]] = {}
    for key, stored in arrays.items():
        which, name = find_set_word(key), _without_kind(without_set(key))
        if not which or not name or name in sets.get(which, {}):
            return {}
        sets.setdefault(which, {})[name] = stored
    if "train" not in sets or any(set(of) != set(sets["train"]) for of in sets.values()):
        return {}
    if not all(_are_classes(list(of.values())) for of in sets.values()):
        return {}
    classes = dict(zip(sets["train"], _without_same(list(sets["train"])), strict=True))
    return {
        which: {name: sets[which][key] for key, name in classes.items()}
        for which in ("train", "val", "test")
        if which in sets
    }


def _without_kind(name: str) -> str:
    """What is left of a name without the words that say images or labels, as they are spelt."""
    kept = [word for word in re.findall(r"[^-_/. ]+", name) if not says_kind(word)]
    return "_".join(kept)


def _classes_by_name(arrays: Mapping[str, Stored]) -> dict[str, Stored]:
    """Arrays by class, where all hold pictures and their names differ in that of a class alone."""
    inside = {key.rpartition("/")[0] for key in arrays}
    if len(inside) == 1:  # of one structure or cell array, whose name says nothing of a class
        arrays = {key.rpartition("/")[2]: stored for key, stored in arrays.items()}
    if not _are_classes(list(arrays.values())) or any(_PARTS.search(key) for key in arrays):
        return {}
    if any(role_of(key) for key in arrays):
        # digit_0 … digit_9: what is the same in all of them says nothing of a class.
        names = _differing([re.findall(r"[^\W\d_]+|\d+", key) for key in arrays])
        if not all(names) or len(set(names)) < len(names) or any(map(_says_something, names)):
            return {}
    else:
        names = _without_same(list(arrays))
    return dict(zip(names, arrays.values(), strict=True))


def _says_something(name: str) -> bool:
    return bool(role_of(name) or find_set_word(name))


def _without_same(names: list[str]) -> list[str]:
    """Names without the words that all of them begin with."""
    parts = [re.findall(r"[^-_/. ]+[-_/. ]*", name) or [name] for name in names]
    return ["".join(part) for part in _after_same(parts)]


def _after_same(parts: list[list[str]]) -> list[list[str]]:
    """Words after those that all names begin with, and always one."""
    same = 0
    while all(len(one) > same + 1 and one[same] == parts[0][same] for one in parts):
        same += 1
    return [one[same:] for one in parts]


def _differing(parts: list[list[str]]) -> list[str]:
    """What is left of names without the words that all begin with and end in."""
    begun = _after_same(parts)
    ended = _after_same([one[::-1] for one in begun])
    return ["_".join(one[::-1]) for one in ended]


def _are_classes(arrays: list[Stored]) -> bool:
    """Whether each array may hold the pictures of one class."""
    return (
        2 <= len(arrays) <= _MOST_CLASSES
        and _count_axis(arrays) is not None
        and all(stored.dtype.kind in "uifb" for stored in arrays)
    )


def _count_axis(arrays: list[Stored]) -> int | None:
    """The axis that counts the pictures: 0, or −1 as MATLAB has them; None where they are none."""
    shapes = {stored.shape for stored in arrays}
    first, last = ({shape[1:] for shape in shapes}, {shape[:-1] for shape in shapes})
    is_first = len(first) == 1 and is_picture(next(iter(first)))
    is_last = len(last) == 1 and len(next(iter(last))) > 1 and is_picture(next(iter(last)))
    if is_first and is_last:  # as many of each class: pictures are square more often than not
        shape = next(iter(shapes))
        return -1 if shape[0] == shape[1] != shape[2] else 0
    return 0 if is_first else -1 if is_last else None


def _join(classes: dict[str, Stored]) -> tuple[Stored, Stored]:
    """The pictures of all classes one after another, and their labels."""
    arrays = list(classes.values())
    axis = _count_axis(arrays)
    counts = [stored.shape[-1 if axis else 0] for stored in arrays]
    each = arrays[0].shape[:-1] if axis else arrays[0].shape[1:]
    dtype = np.result_type(*(stored.dtype for stored in arrays))
    images = Stored((sum(counts), *each), dtype, partial(_read_joined, arrays, axis))
    names = list(classes)
    are_numbers = all(re.fullmatch(r"0|[1-9]\d{0,8}", name) for name in names)
    labels = np.repeat([int(name) for name in names] if are_numbers else names, counts)
    return images, hold_array(labels)


def _read_joined(arrays: list[Stored], axis: int | None) -> Array:
    return np.concatenate(
        [np.moveaxis(stored.read(), -1, 0) if axis else stored.read() for stored in arrays]
    )
