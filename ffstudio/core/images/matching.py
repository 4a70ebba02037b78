"""Classes of a net and of a data set brought together by their names, not by their places."""

from __future__ import annotations

import dataclasses
import re
import string
import unicodedata
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.data import PreparedData, Samples
from ffstudio.core.images.streaming import take_images
from ffstudio.core.words import tr

_COUNTED = "output "  # what describe.roles calls outputs without names
_TOLD = 5  # pairs of classes that a sentence names
_NAMED = 10  # classes that a sentence names


@dataclass(frozen=True, eq=False)
class Matching:
    """How the classes of a data set are called in a net.

    Attributes:
        to_net: For each class of the data, its place among the net's; -1 where it has none.
        missing: Names of the data's classes that the net does not know.
        unseen: Names of the net's classes of which the data have none.
        how: What was assumed beyond the names, for a reader.
    """

    to_net: npt.NDArray[np.int64]
    missing: tuple[str, ...]
    unseen: tuple[str, ...]
    how: str = ""

    @property
    def is_plain(self) -> bool:
        """True when the classes are the same in the same order."""
        whole = not self.missing and not self.unseen
        return whole and bool((self.to_net == np.arange(len(self.to_net))).all())

    @property
    def text(self) -> str:
        """What was done, for a reader; nothing where there was nothing to do."""
        parts = [self.how] if self.how else []
        if self.missing:
            parts.append(
                tr("the net does not know {missing}: left out", missing=_name(self.missing))
            )
        if self.unseen:
            parts.append(tr("the data have no {unseen}", unseen=_name(self.unseen)))
        if not parts and not self.is_plain:
            parts.append(tr("they are in another order"))
        return tr("Classes are matched by name; {parts}.", parts="; ".join(parts)) if parts else ""


def _name(classes: tuple[str, ...]) -> str:
    """All of a few; of many the first ones and how many more there are."""
    if len(classes) <= _NAMED:
        return ", ".join(classes)
    more = tr("{count} more", count=len(classes) - _NAMED)
    return ", ".join([*classes[:_NAMED], more])


def match_classes(data: tuple[str, ...], net: tuple[str, ...]) -> list[Matching]:
    """Ways to find the data's classes among the net's; none where no name is the same.

    ``03`` and ``3`` are one name, and so are ``Cat`` and ``cat``; where no name is the same, so are
    ``class_3`` and ``3``. Labels that count from 1 beside
    classes that count from 0 can be meant in two ways: whoever judges tries both, and says so.
    """
    folded = Counter(_plain(name) for name in net)
    in_both_cases = {name for name, count in folded.items() if count > 1}
    places = {_plain(name, in_both_cases): i for i, name in enumerate(net)}
    wanted = [_plain(name, in_both_cases) for name in data]
    how = ""
    if not set(wanted) & set(places):  # zero and 0 are one name where nothing else fits
        places = {_in_digits(name): i for name, i in places.items()}
        wanted = [_in_digits(name) for name in wanted]
    words = (_common_word(wanted), _common_word(list(places)))
    if not set(wanted) & set(places) and any(words):  # and so are class_3 and 3
        wanted = [_plain(name.removeprefix(words[0])) for name in wanted]
        places = {_plain(name.removeprefix(words[1])): i for name, i in places.items()}
        left = ", ".join(word.strip() for word in dict.fromkeys(words) if word)
        how = tr("{word} before the number is left out", word=left)
    is_apart = not set(wanted) & set(places)
    if is_apart and _are_letters_by_number(wanted, places):  # and so are A and 1
        places = dict(zip(_count_letters(list(places)), places.values(), strict=True))
        wanted = _count_letters(wanted)
        how = "; ".join(filter(None, [how, tr("letter A is taken for class 1 and so on")]))
    by_name = _matching([places.get(name, -1) for name in wanted], data, net, how)
    ways = [by_name] if by_name.to_net.max(initial=-1) >= 0 else []
    whole = len(wanted) == len(places)
    if _is_row(wanted, 1) and _is_row(places, 0) and len(places) - len(wanted) in (0, 1):
        shifted = [places[str(int(name) - 1)] for name in wanted]
        one = _matching(shifted, data, net, how, tr("label 1 is taken for class 0 and so on"))
        if not whole:  # there may be no zeros
            return [*ways, one]
        last = str(len(wanted))
        around = [places["0" if name == last else name] for name in wanted]
        two = _matching(around, data, net, how, tr("label {last} is taken for class 0", last=last))
        return [one, two]
    if _is_row(wanted, 0) and _is_row(places, 1) and whole:
        shifted = [places[str(int(name) + 1)] for name in wanted]
        last = str(len(wanted))
        around = [places[last if name == "0" else name] for name in wanted]
        return [
            _matching(shifted, data, net, how, tr("label 0 is taken for class 1 and so on")),
            _matching(around, data, net, how, tr("label 0 is taken for class {last}", last=last)),
        ]
    return ways


