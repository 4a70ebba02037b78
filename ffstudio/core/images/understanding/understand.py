"""From arrays as they lie in a file to a data set: what is what, and what had to be assumed."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.streaming import Images, change_images, take_images
from ffstudio.core.images.understanding.by_class import classes_of
from ffstudio.core.images.understanding.class_names import choose_names, list_name_keys
from ffstudio.core.images.understanding.colours import (
    KEPT,
    TURNED_GREY,
    give_colours,
    say_how_to_keep,
    say_turned_grey,
)
from ffstudio.core.images.understanding.faults import find_faults
from ffstudio.core.images.understanding.labels import number_classes, read_labels
from ffstudio.core.images.understanding.layout import arrange, find_order
from ffstudio.core.images.understanding.role_finding import find_roles
from ffstudio.core.images.understanding.roles import ADVICE
from ffstudio.core.images.understanding.splits import part_sets
from ffstudio.core.images.understanding.stored import Found, check_size
from ffstudio.core.images.understanding.value_range import (
    AUTOMATIC,
    find_range,
    read_alike,
    say_dimmer,
    say_unfilled,
    scale,
)
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

_MOST_LISTED = 8
_WORDS = {"train": "training", "val": "validation", "test": "test"}


def understand(
    content: Found,
    name: str = "file",
    title: str = "",
    names: tuple[str, ...] | None = None,
    values: str = AUTOMATIC,
    find_faults_too: bool = True,
    colours: str = TURNED_GREY,
) -> Dataset:
    """Images and labels of a file as a data set.

    Args:
        content: What the file holds.
        name: The data set's name in an experiment.
        title: For a reader; the file's name by default.
        names: Class names in label order, instead of those in the file.
        values: How pixels are read: a value of ``value_range.CHOICES``.
        colours: ``grey`` or ``kept``.

    Raises:
        DatasetError: It cannot be used; says why and what it holds.
    """
    title = title or content.title
    content = part_sets(classes_of(content))
    roles, told = find_roles(content)
    notes = [*content.notes, *told]
    only_test = "x_test" in roles and not {"x_train", "y_train"} & set(roles)
    sets = (
        ["test"]
        if only_test
        else ["train", *(s for s in ("val", "test") if _has(roles, s, content))]
    )
    for which in sets:
        for role in (f"x_{which}", f"y_{which}"):
            if role not in roles:
                raise DatasetError(
                    tr(
                        "{content_title} holds no {role}; found: {listing}.",
                        content_title=content.title,
                        role=role,
                        listing=content.listing,
                    ),
                    tr(ADVICE),
                )
    check_size(content, [roles[f"{part}_{which}"] for which in sets for part in "xy"])
    images: dict[str, Images] = {}
    stored: dict[str, Images] = {}
    labels: dict[str, Array] = {}
    read = {
        which: (
            content.arrays[roles[f"x_{which}"]].read(),
            read_labels(
                content.arrays[roles[f"y_{which}"]].read(),
                roles[f"y_{which}"],
                content.title,
                notes,
            ),
        )
        for which in sets
    }
    order = find_order([(x, len(y)) for x, y in read.values()], [y for _, y in read.values()])
    turned_grey = content.turned_grey
    for which, (as_stored, y) in read.items():
        key = roles[f"x_{which}"]
        x, assumed = arrange(as_stored, y, key, content.title, order, colours == KEPT)
        notes += [note for note in assumed if note not in notes]
        if len(x) != len(y):
            raise DatasetError(
                tr(
                    "{content_title}: {x} {which} images but {y} labels.",
                    content_title=content.title,
                    x=write_number(len(x), ","),
                    which=which,
                    y=write_number(len(y), ","),
                ),
                tr("Give every image one label."),
            )
        images[which], labels[which] = x, y
        # One colour of three is no dim grey: the range is that of the colours.
        is_coloured = say_turned_grey(key) in assumed
        turned_grey = turned_grey or is_coloured
        stored[which] = as_stored if is_coloured and as_stored.dtype.kind != "f" else x
    _even_colours(images, stored, notes)
    if turned_grey:
        notes.append(say_how_to_keep())
    elif colours == KEPT and all(x.ndim == 3 for x in images.values()):
        notes.append(tr("Its pictures are grey: there are no colours to keep."))
    _check_shapes(images, content.title)
    is_forced = names is not None
    used = {roles[f"{part}_{which}"] for which in sets for part in "xy"}
    if names is None:
        names = content.class_names
        if not names:
            shapes = [x.shape for x in images.values()]
            names, told_names = choose_names(
                content, list_name_keys(content), list(labels.values()), shapes, notes
            )
            used.update(told_names)
    notes += _say_left_out(content, used)
    labels, class_names = number_classes(
        labels, names, content.title, notes, roles[f"y_{sets[0]}"], is_forced, only_test
    )
    source, first = content.source, sets[0]
    if sets == ["train", "val"]:
        sets[1] = "test"
        images["test"], labels["test"] = images.pop("val"), labels.pop("val")
        stored["test"] = stored.pop("val")
        notes.append(tr("It has no test set: its validation images serve as one."))
    held_out = sets == ["train"]
    if held_out:
        held = hold_out(images["train"], labels["train"])
        images["train"], labels["train"], images["test"], labels["test"] = held
        stored["test"] = stored["train"]
        source += tr(
            " (it has no test set: {images} images were held back)",
            images=write_number(len(images["test"]), ","),
        )
        notes.append(
            tr(
                "It has no test set: {images} images were held back as one.",
                images=write_number(len(images["test"]), ","),
            )
        )
    ranges = {first: find_range(stored[first], values)}
    if not only_test:
        ranges["train"], ranges["test"] = read_alike(stored["train"], stored["test"], values)
        if "val" in images:
            _, ranges["val"] = read_alike(stored["train"], stored["val"], values)
    warnings = []
    if len({(one.black, one.white) for one in ranges.values()}) > 1:
        warnings.append(
            "The sets differ: "
            + "; ".join(f"{_WORDS[which]} {one.text}" for which, one in ranges.items())
            + ". Each is read in its own range."
        )
    if values != AUTOMATIC:
        warnings += say_unfilled(_WORDS[first], ranges[first])
    warnings += say_dimmer({_WORDS[which]: one for which, one in ranges.items()})
    images = {which: scale(x, ranges[which]) for which, x in images.items()}
    if len({x.dtype for x in images.values()}) > 1:
        images = {which: _as_floats(x) for which, x in images.items()}
    if find_faults_too:
        warnings += find_faults(
            {_WORDS[which]: (images[which], labels[which]) for which in images}, class_names
        )
    shape = images[first].shape[1:]
    empty = np.zeros((0, *shape), images[first].dtype), np.zeros(0, np.int64)
    x_train, y_train = (images["train"], labels["train"]) if "train" in images else empty
    x_own, y_own = (images["val"], labels["val"]) if "val" in images else empty
    return Dataset(
        name,
        title,
        x_train,
        y_train,
        images["test"],
        labels["test"],
        class_names,
        source,
        x_own,
        y_own,
        ranges[first],
        tuple(notes),
        tuple(warnings),
        held_out,
        turned_grey or len(shape) > 2,
    )


def hold_out(x: Images, y: Array, share: float = 1 / 6) -> tuple[Images, Array, Images, Array]:
    """Holds back a share of every class as a test set, always the same images."""
    rng = np.random.default_rng(20221213)
    labels, sizes = np.unique(y, return_counts=True)
    # Whole images per class; those lost by rounding down go where most was lost.
    exact = sizes * share
    counts = np.maximum(exact.astype(np.int64), 1)
    missing = int(round(len(y) * share)) - int(counts.sum())
    counts[np.argsort(counts - exact, kind="stable")[: max(missing, 0)]] += 1
    test = [
        rng.permutation(np.flatnonzero(y == label))[:count]
        for label, count in zip(labels, counts, strict=True)
    ]
    chosen = np.sort(np.concatenate(test))
    rest = np.setdiff1d(np.arange(len(y)), chosen)
    if len(rest) == 0:
        raise DatasetError(
            tr("There are too few images to hold some back."), tr("Add x_test and y_test.")
        )
    return take_images(x, rest), y[rest], take_images(x, chosen), y[chosen]


def _has(roles: dict[str, str], which: str, content: Found) -> bool:
    """Whether there is such a set; a half one is an error."""
    there = [f"{part}_{which}" in roles for part in "xy"]
    if any(there) and not all(there):
        word = _WORDS[which]
        if which == "test" and there[0] and len(content.arrays) > 2:
            raise DatasetError(
                tr(
                    "{content_title} holds only half a test set; found: {listing}.",
                    content_title=content.title,
                    listing=content.listing,
                ),
                tr("Add x_test and y_test."),
            )
        raise DatasetError(
            tr(
                "{content_title} holds only half a {word} set; found: {listing}.",
                content_title=content.title,
                word=word,
                listing=content.listing,
            ),
            tr("Add {images} and {labels}.", images=f"x_{which}", labels=f"y_{which}"),
        )
    # An empty set is none.
    return all(there) and 0 not in content.arrays[roles[f"x_{which}"]].shape[:1]


def _even_colours(images: dict[str, Images], stored: dict[str, Images], notes: list[str]) -> None:
    """Grey sets beside one in colour are brought to three colours."""
    if len({x.ndim for x in images.values()}) < 2:
        return
    for which, x in images.items():
        if x.ndim == 3:
            images[which] = stored[which] = give_colours(x)
            notes.append(
                tr("The {which} images are grey: all three colours alike.", which=_WORDS[which])
            )


def _check_shapes(images: dict[str, Images], title: str) -> None:
    shapes = {which: x.shape[1:] for which, x in images.items()}
    if len(set(shapes.values())) > 1:
        texts = [
            tr("{WORDS} images are {shape}", WORDS=_WORDS[which], shape=shape)
            for which, shape in shapes.items()
        ]
        raise DatasetError(
            f"{title}: {', '.join(texts)}.", tr("Give both the same height and width.")
        )


def _say_left_out(content: Found, used: set[str]) -> list[str]:
    """A note of the arrays that were not used; single values are none."""
    left = [
        f"{key} {stored.shape}"
        for key, stored in content.arrays.items()
        if key not in used and math.prod(stored.shape) > 1
    ]
    if not left:
        return []
    more = len(left) - _MOST_LISTED
    listing = ", ".join(left[:_MOST_LISTED]) + (
        tr(" and {more} more", more=more) if more > 0 else ""
    )
    return [tr("Left out: {listing}.", listing=listing)]


def _as_floats(x: Images) -> Images:
    if x.dtype != np.uint8:
        return x
    return change_images(
        x, lambda part: part.astype(np.float32) / np.float32(255.0), x.shape[1:], np.float32
    )
