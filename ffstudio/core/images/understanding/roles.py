"""Which array of a file holds the images, which the labels: by name, else by shape."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import numpy as np

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.understanding.stored import Found, Stored, hold_array
from ffstudio.core.words import tr

# What the six arrays of a data set are called here.
ROLES = ("x_train", "y_train", "x_val", "y_val", "x_test", "y_test")
ADVICE = "Name them x_train, y_train, x_test, y_test, as numpy.savez(…, x_train=…, y_train=…) does."

# Longer words first: "evaluation" holds "val".
_SETS = (
    ("test", ("testing", "evaluation", "holdout", "test", "t10k", "eval")),
    ("train", ("training", "train")),
    ("val", ("validation", "valid", "val", "dev")),
)
_SHORT_SETS = {
    "tr": "train", "trn": "train", "te": "test", "ts": "test", "tst": "test", "va": "val",
}  # fmt: skip
_NOISE = {"set", "orig", "array", "all", "idx", "idx1", "idx3", "ubyte", "1", "3", "uint", "8"}
_LABELS = {"y", "ys", "label", "labels", "lbl", "lab", "target", "targets", "truth", "gt"}
# These may also say what the images are of.
_PERHAPS_LABELS = {
    "class", "classes", "cls", "t", "d", "output", "outputs", "digit", "digits", "answer", "answers",
    "category", "categories",
}  # fmt: skip
_IMAGES = {
    "x", "xs", "image", "images", "img", "imgs", "picture", "pictures", "pixel", "pixels",
    "feature", "features", "data", "input", "inputs", "sample", "samples", "patterns",
}  # fmt: skip
_MOST_CLASSES, _LEAST_PIXELS = 1000, 16
_NAMES = {
    "classnames", "names", "labelnames", "targetnames", "categorynames", "listclasses",
    "labelsnames", "classname", "classlabels", "labelmap", "featurenames",
}  # fmt: skip


def find_roles(content: Found) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """The array for each of :data:`ROLES`, that of the class names, and what was assumed.

    Raises:
        DatasetError: No images with labels can be told.
    """
    names_key = ""
    roles: dict[str, str] = {}
    for key, stored in content.arrays.items():
        if _is_names(key, stored):
            names_key = key
            continue
        role = role_of(key)
        if role is None:
            continue
        if role in roles:
            pictures = _pictures_among(roles[role], key, content)
            if role.startswith("y_") and pictures and f"x{role[1:]}" not in roles:
                # Of digits and digits_labels the pictures are no labels, whatever they are called.
                roles[role] = key if pictures == roles[role] else roles[role]
                roles[f"x{role[1:]}"] = pictures
                continue
            exact = [k for k in (roles[role], key) if k.lower() == role]
            exact = exact if len(exact) == 1 else _same_unrolled(roles[role], key, content)
            if len(exact) != 1:
                raise DatasetError(
                    tr(
                        "{content_title} holds {roles} and {key}: which one is meant is not clear.",
                        content_title=content.title,
                        roles=roles[role],
                        key=key,
                    ),
                    tr("Keep one of them."),
                )
            roles[role] = exact[0]
        else:
            roles[role] = key
    notes: tuple[str, ...] = ()
    if not any(role.startswith("x_") for role in roles) or (
        "y_train" not in roles and "y_test" not in roles
    ):
        guessed = _by_shape(content, names_key)
        if guessed:
            notes = (
                tr("Its arrays were told by their shapes: ")
                + ", ".join(
                    tr("{key} as {role}", key=key, role=role) for role, key in guessed.items()
                )
                + ".",
            )
            roles = guessed
    return roles, names_key, notes


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
    return pictures[0] if _is_picture(content.arrays[pictures[0]].shape[1:]) else ""


def classes_of(content: Found) -> Found:
    """Pictures and their labels where each array holds the pictures of one class, else the same.

    As *Quick, Draw!* has them: a file of drawings a class; or as ``mnist_all.mat`` of S. Roweis
    does: train0 … train9 and test0 … test9.
    """
    sets = _classes_by_set(content)
    if sets:
        parts = [(which, _join_classes(replace(content, arrays=of))) for which, of in sets.items()]
        return replace(
            content,
            arrays={
                f"{role[0]}_{which}": stored
                for which, part in parts
                for role, stored in part.arrays.items()
            },
            notes=parts[0][1].notes,
        )
    return _join_classes(content)


def _classes_by_set(content: Found) -> dict[str, dict[str, Stored]]:
    """Arrays by set and class, where every name is a set and then a class; else none."""
    sets: dict[str, dict[str, Stored]] = {}
    for key, stored in content.arrays.items():
        name = re.fullmatch(r"(train|test|val)(?:ing|idation)?[-_ ]?(.+)", key.lower())
        if name is None or set(re.findall("[a-z]+", name[2])) & (_LABELS | _IMAGES):
            return {}
        sets.setdefault(name[1], {})[name[2]] = stored
    if "train" not in sets or any(set(of) != set(sets["train"]) for of in sets.values()):
        return {}
    whole = all(_are_classes(list(of.values())) for of in sets.values())
    return (
        {which: sets[which] for which in ("train", "val", "test") if which in sets} if whole else {}
    )


def _are_classes(arrays: list[Stored]) -> bool:
    """Whether each array may hold the pictures of one class."""
    shapes = {stored.shape[1:] for stored in arrays}
    return (
        2 <= len(arrays) <= _MOST_CLASSES
        and len(shapes) == 1
        and _is_picture(shapes.pop())
        and all(stored.dtype.kind in "uifb" for stored in arrays)
    )


def _join_classes(content: Found) -> Found:
    """Arrays that hold the pictures of a class each as pictures and labels; others as they are."""
    arrays = content.arrays
    inside = {key.rpartition("/")[0] for key in arrays}
    if len(inside) == 1:  # of one structure or cell array, whose name says nothing of a class
        arrays = {key.rpartition("/")[2]: stored for key, stored in arrays.items()}
    if not _are_classes(list(arrays.values())) or any(
        role_of(key) or re.fullmatch(r"arr_\d+", key) for key in arrays
    ):
        return content
    parts = [re.findall(r"[^-_/. ]+[-_/. ]*", key) or [key] for key in arrays]
    same = 0  # words that all names begin with
    while all(len(one) > same + 1 and one[same] == parts[0][same] for one in parts):
        same += 1
    names = {key: "".join(one[same:]) for key, one in zip(arrays, parts, strict=True)}
    count = sum(stored.shape[0] for stored in arrays.values())
    dtype = np.result_type(*(stored.dtype for stored in arrays.values()))
    shape = (count, *next(iter(arrays.values())).shape[1:])
    images = Stored(
        shape, dtype, lambda: np.concatenate([stored.read() for stored in arrays.values()])
    )
    labels = np.repeat(list(names.values()), [stored.shape[0] for stored in arrays.values()])
    note = tr(
        "Each array was taken for the images of one class: {names}.",
        names=", ".join(list(names.values())[:8]) + (" …" if len(names) > 8 else ""),
    )
    return replace(
        content,
        arrays={"x_train": images, "y_train": hold_array(labels)},
        notes=(*content.notes, note),
    )


def _is_picture(shape: tuple[int, ...]) -> bool:
    """Whether that may be the shape of one: pixels in a row, or in rows and columns."""
    if len(shape) == 1:
        return shape[0] >= _LEAST_PIXELS and math.isqrt(shape[0]) ** 2 == shape[0]
    return len(shape) in (2, 3) and math.prod(shape) >= _LEAST_PIXELS


def _is_names(key: str, stored: Stored) -> bool:
    plain = re.sub("[^a-z]", "", key.lower())
    if plain in _NAMES:
        return True
    return plain in ("classes", "categories", "labels") and (
        len(stored.shape) == 1 and stored.dtype.kind in "US" and stored.shape[0] <= 1000
        and plain != "labels"
    )  # fmt: skip


def set_of(name: str) -> str:
    """``train``, ``val`` or ``test`` for the name of a folder that says so, else nothing."""
    plain = re.sub("[^a-z0-9]", "", name.lower()).removesuffix("set").removesuffix("data")
    if plain in _SHORT_SETS:
        return _SHORT_SETS[plain]
    return next((which for which, words in _SETS if plain in words), "")


def role_of(key: str) -> str | None:
    """One of :data:`ROLES` for the name of an array or file, or None where it says nothing."""
    which, left = "", []
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", key)
    for token in re.findall(r"[a-z]+|[0-9]+", re.sub(r"t10k", "test", spaced.lower())):
        word = token
        if word in _SHORT_SETS and not which:
            which = _SHORT_SETS[word]
            continue
        for name, words in _SETS:
            inside = next((w for w in words if w in word), None)
            if inside is not None and not which:
                which, word = name, word.replace(inside, "", 1)
                break
        if word and word not in _NOISE:
            left.append(word)
    if any(word in _LABELS for word in left):
        kind = "y"
    elif any(word in _IMAGES for word in left) or (which and not left):
        kind = "x"
    elif any(word in _PERHAPS_LABELS for word in left):
        kind = "y"
    else:
        return None
    return f"{kind}_{which or 'train'}"


def _by_shape(content: Found, names_key: str) -> dict[str, str]:
    """One or two pairs of images and labels of equal length, told by their shapes."""
    arrays = {k: s for k, s in content.arrays.items() if k != names_key}
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
