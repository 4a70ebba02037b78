"""How well a few typed letters fit a command: words, beginnings of words, or mere letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# What one typed word counts when it is found in a name. A word as it stands is worth more
# than the beginning of one, that more than the inside, and letters strewn about least.
_WHOLE, _BEGINNING, _INSIDE, _STREWN = 8.0, 6.0, 3.0, 1.0
# The first words of a name are those it is known by.
_FIRST = 1.0
# Found beside the name only: under which menu it stands, or what its tip says.
_BESIDE = 0.5

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """In small letters and without accents, so that ``Über`` is found by ``uber``."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without punctuation."""
    return _WORD.findall(fold(text))


def fit(query: str, name: str, beside: Sequence[str] = ()) -> float | None:
    """How well ``query`` fits a command; None when it does not.

    Args:
        query: What was typed; all of its words have to be found, in any order.
        name: What the command is called.
        beside: Other texts about it, in which words and their beginnings are looked for.
    """
    around = [word for text in beside for word in words_of(text)]
    fits = [_fit_word(word, words_of(name), around) for word in words_of(query)]
    if any(fitting is None for fitting in fits):
        return None
    # Of two names that hold all that was typed, the one that holds less besides is meant.
    return sum(filter(None, fits)) - 0.01 * len(words_of(name))


def _fit_word(typed: str, name: list[str], around: list[str]) -> float | None:
    first = _FIRST if name and name[0].startswith(typed) else 0.0
    if typed in name:
        return _WHOLE + first
    if any(word.startswith(typed) for word in name):
        return _BEGINNING + first
    if any(typed in word for word in name):
        return _INSIDE
    strewn = _fit_strewn(typed, name)
    if strewn is not None:
        return strewn
    if len(typed) > 1 and any(word.startswith(typed) for word in around):
        return _BESIDE
    return None


def _fit_strewn(typed: str, name: list[str]) -> float | None:
    """For letters in this order but apart; letters that begin words are worth more.

    An abbreviation means the beginnings of words (``sma``: Save Model As), so those are
    tried first.
    """
    text = " " + " ".join(name)
    for beginnings_first in (True, False):
        at, beginnings = 0, 0
        for letter in typed:
            start = text.find(f" {letter}", at) if beginnings_first else -1
            at = (start + 1 if start >= 0 else text.find(letter, at)) + 1
            if at == 0:
                break
            beginnings += text[at - 2] == " "
        else:
            return _STREWN + beginnings / len(typed)
    return None
