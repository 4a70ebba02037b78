"""Text for consoles of any encoding: what one cannot show is spelt with what it can.

Piped on Windows, standard output has the system's old code page (cp1252, cp850, cp932); on a
bare Linux console it may be ASCII. None of them has all of ``×``, ``→`` and ``−``.
"""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata

HANDLER = "ffstudio-spell"

_SPELT = {
    "×": "x",
    "·": "*",
    "→": "->",
    "←": "<-",
    "↑": "^",
    "↓": "v",
    "−": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "…": "...",
    "›": ">",
    "‹": "<",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "•": "*",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "≈": "~",
    "±": "+/-",
    "°": " deg",
    "σ": "sigma",
    "θ": "theta",
    "Θ": "Theta",
    "µ": "u",
    "μ": "u",
    "Δ": "Delta",
    "√": "sqrt",
    "∞": "inf",
    "²": "^2",
    "³": "^3",
    "ß": "ss",
    "æ": "ae",
    "ø": "o",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
}


def spell(character: str) -> str:
    """A character in ASCII, as near as it goes; a question mark where nothing is near."""
    known = _SPELT.get(character)
    if known is not None:
        return known
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or "?"


def _take_over(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(spell, error.object[error.start : error.end])), error.end


def open_closed_streams() -> None:
    """Gives a program that was started without standard output or error somewhere to write.

    ``2>&-`` leaves None there: ``print(…, file=None)`` would put every notice on standard output,
    among the results, and asking whether it is a terminal would end the command.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - for good


def be_readable_everywhere() -> None:
    """Has standard output and error spell what their encoding lacks, instead of ending."""
    codecs.register_error(HANDLER, _take_over)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # none in a windowed program, another in tests
            stream.reconfigure(errors=HANDLER)