def label_as_net(data: PreparedData, net: tuple[str, ...]) -> PreparedData:
    """The same images with the net's classes and labels; those that it does not know are left out.

    Data whose classes can be meant in several ways, or have no name in common, stay as they are.
    """
    matchings = match_classes(data.class_names, net)
    if not matchings or matchings[0].is_plain or (len(matchings) > 1 and matchings[0].how):
        return data
    return relabel(data, matchings[0], net)


def relabel(data: PreparedData, matching: Matching, names: tuple[str, ...]) -> PreparedData:
    """The same images with a net's classes; those that it does not know are left out."""
    if matching.is_plain:
        return data if data.class_names == names else dataclasses.replace(data, class_names=names)
    changed = data.change_each(lambda samples: take_known(samples, matching))
    title = tr("{data_title} (classes by name)", data_title=data.title)
    return dataclasses.replace(changed, title=title, class_names=names)


def take_known(samples: Samples, matching: Matching) -> Samples:
    """Images of the classes that a net knows, labelled as it labels them."""
    labels = matching.to_net[samples.y]
    known = labels >= 0
    x = samples.x if known.all() else take_images(samples.x, known)
    return Samples(x, labels[known].astype(np.int32))


def _matching(
    to_net: list[int], data: tuple[str, ...], net: tuple[str, ...], *how: str
) -> Matching:
    missing = tuple(name for name, at in zip(data, to_net, strict=True) if at < 0)
    unseen = tuple(name for i, name in enumerate(net) if i not in set(to_net))
    return Matching(np.array(to_net, np.int64), missing, unseen, "; ".join(filter(None, how)))


def _is_row(names: Collection[str], first: int) -> bool:
    return set(names) == {str(first + i) for i in range(len(names))}


def _are_letters_by_number(one: Collection[str], other: Collection[str]) -> bool:
    """Whether one side has the letters A to Z and the other a number for each of them: 0 to 25, 1
    to 26, or these and a 0 of which EMNIST has none. Of other numbers none is a letter's.
    """
    for letters, numbers in ((one, other), (other, one)):
        if _is_alphabet(letters):
            rows = ((0, 26), (1, 26), (0, 27))
            return any(len(numbers) == n and _is_row(numbers, first) for first, n in rows)
    return False


def _is_alphabet(names: Collection[str]) -> bool:
    return sorted(names) == list(string.ascii_lowercase)


def _count_letters(names: list[str]) -> list[str]:
    """A to Z, where all of them are there, counted from 1; other names as they are."""
    if not _is_alphabet(names):
        return names
    return [str(1 + string.ascii_lowercase.index(name)) for name in names]


_DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _in_digits(name: str) -> str:
    return str(_DIGITS.index(name)) if name in _DIGITS else name


def _common_word(names: list[str]) -> str:
    """What all names have before a number at their end, as class_0 to class_9; else nothing.

    Of outputs that are only counted ("output 3") nobody knows what they stand for.
    """
    parts = [re.fullmatch(r"(.*\D)\d+", name) for name in names]
    words = {part[1] if part else "" for part in parts}
    word = words.pop() if len(words) == 1 and len(names) > 1 else ""
    return "" if word == _COUNTED else word


def _plain(name: str, in_both_cases: Collection[str] = ()) -> str:
    """A name as it is compared: without its case, but for letters that a net has in both, as it
    has A and a of EMNIST's 62 characters."""
    # macOS writes é as two signs, others as one.
    text = unicodedata.normalize("NFC", name).strip()
    try:
        return str(int(text))
    except ValueError:
        small = text.casefold()
        return text if small in in_both_cases else small


def say_place_by_place(data: PreparedData, net: tuple[str, ...]) -> str:
    """That the classes of a net and of data have no name in common and are taken in their order,
    a sentence; empty where that is not so.
    """
    is_so = len(data.class_names) == len(net) and not match_classes(data.class_names, net)
    return _say_pairs(data, net) if is_so else ""


def _say_pairs(data: PreparedData, net: tuple[str, ...]) -> str:
    pairs = list(zip(data.class_names, net, strict=False))[:_TOLD]
    named = ", ".join(tr("{theirs} for {ours}", theirs=t, ours=o) for t, o in pairs)
    more = " …" if len(net) > _TOLD else ""
    return tr(
        "{title}: its classes are taken place by place: {pairs}.",
        title=data.title,
        pairs=named + more,
    )


def say_what_differs(
    data: PreparedData, class_names: tuple[str, ...], seen: Appearance | None
) -> list[str]:
    """What is otherwise about images than about those that nets which go on have learnt from.

    Args:
        class_names: Of the nets.
        seen: What their images looked like; None where nobody knows.

    Returns:
        Sentences for a reader; none where all is alike.
    """
    said = []
    if data.class_names != class_names:
        ways = match_classes(data.class_names, class_names)
        if len(ways) == 1 and not ways[0].missing:
            said.append(f"{data.title}: {ways[0].text}")
        else:
            said.append(_say_pairs(data, class_names))
    if seen is not None and seen.paper != data.appearance.paper:
        said.append(
            tr(
                "The nets have learnt from {seen}; {title} has {now}.",
                seen=seen.text,
                title=data.title,
                now=data.appearance.text,
            )
        )
    return said
