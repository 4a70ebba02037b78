"""Which array of a file holds the images, which the labels, where several may."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.understanding.class_names import list_name_keys
from ffstudio.core.images.understanding.roles import find_set_word, role_of, says_rows, words_of
from ffstudio.core.images.understanding.stored import Found, Stored
from ffstudio.core.words import tr

_LEAST_PIXELS = 16


def find_roles(content: Found) -> tuple[dict[str, str], tuple[str, ...]]:
    """The array for each of :data:`~ffstudio.core.images.understanding.roles.ROLES`, and what was assumed.

    Raises:
        DatasetError: No images with labels can be told.
    """
    passed_over = {*list_name_keys(content), *(k for k in content.arrays if says_rows(k))}
    arrays = {k: s for k, s in content.arrays.items() if k not in passed_over}
    short, notes = _read_short_names(arrays)
    roles: dict[str, str] = {}
    for key, stored in arrays.items():
        role = short.get(key) or role_of(key)
        if role is None or (role.startswith("x_") and _is_list_of_words(stored)):
            continue
        if role not in roles:
            roles[role] = key
            continue
        pictures = _pictures_among(roles[role], key, content)
        if role.startswith("y_") and pictures and f"x{role[1:]}" not in roles:
            # Of digits and digits_labels the pictures are no labels, whatever they are called.
            roles[role] = key if pictures == roles[role] else roles[role]
            roles[f"x{role[1:]}"] = pictures
            continue
        roles[role] = _choose(role, roles[role], key, content, notes)
    if not any(role.startswith("x_") for role in roles) or (
        "y_train" not in roles and "y_test" not in roles
    ):
        guessed = _by_shape(arrays)
        if guessed:
            note = (
                tr("Its arrays were told by their shapes: ")
                + ", ".join(
                    tr("{key} as {role}", key=key, role=role) for role, key in guessed.items()
                )
                + "."
            )
            return guessed, (note,)
    return roles, tuple(notes)


def _choose(role: str, one: str, other: str, content: Found, notes: list[str]) -> str:
    """Which of two arrays of one role is meant.

    Raises:
        DatasetError: That is not clear.
    """
    exact = [key for key in (one, other) if key.lower() == role]
    if len(exact) == 1:
        return exact[0]
    if role.startswith("x_"):
        rows = [key for key in (one, other) if len(content.arrays[key].shape) > 1]
        exact = rows if len(rows) == 1 else _same_unrolled(one, other, content)
    else:
        exact = _finer(one, other)
        if exact:
            left = other if exact == [one] else one
            notes.append(
                tr(
                    "Labels are those of {key}; for the coarser ones of {left} take {key} out of the "
                    "file.",
                    key=exact[0],
                    left=left,
                )
            )
    if len(exact) != 1:
        raise DatasetError(
            tr(
                "{content_title} holds {roles} and {key}: which one is meant is not clear.",
                content_title=content.title,
                roles=one,
                key=other,
            ),
            tr(
                "Call what is meant x_train and y_train, and a test set x_test and y_test; leave "
                "the others out."
            ),
        )
    return exact[0]


def _finer(one: str, other: str) -> list[str]:
    """Of the labels of classes and of groups of classes, as CIFAR-100 has them, the former."""
    coarse = [key for key in (one, other) if {"coarse", "super", "superclass"} & {*words_of(key)}]
    return [key for key in (one, other) if key not in coarse] if len(coarse) == 1 else []


def _read_short_names(arrays: Mapping[str, Stored]) -> tuple[dict[str, str], list[str]]:
    """The roles of X, Y, Xt, Yt and the like, where t is for test, or for training beside v."""
    by_end: dict[str, dict[str, str]] = {}
    for key in arrays:
        name = re.fullmatch(r"([xy])[-_ ]?(|t|v|s|tr|trn|train|te|tst|test|va|val)", key.lower())
        if name:
            by_end.setdefault(name[2], {})[name[1]] = key
    pairs = {end: keys for end, keys in by_end.items() if len(keys) == 2}
    if not {"t", "v"} & set(pairs):
        return {}, []
    is_trained = any(find_set_word(end) == "train" for end in pairs)
    is_trained = is_trained or "" in pairs
    meant = {"v": "val", "s": "test", "t": "test" if is_trained else "train"}
    if "t" in pairs and is_trained and any(find_set_word(end) == "test" for end in pairs):
        return {}, []
    roles: dict[str, str] = {}
    notes = []
    for end in ("t", "v", "s"):
        if end in pairs:
            which = meant[end]
            roles |= {key: f"{part}_{which}" for part, key in pairs[end].items()}
            notes.append(
                tr(
                    "{x} and {y} were taken for {images} and {labels}.",
                    x=pairs[end]["x"],
                    y=pairs[end]["y"],
                    images=f"x_{which}",
                    labels=f"y_{which}",
                )
            )
    return roles, notes


def _is_list_of_words(stored: Stored) -> bool:
    """Names of files, not pictures."""
    return stored.dtype.kind in "US" and len(stored.shape) < 2


def _same_unrolled(one: str, other: str, content: Found) -> list[str]:
    """Of the same pictures twice, as rows of pixels and in rows and columns, the latter.

    As scikit-learn's digits have them: data (n, 64) and images (n, 8, 8).
    """
    flat, whole = sorted((one, other), key=lambda key: len(content.arrays[key].shape))
    a, b = content.arrays[flat].shape, content.arrays[whole].shape
    is_same = len(a) == 2 and len(b) == 3 and a[0] == b[0] and a[1] == b[1] * b[2]
    return [whole] if is_same else []


def _pictures_among(one: str, other: str, content: Found) -> str:
    """Which of two arrays that are called alike holds pictures beside labels; empty for neither."""
    pictures = [key for key in (one, other) if not _may_be_labels(content.arrays[key])]
    if len(pictures) != 1:
        return ""
    return pictures[0] if is_picture(content.arrays[pictures[0]].shape[1:]) else ""


def is_picture(shape: tuple[int, ...]) -> bool:
    """Whether that may be the shape of one: pixels in a row, or in rows and columns."""
    if len(shape) == 1:
        return shape[0] >= _LEAST_PIXELS and math.isqrt(shape[0]) ** 2 == shape[0]
    return len(shape) in (2, 3) and math.prod(shape) >= _LEAST_PIXELS


def is_one_picture(shape: tuple[int, ...]) -> bool:
    """Whether that may be the shape of one picture, and not of the many of a class."""
    return (len(shape) == 2 and shape[0] == shape[1]) or (len(shape) == 3 and shape[2] in (1, 3))


def _by_shape(arrays: Mapping[str, Stored]) -> dict[str, str]:
    """One or two pairs of images and labels of equal length, told by their shapes."""
    numbers = {k: s for k, s in arrays.items() if s.dtype.kind in "uifbUS" and s.shape}
    labels = {k: s for k, s in numbers.items() if _may_be_labels(s)}
    images = {k: s for k, s in numbers.items() if k not in labels and len(s.shape) >= 2}
    if len(images) not in (1, 2) or len(labels) != len(images):
        return {}
    pairs: list[tuple[str, str]] = []
    for key, stored in images.items():
        fitting = [
            k
            for k, s in labels.items()
            if max(s.shape) in (stored.shape[0], stored.shape[-1]) and k not in dict(pairs).values()
        ]
        if not fitting:
            return {}
        pairs.append((key, fitting[0]))
    roles = {"x_train": pairs[0][0], "y_train": pairs[0][1]}
    if len(pairs) == 2:
        roles |= {"x_test": pairs[1][0], "y_test": pairs[1][1]}
    return roles


def _may_be_labels(stored: Stored) -> bool:
    if len(stored.shape) == 1 or stored.dtype.kind in "US":
        return True
    return len(stored.shape) == 2 and min(stored.shape) == 1
