"""Which sets the names of folders that lie beside one another say: train_images, seg_test."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ffstudio.core.images.understanding.roles import set_of

# What a word for a set may carry at its end: trainimages, testdata, trainval.
_CARRIED = re.compile(r"(set|data|images?|imgs?|pictures?|photos?|samples?|files?|split|val)+$")
# Without a gap before or behind them: mnisttrain, testdigits.
_GLUED = ("training", "train", "testing", "test", "validation", "valid", "val")
# What lies beside sets and is none: pictures without labels, or earlier states.
_ASIDE = re.compile(
    r"unlabel+ed|unlabel+ed.*|unsup|unsupervised|unknown|pred|predict.*|extra|old|backup|bak|copy"
)


def set_in(name: str) -> str:
    """``train``, ``val`` or ``test`` where a word of a folder's name says so, else nothing.

    ``trainval`` and ``train_val`` are ``train``; a name that says two sets else says none.
    """
    exact = set_of(name)
    if exact:
        return exact
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    words = re.findall("t10k|[a-z]+", spaced.lower())
    # Of short words, as tr and te, only a whole name is one.
    said = {
        which
        for word in words
        if len(word) > 2 and (which := set_of(word) or set_of(_CARRIED.sub("", word)))
    }
    if said == {"train", "val"}:
        return "train"
    return said.pop() if len(said) == 1 else ""


def rest_of(name: str) -> str:
    """What a folder's name says besides its set: cat of train_cat, and of testCat."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    parts = re.findall(r"[^\W_]+", spaced)
    left = [p for p in parts if not set_in(p)]
    return " ".join(left)


def tell_sets(names: Iterable[str]) -> dict[str, str]:
    """The sets that names beside one another say, by name; names that say none are left out."""
    names = list(names)
    said = {name: which for name in names if (which := set_in(name))}
    if said:
        return said
    return _tell_glued(names)


def _tell_glued(names: list[str]) -> dict[str, str]:
    """Sets said without a gap, where two sets' names have the same rest: mnisttrain, mnisttest."""
    by_rest: dict[str, dict[str, str]] = {}
    for name in names:
        low = name.lower()
        for word in _GLUED:
            if low.endswith(word) or low.startswith(word):
                rest = low.removesuffix(word) if low.endswith(word) else low.removeprefix(word)
                by_rest.setdefault(rest, {})[name] = set_of(word)
                break
    pairs = [said for said in by_rest.values() if len(set(said.values())) > 1]
    return pairs[0] if len(pairs) == 1 else {}


def lies_aside(name: str) -> bool:
    """True for the name of a folder beside sets that is known to be none: unlabeled, extra."""
    return any(_ASIDE.fullmatch(word) for word in re.findall("[a-z]+", name.lower()))
