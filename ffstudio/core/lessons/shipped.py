"""The lessons that come with ffstudio."""

from __future__ import annotations

from pathlib import Path

from ffstudio.core.assets import resource
from ffstudio.core.lessons.reading import LESSON_SUFFIX
from ffstudio.core.words import say_all

# Name → title, in the order of the menu.
SHIPPED = say_all(
    {
        "goodness": "What Goodness Is",
        "side-by-side": "Forward-Forward Against Backprop",
        "negatives": "Negatives, Good and Bad",
        "threshold": "What a Threshold Does",
    }
)


def find_shipped(name: str) -> Path:
    """The file of a lesson that comes along.

    Raises:
        AssetError: It is missing.
    """
    return resource("lessons", f"{name}{LESSON_SUFFIX}")


def name_of_shipped(path: Path) -> str:
    """Which of them a file is; empty for any other."""
    name = path.name.removesuffix(LESSON_SUFFIX)
    return name if name in SHIPPED and path.resolve() == find_shipped(name).resolve() else ""
