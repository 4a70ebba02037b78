"""What is odd about a data set: nothing that keeps it from being used, but to be known."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.streaming import Images, pieces_of
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]

# A class with less than this share of the usual number of images is taken for a slip.
_STRAY = 0.02
_LISTED = 6
# Numbers that are written where there is no label.
_NO_LABEL = (-999, -99, -9, 99, 127, 255, 999, 9999, 65535)
# Words that do the same.
_NO_LABEL_WORDS = {
    "", "nan", "na", "n/a", "<na>", "none", "null", "nil", "nat", "?", "-", "--", "unlabeled",
    "unlabelled", "no label", "no_label", "undefined", "<undefined>", "missing",
}  # fmt: skip


def find_faults(sets: dict[str, tuple[Images, Array]], class_names: tuple[str, ...]) -> list[str]:
    """Sentences about a data set.

    Args:
        sets: Images (n, height, width), or with colours, and labels from 0, of ``training``, ``validation`` and
            ``test``; those that are there.
        class_names: One per label.
    """
    faults: list[str] = []
    counts = {which: np.bincount(y, minlength=len(class_names)) for which, (_, y) in sets.items()}
    for which, (x, _) in sets.items():
        faults += _plain_pictures(which, x)
    faults += _find_shifted_labels(counts, class_names) or _missing_classes(counts, class_names)
    faults += _no_labels(class_names)
    train = counts.get("training")
    if train is not None:
        faults += _rare_classes(train, class_names)
    if "training" in sets and "test" in sets:
        faults += _polarity(sets["training"][0], sets["test"][0])
        faults += _duplicates(sets["training"][0], sets["test"][0])
    height, width = next(iter(sets.values()))[0].shape[1:3]
    if height * width < 16:
        faults.append(
            tr(
                "Images of {height}×{width} pixels show next to nothing.",
                height=height,
                width=width,
            )
        )
    return faults


def _plain_pictures(which: str, x: Images) -> list[str]:
    plain = black = 0
    for part in pieces_of(x):
        flat = part.reshape(len(part), -1)
        low, high = flat.min(axis=1), flat.max(axis=1)
        plain += int(np.count_nonzero(low == high))
        black += int(np.count_nonzero((low == high) & (high == 0)))
    if plain == 0:
        return []
    what = "black" if black == plain else tr("of one brightness")
    if plain == len(x):
        return [
            tr(
                "All {x} {which} images are {what}: there is nothing to learn from them.",
                x=write_number(len(x), ","),
                which=which,
                what=what,
            )
        ]
    return [
        tr(
            "{plain} of {x} {which} images are {what}.",
            plain=write_number(plain, ","),
            x=write_number(len(x), ","),
            which=which,
            what=what,
        )
    ]


def _find_shifted_labels(counts: dict[str, Array], names: tuple[str, ...]) -> list[str]:
    """Labels counted from 0 in one set and from 1 in the other."""
    if "training" not in counts or "test" not in counts or not all(n.isdecimal() for n in names):
        return []
    numbers = {
        which: [int(name) for name, count in zip(names, counts[which], strict=True) if count]
        for which in ("training", "test")
    }
    train, test = numbers["training"], numbers["test"]
    if len(train) < 2 or ([n + 1 for n in train] != test and [n - 1 for n in train] != test):
        return []
    return [
        tr(
            "Training labels are {first} to {last}, test labels {other} to {end}: one set seems to "
            "be counted from 1. Bring both to one, or nearly every test image is judged wrong.",
            first=train[0],
            last=train[-1],
            other=test[0],
            end=test[-1],
        )
    ]


def _missing_classes(counts: dict[str, Array], names: tuple[str, ...]) -> list[str]:
    faults = []
    for which, other in (("training", "test"), ("test", "training")):
        if which not in counts or other not in counts:
            continue
        missing = [
            n for n, a, b in zip(names, counts[which], counts[other], strict=True) if not a and b
        ]
        if not missing:
            continue
        if which == "training":
            end = tr("they cannot be learnt") if len(missing) > 1 else tr("it cannot be learnt")
        else:
            end = tr("they are not judged") if len(missing) > 1 else tr("it is not judged")
        faults.append(
            tr(
                "No {which} image of {list_classes}: {end}.",
                which=which,
                list_classes=_list_classes(missing),
                end=end,
            )
        )
    return faults


def _no_labels(names: tuple[str, ...]) -> list[str]:
    """A number apart from the others, or a word that mostly says that an image has no label."""
    empty = [name for name in names if name.casefold() in _NO_LABEL_WORDS]
    if empty and len(names) - len(empty) > 1:
        return [
            tr(
                "Label {label} stands among the classes: where it says that an image has no "
                "label, leave these images out.",
                label=", ".join(repr(name) for name in empty),
            )
        ]
    try:
        numbers = [int(name) for name in names]
    except ValueError:
        return []
    for apart, others in ((numbers[0], numbers[1:]), (numbers[-1], numbers[:-1])):
        # All are different and in order. They may be large: no row of them is made to compare.
        in_a_row = len(others) > 1 and others[-1] - others[0] + 1 == len(others)
        stands_apart = in_a_row and apart not in (others[0] - 1, others[-1] + 1)
        if in_a_row and (apart == -1 or (stands_apart and apart in _NO_LABEL)):
            break
    else:
        return []
    return [
        tr(
            "Label {apart} stands beside {first} to {last}: where it says that an image has no "
            "label, leave these images out.",
            apart=apart,
            first=others[0],
            last=others[-1],
        )
    ]


def _rare_classes(train: Array, names: tuple[str, ...]) -> list[str]:
    faults = []
    usual = float(np.median(train[train > 0])) if (train > 0).any() else 0.0
    single = [n for n, count in zip(names, train, strict=True) if count == 1]
    if single:
        faults.append(
            tr("One training image only of {list_classes}.", list_classes=_list_classes(single))
        )
    stray = [
        f"{n} ({count})"
        for n, count in zip(names, train, strict=True)
        if 1 < count < _STRAY * usual
    ]
    if stray:
        faults.append(
            tr(
                "Hardly any training image of {list_classes}, beside some {usual} of the "
                "others: are these labels meant?",
                list_classes=_list_classes(stray),
                usual=write_number(usual, ",.0f"),
            )
        )
    return faults


def _polarity(train: Images, test: Images) -> list[str]:
    """Ink on paper in one set, paper on ink in the other."""
    dark = [_is_dark(x) for x in (train, test)]
    if None in dark or dark[0] == dark[1]:
        return []
    return [
        tr(
            "Training images are mostly {either}, test images mostly {either_2}: one set "
            "may be inverted.",
            either="dark" if dark[0] else "bright",
            either_2="dark" if dark[1] else "bright",
        )
    ]


def _is_dark(x: Images) -> bool | None:
    """Whether the border of the pictures is black; None where that is not clear."""
    some = np.asarray(x[:: max(1, len(x) // 500)])
    edge = np.concatenate([some[:, 0], some[:, -1], some[:, :, 0], some[:, :, -1]], axis=1)
    brightness = float(np.median(edge)) / (255.0 if x.dtype == np.uint8 else 1.0)
    if brightness < 0.2:
        return True
    return False if brightness > 0.8 else None


def _duplicates(train: Images, test: Images) -> list[str]:
    """How many test images are among the training images, pixel by pixel."""
    if train.dtype != test.dtype:
        return []
    # Equal numbers of 64 bits: of two pictures that differ practically never.
    known = {hash(np.ascontiguousarray(picture).tobytes()) for picture in train}
    again = 0
    for picture in test:
        # A black picture is no copy of another.
        is_known = hash(np.ascontiguousarray(picture).tobytes()) in known
        again += is_known and bool(picture.any())
    if not again:
        return []
    return [
        tr(
            "{again} of {test} test images are among the training images: judged on those, "
            "a net looks too good.",
            again=write_number(again, ","),
            test=write_number(len(test), ","),
        )
    ]


def _list_classes(names: list[str]) -> str:
    shown = ", ".join(names[:_LISTED])
    more = len(names) - _LISTED
    return (
        tr("class {shown}", shown=shown)
        if len(names) == 1
        else tr("classes {shown}", shown=shown)
        + (tr(" and {more} more", more=more) if more > 0 else "")
    )
