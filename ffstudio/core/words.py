"""Texts that a person reads, in that person's language.

The sources hold English. Whoever shows a text asks :func:`tr` for it at that moment; tables
that are made once, when a module is imported, keep the English and are translated whenever
something reads them (:func:`say_all`, :func:`spoken`, :func:`speaks`). Where translations come
from is handed in (:func:`speak`): this room knows no Qt.
"""

from __future__ import annotations

import numbers
import re
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar, cast

# What things are called in the program, beside texts in the rows of tables.
_NAME = re.compile(r"[a-z0-9_.:-]*")
_DECIMALS = re.compile(r"(?<=\d)[.](?=\d)")

# Words that are put into texts as values, while files and code know things by them.
INSERTED = frozenset(
    (
        *("train", "training", "test", "validation", "Train", "Training", "Test", "Validation"),
        *("classifier", "autoencoder", "encoder", "decoder", "regression", "network"),
        *("left", "right", "on", "off", "last", "first", "epoch", "epochs", "image", "images"),
        *("completed", "stopped", "stopped early", "cancelled", "failed", "Backprop", "backprop"),
        *("layer", "Layer", "unit", "channel", "mean", "row", "kernel", "weight", "dark", "bright"),
    )
)

# Where no point parts the decimals and no comma the thousands, or where "%" does not follow the
# number at once: the signs instead of them.
_SIGNS = {"pl": str.maketrans({".": ",", ",": "\N{NO-BREAK SPACE}"})}
_MINUS = re.compile(r"(?<![\w.])-(?=[\d.])")

T = TypeVar("T")
C = TypeVar("C", bound=type)

# The reader of the chosen language's file, and what it has been asked already. Threads read
# both; each is put in place whole.
_translate: Callable[[str], str] | None = None
_known: dict[str, str] = {}
# Another number after each change of the language.
_turn = 0
_language = "en"


class Said(str):
    """A translated text that remembers what it was made from.

    Attributes:
        source: The English.
    """

    source: str
    __slots__ = ("source",)


def speak(translate: Callable[[str], str] | None, language: str = "en") -> None:
    """Sets the language from now on.

    Args:
        translate: Gives the translation of an English text, or an empty text where it has
            none. None stands for English.
        language: Its name in documents, such as ``pl`` or ``zh-CN``.
    """
    global _translate, _known, _turn, _language
    _language = language
    _translate, _known, _turn = translate, {}, _turn + 1


def language_spoken() -> str:
    """What documents call the language that is spoken now: ``en``, ``pl``, ``zh-CN``."""
    return _language


def tr(text: str, /, **values: object) -> str:
    """A text in the language that is spoken now.

    Args:
        text: In English; ``{name}`` stands for a value.
        values: Put where their names stand, after the translation.
    """
    if _translate is None:
        return text.format(**values) if values else text
    said = _look_up(text)
    return said.format(**{n: _insert(v) for n, v in values.items()}) if values else said


def localize_number(text: str) -> str:
    """A number as Python writes it, with a minus and the signs of the language that is spoken.

    Only for what a person reads: files, codes and the command line keep the point.
    """
    text = _MINUS.sub("−", text)
    signs = _SIGNS.get(_language)
    return text if signs is None else text.translate(signs)


def end_sentence(text: str) -> str:
    """The text with the full stop of the language spoken, one and no more."""
    return tr("{text}.", text=text.rstrip(".。"))


def _insert(value: object) -> object:
    """A value of a text: names of sets, roles and the like are words of the language too, and
    decimals are parted as in it.
    """
    if isinstance(value, numbers.Real) and not isinstance(value, numbers.Integral):
        return localize_number(str(value))
    return _look_up(value) if type(value) is str and value in INSERTED else value


def _look_up(text: str) -> str:
    known = _known
    said = known.get(text)
    if said is None:
        said = Said((_translate(text) if _translate is not None else "") or _localize(text))
        said.source = source_of(text)
        known[text] = said
    return said


def _localize(text: str) -> str:
    """A text that no translator is asked for, such as −0.5…0.5, with the language's signs."""
    if any(letter.isalpha() for letter in text):
        return text
    return _DECIMALS.sub(lambda point: localize_number(point[0]), text)


def source_of(text: str) -> str:
    """The English of a text, as far as it is still known."""
    return text.source if isinstance(text, Said) else text


def _say(value: Any, in_row: bool = False) -> Any:
    """A value of a table with all its texts translated; a row holds names of things too."""
    if isinstance(value, str):
        if type(value) not in (str, Said) or (in_row and _NAME.fullmatch(value)):
            return value
        return tr(source_of(value))
    if type(value) is tuple:
        return tuple(_say(one, in_row=True) for one in value)
    if type(value) is dict:
        return {name: _say(one) for name, one in value.items()}
    return value


class _SaidDict(dict[Any, Any]):
    def __getitem__(self, name: Any) -> Any:
        return _say(super().__getitem__(name))

    def get(self, name: Any, default: Any = None) -> Any:
        return _say(super().get(name, default))

    def values(self) -> Any:
        return [_say(value) for value in super().values()]

    def items(self) -> Any:
        return [(name, _say(value)) for name, value in super().items()]


class _SaidTuple(tuple[Any, ...]):
    __slots__ = ()

    def __getitem__(self, index: Any) -> Any:
        return _say(super().__getitem__(index), in_row=True)

    def __iter__(self) -> Iterator[Any]:
        return (_say(one, in_row=True) for one in super().__iter__())


def say_all(table: T) -> T:
    """A dictionary or tuple of texts, made at import, that is translated whenever it is read."""
    if isinstance(table, dict):
        return cast(T, _SaidDict(table))
    return cast(T, _SaidTuple(table)) if isinstance(table, tuple) else table


class _Spoken:
    """An attribute of a class whose text is translated whenever it is read."""

    def __init__(self, text: Any) -> None:
        self._text = text

    def __get__(self, instance: object, owner: type) -> Any:
        return _say(self._text)


def spoken(text: T) -> T:
    """A text as an attribute of a class, translated whenever it is read."""
    return cast(T, _Spoken(text))


class said_property(Generic[T]):  # noqa: N801 - it is used as ``property`` is
    """As ``cached_property``, for what holds texts: made anew when another language is spoken."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._kept = f"_kept_{name}"

    def __get__(self, instance: Any, owner: type) -> T:
        kept = instance.__dict__.get(self._kept)
        if kept is None or kept[0] != _turn:
            kept = (_turn, self._make(instance))
            instance.__dict__[self._kept] = kept
        return cast(T, kept[1])


class _Field:
    """A field of a dataclass that keeps the English and gives the translation."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> Any:
        if instance is None:
            raise AttributeError(self._name)
        return _say(instance.__dict__[self._name])

    def __set__(self, instance: object, value: Any) -> None:
        instance.__dict__[self._name] = source_of(value) if isinstance(value, str) else value


def speaks(*names: str) -> Callable[[C], C]:
    """Has these fields of a dataclass hold texts that are translated whenever they are read."""

    def prepare(made: C) -> C:
        for name in names:
            setattr(made, name, _Field(name))
        return made

    return prepare
