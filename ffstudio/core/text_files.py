"""Text files that people write by hand: in whatever encoding their editor saves, JSON or YAML."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import Any

from ffstudio.core.words import tr

# Beyond it no file is a text that somebody has written.
MOST_BYTES = 32 * 2**20

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16's, with which it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_MARK = "\ufeff"


class RepeatedKey(ValueError):  # noqa: N818 - says what is there
    """A JSON object names a key twice.

    Attributes:
        key: Which one.
    """

    def __init__(self, key: str) -> None:
        super().__init__(tr("{key} is there twice", key=f"{key!r}"))
        self.key = key


def decode_text(content: bytes) -> str:
    """Text as editors save it: UTF-8, or with a mark in front UTF-8, UTF-16 or UTF-32.

    UTF-16 and UTF-32 without a mark are known by the zeros beside their first letter; a mark that
    some program has put before another one is left out.

    Raises:
        UnicodeDecodeError: It is no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding).lstrip(_MARK)
    if len(content) >= 4 and len(content) % 4 == 0:
        if content[0] and not any(content[1:4]):
            return content.decode("utf-32-le")
        if content[3] and not any(content[:3]):
            return content.decode("utf-32-be")
    if len(content) >= 2 and len(content) % 2 == 0 and 0 in content[:2] and any(content[:2]):
        return content.decode("utf-16-le" if content[1] == 0 else "utf-16-be")
    return content.decode("utf-8")


def read_text(path: str | Path, most: int = MOST_BYTES) -> str:
    """The text of a file.

    Raises:
        OSError: It cannot be read: see :func:`ffstudio.core.errors.explain_reading`.
        UnicodeDecodeError: It is no text, or too long for one.
    """
    with Path(path).open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise UnicodeDecodeError("utf-8", content[:8], 0, 1, tr("too long for a text"))
    return decode_text(content)


def parse_json(text: str) -> Any:
    """JSON in which no object names a key twice: the last would win without a word.

    Raises:
        RepeatedKey: One does.
        ValueError: It is no JSON.
        RecursionError: It is nested too deep.
    """
    return json.loads(text, object_pairs_hook=_refuse_repeated)


def _refuse_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, value in pairs:
        if key in made:
            raise RepeatedKey(key)
        made[key] = value
    return made
