"""Speaks a language without Qt: for children of ours that put texts together for the window."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET

from ffstudio.core.assets import AssetError, resource
from ffstudio.core.words import language_spoken, speak

# Says which language the parent speaks, as its documents call it.
VARIABLE = "FFSTUDIO_LANGUAGE"


def language_environment() -> dict[str, str]:
    """What a child is told, so that it speaks the language that is spoken here."""
    return {VARIABLE: language_spoken().replace("-", "_")}


def speak_as_told() -> None:
    """Speaks the language that the environment names; English where it cannot be read."""
    name = os.environ.get(VARIABLE, "en")
    if name in ("", "en"):
        return
    try:
        # A file of ours, not a stranger's: Qt's own format of translations.
        content = ET.parse(resource("languages", f"ffstudio_{name}.ts"))  # noqa: S314
    except (AssetError, OSError, ET.ParseError):
        return
    said = {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in content.iter("message")
    }
    speak(lambda text: said.get(text, ""), name.replace("_", "-"))
